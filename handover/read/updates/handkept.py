"""Sheets that people keep by hand: calendars, lists, wide plans, in any language the alias table knows.

Nothing about them is fixed, so a header is looked for in each sheet, and what is no update is said.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from handover.errors import UnknownFormatError
from handover.model import Notice, Skipped, Updates
from handover.read.source import Source
from handover.read.updates.options import Options
from handover.read.updates.tables import Row, Table
from handover.read.updates.tables.clock import Facts
from handover.read.updates.tables.columns import Columns, columns_of, find_header, header_score, header_words, text_of
from handover.read.updates.tables.gather import Rows, Rules
from handover.read.updates.tables.mapping import mapped
from handover.read.updates.tables.record import Record
from handover.read.updates.tables.sheets import first_rows, sheets_of
from handover.read.updates.tables.updates import updates_of
from handover.read.updates.tables.words import is_heading, is_total

SAMPLE = 200  # rows that decide what an ambiguous column holds


def accepts(source: Source) -> bool:
    """Whether this is a table at all. What it holds, `parse` finds out and says."""
    tables = first_rows(source)
    if any(find_header(table.rows) is not None for table in tables):
        return True
    return any(_is_even(table.rows) for table in tables)


def _is_even(rows: Sequence[Row]) -> bool:
    widths = [len(cells) for _, cells in rows if any(text_of(cell) for cell in cells)]
    return len(widths) > 1 and max(widths) > 1 and 2 * widths.count(max(widths)) >= len(widths)


def parse(source: Source, options: Options) -> Updates:
    """The updates of every sheet that has a column for their words or addresses."""
    reading = Reading(source.location, options)
    for table in sheets_of(source):
        reading.read(table)
    return reading.result()


@dataclass(slots=True)
class Reading:
    """One file on its way: what its sheets gave so far."""

    location: str
    options: Options
    records: list[Record] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    titles: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    headers: list[str] = field(default_factory=list)
    found: bool = False
    known: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.known = mapped(self.options.map)

    def read(self, table: Table) -> None:
        self.skipped += table.skipped
        self.notices += table.notices
        start = find_header(table.rows, self.known)
        if start is None:
            self._without_header(table)
            return
        self.found = True
        self.titles[table.sheet] = " ".join(
            [self.location, table.sheet, *(text_of(c) for _, cells in table.rows[:start] for c in cells)]
        )
        for columns, rows in sections(table.rows[start:], self.known):
            self._section(table, columns, rows)

    def _section(self, table: Table, columns: Columns, rows: Sequence[Row]) -> None:
        reader = Rows(table, columns, Rules())
        self.notes.append(columns.notes)
        for number, cells in rows:
            filled = [text_of(cell) for cell in cells if text_of(cell)]
            if not filled or filled[0].startswith("# ") or (len(filled) == 1 and is_heading(filled[0])):
                continue
            if is_total(filled[0]):
                reader.skip(number, f"It sums up other rows ({filled[0]!r}).")
                continue
            self.records += reader.of(number, cells)
        self.skipped += reader.skipped

    def _without_header(self, table: Table) -> None:
        words = next((header_words(cells) for _, cells in table.rows if len([c for c in cells if text_of(c)]) > 1), ())
        named = [word for word in words if word][:12]
        self.headers += named
        reason = "No column was recognised that holds the words or the address of updates"
        self.skipped.append(Skipped(location=table.place, reason=f"{reason}: {', '.join(named) or 'it has none'}."))

    def result(self) -> Updates:
        if not self.found:
            raise UnknownFormatError(
                f"No sheet of {self.location} has a column that is known to hold the words of updates.",
                location=self.location,
                headers=self.headers,
                hint=f"Its columns are: {', '.join(self.headers) or 'none'}. Say which is what, "
                'for instance --map text=Caption,posted_at="Go live".',
            )
        facts = Facts(
            location=self.location, zone=self.options.zone(), notes=" ".join(self.notes), titles=self.titles
        )
        items, notices = updates_of(self.records, facts)
        return Updates(items=tuple(items), skipped=tuple(self.skipped), notices=(*self.notices, *notices))


def sections(rows: Sequence[Row], known: Mapping[str, str]) -> Iterator[tuple[Columns, Sequence[Row]]]:
    """The rows below each header; a header that is only repeated divides nothing."""
    start = 0
    while start < len(rows):
        number, cells = rows[start]
        header = header_words(cells)
        sample = [below for _, below in rows[start + 1 : start + 1 + SAMPLE]]
        columns = columns_of(header, number, sample, known)
        enough = max(2, header_score(cells) // 2)
        probe = columns.text[0] if columns.text else columns.wide[0].column if columns.wide else columns.first
        end = start + 1
        body: list[Row] = []
        while end < len(rows):
            _, cells = rows[end]
            word = cells[probe] if probe < len(cells) else None
            if isinstance(word, str) and 0 < len(word) < 40 and header_score(cells) >= enough:
                if header_words(cells) != header:
                    break
            else:
                body.append(rows[end])
            end += 1
        yield columns, body
        start = end
