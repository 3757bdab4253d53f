"""How much a text says of a post's title: the posts that come into question, and how alike they are."""

import datetime as dt
import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate

from rapidfuzz import fuzz

from handover.model import Post
from handover.pair.words import LINK, figures, numbers, size, squash, words

LEAD = 25  # words of the text that stand for a missing title
RARE = 60  # posts a word may belong to and still be looked up over all years
VISITS = 800  # entries looked at for one update, rarest words first
AHEAD = 14  # days a post may come after its update and still be suggested
BACK = 800  # days a post may be older, for words that are not rare
CLOSEST = 6  # candidates that are looked at in detail
SQUASHED = 16  # letters a title needs to be looked for without its spaces
BODY = 4_000  # letters of the article that are compared

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


@dataclass(frozen=True, slots=True)
class Likeness:
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
    count: int  # words of the title
    apart: bool  # the title stands by itself in the text, with something else beside it


class TitleIndex:
    """Posts by the words of their titles, weighted by how rare the words are here."""

    def __init__(self, posts: Sequence[Post]) -> None:
        self.posts = posts
        self.titles = [_title(post) for post in posts]
        self._dated: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        self._undated: defaultdict[str, list[int]] = defaultdict(list)
        for number, title in enumerate(self.titles):
            for word in title.set:
                if title.day is None:
                    self._undated[word].append(number)
                else:
                    self._dated[word].append((title.day, number))
        for entries in self._dated.values():
            entries.sort()
        self.vocabulary = self._dated.keys() | self._undated.keys()
        self._seen: Counter[str] = Counter()
        self._count = 0
        self._weights: dict[str, float] = {}
        self._totals: list[float] = []
        self._body = lru_cache(maxsize=4096)(self._body_words)

    def weigh(self, texts: Iterable[Sequence[str]]) -> None:
        """Learn from all updates how rare each word is here."""
        for told in texts:
            self._seen.update(set(told))
            self._count += 1
        for title in self.titles:
            self._seen.update(title.set)
        self._totals = [math.fsum(map(self.weight, title.set)) for title in self.titles]

    def weight(self, word: str) -> float:
        """How much a word tells. Only the number of updates enters: posts of other words change nothing."""
        weight = self._weights.get(word)
        if weight is None:
            weight = self._weights[word] = math.log1p((self._count + 10) / (self._seen[word] + 0.5))
        return weight

    def candidates(self, text: Text) -> list[Likeness]:
        """The posts that share most with a text, best first."""
        found = self._sharing(text)
        if not found:
            return []
        total = math.fsum(map(self.weight, text.set)) or 1.0
        best = sorted(found, key=lambda n: (-found[n] / self._totals[n], self._distance(n, text), n))
        near = sorted(found, key=lambda n: (-found[n], self._distance(n, text), n))
        chosen = dict.fromkeys((*best[:CLOSEST], *near[: CLOSEST // 2]))
        return [self._likeness(text, n, total) for n in chosen]

    def _sharing(self, text: Text) -> dict[int, float]:
        known = [w for w in text.set if w in self._dated or w in self._undated]
        known.sort(key=lambda w: (len(self._dated.get(w, ())) + len(self._undated.get(w, ())), w))
        found: defaultdict[int, float] = defaultdict(float)
        visits = 0
        for word in known:
            weight = self.weight(word)
            entries = self._dated.get(word, [])
            if text.day is not None and len(entries) > RARE:
                start = bisect_left(entries, (text.day - BACK, -1))
                entries = entries[start : bisect_right(entries, (text.day + AHEAD, len(self.posts)))]
            undated = self._undated.get(word, ())
            visits += len(entries) + len(undated)
            if visits > VISITS and found:
                break
            for _, number in entries:
                found[number] += weight
            for number in undated:
                found[number] += weight
        return found

    def _distance(self, number: int, text: Text) -> int:
        day = self.titles[number].day
        return abs(text.day - day) if day is not None and text.day is not None else 10_000

    def _likeness(self, text: Text, number: int, total: float) -> Likeness:
        title = self.titles[number]
        common = math.fsum(map(self.weight, title.set & text.set))
        whole, goes_on = _stands_in(title, text)
        return Likeness(
            post=number,
            whole=whole,
            share=1.0 if whole else common / self._totals[number],
            focus=min(1.0, common / total),
            close=1.0 if whole else _close(title.joined, text.joined),
            body=math.fsum(map(self.weight, text.set & (title.set | self._body(number)))) / total,
            days=None if text.day is None or title.day is None else text.day - title.day,
            clash=goes_on or (bool(title.figures) and bool(title.figures - text.numbers)),
            other=bool(text.figures - title.figures),
            size=title.size,
            count=len(title.told),
            apart=whole and len(text.told) > len(title.told) and title.squashed in text.pieces,
        )

    def _body_words(self, number: int) -> frozenset[str]:
        post = self.posts[number]
        return frozenset(words(f"{post.summary} {post.text[:BODY]}"))


def _stands_in(title: Title, text: Text) -> tuple[bool, bool]:
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


def _title(post: Post) -> Title:
    told = words(post.title)
    if told:
        return Title(tuple(told), False, _day(post.published))
    lead = words((post.summary or post.text)[: LEAD * 12])[:LEAD]
    return Title(tuple(lead), True, _day(post.published))


def _close(title: str, text: str) -> float:
    alike = fuzz.partial_ratio(title, text) if len(title) <= len(text) else fuzz.ratio(title, text)
    return alike / 100


def _day(moment: dt.datetime | None) -> int | None:
    return moment.toordinal() if moment else None
