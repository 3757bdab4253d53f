"""A sheet whose columns nobody knows: its first rows, and what each column may be said to be."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from handover.build import updates_of
from handover.errors import SourceError, UnknownFormatError
from handover.later import dataclass
from handover.model.said import N_
from handover.options import Options
from handover.read.source import open_source
from handover.read.updates.tables import Table
from handover.read.updates.tables.files.sheets import first_rows
from handover.read.updates.tables.header.columns import header_words, text_of
from handover.read.updates.tables.header.unknown import described

ROWS = 5  # that are shown
WIDEST = 120  # characters of a cell that are shown

# What a column can be -> how it is called. Keys of `--map`.
ROLES: Mapping[str, str] = {
    "text": N_("Text"),
    "posted_at": N_("Date"),
    "time": N_("Time"),
    "network": N_("Network"),
    "link": N_("Link in update"),
    "permalink": N_("Update link"),
    "post": N_("Post"),
    "account": N_("Account"),
    "media": N_("Media"),
    "state": N_("State"),
    "labels": N_("Labels"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownSheet:
    """A sheet to be asked about."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]  # the first below the header, cut to what a person needs to see
    guesses: Mapping[str, str]  # header -> what it seems to be, a key of ROLES


def unknown_sheet(path: str, options: Options) -> UnknownSheet | None:
    """The first sheet of a file in which nothing was recognised; None for any other file."""
    try:
        source = open_source(Path(path))
        if source.is_container:
            return None
        updates_of([path], options)
    except UnknownFormatError:
        tables = ((table, described(table)) for table in first_rows(source))
        for table, found in tables:
            if found.headers:
                guesses = {found.date: "posted_at", found.text: "text"}
                return _shown(table, {header: role for header, role in guesses.items() if header})
    except SourceError:
        return None
    return None


def _shown(table: Table, guesses: Mapping[str, str]) -> UnknownSheet:
    start = next(i for i, (_, cells) in enumerate(table.rows) if sum(1 for c in cells if text_of(c)) > 1)
    words = header_words(table.rows[start][1])
    named = [index for index, word in enumerate(words) if word]
    below: Sequence[tuple[int, Sequence[object]]] = table.rows[start + 1 : start + 1 + ROWS]
    return UnknownSheet(
        headers=tuple(words[index] for index in named),
        rows=tuple(
            tuple(_cell(cells[index]) if index < len(cells) else "" for index in named) for _, cells in below
        ),
        guesses=guesses,
    )


def _cell(cell: object) -> str:
    told = "" if cell is None else str(cell)
    return told if len(told) <= WIDEST else f"{told[:WIDEST]}…"
