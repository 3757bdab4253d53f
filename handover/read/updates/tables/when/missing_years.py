"""The year of dates that name none: from a heading, the sheet's title, or the rows around."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence

from handover.later import pattern
from handover.model import Notice, Said
from handover.read.updates.tables.rows.record import Facts, Record
from handover.read.updates.tables.when.dates import Date
from handover.read.updates.tables.when.day_or_month_first import noon
from handover.read.updates.tables.when.month_names import weekday_in, weekday_of

HALF_A_YEAR = 6  # months: a longer step between two rows may be a New Year
LATELY = 3  # years back: a day falls on the same weekday after five years at the soonest
_YEAR = pattern(r"(?<!\d)(20[0-3]\d)(?!\d)")


def with_years(
    records: Sequence[Record], dates: list[Date | None], proofs: Sequence[dt.datetime | None], facts: Facts
) -> tuple[list[Date | None], list[Notice]]:
    if all(date is None or date.year for date in dates):
        return dates, []
    found: list[Date | None] = []
    years = {date.year for date in dates if date and date.year}
    only = years.pop() if len(years) == 1 else None
    lost = borrowed = by_weekday = 0
    rising = _rising(records, dates)
    last: tuple[str, int, int] | None = None  # sheet, year, month of the row above
    for index, (record, date) in enumerate(zip(records, dates, strict=True)):
        if date and date.year is None and proofs[index] is None:
            year = _year_after(last, record, date.month, facts, rising) or _year_near(
                records, dates, index, facts
            )
            if year is None and (told_by := _year_of_weekday(record, date)) and told_by != only:
                year = told_by
                by_weekday += 1
            borrowed += year is None and only is not None
            date = _in_year(date, year or only)
            lost += date is None
        if date and date.year:
            last = (record.sheet, date.year, date.month)
        found.append(date)
    notices: list[Notice] = []
    if borrowed:
        text = Said(
            "{n} date without a year: taken to be in {year}, like the rest of the file.",
            many="{n} dates without a year: taken to be in {year}, like the rest of the file.",
            n=borrowed,
            year=str(only),
        )
        hint = Said("Name the year in the sheet's title.")
        notices.append(Notice(text=text, where=facts.location, hint=hint))
    if by_weekday:
        told = Said(
            "{n} date without a year: the year was taken from its weekday.",
            many="{n} dates without a year: the years were taken from their weekdays.",
            n=by_weekday,
        )
        look = Said("Look at a few of them; write dates as 2025-03-04 to be sure.")
        notices.append(Notice(text=told, where=facts.location, hint=look))
    if lost:
        text = Said(
            "{n} date without a year could not be placed.",
            many="{n} dates without a year could not be placed.",
            n=lost,
        )
        hint = Said(
            "These updates stand without a date. Name the year in the sheet's title, or in the dates."
        )
        notices.append(Notice(text=text, where=facts.location, hint=hint))
    return found, notices


def _rising(records: Sequence[Record], dates: Sequence[Date | None]) -> Mapping[str, int]:
    """Of each sheet, how many more steps from row to row go on in the year than go back in it."""
    found: Counter[str] = Counter()
    above: tuple[str, int, int] | None = None
    for record, date in zip(records, dates, strict=True):
        if date is None:
            continue
        if above and above[0] == record.sheet and abs(date.month - above[1]) <= HALF_A_YEAR:
            step = (date.month, date.day)
            found[record.sheet] += (step > above[1:]) - (step < above[1:])
        above = (record.sheet, date.month, date.day)
    return found


def _year_after(
    last: tuple[str, int, int] | None, record: Record, month: int, facts: Facts, rising: Mapping[str, int]
) -> int | None:
    if last is None or last[0] != record.sheet or _YEAR.search(record.near):
        return None
    step = month - last[2]
    if step > HALF_A_YEAR and rising[record.sheet] >= 0:
        # March, then December: the same year where the sheet is named after it and does not run backwards.
        named = set(_YEAR.findall(facts.titles.get(record.sheet, "")))
        if named == {str(last[1])}:
            return last[1]
    return last[1] + (1 if step < -HALF_A_YEAR else -1 if step > HALF_A_YEAR else 0)


def _year_near(
    records: Sequence[Record], dates: Sequence[Date | None], index: int, facts: Facts
) -> int | None:
    sheet = records[index].sheet
    for words in (records[index].near, facts.titles.get(sheet, "")):
        named = set(_YEAR.findall(words))
        if len(named) == 1:
            return int(named.pop())
    return _year_above(records, dates, index)


def _year_above(records: Sequence[Record], dates: Sequence[Date | None], index: int) -> int | None:
    """The year by the first row below that has one, with the New Years between ("28 Dec", "5 Jan 2025")."""
    sheet, month, turns = records[index].sheet, 0, 0
    for record, date in zip(records[index:], dates[index:], strict=True):
        if record.sheet != sheet or date is None:
            continue
        step = date.month - month if month else 0
        turns += 1 if step < -6 else -1 if step > 6 else 0
        if date.year:
            return date.year - turns
        month = date.month
    return None


def _year_of_weekday(record: Record, date: Date) -> int | None:
    """The only year of late in which the day fell on the weekday that is written: one in five, or none."""
    weekday = weekday_in(record.date) if isinstance(record.date, str) else None
    if weekday is None and record.weekday:
        weekday = weekday_of(record.weekday)
    if weekday is None or date.either:
        return None
    this = dt.datetime.now(dt.UTC).year
    days = [day for year in range(this - LATELY, this + 2) if (day := _in_year(date, year))]
    return next((day.year for day in days if noon(day).weekday() == weekday), None)


def _in_year(date: Date, year: int | None) -> Date | None:
    if year is None:
        return None
    try:
        dt.date(year, date.month, date.day)
    except ValueError:  # 29 February of another year
        return None
    return date._replace(year=year)
