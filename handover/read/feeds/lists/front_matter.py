"""The facts above a text: TOML between `+++`, YAML between `---`, JSON in braces.

Of YAML only what front matter is made of is read: `key: value`, texts in quotes, lists, one level of names
within, blocks of text. Nothing in it can make anything run; a key that is written in any other way is named.
"""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any

from handover.later import dataclass

MAX_BYTES = 256 * 1024  # of the facts
_FENCED = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*\r?\n(.*?)^\1[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_KEY = re.compile(r"""(?:"([^"]+)"|'([^']+)'|([\w.-][\w .-]*?))\s*:(?:\s+(.*)|)$""")
_ITEM = re.compile(r"-(?:\s+(.*)|)$")
_COMMENT = re.compile(r"\s+#.*$")
_ODD = tuple("&*!%@`{")  # anchors, tags and maps in one line: YAML beyond ours


class UnreadError(Exception):
    """A value is written in a way that is not read."""


@dataclass(slots=True)
class Facts:
    """What stands above a text, and the text."""

    values: dict[str, Any] = field(default_factory=dict)  # by key in lower case
    unread: list[str] = field(default_factory=list)  # keys whose values could not be read
    body: str = ""

    def text(self, *names: str) -> str:
        """The first of these that has a value, as text."""
        for name in names:
            value = self.values.get(name)
            if value not in (None, "", [], {}) and not isinstance(value, list | dict):
                return str(value).strip()
        return ""

    def listed(self, *names: str) -> list[str]:
        """The values of all of these, one or many."""
        found = [self.values.get(name) for name in names]
        rows = [row for value in found for row in (value if isinstance(value, list) else [value])]
        return [
            str(row).strip() for row in rows if row not in (None, "") and not isinstance(row, list | dict)
        ]


def read(text: str) -> Facts | None:
    """The facts of a text; None where it has none. What is broken is in `unread` ("" for all of it)."""
    fenced = _FENCED.match(text[:MAX_BYTES])
    if fenced is None:
        return _json(text) if text.lstrip("\ufeff")[:1] == "{" else None
    body = text[fenced.end() :]
    if fenced[1] == "---":
        facts = yaml(fenced[2])
        facts.body = body
        return facts
    try:
        return Facts(values=_lower(tomllib.loads(fenced[2])), body=body)
    except (tomllib.TOMLDecodeError, RecursionError):
        return Facts(unread=[""], body=body)


def _json(text: str) -> Facts | None:
    try:
        found, end = json.JSONDecoder().raw_decode(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return None
    return Facts(values=_lower(found), body=text.lstrip("\ufeff")[end:]) if isinstance(found, dict) else None


def _lower(values: Mapping[str, Any]) -> dict[str, Any]:
    return {str(key).casefold(): value for key, value in values.items()}


def yaml(text: str) -> Facts:
    """The keys of simple YAML; those of another kind are named in `unread`."""
    facts = Facts()
    for key, first, below in _keys(text.splitlines()):
        try:
            facts.values[key.casefold()] = _value(first, below)
        except (UnreadError, ValueError):
            facts.unread.append(key)
    return facts


def _keys(lines: list[str]) -> Iterator[tuple[str, str, list[str]]]:
    """Each key at the left edge, what stands beside it, and the lines below it."""
    key, first, below = "", "", list[str]()
    for line in lines:
        found = _KEY.match(line) if line[:1] not in (" ", "\t", "#", "-") else None
        if found:
            if key:
                yield key, first, below
            key, first, below = (found[1] or found[2] or found[3]), (found[4] or "").strip(), []
        elif key:
            below.append(line)
    if key:
        yield key, first, below


def _value(first: str, below: list[str]) -> Any:
    if re.fullmatch(r"[|>][+-]?\d?", first):
        lines = [line.strip() for line in below]
        return ("\n" if first[0] == "|" else " ").join(lines).strip()
    filled = [line for line in below if line.strip() and not line.lstrip().startswith("#")]
    if first and not first.startswith("#"):
        return _scalar(" ".join([first, *(line.strip() for line in filled)]))
    if all(_ITEM.match(line.strip()) for line in filled):
        return [_scalar((_ITEM.match(line.strip()) or line)[1] or "") for line in filled] if filled else ""
    inner = {
        found[0].casefold(): _value(found[1], found[2])
        for found in _keys([_outdented(row, filled) for row in filled])
    }
    if not inner:
        raise UnreadError
    return inner


def _outdented(line: str, lines: list[str]) -> str:
    edge = min(len(row) - len(row.lstrip()) for row in lines)
    return line[edge:]


def _scalar(text: str) -> Any:
    """A text without its quotes; a list in brackets; true and false."""
    text = text.strip()
    if text[:1] == '"':
        found = re.fullmatch(r'("(?:[^"\\]|\\.)*")\s*(?:#.*)?', text)
        if found is None:
            raise UnreadError
        return json.loads(found[1], strict=False)
    if text[:1] == "'":
        found = re.fullmatch(r"'((?:[^']|'')*)'\s*(?:#.*)?", text)
        if found is None:
            raise UnreadError
        return found[1].replace("''", "'")
    text = _COMMENT.sub("", text)
    if text[:1] == "[":
        return _list(text)
    if text.startswith(_ODD):
        raise UnreadError
    return {"true": True, "false": False, "null": "", "~": ""}.get(text.casefold(), text)


def _list(text: str) -> list[Any]:
    if not text.endswith("]"):
        raise UnreadError
    parts = re.findall(r"""\s*("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,\[\]{}"']+)\s*(?:,|$)""", text[1:-1])
    return [_scalar(part) for part in parts if part.strip()]
