"""Series: "The Kitchen Reading List 12" means that one of the list, without a number the newest."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from handover.pair.titles import COUNTERS, Text, Title
from handover.text.comparing import figures, is_figure, size

FIRST = 2  # words by which the name of a series begins and is found
LETTERS = 8  # letters it has at least
MEMBERS = 3  # posts that make a series
DAYS = range(2)  # from a post to an update that names its series: the same day or the next


class SeriesNames:
    """The names of series: what stands before the number in the titles of several posts.

    `titles` must be sorted by time of publication, those without one last.
    """

    def __init__(self, titles: Sequence[Title]) -> None:
        self._titles = titles
        posts: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        for number, title in enumerate(titles):
            if title.figures and title.day is not None and (name := _name(title.words)):
                posts[name].append(number)
        self._posts = {name: found for name, found in posts.items() if len(found) >= MEMBERS}
        self._begun: defaultdict[tuple[str, str], set[int]] = defaultdict(set)  # lengths, by first words
        for name in self._posts:
            self._begun[name[0], name[1]].add(len(name))

    def member(self, text: Text) -> tuple[int | None, bool]:
        """The post of the only series a text names: by its number, else the newest while it is that new.

        Whether it was the number, too.
        """
        if not self._begun or self._begun.keys().isdisjoint(pairwise(text.words)):
            return None, False
        named = set(self._named(text))
        if len(named) != 1:
            return None, False
        name, number = named.pop()
        posts = self._posts[name]
        if number:
            posts = [n for n in posts if _number(self._titles[n].words) == number]
            return (posts[0] if len(posts) == 1 else None), True
        ages = {n: text.day - (self._titles[n].day or 0) for n in posts} if text.day is not None else {}
        youngest = min((age for age in ages.values() if age in DAYS), default=None)
        newest = [n for n, age in ages.items() if age == youngest]
        return (newest[0] if len(newest) == 1 else None), False

    def _named(self, text: Text) -> Iterator[tuple[tuple[str, ...], str]]:
        """The series in a text, each with the number that follows it; "" when none does."""
        for start, first in enumerate(pairwise(text.words)):
            for length in sorted(self._begun.get(first, ()), reverse=True):
                name = text.words[start : start + length]
                if name in self._posts:
                    yield name, _number(text.words[start + length :], at_once=True)
                    break


def _number(words: Sequence[str], *, at_once: bool = False) -> str:
    """The first number among words, as it compares; `at_once`: right at their beginning."""
    for word in words:
        if is_figure(word):
            return min(figures((word,)))
        if at_once and word not in COUNTERS:
            break
    return ""


def _name(words: Sequence[str]) -> tuple[str, ...]:
    """The words before the first number; none when they are too few to name anything."""
    end = next((n for n, word in enumerate(words) if is_figure(word)), 0)
    while end and words[end - 1] in COUNTERS:
        end -= 1
    name = tuple(words[:end])
    return name if len(name) >= FIRST and size(name) >= LETTERS else ()
