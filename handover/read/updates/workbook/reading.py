"""One row of the workbook as an update: every cell read, what cannot be read told."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import field
from difflib import get_close_matches
from typing import Any

from handover.columns import EXTRA, FIGURE, UPDATES
from handover.columns.memory import mark
from handover.columns.shown import READ, Cell, Value, as_moment, as_number, as_text
from handover.later import dataclass, pattern
from handover.model import Joined, Quoted, Said
from handover.model.moments import is_day, stated
from handover.networks import network_named, network_of
from handover.read.updates.workbook.memory import Memory
from handover.read.updates.workbook.sheets import Row
from handover.read.updates.workbook.spoken import fold

_DOTTED = pattern(
    r"(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\. ?(?P<year>\d{4})(?:,? +(?P<hour>\d{1,2})[:.](?P<minute>\d\d))?"
)
_TITLES = {column.key: column.title for column in UPDATES.columns}
DEFAULTS = {"kind": "original", "state": "published"}


@dataclass(slots=True)
class Reading:
    """What a row says."""

    row: Row
    values: dict[str, Value]
    lasting: str
    evidence: str  # "" where the cell says nothing we know
    figures: dict[str, float]
    extra: dict[str, str | float]
    doubts: list[str] = field(default_factory=list)  # sentences about cells that could not be read
    _mark: str = ""

    @property
    def id(self) -> str:
        return as_text(self.row.cells.get("id")).strip()

    @property
    def mark(self) -> str:
        """The mark of what it says, to compare with the row as it was written."""
        if not self._mark:
            self._mark = mark(self.values, self.lasting, self.figures, self.extra)
        return self._mark

    @property
    def is_empty(self) -> bool:
        """Whether it holds nothing an update could be made of."""
        values = self.values
        return not (str(values["text"]).strip() or values["permalink"] or values["links"] or values["media"])

    @property
    def is_unmistakable(self) -> bool:
        """Whether no other update would say the very same: it has an address, or words and a moment."""
        values = self.values
        return bool(values["permalink"] or (values["posted_at"] and str(values["text"]).strip()))


def read_row(row: Row, memory: Memory, zone: dt.tzinfo | None) -> Reading:
    """Every cell of a row, read. Times without a zone are those of the workbook's in one we filled, the
    person's own (`zone`, None for the computer's) in the empty sheet a person fills."""
    doubts: list[str] = []
    values: dict[str, Value] = {}
    for name, read in READ.items():
        try:
            cell = row.cells.get(name)
            values[name] = as_moment(_typed(cell), memory.zone) if read is as_moment else read(cell)
        except (ValueError, OverflowError):
            values[name] = None
            told = as_text(row.cells[name])
            doubts.append(
                Said("The date {date} could not be read; write it like 2024-03-14 10:00.", date=Quoted(told))
            )
    values["network"] = _network(values, memory, doubts)
    for name in ("kind", "state"):
        values[name] = _word(name, str(values[name]), memory, doubts) or DEFAULTS[name]
    if memory.examples and isinstance(moment := values["posted_at"], dt.datetime) and not is_day(moment):
        values["posted_at"] = stated(moment.replace(tzinfo=zone).astimezone(dt.UTC))
    extra = {
        key.removeprefix(EXTRA): _extra(cell)
        for key, cell in row.cells.items()
        if cell is not None and key.startswith(EXTRA)
    }
    return Reading(
        row=row,
        values=values,
        lasting=_word("lasting", as_text(row.cells.get("lasting")), memory, doubts),
        evidence=memory.words["evidence"].get(fold(as_text(row.cells.get("evidence"))), ""),
        figures=_figures(row, doubts),
        extra=extra,
        doubts=doubts,
    )


def _typed(cell: Cell) -> Cell:
    """A date typed as 22.09.2026 10:37 (with dots, so the day first) as the sheet writes it."""
    found = _DOTTED.fullmatch(cell.strip()) if isinstance(cell, str) else None
    if not found:
        return cell
    clock = f" {int(found['hour']):02}:{found['minute']}" if found["hour"] else ""
    return f"{found['year']}-{int(found['month']):02}-{int(found['day']):02}{clock}"


def _network(values: Mapping[str, Any], memory: Memory, doubts: list[str]) -> str:
    told = str(values["network"]).strip()
    if not told:
        return network_of(str(values["permalink"]))
    found = memory.words["network"].get(fold(told)) or network_named(told)
    if found is None:
        unknown = Said("The network {network} is not known; it was taken as other.", network=Quoted(told))
        doubts.append(_with_nearest(unknown, told, memory.names.get("network", {})))
    return found or "other"


def _with_nearest(told: str, typed: str, names: Mapping[str, str]) -> str:
    """The sentence with the known word that was likely meant ("Facbook"), where one is near."""
    known = {name.lower(): name for name in names.values()}
    near = get_close_matches(typed.lower(), known, n=1, cutoff=0.75)
    return Joined(told, Said("Did you mean {name}?", name=known[near[0]])) if near else told


def _word(group: str, told: str, memory: Memory, doubts: list[str]) -> str:
    told = told.strip()
    if not told:
        return ""
    found = memory.words[group].get(fold(told))
    if found is None:
        names = memory.names[group]
        unknown = Said(
            "{word} is no word for {column}; it was left out. The words are: {words}.",
            word=Quoted(told),
            column=Said(_TITLES[group]),
            words=", ".join(names.values()),
        )
        doubts.append(_with_nearest(unknown, told, names))
    return found or ""


def _figures(row: Row, doubts: list[str]) -> dict[str, float]:
    figures: dict[str, float] = {}
    for key, cell in row.cells.items():
        if cell is not None and key.startswith(FIGURE):
            number = as_number(cell)
            if number is None:
                doubts.append(
                    Said(
                        "{text} is no number for {column}.",
                        text=Quoted(as_text(cell)),
                        column=key.removeprefix(FIGURE),
                    )
                )
            else:
                figures[key.removeprefix(FIGURE)] = number
    return figures


def _extra(cell: Any) -> str | float:
    return float(cell) if isinstance(cell, int | float) and not isinstance(cell, bool) else as_text(cell)
