"""Files made to do harm: each is read or refused, in 2 s and 256 MB, and touches nothing outside."""

import io
import json
import tempfile
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from handover import read_feed, read_updates
from handover.errors import HandoverError
from handover.read.updates.tables.files.sheets import header_of
from handover.read.updates.workbook.opening import SheetRows
from handover.read.updates.workbook.recognition import recognised
from handover.write.job import Job
from handover.write.xlsx import write as write_xlsx
from tests.changed import zip_of
from tests.fuzz import MEGABYTES, SECONDS
from tests.made import make_handover
from tests.measure import can_measure, measured

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BOMB = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY l0 "ha">{LAUGHS}]>'
RSS = "<rss version='2.0'><channel><title>{0}</title><item><title>{0}</title></item></channel></rss>"


def workbook(part: str, edit: Callable[[str], str]) -> bytes:
    """A workbook with one update, one of its parts changed."""
    book = Workbook()
    assert book.active
    book.active.append(["Text", "Network"])
    book.active.append(["Fresh bread today", "x"])
    out = io.BytesIO()
    book.save(out)
    with zipfile.ZipFile(out) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    changed = edit(members[part].decode())
    assert changed != members[part].decode(), "nothing was changed"
    return zip_of({**members, part: changed.encode()})


def in_xlsx(head: str, word: str) -> bytes:
    return workbook(
        "xl/worksheets/sheet1.xml",
        lambda xml: (
            head
            + xml[xml.index("<worksheet") :].replace(
                "</sheetData>",
                f'<row r="3"><c r="A3" t="inlineStr"><is><t>{word}</t></is></c></row></sheetData>',
            )
        ),
    )


def wide_cell() -> bytes:
    return workbook(
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(
            "</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
        ),
    )


def nested(depth: int) -> bytes:
    data = b"text\nhello\n"
    for _ in range(depth):
        data = zip_of({f"{n}.zip": data for n in range(10)})
    return data


def story(text: str) -> bytes:
    page = f'<h1 class="p-name">Bread</h1><section data-field="body" class="e-content">{text}</section>'
    return zip_of({"posts/2020-01-31_Bread-abc.html": page.encode()})


def toots(text: str) -> bytes:
    note = {"type": "Note", "id": "https://m.example/1", "to": [PUBLIC], "content": text}
    told = {"type": "Create", "actor": "https://m.example/users/a", "published": "2024-01-01T00:00:00Z"}
    box = {"type": "OrderedCollection", "orderedItems": [{**told, "to": [PUBLIC], "object": note}]}
    return json.dumps({"@context": "https://www.w3.org/ns/activitystreams", **box}).encode()


def own(part: str, old: bytes, new: bytes) -> bytes:
    """A workbook of ours, changed in one part."""
    with tempfile.TemporaryDirectory() as folder:
        job = Job(handover=make_handover(rich=True), folder=Path(folder), slug="t")
        with zipfile.ZipFile(write_xlsx(job)[0]) as book:
            members = {name: book.read(name) for name in book.namelist()}
    assert old in members[part]
    return zip_of({**members, part: members[part].replace(old, new)})


def own_sheet(rows: Iterable[str]) -> bytes:
    end = b"</sheetData>"
    return own("xl/worksheets/sheet3.xml", end, "".join(rows).encode() + end)


PUBLIC = "https://www.w3.org/ns/activitystreams#Public"
DEEP = "<p>Bread.</p>" + "<div>" * 200_000 + '<a href="https://blog.example/a" rel="syndication">Read</a>'
REOPENED = "<p>Bread." + "".join(f"<b data-n={n}>" for n in range(2_000)) + "<div>Read</div>" * 1_400
HARM: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a feed with entities that laugh": ("feed.xml", lambda: (BOMB + RSS.format("&l9;")).encode()),
    "a feed nested too deep": ("feed.xml", lambda: b"<rss><channel>" + b"<a>" * 200_000),
    "a feed with too many attributes": (
        "feed.xml",
        lambda: b"<rss><channel " + b" ".join(b'a%d="1"' % n for n in range(100_000)) + b"/></rss>",
    ),
    "a JSON feed nested too deep": ("feed.json", lambda: b'{"version":"https://jsonfeed.org/' + b"[" * 10**6),
    "JSON nested too deep": ("tweets.json", lambda: b'[{"text":' + b"[" * 10**6),
    "numbers without end": ("posts.json", lambda: b'[{"text":"a","id":' + b"9" * 10**6 + b"}]"),
    "a workbook with entities that laugh": ("u.xlsx", lambda: in_xlsx(BOMB, "&l9;")),
    "a workbook with one cell in the last corner": ("u.xlsx", wide_cell),
    "a zip of zeros": ("u.zip", lambda: zip_of({"u.csv": bytes(300 * 1024**2)})),
    "a workbook of zeros": ("u.xlsx", lambda: workbook("xl/styles.xml", lambda x: x + " " * 300 * 1024**2)),
    "zips in zips": ("u.zip", lambda: nested(5)),
    "a line without end": ("u.csv", lambda: b"text\n" + b"a" * 5 * 10**6),
    "a quotation without end": ("u.csv", lambda: b'text\n"' + b"a\n" * 20_000),
    "a row without end": ("u.csv", lambda: b"text" + b"," * 10**6 + b"\nhello\n"),
    "a workbook of ours with one cell in the last corner": (
        "u.xlsx",
        lambda: own_sheet(['<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>']),
    ),
    "a workbook of ours with a million rows": (
        "u.xlsx",
        lambda: own_sheet(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1_000, 1_000_000)),
    ),
    "a Medium story nested too deep": ("medium.zip", lambda: story(DEEP)),
    "a Medium story of bold letters": ("medium.zip", lambda: story(REOPENED)),
    "a toot nested too deep": ("outbox.json", lambda: toots(DEEP)),
    "a toot of bold letters": ("outbox.json", lambda: toots(REOPENED)),
    "a zip of very many small files": (
        "u.zip",
        lambda: zip_of({f"{n % 100}/{n}.txt": b"hello" for n in range(20_000)}),
    ),
    "a text of handles": ("u.csv", lambda: b"Text,Network\n" + b"@a@b." * 240_000 + b",x\n"),
    "a title without end": (
        "feed.json",
        lambda: json.dumps(
            {"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "title": "Bread " * 10**6}]}
        ).encode(),
    ),
    "HTML nested too deep": ("post.html", lambda: b"<html><body>" + b"<div>" * 200_000),
}


@pytest.mark.skipif(not can_measure, reason="needs fork, which Windows does not have")
@pytest.mark.parametrize("harm", HARM)
def test_a_file_made_to_do_harm_costs_two_seconds_and_256_mb_at_most(tmp_path: Path, harm: str) -> None:
    name, make = HARM[harm]
    (tmp_path / name).write_bytes(make())

    def act() -> str:
        for read in (
            lambda: read_feed(tmp_path / name, whole_blog=False),
            lambda: read_updates(tmp_path / name, timezone="UTC"),
        ):
            try:
                read()
            except HandoverError as error:
                assert error.hint
        return ""

    spent = measured(act)
    assert (spent.said, spent.seconds <= 2 * SECONDS, spent.megabytes <= MEGABYTES) == ("", True, True), spent


@pytest.mark.parametrize("text", [DEEP, REOPENED], ids=["deep", "reopened"])
def test_a_text_made_to_do_harm_keeps_its_words_and_links(tmp_path: Path, text: str) -> None:
    (tmp_path / "medium.zip").write_bytes(story(text))
    (tmp_path / "outbox.json").write_bytes(toots(text))
    post = read_feed(tmp_path / "medium.zip", whole_blog=False).posts[0]
    update = read_updates(tmp_path / "outbox.json", timezone="UTC").items[0]
    for read in (post.text, update.text):
        assert read.startswith("Bread.")
        assert read.count("Read") == text.count("Read")
    if "href" in text:
        assert (post.syndication, update.links) == (("https://blog.example/a",), ("https://blog.example/a",))


def test_an_external_entity_reads_no_file(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret words")
    head = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]>'
    (tmp_path / "feed.xml").write_text(head + RSS.format("&x;"))
    (tmp_path / "u.xlsx").write_bytes(in_xlsx(head, "&x;"))
    told = ""
    for read in (
        lambda: read_feed(tmp_path / "feed.xml"),
        lambda: read_updates(tmp_path / "u.xlsx", timezone="UTC"),
    ):
        try:
            told += repr(read())
        except HandoverError as error:
            told += str(error)
    assert "secret words" not in told


def test_a_name_that_climbs_out_of_its_zip_writes_nothing_there(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    names = ("../out.csv", "/out.csv", "C:\\out.csv", "..\\out.csv", "a/../../out.csv")
    rows = {name: f"Caption,Network\nBread number {n} is ready,x\n".encode() for n, name in enumerate(names)}
    (folder / "u.zip").write_bytes(zip_of(rows))
    found = read_updates(folder / "u.zip", timezone="UTC")
    assert len(found.items) == len(names)
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["in", "u.zip"]


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://a.example/x", "javascript:alert(1)"])
def test_an_address_in_a_feed_that_is_none_of_the_web_is_dropped(tmp_path: Path, address: str) -> None:
    item = {"id": "1", "title": "Bread", "url": address, "image": address}
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "B", "next_url": address, "items": [item]}
    (tmp_path / "feed.json").write_text(json.dumps(feed))
    post = read_feed(tmp_path / "feed.json").posts[0]
    assert (post.permalink, post.image) == ("", "")


def test_of_a_huge_cell_no_more_is_looked_at_than_tells_a_header(tmp_path: Path) -> None:
    """Thirty formats ask every cell of the first rows whether it is a header of theirs."""

    class Counted(str):
        looked = 0

        def __getitem__(self, at: Any) -> str:
            found = super().__getitem__(at)
            Counted.looked += len(found)
            return found

        def split(self, *args: Any) -> Any:
            pytest.fail("all of it was looked at")

        casefold = strip = split

    huge = Counted("fresh bread " * 100_000)
    assert header_of([huge, "Network"]) >= {"network"}
    sheet = SheetRows("Sheet", [[huge, "Network"]] * 8)
    assert recognised([sheet]) == {}
    assert 0 < Counted.looked < 1_000 * 40
