"""Networks across and days down, with nothing above the days."""

import pytest

from tests.test_read_updates_shapes import parsed, workbook


@pytest.mark.parametrize("weeks", [("Vecka 10", "Vecka 11"), ("Week 10", "Week 11"), ("KW 10", "KW 11")])
def test_a_weekday_is_of_the_week_that_heads_it_and_the_year_of_the_sheet(weeks: tuple[str, str]) -> None:
    found = parsed(
        workbook(
            [
                ["Museet: våren 2026"], ["", "Facebook", "Instagram"], [weeks[0]],
                ["Måndag", "Vernissage på lördag", ""], ["Onsdag", "", "Bakom kulisserna"],
                [weeks[1]], ["Tisdag", "Tack alla som kom", ""],
            ]
        ),
        "plan.xlsx",
    )  # fmt: skip
    assert [(one.network, f"{one.posted_at:%d.%m.%Y}") for one in found.items if one.posted_at] == [
        ("facebook", "02.03.2026"), ("instagram", "04.03.2026"), ("facebook", "10.03.2026"),
    ]  # fmt: skip


def test_dates_stand_under_no_header_too() -> None:
    found = parsed(",Facebook,LinkedIn\n2026-03-02,Words for one,\n2026-03-04,,Words for another\n")
    assert [f"{one.posted_at:%d.%m.}" for one in found.items if one.posted_at] == ["02.03.", "04.03."]
