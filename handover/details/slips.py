"""What people type into a TOML file that TOML does not take, and what they meant.

`tomllib` says "Expected newline or end of document after a statement"; a person wrote a date as she writes
dates, let the editor curl her quotes, or gave a key twice.
"""

import datetime as dt
import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from handover.details.places import Key
from handover.languages import all_languages
from handover.later import pattern
from handover.model import Said

# What TOML's own messages mean to a person. First match wins.
_MESSAGES: Final = (
    (
        r"Unescaped '\\'|escape|hex value",
        Said("Write paths in single quotes: 'C:\\Users\\me\\updates.xlsx'."),
    ),
    (
        r"Cannot declare|Cannot overwrite|twice",
        Said("Write [[account]] with double brackets to list several."),
    ),
    (
        r"Invalid value",
        Said('Text stands in quotes: name = "Acme Tea". A date does not: last_day = 2026-12-31.'),
    ),
    (r"Expected '='", Said('A line reads: key = "value". Comments start with #.')),
    (r"Unterminated|Illegal character", Said('Close the quotes: name = "Acme Tea".')),
    (r"Unclosed|Expected ']'", Said("Close the bracket at the end of the list.")),
)
_CURLED: Final = "“”„«»‟″"
_ASSIGNED: Final = pattern(r"\s*(?P<key>[\w-]+)\s*=\s*(?P<value>[^#]*)")
_DAY: Final = pattern(r"(\d{1,4})(?:st|nd|rd|th)?[./ -]+(?:de |of )?([^\W_]+)[./, -]+(?:de )?(\d{1,4})")

_MONTH_FIRST: Final = pattern(r"([^\W\d_]+)[. ]+(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})")
_SECTION: Final = pattern(r"\s*\[([^\[\]]+)\]\s*(?:#.*)?$")

# Sections that are written once for each.
SEVERAL: Final = ("account", "tool", "open_item", "contact", "section", "file")


def hint_for(message: str, line: str, twice: tuple[int, int] | None) -> Said:
    """What to do about an error of `tomllib`; `line` is the text where it was met, `twice` the two lines of
    a key that stands there for the second time. The line itself is not repeated: it may hold a secret."""
    assigned = _ASSIGNED.match(line)
    if twice:
        return Said(
            "It stands in line {first} and again in line {again}: put the two together.",
            first=str(twice[0]),
            again=str(twice[1]),
        )
    if assigned and any(quote in assigned["value"] for quote in _CURLED):
        return Said(
            "Use straight quotes, which a plain text editor writes: {line}", line=f'{assigned["key"]} = "..."'
        )
    if assigned and (days := written_days(assigned["value"])):
        return day_hint(assigned["key"], days)
    hints = (hint for pattern, hint in _MESSAGES if re.search(pattern, message))
    return next(hints, Said("Compare the line with the file that `handover init` writes."))


def day_hint(key: str, days: tuple[dt.date, ...]) -> Said:
    """How to write a day that was given in another way; both ways, where it may be either of two days."""
    first, *others = (f"{key} = {day.isoformat()}" for day in days)
    if others:
        return Said("Write {line} or {other}, whichever day is meant.", line=first, other=others[0])
    return Said("Write: {line}", line=first)


def written_days(text: str) -> tuple[dt.date, ...]:
    """The day that a text names as people write it ("18.12.2026", "12/18/2026", "18 December 2026"); two,
    where day and month may be either way round; none, if it is no whole date."""
    text = text.strip().strip("\"'").strip()
    if match := _DAY.fullmatch(text):
        first, middle, last = match[1], match[2].lower(), match[3]
    elif match := _MONTH_FIRST.fullmatch(text):
        first, middle, last = match[2], match[1].lower(), match[3]
    else:
        return ()
    if not middle.isdigit():
        month = _months().get(middle)
        tries = [(last, month, first), (first, month, last)] if month else []
    elif len(first) == 4:
        tries = [(first, int(middle), last)]
    else:
        tries = [(last, int(middle), first), (last, int(first), middle)]
        tries = tries[:1] if "." in match[0] else tries
    days = [day for year, month, day_of in tries if (day := _day(int(year), int(month or 0), int(day_of)))]
    return tuple(dict.fromkeys(days))


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year + 2000 if 20 <= year < 100 else year, month, day) if year >= 20 else None
    except ValueError:
        return None


@cache
def _months() -> Mapping[str, int]:
    return {name: number for known in all_languages() for name, number in known.months.items()}


def stands_twice(text: str, at: int, lines: Mapping[Key, int]) -> tuple[int, int] | None:
    """The lines of a key that line `at` (from 1) gives for the second time in its section, or of a section
    that it begins for the second time."""
    shown = text.splitlines()
    if 0 < at <= len(shown) and (begins := _SECTION.match(shown[at - 1])):
        name = begins[1].strip()
        first = lines.get((name,), at)
        return (first, at) if first < at and name not in SEVERAL else None
    match = _ASSIGNED.match(shown[at - 1]) if 0 < at <= len(shown) else None
    earlier = [line for key, line in lines.items() if match and key[-1] == match["key"] and line < at]
    section = max((n for n, line in enumerate(shown[:at], 1) if line.lstrip().startswith("[")), default=0)
    return (max(earlier), at) if earlier and max(earlier) > section else None
