"""The hidden sheet of each workbook: what the reader needs to know of the file as it was written."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from handover.columns import VERSION
from handover.columns.memory import record_of, shown_of, taken_of
from handover.model import Update
from handover.write.xlsx.book import Book, ClientBook, is_shown
from handover.write.xlsx.update_cells import UpdateCells

MARKS = 3_000  # of a sheet's rows that one record holds: as many as one cell has room for


def remembered(book: Book, cells: UpdateCells, rest: Mapping[str, Sequence[int]]) -> Iterator[list[Any]]:
    """The records of a book (`handover.columns.memory`); `rest` holds the marks of each sheet's rows."""
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
    yield from _shown(book, cells) if isinstance(book, ClientBook) else _known(book, cells)


def _known(book: Book, cells: UpdateCells) -> Iterator[list[Any]]:
    """The updates of a working copy, and the drafts it suggests."""
    posts: dict[str, list[int]] = {}
    for row in book.listed:
        posts.setdefault(row.pair.update.id, []).append(row.entry.number)

    def record(kind: str, update: Update, numbers: list[int]) -> list[Any]:
        figures = [name for name in book.figures if name in update.figures and is_shown(update, name)]
        return record_of(kind, update, numbers, cells.read_back(update), figures)

    for update in book.updates:
        yield record("update", update, posts.get(update.id, []))
    for short in book.handover.shortfalls:
        for draft in short.drafts:
            yield record("draft", draft, [book.number.get(short.post.id, 0)])
            cells.forget(draft)  # thousands, where most updates are about no post
    for taken in book.handover.updates.taken_out:
        yield taken_of(taken.update)


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
        yield shown_of(update, rows[update.id], hers, cells.read_back(update), book.zone)
