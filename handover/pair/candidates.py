"""Which posts come into question for a text: those that share its rare words, near its time."""

import math
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from heapq import nlargest
from itertools import chain

from handover.languages import small_words
from handover.model import Post
from handover.pair.series import SeriesNames
from handover.pair.titles import WORTH, Likeness, Text, Title, compare, may_stand_in, title_of
from handover.text.comparing import words

NEAREST = 30  # posts looked at for one word: the newest that were there at the time
AHEAD = 14  # days a post may come after its update and still be suggested
VISITS = 120  # posts looked at for one text, rarest words first
LEAST = 0.15  # share of a title's weight that a text must have for it to be compared
CLOSEST = 4  # posts compared for the share of their title that stands in the text
HEAD = 3  # first words of a title by which it is found standing in a text
SERIES = 12  # titles from which on those that begin alike are a series
BEFORE, AFTER = 6, 2  # posts of a series around the day of a text
LONG = 16  # letters of a title that, standing by itself, needs no comparison with others
ASKED = 2  # posts whose articles are compared too
BODY = 4_000  # letters of the article that are compared
KEPT = 4_096  # articles whose words are kept


class TitleIndex:
    """Posts by the words of their titles, weighted by how rare the words are here.

    `posts` must be sorted by time of publication, those without one last.
    """

    def __init__(self, posts: Sequence[Post]) -> None:
        self.posts = posts
        self.titles = [title_of(post) for post in posts]
        self._days = [title.day for title in self.titles if title.day is not None]
        self._dated = len(self._days)
        self._has_undated = self._dated < len(self.titles)
        self._entries: defaultdict[str, list[int]] = defaultdict(list)
        for number, title in enumerate(self.titles):
            # Small words find nothing; a title of nothing else is found by them all the same.
            for word in title.set - small_words() or title.set:
                self._entries[word].append(number)
        rarest = sorted(self._entries, key=lambda word: (len(self._entries[word]), word))
        self._commonness = {word: place for place, word in enumerate(rarest)}
        self._heads: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        for number, title in enumerate(self.titles):
            if len(title.words) >= HEAD:
                self._heads[title.words[:HEAD]].append(number)
        self._alone = _alone(self.titles)
        self._firsts = frozenset(head[0] for head in self._heads)
        self._series = _Series(self.titles, self._heads)
        self.series_names = SeriesNames(self.titles)
        self.weights: dict[str, float] = {}
        self._once: dict[str, str] = {}
        self._totals: list[float] = []
        self._least = 0.0  # what must be shared with the title that weighs least
        self._known: dict[int, frozenset[str]] = {}
        self._found_for: tuple[Text | None, Collection[int]] = None, ()

    @property
    def vocabulary(self) -> Collection[str]:
        """All words of all titles, but for small ones."""
        return self._entries.keys()

    def weigh(self, texts: Sequence[Sequence[str]]) -> None:
        """Learn from all updates how rare each word is here, and so how much it tells.

        Of the posts only the words count, not how many there are: posts of other words change nothing.
        """
        count = len(texts)
        seen = Counter(chain.from_iterable(map(frozenset, texts)))
        seen.update(chain.from_iterable(title.set for title in self.titles))
        self.weights = {word: math.log1p((count + 10) / (met + 0.5)) for word, met in seen.items()}
        self._once = dict(zip(self.weights, self.weights, strict=True))
        self._totals = [self._total(title.set) for title in self.titles]
        self._least = LEAST * min(self._totals, default=0.0)

    def candidates(self, text: Text, *, articles: bool = True) -> list[Likeness]:
        """The posts that share most with a text, in no special order.

        Where a long title stands by itself in the text, word for word, there is nothing else to look for.
        `articles`: whether the articles of the nearest are compared too, as it takes to decide.
        """
        posts = self._quoted(text)
        found = {} if posts else self._sharing(text)
        if not posts and max(found.values(), default=0.0) < self._least:
            return []  # what it shares is too little of any title, as with most texts about no post
        total = self._total(text.set) or 1.0
        begun = self._compared(posts, text, total)
        if any(each.apart and each.size >= LONG for each in begun):
            return begun
        found = found or self._sharing(text)
        if not found:
            return []
        totals = self._totals
        shares = [(weight / totals[n], n) for n, weight in found.items() if weight >= LEAST * totals[n]]
        chosen = {n for _, n in nlargest(CLOSEST, shares)}
        if shares:
            chosen.add(max(zip(found.values(), found, strict=True))[1])
        chosen.difference_update(each.post for each in begun)
        alike = sorted(begun + self._compared(chosen, text, total))
        if not articles or any(each.whole for each in alike):
            return alike  # the title decides, or nothing does; the articles need not be asked
        alike.sort(key=lambda each: each.share + each.close)
        return alike[:-ASKED] + [
            each._replace(body=self._in_article(each, text, total)) for each in alike[-ASKED:]
        ]

    def all_it_says(self, text: Text) -> list[Likeness]:
        """The only post whose title, of three words at least, is all that a text says, if there is one.

        Any other title that stands there stands within this one.
        """
        number = self._alone.get(text.words)
        return [] if number is None else self._compared((number,), text, self._total(text.set))

    def standing(self, text: Text) -> list[Likeness]:
        """The posts whose titles, of three words at least, stand in a text, where a long one does by itself.

        The others that `candidates` gives then are not looked at, and most are never asked for.
        """
        posts = [number for number in self._quoted(text) if may_stand_in(self.titles[number], text)]
        if not posts:
            return []
        alike = self._compared(posts, text, self._total(text.set) or 1.0)
        whole = [each for each in alike if each.whole]
        return whole if any(each.apart and each.size >= LONG for each in whole) else []

    def _quoted(self, text: Text) -> Collection[int]:
        """The same as `_find_quoted`, which is asked twice of many a text."""
        if self._found_for[0] is not text:
            self._found_for = text, self._find_quoted(text)
        return self._found_for[1]

    def _find_quoted(self, text: Text) -> Collection[int]:
        """The posts whose titles, of three words at least, begin somewhere in the text, or whose series does.

        Of a long series that begins alike, those whose whole title stands there, and those around the day.
        """
        said, firsts = text.words, self._firsts
        heads = [said[start : start + HEAD] for start, word in enumerate(said) if word in firsts]
        begun = self._heads.keys() & heads if heads else ()
        member, _ = self.series_names.member(text)
        if not begun:
            return () if member is None else (member,)
        series = begun & self._series.heads
        found = {number for head in begun - series for number in self._heads[head]}
        if series:
            now = self._dated if text.day is None else bisect_right(self._days, text.day + 1)
            for head in series:
                at = bisect_left(self._heads[head], now)
                found.update(self._heads[head][max(0, at - BEFORE) : at + AFTER])
            last = self._last(text)
            for whole in self._series.whole_in(text.words):
                found.update(self._near(whole, last))
        return found if member is None else found | {member}

    def _last(self, text: Text) -> int:
        """The number of the first post that came too long after a text to be meant."""
        return self._dated if text.day is None else bisect_right(self._days, text.day + AHEAD)

    def _near(self, posts: list[int], last: int) -> list[int]:
        """All of a few posts; of many, the newest before post number `last`, and as many without a date."""
        if len(posts) <= NEAREST:
            return posts
        end = bisect_left(posts, last)
        near = posts[max(0, end - NEAREST) : end]
        if self._has_undated:
            undated = bisect_left(posts, self._dated, lo=end)
            near += posts[undated : undated + NEAREST]
        return near

    def _compared(self, posts: Iterable[int], text: Text, total: float) -> list[Likeness]:
        """How alike these posts and a text are, whose words weigh `total`."""
        alike = []
        titles, totals, weight, said = self.titles, self._totals, self.weights.__getitem__, text.set
        for number in sorted(posts):
            title = titles[number]
            common = math.fsum(map(weight, title.set & said))
            alike.append(compare(number, title, text, common / totals[number], min(1.0, common / total)))
        return alike

    def _total(self, its_words: frozenset[str]) -> float:
        # fsum: the same in whatever order a set gives its words.
        return math.fsum(map(self.weights.__getitem__, its_words))

    def _in_article(self, likeness: Likeness, text: Text, total: float) -> float:
        """The share of a text that stands in the article or its title."""
        if likeness.share < WORTH:
            return likeness.body
        return self._total(text.set & self.known_of(likeness.post)) / total

    def _sharing(self, text: Text) -> dict[int, float]:
        """Posts whose titles share words with a text, with the weight of the words; rarest words first."""
        entries = self._entries
        known = sorted(entries.keys() & text.set, key=self._commonness.__getitem__)
        if not known:
            return {}
        last = self._last(text)
        found: defaultdict[int, float] = defaultdict(float)
        visits = 0
        for word in known:
            near = self._near(entries[word], last)
            visits += len(near)
            if visits > VISITS and found:
                break
            weight = self.weights[word]
            if not found:
                found.update(dict.fromkeys(near, weight))
                continue
            for number in near:
                found[number] += weight
        return found

    def known_of(self, number: int) -> frozenset[str]:
        """The words of a title, and those of its article that stand in some update."""
        known = self._known.get(number)
        if known is None:
            if len(self._known) >= KEPT:
                self._known.clear()
            post = self.posts[number]
            said = set(words(f"{post.summary} {post.text[:BODY]}"))  # of six words five are there again
            # The very words of the index: with words of its own each article takes twice the room.
            body = filter(None, map(self._once.get, said))
            known = self._known[number] = self.titles[number].set.union(body)
        return known


def _alone(titles: Sequence[Title]) -> dict[tuple[str, ...], int]:
    """The posts by the words of their titles, but for those that others have the letters of."""
    letters = Counter(title.squashed for title in titles)
    return {
        title.words: number
        for number, title in enumerate(titles)
        if len(title.words) >= HEAD and letters[title.squashed] == 1
    }


class _Series:
    """Titles of long series that begin alike ("Notes of the week 12"), by all their words.

    Without them, each text of a blog that is one series would be compared with all of its posts.
    """

    def __init__(self, titles: Sequence[Title], heads: Mapping[tuple[str, ...], Sequence[int]]) -> None:
        self._titles: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        self._lengths: dict[tuple[str, ...], set[int]] = {}
        for head, posts in heads.items():
            if len(posts) > SERIES:
                self._lengths[head] = {len(titles[number].words) for number in posts}
                for number in posts:
                    self._titles[titles[number].words].append(number)

    @property
    def heads(self) -> Set[tuple[str, ...]]:
        """The words that a series begins with."""
        return self._lengths.keys()

    def whole_in(self, said: tuple[str, ...]) -> Iterator[list[int]]:
        """The posts of each title that stands in these words, word for word."""
        for start in range(len(said) - HEAD + 1):
            for length in self._lengths.get(said[start : start + HEAD], ()):
                if posts := self._titles.get(said[start : start + length]):
                    yield posts
