"""Phrases with slots, as `words.toml` has them, and where one ends in a text.

A phrase is words apart at spaces; each of them may be

    word      itself            a/b    one of these           abc*   any word that begins so
    {name}    one of a class    [x]    x, or nothing           #      a number
    ..        up to three words of the same sentence          ...    up to eight
    ^x        x where a sentence begins

Classes are lists of their own ("{hit}": reached, passed, hit); their words may end in * too.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Final

from handover import languages
from handover.later import dataclass

Words = tuple[str, ...]

DIGITS: Final = frozenset("0123456789")
AFTER_DIGITS: Final = ":"  # a word that begins with a digit sorts before it
_NUMBER: Final = "#"
_GAPS: Final = {"..": 3, "...": 8}  # words
# How often a word, a stem, a number is met, roughly: a phrase is looked for at its rarest place.
_MOST: Final = 60.0  # the most common word of a language
_LEAST: Final = 12.0  # a small word
_LETTER: Final = 50.0
_RARE: Final = 14.0  # by the letters of any other word
_STEM: Final = 20.0
_ANY_NUMBER: Final = 25.0


@dataclass(frozen=True, slots=True)
class Slot:
    """What one place of a phrase takes."""

    words: frozenset[str] = frozenset()
    stems: Words = ()
    number: bool = False
    gap: int = 0  # words that may be passed over
    cost: float = 0.0  # how often it is met

    @property
    def is_of_words(self) -> bool:
        return bool(self.words) and not (self.stems or self.number)

    def takes(self, word: str) -> bool:
        return (
            word in self.words
            or (self.number and word[0] in DIGITS)
            or (self.stems != () and word.startswith(self.stems))
        )


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase: its places, what it does, its season."""

    rule: str
    season: str
    slots: tuple[Slot, ...]
    begins: bool  # only where a sentence begins
    gaps: bool  # its words must be of one sentence

    @property
    def is_free(self) -> bool:
        """Whether it may stand anywhere."""
        return not (self.begins or self.gaps)

    @property
    def is_loose(self) -> bool:
        """Whether its second place takes more than words of a list."""
        return len(self.slots) > 1 and not self.slots[1].is_of_words

    def end(self, words: Words, at: int) -> int:
        """Where it ends when it begins at `at`; 0: it is not there."""
        if not self.slots[0].takes(words[at]):
            return 0
        return _end(self.slots, words, at, 0) if len(self.slots) > 1 else at + 1


class Spelled:
    """A phrase as it is written, with the place at which to look for it; its slots are made when it is met.

    Raises KeyError for a class that is not there.
    """

    __slots__ = ("_classes", "_elements", "_phrases", "_place", "_season", "rule", "word")

    def __init__(
        self,
        elements: list[str],
        rule: str,
        season: str,
        classes: Mapping[str, Slot],
    ) -> None:
        self._elements = elements
        self.rule, self._season, self._classes = rule, season, classes
        self._phrases: list[tuple[Phrase, int]] | None = None
        least = float("inf")
        for element in elements:
            number = False
            if element.isalnum():  # most are a word, and most phrases are never met: their words need no slot
                cost = _cost(element) if len(elements) > 1 else 0.0
            elif element in _GAPS:
                break  # so many words stand between that the place of the next is not known
            elif element[0] == "[":
                continue
            else:
                slot = _slot(element.removeprefix("^"), classes)
                cost, number = slot.cost, slot.number
            if cost < least:
                least, self._place = cost, element
            if number and element is not elements[0]:
                break
        self.word = self._place if self._place.isalnum() else ""  # at which to look, where it is a word alone

    @property
    def rarest(self) -> Slot:
        """The place at which to look for it."""
        return _slot(self._place.removeprefix("^"), self._classes)

    @property
    def phrases(self) -> list[tuple[Phrase, int]]:
        """The phrase without and with each of its options, and at which of its places the rarest stands."""
        if self._phrases is None:
            self._phrases = [*self._spelled_out()]
        return self._phrases

    def _spelled_out(self) -> Iterator[tuple[Phrase, int]]:
        for elements in _without_options(self._elements):
            slots = tuple(_slot(element.removeprefix("^"), self._classes) for element in elements)
            begins, gaps = elements[0].startswith("^"), any(slot.gap > 0 for slot in slots)
            phrase = Phrase(self.rule, self._season, slots, begins, gaps)
            yield phrase, elements.index(self._place)


def spelled(listed: str, rule: str, season: str, classes: Mapping[str, Slot]) -> Iterator[Spelled]:
    """The phrases of a list, apart at commas, what they do, and their season."""
    for part in listed.split(","):
        if elements := part.split():
            yield Spelled(elements, rule, season, classes)


def classes_of(lists: Mapping[str, str]) -> dict[str, Slot]:
    """The classes of a language: words apart at commas."""
    return {name: _of_words(word.strip() for word in text.split(",")) for name, text in lists.items()}


def _end(slots: tuple[Slot, ...], words: Words, at: int, place: int) -> int:
    """Where a phrase, from this place on, ends when that stands at `at`; 0: it is not there.

    The first of all places takes one word, whatever follows.
    """
    size = len(words)
    if place == 0:
        at, place = at + 1, 1
    while place < len(slots):
        slot = slots[place]
        place += 1
        if slot.gap:
            awaited = slots[place]
            takes = awaited.takes
            if awaited.is_of_words and awaited.words.isdisjoint(words[at : at + slot.gap + 1]):
                return 0
            for start in range(at, min(at + slot.gap + 1, size)):
                if takes(words[start]) and (end := _end(slots, words, start, place)):
                    return end
            return 0
        if at >= size or not slot.takes(words[at]):
            return 0
        at += 1
        while slot.number and at < size and words[at][0] in DIGITS:  # "12,000"
            at += 1
    return at


def _without_options(elements: list[str]) -> Iterator[list[str]]:
    """A phrase without and with what stands in square brackets."""
    for place, element in enumerate(elements):
        if element.startswith("["):
            yield from _without_options([*elements[:place], *elements[place + 1 :]])
            yield from _without_options([*elements[:place], element[1:-1], *elements[place + 1 :]])
            return
    yield elements


def _slot(element: str, classes: Mapping[str, Slot]) -> Slot:
    return classes[element[1:-1]] if element[0] == "{" else _plain_slot(element)


@lru_cache(maxsize=4096)
def _plain_slot(element: str) -> Slot:
    if element.isalnum():  # most are a word
        return Slot(frozenset((element,)), cost=_cost(element))
    if element == _NUMBER:
        return Slot(number=True, cost=_ANY_NUMBER)
    if element in _GAPS:
        return Slot(gap=_GAPS[element])
    return _of_words(element.split("/"))


def _of_words(words: Iterable[str]) -> Slot:
    told = [word for word in words if word]
    plain = frozenset(word for word in told if word[-1] not in "*#")
    stems = tuple(word[:-1] for word in told if word[-1] == "*")
    number = _NUMBER in told
    cost = sum(map(_cost, plain)) + _STEM * len(stems) + _ANY_NUMBER * number
    return Slot(plain, stems, number=number, cost=cost)


def _cost(word: str) -> float:
    """How often a word is met, roughly: a long one is rarer than a short one."""
    return _LETTER if len(word) == 1 else _common().get(word) or _RARE / len(word)


@cache
def _common() -> dict[str, float]:
    """What the words that most texts have cost, of every language: each list of `common` begins with those
    that are met most."""
    costs = dict.fromkeys(languages.small_words(), _LEAST)
    for known in languages.all_languages():
        for rank, word in enumerate(re.findall(r"\w+", known.time.common)):
            costs[word] = max(_MOST - rank, costs.get(word, _LEAST))
    return costs
