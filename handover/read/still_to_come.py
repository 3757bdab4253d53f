"""Updates of a sheet that says no state, dated after today: nobody has published them yet."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from handover.model import Notice, Said, Update, Updates
from handover.model.moments import is_day
from handover.model.places import file_of


def still_to_come(
    found: Sequence[Updates], today: dt.date | None, zone: dt.tzinfo | None
) -> Sequence[Updates]:
    """What was read; published updates of days to come are scheduled, with one notice a file.

    Only where no cell states the state. Days are those of `zone`, None for the computer's; `today` None is
    the clock's.
    """
    day = today or dt.date.today()
    return [_of_file(updates, day, zone) for updates in found]


def _of_file(updates: Updates, today: dt.date, zone: dt.tzinfo | None) -> Updates:
    coming = [one for one in updates.items if one.assumed and _is_to_come(one, today, zone)]
    if not coming:
        return updates
    ids = {id(one) for one in coming}
    files = Counter(file_of(one.origin.file) if one.origin else "" for one in coming)
    notices = [
        Notice(
            text=Said(
                "{n} update is dated after today, and no column says its state: it is taken as scheduled.",
                many="{n} updates are dated after today, and no column says their state:"
                " they are taken as scheduled.",
                n=count,
            ),
            hint=Said("A column of its own may say for each row: published, scheduled or draft."),
            where=file,
        )
        for file, count in files.items()
    ]
    items = tuple(replace(one, state="scheduled") if id(one) in ids else one for one in updates.items)
    return replace(updates, items=items, notices=(*updates.notices, *notices))


def _is_to_come(update: Update, today: dt.date, zone: dt.tzinfo | None) -> bool:
    moment = update.posted_at
    if update.state != "published" or moment is None:
        return False
    try:
        return (moment if is_day(moment) else moment.astimezone(zone)).date() > today
    except OverflowError:  # at the end of the calendar
        return True
