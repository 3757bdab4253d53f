"""What the dates of a handover leave to wish for, said as notices."""

import datetime as dt
from collections.abc import Iterator

from handover.model import Dates, Details, Notice, Said

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
        yield Notice(
            text=_since_notice(told, last, days) if dates.notice else _since_today(told, last, days),
            hint=Said("Send the files and fix the date of the call today."),
            where="dates.last_day",
        )


def _since_notice(told: dt.date, last: dt.date, days: int) -> Said:
    return Said(
        "From notice ({first}) to the last day ({last}) there is {n} day; {usual} are usual.",
        many="From notice ({first}) to the last day ({last}) there are {n} days; {usual} are usual.",
        first=str(told),  # as the file has it
        last=str(last),
        n=days,
        usual=NOTICE_DAYS,
    )


def _since_today(today: dt.date, last: dt.date, days: int) -> Said:
    return Said(
        "From today ({first}) to the last day ({last}) there is {n} day; {usual} are usual.",
        many="From today ({first}) to the last day ({last}) there are {n} days; {usual} are usual.",
        first=str(today),
        last=str(last),
        n=days,
        usual=NOTICE_DAYS,
    )


def _wrong_order(dates: Dates, last: dt.date, today: dt.date) -> Iterator[Notice]:
    for name, day in (
        ("questions_until", dates.questions_until),
        ("files_kept_until", dates.files_kept_until),
    ):
        if day is not None and day < last:
            yield Notice(
                text=Said(
                    "{name} ({day}) lies before the last day ({last}).",
                    name=name,
                    day=str(day),
                    last=str(last),
                ),
                hint=Said("Choose a day after it, or take the key out."),
                where=f"dates.{name}",
            )
    if dates.notice and dates.notice > last:
        yield Notice(
            text=Said(
                "Notice ({day}) lies after the last day ({last}).", day=str(dates.notice), last=str(last)
            ),
            hint=Said("Check the year of both."),
            where="dates.notice",
        )
    if (today - last).days > LONG_AGO:
        yield Notice(
            text=Said("The last day ({last}) is more than three months ago.", last=str(last)),
            hint=Said("Check the year, or leave it when it is right."),
            where="dates.last_day",
        )
