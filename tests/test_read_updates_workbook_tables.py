"""Excel workbooks as tables: what stands in cells, behind them and across them."""

import datetime as dt
import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.hyperlink import Hyperlink

from handover.errors import ParseError, UnknownFormatError
from handover.model import Updates
from handover.read import read_updates
from handover.read.source import from_bytes
from handover.read.updates import handkept, linkedin_personal
from handover.read.updates.options import Options
from handover.read.updates.tables.files import csv_text, xlsx
from handover.read.updates.tables.files.sheets import sheets_of
from tests.old_excel import as_old_workbook

HEADER = ["Date", "Time", "Platform", "Copy", "Link", "Status"]


def packed(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def parsed(book: Workbook, **options: object) -> Updates:
    source = from_bytes(packed(book), "plan.xlsx")
    assert handkept.accepts(source)
    return handkept.parse(source, Options(**{"timezone": "UTC", **options}))  # type: ignore[arg-type]


def sheet(*rows: list[object], title: str = "March 2025") -> Workbook:
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = title
    for row in rows:
        page.append(row)
    return book


def test_dates_times_and_links_behind_words_are_read() -> None:
    book = sheet(
        HEADER, [dt.datetime(2025, 3, 4), dt.time(9, 15), "LinkedIn", "Ash bends.", "Blog", "Posted"]
    )
    page = book["March 2025"]
    page["E2"].hyperlink = "https://blog.birchwood.example/bend-ash/"
    (update,) = parsed(book).items
    assert update.posted_at == dt.datetime(2025, 3, 4, 9, 15, tzinfo=dt.UTC)
    assert update.links == ("https://blog.birchwood.example/bend-ash/",)
    assert update.origin is not None
    assert (update.origin.sheet, update.origin.row) == ("March 2025", 2)


def test_a_link_made_by_formula_is_read() -> None:
    book = sheet(
        HEADER,
        ["2025-03-04", None, "X", "Ash bends.", '=HYPERLINK("https://blog.birchwood.example/a/","Blog")'],
    )
    assert parsed(book).items[0].links == ("https://blog.birchwood.example/a/",)


def test_a_cell_merged_over_rows_stands_in_each() -> None:
    book = sheet(
        HEADER,
        [dt.datetime(2025, 3, 4), None, "LinkedIn", "One."],
        [None, None, "Facebook", "Two."],
        [None, None, "X", "Three."],
    )
    book["March 2025"].merge_cells("A2:A4")
    updates = parsed(book)
    assert [f"{u.posted_at:%m-%d}" for u in updates.items if u.posted_at] == ["03-04"] * 3
    assert updates.notices == ()


def test_a_banner_above_the_table_may_name_the_year() -> None:
    book = sheet(
        ["BIRCHWOOD – CALENDAR 2024"], [], HEADER, ["24th Sept", None, "X", "Ash bends."], title="Sept"
    )
    book["Sept"].merge_cells("A1:F1")
    (update,) = parsed(book).items
    assert update.posted_at == dt.datetime(2024, 9, 24, tzinfo=dt.UTC)


def test_a_table_that_begins_far_from_the_corner_is_found() -> None:
    rows = [[] for _ in range(4)] + [[None] * 6 + ["Date", "Platform", "Caption"]]
    rows += [[None] * 6 + ["2025-03-04", "X", "Week one."], [None] * 6 + ["Date", "Platform", "Caption"]]
    rows += [[None] * 6 + ["2025-03-11", "X", "Week two."]]
    book = sheet()
    page = book["March 2025"]
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            if value:
                page.cell(number, column, value)
    updates = parsed(book)
    assert [(u.text, u.origin.row) for u in updates.items if u.origin] == [("Week one.", 6), ("Week two.", 8)]
    assert updates.skipped == ()


def test_of_several_sheets_the_calendar_is_read_and_the_others_are_named() -> None:
    book = sheet(HEADER, ["2025-03-04", None, "X", "Ash bends."])
    hours = book.create_sheet("Timesheet")
    hours.append(["Date", "Hours", "Rate", "Description"])
    hours.append([dt.datetime(2025, 3, 4), 2, 60, "Wrote three posts"])
    people = book.create_sheet("CRM")
    people.append(["Company", "Contact", "Email", "Notes"])
    people.append(["Acme", "Jo", "jo@acme.example", "Called"])
    updates = parsed(book)
    assert [update.text for update in updates.items] == ["Ash bends."]
    assert [skipped.location for skipped in updates.skipped] == ["plan.xlsx › Timesheet", "plan.xlsx › CRM"]


def test_a_hidden_sheet_is_read_and_a_person_is_told() -> None:
    book = sheet(HEADER, ["2025-03-04", None, "X", "Ash bends."])
    book.create_sheet("Other")
    book["March 2025"].sheet_state = "hidden"
    updates = parsed(book)
    assert len(updates.items) == 1
    assert any("hidden" in notice.text for notice in updates.notices)


def test_one_cell_at_the_far_end_of_a_sheet_costs_nothing() -> None:
    book = sheet(HEADER, ["2025-03-04", None, "X", "Ash bends."])
    book["March 2025"].cell(1_048_576, 16_384, "lost")
    assert len(parsed(book).items) == 1


def test_a_sheet_named_after_a_network_tells_where_its_rows_went() -> None:
    (update,) = parsed(sheet(["Date", "Caption"], ["2025-03-04", "Ash bends."], title="LinkedIn")).items
    assert update.network == "linkedin"


def test_errors_of_formulas_are_empty_cells() -> None:
    updates = parsed(sheet(HEADER, ["2025-03-04", None, "X", "Ash bends.", "#REF!", "#N/A"]))
    assert updates.items[0].links == ()


def test_a_broken_workbook_is_a_clear_error() -> None:
    data = packed(sheet(HEADER))
    source = from_bytes(data.replace(b"sheet1", b"sheetX", 1), "plan.xlsx")
    with pytest.raises((ParseError, UnknownFormatError)) as caught:
        handkept.parse(source, Options())
    assert "plan.xlsx" in str(caught.value)


def test_a_workbook_locked_by_a_password_is_a_clear_error(tmp_path: Path) -> None:
    path = tmp_path / "locked.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2048))
    with pytest.raises(ParseError) as caught:
        sheets_of(from_bytes(path.read_bytes(), "locked.xlsx"))
    assert "password" in caught.value.hint


def test_a_markdown_table_with_the_ending_of_a_workbook_is_read(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_text(
        "| Date | Platform | Caption |\n|------|------|------|\n| 2025-03-04 | X | Ash bends. |\n", "utf-8"
    )
    (update,) = read_updates(path).items
    assert (update.network, update.text) == ("x", "Ash bends.")


def test_linkedin_personal_analytics_meet_in_one_update_an_address() -> None:
    book = sheet(["Maximum of 50 posts available to include in this list"], [], title="TOP POSTS")
    page = book["TOP POSTS"]
    link = "https://www.linkedin.com/feed/update/urn:li:activity:7302626358067200005"
    page.append(
        ["Post URL", "Post publish date", "Engagements", None, "Post URL", "Post publish date", "Impressions"]
    )
    page.append([link, "3/4/2025", 26, None, link, "3/4/2025", 812])
    source = from_bytes(packed(book), "Content.xlsx")
    assert linkedin_personal.accepts(source)
    (update,) = linkedin_personal.parse(source, Options()).items
    assert update.posted_at == dt.datetime(2025, 3, 4, 9, 50, tzinfo=dt.UTC)
    assert update.figures == {"engagements": 26, "impressions": 812}


def test_hyperlinks_inside_the_workbook_are_no_links() -> None:
    book = sheet(HEADER, ["2025-03-04", None, "X", "Ash bends.", "see there"])
    page = book["March 2025"]
    page["E2"].hyperlink = Hyperlink(ref="E2", location="'March 2025'!A1")
    assert parsed(book).items[0].links == ()


def test_linkedins_file_of_one_post_gives_its_address_and_figures() -> None:
    link = "https://www.linkedin.com/feed/update/urn:li:activity:7302626358067200005"
    book = sheet(
        ["Post URL", link], ["Post Date", "Mar 4, 2025"], ["Impressions", "1,234"], title="PERFORMANCE"
    )
    source = from_bytes(packed(book), "PostAnalytics.xlsx")
    assert linkedin_personal.accepts(source)
    (update,) = linkedin_personal.parse(source, Options()).items
    assert (update.permalink, update.figures) == (link, {"impressions": 1234})


def long_sheet(rows: int) -> bytes:
    return packed(sheet(["Copy", "Platform"], *([f"Ash bends, part {n}.", "X"] for n in range(rows))))


@pytest.mark.parametrize("limit", ["MOST_ROWS", "MOST_CELLS"])
def test_a_workbook_of_endless_rows_is_refused_and_told_how_to_split(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    monkeypatch.setattr(xlsx, limit, 100)
    (tmp_path / "long.xlsx").write_bytes(long_sheet(101))
    with pytest.raises(ParseError, match=r"long\.xlsx has more than .* rows") as error:
        read_updates(tmp_path / "long.xlsx", timezone="UTC")
    assert "Split it" in error.value.hint


def test_a_sheet_of_more_rows_than_excel_has_is_refused_before_it_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(xlsx, "EXCELS_ROWS", 100)
    monkeypatch.setattr("openpyxl.load_workbook", None)
    with pytest.raises(ParseError, match="rows"):
        sheets_of(from_bytes(long_sheet(101), "long.xlsx"))


def test_a_long_file_in_a_folder_costs_the_others_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx, "MOST_ROWS", 100)
    (tmp_path / "long.xlsx").write_bytes(long_sheet(101))
    (tmp_path / "short.xlsx").write_bytes(long_sheet(5))
    read = read_updates(tmp_path, timezone="UTC")
    assert len(read.items) == 5
    assert ["more than" in skipped.reason for skipped in read.skipped] == [True]


@pytest.mark.parametrize("limit", ["MOST_ROWS", "MOST_LINES"])
def test_a_table_in_text_of_endless_rows_is_refused(monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    monkeypatch.setattr(csv_text, limit, 100)
    with pytest.raises(ParseError, match="rows"):
        sheets_of(from_bytes(b"Copy,Platform\n" + b"Ash bends.,X\n" * 101, "long.csv"))


def test_a_long_workbook_that_is_damaged_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "EXCELS_ROWS", 1)
    data = bytearray(long_sheet(50))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        start = archive.getinfo("xl/worksheets/sheet1.xml").header_offset + 100
    data[start : start + 50] = bytes(50)
    with pytest.raises(ParseError, match="damaged workbook"):
        sheets_of(from_bytes(bytes(data), "long.xlsx"))


def test_a_damaged_workbook_says_so_where_it_is_named(tmp_path: Path) -> None:
    whole = packed(sheet(HEADER, ["2025-03-04", None, "X", "Ash bends."]))
    (tmp_path / "plan.xlsx").write_bytes(whole.replace(b"PK\x03\x04", b"PK\x03\x05"))
    with pytest.raises(ParseError, match="damaged workbook"):
        read_updates(tmp_path / "plan.xlsx", timezone="UTC")


def test_an_old_workbook_tells_what_is_merged_and_what_is_hidden() -> None:
    rows = [
        ["Date", "Platform", "Copy"],
        ["2025-03-04", "LinkedIn", "Ash bends."],
        ["", "X", "Oak does not."],
    ]
    data = as_old_workbook(rows, "March", merged=[(1, 2, 0, 0)], hidden=True)
    updates = handkept.parse(from_bytes(data, "plan.xls"), Options(timezone="UTC"))
    assert {update.posted_at for update in updates.items} == {dt.datetime(2025, 3, 4, tzinfo=dt.UTC)}
    assert [notice.text for notice in updates.notices if "hidden" in notice.text] == [xlsx.HIDDEN]
    (table,) = sheets_of(from_bytes(as_old_workbook(rows, merged=[(0, 0, 0, 2)]), "plan.xls"))
    assert (table.banners, table.notices) == ({1}, ())
    assert table.rows[2] == (3, [None, "X", "Oak does not."])
