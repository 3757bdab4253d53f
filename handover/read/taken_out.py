"""What the user has deleted from a working copy stays out, also where its archive is read beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from handover.model import Notice, Said, TakenOut, Update, Updates
from handover.model.places import at_origin
from handover.read.returned import FromWorkbook

if TYPE_CHECKING:
    from handover.read.sameness.entry import SourceEntry


class Taken:
    """The updates taken out, and what of them other sources still tell. To be used once."""

    def __init__(self, read: Sequence[Updates]) -> None:
        self._taken = {one.update.id: one for updates in read for one in updates.taken_out}
        books = [updates for updates in read if isinstance(updates, FromWorkbook)]
        self._stands = {item.id for book in books for item in book.items} if self._taken else set()

    def __bool__(self) -> bool:
        """Whether anything was taken out at all."""
        return bool(self._taken)

    def takes(self, one: Update, group: "Sequence[SourceEntry]") -> bool:
        """Whether an update, put together from these entries, is one that was taken out.

        One that still stands in a workbook is not: of two that say the same, one was deleted as a double.
        """
        if not self._taken:
            return False
        meant = {entry.update.id for entry in group} & self._taken.keys()
        if not meant or any(entry.update.id in self._stands for entry in group):
            return False
        is_back = False
        for id_ in meant:
            if self._taken[id_].back:
                del self._taken[id_]
                is_back = True
            else:
                self._taken[id_] = TakenOut(update=replace(one, id=id_))
        return not is_back

    def not_found(self) -> Iterator[Notice]:
        """What is wanted back, and stands in none of the files that were given."""
        for one in self._taken.values():
            if one.back:
                place = at_origin(one.update.origin)
                text = one.update.text.rstrip("…")
                yield Notice(
                    text=Said("“{text}” cannot be taken back: its file was not given.", text=text),
                    hint=Said("Give the file it was found in too: {place}.", place=place),
                    where=place,
                )

    def result(self) -> tuple[TakenOut, ...]:
        """All that is still out."""
        return tuple(replace(one, back=False) for one in self._taken.values())
