"""The networks that a row is for, and what it says for one of them alone."""

from collections.abc import Sequence

from handover.networks import network_named
from handover.read.updates.tables import Cell
from handover.read.updates.tables.header.columns import text_of
from handover.read.updates.tables.rows.cell_words import flag
from handover.read.updates.tables.rows.cells import (
    is_mark,
    networks_in,
)
from handover.read.updates.tables.rows.record import Record
from handover.read.updates.tables.rows.row_cells import RowCells
from handover.read.updates.tables.when.dates import is_date
from handover.read.updates.tables.when.times import read_time


class RowNetworks(RowCells):
    """The networks a row is for."""

    __slots__ = ()

    def _networks(self, cells: Sequence[Cell]) -> tuple[tuple[str, str], ...] | None:
        """Networks with accounts; None when the row names none; () when it is not for a network at all."""
        columns = self.columns
        if columns.ticks:
            ticked = [
                (name, "")
                for index, names in columns.ticks.items()
                for name in names.split()
                if self._is_marked(cells, index)
            ]
            if ticked:
                return tuple(dict.fromkeys(ticked))
        word = self.first(cells, columns.network) if columns.network else ""
        if word:
            return networks_in(word)
        account = self.first(cells, columns.account) if columns.account else ""
        named = networks_in(account) if account else ()
        # "LinkedIn" or "Acme - LinkedIn"; but "Meta Agency" is somebody's name.
        certain = network_named(account) is not None or any(name for _, name in named)
        if certain and all(network != "other" for network, _ in named):
            return named
        return self._by_own_columns(cells) if columns.of_network else None

    def _is_marked(self, cells: Sequence[Cell], index: int) -> bool:
        value = self.cell(cells, index)
        return value is not None and flag(text_of(value)) is not False and is_mark(value)

    def _by_own_columns(self, cells: Sequence[Cell]) -> tuple[tuple[str, str], ...] | None:
        """The networks whose columns for addresses are filled in, where nothing else names one."""
        places = {
            i: n for i, n in self.columns.of_network.items() for w in self.columns.words if i in w.permalink
        }
        named = dict.fromkeys(name for names in places.values() for name in names.split())
        filled = {n for i, names in places.items() if self.cell(cells, i) is not None for n in names.split()}
        return tuple((n, "") for n in named if n in filled or len(named) == 1) or None

    def _apart(self, record: Record, cells: Sequence[Cell]) -> None:
        """What the columns of this update's network say: its hour, its day."""
        columns = self.columns
        for index, names in (*columns.ticks.items(), *columns.of_network.items()):
            if record.network not in names.split() or (value := self.cell(cells, index)) is None:
                continue
            if (isinstance(value, str) and "://" in value) or flag(text_of(value)) is not None:
                continue
            if is_date(value):
                record.date = value
            elif read_time(value) is not None:
                record.time = value
