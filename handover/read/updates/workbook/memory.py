"""What the hidden sheet tells of the workbook as it was written, and what is known without it."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import field
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from handover.columns import CLIENT, SHEETS, VERSION, WORDS, WORKING, Reader
from handover.columns.memory import Known, Shown, by_name, unpack
from handover.errors import ParseError
from handover.later import dataclass
from handover.model import Quoted, Said, Skipped
from handover.read.updates.workbook.opening import SheetRows
from handover.read.updates.workbook.spoken import all_words, fold


@dataclass(frozen=True, slots=True)
class Place:
    """A post as the workbook lists it."""

    number: int
    id: str
    permalink: str
    title: str


@dataclass(slots=True)
class Memory:
    """The records of the hidden sheet."""

    columns: dict[str, dict[str, str]] = field(default_factory=dict)  # sheet -> header, folded -> key
    names: dict[str, dict[str, str]] = field(default_factory=dict)  # group -> key -> word as it was written
    words: Mapping[str, Mapping[str, str]] = field(default_factory=all_words)  # group -> word, folded -> key
    posts: dict[int, Place] = field(default_factory=dict)
    by_title: dict[str, list[Place]] = field(default_factory=dict)  # titles, addresses and ids, folded
    updates: dict[str, Known] = field(default_factory=dict)
    drafts: dict[str, Known] = field(default_factory=dict)
    taken: dict[str, Known] = field(default_factory=dict)  # what was taken out before
    not_read: list[Skipped] = field(default_factory=list)  # what was not read of the sources
    examples: set[str] = field(default_factory=set)  # marks of the rows in the empty sheet a user starts from
    is_lost: bool = False  # there is no hidden sheet: what was written is not known
    reader: Reader = WORKING  # whom the workbook was written for
    zone: dt.tzinfo = dt.UTC  # of times that name none
    headers: dict[str, list[str]] = field(default_factory=dict)  # sheet -> its headers in order, folded
    rest: dict[str, list[int]] = field(default_factory=dict)  # sheet -> marks of its rows (`columns.rest`)
    minimum: tuple[int, int] | None = None  # row and value of the cell on the first sheet that counts hang on
    shown: dict[int, Shown] = field(default_factory=dict)  # number of a row -> its update; the client's only

    @classmethod
    def of(cls, hidden: SheetRows, location: str) -> "Memory":
        """Read the records. Raises ParseError for a later version than this one."""
        columns = {sheet.key: {fold(c.title): c.key for c in sheet.columns} for sheet in SHEETS}
        names = {group: dict(known) for group, known in WORDS.items()}
        memory = cls(columns=columns, names=names)
        for cells in hidden.rows:
            record = unpack(cells)
            match record:
                case ["workbook", int(version), *_] if version > VERSION:
                    raise ParseError(
                        Said("{place} was written by a later version of handover.", place=location),
                        location=location,
                        hint=Said(
                            "Update handover: {command}", command="pip install --upgrade content-handover"
                        ),
                    )
                case ["workbook", int(), "client"]:
                    memory.reader = CLIENT
                case ["zone", str(name)]:
                    memory.zone = _zone(name, location)
                case ["column", str(sheet), str(key), str(title)]:
                    columns.setdefault(sheet, {})[fold(title)] = key
                    memory.headers.setdefault(sheet, []).append(fold(title))
                case ["rest", str(sheet), [*marks]]:
                    memory.rest.setdefault(sheet, []).extend(map(int, marks))
                case ["word", str(group), str(key), str(name)]:
                    names.setdefault(group, {})[key] = name
                case ["post", int(number), str(id_), str(permalink), str(title)]:
                    memory._add(Place(number, id_, permalink, title))
                case ["blank", str(example)]:
                    memory.examples.add(example)
                case ["shown", *_]:
                    shown = Shown.of(record)
                    memory.shown |= dict.fromkeys(shown.numbers, shown)
                case ["minimum", int(row), int(value)]:
                    memory.minimum = (row, value)
                case ["update", *_]:
                    known = Known.of(record)
                    memory.updates[known.id] = known
                case ["taken", str(id_), dict(facts)]:
                    memory.taken[id_] = Known(id=id_, digest="", hidden=facts)
                case ["skipped", str(place), int() | None as row, str(reason), str(hint)]:
                    memory.not_read.append(Skipped(location=place, line=row, reason=reason, hint=hint))
                case ["draft", *_]:
                    known = Known.of(record)
                    memory.drafts[known.id] = known
        # Its own words first: another language may use one of them for something else.
        memory.words = {group: {**all_words().get(group, {}), **own} for group, own in by_name(names).items()}
        return memory

    @classmethod
    def lost(cls, posts: Iterable[Place]) -> "Memory":
        """What is known of a workbook without its hidden sheet: its posts, as far as a sheet lists them."""
        memory = cls(names={group: dict(known) for group, known in WORDS.items()}, is_lost=True)
        for place in posts:
            memory._add(place)
        return memory

    def posts_of(self, numbers: Iterable[int]) -> frozenset[str]:
        """The ids of the posts with these numbers."""
        return frozenset(self.posts[number].id for number in numbers if number in self.posts)

    def _add(self, place: Place) -> None:
        self.posts[place.number] = place
        for name in {fold(place.title), fold(place.permalink), fold(place.id)} - {""}:
            self.by_title.setdefault(name, []).append(place)

    def named(self, word: str) -> Place | None:
        """The one post with this title, address or id; None when there is none, or several."""
        found = self.by_title.get(fold(word), [])
        return found[0] if len(found) == 1 else None


def _zone(name: str, location: str) -> dt.tzinfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ParseError(
            Said(
                "The times in {place} are in the zone {zone}, which this computer does not know.",
                place=location,
                zone=Quoted(name),
            ),
            location=location,
            hint=Said("Install the zones of the world: {command}", command="pip install tzdata"),
        ) from error
