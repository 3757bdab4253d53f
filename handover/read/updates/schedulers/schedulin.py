"""Schedulin's CSV; its times name their zone, an empty one means the queue. Source: support.schedulin.app."""

from handover.read.updates.tables.header.layout import Layout, readers

IMPORT = Layout(
    proof=(frozenset({"channel", "caption", "media url", "scheduled at"}),),
    columns={"caption": "text", "placement": ""},
    state="scheduled",
)

accepts, parse = readers(IMPORT)
