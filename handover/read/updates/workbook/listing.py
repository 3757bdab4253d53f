"""From rows to updates: which update a row is, which posts it stands with, what was changed."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any, cast

from handover.columns import SHORTFALL
from handover.columns.memory import Known, mark, origin_of
from handover.model import Changes, Lasting, Notice, Origin, Placed, Skipped, Update, Updates
from handover.read.updates.workbook.doubles import put_by
from handover.read.updates.workbook.memory import Memory
from handover.read.updates.workbook.placing import Standing, place_of
from handover.read.updates.workbook.reading import Reading, read_row
from handover.read.updates.workbook.sheets import Row
from handover.read.updates.workbook.spoken import examples

NAMED = 5  # updates a notice names one by one


class Listing:
    """Collects the rows; `updates` makes of them what was meant."""

    def __init__(self, memory: Memory, location: str, zone: dt.tzinfo | None = None) -> None:
        self.memory = memory
        self.location = location
        self.zone = zone
        self.notices: list[Notice] = []
        self.skipped: list[Skipped] = []
        self._tabs: dict[tuple[str, str], list[Reading]] = {}  # by kind of sheet and name on the tab
        self._by_id: dict[str, list[Reading]] = {}
        self._new: list[Reading] = []
        self._by_mark = {known.digest: known.id for known in memory.updates.values()}

    def add(self, row: Row) -> None:
        """Take in one row."""
        self._tabs.setdefault((row.sheet, row.name), []).append(read_row(row, self.memory, self.zone))

    def _sort_in(self, reading: Reading) -> None:
        row = reading.row
        if self._is_example(reading):
            return
        if row.sheet == SHORTFALL.key and self._is_suggestion(reading):
            return
        if reading.is_empty and reading.id not in self.memory.updates:
            self._skip(reading)
            return
        for doubt in reading.doubts:
            self.notices.append(Notice(text=doubt, where=self._where(row)))
        # A row that lost its id is known by its content.
        id_ = reading.id or self._by_mark.get(reading.mark, "")
        if not id_ and self.memory.is_lost and reading.is_unmistakable:
            id_ = reading.mark
        if id_:
            self._by_id.setdefault(id_, []).append(reading)
        else:
            self._new.append(reading)

    def updates(self) -> Updates:
        """Every update once, and what was changed since the workbook was written."""
        for name in put_by(self._tabs, self.memory):
            self.notices.append(self._put_by(name))
        for readings in self._tabs.values():
            for reading in readings:
                self._sort_in(reading)
        items: list[Update] = []
        changed = new = 0
        for id_, readings in self._by_id.items():
            known = self.memory.updates.get(id_)
            if known is None:
                draft = self.memory.drafts.get(id_)
                same = [r for r in readings if r.mark == readings[0].mark]
                items.append(self._made(draft.hidden.get("id", id_) if draft else same[0].id, same, draft))
                new += 1
                self._new += [r for r in readings if r.mark != readings[0].mark]
                continue
            own, copies = self._without_copies(readings, known)
            update, edited = self._known(own, known)
            items.append(update)
            changed += edited
            self._new += copies
        for reading in self._new:
            items.append(self._made("", [reading], None))
            new += 1
        gone = [known for id_, known in self.memory.updates.items() if id_ not in self._by_id]
        self._tell_gone(gone)
        changes = Changes(changed=changed, new=new, gone=len(gone)) if self.memory.updates else None
        return Updates(
            items=tuple(items), skipped=tuple(self.skipped), notices=tuple(self.notices), changes=changes
        )

    def _is_example(self, reading: Reading) -> bool:
        """Whether a row is the example of the empty sheet, as we wrote it."""
        if self.memory.is_lost:
            return reading.values["text"] in examples()
        if not self.memory.example:
            return False
        told = {**reading.values, "posted_at": None}
        return mark(told, "", {}, {}) == self.memory.example

    def _is_suggestion(self, reading: Reading) -> bool:
        """Whether a row on the sheet of shortfalls is as we wrote it: a draft nobody took."""
        known = self.memory.drafts.get(reading.id)
        if known is None:
            return reading.is_empty and not reading.id
        standing = place_of(reading, known, self.memory)
        return reading.mark == known.digest and standing.number in known.posts

    def _skip(self, reading: Reading) -> None:
        row = reading.row
        if any(not key.startswith(("post", "no", "why", "limit")) for key, cell in row.cells.items() if cell):
            self.skipped.append(
                Skipped(
                    location=self._place(row),
                    line=row.number,
                    reason="The row has no text, no link and no picture.",
                )
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
        return [*edited, *as_written], copies

    def _known(self, readings: Sequence[Reading], known: Known) -> tuple[Update, bool]:
        """An update the workbook had, and whether the person changed it."""
        reading = readings[0]
        standings = [place_of(r, known, self.memory) for r in readings]
        self._tell(standings)
        hidden = known.hidden
        numbers = {s.number for s in standings if s.number is not None}
        words = {s.placed.post for s in standings if s.placed and s.number is None}
        moved = bool(words) or numbers != set(known.posts)
        lasting = reading.lasting if reading.lasting != known.lasting else hidden.get("lasting")
        placed = _unique(s.placed for s in standings)
        stated = [p for s, p in ((s, s.placed) for s in standings) if p and s.is_stated]
        stays_open = not placed and not known.posts
        update = self._update(
            reading,
            {name: known.exactly(name, value) for name, value in reading.values.items()},
            id=hidden.get("id", known.id),
            lasting=lasting,
            figures={**_numbers(hidden.get("figures", {})), **reading.figures},
            origin=origin_of(hidden),
            post=_word(stated) if moved else hidden.get("post", ""),
            placed=None if stays_open else placed,
        )
        return update, moved or any(r.mark != known.digest for r in readings)

    def _made(self, id_: str, readings: Sequence[Reading], draft: Known | None) -> Update:
        """An update the workbook did not have: typed in, pasted, or a draft that was taken."""
        reading = readings[0]
        standings = [place_of(r, draft, self.memory) for r in readings]
        if not self.memory.example:  # the empty sheet knows no posts to doubt a word by
            self._tell(standings)
        placed = _unique(s.placed for s in standings)
        values = reading.values
        if draft:
            values = {name: draft.exactly(name, value) for name, value in values.items()}
        row = reading.row
        return self._update(
            reading,
            values,
            id=id_,
            lasting=reading.lasting,
            figures=reading.figures,
            origin=Origin(file=self.location, sheet=row.name, row=row.number),
            post=_word(placed),
            placed=None if self.memory.example else placed or None,
        )

    def _update(self, reading: Reading, values: dict[str, Any], **more: Any) -> Update:
        return Update(
            network=values["network"],
            text=values["text"],
            posted_at=values["posted_at"],
            permalink=values["permalink"],
            links=values["links"],
            media=values["media"],
            kind=values["kind"],
            account=values["account"],
            state=values["state"],
            labels=values["labels"],
            extra=reading.extra,
            lasting=cast(Lasting | None, more.pop("lasting") or None),
            **more,
        )

    # What a person should know

    def _put_by(self, name: str) -> Notice:
        return Notice(
            text=f"The sheet {name} repeats another as it was written: it was taken for a copy put by.",
            hint="Delete it when you need it no more.",
            where=f"{self.location} › {name}",
        )

    def _tell(self, standings: Iterable[Standing]) -> None:
        for standing in standings:
            if standing.doubt:
                self.notices.append(Notice(text=standing.doubt, where=self._where(standing.row)))

    def _tell_gone(self, gone: Sequence[Known]) -> None:
        if not gone:
            return
        named = "; ".join(f"“{known.hidden.get('text', '')}…”" for known in gone[:NAMED])
        more = f" and {len(gone) - NAMED} more" if len(gone) > NAMED else ""
        self.notices.append(
            Notice(
                text=f"{len(gone)} updates were deleted from the workbook: {named}{more}.",
                hint="Nothing to do when that was meant; else take them back from the earlier file.",
                where=self.location,
            )
        )

    def _place(self, row: Row) -> str:
        return f"{self.location} › {row.name}" if row.name else self.location

    def _where(self, row: Row) -> str:
        return f"{self._place(row)}, row {row.number}"


def _unique(placed: Iterable[Placed | None]) -> tuple[Placed, ...]:
    return tuple({p.post: p for p in placed if p is not None}.values())


def _word(placed: Sequence[Placed]) -> str:
    """The person's word for the post, as `Update.post` has it."""
    return (placed[0].permalink or placed[0].post) if placed else ""


def _numbers(figures: dict[str, Any]) -> dict[str, float]:
    return {name: float(value) for name, value in figures.items()}
