"""Mistakes of the address bar are understood, or named as what they are."""

from pathlib import Path

import pytest

from handover import build_handover
from handover.errors import HandoverError
from handover.read import read_feed
from handover.urls.typed import spelt_out
from tests.farm import served, sites

RSS = "<rss version='2.0'><channel><title>Tern</title><link>https://tern.example/</link>{}</channel></rss>"
ITEM = "<item><title>{0}</title><link>https://tern.example/{0}</link></item>"


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    path = tmp_path / "feed.xml"
    path.write_text(RSS.format(ITEM.format("tea") + ITEM.format("cake")), encoding="utf-8")
    return path


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "updates.csv"
    rows = "".join(f"2024-03-0{n},Words of {n} https://else.example/{n}\n" for n in range(1, 5))
    path.write_text(f"Date,Text\n{rows}", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ternandtide.example", "https://ternandtide.example"),
        ("www.tern.example/blog/", "https://www.tern.example/blog/"),
        ("bäcker.example?x=1", "https://bäcker.example?x=1"),
        ("tern.blog", "https://tern.blog"),
        ("127.0.0.1:8000/feed/", "https://127.0.0.1:8000/feed/"),
        ("feed.xml", ""),
        ("my updates.csv", ""),
        ("folder/feed", ""),
        ("https://tern.example", ""),
        ("export.wordpress.2024-01-01.xml", ""),
        ("tern", ""),
    ],
)
def test_an_address_is_known_without_its_scheme_and_a_file_is_none(typed, meant):
    assert spelt_out(typed) == meant


def test_a_blog_is_read_without_its_scheme_also_where_it_has_no_certificate(tmp_path):
    with served(sites.wordpress(3)) as farm:
        feed = read_feed(farm.url.removeprefix("http://") + "/feed/", pause=0, cache=tmp_path)
    assert len(feed.posts) == 3


def test_a_file_of_that_name_is_the_file(tmp_path, monkeypatch, blog):
    monkeypatch.chdir(tmp_path)
    blog.rename(tmp_path / "tern.example")
    assert len(read_feed("tern.example").posts) == 2


@pytest.mark.parametrize(
    "address", ["https://www.linkedin.com/company/tern", "instagram.com/tern", "https://x.com/tern"]
)
def test_a_profile_is_no_blog(address):
    with pytest.raises(HandoverError, match="is an address on") as error:
        read_feed(address, pause=0)
    assert "address of the blog" in error.value.hint


def test_blog_and_updates_in_each_others_place_are_named(tmp_path, blog, sheet):
    for given in (str(blog), [str(blog)], "https://tern.example/feed/", "tern.example"):
        with pytest.raises(HandoverError, match="looks like the blog") as error:
            build_handover(sheet, given, out_dir=tmp_path / "out")
        assert str(sheet) in error.value.hint
    with pytest.raises(HandoverError) as error:
        build_handover(tmp_path / "none.xml", sheet, out_dir=tmp_path / "out")
    assert "looks like the blog" not in error.value.message


def test_the_wrong_blog_is_doubted_on_the_second_line(tmp_path, blog, sheet):
    lines = str(build_handover(blog, sheet, out_dir=tmp_path / "out")).splitlines()
    assert lines[1] == (
        "None of the 4 updates belongs to a post of this blog: is https://tern.example/ the right one?"
    )
    sheet.write_text(
        "Date,Text\n2024-03-01,Words https://tern.example/tea\n2024-03-02,Other\n2024-03-03,More\n"
    )
    lines = str(build_handover(blog, sheet, out_dir=tmp_path / "other")).splitlines()
    assert not any("right one" in line for line in lines)
