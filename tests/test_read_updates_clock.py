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


def test_an_id_gives_the_time_of_the_day_that_is_stated_and_no_other_day() -> None:
    day = ("2024-03-05", x_address("2024-03-05T17:20:00+00:00"))
    later = ("2024-03-05", x_address("2024-03-12T17:20:00+00:00"))
    assert read(day, later)[0] == ["2024-03-05 17:20", "2024-03-05 00:00"]


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


def test_a_time_that_is_stated_stands_against_an_id_in_a_sheet_but_not_in_a_tools_export() -> None:
    rows = ("2023-11-02 08:00", x_address("2024-03-16T08:00:00+00:00")), "2024-03-17 08:00"
    assert read(*rows)[0] == ["2023-11-02 08:00", "2024-03-17 08:00"]
    assert read(*rows, known=True)[0] == ["2024-03-16 08:00", "2024-03-17 08:00"]


def test_an_address_that_no_zone_can_bring_together_with_the_time_stated_proves_nothing() -> None:
    found, _ = read(("2026-03-25 10:30", x_address("2023-09-08T04:15:59+00:00")), zone=None)
    assert found[0] is not None and found[0].startswith(("2026-03-24", "2026-03-25"))
    found, _ = read(("2026-03-25 10:30", x_address("2026-03-25T16:30:40+00:00")), zone=None)
    assert found == ["2026-03-25 16:30"]


def test_rows_around_a_change_of_summer_time_are_read_in_the_zone_that_was_named() -> None:
    found, _ = read(
        ("2025-03-28 09:00", x_address("2025-03-28T08:00:10+00:00")),
        "2025-03-29 09:00",
        "2025-03-31 09:00",
        ("2025-04-04 09:00", x_address("2025-04-04T07:00:10+00:00")),
        zone=BERLIN,
    )
    assert found == ["2025-03-28 08:00", "2025-03-29 08:00", "2025-03-31 07:00", "2025-04-04 07:00"]


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


def test_an_instagram_id_proves_no_zone_and_leaves_a_stated_time_alone() -> None:
    link = "https://www.instagram.com/p/DTdvfr0-R2W/"  # made at 20:44 UTC
    records = [Record(row=2, network="instagram", date="2026-01-13 18:27", permalink=link)]
    records += [Record(row=3, network="facebook", date="2026-01-20 12:00")]
    found, _ = moments(records, Facts(location="plan.csv", zone=dt.UTC))
    assert [f"{moment:%d %H:%M}" for moment in found if moment] == ["13 18:27", "20 12:00"]


def test_instagram_ids_of_a_tools_own_export_prove_no_zone_either() -> None:
    links = [f"https://www.instagram.com/p/{code}/" for code in ("DLrhf0XgABN", "DR1fILngABN", "DRt3l6TgABN")]
    dates = (
        "2025-07-04 02:00",
        "2025-12-04 01:00",
        "2025-12-14 08:30",
    )  # two made seven and eight hours later
    records = [
        Record(row=row, network="instagram", date=date, permalink=link)
        for row, (date, link) in enumerate(zip(dates, links, strict=True), 2)
    ]
    found, _ = moments(records, Facts(location="posts.csv", zone=dt.UTC, known=True))
    assert [f"{moment:%d %H:%M}" for moment in found if moment] == ["04 02:00", "04 01:00", "14 08:30"]


def test_instagram_ids_that_speak_for_one_zone_are_told_where_nobody_named_one() -> None:
    link = "https://www.instagram.com/p/DLrhf0XgABN/"  # made at 09:00:05 UTC
    records = [
        Record(row=row, network="instagram", date=f"2025-07-04 {time}", permalink=link)
        for row, time in ((2, "02:00"), (3, "02:00"), (4, "01:31"))
    ]
    _, told = moments(records, Facts(location="posts.csv", known=True))
    assert "UTC-07:00" in told[0].hint
    _, silent = moments(records[1:], Facts(location="posts.csv", known=True))
    assert "UTC-07:00" not in silent[0].hint


def test_the_zone_of_a_row_comes_before_that_of_the_user_and_an_unknown_one_is_said() -> None:
    records = [
        Record(row=2, date="2024-10-08", time="09:00", zone="America/New_York"),
        Record(row=3, date="2024-10-08", time="09:00", zone="Eastern Time (US & Canada)"),
        Record(row=4, date="2024-10-08", time="09:00 CET", zone="EST"),
        Record(row=5, date="2024-10-08", time="09:00", zone="Office"),
    ]
    found, notices = moments(records, Facts(location="plan.csv", zone=BERLIN))
    assert [f"{moment:%H:%M}" for moment in found if moment] == ["13:00", "13:00", "07:00", "07:00"]
    assert "'Office' (row 5) is not known" in notices[0].text


def test_a_time_that_cannot_be_read_is_said() -> None:
    records = [Record(row=2, date="2024-10-08", time="after lunch"), Record(row=3, date="2024-10-08")]
    found, notices = moments(records, Facts(location="plan.csv", zone=dt.UTC))
    assert found == [dt.datetime(2024, 10, 8, tzinfo=dt.UTC)] * 2
    assert "'after lunch' in row 2" in notices[0].text


def test_the_tab_names_the_month_of_days_that_stand_alone() -> None:
    cells: list[Cell] = ["Fr 14.", "5.", 3, "Wed 19th", "Fri 28", "32", "Mo 14."]
    records = [Record(row=row, sheet="März 2025", date=cell) for row, cell in enumerate(cells, 2)]
    found, notices = moments(records, Facts(location="plan.xlsx", zone=dt.UTC))
    days = [f"{moment:%Y-%m-%d}" if moment else "" for moment in found]
    assert days[:5] == ["2025-03-14", "2025-03-05", "2025-03-03", "2025-03-19", "2025-03-28"]
    assert days[5] == ""
    assert days[6] == "2025-04-14"  # a Monday in April, a Friday in March
    assert "'32' in row 7" in notices[0].text


def test_days_alone_in_a_sheet_that_names_no_month_are_no_dates() -> None:
    records = [
        Record(row=2, sheet="Plan 2025", date="5."),
        Record(row=3, sheet="Jan to März 2025", date="5."),
    ]
    assert moments(records, Facts(location="plan.xlsx", zone=dt.UTC))[0] == [None, None]


def test_the_new_year_above_the_first_row_with_a_year_is_seen() -> None:
    found, _ = read("28 Dez", "30 Dez", "2 Jan", "5. Januar 2025")
    assert found == ["2024-12-28 00:00", "2024-12-30 00:00", "2025-01-02 00:00", "2025-01-05 00:00"]


def test_a_weekday_in_the_cell_tells_the_year_and_a_person_is_told() -> None:
    day = dt.date.today() - dt.timedelta(days=400)
    found, notices = read(f"{day:%a %b} {day.day}")
    assert found == [f"{day} 00:00"]
    assert "taken from its weekday" in notices[0]
    assert read(f"{day:%a %b} {day.day}", titles={"": "Plan 2019"})[0][0].startswith("2019")


def test_a_weekday_in_the_cell_proves_the_order_of_day_and_month() -> None:
    found, notices = read("Thu 03/04/2025", "05/04/2025")
    assert found == ["2025-04-03 00:00", "2025-04-05 00:00"]
    assert "weekdays in them prove" in notices[0]


def test_a_month_and_two_digits_are_no_day_unless_others_show_that_they_are() -> None:
    found, notices = read("Oct-24", "Nov-24", titles={"": "Plan 2024"})
    assert found == ["", ""]
    assert "'Oct-24' in row 2" in notices[0]
    assert read("Oct-24", "Nov-02", titles={"": "Plan 2024"})[0] == ["2024-10-24 00:00", "2024-11-02 00:00"]


def test_a_written_midnight_is_a_time_unless_every_row_says_it() -> None:
    found, _ = read("Mar 4, 2025 12:00 AM", "Mar 5, 2025 3:00 PM", zone=BERLIN)
    assert found == ["2025-03-03 23:00", "2025-03-05 14:00"]
    found, _ = read("Mar 4, 2025 12:00 AM", "Mar 5, 2025 12:00 AM", zone=BERLIN)
    assert found == ["2025-03-04 00:00", "2025-03-05 00:00"]
