"""Weeks that are headed by the day they begin with, and rows below that say the weekday only."""

from pathlib import Path

import pytest

from handover import read_updates
from handover.read.updates.tables.when.week_headings import first_of_week


@pytest.mark.parametrize(
    "heading",
    [
        "w/c 07/09/2026", "W/C 7 September 2026", "Week commencing 07/09/2026", "week of 7 Sept 2026",
        "Week beginning: 7 September 2026", "Woche ab 7. September 2026", "Woche vom 07.09.2026",
        "Semaine du 7 septembre 2026", "Semana del 7 de septiembre de 2026", "Settimana del 7 settembre 2026",
        "Week van 7 september 2026",
    ],
)  # fmt: skip
def test_a_heading_says_the_first_day_of_its_week(heading: str) -> None:
    found = first_of_week(heading)
    assert found is not None
    assert (2026, 9, 7) in [(one.year, one.month, one.day) for one in (found, found.swapped())]


@pytest.mark.parametrize("heading", ["Week of kindness", "w/c", "Weekly plan", "Wochenplan", "7 September"])
def test_others_say_none(heading: str) -> None:
    assert first_of_week(heading) is None


PLAN = (
    "Nursery: weekly plan,,,\n{first},,,\n,Theme,Facebook,Instagram\nMonday,Settling,Welcome back everyone,\n"
    "Wednesday,Mud,,The mud kitchen is open\n{second},,,\n,Theme,Facebook,Instagram\n"
    "Friday,Thanks,Thank you for eleven marrows,\n"
)


@pytest.mark.parametrize(
    "weeks",
    [
        ("w/c 07/09/2026", "w/c 14/09/2026"),
        ("Week 37 2026", "Week 38 2026"),
        ("Woche vom 7.9.2026", "Woche vom 14.9.2026"),
        ("Week commencing 6 September 2026", "Week commencing 13 September 2026"),  # a Sunday
    ],
)
def test_a_weekday_under_no_header_is_a_day_of_the_week_above(tmp_path: Path, weeks: tuple[str, str]) -> None:
    (tmp_path / "plan.csv").write_text(PLAN.format(first=weeks[0], second=weeks[1]), "utf-8")
    found = read_updates(tmp_path / "plan.csv", timezone="UTC")
    days = [(one.network, f"{one.posted_at:%d.%m.%Y}") for one in found.items if one.posted_at]
    assert days == [("facebook", "07.09.2026"), ("instagram", "09.09.2026"), ("facebook", "18.09.2026")]
    assert not found.skipped


def test_a_weekday_without_a_week_is_no_date(tmp_path: Path) -> None:
    (tmp_path / "plan.csv").write_text(PLAN.format(first="Autumn", second="Winter"), "utf-8")
    found = read_updates(tmp_path / "plan.csv", timezone="UTC")
    assert [one.posted_at for one in found.items] == [None] * 3
