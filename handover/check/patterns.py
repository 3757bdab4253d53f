"""Phrases with slots, as `words.toml` has them, found in a text word by word.

A phrase is words apart at spaces; each of them may be

    word      itself            a/b    one of these           abc*   any word that begins so
    {name}    one of a class    [x]    x, or nothing           #      a number
    ..        up to three words of the same sentence          ...    up to eight
    ^x        x where a sentence begins

Classes are lists of their own ("{hit}": reached, passed, hit); their words may end in * too.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

Words = tuple[str, ...]

_HEAD: Final = 3  # letters of a stem that are looked at first
_DIGITS: Final = frozenset("0123456789")
_KEEP: Final = "keep"
_NUMBER: Final = "#"
_GAPS: Final = {"..": 3, "...": 8}  # words


@dataclass(frozen=True, slots=True)
class Slot:
    """What one place of a phrase takes."""

    words: frozenset[str] = frozenset()
    stems: Words = ()
    number: bool = False
    gap: int = 0  # words that may be passed over

    def takes(self, word: str) -> bool:
        return (
            word in self.words
            or (self.number and word[0] in _DIGITS)
            or (self.stems != () and word.startswith(self.stems))
        )


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase: its places after the first word, what it does, its season."""

    rule: str
    season: str
    rest: tuple[Slot, ...]
    begins: bool  # only where a sentence begins
    gaps: bool  # its words must be of one sentence


@dataclass(slots=True)
class Group:
    """All phrases with one first word: those of that word alone, those whose second word is one of a list, by
    it, and all others."""

    alone: list[Phrase] = field(default_factory=list)
    by_second: dict[str, list[Phrase]] = field(default_factory=dict)
    others: list[Phrase] = field(default_factory=list)
    within: frozenset[str] | None = None  # one of these must be among the next words; None: nothing need be
    reach: int = 1  # so many next words

    def close(self) -> None:
        """Find out what all its phrases need, when the last has been entered."""
        if self.alone:
            return
        found = set(self.by_second)
        for phrase in self.others:
            first = phrase.rest[0]
            awaited = phrase.rest[1] if first.gap else first
            if awaited.stems or awaited.number or awaited.gap:
                return
            found |= awaited.words
            self.reach = max(self.reach, first.gap + 1)
        self.within = frozenset(found)

    def needed(self) -> frozenset[str]:
        """See `_After`."""
        if self.alone or any(not phrase.rest[0].number for phrase in self.others):
            return frozenset()
        return frozenset((*self.by_second, *((_NUMBER,) if self.others else ())))

    def enter(self, phrase: Phrase) -> None:
        second = phrase.rest[0] if phrase.rest else None
        if second is None:
            self.alone.append(phrase)
        elif second.words and not (second.stems or second.number):
            for word in second.words:
                self.by_second.setdefault(word, []).append(phrase)
        else:
            self.others.append(phrase)


def phrases_of(
    listed: str, rule: str, season: str, classes: Mapping[str, Slot]
) -> Iterator[tuple[Slot, Phrase]]:
    """The phrases of a list, apart at commas, each with what its first word may be.

    Raises KeyError for a class that is not there.
    """
    for part in listed.split(","):
        for spelled in _without_options(part.split()):
            begins = spelled[0].startswith("^")
            slots = tuple(_slot(element.removeprefix("^"), classes) for element in spelled)
            gaps = any(slot.gap > 0 for slot in slots)
            yield slots[0], Phrase(rule, season, slots[1:], begins, gaps)


def classes_of(lists: Mapping[str, str]) -> dict[str, Slot]:
    """The classes of a language: words apart at commas."""
    return {name: _of_words(word.strip() for word in text.split(",")) for name, text in lists.items()}


class _After(dict[str, frozenset[str] | None]):
    """What must come after a word for a phrase to begin there: one of these words ("#": a number), anything
    where there are none; None: no phrase begins there. Found when a word is first met."""

    def __init__(self, groups: Mapping[str, Group], heads: frozenset[str], also: Iterable[str]) -> None:
        self.update((word, group.needed()) for word, group in groups.items())
        self.update((word, frozenset()) for word in also)
        self._heads = heads

    def __missing__(self, word: str) -> frozenset[str] | None:
        may = word[:_HEAD] in self._heads or word[0] in _DIGITS
        found: frozenset[str] | None = frozenset() if may else None
        self[word] = found
        return found


class Index:
    """Phrases by their first word, so that a text is read once."""

    def __init__(self, phrases: Iterable[tuple[Slot, Phrase]], also: Iterable[str] = ()) -> None:
        self.groups: dict[str, Group] = {}
        self.by_stem: dict[str, Group] = {}
        self.numbers = Group()
        for first, phrase in phrases:
            for word in first.words:
                self.groups.setdefault(word, Group()).enter(phrase)
            for stem in first.stems:
                self.by_stem.setdefault(stem, Group()).enter(phrase)
            if first.number:
                self.numbers.enter(phrase)
        self._stems = tuple(self.by_stem)
        self._heads = frozenset(stem[:_HEAD] for stem in self._stems)
        for group in (*self.groups.values(), *self.by_stem.values()):
            group.close()
        self._after = _After(self.groups, self._heads, also)

    def starts(self, words: Words) -> list[int]:
        """Where a phrase may begin, or one of the words `also`: a quick no for most."""
        follow = zip(map(self._after.__getitem__, words), (*words[1:], "-"), strict=False)
        return [
            at
            for at, (needed, second) in enumerate(follow)
            if needed is not None
            and (not needed or second in needed or (second[0] in _DIGITS and _NUMBER in needed))
        ]

    def longest(
        self, words: Words, at: int, holds: Callable[[int, int, Phrase], bool]
    ) -> tuple[int, Phrase | None]:
        """The longest phrase that begins at this word and holds there (`holds(at, length, phrase)`), and how
        many words it takes. Of two as long, what keeps a text wins, then the first of the list."""
        best, chosen, after = 0, None, at + 1
        second = words[after] if after < len(words) else ""
        for group in self._groups(words[at]):
            if group.within is not None and group.within.isdisjoint(words[after : after + group.reach]):
                continue
            for phrase in (*group.by_second.get(second, ()), *group.others, *group.alone):
                length = _end(phrase.rest, words, after) - at
                longer = length > best or (length == best and phrase.rule == _KEEP)
                if longer and holds(at, length, phrase):
                    best, chosen = length, phrase
        return best, chosen

    def _groups(self, word: str) -> list[Group]:
        found = [group] if (group := self.groups.get(word)) else []
        if word[:_HEAD] in self._heads and word.startswith(self._stems):
            found += [group for stem, group in self.by_stem.items() if word.startswith(stem)]
        if word[0] in _DIGITS:
            found.append(self.numbers)
        return found

    def whole(self, words: Words) -> bool:
        """Whether all the words are one phrase."""
        return bool(words) and self.longest(words, 0, lambda _, length, __: length == len(words))[0] > 0

    def begins(self, words: Words) -> bool:
        """Whether a phrase stands at the beginning."""
        return bool(words) and self.longest(words, 0, lambda *_: True)[0] > 0


def _end(rest: tuple[Slot, ...], words: Words, at: int, place: int = 0) -> int:
    """Where the rest of a phrase, from this place on, ends when it begins at `at`; 0: it is not there."""
    size = len(words)
    while place < len(rest):
        slot = rest[place]
        place += 1
        if slot.gap:
            awaited = rest[place]
            takes = awaited.takes
            if not (awaited.stems or awaited.number) and awaited.words.isdisjoint(
                words[at : at + slot.gap + 1]
            ):
                return 0
            for start in range(at, min(at + slot.gap + 1, size)):
                if takes(words[start]) and (end := _end(rest, words, start, place)):
                    return end
            return 0
        if at >= size or not slot.takes(words[at]):
            return 0
        at += 1
        while slot.number and at < size and words[at][0] in _DIGITS:  # "12,000"
            at += 1
    return at


def _without_options(elements: list[str]) -> Iterator[list[str]]:
    """A phrase with and without what stands in square brackets; nothing of an empty one."""
    if not elements:
        return
    for place, element in enumerate(elements):
        if element.startswith("["):
            yield from _without_options([*elements[:place], *elements[place + 1 :]])
            yield from _without_options([*elements[:place], element[1:-1], *elements[place + 1 :]])
            return
    yield elements


def _slot(element: str, classes: Mapping[str, Slot]) -> Slot:
    if element == _NUMBER:
        return Slot(number=True)
    if element in _GAPS:
        return Slot(gap=_GAPS[element])
    if element.startswith("{"):
        return classes[element[1:-1]]
    return _of_words(element.split("/"))


def _of_words(words: Iterable[str]) -> Slot:
    told = [word for word in words if word]
    return Slot(
        frozenset(word for word in told if word[-1] not in "*#"),
        tuple(word[:-1] for word in told if word[-1] == "*"),
        number=_NUMBER in told,
    )
