"""The manager's working copy: all that was changed in it is taken."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from handover.columns import SHORTFALL, TAKEN_OUT
from handover.columns.memory import Known, origin_of
from handover.model import Changes, Notice, Said, Update
from handover.read.returned import FromWorkbook
from handover.read.updates.workbook.listing import NAMED, Listing, unique, update_of, word
from handover.read.updates.workbook.memory import Memory
from handover.read.updates.workbook.placing import place_of
from handover.read.updates.workbook.reading import Reading
from handover.read.updates.workbook.sheets import Row
from handover.read.updates.workbook.taken_rows import TakenRows


class WorkingListing(Listing):
    """The updates of a working copy; of the empty sheet and of a copy without its hidden sheet, too."""

    def __init__(self, memory: Memory, location: str, zone: dt.tzinfo | None = None) -> None:
        super().__init__(memory, location, zone)
        self._by_id: dict[str, list[Reading]] = {}
        self._new: list[Reading] = []
        self._by_mark = {known.digest: known.id for known in memory.updates.values()}
        self._places: dict[str, str] = {}
        self._changed: set[str] = set()
        self._gists: dict[str, str] = {}
        self._taken = TakenRows(memory)

    def add(self, row: Row) -> None:
        if row.sheet != TAKEN_OUT.key or self._taken.is_wanted(row):
            super().add(row)

    def key_of(self, reading: Reading) -> str:
        # A row that lost its id is known by its content.
        key = reading.id or self._by_mark.get(reading.mark, "")
        return key if key in self.memory.updates else ""

    def is_as_written(self, reading: Reading) -> bool:
        known = self.memory.updates.get(reading.id) or self.memory.drafts.get(reading.id)
        if known is None or reading.mark != known.digest:
            return False
        number = place_of(reading, known, self.memory).number
        return number in known.posts if known.posts else number is None

    def is_suggestion(self, reading: Reading) -> bool:
        if reading.row.sheet != SHORTFALL.key:
            return False
        if reading.id not in self.memory.drafts:
            return reading.is_empty and not reading.id
        return self.is_as_written(reading)

    def sort_in(self, reading: Reading, key: str) -> None:
        key = key or reading.id
        if not key and self.memory.is_lost and reading.is_unmistakable:
            key = reading.mark
        if key:
            self._by_id.setdefault(key, []).append(reading)
        else:
            self._new.append(reading)

    def result(self) -> FromWorkbook:
        items: list[Update] = []
        new = 0
        for id_, readings in self._by_id.items():
            known = self.memory.updates.get(id_)
            if known:
                own, copies = self._without_copies(readings, known)
                items.append(self._known(own, known))
            else:
                draft = self.memory.drafts.get(id_)
                own = [r for r in readings if r.mark == readings[0].mark]
                copies = [r for r in readings if r.mark != readings[0].mark]
                items.append(self.made(draft.hidden.get("id", id_) if draft else own[0].id, own, draft))
                new += 1
            self._new += copies
        items += [self.made("", [reading]) for reading in self._new]
        gone = [known for id_, known in self.memory.updates.items() if id_ not in self._by_id]
        changes = Changes(changed=len(self._changed), new=new + len(self._new), gone=len(gone))
        taken = self._taken.result(gone, self._by_id, self.made)
        return FromWorkbook(
            items=tuple(items),
            skipped=tuple(self.skipped),
            notices=(*self.notices, *self._tell_gone(gone)),
            changes=changes if self.memory.updates else None,
            places=self._places,
            changed=self._changed,
            gists=self._gists,
            gone=[one.update.id for one in taken if not one.back],
            taken_out=tuple(taken),
            not_read=tuple(self.memory.not_read),
        )

    def _without_copies(
        self, readings: Sequence[Reading], known: Known
    ) -> tuple[list[Reading], list[Reading]]:
        """The rows that are this update, and those a person made new ones of by copying a row."""
        as_written = [r for r in readings if r.mark == known.digest]
        if not as_written or len(as_written) == len(readings):
            first = readings[0].mark
            same = [r for r in readings if r.mark == first]
            return same, [r for r in readings if r.mark != first]
        taken = {place_of(r, known, self.memory).number for r in as_written}
        edited: list[Reading] = []
        copies: list[Reading] = []
        for reading in readings:
            if reading.mark == known.digest:
                continue
            number = place_of(reading, known, self.memory).number
            is_edit = number in known.posts and number not in taken
            (edited if is_edit else copies).append(reading)
        self.tell_apart(edited, [reading.mark for reading in edited])
        return [*edited, *as_written], copies

    def _known(self, readings: Sequence[Reading], known: Known) -> Update:
        """An update the workbook had, as the person left it."""
        reading = readings[0]
        standings = [place_of(r, known, self.memory) for r in readings]
        self.tell(standings)
        hidden = known.hidden
        numbers = {s.number for s in standings if s.number is not None}
        words = {s.placed.post for s in standings if s.placed and s.number is None}
        moved = bool(words) or numbers != set(known.posts)
        lasting = reading.lasting if reading.lasting != known.lasting else hidden.get("lasting")
        placed = unique(s.placed for s in standings)
        stated = [p for s, p in ((s, s.placed) for s in standings) if p and s.is_stated]
        stays_open = not placed and not known.posts and not hidden.get("alone")
        update = update_of(
            reading,
            {name: known.exactly(name, value) for name, value in reading.values.items()},
            id=hidden.get("id", known.id),
            lasting=lasting,
            figures={**_numbers(hidden.get("figures", {})), **reading.figures},
            origin=origin_of(hidden),
            given_in=self.given_in(reading.row),
            post=word(stated) if moved else hidden.get("post", ""),
            placed=None if stays_open else placed,
            told=hidden.get("told", {}),
        )
        self._places[update.id] = self.where(reading.row)
        self._gists[update.id] = hidden.get("text", "")
        if moved or any(r.mark != known.digest for r in readings):
            self._changed.add(update.id)
        return update

    def _tell_gone(self, gone: Sequence[Known]) -> Iterator[Notice]:
        if not gone:
            return
        named = "; ".join(f"“{known.hidden.get('text', '')}…”" for known in gone[:NAMED])
        if (more := len(gone) - NAMED) > 0:
            text = Said(
                "{n} updates were deleted from the workbook: {named} and {more} more.",
                n=len(gone),
                named=named,
                more=more,
            )
        else:
            text = Said(
                "{n} update was deleted from the workbook: {named}.",
                many="{n} updates were deleted from the workbook: {named}.",
                n=len(gone),
                named=named,
            )
        yield Notice(
            text=text,
            hint=Said(
                "Nothing to do when that was meant: they stand on the sheet {sheet} and nowhere else. "
                "To have one back, write yes beside it there and give the file it was read from, too: of a "
                "deleted row only the beginning of its text is kept.",
                sheet=Said("Taken out"),
            ),
            where=self.location,
        )


def _numbers(figures: dict[str, Any]) -> dict[str, float]:
    return {name: float(value) for name, value in figures.items()}
