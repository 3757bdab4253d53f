"""Exports as people have them: damaged, in part, without an address, with articles of another kind."""

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from handover.errors import ParseError
from handover.read import read_feed
from handover.read.feeds.elements import Children, child

WXR = (
    '<?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"'
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Fern</title>'
    "<link>https://fern.example</link>"
)


def item(title, kind="post", text="Words.", dates=""):
    return (
        f"<item><title>{title}</title><link>https://fern.example/{title}/</link><content:encoded>{text}"
        f"</content:encoded>{dates}<wp:status>publish</wp:status><wp:post_type>{kind}</wp:post_type></item>"
    )


def exported(tmp_path, items, end="</channel></rss>"):
    path = tmp_path / "export.xml"
    path.write_bytes(f"{WXR}{items}{end}".encode())
    return path


def test_a_post_with_a_control_character_in_it_is_read_whole(tmp_path):
    feed = read_feed(exported(tmp_path, item("a") + item("b", text="From\x11 Word&#x1f;.") + item("c")))
    assert [(post.title, post.text) for post in feed.posts][1] == ("b", "From Word\N{REPLACEMENT CHARACTER}.")
    assert (len(feed.posts), feed.skipped, feed.notices) == (3, (), ())


def test_what_was_cut_off_is_named_by_its_title(tmp_path):
    feed = read_feed(exported(tmp_path, item("a") + item("Kettle")[:-90], end=""))
    assert [post.title for post in feed.posts] == ["a"]
    assert ["'Kettle'" in skipped.reason for skipped in feed.skipped] == [True]
    assert ["'Kettle'" in notice.text for notice in feed.notices] == [True]


@pytest.mark.parametrize(
    ("dates", "day"),
    [
        (
            (
                "<pubDate>Mon, 30 Nov -0001 00:00:00 +0000</pubDate>{}"
                "<wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt>"
            ),
            2,
        ),
        ("<pubDate></pubDate>{}", 2),
        ("<pubDate>Thu, 30 Nov 2000 00:00:00 +0000</pubDate>{}", 2),
        ("<pubDate>Wed, 02 Oct 2024 07:00:00 +0000</pubDate>{}", 2),
        ("{}<wp:post_date_gmt>2024-10-01 22:30:00</wp:post_date_gmt>", 1),
    ],
)
def test_a_date_of_zeros_leaves_the_sites_own_time(dates, day, tmp_path):
    told = dates.format("<wp:post_date>2024-10-02 09:00:00</wp:post_date>")
    [post] = read_feed(exported(tmp_path, item("a", dates=told))).posts
    assert post.published and post.published.date() == dt.date(2024, 10, day)


def test_articles_of_a_sites_own_kind_are_named_with_their_feed(tmp_path):
    with pytest.raises(ParseError) as error:
        read_feed(exported(tmp_path, item("a", "news") + item("b", "news") + item("c", "page")))
    assert "news items (2), pages (1)" in error.value.message
    assert "https://fern.example/feed/?post_type=news" in error.value.hint


def test_what_was_only_sent_by_email_is_no_post_of_the_blog(tmp_path):
    rows = [
        {"id": "1", "title": "On the blog", "slug": "a", "status": "published"},
        {"id": "2", "title": "A letter", "slug": "b", "status": "sent"},
        {"id": "3", "title": "Another letter", "slug": "c", "status": "published"},
    ]
    meta = [{"post_id": "3", "email_only": 1}, {"post_id": "1", "email_only": 0}]
    path = tmp_path / "ghost.json"
    path.write_text(json.dumps({"db": [{"meta": {}, "data": {"posts": rows, "posts_meta": meta}}]}))
    feed = read_feed(path, site="https://fern.example")
    assert [post.title for post in feed.posts] == ["On the blog"]
    assert "posts sent by e-mail only (2)" in feed.notices[0].text


def test_substacks_list_of_posts_is_read_alone(tmp_path):
    path = tmp_path / "posts (1).csv"
    path.write_text(
        "post_id,post_date,is_published,type,title\n1.tea,2024-03-01T08:00:00Z,true,newsletter,Tea\n"
    )
    feed = read_feed(path, site="https://fern.example")
    assert [(post.title, post.permalink) for post in feed.posts] == [("Tea", "https://fern.example/p/tea")]
    assert any("texts are not in it" in notice.text for notice in feed.notices)


def test_bloggers_takeout_takes_the_blogs_address(tmp_path):
    space = "http://schemas.google.com/blogger/2018"
    entry = "<id>tag:1</id><title>Tea</title>"
    entry += "<blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status>"
    entry += "<blogger:filename>/2024/01/tea.html</blogger:filename>"
    path = tmp_path / "feed.atom"
    path.write_text(
        f"<feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='{space}'><entry>{entry}</entry></feed>"
    )
    [post] = read_feed(path, site="https://fern.example/").posts
    assert post.permalink == "https://fern.example/2024/01/tea.html"


STORY = (
    '<html><head><title>{title}</title></head><body><article class="h-entry"><header>'
    '<h1 class="p-name">{title}</h1></header><section data-field="body" class="e-content">{body}</section>'
    '<footer><a href="https://medium.com/p/{id}"><time class="dt-published" '
    'datetime="2026-01-31T10:20:30Z">x</time></a></footer></article></body></html>'
)


def test_an_answer_in_a_medium_export_is_no_post_and_is_named(tmp_path):
    (tmp_path / "posts").mkdir()
    titled = (
        '<h3 class="graf graf--h3 graf--leading graf--title">Slow bread</h3><p class="graf graf--p">Wait.</p>'
    )
    answer = '<p class="graf graf--p graf--leading">I agree, and <em>I&#39;d add</em> one thing more.</p>'
    other = '<p class="graf graf--p graf--leading">Forty hours it takes.</p>'
    for name, title, body in (
        ("a", "Slow bread", titled),
        ("b", "I agree, and I&#39;d add one", answer),
        ("c", "Rye", other),
        ("d", "Wait", "<p>Wait for it.</p>"),
    ):
        text = STORY.format(title=title, body=body, id=name)
        (tmp_path / "posts" / f"2026-01-31_{name}-{name}.html").write_text(text)
    feed = read_feed(tmp_path, whole_blog=False)
    assert sorted(post.title for post in feed.posts) == ["Rye", "Slow bread", "Wait"]
    (skipped,) = feed.skipped
    assert "2026-01-31_b" in skipped.location
    assert "answer" in skipped.reason


_NODES = (
    "<a>1</a>",
    "<x:a>2</x:a>",
    "<y:a>3</y:a>",
    "<a> <b>4</b>5<!-- c -->6</a>",
    "<!-- d -->",
    "<b/>",
    "<?a z?>",
    "7",
)


@given(st.lists(st.sampled_from(_NODES), max_size=6))
def test_children_that_are_looked_at_once_say_what_each_says_alone(nodes):
    element = etree.fromstring(f"<r xmlns:x='urn:ex' xmlns:y='urn:why'>{''.join(nodes)}</r>")
    told = Children(element)
    for name in ("a", "b", "c"):
        for space in ("", "urn", "ex", "why", "z"):
            assert told.text(name, space) == child(element, name, space)
        assert [node for _, node in told.nodes(name)] == [*element.iterchildren("{*}" + name)]
