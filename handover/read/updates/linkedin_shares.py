"""LinkedIn > Settings > Get a copy of your data: `Shares.csv`, a person's own posts (no page's).

Times are UTC: ids and `Date` agree to the second. Inside a text every line is quoted on its own, so that a
line break reads `"`, newline, `"`. A row without commentary is a repost. What only connections were to see
stays out.
"""

import datetime as dt
from urllib.parse import unquote

from handover.model import Said
from handover.read.fields import clean
from handover.read.updates.tables.header.layout import Layout, readers
from handover.read.updates.tables.header.roles import normal
from handover.read.updates.tables.rows.record import Record

# As LinkedIn has written it over the years: MEMBER_NETWORK, Member Network, Public, Anyone; until 2018 its
# form for shares offered "Public + Twitter" too (EVERYONE_AND_TWITTER).
PUBLIC = frozenset(
    (
        *("", "member network", "public", "anyone", "anyone on linkedin"),
        *("everyone", "logged in", "logged in members", "linkedin members", "linked in members"),
        *("anyone on linked in", "anyone on or off linkedin", "anyone on or off linked in"),
        *("public twitter", "public and twitter", "everyone and twitter", "anyone twitter"),
    )
)


def unquoted(text: str) -> str:
    """The text without the quotes that LinkedIn sets around each of its lines."""
    text = clean(text).replace("\r\n", "\n").replace("\r", "\n")
    if text.count("\n") == text.count('"\n"'):
        text = text.replace('"\n"', "\n")
    return text


def _finish(record: Record) -> str:
    record.permalink = unquote(record.permalink)
    if not record.text:
        record.kind = "repost"
    visibility = normal(record.aside.get("visibility", ""))
    return "" if visibility in PUBLIC else Said("Only {who} could see it.", who=visibility)


SHARES = Layout(
    proof=(frozenset({"date", "share link", "share commentary"}),),
    columns={
        "date": "date",
        "share link": "permalink",
        "share commentary": "text",
        "shared url": "link",
        "media url": "media",
        "visibility": "aside:visibility",
        "share title": "",
        "share description": "",
        "type": "",
    },
    network="linkedin",
    zone=dt.UTC,
    words=unquoted,
    finish=_finish,
)

accepts, parse = readers(SHARES)
