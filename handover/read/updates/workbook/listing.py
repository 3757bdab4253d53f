"""From rows to updates: what the two workbooks have in common."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from handover.columns.memory import Known, mark
from handover.model import Lasting, Media, Near, Notice, Origin, Placed, Said, Skipped, Update, Updates
from handover.model.places import at_origin, within
from handover.read.updates.workbook.doubles import Tabs, put_by
from handover.read.updates.workbook.memory import Memory
from handover.read.updates.workbook.noticing import Notices
from handover.read.updates.workbook.placing import Standing, place_of
from handover.read.updates.workbook.reading import Reading, read_row
from handover.read.updates.workbook.said_once import posts_above
from handover.read.updates.workbook.sheets import Row
from handover.read.updates.workbook.spoken import examples

NAMED = 5  # things a notice names one by one


class Listing:
    """Collects the rows; `updates` makes of them what was meant."""

    def __init__(self, memory: Memory, location: str, zone: dt.tzinfo | None = None) -> None:
        self.memory = memory
        self.location = location
        self.zone = zone
        self.notices = Notices()
        self.skipped: list[Skipped] = []
        self._tabs: Tabs = {}
        # In the empty sheet a post is written once for the rows below: tab -> number of a row -> the post.
        self._above: dict[tuple[str, str], Mapping[int, tuple[Near, ...]]] = {}

    def add(self, row: Row) -> None:
        """Take in one row."""
        self._tabs.setdefault((row.sheet, row.name), []).append(read_row(row, self.memory, self.zone))

    def updates(self) -> Updates:
        """Every update once, and what was changed since the workbook was written."""
        for name in put_by(self._tabs, self.is_as_written):
            self.notices.append(_put_by(name, self.location))
        for tab, readings in self._tabs.items():
            told = [r for r in readings if not self._is_example(r) and not self.is_suggestion(r)]
            if self.memory.examples:
                self._above[tab] = posts_above([reading.row for reading in told])
            for reading in told:
                self._take(reading)
        return self.result()

    # What each of the workbooks does in its own way

    def key_of(self, reading: Reading) -> str:
        """What names the update of a row among those that were written; "" for a new one."""
        raise NotImplementedError

    def is_as_written(self, reading: Reading) -> bool:
        """Whether nothing of a row was changed."""
        raise NotImplementedError

    def is_suggestion(self, reading: Reading) -> bool:
        """Whether a row holds a draft that nobody took."""
        return False

    def sort_in(self, reading: Reading, key: str) -> None:
        """Put a row with its update."""
        raise NotImplementedError

    def result(self) -> Updates:
        """What the rows that were sorted in amount to."""
        raise NotImplementedError

    # What both do alike

    def _take(self, reading: Reading) -> None:
        key = self.key_of(reading)
        if reading.is_empty and not key:
            self._skip(reading)
            return
        for doubt in reading.doubts:
            self.notices.append(Notice(text=doubt, where=self.where(reading.row)))
        self.sort_in(reading, key)

    def _is_example(self, reading: Reading) -> bool:
        """Whether a row is the example of the empty sheet, as we wrote it."""
        if self.memory.is_lost:
            return reading.values["text"] in examples()
        if not self.memory.examples:
            return False
        told = {**reading.values, "posted_at": None}
        return mark(told, "", {}, {}) in self.memory.examples

    def _skip(self, reading: Reading) -> None:
        row = reading.row
        if any(not key.startswith(("post", "no", "why", "limit")) for key, cell in row.cells.items() if cell):
            self.skipped.append(
                Skipped(
                    location=within(self.location, row.name),
                    line=row.number,
                    reason=Said("The row has no text, no link and no picture."),
                )
            )

    def made(self, id_: str, readings: Sequence[Reading], draft: Known | None = None) -> Update:
        """An update the workbook did not have: typed in, pasted, or a draft that was taken."""
        reading = readings[0]
        standings = [place_of(r, draft, self.memory) for r in readings]
        if not self.memory.examples:  # the empty sheet knows no posts to doubt a word by
            self.tell(standings)
        placed = unique(s.placed for s in standings)
        values = reading.values
        if draft:
            values = {name: draft.exactly(name, value) for name, value in values.items()}
        row = reading.row
        return update_of(
            reading,
            values,
            id=id_,
            lasting=reading.lasting,
            figures=reading.figures,
            origin=self.given_in(row),
            post=word(placed),
            near=self._above.get((row.sheet, row.name), {}).get(row.number, ()),
            placed=None if self.memory.examples else placed or None,
        )

    def tell(self, standings: Iterable[Standing]) -> None:
        """Tell what is doubtful about where rows stand."""
        for standing in standings:
            if standing.doubt:
                self.notices.append(Notice(text=standing.doubt, where=self.where(standing.row)))

    def tell_apart(self, readings: Sequence[Reading], marks: Iterable[object]) -> None:
        """Tell that rows of one update were changed each in its own way; `marks` say what each says."""
        if len(set(marks)) > 1:
            rows = ", ".join(str(reading.row.number) for reading in readings)
            self.notices.append(
                Notice(
                    text=Said(
                        "The rows {rows} are one update and were changed each in its own way; row {row} "
                        "was taken.",
                        rows=rows,
                        row=str(readings[0].row.number),
                    ),
                    hint=Said("Change the others like it, or give one of them no number and no id."),
                    where=self.where(readings[0].row),
                )
            )

    def given_in(self, row: Row) -> Origin:
        """The row as a place of its own: the update in it may have been read elsewhere long ago."""
        return Origin(file=self.location, sheet=row.name, row=row.number)

    def where(self, row: Row) -> str:
        """Where a row stands, as a person finds it."""
        return at_origin(self.given_in(row))


def update_of(reading: Reading, values: dict[str, Any], **more: Any) -> Update:
    """The update that a row is, with these values in its fields."""
    kind, told = decided(values["kind"], more.pop("told", {}))
    return Update(
        network=values["network"],
        text=values["text"],
        posted_at=values["posted_at"],
        permalink=values["permalink"],
        links=values["links"],
        media=tuple(map(Media.told, values["media"])),
        kind=kind,
        account=values["account"],
        state=values["state"],
        labels=values["labels"],
        extra=reading.extra,
        lasting=cast(Lasting | None, more.pop("lasting") or None),
        told=told,
        **more,
    )


def decided(kind: str, told: Mapping[str, Any]) -> tuple[Any, dict[str, Any]]:
    """The kind of an update, and what is remembered of it, once it is read whether the client gets it.

    What is kept from her is an original until all is paired (`check.secrets`).
    """
    was_kept = "held" in told or told.get("client") == "no"
    told = {key: value for key, value in told.items() if key != "held"}
    if kind == "withheld":
        return "original", told if was_kept else {**told, "client": "no"}
    return kind, {**told, "client": "yes"} if was_kept else told


def unique(placed: Iterable[Placed | None]) -> tuple[Placed, ...]:
    """Each post once."""
    return tuple({p.post: p for p in placed if p is not None}.values())


def word(placed: Sequence[Placed]) -> str:
    """The person's word for the post, as `Update.post` has it."""
    return (placed[0].permalink or placed[0].post) if placed else ""


def _put_by(name: str, location: str) -> Notice:
    return Notice(
        text=Said(
            "The sheet {sheet} repeats another as it was written: it was taken for a copy put by.", sheet=name
        ),
        hint=Said("Delete it when you need it no more."),
        where=within(location, name),
    )
