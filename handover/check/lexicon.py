"""What ties a text to a time in each language, ready to be found in a text word by word."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal

from babel import Locale, UnknownLocaleError

from handover import languages

# See `languages.TimeWords`.
Rule = Literal["near", "new", "event", "occasion", "call", "ends", "keep", "season"]
Words = tuple[str, ...]
Phrase = tuple[Words, Rule, str]  # its words, what it does, its season

_RULES: tuple[Rule, ...] = ("near", "new", "event", "occasion", "call", "ends", "keep")
_WORD = re.compile(r"[^\W_]+")
# The same for ASCII in one pass: a capital becomes small, what belongs to no word becomes a space.
_APART = bytes(ord(chr(code).lower() if chr(code).isalnum() else " ") for code in range(128)) + bytes(128)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """What ties a text of one language to a time."""

    phrases: dict[str, tuple[Phrase, ...]]  # by first word, the longest first
    months: dict[str, int]  # name or abbreviation: 1 to 12
    weekdays: dict[str, Words]  # first word: all words
    months_too: dict[str, frozenset[str]]  # in lower case: as it must be written to be a month
    month_before: frozenset[str]
    weekday_keep: frozenset[Words]
    since: frozenset[Words]
    stems: dict[str, str]  # first part of a compound word: its season
    alone: frozenset[str]  # phrases of one word, months, weekdays of one word
    pairs: frozenset[Words]  # the first two words of all other phrases and weekdays


def may_tie(words: Words, known: Lexicon) -> bool:
    """Whether any of the words may tie a text to a time: a quick no for most texts."""
    stems = tuple(known.stems)
    return (
        not known.alone.isdisjoint(words)
        or not known.pairs.isdisjoint(pairwise(words))
        or (bool(stems) and any(word.startswith(stems) for word in words))
    )


def words_of(text: str) -> Words:
    """The words of a text in lower case, letters and figures only."""
    if text.isascii():
        return tuple(text.encode().translate(_APART).decode().split())
    return tuple(_WORD.findall(text.lower()))


@lru_cache(maxsize=64)
def lexicon(language: str) -> Lexicon:
    """The words of a language ("de", "pt-BR"); months and weekdays alone where no more is known."""
    time = languages.language(language).time
    phrases: list[Phrase] = [(words, rule, "") for rule in _RULES for words in _phrases(getattr(time, rule))]
    phrases += [(words, "season", name) for name, text in time.seasons.items() for words in _phrases(text)]
    by_first: dict[str, list[Phrase]] = {}
    for phrase in sorted(phrases, key=lambda p: -len(p[0])):
        by_first.setdefault(phrase[0][0], []).append(phrase)
    months, weekdays = _calendar(language)
    also = _WORD.findall(time.months_too)
    begun = {words[:2] for words in (*(words for words, _, _ in phrases), *weekdays.values())}
    return Lexicon(
        phrases={first: tuple(found) for first, found in by_first.items()},
        months=months,
        weekdays=weekdays,
        months_too={name.lower(): frozenset(n for n in also if n.lower() == name.lower()) for name in also},
        month_before=frozenset(words[-1] for words in _phrases(time.month_before)),
        weekday_keep=frozenset(_phrases(time.weekday_keep)),
        since=frozenset(_phrases(time.since)),
        stems={words[0]: name for name, text in time.stems.items() for words in _phrases(text)},
        alone=frozenset({words[0] for words in begun if len(words) == 1} | set(months)),
        pairs=frozenset(words for words in begun if len(words) == 2),
    )


def language_of(words: frozenset[str], stated: str) -> str:
    """The language of a text: the one stated, unless two more of its common words are another's."""
    common, own = _common(), languages.language(stated).tag
    best, most = stated, len(words & common.get(own, frozenset())) + 1
    if len(words & _foreign(own)) <= most:
        return stated
    for language, its in common.items():
        count = len(words & its)
        if count > most:
            best, most = language, count
    return best


def _phrases(listed: str) -> list[Words]:
    return [words for part in listed.split(",") if (words := words_of(part))]


def _calendar(language: str) -> tuple[dict[str, int], dict[str, Words]]:
    """Months and weekdays as the CLDR writes them, in a sentence and alone."""
    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError, TypeError):
        locale = Locale("en")
    months = {
        words_of(name)[0]: number
        for form in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in locale.months[form][width].items()
        if len(name) > 2 and words_of(name)
    }
    days = (
        words_of(name) for form in ("format", "stand-alone") for name in locale.days[form]["wide"].values()
    )
    return months, {words[0]: words for words in days if words}


@cache
def _common() -> dict[str, frozenset[str]]:
    return {
        its.tag: frozenset(words_of(its.time.common)) for its in languages.all_languages() if its.time.common
    }


@lru_cache(maxsize=64)
def _foreign(own: str) -> frozenset[str]:
    """The common words of all other languages."""
    return frozenset().union(*(words for language, words in _common().items() if language != own))
