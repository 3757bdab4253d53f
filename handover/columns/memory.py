"""What a workbook remembers of itself on its hidden sheet, one record a row.

    ["workbook", version, reader]           "client" or "working"; version 1 names none: a working copy
    ["zone", name]                          of the times in the client's workbook; none: UTC
    ["column", sheet, key, header]          every header as it was written
    ["word", group, key, name]              every word a cell may hold: network, kind, state ...
    ["post", number, id, permalink, title]
    ["rest", sheet, marks of its rows]      of the cells that no reader takes back (`columns.rest`)
    ["minimum", row, value]                 the cell on the first sheet that the counts hang on

The working copy goes on with

    ["update", id, digest, post numbers, lasting as shown, exact values, hidden values]
    ["draft", ...the same...]               a suggestion on the sheet of shortfalls
    ["taken", id, hidden values]            an update that its user took out of an earlier one
    ["skipped", place, row, reason, hint]   what was not read of the sources, as it was said

and the client's workbook, which has no column with ids and nothing to hide, with

    ["shown", numbers, opaque id, post numbers, marks, exact values]

A record is JSON, cut into as many cells as it needs. `digest` marks the update's cells as written, so
that an edit shows; `marks` does so for each of the cells in `TAKEN`. Exact values: field -> [digest of its
cell, value] where the cell could not hold the value. Hidden values: what no cell shows. The numbers of a
shown update are those of its rows, one for each of its posts; an update of no post has one.
"""

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import field
from math import isfinite
from struct import Struct
from typing import Any, NamedTuple
from zlib import crc32

import msgspec

from handover.columns.shown import (
    FRAGILE,
    READ,
    Cell,
    Value,
    Words,
    as_moment,
    clean,
    digest,
    moment_in,
    opaque,
    shown_id,
    spelled,
)
from handover.later import dataclass
from handover.model import Origin, Update
from handover.model.places import place_in, without_folders

CHUNK = 32_000  # characters of a record in one cell
GIST = 40  # characters of an update's text

_encode = msgspec.json.Encoder().encode
_escape = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode
_WORDS = ("network", "kind", "state")  # by their keys
_EXACT = ("text", "posted_at", "permalink", "links", "media", "account", "labels")
_HERS = ("text", "posted_at", "permalink", "links")  # those of them that the client's workbook remembers
# What may come back from the client's workbook, beside the post an update stands with.
TAKEN = ("text", "links", "permalink", "posted_at", "lasting")
_MARKS = Struct(f"{len(TAKEN)}I")
_NOTHING: Mapping[str, tuple[str, Any]] = {}


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
        return _exactly(self.exact, name, value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """An update as the client's workbook showed it."""

    numbers: tuple[int, ...]  # of its rows
    id: str  # `opaque` of the update's own
    posts: tuple[int, ...] = ()  # numbers of its posts, in the order of its rows; (): it belongs to none
    marks: tuple[int, ...] = ()
    exact: Mapping[str, tuple[str, Any]] = field(default_factory=dict)

    @classmethod
    def of(cls, record: list[Any]) -> "Shown":
        _, numbers, id_, posts, marks, exact = record
        return cls(
            numbers=tuple(numbers),
            id=id_,
            posts=tuple(posts),
            marks=tuple(marks),
            exact={name: (shown, value) for name, (shown, value) in exact.items()},
        )

    def edited(self, values: Mapping[str, Value]) -> tuple[str, ...]:
        """Those of the fields in `TAKEN` whose cells no longer say what was written.

        `values` are the cells of a row as read: times in UTC, "lasting" as its key ("dated", or "").
        """
        now = marks_of(values)
        return tuple(name for name, mark, new in zip(TAKEN, self.marks, now, strict=True) if mark != new)

    def exactly(self, name: str, value: Value) -> Value:
        """The field's exact value when its cell still holds what was written, else the cell's."""
        return _exactly(self.exact, name, value)


def marks_of(values: Mapping[str, Value]) -> list[int]:
    """A mark of each of the fields in `TAKEN`."""
    return [_mark(values[name]) for name in TAKEN]


def _mark(value: Value) -> int:
    """A number of eight digits at most; 0 for an empty cell."""
    if not value:
        return 0
    if isinstance(value, dt.datetime):
        return crc32(b"%d" % round(value.timestamp() * 1_000)) & 0xFFFFFF
    told = value if type(value) is str and len(value) < FRAGILE else spelled(value)
    return crc32(told.encode("utf-8", "surrogatepass")) & 0xFFFFFF


def _exactly(exact: Mapping[str, tuple[str, Any]], name: str, value: Value) -> Value:
    if name in exact:
        shown, noted = exact[name]
        if shown == digest(value):
            return _from_json(name, noted)
    return value


class ReadBack(NamedTuple):
    """What a reader makes of the cells of an update."""

    values: Mapping[str, Value]  # by field; "lasting" is the key of the word shown, or ""
    exact: Mapping[str, tuple[str, Any]]  # of the fields whose cells do not hold, or would not keep, theirs


def read_back(update: Update, cells: Mapping[str, str | dt.datetime], lasting: str = "") -> ReadBack:
    """What is read from the cells that `cells_of` makes of an update; `lasting` is what another says."""
    values: dict[str, Value] = {name: cells[name] for name in _WORDS}
    values["lasting"] = lasting
    exact: dict[str, tuple[str, Any]] = {}
    for name in _EXACT:
        value = getattr(update, name) if name != "media" else tuple(m.shown for m in update.media)
        if not value:  # as its cell is empty
            values[name] = value
            continue
        shown = values[name] = READ[name](cells[name])
        if shown != value or _is_fragile(value):
            exact[name] = _noted(shown, value)
    return ReadBack(values, exact)


def _noted(shown: Value, value: Any) -> tuple[str, Any]:
    return digest(shown), value.isoformat() if isinstance(value, dt.datetime) else value


def _is_fragile(value: Value) -> bool:
    """Whether LibreOffice would not leave the cell as it is."""
    kind = type(value)
    if kind is tuple:
        return sum(map(len, value)) >= FRAGILE  # type: ignore[arg-type]
    return kind is str and len(value) >= FRAGILE and "\n" in value  # type: ignore[arg-type,operator]


class Hers(NamedTuple):
    """What of it the client's workbook remembers; small, as it is kept until that is written."""

    marks: bytes  # packed
    exact: Mapping[str, tuple[str, Any]]


def hers_of(read: ReadBack) -> Hers:
    """What the client's workbook remembers of what is read of an update's cells."""
    exact = {name: read.exact[name] for name in _HERS if name in read.exact} if read.exact else _NOTHING
    return Hers(_MARKS.pack(*marks_of(read.values)), exact)


def shown_of(
    update: Update, numbers: Sequence[int], posts: Sequence[int], hers: Hers, zone: dt.tzinfo = dt.UTC
) -> list[Any]:
    """What the client's workbook remembers of an update, as `Shown.of` reads it again.

    `zone` is that of the client's times.
    """
    marks, exact, moment = list(_MARKS.unpack(hers.marks)), hers.exact, update.posted_at
    if zone is not dt.UTC:
        shown = as_moment(moment_in(moment, zone), zone)
        marks[TAKEN.index("posted_at")] = _mark(shown)
        exact = {name: told for name, told in exact.items() if name != "posted_at"}
        if shown != moment:
            exact["posted_at"] = _noted(shown, moment)
    return ["shown", numbers, opaque(update.id), posts, marks, exact]


def record_of(
    kind: str,
    update: Update,
    posts: Sequence[int],
    read: ReadBack,
    figures: Iterable[str] = (),
) -> list[Any]:
    """What the working copy remembers of an update, as `Known.of` reads it again.

    `kind` is "update" or "draft", `posts` the numbers of the posts it stands with, `read` what is read of
    its cells, `figures` the names of those that have a column.
    """
    shown = {name: update.figures[name] for name in figures if name in update.figures}
    lasting = str(read.values["lasting"])
    id_ = shown_id(update.id)
    return [
        kind,
        id_,
        mark(read.values, lasting, shown, update.extra),
        posts,
        lasting,
        read.exact,
        _hidden(update, shown, is_id_shown=id_ == update.id),
    ]


def taken_of(update: Update) -> list[Any]:
    """What the working copy remembers of an update that its user took out."""
    id_ = shown_id(update.id)
    return ["taken", id_, _hidden(update, {}, is_id_shown=id_ == update.id)]


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
    return (
        Origin(file=told[0], sheet=told[1], row=told[2], also=tuple(map(place_in, told[3]))) if told else None
    )


def gist_of(text: str) -> str:
    """The beginning of a text, which names its update."""
    return " ".join(text[: GIST * 2].split())[:GIST]


def _hidden(update: Update, shown: Mapping[str, float], *, is_id_shown: bool) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if not is_id_shown:
        found["id"] = update.id
    if gist := gist_of(update.text):
        found["text"] = gist  # to name the update when its row is gone
    if update.post:
        found["post"] = update.post
    if update.placed == ():
        found["alone"] = True  # the person wants it with no post: an empty cell alone does not say so
    if update.lasting:
        found["lasting"] = update.lasting
    if update.told:
        found["told"] = dict(update.told)
    if origin := update.origin:
        also = [
            str(without_folders(place)) for place in origin.also
        ]  # plain text: a Said has no form in JSON
        found["origin"] = [without_folders(origin.file), origin.sheet, origin.row, also]
    if figures := {name: value for name, value in update.figures.items() if name not in shown}:
        # Infinite ones, and what is no number, have no form in JSON.
        found["figures"] = {name: v if isfinite(v) else str(v) for name, v in figures.items()}
    return found


def _from_json(name: str, told: Any) -> Value:
    if name == "posted_at":
        return dt.datetime.fromisoformat(told)
    return tuple(told) if isinstance(told, list) else str(told)


def pack(record: list[Any]) -> list[str]:
    """A record as cells."""
    text = _json(record)
    if len(text) <= CHUNK:
        return [text]
    return [text[at : at + CHUNK] for at in range(0, len(text), CHUNK)]


def _json(record: list[Any]) -> str:
    """A record in ASCII: a cell does not hold every character, and takes two at once for some."""
    with suppress(ValueError, OverflowError):  # a lone surrogate; a whole number of more than 64 bits
        text = _encode(record)
        if text.isascii():
            return text.decode()
    return _escape(record)


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
