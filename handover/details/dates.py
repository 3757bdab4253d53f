"""What the dates of a handover leave to wish for, said as notices."""

import datetime as dt
from collections.abc import Iterator

from handover.model import Dates, Details, Notice

NOTICE_DAYS = 30  # usual between notice and last day
LONG_AGO = 90  # days; a last day so far back is more likely a slip of the year


def check_dates(details: Details, today: dt.date) -> tuple[Notice, ...]:
    """What a person should look at in the dates: short notice, days in the wrong order.

    A short notice is no error: the timeline is drawn closer together. `today` stands for the day of
    notice where the details name none.
    """
    dates = details.dates
    if dates.last_day is None:
        return ()
    return (*_short_notice(dates, dates.last_day, today), *_wrong_order(dates, dates.last_day, today))


def _short_notice(dates: Dates, last: dt.date, today: dt.date) -> Iterator[Notice]:
    told = dates.notice or today
    days = (last - told).days
    if 0 <= days < NOTICE_DAYS:
        since = "notice" if dates.notice else "today"
        there = "is 1 day" if days == 1 else f"are {days} days"
        yield Notice(
            text=f"From {since} ({told}) to the last day ({last}) there {there}; {NOTICE_DAYS} are usual.",
            hint="Send the files and fix the date of the call today.",
            where="dates.last_day",
        )


def _wrong_order(dates: Dates, last: dt.date, today: dt.date) -> Iterator[Notice]:
    for name, day in (
        ("questions_until", dates.questions_until),
        ("files_kept_until", dates.files_kept_until),
    ):
        if day is not None and day < last:
            yield Notice(
                text=f"{name} ({day}) lies before the last day ({last}).",
                hint="Choose a day after it, or take the key out.",
                where=f"dates.{name}",
            )
    if dates.notice and dates.notice > last:
        yield Notice(
            text=f"Notice ({dates.notice}) lies after the last day ({last}).",
            hint="Check the year of both.",
            where="dates.notice",
        )
    if (today - last).days > LONG_AGO:
        yield Notice(
            text=f"The last day ({last}) is more than three months ago.",
            hint="Check the year, or leave it when it is right.",
            where="dates.last_day",
        )
