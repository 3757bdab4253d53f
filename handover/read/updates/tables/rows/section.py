"""The rows under one header as records, what they carry from above, and what is to be said of them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from handover.later import dataclass, pattern
from handover.model import Notice, Quoted, Said, Skipped, State
from handover.read.updates.tables import Cell, Row, Table
from handover.read.updates.tables.header.columns import Columns, text_of
from handover.read.updates.tables.header.numbered_posts import NumberedPosts
from handover.read.updates.tables.header.roles import normal
from handover.read.updates.tables.header.unused import errors_in, unused
from handover.read.updates.tables.rows.cell_words import is_total
from handover.read.updates.tables.rows.from_above import NO_HEADING, Carry, Heading
from handover.read.updates.tables.rows.joined_skips import joined
from handover.read.updates.tables.rows.link_below import are_tags_below, is_link_below
from handover.read.updates.tables.rows.pointers import followed
from handover.read.updates.tables.rows.post_above import PostAbove
from handover.read.updates.tables.rows.record import Record
from handover.read.updates.tables.rows.row_cells import NOTHING_TO_DO, Rules
from handover.read.updates.tables.rows.row_colours import Coloured, Legend, rows_without_legend
from handover.read.updates.tables.rows.row_reader import Rows
from handover.read.updates.tables.rows.several import are_prefixed
from handover.read.updates.tables.rows.several import numbered as numbered_cells
from handover.read.updates.tables.rows.stray_addresses import Strays
from handover.read.updates.tables.rows.told import told_of
from handover.read.updates.tables.rows.too_long import fitted
from handover.read.updates.tables.rows.untold_states import untold_states
from handover.read.updates.tables.when.dates import is_date

RULE = pattern(r":?-{2,}:?|={3,}|_{3,}")  # a line across a table, as Markdown draws it


HEADS = Said("It heads the rows below: they go to the post of that name, if the blog has one.")


PLANNED = pattern(r"\b(schedul|plann|due|target|geplant|planifi|prevu|programa|programm)")


def _first(cells: Sequence[Cell]) -> str:
    """The first cell that holds something, as text."""
    for cell in cells:
        if text := text_of(cell):
            return text
    return ""


def _texts(rows: Sequence[Row], columns: Columns) -> Iterator[str]:
    """The cells of the columns of words that hold something."""
    places = [words.column for words in columns.words]
    return (text for _, cells in rows for i in places if 0 <= i < len(cells) and (text := text_of(cells[i])))


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """What the rows under one header gave."""

    records: Sequence[Record]
    skipped: Sequence[Skipped]
    notices: Sequence[Notice]
    last_heading: str  # it heads the next table
    below: Heading  # what the last row says of the next table: its network, month or week


def read_section(
    table: Table,
    columns: Columns,
    rows: Sequence[Row],
    banner: str = "",
    *,
    named: str = "",
    numbered: NumberedPosts,
    legend: Legend,
    heading: Heading = NO_HEADING,
) -> Section:
    """Read the rows under one header.

    `banner` stands above the header, `heading` in a row of its own there; `named` is the network that the
    file or sheet is named after, `numbered` the posts that another tab lists with their numbers, `legend`
    what the file says of its colours.
    """
    columns, rows = _without_empty_states(columns, rows), rows_without_legend(table, rows, legend)
    rules = Rules(network=named, state=_state(columns))
    reader = Rows(table, columns, rules, strays=Strays(table, columns))
    if not columns.network and are_prefixed([*_texts(rows, columns)]):
        reader.fewest = 1
    carry = Carry(columns, rows, month=heading.month, week=heading.week)
    if not columns.network:
        carry.network = heading.network
    below = Heading()
    above = PostAbove(table, columns, rows, banner)
    mine: list[Record] = []
    seen: list[Row] = []
    shifted: list[int] = []
    for index, (number, cells) in enumerate(rows):
        first = _first(cells)
        if not first or RULE.fullmatch(first):
            continue
        if carry.heading(index):
            below = carry.below
            continue
        below = Heading()
        if _is_comment(first, cells, columns):
            reader.skip(number, Said("A line that begins with # was taken for a remark."))
            continue
        if is_link_below(columns, number, cells, mine) or are_tags_below(columns, number, cells, mine):
            seen.append((number, cells))
            continue
        cells, is_broken = fitted(columns, cells)
        if is_broken:
            reader.skip(
                number, Said("It has more cells than the header: put texts with commas in quotation marks.")
            )
            continue
        if is_total(first):
            reader.skip(number, Said("It sums up other rows ({word}).", word=Quoted(first)), NOTHING_TO_DO)
            continue
        if above.tells_of_a_post(number):
            continue
        if number in above.headings:
            reader.skip(number, HEADS)
            continue
        found, moved = _of_row(reader, number, carry.over(number, cells))
        for record in found:
            record.post = numbered.posts.get(record.post, record.post)
            record.near, record.may_be = carry.near, above.of(number)
            if record.network in ("", "other"):
                record.network = carry.network or record.network
        mine += found
        shifted += [number] if moved else []
        seen += [] if moved else [(number, cells)]
    coloured = Coloured(table, columns, reader)
    mine = coloured.settled(mine, legend)
    pointed = tuple(followed(mine, table, reader.skipped))  # it adds to what was skipped
    return Section(
        records=mine,
        skipped=tuple(joined(reader.skipped)),
        notices=(
            *pointed,
            *coloured.notices,
            *told_of(table, reader, carry, shifted),
            *numbered_cells(table, mine),
            *unused(table, columns, seen),
            *untold_states(table, columns, seen, mine),
            *errors_in(table, columns, seen),
        ),
        last_heading=above.last_heading(),
        below=below,
    )
