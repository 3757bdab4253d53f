"""Names of months and weekdays in many languages, by babel."""

from functools import cache

from babel.dates import get_day_names, get_month_names

LOCALES = [
    "en",
    "de",
    "fr",
    "es",
    "it",
    "pt",
    "nl",
    "pl",
    "sv",
    "da",
    "nb",
    "fi",
    "cs",
    "ro",
    "hu",
    "tr",
    "el",
    "ru",
    "uk",
    "id",
    "vi",
]


@cache
def _months() -> dict[str, int]:
    """Names of months; one that means two months in two languages is left out."""
    found: dict[str, set[int]] = {}
    for locale in LOCALES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, locale).items():
                    word = name.casefold().rstrip(".").split()[-1]
                    if not word.isdigit():
                        found.setdefault(word, set()).add(number)
    found["sept"] = {9}
    return {name: min(numbers) for name, numbers in found.items() if len(numbers) == 1}


@cache
def _weekdays() -> dict[str, int]:
    found: dict[str, set[int]] = {}
    for locale in LOCALES:
        for width in ("wide", "abbreviated"):
            for number, name in get_day_names(width, "format", locale).items():
                found.setdefault(name.casefold().rstrip("."), set()).add(number)
    for english, number in {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}.items():
        found[english] = {number}
    return {name: min(numbers) for name, numbers in found.items() if len(numbers) == 1}


def weekday_of(word: str) -> int | None:
    """0 for Monday in any language known, else None."""
    return _weekdays().get(word.strip().casefold().rstrip(".,")) if len(word) < 20 else None


def month_of(word: str) -> int | None:
    """1 for January in any language known, else None."""
    return _months().get(word.strip().casefold().rstrip(".,")) if len(word) < 20 else None
