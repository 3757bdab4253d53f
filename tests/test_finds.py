"""What fuzzing found once, each with the bytes that brought it out: it must stay mended."""

import dataclasses
import io
import logging
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from handover.errors import HandoverError, TemplateError, UnknownFormatError
from handover.model import Post, Update
from handover.pair import pair_updates
from handover.read import read_feed, read_updates
from handover.read.feeds import page
from handover.read.source import from_bytes
from handover.text.length import length
from handover.text.same_text import telling
from handover.write.docx.package import read_package
from handover.write.docx.source import read_source
from tests.farm import Asked, Reply, served, sites
from tests.fuzz import MEGABYTES, SECONDS
from tests.measure import can_measure, measured

TEMPLATE = Path(__file__).parent.parent / "handover" / "templates" / "handover.docx"


NO_ADDRESS = (
    '<a href="https://[bad/feed">x</a>',
    '<base href="//[bad"><a href="/feed/">x</a>',
    '<link rel="alternate" type="application/rss+xml" href="http://[">',
)
PARTS = (
    *("[Content_Types].xml", "_rels/.rels", "docProps/core.xml"),
    *("word/styles.xml", "word/settings.xml", "word/_rels/document.xml.rels"),
)


@pytest.mark.parametrize("tag", NO_ADDRESS)
def test_a_page_with_an_address_that_is_none_is_a_page(tag: str) -> None:
    with pytest.raises(UnknownFormatError, match="web page"):
        page.parse(from_bytes(f"<html>{tag}</html>".encode(), "x.html"), "https://blog.example/")


@pytest.mark.parametrize("headers", [{"link": '<http://[bad/wp-json/>; rel="https://api.w.org/"'},
                                     {"x-wp-total": "²"}, {"x-wp-totalpages": "²"},
                                     {"x-wp-totalpages": "9" * 5_000}])  # fmt: skip
def test_a_header_that_makes_no_sense_ends_the_walk_and_nothing_else(
    tmp_path: Path, headers: dict[str, str]
) -> None:
    site = sites.wordpress(30, rest=True)

    def answer(asked: Asked) -> Reply:
        reply = site(asked)
        told = {name: value for name, value in reply.headers.items() if name.lower() not in headers}
        sent = {name: value.encode().decode("latin-1") for name, value in headers.items()}
        return dataclasses.replace(reply, headers={**told, **sent})

    with served(answer) as farm:
        feed = read_feed(f"{farm.url}/feed/", pause=0, cache=tmp_path)
    assert len(feed.posts) >= 10


def test_a_password_in_the_feeds_address_is_sent_and_never_shown_or_kept(tmp_path: Path) -> None:
    site = sites.wordpress(12)

    def answer(asked: Asked) -> Reply:
        if not asked.headers.get("authorization"):
            return Reply(status=401)
        reply = site(asked)
        relative = reply.body.replace(f"<link>{asked.root}".encode(), b"<link>")
        return dataclasses.replace(reply, body=relative)

    with served(answer) as farm:
        root = farm.url.replace("http://", "http://ada:s3cret%21@")
        feed = read_feed(f"{root}/feed/", pause=0, cache=tmp_path / "cache")
        with pytest.raises(HandoverError) as error:
            read_feed(f"{root}/nowhere/", pause=0, cache=tmp_path / "cache")
    assert len(feed.posts) == 12
    assert "s3cret" not in f"{feed!r}{error.value}{error.value.hint}{error.value.__dict__}"
    kept = [p.read_bytes() for p in (tmp_path / "cache").rglob("*") if p.is_file()]
    assert not any(b"s3cret" in data for data in kept)


@pytest.mark.parametrize("name", ["u.zip", "u.xlsx", "u.csv"])
def test_a_zip_whose_names_are_no_text_is_told(tmp_path: Path, name: str) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("é.csv", "Text,Network\nhello,x\n")
    (tmp_path / name).write_bytes(packed.getvalue().replace("é".encode(), b"\x98\xa9"))
    for read in (read_updates, read_feed):
        with pytest.raises(HandoverError) as error:
            read(tmp_path / name)
        assert error.value.hint


def test_no_line_of_the_log_holds_a_login(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    site = sites.wordpress(23)
    with served(lambda asked: Reply(status=503) if asked.number == 1 else site(asked)) as farm:
        root = farm.url.replace("http://", "http://ada:s3cret%21@")
        feed = read_feed(f"{root}/feed/", pause=0, cache=tmp_path)
    with pytest.raises(HandoverError):
        read_feed(f"{root}/feed/", pause=0, cache=tmp_path / "none")  # nobody listens there any more
    assert len(feed.posts) == 23
    assert caplog.records
    assert "s3cret" not in caplog.text
    assert "YWRhOnMzY3JldC" not in caplog.text  # the same, as it travels


def template(part: str, edit: Callable[[bytes], bytes]) -> bytes:
    """The built-in template with one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(TEMPLATE) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, edit(old.read(name)) if name == part else old.read(name))
    return out.getvalue()


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("edit", [lambda d: d[:-20], lambda d: b"\xff" + d, lambda d: b""], ids=range(3))
def test_a_template_with_one_damaged_part_is_told(part: str, edit: Callable[[bytes], bytes]) -> None:
    with pytest.raises(TemplateError):
        read_source(read_package(template(part, edit), "mine.docx"), "mine.docx")


def test_a_template_that_does_not_say_which_part_is_the_document_is_read_all_the_same() -> None:
    data = template("_rels/.rels", lambda d: d.replace(b'/officeDocument"', b'/unknown"'))
    assert read_source(read_package(data, "mine.docx"), "mine.docx").main.name == "word/document.xml"


def test_a_template_whose_packing_is_damaged_is_told() -> None:
    data = bytearray(TEMPLATE.read_bytes())
    for at in range(200, len(data) - 3000, 97):
        data[at] ^= 0xFF
    with pytest.raises(TemplateError):
        read_source(read_package(bytes(data), "mine.docx"), "mine.docx")


# Texts that once took the square of their length, or more: a sign, and what is repeated behind it.
HUGE = {
    "dashes": ("", "-"),
    "dashed": ("", "a-"),
    "a host without end": ("", "a."),
    "a handle without end": ("@", "a"),
    "flags": ("", "🇪🇸"),
    "handles": ("", "@a"),
    "days": ("", "1.1."),
    "Japanese": ("", "焙煎"),
    "links": ("", "https://blog.example/ "),
}


@pytest.mark.skipif(not can_measure, reason="needs fork, which Windows does not have")
@pytest.mark.parametrize("kind", HUGE)
def test_a_huge_text_takes_two_seconds_and_256_mb_at_most(kind: str) -> None:
    sign, again = HUGE[kind]
    text = sign + again * (20_000 // len(again))

    def act() -> str:
        for network in ("x", "mastodon", "bluesky", "threads"):
            assert length(text, network) > 0
        update = Update(text=f"{text} https://blog.example/1")
        assert telling(update)
        posts = [Post(id=str(n), title=f"Hello {text[: 3_000 + n]}", text=text) for n in range(2)]
        pair_updates(posts, [update, Update(text=text)])
        return ""

    spent = measured(act)
    assert (spent.said, spent.seconds <= SECONDS, spent.megabytes <= MEGABYTES) == ("", True, True), spent
