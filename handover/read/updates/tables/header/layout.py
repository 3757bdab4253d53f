"""A table whose header is known: what proves it, and what the alias table does not say about it."""

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from pathlib import PurePath

from handover.errors import ParseError
from handover.later import dataclass
from handover.model import Notice, Quoted, Said, Skipped, State, Updates
from handover.model.gc_pause import no_collection
from handover.networks import AMBIGUOUS, network_named
from handover.read.fields import clean
from handover.read.source import Source
from handover.read.told_network import network_told
from handover.read.updates.options import Options
from handover.read.updates.tables import Cell, Table
from handover.read.updates.tables.files.sheets import HEADER_WITHIN, first_headers, header_of, sheets_of
from handover.read.updates.tables.header.columns import header_words, text_of
from handover.read.updates.tables.header.sorting import columns_of
from handover.read.updates.tables.header.unused import unused
from handover.read.updates.tables.header.user_map import spelled
from handover.read.updates.tables.rows.cell_words import is_total
from handover.read.updates.tables.rows.joined_skips import joined
from handover.read.updates.tables.rows.record import Facts, Record
from handover.read.updates.tables.rows.row_cells import NOTHING_TO_DO, Rules
from handover.read.updates.tables.rows.row_reader import Rows
from handover.read.updates.tables.rows.to_updates import updates_of

SAMPLE = 200
_NO_POSTS = Said("This sheet has no table of posts and was not read.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One format of table. Headers are spelled as `normal` has them."""

    proof: tuple[frozenset[str], ...]  # a header that holds all of one of these is this format's
    without: frozenset[str] = frozenset()  # and none of these
    columns: Mapping[str, str] = field(default_factory=dict)  # header -> field, as `columns_of` takes it;
    # "": for its program alone (ids, settings), left out without a word
    network: str = ""  # the only network in it
    one_channel: bool = False  # the file is for one channel, which only its name may tell
    state: State = "published"  # where no column tells
    zone: dt.tzinfo | None = None  # of its times, where the format fixes it
    day_first: bool | None = None  # its habit, where its rows prove nothing
    words: Callable[[str], str] = clean
    finish: Callable[[Record], str] = lambda record: ""
    once: bool = False  # rows with the same words and time are one update with several pictures
    aside: frozenset[str] = frozenset()  # sheets of its report that hold no posts, as `spelled` has them
    own_times: bool = True  # written by the network's clock, so that an id in an address tells them exactly
    no_dates: frozenset[str] = frozenset()  # words in the date column that are no date ("queue next")

    def header_in(self, table: Table) -> int | None:
        """The index of this format's header among the table's first rows, or None."""
        headers = (header_of(cells) for _, cells in table.rows[:HEADER_WITHIN])
        return next((index for index, words in enumerate(headers) if self._is_header(words)), None)

    def _is_header(self, words: frozenset[str]) -> bool:
        return not words & self.without and any(proof <= words for proof in self.proof)

    def accepts(self, source: Source) -> bool:
        """Whether a sheet of this file has the header."""
        return any(self._is_header(words) for sheet in first_headers(source) for words in sheet)

    def parse(self, source: Source, options: Options) -> Updates:
        """The updates of every sheet with the header."""
        with no_collection():
            return self._parse(source, options)

    def _parse(self, source: Source, options: Options) -> Updates:
        records: list[Record] = []
        skipped: list[Skipped] = []
        notices: list[Notice] = []
        notes: list[str] = []
        for table in sheets_of(source):
            start = self.header_in(table)
            if start is None:
                if table.rows and spelled(table.sheet) not in self.aside:
                    skipped.append(Skipped(location=table.place, reason=_NO_POSTS))
                continue
            is_told = network_told(options.network, source.location, table.sheet)
            reader = self._reader(table, start, "" if is_told else source.name)
            left_out = {header for header, told in self.columns.items() if not told}
            notices += unused(table, reader.columns, table.rows[start + 1 :], left_out, of_program=True)
            for number, cells in table.rows[start + 1 :]:
                if any(map(text_of, cells)) and not self._is_total(reader, number, cells):
                    records += reader.of(number, self._without_words(cells))
            skipped += (*table.skipped, *joined(reader.skipped))
            notices += table.notices
            notes.append(reader.columns.notes)
        if not notes:
            raise ParseError(
                Said("The header of {place} could not be found again.", place=source.location),
                location=source.location,
            )
        facts = Facts(
            location=source.location, zone=options.zone(), file_zone=self.zone, notes=" ".join(notes),
            day_first=self.day_first, known=self.own_times,
        )  # fmt: skip
        items, told = updates_of(_united(records) if self.once else records, facts)
        return Updates(items=tuple(items), skipped=tuple(skipped), notices=(*notices, *told))

    def _reader(self, table: Table, start: int, name: str) -> Rows:
        number, cells = table.rows[start]
        sample = [below for _, below in table.rows[start + 1 : start + 1 + SAMPLE]]
        columns = columns_of(header_words(cells), number, sample, self.columns)
        network = self.network or (network_in_name(name) if self.one_channel else "")
        return Rows(
            table, columns, Rules(network=network, state=self.state, words=self.words, finish=self.finish)
        )

    def _is_total(self, reader: Rows, number: int, cells: Sequence[Cell]) -> bool:
        first = next((text for cell in cells if (text := text_of(cell))), "")
        total = is_total(first)
        if total:
            reader.skip(number, Said("It sums up other rows ({word}).", word=Quoted(first)), NOTHING_TO_DO)
        return total

    def _without_words(self, cells: Sequence[Cell]) -> Sequence[Cell]:
        if not self.no_dates:
            return cells
        return [None if isinstance(c, str) and c.strip().casefold() in self.no_dates else c for c in cells]


def _united(records: list[Record]) -> list[Record]:
    found: dict[object, Record] = {}
    for record in records:
        key = (record.sheet, record.network, record.text, text_of(record.date))
        first = found.setdefault(key, record)
        if first is not record:
            first.media = (*first.media, *record.media)
            first.links = [*first.links, *(link for link in record.links if link not in first.links)]
    return list(found.values())


def network_in_name(name: str) -> str:
    """The one network a file or sheet is named after ("acme-linkedin.csv"); "" for none or several."""
    words = re.split(r"[\W_]+", PurePath(name).stem.casefold())
    found = {named for word in words if word not in AMBIGUOUS and (named := network_named(word))} - {"other"}
    return found.pop() if len(found) == 1 and not AMBIGUOUS.intersection(words) else ""


Accepts = Callable[[Source], bool]
Parse = Callable[[Source, Options], Updates]


def readers(*layouts: Layout) -> tuple[Accepts, Parse]:
    """`accepts` and `parse` of a format that comes in several layouts."""

    def accepts(source: Source) -> bool:
        return any(layout.accepts(source) for layout in layouts)

    def parse(source: Source, options: Options) -> Updates:
        return next(layout for layout in layouts if layout.accepts(source)).parse(source, options)

    return accepts, parse
