"""Headings of weeks that name a day: "w/c 07/09/2026", "Woche ab 7. September 2026"."""

import re
from functools import lru_cache

from handover.later import pattern
from handover.read.updates.tables.rows.cell_words import folded
from handover.read.updates.tables.when.dates import Date, read_date

LONGEST = 60
WEEK = pattern(
    r"\b(?:kw|week|wk|woche|kalenderwoche|cw|semaine|semana|settimana|vecka|uke|uge|viikko|tydzien|tyden)"
    r"\s*[-#:.]?\s*(\d{1,2})\b",
    re.IGNORECASE,
)
_WEEK_OF = pattern(
    r"(?:w\s*/\s*[cb]|wc|week\s+(?:commencing|beginning|starting|of|from)|woche\s+(?:ab|vom|von)"
    r"|semaine\s+d[ue]|semana\s+d(?:el|e|o)|settimana\s+de(?:l|ll)|week\s+van(?:af)?|uke\s+fra|uge\s+fra"
    r"|vecka\s+fran|tydzien\s+od)\b[\s:.,-]*(?:the\b|au\b|den\b|dem\b|l\W)?\s*",
)


@lru_cache(maxsize=1_000)
def first_of_week(heading: str) -> Date | None:
    """The day a heading says its week begins with; None where it says none."""
    if len(heading) > LONGEST or not (found := _WEEK_OF.match(told := folded(heading.strip()))):
        return None
    return read_date(told[found.end() :].strip())


def is_week(heading: str) -> bool:
    """Whether a heading names one week: by its first day, or by its number."""
    return first_of_week(heading) is not None or (len(heading) <= LONGEST and WEEK.match(heading) is not None)
