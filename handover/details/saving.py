"""Answers put into a `handover.toml`, its comments kept."""

import os
import re
import tempfile
import tomllib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.items import AbstractTable, AoT

from handover.details.example import example_in, not_written
from handover.details.places import Place, places
from handover.details.reading import read_toml
from handover.details.secrets import guard
from handover.details.shape import shape
from handover.model import DETAILS_FILE, Details
from handover.model.paths import expanded

# Section and key: ("client", "name"). The section "" is what stands above all others; the key "" all of a
# section that is written once for each, as a list of mappings: ("account", "").
Answer = tuple[str, str]


def save_details(folder: str | Path, answers: Mapping[Answer, Any], *, language: str = "") -> Path:
    """Put answers into the `handover.toml` of a folder and return its path; None takes a key away.

    All other lines stay as they are, comments included; a key that stands there commented out is opened in
    its place. Where there is no file yet, they are put into the example whose comments are in
    `language`; the language of the documents is an answer as any, and else the blog's own.
    What the file would say is checked before it is written, and it is replaced at once or not at all.

    Raises DetailsError and SecretError for an answer that will not do, and OutputError where the folder
    cannot be written; nothing is changed then.
    """
    path = expanded(folder) / DETAILS_FILE
    text = read_toml(path)[2] if path.is_file() else example_in(language).read_text("utf-8")
    text = filled_in(text, answers)
    raw = tomllib.loads(text.replace("\r\n", "\n"))
    place = Place(name=path.name, path=path, lines=places(text))
    guard(raw, place)
    shape(raw, place, defaults=Details())
    _replace(path, text)
    return path


def filled_in(text: str, answers: Mapping[Answer, Any]) -> str:
    """A TOML text with these answers in it."""
    for (section, key), value in answers.items():
        if value is not None and key:
            text = _opened(text, section, key)
    document = tomlkit.parse(text)
    for (section, key), value in answers.items():
        table: Any = document
        if not key:
            _list(document, section, value or ())
            continue
        if section:
            if not isinstance(document.get(section), AbstractTable):
                document[section] = tomlkit.table()
            table = document[section]
        if value is None:
            table.pop(key, None)
        else:
            table[key] = _written(value)
    return tomlkit.dumps(document)


def _list(document: tomlkit.TOMLDocument, section: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Give a section that is written once for each these rows, in their order; what they do not name stays.
    A row without any value goes."""
    told = document.get(section)
    there = list(told) if isinstance(told, AoT) else []
    made = tomlkit.aot()
    for number, row in enumerate(rows):
        table = there[number] if number < len(there) else tomlkit.table()
        for key, value in row.items():
            if value is None:
                table.pop(key, None)
            else:
                table[key] = _written(value)
        if any(value is not None for value in row.values()):
            made.append(table)
    if not made:
        document.pop(section, None)
    elif isinstance(told, AoT):
        document[section] = made
    else:
        document.append(section, made)


def _written(value: Any) -> Any:
    if isinstance(value, Mapping):
        table = tomlkit.inline_table()
        table.update(value)
        return table
    return list(value) if isinstance(value, tuple) else value


_VALUE = r"""(?:"[^"]*"|'[^']*'|\[.*?\]|\{.*?\}|[^\s#]+)"""
_SECTION = re.compile(r"#?\s*\[+\s*([\w-]+)\s*\]+\s*(?:#.*)?$")


def _opened(text: str, section: str, key: str) -> str:
    """The text with a key of a section that stands there commented out taken in, without a value as yet."""
    lines = text.splitlines(keepends=True)
    hidden = re.compile(rf"#\s?(?P<key>{re.escape(key)} = ){_VALUE}(?P<note>\s*(?:#.*)?)$", re.DOTALL)
    shown = re.compile(rf"{re.escape(key)}\s*=")
    here, found = "", None
    for number, line in enumerate(lines):
        if header := _SECTION.match(line):
            here = header[1] if line.startswith("[") else "#"
        elif here == section and shown.match(line):
            return text
        elif here == section and found is None and (match := hidden.match(line)):
            found = number, f'{match["key"]}""{match["note"]}'
    if found:
        lines[found[0]] = found[1]
    return "".join(lines)


def _replace(path: Path, text: str) -> None:
    """Write a file at once, or leave it as it was."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, new = tempfile.mkstemp(prefix=".handover-", suffix=".toml", dir=path.parent)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
                file.write(text)
            if path.exists():
                Path(new).chmod(path.stat().st_mode & 0o777)
            Path(new).replace(path)
        except BaseException:
            with suppress(OSError):
                Path(new).unlink()
            raise
    except OSError as error:
        raise not_written(path, error) from error
