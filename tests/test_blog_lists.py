"""Blogs without a usable feed: lists of addresses, tables, folders of texts."""

import zipfile
from pathlib import Path

import pytest

from handover.errors import HandoverError
from handover.read import read_feed
from handover.read.feeds.lists.front_matter import read
from handover.read.feeds.lists.places import sorted_out, title_of
from tests.farm import Reply, served, sites

DATA = Path(__file__).parent / "data" / "feeds"
ROOT = "https://larkfield.example"
SET = "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{}</urlset>"


def sitemap(*addresses: str) -> bytes:
    return SET.format("".join(f"<url><loc>{address}</loc></url>" for address in addresses)).encode()


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/", "page"),
        ("/about/", "page"),
        ("/kontakt.html", "page"),
        ("/blog/", "page"),  # the list of posts
        ("/blog/page/2/", "page"),
        ("/blog/tag/rye/", "page"),
        ("/author/ada/", "page"),
        ("/shop/rye/", "page"),
        ("/blog/2024/", "page"),
        ("/oven.pdf", "page"),
        ("/?s=rye", "page"),
        ("/blog/the-quiet-oven/", "post"),
        ("/2024/05/rye/", "post"),
        ("/about-our-oven/", "doubtful"),  # a post, or a page: nothing tells
        ("/classes/baking/", "doubtful"),
    ],
)
def test_an_address_is_a_post_only_where_posts_lie(path, place):
    others = [f"{ROOT}/blog/other/", f"{ROOT}/2023/01/old/"]
    assert sorted_out([ROOT + path, *others])[0] == place


def test_a_folder_of_many_siblings_alone_is_the_blog():
    many = [f"{ROOT}/tales/{n}-loaves/" for n in range(5)]
    few = [f"{ROOT}/classes/baking/", f"{ROOT}/impressum/"]
    assert sorted_out([*many, *few]) == ["post"] * 5 + ["doubtful", "page"]
    two = [*many, *(f"{ROOT}/towns/{n}-ville/" for n in range(5))]
    assert set(sorted_out(two)) == {"doubtful"}


def test_known_posts_say_where_the_others_lie():
    known = [f"{ROOT}/tales/one/"]
    asked = [f"{ROOT}/tales/two/", f"{ROOT}/blog/three/", f"{ROOT}/tales/"]
    assert sorted_out(asked, known) == ["post", "doubtful", "page"]


def test_a_host_of_its_own_is_a_blog():
    asked = ["https://blog.larkfield.example/oven/", "https://blog.larkfield.example/about/"]
    assert sorted_out(asked) == ["post", "page"]
    assert sorted_out([address.replace("blog.", "www.") for address in asked]) == ["doubtful", "page"]


def test_the_user_may_say_in_which_folder_the_posts_lie():
    asked = [f"{ROOT}/oven/", f"{ROOT}/about/", f"{ROOT}/tales/rye/"]
    assert sorted_out(asked, folder=ROOT) == ["post", "page", "doubtful"]
    assert sorted_out(asked, folder=f"{ROOT}/tales/") == ["doubtful", "page", "post"]
    assert sorted_out(asked, folder=f"{ROOT}/sitemap.xml") == ["doubtful", "page", "doubtful"]


def test_a_list_that_says_it_is_of_posts_is_believed_but_for_its_pages():
    asked = [f"{ROOT}/", f"{ROOT}/the-quiet-oven/", f"{ROOT}/about/"]
    assert sorted_out(asked, named=True) == ["page", "post", "page"]


def test_a_title_is_made_of_an_address():
    assert title_of(f"{ROOT}/news/new-tins.html") == "New tins"
    assert title_of(f"{ROOT}/blog/caf%C3%A9_au_lait/") == "Café au lait"


def test_what_may_be_a_post_is_named_and_the_day_of_a_change_is_no_day_of_publishing(tmp_path):
    path = tmp_path / "sitemap.xml"
    path.write_bytes(
        sitemap(f"{ROOT}/blog/a/", f"{ROOT}/story-of-us/").replace(
            b"</url>", b"<lastmod>2024-01-01</lastmod></url>", 1
        )
    )
    feed = read_feed(path)
    assert [(post.title, post.published, str(post.modified)[:10]) for post in feed.posts] == [
        ("A", None, "2024-01-01")
    ]
    assert [f"{ROOT}/story-of-us/" in skipped.reason for skipped in feed.skipped] == [True]


@pytest.mark.parametrize(
    "name", ["page-sitemap.xml", "wp-sitemap-taxonomies-category-1.xml", "author-sitemap.xml"]
)
def test_a_sitemap_of_other_things_has_no_posts(name, tmp_path):
    (tmp_path / name).write_bytes(sitemap(*(f"{ROOT}/x/{n}/" for n in range(9))))
    with pytest.raises(HandoverError):
        read_feed(tmp_path / name)


def test_a_feed_that_writes_about_sitemaps_is_a_feed(tmp_path):
    words = "<![CDATA[Begin with <urlset xmlns='...'> or <sitemapindex>.]]>"
    item = f"<item><title>Sitemaps</title><guid>1</guid><description>{words}</description></item>"
    (tmp_path / "feed.xml").write_text(f"<rss version='2.0'><channel><title>T</title>{item}</channel></rss>")
    assert [post.title for post in read_feed(tmp_path / "feed.xml").posts] == ["Sitemaps"]


def test_a_text_of_addresses_is_a_sitemap_too(tmp_path):
    (tmp_path / "sitemap.txt").write_text("".join(f"{ROOT}/blog/{n}-loaves\n" for n in range(3)))
    assert [post.title for post in read_feed(tmp_path / "sitemap.txt").posts] == [
        "0 loaves",
        "1 loaves",
        "2 loaves",
    ]


def with_sitemaps(inner, **pages):
    """A site with these sitemaps; "ROOT" in them is its address."""

    def site(asked):
        body = pages.get(asked.path.strip("/").replace(".xml", "").replace("-", "_"))
        return Reply(body.replace(b"ROOT", asked.root.encode()), type="text/xml") if body else inner(asked)

    return site


INDEX = (
    b"<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>ROOT/post-sitemap.xml</loc></sitemap>"
    b"<sitemap><loc>ROOT/page-sitemap.xml</loc></sitemap></sitemapindex>"
)


def test_a_blog_without_a_feed_is_read_from_its_sitemaps_of_posts(tmp_path):
    def empty(asked):
        return Reply(b"<html><body>Home</body></html>", 200 if asked.path == "/" else 404, "text/html")

    site = with_sitemaps(empty, sitemap=INDEX, post_sitemap=sitemap("ROOT/", "ROOT/oven/", "ROOT/rye/"))
    with served(site) as farm:
        for address in (farm.url, f"{farm.url}/sitemap.xml"):
            feed = read_feed(address, pause=0, cache=tmp_path)
            assert ([post.title for post in feed.posts], feed.extent) == (["Oven", "Rye"], "as_given")
        assert "/page-sitemap.xml" not in farm.paths


def test_a_sitemap_names_the_posts_that_a_feed_no_longer_lists(tmp_path):
    inner = sites.new_ghost(20)
    with served(inner) as farm:
        listed = [post.permalink for post in read_feed(f"{farm.url}/rss/", pause=0, cache=tmp_path).posts]
    home = "/".join(listed[0].split("/")[:3])
    paths = [link.removeprefix(home) for link in listed]
    older = paths[0].rstrip("/").rpartition("/")[0] + "/an-older-one/"
    for whole, extent in ((True, "proved"), (False, "newest_only")):
        pages = sitemap(*(f"ROOT{path}" for path in (paths if whole else paths[:-1])), f"ROOT{older}")
        with served(with_sitemaps(inner, sitemap=INDEX, post_sitemap=pages)) as farm:
            feed = read_feed(f"{farm.url}/rss/", pause=0, cache=tmp_path / extent)
        assert ([post.title for post in feed.posts[15:]], feed.extent) == (["An older one"], extent)
        assert any("sitemap alone" in notice.text for notice in feed.notices)


def test_titles_are_asked_of_the_pages_on_the_users_word_alone_and_once(tmp_path):
    head = "<html><head><title>{0} | Larkfield</title><script>{{'datePublished'}}</script></head>"
    date = '<meta content="2024-05-02T09:00:00Z" property="article:published_time">'
    texts = {"/blog/a/": "Rye &amp; salt", "/blog/b/": "The oven"}

    def site(asked):
        if asked.path == "/sitemap.xml":
            places = (f"{asked.root}/blog/{name}/" for name in "abc")
            return Reply(sitemap(*places), type="text/xml")
        text = texts.get(asked.path)
        return Reply((head.format(text) + date).encode(), type="text/html") if text else Reply(status=404)

    with served(site) as farm:
        told = {"pause": 0, "cache": tmp_path}
        plain = read_feed(f"{farm.url}/sitemap.xml", **told)
        assert [post.title for post in plain.posts] == ["A", "B", "C"] and "/blog/a/" not in farm.paths
        for _ in range(2):
            feed = read_feed(f"{farm.url}/sitemap.xml", fetch_titles=True, **told)
            assert [post.title for post in feed.posts] == ["Rye & salt", "The oven", "C"]
            assert str(feed.posts[0].published)[:10] == "2024-05-02"
        assert farm.paths.count("/blog/a/") == 1
    assert [notice.text for notice in feed.notices] == [
        f"1 title was made of its address: '{farm.url}/blog/c/'.",
        "2 titles were read from their pages.",
    ]


def test_an_error_says_why_nothing_was_taken(tmp_path):
    (tmp_path / "sitemap.xml").write_bytes(sitemap(f"{ROOT}/oven/"))
    with pytest.raises(HandoverError, match="may be a post") as error:
        read_feed(tmp_path / "sitemap.xml")
    assert "--site" in error.value.message
    assert len(read_feed(tmp_path / "sitemap.xml", site=ROOT).posts) == 1


def test_notes_beside_an_export_are_not_the_blog(tmp_path):
    (tmp_path / "notes.md").write_text("---\ntitle: A note\ndate: 2024-01-01\n---\nMine.")
    (tmp_path / "feed.xml").write_bytes((DATA / "atom.xml").read_bytes())
    assert "A note" not in [post.title for post in read_feed(tmp_path).posts]


# --- tables -------------------------------------------------------------------------------------------


def test_webflows_posts_take_the_folder_they_lie_in_and_no_guess():
    [post] = read_feed(DATA / "webflow.csv", site=f"{ROOT}/blog/").posts
    assert post.permalink == f"{ROOT}/blog/the-quiet-oven"
    assert read_feed(DATA / "webflow.csv", site=ROOT).posts[0].permalink == ""


def test_shopifys_posts_lie_below_their_blog():
    [post] = read_feed(DATA / "shopify_matrixify.csv", site=ROOT).posts
    assert post.permalink == f"{ROOT}/blogs/news/the-quiet-oven"


def test_a_table_of_updates_is_no_list_of_posts(tmp_path):
    (tmp_path / "a.csv").write_text(f"Title,Link,Caption,Network\nA,{ROOT}/a,Words,X\n")
    with pytest.raises(HandoverError):
        read_feed(tmp_path / "a.csv")


def test_days_and_months_that_no_date_tells_apart_are_not_guessed(tmp_path):
    (tmp_path / "a.csv").write_text(f"Title,URL,Date\nA,{ROOT}/a,03/04/2024\n")
    feed = read_feed(tmp_path / "a.csv")
    assert [post.published for post in feed.posts] == [None]
    assert any("03/04/2024" in notice.text for notice in feed.notices)


# --- folders of texts ---------------------------------------------------------------------------------


def test_a_folder_of_texts_is_read_from_its_zip(tmp_path):
    with zipfile.ZipFile(tmp_path / "site.zip", "w") as packed:
        for path in (DATA / "hugo_site").rglob("*.*"):
            packed.write(path, f"site-main/{path.relative_to(DATA / 'hugo_site').as_posix()}")
    titles = [post.title for post in read_feed(tmp_path / "site.zip").posts]
    assert titles == [post.title for post in read_feed(DATA / "hugo_site").posts]


def astro(tmp_path, facts):
    (tmp_path / "src/content/blog").mkdir(parents=True)
    (tmp_path / "src/content/blog/rye-bread.md").write_text(f"---\n{facts}\n---\nWords.\n")
    (tmp_path / "README.md").write_text("# Larkfield\n")
    return tmp_path


def test_a_site_whose_rule_is_not_known_gets_no_made_up_address(tmp_path):
    folder = astro(tmp_path, "title: Rye\npubDate: Jul 08 2024")
    [post] = read_feed(folder).posts
    assert (post.permalink, str(post.published)[:10]) == ("", "2024-07-08")
    assert read_feed(folder, site=ROOT).posts[0].permalink == ""
    assert read_feed(folder, site=f"{ROOT}/blog").posts[0].permalink == f"{ROOT}/blog/rye-bread"


@pytest.mark.parametrize(
    "facts",
    ["title: A\ndate: 2024-01-01\ndraft: true", "title: A", "title: A\ndate: 2024-01-01\npublished: false"],
)
def test_drafts_and_pages_of_a_folder_are_no_posts(facts, tmp_path):
    with pytest.raises(HandoverError, match="left out"):
        read_feed(astro(tmp_path, facts))


@pytest.mark.parametrize(
    ("facts", "values", "unread"),
    [
        ('title: "A: \\"b\\"" # c', {"title": 'A: "b"'}, []),
        ("title: 'It''s'", {"title": "It's"}, []),
        ("tags: [a, 'b, c', \"d\"]", {"tags": ["a", "b, c", "d"]}, []),
        ("tags:\n- a\n- b", {"tags": ["a", "b"]}, []),
        ("tags:\n  - a # one\n  - b", {"tags": ["a", "b"]}, []),
        ("text: >-\n  one\n  two", {"text": "one two"}, []),
        ("image:\n  url: /a.jpg\n  alt: A", {"image": {"url": "/a.jpg", "alt": "A"}}, []),
        ("draft: true\nnothing:", {"draft": True, "nothing": ""}, []),
        ("title: Two\n  lines", {"title": "Two lines"}, []),
        ("title: &anchor A\ndate: !!python/object:os.system x", {}, ["title", "date"]),
        ('title: "open', {}, ["title"]),
    ],
)
def test_facts_in_yaml_are_read_or_named(facts, values, unread):
    found = read(f"---\n{facts}\n---\nBody")
    assert found is not None
    assert (found.values, found.unread, found.body) == (values, unread, "Body")


def test_facts_in_toml_and_json_are_read_and_a_text_without_any_has_none():
    toml, jason = read("+++\ntitle = 'A'\n+++\nB"), read('{"Title": "A"}\nB')
    assert toml and jason and toml.text("title") == jason.text("title") == "A"
    assert read("Just words\n---\nand a line") is None
    broken = read("+++\ntitle = \n+++\n")
    assert broken and broken.unread == [""]


# --- a site in several languages ----------------------------------------------------------------------


def spoken(address: str, **twins: str) -> str:
    links = "".join(
        f"<x:link rel='alternate' hreflang='{tag.replace('_', '-')}' href='{twin}'/>"
        for tag, twin in twins.items()
    )
    return f"<url xmlns:x='http://www.w3.org/1999/xhtml'><loc>{address}</loc>{links}</url>"


def in_two(name: str) -> str:
    twins = {
        "de": f"{ROOT}/de/blog/{name}-de/",
        "en": f"{ROOT}/blog/{name}/",
        "x_default": f"{ROOT}/blog/{name}/",
    }
    return spoken(twins["de"], **twins) + spoken(twins["en"], **twins)


@pytest.mark.parametrize(("language", "folder"), [("", "/blog/"), ("de-AT", "/de/blog/"), ("fr", "/blog/")])
def test_a_post_in_several_languages_is_one_post_with_several_addresses(tmp_path, language, folder):
    path = tmp_path / "sitemap.xml"
    path.write_text(SET.format("".join(map(in_two, ("rye", "oven", "salt")))))
    feed = read_feed(path, language=language)
    assert len(feed.posts) == 3
    assert all(post.permalink.startswith(ROOT + folder) for post in feed.posts)
    assert sum(len(post.aliases) for post in feed.posts) == 3
    assert any("3 posts stand on the blog in several languages" in notice.text for notice in feed.notices)


def test_pages_that_do_not_name_each_other_are_no_translations(tmp_path):
    home = {"de": f"{ROOT}/de/", "en": f"{ROOT}/blog/rye/"}
    path = tmp_path / "sitemap.xml"
    path.write_text(SET.format("".join(spoken(f"{ROOT}/blog/{n}/", **home) for n in ("rye", "oven", "salt"))))
    assert [post.aliases for post in read_feed(path).posts] == [(), (), ()]
