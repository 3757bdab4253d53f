"""The client's workbook: what is hers, and nothing about how it was made."""

import dataclasses
import datetime as dt
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from handover.columns import MEMORY
from handover.model import (
    Details,
    Evidence,
    Feed,
    Handover,
    Notice,
    Origin,
    Pair,
    Pairing,
    Post,
    Shortfall,
    Skipped,
    SourceCount,
    Unpaired,
    Update,
    Updates,
    Verdict,
)
from handover.model.details import Client, Content
from handover.read import read_updates
from handover.write.job import Job
from handover.write.xlsx import write
from tests.lint_xlsx import lint
from tests.made import make_handover

BLOG = "https://b.example"
MARK = "SECRET"  # stands in everything that is the manager's
SCORE = 0.7391


def books(folder: Path, handover: Handover) -> tuple[Path, Path]:
    """The client's workbook and the working copy."""
    working, hers = write(Job(handover=handover, folder=folder, slug="t", wanted=("xlsx",)))
    return hers, working


def sheets(path: Path) -> dict[str, list[list[Any]]]:
    book = CalamineWorkbook.from_path(str(path))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def column(rows: list[list[Any]], title: str) -> list[Any]:
    at = rows[0].index(title)
    return [row[at] for row in rows[1:]]


def everything(path: Path) -> bytes:
    """All parts of the package, unpacked, with their names."""
    with zipfile.ZipFile(path) as package:
        return b"\0".join(name.encode() + package.read(name) for name in package.namelist())


def update(id_: str, **fields: Any) -> Update:
    """An update with a mark in every field that is the manager's."""
    given: dict[str, Any] = {
        "id": f"{MARK} {id_}",
        "network": "x",
        "text": f"Words of {id_}",
        "posted_at": dt.datetime(2026, 3, 29, 0, 30, tzinfo=dt.UTC),
        "links": (f"{BLOG}/{id_}",),
        "media": (f"/home/{MARK}/pictures/{id_}.jpg", f"C:\\{MARK}\\{id_}.png"),
        "account": f"{MARK} account",
        "post": f"{MARK} word",
        "labels": (f"{MARK} label",),
        "figures": {f"{MARK} figure": 739_123.0, "reach": float("nan")},
        "extra": {f"{MARK} column": f"{MARK} note"},
        "origin": Origin(file=f"/home/{MARK}/{MARK}.xlsx", sheet=MARK, row=7_391, also=(f"{MARK}.csv",)),
    }
    return Update(**(given | fields))


@pytest.fixture
def handover() -> Handover:
    posts = tuple(
        Post(id=f"p{n}", title=f"Post {n}", permalink=f"{BLOG}/{n}",
             published=dt.datetime(2026, 3, n, 9, 30, tzinfo=dt.UTC))
        for n in (1, 2, 3)
    )  # fmt: skip
    one, draft = update("one"), update("draft", state="draft", posted_at=None)
    answers = update("answer", kind="reply"), update("again", kind="repost", text=f"{MARK} of another")

    def pair(post: Post, about: Update) -> Pair:
        return Pair(post=post, update=about, evidence=Evidence.TITLE, score=SCORE, reason=f"{MARK} reason.")

    alone = update("alone"), update("alone answer", kind="reply", text=f"{MARK} to another")
    idea = update("idea", text=f"{MARK} idea", state="draft")
    short = Shortfall(post=posts[2], wanted=3, found=0, missing=3, drafts=(idea,))
    paired = (*(pair(posts[0], u) for u in (one, draft, *answers)), pair(posts[1], one))
    unpaired = tuple(Unpaired(update=u, reason=f"{MARK}.", suggestions=((posts[1], SCORE),)) for u in alone)
    notice = Notice(text=f"{MARK} notice.", hint=f"{MARK}", where=f"{MARK}.xlsx")
    skipped = Skipped(location=f"{MARK}.xlsx › {MARK}", line=7_391, reason=f"{MARK}.")
    return Handover(
        feed=Feed(title="Bakery", posts=posts, source=f"/home/{MARK}/feed.xml", extent="newest_only",
                  extent_reason=f"{MARK}.", skipped=(skipped,), notices=(notice,)),
        updates=Updates(items=(one, draft, *answers, *alone), skipped=(skipped,), notices=(notice,),
                        sources=(SourceCount(name=f"{MARK}.xlsx", format=MARK, count=6),)),
        pairing=Pairing(posts=posts, pairs=paired, unpaired=unpaired, notices=(notice,)),
        shortfalls=(short,),
        skipped=(skipped,),
        notices=(notice,),
        verdicts={one.id: Verdict(lasting="dated", reason=f"{MARK} reason.")},
        today=dt.date(2026, 11, 22),
    )  # fmt: skip


def zoned(handover: Handover, zone: str) -> Handover:
    details = Details(client=Client(name="Bakery"), content=Content(timezone=zone))
    return dataclasses.replace(handover, details=details)


def test_nothing_of_the_managers_is_in_any_part_of_it(tmp_path: Path, handover: Handover) -> None:
    hers, working = books(tmp_path, zoned(handover, "Europe/Vienna"))
    told, all_ = everything(hers), everything(working)
    for note in (MARK, "7391", "739123", "Why", "Score", "Reason", "uggestion", "Found in", "Shortfall",
                 "Unpaired", "Please check", "check", "title and", "reply", "repost"):  # fmt: skip
        assert note.encode() not in told, note
    assert all_.count(MARK.encode()) > 30 and b"7391" in all_  # else nothing was planted


def test_it_holds_her_posts_and_the_originals(tmp_path: Path, handover: Handover) -> None:
    found = sheets(books(tmp_path, handover)[0])
    assert list(found) == ["Start here", "Posts", "Updates", "More updates", MEMORY]
    assert found["Posts"][0] == [
        *("No.", "Published", "Title", "Link", "Author", "Categories", "Updates", "Lasting"),
    ]
    assert column(found["Posts"], "Updates") == [0, 1, 2]
    assert found["Updates"][0] == [
        *("No.", "Post no.", "Post", "Network", "Posted (UTC)", "Text", "Characters", "Limit", "Fits"),
        *("Link in update", "Update link", "Media", "State", "Lasting"),
    ]
    rows = found["Updates"]
    assert sorted(zip(column(rows, "Post"), column(rows, "Text"), strict=True)) == [
        ("Post 1", "Words of draft"),
        ("Post 1", "Words of one"),
        ("Post 2", "Words of one"),
    ]
    assert column(found["More updates"], "Text") == ["Words of alone"]
    assert column(found["More updates"], "No.") == [4]


def test_the_working_copy_opens_at_what_to_check_and_holds_all_of_it(
    tmp_path: Path, handover: Handover
) -> None:
    path = books(tmp_path, handover)[1]
    assert list(sheets(path)) == [
        *("Please check", "Start here", "Posts", "Updates", "Shortfall", "Unpaired", MEMORY),
    ]
    book = openpyxl.load_workbook(path)
    assert book.active is not None and book.active.title == "Please check"
    assert lint(path) == []


def test_pictures_are_named_without_the_folders_they_lie_in(tmp_path: Path, handover: Handover) -> None:
    hers, working = (sheets(path) for path in books(tmp_path, handover))
    assert "one.jpg\none.png" in column(hers["Updates"], "Media")
    assert any("pictures/one.jpg" in cell for cell in column(working["Updates"], "Media"))


def test_times_are_those_of_her_zone_where_it_is_known(tmp_path: Path, handover: Handover) -> None:
    hers, working = (sheets(path) for path in books(tmp_path, zoned(handover, "Europe/Vienna")))
    assert dt.datetime(2026, 3, 29, 1, 30) in column(hers["Updates"], "Posted (Vienna)")
    assert dt.datetime(2026, 3, 29, 0, 30) in column(working["Updates"], "Posted (UTC)")
    assert ['["zone","Europe/Vienna"]'] in [row[:1] for row in hers[MEMORY]]


def test_her_own_zone_goes_before_that_of_the_times_read(tmp_path: Path, handover: Handover) -> None:
    there = zoned(handover, "Europe/Vienna")
    client = dataclasses.replace(there.details.client, timezone="America/New_York")
    there = dataclasses.replace(there, details=dataclasses.replace(there.details, client=client))
    hers = sheets(books(tmp_path, there)[0])
    assert dt.datetime(2026, 3, 28, 20, 30) in column(hers["Updates"], "Posted (New York)")


def test_a_day_without_a_time_shows_none(tmp_path: Path, handover: Handover) -> None:
    for path in books(tmp_path, handover):
        areas = openpyxl.load_workbook(path)["Updates"].conditional_formatting
        rules = [rule for area in areas for rule in area.rules if "MOD(" in rule.formula[0]]
        assert [rule.dxf.numFmt.formatCode for rule in rules] == ["[$-409]d mmm yyyy"]


@pytest.mark.parametrize("zone", ["", "UTC", "Nowhere/Land"])
def test_without_a_zone_her_times_are_utc_and_called_so(
    tmp_path: Path, handover: Handover, zone: str
) -> None:
    hers = sheets(books(tmp_path, zoned(handover, zone))[0])
    assert dt.datetime(2026, 3, 29, 0, 30) in column(hers["Updates"], "Posted (UTC)")
    assert not any(str(row[0]).startswith('["zone"') for row in hers[MEMORY])


def test_a_draft_is_marked_in_both_and_counted_at_the_start(tmp_path: Path, handover: Handover) -> None:
    hers, working = books(tmp_path, handover)
    for path in (hers, working):
        rows = sheets(path)["Updates"]
        state = dict(zip(column(rows, "Text"), column(rows, "State"), strict=True))
        assert state["Words of draft"] == "draft" and state["Words of one"] == "published"
        sheet = openpyxl.load_workbook(path)["Updates"]
        rules = {str(area.sqref): rule for area in sheet.conditional_formatting for rule in area.rules}
        painted = {area[0]: rule for area, rule in rules.items() if '"draft"' in rule.formula[0]}
        assert {"D", "F"} <= set(painted)  # network and text
        assert painted["D"].dxf.numFmt.formatCode == '@" · draft"'
    start = " ".join(str(cell) for row in sheets(hers)["Start here"] for cell in row)
    assert "1 update is a draft: it is marked, and was not published." in start


def test_the_start_says_the_span_and_not_how_it_is_known(tmp_path: Path, handover: Handover) -> None:
    start = " ".join(str(cell) for row in sheets(books(tmp_path, handover)[0])["Start here"] for cell in row)
    assert "posts from March 1, 2026 to March 3, 2026; older ones are not in it." in start
    assert "unpaired" not in start and "certain" not in start and "read back" not in start


def test_an_update_of_two_posts_counts_once_at_the_start(tmp_path: Path, handover: Handover) -> None:
    path = books(tmp_path, handover)[0]
    told = [cell for row in sheets(path)["Start here"] for cell in row if isinstance(cell, float)]
    assert told[:3] == [3, 2, 1]  # posts; two updates, one of them twice; one more, of no post


def test_what_her_workbook_remembers_of_a_row_is_enough_to_know_it(
    tmp_path: Path, handover: Handover
) -> None:
    memory = [row[0] for row in sheets(books(tmp_path, handover)[0])[MEMORY]]
    assert memory[0] == '["workbook",2,"client"]'
    assert sum(told.startswith('["shown"') for told in memory) == 3
    assert not any(told.startswith(('["update"', '["draft"')) for told in memory)


@pytest.mark.parametrize("language", ["de", "fr", "es", "pt-BR", "it"])
def test_it_speaks_her_language(tmp_path: Path, language: str) -> None:
    path = books(tmp_path, make_handover(rich=True, language=language))[0]
    english = {"Start here", "More updates", "Updates", "No.", "lasting"}
    told = {str(cell) for rows in sheets(path).values() for row in rows for cell in row}
    assert not english & {*told, *sheets(path)}
    assert lint(path) == []


def _columns(path: Path, sheet: str) -> dict[str, openpyxl.worksheet.dimensions.ColumnDimension]:
    page = openpyxl.load_workbook(path)[sheet]
    return {cell.value: page.column_dimensions[cell.column_letter] for cell in page[1]}


def test_a_column_in_which_nothing_stands_is_out_of_sight_and_read_back(
    tmp_path: Path, handover: Handover
) -> None:
    hers, working = books(tmp_path, handover)
    posts, updates = _columns(hers, "Posts"), _columns(hers, "Updates")
    assert posts["Author"].hidden and posts["Categories"].hidden and updates["Update link"].hidden
    assert not (posts["Title"].hidden or updates["Link in update"].hidden or updates["Text"].hidden)
    assert not any(dimension.hidden for dimension in _columns(working, "Posts").values())
    first = dataclasses.replace(handover.posts[0], author="Ines Tide")
    told = dataclasses.replace(handover.pairing, posts=(first, *handover.posts[1:]))
    (tmp_path / "told").mkdir()
    hers, _working = books(tmp_path / "told", dataclasses.replace(handover, pairing=told))
    assert not _columns(hers, "Posts")["Author"].hidden
    texts = {update.text for update in read_updates(hers, timezone="UTC").items}
    assert {"Words of one", "Words of alone"} <= texts


@pytest.mark.parametrize("language", ["de", "en", "es", "fr", "it", "pt-BR"])
def test_no_word_of_a_header_is_broken(tmp_path: Path, handover: Handover, language: str) -> None:
    hers, working = books(tmp_path, dataclasses.replace(handover, language=language))
    for path in (hers, working):
        book = openpyxl.load_workbook(path)
        for page in [sheet for sheet in book if sheet.tables]:
            for cell in page[1]:
                longest = max(len(word) for word in cell.value.split())
                assert page.column_dimensions[cell.column_letter].width >= longest * 0.95 + 2, cell.value


@pytest.mark.parametrize("language", ["de", "en", "es", "fr", "it", "pt-BR"])
def test_the_note_of_a_figure_is_wrapped_and_its_row_holds_all_of_it(tmp_path: Path, language: str) -> None:
    hers, _working = books(tmp_path, make_handover(rich=True, language=language))
    page = openpyxl.load_workbook(hers).worksheets[0]
    weeks = next(cell for row in page.iter_rows() for cell in row if str(cell.value).startswith("8 "))
    assert weeks.alignment.wrap_text
    height = page.row_dimensions[weeks.row].height
    assert height >= 15 * (1 + (len(weeks.value) > 28))
