"""read_feed(): every door to a blog, and clear words where there is none."""

import gzip
import io
import shutil
import zipfile
from pathlib import Path

import pytest

from handover.errors import FetchError, HandoverError, ParseError, SourceError, UnknownFormatError
from handover.read import FEED_FORMATS, read_feed
from tests.farm import Reply, served, sites
from tests.farm.posts import atom, entries, json_feed, rss

DATA = Path(__file__).parent / "data" / "feeds"
HTML = "text/html; charset=utf-8"


def page(*links):
    return f"<!doctype html><html><head><title>Kitchen</title>{''.join(links)}</head><body>hi</body></html>"


# --- files --------------------------------------------------------------------------------------------


def test_a_feed_that_was_read_already_is_given_back():
    feed = read_feed(DATA / "atom.xml")
    assert read_feed(feed) is feed


def test_a_packed_feed_is_unpacked(tmp_path):
    path = tmp_path / "feed.xml.gz"
    path.write_bytes(gzip.compress((DATA / "atom.xml").read_bytes()))
    assert len(read_feed(path).posts) == 2


def test_saved_pages_in_a_folder_are_one_blog(tmp_path):
    for number in range(3):
        listed = sites.page_of(entries(25), number + 1, 10)
        (tmp_path / f"page-{number}.xml").write_bytes(rss("https://kitchen.example", listed))
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    assert len(read_feed(tmp_path).posts) == 25


@pytest.mark.parametrize("name", ["substack_export", "medium_export"])
def test_an_export_is_read_from_its_zip_as_from_its_folder(name, tmp_path):
    packed = shutil.make_archive(str(tmp_path / name), "zip", DATA / name)
    assert read_feed(packed).posts == read_feed(DATA / name).posts


def test_a_zip_of_an_export_file_is_searched(tmp_path):
    path = tmp_path / "backup.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(DATA / "wordpress_export.xml", "stone.xml")
        archive.writestr("readme.txt", "nothing")
    feed = read_feed(path)
    assert [post.title for post in feed.posts] == ["Rye & shine"]


def test_exports_that_do_not_name_their_blog_take_its_address():
    ghost = read_feed(DATA / "ghost_export.json", site="https://steamy.example/")
    assert ghost.posts[0].permalink == "https://steamy.example/steam-oven/"
    assert ghost.posts[0].aliases == ("https://stone.example/steam/",)
    substack = read_feed(DATA / "substack_export", site="https://rise.substack.example")
    assert substack.posts[0].permalink == "https://rise.substack.example/p/first-rise"


@pytest.mark.parametrize(
    ("name", "content", "error", "words"),
    [
        ("empty.xml", b"", UnknownFormatError, "it is empty"),
        ("picture.png", b"\x89PNG\r\n\x1a\n....", UnknownFormatError, "it is an image"),
        ("page.html", page().encode(), UnknownFormatError, "it is a web page"),
        ("notes.txt", b"just some notes", UnknownFormatError, "nothing in it looks like one"),
        ("other.json", b'{"a": 1}', UnknownFormatError, "JSON of another kind"),
        ("broken.json", b'{"version": "https://jsonfeed.org/version/1", ', ParseError, "not readable JSON"),
        ("none.xml", rss("https://kitchen.example", []), ParseError, "without posts"),
        ("cut.xml.gz", gzip.compress(b"<rss/>", mtime=0)[:-4], ParseError, "damaged"),
    ],
)
def test_what_is_no_feed_gets_a_sentence_and_a_way_out(name, content, error, words, tmp_path):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(error) as caught:
        read_feed(path)
    assert words in str(caught.value)
    assert name in str(caught.value)
    assert caught.value.hint
    assert caught.value.exit_code == 2


def test_a_file_that_is_not_there_is_named():
    with pytest.raises(SourceError, match=r"no file or folder 'no-such-feed\.xml'"):
        read_feed("no-such-feed.xml")


def test_a_saved_home_page_names_the_address_of_its_feed(tmp_path):
    path = tmp_path / "home.html"
    path.write_text(page('<link rel="alternate" type="application/rss+xml" href="https://k.example/feed/">'))
    with pytest.raises(UnknownFormatError) as caught:
        read_feed(path)
    assert "https://k.example/feed/" in str(caught.value)
    assert caught.value.hint == "Give that address instead."


def test_a_folder_without_a_feed_says_so(tmp_path):
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    with pytest.raises(UnknownFormatError, match="holds no feed"):
        read_feed(tmp_path)


# --- addresses ----------------------------------------------------------------------------------------


def test_the_home_page_leads_to_the_feed_and_not_to_the_comments(tmp_path):
    with served(sites.wordpress(25)) as farm:
        feed = read_feed(farm.url + "/", pause=0, cache=tmp_path)
    assert len(feed.posts) == 25
    assert feed.source == farm.url + "/feed/"
    assert "/comments/feed/" not in farm.paths


@pytest.mark.parametrize(
    "link",
    [
        '<link rel="alternate" type="application/atom+xml" href="/blog/feed">',
        '<LINK REL="home alternate" TYPE="application/rss+xml; charset=utf-8" HREF="blog/feed">',
        '<link rel="alternate" type="application/feed+json" href="/blog/feed">',
        '<base href="/blog/"><link rel="alternate" type="application/rss+xml" href="feed">',
        '<a href="/blog/feed">RSS</a>',
    ],
)
def test_a_home_page_may_name_its_feed_in_many_ways(link, tmp_path):
    def site(asked):
        if asked.path == "/blog/feed":
            return Reply(
                json_feed(asked.root, entries(3)) if "json" in link else atom(asked.root, entries(3))
            )
        return Reply(page(link).encode(), type=HTML) if asked.path == "/" else sites.LOST

    with served(site) as farm:
        assert len(read_feed(farm.url, pause=0, cache=tmp_path).posts) == 3


def test_a_home_page_that_names_no_feed_is_tried_at_the_usual_places(tmp_path):
    def site(asked):
        if asked.path == "/feed.xml":
            return Reply(rss(asked.root, entries(4), generator="Jekyll v4.3"))
        return Reply(page().encode(), type=HTML) if asked.path == "/" else sites.LOST

    with served(site) as farm:
        assert len(read_feed(farm.url, pause=0, cache=tmp_path).posts) == 4


def test_a_page_without_any_feed_says_so(tmp_path):
    site = lambda asked: Reply(page().encode(), type=HTML) if asked.path == "/" else sites.LOST  # noqa: E731
    with served(site) as farm, pytest.raises(UnknownFormatError, match="names no feed") as caught:
        read_feed(farm.url, pause=0, cache=tmp_path)
    assert "Tools > Export" in caught.value.hint


@pytest.mark.parametrize("address", ["http://[kitchen", "https://ada:bread@[kitchen/feed"])
def test_an_address_that_is_spelt_as_none_is_named_without_its_login(address, tmp_path):
    with pytest.raises(FetchError, match="not valid") as caught:
        read_feed(address, pause=0, cache=tmp_path)
    assert "bread" not in str(caught.value) and caught.value.hint


def test_an_address_that_does_not_answer_is_a_network_error(tmp_path):
    with pytest.raises(FetchError, match=r"blog\.invalid.*no server of that name") as caught:
        read_feed("https://blog.invalid/feed/", pause=0, cache=tmp_path)
    assert caught.value.exit_code == 3


def test_a_feed_that_is_gone_is_named_with_the_servers_words(tmp_path):
    with (
        served(lambda asked: sites.LOST) as farm,
        pytest.raises(FetchError, match=r"404 \(Not Found") as caught,
    ):
        read_feed(farm.url + "/feed/", pause=0, cache=tmp_path)
    assert "export the blog" in caught.value.hint


def test_relative_links_are_those_of_the_site(tmp_path):
    body = rss("", entries(2))
    with served(lambda asked: Reply(body)) as farm:
        feed = read_feed(farm.url + "/feed", whole_blog=False, pause=0, cache=tmp_path)
    assert feed.posts[0].permalink == farm.url + "/recipe-2/"


# --- enemies ------------------------------------------------------------------------------------------


def with_item(inner, before=""):
    head = f'<?xml version="1.0"?>{before}<rss version="2.0"><channel><title>t</title>'
    return f"{head}<item><title>ok</title>{inner}</item></channel></rss>".encode()


ENEMIES = {
    "entities that grow": with_item(
        "<description>&c;</description>",
        '<!DOCTYPE r [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>',
    ),
    "an entity that reads a file": with_item(
        "<description>[&x;]</description>", '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    ),
    "a hundred thousand attributes": with_item("<a " + " ".join(f'b{n}="x"' for n in range(100_000)) + "/>"),
    "fifty thousand categories": with_item("".join(f"<category>{n}</category>" for n in range(50_000))),
    "an author without end": with_item("<author>x@" + "a." * 20_000 + "!</author>"),
    "a date without end": with_item("<pubDate>" + "12:" * 60_000 + "</pubDate>"),
    "half a character": with_item("<description>a&#xD800;b</description>"),
    "a zero": with_item("<description>a\x00b</description>"),
    "a cut": with_item("<description>x</description>")[:-30],
    "unclosed sections": with_item("<description>" + "<![CDATA[" * 5_000 + "</description>"),
    "a hundred thousand ampersands": with_item("<description>" + "&" * 100_000 + "</description>"),
    "depth in HTML": with_item("<description>" + "&lt;div&gt;" * 30_000 + "</description>"),
}


@pytest.mark.parametrize("name", ENEMIES)
@pytest.mark.parametrize("broken", [False, True], ids=["as it is", "and not well-formed"])
def test_a_hostile_feed_is_read_or_refused(name, broken, tmp_path):
    path = tmp_path / "feed.xml"
    path.write_bytes(ENEMIES[name] + (b"<" if broken else b""))
    feed = read_feed(path)
    assert [post.title for post in feed.posts] == ["ok"]
    assert "root:" not in feed.posts[0].text


def test_depth_without_end_is_refused(tmp_path):
    path = tmp_path / "feed.xml"
    path.write_bytes(with_item("<a>" * 50_000 + "</a>" * 50_000))
    with pytest.raises(ParseError, match="nests its elements deeper"):
        read_feed(path)


def test_a_bomb_in_a_packed_file_is_refused(tmp_path):
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=9, mtime=0) as stream:
        for _ in range(110):
            stream.write(b" " * 1024**2)
    path = tmp_path / "feed.xml.gz"
    path.write_bytes(packed.getvalue())
    with pytest.raises(ParseError, match="more than 100 MB"):
        read_feed(path)


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "http://[::1", "data:x,y"])
def test_a_link_that_is_no_web_address_never_comes_through(link, tmp_path):
    path = tmp_path / "feed.xml"
    path.write_bytes(with_item(f"<link>{link}</link><guid>{link}</guid>"))
    (post,) = read_feed(path).posts
    assert post.permalink == ""
    assert post.aliases == ()


def test_any_cut_of_a_feed_is_read_or_refused_by_name(tmp_path):
    whole = (DATA / "wordpress_feed.xml").read_bytes()
    path = tmp_path / "feed.xml"
    for end in range(0, len(whole), 61):
        path.write_bytes(whole[:end])
        try:
            assert len(read_feed(path).posts) <= 2
        except HandoverError as error:
            assert error.hint


def test_every_format_says_what_its_files_are_called():
    assert all(format.name and format.files for format in FEED_FORMATS)
    assert len({format.name for format in FEED_FORMATS}) == len(FEED_FORMATS)
