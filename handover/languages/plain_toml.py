"""The part of TOML that the words of languages are written in, read ten times as fast as by `tomllib`.

Tables and texts between single quotes: a line or such a text is one match of one pattern. Any other value is
read by `tomllib` line by line, and a file with anything else in it as a whole, so its mistakes are its own.
"""

import tomllib
from typing import Any

from handover.later import pattern

_NONE = r"\x00-\x08\x0b-\x1f\x7f"  # signs that TOML 1.0 has nowhere
_PIECE = pattern(
    rf"(?:#[^\n{_NONE}]*)?\n"
    r"|\[(?P<table>[a-z_]+(?:\.[a-z_]+)*)\]\n"
    r"|(?P<key>[A-Za-z0-9_-]+) = (?:"
    rf"'(?P<line>[^'\n{_NONE}]*)'"
    rf"|'''\n?(?P<lines>[^'{_NONE}]*(?:(?<!')'(?!')[^'{_NONE}]*)*)'''"
    r"|(?P<other>[^\n]*))\n"
)


def loads(text: str) -> dict[str, Any]:
    """What `tomllib.loads` gives, of any text, and raises."""
    try:
        found = _plain(text)
    except tomllib.TOMLDecodeError:
        found = None
    return tomllib.loads(text) if found is None else found


def _plain(text: str) -> dict[str, Any] | None:
    """The tables of a text that has nothing but what is read here; None for another."""
    whole: dict[str, Any] = {}
    tables, named, table, at = {"": whole}, set(), whole, 0
    for piece in _PIECE.finditer(text):
        if piece.start() != at:
            return None
        at = piece.end()
        key, name, other = piece["key"], piece["table"], piece["other"]
        if name:
            if name in named or not _open(tables, name):
                return None
            named.add(name)
            table = tables[name]
        elif key and key in table:
            return None
        elif key:
            table[key] = (piece["line"] or piece["lines"] or "") if other is None else _value(piece[0])
    return whole if at == len(text) else None


def _open(tables: dict[str, dict[str, Any]], name: str) -> bool:
    """Make the table of this name and those above it; False where something else has its name."""
    path = ""
    for part in name.split("."):
        above, path = tables[path], f"{path}.{part}" if path else part
        if path not in tables:
            if part in above:
                return False
            tables[path] = above[part] = {}
    return True


def _value(line: str) -> Any:
    return next(iter(tomllib.loads(line).values()))
