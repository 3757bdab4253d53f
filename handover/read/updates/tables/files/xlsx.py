"""Excel workbooks (.xlsx), by openpyxl's streaming reader.

The streaming reader leaves out what stands behind and across cells; `_Extras` takes hyperlinks and merged
cells from the sheet's XML. A cell merged over several rows stands in each of them.
"""

import datetime as dt
import io
import posixpath
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, Any
from warnings import catch_warnings, simplefilter

from lxml import etree

from handover.errors import ParseError
from handover.later import dataclass, pattern
from handover.model import Notice, Said
from handover.model.places import within
from handover.read.containers import CHUNK, DAMAGE, MAX_RATIO, SPARE, explodes, overlapping
from handover.read.fields import clean
from handover.read.source import MAX_BYTES, Source
from handover.read.updates.tables import MOST_ROWS, Cell, Row, Table, too_long
from handover.read.updates.tables.files.looks import Looks

OLD_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WIDEST = 500  # columns; anything right of them is no table of updates
EXCELS_ROWS = 1_048_576  # of a sheet; no spreadsheet program writes more
MOST_CELLS = 5_000_000  # with something in them, of one workbook
Area = tuple[int, int, int, int]  # merged cells: left, top, right, bottom, all from 1
MOST_MERGED = 5_000  # rows one link may stretch over
MOST_FILLED = 1_000_000  # cells that merged cells may fill on one sheet; more are not meant to be read
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_EXTRA = pattern(rb"hyperlink|mergecell", re.IGNORECASE)
# A formula with no value behind it; one that only makes a link is read by itself.
_UNCALCULATED = pattern(
    rb"<f>(?!\s*HYPERLINK)[^<]{1,400}</f>\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>", re.IGNORECASE
)
LONGEST_FORMULA = 500
_ROW = pattern(rb"<(?:\w+:)?row[\s>/]")
_DOC = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_HYPERLINK = pattern(r"""\s*HYPERLINK\(\s*"((?:[^"]|"")*)\"""", re.IGNORECASE)
AGAIN = Said(
    "Open it in your spreadsheet program, save it as .xlsx (without a password) or CSV, and give that."
)


def is_new_workbook(source: Source) -> bool:
    """Whether this is an .xlsx or its kin (.xlsm, .xltx)."""
    if source.head[:2] != b"PK":
        return False
    try:
        with source.open() as stream, zipfile.ZipFile(as_seekable(stream)) as archive:
            return "xl/workbook.xml" in archive.namelist()
    except (*DAMAGE, OSError, NotImplementedError, RuntimeError):
        return False


def as_seekable(stream: IO[bytes]) -> IO[bytes]:
    return stream if stream.seekable() else io.BytesIO(stream.read(MAX_BYTES))


def is_old_workbook(source: Source) -> bool:
    """Whether this is an .xls (Excel 97 to 2003) or another file of that container, like a locked .xlsx."""
    return source.head[:8] == OLD_MAGIC


def locked(place: str) -> ParseError:
    """The error for a workbook that opens with a password only."""
    return ParseError(
        Said("{file} is protected by a password.", file=place),
        location=place,
        hint=Said("Open it, take the password off, save it again, and give that."),
    )


def read_new(source: Source) -> list[Table]:
    """The sheets of an .xlsx, empty ones left out. Raises ParseError for a broken file, or one too long."""
    from openpyxl import load_workbook  # takes as long as to read most sheets of text, which need it not

    data = source.read()
    room = _Room(source.location, MOST_ROWS, MOST_CELLS)
    try:
        _check_size(source, data)
        with catch_warnings():
            simplefilter("ignore")  # openpyxl warns of styles and extensions it leaves out; none is data
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            extras = _Extras(data)
            return [_sheet(source, sheet, extras, room) for sheet in book.worksheets]
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


def _sheet(source: Source, sheet: Any, extras: "_Extras", room: _Room) -> Table:
    sheet.reset_dimensions()  # what the file claims is often wrong
    hidden = sheet.sheet_state != "visible"
    rows: list[Row] = []
    for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
        if any(cell is not None for cell in cells):
            rows.append((number, [plain(cell) for cell in without_tail(cells[:WIDEST])]))
            room.take(rows[-1][1])
    links, merged = extras.of(sheet.title)
    fill_merged(rows, merged)
    where = within(source.location, sheet.title)
    notices = []
    if hidden and rows:
        notices.append(Notice(text=HIDDEN, where=where))
    if extras.uncalculated(sheet.title):
        told = Said("Cells with formulas that were never calculated are empty in this sheet.")
        hint = Said("Open the file in Excel, save it, and give it again.")
        notices.append(Notice(text=told, hint=hint, where=where))
    return Table(
        location=source.location,
        sheet=sheet.title,
        rows=rows,
        links=links,
        banners=banners_of(merged),
        looks=Looks(extras.archive, extras.paths.get(sheet.title, "")),
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


class _Extras:
    """Hyperlinks and merged cells, by sheet title."""

    def __init__(self, data: bytes) -> None:
        self.archive = zipfile.ZipFile(io.BytesIO(data))
        self.names = set(self.archive.namelist())
        self.paths = dict(self._sheet_paths())

    def _sheet_paths(self) -> Iterator[tuple[str, str]]:
        targets = self._relations("xl/workbook.xml")
        for sheet in self._tree("xl/workbook.xml").iter(f"{_MAIN}sheet"):
            yield sheet.get("name", ""), targets.get(sheet.get(f"{_DOC}id", ""), "")

    def _tree(self, name: str) -> Any:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        return etree.fromstring(self.archive.read(name), parser)

    def _relations(self, part: str) -> dict[str, str]:
        folder, name = posixpath.split(part)
        path = f"{folder}/_rels/{name}.rels"
        if path not in self.names:
            return {}
        found = {}
        for relation in self._tree(path):
            target = relation.get("Target", "")
            if relation.get("TargetMode") != "External":
                target = (
                    posixpath.normpath(posixpath.join(folder, target)) if target[:1] != "/" else target[1:]
                )
            found[relation.get("Id", "")] = target
        return found

    def _tells(self, path: str) -> bool:
        # A quick look first: most sheets have neither.
        with self.archive.open(path) as stream:
            return any(_EXTRA.search(chunk) for chunk in overlapping(stream, len("hyperlink")))

    def uncalculated(self, title: str) -> bool:
        """Whether a sheet has formulas without their results, as programs write that never calculate."""
        path = self.paths.get(title, "")
        if path not in self.names:
            return False
        with self.archive.open(path) as stream:
            return any(_UNCALCULATED.search(chunk) for chunk in overlapping(stream, LONGEST_FORMULA))

    def of(self, title: str) -> tuple[dict[tuple[int, int], str], list[Area]]:
        links: dict[tuple[int, int], str] = {}
        merged: list[Area] = []
        path = self.paths.get(title, "")
        if path not in self.names or not self._tells(path):
            return links, merged
        from openpyxl.utils.cell import coordinate_to_tuple

        targets = self._relations(path)
        tags = (f"{_MAIN}hyperlink", f"{_MAIN}mergeCell", f"{_MAIN}c", f"{_MAIN}row")
        with self.archive.open(path) as stream:
            for _, element in etree.iterparse(stream, tag=tags, resolve_entities=False, no_network=True):
                if element.tag == tags[1]:
                    merged.append(_bounds(element.get("ref", "")))
                elif element.tag == tags[0]:
                    target = targets.get(element.get(f"{_DOC}id", ""), "")
                    left, top, _, bottom = _bounds(element.get("ref", ""))
                    if target and bottom - top <= MOST_MERGED:
                        for row in range(top, bottom + 1):
                            links[row, left - 1] = target
                elif (formula := element.findtext(f"{_MAIN}f")) and (found := _HYPERLINK.match(formula)):
                    row, column = coordinate_to_tuple(element.get("r", "A1"))
                    links[row, column - 1] = found[1].replace('""', '"')
                if element.tag in tags[2:]:  # or memory would hold every cell
                    element.clear()
                    while element.getprevious() is not None:
                        del element.getparent()[0]
        return links, merged


def _bounds(reference: str) -> Area:
    from openpyxl.utils.cell import range_boundaries

    left, top, right, bottom = range_boundaries(reference)
    return left or 1, top or 1, right or 1, bottom or 1
