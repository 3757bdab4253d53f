"""Titles that are a phrase of the client's too ("Open studio", a column's name, a person): no proof alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from handover.pair.titles import Title

WORDS, LETTERS = 4, 20  # a title with as many of both may be shared again and again for itself
FIRST = 2  # words by which a title is looked for in a text
NEW = range(-1, 3)  # days from a post in which its title may simply be its announcement
EARLIER = 2  # different texts from before the post, or ...
AT_ALL = 3  # ... at any other time, that make a title a phrase

Said = tuple[tuple[str, ...], int | None]  # the words of an update and its day


def phrases(titles: Sequence[Title], texts: Iterable[Said]) -> frozenset[int]:
    """The posts whose titles recur in these texts, which have no link, while the posts were not new.

    A long title that is most of what a text says is a post shared again; before there was a post, it is not.
    """
    of_words: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    lengths: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)  # of titles, by their first words
    for number, title in enumerate(titles):
        if title.words and not title.from_text and title.day is not None:
            of_words[title.words].append(number)
            lengths[title.words[:FIRST]].add(len(title.words))
    firsts = frozenset(begun[0] for begun in lengths)
    earlier: defaultdict[int, set[str]] = defaultdict(set)
    others: defaultdict[int, set[str]] = defaultdict(set)
    for words, day in texts:
        if day is None:
            continue
        joined = ""
        for whole in _titles_in(words, firsts, lengths):
            joined = joined or f" {' '.join(words)} "
            for number in of_words.get(whole, ()):
                title = titles[number]
                days = day - (title.day or 0)
                if days in NEW:
                    continue
                if days < 0:
                    earlier[number].add(joined)
                if days < 0 or _is_short(title) or len(words) > 2 * len(title.words):
                    others[number].add(joined)
    return frozenset(n for n in others if len(others[n]) >= AT_ALL or len(earlier[n]) >= EARLIER)


def _titles_in(
    words: tuple[str, ...], firsts: Set[str], lengths: Mapping[tuple[str, ...], Iterable[int]]
) -> Iterator[tuple[str, ...]]:
    """The words of a text that may be a title: those that begin as one, in its length; `firsts`: its word."""
    for start, first in enumerate(words):
        if first in firsts:
            for size in range(1, FIRST + 1):
                for length in lengths.get(words[start : start + size], ()):
                    yield words[start : start + length]


def _is_short(title: Title) -> bool:
    return len(title.words) < WORDS or title.size < LETTERS
