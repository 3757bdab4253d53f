"""Dates as blogs write them for people: "Thursday, October 17, 2024 - 14:30", "15. lokakuuta 2024".

The machines' own forms (RFC 822, ISO 8601) are `fields.moment`'s. What can be read in two ways is not read.
"""

import datetime as dt
import re
from functools import cache

from handover import languages
from handover.later import pattern
from handover.read import fields

MAX_LENGTH = 100
_WORD = r"([^\W\d_]{2,20})\.?"
_YEAR = r"(\d{4})"
_YEAR_FIRST = pattern(r"(?<!\d)(\d{4})\s?[-/.年]\s?(\d\d?)\s?[-/.月]\s?(\d\d?)日?(?!\d)")
_DOTTED = pattern(rf"(?<!\d)(\d\d?)\.\s?(\d\d?)\.\s?{_YEAR}(?!\d)")  # the day first wherever dots are used
_SLASHED = pattern(rf"(?<!\d)(\d\d?)([/-])(\d\d?)\2{_YEAR}(?!\d)")
_DAY_FIRST = pattern(
    rf"(?<!\d)(\d\d?)(?:\.|st|nd|rd|th|º|°|er|ª)?[\s-]+(?:de |of )?{_WORD},?[\s-]+(?:del? )?{_YEAR}"
)
_MONTH_FIRST = pattern(rf"{_WORD}\s+(\d\d?)(?:st|nd|rd|th)?,?\s+{_YEAR}")
_TIME = pattern(r"(?<!\d)([012]?\d)[:h.]([0-5]\d)(?:[:.]([0-5]\d))?\s*([ap])?(?:\.?m\b)?", re.IGNORECASE)
_OFFSET = pattern(r"(?:GMT|UTC)?\s*([+-])(\d\d):?(\d\d)\b")
_ZONES = {  # hours from UTC; abbreviations that mean one zone only
    "CET": 1,
    "CEST": 2,
    "MEZ": 1,
    "MESZ": 2,
    "EET": 2,
    "EEST": 3,
    "EST": -5,
    "EDT": -4,
    "CDT": -5,
    "MST": -7,
    "MDT": -6,
    "PST": -8,
    "PDT": -7,
}
_ZONE = pattern(r"\b[A-Z]{3,4}\b")
_NO_DATE = pattern(r"[\s0:.TZ/-]*|.*\s-0?00\d\b.*|-.*")  # 0000-00-00 and the year -1: WordPress' "none"


def is_date(text: str) -> bool:
    """Whether something is meant by it: neither nothing nor the zeros of a database."""
    return not _NO_DATE.fullmatch(text.strip())


def written_out(value: object) -> dt.datetime | None:
    """The moment that such a date names, in UTC; None where it names none, or might name two.

    A time that names no zone is UTC.
    """
    text = fields.one_line(value)
    if not text or len(text) > MAX_LENGTH:
        return None
    found = _day(text)
    if found is None:
        return None
    day, rest = found
    clock = _TIME.search(rest)
    hour, minute, second = (int(clock[n] or 0) for n in (1, 2, 3)) if clock else (0, 0, 0)
    if clock and clock[4]:
        hour = hour % 12 + 12 * (clock[4].lower() == "p")
    if hour > 23:
        return None
    at = dt.datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=dt.UTC)
    return fields.moment(at - _offset(rest))


def _day(text: str) -> tuple[dt.date, str] | None:
    """The day, and what is left of the text."""
    for shape, order in _PATTERNS:
        for match in shape.finditer(text):
            year, month, day = (match[place] for place in order)
            number = int(month) if month.isdigit() else months().get(month.casefold(), 0)
            try:
                found = dt.date(int(year), number, int(day))
            except ValueError:
                continue
            return found, f"{text[: match.start()]} {text[match.end() :]}"
    slashed = _SLASHED.search(text)
    return _slashed(slashed, text) if slashed else None


def _slashed(match: re.Match[str], text: str) -> tuple[dt.date, str] | None:
    """3/4/2024 where a day beyond 12 or the weekday beside it tells which is the month."""
    rest = f"{text[: match.start()]} {text[match.end() :]}"
    possible = []
    for day, month in ((match[1], match[3]), (match[3], match[1])):
        try:
            possible.append(dt.date(int(match[4]), int(month), int(day)))
        except ValueError:
            continue
    named = {day for word in re.findall(r"[^\W\d_]+", rest.casefold()) for day in weekdays().get(word, ())}
    if named:
        possible = [day for day in possible if day.weekday() in named]
    return (possible[0], rest) if len(set(possible)) == 1 else None


def _offset(rest: str) -> dt.timedelta:
    if match := _OFFSET.search(rest):
        offset = dt.timedelta(hours=int(match[2]), minutes=int(match[3]))
        return -offset if match[1] == "-" else offset
    return dt.timedelta(hours=next((_ZONES[name] for name in _ZONE.findall(rest) if name in _ZONES), 0))


_PATTERNS = (  # a date, and in which groups its year, month and day stand
    (_YEAR_FIRST, (1, 2, 3)),
    (_DOTTED, (3, 2, 1)),
    (_DAY_FIRST, (3, 2, 1)),
    (_MONTH_FIRST, (3, 1, 2)),
)


@cache
def months() -> dict[str, int]:
    """Names of months in every language that is known, without their full stop; none that differ in two."""
    found: dict[str, set[int]] = {}
    for known in languages.all_languages():
        for name, number in known.months.items():
            found.setdefault(name.casefold().rstrip("."), set()).add(number)
    return {name: min(numbers) for name, numbers in found.items() if len(numbers) == 1}


@cache
def weekdays() -> dict[str, frozenset[int]]:
    """Names of weekdays in every language, with each day (0 is Monday) that they may mean."""
    found: dict[str, set[int]] = {}
    for known in languages.all_languages():
        for name, number in known.weekdays.items():
            found.setdefault(name.casefold().rstrip("."), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}
