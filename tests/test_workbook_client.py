"""What a client changes in her workbook comes back, alone and beside the manager's working copy."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handover.columns import MEMORY, WORKING
from handover.columns.shown import opaque
from handover.model import Changes, Evidence, Handover, Pairing, Update, Updates
from handover.pair import pair_updates
from handover.read import read_updates
from handover.read.returned import FromWorkbook
from handover.read.source import open_source
from handover.read.updates import workbook
from handover.read.updates.options import Options
from handover.write.job import Job
from handover.write.words import languages
from handover.write.xlsx import write
from tests.extent import share
from tests.made import make_handover
from tests.test_workbook import WRITTEN_BEFORE, Sheet, all_updates, edited

SAME = Changes(changed=0, new=0, gone=0)
MOMENT = dt.datetime(2024, 3, 1, 9, 5, 7, tzinfo=dt.UTC)
TAKEN = ("text", "links", "permalink", "posted_at", "lasting")


def write_both(folder: Path, handover: Handover) -> tuple[Path, Path]:
    """The working copy and the client's workbook."""
    working, client = write(Job(handover=handover, folder=folder, slug="t", wanted=("xlsx",)))
    return working, client


def read(*paths: Path) -> Updates:
    return read_updates(list(paths), timezone="UTC")


def by_id(found: Updates) -> dict[str, Update]:
    assert len({u.id for u in found.items}) == len(found.items)
    return {u.id: u for u in found.items}


def bare(update: Update) -> Update:
    """The update without where the workbook put it."""
    return dataclasses.replace(update, placed=None)


def row_of(sheet: Sheet, text: str) -> int:
    rows = range(2, sheet.sheet.max_row + 1)
    return next(row for row in rows if str(sheet[row, "Text"]).startswith(text))


@pytest.fixture
def handover() -> Handover:
    return make_handover(rich=True)


@pytest.fixture
def books(tmp_path: Path, handover: Handover) -> tuple[Path, Path]:
    return write_both(tmp_path, handover)


@pytest.fixture
def client(books: tuple[Path, Path]) -> Path:
    return books[1]


@pytest.fixture
def working(books: tuple[Path, Path]) -> Path:
    return books[0]


def originals(handover: Handover) -> dict[str, Update]:
    return {id_: u for id_, u in all_updates(handover).items() if u.kind == "original"}


# Alone


def test_an_untouched_workbook_gives_every_original_as_it_was(client: Path, handover: Handover) -> None:
    found = by_id(read(client))
    for id_, update in originals(handover).items():
        mine = found.pop(opaque(id_))
        assert [getattr(mine, name) for name in (*TAKEN, "network", "media", "state")] == [
            getattr(update, name) for name in (*TAKEN, "network", "media", "state")
        ]
    assert not found
    assert read(client).changes == SAME
    assert read(client).notices == read(client).skipped == ()


def test_a_row_left_alone_keeps_its_post_and_gets_the_evidence_that_is_found(
    client: Path, handover: Handover
) -> None:
    pairs = {p.update.id: p for p in pair_updates(handover.posts, read(client).items).pairs}
    for pair in handover.pairs:
        mine = pairs[opaque(pair.update.id)]
        assert (mine.post.id, mine.evidence) == (pair.post.id, Evidence.LINK)


@pytest.mark.parametrize(
    ("column", "typed", "field", "value"),
    [
        ("Text", "Quite another text", "text", "Quite another text"),
        ("Text", None, "text", ""),
        ("Posted (UTC)", dt.datetime(2024, 3, 1, 9, 5, 7), "posted_at", MOMENT),
        ("Posted (UTC)", None, "posted_at", None),
        ("Link in update", "https://a.example/1\nhttps://a.example/2", "links", ("https://a.example/1", "https://a.example/2")),
        ("Update link", "https://x.com/t/status/9", "permalink", "https://x.com/t/status/9"),
        ("Lasting", "saisonal", "lasting", "seasonal"),
    ],
)  # fmt: skip
def test_every_cell_that_is_hers_comes_back(
    books: tuple[Path, Path], column: str, typed: Any, field: str, value: Any
) -> None:
    working, client = books
    before = by_id(read(working))
    with edited(client) as sheet:
        updates = sheet("Updates")
        updates[row_of(updates, "Going away"), column] = typed
    alone = read(client)
    assert getattr(by_id(alone)[opaque("u1-1")], field) == value
    assert alone.changes == Changes(changed=1)
    both = read(client, working)
    assert by_id(both) == before | {"u1-1": dataclasses.replace(before["u1-1"], **{field: value})}
    assert both.changes == Changes(changed=1)
    assert both.notices == ()


@pytest.mark.parametrize("by", ["number", "title"])
def test_a_row_is_moved_to_another_post(books: tuple[Path, Path], handover: Handover, by: str) -> None:
    working, client = books
    post = handover.posts[4]
    with edited(client) as sheet:
        updates = sheet("Updates")
        row = row_of(updates, "Going away")
        if by == "number":
            updates[row, "Post no."] = 5
        else:
            updates[row, "Post"] = post.title
    for found, id_ in ((read(client), opaque("u1-1")), (read(client, working), "u1-1")):
        update = by_id(found)[id_]
        assert [(p.post, p.evidence) for p in update.placed or ()] == [(post.id, Evidence.STATED)]
        assert update.post == post.permalink
        assert found.changes == Changes(changed=1)
        assert found.notices == ()


def test_one_that_belongs_to_none_may_be_changed_too(books: tuple[Path, Path], handover: Handover) -> None:
    working, client = books
    item = next(i.update for i in handover.unpaired if i.update.kind == "original")
    with edited(client) as sheet:
        more = sheet("More updates")
        more[row_of(more, item.text[:20]), "Text"] = "Said better"
    assert by_id(read(client, working))[item.id].text == "Said better"
    assert by_id(read(working, client))[item.id].text == "Said better"


def test_what_is_not_hers_is_not_taken(books: tuple[Path, Path]) -> None:
    working, client = books
    with edited(client) as sheet:
        updates = sheet("Updates")
        row = row_of(updates, "Going away")
        updates[row, "State"], updates[row, "Media"] = "draft", "her.jpg"
        updates[row, "Characters"] = "forty"
    assert by_id(read(client, working)) == by_id(read(working))


def test_a_new_row_is_a_new_update(books: tuple[Path, Path], handover: Handover) -> None:
    working, client = books
    with edited(client) as sheet:
        sheet("Updates").append(**{"Post no.": 3, "Network": "LinkedIn", "Text": "Brand new"})
    for found in (read(client), read(working, client)):
        (update,) = [u for u in found.items if u.text == "Brand new"]
        assert update.post == handover.posts[2].permalink and update.network == "linkedin"
        assert found.changes == Changes(new=1)


def test_a_copied_row_with_other_words_is_a_new_update(books: tuple[Path, Path]) -> None:
    working, client = books
    with edited(client) as sheet:
        updates = sheet("Updates")
        row = row_of(updates, "Going away")
        updates.append(**{name: updates[row, name] for name in updates.at} | {"Text": "A second one"})
    found = read(working, client)
    assert len(found.items) == len(read(working).items) + 1
    assert found.changes == Changes(new=1)


def test_deleted_rows_are_told_and_are_gone_where_nothing_else_has_them(books: tuple[Path, Path]) -> None:
    working, client = books
    with edited(client) as sheet:
        updates = sheet("Updates")
        updates.sheet.delete_rows(row_of(updates, "Going away"), 2)
    alone, both = read(client), read(client, working)
    assert len(alone.items) == len(both.items) - 2
    assert alone.changes == Changes(gone=2) and both.changes == SAME
    assert "2 updates deleted from the client's workbook" in alone.notices[0].text
    assert "Going away for a week?" in both.notices[0].text and "They stay" in both.notices[0].text


# Rows that were moved about


def rewrite(sheet: Sheet, order: Callable[[list[list[Any]]], list[list[Any]]]) -> None:
    rows = [[cell.value for cell in row] for row in sheet.sheet.iter_rows(min_row=2)]
    for at, row in enumerate(order(rows), 2):
        for n, value in enumerate(row, 1):
            sheet.sheet.cell(at, n).value = value


def test_sorted_rows_are_the_same(client: Path, working: Path) -> None:
    with edited(client) as sheet:
        rewrite(sheet("Updates"), lambda rows: sorted(rows, key=lambda row: str(row[5])))
    found = read(client, working)
    assert by_id(found) == by_id(read(working))
    assert found.changes == SAME and found.notices == ()


def test_numbers_filled_in_anew_after_a_row_was_deleted_change_nothing(client: Path, working: Path) -> None:
    with edited(client) as sheet:
        updates = sheet("Updates")
        updates.sheet.delete_rows(4)
        rewrite(updates, lambda rows: [[n, *row[1:]] for n, row in enumerate(rows, 1)])
        updates[row_of(updates, "Wind first"), "Text"] = "Said better"
    found = read(client, working)
    before = by_id(read(working))
    changed = [id_ for id_, update in by_id(found).items() if update != before[id_]]
    assert [by_id(found)[id_].text for id_ in changed] == ["Said better"]
    assert len(found.items) == len(before) and found.changes == Changes(changed=1)


def test_without_the_column_of_numbers_rows_are_known_by_what_they_say(client: Path, working: Path) -> None:
    with edited(client) as sheet:
        updates = sheet("Updates")
        for row in range(2, updates.sheet.max_row + 1):
            updates[row, "No."] = None
        updates[row_of(updates, "Going away"), "Lasting"] = "dated"
    found = read(client, working)
    assert by_id(found)["u1-1"].lasting == "dated"
    assert len(found.items) == len(read(working).items)


def test_an_update_of_several_posts_is_changed_once(tmp_path: Path) -> None:
    handover = make_handover()
    pair = handover.pairs[0]
    pairing = dataclasses.replace(
        handover.pairing, pairs=(*handover.pairs, dataclasses.replace(pair, post=handover.posts[1]))
    )
    working, client = write_both(tmp_path, dataclasses.replace(handover, pairing=pairing))
    assert read(client).changes == SAME
    with edited(client) as sheet:
        updates = sheet("Updates")
        updates[row_of(updates, "Going away"), "Text"] = "Better"
    found = by_id(read(client, working))
    assert found["u1-1"].text == "Better"
    assert [p.post for p in found["u1-1"].placed or ()] == ["tidewell-1", "tidewell-2"]
    with edited(client) as sheet:
        updates = sheet("Updates")
        updates.sheet.delete_rows(row_of(updates, "Better"))
    placed = by_id(read(client, working))["u1-1"].placed or ()
    assert [p.post for p in placed] == ["tidewell-2"]


# Beside the working copy


@pytest.mark.parametrize("client_first", [True, False])
def test_both_together_are_the_working_copy(books: tuple[Path, Path], client_first: bool) -> None:
    working, client = books
    found = read(client, working) if client_first else read(working, client)
    assert by_id(found) == by_id(read(working))
    assert found.changes == SAME and found.notices == found.skipped == ()


def test_the_folder_of_both_is_the_working_copy(books: tuple[Path, Path], tmp_path: Path) -> None:
    assert by_id(read(tmp_path)) == by_id(read(books[0]))


def test_replies_are_not_gone_because_the_client_has_none(tmp_path: Path, handover: Handover) -> None:
    pair = handover.pairs[0]
    reply = dataclasses.replace(pair, update=dataclasses.replace(pair.update, kind="reply"))
    pairing = dataclasses.replace(handover.pairing, pairs=(reply, *handover.pairs[1:]))
    working, client = write_both(tmp_path, dataclasses.replace(handover, pairing=pairing))
    assert opaque("u1-1") not in by_id(read(client))
    found = read(client, working)
    assert by_id(found)["u1-1"].kind == "reply"
    assert found.changes == SAME and found.notices == ()


def test_edits_of_both_in_different_cells_are_both_taken(books: tuple[Path, Path]) -> None:
    working, client = books
    with edited(client) as sheet:
        updates = sheet("Updates")
        updates[row_of(updates, "Going away"), "Text"] = "The client's words"
    with edited(working) as sheet:
        updates = sheet("Updates")
        updates[updates.row_of("u1-1"), "Lasting"] = "dated"
        updates[updates.row_of("u1-2"), "Text"] = "The manager's words"
    found = read(client, working)
    assert by_id(found)["u1-1"].text == "The client's words" and by_id(found)["u1-1"].lasting == "dated"
    assert by_id(found)["u1-2"].text == "The manager's words"
    assert found.changes == Changes(changed=2) and found.notices == ()


@pytest.mark.parametrize(
    ("column", "hers", "ours"),
    [
        ("Text", "The client's words", "The manager's words"),
        ("Link in update", "https://a.example/1", "https://a.example/2"),
        ("Update link", "https://x.com/t/status/1", "https://x.com/t/status/2"),
        ("Posted (UTC)", dt.datetime(2024, 3, 1), dt.datetime(2024, 3, 2)),
        ("Lasting", "dated", "seasonal"),
        ("Post no.", 4, 5),
    ],
)
def test_where_both_changed_a_cell_the_working_copy_wins_and_both_places_are_named(
    books: tuple[Path, Path], column: str, hers: Any, ours: Any
) -> None:
    working, client = books
    for path, value in ((client, hers), (working, ours)):
        with edited(path) as sheet:
            updates = sheet("Updates")
            updates[row_of(updates, "The snake plant"), column] = value
    alone, both = read(working), read(client, working)
    assert by_id(both) == by_id(alone)
    (notice,) = both.notices
    assert str(working) in notice.where and "row 3" in notice.where
    assert f"{client} › Updates, row 3" in notice.hint
    assert both.changes == alone.changes


def test_the_same_edit_in_both_is_no_quarrel(books: tuple[Path, Path]) -> None:
    working, client = books
    for path in (client, working):
        with edited(path) as sheet:
            updates = sheet("Updates")
            updates[row_of(updates, "Going away"), "Text"] = "The same words"
    found = read(client, working)
    assert found.notices == () and found.changes == Changes(changed=1)


def test_an_update_deleted_in_the_working_copy_is_out_whatever_the_clients_says(
    books: tuple[Path, Path],
) -> None:
    working, client = books
    with edited(working) as sheet:
        updates = sheet("Updates")
        updates.sheet.delete_rows(updates.row_of("u1-1"))
    found = read(client, working)
    assert by_id(found) == by_id(read(working))
    assert found.changes == Changes(gone=1) and len(found.notices) == 1
    with edited(client) as sheet:
        updates = sheet("Updates")
        updates[row_of(updates, "Going away"), "Text"] = "The client's words"
    found = read(client, working)
    assert by_id(found) == by_id(read(working))
    (notice,) = [n for n in found.notices if n.text.startswith("Only the client's workbook")]
    assert "The client's words" in notice.text and str(client) in notice.where


def test_an_update_that_only_the_clients_still_has_is_left_out_and_told(tmp_path: Path) -> None:
    _, client = write_both(tmp_path / "before", make_handover(posts=4))
    working, _ = write_both(tmp_path / "after", make_handover(posts=3))
    found = read(client, working)
    assert by_id(found) == by_id(read(working))
    assert any("Only the client's workbook has 3 updates" in notice.text for notice in found.notices)


def test_two_clients_workbooks_are_read_as_one(tmp_path: Path, client: Path) -> None:
    second = tmp_path / "from Ida.xlsx"
    second.write_bytes(client.read_bytes())
    for path, text, column, value in (
        (client, "Going away", "Text", "First"),
        (second, "Going away", "Lasting", "dated"),
        (second, "Wind first", "Text", "Second"),
    ):
        with edited(path) as sheet:
            updates = sheet("Updates")
            updates[row_of(updates, text), column] = value
    found = by_id(read(client, second))
    assert (found[opaque("u1-1")].text, found[opaque("u1-1")].lasting) == ("First", "dated")
    assert found[opaque("u2-1")].text == "Second"
    assert len(found) == len(by_id(read(client)))


# Beside the sources the updates came from


@pytest.mark.parametrize("give", ["client", "working", "both"])
def test_what_was_changed_is_not_told_a_second_time_by_its_source(tmp_path: Path, give: str) -> None:
    (tmp_path / "plan.csv").write_text(
        "Date,Network,Text\n2024-03-01 10:00,X,Ash bends and oak breaks in the wind.\n,X,No date at all.\n"
    )
    raw = read(tmp_path / "plan.csv")
    handover = make_handover()
    handover = dataclasses.replace(
        handover,
        pairing=Pairing(
            posts=handover.posts,
            pairs=tuple(
                dataclasses.replace(pair, update=update)
                for pair, update in zip(handover.pairs, raw.items, strict=False)
            ),
        ),
    )
    working, client = write_both(tmp_path / "out", handover)
    given = {"client": (client,), "working": (working,), "both": (client, working)}[give]
    for path in given[:1]:
        with edited(path) as sheet:
            updates = sheet("Updates")
            updates[row_of(updates, "Ash bends"), "Text"] = "Quite other words"
            updates[row_of(updates, "No date"), "Text"] = "Other words as well"
    found = read(*given, tmp_path / "plan.csv")
    assert sorted(u.text for u in found.items) == ["Other words as well", "Quite other words"]
    assert {u.id for u in found.items} == {u.id for u in raw.items}


# Zones and versions


def test_her_times_are_those_of_her_zone(tmp_path: Path, handover: Handover) -> None:
    details = handover.details
    hers = dataclasses.replace(details, content=dataclasses.replace(details.content, timezone="Asia/Tokyo"))
    _, client = write_both(tmp_path, dataclasses.replace(handover, details=hers))
    assert read(client).changes == SAME
    with edited(client) as sheet:
        updates = sheet("Updates")
        column = next(name for name in updates.at if str(name).startswith("Posted"))
        row = row_of(updates, "Going away")
        shown = updates[row, column]
        updates[row, column] = dt.datetime(2024, 3, 1, 9, 5)
    tokyo = ZoneInfo("Asia/Tokyo") if "UTC" not in column else dt.UTC
    moment = dt.datetime(2024, 3, 1, 9, 5, tzinfo=tokyo).astimezone(dt.UTC)
    assert by_id(read(client))[opaque("u1-1")].posted_at == moment
    assert shown.replace(tzinfo=tokyo) == originals(handover)["u1-1"].posted_at


def test_a_workbook_of_the_first_version_is_a_working_copy(tmp_path: Path) -> None:
    found = workbook.parse(open_source(WRITTEN_BEFORE), Options())
    assert isinstance(found, FromWorkbook) and found.reader == WORKING
    assert set(found.places) == {u.id for u in found.items}


# Any edit of one cell


TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=60).map(str.strip)
LINKS = st.integers(1, 10**6).map("https://elsewhere.example/{}".format)
EDITS: Mapping[str, st.SearchStrategy[Any]] = {
    "Text": TEXTS.filter(bool),
    "Link in update": LINKS,
    "Update link": LINKS,
    "Posted (UTC)": st.datetimes(dt.datetime(2000, 1, 1), dt.datetime(2030, 1, 1)).map(
        lambda moment: moment.replace(microsecond=0)
    ),
    "Lasting": st.sampled_from(["lasting", "seasonal", "dated"]),
    "Post no.": st.integers(1, 4),
}
FIELDS = {
    "Text": "text",
    "Link in update": "links",
    "Update link": "permalink",
    "Posted (UTC)": "posted_at",
    "Lasting": "lasting",
    "Post no.": "placed",
}


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return write_both(tmp_path_factory.mktemp("pristine"), make_handover(posts=4))


@settings(max_examples=share(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_edit_of_one_cell_of_either_book_comes_back_exactly_once(
    pristine: tuple[Path, Path], tmp_path: Path, data: st.DataObject
) -> None:
    paths = [tmp_path / path.name for path in pristine]
    for path, whole in zip(paths, pristine, strict=True):
        path.write_bytes(whole.read_bytes())
    which = data.draw(st.sampled_from([0, 1]), "book")
    column = data.draw(st.sampled_from(list(EDITS)), "column")
    value = data.draw(EDITS[column], "value")
    book = openpyxl.load_workbook(paths[which])
    sheet = Sheet(book["Updates"])
    row = data.draw(st.integers(2, sheet.sheet.max_row), "row")
    was = sheet[row, column]
    cell = sheet.sheet.cell(row, sheet.at[column])
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"  # "=" is no formula
    book.save(paths[which])
    before, found = by_id(read(*pristine)), read(*paths)
    after = by_id(found)
    assert after.keys() == before.keys()
    changed = [id_ for id_ in after if after[id_] != before[id_]]
    if str(was) == str(value):
        assert changed == [] and found.changes == SAME
        return
    (id_,) = changed
    assert found.changes == Changes(changed=1) and found.skipped == ()
    field = FIELDS[column]
    told = {
        "links": (value,),
        "posted_at": getattr(value, "replace", lambda **_: None)(tzinfo=dt.UTC)
        if column.startswith("Posted")
        else None,
    }
    if field == "placed":
        assert [p.post for p in after[id_].placed or ()] == [f"tidewell-{value}"]
        assert dataclasses.replace(after[id_], placed=None, post="") == dataclasses.replace(
            before[id_], placed=None, post=""
        )
    else:
        assert getattr(after[id_], field) == told.get(field, value)
        assert dataclasses.replace(after[id_], **{field: getattr(before[id_], field)}) == before[id_]


# Without its hidden sheet


@pytest.mark.parametrize("language", languages())
def test_without_its_hidden_sheet_every_original_is_known_all_the_same(tmp_path: Path, language: str) -> None:
    handover = make_handover(rich=True, language=language)
    working, client = write_both(tmp_path, handover)
    for path in (working, client):
        book = openpyxl.load_workbook(path)
        del book[MEMORY]
        book.save(path)
        found = read(path)
        assert sorted((u.text, u.permalink, u.posted_at) for u in found.items) == sorted(
            (u.text, u.permalink, u.posted_at) for u in originals(handover).values()
        )
        posts = {p.update.text: p.post.id for p in pair_updates(handover.posts, found.items).pairs}
        assert posts == {pair.update.text: pair.post.id for pair in handover.pairs}
