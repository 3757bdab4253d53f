"""The second run: it asks for the newest posts, joins them to what is kept, and says what it did not ask."""

import dataclasses
import datetime as dt
import stat
import sys

import pytest
import requests

from handover.model import Joined, Media, Notice, Post, Quoted, Said, Skipped
from handover.read import read_feed
from handover.read.kept import Kept, packed, unpacked
from tests.farm import Asked, Reply, served, sites
from tests.farm.posts import entries, rss
from tests.weeks import a_week_later

DOOR = ("https://kitchen.example/feed/", "de")


class Blog:
    """A site that changes between two runs, read again and again through one cache."""

    def __init__(self, site, path, cache):
        self.site, self.path, self.cache = site, path, cache

    def __enter__(self):
        self._served = served(lambda asked: self.site(asked))
        self.farm = self._served.__enter__()
        return self

    def __exit__(self, *told):
        self._served.__exit__(*told)

    def read(self, **told):
        """The feed, and the addresses it took."""
        before = len(self.farm.asked)
        feed = read_feed(self.farm.url + self.path, pause=0, cache=self.cache, **told)
        asked = [asked for asked in self.farm.asked[before:] if not asked.path.startswith("/wp-json/")]
        return feed, [one.query.get("paged", "") or one.path for one in asked]


@pytest.fixture
def blog(tmp_path):
    with Blog(sites.wordpress(60), "/feed/", tmp_path) as blog:
        blog.first, _ = blog.read()
        yield blog


def test_the_second_run_asks_for_the_newest_page_alone_and_says_so(blog):
    feed, asked = blog.read()
    assert asked == ["/feed/"]
    assert (feed.posts, feed.extent) == (blog.first.posts, "walked")
    assert feed.extent_reason.startswith(blog.first.extent_reason)
    assert "Older pages as read on " in feed.extent_reason
    assert "--fresh" in feed.extent_reason


PLATFORMS = {
    "WordPress": (sites.wordpress, "/feed/"),
    "WordPress with REST": (lambda n: sites.wordpress(n, rest=True), "/feed/"),
    "Blogger": (lambda n: sites.blogger(n, 25), "/feeds/posts/default"),
    "Ghost 2": (sites.old_ghost, "/rss/"),
    "Squarespace": (sites.squarespace, "/?format=rss"),
    "Tumblr": (sites.tumblr, "/rss"),
    "Substack": (sites.substack, "/feed"),
    "JSON Feed": (sites.json_pages, "/feed.json"),
    "RFC 5005": (sites.archived, "/atom"),
    "unknown": (lambda n: sites.unknown(n, "page"), "/rss.xml"),
}


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("newer", [0, 1, 11, 70])
def test_what_came_since_joins_without_a_gap_whatever_the_platform(tmp_path, platform, newer):
    site, path = PLATFORMS[platform]
    with Blog(site(130), path, tmp_path) as blog:
        before, _ = blog.read()
        blog.site = site(130 + newer)
        feed, asked = blog.read()
        whole = read_feed(blog.farm.url + path, pause=0, cache=tmp_path / "other")
    assert [post.title for post in feed.posts] == [post.title for post in whole.posts]
    assert feed.extent == before.extent or (newer and (before.extent, feed.extent) == ("proved", "walked"))
    assert newer > 1 or len(asked) == 1


def test_the_third_run_knows_what_the_second_has_found(blog):
    blog.site = sites.wordpress(63)
    blog.read()
    blog.site = sites.wordpress(64)
    feed, asked = blog.read()
    assert asked == ["/feed/"]
    assert len(feed.posts) == 64
    assert "4 posts came since then." in feed.extent_reason


def test_where_more_came_than_a_page_lists_the_walk_goes_on_to_the_first_known(blog):
    blog.site = sites.wordpress(85)
    feed, asked = blog.read()
    assert asked == ["/feed/", "2", "3"]
    assert len(feed.posts) == 85


def test_a_post_that_was_changed_on_the_newest_page_is_seen_at_once(blog):
    blog.site = sites.edited(sites.wordpress(60), "Recipe 58:", "Receipt 58:")
    feed, asked = blog.read()
    assert asked == ["/feed/"]
    assert [post.title for post in feed.posts][1:4] == [
        "Recipe 59: bread & salt",
        "Receipt 58: bread & salt",
        "Recipe 57: bread & salt",
    ]
    assert len(feed.posts) == 60


def without(site, number):
    """The site with one post taken away: what stands behind it moves up."""

    def gone(asked: Asked) -> Reply:
        page = int(asked.query.get("paged", "1"))
        listed = [entry for entry in entries(60) if entry.number != number]
        shown = listed[(page - 1) * 10 : page * 10]
        return Reply(rss(asked.root, shown, generator=sites.WP)) if shown else sites.LOST

    return gone


def test_a_post_taken_away_from_the_newest_page_lets_all_be_read_anew(blog):
    blog.site = without(blog.site, 57)
    feed, asked = blog.read()
    assert len(asked) >= 6
    assert len(feed.posts) == 59
    assert "Older pages" not in feed.extent_reason


def test_a_post_taken_away_from_an_older_page_is_seen_after_a_week(blog, monkeypatch):
    blog.site = without(blog.site, 7)
    assert len(blog.read()[0].posts) == 60
    a_week_later(monkeypatch)
    feed, asked = blog.read()
    assert (len(feed.posts), len(asked)) == (59, 7)
    assert "Older pages" not in feed.extent_reason


def test_a_total_that_does_not_fit_lets_all_be_read_anew(tmp_path):
    with Blog(sites.blogger(130, 25), "/feeds/posts/default", tmp_path) as blog:
        blog.read()
        blog.site = sites.edited(sites.blogger(130, 25), ">130<", ">129<")
        _, asked = blog.read()
    assert len(asked) > 2


def test_fresh_reads_all_anew_and_asks_nothing_of_what_is_kept(tmp_path):
    with Blog(sites.wordpress(60, validators=True), "/feed/", tmp_path) as blog:
        blog.read()
        blog.farm.asked.clear()
        feed, asked = blog.read(fresh=True)
        assert len(asked) == 7
        assert not [a for a in blog.farm.asked if "if-none-match" in a.headers]
        assert "Older pages" not in feed.extent_reason
        assert blog.read()[1] == ["/feed/"]


def test_a_fresh_walk_that_was_cut_off_goes_on(tmp_path):
    with Blog(sites.wordpress(60), "/feed/", tmp_path) as blog:
        blog.read()
        blog.site = sites.failing(sites.wordpress(60), after=len(blog.farm.asked) + 5)
        assert blog.read(fresh=True)[0].extent == "newest_only"
        blog.site = sites.wordpress(60)
        feed, asked = blog.read(fresh=True)
    assert len(feed.posts) == 60
    assert asked[:2] == ["/feed/", "4"]


def test_a_walk_that_failed_keeps_nothing_for_the_next(tmp_path):
    with Blog(sites.failing(sites.wordpress(60), after=4), "/feed/", tmp_path) as blog:
        blog.read()
        blog.site = sites.wordpress(60)
        feed, _ = blog.read()
    assert (len(feed.posts), "Older pages" in feed.extent_reason) == (60, False)


def test_a_blog_of_one_page_is_read_as_it_stands(tmp_path):
    with Blog(sites.static(10), "/index.xml", tmp_path) as blog:
        before, _ = blog.read()
        blog.site = sites.static(13)
        feed, _ = blog.read()
    assert len(feed.posts) == len(before.posts) == 10


def test_what_an_older_page_could_not_give_is_named_again(tmp_path):
    empty = "<item></item></channel>"
    site = sites.wordpress(60)

    def holed(asked: Asked) -> Reply:
        reply = site(asked)
        body = (
            reply.body.replace(b"</channel>", empty.encode())
            if asked.query.get("paged") == "3"
            else reply.body
        )
        return dataclasses.replace(reply, body=body)

    with Blog(holed, "/feed/", tmp_path) as blog:
        first, _ = blog.read()
        second, asked = blog.read()
    assert asked == ["/feed/"]
    assert len(first.skipped) == 1
    assert (second.skipped, second.notices) == (first.skipped, first.notices)


def test_another_language_wanted_is_another_reading(blog):
    assert len(blog.read(language="de")[1]) == 7


def test_what_a_login_showed_is_not_for_a_run_without_one(tmp_path):
    def site(asked: Asked) -> Reply:
        return sites.wordpress(61 if "authorization" in asked.headers else 60)(asked)

    with Blog(site, "/feed/", tmp_path) as blog:
        address = blog.farm.url.replace("://", "://ada:s3cret@") + "/feed/"
        assert len(read_feed(address, pause=0, cache=tmp_path).posts) == 61
        assert len(blog.read()[0].posts) == 60
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"s3cret" not in kept and b"s3cret" not in b"".join(bytes(p) for p in tmp_path.rglob("*"))


def test_the_folder_of_a_blog_is_for_its_owner_alone(blog):
    (folder,) = blog.cache.iterdir()
    if sys.platform != "win32":
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert "127" not in folder.name


def test_a_session_of_the_users_own_is_asked_every_time(blog):
    with requests.Session() as session:
        blog.read(session=session)
        assert len(blog.read(session=session)[1]) == 7


# --- as text ------------------------------------------------------------------------------------------


def kept(**told):
    pictures = {"image": Media("1.jpg", alt="A loaf"), "media": (Media("2.mp4", kind="film"),)}
    titled = Said("(untitled post of {date})", date=_day())
    post = Post(id="a", title=titled, published=_moment(), **pictures)
    facts = {
        "door": DOOR,
        "read": 1_000.0,
        "posts": (post, Post(id="b", title="Rye \ud800 & 'salt'", permalink="https://kitchen.example/b")),
        "extent": "proved",
        "reason": Joined(Said("{n} row", many="{n} rows", n=3), Said("as {name}", name=Quoted("so"))),
        "skipped": (Skipped(location="x", line=3, reason=Said("Entry {number}.", number="3")),),
        "notices": (Notice(text="Look.", hint="There.", where="x"),),
    }
    return Kept(**{**facts, **told})


def _moment():
    return dt.datetime(2024, 3, 1, 9, 30, tzinfo=dt.UTC)


def _day():
    return _moment().date()


def test_what_is_kept_comes_back_with_its_sentences():
    before = kept()
    after = unpacked(packed(before), DOOR, now=2_000.0)
    assert after == before
    assert after.reason.values["parts"][0].many == "{n} rows"
    assert isinstance(after.reason.values["parts"][1].values["name"], Quoted)
    assert isinstance(after.posts[0].title, Said)
    assert (after.posts[0].image.alt, after.posts[0].media[0].kind) == ("A loaf", "film")


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-9],
        lambda data: b"",
        lambda data: b"[]",
        lambda data: data.replace(b'"Post"', b'"Past"'),
        lambda data: data.replace(b'"form": 1', b'"form": 0'),
        lambda data: data.replace(b'"posts"', b'"pests"'),
    ],
)
def test_what_is_damaged_is_not_there(damage):
    assert unpacked(damage(packed(kept())), DOOR, now=2_000.0) is None


def test_what_is_a_week_old_or_of_another_door_is_not_there():
    data = packed(kept())
    assert unpacked(data, DOOR, now=1_000.0 + 7 * 86_400) is None
    assert unpacked(data, DOOR, now=0.0) is None
    assert unpacked(data, (*DOOR, "en"), now=2_000.0) is None


def test_what_cannot_be_written_as_text_is_not_kept():
    assert packed(kept(reason=Said("{x}", x={1, 2}))) == b""


@pytest.mark.parametrize(
    ("listed", "told"),
    [
        ("abc", "joined"),
        ("xabc", "joined"),
        ("a", "joined"),
        ("x", "not yet"),
        ("", "not yet"),
        ("abx", "not yet"),
        ("ac", "never"),
        ("ba", "never"),
        ("bc", "never"),
        ("xyabcd", "joined"),
        ("axb", "joined"),
    ],
)
def test_only_posts_in_their_old_order_and_all_of_them_join(listed, told):
    def posts(letters):
        return tuple(Post(id=letter, title=letter) for letter in letters)

    assert kept(posts=posts("abcdef")).joins(posts(listed), None) == told
