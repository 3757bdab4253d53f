"""What the entries of one file gave, taken one after the other and not kept."""

from collections.abc import Callable, Iterable
from dataclasses import field
from typing import TypeVar

from handover.later import dataclass
from handover.model import Said, Skipped, Update, Updates
from handover.read.source import Source
from handover.read.updates.json_items import left_out, nothing_held, unreadable

T = TypeVar("T")


@dataclass(slots=True)
class Taken:
    """Updates, and what gave none."""

    updates: list[Update] = field(default_factory=list)
    unread: list[int] = field(default_factory=list)  # the places, from 1, of those that could not be read
    hollow: int = 0  # how many hold nothing
    total: int = 0

    def add(self, update: Update | None) -> None:
        """What one entry that could be read has given."""
        if update:
            self.updates.append(update)
        else:
            self.hollow += 1

    def told(self, file: Source, damage: tuple[Skipped, ...], *more: Said) -> Updates:
        """As the updates of their file, with a line for all that gave none; `more` says what else did not."""
        unread = unreadable(file, self.unread, self.total)
        out = left_out(file, nothing_held(self.hollow), *more)
        return Updates(items=tuple(self.updates), skipped=(*damage, *unread, *out))


def taken_of(entries: Iterable[T | None], to_update: Callable[[T], Update | None]) -> Taken:
    """What entries give; `to_update` gives None for one that holds nothing."""
    taken = Taken()
    for place, entry in enumerate(entries, 1):
        taken.total = place
        if entry is None:
            taken.unread.append(place)
        else:
            taken.add(to_update(entry))
    return taken
