"""What every sheet needs to know: the posts in order, names in the client's language, columns in use.

A `Book` is the working copy, which holds everything; a `ClientBook` is what of it is the client's.
"""

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from handover.columns import (
    ACCOUNTS,
    BOOKS,
    CLIENT,
    CLIENT_WORDS,
    EXTRA,
    FIGURE,
    FIGURES,
    POSTED_IN,
    UNPAIRED,
    UPDATES,
    WORDS,
    WORKING,
    Column,
    Reader,
    Sheet,
)
from handover.columns.shown import clean
from handover.model import Handover, Pair, Post, Update
from handover.options.zones import city_of, zone_of
from handover.text.same_text import telling
from handover.write.view import Entry, entries, for_client
from handover.write.view.client import zone_name
from handover.write.words import Words, words

if TYPE_CHECKING:
    from handover.write.media.gallery import Gallery, Shown

MAX_FIGURES = 12  # columns for figures of the networks; rarer ones are kept out of sight
_HEADER = 60  # characters a header made from data may have


class Listed(NamedTuple):
    """A row of the sheet of updates: a pair, its number, and the row that shows the same update before."""

    number: int
    entry: Entry
    pair: Pair
    repeat: int | None = None
    counts: str = ""  # "" when it counts towards the minimum, else why not


class Book:
    """A handover seen by the workbook that holds everything: the working copy."""

    reader: ClassVar[Reader] = WORKING
    groups: ClassVar[Sequence[str]] = tuple(WORDS)  # the words that its cells may hold
    zone: dt.tzinfo = dt.UTC  # of the times its cells show
    has_pictures: bool = False

    def __init__(self, handover: Handover) -> None:
        self.handover = handover
        self.words: Words = words(handover.language)
        self.entries = entries(handover)
        self.number = {entry.post.id: entry.number for entry in self.entries}
        self._columns: dict[str, tuple[Column, ...]] = {}  # by the key of their sheet
        _ = self.words
        self.names: Mapping[str, Mapping[str, str]] = {
            group: {
                key: _(name) if group != "network" or key == "other" else name for key, name in names.items()
            }
            for group, names in WORDS.items()
        }

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The sheets it may have, in their order."""
        return BOOKS[self.reader]

    @cached_property
    def paired(self) -> tuple[Update, ...]:
        """Every update of its sheet of updates once."""
        return tuple({row.pair.update.id: row.pair.update for row in self.listed}.values())

    @cached_property
    def alone(self) -> tuple[Update, ...]:
        """The updates of no post."""
        return tuple(item.update for item in self.handover.unpaired)

    @cached_property
    def updates(self) -> tuple[Update, ...]:
        """Every update once, paired or not."""
        return tuple({update.id: update for update in (*self.paired, *self.alone)}.values())

    @cached_property
    def listed(self) -> tuple[Listed, ...]:
        """The rows of the sheet of updates, post by post."""
        rows: list[Listed] = []
        first: dict[str, int] = {}
        for entry in self.entries:
            for pair, why in zip(entry.pairs, self._why_not_counted(entry, len(rows) + 1), strict=True):
                number = len(rows) + 1
                before = first.setdefault(pair.update.id, number)
                rows.append(Listed(number, entry, pair, before if before != number else None, why))
        return tuple(rows)

    def _why_not_counted(self, entry: Entry, start: int) -> Iterator[str]:
        """Why each update of a post does not count towards the minimum, "" where it does.

        `start` is the number of the first of them on the sheet of updates.
        """
        networks = Counter(pair.update.network for pair in entry.pairs)
        told: dict[tuple[str, str], int] = {}
        for number, pair in enumerate(entry.pairs, start):
            update = pair.update
            if update.kind != "original":
                yield self.names["kind"][update.kind]
            elif networks[update.network] == 1:  # nothing to say the same as
                yield ""
            else:
                same = told.setdefault(telling(update), number)
                yield "" if same == number else self.words("same text as no. {n}", n=same)

    @cached_property
    def figures(self) -> tuple[str, ...]:
        """The figures that get a column: those most updates have."""
        count = Counter(name for update in self.updates for name in update.figures if is_shown(update, name))
        common = sorted(count, key=lambda name: (-count[name], name))
        return tuple(common[:MAX_FIGURES])

    @cached_property
    def extra(self) -> tuple[str, ...]:
        """The columns the user has added to an earlier workbook, in the order met."""
        return tuple(dict.fromkeys(name for update in self.updates for name in update.extra))

    @cached_property
    def _told_of_accounts(self) -> set[str]:
        """The columns of accounts that hold anything; who holds them now and after stands side by side."""
        accounts = self.handover.details.account
        told = {c.key for c in ACCOUNTS.columns if any(getattr(account, c.key) for account in accounts)}
        return told | ({"owner_now", "owner_after"} if told & {"owner_now", "owner_after"} else set())

    @cached_property
    def has_repeats(self) -> bool:
        return any(row.repeat for row in self.listed)

    def columns(self, key: str) -> tuple[Column, ...]:
        """The columns of the sheet with this key, with their headers as shown, each header once."""
        if key not in self._columns:  # every formula asks for a letter
            self._columns[key] = self._columns_of(key)
        return self._columns[key]

    def _columns_of(self, key: str) -> tuple[Column, ...]:
        (sheet,) = [sheet for sheet in self.sheets if sheet.key == key]
        there = {"repeat": self.has_repeats, "picture": self.has_pictures}
        columns = [c for c in sheet.columns if there.get(c.key, True)]
        if sheet == ACCOUNTS:
            columns = [c for c in columns if c.key in self._told_of_accounts]
        if sheet in (UPDATES, UNPAIRED):
            columns += [Column(FIGURE + name, self.title_of_figure(name)) for name in self.figures]
            columns += [Column(EXTRA + name, header(name)) for name in self.extra]
        shown = (self.title(c) if c in sheet.columns else c.title for c in columns)
        return tuple(Column(c.key, title) for c, title in zip(columns, unique(shown), strict=True))

    def is_hidden(self, sheet: str, key: str) -> bool:
        """Whether a column is there and out of sight."""
        return False

    def title(self, column: Column) -> str:
        """The header of one of our own columns."""
        return self.words(column.title)

    def title_of_figure(self, name: str) -> str:
        """The header of the column of a figure."""
        return self.words(FIGURES[name]) if name in FIGURES else header(name)

    def post_title(self, post: Post) -> str:
        return clean(self.words.said(post.title)) or clean(post.permalink)

    def word(self, group: str, key: str) -> str:
        return self.names[group][key]


class ClientBook(Book):
    """What of a working copy is the client's: her posts with the originals written for them."""

    reader = CLIENT
    groups = CLIENT_WORDS

    def __init__(self, handover: Handover, gallery: "Gallery | None" = None) -> None:
        super().__init__(for_client(handover, hers=False))
        self.gallery = gallery
        self.has_pictures = bool(gallery and gallery.thumbnails)
        self.zone_name = zone_name(handover.details)
        self.zone = zone_of(self.zone_name) or dt.UTC

    figures = ()  # what a network's export counted, and the columns the manager has added, are hers
    extra = ()
    has_repeats = False  # an update of two posts stands with both, and no note says so

    @cached_property
    def listed(self) -> tuple[Listed, ...]:
        rows = ((entry, pair) for entry in self.entries for pair in entry.pairs)
        return tuple(Listed(number, entry, pair) for number, (entry, pair) in enumerate(rows, 1))

    def is_hidden(self, sheet: str, key: str) -> bool:
        """A column in which nothing stands: it is kept, as the file is read back and may be filled in."""
        if sheet == "posts" and key in ("author", "categories"):
            return not any(getattr(entry.post, key) for entry in self.entries)
        if sheet in ("updates", "more") and key in ("links", "permalink", "media"):
            updates = self.paired if sheet == "updates" else self.alone
            return bool(updates) and not any(getattr(update, key) for update in updates)
        return False

    def picture(self, update: Update) -> "Shown | None":
        """The small picture beside an update; its cell has room for one."""
        shown = self.gallery.shown(update) if self.gallery else ()
        return next((one for one in shown if one.thumbnail), None)

    def title(self, column: Column) -> str:
        if column.key == "posted_at" and self.zone_name:
            return self.words(POSTED_IN, zone=city_of(self.zone_name))
        return super().title(column)


def is_shown(update: Update, figure: str) -> bool:
    """Whether a cell can hold the figure."""
    return math.isfinite(update.figures[figure])


def header(name: str) -> str:
    """A name out of data as a column's header: one line, not too long."""
    line = " ".join(clean(name).split())
    return line if len(line) <= _HEADER else line[: _HEADER - 1] + "…"


def unique(titles: Iterable[str]) -> Iterable[str]:
    """Each title once, whatever its case: "Title", "Title 2"."""
    met: set[str] = set()
    for title in titles:
        title = title or "–"
        name, n = title, 1
        while name.casefold() in met:
            n += 1
            name = f"{title} {n}"
        met.add(name.casefold())
        yield name
