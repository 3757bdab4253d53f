"""Counts over the sheets of updates and posts: the formula, and what it gives."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from openpyxl.utils import quote_sheetname

from handover.columns import UNPAIRED, UPDATES
from handover.model import Update
from handover.write.xlsx.book import Book
from handover.write.xlsx.cells import Formula
from handover.write.xlsx.frames import Frame
from handover.write.xlsx.rows import Rows, quoted

MAX_MONTHS = 36  # beyond, posts are counted by year
FIRST_YEAR = 1901  # Excel knows no dates before


class Tally:
    """Counts paired updates, each once however many posts it stands with."""

    def __init__(self, book: Book, rows: Rows, pages: Sequence[Frame]) -> None:
        self.book = book
        self.rows = rows
        self.pages = pages

    def all(self, *, unpaired: bool) -> Formula:
        """How many updates there are."""
        parts = [f"COUNTA({ref})-1" for ref in self._columns("network")]
        if self.book.has_repeats:
            parts += [f"-COUNT({ref})" for ref in self._columns("repeat")]
        if unpaired:
            parts.append(f"COUNTA({self.rows.ref(UNPAIRED, 'network')})-1")
        return Formula(_sum(parts), len(self.book.updates))

    def of(self, column: str, key: str) -> Formula:
        """How many paired updates have this word in that column (network, lasting)."""
        shown = self.book.word(column, key)
        word = quoted(shown)
        places = self._columns(column)
        parts = [f"COUNTIF({ref},{word})" for ref in places]
        if self.pages[0].title(column).casefold() == shown.casefold():  # the header is counted too
            parts.append(f"-{len(places)}")
        if self.book.has_repeats:
            for ref, repeat in zip(places, self._columns("repeat"), strict=True):
                parts.append(f'-COUNTIFS({ref},{word},{repeat},">0")')
        return Formula(_sum(parts), self.value(column, key))

    def value(self, column: str, key: str) -> int:
        """The same as a number."""
        return self._counts(column)[key]

    def _columns(self, key: str) -> list[str]:
        """The column on each sheet of updates, whole, so that rows added later are counted too."""
        letter = self.pages[0].letter(key)
        titles = [self.rows.titles[f"{UPDATES.key}{n or ''}"] for n in range(len(self.pages))]
        return [f"{quote_sheetname(title)}!${letter}:${letter}" for title in titles]

    @cached_property
    def _paired(self) -> list[Update]:
        return list({pair.update.id: pair.update for pair in self.book.handover.pairs}.values())

    def _counts(self, column: str) -> Counter[str]:
        if column == "lasting":
            return Counter(self.rows.lasting(update) for update in self._paired)
        return Counter(getattr(update, column) for update in self._paired)


def _sum(parts: Sequence[str]) -> str:
    return "".join(part if part.startswith("-") or not n else f"+{part}" for n, part in enumerate(parts))


@dataclass(frozen=True, slots=True)
class Periods:
    """How many posts each month has, or each year of a long blog."""

    rows: list[tuple[dt.date, dt.date, int]]  # from, before, posts
    monthly: bool = True

    @property
    def shown(self) -> str:
        """The number format of its dates."""
        return "mmm yyyy" if self.monthly else "yyyy"

    @classmethod
    def of(cls, book: Book) -> "Periods":
        moments = [entry.post.published or entry.post.modified for entry in book.entries]
        days = [moment for moment in moments if moment and moment.year >= FIRST_YEAR]
        if not days:
            return cls([])
        first, last = min(days), max(days)
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        if months <= MAX_MONTHS:
            starts = [_month(first.year, first.month + n) for n in range(months + 1)]
            count = Counter(_month(day.year, day.month) for day in days)
            return cls([(a, b, count[a]) for a, b in pairwise(starts)])
        count = Counter(dt.date(day.year, 1, 1) for day in days)
        years = [dt.date(year, 1, 1) for year in range(first.year, last.year + 2)]
        return cls([(a, b, count[a]) for a, b in pairwise(years)], monthly=False)


def _month(year: int, month: int) -> dt.date:
    return dt.date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
