"""Sheets of another shape as tables with a header: turned ones, cards, and weeks with the days across.

Date     | 4 March | 5 March           Date    | 4 March             KW 10     | Mon 3 March | Tue 4 March
Platform | X       | Facebook          Caption | Steam               Facebook  | Steam       |
Caption  | Steam   | Glue                                            Instagram |             | Glue
                                       Date    | 5 March
                                       Caption | Glue
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath

from handover.later import pattern
from handover.model import Said, Skipped
from handover.networks import network_named
from handover.read.updates.tables import Cell, Row, Table
from handover.read.updates.tables.files import headed, monday
from handover.read.updates.tables.files.chosen import chosen_of
from handover.read.updates.tables.files.unnamed_days import with_days_named
from handover.read.updates.tables.foreign.cells import is_named_after_network
from handover.read.updates.tables.header.columns import text_of
from handover.read.updates.tables.header.roles import role_of
from handover.read.updates.tables.rows.cells import networks_in
from handover.read.updates.tables.rows.several import by_network, networks_before
from handover.read.updates.tables.when.dates import is_date, read_date
from handover.read.updates.tables.when.month_names import weekday_of
from handover.read.updates.tables.when.week_headings import WEEK

LABELS = 3  # known words down the first column that turn a sheet
LOOKED_AT = 40  # rows that decide
DAYS = 2  # in one row that make a week
_YEAR = pattern(r"(?<!\d)20[0-3]\d(?!\d)")


def upright(table: Table) -> Table:
    """The table with its header on top, where its shape is one of these; else the same."""
    if (board := monday.as_list(table)) is not None:
        return board
    if _is_turned(table.rows):
        return _turned(table)
    if _is_week(table.rows):
        return _weeks(table)
    if (start := _weeks_down(table)) is not None:
        return _by_weeks(table, start)
    return headed.as_rows(table) or with_days_named(table) or chosen_of(table) or table


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


# --- weekdays across, weeks down ----------------------------------------------------------------------


def _weekdays(cells: Sequence[Cell]) -> dict[int, int]:
    """The weekdays a row names after its first cell, by column; {} where it names anything else."""
    beside = {index: text_of(cell) for index, cell in enumerate(cells) if index and text_of(cell)}
    days = {index: day for index, word in beside.items() if (day := weekday_of(word)) is not None}
    return days if len(days) == len(beside) >= DAYS else {}


def _week(cell: Cell, head: str) -> Cell:
    """The week a row is for: "KW 3", a number under such a word, or its Monday; None for none."""
    text = text_of(cell)
    if (found := WEEK.match(text)) and not _YEAR.sub("", text[found.end() :]).strip(" ,/-–()"):
        years = _YEAR.findall(text)
        return _monday(int(years[0]), int(found[1])) if len(years) == 1 else text
    if text.isdigit() and 1 <= int(text) <= 53 and WEEK.fullmatch(f"{head} {text}"):
        return f"{head} {text}"
    date = read_date(cell) if is_date(cell) else None
    if date is None or date.year is None or date.either:
        return None
    day = dt.date(date.year, date.month, date.day)
    return day if day.weekday() == 0 else None


def _monday(year: int, week: int) -> dt.date | None:
    try:
        return dt.date.fromisocalendar(year, week, 1)
    except ValueError:
        return None


def _weeks_down(table: Table) -> int | None:
    """The index of the row of weekdays, where each row below it is a week, and the sheet or the file is named
    after a network, or most cells begin with one: duties and meals are kept in this shape, too.
    """
    rows = table.rows
    start = next((index for index, (_, cells) in enumerate(rows[:LOOKED_AT]) if _weekdays(cells)), None)
    if start is None:
        return None
    below = [cells for _, cells in rows[start + 1 :] if any(map(text_of, cells))]
    head = text_of(rows[start][1][0])
    if not below or not all(_week(cells[0], head) is not None for cells in below):
        return None
    texts = [text for cells in below for cell in cells[1:] if (text := text_of(cell))]
    titles = (text_of(cell) for _, cells in rows[:start] for cell in cells)
    named = any(map(is_named_after_network, (table.sheet, PurePath(table.location).stem, *titles)))
    wordy = 2 * sum(len(text.split()) > 3 for text in texts) > len(texts)
    return start if texts and wordy and (named or 2 * sum(map(_begins, texts)) > len(texts)) else None


def _begins(text: str) -> bool:
    before, colon, _ = text.partition(":")
    named = network_named(before) is not None or bool(networks_before(before))
    return bool(colon) and len(before) < 20 and named


def _of_network(cell: Cell) -> tuple[Cell, Cell]:
    """The network a cell begins with ("FB: Steam bends ash") and its words; one with several stays whole."""
    text = text_of(cell)
    if not _begins(text) or by_network(text):
        return None, cell
    before, _, after = text.partition(":")
    return before, after.strip()


def _by_weeks(table: Table, start: int) -> Table:
    days = _weekdays(table.rows[start][1])
    head = text_of(table.rows[start][1][0])
    rows: list[Row] = [(table.rows[start][0], ["Date", "Day", "Network", "Text", "Link"])]
    lost: list[Skipped] = []
    for number, cells in table.rows[start + 1 :]:
        week = _week(cells[0], head) if cells else None
        for index, cell in enumerate(cells[1:], 1):
            if not text_of(cell):
                continue
            if index not in days:
                reason = Said("It stands in a week's grid and below no day.")
                lost.append(Skipped(location=table.place, line=number, reason=reason))
                continue
            day: Cell = week + dt.timedelta(days=days[index]) if isinstance(week, dt.date) else week
            weekday = text_of(table.rows[start][1][index])
            network, text = _of_network(cell)
            rows.append((number, [day, weekday, network, text, table.links.get((number, index), "")]))
    rows = [*table.rows[:start], *rows]
    return replace(table, rows=rows, links={}, skipped=(*table.skipped, *lost))
