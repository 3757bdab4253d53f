"""HighLevel Social Planner's CSV; a row without a time is a draft.

Source: its help articles 155000005411 and 155000005542.
"""

from handover.read.updates.tables.header.layout import Layout, readers
from handover.read.updates.tables.rows.record import Record


def _finish(record: Record) -> str:
    if record.date is None:
        record.state = "draft"
    return ""


PLANNER = Layout(
    proof=(frozenset({"post at specific time", "content", "link", "image urls"}),),
    columns={"post at specific time": "date", "content": "text"},
    one_channel=True,
    state="scheduled",
    day_first=False,
    finish=_finish,
)

# The advanced file: networks above, columns below; of its two links that of the post is `OGmetaUrl`.
ADVANCED = Layout(
    proof=(frozenset({"post at specific time", "content", "ogmeta url"}),),
    columns={
        "post at specific time": "date",
        "content": "text",
        "ogmeta url": "link",
        "link": "",
        "image urls": "media",
        "gif url": "media",
        "video urls": "media",
        "tags": "labels",
        "follow up comment": "comment",
        **dict.fromkeys(
            ("thumbnail url", "media optimization", "apply watermark", "type", "pdf title", "post as pdf"), ""
        ),
        **dict.fromkeys(("event type", "action type", "action url", "title", "offer title", "category"), ""),
        **dict.fromkeys(
            ("start date", "end date", "terms conditions", "coupon code", "redeem online url"), ""
        ),
        **dict.fromkeys(("privacy level", "promote other brand", "enable comment", "enable duet"), ""),
        **dict.fromkeys(("enable stitch", "video disclosure", "promote your brand"), ""),
        "notify all group members": "",
        "pinterest board": "",
    },
    one_channel=True,
    state="scheduled",
    day_first=False,
    finish=_finish,
)

accepts, parse = readers(ADVANCED, PLANNER)
