"""How each update stands in cells, made once for both workbooks."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import cast

from handover.columns import CLIENT_LASTING, EXTRA, FIGURE, WORKING
from handover.columns.memory import ReadBack, read_back
from handover.columns.shown import READ, cells_of, shown_id
from handover.model import Origin, Update
from handover.model.places import at_origin, without_folders
from handover.text.length import length, limit
from handover.write.xlsx.book import Book, is_shown
from handover.write.xlsx.cells import Text, Value, web_address

Row = Mapping[str, Value]


class UpdateCells:
    """The cells of updates by column key. Those of an update are made when it is first asked for."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self._file = lru_cache(maxsize=1_000)(without_folders)
        self._target = lru_cache(maxsize=1_000)(web_address)
        self._made: dict[int, dict[str, Value]] = {}  # by the identity of each update
        self._read: dict[int, ReadBack] = {}

    def __getitem__(self, update: Update) -> dict[str, Value]:
        """Its row, to be filled up by each sheet with the columns of its own."""
        made = self._made.get(id(update))
        if made is None:
            made = self._made[id(update)] = self._make(update)
        return made

    def read_back(self, update: Update) -> ReadBack:
        """What a reader will make of its cells."""
        found = self._read.get(id(update))
        if found is None:
            row = self[update]
            written = {name: cell.text if isinstance(cell := row[name], Text) else cell for name in READ}
            written |= {"network": update.network, "kind": update.kind, "state": update.state}
            found = read_back(update, cast("Mapping[str, str | dt.datetime]", written), self.lasting(update))
            self._read[id(update)] = found
        return found

    def forget(self, update: Update) -> None:
        """Let go of an update that no other sheet will ask for: it would be made again."""
        self._made.pop(id(update), None)
        self._read.pop(id(update), None)

    def lasting(self, update: Update) -> str:
        """What the sheets say: the user's own word, else the check's verdict; to a client only what she can
        use."""
        verdict = self.book.handover.verdicts.get(update.id)
        told = update.lasting or (verdict.lasting if verdict else "")
        return told if self.book.reader == WORKING or told in CLIENT_LASTING else ""

    def _make(self, update: Update) -> dict[str, Value]:
        names = self.book.names
        verdict = self.book.handover.verdicts.get(update.id)
        lasting = self.lasting(update)
        shown: dict[str, Value] = {
            **cells_of(update),
            "network": names["network"][update.network],
            "kind": names["kind"][update.kind],
            "state": names["state"][update.state],
            "lasting": names["lasting"][lasting] if lasting else "",
            "why": self.book.words.said(verdict.reason) if verdict else "",
            "origin": self._found_in(update.origin),
            "id": shown_id(update.id),
        }
        if update.links:
            shown["links"] = self._opening(shown["links"], update.links[0])
        if update.permalink:
            shown["permalink"] = self._opening(shown["permalink"], update.permalink)
        if update.media:
            shown["media"] = self._opening(shown["media"], update.media[0])
        if update.text and not update.text.isspace():
            self._fit(update, shown)
        for name in update.figures:
            if is_shown(update, name):
                shown[FIGURE + name] = _plain(update.figures[name])
        for name, value in update.extra.items():
            shown[EXTRA + name] = value if isinstance(value, str) else _plain(value)
        return shown

    def _opening(self, text: Value, address: str) -> Text:
        return Text(str(text), address, self._target(address))

    def _fit(self, update: Update, shown: dict[str, Value]) -> None:
        """Add how long the text is, counted as its network counts, and whether it fits there."""
        shown["characters"] = size = length(update.text, update.network)
        shown["limit"] = most = limit(update.network)
        if most is None:
            shown["fits"] = ""
        elif size <= most:
            shown["fits"] = self.book.word("answer", "yes")
        else:
            shown["fits"] = self.book.words("no, {n} over", n=self.book.words.number(size - most))

    def _found_in(self, origin: Origin | None) -> str:
        if origin is None:
            return ""
        places = (
            at_origin(replace(origin, file=self._file(origin.file))),
            *map(without_folders, origin.also),
        )
        return "\n".join(map(self.book.words.said, places))


def _plain(value: float) -> int | float:
    return int(value) if float(value).is_integer() and abs(value) < 2**53 else value
