"""The sheet of what the user has taken out: it stays out until she writes yes beside it."""

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import replace

from handover.columns.memory import Known, origin_of
from handover.columns.shown import as_text
from handover.model import TakenOut, Update
from handover.read.updates.tables.rows.cell_words import flag
from handover.read.updates.workbook.memory import Memory
from handover.read.updates.workbook.reading import Reading, read_row
from handover.read.updates.workbook.sheets import Row

Made = Callable[[str, Sequence[Reading]], Update]


class TakenRows:
    """The rows of that sheet, and the updates whose rows are gone from the others."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self._rows: dict[str, Reading] = {}  # by id, or by what they say where they have none
        self._back: set[str] = set()

    def is_wanted(self, row: Row) -> bool:
        """Whether a row is to be read as an update; one that is not is kept to be listed again."""
        reading = read_row(row, self.memory, None)
        is_back = flag(as_text(row.cells.get("back")).strip() or "no") is not False
        if is_back and _is_whole(reading):
            self._back.add(reading.id)
            return True
        if reading.id or not reading.is_empty:
            self._rows[reading.id or reading.mark] = reading
            self._back |= {reading.id} if is_back else set()
        return False

    def result(self, gone: Sequence[Known], read: Container[str], made: Made) -> list[TakenOut]:
        """All that is taken out: deleted rows, rows of the sheet, and what was taken out ever before.

        `read` holds the ids of the rows on the other sheets: what stands there again is not out.
        """
        found: dict[str, TakenOut] = {}
        before: Mapping[str, Known] = self.memory.taken | {known.id: known for known in gone}
        for id_ in (*before, *self._rows):
            if id_ in found or id_ in read or (id_ in self._back and id_ not in self._rows):
                continue
            found[id_] = self._taken(id_, before.get(id_), made)
        return list(found.values())

    def _taken(self, id_: str, known: Known | None, made: Made) -> TakenOut:
        reading = self._rows.get(id_)
        own = str(known.hidden.get("id", known.id)) if known else reading.id if reading else ""
        origin = origin_of(known.hidden) if known else None
        if reading and _is_whole(reading):
            update = made(own, [reading])
            return TakenOut(update=replace(update, origin=origin or update.origin))
        gist = known.hidden.get("text", "") if known else ""
        text = str(reading.values["text"]) if reading else f"{gist}…" if gist else ""
        stand_in = Update(id=own, text=text, network="other", origin=origin)
        return TakenOut(update=stand_in, whole=False, back=id_ in self._back)


def _is_whole(reading: Reading) -> bool:
    """Whether the row says all of its update: of what is known in part, the network is not told."""
    return reading.row.cells.get("network") is not None and not reading.is_empty
