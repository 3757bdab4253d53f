"""States that a sheet tells by colours, where a legend explains them, and by a line through a row."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from functools import cached_property
from itertools import pairwise

from handover.later import dataclass, pattern
from handover.model import Notice, Quoted, Said, State
from handover.read.updates.tables import Row, Table
from handover.read.updates.tables.header.columns import Columns, text_of
from handover.read.updates.tables.header.unused import used
from handover.read.updates.tables.rows.cell_words import state_under
from handover.read.updates.tables.rows.record import Record
from handover.read.updates.tables.rows.row_reader import Rows

FEWEST = 2  # colours that make a legend
LONGEST = 40  # letters of what a legend says
_PARTS = pattern(r"\s*[/,;=:–—|]\s*|\s(?:or|oder|ou|o|of)\s", re.IGNORECASE)
_STILL = pattern(r"(?:still|noch|encore|todav[ií]a|ancora|ainda|nog|jeszcze)\s+", re.IGNORECASE)
_STATE: dict[str, State] = {"published": "published", "scheduled": "scheduled", "draft": "draft"}


class Legend:
    """The colours that a file explains: filled cells with a word for a state in them or beside them."""

    def __init__(self, tables: Sequence[Table]) -> None:
        self._tables = tables

    @cached_property
    def states(self) -> dict[str, tuple[str, str]]:
        """Colour -> state, and the words for it. A colour of two states says none."""
        found: dict[str, set[str]] = {}
        words: dict[str, str] = {}
        for table in self._tables:
            for colour, text in _explained(table):
                if state := _state_in(text):
                    found.setdefault(colour, set()).add(state)
                    words.setdefault(colour, text)
        told = {colour: (min(states), words[colour]) for colour, states in found.items() if len(states) == 1}
        return told if len(told) >= FEWEST else {}


def without_legend(table: Table, legend: Legend) -> Table:
    """The table without a legend that stands beside it: columns in which nothing else stands."""
    if not table.looks or not table.looks.cells or not legend.states:
        return table
    width = max((len(cells) for _, cells in table.rows), default=0)
    columns = {i for i in range(width) if _is_of_legend(table, i, legend)}
    if not columns:
        return table
    rows = [(n, [None if i in columns else cell for i, cell in enumerate(row)]) for n, row in table.rows]
    return replace(table, rows=rows)


def _is_of_legend(table: Table, column: int, legend: Legend) -> bool:
    texts = [
        (number, text) for number, row in table.rows if column < len(row) and (text := text_of(row[column]))
    ]
    if not texts or len({text for _, text in texts}) < len(texts) or not column:
        return False
    looks = table.looks.cells if table.looks else {}

    def is_explained(number: int) -> bool:
        beside = (looks.get((number, i)) for i in (column, column - 1, column + 1))
        return any(look and look.colour in legend.states for look in beside)

    return sum(
        _state_in(text) is not None and is_explained(number) for number, text in texts
    ) >= FEWEST and all(is_explained(number) or index == 0 for index, (number, _) in enumerate(texts))


def is_legend_row(table: Table, number: int, cells: Sequence[object], legend: Legend) -> bool:
    """Whether a row of the table is one of the legend: a colour, its words, and nothing else."""
    texts = [text for cell in cells if isinstance(cell, str) and (text := cell.strip())]
    if not table.looks or len(texts) != 1 or sum(cell not in (None, "") for cell in cells) != 1:
        return False
    looks = table.looks.cells
    colours = (looks[number, i].colour for i in range(len(cells) + 1) if (number, i) in looks)
    return _state_in(texts[0]) is not None and any(colour in legend.states for colour in colours)


def _explained(table: Table) -> Iterator[tuple[str, str]]:
    """Each filled cell's colour with the words in it, or else in the cell beside it."""
    if not table.looks or not table.looks.cells:
        return
    cells = dict(table.rows)
    for (number, column), look in table.looks.cells.items():
        row = cells.get(number, ())
        texts = [text_of(row[i]) if 0 <= i < len(row) else "" for i in (column, column + 1, column - 1)]
        if look.colour and (text := next(filter(None, texts), "")) and len(text) <= LONGEST:
            yield look.colour, text


def _state_in(text: str) -> str | None:
    """The state that a legend's words name: "Still to write / not approved", "green = posted"."""
    parts = [_STILL.sub("", part) for part in _PARTS.split(text) if part]
    return next((state for part in parts if (state := state_under(part))), None)


@dataclass(slots=True)
class Coloured:
    """What the looks of a table's rows say of its updates."""

    table: Table
    columns: Columns
    reader: Rows
    notices: list[Notice] = field(default_factory=list)

    def settled(self, records: Sequence[Record], legend: Legend) -> list[Record]:
        """The records, their states as the looks of their rows tell them; one that is cancelled left out."""
        if not records or not self.table.looks or not self.table.looks.cells:
            return list(records)
        found = list(records)
        if not self._has_states():
            if legend.states:
                found = self._by_legend(found, legend)
            elif self._tell_by_colour(found):
                told = Said("Its rows have colours, and no legend says what they mean: they were not used.")
                hint = Said("Write the states into a column of their own.")
                self.notices.append(Notice(text=told, hint=hint, where=self.table.place))
        self._struck(found)
        return found

    def _has_states(self) -> bool:
        columns = self.columns
        return bool(
            columns.done or columns.approval or columns.draft or any(words.state for words in columns.words)
        )

    def _by_legend(self, records: list[Record], legend: Legend) -> list[Record]:
        kept: list[Record] = []
        read = 0
        for record in records:
            told = {legend.states[colour] for colour in self._colours(record.row) if colour in legend.states}
            if len(told) != 1:
                kept.append(record)
                continue
            ((state, words),) = told
            read += 1
            if state == "rejected":
                self.reader.skip(record.row, Said("Its colour says {words}.", words=Quoted(words)))
                continue
            if not record.permalink:
                record.state, record.assumed = _STATE[state], False
            kept.append(record)
        if read:
            told_states = Said(
                "The state of {n} update was read from the colour of its row, as the legend explains it.",
                many="The states of {n} updates were read from the colours of their rows, as the legend"
                " explains them.",
                n=read,
            )
            self.notices.append(Notice(text=told_states, where=self.table.place))
        return kept

    def _colours(self, row: int) -> set[str]:
        looks = self.table.looks.cells if self.table.looks else {}
        known = dict.fromkeys(used(self.columns))
        others = [i for i, word in enumerate(self.columns.header) if word and i not in known]
        # A legend may stand in the same rows, beside what is known.
        for places in (known, others):
            if found := {look.colour for i in places if (look := looks.get((row, i))) and look.colour}:
                return found
        return set()

    def _tell_by_colour(self, records: Sequence[Record]) -> bool:
        """Whether colours may stand for states: they differ, and neither by network nor turn by turn."""
        places = {words.column for words in self.columns.words} | set(self.columns.date)
        looks = self.table.looks.cells if self.table.looks else {}

        def colour(row: int) -> str:
            return next(
                (one.colour for i in sorted(places) if (one := looks.get((row, i))) and one.colour), ""
            )

        shown = {record.row: colour(record.row) for record in records}
        colours = list(shown.values())
        of_network: dict[str, set[str]] = {}
        for record in records:
            of_network.setdefault(record.network, set()).add(shown[record.row])
        by_network = len(of_network) > 1 and all(len(told) == 1 for told in of_network.values())
        by_turns = len(set(colours)) == 2 and all(a != b for a, b in pairwise(colours))
        return len(set(colours)) > 1 and not by_network and not by_turns

    def _struck(self, records: Sequence[Record]) -> None:
        """What is struck through was not posted; where most rows are, it may be what is done."""
        looks = self.table.looks.cells if self.table.looks else {}
        places = [words.column for words in self.columns.words if words.column >= 0]
        rows = Counter(record.row for record in records)
        struck = {row for row in rows if any((one := looks.get((row, i))) and one.struck for i in places)}
        open_ = [one for one in records if one.row in struck and one.assumed and not one.permalink]
        if not open_:
            return
        if 2 * len(struck) < len(rows):
            for record in open_:
                record.state, record.assumed = "draft", False
            told = Said(
                "{n} update is struck through and taken as a draft, not as published.",
                many="{n} updates are struck through and taken as drafts, not as published.",
                n=len(open_),
            )
        else:
            told = Said(
                "{n} update is struck through; that was not used.",
                many="{n} updates are struck through; that was not used.",
                n=len(open_),
            )
        hint = Said("Write the states into a column of their own.")
        self.notices.append(Notice(text=told, hint=hint, where=self.table.place))


def rows_without_legend(table: Table, rows: Sequence[Row], legend: Legend) -> list[Row]:
    """The rows of a table but for those of the legend below it."""
    if not table.looks or not table.looks.cells or not legend.states:
        return list(rows)
    return [(number, cells) for number, cells in rows if not is_legend_row(table, number, cells, legend)]
