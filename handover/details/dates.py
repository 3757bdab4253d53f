"""What the dates of a handover leave to wish for, said as notices."""

import datetime as dt
from collections.abc import Iterator

from handover.model import Dates, Details, Notice, Said

NOTICE_DAYS = 30  # usual between notice and last day
LONG_AGO = 90  # days; a last day so far back is more likely a slip of the year
FAR = 2 * 365  # days; a last day so far away, back or ahead, is more likely one too


def check_dates(details: Details, today: dt.date) -> tuple[Notice, ...]:
    """What a person should look at in the dates: short notice, days in the wrong order.

    A short notice is no error: the timeline is drawn closer together. `today` stands for the day of
    notice where the details name none.
    """
    dates = details.dates
    if dates.last_day is None:
        return ()
    return (
        *_short_notice(dates, dates.last_day, today),
        *_wrong_order(dates, dates.last_day),
        *_far(dates.last_day, today),
        *_not_told(details, dates.last_day, today),
    )


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


def _wrong_order(dates: Dates, last: dt.date) -> Iterator[Notice]:
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


def _far(last: dt.date, today: dt.date) -> Iterator[Notice]:
    """A last day that can hardly be meant."""
    since = (today - last).days
    said = None
    if since > FAR:
        said = Said("The last day ({last}) is more than two years ago.", last=str(last))
    elif since > LONG_AGO:
        said = Said("The last day ({last}) is more than three months ago.", last=str(last))
    elif -since > FAR:
        said = Said("The last day ({last}) is more than two years ahead.", last=str(last))
    if said:
        hint = Said("Check the year, or leave it when it is right.")
        yield Notice(text=said, hint=hint, where="dates.last_day")


def _not_told(details: Details, last: dt.date, today: dt.date) -> Iterator[Notice]:
    """What lies in the past, and nobody said that it is done: it is left out for the client."""
    waiting = [account for account in details.account if not account.done_on]
    if last < today and waiting:
        yield Notice(
            text=Said(
                "The last day ({last}) is past, and {n} account does not say when it changed hands; "
                "the client's timeline leaves out what nobody said is done.",
                many="The last day ({last}) is past, and {n} accounts do not say when they changed hands; "
                "the client's timeline leaves out what nobody said is done.",
                last=str(last),
                n=len(waiting),
            ),
            hint=Said("Write: {line}", line=f"done_on = {last}"),
            where="account.done_on",
        )
