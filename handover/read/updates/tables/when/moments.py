"""Which moment the dates of a file mean: order of day and month, year, zone, decided once a file.

What a cell states stands. Ids in the posts' own addresses carry the time to the second: they give it where
none is stated, and tell the order of day and month. A zone that is named, in the row, the header or by the
user, comes before what ids prove of the rows around; a notice tells wherever something had to be assumed.
"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from handover.later import pattern
from handover.model import Joined, Notice, Quoted, Said
from handover.model.places import within
from handover.networks.ids import is_before_post, moment_of
from handover.read.updates.tables import Cell
from handover.read.updates.tables.header.columns import text_of
from handover.read.updates.tables.rows.record import Facts, Record
from handover.read.updates.tables.when.dates import Date, read_date
from handover.read.updates.tables.when.day_or_month_first import in_order, noon
from handover.read.updates.tables.when.missing_years import with_years
from handover.read.updates.tables.when.month_names import month_of, weekday_of
from handover.read.updates.tables.when.times import read_time, says_midnight, zone_of_cell
from handover.read.updates.tables.when.week_headings import WEEK, first_of_week
from handover.read.updates.tables.when.zones import Zones

FIRST_SHORT_YEAR, LAST_SHORT_YEAR = 10, 31  # two digits that may be a year as well as a day
_DAY = pattern(
    r"(?:(?P<before>[^\W\d_]+)[.,]?\s*)?(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?(?:[,\s]*(?P<after>[^\W\d_]+)\.?)?",
    re.IGNORECASE,
)
_MONTH_AND_TWO = pattern(r"[^\W\d_]{3,}\.?-(\d\d)")
_WORD = pattern(r"[^\W\d_]+")
_YEAR = pattern(r"(?<!\d)20[0-3]\d(?!\d)")


def moments(records: Sequence[Record], facts: Facts) -> tuple[list[dt.datetime | None], list[Notice]]:
    """The moment of each record of one file, aware and in UTC, None where nothing tells; and what to look at.

    A date without a time comes out as midnight UTC.
    """
    notices: list[Notice] = []
    dates = [_written(record, facts.titles) for record in records]
    dates = _without_months(_without_midnights(dates, records), records)
    ids = [moment_of(one.network, one.permalink) if one.permalink else None for one in records]
    proofs = [_proof(record, date, moment) for record, date, moment in zip(records, dates, ids, strict=True)]
    notices += _unread(records, dates, proofs, facts)
    dates, told = in_order(records, dates, ids, facts)
    notices += told
    dates, told = with_years(records, dates, proofs, facts)
    notices += told
    uploads = [moment if is_before_post(r.network) else None for r, moment in zip(records, ids, strict=True)]
    # An id given at the upload, minutes before the post or hours, proves no zone.
    firm = [None if upload else proof for upload, proof in zip(uploads, proofs, strict=True)]
    zones = Zones(facts, dates, firm, uploads)
    found = [zones.settled(date, proof) for date, proof in zip(dates, proofs, strict=True)]
    return found, notices + zones.notices()


def _proof(record: Record, date: Date | None, moment: dt.datetime | None) -> dt.datetime | None:
    """The moment in the id of a row's address, where it tells when the update went out."""
    if moment and date and date.year and (date.time is None or is_before_post(record.network)):
        if date.time is not None:
            return None
        # Another day than the one that is stated: what a cell states stands.
        days = min(abs(noon(d) - moment) for d in ((date, date.swapped()) if date.either else (date,)))
        return moment if days < dt.timedelta(hours=38) else None
    return moment


def _written(record: Record, titles: Mapping[str, str]) -> Date | None:
    date = _of_cells(record)
    if date is None:
        named = _day_of_month(record, titles) or _day_of_week(record, titles)
        date = _timed(named or _day_below_week(record, titles), record)
    if date is not None and date.zone is None and record.zone and date.time is not None:
        return date.at(date.time, zone_of_cell(record.zone))
    return date


def _of_cells(record: Record) -> Date | None:
    if record.date is None and record.time is None:
        return None
    date = read_date(record.date)
    if date is None:
        return read_date(record.time) if record.date is None else None
    if record.time is not None and (date.time is None or date.time == dt.time()):
        if read := read_time(record.time) or _hour(record.time):
            return date.at(read[0], read[1] or date.zone)
        if (other := read_date(record.time)) and other.time:  # "Time" holds date and time both
            return date.at(other.time, other.zone or date.zone)
    if date.time == dt.time() and date.zone is None and not _names_midnight(record.date):
        return date.at(None, None)
    return date


def _timed(date: Date | None, record: Record) -> Date | None:
    """A day that the sheet or the week names, with the hour in the cell for it."""
    if date is None or record.time is None:
        return date
    read = read_time(record.time) or _hour(record.time)
    return date.at(*read) if read else date


def _hour(cell: Cell) -> tuple[dt.time, None] | None:
    """The full hour that a number alone tells where a time should be: "18"."""
    text = text_of(cell)
    return (dt.time(int(text)), None) if text.isascii() and text.isdigit() and 0 < int(text) < 24 else None


def _names_midnight(cell: Cell) -> bool:
    return isinstance(cell, str) and says_midnight(cell)


def _without_midnights(dates: list[Date | None], records: Sequence[Record]) -> list[Date | None]:
    """Dates of which each says "12:00 AM" are days to which a program has added the time."""
    timed = [date for date in dates if date and date.time is not None]
    if len(timed) < 2 or any(date.time != dt.time() for date in timed):
        return dates
    return [
        date.at(None, None) if date and date.zone is None and _names_midnight(record.date) else date
        for date, record in zip(dates, records, strict=True)
    ]


def _day_of_month(record: Record, titles: Mapping[str, str]) -> Date | None:
    """The day "Fr 14.", "5." or "Wed 2nd" in a sheet that names the month: "März 2025".

    A weekday tells where the day is of the month before or after: "Mon 30" in the first week of October.
    """
    cell = record.date if record.date is not None else record.weekday
    found = _DAY.fullmatch(text) if (text := text_of(cell)) and len(text) < 20 else None
    if found is None or not 1 <= int(found["day"]) <= 31:
        return None
    named = next(
        filter(None, map(_month_named, (record.near, record.sheet, titles.get(record.sheet, "")))), None
    )
    if named is None:
        return None
    month, year = named
    words = [word for word in (found["before"], found["after"]) if word]
    weekdays = [weekday_of(word) for word in words] or (
        [weekday_of(record.weekday)] if record.weekday else []
    )
    if words and None in weekdays:
        return None
    wanted = weekdays[0] if weekdays else None
    for step in (0, -1, 1):
        date = _in_month(year, month + step, int(found["day"]))
        if date and (wanted is None or year is None or noon(date).weekday() == wanted):
            return date
        if wanted is None:
            return None
    return None


def _day_of_week(record: Record, titles: Mapping[str, str]) -> Date | None:
    """The day "KW 18 Di" or "Week 18, Tue" in a sheet that names the year (weeks of ISO 8601)."""
    if not isinstance(record.date, str) or not (week := WEEK.search(record.date)):
        return None
    day = weekday_of(record.date.replace(week[0], " ").strip(" ,.:-–/()") or record.weekday)
    for words in (record.date, record.near, record.sheet, titles.get(record.sheet, "")):
        if len(years := set(_YEAR.findall(words))) == 1 and day is not None:
            return _on(dt.date.fromisocalendar, int(years.pop()), int(week[1]), day + 1)
    return None


def _on(calendar: Callable[[int, int, int], dt.date], *numbers: int) -> Date | None:
    try:
        date = calendar(*numbers)
    except ValueError:
        return None
    return Date(date.year, date.month, date.day)


def _day_below_week(record: Record, titles: Mapping[str, str]) -> Date | None:
    """The weekday of a row below the heading of its week: "w/c 07/09/2026", or "Week 37 2026"."""
    day = weekday_of(record.weekday or (record.date if isinstance(record.date, str) else ""))
    if day is None or not record.near:
        return None
    first = first_of_week(record.near)
    if first is None:
        if not (week := WEEK.search(record.near)):
            return None
        told = (set(_YEAR.findall(one)) for one in (record.near, record.sheet, titles.get(record.sheet, "")))
        years = next((found for found in told if len(found) == 1), None)
        return _on(dt.date.fromisocalendar, int(years.pop()), int(week[1]), day + 1) if years else None
    if first.year is None:
        return None
    # A week may begin on a Sunday; which of two orders the date has, a Monday tells.
    orders = [one for one in ((first, first.swapped()) if first.either else (first,)) if one.year]
    starts = [dt.date(one.year or 0, one.month, one.day) for one in orders]
    monday = next((start for start in starts if start.weekday() == 0), starts[0])
    found = monday + dt.timedelta(days=(day - monday.weekday()) % 7)
    return Date(found.year, found.month, found.day)


def _in_month(year: int | None, month: int, day: int) -> Date | None:
    year, month = (year and year + (month - 1) // 12), (month - 1) % 12 + 1
    try:
        dt.date(year or 2000, month, day)
    except ValueError:
        return None
    return Date(year, month, day)


@lru_cache(maxsize=1_000)
def _month_named(words: str) -> tuple[int, int | None] | None:
    """The one month a heading or a sheet's name says, with its year where it says one."""
    months = {month for word in _WORD.findall(words) if len(word) > 2 and (month := month_of(word))}
    years = set(_YEAR.findall(words))
    if len(months) != 1 or len(years) > 1:
        return None
    return months.pop(), int(years.pop()) if years else None


def _without_months(dates: list[Date | None], records: Sequence[Record]) -> list[Date | None]:
    """Dates without those like "Oct-24", which mean October 2024 unless others show that it is a day."""
    told = {
        i: int(found[1])
        for i, r in enumerate(records)
        if (found := _MONTH_AND_TWO.fullmatch(text_of(r.date)))
    }
    if not told or any(number < FIRST_SHORT_YEAR or number > LAST_SHORT_YEAR for number in told.values()):
        return dates
    return [None if i in told else date for i, date in enumerate(dates)]


def _unread(
    records: Sequence[Record], dates: Sequence[Date | None], proofs: Sequence[object], facts: Facts
) -> Iterator[Notice]:
    by_sheet: defaultdict[str, list[tuple[Record, str]]] = defaultdict(list)
    for record, date, proof in zip(records, dates, proofs, strict=True):
        if date is None and proof is None and record.date is not None and (told := str(record.date).strip()):
            by_sheet[record.sheet].append((record, told))
    for sheet, lost in by_sheet.items():
        yield Notice(
            text=Said(
                "{n} date could not be read: {examples}.",
                many="{n} dates could not be read: {examples}.",
                n=len(lost),
                examples=Joined(*(_in_row(text[:30], record.row) for record, text in lost[:3]), by=", "),
            ),
            hint=Said("These updates stand without a date. Write dates as 2025-03-04 to be sure."),
            where=within(facts.location, sheet),
        )
    yield from _unread_times(records, dates, proofs, facts)


def _unread_times(
    records: Sequence[Record], dates: Sequence[Date | None], proofs: Sequence[object], facts: Facts
) -> Iterator[Notice]:
    times, zones = [], []
    for record, date, proof in zip(records, dates, proofs, strict=True):
        if date is None or proof is not None:
            continue
        if record.time is not None and date.time is None and text_of(record.time):
            times.append((record, text_of(record.time)))
        if record.zone and date.time is not None and zone_of_cell(record.zone) is None:
            zones.append((record, record.zone))
    if times:
        told = Said(
            "{n} time of day could not be read: {word} in row {row}.",
            many="{n} times of day could not be read, the first in row {row}: {word}.",
            n=len(times), row=str(times[0][0].row), word=Quoted(times[0][1][:30]),
        )  # fmt: skip
        hint = Said("These updates stand with their day only. Write times as 14:30 to be sure.")
        yield Notice(text=told, hint=hint, where=within(facts.location, times[0][0].sheet))
    if zones:
        told = Said(
            "The time zone {word} (row {row}) is not known.",
            row=str(zones[0][0].row), word=Quoted(zones[0][1][:30]),
        )  # fmt: skip
        hint = Said("Write it as Europe/Berlin or UTC+2.")
        yield Notice(text=told, hint=hint, where=within(facts.location, zones[0][0].sheet))


def _in_row(text: str, row: int) -> Said:
    return Said("{text} in row {row}", text=Quoted(text), row=str(row))
