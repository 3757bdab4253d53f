"""Pages that were read already: whole, of the right walk, and never a reason to fail."""

import os
import random
import stat
import sys

import pytest

from handover.read.cache import IDLE, KEPT_BLOGS, ROOM, PageCache
from tests.weeks import a_week_later

BLOG = "https://kitchen.example/feed/"


@pytest.fixture
def cache(tmp_path):
    return PageCache.of(BLOG, tmp_path)


def keep(cache, address="https://kitchen.example/feed/?paged=2", body=b"<rss/>", **headers):
    cache.keep(address, address, headers, body)
    return address


def test_a_page_comes_back_as_it_was(cache):
    address = keep(cache, body=b"line\nline\0\xff", etag='"a"')
    stored = cache.find(address)
    assert (stored.body, stored.final, stored.current) == (b"line\nline\0\xff", address, True)
    assert stored.validators == {"If-None-Match": '"a"'}


def test_a_page_that_was_never_read_is_not_there(cache):
    assert cache.find("https://kitchen.example/other") is None


def test_the_next_walk_asks_before_it_uses_a_page(cache, tmp_path):
    address = keep(cache, **{"last-modified": "Thu, 01 Jan 2015 10:00:00 GMT"})
    cache.finish()
    later = PageCache.of(BLOG, tmp_path)
    assert not later.resumed
    assert not later.find(address).current
    assert "If-Modified-Since" in later.find(address).validators


def test_a_walk_that_did_not_end_is_gone_on_with(cache, tmp_path):
    address = keep(cache)
    later = PageCache.of(BLOG, tmp_path)
    assert later.resumed
    assert later.find(address).current


def test_pages_that_a_walk_no_longer_met_are_removed_at_its_end(cache, tmp_path):
    old = keep(cache, "https://kitchen.example/feed/?paged=9")
    cache.finish()
    later = PageCache.of(BLOG, tmp_path)
    fresh = keep(later)
    later.finish()
    assert later.find(old) is None
    assert later.find(fresh) is not None


@pytest.mark.parametrize("damage", [b"", b"{}", b"not json\n<rss/>", b'{"address": 1}\n'])
def test_a_damaged_page_is_no_page(cache, damage):
    address = keep(cache)
    (page,) = (path for path in cache.folder.iterdir() if path.name != "walk.json")
    page.write_bytes(damage)
    assert cache.find(address) is None


def test_a_page_that_was_cut_off_is_no_page(cache):
    address = keep(cache, body=b"a whole page")
    (page,) = (path for path in cache.folder.iterdir() if path.name != "walk.json")
    page.write_bytes(page.read_bytes()[:-1])
    assert cache.find(address) is None


def test_a_dropped_page_is_asked_for_again(cache):
    address = keep(cache)
    cache.drop(address)
    assert cache.find(address) is None
    cache.drop(address)


def test_a_damaged_journal_begins_a_new_walk(cache, tmp_path):
    (cache.folder / "walk.json").write_bytes(b"\0\0")
    assert not PageCache.of(BLOG, tmp_path).resumed


def test_two_blogs_do_not_meet(cache, tmp_path):
    address = keep(cache)
    assert PageCache.of("https://other.example/", tmp_path).find(address) is None


def test_the_cache_keeps_the_newest_blogs_only(tmp_path):
    for number in range(KEPT_BLOGS + 5):
        PageCache.of(f"https://blog-{number}.example/", tmp_path)
    assert len(list(tmp_path.iterdir())) <= KEPT_BLOGS + 1


def test_without_a_place_nothing_is_kept_and_nothing_fails(tmp_path):
    taken = tmp_path / "file"
    taken.write_text("x")
    cache = PageCache.of(BLOG, taken)
    assert cache.find(keep(cache)) is None
    cache.finish()


def test_a_walk_cut_off_more_than_a_week_ago_asks_before_it_uses_a_page(cache, tmp_path, monkeypatch):
    address = keep(cache, etag='"a"')
    a_week_later(monkeypatch)
    later = PageCache.of(BLOG, tmp_path).find(address)
    assert (later.current, later.validators) == (False, {"If-None-Match": '"a"'})


def test_fresh_takes_nothing_of_earlier_walks(cache, tmp_path):
    address = keep(cache, etag='"a"')
    cache.remember(b"whole")
    cache.finish()
    later = PageCache.of(BLOG, tmp_path, fresh=True)
    assert (later.find(address), later.recall(), later.resumed) == (None, b"", False)


def test_what_a_walk_brought_stays_for_the_next(cache, tmp_path):
    page = keep(cache)
    cache.remember(b"whole")
    cache.finish()
    later = PageCache.of(BLOG, tmp_path)
    later.finish(tidy=False)
    assert (later.recall(), later.find(page).body) == (b"whole", b"<rss/>")


def test_a_blog_takes_no_more_than_its_room(cache, monkeypatch):
    monkeypatch.setattr("handover.read.cache.ROOM", 40_000)
    noise = random.Random(1)
    for number in range(5):
        keep(cache, f"https://kitchen.example/{number}", noise.randbytes(9_000))
    cache.remember(noise.randbytes(9_000))
    assert sum(path.stat().st_size for path in cache.folder.iterdir()) <= 40_000 + 1_000
    assert ROOM * KEPT_BLOGS <= 2 * 1024**3


def test_a_blog_nobody_asked_for_in_two_months_is_forgotten(cache, tmp_path):
    long_ago = cache.folder.stat().st_mtime - IDLE - 60
    os.utime(cache.folder, (long_ago, long_ago))
    PageCache.of("https://other.example/", tmp_path)
    assert not cache.folder.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in its own way")
def test_the_folder_is_for_its_owner_alone_and_names_no_blog(cache):
    keep(cache)
    assert stat.S_IMODE(cache.folder.stat().st_mode) == 0o700
    assert "kitchen" not in "".join(path.name for path in (cache.folder, *cache.folder.iterdir()))
