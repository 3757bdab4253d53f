"""Which line of a TOML file a key stands in, for messages. `tomllib` does not keep it."""

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from handover.errors import DetailsError, SecretError
from handover.later import dataclass, pattern
from handover.model import Said

Key = tuple[str | int, ...]  # ("account", 1, "how"): a number counts from 0

_HEADER = pattern(r"\s*(\[\[?)\s*([^\[\]#]+?)\s*\]\]?\s*(?:#.*)?$")
_ASSIGNMENT = pattern(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
_PART = pattern(r"""[\w-]+|"[^"]*"|'[^']*'""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A details file, or a mapping that never was one."""

    name: str = ""  # "handover.toml"
    path: Path | None = None
    lines: Mapping[Key, int] = field(default_factory=dict)

    def line(self, key: Key) -> int | None:
        """The line of a key, of the first key within it, or of the nearest key that holds it."""
        while key and key not in self.lines:
            if inner := [at for known, at in self.lines.items() if known[: len(key)] == key]:
                return min(inner)
            key = key[:-1]
        return self.lines.get(key)

    def error(
        self, key: Key, problem: Said, *, hint: str = "", kind: type[DetailsError] = DetailsError
    ) -> DetailsError:
        """ "handover.toml, line 12: client.nmae is not a key." as an error; `problem` is the sentence."""
        line = self.line(key)
        location = f"{self.path}:{line}" if line else str(self.path or "")
        return kind(self._said(line, problem), key=spell(key), location=location, hint=hint)

    def _said(self, line: int | None, problem: Said) -> Said:
        if line:
            return Said("{file}, line {line}: {problem}", file=self.name, line=str(line), problem=problem)
        if self.name:
            return Said("{file}: {problem}", file=self.name, problem=problem)
        return Said("Details: {problem}", problem=problem)

    def secret(self, key: Key, problem: Said, *, hint: str = "") -> DetailsError:
        return self.error(key, problem, hint=hint, kind=SecretError)


def spell(key: Key) -> str:
    """A key as a person reads it: "account 2 › how" counts from 1."""
    parts: list[str] = []
    for part in key:
        if isinstance(part, int):
            parts[-1] += f"[{part + 1}]"
        else:
            parts.append(part)
    return ".".join(parts)


def places(text: str) -> dict[Key, int]:
    """Key -> line (from 1) of a TOML text. Keys within inline tables are left to the key that holds them."""
    found: dict[Key, int] = {}
    counts: dict[Key, int] = {}
    table: Key = ()
    quote = ""  # of the multi-line string we are in
    depth = 0  # of the brackets we are in
    for number, line in enumerate(text.splitlines(), 1):
        if not quote and depth == 0:
            if header := _HEADER.match(line):
                table = _names(header[2])
                if header[1] == "[[":
                    counts[table] = counts.get(table, -1) + 1
                    table = (*table, counts[table])
                found.setdefault(table, number)
                continue
            if key := _ASSIGNMENT.match(line):
                found.setdefault((*table, *_names(key[1])), number)
        quote, depth = _still_open(line, quote, depth)
    return found


def _names(dotted: str) -> Key:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))


def _still_open(line: str, quote: str, depth: int) -> tuple[str, int]:
    """The multi-line quote and the depth of brackets that the line leaves open."""
    at = 0
    while at < len(line):
        here = line[at : at + 3]
        if quote:
            if line.startswith(quote, at):
                at, quote = at + len(quote), ""
                continue
            at += 2 if line[at] == "\\" and quote[0] == '"' else 1
            continue
        if here[:1] == "#":
            break
        if here in ('"""', "'''"):
            quote, at = here, at + 3
            continue
        if here[:1] in ('"', "'"):
            quote = here[:1]
        elif here[:1] in "[{":
            depth += 1
        elif here[:1] in "]}":
            depth = max(0, depth - 1)
        at += 1
    return (quote if len(quote) == 3 else ""), depth
