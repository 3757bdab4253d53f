"""The lists of videos that TikTok Studio and YouTube Studio export as CSV.

Google Takeout's `video metadata/videos.csv` has the words of each video, and tells who may see it.

YouTube's begins with a row of totals, and `Content` is the video's id: its address follows from it. What
the description of a video says is in neither.
"""

from handover.model import Said
from handover.read.updates.tables.header.layout import Layout, readers
from handover.read.updates.tables.rows.record import Record


def _youtube(record: Record) -> str:
    record.permalink = f"https://www.youtube.com/watch?v={record.aside['id']}"
    return ""


def _takeout(record: Record) -> str:
    if (privacy := record.aside.get("privacy", "").strip().casefold()) != "public":
        return Said("Only {who} could see it.", who=privacy or "?")
    if record.date is None:
        record.state = "draft"
    return _youtube(record)


TIKTOK = Layout(
    proof=(frozenset({"video title", "video link", "post time"}),),
    columns={"video title": "text", "video link": "permalink", "post time": "date"},
    network="tiktok",
)
YOUTUBE = Layout(
    proof=(frozenset({"content", "video title", "video publish time"}),),
    columns={"video title": "text", "content": "aside:id", "video publish time": "date"},
    network="youtube",
    finish=_youtube,
)

TAKEOUT = Layout(
    proof=(frozenset({"video id", "video title", "privacy", "video publish timestamp"}),),
    columns={
        "video id": "aside:id",
        "video title": "heading",
        "video description": "text",
        "video publish timestamp": "date",
        "privacy": "aside:privacy",
        **dict.fromkeys(("video create timestamp", "video state", "video category", "channel id"), ""),
        **dict.fromkeys(("approx duration", "video audio language", *(f"tag {n}" for n in range(1, 51))), ""),
    },
    network="youtube",
    finish=_takeout,
)

accepts, parse = readers(TIKTOK, YOUTUBE, TAKEOUT)
