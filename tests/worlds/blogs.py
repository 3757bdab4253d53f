"""The blog in eight formats, as far as a reader of updates needs it."""

import json
from collections.abc import Callable
from email.utils import format_datetime
from html import escape
from pathlib import Path

from tests.worlds.truth import HOST, Article

Articles = tuple[Article, ...]
NAME = "Thistle &amp; Oak"


def rss(path: Path, articles: Articles) -> Path:
    items = "".join(
        f"<item><title>{escape(a.title)}</title><link>{a.link}</link>"
        f"<guid isPermaLink='false'>post-{a.number}</guid>"
        f"<pubDate>{format_datetime(a.published)}</pubDate><description>{escape(a.text)}</description></item>"
        for a in articles
    )
    text = f"<rss version='2.0'><channel><title>{NAME}</title><link>{HOST}/</link>{items}</channel></rss>"
    return _written(path / "feed.xml", text)


def rdf(path: Path, articles: Articles) -> Path:
    items = "".join(
        f"<item rdf:about='{a.link}'><title>{escape(a.title)}</title><link>{a.link}</link>"
        f"<dc:date>{a.published.isoformat()}</dc:date><description>{escape(a.text)}</description></item>"
        for a in articles
    )
    text = (
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'"
        f" xmlns:dc='http://purl.org/dc/elements/1.1/'><channel rdf:about='{HOST}/'><title>{NAME}</title>"
        f"<link>{HOST}/</link><description>-</description></channel>{items}</rdf:RDF>"
    )
    return _written(path / "feed.rdf", text)


def atom(path: Path, articles: Articles) -> Path:
    items = "".join(
        f"<entry><id>tag:thistleandoak.example,2024:{a.number}</id><title>{escape(a.title)}</title>"
        f"<link rel='alternate' href='{a.link}'/><published>{a.published.isoformat()}</published>"
        f"<updated>{a.published.isoformat()}</updated><content type='text'>{escape(a.text)}</content></entry>"
        for a in articles
    )
    text = (
        f"<feed xmlns='http://www.w3.org/2005/Atom'><id>{HOST}/</id><title>{NAME}</title>"
        f"<updated>2026-01-01T00:00:00Z</updated><link href='{HOST}/'/>{items}</feed>"
    )
    return _written(path / "atom.xml", text)


def json_feed(path: Path, articles: Articles) -> Path:
    items = [
        {"id": str(a.number), "url": a.link, "title": a.title, "content_text": a.text,
         "date_published": a.published.isoformat()}
        for a in articles
    ]  # fmt: skip
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Thistle & Oak", "home_page_url": HOST}
    return _written(path / "feed.json", json.dumps({**feed, "items": items}))


def wordpress(path: Path, articles: Articles) -> Path:
    items = "".join(
        f"<item><title>{escape(a.title)}</title><link>{a.link}</link>"
        f"<guid isPermaLink='false'>{HOST}/?p={a.number + 10}</guid>"
        f"<content:encoded><![CDATA[<p>{a.text}</p>]]></content:encoded>"
        f"<wp:post_id>{a.number + 10}</wp:post_id>"
        f"<wp:post_date_gmt>{a.published:%Y-%m-%d %H:%M:%S}</wp:post_date_gmt><wp:status>publish</wp:status>"
        f"<wp:post_type>post</wp:post_type></item>"
        for a in articles
    )
    text = (
        "<?xml version='1.0' encoding='UTF-8'?><rss version='2.0' xmlns:wp='http://wordpress.org/export/1.2/'"
        " xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>"
        f"<title>{NAME}</title><link>{HOST}</link><wp:wxr_version>1.2</wp:wxr_version>{items}</channel></rss>"
    )
    return _written(path / "wordpress.xml", text)


def rest(path: Path, articles: Articles) -> Path:
    posts = [
        {"id": a.number + 10, "date_gmt": f"{a.published:%Y-%m-%dT%H:%M:%S}", "link": a.link, "type": "post",
         "status": "publish", "slug": a.link.rstrip("/").rpartition("/")[2],
         "guid": {"rendered": f"{HOST}/?p={a.number + 10}"}, "title": {"rendered": escape(a.title)},
         "content": {"rendered": f"<p>{a.text}</p>"}, "excerpt": {"rendered": ""}}
        for a in articles
    ]  # fmt: skip
    return _written(path / "posts.json", json.dumps(posts))


def blogger(path: Path, articles: Articles) -> Path:
    kind = "http://schemas.google.com/blogger/2008/kind#post"
    items = "".join(
        f"<entry><id>tag:blogger.com,1999:blog-1.post-{a.number}</id><title>{escape(a.title)}</title>"
        f"<category scheme='http://schemas.google.com/g/2005#kind' term='{kind}'/>"
        f"<link rel='alternate' type='text/html' href='{a.link}'/>"
        f"<published>{a.published.isoformat()}</published>"
        f"<updated>{a.published.isoformat()}</updated><content type='html'>{escape(a.text)}</content></entry>"
        for a in articles
    )
    text = (
        "<?xml version='1.0' encoding='UTF-8'?><feed xmlns='http://www.w3.org/2005/Atom'>"
        f"<id>tag:blogger.com,1999:blog-1.archive</id><title>{NAME}</title><updated>2026-01-01T00:00:00Z</updated>"
        f"<link rel='alternate' type='text/html' href='{HOST}/'/>"
        f"<generator uri='https://www.blogger.com'>Blogger</generator>{items}</feed>"
    )
    return _written(path / "blog-01-01-2026.xml", text)


def substack(path: Path, articles: Articles) -> Path:
    lines = [
        "post_id,post_date,is_published,email_sent_at,inbox_sent_at,type,audience,title,subtitle,podcast_url"
    ]
    folder = path / "substack"
    (folder / "posts").mkdir(parents=True)
    for a in articles:
        slug = a.link.rstrip("/").rpartition("/")[2]
        when = f"{a.published:%Y-%m-%dT%H:%M:%S.000Z}"
        lines.append(f'{a.number + 1}.{slug},{when},true,,,newsletter,everyone,"{a.title}",,')
        (folder / "posts" / f"{a.number + 1}.{slug}.html").write_text(f"<p>{a.text}</p>", encoding="utf-8")
    _written(folder / "posts.csv", "\n".join(lines))
    return folder


def _written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


BLOGS: tuple[Callable[[Path, Articles], Path], ...] = (
    rss, rdf, atom, json_feed, wordpress, rest, blogger, substack
)  # fmt: skip
