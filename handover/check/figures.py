"""Dates in figures, years, and tags that carry a year."""

import datetime as dt
import re
from collections.abc import Iterator

from handover.check.lexicon import months_everywhere, words_of
from handover.check.patterns import Words
from handover.later import pattern

AHEAD = 5  # a year further ahead than this is a vision, not a date ("climate neutral by 2050")
BACK = 8  # without a date of posting: a year further back than this is history

DAY = pattern(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|º|ª)?$")
DAY_OR_YEAR = pattern(rf"(?:19|20)\d\d$|{DAY.pattern}")

_NUMERIC_DATE = pattern(
    r"(?<![\w.,/-])"
    r"(?:(?P<iso>\d{4}-\d{1,2}-\d{1,2})|(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?:\d{4}|\d{2}))"
    r"(?![\w%])"
)
_SHORT_DATE = pattern(r"(?<![\w.,/-])(?P<iso>)(?P<a>\d{1,2})\.\s?(?P<b>\d{1,2})\.(?!\d)")  # "14.3."
_CJK_DATE = pattern(r"(?<!\d)(?:20\d\d ?[年년] ?)?\d{1,2} ?[月월] ?\d{1,2} ?[日일]|(?<!\d)20\d\d ?[年년]")
_DAY_AND_WORD = pattern(r"(?<![\w.,:/-])(\d{1,2})[.ºª]?\s(?:de\s)?([^\W\d_]{3,})")
_YEAR = pattern(
    r"(?<![\w.,€$£¥+-])(20\d\d)(?![\w%€$£]|[.,:]\d| ?(?:€|eur|euros?|usd|km|kg|m²|ml|g|kcal|px|w)\b)",
    re.IGNORECASE,
)
_TAG_WITH_YEAR = pattern(r"#\w*?[^\W\d](20\d\d)\b")
_TAG_WITH_SHORT_YEAR = pattern(r"#[^\W\d_]{4,}(\d\d)\b")
# What each of these needs at least, found much sooner than the whole.
_DATE_IN_FIGURES = pattern(r"\d[./-]\s?\d")
_CJK_UNITS = "年년月월"


def figures(
    text: str,
    words: Words,
    since: frozenset[Words],
    posted: int | None,
    today: dt.date,
    *,
    points: bool,
) -> Iterator[tuple[str, str]]:
    """What a text's figures tie it to: a kind ("date", "year", "event") and the words.

    `words` are its `words_of`; `since` are the words that make a year after them history; `posted` is the
    year in which it was; `points` allows "14.3.".
    """
    if _DATE_IN_FIGURES.search(text):
        for pattern in (_NUMERIC_DATE, _SHORT_DATE) if points else (_NUMERIC_DATE,):
            for date in pattern.finditer(text):
                if date["iso"] or _is_day_and_month(int(date["a"]), int(date["b"])):
                    yield "date", date[0]
    months = months_everywhere()  # of any language, whatever the text's
    for date in () if months.isdisjoint(words) else _DAY_AND_WORD.finditer(text):
        if 1 <= int(date[1]) <= 31 and date[2].lower() in months:
            yield "date", date[0]
    if not text.isascii() and any(unit in text for unit in _CJK_UNITS):
        yield from (("date", date[0]) for date in _CJK_DATE.finditer(text))
    yield from _years(text, since, posted, today)


def _years(
    text: str, since: frozenset[Words], posted: int | None, today: dt.date
) -> Iterator[tuple[str, str]]:
    """Years near the one it was posted in."""
    earliest, latest = (posted - 1 if posted else today.year - BACK), (posted or today.year) + AHEAD
    if "20" in text:
        for year in _YEAR.finditer(text):
            before = words_of(text[max(0, year.start() - 40) : year.start()])
            if earliest <= int(year[1]) <= latest and not any(before[-n:] in since for n in (1, 2, 3)):
                yield "year", year[1]
    if "#" not in text:
        return
    for tag in _TAG_WITH_YEAR.finditer(text):
        if earliest <= int(tag[1]) <= latest:
            yield "event", tag[0]
    if posted:
        for tag in _TAG_WITH_SHORT_YEAR.finditer(text):
            if posted - 1 <= 2000 + int(tag[1]) <= posted + 1:
                yield "event", tag[0]


def _is_day_and_month(a: int, b: int) -> bool:
    return 1 <= min(a, b) <= 12 and max(a, b) <= 31
