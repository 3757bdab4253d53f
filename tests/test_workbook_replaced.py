"""A workbook that was gone through and given as input is replaced by the new one, and kept beside it."""

import datetime as dt
import json
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from handover import build_handover
from handover.errors import OutputError
from handover.model import Changes, Handover
from tests.extent import EVERYTHING
from tests.test_workbook import Sheet

DAY = dt.date(2026, 11, 29)
BLOG = "https://b.example"
SOURCES = [
    {"text": f"Words about the number {n}, part {k}", "network": "linkedin", "links": (f"{BLOG}/{n}",)}
    for n in (1, 2, 3)
    for k in (1, 2, 3)
]
DETAILS = {"client": {"name": "Acme"}, "account": [{"name": "LinkedIn", "owner_now": "Nora"}]}


def build(folder: Path, updates: Any, **more: Any) -> Handover:
    items = [{"id": f"{n}", "title": f"Article number {n}", "url": f"{BLOG}/{n}"} for n in (1, 2, 3, 4)]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Blog", "items": items}
    (folder / "feed.json").write_text(json.dumps(feed), encoding="utf-8")
    options = {"out_dir": folder / "out", "formats": ("xlsx",), "details": DETAILS, "today": DAY}
    return build_handover(folder / "feed.json", updates, **{**options, **more})


@pytest.fixture
def made(tmp_path: Path) -> Handover:
    return build(tmp_path, SOURCES)


def edit(path: Path, change: Callable[[Workbook], None]) -> bytes:
    """Change the workbook as another program would; the bytes of the file as it is then."""
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    return path.read_bytes()


def cell(sheet: str, row: int, column: str, value: Any) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        Sheet(book[sheet])[row, column] = value

    return change


def files(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file() and p.name[0] != "."}


WORKING = "for-you/acme-working-copy.xlsx"
CLIENTS = "acme-content-library.xlsx"


def new_row(book: Workbook) -> None:
    Sheet(book["Updates"]).append(**{"Post no.": 4, "Network": "X", "Text": "Brand new"})


def gone_row(book: Workbook) -> None:
    book["Updates"].delete_rows(3)


def moved_row(book: Workbook) -> None:
    Sheet(book["Updates"])[3, "Post no."] = 4


READ: dict[str, tuple[Callable[[Workbook], None], Changes]] = {
    "text": (cell("Updates", 3, "Text", "Said better"), Changes(changed=1)),
    "lasting": (cell("Updates", 3, "Lasting", "seasonal"), Changes(changed=1)),
    "new": (new_row, Changes(new=1)),
    "moved": (moved_row, Changes(changed=1)),
}


# Each case in both books, one given with its folder and one by itself; all four where all is asked for.
WAYS = [
    (name, case, give_folder)
    for n, case in enumerate(READ)
    for name, give_folder in product((WORKING, CLIENTS), (True, False))
    if EVERYTHING or give_folder == ((name == WORKING) == (n % 2 == 0))
]


@pytest.mark.parametrize(("name", "case", "give_folder"), WAYS)
def test_it_is_replaced_and_kept_beside(
    tmp_path: Path, made: Handover, name: str, case: str, give_folder: bool
) -> None:
    change, changes = READ[case]
    out = tmp_path / "out"
    hers = edit(out / name, change)
    again = build(tmp_path, out if give_folder else [out / WORKING, out / CLIENTS])
    kept = out / f"{name.removesuffix('.xlsx')} (edited 2026-11-29).xlsx"
    assert kept.read_bytes() == hers
    assert again.kept == (kept.resolve(),) and str(kept) in str(again)
    assert again.changes == changes
    assert files(out) == {WORKING, CLIENTS, kept.relative_to(out).as_posix()}
    third = build(tmp_path, out)  # of what was written anew; the kept file is no source
    assert third.changes == Changes() and third.kept == () and third.skipped == ()
    assert sorted(u.text for u in third.updates.items) == sorted(u.text for u in again.updates.items)
    assert kept.read_bytes() == hers


def test_an_update_that_was_deleted_in_the_working_copy_stays_out(tmp_path: Path, made: Handover) -> None:
    assert made.working_copy
    edit(made.working_copy, gone_row)
    again = build(tmp_path, made.working_copy)
    assert again.changes == Changes(gone=1) and len(again.updates.items) == len(SOURCES) - 1
    assert len(again.kept) == 1


def test_two_edits_of_one_day_are_both_kept(tmp_path: Path, made: Handover) -> None:
    assert made.working_copy
    for n, text in enumerate(("First", "Second"), 1):
        edit(made.working_copy, cell("Updates", 3, "Text", text))
        kept = build(tmp_path, made.working_copy).kept[0].name
        assert kept == f"acme-working-copy (edited 2026-11-29{' 2' if n == 2 else ''}).xlsx"


def test_both_are_replaced_in_one_go(tmp_path: Path, made: Handover) -> None:
    out = tmp_path / "out"
    edit(out / WORKING, cell("Updates", 3, "Text", "The manager's"))
    edit(out / CLIENTS, cell("Updates", 4, "Text", "The client's"))
    again = build(tmp_path, out)
    assert len(again.kept) == 2 and again.changes == Changes(changed=2)
    assert {"The manager's", "The client's"} <= {u.text for u in again.updates.items}


def test_a_column_of_hers_that_was_written_before_is_kept_as_any(tmp_path: Path, made: Handover) -> None:
    def column(book: Workbook) -> None:
        sheet = book["Updates"]
        sheet.cell(1, sheet.max_column + 1).value = "Campaign"
        sheet.cell(2, sheet.max_column).value = "Autumn"

    assert made.working_copy
    edit(made.working_copy, column)
    with pytest.raises(OutputError):
        build(tmp_path, made.working_copy)
    build(tmp_path, made.working_copy, overwrite=True)
    edit(made.working_copy, cell("Updates", 3, "Campaign", "Spring"))
    assert len(build(tmp_path, made.working_copy).kept) == 1


# What is not read is a reason to refuse


def sheet_of_hers(book: Workbook) -> None:
    book.create_sheet("Ideas")["A1"] = "Ask Ida"


def column_of_hers(book: Workbook) -> None:
    sheet = book["Updates"]
    sheet.cell(1, sheet.max_column + 1).value = "Campaign"


def colour(book: Workbook) -> None:
    book["Updates"]["F3"].fill = PatternFill("solid", fgColor="FFFF00")


def comment(book: Workbook) -> None:
    book["Updates"]["F3"].comment = Comment("Ask Ida", "Nora")


def renamed(book: Workbook) -> None:
    book["Updates"].title = "All of them"


def shuffled(book: Workbook) -> None:
    sheet = book["Updates"]
    for row in range(1, sheet.max_row + 1):
        a, b = sheet.cell(row, 4), sheet.cell(row, 6)
        a.value, b.value = b.value, a.value


def minimum(book: Workbook) -> None:
    ref = book.defined_names["Minimum"].attr_text.rpartition("!")[2].replace("$", "")
    book["Start here"][ref].value = 5


def start(book: Workbook) -> None:
    book["Start here"]["B60"].value = "Call Ida"


def plan_row_gone(book: Workbook) -> None:
    book["Plan"].delete_rows(2)


def sheet_gone(book: Workbook) -> None:
    del book["Plan"]


NOT_READ: dict[str, tuple[str, Callable[[Workbook], None]]] = {
    "a sheet": (WORKING, sheet_of_hers),
    "a column": (WORKING, column_of_hers),
    "a colour": (WORKING, colour),
    "a comment": (WORKING, comment),
    "the name of a sheet": (WORKING, renamed),
    "the order of columns": (WORKING, shuffled),
    "the minimum": (WORKING, minimum),
    "a note on the first sheet": (WORKING, start),
    "a remark beside an update": (WORKING, cell("Updates", 3, "Why", "Ask Ida")),
    "a reason": (WORKING, cell("Updates", 3, "Reason", "I am sure")),
    "a post": (WORKING, cell("Posts", 3, "Title", "A better title")),
    "an author": (WORKING, cell("Posts", 3, "Author", "Ida")),
    "a check mark": (WORKING, cell("Please check", 2, "What to do", "Done!")),
    "an owner": (WORKING, cell("Accounts", 2, "Owner after", "Ida")),
    "the plan": (WORKING, cell("Plan", 2, "Text", "Something else")),
    "a row of the plan": (WORKING, plan_row_gone),
    "a sheet that is gone": (WORKING, sheet_gone),
    "a word nobody knows": (WORKING, cell("Updates", 3, "State", "perhaps")),
    "her plan": (CLIENTS, cell("Plan", 2, "Date", dt.datetime(2027, 1, 1))),
    "her owner": (CLIENTS, cell("Accounts", 2, "Owner after", "Ida")),
    "her colour": (CLIENTS, colour),
    "her network": (CLIENTS, cell("Updates", 3, "Network", "X")),
    "her state": (CLIENTS, cell("Updates", 3, "State", "draft")),
    "a row of hers that is gone": (CLIENTS, gone_row),
}


@pytest.mark.parametrize("case", NOT_READ)
def test_what_is_not_read_is_never_replaced_unasked(tmp_path: Path, made: Handover, case: str) -> None:
    name, change = NOT_READ[case]
    out = tmp_path / "out"
    hers = edit(out / name, change)
    before = {file: (out / file).read_bytes() for file in files(out)}
    with pytest.raises(OutputError, match="was changed since it was written") as refused:
        build(tmp_path, out)
    assert "Its updates were read." in refused.value.hint and "--overwrite" in refused.value.hint
    assert {file: (out / file).read_bytes() for file in files(out)} == before
    assert (out / name).read_bytes() == hers
    build(tmp_path, out, overwrite=True)
    assert files(out) == {WORKING, CLIENTS}


def test_where_both_were_changed_and_differ_the_clients_is_not_replaced(
    tmp_path: Path, made: Handover
) -> None:
    out = tmp_path / "out"
    edit(out / WORKING, cell("Updates", 3, "Text", "The manager's"))
    edit(out / CLIENTS, cell("Updates", 3, "Text", "The client's"))
    with pytest.raises(OutputError, match="acme-content-library"):
        build(tmp_path, out)


def test_an_edited_workbook_that_was_not_given_is_not_replaced(tmp_path: Path, made: Handover) -> None:
    edit(tmp_path / "out" / WORKING, cell("Updates", 3, "Text", "Said better"))
    with pytest.raises(OutputError, match="was changed since it was written") as refused:
        build(tmp_path, SOURCES)
    assert "naming it after the blog" in refused.value.hint


def test_a_copy_given_from_elsewhere_replaces_nothing_edited(tmp_path: Path, made: Handover) -> None:
    out = tmp_path / "out"
    edit(out / WORKING, cell("Updates", 3, "Text", "Said better"))
    elsewhere = tmp_path / "acme-working-copy.xlsx"
    elsewhere.write_bytes((out / WORKING).read_bytes())
    with pytest.raises(OutputError):
        build(tmp_path, elsewhere)
