"""Phrases by the rarest of their words: most texts have none of these, and are done with at once."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from functools import cached_property
from itertools import chain
from typing import Final, NamedTuple

from handover.check.patterns import AFTER_DIGITS, DIGITS, Phrase, Slot, Spelled, Words
from handover.later import dataclass

Numbered = tuple[int, Spelled]  # a phrase and its place in the list

_KEEP: Final = "keep"
_NUMBER: Final = "#"
_HEAD: Final = 3  # letters of a stem that are looked at first


class Match(NamedTuple):
    """A phrase that stands in a text."""

    length: int  # in words
    number: int  # in the list
    phrase: Phrase


class _Sought(NamedTuple):
    """A phrase to be looked for around a word."""

    number: int  # in the list
    phrase: Phrase
    before: int  # so many words stand before that word


@dataclass(slots=True)
class _Around:
    """The phrases to be looked for around a word: by the word after it, by the one before, and all others."""

    alone: bool = False  # it counts by itself
    by_next: dict[str, list[_Sought]] = field(default_factory=dict)
    by_last: dict[str, list[_Sought]] = field(default_factory=dict)
    others: list[_Sought] = field(default_factory=list)
    needs: set[str] | None = field(default_factory=set)  # a text must hold one of these; None: none of them

    def enter(self, number: int, phrase: Phrase, at: int) -> None:
        slots = phrase.slots
        sought = _Sought(number, phrase, at)
        # A number may take several words, so that what follows is not the next one.
        into: dict[str, list[_Sought]] | None = None
        if at + 1 < len(slots) and slots[at + 1].is_of_words and not (at and slots[at].number):
            into, words = self.by_next, slots[at + 1].words
        elif at and slots[at - 1].is_of_words:
            into, words = self.by_last, slots[at - 1].words
        if into is None:
            self.others.append(sought)
        else:
            for word in words:
                into.setdefault(word, []).append(sought)
        rest = [slot for place, slot in enumerate(slots) if place != at and slot.is_of_words]
        if not rest:
            self.needs = None
        elif self.needs is not None:
            self.needs |= min(rest, key=lambda slot: slot.cost).words


class Index:
    """Phrases, and words that count by themselves (`also`), to be found in a text."""

    def __init__(self, phrases: Iterable[Numbered], also: Iterable[str] = ()) -> None:
        self._also = frozenset(also)
        self._by_word: dict[str, list[Numbered]] = {word: [] for word in self._also}
        self._by_stem: dict[str, list[Numbered]] = {}
        self._by_number: list[Numbered] = []
        for numbered in phrases:
            if word := numbered[1].word:
                self._by_word.setdefault(word, []).append(numbered)
                continue
            rarest = numbered[1].rarest
            for word in rarest.words:
                self._by_word.setdefault(word, []).append(numbered)
            for stem in rarest.stems:
                self._by_stem.setdefault(stem, []).append(numbered)
            if rarest.number:
                self._by_number.append(numbered)
        self._words = frozenset(self._by_word)
        self._stems = tuple(self._by_stem)
        self._heads = frozenset(stem[:_HEAD] for stem in self._stems)
        self._around: dict[str, _Around] = {}  # by words of the phrases
        self._around_others: dict[Words, _Around] = {}  # by the stems that other words begin with, and "#"

    def matches(self, words: Words, kinds: frozenset[str], *, numbers: bool = True) -> dict[int, list[Match]]:
        """The phrases that stand in a text, by where they begin; a word of `also` may begin none.

        `kinds` are its words, each once; `numbers`: whether any may be one.
        """
        around: dict[str, _Around] = {}
        for word in kinds & self._words:
            its = self._around.get(word) or self._look_around(word)
            if its.needs is None or not its.needs.isdisjoint(kinds):
                around[word] = its
        if numbers and self._by_number:
            for number in [word for word in kinds if word < AFTER_DIGITS and word[0] in DIGITS]:
                around[number] = self._around_other(number)
        if self._heads and not self._heads.isdisjoint([word[:_HEAD] for word in kinds]):
            for word in [word for word in kinds if word.startswith(self._stems)]:
                around[word] = self._around_other(word)
        return _found(words, around) if around else {}

    def whole(self, words: Words) -> bool:
        """Whether all the words are one phrase."""
        if not (words and self._may_begin(words[0])):
            return False
        return any(match.length == len(words) for match in self.matches(words, frozenset(words)).get(0, ()))

    def begins(self, words: Words) -> bool:
        """Whether a phrase stands at the beginning."""
        return bool(words and self._may_begin(words[0]) and self.matches(words, frozenset(words)).get(0))

    def _may_begin(self, word: str) -> bool:
        """Whether any phrase begins with the word: most texts are done with by that."""
        known, others = self._firsts
        return word in known or any(slot.takes(word) for slot in others)

    @cached_property
    def _firsts(self) -> tuple[frozenset[str], list[Slot]]:
        """What the phrases begin with: words, and places that take more than words."""
        listed = chain(*self._by_word.values(), *self._by_stem.values(), self._by_number)
        slots = {phrase.slots[0] for _, spelled in listed for phrase, _ in spelled.phrases}
        return frozenset().union(*(slot.words for slot in slots)), [
            slot for slot in slots if slot.stems or slot.number
        ]

    def _look_around(self, word: str) -> _Around:
        """What to look for around a word of the phrases."""
        around = self._around[word] = self._entered(word, self._kinds(word))
        return around

    def _around_other(self, word: str) -> _Around:
        """What to look for around a number, or a word with a stem."""
        if word in self._words:
            return self._around.get(word) or self._look_around(word)
        kinds = self._kinds(word)
        if kinds not in self._around_others:
            self._around_others[kinds] = self._entered("", kinds)
        return self._around_others[kinds]

    def _kinds(self, word: str) -> Words:
        number = (_NUMBER,) if word[0] in DIGITS else ()
        return *(stem for stem in self._stems if word.startswith(stem)), *number

    def _entered(self, word: str, kinds: Words) -> _Around:
        around = _Around(alone=word in self._also, needs=None if word in self._also else set())
        listed = chain(
            self._by_word.get(word, ()),
            *(self._by_number if kind == _NUMBER else self._by_stem[kind] for kind in kinds),
        )
        for number, phrase in listed:
            for spelled_out, at in phrase.phrases:
                around.enter(number, spelled_out, at)
        return around


def _found(words: Words, around: Mapping[str, _Around]) -> dict[int, list[Match]]:
    """What stands around these words of a text."""
    found: dict[int, list[Match]] = {}
    last = len(words) - 1
    for at, word in enumerate(words):
        if word not in around:
            continue
        its = around[word]
        if its.alone:
            found.setdefault(at, [])
        sought = its.others
        if at < last and (more := its.by_next.get(words[at + 1])):
            sought = [*sought, *more] if sought else more
        if at and (more := its.by_last.get(words[at - 1])):
            sought = [*sought, *more] if sought else more
        for number, phrase, before in sought:
            start = at - before
            if start >= 0 and (end := phrase.end(words, start)):
                match = Match(end - start, number, phrase)
                if start in found:
                    found[start].append(match)
                else:
                    found[start] = [match]
    return found


def longest(
    matches: list[Match], word: str, holds: Callable[[int, Phrase], bool]
) -> tuple[int, Phrase | None]:
    """The longest of the phrases that begin at a word and hold there, and how many words it takes.

    Of two as long, what keeps a text wins, then what tells its words more narrowly, then the first of the
    list.
    """
    standing = [its for its in matches if its.phrase.is_free or holds(its.length, its.phrase)]
    if not standing:
        return 0, None
    best = standing[0]
    if len(standing) > 1:
        best = min(standing, key=lambda its: _rank(its, word))
    return best.length, best.phrase


def _rank(match: Match, word: str) -> tuple[int, bool, int, bool, int]:
    length, number, phrase = match
    first = phrase.slots[0]
    kind = 0 if word in first.words else 1 if word.startswith(first.stems) else 2
    return -length, phrase.rule != _KEEP, kind, phrase.is_loose, number
