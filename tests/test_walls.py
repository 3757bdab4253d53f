"""What came instead of a feed is said as what it is."""

import gzip

import pytest

from handover.errors import UnknownFormatError
from handover.read import read_feed
from handover.read.source import from_bytes
from handover.read.walls import wall
from tests.farm import Reply, served

PAGE = "<!DOCTYPE html><html><head><title>{}</title></head><body>{}</body></html>"
FORM = "<form><input name='u'><input type='password' name='p'></form>"


def told(title, body, came="https://tern.example/feed"):
    page = from_bytes(PAGE.format(title, body).encode(), "feed")
    return wall(page, "https://tern.example/feed", came) or ""


@pytest.mark.parametrize(
    ("title", "body", "came", "word"),
    [
        ("Before you continue", "We value your privacy. Accept all cookies", "", "consent"),
        ("Bevor Sie fortfahren", "Cookies akzeptieren", "https://consent.tern.example/m?c=1", "consent"),
        ("Log In ‹ Tern — WordPress", FORM, "https://tern.example/wp-login.php", "log in"),
        ("Tern", f"Members only {FORM}", "https://tern.example/", "log in"),
        ("Private Site", "This site is currently private.", "", "private"),
        ("Tern – Coming Soon", "We open in May.", "", "not open yet"),
        ("Just a moment...", "", "", "keeps programs out"),
    ],
)
def test_a_wall_is_named_as_what_it_is_with_its_title(title, body, came, word):
    sentence = told(title, body, came or "https://tern.example/feed")
    assert word in sentence and repr(title) in sentence


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Tern & Tide", "<p>Our tea.</p>" * 400 + "This site uses cookies. Accept all cookies." + FORM),
        ("Tern & Tide", "<p>Baking cookies with tea.</p>"),
        ("How to log in", "<p>Five ways to remember a password.</p>"),
    ],
)
def test_a_page_with_words_of_its_own_is_no_wall(title, body):
    assert told(title, body) == ""


def test_the_message_says_that_cookies_are_asked_for(tmp_path):
    page = Reply(PAGE.format("Before you continue", "Accept all cookies").encode(), type="text/html")
    with (
        served(lambda asked: page) as farm,
        pytest.raises(UnknownFormatError, match="consent to cookies") as error,
    ):
        read_feed(f"{farm.url}/feed", pause=0, cache=tmp_path)
    assert "save the feed there" in error.value.hint


def test_a_feed_that_came_packed_without_saying_so_is_unpacked(tmp_path):
    item = b"<item><title>One</title><guid>1</guid></item>"
    feed = b"<rss version='2.0'><channel><title>T</title>%s</channel></rss>" % item
    with served(lambda asked: Reply(gzip.compress(feed))) as farm:
        found = read_feed(f"{farm.url}/feed.xml.gz", pause=0, cache=tmp_path, whole_blog=False)
    assert [post.title for post in found.posts] == ["One"]
