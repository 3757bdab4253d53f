"""HighLevel Social Planner: at most 90 posts a file, up to ten pictures a post.

Columns and rules: help.gohighlevel.com, articles 155000005411 and 155000005542.
"""

from collections.abc import Sequence

from handover.write.next_tool.rows import ImportRow
from handover.write.next_tool.tool import Tool

HEADER = (
    "postAtSpecificTime (YYYY-MM-DD HH:mm:ss)",
    "content",
    "link (OGmetaUrl)",
    "imageUrls",
    "gifUrl",
    "videoUrls",
)
MOST_PICTURES = 10


def _rows(entry: ImportRow) -> Sequence[Sequence[str]]:
    pictures = ", ".join(entry.pictures[:MOST_PICTURES])
    # Where there is a picture, HighLevel writes the link below the text once more.
    link = "" if pictures else entry.link
    return [[entry.at.strftime("%Y-%m-%d %H:%M:%S"), entry.text, link, pictures, "", ""]]


TOOL = Tool(
    name="HighLevel",
    header=lambda network: HEADER,
    rows=_rows,
    most_rows=90,
    most_pictures=MOST_PICTURES,
    dates="YYYY-MM-DD HH:mm:ss",
)
