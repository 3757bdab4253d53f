"""The round trip: what a person does to the workbook comes back, and nothing else changes."""

import dataclasses
import datetime as dt
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from handover import build_handover
from handover.errors import ParseError
from handover.model import Changes, Evidence, Handover, Pair, Pairing, Placed, Post, Update, Updates
from handover.model.places import without_folders
from handover.pair import pair_updates
from handover.pair.kept_by_user import LEFT_OPEN, keep_placed
from handover.read import read_updates
from handover.read.source import from_bytes, open_source
from handover.read.updates import workbook
from handover.read.updates.options import Options
from handover.read.updates.workbook.noticing import MOST_OF_A_KIND
from handover.write.job import Job
from handover.write.xlsx import write
from handover.write.xlsx.blank import write_blank_sheet
from tests.made import make_handover

MOMENT = dt.datetime(2024, 3, 1, 9, 5, 7, tzinfo=dt.UTC)
SAME = Changes(changed=0, new=0, gone=0)
# Written by the version before this one; what must be read from it stands beside it.
WRITTEN_BEFORE = Path(__file__).parent / "data" / "updates" / "content-library.xlsx"


def write_to(folder: Path, handover: Handover) -> Path:
    return write(Job(handover=handover, folder=folder, slug="t"))[0]


def read(path: Path) -> Updates:
    return workbook.parse(open_source(path), Options())


@contextmanager
def edited(path: Path) -> Iterator[Callable[[str], "Sheet"]]:
    """Open, change and save the workbook as another program would."""
    book = openpyxl.load_workbook(path)
    yield lambda name: Sheet(book[name])
    book.save(path)


class Sheet:
    """Cells by header and row."""

    def __init__(self, sheet: Worksheet) -> None:
        self.sheet = sheet
        self.at = {cell.value: cell.column for cell in sheet[1]}

    def __getitem__(self, key: tuple[int, str]) -> Any:
        return self.sheet.cell(key[0], self.at[key[1]]).value

    def __setitem__(self, key: tuple[int, str], value: Any) -> None:
        self.sheet.cell(key[0], self.at[key[1]]).value = value

    def row_of(self, id_: str) -> int:
        column = self.at["Id"]
        rows = range(2, self.sheet.max_row + 1)
        return next(row for row in rows if self.sheet.cell(row, column).value == id_)

    def append(self, **values: Any) -> None:
        row = self.sheet.max_row + 1
        for name, value in values.items():
            self[row, name] = value


def all_updates(handover: Handover) -> dict[str, Update]:
    found = {pair.update.id: pair.update for pair in handover.pairs}
    return found | {item.update.id: item.update for item in handover.unpaired}


def bare(update: Update) -> Update:
    """The update without where the workbook put it."""
    return dataclasses.replace(update, placed=None)


@pytest.fixture
def handover() -> Handover:
    return make_handover(rich=True)


@pytest.fixture
def path(tmp_path: Path, handover: Handover) -> Path:
    return write_to(tmp_path, handover)


def test_an_untouched_workbook_gives_every_update_back_whole(path: Path, handover: Handover) -> None:
    found = read(path)
    assert {u.id: bare(u) for u in found.items} == all_updates(handover)
    assert found.changes == SAME
    assert found.skipped == () and found.notices == ()


def test_rows_left_alone_keep_their_post_and_its_evidence(path: Path, handover: Handover) -> None:
    found = {u.id: u for u in read(path).items}
    for pair in handover.pairs:
        (placed,) = found[pair.update.id].placed or ()
        assert (placed.post, placed.evidence, placed.reason) == (pair.post.id, pair.evidence, pair.reason)
        assert found[pair.update.id].post == ""  # the person said nothing
    assert all(found[item.update.id].placed is None for item in handover.unpaired)


def test_a_workbook_of_an_earlier_version_is_known_again(tmp_path: Path) -> None:
    path = tmp_path / "library.xlsx"
    path.write_bytes(WRITTEN_BEFORE.read_bytes())
    found = read(path)
    assert found.changes == SAME
    assert {u.id for u in found.items} == {"one", "two words ", "three", "four", "five", "six"}
    with edited(path) as sheet:
        updates = sheet("Updates")
        updates[updates.row_of("four"), "Text"] = "Quite another text"
    assert read(path).changes == Changes(changed=1)


def test_the_search_finds_the_workbook_first(path: Path) -> None:
    found = read_updates(path)
    assert found.changes == SAME
    assert [source.format for source in found.sources] == ["content library"]


def test_a_changed_text_comes_back_and_counts_as_changed(path: Path) -> None:
    with edited(path) as sheet:
        updates = sheet("Updates")
        updates[updates.row_of("u1-1"), "Text"] = "Quite another text"
    found = read(path)
    update = next(u for u in found.items if u.id == "u1-1")
    assert update.text == "Quite another text"
    assert found.changes == Changes(changed=1)
    assert update.placed and update.placed[0].evidence is Evidence.LINK


@pytest.mark.parametrize(
    ("column", "typed", "field", "value"),
    [
        ("Network", "twitter", "network", "x"),
        ("Posted (UTC)", dt.datetime(2024, 3, 1, 9, 5, 7), "posted_at", MOMENT),
        ("Posted (UTC)", "2024-03-01 09:05", "posted_at", dt.datetime(2024, 3, 1, 9, 5, tzinfo=dt.UTC)),
        ("Posted (UTC)", None, "posted_at", None),
        ("Link in update", "https://a.example/1\nhttps://a.example/2", "links", ("https://a.example/1", "https://a.example/2")),
        ("Update link", "https://x.com/t/status/9", "permalink", "https://x.com/t/status/9"),
        ("Media", None, "media", ()),
        ("Media", "one.jpg", "media", ("one.jpg",)),
        ("Kind", "Reply", "kind", "reply"),
        ("State", "scheduled", "state", "scheduled"),
        ("Lasting", "seasonal", "lasting", "seasonal"),
        ("Account", "second", "account", "second"),
        ("Labels", "spring, roof", "labels", ("spring", "roof")),
    ],
)  # fmt: skip
def test_every_cell_of_an_update_can_be_changed(
    path: Path, column: str, typed: Any, field: str, value: Any
) -> None:
    with edited(path) as sheet:
        updates = sheet("Updates")
        updates[updates.row_of("u1-1"), column] = typed
    found = read(path)
    update = next(u for u in found.items if u.id == "u1-1")
    assert getattr(update, field) == value
    assert found.changes is not None
    assert found.changes == (SAME if field == "media" and value == () else Changes(changed=1))


def test_a_new_row_is_a_new_update_with_the_post_it_names(path: Path, handover: Handover) -> None:
    with edited(path) as sheet:
        sheet("Updates").append(**{"Post no.": 3, "Network": "LinkedIn", "Text": "Brand new"})
    found = read(path)
    (update,) = [u for u in found.items if u.text == "Brand new"]
    assert found.changes == Changes(new=1)
    assert update.network == "linkedin"
    assert update.post == handover.posts[2].permalink
    assert update.origin and update.origin.sheet == "Updates" and update.origin.row


@pytest.mark.parametrize("by", ["number", "title", "address", "both"])
def test_a_row_is_moved_to_another_post(path: Path, handover: Handover, by: str) -> None:
    post = handover.posts[4]
    with edited(path) as sheet:
        updates = sheet("Updates")
        row = updates.row_of("u1-1")
        if by in ("number", "both"):
            updates[row, "Post no."] = 5
        if by in ("title", "both"):
            updates[row, "Post"] = post.title
        if by == "address":
            updates[row, "Post no."], updates[row, "Post"] = None, post.permalink
    found = read(path)
    update = next(u for u in found.items if u.id == "u1-1")
    assert [p.post for p in update.placed or ()] == [post.id]
    assert update.placed and update.placed[0].evidence is Evidence.STATED
    assert update.post == post.permalink
    assert found.changes == Changes(changed=1)
    assert found.notices == ()


def test_a_post_that_the_workbook_does_not_have_is_told_once(path: Path, handover: Handover) -> None:
    with edited(path) as sheet:
        updates = sheet("Updates")
        updates[updates.row_of("u1-1"), "Post no."] = 999
        updates[updates.row_of("u1-2"), "Post"] = "No such title"
    found = read(path)
    (number,) = found.notices
    assert "no post no. 999" in number.text
    assert "row " in number.where
    (title,) = pair_updates(handover.posts, found.items).notices  # a title the blog may know
    assert "“No such title”" in title.text
    assert " › Updates, row " in title.where


def test_an_update_taken_off_its_post_is_left_open(path: Path, handover: Handover) -> None:
    with edited(path) as sheet:
        updates = sheet("Updates")
        row = updates.row_of("u1-1")
        updates[row, "Post no."] = updates[row, "Post"] = None
    found = read(path)
    update = next(u for u in found.items if u.id == "u1-1")
    assert update.placed == ()
    pairing = pair_updates(handover.posts, found.items)
    (left,) = [item for item in pairing.unpaired if item.update.id == "u1-1"]
    assert left.reason == LEFT_OPEN
    assert [post.id for post, _ in left.suggestions] == ["tidewell-1"]


def test_deleted_rows_are_counted_and_named(path: Path) -> None:
    with edited(path) as sheet:
        updates = sheet("Updates")
        updates.sheet.delete_rows(updates.row_of("u1-1"), 2)
    found = read(path)
    assert found.changes == Changes(gone=2)
    assert "u1-1" not in {u.id for u in found.items}
    assert "Going away for a week?" in found.notices[0].text


def test_an_unpaired_update_is_given_its_post(path: Path, handover: Handover) -> None:
    with edited(path) as sheet:
        unpaired = sheet("Unpaired")
        unpaired[unpaired.row_of("alone-2"), "Post no."] = 1
    found = read(path)
    update = next(u for u in found.items if u.id == "alone-2")
    assert update.post == handover.posts[0].permalink
    assert found.changes == Changes(changed=1)
    pairing = pair_updates(handover.posts, found.items)
    (pair,) = [p for p in pairing.pairs if p.update.id == "alone-2"]
    assert (pair.post.id, pair.evidence) == (handover.posts[0].id, Evidence.STATED)


def test_drafts_left_alone_are_no_updates(path: Path, handover: Handover) -> None:
    drafts = {draft.id for short in handover.shortfalls for draft in short.drafts}
    assert drafts and not drafts & {u.id for u in read(path).items}


@pytest.mark.parametrize("state", ["published", "scheduled"])
def test_a_draft_whose_state_was_changed_is_taken(path: Path, handover: Handover, state: str) -> None:
    short = handover.shortfalls[0]
    with edited(path) as sheet:
        shortfall = sheet("Shortfall")
        shortfall[shortfall.row_of(short.drafts[0].id), "State"] = state
    found = read(path)
    (update,) = [u for u in found.items if u.id == short.drafts[0].id]
    assert update.state == state
    assert update.text == short.drafts[0].text
    assert [p.post for p in update.placed or ()] == [short.post.id]
    assert found.changes == Changes(new=1)


def test_a_draft_in_the_persons_own_words_is_taken(path: Path, handover: Handover) -> None:
    draft = handover.shortfalls[0].drafts[0]
    with edited(path) as sheet:
        shortfall = sheet("Shortfall")
        shortfall[shortfall.row_of(draft.id), "Draft"] = "Said better"
    (update,) = [u for u in read(path).items if u.id == draft.id]
    assert (update.text, update.state) == ("Said better", "draft")


def test_a_draft_moved_to_the_updates_is_taken(path: Path, handover: Handover) -> None:
    short = handover.shortfalls[0]
    draft = short.drafts[0]
    with edited(path) as sheet:
        shortfall, updates = sheet("Shortfall"), sheet("Updates")
        shortfall.sheet.delete_rows(shortfall.row_of(draft.id))
        updates.append(
            **{"Post no.": 8, "Network": "LinkedIn", "Text": draft.text, "State": "draft", "Id": draft.id}
        )
    found = read(path)
    assert [p.post for u in found.items if u.id == draft.id for p in u.placed or ()] == [short.post.id]
    assert found.changes == Changes(new=1)


def test_lasting_is_overruled_and_the_verdict_alone_is_no_word_of_the_person(path: Path) -> None:
    with edited(path) as sheet:
        updates = sheet("Updates")
        updates[updates.row_of("u1-1"), "Lasting"] = "dated"
    found = read(path)
    assert {u.id: u.lasting for u in found.items if u.lasting} == {"u1-1": "dated"}


def test_sorted_filtered_and_shuffled_sheets_are_the_same(path: Path, handover: Handover) -> None:
    with edited(path) as sheet:
        updates = sheet("Updates").sheet
        rows = [[cell.value for cell in row] for row in updates.iter_rows(min_row=2)]
        order = [5, 0, *range(6, len(rows[0])), 4, 3, 2, 1]
        head = [cell.value for cell in updates[1]]
        for at, row in enumerate([head, *sorted(rows, key=lambda r: str(r[5]))], 1):
            for n, column in enumerate(order, 1):
                updates.cell(at, n).value = row[column]
        updates.auto_filter.ref = None
        updates.row_dimensions[4].hidden = True
    found = read(path)
    assert {u.id: bare(u) for u in found.items} == all_updates(handover)
    assert found.changes == SAME


def test_columns_the_person_added_are_kept_and_written_again(path: Path, handover: Handover) -> None:
    with edited(path) as sheet:
        updates = sheet("Updates").sheet
        updates.insert_cols(3)
        updates.cell(1, 3).value = "Campaign"
        updates.cell(2, 3).value = "Autumn"
        updates.cell(3, 3).value = 7
    found = read(path)
    assert [dict(u.extra) for u in found.items[:3]] == [{"Campaign": "Autumn"}, {"Campaign": 7.0}, {}]
    again = write_to(path.parent, with_updates(handover, found))
    assert [u.extra for u in read(again).items] == [u.extra for u in found.items]
    assert openpyxl.load_workbook(again)["Updates"]["Y1"].value == "Campaign"


def test_a_banner_above_the_header_and_a_renamed_tab_do_no_harm(path: Path, handover: Handover) -> None:
    with edited(path) as sheet:
        updates = sheet("Updates").sheet
        updates.insert_rows(1, 2)
        updates["A1"] = "Our updates"
        updates.title = "All of them"
    found = read(path)
    assert {u.id: bare(u) for u in found.items} == all_updates(handover)


@pytest.mark.parametrize("column", ["Text", "Posted", "Network", "State"])
def test_a_renamed_or_deleted_column_is_told_and_empties_no_update(path: Path, column: str) -> None:
    whole = path.read_bytes()
    for edit in ("renamed", "deleted"):
        path.write_bytes(whole)
        with edited(path) as sheet:
            updates = sheet("Updates")
            at = next(n for title, n in updates.at.items() if str(title).startswith(column))
            if edit == "renamed":
                updates.sheet.cell(1, at).value = "Our words"
            else:
                updates.sheet.delete_cols(at)
        with pytest.raises(ParseError, match="has lost its column") as caught:
            read(path)
        assert column in str(caught.value) and "row 1" in str(caught.value.hint)
        assert ("Our words" in str(caught.value.hint)) == (edit == "renamed")


def test_a_sheet_of_ones_own_with_a_few_of_the_columns_has_lost_none(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    own = book.create_sheet("Ideas of mine")
    own.append(["Network", "Text", "Post", "Mood board"])
    book.save(path)
    assert read(path).items


def test_without_the_id_column_rows_are_known_by_what_they_say(path: Path, handover: Handover) -> None:
    with edited(path) as sheet:
        updates = sheet("Updates")
        updates.sheet.delete_cols(updates.at["Id"])
    found = read(path)
    assert {u.id: bare(u) for u in found.items} == all_updates(handover)
    assert found.changes == SAME


def test_a_copied_row_with_other_words_is_a_new_update(path: Path, handover: Handover) -> None:
    with edited(path) as sheet:
        updates = sheet("Updates")
        row = updates.row_of("u1-1")
        values = {name: updates[row, name] for name in updates.at} | {"Text": "A second one"}
        updates.append(**values)
    found = read(path)
    assert len({u.id for u in found.items}) == len(found.items) == len(all_updates(handover)) + 1
    assert found.changes == Changes(new=1)
    assert next(u for u in found.items if u.id == "u1-1").text != "A second one"


def test_a_row_without_any_content_is_skipped_by_name(path: Path) -> None:
    with edited(path) as sheet:
        sheet("Updates").append(Network="X", Account="someone")
    found = read(path)
    (skipped,) = found.skipped
    assert skipped.location.endswith("› Updates") and skipped.line == 36


UNKNOWN = ("No idea", "perhaps", "later")


def test_words_that_are_not_known_are_told_and_cost_nothing_else(path: Path) -> None:
    with edited(path) as sheet:
        updates = sheet("Updates")
        row = updates.row_of("u1-1")
        updates[row, "Network"], updates[row, "Kind"], updates[row, "Posted (UTC)"] = UNKNOWN
    found = read(path)
    update = next(u for u in found.items if u.id == "u1-1")
    assert (update.network, update.kind, update.posted_at) == ("other", "original", None)
    told = " ".join(notice.text for notice in found.notices)
    assert all(word in told for word in UNKNOWN)


@pytest.mark.parametrize(
    ("column", "typed", "meant"),
    [("State", "Publishd", "published"), ("Kind", "Repst", "repost"), ("Network", "Facbook", "Facebook")],
)
def test_a_slip_in_a_word_is_told_with_the_nearest_and_many_of_a_kind_are_counted(
    path: Path, column: str, typed: str, meant: str
) -> None:
    with edited(path) as sheet:
        rows = range(2, 36)
        for row in rows:
            sheet("Updates")[row, column] = typed
    found = [notice.text for notice in read(path).notices if typed in notice.text]
    assert len(found) == MOST_OF_A_KIND + 1
    assert all(f"Did you mean {meant}?" in text for text in found)
    assert found[-1].startswith(f"{len(rows) - MOST_OF_A_KIND} more notices of this kind")


def test_an_edited_post_is_told_since_posts_come_from_the_blog(path: Path) -> None:
    with edited(path) as sheet:
        sheet("Posts")[3, "Title"] = "A better title"
    found = read(path)
    assert [without_folders(n.where) for n in found.notices] == [f"{path.name} › Posts, row 3"]
    assert found.changes == SAME


# An update that stands with several posts


@pytest.fixture
def shared(tmp_path: Path) -> tuple[Path, Handover]:
    """A workbook in which one update stands with the posts 1 and 2."""
    handover = make_handover()
    pair = handover.pairs[0]
    second = dataclasses.replace(pair, post=handover.posts[1])
    pairing = dataclasses.replace(handover.pairing, pairs=(*handover.pairs, second))
    handover = dataclasses.replace(handover, pairing=pairing)
    return write_to(tmp_path, handover), handover


def test_an_update_of_several_posts_stands_once_with_each(shared: tuple[Path, Handover]) -> None:
    path, handover = shared
    found = read(path)
    assert found.changes == SAME
    assert {u.id: bare(u) for u in found.items} == all_updates(handover)
    update = next(u for u in found.items if u.id == "u1-1")
    assert [p.post for p in update.placed or ()] == ["tidewell-1", "tidewell-2"]


def test_one_of_several_posts_is_taken_away(shared: tuple[Path, Handover]) -> None:
    path, _ = shared
    with edited(path) as sheet:
        updates = sheet("Updates")
        updates.sheet.delete_rows(updates.row_of("u1-1"))
    found = read(path)
    update = next(u for u in found.items if u.id == "u1-1")
    assert [p.post for p in update.placed or ()] == ["tidewell-2"]
    assert found.changes == Changes(changed=1)


def test_words_changed_in_one_of_several_rows_are_changed_for_all(shared: tuple[Path, Handover]) -> None:
    path, _ = shared
    with edited(path) as sheet:
        updates = sheet("Updates")
        updates[updates.row_of("u1-1"), "Text"] = "Better"
    found = read(path)
    update = next(u for u in found.items if u.id == "u1-1")
    assert update.text == "Better"
    assert {p.post for p in update.placed or ()} == {"tidewell-1", "tidewell-2"}
    assert found.changes == Changes(changed=1)


# Pairing honours what the workbook says


def test_a_kept_pair_has_the_evidence_found_again_else_that_of_the_workbook() -> None:
    posts = (Post(id="a", title="A"), Post(id="b", title="B"))
    placed = (Placed(post="a", evidence=Evidence.TITLE, score=0.8, reason="as written"),)
    update = Update(id="u", text="t", placed=placed)
    link = Pair(post=posts[0], update=update, evidence=Evidence.LINK, score=1.0, reason="found")
    other = dataclasses.replace(link, post=posts[1])
    (kept,) = keep_placed(Pairing(posts=posts, pairs=(link, other))).pairs
    assert kept == link
    (kept,) = keep_placed(Pairing(posts=posts, pairs=(other,))).pairs
    assert (kept.post.id, kept.evidence, kept.score, kept.reason) == ("a", Evidence.TITLE, 0.8, "as written")


def test_a_post_that_left_the_blog_leaves_its_updates_to_pairing() -> None:
    posts = (Post(id="b", title="B"),)
    update = Update(id="u", text="t", placed=(Placed(post="gone"),))
    pair = Pair(post=posts[0], update=update, evidence=Evidence.LINK, score=1.0, reason="found")
    found = keep_placed(Pairing(posts=posts, pairs=(pair,)))
    assert found.pairs == (pair,)
    assert "gone" in found.notices[0].text


# What is not ours, what is broken, what is empty


def with_updates(handover: Handover, found: Updates) -> Handover:
    """The handover with its updates as they were read back."""
    by_id = {u.id: u for u in found.items}
    pairs = tuple(dataclasses.replace(p, update=by_id[p.update.id]) for p in handover.pairs)
    unpaired = tuple(dataclasses.replace(i, update=by_id[i.update.id]) for i in handover.unpaired)
    return dataclasses.replace(
        handover, pairing=Pairing(posts=handover.posts, pairs=pairs, unpaired=unpaired)
    )


def test_other_workbooks_and_broken_files_are_not_taken_for_ours(tmp_path: Path) -> None:
    other = tmp_path / "other.xlsx"
    openpyxl.Workbook().save(other)
    assert not workbook.accepts(open_source(other))
    for data in (b"", b"PK\x03\x04", b"PK\x03\x04" + bytes(500), b"text"):
        assert not workbook.accepts(from_bytes(data, "x.xlsx"))


def test_a_damaged_workbook_is_a_clear_error(path: Path) -> None:
    data = path.read_bytes()
    broken = from_bytes(data[: len(data) // 2] + data[-400:], "half.xlsx")
    with pytest.raises(ParseError, match=r"half\.xlsx"):
        workbook.parse(broken, Options())


def is_nothing(found: Updates) -> bool:
    return not (found.items or found.skipped or found.notices or found.changes)


def test_the_empty_sheet_gives_nothing_until_it_is_filled(tmp_path: Path) -> None:
    path = tmp_path / "updates.xlsx"
    write_blank_sheet(path)
    assert is_nothing(read(path))
    with edited(path) as sheet:
        updates = sheet("Updates")
        updates[3, "Text"], updates[3, "Network"], updates[3, "Post"] = "Hello", "LinkedIn", "My post"
        updates[3, "Posted"] = dt.datetime(2024, 7, 1, 10, 0)
    found = workbook.parse(open_source(path), Options(timezone="Europe/Berlin"))
    (update,) = found.items
    assert (update.text, update.network, update.post) == ("Hello", "linkedin", "My post")
    assert update.posted_at == dt.datetime(2024, 7, 1, 8, 0, tzinfo=dt.UTC)
    assert found.changes is None and update.placed is None and found.notices == ()


def test_in_the_empty_sheet_a_post_is_written_once_for_the_rows_below(tmp_path: Path) -> None:
    path = tmp_path / "updates.xlsx"
    write_blank_sheet(path)
    typed = [
        ("Green tea", "LinkedIn"),
        ("", "Facebook"),
        ("", "X"),
        ("Black tea", "LinkedIn"),
        ("", "Facebook"),
    ]
    with edited(path) as sheet:
        updates = sheet("Updates")
        for row, (post, network) in enumerate(typed, 5):
            updates[row, "Post"], updates[row, "Network"] = post, network
            updates[row, "Text"] = f"Words no. {row}"
    found = [(item.post, [near.word for near in item.near if near.sure]) for item in read(path).items]
    green, black = ["Green tea"], ["Black tea"]
    assert found == [("Green tea", []), ("", green), ("", green), ("Black tea", []), ("", black)]


@pytest.mark.parametrize("language", ["en", "de", "es", "fr", "it", "pt-BR"])
def test_the_empty_sheet_is_read_in_every_language(tmp_path: Path, language: str) -> None:
    path = tmp_path / "updates.xlsx"
    write_blank_sheet(path, language=language)
    assert is_nothing(read(path))


@pytest.mark.parametrize("language", ["de", "es", "fr", "it", "pt-BR"])
def test_a_workbook_in_another_language_is_read_all_the_same(tmp_path: Path, language: str) -> None:
    handover = make_handover(language=language)
    found = read(write_to(tmp_path, handover))
    assert {u.id: bare(u) for u in found.items} == all_updates(handover)
    assert found.changes == SAME


def test_a_build_from_the_edited_workbook_says_what_was_edited_and_keeps_it(tmp_path: Path) -> None:
    blog = "https://b.example"
    items = [{"id": f"{n}", "title": f"Article number {n}", "url": f"{blog}/{n}"} for n in (1, 2, 3)]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Blog", "items": items}
    (tmp_path / "feed.json").write_text(json.dumps(feed), encoding="utf-8")

    def build(updates: Any, name: str) -> Handover:
        return build_handover(
            tmp_path / "feed.json",
            updates,
            out_dir=tmp_path / name,
            formats=("xlsx",),
            today=dt.date(2026, 11, 22),
        )

    first = build(
        [{"text": f"Words {n}", "network": "linkedin", "links": (f"{blog}/{n}",)} for n in (1, 2, 3)], "one"
    )
    assert first.working_copy
    with edited(first.working_copy) as sheet:
        updates = sheet("Updates")
        updates[2, "Post no."] = 3
        updates[3, "Text"] = "Other words"
        updates.sheet.delete_rows(4)
        updates.append(**{"Post no.": 1, "Network": "X", "Text": "New"})
    again = build(first.working_copy, "two")
    assert again.changes == Changes(changed=2, new=1, gone=1)
    assert sorted((p.update.text, p.post.id, p.evidence) for p in again.pairs) == [
        ("New", "1", Evidence.STATED),
        ("Other words", "2", Evidence.LINK),
        ("Words 1", "3", Evidence.STATED),
    ]
    third = build(again.working_copy, "three")
    assert third.changes == SAME
    assert {(p.update.id, p.post.id) for p in third.pairs} == {(p.update.id, p.post.id) for p in again.pairs}


def test_what_was_taken_off_its_post_stays_alone_however_often_it_is_written(tmp_path):
    handover = make_handover(4)
    update = dataclasses.replace(handover.pairs[0].update, placed=())
    for _ in range(2):
        items = [update, *(pair.update for pair in handover.pairs[1:])]
        pairing = pair_updates(handover.posts, items)
        assert [item.reason for item in pairing.unpaired if item.update.id == update.id] == [LEFT_OPEN]
        path = write_to(tmp_path, dataclasses.replace(handover, pairing=pairing))
        update = next(item for item in read(path).items if item.id == update.id)
        assert update.placed == ()
