"""Which moment the dates of a file mean: order of day and month, year, zone, decided once a file.

The proofs, strongest first: ids in the posts' own addresses carry the time to the second, so a row with
one needs nothing else and tells for its neighbours; then what the file's own dates, weekdays, header and
sequence say; last the user's zone, and a notice wherever something had to be assumed.
"""

import datetime as dt
from collections.abc import Sequence

from handover.model import Notice
from handover.networks.ids import moment_of
from handover.read.updates.tables.rows.cell_words import counted
from handover.read.updates.tables.rows.record import Facts, Record
from handover.read.updates.tables.when.dates import Date, read_date
from handover.read.updates.tables.when.day_or_month_first import in_order, noon
from handover.read.updates.tables.when.missing_years import with_years
from handover.read.updates.tables.when.times import read_time
from handover.read.updates.tables.when.zones import FARTHEST, NEAR, Zones


def moments(records: Sequence[Record], facts: Facts) -> tuple[list[dt.datetime | None], list[Notice]]:
    """The moment of each record of one file, aware and in UTC, None where nothing tells; and what to look at.

    A date without a time comes out as midnight UTC.
    """
    notices: list[Notice] = []
    dates = [_written(record) for record in records]
    proofs = [_proof(record, date) for record, date in zip(records, dates, strict=True)]
    notices += _unread(records, dates, proofs, facts)
    dates, told = in_order(records, dates, proofs, facts)
    notices += told
    dates, told = with_years(records, dates, proofs, facts)
    notices += told
    zones = Zones(facts, dates, proofs)
    found = [
        proof or (zones.moment(date) if date else None) for date, proof in zip(dates, proofs, strict=True)
    ]
    return found, notices + zones.notices()


def _proof(record: Record, date: Date | None) -> dt.datetime | None:
    moment = moment_of(record.network, record.permalink) if record.permalink else None
    if moment and record.network == "instagram" and date and date.year:
        # Instagram gives the id when a picture is uploaded, which may be long before it is published.
        days = min(abs(noon(d) - moment) for d in ((date, date.swapped()) if date.either else (date,)))
        return moment if days < dt.timedelta(hours=38) and _is_near(date, moment) else None
    return moment


def _is_near(date: Date, moment: dt.datetime) -> bool:
    if date.time is None or date.either or date.year is None:
        return True
    written = dt.datetime(date.year, date.month, date.day, tzinfo=dt.UTC)
    written += dt.timedelta(hours=date.time.hour, minutes=date.time.minute)
    return abs(written - moment) <= FARTHEST + NEAR


def _written(record: Record) -> Date | None:
    if record.date is None and record.time is None:
        return None
    date = read_date(record.date)
    if date is None:
        return read_date(record.time) if record.date is None else None
    if record.time is not None and (date.time is None or date.time == dt.time()):
        if read := read_time(record.time):
            return date.at(read[0], read[1] or date.zone)
        if (other := read_date(record.time)) and other.time:  # "Time" holds date and time both
            return date.at(other.time, other.zone or date.zone)
    if date.time == dt.time() and date.zone is None:
        return date.at(None, None)
    return date


def _unread(
    records: Sequence[Record], dates: Sequence[Date | None], proofs: Sequence[object], facts: Facts
) -> list[Notice]:
    lost = [
        (record, str(record.date).strip())
        for record, date, proof in zip(records, dates, proofs, strict=True)
        if date is None and proof is None and record.date is not None and str(record.date).strip()
    ]
    if not lost:
        return []
    examples = ", ".join(f"{text[:30]!r} in row {record.row}" for record, text in lost[:3])
    return [
        Notice(
            text=f"{counted(len(lost), 'date')} could not be read: {examples}.",
            hint="These updates stand without a date. Write dates as 2025-03-04 to be sure.",
            where=facts.location,
        )
    ]
