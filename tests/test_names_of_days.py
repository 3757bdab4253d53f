"""The literal names of months and weekdays are babel's."""

from collections.abc import Iterable
from typing import Literal

from babel.dates import get_day_names, get_month_names

from handover.read.updates.tables.names import LOCALES, MONTHS, WEEKDAYS, month_of, weekday_of
from handover.read.updates.tables.words import listed

WIDTHS: tuple[Literal["wide", "abbreviated"], ...] = ("wide", "abbreviated")


def sure(named: Iterable[tuple[str, int]]) -> dict[int, set[str]]:
    """The names that mean one number in all languages, by that number."""
    found: dict[str, set[int]] = {}
    for name, number in named:
        found.setdefault(name, set()).add(number)
    names: dict[int, set[str]] = {}
    for name, numbers in found.items():
        if len(numbers) == 1:
            names.setdefault(min(numbers), set()).add(name)
    return names


def months() -> Iterable[tuple[str, int]]:
    for locale in LOCALES:
        for width in WIDTHS:
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, locale).items():
                    word = name.casefold().rstrip(".").split()[-1]
                    if not word[0].isdigit():  # no "1", nor "1月": babel mixes languages up after Japanese
                        yield word, number


def weekdays() -> Iterable[tuple[str, int]]:
    for locale in LOCALES:
        for width in WIDTHS:
            for number, name in get_day_names(width, "format", locale).items():
                yield name.casefold().rstrip("."), number


def share(literal: dict[int, str], told: dict[int, set[str]]) -> float:
    """How many of all names stand in both, for the same number."""
    ours = {(number, name) for number, names in literal.items() for name in listed(names)}
    theirs = {(number, name) for number, names in told.items() for name in names}
    return len(ours & theirs) / len(ours | theirs)


def test_the_months_are_babels() -> None:
    # Each release of babel spells a few names anew. Many of them are worth taking over into the table.
    assert share(MONTHS, sure(months())) > 0.97


def test_the_weekdays_are_babels() -> None:
    assert share(WEEKDAYS, sure(weekdays())) > 0.97


def test_a_word_of_two_meanings_is_no_name() -> None:
    # "lis" is July in one language and November in another; "mar" is March, and Tuesday in French.
    assert month_of("mars") == 3 and weekday_of("mar.") == 1
    assert weekday_of("s") is None
