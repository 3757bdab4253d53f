"""Names of months and weekdays in all languages whose names are known (handover/languages).

They are those of CLDR, wide and abbreviated, with what people write besides, and stand there as data because
loading CLDR's takes longer than reading a thousand rows. Golden dates of each language hold them;
`python -m tests.compare_names` shows what the CLDR of the babel that is installed spells otherwise. A word
that means two months or days in two languages is left out.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache

from handover.languages import all_languages
from handover.later import pattern

LONGEST = 20  # letters of a name
_WORD = pattern(r"[^\W\d_]+(?:-[^\W\d_]+)?")


@cache
def months() -> Mapping[str, int]:
    """Names of months, as `_bare` leaves a word: 1 for January."""
    return _with_plain(_sure(known.months for known in all_languages()))


@cache
def weekdays() -> Mapping[str, int]:
    """Names of weekdays: 0 for Monday."""
    return _with_plain(_sure(known.weekdays for known in all_languages()))


@cache
def _some_day() -> frozenset[str]:
    """Names of a day that say which only where the language is known: German Sunday, Czech Saturday."""
    return frozenset().union(*(known.some_day for known in all_languages()))


def _sure(tables: Iterable[Mapping[str, int]]) -> dict[str, int]:
    """The names that mean one number in all languages."""
    found: dict[str, set[int]] = {}
    for table in tables:
        for name, number in table.items():
            found.setdefault(name, set()).add(number)
    return {name: min(numbers) for name, numbers in found.items() if len(numbers) == 1}


def _with_plain(table: dict[str, int]) -> dict[str, int]:
    """The names and their forms without accents ("miercoles"), where these mean one number only."""
    plain: dict[str, set[int]] = {}
    for name, number in table.items():
        plain.setdefault(_plain(name), set()).add(number)
    return {name: min(numbers) for name, numbers in plain.items() if len(numbers) == 1} | table


def _plain(word: str) -> str:
    """Without accents, and with one i: Turkish capitals have no other."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c)).replace(
        "ı", "i"
    )


def _bare(word: str) -> str:
    """The word as the tables write it: without case and points, with the apostrophe that is a letter."""
    return word.strip().casefold().rstrip(".,").replace("'", "ʼ").replace("’", "ʼ")


def weekday_of(word: str) -> int | None:
    """0 for Monday in any language known, else None."""
    return _number(word, weekdays())


def month_of(word: str) -> int | None:
    """1 for January in any language known, else None."""
    return _number(word, months())


def is_weekday(word: str) -> bool:
    """Whether a word names a day of the week, also one that means two days in two languages."""
    return weekday_of(word) is not None or _bare(word) in _some_day()


def weekday_in(text: str) -> int | None:
    """The day of the week a text names beside other things ("Mon Dec 30"); None for none, or for two."""
    words = [word for word in _WORD.findall(text) if month_of(word) is None]
    found = {day for word in words if (day := weekday_of(word)) is not None}
    return found.pop() if len(found) == 1 else None


def _number(word: str, table: Mapping[str, int]) -> int | None:
    if len(word) >= LONGEST:
        return None
    bare = _bare(word)
    found = table.get(bare)
    return table.get(_plain(bare)) if found is None and not bare.isascii() else found
