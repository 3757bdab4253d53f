"""The single cells of a row: their words, their addresses, and what holds for every row."""

from collections.abc import Callable, Sequence
from dataclasses import field

from handover.later import dataclass
from handover.model import Said, Skipped, State
from handover.networks.own import is_post_address
from handover.read.fields import clean
from handover.read.updates.tables import Cell, Table
from handover.read.updates.tables.header.columns import Columns, text_of
from handover.read.updates.tables.rows.cell_words import NOTHING, flag
from handover.read.updates.tables.rows.cells import (
    addresses,
)
from handover.read.updates.tables.rows.record import Record

NOTHING_TO_DO = Said("Nothing to do where that is so.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What holds for every row of a format."""

    network: str = ""  # the only one there is
    account: str = ""
    state: State = "published"  # where no column tells
    words: Callable[[str], str] = clean  # what must be done to every text
    finish: Callable[[Record], str] = lambda record: ""  # last changes; a reason when it must not come out


def _is_program(cell: str, link: str) -> bool:
    """Whether an address is that of the program an update was sent from, as X's archive had it."""
    return cell.startswith("<a ") and not is_post_address(link)


@dataclass(slots=True)
class RowCells:
    """A table whose rows are read, and what is found in single cells."""

    table: Table
    columns: Columns
    rules: Rules
    skipped: list[Skipped] = field(default_factory=list)
    no_address: dict[int, list[int]] = field(
        default_factory=dict
    )  # column -> rows: words where addresses should be

    def skip(self, number: int, reason: str, hint: str = "") -> None:
        """Say why a row gave nothing, and what to do where that is not to correct it."""
        self.skipped.append(Skipped(location=self.table.place, line=number, reason=reason, hint=hint))

    def cell(self, cells: Sequence[Cell], index: int) -> Cell:
        """The cell in this column; None where it is empty or says so."""
        value = cells[index] if 0 <= index < len(cells) else None
        if isinstance(value, str):
            value = value.strip()
            return None if value in NOTHING else value
        return value

    def first(self, cells: Sequence[Cell], indices: Sequence[int]) -> str:
        """The first of these cells that holds something, as text."""
        for index in indices:
            if (value := self.cell(cells, index)) is not None:
                return value if isinstance(value, str) else text_of(value)
        return ""

    def _addresses(self, number: int, cells: Sequence[Cell], indices: Sequence[int]) -> list[str]:
        found: list[str] = []
        links = self.table.links
        for index in indices:
            if behind := links.get((number, index)) if links else None:
                found += addresses(behind)
            if isinstance(value := self.cell(cells, index), str):
                there = [link for link in addresses(value) if not _is_program(value, link)]
                found += there
                if not there and not behind and flag(value) is None and not value.startswith("<a "):
                    rows = self.no_address.setdefault(index, [])
                    rows += [number] if rows[-1:] != [number] else []
        return found
