"""What the dates of a handover leave to wish for, said as notices."""

import datetime as dt

from handover.model import Details, Notice

NOTICE_DAYS = 30  # usual between notice and last day


def check_dates(details: Details, today: dt.date) -> tuple[Notice, ...]:
    """What a person should look at in the dates: short notice, days in the wrong order.

    A short notice is no error: the timeline is drawn closer together. `today` stands for the day of
    notice where the details name none.
    """
    dates = details.dates
    if dates.last_day is None:
        return ()
    found: list[Notice] = []
    told = dates.notice or min(today, dates.last_day)
    days = (dates.last_day - told).days
    if 0 <= days < NOTICE_DAYS and (dates.notice or today <= dates.last_day):
        found.append(
            Notice(
                text=f"From {'notice' if dates.notice else 'today'} ({told}) to the last day "
                f"({dates.last_day}) there {_days(days)}; {NOTICE_DAYS} are usual.",
                hint="Send the files and fix the date of the call today.",
                where="dates.last_day",
            )
        )
    for name, day in (
        ("questions_until", dates.questions_until),
        ("files_kept_until", dates.files_kept_until),
    ):
        if day is not None and day < dates.last_day:
            found.append(
                Notice(
                    text=f"{name} ({day}) lies before the last day ({dates.last_day}).",
                    hint="Choose a day after it, or take the key out.",
                    where=f"dates.{name}",
                )
            )
    if dates.notice and dates.notice > dates.last_day:
        found.append(
            Notice(
                text=f"Notice ({dates.notice}) lies after the last day ({dates.last_day}).",
                hint="Check the year of both.",
                where="dates.notice",
            )
        )
    if (today - dates.last_day).days > 90:
        found.append(
            Notice(
                text=f"The last day ({dates.last_day}) is more than three months ago.",
                hint="Check the year, or leave it when it is right.",
                where="dates.last_day",
            )
        )
    return tuple(found)


def _days(n: int) -> str:
    return "is 1 day" if n == 1 else f"are {n} days"
