"""What the value of an option may be, said once for Python, the command line and `handover.toml`."""

import datetime as dt
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from handover.later import dataclass
from handover.model import Details, Joined, Said
from handover.networks import NETWORKS, network_named
from handover.options.tongues import language_tag
from handover.options.zones import ZONES_ARE, closest_zone, zone_of

# What a map may say of an update; `handover.read` knows a column for each.
FIELDS = (
    "text",
    "posted_at",
    "date",
    "time",
    "network",
    "account",
    "permalink",
    "link",
    "links",
    "media",
    "state",
    "status",
    "kind",
    "post",
    "labels",
)
YEARS = (1900, 2199)  # a day of a handover lies in one of these, or its year is a slip
LONGEST = 60  # signs of a value that is shown in an error


class UnfitError(ValueError):
    """A value that will not do: what it should be, and what to write instead."""

    def __init__(self, wanted: str, value: Any, *, sample: Any = None, hint: str = "") -> None:
        super().__init__(wanted)
        self.wanted = wanted
        self.value = value
        self.sample = sample
        self._hint = hint

    def problem(self, name: str, write: Callable[[Any], str] = repr) -> Said:
        """ "minimum should be a whole number, not '3'.": `name` is what the option is called."""
        shown = write(self.value)
        return Said(
            "{name} should be {wanted}, not {value}.",
            name=name,
            wanted=self.wanted,
            value=shown if len(shown) <= LONGEST else shown[: LONGEST - 3] + "...",
        )

    def hint(self, said: str, write: Callable[[Any], str] = repr) -> str:
        """The next step. `said` is how the option is set: "minimum = ", "--minimum "."""
        return self._hint or Said("Write: {line}", line=f"{said}{write(self.sample)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A sort of values. `take` gives the value as a build uses it, or raises UnfitError."""

    take: Callable[[Any], Any]
    of_text: Callable[[str], Any] = str  # what the command line says, for `take`
    is_path: bool = False
    is_switch: bool = False


def closest(name: str, known: Iterable[str]) -> str:
    """The nearest right name, or ""."""
    return next(iter(get_close_matches(name.lower().replace("-", "_"), known, n=1)), "")


def _meant(near: str) -> str:
    return Said('Did you mean "{name}"?', name=near) if near else ""


def in_toml(value: Any) -> str:
    """A value as `handover.toml` has it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(in_toml, value))}]"
    if isinstance(value, Mapping):
        pairs = (f"{_key_in_toml(str(name))} = {in_toml(inner)}" for name, inner in value.items())
        return f"{{ {', '.join(pairs)} }}"
    return f'"{value}"' if isinstance(value, str) else repr(value)


def _key_in_toml(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else f'"{name}"'


def _whole(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise UnfitError(Said("a whole number"), value, sample=3)
    if value < 0:
        raise UnfitError(Said("0 or more"), value, sample=3)
    return value


def _whole_of_text(text: str) -> Any:
    return int(text) if re.fullmatch(r"\s*[+-]?\d{1,9}\s*", text, re.ASCII) else text


def _switch(value: Any) -> bool:
    if not isinstance(value, bool):
        raise UnfitError(Said("true or false"), value, sample=True)
    return value


def _path(value: Any) -> Any:
    if not isinstance(value, str | os.PathLike) or not str(value).strip():
        raise UnfitError(Said("a path"), value, sample="out")
    return value


def _word_file(value: Any) -> Any:
    if not isinstance(value, str | os.PathLike) or not str(value).lower().strip().endswith(".docx"):
        raise UnfitError(Said("a Word file"), value, sample="template.docx")
    return value


def _language(value: Any) -> str:
    if not isinstance(value, str):
        raise UnfitError(Said("text"), value, sample="de")
    if not (tag := language_tag(value)):
        raise UnfitError(
            Said("the tag of a language"), value, hint=Said('Write the tag, such as "de" or "pt-BR".')
        )
    return tag


def _zone(value: Any) -> str:
    if not isinstance(value, str | dt.tzinfo):
        raise UnfitError(Said("text"), value, sample="Europe/Vienna")
    zone = zone_of(value)
    if (name := "UTC" if zone is dt.UTC else getattr(zone, "key", None)) is None:
        near = closest_zone(value) if isinstance(value, str) else ""
        raise UnfitError(Said("a time zone"), value, hint=Joined(_meant(near), ZONES_ARE))
    return str(name)


def _address(value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"(?i:https?://)\S+|[^\s:/]+\.\S+", value.strip()):
        raise UnfitError(Said("a web address"), value, sample="https://blog.example")
    return value.strip()


def _texts(value: Any, form: Said, sample: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The names and texts of a section; `form` is how each is written on the command line."""
    if not isinstance(value, Mapping):
        raise UnfitError(form if isinstance(value, str) else Said("a section"), value, sample=sample)
    for name, text in value.items():
        if not isinstance(name, str) or not isinstance(text, str):
            raise UnfitError(Said("text"), text if isinstance(name, str) else name, sample=sample)
        yield name, text


def _columns(value: Any) -> dict[str, str]:
    found = {}
    for field, column in _texts(value, Said("field=column"), {"text": "Caption"}):
        name = field.strip().casefold()
        if name not in FIELDS:
            may = Said("A map may name: {names}.", names=", ".join(FIELDS))
            hint = Joined(_meant(closest(name, FIELDS)), may)
            raise UnfitError(Said("a map of an update's fields"), field, hint=hint)
        found[name] = column.strip()
    return found


def _networks(value: Any) -> dict[str, str]:
    sample = {"updates.xlsx": "instagram"}
    found = {}
    for file, network in _texts(value, Said("file=network"), sample):
        if not file.strip():
            raise UnfitError(Said("text"), network, sample=sample)
        key = network_named(network)
        if key in (None, "other"):
            near = closest_network(network)
            known = Said("The networks are: {names}.", names=", ".join(n for n in NETWORKS if n != "other"))
            raise UnfitError(Said("the name of a network"), network, hint=Joined(_meant(near), known))
        found[file.strip()] = str(key)
    return found


def closest_network(word: str) -> str:
    """The key of the network whose name is spelled most like a word, or ""."""
    names = {name: key for key, row in NETWORKS.items() for name in (key, row.label.casefold(), *row.names)}
    near = get_close_matches(word.strip().casefold(), [name for name in names if len(name) > 2], n=1)
    return names[near[0]] if near and names[near[0]] != "other" else ""


def _pairs_of_text(text: str) -> Any:
    """`text=Caption,posted_at="Go live, UK"` as a mapping; what is none as it is."""
    pair = r"""\s*("[^"]+"|[^=,"]+?)\s*=\s*("[^"]+"|'[^']+'|[^,"'][^,]*)\s*"""
    if not re.fullmatch(rf"{pair}(?:,{pair})*,?", text):
        return text
    found = re.findall(rf"{pair}(?:,|$)", text)
    return {name.strip('"'): value.strip().strip("\"'") for name, value in found}


def is_day(value: dt.date) -> bool:
    """Whether a date can be meant; from others no plan can be counted, forth or back."""
    return YEARS[0] <= value.year <= YEARS[1]


DAYS_ARE = Said("a date from {first} to {last}", first=str(YEARS[0]), last=str(YEARS[1]))


def _day(value: Any) -> dt.date:
    if not isinstance(value, dt.date) or not is_day(value):
        wanted = DAYS_ARE if isinstance(value, dt.date) else Said("a date")
        raise UnfitError(wanted, value, sample=dt.date(2026, 12, 31))
    return value.date() if isinstance(value, dt.datetime) else value


def _callable(value: Any) -> Any:
    if not callable(value):
        raise UnfitError(Said("callable"), value, hint=Said("Give a function of stage, done and total."))
    return value


def _details(value: Any) -> Any:
    if not isinstance(value, str | os.PathLike | Mapping | Details):
        raise UnfitError(Said("a path, a mapping or Details"), value, sample="handover.toml")
    return value


def words_of(message: str, *known: str) -> Kind:
    """A list of words out of `known`, which `message` lists; a text is taken apart at commas and spaces."""
    these = Said(message, names=", ".join(known))

    def take(value: Any) -> tuple[str, ...]:
        found = of_text(value) if isinstance(value, str) else value
        if not isinstance(found, list | tuple | set | frozenset | dict):
            raise UnfitError(Said("a list"), value, sample=list(known[:2]))
        for word in found:
            if word not in known:
                near = closest(word, known) if isinstance(word, str) else ""
                raise UnfitError(Said("known names"), word, hint=Joined(_meant(near), these))
        if not found:
            raise UnfitError(Said("at least one"), value, hint=these)
        return tuple(found)

    def of_text(text: str) -> tuple[str, ...]:
        return tuple(text.replace(",", " ").split())

    return Kind(take=take, of_text=of_text)


def one_of(message: str, *known: str) -> Kind:
    """One word out of `known`, which `message` lists."""
    these = Said(message, names=", ".join(known))

    def take(value: Any) -> str:
        word = value.strip().lower() if isinstance(value, str) else value
        if word not in known:
            near = closest(word, known) if isinstance(word, str) else ""
            raise UnfitError(Said("known names"), value, hint=Joined(_meant(near), these))
        return str(word)

    return Kind(take=take)


WHOLE = Kind(take=_whole, of_text=_whole_of_text)
SWITCH = Kind(take=_switch, is_switch=True)
PATH = Kind(take=_path, is_path=True)
WORD_FILE = Kind(take=_word_file, is_path=True)
LANGUAGE = Kind(take=_language)
ZONE = Kind(take=_zone)
ADDRESS = Kind(take=_address)
COLUMNS = Kind(take=_columns, of_text=_pairs_of_text)
NETWORKS_OF_FILES = Kind(take=_networks, of_text=_pairs_of_text)
DAY = Kind(take=_day)
CALLABLE = Kind(take=_callable)
ANY_DETAILS = Kind(take=_details)
