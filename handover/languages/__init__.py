"""What is known of each language, a folder each: its texts (`handover.po`) and its words (`words.toml`).

`language("de-AT")` gives it. A language that is read but not spoken has its words alone. To add one: begin
its texts (`python -m handover.languages.catalogues nl`), and write what is known of its words.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import field
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from handover.languages import plain_toml
from handover.later import dataclass

FOLDER = Path(__file__).parent

_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcements:
    """How people announce a post: regular expressions without case, accents and apostrophes, apart at `|`
    and at lines."""

    said: str = ""  # "new on our blog": that something was written or published
    within: str = ""  # the same in a script without spaces: anywhere in a text
    before: str = ""  # "soon on our blog": never stands beside a post that is there
    ahead: str = ""  # "stay tuned": there is no post yet, or a next one
    others: str = ""  # "I read about": announces nothing of one's own


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWords:
    """What ties an update to a time: phrases in lower case, apart at commas.

    They are matched word by word (an apostrophe or hyphen parts words: "today s world"); at each place the
    longest one wins. What may stand in a phrase besides words: check/patterns.py; {weekday} and {month} are
    the full names.
    """

    near: str = ""  # true for days only
    new: str = ""  # says that something has just come out
    news: str = ""  # tells what happened, or speaks to the people of its day: thanks, a job, a milestone
    event: str = ""  # takes place at a time of its own
    occasion: str = ""  # an event or only its subject ("how to plan a webinar"): an event beside a `call`
    call: str = ""  # asks people to come
    ends: str = ""  # an offer or a date that passes
    keep: str = ""  # looks tied to a time and is not
    doubt: str = ""  # may be tied to a time: a person must look
    hint: str = ""  # words of who tells of himself: only whoever wants to be careful must look
    telling: str = ""  # words of who tells what is or was with him and his: a person must look, ...
    general: str = ""  # ... but where one of these speaks to any reader on any day
    guide: str = ""  # how a post's title tells that it teaches
    unfit: str = ""  # how a short text begins that is a test or a placeholder
    note: str = ""  # before a colon: a note to oneself
    pointing: str = ""  # a text of nothing else only points at what it does not carry
    anywhere: str = ""  # of `near`: means this in a text of any language
    only_here: str = ""  # of `seasons`: means something else in another language
    classes: Mapping[str, str] = field(default_factory=dict)  # words for a slot of the phrases
    since: str = ""  # before a year: history, which stays true
    weekday_keep: str = ""  # before a weekday: any such day
    months_too: str = ""  # everyday words that are months' names too; a month only so written, ...
    month_before: str = ""  # a month alone is a date only after one of these (where there are any)
    each: str = ""  # ... and a season after one of these
    common: str = ""  # words that tell the language; none of one letter, which proves nothing
    seasons: Mapping[str, str] = field(default_factory=dict)  # a window of check/seasons.py -> its names
    stems: Mapping[str, str] = field(default_factory=dict)  # ... -> first parts of compound words


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessWords:
    """How people write down passwords and codes: phrases in lower case, apart at commas."""

    passwords: str = ""  # what stands beside one names a secret, whatever it looks like
    short: str = ""  # may mean other things ("pass", "key"): only beside what looks like a secret
    verbs: str = ""  # "the password IS", with what may stand between: now, still
    codes_for: str = ""  # what a code of digits opens: "alarm", the first part of "Türcode" too
    backup_codes: str = ""  # those that get past a second step
    logins: str = ""  # before a user's name and a password, apart at a slash or comma
    by: str = ""  # "sign in WITH"
    sign_in: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One language; what is not known of it is empty."""

    tag: str  # "de", "pt": without the country
    quotes: tuple[str, str] | None = None  # around what is quoted in a sentence; English has Python's own
    # Signs of its texts that a country (ISO 3166-1) writes otherwise: {"CH": {"ß": "ss"}}.
    countries: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    first_day: str = ""  # the first of a month in a date that is written out, where it is no plain 1
    list_separator: str = ""  # of its Excel, and so of the CSV files that Excel opens by a double click
    address: str = ""  # the word by which its texts address their reader
    abbreviations: frozenset[str] = frozenset()  # as written, without their full stop, which ends no sentence
    continue_reading: tuple[str, ...] = ()  # what a feed writes where it cut a text, in lower case
    leaning: tuple[str, ...] = ()  # begin a sentence that points back; "dies*": with any ending
    small_words: frozenset[str] = frozenset()  # articles, prepositions and the like, without accents
    months: Mapping[str, int] = field(default_factory=dict)  # as people write them, in lower case -> 1 to 12
    weekdays: Mapping[str, int] = field(default_factory=dict)  # ... -> 0 for Monday to 6
    some_day: frozenset[str] = frozenset()  # a weekday here, and another or none in other languages
    access: AccessWords = AccessWords()
    announcements: Announcements = Announcements()
    time: TimeWords = TimeWords()


def translated() -> dict[str, Path]:
    """The `.po` of each language that is spoken besides English, by its BCP 47 tag ("de", "pt-BR")."""
    found = sorted(FOLDER.glob("*/handover.po"))
    return {path.parent.name.replace("_", "-"): path for path in found}


@cache
def familiar(name: str) -> Mapping[str, str | list[str]]:
    """What a language says otherwise to a friend (`familiar.toml` of its folder, "de" or "pt_BR"): by the
    message, or by its singular two texts. Nothing where the language has one form of address."""
    path = FOLDER / name / "familiar.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


@lru_cache(maxsize=64)
def language(tag: str) -> Language:
    """What is known of a tag's language, whatever the country; nothing of one that is not here."""
    base = tag.replace("_", "-").split("-")[0].strip().lower()
    path = _files().get(base)
    return _read(base, path) if path else Language(tag=base)


@cache
def all_languages() -> tuple[Language, ...]:
    """All that are known, by their tags in order."""
    return tuple(language(tag) for tag in _files())


@cache
def small_words() -> frozenset[str]:
    """Words that name nothing, in any language, folded as texts are.

    A language of which they are not known loses nothing but pairs: a small word that differs counts like
    a name.
    """
    return frozenset().union(*(known.small_words for known in all_languages()))


@cache
def continue_reading() -> tuple[str, ...]:
    """What feeds write where they cut a text, in any language."""
    return tuple(words for known in all_languages() for words in known.continue_reading)


def leans(text: str) -> bool:
    """Whether a text begins by pointing back at what was said before, in any language: "This", "Aber"."""
    first = text[:1].lower()
    return leaning(first if first.isascii() else "").match(text) is not None


@cache
def leaning(first: str = "") -> re.Pattern[str]:
    """The beginnings that `leans` asks for; those that may begin with `first`, a small ASCII letter."""
    words = {word for known in all_languages() for word in known.leaning}
    if first:  # "ı" is an "i" where capitals are small letters, so what is not ASCII may be any
        words = {word for word in words if word[0].lower() == first or not word[0].isascii()}
    said = (re.escape(word).replace(r"\*", r"\w*") for word in sorted(words))
    return re.compile(rf"(?:{'|'.join(said)})\b" if words else r"(?!)", re.IGNORECASE)


@cache
def _files() -> dict[str, Path]:
    return {path.parent.name.split("_")[0]: path for path in sorted(FOLDER.glob("*/words.toml"))}


def _read(tag: str, path: Path) -> Language:
    """A `words.toml`; raises TypeError for a field that is no field.

    Its texts stand between single quotes: such a one is read at once, and not sign by sign (`plain_toml`).
    """
    table = plain_toml.loads(path.read_text(encoding="utf-8"))
    days = table.pop("weekdays", {})
    return Language(
        tag=tag,
        quotes=tuple(table.pop("quotes", ())) or None,
        abbreviations=frozenset(_listed(table.pop("abbreviations", ""))),
        continue_reading=_listed(table.pop("continue_reading", "")),
        leaning=_listed(table.pop("leaning", "")),
        small_words=frozenset(table.pop("small_words", "").split()),
        some_day=frozenset(_listed(days.pop("some", ""))),
        months=_numbered(table.pop("months", {}), _MONTHS, 1),
        weekdays=_numbered(days, _DAYS, 0),
        access=AccessWords(**table.pop("access", {})),
        announcements=Announcements(**table.pop("announcements", {})),
        time=TimeWords(**table.pop("time", {})),
        **table,
    )


def _listed(text: str) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in text.split(",")) if text else ()


def _numbered(names: Mapping[str, str], order: tuple[str, ...], first: int) -> dict[str, int]:
    return {word: order.index(key) + first for key, text in names.items() for word in _listed(text)}
