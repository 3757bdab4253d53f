"""Updates given in Python: mappings, `Update` objects, texts, or {post: [any of these]}."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from typing import Any, cast, get_args

from handover.errors import HandoverError
from handover.later import dataclass
from handover.model import N_, Lasting, Media, Notice, Said, Skipped, SourceCount, Update, Updates
from handover.model.media import media_of
from handover.read.updates.options import Options
from handover.read.updates.tables import Cell, Table
from handover.read.updates.tables.header.sorting import columns_of
from handover.read.updates.tables.header.user_map import MAPPABLE, mapped, spelled
from handover.read.updates.tables.rows.record import Facts, Record
from handover.read.updates.tables.rows.row_cells import Rules
from handover.read.updates.tables.rows.row_reader import Rows
from handover.read.updates.tables.rows.to_updates import updates_of

NAME = "rows"
# The fields of an Update under their own names.
_OWN = {spelled(name): field_ for name, field_ in MAPPABLE.items()}
_APART = ("id", "lasting", "figures")  # what no sheet has
GIVE = Said("Give mappings like {'network': 'x', 'text': '...'}, Update objects, or texts.")


def from_rows(given: Iterable[Any] | Mapping[Any, Any], options: Options) -> Updates:
    """The updates in rows given in Python; a row is named by its place in the list, from 1.

    Keys are the fields of `Update`, or whatever a sheet's header may say. In {post: rows}, the key is the
    user's own word which post they belong to. Raises HandoverError for what is no row at all.
    """
    taken = _Taken(options)
    for number, (post, row) in enumerate(_flat(given), 1):
        taken.take(number, post, row)
    return taken.result()


def _flat(given: Iterable[Any] | Mapping[Any, Any]) -> Iterator[tuple[str, Any]]:
    if not isinstance(given, Mapping):
        for row in given:
            yield "", row
    elif isinstance(given.get("text"), str):
        yield "", given  # one row, not {post: rows}
    else:
        for post, rows in given.items():
            for row in [rows] if isinstance(rows, str | Mapping | Update) else rows:
                yield str(post), row


@dataclass(slots=True)
class _Taken:
    """Rows on their way, in their order."""

    options: Options
    finished: dict[int, Update] = field(default_factory=dict)
    mappings: dict[int, Mapping[str, Any]] = field(default_factory=dict)
    skipped: list[Skipped] = field(default_factory=list)

    def take(self, number: int, post: str, row: Any) -> None:
        if isinstance(row, Update):
            self.finished[number] = self._settled(row, post)
        elif isinstance(row, str):
            self.mappings[number] = {"text": row, "post": post}
        elif isinstance(row, Mapping):
            self.mappings[number] = {**row, "post": post} if post else row
        else:
            kind = type(row).__name__
            said = Said("Row {row} is of type {kind}, which is no update.", row=str(number), kind=kind)
            raise HandoverError(said, hint=GIVE)

    def _settled(self, update: Update, post: str) -> Update:
        moment = update.posted_at
        if moment and moment.tzinfo is None:
            zone = self.options.zone()
            moment = (moment.replace(tzinfo=zone) if zone else moment).astimezone(dt.UTC)
            update = replace(update, posted_at=moment)
        return replace(update, post=post) if post and not update.post else update

    def result(self) -> Updates:
        notices: list[Notice] = []
        records = self._records()
        if records:
            items, notices = updates_of(records, Facts(location=NAME, zone=self.options.zone()))
            for record, item in zip(records, items, strict=True):
                self.finished[record.row] = _with_own(item, self.mappings[record.row])
        found = tuple(self.finished[number] for number in sorted(self.finished))
        count = SourceCount(name=NAME, format=N_("rows in Python"), count=len(found))
        return Updates(items=found, skipped=tuple(self.skipped), sources=(count,), notices=tuple(notices))

    def _records(self) -> list[Record]:
        # Rows with the same keys are a table; a list may mix several.
        shapes: dict[tuple[str, ...], list[int]] = {}
        for number, row in self.mappings.items():
            shapes.setdefault(tuple(str(key) for key in row if key not in _APART), []).append(number)
        records: list[Record] = []
        known = {**_OWN, **mapped(self.options.map)}
        for header, numbers in shapes.items():
            rows = [(number, [_cell(self.mappings[number].get(key)) for key in header]) for number in numbers]
            columns = columns_of(header, 0, [cells for _, cells in rows[:200]], _named(known, header))
            reader = Rows(Table(location=NAME, rows=rows), columns, Rules())
            for number, cells in rows:
                records += reader.of(number, cells)
            self.skipped += reader.skipped
        self.skipped.sort(key=lambda skipped: skipped.line or 0)
        return sorted(records, key=lambda record: record.row)


def _named(known: Mapping[str, str], header: Iterable[str]) -> dict[str, str]:
    present = {spelled(word) for word in header}
    return {name: field_ for name, field_ in known.items() if name in present}


def _cell(value: Any) -> Cell:
    if value is None or isinstance(value, str | int | float | bool | dt.datetime | dt.date | dt.time):
        return value
    if isinstance(value, Iterable):
        return "\n".join(str(part) for part in value)
    return str(value)


def _with_own(update: Update, row: Mapping[str, Any]) -> Update:
    """The update with what only rows in Python can say."""
    changes: dict[str, Any] = {}
    if row.get("id"):
        changes["id"] = str(row["id"])
    if row.get("lasting") in get_args(Lasting):
        changes["lasting"] = cast(Lasting, row["lasting"])
    if isinstance(row.get("figures"), Mapping):
        told = {str(name): float(number) for name, number in row["figures"].items()}
        changes["figures"] = {**update.figures, **told}
    media = row.get("media")
    if isinstance(media, list | tuple) and any(isinstance(one, Media) for one in media):
        changes["media"] = media_of(map(_as_media, media))
    return replace(update, **changes) if changes else update


def _as_media(one: Any) -> Media:
    return one if isinstance(one, Media) else Media(str(one))
