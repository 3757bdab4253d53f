"""How alike a text and a post's title are."""

import datetime as dt
from collections.abc import Collection, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate
from sys import intern
from typing import TYPE_CHECKING, NamedTuple

from handover.later import library, pattern, unicode_pattern
from handover.model import Post
from handover.text.comparing import (
    bare,
    figures,
    fold,
    is_unspaced,
    numbers,
    size,
    squash,
    stands_free,
    words,
)
from handover.text.links import without_addresses

if TYPE_CHECKING:
    from rapidfuzz import fuzz
else:
    fuzz = library("rapidfuzz.fuzz")

LEAD = 25  # words of the text that stand for a missing title
FAR = 50  # likeness of letters (of 100) below which it counts as none
SQUASHED = 16  # letters a title needs to be looked for without its spaces
LONGEST_TITLE, LONGEST_TEXT = (
    200,
    5_000,
)  # of each, compared letter by letter: the cost grows with the product
THIS_YEAR = 7  # days from a post in which its year goes without saying
WORTH = 0.35  # share of a title in the text from which on letters and article are compared

_PIECES = unicode_pattern(
    r"[\n\r“”„«»「」『』\"。！？\p{So}]|(?<=[.!?…])\s|(?<=\s)[-–—|/>→](?=\s)|：|:(?=\s|$)|[()（）]"
)
# Words before the number of a series.
COUNTERS = frozenset(
    ("part", "parte", "partie", "teil", "deel", "vol", "volume", "episode", "folge", "no", "nr", "pt")
)
# What follows a title where the text means the next of its series: "... part 3", "... #2", "... 2014".
_CONTINUED = pattern(rf"(?:(?:{'|'.join(sorted(COUNTERS))}) )?(\d+|ii|iii|iv|vi+) ")
_CAPITAL = unicode_pattern(r"\b\p{Lu}[\p{L}\p{M}]*")
_QUOTES = pattern(r"[\n\r“”„«»「」『』\"]")


class Text:
    """An update as words; what is seldom asked for is made when it is."""

    def __init__(self, raw: str, its_words: Sequence[str], day: int | None) -> None:
        self.raw = raw
        self.words = tuple(its_words)
        self.set = frozenset(its_words)
        self.day = day  # as an ordinal

    @cached_property
    def joined(self) -> str:
        return f" {' '.join(self.words)} "

    @cached_property
    def squashed(self) -> str:
        return "".join(self.words)

    @cached_property
    def edges(self) -> frozenset[int]:
        """Where words begin and end in `squashed`."""
        return frozenset(accumulate(map(len, self.words), initial=0))

    @cached_property
    def folded(self) -> str:
        return bare(self.raw)

    @cached_property
    def figures(self) -> frozenset[str]:
        return figures(self.set)

    @cached_property
    def numbers(self) -> frozenset[str]:
        return numbers(self.set)

    @cached_property
    def names(self) -> frozenset[str]:
        """The words with a capital, as names have."""
        return frozenset(map(fold, _CAPITAL.findall(self.raw)))

    @cached_property
    def pieces(self) -> frozenset[str]:
        """What stands by itself in the text: lines, quotations, what follows a colon."""
        text = without_addresses(self.raw, "\n")
        return frozenset(map(squash, {*_PIECES.split(text), *_QUOTES.split(text)}))


class Title:
    """What a post is recognised by."""

    __slots__ = (
        "day",
        "figures",
        "from_text",
        "joined",
        "raw",
        "set",
        "size",
        "squashed",
        "unspaced",
        "words",
    )

    def __init__(self, its_words: Sequence[str], from_text: bool, day: int | None, raw: str = "") -> None:
        self.words = tuple(map(intern, its_words))  # titles share words: in a big blog one is in hundreds
        self.raw = raw  # the title as it is written; "" for words of the text
        self.unspaced = fold(raw).strip() if is_unspaced(raw) else ""
        self.from_text = from_text  # the post has no title; its first words stand for it
        self.day = day  # of publication, as an ordinal
        self.set = frozenset(self.words)
        self.joined = f" {' '.join(its_words)} "
        self.squashed = "".join(its_words)
        self.size = size(its_words)
        self.figures = figures(its_words)

    @property
    def plain(self) -> str:
        """The letters of the title as it is written."""
        return squash(self.raw)


class Likeness(NamedTuple):
    """What an update says of one post. Shares are weighted: rare words count more."""

    post: int
    whole: bool  # the title stands in the text, word for word
    share: float  # of the title, in the text
    focus: float  # of the text, in the title
    near: float | tuple[str, str]  # how close they are; or both, to be compared once it is asked for
    body: float  # of the text, in the article; the same as `focus` where the article was not asked
    days: int | None  # from the post to the update
    clash: bool  # the title has a number the text lacks
    other: bool  # ... and one of its own
    size: int  # letters of the title
    words: int  # of the title
    apart: bool  # the title stands by itself in the text, with something else beside it

    @property
    def close(self) -> float:
        """How alike the title and the best matching part of the text are, letter by letter. That costs much,
        and of most titles that begin as a text does nobody asks it."""
        return self.near if isinstance(self.near, float) else _close(*self.near)


def goes_on(text: Text, end: int) -> bool:
    """Whether a number follows where the words of a title end in `joined`: the text means another part."""
    return _CONTINUED.match(text.joined, end) is not None


def stands_in(title: Title, text: Text) -> tuple[bool, bool]:
    """Whether a title stands in a text, and whether it does so only as part of another: of a longer word, or
    of the next of its series."""
    start = text.joined.find(title.joined) if title.words else -1
    if start >= 0:
        longer = goes_on(text, start + len(title.joined))
        longer = longer or bool(title.unspaced and not stands_free(title.unspaced, text.folded))
        return not longer, longer
    if title.size < SQUASHED:
        return False, False
    # "pop-up" for "popup", "#PaperToy" for "paper toy": the same letters between edges of words.
    start = text.squashed.find(title.squashed)
    return start in text.edges and start + len(title.squashed) in text.edges, False


def may_stand_in(title: Title, text: Text) -> bool:
    """Whether `stands_in` may say so, at a glance: the letters of the title are there."""
    return title.joined in text.joined or title.squashed in text.squashed


def places(title: Title, text: Text) -> tuple[tuple[int, int], ...]:
    """Where a title stands in a text, as starts and ends in its letters without spaces."""
    found, start = [], text.squashed.find(title.squashed)
    while start >= 0 and title.squashed:
        end = start + len(title.squashed)
        if start in text.edges and end in text.edges:
            found.append((start, end))
        start = text.squashed.find(title.squashed, start + 1)
    return tuple(found)


def title_of(post: Post) -> Title:
    """The words a post is recognised by: its title, or else its first words."""
    day = post.published.toordinal() if post.published else None
    if named := words(post.title):
        return Title(named, False, day, post.title)
    return Title(words((post.summary or post.text)[: LEAD * 12])[:LEAD], True, day)


def compare(number: int, title: Title, text: Text, share: float, focus: float) -> Likeness:
    """How alike post `number`'s title and a text are, given the weighed shares of their words."""
    days = None if text.day is None or title.day is None else text.day - title.day
    if share < WORTH:
        return Likeness(number, False, share, focus, 0.0, focus, days, False, False, title.size, 0, False)
    whole, longer = stands_in(title, text)
    missing = title.figures - text.numbers if title.figures and not whole else frozenset()
    clash = longer or (bool(missing) and not _is_its_year(missing, title, text))
    return Likeness(
        post=number,
        whole=whole,
        share=1.0 if whole else share,
        focus=focus,
        near=1.0 if whole else (title.joined, text.joined),
        body=focus,
        days=days,
        clash=clash,
        other=clash and not text.figures <= title.figures,
        size=title.size,
        words=len(title.words),
        apart=whole and len(text.words) > len(title.words) and (title.plain or title.squashed) in text.pieces,
    )


def _is_its_year(missing: Collection[str], title: Title, text: Text) -> bool:
    """Whether a text lacks no more of a title's numbers than the year of its post, and has no other year."""
    if title.day is None or text.day is None or not 0 <= text.day - title.day <= THIS_YEAR:
        return False
    year = str(dt.date.fromordinal(title.day).year)
    return set(missing) == {year} and not any(len(each) == len(year) for each in text.figures)


@lru_cache(maxsize=64)  # the posts of one text are ranked more than once
def _close(title: str, text: str) -> float:
    title, text = title[:LONGEST_TITLE], text[:LONGEST_TEXT]
    alike = fuzz.partial_ratio if len(title) <= len(text) else fuzz.ratio
    return alike(title, text, score_cutoff=FAR) / 100
