"""Columns that went into no update: named to the manager by place and header, never by their words."""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from handover.model import Notice, Quoted, Said
from handover.read.updates.tables import Cell, Row, Table
from handover.read.updates.tables.header.columns import Columns, text_of
from handover.read.updates.tables.header.user_map import spelled
from handover.read.updates.tables.rows.cell_words import ERRORS, NOTHING, flag
from handover.text.column_letters import column_letters

TO_MAP = Said("If one of them holds the updates or their posts, name it with --map.")
NAMED = 40  # columns that a notice lists
TITLES = 4  # cells above a header that may be its title
LONGEST_TITLE = 12  # words
PROSE = 4  # words in a cell that somebody wrote, as no mark, number or name is


def unused(
    table: Table,
    columns: Columns,
    rows: Sequence[Row],
    known: Collection[str] = (),
    *,
    of_program: bool = False,
) -> Iterator[Notice]:
    """One notice that names every column with something in it that was not used.

    `known`: headers, as `spelled` has them, of which a format says that they are for its program alone.
    Passed over: a column that only counts the rows, one in which nothing stands ("n/a", "TBD"), and in what
    a program exports (`of_program`) its further figures, durations and flags.
    """
    taken = set(used(columns))
    width = max((len(cells) for _, cells in rows), default=0)
    left, prose = [], False
    for index in range(width):
        word = columns.header[index] if index < len(columns.header) else ""
        if index in taken or (word and spelled(word) in known):
            continue
        cells = [cells[index] for _, cells in rows if index < len(cells) and _is_filled(cells[index])]
        # An address without a header has been taken for the update's own or its link (`Strays`).
        if not word:
            cells = [cell for cell in cells if not (isinstance(cell, str) and "://" in cell)]
        if of_program and not any(map(_has_word, cells)):
            continue
        if cells and not _counts(cells):
            left.append(_named(index, word, len(cells)))
            prose = prose or any(map(_is_prose, cells))
    if not left:
        return
    shown = (*left[:NAMED], *(("…",) if len(left) > NAMED else ()))
    told = Said(
        "{n} column was not used: {columns}.", many="{n} columns were not used: {columns}.",
        n=len(left), columns=tuple(shown),
    )  # fmt: skip
    hint = TO_MAP if prose else ""
    yield Notice(text=told, hint=hint, where=table.place)


def errors_in(table: Table, columns: Columns, rows: Sequence[Row]) -> Iterator[Notice]:
    """One notice of the cells that show an error in place of a value; of one for the words its row tells."""
    wordy = {words.column for words in columns.words}
    found = [
        (number, index)
        for number, cells in rows
        if not ERRORS.isdisjoint(cells)
        for index, cell in enumerate(cells)
        if cell in ERRORS and index not in wordy
    ]
    if found:
        number, index = found[0]
        told = Said(
            "{n} cell shows an error of the spreadsheet program in place of a value: {cell}.",
            many="{n} cells show an error of the spreadsheet program in place of a value,"
            " the first is {cell}.",
            n=len(found), cell=f"{column_letters(index + 1)}{number}",
        )  # fmt: skip
        hint = Said("Write what should stand there, where it matters, and give the file again.")
        yield Notice(text=told, hint=hint, where=table.place)


def above_header(table: Table, start: int) -> Iterator[Notice]:
    """A notice of what stands above the header, where it is more than a title."""
    rows = [
        (number, texts)
        for number, cells in table.rows[:start]
        if (texts := [*filter(None, map(text_of, cells))])
    ]
    texts = [text for _, found in rows for text in found]
    if len(texts) <= TITLES and not any(len(text.split()) > LONGEST_TITLE for text in texts):
        return
    told = Said(
        "{n} row above the header was looked at for a title, a month and a year only.",
        many="{n} rows above the header were looked at for a title, a month and a year only"
        " (rows {first} to {last}).",
        n=len(rows), first=str(rows[0][0]), last=str(rows[-1][0]),
    )  # fmt: skip
    yield Notice(text=told, where=table.place)


def _is_filled(cell: Cell) -> bool:
    return bool(cell.strip() and cell.strip() not in NOTHING) if isinstance(cell, str) else cell is not None


def _counts(cells: Sequence[Cell]) -> bool:
    """Whether cells only count the rows: 1, 2, 3, or "1." and "2."."""
    numbers = [text.rstrip(".)") for cell in cells if (text := text_of(cell))]
    if not all(number.isascii() and number.isdigit() and len(number) < 7 for number in numbers):
        return False
    told = [int(number) for number in numbers]
    return bool(told) and told[0] < 2 and all(b - a == 1 for a, b in pairwise(told))


def _has_word(cell: Cell) -> bool:
    return isinstance(cell, str) and any(map(str.isalpha, cell)) and flag(cell) is None


def _is_prose(cell: Cell) -> bool:
    return isinstance(cell, str) and " " in cell and len(cell.split()) >= PROSE


def _named(index: int, word: str, count: int) -> Said:
    letter = column_letters(index + 1)
    cells = Said("{n} cell", many="{n} cells", n=count)
    if not word:
        return Said("{letter} ({cells})", letter=letter, cells=cells)
    return Said("{letter} ({header}, {cells})", letter=letter, header=Quoted(word), cells=cells)


def used(columns: Columns) -> Iterator[int]:
    for words in columns.words:
        yield words.column
        yield from (*words.date, *words.permalink, *words.link, *words.media, *words.state)
        yield from (words.time,) if words.time is not None else ()
    yield from (place for place in (columns.time, columns.weekday) if place is not None)
    yield from (
        *columns.date,
        *columns.zone,
        *columns.network,
        *columns.account,
        *columns.done,
        *columns.draft,
    )
    yield from (*columns.approval, *columns.kind, *columns.post, *columns.labels, *columns.hashtags)
    yield from (
        *columns.heading,
        *columns.ending,
        *columns.alt,
        *columns.comment,
        *columns.ticks,
        *columns.figures,
        *columns.aside,
    )
    yield from (*columns.title, *columns.of_network)
    yield from (index for index, word in enumerate(columns.header) if word in columns.post_dates)
