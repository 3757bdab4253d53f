"""What a feed's entry says of its post, as feeds of every make say it."""

import datetime as dt

import pytest

from handover.read import read_feed
from handover.read.feeds.dates import written_out
from handover.read.feeds.several_languages import in_one
from handover.read.fields import plain_text

HEAD = "<rss version='2.0' xmlns:media='http://search.yahoo.com/mrss/'><channel><title>Tern</title>"


def posts_of(tmp_path, items, head=f"{HEAD}<link>https://tern.example/</link>", **options):
    path = tmp_path / "feed.xml"
    path.write_text(f"{head}{items}</channel></rss>", encoding="utf-8")
    return read_feed(path, whole_blog=False, **options)


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("Q&A with AT&T, R&D", "Q&A with AT&T, R&D"),
        ("Tea&T; and Q&A; too", "Tea&T; and Q&A; too"),  # no entity is called so
        ("Salt &amp; pepper &#38; thyme", "Salt & pepper & thyme"),
        ("<![CDATA[Fish & chips]]>", "Fish & chips"),
    ],
)
def test_an_ampersand_that_begins_no_reference_is_one(title, read, tmp_path):
    feed = posts_of(
        tmp_path, f"<item><title>{title}</title><link>https://tern.example/a?x=1&p=2</link></item>"
    )
    assert [(post.title, post.permalink) for post in feed.posts] == [(read, "https://tern.example/a?x=1&p=2")]


def test_a_control_character_costs_nothing_of_its_post(tmp_path):
    feed = posts_of(tmp_path, "<item><title>Old\x11 kettle\x0bnew</title><guid>1</guid></item>" * 1)
    assert [post.title for post in feed.posts] == ["Old kettle new"]


@pytest.mark.parametrize(
    ("text", "wanted", "read"),
    [
        ("[:en]Tea[:de]Tee[:]", "", "Tea"),
        ("[:en]Tea[:de]Tee[:]", "de-AT", "Tee"),
        ("[:en]Tea[:de]Tee[:]", "fr", "Tea"),
        ("[:en][:de]Tee[:]", "en", "Tee"),  # where the language wanted has no words, another has
        ("<!--:en-->Tea<!--:--><!--:de-->Tee<!--:-->", "", "Tea"),
        ("{:en}Tea{:}{:de}Tee{:} 2024", "de", "Tee 2024"),
        ("[:de]Nur Deutsch[:]", "en", "Nur Deutsch"),
        (
            "How to write [:en]Tea[:de]Tee[:] in qTranslate",
            "de",
            "How to write [:en]Tea[:de]Tee[:] in qTranslate",
        ),
        ("[:ok] a list of signs", "", "[:ok] a list of signs"),
        ("\n<p class='x'> [:en]Tea[:de]Tee[:]</p>", "de", "\n<p class='x'> Tee</p>"),
        ("1 [:en]Tea[:de]Tee[:]", "de", "1 [:en]Tea[:de]Tee[:]"),
    ],
)
def test_of_a_text_in_several_languages_one_is_read(text, wanted, read):
    assert in_one(text, wanted) == read


def test_the_language_wanted_reaches_every_field(tmp_path):
    item = "<item><title>[:en]Tea[:de]Tee[:]</title><guid>1</guid>"
    item += "<description>[:en]Hot[:de]Heiß[:]</description></item>"
    [post] = posts_of(tmp_path, item, language="de").posts
    assert (post.title, post.text) == ("Tee", "Heiß")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Thursday, October 17, 2024 - 14:30", "2024-10-17T14:30"),
        ("Thu, 10/17/2024 - 14:30", "2024-10-17T14:30"),
        ("Mon 03/04/2024", "2024-03-04T00:00"),  # the weekday tells which is the month
        ("ti, 15 loka 2024 10:00:00 +0300", "2024-10-15T07:00"),
        ("15. lokakuuta 2024", "2024-10-15T00:00"),
        ("Di., 15. Okt. 2024 10:00:00 +0200", "2024-10-15T08:00"),
        ("ke 4.9.2024 klo 9.05", "2024-09-04T09:05"),
        ("15 de octubre de 2024", "2024-10-15T00:00"),
        ("2024年10月17日", "2024-10-17T00:00"),
        ("2024/10/17 10:00", "2024-10-17T10:00"),
    ],
)
def test_a_date_written_for_people_is_read(text, day, tmp_path):
    assert written_out(text) == dt.datetime.fromisoformat(f"{day}+00:00")
    [post] = posts_of(tmp_path, f"<item><title>A</title><pubDate>{text}</pubDate></item>").posts
    assert post.published == dt.datetime.fromisoformat(f"{day}+00:00")


@pytest.mark.parametrize("text", ["03/04/2024", "12-10-2024", "soon", "1 March 1895", "31. Februar 2024"])
def test_a_date_that_cannot_be_read_is_named(text, tmp_path):
    feed = posts_of(tmp_path, f"<item><title>A</title><guid>1</guid><pubDate>{text}</pubDate></item>")
    assert [post.published for post in feed.posts] == [None]
    assert ["'A'" in notice.text or "(A)" in notice.text for notice in feed.notices] == [True]


@pytest.mark.parametrize("text", ["", "0000-00-00 00:00:00", "Mon, 30 Nov -0001 00:00:00 +0000"])
def test_a_date_that_says_there_is_none_is_no_matter(text, tmp_path):
    feed = posts_of(tmp_path, f"<item><title>A</title><guid>1</guid><pubDate>{text}</pubDate></item>")
    assert ([post.published for post in feed.posts], feed.notices) == ([None], ())


@pytest.mark.parametrize(
    ("link", "read"),
    [
        ("tern.example/one/", "https://tern.example/one/"),
        ("www.tern.example/one/", "https://www.tern.example/one/"),
        ("/one/", "https://tern.example/one/"),
        ("one.html", "https://tern.example/one.html"),  # a file, and no host
        ("other.example/one/", "https://tern.example/other.example/one/"),  # what else it might be
    ],
)
def test_an_address_without_its_scheme_is_the_sites_own(link, read, tmp_path):
    [post] = posts_of(tmp_path, f"<item><title>A</title><link>{link}</link></item>").posts
    assert post.permalink == read


def test_relative_addresses_follow_the_feeds_own_where_it_names_no_home(tmp_path):
    path = tmp_path / "feed.xml"
    entry = "<entry><id>tag:1</id><title>One</title><link href='/blog/one'/></entry>"
    own = "<link rel='self' href='http://tern.example/blog/index.atom'/>"
    path.write_text(f"<feed xmlns='http://www.w3.org/2005/Atom'>{own}{entry}</feed>", encoding="utf-8")
    assert [post.permalink for post in read_feed(path).posts] == ["http://tern.example/blog/one"]


def test_an_id_that_says_there_is_none_is_none(tmp_path):
    items = "".join(
        f"<item><title>{n}</title><link>https://tern.example/{n}</link><guid>N/A</guid></item>" for n in "ab"
    )
    feed = posts_of(tmp_path, items)
    assert [post.id for post in feed.posts] == ["https://tern.example/a", "https://tern.example/b"]
    assert feed.notices == ()


def test_the_caption_of_a_picture_is_not_the_article(tmp_path):
    caption = (
        "<media:content url='https://tern.example/i.jpg' medium='image'><media:description type='plain'>{}"
    )
    caption += "</media:description></media:content>"
    words = "A photo with a caption that is a good deal longer than the article below it."
    [post] = posts_of(
        tmp_path, f"<item><title>A</title><description>Tea.</description>{caption.format(words)}</item>"
    ).posts
    assert post.text == "Tea."
    [film] = posts_of(tmp_path, f"<item><title>A</title>{caption.format('All there is.')}</item>").posts
    assert film.text == "All there is."  # a list of films has no other words


def test_the_article_is_read_wherever_it_stands(tmp_path):
    head = HEAD.replace("version", "xmlns:content='http://purl.org/rss/1.0/modules/content/' version")
    item = "<item><title>A</title><guid>1</guid><description>{}</description>"
    item += "<content:encoded>{}</content:encoded></item>"
    [post] = posts_of(tmp_path, item.format("The whole of the article.", "..."), head).posts
    assert (post.text, post.summary) == ("The whole of the article.", "The whole of the article.")
    [short] = posts_of(tmp_path, item.format("A summary that says more than it.", "Wait."), head).posts
    assert (short.text, short.summary) == ("Wait.", "A summary that says more than it.")


def test_a_tag_that_was_never_ended_keeps_its_paragraph():
    html = '<p>One <a href="x"<img src="y.jpg" alt="a">two</a> three.</p><p>She said "<b>no</b>".</p>'
    assert plain_text(html) == 'One two three.\nShe said "no".'


def test_an_episode_is_known_by_its_recording_too(tmp_path):
    sound = "<enclosure url='https://cdn.example/1.mp3' length='1' type='audio/mpeg'/>"
    picture = "<enclosure url='https://cdn.example/1.jpg' length='1' type='image/jpeg'/>"
    item = f"<item><title>A</title><link>https://tern.example/1</link>{sound}{picture}</item>"
    assert [post.aliases for post in posts_of(tmp_path, item).posts] == [("https://cdn.example/1.mp3",)]
