"""`handover app`: another face of the same build, over the same files."""

import html
import re
import shutil
import threading
import zipfile
from pathlib import Path

import openpyxl
import pytest

from handover import build_handover
from handover.details import gather, read_details
from tests.served import Served, served

SAMPLES = Path(__file__).parent.parent / "sample_data"
UPDATE = r'name="update" value="(\w+)"'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "client"
    place.mkdir()
    return place


@pytest.fixture
def app(folder: Path):
    with served(folder) as app:
        yield app


def given(app: Served, *names: str) -> None:
    app.settled()
    app.upload(*(SAMPLES / name for name in names))
    assert app.settled()["failed"] is None


def test_from_nothing_to_the_files(app: Served, folder: Path) -> None:
    given(app, "feed.xml", "updates.xlsx", "mastodon-archive.zip")
    page = app.get("/")
    assert "Tern &amp; Tide Coffee" in page and "12 posts" in page
    assert "sheet kept by hand: 36 updates" in page and "Mastodon: 5 updates" in page
    assert "1 followers-only or direct post left out." in page
    details = read_details(folder)
    assert details.client.feed == "for-you/given/feed.xml"
    assert details.content.updates == ("for-you/given/updates.xlsx", "for-you/given/mastodon-archive.zip")
    app.post("/build", data={"format": ["xlsx", "docx"]})
    app.settled()
    built = {path.name for path in folder.iterdir()}
    assert {"tern-tide-coffee-content-library.xlsx", "tern-tide-coffee-handover.docx"} <= built
    packed = app.ask("GET", "/to-send.zip").content
    (folder.parent / "sent.zip").write_bytes(packed)
    assert set(zipfile.ZipFile(folder.parent / "sent.zip").namelist()) == built - {
        "for-you",
        "handover.toml",
        ".handover.json",
    }


def test_what_is_decided_is_in_the_working_copy_and_the_command_line_builds_the_same(
    app: Served, folder: Path
) -> None:
    given(app, "feed.xml", "updates.xlsx")
    (key, alone, *_) = app.keys("/pairs", UPDATE)
    post = app.keys("/pairs", rf'value="{key}">(?:.|\n)*?name="post" value="(\w+)"')[0]
    card = app.post("/decide", data={"update": key, "post": post}, headers={"Accept": "text/x-card"}).text
    assert 'aria-pressed="true"' in card
    app.post("/decide", data={"update": alone, "post": "-"})
    app.settled()
    details = read_details(folder)
    copy = "for-you/tern-tide-coffee-working-copy.xlsx"
    assert details.content.updates == ("for-you/given/updates.xlsx", copy)
    assert key not in app.keys("/pairs", UPDATE) and alone not in app.keys("/pairs", UPDATE)
    app.post("/build", data={"format": ["xlsx", "docx"]})
    app.settled()
    place, updates, told = gather(None, (), folder / "handover.toml")
    other = build_handover(place, updates, details=told, out_dir=folder.parent / "other")
    assert all((folder / path.name).read_bytes() == path.read_bytes() for path in other.files.values())
    assert sum(pair.reason == "The workbook says so." for pair in other.pairs) == 1
    assert sum(item.update.placed == () for item in other.unpaired) == 1


def test_closing_and_excel_in_between_lose_nothing(folder: Path) -> None:
    with served(folder) as app:
        given(app, "feed.xml", "updates.xlsx")
        open_ = app.keys("/pairs", UPDATE)
        post = app.keys("/pairs", r'name="post" value="(\w+)"')[0]
        app.post("/decide", data={"update": open_[0], "post": post})  # and closed at once
    copy = next((folder / "for-you").glob("*-working-copy.xlsx"))
    book = openpyxl.load_workbook(copy)
    row = next(row for row in book["Updates"].iter_rows(min_row=2) if row[5].value)
    row[5].value = "Changed in Excel."
    book.save(copy)
    with served(folder) as app:
        app.settled()
        assert app.keys("/pairs", UPDATE) == open_[1:]
        app.post("/decide", data={"update": open_[1], "post": "-"})
        app.settled()
    rows = openpyxl.load_workbook(copy)["Updates"].iter_rows(min_row=2, values_only=True)
    assert "Changed in Excel." in [row[5] for row in rows]
    assert len(list((folder / "for-you").glob("*(edited *).xlsx"))) == 1


def test_the_lasting_ones_that_the_runway_counts_are_told_apart(app: Served, folder: Path) -> None:
    given(app, "feed.xml", "updates.xlsx")
    counted = build_handover(
        SAMPLES / "feed.xml", SAMPLES / "updates.xlsx", out_dir=folder.parent / "o"
    ).runway
    page = app.get("/again?of=lasting")
    listed = int(re.search(r"Lasting \((\d+)\)", page)[1])
    assert counted and 0 < counted.lasting < listed
    assert f"{counted.lasting} of the lasting ones were published and belong to a post" in page


def test_an_update_is_taken_off_a_post_and_put_with_any_other(app: Served) -> None:
    given(app, "feed.xml", "updates.xlsx")
    post = app.keys("/pairs", r'href="/posts/(\w+)"')[0]
    (key, *others) = app.keys(f"/posts/{post}", UPDATE)
    app.post("/decide", data={"update": key, "off": post})
    app.settled()
    assert app.keys(f"/posts/{post}", UPDATE) == others
    wanted = app.keys(f"/updates/{key}?q=descale", r'name="post" value="(\w+)"')[0]
    app.post("/decide", data={"update": key, "post": wanted})
    app.settled()
    assert key in app.keys(f"/posts/{wanted}", UPDATE)


def test_two_tabs_and_two_apps_see_what_the_other_decided(folder: Path) -> None:
    with served(folder) as one, served(folder) as two:
        given(one, "feed.xml", "updates.xlsx")
        two.get("/")
        two.settled()
        (first, second, *_) = two.keys("/pairs", UPDATE)
        one.post("/decide", data={"update": first, "post": "-"})
        one.settled()
        two.post("/decide", data={"update": second, "post": "-"})
        two.settled()
        one.get("/")
        one.settled()
        assert not {first, second} & set(one.keys("/pairs", UPDATE))
        assert one.session.cookies.keys() != two.session.cookies.keys()


def test_what_cannot_be_read_is_told_and_can_be_taken_away(app: Served, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.docx").write_bytes(b"Dear diary")
    app.settled()
    app.upload(tmp_path / "notes.docx")
    app.settled()
    assert "notes.docx is a document." in app.get("/")
    app.post("/forget", data={"told": "for-you/given/notes.docx"})
    app.settled()
    assert "notes.docx" not in app.get("/")
    assert list((folder / "for-you" / "given").iterdir()) == []


def test_a_build_can_be_stopped_and_leaves_nothing(app: Served, folder: Path, monkeypatch) -> None:
    given(app, "feed.xml", "updates.xlsx")
    from handover.app import desk

    begun, go_on = threading.Event(), threading.Event()
    build = desk.build_handover

    def slow(*args, progress, **more):
        progress("feed", 0, None)
        begun.set()
        go_on.wait(30)
        return build(*args, progress=progress, **more)

    monkeypatch.setattr(desk, "build_handover", slow)
    app.post("/build", data={"format": ["xlsx"]}, allow_redirects=False)
    begun.wait(30)
    assert "Reading the blog" in app.get("/build")
    app.post("/stop")
    go_on.set()
    assert app.settled()["stopped"]
    assert "Stopped. Nothing was written." in app.get("/build")
    assert {path.name for path in folder.iterdir()} == {"for-you", "handover.toml"}


def test_an_unknown_sheet_shows_its_first_rows_and_asks_for_its_columns(app: Served, folder: Path) -> None:
    sheet = folder.parent / "plan.csv"
    rows = "".join(f"2026-03-0{n};Ana;A text long enough to be posted, number {n}\n" for n in range(1, 5))
    sheet.write_text(f"Wann;Wer;Was\n{rows}")
    app.settled()
    app.upload(SAMPLES / "feed.xml", sheet)
    app.settled()
    page = app.get("/")
    assert "A text long enough to be posted, number 3" in page and "Say which is what" in page
    assert page.count(" selected") == 2  # the text and the date are guessed
    app.post("/columns", data={"told": "for-you/given/plan.csv", "column-2": "text", "column-0": "posted_at"})
    app.settled()
    assert "sheet kept by hand: 4 updates" in app.get("/")
    assert read_details(folder).content.map == {"text": "Was", "posted_at": "Wann"}
    assert "4 updates name no network" in app.get("/")
    app.post("/network", data={"told": "for-you/given/plan.csv", "network": "linkedin"})
    app.settled()
    assert "name no network" not in app.get("/")
    assert read_details(folder).content.network == {"plan.csv": "linkedin"}


def test_a_verdict_is_overruled(app: Served, folder: Path) -> None:
    given(app, "feed.xml", "updates.xlsx")
    key = app.keys("/again?of=lasting", UPDATE)[0]
    card = app.post(
        "/decide", data={"update": key, "lasting": "dated"}, headers={"Accept": "text/x-card"}
    ).text
    assert card.count('aria-pressed="true"') == 1 and "your own word" in card
    app.settled()
    assert key in app.keys("/again?of=dated", UPDATE) and key not in app.keys("/again?of=lasting", UPDATE)
    book = openpyxl.load_workbook(folder / "for-you" / "tern-tide-coffee-working-copy.xlsx")
    assert "your own word" in [row[15] for row in book["Updates"].iter_rows(min_row=2, values_only=True)]


def test_details_are_a_form_of_the_same_file(app: Served, folder: Path) -> None:
    shutil.copy(SAMPLES / "handover.toml", folder)
    before = (folder / "handover.toml").read_text()
    app.settled()
    inputs = dict(re.findall(r'name="([\w.]+)" value="([^"]*)"', app.get("/about")))
    inputs |= {name: html.unescape(value) for name, value in inputs.items()}
    areas = re.findall(r'(?s)<textarea name="(\w+)" rows="3">(.*?)</textarea>', app.get("/about"))
    inputs |= {name: html.unescape(value) for name, value in areas}
    app.post("/about", data=inputs)
    assert (folder / "handover.toml").read_text() == before  # nothing typed, nothing changed
    new = {**inputs, "client.contact": "Bea", "account.3.name": "Bluesky", "account.0.how": ""}
    assert "Kept in handover.toml." in app.post("/about", data=new).text
    details = read_details(folder)
    assert details.client.contact == "Bea" and details.account[3].name == "Bluesky"
    assert details.account[0].how == "" and details.account[0].owner_now and len(details.account) == 4
    assert "# A filled-in example" in (folder / "handover.toml").read_text()
    wrong = app.post("/about", data={**new, "dates.last_day": "soon", "me.name": "typed"})
    assert wrong.status_code == 422 and "last_day" in wrong.text and 'value="typed"' in wrong.text
    secret = app.post("/about", data={**new, "account.0.how": "password: hunter2-Xk9!"})
    assert secret.status_code == 422 and read_details(folder) == details


def test_a_broken_handover_toml_is_told_once_and_read_again_when_it_is_mended(
    app: Served, folder: Path
) -> None:
    app.settled()
    (folder / "handover.toml").write_text("[client\n")
    app.get("/")
    assert "handover.toml cannot be read" in app.settled()["failed"]["text"]
    assert "handover.toml cannot be read" in app.get("/")
    assert not app.settled()["busy"] and app.get("/about")
    shutil.copy(SAMPLES / "feed.xml", folder)
    (folder / "handover.toml").write_text('[client]\nfeed = "feed.xml"\n')
    app.get("/")
    app.settled()
    assert "12 posts" in app.get("/")


def test_reading_can_be_stopped_and_begun_again(app: Served, folder: Path, monkeypatch) -> None:
    from handover.app import desk

    app.settled()
    begun, go_on, read = threading.Event(), threading.Event(), desk.blog_of

    def slow(place, options):
        options.progress("feed", 1, None)
        begun.set()
        go_on.wait(30)
        options.progress("feed", 2, None)
        return read(place, options)

    monkeypatch.setattr(desk, "blog_of", slow)
    app.upload(SAMPLES / "feed.xml")
    begun.wait(30)
    app.post("/stop")
    go_on.set()
    assert app.settled()["stopped"]
    assert "Reading was stopped" in app.get("/") and not app.settled()["busy"]
    app.post("/read")
    app.settled()
    assert "12 posts" in app.get("/")


def test_a_page_that_is_made_while_reading_ends_asks_again(app: Served, folder: Path, monkeypatch) -> None:
    from handover.app import desk
    from handover.app.shown import Shown

    app.settled()
    looked, read, sources = threading.Event(), desk.blog_of, Shown.sources

    def waiting(place, options):
        looked.wait(30)
        return read(place, options)

    def slow(shown):
        found = sources(shown)
        looked.set()
        if work := shown.desk.work:
            work.wait(30)
        return found

    monkeypatch.setattr(desk, "blog_of", waiting)
    monkeypatch.setattr(Shown, "sources", slow)
    form = {"files": [("files", ("feed.xml", (SAMPLES / "feed.xml").read_bytes()))]}
    assert app.post("/upload", **form, allow_redirects=False).status_code == 303
    page = app.get("/")
    assert "12 posts" in page or 'id="working"' in page
    assert "12 posts" in app.get("/")
