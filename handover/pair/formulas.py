"""Titles that are a phrase of the client's too ("Open studio", a column's name, a person): no proof alone."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from handover.pair.titles import Title

WORDS, LETTERS = 4, 20  # a title with as many of both may be shared again and again for itself
NEW = range(-1, 3)  # days from a post in which its title may simply be its announcement
EARLIER = 2  # different texts from before the post, or ...
AT_ALL = 3  # ... at any other time, that make a title a phrase

Said = tuple[tuple[str, ...], int | None]  # the words of an update and its day


def phrases(titles: Sequence[Title], weights: Mapping[str, float], texts: Iterable[Said]) -> frozenset[int]:
    """The posts whose titles recur in these texts, which have no link, while the posts were not new.

    A long title that is most of what a text says is a post shared again; before there was a post, it is not.
    """
    rarest: defaultdict[str, list[int]] = defaultdict(list)
    for number, title in enumerate(titles):
        if title.told and not title.from_text and title.day is not None:
            rarest[max(sorted(title.set), key=lambda word: weights.get(word, 0.0))].append(number)
    earlier: defaultdict[int, set[str]] = defaultdict(set)
    others: defaultdict[int, set[str]] = defaultdict(set)
    for told, day in texts:
        for word in () if day is None else rarest.keys() & set(told):
            joined = f" {' '.join(told)} "
            for number in rarest[word]:
                title = titles[number]
                days = (day or 0) - (title.day or 0)
                if title.joined not in joined or days in NEW:
                    continue
                if days < 0:
                    earlier[number].add(joined)
                if days < 0 or _is_short(title) or len(told) > 2 * len(title.told):
                    others[number].add(joined)
    return frozenset(n for n in others if len(others[n]) >= AT_ALL or len(earlier[n]) >= EARLIER)


def _is_short(title: Title) -> bool:
    return len(title.told) < WORDS or title.size < LETTERS
