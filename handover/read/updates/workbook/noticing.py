"""The notices of a workbook: so many of a kind, and how many there are beyond them."""

from collections.abc import Iterable, Iterator
from typing import Final

from handover.model import Joined, Notice, Said

MOST_OF_A_KIND: Final = 25  # a hostile workbook, or one edit filled down, has a million


class Notices:
    """Collects notices; the first of each kind stand, those beyond are counted."""

    def __init__(self) -> None:
        self._found: list[Notice] = []
        self._count: dict[str, int] = {}
        self._beyond: dict[str, Notice] = {}  # kind -> the first that is only counted

    def append(self, notice: Notice) -> None:
        """Take in one notice."""
        kind = _kind(notice.text)
        count = self._count[kind] = self._count.get(kind, 0) + 1
        if count <= MOST_OF_A_KIND:
            self._found.append(notice)
        else:
            self._beyond.setdefault(kind, notice)

    def __iadd__(self, notices: Iterable[Notice]) -> "Notices":
        for notice in notices:
            self.append(notice)
        return self

    def __iter__(self) -> Iterator[Notice]:
        yield from self._found
        for kind, first in self._beyond.items():
            text = Said(
                "{n} more notice of this kind: {text}",
                many="{n} more notices of this kind, the first: {text}",
                n=self._count[kind] - MOST_OF_A_KIND,
                text=first.text,
            )
            yield Notice(text=text, hint=first.hint, where=first.where)


def _kind(text: str) -> str:
    """What notices of one kind have in common: the message, whatever was put into it."""
    while isinstance(text, Joined):
        text = text.values["parts"][0]
    return text.message if isinstance(text, Said) else text
