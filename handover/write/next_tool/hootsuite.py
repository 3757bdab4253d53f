"""Hootsuite's bulk composer: no header; date, message, link; one network a file; 350 messages in all.

Its composer adds the link to the message, so a link at the end of the text moves into its own column.
Columns: real bulk files; the composer asks which way the file writes dates.
"""

from collections.abc import Sequence

from handover.write.next_tool.rows import ImportRow, without_end_link
from handover.write.next_tool.tool import Tool
from handover.write.words import N_


def _rows(entry: ImportRow) -> Sequence[Sequence[str]]:
    text = without_end_link(entry)
    moved = text != entry.text and text != ""
    date = entry.at.strftime("%m/%d/%Y %H:%M")
    return [[date, text, entry.link] if moved else [date, entry.text, ""]]


TOOL = Tool(
    name="Hootsuite",
    header=lambda network: (),
    rows=_rows,
    most_rows=350,
    most_pictures=0,
    dates="mm/dd/yyyy hh:mm",
    note=N_("Choose this way of writing dates when you import. No more than 350 messages may wait in all."),
)
