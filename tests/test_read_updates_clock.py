"""Which moment the dates of a file mean: order of day and month, year, zone."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from handover.read.updates.tables import Cell
from handover.read.updates.tables.rows.record import Facts, Record
from handover.read.updates.tables.when.moments import moments

BERLIN = ZoneInfo("Europe/Berlin")


def x_address(moment: str) -> str:
    milliseconds = int(dt.datetime.fromisoformat(moment).timestamp() * 1000)
    return f"https://x.com/birchwood/status/{(milliseconds - 1288834974657) << 22}"


def read(*dates: Cell | tuple[Cell, str], **facts: object) -> tuple[list[str], list[str]]:
    """Moments as text, and the notices' texts; each date alone or with the address of its post."""
    records = []
    for row, given in enumerate(dates, 2):
        date, link = given if isinstance(given, tuple) else (given, "")
        records.append(Record(row=row, network="x" if link else "", date=date, permalink=link))
    found, notices = moments(records, Facts(**{"location": "plan.csv", "zone": dt.UTC, **facts}))  # type: ignore[arg-type]
    return [f"{moment:%Y-%m-%d %H:%M}" if moment else "" for moment in found], [n.text for n in notices]


def test_one_date_that_can_only_be_read_one_way_decides_for_the_file() -> None:
    found, notices = read("26/9/25", "3/10/25")
    assert found == ["2025-09-26 00:00", "2025-10-03 00:00"]
    assert "day before month" in notices[0] and "row 2" in notices[0]


def test_months_come_first_where_a_row_proves_it() -> None:
    assert read("3/10/25", "3/26/25")[0] == ["2025-03-10 00:00", "2025-03-26 00:00"]


def test_the_ids_of_posts_prove_the_order_of_their_dates() -> None:
    found, notices = read(("04/03/2025", x_address("2025-03-04T09:15:00+00:00")), "05/03/2025")
    assert found == ["2025-03-04 09:15", "2025-03-05 00:00"]
    assert "ids" in notices[0]


def test_weekdays_beside_the_dates_prove_their_order() -> None:
    records = [
        Record(row=2, date="03/02/2025", weekday="lundi"),
        Record(row=3, date="05/02/2025", weekday="mercredi"),
    ]
    found, _ = moments(records, Facts(location="plan.csv"))
    assert [f"{moment:%m-%d}" for moment in found if moment] == ["02-03", "02-05"]


def test_the_header_says_the_order_where_rows_prove_nothing_but_rows_win() -> None:
    assert read("3/4/2025", notes="Date (DD/MM/YYYY)")[0] == ["2025-04-03 00:00"]
    assert read("3/4/2025", "30/9/2024", notes="DATE (MONTH/DAY/YEAR)")[0][0] == "2025-04-03 00:00"


def test_dates_that_follow_one_another_decide_and_a_person_is_told() -> None:
    found, notices = read("1/4/2025", "2/4/2025", "3/4/2025", "4/4/2025", "6/4/2025", "8/4/2025")
    assert found[0] == "2025-04-01 00:00"
    assert "follow one another" in notices[0]


def test_where_nothing_proves_the_order_the_month_is_first_and_a_person_is_told() -> None:
    found, notices = read("3/4/2025")
    assert found == ["2025-03-04 00:00"]
    assert "nothing in the file proves it" in notices[0]


def test_dates_that_a_spreadsheet_program_has_exchanged_are_turned_back() -> None:
    # "30/9/2024" stayed text; "1/10/2024" and its like became 10 January and its like.
    found, notices = read(
        "30/9/2024",
        dt.datetime(2024, 1, 10),
        dt.datetime(2024, 8, 10),
        "15/10/2024",
        dt.datetime(2024, 1, 11),
    )
    assert found == [f"2024-{day} 00:00" for day in ("09-30", "10-01", "10-08", "10-15", "11-01")]
    assert any("exchanged day and month in 3 dates" in notice for notice in notices)


def test_real_dates_that_no_exchange_can_have_made_are_left_alone() -> None:
    found, _ = read("30/9/2024", dt.datetime(2024, 10, 1), dt.datetime(2024, 10, 17))
    assert found == ["2024-09-30 00:00", "2024-10-01 00:00", "2024-10-17 00:00"]


def test_a_time_is_read_in_the_users_zone() -> None:
    assert read("2025-07-04 09:15", zone=BERLIN)[0] == ["2025-07-04 07:15"]
    assert read("2025-01-04 09:15", zone=BERLIN)[0] == ["2025-01-04 08:15"]


def test_without_any_zone_the_computers_own_is_taken_and_a_person_is_told() -> None:
    found, notices = read("2025-07-04 09:15", zone=None)
    assert found[0]
    assert any("this computer's" in notice for notice in notices)


def test_a_day_without_a_time_is_midnight_utc_in_every_zone() -> None:
    assert read("2025-07-04", zone=BERLIN)[0] == ["2025-07-04 00:00"]


def test_ids_prove_the_zone_of_rows_without_one_in_summer_and_in_winter() -> None:
    found, notices = read(
        ("2025-07-04 11:15", x_address("2025-07-04T09:15:20+00:00")),
        "2025-07-05 11:15",
        ("2025-12-04 11:15", x_address("2025-12-04T10:15:20+00:00")),
        "2025-12-05 11:15",
        zone=None,
    )
    assert (found[1], found[3]) == ("2025-07-05 09:15", "2025-12-05 10:15")
    assert notices == []


def test_an_id_wins_over_a_time_that_is_off_and_such_times_prove_no_zone() -> None:
    found, _ = read(("2023-11-02 08:00", x_address("2024-03-16T08:00:00+00:00")), "2024-03-17 08:00")
    assert found == ["2024-03-16 08:00", "2024-03-17 08:00"]


@pytest.mark.parametrize(
    ("notes", "utc"),
    [("Time (EST)", "13:15"), ("Date (GMT)", "09:15"), ("time_wib", "02:15"), ("time_africa_cairo", "06:15")],
)
def test_a_header_that_names_a_zone_is_believed(notes: str, utc: str) -> None:
    assert read("2025-07-04 09:15", notes=notes)[0] == [f"2025-07-04 {utc}"]


def test_a_missing_year_comes_from_the_title_and_turns_with_the_months() -> None:
    found, _ = read("20 Nov", "4 Dec", "8 Jan", titles={"": "Calendar 2024"})
    assert found == ["2024-11-20 00:00", "2024-12-04 00:00", "2025-01-08 00:00"]


def test_a_year_that_nothing_tells_is_not_invented() -> None:
    found, notices = read("24th Sept")
    assert found == [""]
    assert "without a year" in notices[0]


def test_a_date_that_cannot_be_read_is_named_with_its_row() -> None:
    found, notices = read("2025-03-04", "next week")
    assert found == ["2025-03-04 00:00", ""]
    assert "'next week' in row 3" in notices[0]


def test_a_time_in_a_column_of_its_own_belongs_to_the_day() -> None:
    records = [Record(row=2, date=dt.datetime(2025, 3, 4), time=dt.time(9, 15))]
    records += [Record(row=3, date="2025-03-04 00:00:00", time="9.30 am")]
    found, _ = moments(records, Facts(location="plan.xlsx", zone=dt.UTC))
    assert [f"{moment:%H:%M}" for moment in found if moment] == ["09:15", "09:30"]


def test_instagram_ids_given_long_before_publishing_are_not_believed() -> None:
    record = Record(
        row=2,
        network="instagram",
        date="2025-12-14 08:30",
        permalink="https://www.instagram.com/p/DRt3l6TgABN/",
    )
    found, _ = moments([record], Facts(location="posts.csv", zone=dt.UTC))
    assert found[0] == dt.datetime(2025, 12, 14, 8, 30, tzinfo=dt.UTC)
