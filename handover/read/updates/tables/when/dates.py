"""A date and a time as people and programs write them, without ever guessing.

`read_date` knows a fixed set of shapes in many languages; what does not fit wholly is no date. Whether
"03/04/2025" is in March or in April it leaves open (`Date.either`): that is decided for a whole file.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from handover.later import pattern
from handover.read.updates.tables import Cell
from handover.read.updates.tables.when.month_names import is_weekday, month_of
from handover.read.updates.tables.when.times import EXCEL_ZERO, is_time, time_of_text

FIRST_YEAR, LAST_YEAR = 1995, 2100  # no update is older than blogs, and a year beyond is a slip
LONGEST = 80  # letters of a date, or of two with all they have
FIRST_SERIAL, LAST_SERIAL = 34_700, 73_051  # Excel's day numbers of those years


class Date(NamedTuple):
    """A date as it was written."""

    year: int | None  # None: not written
    month: int
    day: int
    time: dt.time | None = None  # None: not written
    zone: dt.tzinfo | None = None  # None: not written
    either: bool = False  # day and month may be the other way round
    first: int = 0  # of a date in numbers that is certain: 1 when the day is first, 2 when the month is

    @property
    def clock(self) -> dt.datetime | None:
        """What a clock showed then; None where no year or no time is written."""
        if self.year is None or self.time is None:
            return None
        return dt.datetime.combine(dt.date(self.year, self.month, self.day), self.time)

    def swapped(self) -> "Date":
        """The same with day and month exchanged."""
        return Date(self.year, self.day, self.month, self.time, self.zone, self.either, self.first)

    def at(self, time: dt.time | None, zone: dt.tzinfo | None) -> "Date":
        """The same day at another time."""
        return Date(self.year, self.month, self.day, time, zone, self.either, self.first)


_NUMBERS = pattern(r"(\d{1,4})(?P<sep>\s?[-/.]\s?)(\d{1,2})(?:(?P=sep)(\d{4}|\d{1,2}))?\.?(?!\d)")
_CJK = pattern(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日")
_VIETNAMESE = pattern(  # the months have numbers: "ngày 5 tháng 3 năm 2025"
    r"(?:ng[aà]y\s+)?(\d{1,2})\s+(?:th[aá]ng|thg\.?)\s+(\d{1,2})(?!\d)(?:,?\s+(?:n[aă]m\s+)?(\d{4})(?!\d))?",
    re.IGNORECASE,
)
_WORDS = pattern(
    r"(?P<digits>\d+)(?:st|nd|rd|th|er|ère|º|ª|\.)?|(?P<word>[^\W\d_]+)\.?|(?P<mark>'|’|,|-|/|\.)",
    re.IGNORECASE,
)
_WEEKDAYS = (  # of two words or with a hyphen, else of one
    pattern(r"[^\W\d_]+[ -](?:[^\W\d_]+|\d)(?!\w)"),
    pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)?"),
)
_FEIRA = pattern(r"[2-6]\s?(?:ª|a\b)\.?(?:[ -]?feira\b)?[\s,.–-]*", re.IGNORECASE)  # "5ª feira"
_AFTER_YEAR = pattern(r"\s*(?:г(?:ода?)?|р(?:оку)?|r(?:oku)?)\b\.?", re.IGNORECASE)  # "2025 г."
_DAY_AFTER = pattern(  # of two letters only where no time can follow: "to" is Finnish, too
    r"[\s,;.]*\(?([^\W\d_]{3,}(?:[ -][^\W\d_]+)?(?!\w)|[^\W\d_]{2}(?=\)|\W*$))[.,]?\)?"
)
_LINKING = frozenset(["of", "de", "del", "du", "le", "la", "the", "den", "am", "el"])
_BEFORE_TIME = pattern(
    r"[\s,;|•·T–-]*(?:(?:at|um|à|a\s+las|a|alle|kl|ore|om|las|on)\b\.?|@)?\s*", re.IGNORECASE
)

_DIGITS = pattern(r"(0\d|1\d|2[0-3])([0-5]\d)\s*(?:h|hrs?|uhr)", re.IGNORECASE)  # a year is none

_RANGE = pattern(r"\s*(?:→|->|[–—]|\s-\s|\bto\b|\bbis\b|\bau\b|\bal\b|-(?=\d{1,2}(?!\d)))\s*", re.IGNORECASE)
_TO_ANOTHER_DAY = pattern(r"-\s?\d{1,2}(?!\d)")
_DAY_ALONE = pattern(r"(\d{1,2})(?:st|nd|rd|th|\.)?", re.IGNORECASE)
_MONTH_BEFORE = pattern(r"[^\W\d_]+\.?(?=\s*\d)")


def is_date(cell: Cell) -> bool:
    """Whether a cell holds a date."""
    return (isinstance(cell, str) and _iso(cell.strip()) is not None) or read_date(cell) is not None


def read_date(cell: Cell) -> Date | None:
    """The date in a cell, or None. Never raises."""
    if isinstance(cell, str):
        text = cell.strip()
        return _fast(text) or _of_text(text) if 3 <= len(text) <= LONGEST else None
    if isinstance(cell, dt.datetime):
        time = cell.time().replace(tzinfo=None) if cell.time() != dt.time() or cell.tzinfo else None
        return _date(cell.year, cell.month, cell.day, time, cell.tzinfo)
    if isinstance(cell, dt.date):
        return _date(cell.year, cell.month, cell.day)
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _of_number(cell)
    return None


def _fast(text: str) -> Date | None:
    if (moment := _iso(text)) is None:
        return None
    time = None if len(text) == 10 else moment.time()
    return Date(moment.year, moment.month, moment.day, time, moment.tzinfo)


def _iso(text: str) -> dt.datetime | None:
    """ISO 8601, as programs write it."""
    if not 10 <= len(text) <= LONGEST or text[4] != "-" or text[7] != "-":
        return None
    if text[-6:-5] == "-" and text[10:11] == " " and len(text) == 22 and text[11:16] < text[-5:]:
        return None  # "2024-10-08 09:00-09:30": a span, as people write it
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if FIRST_YEAR <= moment.year <= LAST_YEAR else None


def _date(
    year: int | None, month: int, day: int, time: dt.time | None = None, zone: dt.tzinfo | None = None,
    *, either: bool = False, first: int = 0,
) -> Date | None:  # fmt: skip
    try:
        dt.date(year or 2000, month, day)
    except ValueError:
        return None
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return Date(year, month, day, time, zone, either, first)


def _of_number(number: float) -> Date | None:
    # Excel's day number, Unix seconds or milliseconds, or 20250304.
    try:
        if FIRST_SERIAL <= number < LAST_SERIAL:
            moment = EXCEL_ZERO + dt.timedelta(seconds=round(number * 86_400))
            return _date(moment.year, moment.month, moment.day, moment.time() if number % 1 else None)
        if 1e9 <= number < 4e9 or 1e12 <= number < 4e12:
            moment = dt.datetime.fromtimestamp(number if number < 1e11 else number / 1000, dt.UTC)
            return _date(moment.year, moment.month, moment.day, moment.time(), dt.UTC)
    except (OverflowError, ValueError, OSError):
        return None
    if float(number).is_integer() and 19_950_101 <= number <= 21_001_231:
        digits = str(int(number))
        return _date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    return None


@lru_cache(maxsize=50_000)
def _of_text(text: str) -> Date | None:
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)  # a Mac writes "ä" as two signs
    if text[-5:-4] == " " and text[-4:].isdigit() and ("+" in text or ":" in text):
        try:  # "Tue Mar 04 09:15:02 +0000 2025", as X writes it
            moment = dt.datetime.strptime(text, "%a %b %d %H:%M:%S %z %Y")
            return _date(moment.year, moment.month, moment.day, moment.time(), moment.tzinfo)
        except ValueError:
            pass
    if text.isascii() and text.replace(".", "", 1).isdigit():
        return _of_number(float(text)) if len(text) < 20 else None
    if (date := _whole(text)) is not None:
        return date
    for rest in _without_weekday(text):
        date = _whole(rest)
        # "mar" is a day and a month: "mar 4 févr. 2025" names a day, "Mar 4/5" no date.
        if date is not None and (date.year or month_of(text[: -len(rest)]) is None):
            return date
    return _start_of_range(text)


def _start_of_range(text: str) -> Date | None:
    """The first day of "3-8 Nov 2024", "Nov 3 - 8, 2024", "28 Dec 2024 → 3 Jan 2025"."""
    for found in _RANGE.finditer(text):
        left, right = text[: found.start()].strip(" ,"), text[found.end() :].strip()
        if not left or not right:
            continue
        if day := _DAY_ALONE.fullmatch(left):
            last = _whole(right)
            if last and not last.either and int(day[1]) < last.day:
                return _date(last.year, last.month, int(day[1]))
        elif first := _whole(left) or next(filter(None, map(_whole, _without_weekday(left))), None):
            last = _whole(right) or next(filter(None, map(_whole, _without_weekday(right))), None)
            if last is None and (word := _MONTH_BEFORE.match(left)):
                last = _whole(f"{word[0]} {right}")  # "Nov 3-8, 2024"
            if last is not None:
                return _not_after(first, last)
    return None


def _not_after(first: Date, last: Date) -> Date | None:
    """The first of two days, with the year of the second where it has none; None when it is the later."""
    if first.year is None and last.year is not None:
        year = last.year - ((first.month, first.day) > (last.month, last.day))
        return first._replace(year=year)
    sooner, later = ((one.year or 0, one.month, one.day) for one in (first, last))
    return first if sooner <= later or first.either or not (first.year and last.year) else None


def _whole(text: str) -> Date | None:
    """The date, where nothing but a weekday and a time of day stand after it."""
    for shape in (_in_numbers, _in_words):
        found = shape(text)
        if found is None:
            continue
        date, after = found
        after = _without_tail(after)
        if not after.strip(" ,;."):
            return date
        if clock := _clock(after):
            return date.at(*clock)
    return None


def _without_weekday(text: str) -> Iterator[str]:
    """What follows the weekday a text begins with: "Thứ Hai, 6 ...", "segunda-feira, 6 ...", "Mo. 6 ..."."""
    if found := _FEIRA.match(text):
        yield text[found.end() :]
    for name in _WEEKDAYS:
        word = name.match(text)
        if word and is_weekday(word[0]):
            yield text[word.end() :].lstrip(" .,-–:")


def _without_tail(after: str) -> str:
    """What follows a date without the word for "year" and the weekday: "2025 г.", "2025., hétfő"."""
    if year := _AFTER_YEAR.match(after):
        after = after[year.end() :]
    day = _DAY_AFTER.match(after)
    return after[day.end() :] if day and is_weekday(day[1]) else after


def _in_numbers(text: str) -> tuple[Date, str] | None:
    if found := _CJK.match(text):
        date = _date(int(found[1]) if found[1] else None, int(found[2]), int(found[3]))
        return (date, text[found.end() :]) if date else None
    if found := _VIETNAMESE.match(text):
        date = _date(int(found[3]) if found[3] else None, int(found[2]), int(found[1]))
        return (date, text[found.end() :]) if date else None
    found = _NUMBERS.match(text)
    if not found:
        return None
    one, two, three = int(found[1]), int(found[3]), found[4]
    rest, separator = text[found.end() :], found["sep"].strip()
    if len(found[1]) == 4:
        date = _date(one, two, int(three)) if three and len(three) < 3 else None
    elif len(found[1]) == 3 or (three and len(three) == 1):
        date = None
    elif three is None and (separator == "-" or (separator == "." and not found[0].endswith("."))):
        date = None  # "9-5" is no date, "9.30" a time
    else:
        year = None if three is None else int(three) if len(three) == 4 else 2000 + int(three)
        date = _ordered(year, one, two, separator)
    return (date, rest) if date else None


def _ordered(year: int | None, one: int, two: int, separator: str) -> Date | None:
    if separator == "." or one > 12:  # with points the day is always first
        return _date(year, two, one, first=1 if one > 12 else 0)
    if two > 12:
        return _date(year, one, two, first=2)
    return _date(year, one, two, either=one != two)


def _in_words(text: str) -> tuple[Date, str] | None:
    month: int | None = None
    numbers: list[str] = []
    ends = False  # whether a year was written after the month: what follows is no day
    end = 0
    for token in _WORDS.finditer(text):
        if token["mark"]:
            before = text[: token.start()].rstrip()[-1:]
            if before.isdigit() and _TO_ANOTHER_DAY.match(text, token.start()):
                break  # "Nov 10-12": two days, and no year
            continue
        if token["digits"]:
            if len(numbers) == 2 or ends:
                break
            if text[token.end() : token.end() + 1] == ":" or (
                month and numbers and is_time(text[token.start() :])
            ):
                break
            numbers.append(token["digits"])
            ends = month is not None and len(token["digits"]) == 4
        elif month is None and (named := month_of(token["word"])):
            month = named
        elif token["word"].casefold() not in _LINKING:
            break
        end = token.end()
    date = _of_parts(month, numbers)
    return (date, text[end:]) if date else None


def _of_parts(month: int | None, numbers: list[str]) -> Date | None:
    if month is None or not numbers:
        return None
    years = [number for number in numbers if len(number) == 4]
    days = [number for number in numbers if len(number) <= 2]
    if len(days) == 2 and not years:  # "4 Mar 25"
        years, days = ["20" + days[1]], days[:1]
    if len(days) != 1 or len(years) + len(days) != len(numbers):
        return None
    return _date(int(years[0]) if years else None, month, int(days[0]))


def _clock(text: str) -> tuple[dt.time, dt.tzinfo | None] | None:
    before = _BEFORE_TIME.match(text)
    rest = text[before.end() :] if before else text
    digits = _DIGITS.fullmatch(rest)
    if digits:
        return dt.time(int(digits[1]), int(digits[2])), None
    return time_of_text(rest) or time_of_text(text.strip(" ,;"))
