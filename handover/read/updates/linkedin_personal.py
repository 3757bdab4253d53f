"""LinkedIn personal analytics (.xlsx): sheet TOP POSTS, two lists side by side, at most 50 posts, no text.

    Post URL | Post publish date | Engagements |  | Post URL | Post publish date | Impressions

or the file of one post, a label and a value in each row, `Post URL` among them. In the lists each post
stands in one or in both, with its address, its day and one figure each: enough to know that it exists and
when, and to meet the same post from another source.
"""

from collections.abc import Iterator

from handover.model import Quoted, Said, Skipped, Updates
from handover.networks.own import is_post_address
from handover.read.source import Source
from handover.read.updates.options import Options
from handover.read.updates.tables import Table
from handover.read.updates.tables.files.sheets import first_rows, sheets_of
from handover.read.updates.tables.header.aliases import FIGURES
from handover.read.updates.tables.header.columns import header_words, text_of
from handover.read.updates.tables.header.user_map import spelled
from handover.read.updates.tables.rows.cells import addresses, figure
from handover.read.updates.tables.rows.record import Facts, Record
from handover.read.updates.tables.rows.to_updates import updates_of

HEADER_WITHIN = 8
FIRST = ["post url", "post publish date"]


def accepts(source: Source) -> bool:
    """Whether a sheet holds the lists of posts, or one post."""
    return any(_lists(table) or _single(table) for table in first_rows(source))


def _single(table: Table) -> Record | None:
    """The post of a file about one post."""
    told = {spelled(text_of(cells[0])): (number, cells[1]) for number, cells in table.rows if len(cells) == 2}
    number, link = told.get("post url", (0, None))
    own = [link for link in addresses(text_of(link)) if is_post_address(link, "linkedin")]
    if not own:
        return None
    record = Record(row=number, sheet=table.sheet, network="linkedin", permalink=own[0])
    figures = {label: figure(value) for label, (_, value) in told.items() if label in FIGURES}
    record.figures = {label: value for label, value in figures.items() if value is not None}
    return record


def _lists(table: Table) -> tuple[int, list[int]] | None:
    """Index of the header, and the column each list begins in; None when this sheet has none."""
    for index, (_, cells) in enumerate(table.rows[:HEADER_WITHIN]):
        words = [spelled(word) if word else "" for word in header_words(cells)]
        starts = [column for column in range(len(words) - 2) if words[column : column + 2] == FIRST]
        if starts:
            return index, starts
    return None


def parse(source: Source, options: Options) -> Updates:
    """One update for each address, with the figures of both lists."""
    records: dict[str, Record] = {}
    skipped: list[Skipped] = []
    for table in sheets_of(source):
        for record in _records(table, skipped):
            known = records.setdefault(record.permalink, record)
            known.figures = {**known.figures, **record.figures}
    facts = Facts(location=source.location, zone=options.zone())
    items, notices = updates_of(sorted(records.values(), key=lambda record: record.row), facts)
    return Updates(items=tuple(items), skipped=tuple(skipped), notices=tuple(notices))


def _records(table: Table, skipped: list[Skipped]) -> Iterator[Record]:
    found = _lists(table)
    if found is None:
        if single := _single(table):
            yield single
        return
    index, starts = found
    header = header_words(table.rows[index][1])
    for number, cells in table.rows[index + 1 :]:
        for start in starts:
            link, date, count = (*cells[start : start + 3], None, None, None)[:3]
            if not text_of(link):
                continue
            own = addresses(text_of(link))
            if not own:
                reason = Said("{text} is no address.", text=Quoted(text_of(link)[:60]))
                skipped.append(Skipped(location=table.place, line=number, reason=reason))
                continue
            record = Record(row=number, sheet=table.sheet, network="linkedin", permalink=own[0], date=date)
            if (value := figure(count)) is not None:
                record.figures = {spelled(header[start + 2]): value}
            yield record
