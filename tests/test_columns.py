"""What writer and reader of the two workbooks share."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from handover.columns import BOOKS, CLIENT, FIGURES, MORE, SHEETS, WORKING
from handover.columns.memory import TAKEN, Shown, hers_of, pack, read_back, shown_of, unpack
from handover.columns.shown import READ, Value, as_moment, cells_of, moment_in
from handover.model import Origin, Update
from handover.read.updates.tables.header.aliases import FIGURES as KNOWN_FIGURES

VIENNA = ZoneInfo("Europe/Vienna")
UPDATE = Update(
    id="a private id",
    network="x",
    text="Fresh bread\nfrom seven",
    posted_at=dt.datetime(2026, 10, 25, 0, 30, tzinfo=dt.UTC),
    links=("https://b.example/bread",),
    permalink="https://x.com/b/status/1",
    post="the one about bread",
    account="baker",
    labels=("secret project",),
    figures={"clicks": 3.0},
    origin=Origin(file="plan of Jo.xlsx", sheet="March", row=4),
)


def shown(update: Update, zone: dt.tzinfo = VIENNA) -> tuple[Shown, dict[str, Value]]:
    """What is remembered of an update, and its row as read from the client's workbook."""
    cells = {**cells_of(update), "posted_at": moment_in(update.posted_at, zone)}
    read = read_back(update, cells_of(update), "dated")
    record = unpack(pack(shown_of(update, [3, 9], [1, 2], hers_of(read), zone)))
    assert record
    values: dict[str, Value] = {name: read(cells[name]) for name, read in READ.items()}
    values |= {"posted_at": as_moment(cells["posted_at"], zone), "lasting": "dated"}
    return Shown.of(record), values


def test_the_client_gets_the_working_copys_columns_and_no_working_note() -> None:
    notes = {"why", "reason", "score", "evidence", "origin", "id", "counts", "missing", "labels", "account"}
    every = {sheet.key: {column.key for column in sheet.columns} for sheet in BOOKS[WORKING]}
    for sheet in BOOKS[CLIENT]:
        keys = {column.key for column in sheet.columns}
        assert not keys & notes and not any("suggestion" in key for key in keys)
        assert keys <= every["updates" if sheet is MORE else sheet.key]
    assert {"shortfall", "unpaired", "check"}.isdisjoint(sheet.key for sheet in BOOKS[CLIENT])
    assert {sheet.key for book in BOOKS.values() for sheet in book} == {sheet.key for sheet in SHEETS}


def test_what_is_remembered_of_a_clients_row_says_nothing_that_is_not_hers() -> None:
    told = "".join(pack(shown_of(UPDATE, [1], [1], hers_of(read_back(UPDATE, cells_of(UPDATE))))))
    for private in ("private", "about bread", "baker", "secret", "clicks", "Jo", "March"):
        assert private not in told


def test_a_row_left_alone_shows_no_edit() -> None:
    known, values = shown(UPDATE)
    assert known.edited(values) == ()
    assert (known.numbers, known.posts) == ((3, 9), (1, 2))


@pytest.mark.parametrize("name", TAKEN)
def test_each_edit_shows_in_its_own_field(name: str) -> None:
    new: dict[str, Value] = {
        "text": "Fresh bread",
        "links": (),
        "permalink": "https://x.com/b/status/2",
        "posted_at": dt.datetime(2026, 10, 25, 0, 31, tzinfo=dt.UTC),
        "lasting": "",
    }
    known, values = shown(UPDATE)
    assert known.edited({**values, name: new[name]}) == (name,)


@pytest.mark.parametrize("hour", range(4))
@pytest.mark.parametrize("day", [(2026, 3, 29), (2026, 10, 25), (1900, 3, 1), (1899, 12, 31), (9999, 12, 31)])
def test_a_time_comes_back_from_the_clients_zone_whatever_the_clocks_did(
    day: tuple[int, int, int], hour: int
) -> None:
    moment = dt.datetime(*day, hour, 30, 1, 17, tzinfo=dt.UTC)
    for zone in (VIENNA, ZoneInfo("America/Los_Angeles"), ZoneInfo("Pacific/Kiritimati"), dt.UTC):
        known, values = shown(Update(text="a", posted_at=moment), zone)
        assert known.edited(values) == ()
        assert known.exactly("posted_at", values["posted_at"]) == moment


@pytest.mark.parametrize("zone", ["America/Denver", "Pacific/Auckland", "Europe/Vienna", "UTC"])
def test_a_day_without_a_time_is_that_day_in_every_zone_and_midnight_there_comes_back(zone: str) -> None:
    there = ZoneInfo(zone)
    day = dt.datetime(2026, 3, 25, tzinfo=dt.UTC)
    midnight = dt.datetime(2026, 3, 25, tzinfo=there).astimezone(dt.UTC)
    for moment in (day, midnight):
        shown_at = moment_in(moment, there)
        assert isinstance(shown_at, dt.datetime)
        assert shown_at.replace(tzinfo=None) == dt.datetime(2026, 3, 25)
        known, values = shown(Update(text="a", posted_at=moment), there)
        assert known.edited(values) == ()
        assert known.exactly("posted_at", values["posted_at"]) == moment


def test_what_a_cell_cannot_hold_comes_back_exactly() -> None:
    update = Update(text="a\x00b" + "x" * 40_000, links=("a\nb", " c "), permalink=" https://x.com/a")
    known, values = shown(update)
    for name in ("text", "links", "permalink"):
        assert known.exactly(name, values[name]) == getattr(update, name)
    assert known.exactly("text", "typed") == "typed"


def test_every_figure_of_an_export_has_a_name_in_words() -> None:
    assert set(KNOWN_FIGURES) - set(FIGURES) == set()
