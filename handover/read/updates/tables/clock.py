"""Which moment the dates of a file mean: order of day and month, year, zone, decided once a file.

The proofs, strongest first: ids in the posts' own addresses carry the time to the second, so a row with
one needs nothing else and tells for its neighbours; then what the file's own dates, weekdays, header and
sequence say; last the user's zone, and a notice wherever something had to be assumed.
"""

import datetime as dt
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from handover.model import Notice
from handover.networks.ids import moment_of
from handover.read.updates.tables.dates import Date, read_date, read_time, weekday_of, zone_named
from handover.read.updates.tables.record import Record
from handover.read.updates.tables.words import counted

QUARTER = dt.timedelta(minutes=15)
NEAR = dt.timedelta(minutes=5)  # an update goes out within this of the minute it was planned for
FARTHEST = dt.timedelta(hours=14)  # of any zone from UTC
ENOUGH = 5  # dates that make an accident unlikely
_DAY_FIRST = re.compile(
    r"\b(?:dd?|day|tag|jour|d[ií]a)\s*[-/. ]\s*(?:mm?|month|monat|mois|mes)\b", re.IGNORECASE
)
_MONTH_FIRST = re.compile(
    r"\b(?:mm?|month|monat|mois|mes)\s*[-/. ]\s*(?:dd?|day|tag|jour|d[ií]a)\b", re.IGNORECASE
)
_YEAR = re.compile(r"(?<!\d)(20[0-3]\d)(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of a file's dates from outside its rows."""

    location: str
    zone: dt.tzinfo | None = None  # the user's
    file_zone: dt.tzinfo | None = None  # the format's own: certain
    notes: str = ""  # headers of date and time
    day_first: bool | None = None  # the habit of format or language, where rows prove nothing
    known: bool = False  # a known format: what its rows prove needs no word
    titles: Mapping[str, str] = field(
        default_factory=dict
    )  # sheet -> its name and banners: they may name the year


def moments(records: Sequence[Record], facts: Facts) -> tuple[list[dt.datetime | None], list[Notice]]:
    """The moment of each record of one file, aware and in UTC, None where nothing tells; and what to look at.

    A date without a time comes out as midnight UTC.
    """
    notices: list[Notice] = []
    dates = [_written(record) for record in records]
    proofs = [_proof(record, date) for record, date in zip(records, dates, strict=True)]
    notices += _unread(records, dates, proofs, facts)
    dates, told = _in_order(records, dates, proofs, facts)
    notices += told
    dates, told = _with_years(records, dates, proofs, facts)
    notices += told
    zones = _Zones(facts, dates, proofs)
    found = [
        proof or (zones.moment(date) if date else None) for date, proof in zip(dates, proofs, strict=True)
    ]
    return found, notices + zones.notices()


def _proof(record: Record, date: Date | None) -> dt.datetime | None:
    moment = moment_of(record.network, record.permalink) if record.permalink else None
    if moment and record.network == "instagram" and date and date.year:
        # Instagram gives the id when a picture is uploaded, which may be long before it is published.
        days = min(abs(_day(d) - moment) for d in ((date, date.swapped()) if date.either else (date,)))
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


# --- day and month ----------------------------------------------------------------------------------


def _in_order(
    records: Sequence[Record], dates: list[Date | None], proofs: Sequence[dt.datetime | None], facts: Facts
) -> tuple[list[Date | None], list[Notice]]:
    firsts = Counter(date.first for date in dates if date and date.first)
    open_ = [index for index, date in enumerate(dates) if date and date.either]
    if not open_ and not firsts:
        return dates, []
    notices = []
    if firsts and len(firsts) == 1:
        dates, told = _undo_half_conversion(records, dates, firsts[1] > 0, facts)
        notices += told
    if not open_:
        return dates, notices
    day_first, reason, sure = _order(records, dates, proofs, open_, firsts, facts)
    if day_first:
        dates = [date.swapped() if date and date.either else date for date in dates]
    if not (facts.known and sure):
        example = str(records[open_[0]].date).strip()
        order = "day before month" if day_first else "month before day"
        notices.append(
            Notice(
                text=f"Dates like {example!r} were read with the {order}, {reason}.",
                hint="" if sure else "Look at a few of them; write dates as 2025-03-04 to be sure.",
                where=facts.location,
            )
        )
    return dates, notices


def _order(
    records: Sequence[Record],
    dates: Sequence[Date | None],
    proofs: Sequence[dt.datetime | None],
    open_: Sequence[int],
    firsts: Counter[int],
    facts: Facts,
) -> tuple[bool, str, bool]:
    """Whether the day comes first, why in words, and whether that is certain."""
    by_id = Counter(_agrees(dates[i], proofs[i]) for i in open_)
    if by_id[True] != by_id[False]:
        return by_id[True] > by_id[False], "as the ids of the posts prove", True
    if firsts[1] != firsts[2]:
        row = next(
            r.row
            for r, d in zip(records, dates, strict=True)
            if d and d.first == (1 if firsts[1] > firsts[2] else 2)
        )
        return firsts[1] > firsts[2], f"as row {row} proves", not (firsts[1] and firsts[2])
    by_day = Counter(_fits_weekday(dates[i], records[i].weekday) for i in open_)
    if abs(by_day[True] - by_day[False]) > 1 and not (by_day[True] and by_day[False]):
        return by_day[True] > by_day[False], "as the weekdays beside them prove", True
    for told, day_first in ((_DAY_FIRST, True), (_MONTH_FIRST, False)):
        if told.search(facts.notes):
            return day_first, "as the header says", True
    plain, swapped = _leaps(dates, swap=False), _leaps(dates, swap=True)
    if len(open_) >= ENOUGH and 2 * min(plain, swapped) < max(plain, swapped):
        return swapped < plain, "because so they follow one another", False
    if facts.day_first is not None:
        return facts.day_first, "as is usual in such files", False
    return False, "but nothing in the file proves it", False


def _agrees(date: Date | None, proof: dt.datetime | None) -> bool | None:
    # True: only with the day first; False: only with the month first.
    if not date or not proof or date.year is None:
        return None
    plain, swapped = (abs(_day(d) - proof) < dt.timedelta(hours=40) for d in (date, date.swapped()))
    return None if plain == swapped else swapped


def _fits_weekday(date: Date | None, weekday: str) -> bool | None:
    wanted = weekday_of(weekday) if weekday else None
    if not date or wanted is None or date.year is None:
        return None
    plain, swapped = (_day(d).weekday() == wanted for d in (date, date.swapped()))
    return None if plain == swapped else swapped


def _leaps(dates: Iterable[Date | None], *, swap: bool) -> int:
    """How many days lie between one row and the next, all in all."""
    days = [_day(d.swapped() if swap and d.either else d) for d in dates if d and d.year]
    return sum(abs((later - sooner).days) for sooner, later in zip(days, days[1:], strict=False))


def _day(date: Date) -> dt.datetime:
    return dt.datetime(date.year or 2000, date.month, date.day, 12, tzinfo=dt.UTC)


def _undo_half_conversion(
    records: Sequence[Record], dates: list[Date | None], day_first: bool, facts: Facts
) -> tuple[list[Date | None], list[Notice]]:
    """Exchange day and month where a spreadsheet program did so.

    A program that wants the month first leaves "30/9/2024" as text, for it is no date to it, and turns
    "1/10/2024" into 10 January. The text that was left proves that the others were exchanged, as long as
    none of them has a day above 12, which no exchange could have made.
    """
    real = [i for i, date in enumerate(dates) if date and isinstance(records[i].date, dt.date)]
    if not real or any((date := dates[i]) and date.day > 12 for i in real):
        return dates, []
    turned = set(real)
    changed = [d.swapped() if d and i in turned else d for i, d in enumerate(dates)]
    order = [d.swapped() if d and d.either and day_first else d for d in dates]
    order_changed = [d.swapped() if d and d.either and day_first else d for d in changed]
    if len(real) < ENOUGH and _leaps(order_changed, swap=False) >= _leaps(order, swap=False):
        return dates, []
    return changed, [
        Notice(
            text=f"The spreadsheet program had exchanged day and month in {counted(len(real), 'date')} "
            f"(first in row {records[real[0]].row}); they were turned back.",
            hint="Compare a few with the original.",
            where=facts.location,
        )
    ]


# --- the year ---------------------------------------------------------------------------------------


def _with_years(
    records: Sequence[Record], dates: list[Date | None], proofs: Sequence[dt.datetime | None], facts: Facts
) -> tuple[list[Date | None], list[Notice]]:
    if all(date is None or date.year for date in dates):
        return dates, []
    found: list[Date | None] = []
    years = {date.year for date in dates if date and date.year}
    only = years.pop() if len(years) == 1 else None
    lost = borrowed = 0
    last: tuple[str, int, int] | None = None  # sheet, year, month of the row above
    for index, (record, date) in enumerate(zip(records, dates, strict=True)):
        if date and date.year is None and proofs[index] is None:
            year = _year_after(last, record, date.month) or _year_near(records, dates, index, facts)
            borrowed += year is None and only is not None
            date = _in_year(date, year or only)
            lost += date is None
        if date and date.year:
            last = (record.sheet, date.year, date.month)
        found.append(date)
    notices = []
    if borrowed:
        text = f"{counted(borrowed, 'date')} without a year were taken to be in {only}, like all others of the file."
        notices.append(Notice(text=text, where=facts.location, hint="Name the year in the sheet's title."))
    if lost:
        text = f"{counted(lost, 'date')} without a year could not be placed."
        hint = "These updates stand without a date. Name the year in the sheet's title, or in the dates."
        notices.append(Notice(text=text, where=facts.location, hint=hint))
    return found, notices


def _year_after(last: tuple[str, int, int] | None, record: Record, month: int) -> int | None:
    if last is None or last[0] != record.sheet or _YEAR.search(record.near):
        return None
    step = month - last[2]
    return last[1] + (1 if step < -6 else -1 if step > 6 else 0)


def _year_near(
    records: Sequence[Record], dates: Sequence[Date | None], index: int, facts: Facts
) -> int | None:
    sheet = records[index].sheet
    for words in (records[index].near, facts.titles.get(sheet, "")):
        named = set(_YEAR.findall(words))
        if len(named) == 1:
            return int(named.pop())
    below = (
        d.year
        for r, d in zip(records[index:], dates[index:], strict=True)
        if r.sheet == sheet and d and d.year
    )
    return next(below, None)


def _in_year(date: Date, year: int | None) -> Date | None:
    if year is None:
        return None
    try:
        dt.date(year, date.month, date.day)
    except ValueError:  # 29 February of another year
        return None
    return replace(date, year=year)


# --- the zone ---------------------------------------------------------------------------------------


class _Zones:
    """Turns written times into UTC: by their own zone, the header's, what ids prove, the user's, the local one."""

    def __init__(
        self, facts: Facts, dates: Sequence[Date | None], proofs: Sequence[dt.datetime | None]
    ) -> None:
        self.facts = facts
        self.zone = facts.file_zone or _zone_in(facts.notes)
        self.offsets = [] if self.zone else _offsets(dates, proofs)
        self.days = [day for day, _ in self.offsets]
        self.assumed = 0

    def moment(self, date: Date) -> dt.datetime | None:
        if date.year is None:
            return None
        if date.time is None:
            return dt.datetime(date.year, date.month, date.day, tzinfo=dt.UTC)
        naive = dt.datetime.combine(dt.date(date.year, date.month, date.day), date.time)
        zone = date.zone or self.zone
        if zone is None and self.offsets:
            return (naive - self._offset(naive)).replace(tzinfo=dt.UTC)
        if zone is None:
            zone = self.facts.zone
            self.assumed += zone is None
        try:
            # Without a zone, `astimezone` takes the computer's own.
            return (naive.replace(tzinfo=zone) if zone else naive).astimezone(dt.UTC)
        except (OverflowError, OSError, ValueError):
            return None

    def _offset(self, naive: dt.datetime) -> dt.timedelta:
        # The nearest proof in time counts: so summer time needs no name of a zone.
        at = bisect_left(self.days, naive)
        near = self.offsets[max(0, at - 1) : at + 1]
        return min(near, key=lambda pair: abs(pair[0] - naive))[1]

    def notices(self) -> list[Notice]:
        if not self.assumed:
            return []
        return [
            Notice(
                text=f"Times in this file name no zone; {self.assumed:,} of them were read in this computer's.",
                hint='Name the zone they are in if it is another: timezone="Europe/Berlin".',
                where=self.facts.location,
            )
        ]


def _offsets(
    dates: Sequence[Date | None], proofs: Sequence[dt.datetime | None]
) -> list[tuple[dt.datetime, dt.timedelta]]:
    """How far the file's clock was from UTC, at each moment an id proves; [] when ids prove nothing.

    An update goes out within minutes of the time it stands under. Where most rows are off by anything
    but a zone, the times are plans or slips and prove no zone.
    """
    found, timed = [], 0
    for date, proof in zip(dates, proofs, strict=True):
        if date is None or proof is None or date.time is None or date.zone or date.year is None:
            continue
        timed += 1
        naive = dt.datetime.combine(dt.date(date.year, date.month, date.day), date.time)
        gap = naive - proof.replace(tzinfo=None)
        offset = round(gap / QUARTER) * QUARTER
        if abs(gap - offset) <= NEAR and abs(offset) <= FARTHEST:
            found.append((naive, offset))
    return sorted(found) if found and 2 * len(found) > timed else []


def _zone_in(notes: str) -> dt.tzinfo | None:
    """The zone a header names: "Time (EST)", "time_wib", "time_africa_cairo", "Date (GMT)"."""
    words = re.findall(r"[A-Za-z]+(?:[+-]\d{1,2}(?::?\d{2})?)?", notes.replace("_", " "))
    for word in words:
        if (len(word) > 2 or word.isupper()) and (zone := zone_named(word)):
            return zone
    for region, city in zip(words, words[1:], strict=False):
        if zone := zone_named(f"{region.title()}/{city.title()}"):
            return zone
    return None
