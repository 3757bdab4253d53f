"""Pages that were read already: whole, of the right walk, and never a reason to fail."""

import pytest

from handover.read.cache import KEPT_BLOGS, PageCache

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
