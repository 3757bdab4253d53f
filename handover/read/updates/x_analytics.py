"""X analytics: the CSV of the Content tab, and the "tweet activity" CSV there was until 2024.

The new one gives a day only; the address of each post tells the time. Links stay t.co: only the archive
knows where they lead. Reposts are not in it, replies are.
"""

import datetime as dt
import html

from handover.model import Said
from handover.networks.own import is_post_address
from handover.read.updates.tables.header.layout import Layout, readers
from handover.read.updates.tables.rows.record import Record


def mark_reply(record: Record) -> str:
    """A text that begins with a name answers that person; one that begins with "RT @" repeats one's words.

    In some files the column of addresses holds, as HTML, the app a post was sent with.
    """
    if record.text.startswith("RT @"):
        record.kind = "repost"
    elif record.text.startswith("@"):
        record.kind = "reply"
    if record.permalink and not is_post_address(record.permalink, "x"):
        record.links = [link for link in record.links if link != record.permalink]
        record.permalink = ""
    told = record.text.strip() or record.permalink or record.links or record.media
    return "" if told else Said("The row has no text, no link and no picture.")


CONTENT = Layout(
    proof=(frozenset({"post id", "date", "post text"}), frozenset({"post id", "post text", "post link"})),
    without=frozenset({"publish time", "network"}),
    columns={
        "post text": "text",
        "post link": "permalink",
        "link": "permalink",
        "post id": "",
        "share": "figure:shares",
    },
    network="x",
    words=html.unescape,
    finish=mark_reply,
)
CLASSIC = Layout(
    proof=(frozenset({"tweet id", "tweet permalink", "tweet text", "time"}),),
    columns={"tweet text": "text", "time": "date", "tweet id": "", "tweet permalink": "permalink"},
    network="x",
    zone=dt.UTC,
    words=html.unescape,
    finish=mark_reply,
)

accepts, parse = readers(CONTENT, CLASSIC)
