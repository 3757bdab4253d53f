"""Updates of a scheduler's file whose day is over: it says what was to go out, and nobody that it did not."""

import datetime as dt
from collections import Counter
from dataclasses import replace

from handover.model import Notice, Said, Update, Updates


def gone_out(updates: Updates, today: dt.date) -> Updates:
    """The updates; those scheduled for a day before `today` (UTC) are published, with one notice a file.

    Only where no cell states the state: what a file calls scheduled, draft, failed or waiting stays so.
    """
    past = [one for one in updates.items if _is_past(one, today)]
    if not past:
        return updates
    ids = {id(one) for one in past}
    items = tuple(replace(one, state="published") if id(one) in ids else one for one in updates.items)
    files = Counter(one.origin.file if one.origin else "" for one in past)
    notices = [
        Notice(
            text=Said(
                "{n} update was scheduled for a day that is over and is taken as published.",
                many="{n} updates were scheduled for days that are over and are taken as published.",
                n=count,
            ),
            hint=Said("Where one did not go out, write draft or failed in a column State."),
            where=file,
        )
        for file, count in files.items()
    ]
    return replace(updates, items=items, notices=(*updates.notices, *notices))


def _is_past(update: Update, today: dt.date) -> bool:
    moment = update.posted_at
    return update.assumed and update.state == "scheduled" and moment is not None and moment.date() < today
