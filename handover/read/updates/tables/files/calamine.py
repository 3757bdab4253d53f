"""Spreadsheets of LibreOffice (.ods) and Excel's binary ones (.xlsb), by calamine; what memory can hold."""

import io
import zipfile
from functools import cache

from lxml import etree
from python_calamine import CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum

from handover.errors import ParseError
from handover.later import pattern
from handover.model import Notice, Said
from handover.model.places import within
from handover.read.containers import DAMAGE, MAX_RATIO, SPARE, overlapping
from handover.read.fields import clean
from handover.read.source import Source
from handover.read.updates.tables import MOST_ROWS, Cell, Row, Table, too_long
from handover.read.updates.tables.files import xlsb_records
from handover.read.updates.tables.files.behind_cells import Behind, behind_cells
from handover.read.updates.tables.files.xlsx import (
    AGAIN,
    HIDDEN,
    WIDEST,
    banners_of,
    fill_merged,
    locked,
    plain,
    without_tail,
)
from handover.read.updates.tables.files.xlsx_package import LAST_COLUMN
from handover.text.column_letters import column_letters, column_number

MAX_BYTES = 2 * 1024**3  # of all parts of the package, unpacked
MAX_CELLS = 10_000_000  # of one sheet, from its first to its last cell; each takes 40 bytes of memory
_ODS = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_NAME = 40  # bytes that the name of a cell takes at most
_CELL = pattern(rb"""\sr\s*=\s*["']([A-Za-z]{1,3})(\d{1,7})""")
_FAR = pattern(rb"""["'](?:[A-Za-z]{1,3}\d{5}|[A-Za-z]{3}\d)""")


class TooLargeError(Exception):
    """More than can be held in memory; `why` says what."""

    def __init__(self, why: Said) -> None:
        super().__init__(why)
        self.why = why

    def at(self, place: str) -> ParseError:
        """The same of a file, for a person."""
        return ParseError(
            Said("{place} is too large to be read: {why}.", place=place, why=self.why),
            location=place,
            hint=Said("Delete the empty rows and columns beyond the table, save it, and try again."),
        )


def read(source: Source) -> list[Table]:
    """The sheets of an .ods or .xlsb, empty ones left out. Raises ParseError for a broken or locked file."""
    data = source.read()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            guard(package)
            behind = behind_cells(package)
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        hidden = {m.name for m in book.sheets_metadata if m.visible is not SheetVisibleEnum.Visible}
        sheets = [(name, book.get_sheet_by_name(name)) for name in book.sheet_names]
        return [
            _sheet(source, sheet, behind.get(name, Behind()), hidden=name in hidden) for name, sheet in sheets
        ]
    except ParseError:
        raise
    except TooLargeError as error:
        raise error.at(source.location) from error
    except PasswordError as error:
        raise locked(source.location) from error
    except BaseException as error:  # a broken file brings up all kinds of errors
        if not isinstance(error, Exception) and not is_panic(error):
            raise
        if b"manifest:encryption-data" in data or _is_locked(data):
            raise locked(source.location) from error
        raise ParseError(
            Said("{place} is a damaged workbook ({error}).", place=source.location, error=str(error)),
            location=source.location,
            hint=AGAIN,
        ) from error


def is_panic(error: BaseException) -> bool:
    """Whether calamine gave up on a file: Rust's panic comes as an error that is no `Exception`, of a class
    that no module offers (pyo3's `PanicException`).
    """
    return type(error).__name__ == "PanicException"


def _is_locked(data: bytes) -> bool:
    """Whether an .ods names in its manifest how it is encrypted (OpenDocument 1.3, part 2, 4.4)."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return b"encryption-data" in package.read("META-INF/manifest.xml")
    except (*DAMAGE, KeyError, NotImplementedError, RuntimeError):
        return False


def _sheet(source: Source, sheet: CalamineSheet, behind: Behind, *, hidden: bool) -> Table:
    rows: list[Row] = []
    for number, cells in enumerate(sheet.to_python(skip_empty_area=False), 1):
        if filled := without_tail([_value(cell) for cell in cells[:WIDEST]]):
            rows.append((number, filled))
    if len(rows) > MOST_ROWS:
        raise too_long(source.location)
    fill_merged(rows, behind.merged)
    where = within(source.location, sheet.name)
    notices = (Notice(text=HIDDEN, where=where),) if hidden and rows else ()
    return Table(
        location=source.location,
        sheet=sheet.name,
        rows=rows,
        links=behind.links,
        banners=banners_of(behind.merged),
        notices=notices,
    )


def _value(cell: object) -> Cell:
    if isinstance(cell, str):
        return clean(cell) or None
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return int(cell)
    return plain(cell)


def guard(package: zipfile.ZipFile) -> None:
    """Raises TooLargeError for a package of which reading would fill the memory."""
    if sum(info.file_size for info in package.infolist()) > MAX_BYTES:
        raise TooLargeError(Said("unpacked it has more than 2 GB"))
    if any(i.file_size > max(SPARE, MAX_RATIO * i.compress_size) for i in package.infolist()):
        raise TooLargeError(Said("a part of it would grow to more than {n} times its size", n=MAX_RATIO))
    if "content.xml" in package.NameToInfo:
        _guard_repeats(package)
    for info in package.infolist():
        if info.filename.casefold().endswith("sharedstrings.bin"):
            # Each takes three bytes at the least; room is made for as many as are told.
            if (told := xlsb_records.strings(package, info)) > info.file_size:
                raise TooLargeError(Said("its cells are more than {n}", n=told))
            continue
        is_sheet = "sheets/" in info.filename.casefold() and info.filename.endswith(".bin")
        width, height = (xlsb_records.reach if is_sheet else _reach)(package, info)
        if width * height > MAX_CELLS:
            column = column_letters(min(width, LAST_COLUMN))
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
    return column_number(letters.decode())
