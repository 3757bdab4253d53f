"""PostFast's CSV; its times name their zone. Source: help.postfa.st."""

from handover.read.updates.tables.header.layout import Layout, readers

IMPORT = Layout(
    proof=(frozenset({"scheduled at", "account id", "content"}),),
    columns={"content": "text", "account id": ""},
    one_channel=True,
    state="scheduled",
)

accepts, parse = readers(IMPORT)
