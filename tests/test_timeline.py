"""The timeline: right days, right order, no claim that nobody made."""

import dataclasses
import datetime as dt

import pytest

from handover.model import Account, Dates, Details, Handover, Unpaired, Update
from handover.write.timeline import Step, timeline
from handover.write.view.closing import open_items
from tests.made import make_handover

LAST = dt.date(2026, 12, 31)


def drawn(today: dt.date, **dates: dt.date | None) -> dict[str, Step]:
    handover: Handover = dataclasses.replace(
        make_handover(), details=Details(dates=Dates(**{"last_day": LAST, **dates})), today=today
    )
    return {step.key: step for step in timeline(handover)}


def test_every_step_is_counted_from_the_last_day_on_working_days():
    steps = drawn(dt.date(2026, 11, 20))
    assert {key: (step.date - LAST).days for key, step in steps.items()} == {
        "notice": -30,
        "what_is_left": -14,
        "files": -7,
        "access": -3,
        "last_day": 0,
        "thank_you": 4,  # from a Saturday on to Monday
        "check_in": 32,
    }
    assert not any(step.done for step in steps.values())


@pytest.mark.parametrize("shift", range(14))
def test_what_is_counted_falls_on_working_days_and_what_is_named_on_its_day(shift):
    last = LAST + dt.timedelta(days=shift)
    steps = drawn(dt.date(2026, 11, 20), last_day=last)
    assert steps.pop("last_day").date == last
    assert all(step.date.weekday() < 5 for step in steps.values())
    assert steps["access"].date <= last - dt.timedelta(days=3) and steps["check_in"].date.toordinal() >= (
        last.toordinal() + 30
    )


def test_notice_is_given_once_its_day_is_past():
    steps = drawn(
        dt.date(2026, 12, 20),
        notice=dt.date(2026, 11, 15),
        questions_until=dt.date(2027, 1, 15),
        files_kept_until=dt.date(2027, 12, 31),
    )
    assert (steps["notice"].date, steps["notice"].done) == (dt.date(2026, 11, 15), True)
    assert steps["questions"].date == dt.date(2027, 1, 15)
    assert list(steps)[-1] == "files_kept"


def test_a_step_that_nobody_named_is_not_claimed_once_its_day_is_past():
    steps = drawn(dt.date(2026, 12, 20))
    assert "notice" not in steps
    assert "what_is_left" not in steps


def test_a_short_notice_draws_files_and_access_together():
    steps = drawn(dt.date(2026, 12, 30))
    assert steps["files"].date == steps["access"].date == dt.date(2026, 12, 30)
    assert list(steps) == ["files", "access", "last_day", "thank_you", "check_in"]


def test_after_the_last_day_only_what_lies_ahead_remains():
    assert list(drawn(dt.date(2027, 1, 10), questions_until=dt.date(2027, 1, 5))) == ["check_in"]


def test_access_has_moved_where_every_account_says_when():
    today, days = dt.date(2027, 1, 10), (dt.date(2026, 12, 28), dt.date(2026, 12, 30))
    told = tuple(Account(name="A", done_on=day) for day in days)

    def steps(*accounts: Account) -> dict[str, tuple[dt.date, bool]]:
        details = Details(dates=Dates(last_day=LAST), account=accounts)
        handover = dataclasses.replace(make_handover(), details=details, today=today)
        return {step.key: (step.date, step.done) for step in timeline(handover)}

    done = {"access": (days[1], True), "last_day": (LAST, True)}
    assert steps(*told) == done | {"check_in": (dt.date(2027, 2, 1), False)}
    for more in (Account(name="B"), Account(name="B", done_on=dt.date(2027, 1, 11))):
        assert list(steps(*told, more)) == ["check_in"]


def test_today_is_not_past():
    assert not drawn(LAST)["last_day"].done


def test_without_days_there_is_no_timeline():
    assert timeline(dataclasses.replace(make_handover(), details=Details())) == ()


def test_without_a_last_day_only_the_named_days_stand():
    assert list(drawn(dt.date(2026, 12, 1), last_day=None, notice=dt.date(2026, 12, 1))) == ["notice"]


def ending_with(day: dt.date | None, kind: str = "original") -> Handover:
    """A handover with its last day, and an update without a post scheduled for that other day."""
    made = make_handover()
    moment = dt.datetime.combine(day, dt.time(9), dt.UTC) if day else None
    coming = Update(text="Coming", network="x", state="scheduled", posted_at=moment, kind=kind)
    return dataclasses.replace(
        made,
        details=Details(dates=Dates(last_day=LAST)),
        today=dt.date(2026, 11, 20),
        pairing=dataclasses.replace(made.pairing, unpaired=(Unpaired(update=coming, reason=""),)),
    )


@pytest.mark.parametrize(
    ("days", "kind", "is_last", "is_open"),
    [(0, "original", True, False), (None, "original", False, False), (-3, "original", False, False),
     (0, "reply", False, False), (1, "reply", False, False), (1, "original", False, True)],
)  # fmt: skip
def test_the_last_update_goes_out_on_the_last_day_only_where_it_is_scheduled_for_it(
    days, kind, is_last, is_open
):
    handover = ending_with(None if days is None else LAST + dt.timedelta(days=days), kind)
    (step,) = (step for step in timeline(handover) if step.key == "last_day")
    assert ("last update" in step.what) == is_last
    told = [row["what"] for row in open_items(handover).get("rows", ())]
    assert any("Take over 1 update" in what and "X" in what for what in told) == is_open


def test_drafts_are_open_and_nobody_is_named_for_them():
    made = make_handover()
    first = made.pairs[0]
    pairs = (
        dataclasses.replace(first, update=dataclasses.replace(first.update, state="draft")),
        *made.pairs[1:],
    )
    handover = dataclasses.replace(
        made, pairing=dataclasses.replace(made.pairing, pairs=pairs), details=Details()
    )
    drafts = len({pair.update.id for pair in pairs if pair.update.state == "draft"})
    (row,) = open_items(handover)["rows"]
    assert f"Decide on {drafts} draft" in row["what"] and not row["owner"]
