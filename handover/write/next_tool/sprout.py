"""Sprout Social's bulk import: at most 350 messages a file, pictures added after the upload.

Columns and rules: support.sproutsocial.com, article 115005864203. Its template has columns for pictures and
links, too, whose names are not known here.
"""

from collections.abc import Sequence

from handover.write.next_tool.rows import ImportRow
from handover.write.next_tool.tool import Tool
from handover.write.words import N_

HEADER = ("date", "time_24hr", "message_text")


def _rows(entry: ImportRow) -> Sequence[Sequence[str]]:
    return [[entry.at.strftime("%m/%d/%Y"), entry.at.strftime("%H:%M"), entry.text]]


TOOL = Tool(
    name="Sprout Social",
    header=lambda network: HEADER,
    rows=_rows,
    most_rows=350,
    most_pictures=0,
    dates="mm/dd/yyyy",
    note=N_("Choose mm/dd/yyyy when you import. Pictures are added after the import."),
)
