"""What ties a text to a time in each language, ready to be found in a text word by word."""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal, get_args

from babel import Locale, UnknownLocaleError

from handover import languages
from handover.check.patterns import Slot, Spelled, Words, classes_of, spelled
from handover.check.phrase_index import Index, Match
from handover.languages import TimeWords
from handover.later import dataclass, pattern

# See `languages.TimeWords`.
Listed = Literal["near", "new", "news", "event", "occasion", "call", "ends", "keep", "doubt", "guide"]
Rule = Literal[Listed, "season", "weekday"]

_LISTS: tuple[Listed, ...] = get_args(Listed)
_SILENT: frozenset[Rule] = frozenset(("keep", "call", "guide"))
_FEASTS_FROM = 5  # letters that a feast's name of one word needs to be one in every language
_YEAR_ROUND = frozenset(("spring", "summer", "autumn", "winter"))
WORD = pattern(r"[^\W_]+")
# The same for ASCII in one pass: a capital becomes small, what belongs to no word becomes a space.
_APART = bytes(ord(chr(code).lower() if chr(code).isalnum() else " ") for code in range(128)) + bytes(128)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """What ties a text of one language to a time."""

    tying: Index
    silent: Index  # what ties nothing by itself
    is_known: bool  # whether there are words of time at all
    months: dict[str, int]  # names: 1 to 12
    short_months: dict[str, int]  # a month only beside a day or a year
    months_too: dict[str, frozenset[str]]  # in lower case: as it must be written to be a month
    month_before: frozenset[str]
    each: frozenset[str]  # before a month: every such month
    since: frozenset[Words]
    hints: frozenset[str]  # words of whoever tells of himself
    telling: frozenset[str]  # the same, in a text without a word to any reader
    general: frozenset[str]  # words to any reader

    def matches(
        self, words: Words, kinds: frozenset[str], *, all_phrases: bool = False, numbers: bool = True
    ) -> dict[int, list[Match]]:
        """The phrases of a text, by where they begin, a month among them; none where none ties it to a time,
        but for `all_phrases`.

        `words` are its `words_of`, `kinds` these, each once; `numbers`: whether any may be one.
        """
        found = self.tying.matches(words, kinds, numbers=numbers)
        if found or all_phrases:
            for at, more in self.silent.matches(words, kinds, numbers=numbers).items():
                found.setdefault(at, []).extend(more)
        return found


def words_of(text: str) -> Words:
    """The words of a text in lower case, letters and figures only: as many as `WORD` finds in it."""
    if text.isascii():
        return tuple(text.encode().translate(_APART).decode().split())
    return tuple(WORD.findall(text.replace("İ", "i").lower()))  # its small letter would part a word in two


@lru_cache(maxsize=64)
def lexicon(language: str) -> Lexicon:
    """The words of a language ("de", "pt-BR"); months and weekdays alone where no more is known.

    The strong words of every language are in each: a German blog says "Joyeux Noël" as well.
    """
    known = languages.language(language)
    time = known.time
    months, short, weekdays = _calendar(language)
    names = frozenset({*months, *known.months, *short})
    phrases = [*enumerate((*_phrases(time, months, weekdays), *_everywhere()))]
    tying = Index((its for its in phrases if its[1].rule not in _SILENT), also=names)
    return Lexicon(
        tying=tying,
        silent=Index(its for its in phrases if its[1].rule in _SILENT),
        is_known=bool(time.near),
        months=months,
        short_months={**{word: n for word, n in known.months.items() if word not in months}, **short},
        months_too={
            name.lower(): frozenset(n for n in WORD.findall(time.months_too) if n.lower() == name.lower())
            for name in WORD.findall(time.months_too)
        },
        month_before=frozenset(words[-1] for words in _listed(time.month_before)),
        each=frozenset(words[-1] for words in _listed(time.each)),
        since=frozenset(_listed(time.since)),
        hints=frozenset(words_of(time.hint)),
        telling=frozenset(words_of(time.telling)),
        general=frozenset(words_of(time.general)),
    )


@cache
def _everywhere() -> tuple[Spelled, ...]:
    """What counts in a text of any language: each one's strong words, and its feasts."""
    found: list[Spelled] = []
    for known in languages.all_languages():
        time = known.time
        here = set(_listed(time.only_here))
        found += spelled(time.anywhere, "near", "", {})
        feasts = ((key, text) for key, text in time.seasons.items() if key not in _YEAR_ROUND)
        for season, text in feasts:
            names = [part for part in text.split(",") if _is_telling(part, here)]
            found += spelled(",".join(names), "season", season, {})
    return tuple(found)


def _is_telling(name: str, only_here: set[Words]) -> bool:
    words = words_of(name)
    return words not in only_here and len("".join(words)) >= _FEASTS_FROM and not set("*{#.[/^") & set(name)


def _phrases(time: TimeWords, months: dict[str, int], weekdays: set[Words]) -> Iterator[Spelled]:
    """All phrases of a language, its weekdays among them."""
    classes = classes_of(time.classes)
    classes["weekday"] = Slot(frozenset(words[0] for words in weekdays if len(words) == 1))
    classes["month"] = Slot(frozenset(months))
    for rule in _LISTS:
        yield from spelled(getattr(time, rule), rule, "", classes)
    for season, text in time.seasons.items():
        yield from spelled(text, "season", season, classes)
    for season, text in time.stems.items():
        stems = ",".join(f"{stem.strip()}*" for stem in text.split(","))
        yield from spelled(stems, "season", season, classes)
    for words in weekdays:
        name = " ".join(words)
        yield from spelled(name, "weekday", "", classes)
        for before in time.weekday_keep.split(","):
            if before.strip():
                yield from spelled(f"{before} {name}", "keep", "", classes)


def _listed(text: str) -> list[Words]:
    return [words for part in text.split(",") if (words := words_of(part))]


def _calendar(language: str) -> tuple[dict[str, int], dict[str, int], set[Words]]:
    """Months, their short names and weekdays as the CLDR writes them, in a sentence and alone."""
    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError, TypeError):
        locale = Locale("en")
    months: dict[str, int] = {}
    short: dict[str, int] = {}
    for form in ("format", "stand-alone"):
        for width, names in (("wide", months), ("abbreviated", short)):
            for number, name in locale.months[form][width].items():
                if len(name) > 2 and words_of(name):
                    names[words_of(name)[0]] = number
    days = (
        words_of(name) for form in ("format", "stand-alone") for name in locale.days[form]["wide"].values()
    )
    return months, {name: n for name, n in short.items() if name not in months}, {*filter(None, days)}


@cache
def months_everywhere() -> frozenset[str]:
    """The full names of months in every language whose words of time are known, in lower case."""
    known = [its for its in languages.all_languages() if its.time.near]
    return frozenset(
        name for its in known for name in its.months if len(name) > 3 or name in ("may", "mai", "mei", "maj")
    )
