"""Sheets of another shape: all in one column, turned, cards, weeks with the days across."""

import datetime as dt
import io

import openpyxl
import pytest

from handover.model import Updates
from handover.read.source import from_bytes
from handover.read.updates import handkept
from handover.read.updates.options import Options


def parsed(data: str | bytes, name: str = "plan.csv") -> Updates:
    source = from_bytes(data.encode() if isinstance(data, str) else data, name)
    assert handkept.accepts(source)
    return handkept.parse(source, Options(timezone="UTC"))


def workbook(rows: list[list[object]], title: str = "Plan") -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def told(updates: Updates) -> list[tuple[str, str, str]]:
    return [(u.network, f"{u.posted_at:%Y-%m-%d}" if u.posted_at else "", u.text) for u in updates.items]


BOTH = [("facebook", "2025-03-04", "Steam, hot"), ("x", "2025-03-05", "Plain")]


# --- all in one column --------------------------------------------------------------------------------


def test_whole_rows_in_quotation_marks_are_spread() -> None:
    rows = ["Date,Network,Text", '2025-03-04,Facebook,""Steam, hot""', "2025-03-05,X,Plain"]
    assert told(parsed("".join(f'"{row}"\n' for row in rows))) == BOTH


def test_only_rows_with_quotation_marks_stand_in_one_cell_where_excel_saved_the_rest_plain() -> None:
    data = 'Date,Network,Text\n"2025-03-04,Facebook,""Steam, hot"""\n2025-03-05,X,Plain\n'
    assert told(parsed(data)) == BOTH


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_rows_in_the_first_column_of_a_workbook_are_spread(sign: str) -> None:
    rows = [
        ["Date", "Network", "Text"],
        ["2025-03-04", "Facebook", '"Steam, hot"'],
        ["2025-03-05", "X", "Plain"],
    ]
    assert told(parsed(workbook([[sign.join(row)] for row in rows]), "plan.xlsx")) == BOTH


def test_a_list_of_texts_in_one_column_stays_whole() -> None:
    updates = parsed(workbook([["Caption"], ["Date, nut and steam"], ["Glue, post and beam"]]), "plan.xlsx")
    assert [update.text for update in updates.items] == ["Date, nut and steam", "Glue, post and beam"]


def test_quotation_marks_behind_a_backslash_are_read() -> None:
    data = 'Date,Network,Text\n2025-03-04,X,"He said \\"hot\\", twice"\n2025-03-05,X,"Plain"\n'
    assert [update.text for update in parsed(data).items] == ['He said "hot", twice', "Plain"]


def test_a_path_that_ends_with_a_backslash_is_no_escape() -> None:
    data = 'Date,Media,Text\n2025-03-04,"C:\\pics\\","Steam"\n2025-03-05,"C:\\more\\","Glue"\n'
    assert [update.text for update in parsed(data).items] == ["Steam", "Glue"]


# --- turned sheets and cards --------------------------------------------------------------------------


def test_a_turned_sheet_is_read_with_its_dates_and_links() -> None:
    rows: list[list[object]] = [
        ["Date", dt.datetime(2025, 3, 4), dt.datetime(2025, 3, 5)],
        ["Platform:", "Facebook", "X"],
        ["Caption", "Steam, hot", "Plain"],
        ["Link", "https://birch.example/steam/", "https://birch.example/plain/"],
    ]
    updates = parsed(workbook(rows), "plan.xlsx")
    assert told(updates) == BOTH
    assert updates.items[1].links == ("https://birch.example/plain/",)


def test_cards_of_label_and_value_are_read_one_by_one() -> None:
    rows: list[list[object]] = [
        ["Plattform", "Facebook"], ["Datum", "04.03.2025"], ["Text", "Steam, hot"], [],
        ["Plattform", "X"], ["Datum", "05.03.2025"], ["Text", "Plain"],
    ]  # fmt: skip
    updates = parsed(workbook(rows), "plan.xlsx")
    assert [(u.network, u.text) for u in updates.items] == [("facebook", "Steam, hot"), ("x", "Plain")]
    assert [u.origin and u.origin.row for u in updates.items] == [3, 7]


def test_a_table_of_networks_and_words_is_not_turned() -> None:
    updates = parsed("Network,Text\nFacebook,Steam\nX,Glue\nInstagram,Ash\n")
    assert [update.text for update in updates.items] == ["Steam", "Glue", "Ash"]


# --- weeks --------------------------------------------------------------------------------------------


def test_a_week_with_days_across_and_networks_down_is_read() -> None:
    rows: list[list[object]] = [
        [None, "Tue 4 Mar 2025", "Wed 5 Mar 2025"],
        ["Facebook", "Steam, hot", None],
        ["X", None, "Plain"],
        ["To do", "call Ana", None],
    ]
    updates = parsed(workbook(rows), "plan.xlsx")
    assert told(updates) == BOTH
    assert [one.line for one in updates.skipped] == [4]


def test_weekdays_take_their_date_from_the_week_that_is_named() -> None:
    rows: list[list[object]] = [
        ["KW 10", "Mo", "Di", "Mi", "Do", "Fr"],
        ["Facebook", None, "Steam, hot", None, None, None],
        ["X", None, None, "Plain", None, None],
        ["KW 11", "Mo", "Di", "Mi", "Do", "Fr"],
        ["X", "Glue", None, None, None, None],
    ]
    updates = parsed(workbook(rows, "Plan 2025"), "plan.xlsx")
    assert told(updates) == [*BOTH, ("x", "2025-03-10", "Glue")]


def test_weekdays_of_no_known_week_are_no_dates_and_are_said() -> None:
    rows: list[list[object]] = [["", "Mon", "Tue"], ["Facebook", "Steam", ""], ["X", "", "Plain"]]
    updates = parsed(workbook(rows), "plan.xlsx")
    assert [u.posted_at for u in updates.items] == [None, None]
    assert "could not be read" in updates.notices[0].text


def test_days_alone_under_tag_or_date_are_of_the_month_the_tab_names() -> None:
    for header, days in (
        ("Tag", ["Di 4.", "5"]),
        ("Tag", [4, 5]),
        ("Datum", ["Di 4.", "Mi 5."]),
        ("Day", [4, 5]),
    ):
        rows: list[list[object]] = [
            [header, "Kanal", "Text"],
            [days[0], "Facebook", "Steam, hot"],
            [days[1], "X", "Plain"],
        ]
        assert told(parsed(workbook(rows, "März 2025"), "plan.xlsx")) == BOTH


def test_tags_under_tag_stay_labels() -> None:
    (update,) = parsed("Date,Network,Text,Tag\n2025-03-04,X,Steam,bends\n").items
    assert update.labels == ("bends",)


@pytest.mark.parametrize("header", ["Fuso", "Where we are"])
def test_a_column_of_zones_is_known_by_its_name_or_by_what_it_holds(header: str) -> None:
    rows = f"Data,Hora,{header},Rede,Texto\n03/03/2025,09:00,America/Sao_Paulo,Facebook,A ardósia dura\n"
    (update,) = handkept.parse(from_bytes(rows.encode(), "plan.csv"), Options(timezone="UTC")).items
    assert update.posted_at == dt.datetime(2025, 3, 3, 12, tzinfo=dt.UTC)


# --- hashtags below, and what begins with networks -------------------------------------------------


@pytest.mark.parametrize("box", ["", "FALSE"])
def test_hashtags_in_a_row_of_their_own_belong_to_the_words_above(box: str) -> None:
    text = (
        "Date,Platform,Caption / Hashtags,Posted?\n2026-04-13,Instagram,The first asparagus of spring,TRUE\n"
        f",,#asparagus #farmshop,{box}\n2026-04-20,Instagram,Lambs and that is all,TRUE\n,,#lambing,{box}\n"
        "2026-04-27,Facebook,Barn dance on the ninth,TRUE\n"
    )
    found = parsed(text)
    assert [one.text for one in found.items] == [
        "The first asparagus of spring\n\n#asparagus #farmshop", "Lambs and that is all\n\n#lambing",
        "Barn dance on the ninth",
    ]  # fmt: skip
    assert not [one for one in found.notices if "above" in one.text]


def test_hashtags_with_a_date_of_their_own_are_an_update() -> None:
    text = "Date,Platform,Caption\n2026-04-13,X,Words of the day\n2026-04-14,X,#throwback\n"
    assert [one.text for one in parsed(text).items] == ["Words of the day", "#throwback"]


def test_several_networks_before_a_colon_in_a_grid_are_an_update_each() -> None:
    text = "March 2026,,,,\nMon,Tue,Wed,Thu,Fri\n2,3,4,5,6\nIG: A wet coat,,FB: Storytime,,IG + FB: Half\n"
    found = parsed(text)
    assert [(one.network, one.text) for one in found.items] == [
        ("instagram", "A wet coat"), ("facebook", "Storytime"), ("instagram", "Half"),
        ("facebook", "Half"),
    ]  # fmt: skip


SEVERAL = (
    'Día,Publicaciones\n2026-10-01,"FB: Empieza el otoño en el vivero\nIG: Manos, tierra y bulbos"\n'
    "2026-10-08,IG: La dalia no necesita presentación\n2026-10-15,FB + LinkedIn: Taller de poda el sábado\n"
)


@pytest.mark.parametrize("header", ["Publicaciones", "Text"])
def test_a_column_whose_cells_begin_with_networks_is_the_words(header: str) -> None:
    found = parsed(SEVERAL.replace("Publicaciones", header))
    assert [one.network for one in found.items] == [
        "facebook",
        "instagram",
        "instagram",
        "facebook",
        "linkedin",
    ]
    assert found.items[2].text == "La dalia no necesita presentación"


def test_one_cell_that_begins_with_a_network_stays_as_it_is() -> None:
    text = "Date,Text\n2026-10-01,Pinterest: why we love it\n2026-10-02,Other words\n2026-10-03,More words\n"
    assert parsed(text).items[0].text == "Pinterest: why we love it"
