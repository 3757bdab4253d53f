"""What is offered for an update that stays open: the best title, and new posts it shares words with.

The scores follow what was measured on real blogs: of posts of the same day that share four words with a text
whose link cannot be read three in four are right, with two words one in two; without such a link it takes
more words for less, and a post that shares none is right in none.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from handover.languages import small_words
from handover.languages.announcements import announces
from handover.languages.sentences import sayings_of
from handover.pair import title_rules
from handover.pair.candidates import TitleIndex
from handover.pair.state import Work
from handover.pair.title_rules import Hint
from handover.pair.titles import Likeness
from handover.text.comparing import words
from handover.text.links import without_addresses

MOST = 3  # posts offered
NEW = 2  # of these, posts of the days before
DAYS = range(-1, 8)  # from a post to the update that shares its words
AT_ONCE = range(-1, 2)  # the same, where hardly any doubt of the time is left
LOOKED_AT = 12  # posts of these days that are compared
BEST, LEAST = 0.79, 0.1  # scores: what is surer is a pair, what is less sure means nothing
ANNOUNCED = 0.2  # the score of a new post of which a text that announces one says no more
ENOUGH = 6  # words in common from which on more say no more

LONG = 25  # words of a text of which a sentence is quoted
QUOTED = 3  # words in common with the post that the sentence needs, and ...
SHARE = 0.5  # ... the share of its words that they must be
LONGEST_QUOTE = 120  # characters

SIMILAR = 0.5  # share of a title in a text from which on the reason speaks of it


class Named(NamedTuple):
    """What is kept of the posts whose titles come near to an update that stays open."""

    offered: tuple[tuple[int, float], ...] = ()  # the best of them, with their scores
    whole: frozenset[int] = frozenset()  # those whose title stands there word for word
    similar: bool = False  # whether most of some title stands there


NONE = Named()


class Suggestions:
    """Posts for the updates that stay open.

    `likely`: the posts whose titles come near to an update; `texts`: the words of each update.
    """

    def __init__(
        self,
        work: Work,
        titles: TitleIndex,
        texts: Sequence[tuple[str, ...]],
        likely: Mapping[int, Named],
        hint: Callable[[int], Hint],
    ) -> None:
        self._work = work
        self._titles = titles
        self._texts = texts
        self._likely = likely
        self._hint = hint
        self._days = [title.day for title in titles.titles if title.day is not None]

    def of(self, number: int) -> tuple[tuple[int, float], ...]:
        """The posts for an update with their scores, best first, at most three."""
        by_title, new = self._likely.get(number, NONE).offered, self._new(number)
        if not by_title and not new:
            return ()
        offered = dict(by_title[:1])
        for post, score in new:
            offered[post] = max(score, offered.get(post, 0.0))
        for post, score in by_title[1:]:
            if len(offered) < MOST:
                offered.setdefault(post, score)
        best = sorted(offered.items(), key=lambda each: (-each[1], each[0]))
        return tuple((post, round(score, 2)) for post, score in best)

    def named(self, number: int, found: Sequence[Likeness]) -> Named:
        """What to keep of the posts whose titles come near to an update."""
        if not found:
            return NONE
        said, titles = frozenset(self._texts[number]) - small_words(), self._titles.titles
        ranked = []
        for likeness in found:
            score = title_rules.rank(likeness) / 4
            if score >= LEAST and (likeness.whole or not said.isdisjoint(titles[likeness.post].set)):
                ranked.append((-score, likeness.post))
        return Named(
            tuple((post, min(BEST, -score)) for score, post in sorted(ranked)[:MOST]),
            frozenset(likeness.post for likeness in found if likeness.whole) or NONE.whole,
            any(likeness.share >= SIMILAR for likeness in found),
        )

    def in_common(self, number: int, post: int) -> str:
        """The sentence of a long text that has most words of a post; "" when none has many."""
        if len(self._texts[number]) < LONG:
            return ""
        known = self._titles.known_of(post)
        best, most = "", 0.0
        for sentence in sayings_of(without_addresses(self._work.updates[number].text)):
            said = frozenset(words(sentence)) - small_words()
            common = said & known
            if len(common) >= QUOTED and len(common) >= SHARE * len(said) and self._weight(common) > most:
                best, most = sentence, self._weight(common)
        return best if len(best) <= LONGEST_QUOTE else best[: LONGEST_QUOTE - 1].rstrip() + "…"

    def _new(self, number: int) -> list[tuple[int, float]]:
        """The posts of the days before that share most words with an update, `NEW` at most; else, for a text
        that announces a post, those that are newest."""
        update = self._work.updates[number]
        if update.posted_at is None or update.kind != "original":
            return []
        day = update.posted_at.toordinal()
        last = bisect_right(self._days, day - DAYS[0])
        first = max(bisect_left(self._days, day - DAYS[-1]), last - LOOKED_AT)
        hint = self._hint(number) if first < last else Hint.ELSEWHERE
        if hint is Hint.ELSEWHERE:
            return []
        said = frozenset(self._texts[number]) - small_words()
        linked = hint >= Hint.OWN
        titles, known_of, days = self._titles.titles, self._titles.known_of, self._days
        found: list[tuple[float, int, frozenset[str]]] = []
        for post in range(first, last):
            at_once = day - days[post] in AT_ONCE
            # The articles are asked where it may be the one: of the day, or behind a link nobody can read.
            common = said & (known_of(post) if at_once or linked else titles[post].set)
            if len(common) > 1 or (common and at_once and linked):
                found.append((_score(len(common), at_once, linked), post, common))
        if not found and announces(update.text):
            # "New blog post:" and nothing of what it is about.
            new = [n for n in range(first, last) if day - days[n] in AT_ONCE]
            return [(post, ANNOUNCED) for post in new[: -NEW - 1 : -1]]
        return self._best(found)

    def _best(self, found: list[tuple[float, int, frozenset[str]]]) -> list[tuple[int, float]]:
        """Of posts with their scores and the words in common the `NEW` best, in no special order.

        Of those with one score the words that weigh most decide, then the newer: asked where it matters.
        """
        if len(found) > NEW:
            found.sort(key=lambda each: -each[0])
            if found[NEW - 1][0] == found[NEW][0]:
                found.sort(key=lambda each: (-each[0], -self._weight(each[2]), -each[1]))
        return [(post, score) for score, post, _ in found[:NEW]]

    def _weight(self, common: frozenset[str]) -> float:
        return sum(sorted(self._titles.weights.get(word, 0.0) for word in common))


def _score(common: int, at_once: bool, linked: bool) -> float:
    """How sure a post of the days before is, by the number of words in common."""
    count = min(common, ENOUGH)
    if linked:
        return min(BEST, (0.15 + 0.12 * count) if at_once else (0.05 + 0.07 * count))
    return (0.05 + 0.07 * count) if at_once else (0.04 + 0.03 * count)
