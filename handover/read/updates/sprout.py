"""Sprout Social > Post Performance as CSV: one table for all networks. `Link` is the post's own address."""

from handover.read.updates.tables.header.layout import Layout, readers

POSTS = Layout(
    proof=(
        frozenset({"network", "profile", "post", "sent by"}),
        frozenset({"network", "profile", "post", "linked content"}),
    ),
    columns={"post": "text", "link": "permalink", "linked content": "link", "post id": "", "sent by": ""},
)

BULK = Layout(  # for its bulk import: support.sproutsocial.com, article 115005864203
    proof=(frozenset({"message text", "time 24hr", "date"}),),
    columns={"message text": "text", "date": "date", "time 24hr": "time"},
    one_channel=True,
    state="scheduled",
)

accepts, parse = readers(POSTS, BULK)
