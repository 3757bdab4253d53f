"""Columns a workbook was written with and no longer has: their cells are not read as if they were emptied."""

from handover.columns.shown import READ, as_text
from handover.errors import ParseError
from handover.model import Quoted, Said
from handover.read.updates.workbook.memory import Memory
from handover.read.updates.workbook.opening import SheetRows
from handover.read.updates.workbook.recognition import Header, is_whole
from handover.read.updates.workbook.spoken import fold


def check_columns(sheet: SheetRows, header: Header, memory: Memory, location: str) -> None:
    """Raises ParseError where a column that tells of updates was renamed or deleted.

    A sheet of the person's own making has other columns, and the empty sheet holds nothing to lose.
    """
    written = memory.headers.get(header.kind, [])
    if not (memory.updates or memory.shown) or not is_whole(header, memory.columns):
        return
    titles = [fold(as_text(cell)) for cell in sheet.rows[header.at]]
    lacking = [title for title in written if title not in titles and header.columns.get(title) in READ]
    if not lacking:
        return
    name = lacking[0][:1].upper() + lacking[0][1:]
    at = written.index(lacking[0])
    instead = as_text(sheet.rows[header.at][at]).strip() if at < len(sheet.rows[header.at]) else ""
    hint = Said(
        "Write {column} above that column again, in row {row}. To clear it, empty its cells and leave its "
        "name.",
        column=Quoted(name),
        row=str(header.at + 1),
    )
    if instead and fold(instead) not in written:
        hint = Said(
            "Write {column} again in row {row}, where {instead} stands now.",
            column=Quoted(name),
            row=str(header.at + 1),
            instead=Quoted(instead),
        )
    raise ParseError(
        Said(
            "The sheet {sheet} of {place} has lost its column {column}: what stood there would be missing "
            "from every update.",
            sheet=Quoted(sheet.name),
            place=location,
            column=Quoted(name),
        ),
        location=location,
        hint=hint,
    )
