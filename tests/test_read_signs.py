"""No sign says no where the reader says yes; and it is the reader that is asked last."""

from pathlib import Path

import pytest

from handover.errors import SourceError
from handover.read import FEED_FORMATS, UPDATE_FORMATS
from handover.read.blog import FeedFormat
from handover.read.search import ArchiveFormat, UpdateFormat
from handover.read.source import Source, from_bytes, open_source
from handover.read.updates.tables.header.layout import Layout

DATA = Path(__file__).parent / "data"
FILES = sorted(path for path in DATA.rglob("*") if path.is_file())
FOLDERS = sorted(path for path in DATA.rglob("*") if path.is_dir())
HEADS = (  # as files of some make begin, however they are spelt
    b"\xef\xbb\xbf  \n{",
    b"\xff\xfe{\0",
    b"\0{",
    b" [",
    b"<?xml version='1.0'?><RSS ",
    b"<FEED ",
    b"\xef\xbb\xbf<!DOCTYPE html>",
    b"<Body>",
    b"https://a.example/1\nhttps://a.example/2\n",
    b"<sm:urlset >",
    b"PK\x03\x04",
    b"",
)


def check(rows: tuple[FeedFormat | UpdateFormat, ...], source: Source) -> None:
    for row in rows:
        try:
            accepted = row.reader.accepts(source)
        except SourceError:
            continue
        assert row.accepts(source) == accepted, row.name


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(DATA).as_posix())
def test_no_sign_hides_a_file_from_its_reader(path: Path) -> None:
    source = open_source(path)
    check(UPDATE_FORMATS, source)
    if not source.is_container:
        check(FEED_FORMATS, source)


@pytest.mark.parametrize("path", FOLDERS, ids=lambda path: path.relative_to(DATA).as_posix())
def test_no_sign_hides_a_folder_from_its_reader(path: Path) -> None:
    source = open_source(path)
    check(tuple(row for row in FEED_FORMATS if row.is_bundle), source)
    files = source.files
    for row in UPDATE_FORMATS:
        if row.gathers:
            assert isinstance(row.reader, ArchiveFormat)
            assert row.gather(files) == row.reader.gather(files)


@pytest.mark.parametrize("head", HEADS, ids=repr)
def test_no_sign_hides_what_only_begins_like_a_format(head: bytes) -> None:
    signs = (
        b'"data":{"db":1,"meta":2},"items":[],"feed_url":1,"website":{"baseUrl":1},"date_gmt":1,"rendered":1'
    )
    more = (
        b"",
        b">x",
        signs,
        b"post_id,is_published\n",
        b"wordpress.org/export/ schemas.google.com/blogger/2018",
    )
    for name in ("a.csv", "a.xml", "a.json", "a.js", "a.htm"):
        for end in more:
            source = from_bytes(head + end, name)
            check(FEED_FORMATS, source)
            check(UPDATE_FORMATS, source)


@pytest.mark.parametrize("row", UPDATE_FORMATS, ids=lambda row: row.name)
def test_each_layout_has_a_header_that_is_a_sign_of_its_format(row: UpdateFormat) -> None:
    for layout in vars(row.reader).values():
        for proof in layout.proof if isinstance(layout, Layout) else ():
            table = ",".join(sorted(proof)) + "\n" + ",".join("x" for _ in proof) + "\n"
            source = from_bytes(table.encode(), "a.csv")
            assert row.may_be(source), proof


def test_a_row_says_whether_its_reader_gathers() -> None:
    assert [row.name for row in UPDATE_FORMATS if row.gathers != isinstance(row.reader, ArchiveFormat)] == []
