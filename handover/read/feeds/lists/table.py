"""A table of a blog's posts as CSV or workbook: its header and its rows."""

import csv
import io
import zipfile
from collections.abc import Iterator, Mapping
from functools import lru_cache

from python_calamine import CalamineWorkbook

from handover.later import dataclass
from handover.read.long_cells import long_cells
from handover.read.source import Source
from handover.read.updates.tables.files.books import is_new_workbook
from handover.read.updates.tables.files.calamine import guard
from handover.read.updates.tables.files.csv_text import decode, delimiter_of, looks_like_text

MAX_BYTES = 200 * 1024**2


@dataclass(frozen=True, slots=True)
class Row:
    number: int  # as the spreadsheet program counts
    cells: Mapping[str, str]  # by header in lower case; the first of a header that repeats

    def get(self, *names: str) -> str:
        """The first of these columns that has something in it."""
        return next((found for name in names if (found := self.cells.get(name, ""))), "")


def header(source: Source) -> tuple[str, ...]:
    """The headers in lower case; () for what is no table."""
    if source.is_container:
        return ()
    if is_new_workbook(source):
        return _header_of_workbook(source.read(MAX_BYTES))
    if not looks_like_text(source.head) or source.head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (
        b"<",
        b"{",
        b"[",
    ):
        return ()
    return _header_of_text(source.head)


@lru_cache(maxsize=1)  # each reader of a list asks for it, one after the other
def _header_of_text(head: bytes) -> tuple[str, ...]:
    try:
        return _lower(next(_lines(decode(head, whole=False)[0]), []))
    except csv.Error:  # a first cell without end: no table
        return ()


@lru_cache(maxsize=4)
def _header_of_workbook(data: bytes) -> tuple[str, ...]:
    try:
        return next((_lower(row) for row in _sheet(data)), ())
    except Exception:  # a broken file brings up all kinds of errors: no table of posts can be read in it
        return ()


@long_cells()
def rows(source: Source) -> list[Row]:
    """The rows below the header that have anything in them."""
    return list(_rows(source))


def _rows(source: Source) -> Iterator[Row]:
    data = source.read(MAX_BYTES)
    if is_new_workbook(source):
        lines = iter(_sheet(data))
    else:
        lines = _lines(decode(data)[0])
    names = _lower(next(lines, []))
    for number, line in enumerate(lines, 2):
        cells: dict[str, str] = {}
        for name, cell in zip(names, line, strict=False):
            cells.setdefault(name, cell.strip())
        if any(cells.values()):
            yield Row(number, cells)


def _lines(text: str) -> Iterator[list[str]]:
    """The rows of a text; a lone carriage return ends a line, as old programs of the Mac wrote it."""
    text = text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    return iter(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text)))


def _lower(cells: list[str]) -> tuple[str, ...]:
    return tuple(" ".join(cell.replace("\ufeff", "").split()).casefold() for cell in cells)


@lru_cache(maxsize=4)
def _sheet(data: bytes) -> list[list[str]]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        guard(package)  # calamine makes room for all up to the last cell
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0)
    return [["" if cell is None else str(cell) for cell in row] for row in sheet.to_python()]
