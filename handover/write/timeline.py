"""What happens when: the days of a handover, counted from the last day."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from handover.model import Handover
from handover.write.words import words

# Days from the last day, as offboarding guides for freelancers have them: notice a month before, what is
# left two weeks before, files and a call one week before, access tested while both can still help.
NOTICE = -30
WHAT_IS_LEFT = -14
FILES_AND_CALL = -7
ACCESS_CONFIRMED = -3
THANK_YOU = 2
CHECK_IN = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One day of the timeline, in the words of the client's language."""

    key: str  # notice, what_is_left, files, access, last_day, thank_you, questions, check_in, files_kept
    date: dt.date
    what: str
    done: bool  # a day the user named that lies before today


def timeline(handover: Handover) -> tuple[Step, ...]:
    """The steps in order of their days; empty where the details name no day at all.

    The documents never claim what nobody said: a step that was only counted from the last day is left
    out once its day is past. Up to the last day, files and access check move up to today instead, so a
    short notice draws the timeline together.
    """
    _ = words(handover.language)
    texts = {
        "notice": _("Notice that our work together comes to a close"),
        "what_is_left": _("You receive a note on what is left to finish"),
        "files": _("You receive the files, and we go through them in a call"),
        "access": _("We confirm that you can open every account with your own access"),
        "last_day": _("The last update goes out and my access to your accounts is removed"),
        "thank_you": _("You receive a thank-you from me"),
        "questions": _("The last day for your questions to me"),
        "check_in": _("I check in with you: is everything running well?"),
        "files_kept": _("The last day I keep a copy of your files"),
    }
    named = dict(_named(handover))
    days = _counted(handover) | named
    order = list(texts)
    steps = [
        Step(key=key, date=day, what=texts[key], done=key in named and day < handover.today)
        for key, day in days.items()
    ]
    return tuple(sorted(steps, key=lambda step: (step.date, order.index(step.key))))


def _named(handover: Handover) -> Iterator[tuple[str, dt.date]]:
    """The days the user wrote down."""
    dates = handover.details.dates
    for key, day in (
        ("notice", dates.notice),
        ("last_day", dates.last_day),
        ("questions", dates.questions_until),
        ("files_kept", dates.files_kept_until),
    ):
        if day is not None:
            yield key, day


def _counted(handover: Handover) -> dict[str, dt.date]:
    """The days that follow from the last day, as far as they lie ahead."""
    last, today = handover.details.dates.last_day, handover.today
    if last is None:
        return {}
    offsets = {"notice": NOTICE, "what_is_left": WHAT_IS_LEFT, "thank_you": THANK_YOU, "check_in": CHECK_IN}
    days = {key: last + dt.timedelta(days=days) for key, days in offsets.items()}
    if today <= last:
        for key, offset in (("files", FILES_AND_CALL), ("access", ACCESS_CONFIRMED)):
            days[key] = max(last + dt.timedelta(days=offset), today)
    return {key: day for key, day in days.items() if day >= today}
