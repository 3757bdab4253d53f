"""Marks of what stands in the cells that no reader takes back, so that an edit of theirs shows.

A workbook whose every edit was read may be replaced by a new one. A remark in a column of reasons, a new date
in the plan, a new owner of an account are edits that are not read: the hidden sheet remembers a mark of each
row as it was written, of all its cells but those that are read and those that count by formula.
"""

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar
from zlib import crc32

from handover.columns.memory import TAKEN
from handover.columns.names import (
    CLIENT,
    EXTRA,
    FIGURE,
    MORE,
    POSTS,
    SHORTFALL,
    TAKEN_OUT,
    UNPAIRED,
    UPDATES,
    WORKING,
    Reader,
)
from handover.columns.shown import READ, Cell, as_text

T = TypeVar("T", bound=Hashable)

_NAMES = {"no", "id", "picture"}  # what only names or shows a row
_PLACED = {"post_no", "post"}
_ROWS = _NAMES | _PLACED | set(READ) | {"lasting"}
_HERS = _NAMES | _PLACED | set(TAKEN)
# Columns that are read back, or change by themselves.
LEFT_OUT: Mapping[Reader, Mapping[str, set[str]]] = {
    WORKING: {
        POSTS.key: {"no", "updates", "counted", "missing", "lasting"},
        UPDATES.key: _ROWS,
        UNPAIRED.key: _ROWS,
        SHORTFALL.key: _ROWS,
        TAKEN_OUT.key: _ROWS | {"back", "origin"},
    },
    CLIENT: {
        POSTS.key: {"no", "updates", "lasting"},
        UPDATES.key: _HERS,
        MORE.key: _HERS,
    },
}
# Sheets whose rows may be taken away and added, which is read; on the others every row must stay.
MAY_CHANGE = frozenset({UPDATES.key, UNPAIRED.key, MORE.key, TAKEN_OUT.key})


def unread(reader: Reader, sheet: str, keys: Iterable[str]) -> tuple[str, ...]:
    """Those of a sheet's columns whose cells no reader takes back."""
    left_out = LEFT_OUT[reader].get(sheet, ())
    return tuple(key for key in keys if key not in left_out and not key.startswith((FIGURE, EXTRA)))


def mark_of(cells: Iterable[Cell]) -> int:
    """A mark of the cells of one row; 0 where none holds anything."""
    return _mark("\x1f".join([_text(cell) for cell in cells]))


def marks_of(columns: Sequence[Sequence[T]], read: Callable[[T], Cell]) -> Iterator[int]:
    """The same of many rows at once, given as columns of what `read` makes cells of."""
    spelled = []
    for column in columns:
        told = {value: _text(read(value)) for value in dict.fromkeys(column)}
        spelled.append([told[value] for value in column])
    return map(_mark, map("\x1f".join, zip(*spelled, strict=True)))


def _mark(told: str) -> int:
    told = told.strip("\x1f")
    return crc32(told.encode("utf-8", "surrogatepass")) & 0xFFFFFF if told else 0


def _text(cell: Cell) -> str:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, dt.datetime):
        return cell.isoformat(timespec="minutes")[:16]  # without its zone
    if isinstance(cell, dt.date):
        return f"{cell.isoformat()}T00:00"
    return as_text(cell)
