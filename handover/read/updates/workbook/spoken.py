"""What our workbooks call their sheets, columns and words, in every language there is a catalogue for.

A workbook remembers its own names on its hidden sheet. One that has lost that sheet is known by these.
They come out of the catalogues that the writers use, so a language added there is read here; what earlier
versions wrote and this one writes no more stands in `RETIRED`.
"""

import gettext
import re
from collections.abc import Iterator, Mapping
from functools import cache

from handover.columns import EXAMPLES, FIGURES, POSTED_IN, SHEETS, WORDS
from handover.languages import translated
from handover.languages.looked_up import LookedUp
from handover.later import dataclass

# Column -> other headers it may have: in the empty sheet, and out of earlier versions, in any language.
ALSO: Mapping[str, str] = {"posted_at": "Posted"}
RETIRED: Mapping[str, str] = {}
# Headings that no sheet but the first has: it has no columns to be known by.
START_HEADINGS = ("What is in it", "Updates each post needs")


@dataclass(frozen=True, slots=True)
class Spoken:
    """The names in one language, all folded."""

    columns: Mapping[str, Mapping[str, str]]  # sheet -> header -> column
    posted_in: re.Pattern[str]  # the header of times in a zone that it names
    tabs: Mapping[str, str]  # name on the tab -> sheet
    start: frozenset[str]  # headings of the first sheet


def fold(text: str) -> str:
    """A name or title for comparing: case and space aside."""
    return " ".join(text.casefold().split())


@cache
def spoken() -> tuple[Spoken, ...]:
    """The names in each language, English first."""
    return tuple(map(_names, catalogues()))


@cache
def all_words() -> Mapping[str, Mapping[str, str]]:
    """Group -> word in any language, folded -> key."""
    found: dict[str, dict[str, str]] = {group: {} for group in WORDS}
    for catalogue in catalogues():
        for group, names in WORDS.items():
            for key, name in names.items():
                found[group].setdefault(fold(catalogue.gettext(name)), key)
    return found


@cache
def all_figures() -> Mapping[str, str]:
    """A figure's name in any language, folded -> what we call it."""
    found: dict[str, str] = {}
    for catalogue in catalogues():  # English first: it wins where two languages have one word
        for name, message in FIGURES.items():
            found.setdefault(fold(catalogue.gettext(message)), name)
    return found


@cache
def examples() -> frozenset[str]:
    """The texts of the examples in the empty sheet, in every language."""
    return frozenset(catalogue.gettext(text) for catalogue in catalogues() for text in EXAMPLES)


@cache
def catalogues() -> tuple[gettext.NullTranslations, ...]:
    """Every catalogue there is, English, which has none, first."""
    return (gettext.NullTranslations(), *_translations())


def _translations() -> Iterator[gettext.NullTranslations]:
    for source in translated().values():
        if (path := source.with_suffix(".mo")).is_file():
            yield LookedUp(path)


def _names(catalogue: gettext.NullTranslations) -> Spoken:
    columns: dict[str, dict[str, str]] = {}
    for sheet in SHEETS:
        names = [(column.key, catalogue.gettext(column.title)) for column in sheet.columns]
        keys = {key for key, _ in names}
        names += [(key, catalogue.gettext(name)) for key, name in ALSO.items() if key in keys]
        names += [(key, name) for key, told in RETIRED.items() if key in keys for name in told.split(" | ")]
        columns[sheet.key] = {fold(name): key for key, name in names}
    before, _, after = fold(catalogue.gettext(POSTED_IN)).partition("{zone}")
    return Spoken(
        columns=columns,
        posted_in=re.compile(f"{re.escape(before)}.+{re.escape(after)}"),
        tabs={fold(catalogue.gettext(sheet.title)): sheet.key for sheet in SHEETS},
        start=frozenset(fold(catalogue.gettext(heading)) for heading in START_HEADINGS),
    )
