"""What of the look of an edited workbook would be lost is told; what its programs did to it is not."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from handover.write.job import Job
from handover.write.xlsx import write
from handover.write.xlsx.compare import lost_in
from tests.changed import with_part
from tests.made import make_handover

YELLOW = PatternFill("solid", fgColor="FFFF00")


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(Job(handover=make_handover(rich=True), folder=tmp_path_factory.mktemp("new"), slug="t"))[0]


def saved(new: Path, folder: Path, edit: Callable[[Workbook], None] = lambda book: None) -> Path:
    """The workbook changed and saved by another program."""
    book = openpyxl.load_workbook(new)
    edit(book)
    book.save(folder / "old.xlsx")
    return folder / "old.xlsx"


def text(book: Workbook) -> None:
    book["Updates"]["F3"].value = "Said better"


def row(book: Workbook) -> None:
    book["Updates"].append([None, 3, None, "LinkedIn", None, "Brand new"])


def rows_gone(book: Workbook) -> None:
    book["Updates"].delete_rows(4, 3)


def width(book: Workbook) -> None:
    book["Updates"].column_dimensions["F"].width = 99
    book["Updates"].auto_filter.ref = None
    book["Updates"].row_dimensions[5].hidden = True


@pytest.mark.parametrize("edit", [lambda book: None, text, row, rows_gone, width])
def test_edits_of_cells_lose_no_look(new: Path, tmp_path: Path, edit: Callable[[Workbook], None]) -> None:
    assert lost_in(new, new) == ""
    assert lost_in(saved(new, tmp_path, edit), new) == ""


def fill(book: Workbook) -> None:
    book["Updates"]["F3"].fill = YELLOW


def whole_column(book: Workbook) -> None:
    for (cell,) in book["Posts"]["C2:C13"]:
        cell.fill = YELLOW


def plan(book: Workbook) -> None:
    book["Plan"]["C3"].fill = YELLOW


def bold(book: Workbook) -> None:
    book["Updates"]["F3"].font = Font(bold=True)


def red(book: Workbook) -> None:
    book["Updates"]["F3"].font = Font(color="FF0000")


def comment(book: Workbook) -> None:
    book["Updates"]["F3"].comment = Comment("Ask Ida", "Nora")


def rule(book: Workbook) -> None:
    book["Updates"].conditional_formatting.add(
        "A2:A9", CellIsRule(operator="greaterThan", formula=["5"], fill=YELLOW)
    )


def choice(book: Workbook) -> None:
    validation = DataValidation(type="list", formula1='"mine,yours"')
    validation.add("Z2")
    book["Updates"].add_data_validation(validation)


def chart(book: Workbook) -> None:
    made = BarChart()
    made.add_data(Reference(book["Updates"], min_col=1, min_row=1, max_row=5))
    book["Updates"].add_chart(made, "Z2")


@pytest.mark.parametrize("edit", [fill, whole_column, plan, bold, red, comment, rule, choice, chart])
def test_whatever_a_person_did_to_its_look_is_told(
    new: Path, tmp_path: Path, edit: Callable[[Workbook], None]
) -> None:
    assert lost_in(saved(new, tmp_path, edit), new).endswith("would be lost.")


def test_bold_letters_inside_a_text_are_told(new: Path, tmp_path: Path) -> None:
    def some_bold(part: str) -> str:
        bold = "<si><r><rPr><b/></rPr><t>!</t></r><r><t"
        return part.replace("<si><t", bold, 1).replace("</t></si>", "</t></r></si>", 1)

    old = with_part(new, tmp_path / "old.xlsx", "xl/sharedStrings.xml", some_bold)
    assert "bold letters inside a text" in lost_in(old, new)


def test_what_cannot_be_compared_is_not_taken_for_the_same(new: Path, tmp_path: Path) -> None:
    (tmp_path / "old.xlsx").write_bytes(b"no workbook")
    assert "could not be told" in lost_in(tmp_path / "old.xlsx", new)
