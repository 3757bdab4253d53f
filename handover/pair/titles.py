"""How alike a text and a post's title are."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from rapidfuzz import fuzz

from handover.model import Post
from handover.pair.words import LINK, figures, numbers, size, squash, words

LEAD = 25  # words of the text that stand for a missing title
SQUASHED = 16  # letters a title needs to be looked for without its spaces
WORTH = 0.35  # share of a title in the text from which on letters and article are compared

_PIECES = re.compile(r"[\n\r“”„«»「」『』\"]|(?<=\s)[-–—|/>→](?=\s)|[:：](?=\s|$)|[()（）]")
# What follows a title where the text means the next of its series: "... part 3", "... #2", "... 2014".
_CONTINUED = re.compile(
    r"(?:(?:part|parte|partie|teil|deel|vol|volume|episode|folge|no|nr|pt) )?(\d+|ii|iii|iv|vi+) "
)
_QUOTES = re.compile(r"[\n\r“”„«»「」『』\"]")


class Text:
    """An update as words; what is seldom asked for is made when it is."""

    def __init__(self, raw: str, told: Sequence[str], day: int | None) -> None:
        self.raw = raw
        self.told = told
        self.set = frozenset(told)
        self.joined = f" {' '.join(told)} "
        self.day = day  # as an ordinal

    @cached_property
    def squashed(self) -> str:
        return "".join(self.told)

    @cached_property
    def edges(self) -> frozenset[int]:
        """Where words begin and end in `squashed`."""
        return frozenset(accumulate(map(len, self.told), initial=0))

    @cached_property
    def figures(self) -> frozenset[str]:
        return figures(self.told)

    @cached_property
    def numbers(self) -> frozenset[str]:
        return numbers(self.told)

    @cached_property
    def pieces(self) -> frozenset[str]:
        """What stands by itself in the text: lines, quotations, what follows a colon."""
        text = LINK.sub("\n", self.raw)
        return frozenset(squash(piece) for cut in (_PIECES, _QUOTES) for piece in cut.split(text))


@dataclass(frozen=True)
class Title:
    """What a post is recognised by."""

    told: tuple[str, ...]
    from_text: bool  # the post has no title; its first words stand for it
    day: int | None  # of publication, as an ordinal

    @cached_property
    def set(self) -> frozenset[str]:
        return frozenset(self.told)

    @cached_property
    def joined(self) -> str:
        return f" {' '.join(self.told)} "

    @cached_property
    def squashed(self) -> str:
        return "".join(self.told)

    @cached_property
    def size(self) -> int:
        return size(self.told)

    @cached_property
    def figures(self) -> frozenset[str]:
        return figures(self.told)


class Likeness(NamedTuple):
    """What an update says of one post. Shares are weighted: rare words count more."""

    post: int
    whole: bool  # the title stands in the text, word for word
    share: float  # of the title, in the text
    focus: float  # of the text, in the title
    close: float  # how alike the title and the best matching part of the text are, letter by letter
    body: float  # of the text, in the article
    days: int | None  # from the post to the update
    clash: bool  # the title has a number the text lacks
    other: bool  # the text has a number of its own
    size: int  # letters of the title
    words: int  # of the title
    apart: bool  # the title stands by itself in the text, with something else beside it


def stands_in(title: Title, text: Text) -> tuple[bool, bool]:
    """Whether a title stands in a text, and whether the text goes on to the next of its series."""
    start = text.joined.find(title.joined) if title.told else -1
    if start >= 0:
        goes_on = _CONTINUED.match(text.joined, start + len(title.joined)) is not None
        return not goes_on, goes_on
    if title.size < SQUASHED:
        return False, False
    # "pop-up" for "popup", "#PaperToy" for "paper toy": the same letters between edges of words.
    start = text.squashed.find(title.squashed)
    return start in text.edges and start + len(title.squashed) in text.edges, False


def title_of(post: Post) -> Title:
    """The words a post is recognised by: its title, or else its first words."""
    day = post.published.toordinal() if post.published else None
    if told := words(post.title):
        return Title(tuple(told), False, day)
    return Title(tuple(words((post.summary or post.text)[: LEAD * 12])[:LEAD]), True, day)


def compare(
    number: int, title: Title, text: Text, share: float, focus: float, body: Callable[[int], float]
) -> Likeness:
    """How alike post `number`'s title and a text are, given the weighed shares of their words.

    `body(number)` tells the share of the text in the article; it is asked where that may matter.
    """
    days = None if text.day is None or title.day is None else text.day - title.day
    if share < WORTH:
        return Likeness(number, False, share, focus, 0.0, focus, days, False, False, title.size, 0, False)
    whole, goes_on = stands_in(title, text)
    return Likeness(
        post=number,
        whole=whole,
        share=1.0 if whole else share,
        focus=focus,
        close=1.0 if whole else _close(title.joined, text.joined),
        body=focus if whole else body(number),
        days=days,
        clash=goes_on or (bool(title.figures) and bool(title.figures - text.numbers)),
        other=bool(text.figures - title.figures),
        size=title.size,
        words=len(title.told),
        apart=whole and len(text.told) > len(title.told) and title.squashed in text.pieces,
    )


def _close(title: str, text: str) -> float:
    alike = fuzz.partial_ratio(title, text) if len(title) <= len(text) else fuzz.ratio(title, text)
    return alike / 100
