"""The rows of the workbook's sheets, and which column is what."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from handover.columns import EXTRA, FIGURE
from handover.columns.shown import Cell, as_number, as_text, clean
from handover.later import dataclass
from handover.model import Notice, Said
from handover.model.places import at_row, within
from handover.read.updates.tables.header.roles import role_of
from handover.read.updates.workbook.memory import Memory, Place
from handover.read.updates.workbook.noticing import MOST_OF_A_KIND
from handover.read.updates.workbook.opening import SheetRows
from handover.read.updates.workbook.recognition import Header
from handover.read.updates.workbook.spoken import all_figures, fold


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a sheet that updates are read from."""

    sheet: str  # key
    name: str  # as on the tab
    number: int  # as the spreadsheet program counts
    cells: Mapping[str, Cell]  # by column key; only columns the sheet still has


def rows_of(sheet: SheetRows, header: Header) -> Iterator[Row]:
    """The rows below a header that hold anything."""
    keys = keys_of(sheet, header)
    for number, cells in enumerate(sheet.rows[header.at + 1 :], header.at + 2):
        row = {key: _cell(cells, n) for n, key in keys.items()}
        if any(cell is not None for cell in row.values()):
            yield Row(header.kind, sheet.name, number, row)


def places_of(sheet: SheetRows, header: Header) -> Iterator[Place]:
    """The posts that a sheet of posts lists."""
    for row in rows_of(sheet, header):
        number = as_number(row.cells.get("no"))
        title, link = (as_text(row.cells.get(key)).strip() for key in ("title", "link"))
        if number is not None and number.is_integer() and (title or link):
            yield Place(int(number), link or title, link, title)


def edited_posts(sheet: SheetRows, header: Header, memory: Memory, location: str) -> Iterator[Notice]:
    """The posts come from the blog: what was changed on their sheet does not come back, and is told.

    The first rows are named one by one, the others counted. `location` is the workbook's.
    """
    hint = Said("Change the post on the blog itself; updates are changed on their own sheet.")
    edited = _edited_rows(sheet, header, memory)
    for number in islice(edited, MOST_OF_A_KIND):
        yield Notice(
            text=Said(
                "Row {row} of the sheet {sheet} was changed, but posts come from the blog.",
                row=str(number),
                sheet=sheet.name,
            ),
            hint=hint,
            where=at_row(within(location, sheet.name), number),
        )
    if more := sum(1 for _ in edited):
        yield Notice(
            text=Said(
                "{n} more row of the sheet {sheet} was changed, but posts come from the blog.",
                many="{n} more rows of the sheet {sheet} were changed, but posts come from the blog.",
                n=more,
                sheet=sheet.name,
            ),
            hint=hint,
            where=within(location, sheet.name),
        )


def _edited_rows(sheet: SheetRows, header: Header, memory: Memory) -> Iterator[int]:
    """The numbers of the rows. Cells are asked for one by one: a hostile sheet has a million rows."""
    at = {key: n for n, key in keys_of(sheet, header).items() if key in ("no", "title", "link")}
    told = {key: n for key, n in at.items() if key != "no"}
    for number in range(header.at + 1, len(sheet.rows)):
        cells = sheet.rows[number]
        words = {key: as_text(_cell(cells, n)).strip() for key, n in told.items()}
        no = as_number(_cell(cells, at["no"])) if "no" in at else None
        place = memory.posts.get(int(no)) if no is not None and no.is_integer() else None
        if (place is None and any(words.values())) or (
            place is not None
            and any(
                words[key] != clean(written).strip()
                for key, written in (("title", place.title), ("link", place.permalink))
                if key in words
            )
        ):
            yield number + 1


def is_blank(sheet: SheetRows) -> bool:
    """Whether nothing stands on a sheet."""
    return all(cell is None or cell == "" for cells in sheet.rows for cell in cells)


def _cell(cells: Sequence[Cell], at: int) -> Cell:
    """A cell of a row; None where it is blank."""
    cell = cells[at] if at < len(cells) else None
    return None if isinstance(cell, str) and (not cell or cell.isspace()) else cell


def keys_of(sheet: SheetRows, header: Header) -> dict[int, str]:
    """Column index -> key; a column that is not ours is one the user has added."""
    keys: dict[int, str] = {}
    titles = sheet.rows[header.at]
    below = sheet.rows[header.at + 1 :]
    for n in range(max(len(cells) for cells in sheet.rows)):
        title = as_text(titles[n]).strip() if n < len(titles) else ""
        key = header.columns.get(fold(title))
        if key is None:
            if not title and not any(as_text(cells[n]).strip() for cells in below if n < len(cells)):
                continue
            key = _added(title or f"Column {n + 1}", lost=header.is_lost)
        while key in keys.values():
            key = key + " 2" if key.startswith(EXTRA) else EXTRA + title
        keys[n] = key
    return keys


def _added(title: str, *, lost: bool) -> str:
    """The key of a column that is none of the sheet's own: of a figure or of the user's making."""
    # A hidden sheet names the figures that got a column; without it they are known by what we call them.
    if lost and (known := all_figures().get(fold(title))):
        return FIGURE + known
    role = role_of(title) if lost else None
    return FIGURE + title if role and role.figure == title else EXTRA + title
