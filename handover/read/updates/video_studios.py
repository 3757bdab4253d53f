"""The lists of videos that TikTok Studio and YouTube Studio export as CSV.

YouTube's begins with a row of totals, and `Content` is the video's id: its address follows from it. What
the description of a video says is in neither.
"""

from handover.read.updates.tables.header.layout import Layout, readers
from handover.read.updates.tables.rows.record import Record


def _youtube(record: Record) -> str:
    record.permalink = f"https://www.youtube.com/watch?v={record.aside['id']}"
    return ""


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

accepts, parse = readers(TIKTOK, YOUTUBE)
