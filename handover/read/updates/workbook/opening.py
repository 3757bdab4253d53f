"""The workbook opened: its sheets as rows of cells, within what memory can hold."""

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from lxml import etree
from openpyxl.utils.cell import column_index_from_string, get_column_letter
from python_calamine import CalamineWorkbook, SheetVisibleEnum

from handover.columns import MEMORY
from handover.columns.shown import Cell
from handover.model import Said
from handover.read.containers import MAX_RATIO, SPARE, overlapping
from handover.read.source import Source
from handover.read.updates.tables.files.sheets import first_rows
from handover.read.updates.tables.files.xlsx import is_old_workbook

MAX_BYTES = 2 * 1024**3  # of all parts of the package, unpacked
MAX_CELLS = 15_000_000  # of one sheet, from its first to its last cell; each takes 40 bytes of memory

# As a workbook of Excel names its sheets, and one of OpenDocument.
_SHEET_NAME = re.compile(rb'<(?:\w+:)?sheet [^>]*name="' + MEMORY.encode() + b'"')
_TAG = 400  # bytes that the tag of a table takes at most
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
_ODS = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TABLE_NAME = re.compile(rb'<table:table [^>]*table:name="' + MEMORY.encode() + b'"')
_NAME = 40  # bytes that the name of a cell takes at most
_CELL = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{1,3})(\d{1,7})""")
_FAR = re.compile(rb"""["'](?:[A-Za-z]{1,3}\d{5}|[A-Za-z]{3}\d)""")


class TooLargeError(Exception):
    """More than can be held in memory; `why` says what."""

    def __init__(self, why: Said) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class SheetRows:
    """One sheet: its cells from A1 on."""

    name: str
    rows: Sequence[Sequence[Cell]]
    is_hidden: bool = False


def is_open_document(source: Source) -> bool:
    """Whether this is a spreadsheet of LibreOffice's own kind (.ods)."""
    return source.head[:4] == b"PK\x03\x04" and _OPEN_DOCUMENT in source.head[:200]


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
    data = source.read()
    if not is_old_workbook(source):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _guard(package)
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    hidden = {m.name for m in workbook.sheets_metadata if m.visible is not SheetVisibleEnum.Visible}
    return {
        name: SheetRows(
            name, workbook.get_sheet_by_name(name).to_python(skip_empty_area=False), name in hidden
        )
        for name in workbook.sheet_names
    }


def _guard(package: zipfile.ZipFile) -> None:
    if sum(info.file_size for info in package.infolist()) > MAX_BYTES:
        raise TooLargeError(Said("unpacked it has more than 2 GB"))
    if any(i.file_size > max(SPARE, MAX_RATIO * i.compress_size) for i in package.infolist()):
        raise TooLargeError(Said("a part of it would grow to more than {n} times its size", n=MAX_RATIO))
    if "content.xml" in package.NameToInfo:
        _guard_repeats(package)
    for info in package.infolist():
        width, height = _reach(package, info)
        if width * height > MAX_CELLS:
            column = get_column_letter(width)
            raise TooLargeError(
                Said("a sheet reaches to column {column} and row {row}", column=column, row=f"{height:,}")
            )


def _guard_repeats(package: zipfile.ZipFile) -> None:
    """An .ods says how often a cell or a row is repeated: a few bytes may stand for millions of cells."""
    cells = 0
    with package.open("content.xml") as stream:
        for _, row in etree.iterparse(
            stream, tag=f"{_ODS}table-row", resolve_entities=False, no_network=True
        ):
            filled = sum(
                int(cell.get(f"{_ODS}number-columns-repeated", 1)) for cell in row if len(cell) or cell.text
            )
            cells += filled * int(row.get(f"{_ODS}number-rows-repeated", 1))
            if cells > MAX_CELLS:
                raise TooLargeError(Said("its cells are more than {n}", n=MAX_CELLS))
            row.clear()
            while row.getprevious() is not None:
                del row.getparent()[0]


def _reach(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> tuple[int, int]:
    """The last column and row that cells name, when any is far out: the reader makes room for all between."""
    with package.open(part) as stream:
        if not any(_FAR.search(chunk) for chunk in overlapping(stream, _NAME)):
            return 0, 0
    width = height = 0
    with package.open(part) as stream:
        for chunk in overlapping(stream, _NAME):
            for letters, number in _CELL.findall(chunk):
                width, height = max(width, _column(letters)), max(height, int(number))
    return width, height


@cache
def _column(letters: bytes) -> int:
    return column_index_from_string(letters.decode())
