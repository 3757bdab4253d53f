"""Quick looks at the rows of a sheet, each held to the long way that it spares."""

from collections.abc import Sequence

from hypothesis import example, given
from hypothesis import strategies as st

from handover.read.updates.tables import Cell, Table
from handover.read.updates.tables.files.headed import as_rows
from handover.read.updates.tables.header.columns import Columns, Words, text_of
from handover.read.updates.tables.rows import link_below
from handover.read.updates.tables.rows.cell_words import NO, YES, flag, plain
from handover.read.updates.tables.rows.link_below import tags_alone

CELLS = st.sampled_from(
    [
        None,
        "",
        " ",
        "x",
        "False",
        "#a",
        " #a #b, ",
        "#a b",
        "#",
        "a",
        "https://k.example/",
        0.0,
        3,
        False,
        "-",
    ]
)


def test_no_tick_is_two_words() -> None:
    assert not [word for word in YES | NO if len(word.split()) != 1]


@given(
    st.one_of(st.text(), st.lists(st.sampled_from([*sorted(YES), "\u0301", " ", ".", "x", "İ"])).map("".join))
)
@example("x \u0301")
@example("\u0301 x")
@example("x  .")
def test_a_tick_is_told_by_a_quick_look_as_letter_by_letter(word: str) -> None:
    told = plain(word)
    assert flag(word) is (True if told in YES else False if told in NO else None)


def _long_way(columns: Columns, cells: Sequence[Cell]) -> int:
    filled = [i for i, cell in enumerate(cells) if (text := text_of(cell)) and flag(text) is not False]
    if len(filled) != 1 or filled[0] not in {words.column for words in columns.words}:
        return 0
    tags = text_of(cells[filled[0]]).split()
    return filled[0] + 1 if all(link_below._TAG.fullmatch(word) for word in tags) else 0


@given(st.lists(CELLS, max_size=4), st.lists(st.integers(-1, 4), max_size=2))
@example(["#a", "False"], [0])
@example([None, "#a"], [-1])
def test_a_row_of_hashtags_is_known_by_its_first_sign(cells: list[Cell], places: list[int]) -> None:
    columns = Columns(header=("",) * 4, words=tuple(Words(column=place) for place in places))
    assert tags_alone(columns, cells) == _long_way(columns, cells)


ONE_COLUMN = [
    ["Twitter"],
    ["one two three"],
    [],
    ["Facebook"],
    ["four five six"],
    ["LinkedIn"],
    ["seven eight nine"],
]


@given(st.integers(0, 2), st.integers(0, 6), st.integers(0, 3), CELLS)
@example(1, 0, 0, "x")
@example(1, 6, 3, "x")
@example(0, 2, 1, "x")
def test_a_sheet_of_one_column_has_no_other_cell_anywhere(at: int, row: int, place: int, cell: Cell) -> None:
    rows: list[list[Cell]] = [[None] * at + words + [None] * (4 - at - len(words)) for words in ONE_COLUMN]

    def read() -> Table | None:
        return as_rows(Table(location="plan.csv", rows=list(enumerate(rows, 1))))

    alone = read()
    assert alone is not None and [len(cells) for _, cells in alone.rows] == [2] * 4
    if place != at:
        rows[row][place] = cell
        assert read() == (None if text_of(cell) else alone)
