"""The sheets of a file, whatever its format.

Every format looks at a file before one reads it, so what was read last is remembered: one file only,
and by identity, never by name.
"""

from collections.abc import Sequence
from functools import lru_cache

from handover.errors import SourceError
from handover.read.source import Source
from handover.read.updates.tables import Cell, Table
from handover.read.updates.tables.files import csv_text
from handover.read.updates.tables.files.books import (
    is_binary,
    is_new_workbook,
    is_old_workbook,
    is_open_document,
)
from handover.read.updates.tables.files.one_column import spread
from handover.read.updates.tables.header.columns import header_words
from handover.read.updates.tables.header.user_map import spelled

HEADER_WITHIN = 8  # rows from the top; exports put a sentence or two above


class _Same:
    """A source as a key: the same object, not one that looks alike."""

    def __init__(self, source: Source) -> None:
        self.source = source

    def __hash__(self) -> int:
        return id(self.source)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.source is self.source


def first_rows(source: Source) -> list[Table]:
    """Each sheet's first rows, to tell what it is; [] for a file that is no table. Never raises."""
    found = _look(_Same(source))
    return [] if isinstance(found, SourceError) else found


def first_headers(source: Source) -> list[list[frozenset[str]]]:
    """The words of each sheet's first rows as headers are compared: what tells the formats apart."""
    return _headers(_Same(source))


def header_of(cells: Sequence[Cell]) -> frozenset[str]:
    """The words of a row as headers are compared."""
    return frozenset(spelled(word) for word in header_words(cells) if word)


def fault_of(source: Source) -> SourceError | None:
    """Why a workbook cannot be read; None for a sound one, and for what is none."""
    found = _look(_Same(source))
    return found if isinstance(found, SourceError) else None


def sheets_of(source: Source) -> list[Table]:
    """All sheets with all rows, empty sheets left out. Raises ParseError for a broken file."""
    if fault := fault_of(source):
        raise fault
    if is_workbook(source):
        return _workbook(_Same(source))
    return [spread(csv_text.read(source))]


@lru_cache(maxsize=1)
def _look(same: _Same) -> list[Table] | SourceError:
    try:
        if is_workbook(same.source):
            return _workbook(same)
        table = csv_text.peek(same.source)
    except SourceError as error:  # to be raised when it is parsed
        return error
    return [spread(table)] if table and table.rows else []


@lru_cache(maxsize=1)
def _headers(same: _Same) -> list[list[frozenset[str]]]:
    return [
        [header_of(cells) for _, cells in table.rows[:HEADER_WITHIN]] for table in first_rows(same.source)
    ]


@lru_cache(maxsize=1)
def _workbook(same: _Same) -> list[Table]:
    return [spread(table) for table in _read(same.source) if table.rows]


def is_workbook(source: Source) -> bool:
    """Whether this is a workbook: of Excel, old, new or binary, or of LibreOffice."""
    return is_old_workbook(source) or is_open_document(source) or is_new_workbook(source) or is_binary(source)


def _read(source: Source) -> list[Table]:
    # Each loads what reads it, and most people have files of one kind.
    if is_open_document(source) or is_binary(source):
        from handover.read.updates.tables.files import calamine

        return calamine.read(source)
    if is_new_workbook(source):
        from handover.read.updates.tables.files import xlsx

        return xlsx.read_new(source)
    from handover.read.updates.tables.files import xls

    return xls.read(source)
