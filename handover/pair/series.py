"""Series named without a number: "The Kitchen Reading List is out!" means the newest of the list."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from handover.pair.titles import COUNTERS, Text, Title, goes_on
from handover.text.comparing import figures, size

FIRST = 2  # first words by which the name of a series is found; it has at least as many
LETTERS = 10  # letters it has at least
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
            if title.figures and title.day is not None and (name := _name(title.told)):
                posts[name].append(number)
        self._posts = {name: found for name, found in posts.items() if len(found) >= MEMBERS}
        self._begun: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)  # lengths, by first words
        for name in self._posts:
            self._begun[name[:FIRST]].add(len(name))

    def newest(self, text: Text) -> int | None:
        """The newest post of the only series a text names without a number; None unless it is that new."""
        day = text.day
        if day is None or not self._begun:
            return None
        named = set(self._named(text))
        if len(named) != 1:
            return None
        posts = self._posts[named.pop()]
        new = [n for n in posts if day - (self._titles[n].day or 0) in DAYS]
        latest = max((self._titles[n].day or 0 for n in new), default=0)
        newest = [n for n in new if self._titles[n].day == latest]
        return newest[0] if len(newest) == 1 else None

    def _named(self, text: Text) -> Iterator[tuple[str, ...]]:
        for start, first in enumerate(zip(*(text.told[skip:] for skip in range(FIRST)), strict=False)):
            for length in sorted(self._begun.get(first, ()), reverse=True):
                name = text.told[start : start + length]
                if name in self._posts:
                    if not goes_on(text, len(f" {' '.join(text.told[: start + length])} ")):
                        yield name
                    break


def _name(told: Sequence[str]) -> tuple[str, ...]:
    """The words before the first number; none when they are too few to name anything."""
    end = next((n for n, word in enumerate(told) if figures((word,))), 0)
    while end and told[end - 1] in COUNTERS:
        end -= 1
    name = tuple(told[:end])
    return name if len(name) >= FIRST and size(name) >= LETTERS else ()
