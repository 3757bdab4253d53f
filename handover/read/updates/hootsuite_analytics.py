"""Hootsuite Analytics > post performance, one CSV a network. Times are GMT, as the header says."""

import datetime as dt

from handover.read.updates.tables.header.layout import Layout, readers
from handover.read.updates.x_analytics import mark_reply

_POST = {
    "date": "date",
    "post message": "text",
    "post title": "heading",
    "post permalink": "permalink",
    "post campaign": "labels",
    "post tags": "labels",
}

X = Layout(
    proof=(frozenset({"date", "tweet permalink", "tweet text", "tweet tags"}),
           frozenset({"date", "tweet permalink", "tweet text", "tweet campaign"})),
    columns={
        "tweet text": "text",
        "tweet permalink": "permalink",
        "tweet id": "",
        "tweet campaign": "labels",
    },
    network="x",
    zone=dt.UTC,
    finish=mark_reply,
)  # fmt: skip
FACEBOOK = Layout(
    proof=(frozenset({"date", "facebook post id"}),), columns={**_POST, "facebook post id": ""},
    network="facebook", zone=dt.UTC,
)  # fmt: skip
INSTAGRAM = Layout(
    proof=(frozenset({"date", "instagram post id"}),), columns={**_POST, "instagram post id": ""},
    network="instagram", zone=dt.UTC,
)  # fmt: skip

accepts, parse = readers(X, FACEBOOK, INSTAGRAM)
