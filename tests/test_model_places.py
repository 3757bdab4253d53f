"""Where something stands is put together in one place."""

import ast
import datetime as dt
from pathlib import Path

import openpyxl
import pytest

import handover
from handover import build_handover
from handover.model import Origin, Update
from handover.model.places import (
    INSIDE,
    at_origin,
    at_row,
    place_in,
    where,
    with_address,
    within,
    without_folders,
)
from handover.write.words import words

PACKAGE = Path(handover.__file__).parent
SAMPLES = PACKAGE.parent / "sample_data"
ROW = Origin(file="plan.xlsx", sheet="March", row=12)


def test_a_place_reads_from_the_file_to_the_row() -> None:
    assert at_origin(ROW) == "plan.xlsx › March, row 12"
    assert at_origin(Origin(file="plan.csv", row=3)) == "plan.csv, row 3"
    assert at_origin(Origin(file="a.zip › b.json")) == "a.zip › b.json"
    assert words("de").said(at_origin(ROW)) == "plan.xlsx › March, Zeile 12"


def test_an_update_from_nowhere_is_named_by_its_address_or_id() -> None:
    assert where(Update(text="Tea", permalink="https://x.com/t/status/1")) == "https://x.com/t/status/1"
    assert where(Update(text="Tea", id="t1")) == "update t1"


def test_an_update_is_mended_where_it_was_given_now() -> None:
    again = Update(text="Tea", origin=ROW, given_in=Origin(file="copy.xlsx", sheet="Updates", row=4))
    assert where(again) == "copy.xlsx › Updates, row 4"
    assert again == Update(text="Tea", origin=ROW)  # it is the same update wherever it is given


@pytest.mark.parametrize(
    "place",
    [at_origin(ROW), with_address(at_origin(ROW), "https://x.com/t/status/1"), at_row("a: b, row 2", 4)],
)
def test_a_place_kept_as_english_is_worded_again(place: str) -> None:
    kept = place_in(str(place))
    assert kept == place
    assert words("de").said(kept) == words("de").said(place) != place


def test_a_place_without_a_row_stays_as_it_is() -> None:
    assert place_in("plan.xlsx › rows, rows") == "plan.xlsx › rows, rows"


def test_no_folder_of_a_computer_is_left_in_a_place() -> None:
    windows = "C:\\Jo\\clients\\plan.xlsx"
    assert without_folders(within(windows, "March")) == "plan.xlsx › March"
    assert without_folders(at_row("/home/jo/plan.csv", 3)) == "plan.csv, row 3"
    told = with_address(at_row("/home/jo/plan.csv", 3), "https://x.com/t/status/1")
    assert words("de").said(without_folders(told)) == "plan.csv, Zeile 3: https://x.com/t/status/1"
    assert without_folders("https://docs.example/a/b › March") == "https://docs.example/a/b › March"


def test_nobody_else_puts_a_place_together() -> None:
    """The mark between the parts of a place stands in one module; that of a key of the details is another."""
    known = {"model/places.py", "details/places.py"}
    found = set()
    for path in PACKAGE.rglob("*.py"):
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        docs = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
        texts = [n.value for n in nodes if isinstance(n, ast.Constant) and id(n) not in docs]
        if any(INSIDE in text for text in texts if isinstance(text, str)):
            found.add(path.relative_to(PACKAGE).as_posix())
    assert found <= known


def test_one_edited_row_is_one_notice_with_its_file_sheet_and_row(tmp_path: Path) -> None:
    day = dt.date(2026, 6, 1)
    made = build_handover(
        SAMPLES / "feed.xml", SAMPLES / "updates.csv", out_dir=tmp_path / "a", today=day, timezone="UTC"
    )
    assert made.working_copy
    book = openpyxl.load_workbook(made.working_copy)
    sheet = book["Updates"]
    head = {cell.value: cell.column for cell in sheet[1]}
    sheet.cell(4, head["Post"]).value = "No such post"
    book.save(tmp_path / "edited.xlsx")
    again = build_handover(
        SAMPLES / "feed.xml", tmp_path / "edited.xlsx", out_dir=tmp_path / "b", today=day, timezone="UTC"
    )
    (notice,) = [n for n in again.notices if "No such post" in n.text]
    assert without_folders(notice.where) == "edited.xlsx › Updates, row 4"
