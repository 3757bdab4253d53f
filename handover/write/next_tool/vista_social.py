"""Vista Social's bulk publishing: 100 rows a file are advised (200 taken); several pictures are several rows
with the same message and time. Source: its sample files; links to Google Drive are refused.
"""

from collections.abc import Sequence

from handover.write.next_tool.rows import ImportRow
from handover.write.next_tool.tool import Tool

HEADER = ("message", "type", "link", "time")


def _rows(entry: ImportRow) -> Sequence[Sequence[str]]:
    at = entry.at.strftime("%Y-%m-%d %H:%M")
    if entry.pictures:
        return [[entry.text, "image", picture, at] for picture in entry.pictures]
    kind = "article" if entry.link else "message"
    return [[entry.text, kind, entry.link, at]]


TOOL = Tool(
    name="Vista Social",
    header=lambda network: HEADER,
    rows=_rows,
    most_rows=100,
    dates="YYYY-MM-DD HH:mm",
)
