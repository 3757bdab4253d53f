"""Our own workbook without its hidden sheet: copied, cleaned by an inspector, saved by other programs."""

import csv
import dataclasses
import datetime as dt
import io
import json
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl import Workbook

from handover import build_handover
from handover.columns import (
    BOOKS,
    CLIENT_PLAN,
    CLIENT_POSTS,
    CLIENT_UPDATES,
    MEMORY,
    MORE,
    POSTED_IN,
    WORDS,
    Sheet,
)
from handover.errors import SourceError, UnknownFormatError
from handover.model import Evidence, Update
from handover.model.places import without_folders
from handover.pair import pair_updates
from handover.read import read_updates
from handover.read.updates.workbook.spoken import all_words, spoken
from handover.write.words import languages, words
from handover.write.xlsx.blank import write_blank_sheet
from tests.made import make_handover
from tests.test_workbook import all_updates, edited, write_to

DATA = Path(__file__).parent / "data"
LANGUAGES = languages()
SAID = ("network", "text", "posted_at", "permalink", "links", "media", "kind", "state", "account", "labels")
HELD = {"updates", "unpaired"}  # the sheets that hold updates


def inspected(path: Path) -> Path:
    """The workbook as Excel's document inspector leaves it: without hidden sheets."""
    book = openpyxl.load_workbook(path)
    del book[MEMORY]
    book.save(path)
    return path


def copied(path: Path, *names: str) -> Path:
    """Some of its sheets, copied cell by cell into a new workbook."""
    old, new = openpyxl.load_workbook(path, data_only=True), Workbook()
    for name in names:
        sheet = new.create_sheet(name)
        for row in old[name].iter_rows(values_only=True):
            sheet.append(row)
    del new["Sheet"]
    new.save(path.with_name("copy.xlsx"))
    return path.with_name("copy.xlsx")


def as_csv(path: Path, name: str, *, moment: str = "%d %b %Y %H:%M", delimiter: str = ",") -> Path:
    """One sheet as a program saves it as CSV: dates as they are shown."""
    stream = io.StringIO()
    out = csv.writer(stream, delimiter=delimiter)
    for row in openpyxl.load_workbook(path, data_only=True)[name].iter_rows(values_only=True):
        out.writerow(f"{cell:{moment}}" if isinstance(cell, dt.datetime) else cell for cell in row)
    to = path.with_name("sheet.csv")
    to.write_bytes(b"\xef\xbb\xbf" + stream.getvalue().encode())
    return to


def said(update: Update, *, minutes: bool = False) -> dict[str, Any]:
    told = {name: getattr(update, name) for name in SAID}
    if minutes and update.posted_at:
        told["posted_at"] = update.posted_at.replace(second=0, microsecond=0)
    return told


def same(found: Iterable[Update], written: Iterable[Update], *, minutes: bool = False) -> None:
    """Every update once, saying what was written."""
    mine, theirs = ({u.id: said(u, minutes=minutes) for u in updates} for updates in (found, written))
    assert mine == theirs


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_to(tmp_path, make_handover(rich=True))


def titles(language: str) -> dict[str, str]:
    _ = words(language)
    return {sheet.key: _(sheet.title) for book in BOOKS.values() for sheet in book}


def test_every_update_comes_back_once_in_every_language(tmp_path: Path, language: str) -> None:
    handover = make_handover(rich=True, language=language)
    found = read_updates(inspected(write_to(tmp_path, handover)))
    same(found.items, all_updates(handover).values())
    assert {u.origin.sheet for u in found.items if u.origin} == {titles(language)[key] for key in HELD}
    assert [source.format for source in found.sources] == ["content library"]
    assert found.skipped == () and found.changes is None
    (notice,) = found.notices
    assert all(titles(language)[key] in notice.text for key in ("plan", "shortfall", "start", "check"))


def test_the_column_of_posts_is_the_persons_word(path: Path) -> None:
    handover = make_handover(rich=True)
    with edited(path) as sheet:
        updates = sheet("Updates")
        updates[updates.row_of("u1-1"), "Post"] = handover.posts[4].title
        updates[updates.row_of("u1-2"), "Post"] = None  # the number is still there
        updates[updates.row_of("u1-3"), "Post"] = "A post that only the blog knows"
    found = read_updates(inspected(path)).items
    pairing = pair_updates(handover.posts, found)
    pairs = {pair.update.id: pair for pair in pairing.pairs}
    assert (pairs["u1-1"].post.id, pairs["u1-1"].evidence) == (handover.posts[4].id, Evidence.STATED)
    assert (pairs["u1-2"].post.id, pairs["u1-2"].evidence) == (handover.posts[0].id, Evidence.STATED)
    assert next(u.post for u in found if u.id == "u1-3") == "A post that only the blog knows"
    assert {id_: pair.post.id for id_, pair in pairs.items() if not id_.startswith("u1")} == {
        pair.update.id: pair.post.id for pair in handover.pairs if not pair.update.id.startswith("u1")
    }


def test_a_number_that_contradicts_the_title_is_told(path: Path) -> None:
    with edited(path) as sheet:
        updates = sheet("Updates")
        updates[updates.row_of("u1-1"), "Post no."] = 5
    found = read_updates(inspected(path))
    assert any("post no. 5" in notice.text and notice.where for notice in found.notices)


def test_an_update_of_several_posts_stays_one(tmp_path: Path) -> None:
    handover = make_handover()
    pair = handover.pairs[0]
    second = dataclasses.replace(pair, post=handover.posts[1])
    pairing = dataclasses.replace(handover.pairing, pairs=(*handover.pairs, second))
    path = write_to(tmp_path, dataclasses.replace(handover, pairing=pairing))
    for copy in (copied(path, "Posts", "Updates"), copied(path, "Updates"), as_csv(path, "Updates")):
        found = read_updates(copy).items
        assert sum(u.id == "u1-1" for u in found) == 1
        kept = [p.post.id for p in pair_updates(handover.posts, found).pairs if p.update.id == "u1-1"]
        assert kept == [handover.posts[0].id, handover.posts[1].id]


def test_renamed_deleted_and_shuffled_it_is_known_all_the_same(path: Path) -> None:
    handover = make_handover(rich=True)
    book = openpyxl.load_workbook(inspected(path))
    for name in ("Posts", "Shortfall", "Please check"):
        del book[name]
    for sheet in book.worksheets:
        sheet.title = f"My {sheet.title[:3]}"
    updates = book["My Upd"]
    rows = list(updates.iter_rows(values_only=True))
    for at, row in enumerate(rows, 1):
        for n, cell in enumerate(reversed(row), 1):
            updates.cell(at, n).value = cell
    updates.insert_rows(1, 2)
    updates["A1"] = "Our updates"
    book.save(path)
    found = read_updates(path)
    same(found.items, all_updates(handover).values())
    assert found.skipped == ()


def test_columns_that_were_deleted_are_missed_and_nothing_else(path: Path) -> None:
    copy = copied(path, "Posts", "Updates")
    with edited(copy) as sheet:
        for name in ("Id", "No.", "Counts", "Matched by", "Score", "Reason", "Found in", "Why", "Account"):
            updates = sheet("Updates")
            updates.sheet.delete_cols(updates.at[name])
    found = read_updates(copy).items
    wanted = [dataclasses.replace(u, account="") for u in all_updates(make_handover(rich=True)).values()]
    wanted = [u for u in wanted if u.id.startswith("u")]
    assert sorted(map(str, map(said, found))) == sorted(map(str, map(said, wanted)))


@pytest.mark.parametrize("key", ["posts", "shortfall", "plan", "check", "accounts", "start"])
@pytest.mark.parametrize("saved", ["xlsx", "csv"])
def test_a_sheet_without_updates_gives_none_and_says_so(
    tmp_path: Path, language: str, key: str, saved: str
) -> None:
    name = titles(language)[key]
    path = write_to(tmp_path, make_handover(rich=True, language=language))
    copy = copied(path, name) if saved == "xlsx" else as_csv(path, name)
    with pytest.raises(UnknownFormatError, match="no updates are read from there"):
        read_updates(copy)


@pytest.mark.parametrize(
    "moment", ["%d %b %Y %H:%M", "%m/%d/%Y %H:%M:%S", "%d.%m.%Y %H:%M", "%Y-%m-%d %H:%M:%S"]
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_sheet_saved_as_csv_is_read_with_its_dates(path: Path, moment: str, delimiter: str) -> None:
    found = read_updates(as_csv(path, "Updates", moment=moment, delimiter=delimiter), timezone="Asia/Tokyo")
    wanted = [u for u in all_updates(make_handover(rich=True)).values() if u.id.startswith("u")]
    same(found.items, wanted, minutes=True)


def test_a_csv_in_every_language_is_known(tmp_path: Path, language: str) -> None:
    handover = make_handover(rich=True, language=language)
    path = write_to(tmp_path, handover)
    for key, start in (("updates", "u"), ("unpaired", "alone")):
        found = read_updates(as_csv(path, titles(language)[key], moment="%Y-%m-%d %H:%M:%S"))
        same(found.items, [u for u in all_updates(handover).values() if u.id.startswith(start)])


def test_a_folder_of_its_sheets_doubles_nothing(path: Path) -> None:
    folder = path.parent / "saved"
    folder.mkdir()
    for name in ("Posts", "Updates", "Unpaired", "Plan", "Shortfall", "Please check", "Start here"):
        as_csv(path, name, moment="%Y-%m-%d %H:%M:%S").rename(folder / f"{name}.csv")
    found = read_updates(folder)
    same(found.items, all_updates(make_handover(rich=True)).values())
    assert len(found.skipped) == 5


def test_the_summary_does_not_count_the_plan(tmp_path: Path) -> None:
    blog = "https://b.example"
    items = [{"id": f"{n}", "title": f"Article number {n}", "url": f"{blog}/{n}"} for n in range(1, 4)]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Blog", "items": items}
    (tmp_path / "feed.json").write_text(json.dumps(feed), encoding="utf-8")
    rows = [{"text": f"Words {n}", "network": "x", "links": (f"{blog}/{n}",)} for n in range(1, 4)]
    made = [{"out_dir": tmp_path / name, "today": dt.date(2026, 11, 22)} for name in ("one", "two")]
    first = build_handover(tmp_path / "feed.json", rows, **made[0])
    assert first.plan
    again = build_handover(tmp_path / "feed.json", inspected(first.files["xlsx"]), **made[1])
    assert len(again.updates.items) == 3
    assert len(again.shortfalls) == len(first.shortfalls) == 3


# The client's workbook, and the empty sheet


def clients(path: Path, language: str, zone: str) -> Path:
    """A client's workbook without its hidden sheet: two posts, an update of one, another of none, a plan."""
    _, book = words(language), Workbook()

    def add(sheet: Sheet, *rows: dict[str, Any]) -> None:
        page = book.create_sheet(_(sheet.title))
        page.append([_(POSTED_IN, zone=zone) if c.key == "posted_at" else _(c.title) for c in sheet.columns])
        for row in rows:
            page.append([row.get(column.key) for column in sheet.columns])

    posted = dt.datetime(2026, 7, 1, 10)
    said = {"network": "LinkedIn", "posted_at": posted, "state": _("published"), "lasting": _("lasting")}
    add(CLIENT_POSTS, *({"no": n, "title": f"Post {n}", "link": f"https://b.example/{n}"} for n in (1, 2)))
    add(CLIENT_UPDATES, {"no": 1, "post_no": 2, "post": "Post 2", "text": "Of a post.", **said})
    add(MORE, {"no": 2, "text": "Of none.", **said})
    add(CLIENT_PLAN, {"date": posted, "post_no": 2, "post": "Post 2", "text": "Of a post.", **said})
    del book["Sheet"]
    book.save(path)
    return path


@pytest.mark.parametrize("zone", ["UTC", "Europe/Vienna", "Vienna"])
def test_a_clients_workbook_is_known_too_and_its_times_are_those_of_its_zone(
    tmp_path: Path, language: str, zone: str
) -> None:
    found = read_updates(clients(tmp_path / "copy.xlsx", language, zone), timezone="Asia/Tokyo").items
    assert [(u.text, u.post, u.lasting) for u in found] == [
        ("Of a post.", "https://b.example/2", "lasting"),
        ("Of none.", "", "lasting"),
    ]
    posted = dt.datetime(2026, 7, 1, 10 if zone == "UTC" else 8, tzinfo=dt.UTC)
    assert {u.posted_at for u in found} == {posted}


def test_the_example_of_the_empty_sheet_is_left_out(tmp_path: Path, language: str) -> None:
    write_blank_sheet(tmp_path / "updates.xlsx", language=language)
    with edited(tmp_path / "updates.xlsx") as sheet:
        name = titles(language)["updates"]
        updates, _ = sheet(name), words(language)
        updates[3, _("Text")], updates[3, _("Post")] = "Hello", "My post"
        updates[3, _("Posted")] = dt.datetime(2024, 7, 1, 10, 0)
    copies = (as_csv(tmp_path / "updates.xlsx", name), inspected(tmp_path / "updates.xlsx"))
    for copy in copies:
        (update,) = read_updates(copy, timezone="Europe/Berlin").items
        assert (update.text, update.post) == ("Hello", "My post")
        assert update.posted_at == dt.datetime(2024, 7, 1, 8, tzinfo=dt.UTC)


# What a person put beside it


def test_a_sheet_of_hers_beside_a_copy_is_read_as_kept_by_hand(path: Path) -> None:
    copy = copied(path, "Updates")
    book = openpyxl.load_workbook(copy)
    hers = book.create_sheet("Plan")
    hers.append(["Date", "Network", "Text", "Link", "Status"])
    hers.append(
        [dt.datetime(2026, 3, 4, 9), "LinkedIn", "Only in her plan.", "https://a.example/1", "posted"]
    )
    notes = book.create_sheet("Notes")
    notes.append(["Call Ida about the pots"])
    book.save(copy)
    found = read_updates(copy, timezone="UTC")
    assert [u.text for u in found.items if u.origin and u.origin.sheet == "Plan"] == ["Only in her plan."]
    assert any("Notes" in skipped.location for skipped in found.skipped)
    assert len(found.items) == 35


def test_messages_beside_a_copy_are_left_out_and_counted(path: Path) -> None:
    copy = copied(path, "Updates")
    book = openpyxl.load_workbook(copy)
    hers = book.create_sheet("Messages")
    hers.append(["CONVERSATION ID", "FROM", "TO", "DATE", "CONTENT"])
    hers.append(["1", "Ida", "Jonas", dt.datetime(2026, 3, 4), "Do not tell anybody."])
    book.save(copy)
    found = read_updates(copy)
    assert len(found.items) == 34
    (skipped,) = found.skipped
    assert "Messages" in skipped.location and "left out" in skipped.reason and "anybody" not in skipped.reason


def test_a_sheet_of_hers_in_the_workbook_itself_is_named(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    hers = book.create_sheet("Ideas")
    hers.append(["Date", "Network", "Text", "Link"])
    hers.append([dt.datetime(2026, 3, 4), "LinkedIn", "Only in her plan.", "https://a.example/1"])
    book.save(path)
    found = read_updates(path)
    assert [without_folders(n.where) for n in found.notices] == [f"{path.name} › Ideas"]
    assert len(found.items) == 36


def test_a_sheet_put_away_is_read_where_no_other_holds_the_same(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    book["Unpaired"].sheet_state = "hidden"
    book.save(path)
    found = read_updates(path)
    assert found.changes and not found.changes.gone


def test_a_sheet_copied_for_safety_does_not_double_what_was_changed(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    book.copy_worksheet(book["Updates"]).title = "Updates before"
    book.save(path)
    with edited(path) as sheet:
        updates = sheet("Updates")
        updates[updates.row_of("u1-1"), "Text"] = "Said better"
    found = read_updates(path)
    assert len(found.items) == 36
    assert next(u.text for u in found.items if u.id == "u1-1") == "Said better"
    assert found.changes and (found.changes.changed, found.changes.new) == (1, 0)


# What is not ours

ASH = "https://a.example/ash"
STRANGERS: dict[str, dict[str, list[list[Any]]]] = {
    "posts and updates": {
        "Posts": [["Date", "Title", "URL"], ["2026-03-01", "Ash bends", ASH]],
        "Updates": [
            ["Date", "Platform", "Caption", "Link", "Status"],
            ["2026-03-04", "LinkedIn", "Ash bends, oak breaks.", ASH, "posted"],
        ],
    },
    "a plan": {
        "Plan": [
            ["Date", "Network", "Post", "Text", "Link", "Status"],
            ["2026-03-04", "LinkedIn", "Ash bends", "Ash bends, oak breaks.", ASH, "posted"],
        ],
    },
    "numbered posts": {
        "Updates": [
            ["Post no.", "Date", "Network", "Post", "Text", "Media", "State"],
            [1, "2026-03-04", "LinkedIn", "Ash bends", "Ash bends, oak breaks.", "", "published"],
        ],
    },
    "its own limits": {
        "Posts": [["No.", "Published", "Title", "Link", "Author", "Categories"], [1, "2026-03-01", "Ash"]],
        "Updates": [
            ["Date", "Network", "Text", "Characters", "Limit", "Link", "State", "Labels"],
            ["2026-03-04", "LinkedIn", "Ash bends, oak breaks.", 22, 3000, ASH, "published"],
        ],
    },
    "in German": {
        "Artikel": [["Nr.", "Titel", "Link", "Autor"], [1, "Esche biegt sich", ASH]],
        "Plan": [
            ["Datum", "Netzwerk", "Artikel", "Text", "Link", "Stand"],
            ["2026-03-04", "LinkedIn", "Esche", "Ash bends, oak breaks.", ASH, "geplant"],
        ],
    },
    "in Italian": {
        "Post": [
            ["Data", "Rete", "Testo", "Link", "Stato", "Tipo", "Account"],
            ["2026-03-04", "LinkedIn", "Ash bends, oak breaks.", ASH, "pubblicato"],
        ],
    },
}  # fmt: skip


@pytest.mark.parametrize("case", STRANGERS)
def test_a_strangers_workbook_with_such_names_is_read_as_kept_by_hand(tmp_path: Path, case: str) -> None:
    book = Workbook()
    for name, rows in STRANGERS[case].items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    del book["Sheet"]
    book.save(tmp_path / "plan.xlsx")
    found = read_updates(tmp_path / "plan.xlsx", timezone="UTC")
    assert [source.format for source in found.sources] == ["sheet kept by hand"]
    assert [u.text for u in found.items] == ["Ash bends, oak breaks."]
    assert found.items[0].posted_at == dt.datetime(2026, 3, 4, tzinfo=dt.UTC)


def test_a_table_of_her_own_that_looks_like_our_plan_is_read_where_she_says_what_it_is(
    tmp_path: Path,
) -> None:
    rows = [
        ["Date", "Network", "Post no.", "Post", "Text", "Link"],
        ["2026-03-04", "X", 1, "Ash", "Ash bends.", ""],
    ]
    (tmp_path / "plan.csv").write_text("\n".join(",".join(map(str, row)) for row in rows))
    with pytest.raises(UnknownFormatError, match="no updates are read") as refused:
        read_updates(tmp_path / "plan.csv")
    assert "map=" in refused.value.hint
    assert [
        u.text for u in read_updates(tmp_path / "plan.csv", map={"text": "Text"}, timezone="UTC").items
    ] == ["Ash bends."]


# The names it is known by


def test_every_header_and_tab_of_the_first_version_is_known() -> None:
    told = json.loads((DATA / "workbook_headers_1.json").read_text("utf-8"))
    known = dict(zip(LANGUAGES, spoken(), strict=True))
    for language, sheets in told.items():
        for key, (tab, *headers) in sheets.items():
            names = known[language]
            assert names.tabs[tab.casefold()] == key
            assert [h for h in headers if h.casefold() not in names.columns.get(key, {})] == []


def test_no_word_of_a_group_means_two_things() -> None:
    for group in ("kind", "state", "lasting", "evidence"):
        for key, name in WORDS[group].items():
            assert {all_words()[group][words(language)(name).casefold()] for language in LANGUAGES} == {key}


@pytest.mark.parametrize("other", LANGUAGES)
def test_words_are_read_in_every_language(tmp_path: Path, other: str) -> None:
    path = write_to(tmp_path, make_handover(rich=True, language="de"))
    _ = words(other)
    with edited(path) as sheet:
        updates = sheet("Beiträge")
        row = updates.row_of("u1-1")
        updates[row, "Art"], updates[row, "Stand"], updates[row, "Zeitlos"] = map(
            _, ("reply", "draft", "seasonal")
        )
    found = read_updates(path)
    update = next(u for u in found.items if u.id == "u1-1")
    assert (update.kind, update.state, update.lasting) == ("reply", "draft", "seasonal")
    assert found.notices == ()


# Spreadsheets made to explode


@pytest.mark.parametrize("name", [MEMORY, "Updates"])
def test_a_few_bytes_that_stand_for_millions_of_cells_cost_a_clear_error(tmp_path: Path, name: str) -> None:
    cell = '<table:table-cell table:number-columns-repeated="16000"><text:p>a</text:p>'
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="{name}"><table:table-row table:number-rows-repeated="1000000">'
        f"{cell}</table:table-cell></table:table-row></table:table>"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(tmp_path / "book.ods", "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", content)
    with pytest.raises(SourceError, match="too large"):
        read_updates(tmp_path / "book.ods")
