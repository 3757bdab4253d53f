"""A row deleted in the working copy: out of everything but one sheet, until the user wants it back."""

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from handover import build_handover
from handover.model import Handover

DAY = dt.date(2026, 6, 1)
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Tern</title><link>https://tern.example</link>
<item><title>Green tea at home</title><link>https://tern.example/green-tea</link><guid>1</guid>
<pubDate>Mon, 06 May 2024 08:00:00 GMT</pubDate></item></channel></rss>"""
ROWS = """Date,Network,Text
2024-05-06 10:00,Facebook,Green tea: the first of the two https://tern.example/green-tea
2024-05-07 10:00,LinkedIn,Green tea for the office https://tern.example/green-tea
2024-05-08 10:00,Facebook,Happy Friday to all who read this far
"""
GONE = "Green tea for the office"


@pytest.fixture
def build(tmp_path: Path) -> Callable[..., Handover]:
    (tmp_path / "feed.xml").write_text(FEED, "utf-8")
    (tmp_path / "plan.csv").write_text(ROWS, "utf-8")

    def built(*updates: Path | str, **more: Any) -> Handover:
        given = [tmp_path / one for one in updates]
        out = tmp_path / "out"
        shutil.rmtree(out, ignore_errors=True)
        done = build_handover(
            tmp_path / "feed.xml",
            given,
            out_dir=out,
            today=DAY,
            timezone="UTC",
            formats=("xlsx", "html"),
            **more,
        )
        assert done.working_copy
        shutil.copy(done.working_copy, tmp_path / "copy.xlsx")
        return done

    return built


def sheet_of(path: Path, name: str) -> list[dict[str, Any]]:
    book = openpyxl.load_workbook(path)
    if name not in book.sheetnames:
        return []
    header, *rows = book[name].iter_rows(values_only=True)
    return [dict(zip(header, row, strict=True)) for row in rows]


def edit(path: Path, sheet: str, change: Callable[[Any, int], None]) -> None:
    """Change the row of the sheet that holds the update."""
    book = openpyxl.load_workbook(path)
    rows = book[sheet].iter_rows(min_row=2)
    (row,) = (row[0].row for row in rows if any(GONE in str(cell.value) for cell in row))
    change(book[sheet], row)
    book.save(path)


def delete(sheet: Any, row: int) -> None:
    sheet.delete_rows(row)


def take_back(sheet: Any, row: int) -> None:
    sheet.cell(row, 1).value = "yes"


def seen(done: Handover) -> str:
    """All a client's files say."""
    said = (done.files["html"]).read_text("utf-8")
    for sheet in openpyxl.load_workbook(done.files["xlsx"]).worksheets:
        said += "".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row)
    return said


def test_it_stays_out_beside_its_archive_and_comes_back_when_wanted(
    tmp_path: Path, build: Callable[..., Handover]
) -> None:
    first = build("plan.csv")
    assert GONE in seen(first) and len(first.pairs) == 2
    edit(tmp_path / "copy.xlsx", "Updates", delete)
    for _ in range(2):  # and in the run after it
        done = build("copy.xlsx", "plan.csv")
        assert done.counts.updates == 1 and len(done.updates.items) == 2
        assert GONE not in seen(done)
        (row,) = sheet_of(tmp_path / "copy.xlsx", "Taken out")
        assert GONE in row["Text"] and row["Network"] == "LinkedIn" and "plan.csv, row 3" in row["Found in"]
    edit(tmp_path / "copy.xlsx", "Taken out", take_back)
    done = build("copy.xlsx")
    assert GONE in seen(done) and done.counts.updates == 2
    assert not sheet_of(tmp_path / "copy.xlsx", "Taken out")


def test_without_its_archive_its_beginning_is_listed_and_its_file_is_asked_for(
    tmp_path: Path, build: Callable[..., Handover]
) -> None:
    build("plan.csv")
    edit(tmp_path / "copy.xlsx", "Updates", delete)
    build("copy.xlsx")
    (row,) = sheet_of(tmp_path / "copy.xlsx", "Taken out")
    assert GONE in row["Text"] and not row["Network"] and "plan.csv, row 3" in row["Found in"]
    edit(tmp_path / "copy.xlsx", "Taken out", take_back)
    done = build("copy.xlsx")
    (notice,) = (one for one in done.notices if "cannot be taken back" in one.text)
    assert "plan.csv, row 3" in notice.hint and sheet_of(tmp_path / "copy.xlsx", "Taken out")
    edit(tmp_path / "copy.xlsx", "Taken out", take_back)
    assert GONE in seen(build("copy.xlsx", "plan.csv"))


def test_a_row_deleted_from_the_sheet_itself_stays_out(
    tmp_path: Path, build: Callable[..., Handover]
) -> None:
    build("plan.csv")
    edit(tmp_path / "copy.xlsx", "Updates", delete)
    build("copy.xlsx", "plan.csv")
    edit(tmp_path / "copy.xlsx", "Taken out", delete)
    done = build("copy.xlsx", "plan.csv")
    assert GONE not in seen(done)
    assert len(sheet_of(tmp_path / "copy.xlsx", "Taken out")) == 1


def test_of_two_that_say_the_same_the_other_stays(tmp_path: Path, build: Callable[..., Handover]) -> None:
    """A double that was deleted does not take what it doubles with it."""
    double = ROWS.splitlines()[2].replace("10:00", "10:01")
    (tmp_path / "plan.csv").write_text(f"{ROWS}{double}\n", "utf-8")
    assert len(build("plan.csv").updates.items) == 4
    book = openpyxl.load_workbook(tmp_path / "copy.xlsx")
    rows = [
        row[0].row for row in book["Updates"].iter_rows(min_row=2) if any(GONE in str(c.value) for c in row)
    ]
    book["Updates"].delete_rows(rows[0])
    book.save(tmp_path / "copy.xlsx")
    done = build("copy.xlsx", "plan.csv")
    assert [GONE in item.text for item in done.updates.items].count(True) == 1


def test_what_was_not_read_is_told_again_as_long_as_its_file_is_not_given(
    build: Callable[..., Handover], tmp_path: Path
) -> None:
    (tmp_path / "plan.csv").write_text(ROWS + "Total,,4 updates\n", "utf-8")
    (first,) = build("plan.csv").skipped
    assert first.line == 5
    for _ in range(2):  # and of what was carried on the next copy knows, too
        (again,) = build("copy.xlsx").skipped
        assert (again.location, again.line, again.reason) == ("plan.csv", 5, first.reason)
    assert len(build("copy.xlsx", "plan.csv").skipped) == 1
    (tmp_path / "plan.csv").write_text(ROWS, "utf-8")
    assert not build("copy.xlsx", "plan.csv").skipped and not build("copy.xlsx").skipped


def test_that_only_the_beginning_of_a_deleted_row_is_kept_is_said(
    build: Callable[..., Handover], tmp_path: Path
) -> None:
    build("plan.csv")
    edit(tmp_path / "copy.xlsx", "Updates", delete)
    (notice,) = [one for one in build("copy.xlsx").notices if "deleted from the workbook" in one.text]
    assert "only the beginning of its text is kept" in notice.hint
