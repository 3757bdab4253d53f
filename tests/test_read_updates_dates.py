"""Dates and times as people write them."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handover.read.updates.tables.when.dates import Date, read_date
from handover.read.updates.tables.when.month_names import month_of, weekday_of
from handover.read.updates.tables.when.times import read_time, zone_named

NINE_FIFTEEN = dt.time(9, 15)


@pytest.mark.parametrize(
    "written",
    [
        "2025-03-04", "2025/3/4", "2025.03.04", "20250304", "March 4, 2025", "4 March 2025", "4th March 2025",
        "4. März 2025", "4 de marzo de 2025", "le 4 mars 2025", "4 marzo 2025", "Tuesday, March 4, 2025",
        "Tue Mar 4 2025", "Tue, Mar 4, 2025", "4-Mar-25", "Mar. 4, '25", "04.03.2025",
        "2025年3月4日", "4 марта 2025",
        45720, "45720", dt.date(2025, 3, 4), dt.datetime(2025, 3, 4),
    ],
)  # fmt: skip
def test_a_day_is_read_in_every_usual_spelling(written: object) -> None:
    date = read_date(written)  # type: ignore[arg-type]
    assert date is not None
    assert (date.year, date.month, date.day, date.time) == (2025, 3, 4, None)
    assert not date.either


@pytest.mark.parametrize(
    "written",
    [
        "2025-03-04 09:15", "2025-03-04T09:15:00", "4 March 2025, 9:15 am", "March 4, 2025 at 9:15 AM",
        "4. März 2025 um 9:15 Uhr", "le 4 mars 2025 à 9h15", "4 Mar 2025 9.15 am", 45720 + 555 / 1440,
        "4 de marzo de 2025 a las 9:15",
    ],
)  # fmt: skip
def test_a_time_beside_the_day_is_read_too(written: object) -> None:
    date = read_date(written)  # type: ignore[arg-type]
    assert date is not None
    assert (date.month, date.day, date.time) == (3, 4, NINE_FIFTEEN)


@pytest.mark.parametrize(
    ("written", "offset"),
    [
        ("2025-03-04T09:15:00Z", 0),
        ("2025-03-04 09:15 +0000", 0),
        ("2025-03-04 09:15 UTC", 0),
        ("2025-03-04T09:15:00+02:00", 2),
        ("Tue Mar 04 09:15:00 +0000 2025", 0),
        ("3/14/2025 9:15 AM EST", -4),
        ("4 March 2025 9:15 GMT+1", 1),
    ],
)
def test_a_zone_that_is_written_is_read(written: str, offset: int) -> None:
    date = read_date(written)
    assert date is not None and date.zone is not None and date.year is not None and date.time is not None
    moment = dt.datetime.combine(dt.date(date.year, date.month, date.day), date.time, date.zone)
    assert moment.utcoffset() == dt.timedelta(hours=offset)


@pytest.mark.parametrize("written", ["24th Sept", "2 Apr", "25-Dec", "Tuesday 4 March", "4.3.", "9/24"])
def test_a_year_that_is_not_written_is_not_invented(written: str) -> None:
    date = read_date(written)
    assert date is not None
    assert date.year is None


def test_day_and_month_in_numbers_stay_open_until_the_file_decides() -> None:
    date = read_date("03/04/2025")
    assert date is not None and date.either
    assert (date.swapped().month, date.swapped().day) == (4, 3)
    assert read_date("26/9/25") == Date(year=2025, month=9, day=26, first=1)
    assert read_date("9/26/25") == Date(year=2025, month=9, day=26, first=2)
    assert read_date("5/5/2025") == Date(year=2025, month=5, day=5)


@pytest.mark.parametrize(
    "written",
    [
        "", "Lifetime", "next week", "TBD", "now", "queue next",
        "Week 3", "March", "March 2025", "12", "9:15",
        "9-5", "31 September 2025", "30/30/2025", "4 March 2025 or later", "about 4 March 2025", "2025-13-01",
        "1.5", "99999999999999999999", "4 March 1066", "2025", True, None,
        dt.time(9), 7, -3.5, float("nan"), float("inf"),
    ],
)  # fmt: skip
def test_what_is_no_whole_date_is_none(written: object) -> None:
    assert read_date(written) is None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("written", "hour", "minute"),
    [
        ("9:15", 9, 15),
        ("09:15:00", 9, 15),
        ("9am", 9, 0),
        ("12 am", 0, 0),
        ("12:30 PM", 12, 30),
        ("16.30 Uhr", 16, 30),
        ("9h15", 9, 15),
        ("18h", 18, 0),
        ("5:8", 5, 8),
        ("5:8:54", 5, 8),
        ("0900", 9, 0),
        (930, 9, 30),
        ("1430 hrs", 14, 30),
        ("noon", 12, 0),
        ("12 Uhr mittags", 12, 0),
        ("midnight", 0, 0),
        ("9-10am", 9, 0),
        ("11-1pm", 11, 0),
        ("11am to 1pm", 11, 0),
        ("9:00-9:30", 9, 0),
        ("9:00 – 9:30 Uhr", 9, 0),
        ("18-19 Uhr", 18, 0),
        ("10:00 - 11:00", 10, 0),
        ("18:00 uur", 18, 0),
        ("18u30", 18, 30),
        ("9 h 30", 9, 30),
        ("18 Uhr 30", 18, 30),
        ("kl. 9.30", 9, 30),
        ("um 9", 9, 0),
        ("a las 18h", 18, 0),
        ("ore 18", 18, 0),
        ("@ 9am", 9, 0),
        (0.375, 9, 0),
        (dt.time(7, 5), 7, 5),
    ],
)
def test_a_time_of_day_is_read_in_every_usual_spelling(written: object, hour: int, minute: int) -> None:
    read = read_time(written)  # type: ignore[arg-type]
    assert read is not None
    assert (read[0].hour, read[0].minute) == (hour, minute)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "9",
        "25:00",
        "9:75",
        "9-5",
        "13 pm",
        "9:15 in the morning",
        "2 horas",
        "9 min",
        "at 5 stars",
        None,
        2.5,
    ],
)
def test_what_is_no_time_is_none(written: object) -> None:
    assert read_time(written) is None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "written",
    [
        "3-8 Nov 2024",
        "Nov 3-8, 2024",
        "3.-8.11.2024",
        "3. bis 8. November 2024",
        "November 3, 2024 → November 8, 2024",
        "2024-11-03 → 2024-11-08",
        "Sun 3 Nov - Fri 8 Nov 2024",
    ],
)
def test_of_a_span_of_days_the_first_is_read(written: str) -> None:
    date = read_date(written)
    assert date is not None
    assert (date.year, date.month, date.day) == (2024, 11, 3)


def test_a_span_over_new_year_begins_in_the_old_year_and_one_that_runs_back_is_no_date() -> None:
    date = read_date("28 Dec - 3 Jan 2025")
    assert date is not None
    assert (date.year, date.month, date.day) == (2024, 12, 28)
    assert read_date("8 Nov 2024 - 3 Nov 2024") is None


def test_two_days_after_a_month_are_a_span_and_no_year() -> None:
    for written in ("Nov 10 - 12", "Nov 10-12"):
        date = read_date(written)
        assert date is not None
        assert (date.year, date.month, date.day) == (None, 11, 10)


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("9am Eastern Time", "America/New_York"),
        ("9am New York", "America/New_York"),
        ("9:00 (Berlin time)", "Europe/Berlin"),
        ("9-10am PT", "America/Los_Angeles"),
    ],
)
def test_words_for_a_zone_behind_the_time_are_read(written: str, place: str) -> None:
    read = read_time(written)
    assert read is not None
    assert str(read[1]) == place


def test_an_offset_behind_the_time_is_no_end_of_a_span() -> None:
    read = read_time("09:00-05:00")
    assert read is not None and read[1] is not None
    assert read[1].utcoffset(None) == dt.timedelta(hours=-5)


def test_a_zone_in_summer_is_the_clock_of_its_place() -> None:
    zone = zone_named("EST")
    assert dt.datetime(2025, 7, 1, tzinfo=zone).utcoffset() == dt.timedelta(hours=-4)
    assert zone_named("Africa/Cairo") is not None
    assert zone_named("IST") is None  # India, Israel or Ireland
    assert zone_named("Nowhere/City") is None


def test_months_and_weekdays_are_known_in_many_languages() -> None:
    assert {month_of(word) for word in ("März", "mars", "marzo", "maart", "марта")} == {3}
    assert {weekday_of(word) for word in ("Monday", "lundi", "Montag", "lunes")} == {0}


@settings(max_examples=300)
@given(st.text(max_size=40) | st.binary(max_size=40).map(lambda data: data.decode("utf-8", "replace")))
def test_any_text_gives_a_real_date_or_none(text: str) -> None:
    date = read_date(text)
    read_time(text)
    if date is not None:
        dt.date(date.year or 2000, date.month, date.day)
        assert any(sign.isdigit() for sign in text)


@settings(max_examples=150)
@given(st.floats() | st.integers())
def test_any_number_gives_a_real_date_or_none(number: float) -> None:
    date = read_date(number)
    assert date is None or 1995 <= (date.year or 0) <= 2100


@settings(max_examples=150)
@given(
    st.datetimes(dt.datetime(1996, 1, 1), dt.datetime(2090, 1, 1)),
    st.sampled_from(
        ["%Y-%m-%d %H:%M", "%d %B %Y %H:%M", "%B %d, %Y %I:%M %p", "%a, %b %d, %Y %H:%M", "%d.%m.%Y %H:%M"]
    ),
)
def test_a_date_that_was_written_is_read_as_it_was(moment: dt.datetime, shape: str) -> None:
    date = read_date(moment.strftime(shape))
    assert date is not None
    assert (date.year, date.month, date.day) == (moment.year, moment.month, moment.day)
    assert date.time == moment.time().replace(second=0, microsecond=0)
