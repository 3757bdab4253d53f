"""The post that a sheet says once for the rows below: in a column, in a row of its own, above the header, by
the name of the tab.

The reader does not know the blog, so it only notes the words; pairing asks whether a post has such a name.
Blanks are no blind "as above": where rows without a post are usual, or a row is one more than blocks of the
sheet have, the word is marked as not sure.
"""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import field
from itertools import pairwise
from typing import Literal

from handover.later import dataclass, pattern
from handover.model import Near
from handover.networks import network_named
from handover.read.updates.tables import Cell, Row, Table
from handover.read.updates.tables.header.columns import Columns, text_of
from handover.read.updates.tables.header.roles import role_of
from handover.read.updates.tables.rows.cell_words import NOTHING, is_heading, is_total
from handover.read.updates.tables.when.dates import is_date
from handover.read.updates.tables.when.month_names import month_of
from handover.read.updates.tables.when.week_headings import first_of_week

SPARSE = 3  # filled cells of a row that may head others
ALONE = 6  # rows that a single block may have without a proof
USUAL = 0.6  # share of the blocks that have one size, from which on it is the size of all
FEWEST = 3  # blocks that show it

Place = Literal["column", "heading"]

_SAID = pattern(
    r"\W*(?:blog|post|article|artikel|beitrag|art[ií]culo|articolo|artigo)[\w -]*\W*\d*\s*[:–—|-]", re.I
)
_NUMBERED = pattern(
    r"\W*(?:blog|article|artikel|art[ií]culo|articolo|artigo)[\w -]*\W*\d+\s*[:–—|-]\s*\S", re.I
)


@dataclass(slots=True)
class PostAbove:
    """The words that may name the post of each row; made for the rows under one header."""

    table: Table
    columns: Columns
    rows: Sequence[Row]
    banner: str = ""  # what stands above the header
    headings: dict[int, str] = field(default_factory=dict)  # by row number: what only heads the rows below
    bare: set[int] = field(default_factory=set)  # rows that name a post in its column, and nothing else
    _named_in_column: Mapping[int, str] = field(default_factory=dict)
    _of_none: frozenset[int] = frozenset()  # rows whose cell for the post says that there is none: "-"
    _labelled: set[int] = field(default_factory=set)
    _column: Mapping[int, Near] = field(default_factory=dict)
    _title: Mapping[int, Near] = field(default_factory=dict)
    _heading: Mapping[int, Near] = field(default_factory=dict)
    _whole: tuple[Near, ...] = ()
    _used: set[str] = field(default_factory=set)  # names that rows stand below

    def __post_init__(self) -> None:
        self._find_headings()
        if not self.headings and not self.columns.post:
            self._find_bare_titles()
        if self.columns.post:
            self._named_in_column = self._values(self.columns.post)
            self._column = self._carried(self._named_in_column, "column")
            self._of_none = frozenset(
                number
                for number, cells in self.rows
                if number not in self._named_in_column and _first(cells, self.columns.post)
            )
        if self.columns.title:
            self._title = self._titles()
        if self.headings or self.banner:
            self._heading = self._carried(self.headings, "heading", self.banner)
        if self.table.sheet:
            self._whole = (Near(word=self.table.sheet, where="sheet", sure=_is_telling(self.table.sheet)),)

    def of(self, number: int) -> tuple[Near, ...]:
        """What may name the post of this row, the nearest first."""
        if number in self._of_none or not (self._column or self._title or self._heading):
            return self._whole
        found = (kind.get(number) for kind in (self._column, self._title, self._heading))
        return (*(near for near in found if near), *self._whole)

    def tells_of_a_post(self, number: int) -> bool:
        """Whether a row says by itself that it only names the post of the rows below, and there are some."""
        if number in self.bare:
            return self._named_in_column.get(number, "") in self._used
        word = self.headings.get(number, "")
        return word in self._used and (
            _SAID.match(word) is not None or "://" in word or number in self._labelled
        )

    def last_heading(self) -> str:
        """The heading that no row followed: it heads the table below."""
        last = self.rows[-1][0] if self.rows else 0
        return self.headings.get(last, "") or (self.banner if not self.rows else "")

    # --- where a post is named ---

    def _find_headings(self) -> None:
        # Where each row has merged cells, they are its form and head nothing.
        banners = self.table.banners if 2 * len(self.table.banners) < len(self.rows) else frozenset()
        for index, (number, cells) in enumerate(self.rows):
            if len(cells) - cells.count(None) - cells.count("") > SPARSE:
                continue
            places = [i for i, cell in enumerate(cells) if text_of(cell) not in NOTHING]
            if not places or any(is_date(cells[i]) for i in places):
                continue
            texts = [text_of(cells[i]) for i in places]
            if set(places) <= {*self.columns.post}:
                self.bare.add(number)
            elif (said := self._label(texts)) or self._heads(index, places, texts, number in banners):
                self.headings[number] = " ".join((said or " ".join(texts)).split())
                self._labelled |= {number} if said else set()

    def _find_bare_titles(self) -> None:
        """Titles that stand alone in the column of the words, above the rows of their updates.

        They are taken for titles only where the rows between them all say when or where, where each heads
        such rows, and where they read like titles; a single one only as the first row.
        """
        columns = self.columns
        telling = {*columns.date, *columns.network, *(i for words in columns.words for i in words.date)}
        words = {one.column for one in columns.words if one.column >= 0}
        if not telling or len(words) != 1:
            return
        bare: dict[int, str] = {}
        told = 0
        for index, (number, cells) in enumerate(self.rows):
            if _has(cells, telling):
                told += 1
                continue
            filled = [i for i, cell in enumerate(cells) if text_of(cell) not in NOTHING]
            if set(filled) <= words and filled and self._heads_told(index, telling):
                bare[number] = text_of(cells[filled[0]])
            elif filled:
                return  # it says neither
        first = self.rows[0][0] if self.rows else 0
        enough = len(bare) > 1 or first in bare
        if enough and len(bare) <= told and all(map(_is_title, bare.values())):
            self.headings |= {number: " ".join(title.split()) for number, title in bare.items()}

    def _heads_told(self, index: int, telling: Collection[int]) -> bool:
        below = self.rows[index + 1][1] if index + 1 < len(self.rows) else ()
        return _has(below, telling) and _has(below, _wordy(self.columns))

    def _label(self, texts: Sequence[str]) -> str:
        """What stands beside a label: "Blog post: | How to …"."""
        role = role_of(texts[0].rstrip(": ")) if len(texts) == 2 else None
        return texts[1] if role and role.field in ("post title", "post link", "title") else ""

    def _heads(self, index: int, places: Sequence[int], texts: Sequence[str], is_banner: bool) -> bool:
        with_address = len(texts) == 2 and sum("://" in text for text in texts) == 1
        if (len(texts) > 1 and not with_address) or is_divider(texts[0]):
            return False
        if not _wordy(self.columns).intersection(places):
            return is_banner or places[0] in (0, self.columns.first)
        # Among the words of updates only what calls itself a blog post is none of them.
        below = self.rows[index + 1][1] if index + 1 < len(self.rows) else ()
        said = len(texts) == 1 and _NUMBERED.match(texts[0]) and "://" not in texts[0]
        return is_banner or bool(said and _has(below, (*self.columns.date, *self.columns.network)))

    def _values(self, places: Sequence[int]) -> dict[int, str]:
        found = {}
        for number, cells in self.rows:
            for index in places:
                if index < len(cells) and (text := text_of(cells[index])) not in NOTHING:
                    found[number] = self.table.links.get((number, index)) or " ".join(text.split())
                    break
        return found

    def _titles(self) -> dict[int, Near]:
        """A column of titles may hold those of posts: for its own rows, and for those below."""
        values = self._values(self.columns.title)
        own = {n: Near(word=word, where="beside", sure=_is_telling(word)) for n, word in values.items()}
        return {**self._carried(values, "heading"), **own}

    # --- how far it reaches ---

    def _carried(self, named: Mapping[int, str], where: Place, banner: str = "") -> dict[int, Near]:
        """The word above for every row with words and without a name of its own."""
        blocks = self._blocks(named, banner)
        limit = _limit([rows for _, rows in blocks])
        if _repeats([word for word, _ in blocks]):
            limit = 1
        apart = _apart(blocks, named)
        found = {}
        for word, rows in blocks:
            self._used |= {word} if rows else set()
            doubtful = False
            for place, (number, _) in enumerate(rows, 1):
                doubtful = doubtful or number in apart
                if number in named:
                    continue
                sure = place <= limit and not doubtful and (where == "column" or _is_telling(word))
                found[number] = Near(word=word, where=where, sure=sure)
        return found

    def _blocks(self, named: Mapping[int, str], banner: str) -> list[tuple[str, list[tuple[int, str]]]]:
        """Each name with the numbers and networks of the rows that have words, until the next name."""
        wordy = _wordy(self.columns)
        blocks: list[tuple[str, list[tuple[int, str]]]] = [(banner, [])] if banner else []
        for number, cells in self.rows:
            if number in named:
                blocks.append((named[number], []))
            if not blocks or number in self.headings or not _has(cells, wordy):
                continue
            blocks[-1][1].append((number, _first(cells, self.columns.network)))
        return blocks


def _has(cells: Sequence[Cell], places: Collection[int]) -> bool:
    return any(i < len(cells) and text_of(cells[i]) not in NOTHING for i in places)


def _first(cells: Sequence[Cell], places: Sequence[int]) -> str:
    return next((text for i in places if i < len(cells) and (text := text_of(cells[i]))), "")


def _wordy(columns: Columns) -> frozenset[int]:
    return frozenset(i for words in columns.words for i in (words.column, *words.permalink) if i >= 0)


def is_divider(text: str) -> bool:
    """Whether a cell alone only divides the sheet: by network, week, month; or sums it up."""
    short = len(text.split()) < 4 and any(month_of(part) for part in text.split())
    comment = text.startswith("#") or not any(sign.isalnum() for sign in text)
    is_period = short or is_heading(text) or first_of_week(text) is not None
    return is_period or comment or is_total(text) or network_named(text) is not None


def _is_title(text: str) -> bool:
    """Whether words read like the title of an article: some words, no tags, no address, no last full stop."""
    words = text.split()
    is_plain = "://" not in text and "#" not in text and "\n" not in text and text[-1:] not in ".!…"
    return 1 < len(words) < 20 and is_plain and text[:1].isalnum() and not is_divider(text)


def _is_telling(word: str) -> bool:
    """Whether a word can only be a name: a single one, like "Spring", may be anything."""
    return "://" in word or len(word.split()) > 1 or (len(word) > 5 and not word.isascii())


def _repeats(words: Sequence[str]) -> bool:
    """Whether the sheet writes a name again in the next row that has it: then a blank means none."""
    return any(one == other for one, other in pairwise(words))


def _limit(blocks: Sequence[Sequence[tuple[int, str]]]) -> int:
    """How many rows of a block are sure to belong together.

    As many as most blocks have; more only where no block has a network twice, as a post is told once on each.
    """
    sizes = Counter(len(rows) for rows in blocks if rows)
    if not sizes:
        return 0
    most = min(size for size, count in sizes.items() if count == max(sizes.values()))
    networks = [[network.casefold() for _, network in rows] for rows in blocks]
    once = all(all(told) and len(set(told)) == len(told) for told in networks)
    total = sum(sizes.values())
    if total == 1:
        return most if once or most <= ALONE else 1
    is_habit = total >= FEWEST and sizes[most] >= USUAL * total
    return max(sizes) if once and not is_habit else most


def _apart(blocks: Sequence[tuple[str, Sequence[tuple[int, str]]]], named: Mapping[int, str]) -> set[int]:
    """The rows after an empty one, where empty rows part the blocks and not every row from the next."""
    after_gap: set[int] = set()
    close = parted = 0
    last = 0
    for _, rows in blocks:
        for place, (number, _) in enumerate(rows):
            if last and number > last + 1:
                if not place:
                    parted += 1
                else:
                    after_gap.add(number)
            else:
                close += place > 0
            last = number
    return after_gap if close and parted else set()
