"""Vista Social's bulk publishing: 100 rows a file are advised (200 taken); several pictures are several rows
with the same message and time. Source: its sample files; links to Google Drive are refused.
"""

from collections.abc import Sequence

from handover.write.next_tool.publer import shortened
from handover.write.next_tool.rows import ImportRow
from handover.write.next_tool.tool import Tool

HEADER = ("message", "type", "link", "time")  # first, and in this order
OF_A_PIN = ("title", "board")  # support.vistasocial.com, article 10295276622875


def _header(network: str) -> Sequence[str]:
    return (*HEADER, *OF_A_PIN) if network == "pinterest" else HEADER


def _rows(entry: ImportRow) -> Sequence[Sequence[str]]:
    at = entry.at.strftime("%Y-%m-%d %H:%M")
    if entry.pictures:
        # Its board is chosen by who knows the account.
        pin = [shortened(entry.title, entry.network), ""] if entry.network == "pinterest" else []
        return [[entry.text, "image", picture, at, *pin] for picture in entry.pictures]
    kind = "article" if entry.link else "message"
    return [[entry.text, kind, entry.link, at]]


TOOL = Tool(
    name="Vista Social",
    header=_header,
    rows=_rows,
    most_rows=100,
    dates="YYYY-MM-DD HH:mm",
)
