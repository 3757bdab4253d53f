"""Month grids: a row of weekdays, the days of a month below, and under each day what goes out.

    March 2025
    MON              | TUE                        | WED ...
    3                | 4                          | 5
    LinkedIn: Frames | FB: Wheels next. https://… |

Such grids hold notes as well ("bank holiday"). Only what begins with a network, or is long or linked, is
taken for an update; the rest is listed.
"""

import calendar
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import PurePath

from handover.later import dataclass, pattern
from handover.model import Quoted, Said, Skipped
from handover.networks import network_named
from handover.read.fields import clean
from handover.read.updates.tables import Cell, Row, Table
from handover.read.updates.tables.foreign.cells import is_named_after_network
from handover.read.updates.tables.header.columns import header_score, text_of
from handover.read.updates.tables.rows.cells import addresses
from handover.read.updates.tables.rows.record import Record
from handover.read.updates.tables.rows.several import networks_before
from handover.read.updates.tables.when.dates import read_date
from handover.read.updates.tables.when.month_names import month_of, weekday_of

WEEKDAYS = 5  # names in one row that make a grid
LONG = 60  # characters that no mere note has
_DAY = pattern(r"(\d{1,2})(?:st|nd|rd|th|\.)?(?=\s|$)\s*")
_PREFIX = pattern(r"([^\W\d_][\w /()+&,]{0,24}?)\s*[:–-]\s+(?=\S)")
_YEAR = pattern(r"(?<!\d)20[0-3]\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Grid:
    """A month grid on a sheet: its rows from the weekdays down, and the words above it."""

    table: Table
    rows: Sequence[Row]
    banner: str


def grids_in(table: Table, rows: Sequence[Row]) -> list[Grid]:
    """The month grids in these rows of a table, each up to the next or to a table's header."""
    starts = [index for index, (_, cells) in enumerate(rows) if _is_weekdays(cells)]
    found = []
    for start, following in pairwise([*starts, len(rows)]):
        above = rows[max(0, start - 3) : start]
        banner = " ".join(text_of(cell) for _, cells in above for cell in cells)
        end = next((i for i in range(start + 1, following) if header_score(rows[i][1]) > 2), following)
        found.append(Grid(table, rows[start:end], banner))
    return found


def _is_weekdays(cells: Sequence[Cell]) -> bool:
    return sum(isinstance(cell, str) and weekday_of(cell) is not None for cell in cells) >= WEEKDAYS


def records_of(grid: Grid, skipped: list[Skipped]) -> Iterator[Record]:
    """The updates of a grid; what is only a note goes to `skipped`."""
    month, year = _month(f"{grid.banner} {grid.table.sheet}")
    starts = [i for i, cell in enumerate(grid.rows[0][1]) if weekday_of(text_of(cell)) is not None]
    days: dict[int, str] = {}
    for number, cells in grid.rows[1:]:
        for index, cell in enumerate(cells):
            column = max((start for start in starts if start <= index), default=starts[0])
            day, text = _day_and_text(cell)
            if day:
                days[column] = _date(day, month, year)
            for network, words in _entries(text):
                if not network and len(words) < LONG and not addresses(words):
                    reason = Said(
                        "It stands in a month grid and names no network, so it was taken for a note: "
                        "{words}.",
                        words=Quoted(words[:60]),
                    )
                    skipped.append(Skipped(location=grid.table.place, line=number, reason=reason))
                    continue
                yield Record(
                    row=number,
                    sheet=grid.table.sheet,
                    text=words,
                    network=network,
                    date=days.get(column) or None,
                    near=grid.banner,
                )


def is_of_networks(grid: Grid) -> bool:
    """Whether a grid names a network at all: one of appointments has the same shape."""
    if any(map(is_named_after_network, (grid.banner, grid.table.sheet, PurePath(grid.table.location).stem))):
        return True
    texts = (_day_and_text(cell)[1] for _, cells in grid.rows[1:] for cell in cells)
    return any(network for text in texts for network, _ in _entries(text))


def _month(words: str) -> tuple[int | None, int | None]:
    months = {month for word in re.split(r"[\W\d_]+", words) if len(word) > 2 and (month := month_of(word))}
    years = set(_YEAR.findall(words))
    return (months.pop() if len(months) == 1 else None), (int(years.pop()) if len(years) == 1 else None)


def _day_and_text(cell: Cell) -> tuple[str, str]:
    """The day a cell names (as a number, or a whole date) and the words after it."""
    text = text_of(cell)
    if not isinstance(cell, str):
        date = None if isinstance(cell, int | float) and cell <= 31 else read_date(cell)
        return (f"{date.year}-{date.month:02}-{date.day:02}", "") if date and date.year else (text, "")
    found = _DAY.match(text)
    if found and 1 <= int(found[1]) <= 31:
        return found[1], text[found.end() :]
    return "", text


def _date(day: str, month: int | None, year: int | None) -> str:
    if not day.isdigit():
        return day
    if month is None or not 1 <= int(day) <= 31:
        return ""
    return f"{year}-{month:02}-{int(day):02}" if year else f"{int(day)} {calendar.month_name[month]}"


def _entries(text: str) -> Iterator[tuple[str, str]]:
    """Network and words of each update in a cell; lines without a network go on with the one before."""
    entries: list[tuple[tuple[str, ...], str]] = []
    for line in text.split("\n"):
        prefix = _PREFIX.match(line.strip())
        networks = _networks(prefix[1]) if prefix else ()
        if prefix and networks:
            entries.append((networks, line.strip()[prefix.end() :]))
        elif entries:
            entries[-1] = (entries[-1][0], f"{entries[-1][1]}\n{line}")
        else:
            entries.append((("",), line))
    return (
        (network, text)
        for networks, words in entries
        if (text := clean(words).strip())
        for network in networks
    )


def _networks(name: str) -> tuple[str, ...]:
    network = network_named(name)
    return (network,) if network else networks_before(name)
