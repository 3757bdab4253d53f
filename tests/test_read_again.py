"""A working copy read beside the sheet it was made from, after something was mended in one of them."""

import csv
import datetime as dt
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from handover import build_handover
from handover.model import Update

ONE, TWO = "https://tern.example/wash-your-grinder", "https://tern.example/oat-milk"
FEED = f"""<rss version="2.0"><channel><title>Tern</title><link>https://tern.example/</link>
<item><title>Wash your grinder</title><link>{ONE}</link>
<pubDate>Tue, 03 Jun 2025 08:00:00 GMT</pubDate></item>
<item><title>Oat milk</title><link>{TWO}</link><pubDate>Tue, 10 Jun 2025 08:00:00 GMT</pubDate></item>
</channel></rss>"""
HEADER = ["Date", "Network", "Text", "Link", "State"]
ROWS = [
    ["2025-06-04 10:00", "Facebook", "A brush and two minutes are all it takes.", ONE, "published"],
    ["2025-06-05 10:00", "LinkedIn", "What we learned from forty grinders.", ONE, "published"],
]
TEXT = ROWS[0][2]


class Desk:
    """A folder with a blog, a sheet and what was built of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "feed.xml").write_text(FEED)
        self.sheet(ROWS)

    def sheet(self, rows: list[list[str]]) -> None:
        with (self.folder / "plan.csv").open("w", newline="") as file:
            csv.writer(file).writerows([HEADER, *rows])

    def mend(self, column: str, value: str) -> None:
        self.sheet([[*ROWS[0][: HEADER.index(column)], value, *ROWS[0][HEADER.index(column) + 1 :]], ROWS[1]])

    def build(self, timezone: str = "UTC") -> tuple[Update, ...]:
        built = build_handover(
            self.folder / "feed.xml",
            [self.folder / "plan.csv", *self.folder.glob("*.json"), *self.folder.glob("for-you/*.xlsx")],
            out_dir=self.folder,
            timezone=timezone,
            today=dt.date(2025, 11, 29),
        )
        self.posts = {pair.update.text: pair.post.permalink for pair in built.pairing.pairs}
        return built.updates.items

    def edit(self, column: str, value: str) -> None:
        """Write a cell of the first row of the sheet's in the working copy; "" as column deletes the row."""
        (path,) = self.folder.glob("for-you/*.xlsx")
        book = load_workbook(path)
        sheet = book["Updates"]
        at = {cell.value: cell.column for cell in sheet[1]}
        (row,) = (n for n in range(2, 4) if sheet.cell(n, at["Text"]).value == TEXT)
        if column:
            sheet.cell(row, at[column]).value = value
        else:
            sheet.delete_rows(row)
        book.save(path)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.build()
    return desk


@pytest.mark.parametrize(
    ("column", "value", "name", "now"),
    [
        ("Date", "2025-06-08 11:00", "posted_at", dt.datetime(2025, 6, 8, 11, tzinfo=dt.UTC)),
        ("Network", "Threads", "network", "threads"),
        ("Text", "Quite other words stand here by now.", "text", "Quite other words stand here by now."),
        ("Link", TWO, "links", (TWO,)),
        ("State", "draft", "state", "draft"),
    ],
)
def test_what_was_mended_in_the_sheet_stands(
    desk: Desk, column: str, value: str, name: str, now: object
) -> None:
    desk.mend(column, value)
    for _ in range(2):
        first, second = sorted(desk.build(), key=lambda update: update.network == "linkedin")
        assert (getattr(first, name), second.text) == (now, ROWS[1][2])
    assert desk.posts[first.text] == (TWO if column == "Link" else ONE)


@pytest.mark.parametrize(
    ("column", "value", "name", "now"),
    [("State", "draft", "state", "draft"), ("Network", "Threads", "network", "threads")],
)
def test_what_was_decided_in_the_working_copy_stands_in_every_later_build(
    desk: Desk, column: str, value: str, name: str, now: str
) -> None:
    desk.edit(column, value)
    for zone in ("UTC", "UTC", "Europe/Vienna"):
        items = desk.build(zone)
        assert len(items) == 2
        assert now in {getattr(update, name) for update in items}


@pytest.mark.parametrize(
    ("column", "value"), [("", ""), ("Text", "My own words."), ("Lasting", "dated"), ("Post no.", "1")]
)
@pytest.mark.parametrize("at_once", [True, False])
def test_a_zone_named_later_moves_the_times_and_doubles_nothing(
    desk: Desk, column: str, value: str, at_once: bool
) -> None:
    desk.edit(column, value)
    if not at_once:
        desk.build()
    items = desk.build("Europe/Vienna")
    assert len(items) == (2 if column else 1)
    assert {update.posted_at.hour for update in items if update.posted_at} == {8}
    assert column != "Text" or "My own words." in {update.text for update in items}
    assert column != "Post no." or desk.posts[TEXT] == TWO


def test_rows_put_in_above_are_new_and_the_others_are_known(desk: Desk) -> None:
    desk.sheet([["2025-06-01 10:00", "Facebook", "A row put in.", ONE, ""], *ROWS])
    items = desk.build("Europe/Vienna")
    assert {update.posted_at.hour for update in items if update.posted_at} == {8}
    assert len(items) == 3


def test_a_row_gone_from_the_sheet_stays_in_the_working_copy(desk: Desk) -> None:
    desk.sheet(ROWS[1:])
    assert len(desk.build()) == 2


def test_a_repost_without_words_is_one_in_every_build(desk: Desk) -> None:
    boost = {
        "type": "Announce",
        "published": "2025-06-02T10:00:00Z",
        "to": ["https://www.w3.org/ns/activitystreams#Public"],
        "object": "https://social.example/@bea/1",
    }
    (desk.folder / "outbox.json").write_text(
        json.dumps({"type": "OrderedCollection", "orderedItems": [boost]})
    )
    for _ in range(2):
        kinds = [update.kind for update in desk.build()]
        assert kinds.count("repost") == 1
