"""The whole blog, whatever the platform: every post once, the right verdict, few requests."""

import subprocess
import sys

import pytest

from handover.read import read_feed
from tests.farm import Asked, Reply, served, sites
from tests.farm.posts import entries, json_feed
from tests.weeks import a_week_later

# name -> site, address, posts that can be had, verdict, pages it takes
MODELS = {
    "WordPress, paged": (sites.wordpress(137), "/feed/", 137, "walked", 14),
    "WordPress with REST": (sites.wordpress(437, rest=True), "/feed/", 437, "proved", 6),
    "WordPress that ignores paged": (sites.wordpress(50, ignores_paged=True), "/feed/", 10, "newest_only", 1),
    "WordPress, 404 is a web page": (sites.wordpress(30, feed_in_404=False), "/feed/", 30, "walked", 3),
    "WordPress, a web page past the end": (
        sites.wordpress(30, feed_in_404=False, beyond=200),
        "/feed/",
        30,
        "walked",
        3,
    ),
    "WordPress, an empty feed past the end": (sites.wordpress(9, beyond=200), "/feed/", 9, "walked", 1),
    "WordPress with one page": (sites.wordpress(7), "/feed/", 7, "walked", 1),
    "FeedBurner loop": (sites.feedburner_loop(40), "/feed/", 10, "newest_only", 1),
    "Blogger, 25 a page": (sites.blogger(130, 25), "/feeds/posts/default", 130, "proved", 6),
    "Blogger, 100 a page": (sites.blogger(430, 100), "/feeds/posts/default", 430, "proved", 6),
    "Blogger, 150 a page": (sites.blogger(430, 150), "/feeds/posts/default", 430, "proved", 4),
    "Ghost 2": (sites.old_ghost(100), "/rss/", 100, "walked", 7),
    "Ghost 2 with one page": (sites.old_ghost(9), "/rss/", 9, "walked", 1),
    "Ghost 5": (sites.new_ghost(60), "/rss/", 15, "newest_only", 1),
    "Ghost 5 with few posts": (sites.new_ghost(8), "/rss/", 8, "walked", 1),
    "Squarespace": (sites.squarespace(87), "/?format=rss", 87, "walked", 6),
    "Tumblr": (sites.tumblr(230), "/rss", 230, "proved", 6),
    "Substack": (sites.substack(130), "/feed", 130, "walked", 4),
    "JSON Feed": (sites.json_pages(120), "/feed.json", 120, "walked", 5),
    "RFC 5005, archived": (sites.archived(90), "/atom", 90, "walked", 5),
    "RFC 5005, paged": (sites.archived(90, rel="next"), "/atom", 90, "walked", 5),
    "RFC 5005, names itself": (sites.archived(90, loops=True), "/atom", 20, "newest_only", 1),
    "RFC 5005, complete": (sites.complete(64), "/atom", 64, "proved", 1),
    "Hugo": (sites.static(40), "/index.xml", 10, "newest_only", 1),
    "unknown, ?paged=": (sites.unknown(50, "paged"), "/rss.xml", 50, "walked", 5),
    "unknown, ?page= from 0": (sites.unknown(50, "page", first=0), "/rss.xml", 50, "walked", 5),
    "unknown, ?page=": (sites.unknown(50, "page"), "/rss.xml", 50, "walked", 5),
    "unknown, fails in mid-walk": (
        sites.failing(sites.unknown(50, "paged"), 4),
        "/rss.xml",
        36,
        "newest_only",
        7,
    ),
    "a web page in mid-walk": (sites.challenging(sites.wordpress(60), 5), "/feed/", 40, "newest_only", 5),
    "a web page in mid-walk of links": (sites.challenging(sites.archived(90), 3), "/a", 40, "newest_only", 3),
    "unknown, no pages": (sites.unknown(50, "nothing"), "/rss.xml", 12, "newest_only", 1),
    "a post published in mid-walk": (sites.wordpress(45, published_at=3), "/feed/", 46, "walked", 5),
    "429 in mid-walk": (sites.impatient(sites.wordpress(95), 5), "/feed/", 95, "walked", 12),
    "drops every third connection": (sites.dropping(sites.wordpress(60)), "/feed/", 60, "walked", 10),
    "gzip": (sites.packed(sites.wordpress(25)), "/feed/", 25, "walked", 3),
}


@pytest.mark.parametrize("name", MODELS)
def test_every_post_that_can_be_had_comes_once_with_the_right_verdict(name, tmp_path):
    site, path, count, extent, pages = MODELS[name]
    with served(site) as farm:
        feed = read_feed(farm.url + path, pause=0, cache=tmp_path)
    assert len(feed.posts) == count
    assert len({post.permalink for post in feed.posts}) == count
    assert len({post.id for post in feed.posts}) == count
    assert (feed.extent, bool(feed.extent_reason)) == (extent, True), feed.extent_reason
    assert len(farm.asked) <= pages + 3, farm.asked
    assert not feed.skipped


@pytest.mark.parametrize(
    ("site", "path", "pages", "extent"),
    [
        (sites.wordpress(10_000, size=50), "/feed/", 200, "walked"),
        (sites.wordpress(10_000, rest=True), "/feed/", 101, "proved"),
        (sites.blogger(10_000, 150), "/feeds/posts/default", 68, "proved"),
        (sites.json_pages(10_000, 100), "/feed.json", 100, "walked"),
    ],
    ids=["WordPress", "WordPress with REST", "Blogger", "JSON Feed"],
)
def test_ten_thousand_posts_come_whole(site, path, pages, extent, tmp_path):
    with served(site) as farm:
        feed = read_feed(farm.url + path, pause=0, cache=tmp_path)
    assert len({post.permalink for post in feed.posts}) == len(feed.posts) == 10_000
    assert feed.extent == extent
    assert len(farm.asked) <= pages + 3


def test_only_what_the_address_lists_is_read_when_the_whole_blog_is_not_wanted(tmp_path):
    with served(sites.wordpress(40)) as farm:
        feed = read_feed(farm.url + "/feed/", whole_blog=False, pause=0, cache=tmp_path)
    assert (len(feed.posts), feed.extent, len(farm.asked)) == (10, "as_given", 1)


def test_a_walk_that_breaks_keeps_its_posts_and_names_the_page(tmp_path):
    with served(sites.failing(sites.wordpress(90), after=6)) as farm:
        feed = read_feed(farm.url + "/feed/", pause=0, cache=tmp_path)
    assert len(feed.posts) == 40
    assert feed.extent == "newest_only"
    assert "paged=5" in feed.extent_reason
    assert "500" in feed.extent_reason
    notice = next(n for n in feed.notices if "not read to its end" in n.text)
    assert "Run the same command again" in notice.hint


def test_the_next_run_goes_on_where_a_broken_walk_ended(tmp_path):
    state = {"down": True}
    whole, broken = sites.wordpress(90), sites.failing(sites.wordpress(90), after=6)
    with served(lambda asked: (broken if state["down"] else whole)(asked)) as farm:
        read_feed(farm.url + "/feed/", pause=0, cache=tmp_path)
        state["down"] = False
        farm.asked.clear()
        feed = read_feed(farm.url + "/feed/", pause=0, cache=tmp_path)
    assert (len(feed.posts), feed.extent) == (90, "walked")
    asked = [asked.query.get("paged") for asked in farm.asked if asked.path == "/feed/"]
    assert asked == [None, "5", "6", "7", "8", "9", "10"]


def test_a_page_that_was_no_feed_is_asked_for_again(tmp_path):
    with served(sites.challenging(sites.wordpress(60), 5)) as farm:
        assert read_feed(farm.url + "/feed/", pause=0, cache=tmp_path).extent == "newest_only"
        feed = read_feed(farm.url + "/feed/", pause=0, cache=tmp_path)
    assert (len(feed.posts), feed.extent) == (60, "walked")


def test_a_killed_run_is_taken_up_where_it_was(tmp_path):
    code = (
        "import sys; from handover.read import read_feed; read_feed(sys.argv[1], pause=0, cache=sys.argv[2])"
    )
    inner, child = sites.wordpress(90), []

    def site(asked: Asked):
        if child and asked.number == 6:
            child[0].kill()
            child[0].wait()
        return inner(asked)

    with served(site) as farm:
        child.append(subprocess.Popen([sys.executable, "-c", code, farm.url + "/feed/", str(tmp_path)]))
        assert child[0].wait(timeout=60) != 0
        child.clear()
        farm.asked.clear()
        feed = read_feed(farm.url + "/feed/", pause=0, cache=tmp_path)
    assert (len(feed.posts), feed.extent) == (90, "walked")
    assert len(farm.asked) < 9


def test_a_blog_that_changed_since_the_broken_walk_is_read_anew(tmp_path):
    count = {"posts": 60}
    broken = sites.failing(sites.wordpress(60), after=4)
    with served(lambda asked: broken(asked) if count["posts"] == 60 else sites.wordpress(61)(asked)) as farm:
        read_feed(farm.url + "/feed/", pause=0, cache=tmp_path)
        count["posts"] = 61
        feed = read_feed(farm.url + "/feed/", pause=0, cache=tmp_path)
    assert (len(feed.posts), feed.extent) == (61, "walked")


def test_after_a_week_each_page_is_asked_with_its_own_validators(tmp_path, monkeypatch):
    with served(sites.wordpress(40, validators=True)) as farm:
        first = read_feed(farm.url + "/feed/", pause=0, cache=tmp_path)
        before = len(farm.asked)
        a_week_later(monkeypatch)
        second = read_feed(farm.url + "/feed/", pause=0, cache=tmp_path)
    assert second.posts == first.posts
    again = [asked for asked in farm.asked[before:] if asked.path == "/feed/"]
    tags = [asked.headers.get("if-none-match") for asked in again if asked.query.get("paged") != "5"]
    assert all(tags) and len(set(tags)) == len(tags) == 4


def test_nothing_is_asked_of_another_site(tmp_path):
    elsewhere = sites.json_pages(30)

    with served(elsewhere) as other:
        port = other.url.rsplit(":", 1)[-1]
        body = json_feed("http://127.0.0.1", entries(5), next_url=f"http://localhost:{port}/feed.json")
        with served(lambda asked: Reply(body, type="application/feed+json")) as farm:
            feed = read_feed(farm.url + "/feed.json", pause=0, cache=tmp_path)
    assert other.asked == []
    assert (len(feed.posts), feed.extent) == (5, "newest_only")
    assert "another site (localhost)" in feed.extent_reason


def test_a_cache_that_cannot_be_written_stops_nothing(tmp_path):
    taken = tmp_path / "file"
    taken.write_text("not a folder")
    with served(sites.wordpress(25)) as farm:
        feed = read_feed(farm.url + "/feed/", pause=0, cache=taken)
    assert len(feed.posts) == 25


def test_progress_counts_the_posts(tmp_path):
    told = []
    with served(sites.blogger(60, 25)) as farm:
        read_feed(
            farm.url + "/feeds/posts/default",
            pause=0,
            cache=tmp_path,
            progress=lambda stage, done, total: told.append((stage, done, total)),
        )
    assert [stage for stage, _, _ in told] == ["feed"] * len(told)
    assert told[-1][1:] == (60, 60)
