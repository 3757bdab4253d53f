"""A day without a time is that day in every output, in any zone; a stated moment is never taken for one."""

import datetime as dt
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest

from handover import Details, Update, Updates, build_handover, read_updates
from handover.columns.shown import as_moment, moment_in
from handover.model import Client
from handover.model.moments import in_zone, is_day, stated
from handover.options.zones import zone_of

ZONES = ["America/Denver", "Pacific/Auckland", "Europe/Vienna"]
DAY = dt.datetime(2026, 3, 25, tzinfo=dt.UTC)
FEED = """<rss version="2.0"><channel><title>Tarn &amp; Thistle</title><link>https://tarnthistle.example/</link>
<item><title>Warm socks</title><link>https://tarnthistle.example/socks</link><guid>1</guid>
<pubDate>Fri, 20 Mar 2026 12:00:00 +0000</pubDate><description>Socks.</description></item></channel></rss>"""
SHEET = (
    "Date,Time,Text,Link,Network\n"
    "2026-03-25,,Warm socks are here,https://tarnthistle.example/socks,facebook\n"
    "2026-03-25,18:00,Cold feet are over,https://tarnthistle.example/socks,instagram\n"
)
TODAY = dt.date(2026, 11, 29)


def folder_of(tmp_path: Path) -> tuple[Path, Path]:
    (tmp_path / "feed.xml").write_text(FEED, "utf-8")
    (tmp_path / "plan.csv").write_text(SHEET, "utf-8")
    return tmp_path / "feed.xml", tmp_path / "plan.csv"


def built(tmp_path: Path, zone: str, updates: object, out: str = "out") -> Path:
    feed, _ = folder_of(tmp_path)
    build_handover(
        feed, updates, out_dir=tmp_path / out, formats=("xlsx", "docx", "html", "csv", "ics", "eml"),
        details=Details(client=Client(timezone=zone)), timezone=zone, minimum=0, today=TODAY, language="en",
    )  # fmt: skip
    return tmp_path / out


@pytest.mark.parametrize("zone", ZONES)
def test_a_day_is_that_day_in_every_output(tmp_path: Path, zone: str) -> None:
    out = built(tmp_path, zone, folder_of(tmp_path)[1])
    book = openpyxl.load_workbook(next(out.glob("*-library.xlsx")))["Updates"]
    header = [str(cell.value) for cell in book[1]]
    posted, text = header.index(f"Posted ({zone.split('/')[1]})"), header.index("Text")
    shown = {str(row[text].value): row[posted].value for row in book.iter_rows(min_row=2)}
    assert shown["Warm socks are here"] == dt.datetime(2026, 3, 25)  # midnight: shown without an hour
    assert shown["Cold feet are over"] == pytest.approx(
        dt.datetime(2026, 3, 25, 18), abs=dt.timedelta(seconds=1)
    )
    with zipfile.ZipFile(next(out.glob("*.docx"))) as package:
        words = re.sub(r"<[^>]+>", "", package.read("word/document.xml").decode())
    page = next(out.glob("*.html")).read_text("utf-8")
    assert 'datetime="2026-03-25"' in page
    tool = next(out.rglob("content-library.csv")).read_text("utf-8-sig")
    assert '"2026-03-25"' in tool
    assert not re.search(r"00[:.]001", f"{tool} {page} {words}")  # what tells a moment from a day is ours
    if zone == "America/Denver":
        assert '"2026-03-26 00:00"' in tool
    letters = [path.read_text("utf-8") for path in out.rglob("*.txt")]
    for told in (words, page, *letters):
        assert not re.search(r"Mar(?:ch)? 2[46]\b|\b2[46] Mar|2026-03-2[46]", told)


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("which", ["*-library.xlsx", "for-you/*-working-copy.xlsx", "**/content-library.csv"])
def test_a_day_and_a_moment_come_back_from_our_own_files(tmp_path: Path, zone: str, which: str) -> None:
    given = read_updates(folder_of(tmp_path)[1], timezone=zone)
    out = built(tmp_path, zone, folder_of(tmp_path)[1])
    back = read_updates(next(out.glob(which)), timezone=zone)
    assert moments(back) == moments(given)
    assert moments(given)["Warm socks are here"] == DAY


def moments(updates: Updates) -> dict[str, dt.datetime | None]:
    return {one.text: one.posted_at for one in updates.items}


@pytest.mark.parametrize("zone", ZONES)
def test_a_day_typed_into_her_workbook_is_that_day(tmp_path: Path, zone: str) -> None:
    out = built(tmp_path, zone, folder_of(tmp_path)[1])
    path = next(out.glob("*-library.xlsx"))
    book = openpyxl.load_workbook(path)
    header = [str(cell.value) for cell in book["Updates"][1]]
    posted = header.index(f"Posted ({zone.split('/')[1]})") + 1
    for row in range(2, book["Updates"].max_row + 1):
        book["Updates"].cell(row, posted).value = dt.datetime(2026, 5, 2)
    book.save(path)
    back = read_updates([path, folder_of(tmp_path)[1]], timezone=zone)
    assert set(moments(back).values()) == {dt.datetime(2026, 5, 2, tzinfo=dt.UTC)}


@pytest.mark.parametrize("zone", [*ZONES, "UTC"])
@pytest.mark.parametrize("hour", [0, 6, 11, 12, 17, 18, 23])
def test_a_cell_gives_back_what_it_was_given(zone: str, hour: int) -> None:
    here = zone_of(zone)
    assert here is not None
    assert as_moment(moment_in(DAY, here), here) == DAY
    moment = stated(dt.datetime(2026, 3, 25, hour, tzinfo=here).astimezone(dt.UTC))
    assert not is_day(moment)
    if in_zone(moment, here).time() != dt.time():  # on her own midnight a cell shows the day alone
        assert as_moment(moment_in(moment, here), here) == moment


def test_update_objects_with_a_day_keep_it(tmp_path: Path) -> None:
    update = Update(text="Given in Python", network="x", posted_at=DAY)
    out = built(tmp_path, "America/Denver", [update])
    back = read_updates(next(out.glob("*-library.xlsx")), timezone="America/Denver")
    assert [one.posted_at for one in back.items] == [DAY]
