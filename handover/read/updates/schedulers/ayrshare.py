"""Ayrshare's bulk CSV: several platforms in one cell, times in UTC. Source: ayrshare.com/docs, bulk post."""

from handover.read.updates.tables.header.layout import Layout, readers

BULK = Layout(
    proof=(frozenset({"post", "platforms", "schedule date"}), frozenset({"post", "platforms", "media urls"})),
    columns={"post": "text"},
    state="scheduled",
)

accepts, parse = readers(BULK)
