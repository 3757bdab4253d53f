"""Rows with more cells than the header: commas that nobody put in quotes, or columns without a name."""

from collections.abc import Iterator, Sequence

from handover.read.updates.tables import Cell
from handover.read.updates.tables.header.columns import Columns, text_of
from handover.read.updates.tables.rows.cell_words import NOTHING
from handover.read.updates.tables.rows.cells import addresses, networks_in
from handover.read.updates.tables.when.dates import is_date


def fitted(columns: Columns, cells: Sequence[Cell]) -> tuple[Sequence[Cell], bool]:
    """A row as long as its header where it was cut at commas, and whether it could not be put together.

    "October 9, 2024" or "Tea, cake, and more" without quotation marks make cells too many. They are joined
    where date, network and addresses then stand in their columns, and only one way of joining does that.
    """
    width = len(columns.header)
    extra = len(cells) - width
    if extra <= 0 or not any(map(text_of, cells[width:])):
        return cells, False
    spaced = [cell[:1] == " " for cell in cells[1:] if isinstance(cell, str) and cell]
    if not any(spaced) or all(spaced):  # a comma in a text has a space behind it, one between cells none
        return cells, False
    ways = [way for way in _ways(columns, cells, extra) if _fits(columns, way)]
    if not ways:
        return cells, True
    return ways[0], False


def _ways(columns: Columns, cells: Sequence[Cell], extra: int) -> Iterator[list[Cell]]:
    """The row joined within its date, its words, or both: the likeliest first."""
    dates = [index for index in columns.date if index + 1 < len(cells)]
    for index in dates:
        joined = _joined(cells, index, 1)
        if is_date(joined[index]) and not is_date(cells[index + 1]):
            if extra == 1:
                yield joined
            else:
                yield from (_joined(joined, at, extra - 1) for at in _wordy(columns))
    yield from (_joined(cells, at, extra) for at in _wordy(columns))


def _wordy(columns: Columns) -> list[int]:
    return [words.column for words in columns.words if words.column >= 0]


def _joined(cells: Sequence[Cell], index: int, extra: int) -> list[Cell]:
    word = ",".join(
        cell if isinstance(cell, str) else text_of(cell) for cell in cells[index : index + extra + 1]
    )
    return [*cells[:index], word.strip(), *cells[index + extra + 1 :]]


def _fits(columns: Columns, cells: Sequence[Cell]) -> bool:
    """Whether dates, networks and addresses stand where the header says."""

    def at(index: int) -> Cell:
        cell = cells[index] if index < len(cells) else None
        return None if isinstance(cell, str) and cell.strip() in NOTHING else cell

    if any((cell := at(index)) is not None and not is_date(cell) for index in columns.date):
        return False
    for index in columns.network:
        if (word := text_of(at(index))) and all(network == "other" for network, _ in networks_in(word)):
            return False
    places = {index for words in columns.words for index in (*words.link, *words.permalink)}
    return all(not (word := text_of(at(index))) or bool(addresses(word)) for index in places)
