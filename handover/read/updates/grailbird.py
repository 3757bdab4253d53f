"""The X (Twitter) archive of until 2018: `tweets.csv`.

Times before 2010-11-04 are midnight in most files: then only the day is known. The file does not name its
owner, so an address leads by the id alone. `expanded_urls` stand in the order of the t.co links.
"""

import datetime as dt
import html
import re

from handover.read.updates.tables.header.layout import Layout, readers
from handover.read.updates.tables.rows.record import Record

_SHORT = re.compile(r"https?://t\.co/\w+")
_OWN_PICTURE = re.compile(r"^https?://(?:www\.)?(?:twitter|x)\.com/[^/]+/status/\d+/(?:photo|video)/\d+$")


def _finish(record: Record) -> str:
    if record.aside["id"].isdigit():  # Excel turns it into 1.22187E+17
        record.permalink = f"https://x.com/i/status/{record.aside['id']}"
    if record.aside.get("repeats") or record.text.startswith("RT @"):
        record.kind = "repost"
    elif record.aside.get("answers") or record.text.startswith("@"):
        record.kind = "reply"
    links = [link for link in dict.fromkeys(record.links) if not _OWN_PICTURE.match(link)]
    record.media = [link for link in dict.fromkeys(record.links) if _OWN_PICTURE.match(link)]
    record.links = links
    short = _SHORT.findall(record.text)
    if len(short) == len(links):
        for code, link in zip(short, links, strict=True):
            record.text = record.text.replace(code, link, 1)
    return ""


TWEETS = Layout(
    proof=(frozenset({"tweet id", "timestamp", "text", "expanded urls"}),),
    columns={
        "tweet id": "aside:id",
        "timestamp": "date",
        "text": "text",
        "expanded urls": "link",
        "in reply to status id": "aside:answers",
        "in reply to user id": "",
        "retweeted status id": "aside:repeats",
        "source": "",
    },
    network="x",
    zone=dt.UTC,
    words=html.unescape,
    finish=_finish,
)

accepts, parse = readers(TWEETS)
