"""Sheets of another shape as tables with a header: turned ones, cards, and weeks with the days across.

Date     | 4 March | 5 March           Date    | 4 March             KW 10     | Mon 3 March | Tue 4 March
Platform | X       | Facebook          Caption | Steam               Facebook  | Steam       |
Caption  | Steam   | Glue                                            Instagram |             | Glue
                                       Date    | 5 March
                                       Caption | Glue
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from handover.model import Said, Skipped
from handover.read.updates.tables import Cell, Row, Table
from handover.read.updates.tables.files import monday
from handover.read.updates.tables.header.columns import text_of
from handover.read.updates.tables.header.roles import role_of
from handover.read.updates.tables.rows.cells import networks_in
from handover.read.updates.tables.when.dates import is_date
from handover.read.updates.tables.when.moments import WEEK
from handover.read.updates.tables.when.month_names import weekday_of

LABELS = 3  # known words down the first column that turn a sheet
LOOKED_AT = 40  # rows that decide
DAYS = 2  # in one row that make a week
_YEAR = re.compile(r"(?<!\d)20[0-3]\d(?!\d)")


def upright(table: Table) -> Table:
    """The table with its header on top, where its shape is one of these; else the same."""
    if (board := monday.as_list(table)) is not None:
        return board
    if _is_turned(table.rows):
        return _turned(table)
    if _is_week(table.rows):
        return _weeks(table)
    return table


# --- fields down, posts across; cards -----------------------------------------------------------------


def _label(cells: Sequence[Cell]) -> str:
    """The known word a row begins with, or ""."""
    word = cells[0] if cells else None
    role = role_of(word) if isinstance(word, str) and len(word) < 40 else None
    return " ".join(str(word).split()).rstrip(":") if role and not role.bare and not role.figure else ""


def _is_turned(rows: Sequence[Row]) -> bool:
    shown = [cells for _, cells in rows[:LOOKED_AT] if any(map(text_of, cells))]
    labelled = [(label, cells[1:]) for cells in shown if (label := _label(cells))]
    if len({label for label, _ in labelled}) < LABELS or 10 * len(labelled) < 7 * len(shown):
        return False
    fields = {role.field for label, _ in labelled if (role := role_of(label))}
    if not fields & {"text", "post"} or not fields & {"date", "network", "permalink", "link"}:
        return False
    # The row of dates holds dates, and no row holds further headers: that would be a table's own.
    dates = [cell for label, cells in labelled if _field(label) == "date" for cell in cells if text_of(cell)]
    beside = [cell for _, cells in labelled for cell in cells if text_of(cell)]
    headers = sum(_label([cell]) != "" for cell in beside)
    return bool(beside) and 4 * headers <= len(beside) and 2 * sum(map(is_date, dates)) >= len(dates)


def _field(label: str) -> str:
    role = role_of(label)
    return role.field if role else ""


def _turned(table: Table) -> Table:
    header = list(dict.fromkeys(label for _, cells in table.rows if (label := _label(cells))))
    width = max(len(cells) for _, cells in table.rows)
    rows: list[Row] = [(table.rows[0][0], header)]
    links: dict[tuple[int, int], str] = {}
    for column in range(1, width):
        for number, found in _cards(table.rows, column):
            rows.append((number, [found.get(label, (0, None))[1] for label in header]))
            for place, label in enumerate(header):
                if (at := found.get(label)) and (behind := table.links.get((at[0], column))) and not at[1]:
                    links[number, place] = behind
    lost = [
        Skipped(location=table.place, line=number, reason=Said("It begins with no word that names a field."))
        for number, cells in table.rows
        if any(map(text_of, cells)) and not _label(cells)
    ]
    return replace(table, rows=rows, links=links, skipped=(*table.skipped, *lost))


def _cards(rows: Sequence[Row], column: int) -> Iterator[tuple[int, dict[str, tuple[int, Cell]]]]:
    """Row number and fields of each card in a column; a field that comes again begins the next card."""
    found: dict[str, tuple[int, Cell]] = {}
    start = 0
    for number, cells in rows:
        label = _label(cells)
        if not label:
            continue
        if label in found:
            if any(text_of(cell) for _, cell in found.values()):
                yield start, found
            found = {}
        start = number if not found or _field(label) in ("text", "post") else start
        found[label] = (number, cells[column] if column < len(cells) else None)
    if any(text_of(cell) for _, cell in found.values()):
        yield start, found


# --- days across, networks down -----------------------------------------------------------------------


def _days(cells: Sequence[Cell]) -> dict[int, Cell]:
    """The days a row names, by column; {} where it names anything else."""
    beside = {index: cell for index, cell in enumerate(cells) if index and text_of(cell)}
    if len(beside) < DAYS or (cells and text_of(cells[0]) and is_date(cells[0])):
        return {}
    days = {i: c for i, c in beside.items() if is_date(c) or weekday_of(text_of(c)) is not None}
    return days if len(days) == len(beside) else {}


def _networks(cells: Sequence[Cell]) -> bool:
    word = text_of(cells[0]) if cells else ""
    named = networks_in(word) if 0 < len(word) < 40 else ()
    return bool(named) and all(network != "other" for network, _ in named)


def _is_week(rows: Sequence[Row]) -> bool:
    start = next((index for index, (_, cells) in enumerate(rows[:LOOKED_AT]) if _days(cells)), None)
    if start is None:
        return False
    below = [cells for _, cells in rows[start + 1 : start + LOOKED_AT] if any(map(text_of, cells))]
    below = [cells for cells in below if not _days(cells)]
    return bool(below) and 2 * sum(map(_networks, below)) > len(below)


def _weeks(table: Table) -> Table:
    rows: list[Row] = []
    lost: list[Skipped] = []
    days: dict[int, Cell] = {}
    words = table.sheet
    for number, cells in table.rows:
        if found := _days(cells):
            days = {index: _day(cell, f"{words} {text_of(cells[0])}") for index, cell in found.items()}
        elif _networks(cells) and days:
            for index, day in days.items():
                cell = cells[index] if index < len(cells) else None
                if text_of(cell):
                    behind = table.links.get((number, index), "")
                    rows.append((number, [day, cells[0], cell, behind]))
        elif any(map(text_of, cells)):
            words = f"{table.sheet} {' '.join(map(text_of, cells))}" if not days else words
            if days:
                reason = Said("It stands in a week's grid and names no network.")
                lost.append(Skipped(location=table.place, line=number, reason=reason))
    head: Row = (table.rows[0][0], ["Date", "Network", "Text", "Link"])
    return replace(table, rows=[head, *rows], links={}, skipped=(*table.skipped, *lost))


def _day(cell: Cell, words: str) -> Cell:
    """The day a column is for: its own date, or its weekday in the week that is named: "KW 6 2025"."""
    weekday = weekday_of(text_of(cell)) if isinstance(cell, str) else None
    week, years = WEEK.search(words), set(_YEAR.findall(words))
    if weekday is None or not week or len(years) != 1:
        return cell
    try:
        return dt.date.fromisocalendar(int(years.pop()), int(week[1]), weekday + 1)
    except ValueError:
        return cell
