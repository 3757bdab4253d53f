"""Excel workbooks (.xlsx). A cell merged over several rows stands in each of them.

They are read by modules of our own, and one that is out of the ordinary by openpyxl.
"""

import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Protocol

from handover.errors import ParseError
from handover.later import dataclass, pattern
from handover.model import Notice, Said
from handover.model.places import within
from handover.read.containers import CHUNK, MAX_RATIO, SPARE, explodes
from handover.read.fields import clean
from handover.read.source import MAX_BYTES, Source
from handover.read.updates.tables import MOST_ROWS, Cell, Row, Table, too_long
from handover.read.updates.tables.files import xlsx_cells
from handover.read.updates.tables.files.looks import Looks
from handover.read.updates.tables.files.xlsx_package import Area
from handover.read.updates.tables.files.xlsx_sheet import Links

WIDEST = 500  # columns; anything right of them is no table of updates
EXCELS_ROWS = 1_048_576  # of a sheet; no spreadsheet program writes more
MOST_CELLS = 5_000_000  # with something in them, of one workbook
MOST_FILLED = 1_000_000  # cells that merged cells may fill on one sheet; more are not meant to be read
_ROW = pattern(rb"<(?:\w+:)?row[\s>/]")
AGAIN = Said(
    "Open it in your spreadsheet program, save it as .xlsx (without a password) or CSV, and give that."
)


def locked(place: str) -> ParseError:
    """The error for a workbook that opens with a password only."""
    return ParseError(
        Said("{file} is protected by a password.", file=place),
        location=place,
        hint=Said("Open it, take the password off, save it again, and give that."),
    )


def read_new(source: Source) -> list[Table]:
    """The sheets of an .xlsx, empty ones left out. Raises ParseError for a broken file, or one too long."""
    data = source.read()
    try:
        _check_size(source, data)
        archive = zipfile.ZipFile(io.BytesIO(data))
        if (tables := _ordinary(source, archive)) is not None:
            return tables
        from handover.read.updates.tables.files import xlsx_by_openpyxl  # few files need it

        return _tables(source, archive, xlsx_by_openpyxl.sheets_of(data, archive))
    except ParseError:
        raise
    except Exception as error:  # openpyxl lets all kinds of errors out of a broken file
        raise ParseError(
            Said(
                "{place} is a damaged workbook ({error}).",
                place=source.location,
                error=f"{type(error).__name__}: {error}",
            ),
            location=source.location,
            hint=AGAIN,
        ) from error


def _ordinary(source: Source, archive: zipfile.ZipFile) -> list[Table] | None:
    """The sheets by our own reader; None for a file that openpyxl is to read, or to say what is broken."""
    try:
        return _tables(source, archive, xlsx_cells.sheets_of(archive))
    except ParseError:
        raise
    except Exception:
        return None


def _check_size(source: Source, data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = sum(member.file_size for member in archive.infolist())
        if any(m.file_size > max(SPARE, MAX_RATIO * m.compress_size) for m in archive.infolist()):
            raise explodes(source.location)
        rows = max((_count_rows(archive, m) for m in archive.infolist()), default=0)
    if rows > EXCELS_ROWS:
        raise too_long(source.location)
    if size > MAX_BYTES:
        raise ParseError(
            Said(
                "{place} is larger than {n} MB when it is unpacked.",
                place=source.location,
                n=MAX_BYTES // 1024**2,
            ),
            location=source.location,
            hint=Said("Save the sheet with the updates as CSV, and give that."),
        )


def _count_rows(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> int:
    # Quick, and only where there may be too many: a row takes seven bytes at least.
    if not part.filename.startswith("xl/worksheets/") or part.file_size < 7 * EXCELS_ROWS:
        return 0
    with archive.open(part) as stream:
        return sum(len(_ROW.findall(chunk)) for chunk in iter(lambda: stream.read(CHUNK), b""))


HIDDEN = Said("This sheet is hidden in the workbook and was read all the same.")


@dataclass(slots=True)
class _Room:
    """What may still be read of one workbook."""

    location: str
    rows: int
    cells: int

    def take(self, cells: Sequence[Cell]) -> None:
        self.rows -= 1
        self.cells -= len(cells)
        if self.rows < 0 or self.cells < 0:
            raise too_long(self.location)


class AnySheet(Protocol):
    """A sheet, whichever way it is read; what is no row of it is known once the rows are read."""

    title: str
    path: str  # of its part in the package
    hidden: bool
    links: Links
    merged: list[Area]
    uncalculated: bool

    def rows(self) -> Iterator[tuple[int, Sequence[Any]]]: ...


def _tables(source: Source, archive: zipfile.ZipFile, sheets: Iterable[AnySheet]) -> list[Table]:
    room = _Room(source.location, MOST_ROWS, MOST_CELLS)
    return [_table(source, archive, sheet, room) for sheet in sheets]


def _table(source: Source, archive: zipfile.ZipFile, sheet: AnySheet, room: _Room) -> Table:
    rows: list[Row] = []
    for number, cells in sheet.rows():
        if any(cell is not None for cell in cells):
            rows.append((number, [plain(cell) for cell in without_tail(cells[:WIDEST])]))
            room.take(rows[-1][1])
    fill_merged(rows, sheet.merged)
    where = within(source.location, sheet.title)
    notices = []
    if sheet.hidden and rows:
        notices.append(Notice(text=HIDDEN, where=where))
    if sheet.uncalculated:
        told = Said("Cells with formulas that were never calculated are empty in this sheet.")
        hint = Said("Open the file in Excel, save it, and give it again.")
        notices.append(Notice(text=told, hint=hint, where=where))
    return Table(
        location=source.location,
        sheet=sheet.title,
        rows=rows,
        links=sheet.links,
        banners=banners_of(sheet.merged),
        looks=Looks(archive, sheet.path),
        notices=tuple(notices),
    )


def banners_of(merged: Iterable[Area]) -> frozenset[int]:
    """The rows that have a cell merged over several columns."""
    return frozenset(top for left, top, right, bottom in merged if top == bottom and right > left)


def plain(cell: Any) -> Cell:
    # A time of day in the format of a duration.
    if isinstance(cell, str):
        return clean(cell)
    return (dt.datetime.min + cell).time() if isinstance(cell, dt.timedelta) and cell.days == 0 else cell


def without_tail(cells: Sequence[Cell]) -> list[Cell]:
    end = len(cells)
    while end and cells[end - 1] is None:
        end -= 1
    return list(cells[:end])


def fill_merged(rows: list[Row], merged: Sequence[Area]) -> None:
    """Write what stands in a cell that is merged over several rows into each of them.

    Down only: a banner over many columns is one cell, a date over many rows is the date of each.
    """
    at = {number: index for index, (number, _) in enumerate(rows)}
    left_to_fill = MOST_FILLED
    for left, top, _, bottom in merged:
        cells = rows[at[top]][1] if top in at else ()
        value = cells[left - 1] if left <= len(cells) else None
        if value is None or bottom == top or (left_to_fill := left_to_fill - (bottom - top)) < 0:
            continue
        for index in (at[number] for number in range(top + 1, bottom + 1) if number in at):
            number, old = rows[index]
            rows[index] = (number, [*old[: left - 1], *[None] * (left - 1 - len(old)), value, *old[left:]])
