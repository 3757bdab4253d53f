"""Every filled cell of every sheet among the samples went into an update, or is named by its place."""

import html
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from openpyxl.utils import get_column_letter

from handover.errors import HandoverError
from handover.model import Skipped, Update, Updates
from handover.networks import network_named
from handover.read import UPDATE_FORMATS, read_updates
from handover.read.source import from_bytes, open_source
from handover.read.updates import x_analytics
from handover.read.updates.options import Options
from handover.read.updates.tables import Row, Table
from handover.read.updates.tables.files.sheets import sheets_of
from handover.read.updates.tables.header.columns import text_of
from handover.read.updates.tables.header.layout import Layout
from handover.read.updates.tables.header.roles import role_of
from handover.read.updates.tables.header.user_map import spelled
from handover.read.updates.tables.rows.cell_words import NOTHING, flag
from handover.read.updates.tables.rows.cells import networks_in
from handover.read.updates.tables.when.dates import is_date
from tests.test_read_updates_loose_sheets import parsed, said

ROOT = Path(__file__).parent
SHEETS = [
    path
    for folder in (ROOT / "data" / "updates", ROOT.parent / "sample_data")
    for path in sorted(folder.iterdir())
    if path.suffix in (".csv", ".xlsx", ".xls", ".ods", ".xlsb", ".txt")
    and "content-library" not in path.name
]
# What is read as a decision, and stands in no field as it was written; a post's title beside its address.
DECIDED = (
    "date",
    "time",
    "state",
    "done",
    "weekday",
    "zone",
    "kind",
    "approval",
    "draft",
    "network",
    "post title",
)
# Columns that a format knows and leaves out (ids, settings), or reads in a way of its own.
KNOWN = {
    header
    for form in UPDATE_FORMATS
    for layout in vars(form.reader).values()
    if isinstance(layout, Layout)
    for header, told in layout.columns.items()
    if not told or told.startswith(("aside", "date"))
}
# Columns of whole exports that their readers know by something else than their header.
ASIDE = {
    "asana.csv": ("F",),  # the section, which tells the state
    "clickup.csv": ("U",),  # tags in brackets, of which one names the network
    "highlevel-advanced.csv": ("M", "N", "AB", "AC", "AD"),  # its headers list what may stand below them
    "meta-facebook-spanish.csv": ("K",),  # the type of the post: the columns are known by their values
    "meta-instagram-portuguese.csv": ("I",),
    "monday-board.csv": ("B",),  # the names of subitems, whose rows are counted
    "x-analytics-classic-html.csv": ("B",),  # the app a post was written with
}
SHORT_LINK = re.compile(r"https?://t\.co/\w+")  # the X archive's own, which the file says the meaning of


def _words(text: str) -> str:
    return re.sub(r"\W+", "", html.unescape(unquote(text))).casefold()


def _parts(cell: str) -> list[str]:
    """Lines and addresses of a cell, without the network in front of a line."""
    lines = [re.sub(r"^\w{1,9}: ", "", line) for line in cell.split("\n")]
    return [part for line in lines for part in re.split(r",(?=https?://)|(?=https?://)", line) if part]


def _shown(updates: Iterable[Update]) -> str:
    """All that updates show."""
    told: list[str] = []
    for update in updates:
        told += [update.text, update.permalink, update.post, update.account, update.network, update.state]
        told += [
            *update.links,
            *update.media,
            *(one.alt for one in update.media),
            *update.labels,
            *map(str, update.extra.values()),
        ]
        told += [near.word for near in update.near]
        told += [f"{number:g}" for number in update.figures.values()]
    return _words(" ".join(told))


def _named(updates: Updates, table: Table) -> set[str]:
    """The letters of the columns that a notice about a sheet names."""
    return {
        letter
        for notice in updates.notices
        if "not used" in notice.text and notice.where == table.place
        for letter in re.findall(r"\b([A-Z]{1,2}) \(", notice.text)
    }


def _left_out(skipped: Skipped) -> set[int]:
    """The rows that a line among the skipped names."""
    run = re.search(r"\(rows (\d+) to (\d+)\)", skipped.reason)
    return {*range(int(run[1]), int(run[2]) + 1)} if run else {skipped.line or 0}


def unnamed(table: Table, updates: Updates) -> Iterator[str]:
    """The cells whose words stand neither in an update nor at a place that is named."""
    mine = [one for one in updates.items if one.origin and one.origin.sheet == table.sheet]
    whole = [one.location == table.place and one.line is None for one in updates.skipped]
    if any(whole) or not mine:
        return
    shown, letters = _shown(mine), _named(updates, table)
    skipped = {row for one in updates.skipped if one.location == table.place for row in _left_out(one)}
    first = min(one.origin.row or 0 for one in mine if one.origin)
    header = max((row for row in table.rows if row[0] < first), key=_names, default=(0, ()))[1]
    for number, cells in table.rows:
        if number < first or number in skipped or cells == header:
            continue
        for index, cell in enumerate(cells):
            letter = get_column_letter(index + 1)
            word = text_of(header[index]) if index < len(header) else ""
            if letter in letters or not isinstance(cell, str) or _is_decided(word):
                continue
            parts = [part for part in _parts(SHORT_LINK.sub("", cell)) if _is_telling(part)]
            if any(_words(part) not in shown for part in parts):
                yield f"{letter}{number}"


def _is_decided(header: str) -> bool:
    role = role_of(header)
    return spelled(header) in KNOWN or (role is not None and role.field in DECIDED)


def _names(row: Row) -> int:
    return sum(role_of(text_of(cell)) is not None for cell in row[1])


def _is_telling(part: str) -> bool:
    """Whether words say something: no tick, network, figure or day."""
    text = part.strip()
    if "://" in text or re.fullmatch(r"\[IMAGE_\d+\]", text):  # Vista Social's own word for a picture to come
        return "://" in text
    is_name = network_named(text) is not None or all(name != "other" for name, _ in networks_in(text))
    return any(map(str.isalpha, text)) and not (
        is_name or flag(text) is not None or is_date(text) or text in NOTHING
    )


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_every_cell_of_a_sample_is_used_or_named(path: Path) -> None:
    try:
        updates = read_updates(path, timezone="UTC")
    except HandoverError:
        return  # refused as a whole, and said
    aside = ASIDE.get(path.name, ())
    found = {
        table.sheet: [cell for cell in unnamed(table, updates) if cell.rstrip("0123456789") not in aside]
        for table in sheets_of(open_source(path))
        if table.rows
    }
    assert not any(found.values()), found


def test_a_column_that_went_nowhere_is_named_whatever_is_in_it() -> None:
    updates = parsed(
        "No.,Date,Network,Text,Owner,Ready,Words\n1,2025-03-04,X,Steam,Ana,yes,7\n2,2025-03-05,X,Plain,Bo,no,9\n"
    )
    assert (
        said(updates)
        == "3 columns were not used: E ('Owner', 2 cells), F ('Ready', 2 cells) and G ('Words', 2 cells)."
    )


def test_a_sheet_of_which_all_was_used_gives_no_word() -> None:
    updates = parsed("No.,Date,Network,Text,Notes\n1,2025-03-04,X,Steam,n/a\n2,2025-03-05,X,Plain,-\n")
    assert updates.notices == ()


def test_an_error_in_place_of_a_value_is_named_by_its_cell() -> None:
    updates = parsed("Date,Network,Text,Link\n#BEZUG!,X,Steam,#N/A\n2025-03-05,X,Plain,\n")
    assert "2 cells show an error of the spreadsheet program in place of a value, the first is A2." in said(
        updates
    )


def test_a_title_above_the_header_gives_no_word_and_a_note_there_is_named() -> None:
    table = "Date,Network,Text\n2025-03-05,X,Plain\n"
    assert parsed("Plan of March 2025\n" + table).notices == ()
    note = "Please mind that the client wants no more than two posts of this kind in a week.\n"
    assert "1 row above the header was looked at for a title" in said(parsed(note + table))


def test_a_tick_where_the_words_of_an_update_should_be_is_named() -> None:
    updates = parsed(
        "Date,X,Facebook\n2025-03-04,Steam bends ash,Steam bends wood\n2025-03-05,Plain words,posted\n"
    )
    assert len(updates.items) == 3
    assert "Under 'Facebook' 1 cell holds a tick, a date, a state or a name" in said(updates)


def test_further_figures_of_a_program_need_no_word_and_words_do() -> None:
    head = "Post id,Date,Post text,Post Link,Impressions,App opens,Editor's note\n"
    source = from_bytes(
        (
            head + "1,2025-03-04,Steam,https://x.com/a/status/1896900000000000000,5,3,ask for a picture\n"
        ).encode(),
        "posts.csv",
    )
    updates = x_analytics.parse(source, Options(timezone="UTC"))
    assert [notice.text for notice in updates.notices] == [
        '1 column was not used: G ("Editor\'s note", 1 cell).'
    ]


def test_what_stands_under_link_and_is_no_address_is_named() -> None:
    updates = parsed(
        "Date,Network,Text,Link\n2025-03-04,X,Steam,link in bio\n2025-03-05,X,Plain,\n"
        "2025-03-06,X,Wheels,https://birch.example/wheels/\n"
    )
    assert said(updates) == "Under 'Link' 1 cell holds no address and was not used (row 2)."
