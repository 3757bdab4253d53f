"""A post said once in a sheet holds for the rows below it, and for no row that says otherwise."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from handover import Evidence, Pairing, Post, pair_updates, read_updates
from handover.model import Near, Update


def utc(year: int, month: int, day: int) -> dt.datetime:
    return dt.datetime(year, month, day, 9, tzinfo=dt.UTC)


SOUR = Post(
    id="1", title="Sourdough for beginners", permalink="https://crumb.example/1/", published=utc(2024, 5, 1)
)
RYE = Post(id="2", title="Rye in three days", permalink="https://crumb.example/2/", published=utc(2024, 5, 8))
SALT = Post(
    id="3", title="Why salt matters", permalink="https://crumb.example/3/", published=utc(2024, 5, 15)
)
POSTS = (SOUR, RYE, SALT)
FIRST = [
    ("2024-05-02", "Facebook", "Feed it twice"),
    ("2024-05-03", "X", "Bubbles"),
    ("2024-05-04", "LinkedIn", "Time"),
]
SECOND = [
    ("2024-05-09", "Facebook", "Dark"),
    ("2024-05-10", "X", "Slow"),
    ("2024-05-11", "LinkedIn", "Patience pays"),
]
FRIDAY = ("2024-05-06", "Facebook", "Happy Friday!")
HEAD = ("Date", "Network", "Text")


def _paired(path: Path) -> Pairing:
    return pair_updates(POSTS, read_updates(path, timezone="UTC"))


def _csv(tmp_path: Path, *rows: Sequence[str]) -> Pairing:
    path = tmp_path / "plan.csv"
    path.write_text("\n".join(",".join(row) for row in rows) + "\n", encoding="utf-8")
    return _paired(path)


def _told(pairing: Pairing) -> dict[str, str]:
    assert all(pair.evidence is Evidence.STATED for pair in pairing.pairs)
    return {pair.update.text: pair.post.id for pair in pairing.pairs}


ALL = {row[2]: "1" for row in FIRST} | {row[2]: "2" for row in SECOND}


def _block(post: str, rows: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    return [(post if not place else "", *row) for place, row in enumerate(rows)]


@pytest.mark.parametrize("header", ["Blog post", "Blog title", "Artikel", "Title", "Topic"])
def test_a_title_in_a_column_holds_for_the_rows_below(tmp_path: Path, header: str) -> None:
    rows = [*_block(SOUR.title, FIRST), *_block(RYE.title, SECOND)]
    assert _told(_csv(tmp_path, (header, *HEAD), *rows)) == ALL


def test_an_address_in_a_column_holds_for_the_rows_below_over_empty_rows(tmp_path: Path) -> None:
    rows = [*_block(SOUR.permalink, FIRST), ("", "", "", ""), *_block(RYE.permalink, SECOND)]
    assert _told(_csv(tmp_path, ("Blog URL", *HEAD), *rows)) == ALL


def test_an_empty_row_between_all_rows_parts_nothing(tmp_path: Path) -> None:
    rows = [*_block(SOUR.title, FIRST), *_block(RYE.title, SECOND)]
    spaced = [each for row in rows for each in (row, ("", "", "", ""))]
    assert _told(_csv(tmp_path, ("Blog post", *HEAD), *spaced)) == ALL


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Blog 1: Sourdough for beginners", "Blog 2: Rye in three days"),
        ("Sourdough for beginners", "Rye in three days"),
        ("https://crumb.example/1/", "https://crumb.example/2/"),
        (
            "Sourdough for beginners - https://crumb.example/1/",
            "Rye in three days - https://crumb.example/2/",
        ),
        ("Sourdough for beginners,https://crumb.example/1/", "Rye in three days,https://crumb.example/2/"),
    ],
)
def test_a_row_of_its_own_heads_the_rows_below(tmp_path: Path, one: str, other: str) -> None:
    assert _told(_csv(tmp_path, HEAD, (one,), *FIRST, (other,), *SECOND)) == ALL
    assert _told(_csv(tmp_path, HEAD, ("",), (one,), *FIRST, ("",), (other,), *SECOND)) == ALL


def test_a_title_above_the_header_of_each_block_heads_it(tmp_path: Path) -> None:
    assert _told(_csv(tmp_path, (SOUR.title,), HEAD, *FIRST, ("",), (RYE.title,), HEAD, *SECOND)) == ALL
    other = ("Date", "Channel", "Caption")
    assert _told(_csv(tmp_path, (SOUR.title,), HEAD, *FIRST, ("",), (RYE.title,), other, *SECOND)) == ALL


def test_merged_cells_and_the_names_of_tabs_head_their_rows(tmp_path: Path) -> None:
    book = Workbook()
    book.remove(book.worksheets[0])
    merged = book.create_sheet("Plan")
    for row in (("Text", "Network", "Date"), (SOUR.title,), *(row[::-1] for row in FIRST)):
        merged.append(row)
    merged.merge_cells("A2:C2")
    tab = book.create_sheet(RYE.title)
    for row in (HEAD, *SECOND):
        tab.append(row)
    book.save(tmp_path / "plan.xlsx")
    assert _told(_paired(tmp_path / "plan.xlsx")) == ALL


def test_a_label_beside_it_or_a_number_before_it_says_that_a_row_names_a_post(tmp_path: Path) -> None:
    labelled = _csv(tmp_path, HEAD, ("Blog post:", SOUR.title), *FIRST, ("Blog post:", RYE.title), *SECOND)
    assert _told(labelled) == ALL
    text_first = [("Text", "Network", "Date")]
    for post, rows in ((f"Blog 1: {SOUR.title}", FIRST), (f"Blog 2: {RYE.title}", SECOND)):
        text_first += [(post, "", ""), *(row[::-1] for row in rows)]
    assert _told(_csv(tmp_path, *text_first)) == ALL


def test_a_row_with_a_title_alone_in_its_column_heads_the_rows_below(tmp_path: Path) -> None:
    rows = [(SOUR.title,), *(("", *row) for row in FIRST), (RYE.title,), *(("", *row) for row in SECOND)]
    path = tmp_path / "plan.csv"
    assert _told(_csv(tmp_path, ("Blog post", *HEAD), *rows, ("A post without updates",))) == ALL
    assert [one.line for one in read_updates(path, timezone="UTC").skipped] == [
        10
    ]  # not passed over in silence


def test_the_name_of_a_tab_that_excel_cut_still_names_its_post(tmp_path: Path) -> None:
    long = Post(
        id="9", title="Everything we know about old flour mills", permalink="https://crumb.example/9/"
    )
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = long.title[:31]
    sheet.append(HEAD)
    sheet.append(FIRST[0])
    book.save(tmp_path / "plan.xlsx")
    pairing = pair_updates((*POSTS, long), read_updates(tmp_path / "plan.xlsx", timezone="UTC"))
    assert _told(pairing) == {FIRST[0][2]: "9"}


# --- where it must not ---


def _open(pairing: Pairing) -> dict[str, list[str]]:
    return {one.update.text: [post.id for post, _ in one.suggestions] for one in pairing.unpaired}


def test_a_row_more_than_each_block_has_is_only_suggested(tmp_path: Path) -> None:
    rows = [*_block(SOUR.title, [*FIRST, FRIDAY]), *_block(RYE.title, SECOND)]
    pairing = _csv(tmp_path, ("Blog post", *HEAD), *rows)
    assert _told(pairing) == ALL
    assert _open(pairing) == {"Happy Friday!": ["1"]}
    headed = _csv(tmp_path, HEAD, (SOUR.title,), *FIRST, FRIDAY, (RYE.title,), *SECOND)
    assert _told(headed) == ALL
    assert _open(headed) == {"Happy Friday!": ["1"]}


def test_a_row_apart_from_the_blocks_is_only_suggested(tmp_path: Path) -> None:
    apart = ("2024-05-06", "Instagram", "Happy Friday!")
    empty = ("", "", "", "")
    rows = [*_block(SOUR.title, FIRST), empty, ("", *apart), empty, *_block(RYE.title, SECOND)]
    pairing = _csv(tmp_path, ("Blog post", *HEAD), *rows)
    assert _told(pairing) == ALL
    assert _open(pairing) == {"Happy Friday!": ["1"]}


def test_a_heading_that_names_no_post_ends_the_block_above(tmp_path: Path) -> None:
    pairing = _csv(tmp_path, HEAD, (SOUR.title,), *FIRST, ("All the rest",), FRIDAY, (RYE.title,), *SECOND)
    assert _told(pairing) == ALL
    assert "Happy Friday!" in _open(pairing)


def test_blanks_are_no_as_above_where_the_sheet_repeats_its_titles(tmp_path: Path) -> None:
    rows = [(SOUR.title, *row) for row in FIRST] + [("", *FRIDAY)] + [(RYE.title, *row) for row in SECOND]
    pairing = _csv(tmp_path, ("Blog post", *HEAD), *rows)
    assert _told(pairing) == ALL
    assert _open(pairing) == {"Happy Friday!": ["1"]}


def test_blanks_are_no_as_above_where_most_posts_have_one_row(tmp_path: Path) -> None:
    rows = [(SOUR.title, *FIRST[0]), (RYE.title, *SECOND[0]), ("", *SECOND[1]), (SALT.title, *SECOND[2])]
    pairing = _csv(tmp_path, ("Blog post", *HEAD), *rows)
    assert _open(pairing) == {"Slow": ["2"]}


@pytest.mark.parametrize(
    "row",
    [
        ("2024-05-04", "LinkedIn", "Look https://elsewhere.example/story"),
        ("2024-05-04", "LinkedIn", "Look https://crumb.example/shop/"),
        ("2025-05-04", "LinkedIn", "A year later"),
        ("2024-02-04", "LinkedIn", "Long before"),
    ],
)
def test_a_row_that_says_otherwise_is_only_suggested(tmp_path: Path, row: tuple[str, ...]) -> None:
    pairing = _csv(
        tmp_path, ("Blog post", *HEAD), *_block(SOUR.title, [*FIRST[:2], row]), *_block(RYE.title, SECOND)
    )
    assert list(_open(pairing).values()) == [["1"]]


def test_the_own_link_and_the_own_title_of_a_row_go_first(tmp_path: Path) -> None:
    linked = ("2024-05-16", "X", "Look https://crumb.example/3/")
    titled = ("2024-05-16", "LinkedIn", "New on the blog: Why salt matters")
    rows = _block(SOUR.title, [FIRST[0], linked, titled])
    pairing = _csv(tmp_path, ("Blog post", *HEAD), *rows)
    assert {p.update.text: (p.post.id, p.evidence) for p in pairing.pairs[1:]} == {
        linked[2]: ("3", Evidence.LINK),
        titled[2]: ("3", Evidence.TITLE),
    }


def test_words_that_name_no_post_do_nothing(tmp_path: Path) -> None:
    rows = [*_block("Spring sale at the mill", FIRST), *_block("1", SECOND)]
    pairing = _csv(tmp_path, ("Title", *HEAD), *rows)
    assert not pairing.pairs
    assert not any("sheet" in one.reason for one in pairing.unpaired)


def test_the_reason_says_where_the_word_stands(tmp_path: Path) -> None:
    pairing = _csv(tmp_path, ("Title", *HEAD), *_block(SOUR.title, FIRST))
    assert [pair.reason for pair in pairing.pairs] == [
        "“Sourdough for beginners” stands beside it in your sheet.",
        "It stands below “Sourdough for beginners” in your sheet.",
        "It stands below “Sourdough for beginners” in your sheet.",
    ]


def test_what_stands_around_an_update_changes_neither_its_id_nor_needs_a_sheet() -> None:
    near = (Near(word=RYE.title),)
    assert Update(text="a", near=near).id == Update(text="a").id
    assert _told(pair_updates(POSTS, [Update(text="a", near=near)])) == {"a": "2"}


BARE = """Date,Network,Text
,,How to brew green tea
2024-05-01,FB,The kettle is on.
2024-05-02,LI,Kettles for the office.
,,{second}
2024-05-03,FB,Black as night.
2024-05-04,LI,Oxidation is the word.
"""


def test_a_title_alone_in_the_column_of_the_words_heads_the_rows_below(tmp_path: Path) -> None:
    (tmp_path / "plan.csv").write_text(BARE.format(second="Why black tea is black"), "utf-8")
    found = read_updates(tmp_path / "plan.csv")
    assert [near.word for u in found.items for near in u.near] == [
        *["How to brew green tea"] * 2,
        *["Why black tea is black"] * 2,
    ]
    assert [skipped.line for skipped in found.skipped] == [2, 5]


def test_words_that_only_stand_without_a_date_head_nothing(tmp_path: Path) -> None:
    (tmp_path / "plan.csv").write_text(BARE.format(second="Happy Friday to all!"), "utf-8")
    found = read_updates(tmp_path / "plan.csv")
    assert len(found.items) == 6 and not any(u.near for u in found.items)


@pytest.mark.parametrize("none", ["-", "—", "n/a"])
def test_a_cell_that_says_there_is_no_post_takes_none_from_above(none: str, tmp_path: Path) -> None:
    rows = [("Post", *HEAD), ("Rye in three days", *SECOND[0]), (none, *FRIDAY)]
    found = _csv(tmp_path, *rows)
    assert set(_told(found)) == {SECOND[0][2]}
    (alone,) = found.unpaired
    assert not alone.update.near and not alone.suggestions
