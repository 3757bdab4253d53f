"""A plain file for any other scheduler: one row an update, all networks, columns to map by hand."""

from collections.abc import Sequence

from handover.model.media import BESIDE
from handover.write.next_tool.rows import ImportRow
from handover.write.next_tool.tool import Tool

HEADER = ("Date", "Time", "Network", "Text", "Link", "Image URL", "Alt text", "Image file")


def _rows(entry: ImportRow) -> Sequence[Sequence[str]]:
    day, time = entry.at.strftime("%Y-%m-%d"), entry.at.strftime("%H:%M")
    pictures, alts = " ".join(entry.pictures), " || ".join(entry.alts) if any(entry.alts) else ""
    files = " ".join(name.partition(BESIDE)[0] for name in entry.to_attach)
    return [[day, time, entry.label, entry.text, entry.link, pictures, alts, files]]


TOOL = Tool(
    name="any tool",
    header=lambda network: HEADER,
    rows=_rows,
    by_network=False,
    takes_all=True,
    dates="YYYY-MM-DD, HH:mm",
)
