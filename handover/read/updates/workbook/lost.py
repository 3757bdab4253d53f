"""A workbook of ours that has lost its hidden sheet: copied, inspected, saved by another program or as CSV.

What was written is not known, so nothing tells what was changed: every row is taken as it stands, and what
the column of posts says is the person's word. Only the sheets that hold updates are read; sheets that are
not ours are read as any sheet kept by hand.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from handover.columns import MORE, POSTS, SHEETS, UNPAIRED, UPDATES
from handover.columns.shown import as_text
from handover.errors import UnknownFormatError
from handover.model import Joined, Notice, Quoted, Said, Updates
from handover.options.zones import zone_in
from handover.read.updates.handkept import Reading as ByHand
from handover.read.updates.options import Options
from handover.read.updates.tables import Table
from handover.read.updates.tables.rows.record import Facts, Record
from handover.read.updates.tables.when.moments import moments
from handover.read.updates.workbook.memory import Memory
from handover.read.updates.workbook.noticing import Notices
from handover.read.updates.workbook.opening import SheetRows, dense
from handover.read.updates.workbook.recognition import START_WITHIN, Header, recognised
from handover.read.updates.workbook.sheets import Row, places_of, rows_of
from handover.read.updates.workbook.spoken import fold
from handover.read.updates.workbook.working import WorkingListing

HOLD_UPDATES = (UPDATES.key, MORE.key, UNPAIRED.key)
TITLES = {sheet.key: sheet.title for sheet in SHEETS}


def read(tables: Sequence[Table], location: str, options: Options) -> Updates:
    """The updates of a workbook without its hidden sheet.

    Raises UnknownFormatError when none of its sheets holds any.
    """
    headers = recognised(dense(table, START_WITHIN) for table in tables)
    ours = [(table, headers[table.sheet]) for table in tables if table.sheet in headers]
    posts = [(dense(table), header) for table, header in ours if header.kind == POSTS.key]
    memory = Memory.lost(place for sheet, header in posts for place in places_of(sheet, header))
    listing = WorkingListing(memory, location, options.zone())
    for table, header in ours:
        if header.kind in HOLD_UPDATES:
            listing.skipped += table.skipped
            listing.notices += table.notices
            for row in _dated(dense(table), header, location, options, listing.notices):
                listing.add(row)
    found = listing.updates()
    by_hand = _by_hand([table for table in tables if table.sheet not in headers], location, options)
    if not by_hand.items and not any(header.kind in HOLD_UPDATES for _, header in ours):
        raise _without_updates(ours, location)
    return Updates(
        items=(*found.items, *by_hand.items),
        skipped=(*found.skipped, *by_hand.skipped),
        notices=(*_told(ours, location), *found.notices, *by_hand.notices),
    )


def _dated(
    sheet: SheetRows, header: Header, location: str, options: Options, notices: Notices
) -> Iterator[Row]:
    """The rows of a sheet, each with its moment. A CSV has dates as text, in the order its program likes."""
    rows = list(rows_of(sheet, header))
    titles = map(as_text, sheet.rows[header.at])
    posted = next((title for title in titles if header.columns.get(fold(title)) == "posted_at"), "")
    is_utc = "utc" in posted.casefold()
    told = [row for row in rows if not (is_utc and isinstance(row.cells.get("posted_at"), dt.datetime))]
    records = [_record(row) for row in told if row.cells.get("posted_at") is not None]
    named = zone_in(posted.rpartition("(")[2].rstrip(") ")) if "(" in posted else None  # "Posted (Berlin)"
    facts = Facts(location=location, zone=named or options.zone(), notes=posted, known=True)
    found, doubts = moments(records, facts)
    notices += doubts
    moment = {record.row: when for record, when in zip(records, found, strict=True)}
    for row in rows:
        if row.number in moment:
            row = replace(row, cells={**row.cells, "posted_at": moment[row.number]})
        yield row


def _record(row: Row) -> Record:
    # Without its address: the time that an id in it tells is not the one that stands in the cell.
    date = row.cells["posted_at"]
    return Record(row=row.number, sheet=row.name, date=None if isinstance(date, dt.timedelta) else date)


def _told(ours: Sequence[tuple[Table, Header]], location: str) -> Iterator[Notice]:
    """That the workbook is a copy, and which of its sheets were read."""
    read = [table.sheet for table, header in ours if header.kind in HOLD_UPDATES]
    if not read:
        return
    others = [table.sheet for table, header in ours if header.kind not in HOLD_UPDATES]
    text: str = Said(
        "This is a copy of a workbook of handover without its hidden sheet, so what was changed in it "
        "since it was written is not known: its updates were taken as they stand."
    )
    if others:
        more = Said("Not read, since they repeat or only suggest: {sheets}.", sheets=", ".join(others))
        text = Joined(text, more)
    yield Notice(
        text=text,
        hint=Said(
            "Give the workbook itself where you still have it. Drafts you took go on the sheet of updates."
        ),
        where=location,
    )


def _without_updates(ours: Sequence[tuple[Table, Header]], location: str) -> UnknownFormatError:
    names = Joined(*(Quoted(table.sheet or TITLES[header.kind]) for table, header in ours), by=", ")
    return UnknownFormatError(
        Said(
            "{place} is a copy of {names} out of a workbook of handover; no updates are read from there.",
            place=location,
            names=names,
        ),
        location=location,
        hint=Said(
            "Give the workbook itself, or its sheet of updates. If this is a table of your own, say which "
            "column is what: {option}.",
            option='map={"text": "Caption"}',
        ),
    )


def _by_hand(tables: Sequence[Table], location: str, options: Options) -> Updates:
    """What sheets hold that are not ours."""
    reading = ByHand(location, options)
    for table in tables:
        reading.read(table)
    try:
        return reading.result()
    except UnknownFormatError:
        skipped = (*reading.skipped, *(left.skipped for left in reading.left))
        return Updates(skipped=skipped, notices=tuple(reading.notices))
