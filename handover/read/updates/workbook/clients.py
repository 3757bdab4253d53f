"""The client's workbook: a few of its cells are taken, and only where they were changed.

It has no ids: a row is known by its number, and where someone has numbered the rows anew, by what it says.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from handover.columns.memory import TAKEN, Shown, marks_of
from handover.columns.shown import Value, as_number
from handover.model import Changes, Update
from handover.read.returned import Edit, FromWorkbook
from handover.read.updates.workbook.listing import Listing, unique, update_of, word
from handover.read.updates.workbook.memory import Memory
from handover.read.updates.workbook.placing import place_of
from handover.read.updates.workbook.reading import Reading

TELLING = tuple(
    TAKEN.index(name) for name in ("permalink", "text", "posted_at", "links")
)  # which update it is


class ClientListing(Listing):
    """The updates of a client's workbook, each with what was changed of it."""

    def __init__(self, memory: Memory, location: str, zone: dt.tzinfo | None = None) -> None:
        super().__init__(memory, location, zone)
        self._by_id: dict[str, list[Reading]] = {}
        self._new: list[Reading] = []
        self._all = {shown.id: shown for shown in memory.shown.values()}
        self._by_marks: defaultdict[tuple[int, ...], list[Shown]] = defaultdict(list)
        self._by_mark: defaultdict[tuple[int, int], list[Shown]] = defaultdict(list)
        for shown in self._all.values():
            self._by_marks[shown.marks].append(shown)
            for at in TELLING:
                self._by_mark[at, shown.marks[at]].append(shown)
        self._marks: dict[int, tuple[int, ...]] = {}  # by the identity of each row
        self._changed: set[str] = set()
        self._edits: dict[str, Edit] = {}

    def key_of(self, reading: Reading) -> str:
        marks, numbered = self._marks_of(reading), self._numbered(reading)
        if numbered and not self._is_renumbered:
            return numbered.id
        same = self._by_marks.get(marks, [])
        if numbered and numbered in same:
            return numbered.id
        if len(same) == 1:
            return same[0].id
        for at in TELLING:
            found = self._by_mark.get((at, marks[at]), []) if marks[at] else []
            if len(found) == 1:
                return found[0].id
        return numbered.id if numbered and _is_alike(numbered, marks) else ""

    def _numbered(self, reading: Reading) -> Shown | None:
        number = as_number(reading.row.cells.get("no"))
        return self.memory.shown.get(int(number)) if number is not None and number.is_integer() else None

    @cached_property
    def _is_renumbered(self) -> bool:
        """Whether a row says what was written with another number: someone has numbered the rows anew."""
        for readings in self._tabs.values():
            for reading in readings:
                same = self._by_marks.get(self._marks_of(reading), [])
                if len(same) == 1 and (numbered := self._numbered(reading)) and numbered != same[0]:
                    return True
        return False

    def is_as_written(self, reading: Reading) -> bool:
        shown = self._all.get(self.key_of(reading))
        if shown is None or self._marks_of(reading) != shown.marks:
            return False
        number = place_of(reading, shown, self.memory).number
        return number in shown.posts if shown.posts else number is None

    def sort_in(self, reading: Reading, key: str) -> None:
        if key:
            self._by_id.setdefault(key, []).append(reading)
        else:
            self._new.append(reading)

    def result(self) -> FromWorkbook:
        items: list[Update] = []
        for id_, readings in self._by_id.items():
            shown = self._all[id_]
            own, copies = self._without_copies(readings, shown)
            items.append(self._known(own, shown))
            self._new += copies
        items += [self.made("", [reading]) for reading in self._new]
        return FromWorkbook(
            items=tuple(items),
            skipped=tuple(self.skipped),
            notices=tuple(self.notices),
            changes=Changes(changed=len(self._changed), new=len(self._new)),
            reader=self.memory.reader,
            changed=self._changed,
            edits=self._edits,
            deleted=tuple(shown for id_, shown in self._all.items() if id_ not in self._by_id),
        )

    def _without_copies(
        self, readings: Sequence[Reading], shown: Shown
    ) -> tuple[list[Reading], list[Reading]]:
        """The rows that are this update, what was changed first, and those that were made new ones of."""
        own: list[Reading] = []
        copies: list[Reading] = []
        numbers: set[float | None] = set()
        said = {shown.marks}
        for reading in sorted(readings, key=lambda one: self._marks_of(one) != shown.marks):
            number, marks = as_number(reading.row.cells.get("no")), self._marks_of(reading)
            if marks in said or (number not in numbers and len(numbers) < len(shown.numbers)):
                numbers.add(number)
                said.add(marks)
                own.append(reading)
            else:
                copies.append(reading)
        changed = [reading for reading in own if self._marks_of(reading) != shown.marks]
        self.tell_apart(changed, map(self._marks_of, changed))
        return [*changed, *(reading for reading in own if reading not in changed)], copies

    def _known(self, readings: Sequence[Reading], shown: Shown) -> Update:
        """An update the workbook had: only what may be changed in it is taken, and only where it was."""
        reading = readings[0]
        standings = [place_of(one, shown, self.memory) for one in readings]
        self.tell(standings)
        placed = unique(standing.placed for standing in standings)
        stated = [s.placed for s in standings if s.placed and s.is_stated]
        posts = self.memory.posts_of(shown.posts)
        fields = shown.edited(_values(reading))
        if {place.post for place in placed} != posts:
            fields = (*fields, "post")
        if fields:
            self._changed.add(shown.id)
        self._edits[shown.id] = Edit(shown=shown, fields=fields, posts=posts, where=self.where(reading.row))
        return update_of(
            reading,
            {name: shown.exactly(name, value) for name, value in reading.values.items()},
            id=shown.id,
            lasting=reading.lasting if "lasting" in fields else None,
            post=word(stated) if "post" in fields else "",
            placed=None if not placed and not shown.posts else placed,
            given_in=self.given_in(reading.row),
        )

    def _marks_of(self, reading: Reading) -> tuple[int, ...]:
        if id(reading) not in self._marks:
            self._marks[id(reading)] = tuple(marks_of(_values(reading)))
        return self._marks[id(reading)]


def _values(reading: Reading) -> Mapping[str, Value]:
    return {**reading.values, "lasting": reading.lasting}


def _is_alike(shown: Shown, marks: tuple[int, ...]) -> bool:
    """Whether anything is as it was written."""
    return any(old and old == new for old, new in zip(shown.marks, marks, strict=True))
