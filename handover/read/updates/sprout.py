"""Sprout Social > Post Performance as CSV: one table for all networks. `Link` is the post's own address."""

from handover.read.updates.tables.header.layout import Layout, readers

POSTS = Layout(
    proof=(
        frozenset({"network", "profile", "post", "sent by"}),
        frozenset({"network", "profile", "post", "linked content"}),
    ),
    columns={"post": "text", "link": "permalink", "linked content": "link", "post id": "", "sent by": ""},
)

accepts, parse = readers(POSTS)
