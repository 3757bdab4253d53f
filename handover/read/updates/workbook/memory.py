"""What the hidden sheet tells of the workbook as it was written."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from handover.columns import MEMORY, SHEETS, VERSION, WORDS
from handover.columns.memory import Known, by_name, unpack
from handover.errors import ParseError
from handover.read.updates.workbook.opening import SheetRows


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

    columns: dict[str, dict[str, str]]  # sheet -> header in lower case -> key
    words: Mapping[str, Mapping[str, str]]  # group -> word in lower case -> key
    posts: dict[int, Place] = field(default_factory=dict)
    by_title: dict[str, list[Place]] = field(default_factory=dict)  # titles, addresses and ids, folded
    updates: dict[str, Known] = field(default_factory=dict)
    drafts: dict[str, Known] = field(default_factory=dict)
    example: str = ""  # mark of the example row, in the empty sheet a user starts from

    @classmethod
    def of(cls, sheets: Mapping[str, SheetRows], location: str) -> "Memory":
        """Read the records. Raises ParseError for a later version than this one."""
        columns = {sheet.key: {c.title.casefold(): c.key for c in sheet.columns} for sheet in SHEETS}
        names = {group: dict(words) for group, words in WORDS.items()}
        memory = cls(columns=columns, words={})
        for cells in sheets[MEMORY].rows:
            record = unpack(cells)
            match record:
                case ["workbook", int(version), *_] if version > VERSION:
                    raise ParseError(
                        f"{location} was written by a later version of handover.",
                        location=location,
                        hint="Update handover: pip install --upgrade content-handover",
                    )
                case ["column", str(sheet), str(key), str(title)]:
                    columns.setdefault(sheet, {})[title.casefold()] = key
                case ["word", str(group), str(key), str(name)]:
                    names.setdefault(group, {})[key] = name
                case ["post", int(number), str(id_), str(permalink), str(title)]:
                    memory._add(Place(number, id_, permalink, title))
                case ["blank", str(example)]:
                    memory.example = example
                case ["update", *_]:
                    known = Known.of(record)
                    memory.updates[known.id] = known
                case ["draft", *_]:
                    known = Known.of(record)
                    memory.drafts[known.id] = known
        memory.words = by_name(names)
        return memory

    def _add(self, place: Place) -> None:
        self.posts[place.number] = place
        for name in {fold(place.title), fold(place.permalink), fold(place.id)} - {""}:
            self.by_title.setdefault(name, []).append(place)

    def named(self, word: str) -> Place | None:
        """The one post with this title, address or id; None when there is none, or several."""
        found = self.by_title.get(fold(word), [])
        return found[0] if len(found) == 1 else None


def fold(text: str) -> str:
    """A title for comparing: case and space aside."""
    return " ".join(text.casefold().split())
