"""The dates in a download of Facebook or Instagram as HTML: a clock on a wall, in the account's language.

    6 May 2019, 17:32                 until 2021
    Jul 26, 2024 1:35:01pm            since; on Instagram without seconds
    déc 17, 2015 9:34:15am            month, day, year in every language, and mostly am and pm
    Tháng 11 24, 2023 7:24:32chiều    2 月 22, 2022 1:22:02 下午

The month is a word or stands beside one, so that day and month are never guessed. Seen in real downloads in
English, French, Spanish, Russian, Vietnamese, Chinese, Thai and Polish.
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping

from handover.languages import all_languages

_BEFORE_NOON = ("am", "a.m.", "a. m.", "sáng", "上午", "午前", "오전", "rano")
_AFTER_NOON = ("pm", "p.m.", "p. m.", "chiều", "下午", "午後", "오후", "po południu", "po poł.")
_HALF = "|".join(
    re.escape(word) for word in sorted((*_BEFORE_NOON, *_AFTER_NOON), key=lambda word: -len(word))
)
_MONTH = r"(?:tháng\s*(?P<viet>\d\d?)|(?P<east>\d\d?)\s*[月월]|(?P<month>[^\W\d_][^\s\d,:;]{0,15}))"
_CLOCK = rf"(?P<hour>\d\d?):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?:\s*(?P<half>{_HALF}))?"
_WRITTEN = (
    re.compile(rf"{_MONTH}\s+(?P<day>\d\d?),?\s+(?P<year>\d{{4}}),?\s+{_CLOCK}", re.IGNORECASE),
    re.compile(
        rf"(?P<day>\d\d?)\.?\s+(?P<month>[^\W\d_][^\s\d,:;]{{0,15}})\s+(?P<year>\d{{4}}),?\s+{_CLOCK}",
        re.IGNORECASE,
    ),
)
# No language of `handover/languages`, but of downloads: the Gregorian year goes with them.
_THAI = dict(
    zip(("มค", "กพ", "มีค", "เมย", "พค", "มิย", "กค", "สค", "กย", "ตค", "พย", "ธค"), range(1, 13), strict=True)
)

Written = re.Match[str]


def written(text: str) -> Written | None:
    """A text that is a date and nothing else."""
    told = " ".join(text.split())
    return next((found for shape in _WRITTEN if (found := shape.fullmatch(told))), None)


def written_in(text: str) -> Written | None:
    """The first date within a text."""
    told = " ".join(text.split())
    return min(
        filter(None, (shape.search(told) for shape in _WRITTEN)), key=lambda f: f.start(), default=None
    )


def months_of(dates: Iterable[Written]) -> Mapping[str, int] | None:
    """What each name of a month means in the one language of a page; None where that cannot be told."""
    words = {word for date in dates if (word := _name(date))}
    tables = [known.months for known in all_languages()] + [_THAI]
    for numbers_of in (_exactly, _by_beginning):
        found = [table for months in tables if (table := numbers_of(words, months)) is not None]
        if found:
            return found[0] if all(table == found[0] for table in found) else None
    return None


def _name(date: Written) -> str:
    return (date["month"] or "").replace(".", "").casefold()


def _exactly(words: Iterable[str], months: Mapping[str, int]) -> dict[str, int] | None:
    found = {word: months.get(word, 0) for word in words}
    return found if all(found.values()) else None


def _by_beginning(words: Iterable[str], months: Mapping[str, int]) -> dict[str, int] | None:
    """As the language cuts its months: "juil" for juillet."""
    found: dict[str, int] = {}
    for word in words:
        numbers = {n for name, n in months.items() if len(word) >= 3 and name.startswith(word)}
        if len(numbers) != 1:
            return None
        found[word] = numbers.pop()
    return found


def moment(date: Written, months: Mapping[str, int]) -> dt.datetime | None:
    """The date without a zone; None when there is no such day or hour."""
    told = date.groupdict()
    number = told.get("viet") or told.get("east")
    month = int(number) if number else months.get(_name(date), 0)
    hour = int(told["hour"])
    if half := (told["half"] or "").casefold():
        if not 0 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half in _AFTER_NOON else 0)
    try:
        return dt.datetime(
            int(told["year"]), month, int(told["day"]), hour, int(told["minute"]), int(told["second"] or 0)
        )
    except ValueError:
        return None
