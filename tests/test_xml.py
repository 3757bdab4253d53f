"""The fast reader says word for word what feedparser says, or leaves the feed to it."""

import gc
import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handover.model import Post
from handover.read.feeds import loose, xml
from handover.read.feeds.document import HandOverError, unique
from handover.read.feeds.xml_entry import BARE_IN_ATOM, BARE_IN_RSS, XmlEntry
from handover.read.feeds.xml_signs import WINDOWS, repaired
from handover.read.source import from_bytes, open_source
from tests.extent import share

DATA = Path(__file__).parent / "data" / "feeds"
FEEDS = [path for path in sorted(DATA.iterdir()) if path.suffix in (".xml", ".atom", ".rdf")]

RSS = (
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:my="urn:my" '
    'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>t</title>'
    "<link>https://k.example/</link>{}</channel></rss>"
)
# Pieces of an entry, in any order and number: what one of them does to another is the risk.
PIECES = (
    "<title>One</title>",
    "<title>Two &amp;amp; three</title>",
    "<title></title>",
    "<title>Ã©tÃ© \x92</title>",
    "<link>https://k.example/1</link>",
    "<link>https://k.example/?a=1&amp;b=2</link>",
    "<link/>",
    "<link>/relative</link>",
    '<atom:link rel="self" href="https://k.example/self"/>',
    '<atom:link href="https://k.example/atom"/>',
    "<guid>https://k.example/?p=1</guid>",
    '<guid isPermaLink="false">id-1</guid>',
    "<guid>plain</guid>",
    "<pubDate>Thu, 01 Jan 2015 10:00:00 GMT</pubDate>",
    "<pubDate>Thu, 01 Jan 2015 10:00:00 EST</pubDate>",
    "<pubDate/>",
    "<dc:date>2015-02-03T04:05:06+01:00</dc:date>",
    "<dc:creator>Ada</dc:creator>",
    "<author>ada@k.example (Ada)</author>",
    "<category>Bread</category>",
    '<category domain="https://k.example/tags">Rye</category>',
    '<category domain="x"/>',
    "<category/>",
    "<dc:subject>Salt</dc:subject>",
    "<description>&lt;p&gt;Text&lt;/p&gt;</description>",
    "<description><p>naked</p></description>",
    "<content:encoded><![CDATA[<p>Long <b>text</b></p>]]></content:encoded>",
    '<enclosure url="https://k.example/a.jpg" type="image/jpeg" length="1"/>',
    '<media:content url="https://k.example/b.jpg" medium="image"/>',
    '<media:group><media:thumbnail url="https://k.example/g.jpg"/></media:group>',
    '<my:box><media:content url="https://k.example/h.jpg" medium="image"/></my:box>',
    "<media:group><media:title>m</media:title></media:group>",
    '<media:content url="/w.jpg" medium="image"><media:title type="html">w</media:title></media:content>',
    "<pubDate>2015-01-02</pubDate>",
    '<media:thumbnail url="https://k.example/c.jpg"/>',
    '<source url="https://other.example/">Other</source>',
    "<image><url>x</url><title>i</title></image>",
    "<my:title>mine</my:title>",
    "<my:box><title>inner</title></my:box>",
    "<itunes:keywords>a,b</itunes:keywords>",
    "<itunes:keywords> Bread, ,b ,</itunes:keywords>",
    "<itunes:author>Eve</itunes:author>",
    "<itunes:title>Episode</itunes:title>",
    "<itunes:subtitle>short &lt;b&gt;one&lt;/b&gt;</itunes:subtitle>",
    "<itunes:summary>What was said at length, and more</itunes:summary>",
    "<itunes:summary><![CDATA[<p>Said &amp; done</p>]]></itunes:summary>",
    "<itunes:summary/>",
    '<itunes:image href="https://k.example/cover.jpg"/>',
    '<itunes:image HREF="https://k.example/cover2.jpg"/>',
    "<itunes:block>yes</itunes:block>",
    "<comments>https://k.example/1#c</comments>",
    '<title xmlns="urn:other">foreign</title>',
)


ATOM = (
    '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" '
    'xmlns:thr="http://purl.org/syndication/thread/1.0" xmlns:gd="http://schemas.google.com/g/2005">'
    '<title>t</title><link href="https://k.example/"/><author><name>Bo</name></author>{}</feed>'
)
ATOM_PIECES = (
    "<id>tag:k.example,2015:1</id>",
    "<id>https://k.example/id</id>",
    "<title>One &lt;b&gt;</title>",
    '<title type="html">Two &lt;b&gt;x&lt;/b&gt;</title>',
    '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Three</div></title>',
    '<link href="https://k.example/a"/>',
    '<link rel="alternate" type="text/html" href="/b"/>',
    '<link rel="alternate" type="application/json" href="/c"/>',
    '<link rel="enclosure" type="image/png" href="https://k.example/d.png"/>',
    '<link rel="replies" href="/e"/>',
    "<published>2015-01-02T03:04:05Z</published>",
    "<updated>2015-01-02T03:04:05.678-01:00</updated>",
    "<updated>2015-01-02</updated>",
    "<author><name>Ada</name><email>ada@k.example</email><uri>https://k.example/ada</uri></author>",
    "<author><gd:image src='x'/><name>Cy</name></author>",
    "<contributor><name>Di</name></contributor>",
    '<category term="a"/>',
    '<category term="b" scheme="https://k.example/" label="Bee"/>',
    '<category label="only"/>',
    '<summary type="text">short</summary>',
    '<summary type="html">&lt;p&gt;short&lt;/p&gt;</summary>',
    '<content type="html">&lt;p&gt;long&lt;/p&gt;</content>',
    '<content type="text/html" xml:base="https://base.example/">&lt;p&gt;long&lt;/p&gt;</content>',
    '<content src="https://k.example/x" type="html"/>',
    "<rights>mine</rights>",
    "<thr:total>3</thr:total>",
    "<source><title>other</title><id>x</id></source>",
)


def agree(data: bytes) -> bool:
    """Whether the fast reader read the feed; then it must say what feedparser says."""
    source = from_bytes(data, "feed.xml")
    try:
        fast = xml.parse(source, "https://k.example/feed/")
    except HandOverError:
        return False
    slow = loose.parse(source, "https://k.example/feed/")
    assert fast.posts == slow.posts
    assert (fast.title, fast.link, fast.links) == (slow.title, slow.link, slow.links)
    return True


SUMMARIES = (
    "<description>of all</description>",
    "<itunes:summary>of all, too</itunes:summary>",
    "<item><title>One</title><description>short</description><itunes:summary>long</itunes:summary></item>",
    "<item><itunes:summary>long</itunes:summary><content:encoded>whole</content:encoded></item>",
    "<item><content:encoded>whole</content:encoded><itunes:summary>long</itunes:summary></item>",
)


@pytest.mark.parametrize("order", [*itertools.product(SUMMARIES, repeat=3)])
def test_summaries_of_podcasts_are_taken_for_what_feedparser_takes_them(order):
    assert agree(RSS.format("".join(order)).encode())


@pytest.mark.parametrize("path", FEEDS, ids=[path.name for path in FEEDS])
def test_every_feed_it_accepts_is_read_as_feedparser_reads_it(path):
    source = open_source(path)
    if xml.accepts(source):
        try:
            fast = xml.parse(source)
        except HandOverError:
            return
        assert fast.posts == loose.parse(source).posts


@pytest.mark.parametrize("name", ["wordpress_feed.xml", "atom.xml"])
def test_the_common_feeds_are_read_fast(name):
    xml.parse(open_source(DATA / name))


@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=7), min_size=1, max_size=3))
@settings(max_examples=share(80), deadline=None)
def test_any_mix_of_fields_is_read_as_feedparser_reads_it(entries):
    items = "".join(f"<item>{''.join(pieces)}</item>" for pieces in entries)
    agree(RSS.format(items).encode())


@given(st.lists(st.lists(st.sampled_from(ATOM_PIECES), max_size=7), min_size=1, max_size=3))
@settings(max_examples=share(80), deadline=None)
def test_any_mix_of_atom_fields_is_read_as_feedparser_reads_it(entries):
    items = "".join(f"<entry>{''.join(pieces)}</entry>" for pieces in entries)
    agree(ATOM.format(items).encode())


@given(st.lists(st.sampled_from(PIECES[:20]), max_size=5))
@settings(max_examples=share(60), deadline=None)
def test_fields_of_the_feed_itself_change_no_post(pieces):
    item = "<item><title>One</title><link>https://k.example/1</link></item>"
    source = from_bytes(RSS.format("".join(pieces) + item).encode(), "feed.xml")
    try:
        fast = xml.parse(source)
    except HandOverError:
        return
    assert [post.title for post in fast.posts] == ["One"]
    assert [(p.id, p.permalink) for p in fast.posts] == [
        (p.id, p.permalink) for p in loose.parse(source).posts
    ]


@pytest.mark.parametrize(
    ("name", "atom"),
    [*((name, False) for name in sorted(BARE_IN_RSS)), *((name, True) for name in sorted(BARE_IN_ATOM))],
)
def test_what_is_taken_without_a_question_would_be_taken_with_one(name: str, atom: bool) -> None:
    entry, untouched = XmlEntry(atom), XmlEntry(atom)
    entry.has_source = untouched.has_source = True
    for attributes in ({}, dict.fromkeys(xml._GUIDS, "false")):
        assert entry.open(name, attributes) is True
        assert vars(entry) == vars(untouched)


@pytest.mark.parametrize("path", FEEDS, ids=[path.name for path in FEEDS])
def test_a_feed_whose_every_element_is_asked_about_is_read_alike(path, monkeypatch):
    def read() -> object:
        try:
            return xml.parse(open_source(path))
        except HandOverError:
            return None

    fast = read() if xml.accepts(open_source(path)) else None
    monkeypatch.setattr(xml, "BARE_IN_RSS", frozenset())
    monkeypatch.setattr(xml, "BARE_IN_ATOM", frozenset())
    assert fast is None or fast == read()


def test_a_title_behind_the_one_of_its_source_is_left_to_feedparser():
    item = '<item><source url="https://k.example/feed">Their title</source><title>Ours</title></item>'
    with pytest.raises(HandOverError):
        xml.parse(from_bytes(RSS.format(item).encode(), "feed.xml"))


@given(st.text(st.one_of(st.characters(), st.sampled_from("\x80\x85\x92\x9f\xa0é’Â\n"))))
def test_signs_of_windows_are_read_wherever_they_stand(text: str) -> None:
    try:
        told = text.encode("iso-8859-1").decode()
    except UnicodeError:
        told = text
    assert repaired(text) == told.translate(WINDOWS)


@given(
    st.lists(st.tuples(st.sampled_from(["a", "a (2)", "a (2) (2)", "b"]), st.sampled_from(["x", "y", "z"])))
)
def test_posts_that_repeat_are_told_apart_as_if_each_were_compared(told: list[tuple[str, str]]) -> None:
    posts = [Post(id=name, title=title) for name, title in told]
    kept: dict[str, str] = {}
    seen: dict[str, list[str]] = {}
    for post in posts:
        twins = seen.setdefault(post.id, [])
        if post.title in twins:
            continue
        twins.append(post.title)
        fresh, number = post.id, len(twins)
        while fresh in kept:
            fresh, number = f"{post.id} ({max(number, 2)})", number + 1
        kept[fresh] = post.title
    found, _ = unique(posts)
    assert [(post.id, post.title) for post in found] == [*kept.items()]


def test_a_feed_that_was_read_leaves_no_circle_behind() -> None:
    gc.collect()
    gc.disable()
    try:
        xml.parse(from_bytes(RSS.format("<item><title>One</title></item>").encode(), "feed.xml"))
        kept = [type(one) for one in gc.get_objects() if type(one).__module__ == xml.__name__]
    finally:
        gc.enable()
    assert kept == []
