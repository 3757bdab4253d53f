"""Columns that went into no update: named to the manager by place and header, never by their words."""

from collections.abc import Iterable, Iterator, Sequence

from openpyxl.utils import get_column_letter

from handover.model import Notice, Quoted, Said
from handover.read.updates.tables import Row, Table
from handover.read.updates.tables.header.columns import Columns

NAMED = 12  # columns that a notice lists
PROSE = 4  # words in a cell that somebody wrote, as no mark, number or name is


def unused(table: Table, columns: Columns, rows: Sequence[Row]) -> Iterator[Notice]:
    """One notice that names the columns of prose that were not used."""
    used = set(_used(columns))
    width = max((len(cells) for _, cells in rows), default=0)
    free = [(index, _has_name(index, columns.header)) for index in range(width) if index not in used]
    left = [index for index, named in free if _tells(index, rows, named=named)]
    if not left:
        return
    names = [_named(index, columns.header) for index in left]
    shown = (*names[:NAMED], *(("…",) if len(names) > NAMED else ()))
    told = Said(
        "{n} column with words was not used: {columns}.",
        many="{n} columns with words were not used: {columns}.",
        n=len(left), columns=tuple(shown),
    )  # fmt: skip
    hint = Said("If one of them holds the updates or their posts, name it with --map.")
    yield Notice(text=told, hint=hint, where=table.place)


def _has_name(index: int, header: Sequence[str]) -> bool:
    return index < len(header) and bool(header[index])


def _named(index: int, header: Sequence[str]) -> Said:
    letter = get_column_letter(index + 1)
    word = header[index] if index < len(header) else ""
    return Said("{letter} ({header})", letter=letter, header=Quoted(word)) if word else Said(letter)


def _tells(index: int, rows: Iterable[Row], *, named: bool) -> bool:
    for _, cells in rows:
        cell = cells[index] if index < len(cells) else None
        if not named and isinstance(cell, str) and any(map(str.isalpha, cell)) and "://" not in cell:
            return True
        # An address with a word beside it has been taken for the update's own or its link (`Strays`).
        if isinstance(cell, str) and " " in cell and len(cell.split()) >= PROSE:
            return True
    return False


def _used(columns: Columns) -> Iterator[int]:
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
    yield from (*columns.heading, *columns.comment, *columns.ticks, *columns.figures, *columns.aside)
    yield from (*columns.title, *columns.of_network)
    yield from (index for index, word in enumerate(columns.header) if word in columns.post_dates)
