"""What in a text ties it to a time: dates, weekdays, events, offers, news, seasons."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Literal, cast

from handover.check.lexicon import Lexicon, Rule, Words, language_of, lexicon, may_tie, words_of
from handover.model import Update
from handover.text.links import links

AHEAD = 5  # a year further ahead than this is a vision, not a date ("climate neutral by 2050")
BACK = 8  # without a date of posting: a year further back than this is history

_WORD = re.compile(r"[^\W_]+")
_ADDRESS = re.compile(r"https?://\S+")
_ADDRESS_IN_CAPITALS = re.compile(_ADDRESS.pattern, re.IGNORECASE)
_BARE_HOST = re.compile(r"\.[^\s.]")  # no host without a full stop inside
_HANDLE = re.compile(r"(?<!\w)[@＠][\w.@-]+")
_NUMERIC_DATE = re.compile(
    r"(?<![\w.,/-])"
    r"(?:(?P<iso>\d{4}-\d{1,2}-\d{1,2})|(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?:\d{4}|\d{2}))"
    r"(?![\w%])"
)
_SHORT_DATE = re.compile(r"(?<![\w.,/-])(?P<iso>)(?P<a>\d{1,2})\.\s?(?P<b>\d{1,2})\.(?!\d)")  # German "14.3."
_CJK_DATE = re.compile(r"(?<!\d)(?:20\d\d ?[年년] ?)?\d{1,2} ?[月월] ?\d{1,2} ?[日일]|(?<!\d)20\d\d ?[年년]")
_YEAR = re.compile(
    r"(?<![\w.,€$£¥+-])(20\d\d)(?![\w%€$£]|[.,:]\d| ?(?:€|eur|euros?|usd|km|kg|m²|ml|g|kcal|px|w)\b)",
    re.IGNORECASE,
)
_TAG_WITH_YEAR = re.compile(r"#\w*?[^\W\d](20\d\d)\b")
# What each of these needs at least, found much sooner than the whole.
_FIGURE = re.compile(r"\d")
_DATE_IN_FIGURES = re.compile(r"\d[./-]\s?\d")
_CJK_UNIT = re.compile("[年년月월]")
_DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|º|ª)?$")
_DAY_OR_YEAR = re.compile(rf"(?:19|20)\d\d$|{_DAY.pattern}")
_BETWEEN = ("of", "de", "del", "do")  # between a day and its month, a month and its year

Why = Literal["date", "ends", "event", "near", "weekday", "new", "year", "season"]


@dataclass(frozen=True, slots=True)
class Tie:
    """Something in a text that ties it to a time."""

    why: Why
    words: str  # as the text has them
    season: str = ""  # a key of seasons.WINDOWS


def ties(update: Update, language: str, today: dt.date) -> list[Tie]:
    """All that ties an update to a time, in the order of its text; figures come last."""
    text = _own_words(update.text)
    words = words_of(text)
    known = lexicon(language_of(frozenset(words), language))
    found: list[Tie] = []
    if may_tie(words, known):
        found += _Words(text, words, known).ties()
    if _FIGURE.search(text):
        found += _figures(text, known, update.posted_at, today, german=language.lower().startswith("de"))
    return found


def _own_words(text: str) -> str:
    """The text without its links and handles: a year in an address dates nothing."""
    if "://" in text:
        left = _ADDRESS.sub(" ", text)
        text = _ADDRESS_IN_CAPITALS.sub(" ", text) if "://" in left else left
    if _BARE_HOST.search(text):
        for start, end in reversed(list(links(text))):
            text = f"{text[:start]} {text[end:]}"
    return _HANDLE.sub(" ", text) if "@" in text or "＠" in text else text


class _Words:
    """The words of one text, read from left to right."""

    def __init__(self, text: str, words: Words, known: Lexicon) -> None:
        self.text = text
        self.known = known
        # A capital outside ASCII can be two letters when small: each word for itself stays one.
        self.words = words if text.isascii() else tuple(span[0].lower() for span in self.spans)

    @cached_property
    def spans(self) -> list[re.Match[str]]:
        """Where each word stands."""
        return list(_WORD.finditer(self.text))

    def ties(self) -> list[Tie]:
        found: list[Tie] = []
        occasion = ""
        called = False
        after = 0
        for at in self._starts():
            if at < after:  # inside the phrase before
                continue
            phrase = self._phrase(at)
            if phrase is None:
                length, tie = self._calendar(at)
                found += [tie] if tie else []
            else:
                length, rule, season = phrase
                words = self._quote(at, length)
                called = called or rule == "call"
                if rule == "occasion":
                    occasion = occasion or words
                elif rule not in ("call", "keep"):
                    found.append(Tie(cast("Why", rule), words, season))
            after = at + length
        if occasion and (called or any(tie.why in ("date", "near", "weekday") for tie in found)):
            found.append(Tie("event", occasion))
        return found

    def _starts(self) -> list[int]:
        """Where a phrase, a month, a weekday or a compound may begin."""
        alone, pairs, stems = self.known.alone, self.known.pairs, tuple(self.known.stems)
        return [
            at
            for at, pair in enumerate(pairwise((*self.words, "")))
            if pair[0] in alone or pair in pairs or (stems and pair[0].startswith(stems))
        ]

    def _phrase(self, at: int) -> tuple[int, Rule, str] | None:
        """The longest phrase that begins at `at`: how many words, what it does, its season."""
        for phrase, rule, season in self.known.phrases.get(self.words[at], ()):
            if self.words[at : at + len(phrase)] == phrase:
                return len(phrase), rule, season
        return None

    def _calendar(self, at: int) -> tuple[int, Tie | None]:
        """A weekday, month or compound of a season at `at`, and how many words it takes."""
        word = self.words[at]
        weekday = self.known.weekdays.get(word)
        if weekday and self.words[at : at + len(weekday)] == weekday:
            kept = any(self.words[max(0, at - n) : at] in self.known.weekday_keep for n in (1, 2))
            return len(weekday), None if kept else Tie("weekday", self._quote(at, len(weekday)))
        if word in self.known.months:
            return self._month(at)
        stem = next((stem for stem in self.known.stems if word.startswith(stem)), None)
        return 1, Tie("season", self.spans[at][0], self.known.stems[stem]) if stem else None

    def _month(self, at: int) -> tuple[int, Tie | None]:
        """ "14 March", "March 14, 2024", "marzo de 2024" are dates; a month alone is a season."""
        first = last = at
        before = at - 2 if at > 1 and self.words[at - 1] in _BETWEEN else at - 1
        if before >= 0 and _DAY.match(self.words[before]):
            first = before
        for after in range(at + 1, min(at + 4, len(self.words))):
            word = self.words[after]
            if _DAY_OR_YEAR.match(word):
                last = after
            elif word not in _BETWEEN:
                break
            if len(word) == 4 and word.isdigit():  # a year ends the date
                break
        if first < last:
            return last - at + 1, Tie("date", self._quote(first, last - first + 1))
        word, written = self.words[at], self.spans[at][0]
        if word in self.known.months_too:
            before_month = at > 0 and self.words[at - 1] in self.known.month_before
            if not before_month or written not in self.known.months_too[word]:
                return 1, None
        return 1, Tie("season", written, f"month_{self.known.months[word]}")

    def _quote(self, at: int, length: int) -> str:
        start, end = self.spans[at].start(), self.spans[at + length - 1].end()
        return " ".join(self.text[start:end].split())


def _figures(
    text: str, known: Lexicon, posted_at: dt.datetime | None, today: dt.date, *, german: bool
) -> Iterator[Tie]:
    """Dates in figures, years, and tags that carry a year."""
    if _DATE_IN_FIGURES.search(text):
        for pattern in (_NUMERIC_DATE, _SHORT_DATE) if german else (_NUMERIC_DATE,):
            for date in pattern.finditer(text):
                if date["iso"] or _is_day_and_month(int(date["a"]), int(date["b"])):
                    yield Tie("date", date[0])
    earliest = posted_at.year - 1 if posted_at else today.year - BACK
    latest = (posted_at.year if posted_at else today.year) + AHEAD
    if not text.isascii() and _CJK_UNIT.search(text):
        yield from (Tie("date", date[0]) for date in _CJK_DATE.finditer(text))
    if "20" not in text:
        return
    for year in _YEAR.finditer(text):
        before = text[max(0, year.start() - 40) : year.start()]
        if earliest <= int(year[1]) <= latest and not _is_history(before, known):
            yield Tie("year", year[1])
    for tag in _TAG_WITH_YEAR.finditer(text) if "#" in text else ():
        if earliest <= int(tag[1]) <= latest:
            yield Tie("event", tag[0])


def _is_day_and_month(a: int, b: int) -> bool:
    return 1 <= min(a, b) <= 12 and max(a, b) <= 31


def _is_history(before: str, known: Lexicon) -> bool:
    """Whether the words before a year make it the beginning of something ("since 2019")."""
    words = words_of(before)
    return any(words[-n:] in known.since for n in (1, 2, 3))
