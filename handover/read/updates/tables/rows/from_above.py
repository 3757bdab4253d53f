"""Dates and networks that a sheet writes once for a block of rows, or as a heading above it."""

from collections.abc import Sequence
from dataclasses import field, replace
from functools import partial

from handover.later import dataclass, pattern
from handover.networks import network_named
from handover.read.updates.tables import Cell, Row
from handover.read.updates.tables.header.columns import Columns, text_of
from handover.read.updates.tables.rows.cell_words import is_heading, is_idea, state_under
from handover.read.updates.tables.rows.link_below import tags_alone
from handover.read.updates.tables.rows.pointers import ABOVE as ABOVE_IT
from handover.read.updates.tables.rows.pointers import points_at
from handover.read.updates.tables.when.dates import is_date
from handover.read.updates.tables.when.month_names import month_of
from handover.read.updates.tables.when.week_headings import first_of_week, is_week

LOOKED_AT = 2_000  # rows that show a habit
SPARSE = 3  # cells of a row that may yet be a heading, blanks of spaces among them
OFTEN = 5  # one row in so many without a date of its own makes a habit
MOST = 2  # so many blocks of rows below a date make one, too, or one of two dates that has such a block
ABOVE = 3  # rows above a header that may head what is below it
LONGEST = 24  # letters of a network's name
_YEAR = pattern(r"20[0-3]\d")


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands alone in a row and heads the table below it."""

    month: str = ""  # or a year
    week: str = ""
    network: str = ""


NO_HEADING = Heading()


def heading_above(rows: Sequence[Row]) -> Heading:
    """What the last rows above a header say of the rows below it, each alone in its row.

    Months and years there are the sheet's own (`Facts.titles`).
    """
    found = Heading()
    for _, cells in reversed(rows[-ABOVE:]):
        filled = [text for cell in cells if (text := text_of(cell))]
        if len(filled) > 1:
            break
        word = filled[0] if filled else ""
        named = network_named(word) or "" if len(word) < LONGEST else ""
        if named and not found.network:
            found = replace(found, network=named)
        elif not found.week and is_week(word):
            found = replace(found, week=word)
    return found


def is_period(word: str) -> bool:
    """Whether a heading is a month or a year and nothing else."""
    parts = word.split()
    return len(parts) < 4 and any(month_of(part) or _YEAR.fullmatch(part) for part in parts)


@dataclass(slots=True)
class Carry:
    """Fills in what stands above; made for the rows under one header."""

    columns: Columns
    rows: Sequence[Row]
    dates: list[int] = field(default_factory=list)  # rows that were given the date above
    networks: int = 0
    month: str = ""  # the last heading that names a month or year
    week: str = ""  # and below it, a week
    network: str = ""  # that the heading above names, in a table without a column for it
    _date_above: Cell = None
    _state_above: str | None = None  # of the row that the date stands in
    _network_above: Cell = None
    _last: int = 0  # number of the row before
    _by_heading: bool = False  # the date or network above stands in a row of its own
    _once: dict[str, bool] = field(default_factory=dict)
    _telling: Sequence[int] = ()  # columns in which "ditto" says what stands above
    _last_of: dict[int, Cell] = field(default_factory=dict)

    def __post_init__(self) -> None:
        columns = self.columns
        places = [
            *columns.date,
            columns.time,
            *columns.network,
            *columns.done,
            *columns.approval,
            *columns.post,
        ]
        places += [i for one in columns.words for i in (*one.date, one.time, *one.state, *one.link)]
        self._telling = tuple(dict.fromkeys(i for i in places if i is not None))
        rows = self._with_words()
        self._once = {
            "date": self._is_once(rows, self.columns.date, is_date=True),
            "network": self._is_once(rows, self.columns.network),
        }

    def _with_words(self) -> list[Row]:
        """The rows that show a habit."""
        wordy = self._wordy()
        return [
            (number, cells)
            for number, cells in self.rows[:LOOKED_AT]
            if any(_at(cells, index) for index in wordy) and not tags_alone(self.columns, cells)
        ]

    def _wordy(self) -> list[int]:
        return [words.column for words in self.columns.words if words.column >= 0]

    def _is_once(self, rows: Sequence[Row], places: Sequence[int], *, is_date: bool = False) -> bool:
        """Whether blanks under these columns mean "as above", by these rows."""
        if not places:
            return False
        blank = telling = filled = 0
        block: int | None = None  # the number of the filled row that the last telling one belongs to
        network = time = before = state = None
        for number, cells in rows:
            now_network, now_time = _first(cells, self.columns.network), _at(cells, self.columns.time)
            if any(_at(cells, index) for index in places):
                filled += 1
                state = state_under(self._told_state(cells))
            elif filled and before == number - 1 and not self._keeps_none(cells, state):
                blank += 1
                tells = (now_time != time and bool(now_time)) or (
                    now_network != network and bool(now_network)
                )
                telling += tells and block != filled
                block = filled if tells else block
            before, network, time = number, now_network, now_time
        often = blank * OFTEN >= filled + blank and blank > 1
        if is_date and telling:  # a row that somebody forgot is no habit
            return telling * OFTEN >= filled and (telling >= MOST or telling * MOST >= filled or often)
        return filled > 0 and (telling > 0 or often)

    def _keeps_none(self, cells: Sequence[Cell], above: str | None) -> bool:
        """Whether a row is for no day as yet, whatever stands above: an idea, a note, a draft of its own."""
        if any(is_idea(_at(cells, words.column)) for words in self.columns.words if words.column >= 0):
            return True
        told = self._told_state(cells)
        return is_idea(told, alone=True) or (above != "draft" and state_under(told) in ("draft", "rejected"))

    def _told_state(self, cells: Sequence[Cell]) -> str:
        places = [index for words in self.columns.words for index in words.state]
        return _first(cells, places)

    @property
    def near(self) -> str:
        """The month or week that the rows below are of, as it is written."""
        return self.week if first_of_week(self.week) else " ".join(filter(None, (self.week, self.month)))

    @property
    def below(self) -> Heading:
        """What the headings say of a table that follows."""
        return Heading(self.month, self.week, self.network)

    def heading(self, index: int) -> bool:
        """Whether a row only heads the rows below; what it says is kept for those."""
        cells = self.rows[index][1]
        if len(cells) - cells.count(None) - cells.count("") > SPARSE:
            return False
        filled = [text for cell in cells if (text := text_of(cell))]
        if len(filled) != 1:
            return False
        word = filled[0]
        named = network_named(word) or ""
        if not self.columns.network and (named or not any(map(partial(_at, cells), self._wordy()))):
            self.network = named  # any other heading begins something else
        if named and not self.columns.network and not self._has_below(index):
            return True  # it heads the next table
        if network_named(word) and self._is_missing_below(index, self.columns.network):
            self._network_above, self._by_heading = word, True
        elif is_date(word) and self._is_missing_below(index, self.columns.date):
            self._date_above, self._by_heading = word, True
        elif is_week(word):
            self.week = word
        elif is_period(word):
            self.month, self.week = word, ""
        elif not is_heading(word):
            return False
        return True

    def _has_below(self, index: int) -> bool:
        return any(any(map(text_of, cells)) for _, cells in self.rows[index + 1 :])

    def _is_missing_below(self, index: int, places: Sequence[int]) -> bool:
        """Whether the next row has words, but nothing in these places."""
        below = next((cells for _, cells in self.rows[index + 1 : index + 4] if any(map(text_of, cells))), ())
        return any(_at(below, place) for place in self._wordy()) and not _first(below, places)

    def over(self, number: int, cells: Sequence[Cell]) -> Sequence[Cell]:
        """The row's cells, with date and network of the row above where the sheet writes them once or has a
        sign for it.
        """
        cells = self._repeated(cells)
        if not (self._by_heading or self._once["date"] or self._once["network"]):
            return cells
        apart = number - self._last > 1 and not self._by_heading
        if apart:
            self._date_above = self._network_above = None
        self._last = number
        has_date = bool(_first(cells, self.columns.date))
        if has_date:
            self._state_above = state_under(self._told_state(cells))
        if has_date or not self._keeps_none(cells, self._state_above):
            cells, self._date_above, given = self._filled(cells, self.columns.date, self._date_above, "date")
            self.dates += [number] if given else []
        cells, self._network_above, given = self._filled(
            cells, self.columns.network, self._network_above, "network"
        )
        self.networks += given
        return cells

    def _repeated(self, cells: Sequence[Cell]) -> Sequence[Cell]:
        """The cells, those that say "ditto" where a day, a network or a state should be as they are above."""
        found = cells
        for index in self._telling:
            cell = cells[index] if index < len(cells) else None
            if isinstance(cell, str) and cell.strip() and points_at(cell) == ABOVE_IT:
                if (above := self._last_of.get(index)) is not None:
                    found = [*found[:index], above, *found[index + 1 :]]
            elif text_of(cell):
                self._last_of[index] = cell
        return found

    def _filled(
        self, cells: Sequence[Cell], places: Sequence[int], above: Cell, what: str
    ) -> tuple[Sequence[Cell], Cell, int]:
        own = next((cells[i] for i in places if _at(cells, i)), None)
        if own is not None:
            if self._by_heading and what == "date":
                self._by_heading = False
            return cells, own, 0
        if above is None or not places or not (self._once[what] or self._by_heading):
            return cells, above, 0
        if not any(_at(cells, index) for index in self._wordy()):
            return cells, above, 0
        place = places[0]
        return [*cells[:place], *[None] * (place - len(cells)), above, *cells[place + 1 :]], above, 1


def _at(cells: Sequence[Cell], index: int | None) -> str:
    return text_of(cells[index]) if index is not None and index < len(cells) else ""


def _first(cells: Sequence[Cell], places: Sequence[int]) -> str:
    return next((text for index in places if (text := _at(cells, index))), "")
