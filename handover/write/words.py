"""The documents' language: texts by gettext catalogue, dates and numbers in the language's own form.

A writer takes `_ = words(language)` and writes `_("Thank you")`, `_.plural("{n} post", "{n} posts", n)`,
`_.date(day)`, so that every sentence a client reads can be found and translated. A text that is named in
a table and translated later is marked `N_("Thank you")` where it stands.
"""

import datetime as dt
import gettext
import io
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, cast

from babel import Locale, UnknownLocaleError
from babel.dates import DateTimePattern, format_skeleton, format_time, get_date_format
from babel.lists import format_list
from babel.numbers import format_decimal, get_decimal_symbol
from babel.support import Translations
from babel.units import format_unit

from handover.languages import familiar, translated
from handover.languages import language as language_of
from handover.later import pattern
from handover.model.said import N_, Blank, Joined, Quoted, Said, Unstopped
from handover.networks import NETWORKS

_FIRST = pattern(r"(?<!\d)1(?!\d)")  # the day of "1 mars 2011"
_SAID_AS_I = pattern(r"(?i)h?[ií](?!e)")  # before it the Spanish "y" is "e" (RAE, Ortografía 2010)
DateStyle = Literal["full", "long", "medium", "short"]


# The private part of a tag (BCP 47, 2.2.7) for texts that address their reader as a friend: "de-x-familiar".
FAMILIAR = "familiar"


class Words:
    """Texts, dates and numbers of one language."""

    def __init__(self, language: str) -> None:
        language, _private, form = language.replace("_", "-").partition("-x-")
        self.locale, catalogue = _locale(language)
        self._familiar = familiar(catalogue) if form == FAMILIAR else {}
        self.tag = str(self.locale).replace("_", "-")  # BCP 47: "pt-BR"
        self._catalogue = _catalogue(catalogue)
        self._dates: dict[str, DateTimePattern] = {}  # by style
        self._texts: dict[str, str] = {}  # of ours, by message: a reason is said of thousands of updates
        self._known = language_of(catalogue)
        self._signs = str.maketrans(dict(self._known.countries.get(self.locale.territory or "", {})))

    def __call__(self, message: str, **values: object) -> str:
        """The message in this language, its `{names}` filled in."""
        text = self._gettext(message) if message else ""
        return text.format(**values) if values else text

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        """The right plural form; `{n}` is the number in the language's own form."""
        text = self._ngettext(one, many, n)
        return text.format(n=self.number(n), **values)

    def said(self, text: str) -> str:
        """A sentence born in another stage, in this language; any other text as it is."""
        if not isinstance(text, Said):
            return text
        if isinstance(text, Joined):
            by: str = text.values["by"]
            return by.join(self._value(part) for part in text.values["parts"])
        if isinstance(text, Blank):
            return " " * _width(self.said(text.values["text"]))
        if isinstance(text, Unstopped):
            return self.said(text.values["sentence"]).rstrip(".。")
        if text.many:
            message = self._ngettext(text.message, text.many, text.values["n"])
        else:
            message = self._gettext(text.message)
        return (
            message.format_map({k: self._value(v) for k, v in text.values.items()})
            if text.values
            else message
        )

    def _gettext(self, message: str) -> str:
        """A text of ours as the country writes it; what is put into it stays as it is."""
        if message not in self._texts:
            text = self._familiar.get(message, "") or self._catalogue.gettext(message)
            assert isinstance(text, str), "one text for a message that has no plural"
            self._texts[message] = text.translate(self._signs)
        return self._texts[message]

    def _ngettext(self, one: str, many: str, n: int) -> str:
        text = self._catalogue.ngettext(one, many, n)
        if forms := self._familiar.get(one):
            text = forms[text != self._catalogue.ngettext(one, many, 1)]
        return text.translate(self._signs) if self._signs else text

    def _value(self, value: object) -> str:
        """What was put into a sentence, in this language's form."""
        if isinstance(value, Quoted):
            if not self._known.quotes:
                return repr(str(value))
            before, after = (quote.translate(self._signs) for quote in self._known.quotes)
            return f"{before}{value}{after}"
        if isinstance(value, str):
            return self.said(value)
        if isinstance(value, int | float):
            return self.number(value)
        if isinstance(value, dt.date):
            return self.date(value)
        if isinstance(value, tuple):
            return self.list(map(self._value, value))
        return str(value)

    def network(self, key: str) -> str:
        """What a network is called: by its own name, and "other" in this language."""
        if key == "other":
            return self("Other")
        return NETWORKS[key].label if key in NETWORKS else key

    def date(self, day: dt.date | dt.datetime, style: str = "long") -> str:
        """A date: "3 January 2024" (long), "3 Jan 2024" (medium), as the language and country write it."""
        if style not in self._dates:
            self._dates[style] = get_date_format(cast("DateStyle", style), self.locale)
        written = self._dates[style].apply(day, self.locale)
        if day.day == 1 and style != "short" and self._known.first_day:
            written = _FIRST.sub(self._known.first_day, written, count=1)
        return written

    def time(self, moment: dt.datetime) -> str:
        """Hours and minutes."""
        return format_time(moment, "short", locale=self.locale)

    def month(self, day: dt.date | dt.datetime) -> str:
        """ "January 2024"."""
        return format_skeleton("yMMMM", dt.datetime(day.year, day.month, 1), locale=self.locale)

    def heading(self, text: str) -> str:
        """A text that may begin small in a sentence, as a heading: "Novembre 2026"."""
        return text[:1].upper() + text[1:]

    def number(self, n: float) -> str:
        return format_decimal(n, locale=self.locale)

    def size(self, size: int) -> str:
        """The size of a file, of `size` bytes: "48 kB", "1.2 MB"."""
        unit, digits = (1000**2, 1) if size >= 1000**2 else (1000, 0)
        name = "digital-megabyte" if digits else "digital-kilobyte"
        shown = max(1, round(size / unit)) if size < unit * 10 and not digits else round(size / unit, digits)
        return format_unit(shown, name, length="short", locale=self.locale)

    @property
    def list_separator(self) -> str:
        """What parts the columns of a CSV file that the country's Excel opens by a double click.

        Windows takes a semicolon where the decimal sign is a comma; Switzerland and Liechtenstein, which
        write a point, have it too.
        """
        decimal = get_decimal_symbol(self.locale)
        as_usual = decimal == get_decimal_symbol(Locale(self._known.tag))
        if as_usual or self.locale.territory in ("CH", "LI"):
            return self._known.list_separator or ","
        return ";" if decimal == "," else ","

    def list(self, items: Iterable[str]) -> str:
        """ "a, b and c"."""
        parts = list(items)
        told = format_list(parts, locale=self.locale)
        if self.locale.language == "es" and len(parts) > 1 and _SAID_AS_I.match(parts[-1]):
            told = f"{told.removesuffix(f' y {parts[-1]}')} e {parts[-1]}"
        return told


@lru_cache(maxsize=16)
def words(language: str) -> Words:
    """The words of a language ("de", "pt-BR"); English where it is not known."""
    return Words(language)


def addressed(language: str, form: str) -> str:
    """The tag of a language in a form of address of the details; the same where the language has no other."""
    return f"{language}-x-{FAMILIAR}" if form == FAMILIAR else language


def languages() -> tuple[str, ...]:
    """BCP 47 tags of the languages there is a catalogue for, English first."""
    return ("en", *translated())


def spoken(language: str) -> bool:
    """Whether there are texts in a language; where not, the documents are in English."""
    wanted = language.replace("_", "-").split("-")[0].strip().lower()
    return wanted in {tag.split("-")[0] for tag in languages()}


def _width(text: str) -> int:
    """Columns of a terminal."""
    if text.isascii() and text.isprintable():
        return len(text)
    from rich.cells import cell_len  # only what is printed is lined up

    return cell_len(text)


def _catalogue(name: str) -> gettext.NullTranslations:
    """The compiled catalogue, or one compiled on the spot where a language is only a `.po` as yet."""
    if name == "en":
        return Translations()
    source = translated()[name.replace("_", "-")]
    if not source.with_suffix(".mo").is_file():
        # Only who translates has such a catalogue.
        from babel.messages.mofile import write_mo
        from babel.messages.pofile import read_po

        buffer = io.BytesIO()
        with source.open("rb") as file:
            write_mo(buffer, read_po(file, locale=name))
        buffer.seek(0)
        return Translations(buffer, "handover")
    with source.with_suffix(".mo").open("rb") as file:
        return Translations(file, "handover")


def _locale(language: str) -> tuple[Locale, str]:
    """The locale of a tag and the name of the catalogue for it, English where there is none.

    "de-AT" reads the catalogue "de" with Austria's dates; "pt" and "pt-PT" read the one there is, "pt_BR".
    """
    there = {tag.replace("-", "_") for tag in languages()}
    wanted = language.replace("-", "_").strip()
    for name in (wanted, wanted.split("_")[0]):
        try:
            locale = Locale.parse(name)
        except (UnknownLocaleError, ValueError):
            continue
        for catalogue in (str(locale), locale.language):
            if catalogue in there:
                return locale, catalogue
        if near := sorted(c for c in there if c.split("_")[0] == locale.language):
            return (locale if locale.territory else Locale.parse(near[0])), near[0]
    return Locale("en"), "en"


__all__ = ["N_", "Words", "languages", "spoken", "words"]
