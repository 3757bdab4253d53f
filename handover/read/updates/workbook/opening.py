"""The workbook opened: its sheets as rows of cells, within what memory can hold."""

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from openpyxl.utils.cell import column_index_from_string, get_column_letter
from python_calamine import CalamineWorkbook, SheetVisibleEnum

from handover.columns import MEMORY
from handover.columns.shown import Cell
from handover.read.containers import MAX_RATIO, SPARE, overlapping
from handover.read.source import Source

MAX_BYTES = 2 * 1024**3  # of all parts of the package, unpacked
MAX_CELLS = 15_000_000  # of one sheet, from its first to its last cell; each takes 40 bytes of memory

_SHEET_NAME = re.compile(rb'<(?:\w+:)?sheet [^>]*name="' + MEMORY.encode() + b'"')
_NAME = 40  # bytes that the name of a cell takes at most
_CELL = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{1,3})(\d{1,7})""")
_FAR = re.compile(rb"""["'](?:[A-Za-z]{1,3}\d{5}|[A-Za-z]{3}\d)""")


class TooLargeError(Exception):
    """More than can be held in memory; the message says what."""


@dataclass(frozen=True, slots=True)
class SheetRows:
    """One sheet: its cells from A1 on."""

    name: str
    rows: Sequence[Sequence[Cell]]


def names_memory(package: zipfile.ZipFile) -> bool:
    """Whether the workbook has our hidden sheet."""
    return _SHEET_NAME.search(package.read("xl/workbook.xml")) is not None


def open_workbook(source: Source) -> dict[str, SheetRows]:
    """All sheets by name. Raises TooLargeError, or whatever the file's damage brings up."""
    data = source.read()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        _guard(package)
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    hidden = {m.name for m in workbook.sheets_metadata if m.visible is not SheetVisibleEnum.Visible}
    return {
        name: SheetRows(name, workbook.get_sheet_by_name(name).to_python(skip_empty_area=False))
        for name in workbook.sheet_names
        if name == MEMORY or name not in hidden
    }


def _guard(package: zipfile.ZipFile) -> None:
    if sum(info.file_size for info in package.infolist()) > MAX_BYTES:
        raise TooLargeError("unpacked it has more than 2 GB")
    if any(i.file_size > max(SPARE, MAX_RATIO * i.compress_size) for i in package.infolist()):
        raise TooLargeError(f"a part of it would grow to more than {MAX_RATIO} times its size")
    for info in package.infolist():
        width, height = _reach(package, info)
        if width * height > MAX_CELLS:
            raise TooLargeError(f"a sheet reaches to column {get_column_letter(width)} and row {height:,}")


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
