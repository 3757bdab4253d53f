"""The hidden sheet of each workbook: what the reader needs to know of the file as it was written."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from handover.columns import VERSION
from handover.columns.memory import pack, record_of, shown_of, taken_of
from handover.model import Update
from handover.model.places import without_folders
from handover.write.xlsx.book import Book, ClientBook, is_shown
from handover.write.xlsx.update_cells import UpdateCells

MARKS = 3_000  # of a sheet's rows that one record holds: as many as one cell has room for


def remembered(book: Book, cells: UpdateCells, rest: Mapping[str, Sequence[int]]) -> Iterator[list[str]]:
    """The records of a book (`handover.columns.memory`), as cells; `rest` holds the marks of their rows.

    One by one: as lists of values they take several times the room that they take as cells.
    """
    yield from map(pack, _about(book, rest))
    if isinstance(book, ClientBook):
        yield from map(pack, _shown(book, cells))
        return
    yield from map(pack, _known(book, cells))
    yield from cells.drafts
    yield from (pack(taken_of(taken.update)) for taken in book.handover.updates.taken_out)
    yield from map(pack, _not_read(book))


def _about(book: Book, rest: Mapping[str, Sequence[int]]) -> Iterator[list[Any]]:
    yield ["workbook", VERSION, book.reader]
    if isinstance(book, ClientBook) and book.zone_name:
        yield ["zone", book.zone_name]
    for sheet in book.sheets:
        for column in book.columns(sheet.key):
            yield ["column", sheet.key, column.key, column.title]
    for group in book.groups:
        for key, name in book.names[group].items():
            yield ["word", group, key, name]
    for entry in book.entries:
        post = entry.post
        yield ["post", entry.number, post.id, post.permalink, book.post_title(post)]
    for key, marks in rest.items():
        for at in range(0, len(marks), MARKS):
            yield ["rest", key, marks[at : at + MARKS]]


def _known(book: Book, cells: UpdateCells) -> Iterator[list[Any]]:
    """The updates of a working copy."""
    posts: dict[str, list[int]] = {}
    for row in book.listed:
        posts.setdefault(row.pair.update.id, []).append(row.entry.number)
    for update in book.updates:
        yield _record("update", book, cells, update, posts.get(update.id, []))


def draft_of(book: Book, cells: UpdateCells, draft: Update, post: int) -> list[str]:
    """The record of a draft that the working copy suggests, as cells."""
    return pack(_record("draft", book, cells, draft, [post]))


def _record(kind: str, book: Book, cells: UpdateCells, update: Update, numbers: list[int]) -> list[Any]:
    figures = [name for name in book.figures if name in update.figures and is_shown(update, name)]
    return record_of(kind, update, numbers, cells.read_back(update), figures)


def _not_read(book: Book) -> Iterator[list[Any]]:
    """What was not read of the sources, as the manager was told it."""
    said = book.words.said
    for one in book.handover.updates.skipped:
        yield ["skipped", str(without_folders(one.location)), one.line, said(one.reason), said(one.hint)]


def _shown(book: ClientBook, cells: UpdateCells) -> Iterator[list[Any]]:
    """The updates of the client's workbook."""
    rows: dict[str, list[int]] = {}
    posts: dict[str, list[int]] = {}
    for row in book.listed:
        rows.setdefault(row.pair.update.id, []).append(row.number)
        posts.setdefault(row.pair.update.id, []).append(row.entry.number)
    for number, update in enumerate(book.alone, len(book.listed) + 1):
        rows.setdefault(update.id, []).append(number)
    for update in book.updates:
        hers = posts.get(update.id, [])
        yield shown_of(update, rows[update.id], hers, cells.hers(update), book.zone)
