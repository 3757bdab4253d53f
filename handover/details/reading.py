"""From a file or a mapping to `Details`."""

import dataclasses
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from platformdirs import user_config_path

from handover.details.places import Place, places
from handover.details.secrets import guard
from handover.details.shape import shape
from handover.errors import DetailsError
from handover.model import DETAILS_FILE, Details, Said
from handover.options import taken

# What `me.toml` may hold: the user, and defaults that are the same for every client.
OWN_SECTIONS = ("me", "content", "ask")

# What TOML's own messages mean to a person. First match wins.
_SYNTAX_HINTS = (
    (
        r"Unescaped '\\'|escape|hex value",
        Said("Write paths in single quotes: 'C:\\Users\\me\\updates.xlsx'."),
    ),
    (
        r"Cannot declare|Cannot overwrite|twice",
        Said("Write [[account]] with double brackets to list several."),
    ),
    (
        r"Invalid value",
        Said('Text stands in quotes: name = "Acme Tea". A date does not: last_day = 2026-12-31.'),
    ),
    (r"Expected '='", Said('A line reads: key = "value". Comments start with #.')),
    (r"Unterminated|Illegal character", Said('Close the quotes: name = "Acme Tea".')),
    (r"Unclosed|Expected ']'", Said("Close the bracket at the end of the list.")),
)


def own_file() -> Path:
    """Where `me.toml` lies: the user's configuration folder of this system."""
    return user_config_path("handover", appauthor=False) / "me.toml"


def read_details(
    source: Path | str | Mapping[str, Any] | Details | None, *, own: Path | None = None
) -> Details:
    """The details of one handover, checked.

    `source` is the path of a `handover.toml` (or of its folder), a mapping of the same shape, `Details`
    (taken as they are), or None. `own` is the file with what never changes, by default `own_file()`; it
    need not be there. A key of `source` wins over the same key of `own`; lists are taken whole.

    Paths inside a file are relative to it: `Details.base` is the folder of `source`; logo and template
    out of `own` come back absolute, an `out_dir` out of it is meant beside each client's file.

    Raises DetailsError (unknown key, wrong type, unreadable file), SecretError for what looks like a
    password or key, HandoverError for a `source` of another type.
    """
    taken("details", source)
    if isinstance(source, Details):
        guard(dataclasses.asdict(source), Place())
        return source
    own = own if own is not None else own_file()
    mine = _read_own(own) if own.is_file() else Details()
    if source is None or source == "":
        return mine
    if isinstance(source, Mapping):
        raw, place, base = dict(source), Place(), ""
    else:
        path = _file(Path(source).expanduser())
        raw, place = _read_toml(path)
        base = str(path.absolute().parent)
    guard(raw, place)
    return dataclasses.replace(shape(raw, place, defaults=mine), base=base)


def _read_own(path: Path) -> Details:
    raw, place = _read_toml(path)
    guard(raw, place)
    for section in raw:
        if section not in OWN_SECTIONS and section in Details.__dataclass_fields__:
            raise place.error(
                (section,),
                Said("{key} belongs to one client and has no place in {file}.", key=section, file=path.name),
                hint=Said(
                    "Move it to that client's {details}. {file} may hold: {sections}.",
                    details=DETAILS_FILE,
                    file=path.name,
                    sections=", ".join(f"[{name}]" for name in OWN_SECTIONS),
                ),
            )
    found = shape(raw, place, defaults=Details())
    folder = path.absolute().parent
    return dataclasses.replace(
        found,
        me=dataclasses.replace(found.me, logo=_absolute(found.me.logo, folder)),
        content=dataclasses.replace(found.content, template=_absolute(found.content.template, folder)),
    )


def _absolute(path: str, folder: Path) -> str:
    return str(folder / Path(path).expanduser()) if path else ""


def _file(path: Path) -> Path:
    path = path / DETAILS_FILE if path.is_dir() else path
    if not path.is_file():
        raise DetailsError(
            Said("There is no details file {path}.", path=str(path)),
            location=str(path),
            hint=Said("`handover init` writes one to fill in."),
        )
    return path


def _read_toml(path: Path) -> tuple[dict[str, Any], Place]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DetailsError(
            Said("{file} is not saved as UTF-8 text.", file=path.name),
            location=str(path),
            hint=Said("In your editor choose Save as and the encoding UTF-8."),
        ) from error
    except OSError as error:
        raise DetailsError(
            Said("{file} could not be read ({error}).", file=path.name, error=str(error.strerror or error)),
            location=str(path),
        ) from error
    try:
        return tomllib.loads(text.replace("\r\n", "\n")), Place(name=path.name, path=path, lines=places(text))
    except tomllib.TOMLDecodeError as error:
        # No cause: the parser's message may repeat a piece of the file, and so a secret.
        raise _syntax_error(str(error), path) from None


def _syntax_error(message: str, path: Path) -> DetailsError:
    where = re.search(r"line (\d+)", message)
    hints = (hint for pattern, hint in _SYNTAX_HINTS if re.search(pattern, message))
    what = re.sub(r"\s*\(at .*\)", "", message).rstrip(".")
    what = f"{what[:1].lower()}{what[1:]}"
    return DetailsError(
        Said("{file} cannot be read in line {line}: {error}.", file=path.name, line=where[1], error=what)
        if where
        else Said("{file} cannot be read at its end: {error}.", file=path.name, error=what),
        location=f"{path}:{where[1]}" if where else str(path),
        hint=next(hints, Said("Compare the line with the file that `handover init` writes.")),
    )
