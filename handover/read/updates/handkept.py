"""Sheets that people keep by hand: calendars, lists, wide plans, in any language the alias table knows.

Nothing about them is fixed, so a header is looked for in each sheet, and what is no update is said.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from handover.errors import UnknownFormatError
from handover.model import Joined, Notice, Quoted, Said, Skipped, State, Updates
from handover.model.gc_pause import no_collection
from handover.read.source import Source
from handover.read.told_network import network_told
from handover.read.updates.options import Options
from handover.read.updates.tables import Cell, Row, Table
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
from handover.read.updates.tables.header.layout import network_in_name
from handover.read.updates.tables.header.numbered_posts import NumberedPosts, numbered_posts
from handover.read.updates.tables.header.roles import normal
from handover.read.updates.tables.header.sections import sections
from handover.read.updates.tables.header.two_rows import told_apart
from handover.read.updates.tables.header.unknown import Unknown, described
from handover.read.updates.tables.header.unused import above_header, errors_in, unused
from handover.read.updates.tables.header.user_map import mapped, spelled
from handover.read.updates.tables.rows.all_networks import on_all
from handover.read.updates.tables.rows.cell_words import is_total
from handover.read.updates.tables.rows.from_above import Carry
from handover.read.updates.tables.rows.joined_skips import joined
from handover.read.updates.tables.rows.link_below import is_link_below
from handover.read.updates.tables.rows.month_grid import Grid, grids_in, is_of_networks, records_of
from handover.read.updates.tables.rows.pointers import followed
from handover.read.updates.tables.rows.post_above import PostAbove, is_divider
from handover.read.updates.tables.rows.record import Facts, Record
from handover.read.updates.tables.rows.row_cells import Rules
from handover.read.updates.tables.rows.row_reader import Rows
from handover.read.updates.tables.rows.several import numbered
from handover.read.updates.tables.rows.stray_addresses import Strays
from handover.read.updates.tables.rows.to_updates import updates_of
from handover.read.updates.tables.rows.told import told_of
from handover.read.updates.tables.rows.too_long import fitted
from handover.read.updates.tables.when.dates import is_date
from handover.read.updates.tables.when.day_or_month_first import speaks_day_first

ENDINGS = ("", ".csv", ".tsv", ".tab", ".txt", ".md", ".xls", ".xlsx")  # of tables in text
RULE = re.compile(r":?-{2,}:?|={3,}|_{3,}")  # a line across a table, as Markdown draws it
HEADS = Said("It heads the rows below: they go to the post of that name, if the blog has one.")
FEWEST = 2  # rows above a table that may be another one
PLANNED = re.compile(r"\b(schedul|plann|due|target|geplant|planifi|prevu|programa|programm)")


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
        tables = sheets_of(source)
        reading.numbered = numbered_posts(tables)
        for table in tables:
            if table.sheet in reading.numbered.tabs:
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
    day_first: bool = False  # a header is in a language that writes the day first
    known: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.known = mapped(self.options.map)

    def read(self, table: Table) -> None:
        table = upright(table)
        self.skipped += table.skipped
        self.notices += table.notices
        start = find_header(table.rows, self.known)
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
        banner = _banner(table.rows[:start])
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
                banner = self._section(table, columns, rows, banner)

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

    def _section(self, table: Table, columns: Columns, rows: Sequence[Row], banner: str = "") -> str:
        """Read the rows under one header; the heading that stands last among them heads the next table."""
        self.found = True
        named = network_in_name(table.sheet) or network_in_name(PurePath(self.location).name)
        if network_told(self.options.network, self.location, table.sheet):
            named = ""  # what the file is called says less than its user
        columns = _without_empty_states(columns, rows)
        rules = Rules(network=named, state=_state(columns))
        reader = Rows(table, columns, rules, strays=Strays(table, columns))
        carry, above = Carry(columns, rows), PostAbove(table, columns, rows, banner)
        self.notes.append(columns.notes)
        self.day_first = self.day_first or speaks_day_first(columns.header)
        mine: list[Record] = []
        seen: list[Row] = []
        shifted: list[int] = []
        for index, (number, cells) in enumerate(rows):
            first = _first(cells)
            if not first or RULE.fullmatch(first) or carry.heading(index):
                continue
            if _is_comment(first, cells, columns):
                reader.skip(number, Said("A line that begins with # was taken for a remark."))
                continue
            if is_link_below(columns, number, cells, mine):
                seen.append((number, cells))
                continue
            cells, is_broken = fitted(columns, cells)
            if is_broken:
                reader.skip(
                    number,
                    Said("It has more cells than the header: put texts with commas in quotation marks."),
                )
                continue
            if is_total(first):
                reader.skip(number, f"It sums up other rows ({first!r}).")
                continue
            if above.tells_of_a_post(number):
                continue
            if number in above.headings:
                reader.skip(number, HEADS)
                continue
            found, moved = _of_row(reader, number, carry.over(number, cells))
            for record in found:
                record.post = self.numbered.posts.get(record.post, record.post)
                record.near, record.may_be = carry.month, above.of(number)
                if record.network in ("", "other"):
                    record.network = carry.network or record.network
            mine += found
            shifted += [number] if moved else []
            seen += [] if moved else [(number, cells)]
        self.notices += followed(mine, table, reader.skipped)
        self.records += mine
        self.skipped += joined(reader.skipped)
        self.notices += (
            *told_of(table, reader, carry, shifted),
            *numbered(table, mine),
            *unused(table, columns, seen),
            *errors_in(table, columns, seen),
        )
        return above.last_heading()

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
        self.skipped.append(Skipped(location=table.place, reason=reason))

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


def _first(cells: Sequence[Cell]) -> str:
    """The first cell that holds something, as text."""
    for cell in cells:
        if text := text_of(cell):
            return text
    return ""


def _banner(rows: Sequence[Row]) -> str:
    """What stands in the row above a header, where it may be the name of a post and its address."""
    if len(rows) > FEWEST:  # they may be another table, whose words are none of ours
        return ""
    filled = [text for _, cells in rows[-1:] for cell in cells if (text := text_of(cell))]
    return " ".join(filled) if len(filled) < 3 and not is_divider(filled[0] if filled else "") else ""


def _is_comment(first: str, cells: Sequence[Cell], columns: Columns) -> bool:
    # "# Plan of spring, first draft": commas make cells of it, but no date and no network is called so.
    if not first.startswith("# "):
        return False
    at = next(index for index, cell in enumerate(cells) if text_of(cell))
    return at in (*columns.date, *columns.network) or sum(1 for cell in cells if text_of(cell)) < 3


def _without_empty_states(columns: Columns, rows: Sequence[Row]) -> Columns:
    """A column of states that nobody has filled in says nothing."""
    places = {index for words in columns.words for index in words.state}
    used = {i for i in places if any(i < len(cells) and text_of(cells[i]) for _, cells in rows)}
    words = tuple(replace(one, state=tuple(i for i in one.state if i in used)) for one in columns.words)
    return replace(columns, words=words)


def _state(columns: Columns) -> State:
    # A column of dates that are called planned, and no other, makes plans.
    planned = [PLANNED.search(normal(columns.header[index])) is not None for index in columns.date]
    return "scheduled" if planned and all(planned) else "published"


def _of_row(reader: Rows, number: int, cells: Sequence[Cell]) -> tuple[list[Record], bool]:
    """The row's records, and whether they were found only by reading it from further right."""
    before = len(reader.skipped)
    found = reader.of(number, cells)
    if found:
        return found, False
    start = next((index for index, cell in enumerate(cells) if text_of(cell)), 0)
    shift = start - reader.columns.first
    if shift <= 0:
        return [], False
    again = reader.of(number, cells[shift:])
    if again and any(record.network or is_date(record.date) for record in again):
        del reader.skipped[before:]
        return again, True
    del reader.skipped[before + 1 :]
    return [], False
