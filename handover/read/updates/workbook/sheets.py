"""The rows of the workbook's sheets, and which column is what."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from handover.columns import EXTRA, MEMORY, POSTS, SHEETS, SHORTFALL, UNPAIRED, UPDATES
from handover.columns.shown import Cell, as_number, as_text, clean
from handover.model import Notice
from handover.read.updates.workbook.memory import Memory
from handover.read.updates.workbook.opening import SheetRows

HEADER_WITHIN = 20  # rows a header is looked for in
READ = (UPDATES.key, UNPAIRED.key, SHORTFALL.key)  # the sheets a person's edits are read from


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a sheet that updates are read from."""

    sheet: str  # key
    name: str  # as on the tab
    number: int  # as the spreadsheet program counts
    cells: Mapping[str, Cell]  # by column key; only columns the sheet still has


def rows_of(sheets: Mapping[str, SheetRows], memory: Memory, notices: list[Notice]) -> Iterator[Row]:
    """The rows that hold updates, sheet by sheet."""
    for sheet in sheets.values():
        if sheet.name == MEMORY:
            continue
        found = _header(sheet, memory)
        if found is None:
            continue
        kind, at = found
        if kind == POSTS.key:
            notices += _edited_posts(sheet, at, memory)
        if kind not in READ:
            continue
        keys = _keys(sheet, at, memory.columns[kind])
        for number, cells in enumerate(sheet.rows[at + 1 :], at + 2):
            row = {key: _cell(cells, n) for n, key in keys.items()}
            if any(cell is not None for cell in row.values()):
                yield Row(kind, sheet.name, number, row)


def _edited_posts(sheet: SheetRows, at: int, memory: Memory) -> Iterator[Notice]:
    """The posts come from the blog: what was changed on their sheet does not come back, and is told."""
    at_key = {key: n for n, key in _keys(sheet, at, memory.columns[POSTS.key]).items()}
    for number, cells in enumerate(sheet.rows[at + 1 :], at + 2):
        row = {key: as_text(_cell(cells, n)).strip() for key, n in at_key.items() if key in ("title", "link")}
        told = as_number(_cell(cells, at_key["no"])) if "no" in at_key else None
        place = memory.posts.get(int(told)) if told is not None and told.is_integer() else None
        if place is None and not any(row.values()):
            continue
        if place is None or any(
            row[key] != clean(written).strip()
            for key, written in (("title", place.title), ("link", place.permalink))
            if key in row
        ):
            yield Notice(
                text=f"Row {number} of the sheet {sheet.name} was changed, but posts come from the blog.",
                hint="Change the post on the blog itself; updates are changed on their own sheet.",
                where=f"{sheet.name}, row {number}",
            )


def _cell(cells: Sequence[Cell], at: int) -> Cell:
    """A cell of a row; None where it is blank."""
    cell = cells[at] if at < len(cells) else None
    return None if isinstance(cell, str) and (not cell or cell.isspace()) else cell


def _header(sheet: SheetRows, memory: Memory) -> tuple[str, int] | None:
    """Which of our sheets this is, and the index of its header row."""
    best: tuple[int, int, str, int] | None = None
    for at, cells in enumerate(sheet.rows[:HEADER_WITHIN]):
        titles = {as_text(cell).strip().casefold() for cell in cells} - {""}
        for rank, known in enumerate(SHEETS):
            met = len(titles & set(memory.columns.get(known.key, {})))
            found = (met, -rank, known.key, at)
            if met >= 3 and (best is None or found[:2] > best[:2]):
                best = found
    return (best[2], best[3]) if best else None


def _keys(sheet: SheetRows, at: int, columns: Mapping[str, str]) -> dict[int, str]:
    """Column index -> key; a column that is not ours is one the user has added."""
    keys: dict[int, str] = {}
    width = max(len(cells) for cells in sheet.rows)
    for n in range(width):
        title = as_text(sheet.rows[at][n]).strip() if n < len(sheet.rows[at]) else ""
        key = columns.get(title.casefold())
        if key is None:
            if not title and not any(as_text(c[n]).strip() for c in sheet.rows[at + 1 :] if n < len(c)):
                continue
            key = EXTRA + (title or f"Column {n + 1}")
        while key in keys.values():
            key += " 2" if key.startswith(EXTRA) else ""
            if not key.startswith(EXTRA):
                key = EXTRA + title
        keys[n] = key
    return keys
