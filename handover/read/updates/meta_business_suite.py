"""Meta Business Suite > Insights > Content > Export: a CSV of a Facebook Page's or Instagram account's posts.

`Date` holds the word "Lifetime", the time is in `Publish time`, in a zone the file does not name. Ids
that Excel has turned into 1.22187E+17 are not used.
"""

from handover.read.updates.tables.header.layout import Layout, readers

_COLUMNS = {"publish time": "date", "date": "", "post id": "", "data comment": "", "custom labels": "labels"}

FACEBOOK = Layout(
    proof=(
        frozenset({"post id", "publish time", "page id"}),
        frozenset({"post id", "publish time", "page name"}),
    ),
    columns={**_COLUMNS, "title": "heading", "description": "text", "page name": "account", "page id": ""},
    network="facebook",
)
INSTAGRAM = Layout(
    proof=(
        frozenset({"post id", "publish time", "account username"}),
        frozenset({"post id", "publish time", "account id", "description"}),
    ),
    without=frozenset({"page id"}),
    columns={
        **_COLUMNS,
        "description": "text",
        "account username": "account",
        "account name": "",
        "account id": "",
    },
    network="instagram",
)

VIDEOS = Layout(
    proof=(
        frozenset({"video asset id", "publish time", "page id"}),
        frozenset({"video asset id", "publish time", "page name"}),
    ),
    columns={
        **_COLUMNS,
        "title": "text",
        "page name": "account",
        "page id": "",
        "video asset id": "",
        "universal video id": "",
    },
    network="facebook",
)

accepts, parse = readers(VIDEOS, FACEBOOK, INSTAGRAM)
