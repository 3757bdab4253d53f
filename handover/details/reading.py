"""From a file or a mapping to `Details`."""

import codecs
import dataclasses
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from platformdirs import user_config_path

from handover.details.places import Key, Place, places
from handover.details.secrets import guard
from handover.details.shape import check_days, shape
from handover.errors import DetailsError
from handover.model import DETAILS_FILE, Details, Said
from handover.model.paths import expanded
from handover.options import taken

# What `me.toml` may hold: the user, and defaults that are the same for every client.
OWN_SECTIONS = ("me", "content", "ask")

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


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
        check_days(source)
        return source
    own = own if own is not None else own_file()
    mine = _read_own(own) if own.is_file() else Details()
    if source is None or source == "":
        return mine
    if isinstance(source, Mapping):
        raw, place, base = dict(source), Place(), ""
    else:
        path = _file(expanded(source))
        raw, place, _ = read_toml(path)
        base = str(path.absolute().parent)
    guard(raw, place)
    return dataclasses.replace(shape(raw, place, defaults=mine), base=base)


def _read_own(path: Path) -> Details:
    raw, place, _ = read_toml(path)
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
    return str(folder / expanded(path)) if path else ""


def _file(path: Path) -> Path:
    path = path / DETAILS_FILE if path.is_dir() else path
    if not path.is_file():
        raise DetailsError(
            Said("There is no details file {path}.", path=str(path)),
            location=str(path),
            hint=_misnamed(path) or Said("`handover init` writes one to fill in."),
        )
    return path


def _misnamed(path: Path) -> Said | None:
    """What editors make of the name: "handover.toml.txt", where the system hides the ending."""
    for name in (f"{path.name}.txt", f"{path.stem}.txt", f"{path.name}.rtf", f"{path.stem}.rtf"):
        if path.with_name(name).is_file():
            return Said("There is {found}: give it the name {file}.", found=name, file=path.name)
    return None


def read_toml(path: Path) -> tuple[dict[str, Any], Place, str]:
    """What a file says, which line says it, and its text. Raises DetailsError."""
    text = _text(path)
    lines = places(text)
    try:
        said = tomllib.loads(text.replace("\r\n", "\n"))
        return said, Place(name=path.name, path=path, lines=lines), text
    except tomllib.TOMLDecodeError as error:
        # No cause: the parser's message may repeat a piece of the file, and so a secret.
        raise _syntax_error(str(error), path, text, lines) from None


def _text(path: Path) -> str:
    """The text of a file in UTF-8, or in UTF-16 as old editors of Windows save it."""
    try:
        data = path.read_bytes()
        if data.startswith((b"{\\rtf", b"PK\x03\x04")):
            raise DetailsError(
                Said("{file} is a document of a word processor, no plain text.", file=path.name),
                location=str(path),
                hint=Said(
                    "Save it as plain text (in TextEdit: Format > Make Plain Text), named {file}.",
                    file=path.name,
                ),
            )
        encoding = next((name for bom, name in _BOMS if data.startswith(bom)), "utf-8")
        return data.decode(encoding)
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
            hint=Said("Check that the file is there and not open in another program."),
        ) from error


def _syntax_error(message: str, path: Path, text: str, lines: Mapping[Key, int]) -> DetailsError:
    from handover.details.slips import hint_for, stands_twice  # most files have none

    where = re.search(r"line (\d+)", message)
    shown = text.rstrip().splitlines()
    at = int(where[1]) if where else len(shown) if "Cannot" in message else 0
    return DetailsError(
        Said("{file} cannot be read in line {line}.", file=path.name, line=str(at))
        if at
        else Said("{file} cannot be read at its end: a bracket or a quote is still open.", file=path.name),
        location=f"{path}:{at}" if at else str(path),
        hint=hint_for(message, shown[at - 1] if 0 < at <= len(shown) else "", stands_twice(text, at, lines)),
    )
