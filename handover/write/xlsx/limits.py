"""Excel's limits, and what the workbook says where data go beyond them."""

from collections.abc import Iterator

from handover.columns.shown import MAX_UNITS, is_long
from handover.model import Notice, Update
from handover.write.xlsx.book import Book

MAX_ROWS = 1_048_576  # rows of a sheet, the header included
MAX_LINKS = 65_530  # links of a sheet


def beyond(book: Book) -> Iterator[Notice]:
    """What could not be shown in full, in the client's language."""
    _ = book.words
    long = [update for update in book.updates if is_long(update.text)]
    if long:
        yield Notice(
            text=_.plural(
                "{n} update is too long for a cell: its text ends with […].",
                "{n} updates are too long for a cell: their texts end with […].",
                len(long),
            ),
            hint=_("A cell holds {n} characters. Nothing is lost: the whole text is kept, and comes back "
                   "when the workbook is read.", n=_.number(MAX_UNITS)),
            where=", ".join(update.id for update in long[:5]),
        )  # fmt: skip
    rows = len(book.listed)
    if rows > MAX_ROWS - 1:
        yield Notice(
            text=_("The updates need more than one sheet: a sheet has {n} rows.", n=_.number(MAX_ROWS)),
        )
    if most_links(book) > MAX_LINKS:
        yield Notice(
            text=_("Not every address can be clicked: a sheet has at most {n} links.", n=_.number(MAX_LINKS)),
            hint=_("The addresses beyond stand there as text, to copy."),
        )


def most_links(book: Book) -> int:
    """How many links the fullest sheet would have."""
    updates = sum(links_of(row.pair.update) for row in book.listed[: MAX_ROWS - 1])
    alone = sum(map(links_of, book.alone))
    return max(updates, alone, len(book.entries))


def links_of(update: Update) -> int:
    return bool(update.links) + bool(update.permalink) + bool(update.media)
