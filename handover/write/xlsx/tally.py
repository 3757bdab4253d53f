"""Counts over the sheets of updates and posts: the formula, and what it gives."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from handover.columns import UPDATES
from handover.later import dataclass
from handover.model import Update
from handover.write.xlsx.book import Book
from handover.write.xlsx.formats import month_format
from handover.write.xlsx.frames import Frame
from handover.write.xlsx.parts.workbook import quoted_title
from handover.write.xlsx.rows import Rows, quoted
from handover.write.xlsx.values import Formula

MAX_MONTHS = 36  # beyond, posts are counted by year
FIRST_YEAR = 1901  # Excel knows no dates before


class Tally:
    """Counts paired updates, each once however many posts it stands with."""

    def __init__(self, book: Book, rows: Rows, pages: Sequence[Frame]) -> None:
        self.book = book
        self.rows = rows
        self.pages = pages
        # Column -> how many updates, and how many rows, have each word.
        self._updates: dict[str, Counter[str]] = {}
        self._listed: dict[str, Counter[str]] = {}

    def _of_updates(self, column: str) -> Counter[str]:
        if column not in self._updates:
            self._updates[column] = self._count(column, self.book.paired)
        return self._updates[column]

    def _of_rows(self, column: str) -> Counter[str]:
        if column not in self._listed:
            self._listed[column] = self._count(column, [row.pair.update for row in self.book.listed])
        return self._listed[column]

    def all(self) -> Formula:
        """How many updates there are."""
        parts = [f"COUNTA({ref})-1" for ref in self._columns("network")]
        if self.book.has_repeats:
            parts += [f"-COUNT({ref})" for ref in self._columns("repeat")]
        elif again := len(self.book.listed) - len(self.book.paired):  # as many as there are now
            parts.append(f"-{again}")
        return Formula(_sum(parts), len(self.book.paired))

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
        elif again := self._of_rows(column)[key] - self.value(column, key):
            parts.append(f"-{again}")
        return Formula(_sum(parts), self.value(column, key))

    def value(self, column: str, key: str) -> int:
        """The same as a number."""
        return self._of_updates(column)[key]

    def _columns(self, key: str) -> list[str]:
        """The column on each sheet of updates, whole, so that rows added later are counted too."""
        letter = self.pages[0].letter(key)
        titles = [self.rows.titles[f"{UPDATES.key}{n or ''}"] for n in range(len(self.pages))]
        return [f"{quoted_title(title)}!${letter}:${letter}" for title in titles]

    def _count(self, column: str, updates: Sequence[Update]) -> Counter[str]:
        if column == "lasting":
            return Counter(map(self.rows.cells.lasting, updates))
        return Counter(getattr(update, column) for update in updates)


def _sum(parts: Sequence[str]) -> str:
    return "".join(part if part.startswith("-") or not n else f"+{part}" for n, part in enumerate(parts))


@dataclass(frozen=True, slots=True)
class Periods:
    """How many posts each month has, or each year of a long blog."""

    rows: list[tuple[dt.date, dt.date, int]]  # from, before, posts
    monthly: bool = True

    def shown(self, language: str) -> str:
        """The number format of its dates."""
        return month_format(language) if self.monthly else "yyyy"

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
