"""Sheets that people keep by hand: calendars, lists, wide plans, in any language the alias table knows.

Nothing about them is fixed, so a header is looked for in each sheet, and what is no update is said.
"""

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from pathlib import PurePath

from handover.errors import UnknownFormatError
from handover.later import dataclass
from handover.model import Joined, Notice, Quoted, Said, Skipped, Updates
from handover.model.gc_pause import no_collection
from handover.read.source import Source
from handover.read.told_network import network_told
from handover.read.updates.options import Options
from handover.read.updates.tables import Row, Table
from handover.read.updates.tables.files.sheets import fault_of, first_rows, is_workbook, sheets_of
from handover.read.updates.tables.files.turned import upright
from handover.read.updates.tables.foreign.left_out import LeftOut, error_of
from handover.read.updates.tables.foreign.verdict import (
    ANOTHER,
    CALENDAR,
    Foreign,
    foreign_in,
    foreign_without_header,
    rows_shown,
)
from handover.read.updates.tables.header.by_content import Guessed, by_content
from handover.read.updates.tables.header.columns import (
    Columns,
    find_header,
    header_score,
    header_words,
    text_of,
)
from handover.read.updates.tables.header.joined_tabs import joined_tabs
from handover.read.updates.tables.header.layout import network_in_name
from handover.read.updates.tables.header.neighbours import without_neighbour
from handover.read.updates.tables.header.numbered_posts import NumberedPosts, numbered_posts
from handover.read.updates.tables.header.sections import sections
from handover.read.updates.tables.header.two_rows import told_apart
from handover.read.updates.tables.header.unknown import Unknown, described
from handover.read.updates.tables.header.unused import TO_MAP, above_header
from handover.read.updates.tables.header.user_map import mapped, spelled
from handover.read.updates.tables.rows.all_networks import on_all
from handover.read.updates.tables.rows.from_above import NO_HEADING, Heading, heading_above
from handover.read.updates.tables.rows.month_grid import Grid, grids_in, is_of_networks, records_of
from handover.read.updates.tables.rows.post_above import is_divider
from handover.read.updates.tables.rows.record import Facts, Record
from handover.read.updates.tables.rows.row_colours import Legend, without_legend
from handover.read.updates.tables.rows.section import read_section
from handover.read.updates.tables.rows.to_updates import updates_of
from handover.read.updates.tables.when.day_or_month_first import speaks_day_first

ENDINGS = ("", ".csv", ".tsv", ".tab", ".txt", ".md", ".xls", ".xlsx")  # of tables in text
FEWEST = 2  # rows above a table that may be another one


def accepts(source: Source) -> bool:
    """Whether this is a table at all. What it holds, or why it cannot be read, `parse` says."""
    if fault_of(source):
        return True
    tables = [upright(table) for table in first_rows(source)]
    ending = PurePath(source.name).suffix.lower()
    if not is_workbook(source) and ending not in ENDINGS:
        return False
    if any(find_header(table.rows) is not None or grids_in(table, table.rows) for table in tables):
        return True
    return ending not in ("", ".md") and any(_is_even(table.rows) for table in tables)


def _is_even(rows: Sequence[Row]) -> bool:
    widths = [len(cells) for _, cells in rows if any(text_of(cell) for cell in cells)]
    return len(widths) > 1 and max(widths) > 1 and 2 * widths.count(max(widths)) >= len(widths)


def parse(source: Source, options: Options) -> Updates:
    """The updates of every sheet that has a column for their words or addresses."""
    reading = Reading(source.location, options)
    with no_collection():
        tables, reading.notices = joined_tabs(sheets_of(source))
        reading.legend = legend = Legend(tables)
        tables = [without_legend(table, legend) for table in tables]
        reading.numbered = numbered_posts(tables)
        for table in tables:
            if not table.rows:  # its texts went to another
                reading.skipped += table.skipped
            elif table.sheet in reading.numbered.tabs:
                told = Said("This tab was read as the list of the posts and their numbers, and nothing else.")
                reading.notices.append(Notice(text=told, where=table.place))
            else:
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
    grids: list[Grid] = field(default_factory=list)
    unknown: list[Unknown] = field(default_factory=list)
    left: list[LeftOut] = field(default_factory=list)
    doubtful: list[tuple[Table, Columns, Sequence[Row], Foreign]] = field(default_factory=list)
    headers: set[tuple[str, ...]] = field(default_factory=set)  # under which updates were read
    found: bool = False
    numbered: NumberedPosts = field(default_factory=NumberedPosts)
    legend: Legend = field(default_factory=lambda: Legend(()))
    day_first: bool = False  # a header is in a language that writes the day first
    known: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.known = mapped(self.options.map)

    def read(self, table: Table) -> None:
        table = upright(table)
        start = find_header(table.rows, self.known)
        table = table if start is None else without_neighbour(table, start)
        self.skipped += table.skipped
        self.notices += table.notices
        if start is None and (guessed := self._by_content(table)):
            table = guessed.table
            self.notices.append(guessed.notice)
            start = find_header(table.rows, self.known)
        self.grids += grids_in(table, table.rows[:start])
        if start is None:
            if not self.grids or self.grids[-1].table is not table:
                self._without_header(table)
            return
        self._check_map(table, header_words(table.rows[start][1]))
        above = [text for _, cells in table.rows[:start] for cell in cells if (text := text_of(cell))]
        if not self._above(table, start) and not (self.grids and self.grids[-1].table is table):
            self.notices += above_header(table, start)
        self.titles[table.sheet] = " ".join([self.location, table.sheet, *above])
        banner, heading = _banner(table.rows[:start]), heading_above(table.rows[:start])
        known = {**self.numbered.headers_in(table), **self.known}
        for columns, rows in sections(told_apart(table, start), known):
            foreign = self._foreign(table, columns, rows, above)
            if foreign is None and columns.row > table.rows[start][0] and not header_score(columns.header):
                foreign = ANOTHER
            if foreign and foreign.doubtful:
                self.doubtful.append((table, columns, rows, foreign))
            elif foreign:
                self._leave_out(table, rows, foreign)
            else:
                self.headers.add(columns.header)
                banner, heading = self._section(table, columns, rows, banner, heading)

    def _by_content(self, table: Table) -> Guessed | None:
        if self.known or grids_in(table, table.rows) or foreign_without_header(table):
            return None
        return by_content(table)

    def _decide_the_doubtful(self) -> None:
        """What shows no sign of updates is read all the same under the header of what does: a tab a month."""
        for table, columns, rows, foreign in self.doubtful:
            if columns.header in self.headers:
                self._section(table, columns, rows)
            else:
                self._leave_out(table, rows, foreign)

    def _foreign(
        self, table: Table, columns: Columns, rows: Sequence[Row], above: Sequence[str]
    ) -> Foreign | None:
        told = any(self.known.get(spelled(word)) == "text" for word in columns.header)
        names = (PurePath(self.location).stem, table.sheet, *above)
        return foreign_in(
            columns, rows_shown(rows), names, unproved=self.options.found and not told, mapped=told
        )

    def _above(self, table: Table, start: int) -> bool:
        """Whether a table of another kind stands above the one that is read; it is left out."""
        known = foreign_without_header(replace(table, rows=table.rows[:start])) if start > FEWEST else None
        if known:
            self._leave_out(table, table.rows[known[0] : start], known[1])
        return known is not None

    def _leave_out(self, table: Table, rows: Sequence[Row], foreign: Foreign) -> None:
        filled = [number for number, cells in rows if any(map(text_of, cells))]
        if filled:
            self.left.append(LeftOut(place=table.place, line=filled[0], rows=len(filled), foreign=foreign))

    def _check_map(self, table: Table, header: Sequence[str]) -> None:
        lacking = self.known.keys() - {spelled(word) for word in header}
        missing = [column for column in self.options.map.values() if spelled(column) in lacking]
        if missing:
            text = Said(
                "The map names {names}, which this sheet does not have.",
                names=Joined(*map(Quoted, missing), by=", "),
            )
            hint = Said("Its columns are: {columns}.", columns=", ".join(header))
            self.notices.append(Notice(text=text, hint=hint, where=table.place))

    def _section(
        self, table: Table, columns: Columns, rows: Sequence[Row], banner: str = "",
        heading: Heading = NO_HEADING,
    ) -> tuple[str, Heading]:  # fmt: skip
        """Read the rows under one header; the headings that stand last among them head the next table."""
        self.found = True
        named = network_in_name(table.sheet) or network_in_name(PurePath(self.location).name)
        if network_told(self.options.network, self.location, table.sheet):
            named = ""  # what the file is called says less than its user
        section = read_section(
            table, columns, rows, banner, named=named, numbered=self.numbered, legend=self.legend,
            heading=heading,
        )  # fmt: skip
        self.notes.append(columns.notes)
        if columns.notes:  # "Datum 2026"
            self.titles[table.sheet] = f"{self.titles.get(table.sheet, '')} {columns.notes}"
        self.day_first = self.day_first or speaks_day_first(columns.header)
        self.notices += section.notices
        self.records += section.records
        self.skipped += section.skipped
        return section.last_heading, section.below

    def _without_header(self, table: Table) -> None:
        if known := foreign_without_header(table):
            self._leave_out(table, table.rows[known[0] :], known[1])
            return
        unknown = described(table, strictly=self.options.found)
        self.unknown.append(unknown)
        reason = Said(
            "No column was recognised that holds the words or the address of updates: {columns}.",
            columns=", ".join(unknown.headers) or Said("it has none"),
        )
        hint = TO_MAP if unknown.headers else ""
        self.skipped.append(Skipped(location=table.place, reason=reason, hint=hint))

    def _read_grids(self) -> None:
        # Beside a table, a grid is only another view of it.
        beside = bool(self.records)
        for grid in self.grids:
            if self.options.found and not is_of_networks(grid):
                self._leave_out(grid.table, grid.rows[1:], CALENDAR)
                continue
            self.found = True
            if beside:
                reason = Said("A month grid was not read, for the file has its updates in a table.")
                self.skipped.append(Skipped(location=grid.table.place, line=grid.rows[0][0], reason=reason))
            else:
                self.titles.setdefault(grid.table.sheet, f"{self.location} {grid.table.sheet}")
                self.records += records_of(grid, self.skipped)

    def result(self) -> Updates:
        """What was read. Raises UnknownFormatError when no sheet had a header that is known."""
        self._decide_the_doubtful()
        self._read_grids()
        if not self.found and self.left:
            raise error_of(self.location, self.left)
        if not self.found:
            unknown = max(self.unknown, key=lambda one: len(one.headers), default=Unknown())
            raise UnknownFormatError(
                Said(
                    "No sheet of {place} has a column that is known to hold the words of updates.",
                    place=self.location,
                ),
                location=self.location,
                headers=unknown.headers,
                hint=unknown.hint,
            )
        facts = Facts(
            location=self.location, zone=self.options.zone(), notes=" ".join(self.notes), titles=self.titles,
            day_first=self.day_first or None,
        )  # fmt: skip
        if not (self.records or self.skipped or self.left):
            told = Said("It has a header, but no rows below it.")
            hint = Said("Write the updates below it, one a row.")
            self.notices.append(Notice(text=told, where=self.location, hint=hint))
        items, notices = updates_of(on_all(self.records), facts)
        skipped = (*self.skipped, *(left.skipped for left in self.left))
        return Updates(items=tuple(items), skipped=skipped, notices=(*self.notices, *notices))


def _banner(rows: Sequence[Row]) -> str:
    """What stands in the row above a header, where it may be the name of a post and its address."""
    if len(rows) > FEWEST:  # they may be another table, whose words are none of ours
        return ""
    filled = [text for _, cells in rows[-1:] for cell in cells if (text := text_of(cell))]
    return " ".join(filled) if len(filled) < 3 and not is_divider(filled[0] if filled else "") else ""
