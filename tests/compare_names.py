"""What the CLDR of the installed babel spells otherwise than our table of months and weekdays.

`python -m tests.compare_names` prints it, for a person to decide; no test, for it changes with each release.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version
from typing import Literal

from babel.dates import get_day_names, get_month_names

from handover.languages import all_languages
from handover.read.updates.tables.when.month_names import month_of, weekday_of

WIDTHS: tuple[Literal["wide", "abbreviated"], ...] = ("wide", "abbreviated")
Named = tuple[str, int]


def months() -> Iterator[Named]:
    for locale in (known.tag for known in all_languages() if known.weekdays):
        for width in WIDTHS:
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, locale).items():
                    word = name.casefold().rstrip(".").split()[-1]
                    if not word[0].isdigit():  # no "1", nor "1月": babel mixes languages up after Japanese
                        yield word, number


def weekdays() -> Iterator[Named]:
    for locale in (known.tag for known in all_languages() if known.weekdays):
        for width in WIDTHS:
            for number, name in get_day_names(width, "format", locale).items():
                yield name.casefold().rstrip("."), number


def sure(named: Iterable[Named]) -> set[Named]:
    """The names that mean one number in all languages."""
    found: dict[str, set[int]] = {}
    for name, number in named:
        found.setdefault(name, set()).add(number)
    return {(name, min(numbers)) for name, numbers in found.items() if len(numbers) == 1}


def difference(
    what: str, tables: Iterable[Mapping[str, int]], told: set[Named], known: set[Named]
) -> Iterator[str]:
    """A line for each name that CLDR has and we do not read, and for each it no longer has."""
    ours = {named for table in tables for named in table.items()}
    for name, number in sorted(told - known, key=lambda named: named[1]):
        yield f"{what} {number}: {name!r} is new"
    for name, number in sorted(ours - told, key=lambda named: named[1]):
        yield f"{what} {number}: {name!r} is not there any more (it stays: people write it)"


def main() -> None:
    told, days = sure(months()), sure(weekdays())
    read = {named for named in told if month_of(named[0]) == named[1]}
    read_days = {named for named in days if weekday_of(named[0]) == named[1]}
    lines = [
        *difference("month", (known.months for known in all_languages()), told, read),
        *difference("weekday", (known.weekdays for known in all_languages()), days, read_days),
    ]
    sys.stdout.write(f"babel {version('babel')}: {len(lines)} names differ\n")
    sys.stdout.writelines(f"  {line}\n" for line in lines)


if __name__ == "__main__":
    main()
