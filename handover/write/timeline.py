"""What happens when: the days of a handover, counted from the last day."""

import datetime as dt
from collections.abc import Iterator

from handover.later import dataclass
from handover.model import Handover, Update
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
    done: bool  # as the details say; never because its day is past


def timeline(handover: Handover) -> tuple[Step, ...]:
    """The steps in order of their days; empty where the details name no day at all.

    The documents never claim what nobody said: notice is given once its day is past, access has moved where
    every account says when (`done_on`); whatever else lies in the past is left out. Steps that are counted
    from the last day fall on working days. Up to the last day, files and access check move up to today
    instead, so a short notice draws the timeline together.
    """
    _ = words(handover.language)
    texts = {
        "notice": _("Notice that our work together comes to a close"),
        "what_is_left": _("You receive a note on what is left to finish"),
        "files": _("You receive the files, and we go through them in a call"),
        "access": _("We confirm that you can open every account with your own access"),
        "last_day": _("The last update goes out and my access to your accounts is removed")
        if _ends_with_an_update(handover)
        else _("My access to your accounts is removed"),
        "thank_you": _("You receive a thank-you from me"),
        "questions": _("The last day for your questions to me"),
        "check_in": _("I check in with you: is everything running well?"),
        "files_kept": _("The last day I keep a copy of your files"),
    }
    done = dict(_done(handover))
    ahead = {
        key: day
        for key, day in (_counted(handover) | dict(_named(handover))).items()
        if day >= handover.today
    }
    order = list(texts)
    steps = [
        Step(key=key, date=day, what=texts[key], done=key in done) for key, day in (ahead | done).items()
    ]
    return tuple(sorted(steps, key=lambda step: (step.date, order.index(step.key))))


def to_come(handover: Handover) -> tuple[Update, ...]:
    """Originals that are scheduled for after the last day, in the order of their days; without a last day,
    for after today."""
    after = handover.details.dates.last_day or handover.today
    found = {
        update.id: (update.posted_at, update)
        for update in originals(handover)
        if update.state == "scheduled" and update.posted_at and update.posted_at.date() > after
    }
    return tuple(update for _, update in sorted(found.values(), key=lambda one: one[0]))


def _ends_with_an_update(handover: Handover) -> bool:
    """Whether the last update that is known to be scheduled goes out on the last day."""
    days = [u.posted_at.date() for u in originals(handover) if u.state == "scheduled" and u.posted_at]
    return max(days, default=None) == handover.details.dates.last_day is not None


def originals(handover: Handover) -> Iterator[Update]:
    """All updates but replies and reposts, with a post and without; one with two posts comes twice."""
    for update in (*(p.update for p in handover.pairs), *(a.update for a in handover.unpaired)):
        if update.kind == "original":
            yield update


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


def _done(handover: Handover) -> Iterator[tuple[str, dt.date]]:
    """The steps that the details say are done, by the day they were."""
    details, today = handover.details, handover.today
    if details.dates.notice and details.dates.notice < today:
        yield "notice", details.dates.notice
    days = [account.done_on for account in details.account if account.done_on]
    if days and len(days) == len(details.account) and max(days) <= today:
        yield "access", max(days)
        if details.dates.last_day and details.dates.last_day < today:
            yield "last_day", details.dates.last_day


def _counted(handover: Handover) -> dict[str, dt.date]:
    """The days that follow from the last day: those before it on a working day that is not later, those
    after it on one that is not earlier."""
    last, today = handover.details.dates.last_day, handover.today
    if last is None:
        return {}
    days = {
        "notice": _working_day(last, NOTICE),
        "what_is_left": _working_day(last, WHAT_IS_LEFT),
        "thank_you": _working_day(last, THANK_YOU),
        "check_in": _working_day(last, CHECK_IN),
    }
    if today <= last:
        soonest = min(_working_day(today, 0), last)
        for key, offset in (("files", FILES_AND_CALL), ("access", ACCESS_CONFIRMED)):
            days[key] = max(_working_day(last, offset), soonest)
    return days


def _working_day(day: dt.date, offset: int) -> dt.date:
    """Monday to Friday; from a weekend back where the offset counts back, else on to Monday."""
    day += dt.timedelta(days=offset)
    beyond = day.weekday() - 4
    if beyond <= 0:
        return day
    return day - dt.timedelta(days=beyond) if offset < 0 else day + dt.timedelta(days=3 - beyond)
