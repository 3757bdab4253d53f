"""What the workbook remembers of itself on its hidden sheet, one record a row.

    ["workbook", version]
    ["column", sheet, key, header]          every header as it was written
    ["word", group, key, name]              every word a cell may hold: network, kind, state ...
    ["post", number, id, permalink, title]
    ["update", id, digest, post numbers, lasting as shown, exact values, hidden values]
    ["draft", ...the same...]               a suggestion on the sheet of shortfalls

A record is JSON, cut into as many cells as it needs. `digest` marks the update's cells as written, so
that an edit shows. Exact values: field -> [digest of its cell, value] where the cell could not hold the
value. Hidden values: what no cell shows.
"""

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from handover.columns.shown import (
    FRAGILE,
    READ,
    Cell,
    Value,
    Words,
    clean,
    digest,
    shown_id,
    without_folders,
)
from handover.model import Origin, Update

CHUNK = 32_000  # characters of a record in one cell
GIST = 40  # characters of an update's text

_encode = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode
_EXACT = ("text", "posted_at", "permalink", "links", "media", "account", "labels")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An update as the workbook showed it."""

    id: str
    digest: str
    posts: tuple[int, ...] = ()
    lasting: str = ""
    exact: Mapping[str, tuple[str, Any]] = field(default_factory=dict)
    hidden: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, record: list[Any]) -> "Known":
        _, id_, mark, posts, lasting, exact, hidden = record
        return cls(
            id=id_,
            digest=mark,
            posts=tuple(posts),
            lasting=lasting,
            exact={name: (shown, value) for name, (shown, value) in exact.items()},
            hidden=hidden,
        )

    def exactly(self, name: str, value: Value) -> Value:
        """The field's exact value when its cell still holds what was written, else the cell's."""
        if name in self.exact:
            shown, told = self.exact[name]
            if shown == digest(value):
                return _from_json(name, told)
        return value


def record_of(
    kind: str,
    update: Update,
    posts: Iterable[int],
    *,
    cells: Mapping[str, str | dt.datetime],
    lasting: str = "",
    figures: Iterable[str] = (),
) -> list[Any]:
    """What to remember of an update, as `Known.of` reads it again.

    `kind` is "update" or "draft", `posts` the numbers of the posts it stands with, `cells` what `cells_of`
    makes of it, `lasting` the word shown, `figures` the names of those that have a column.
    """
    values = {name: read(cells[name]) for name, read in READ.items()}
    shown = {name: update.figures[name] for name in figures if name in update.figures}
    id_ = shown_id(update.id)
    return [
        kind,
        id_,
        mark(values, lasting, shown, update.extra),
        list(posts),
        lasting,
        _exact(update, values),
        _hidden(update, shown, is_id_shown=id_ == update.id),
    ]


def _exact(update: Update, values: Mapping[str, Value]) -> dict[str, tuple[str, Any]]:
    """The fields whose cells do not hold, or would not keep, their exact value."""
    exact = {}
    for name in _EXACT:
        value = getattr(update, name)
        if values[name] != value or (value and _is_fragile(value)):
            exact[name] = (digest(values[name]), _to_json(value))
    return exact


def _is_fragile(value: Value) -> bool:
    """Whether LibreOffice would not leave the cell as it is."""
    if isinstance(value, str):
        return len(value) >= FRAGILE and "\n" in value
    return isinstance(value, tuple) and sum(map(len, value)) >= FRAGILE


def mark(
    values: Mapping[str, Value],
    lasting: str,
    figures: Mapping[str, float],
    extra: Mapping[str, str | float],
) -> str:
    """The mark of a row: of all that a person may edit in it, but for the post it stands with."""
    return digest(
        *[values[name] for name in READ],
        lasting,
        {name: float(value) + 0.0 for name, value in figures.items()},  # a cell knows no -0.0
        {
            name: clean(value) if isinstance(value, str) else float(value) + 0.0
            for name, value in extra.items()
        },
    )


def origin_of(hidden: Mapping[str, Any]) -> Origin | None:
    told = hidden.get("origin")
    return Origin(file=told[0], sheet=told[1], row=told[2], also=tuple(told[3])) if told else None


def _hidden(update: Update, shown: Mapping[str, float], *, is_id_shown: bool) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if not is_id_shown:
        found["id"] = update.id
    if gist := " ".join(update.text[: GIST * 2].split())[:GIST]:
        found["text"] = gist  # to name the update when its row is gone
    if update.post:
        found["post"] = update.post
    if update.lasting:
        found["lasting"] = update.lasting
    if origin := update.origin:
        also = [without_folders(place) for place in origin.also]
        found["origin"] = [without_folders(origin.file), origin.sheet, origin.row, also]
    if figures := {name: value for name, value in update.figures.items() if name not in shown}:
        found["figures"] = figures
    return found


def _to_json(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.datetime) else value


def _from_json(name: str, told: Any) -> Value:
    if name == "posted_at":
        return dt.datetime.fromisoformat(told)
    return tuple(told) if isinstance(told, list) else str(told)


def pack(record: list[Any]) -> list[str]:
    """A record as cells."""
    text = _encode(record)
    if len(text) <= CHUNK:
        return [text]
    return [text[at : at + CHUNK] for at in range(0, len(text), CHUNK)]


def unpack(cells: Iterable[Cell]) -> list[Any] | None:
    """The record in a row of cells; None when it is none."""
    try:
        record = json.loads("".join(str(cell) for cell in cells if cell is not None))
    except ValueError:
        return None
    return record if isinstance(record, list) and record else None


def by_name(words: Words) -> dict[str, dict[str, str]]:
    """Group -> name in lower case -> key, to read what a person typed."""
    return {
        group: {name.casefold(): key for key, name in names.items()} | {key.casefold(): key for key in names}
        for group, names in words.items()
    }
