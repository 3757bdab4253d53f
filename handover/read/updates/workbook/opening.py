"""The workbook opened: its sheets as rows of cells, within what memory can hold."""

import io
import zipfile
from collections.abc import Sequence

from handover.columns import MEMORY
from handover.columns.shown import Cell
from handover.later import dataclass, pattern
from handover.read.containers import overlapping
from handover.read.source import Source
from handover.read.updates.tables import Table
from handover.read.updates.tables.files.books import is_old_workbook, is_open_document
from handover.read.updates.tables.files.sheets import first_rows

# As a workbook of Excel names its sheets, and one of OpenDocument.
_SHEET_NAME = pattern(rb'<(?:\w+:)?sheet [^>]*name="' + MEMORY.encode() + b'"')
_TAG = 400  # bytes that the tag of a table takes at most
_TABLE_NAME = pattern(rb'<table:table [^>]*table:name="' + MEMORY.encode() + b'"')


@dataclass(frozen=True, slots=True)
class SheetRows:
    """One sheet: its cells from A1 on."""

    name: str
    rows: Sequence[Sequence[Cell]]
    is_hidden: bool = False


def names_memory(source: Source) -> bool:
    """Whether the workbook has our hidden sheet. Raises whatever a damaged file brings up."""
    if is_old_workbook(source):
        return any(table.sheet == MEMORY for table in first_rows(source))
    if source.head[:4] != b"PK\x03\x04":
        return False
    with source.open() as stream, zipfile.ZipFile(stream) as package:
        if not is_open_document(source):
            return _SHEET_NAME.search(package.read("xl/workbook.xml")) is not None
        with package.open("content.xml") as content:
            return any(_TABLE_NAME.search(chunk) for chunk in overlapping(content, _TAG))


def open_workbook(source: Source) -> dict[str, SheetRows]:
    """All sheets by name. Raises TooLargeError, or whatever the file's damage brings up."""
    # Loaded here, as most workbooks are looked at only, to tell whether they are ours.
    from python_calamine import CalamineWorkbook, SheetVisibleEnum

    from handover.read.updates.tables.files.calamine import guard

    data = source.read()
    if not is_old_workbook(source):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            guard(package)
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    hidden = {m.name for m in workbook.sheets_metadata if m.visible is not SheetVisibleEnum.Visible}
    return {
        name: SheetRows(
            name, workbook.get_sheet_by_name(name).to_python(skip_empty_area=False), name in hidden
        )
        for name in workbook.sheet_names
    }


def dense(table: Table, most: int | None = None) -> SheetRows:
    """A table as rows from the first on, those left out empty."""
    rows: list[Sequence[Cell]] = []
    for number, cells in table.rows[:most]:
        if most and number > most:
            break
        rows += [()] * (number - 1 - len(rows))
        rows.append(cells)
    return SheetRows(table.sheet, rows)
