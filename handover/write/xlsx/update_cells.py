"""How each update stands in cells, made once for both workbooks."""

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from typing import cast

from handover.columns import CLIENT_LASTING, EXTRA, FIGURE, WORKING
from handover.columns.memory import Hers, ReadBack, hers_of, read_back
from handover.columns.shown import READ, cells_of, shown_id
from handover.model import Origin, Update
from handover.model.places import at_row, within, without_folders
from handover.text.length import length, limit
from handover.write.xlsx.addresses import web_address
from handover.write.xlsx.book import Book, is_shown
from handover.write.xlsx.values import Text, Value

# The columns of an update's cells, those that are read back first.
FIELDS = (*READ, "lasting", "why", "origin", "id", "characters", "limit", "fits")
_READ_BACK = len(READ)
KEPT = 65_536  # updates whose cells are kept
FEW = 1_024  # ... where there are more than that: each sheet asks in turn, and would find few of them


class UpdateCells:
    """The cells of updates, in the order of `places`. Those of an update are made when it is first asked for.

    They are tuples: a dict for each update takes five times as much memory, and longer to take a row from.
    """

    def __init__(self, book: Book, *, shared: bool = False) -> None:
        """`shared`: the client's workbook will ask for them, too."""
        self.book = book
        self._shared = shared
        keys = (*FIELDS, *(FIGURE + name for name in book.figures), *(EXTRA + name for name in book.extra))
        self.places = {key: place for place, key in enumerate(keys)}
        self._sheet = lru_cache(maxsize=1_000)(_sheet)
        self._target = lru_cache(maxsize=1_000)(web_address)
        self._kept = KEPT if len(book.handover.updates.items) <= KEPT else FEW
        self._made: dict[int, tuple[Value, ...]] = {}  # by the identity of each update
        self._hers: dict[int, Hers] = {}
        self.drafts: list[list[str]] = []  # what the hidden sheet remembers of those that have their rows

    def __getitem__(self, update: Update) -> tuple[Value, ...]:
        """The values of its cells."""
        made = self._made.get(id(update))
        if made is None:
            if len(self._made) >= self._kept:
                self._made.clear()
            made = self._made[id(update)] = self._make(update)
        return made

    def read_back(self, update: Update) -> ReadBack:
        """What a reader will make of its cells. It is not kept: it takes more memory than all else of it."""
        cells = self[update][:_READ_BACK]
        written = {
            name: cell.text if isinstance(cell, Text) else cell
            for name, cell in zip(READ, cells, strict=True)
        }
        written |= {"network": update.network, "kind": update.kind, "state": update.state}
        read = read_back(update, cast("Mapping[str, str | dt.datetime]", written), self.lasting(update))
        if self._shared and update.kind == "original":
            self._hers[id(update)] = hers_of(read)
        return read

    def hers(self, update: Update) -> Hers:
        """What of that the client's workbook remembers."""
        found = self._hers.get(id(update))
        return hers_of(self.read_back(update)) if found is None else found

    def forget(self, update: Update) -> None:
        """Let go of an update that no other sheet will ask for: it would be made again."""
        self._made.pop(id(update), None)
        self._hers.pop(id(update), None)

    def lasting(self, update: Update) -> str:
        """What the sheets say: the user's own word, else the check's verdict; to a client only what she can
        use."""
        verdict = self.book.handover.verdicts.get(update.id)
        told = update.lasting or (verdict.lasting if verdict else "")
        return told if self.book.reader == WORKING or told in CLIENT_LASTING else ""

    def _make(self, update: Update) -> tuple[Value, ...]:
        names = self.book.names
        verdict = self.book.handover.verdicts.get(update.id)
        lasting = self.lasting(update)
        shown = cells_of(update)
        made: tuple[Value, ...] = (
            names["network"][update.network],
            shown["text"],
            shown["posted_at"],
            self._opening(shown["permalink"], update.permalink) if update.permalink else "",
            self._opening(shown["links"], update.links[0]) if update.links else "",
            self._opening(shown["media"], update.media[0]) if update.media else "",
            names["kind"][update.kind],
            names["state"][update.state],
            shown["account"],
            shown["labels"],
            names["lasting"][lasting] if lasting else "",
            self.book.words.said(verdict.reason) if verdict else "",
            self._found_in(update.origin),
            shown_id(update.id),
            *self._fit(update),
        )
        if len(self.places) > len(FIELDS):
            figures, extra = update.figures, update.extra
            made += tuple(
                _plain(figures[name]) if name in figures and is_shown(update, name) else None
                for name in self.book.figures
            )
            made += tuple(_as_cell(extra.get(name)) for name in self.book.extra)
        return made

    def _opening(self, text: Value, address: str) -> Text:
        return Text(str(text), address, self._target(address))

    def _fit(self, update: Update) -> tuple[Value, ...]:
        """How long the text is, counted as its network counts, the limit there, and whether it fits."""
        if not update.text or update.text.isspace():
            return None, None, None
        size, most = length(update.text, update.network), limit(update.network)
        if most is None:
            return size, most, ""
        if size <= most:
            return size, most, self.book.word("answer", "yes")
        return size, most, self.book.words("no, {n} over", n=self.book.words.number(size - most))

    def _found_in(self, origin: Origin | None) -> str:
        if origin is None:
            return ""
        said = self.book.words.said
        shown = said(at_row(self._sheet(origin.file, origin.sheet), origin.row))
        return "\n".join([shown, *map(said, map(without_folders, origin.also))]) if origin.also else shown


def _sheet(file: str, sheet: str) -> str:
    """The file or sheet whose rows updates are found in."""
    return within(without_folders(file), sheet)


def _plain(value: float) -> int | float:
    return int(value) if float(value).is_integer() and abs(value) < 2**53 else value


def _as_cell(value: str | float | None) -> Value:
    return value if value is None or isinstance(value, str) else _plain(value)
