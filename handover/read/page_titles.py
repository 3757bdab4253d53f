"""Titles and days of publishing from the posts' own pages, for lists that name addresses only.

Only where the user asks for it: each page is asked for once, as politely as any (see `web`), and kept. What
pages say of themselves: https://ogp.me, https://schema.org/datePublished.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import requests

from handover.model import Feed, Notice, Post, Progress, Said
from handover.read import fields
from handover.read.blog_pages import bare
from handover.read.cache import PageCache
from handover.read.feeds.lists.found import common_ending, made_titles
from handover.read.feeds.lists.places import title_of
from handover.read.web import Web

MOST = 2_000  # pages of one run
MAX_LOOKED = 512 * 1024  # bytes of a page: its head stands at its beginning
_META = re.compile(r"<meta\b[^<>]{0,2000}>", re.IGNORECASE)
_NAME = re.compile(r"""\b(?:property|name)\s*=\s*["']?([\w:.-]+)""", re.IGNORECASE)
_CONTENT = re.compile(r"""\bcontent\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)')""", re.IGNORECASE)
_TITLE = re.compile(r"<title[^<>]*>([^<]{1,1000})", re.IGNORECASE)
_HEADING = re.compile(r"<h1\b[^<>]*>(.{1,1000}?)</h1>", re.IGNORECASE | re.DOTALL)
_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"]{1,60})"')


def with_titles(
    feed: Feed,
    *,
    progress: Progress | None = None,
    pause: float = 1.0,
    cache: str | Path | None = None,
    session: requests.Session | None = None,
    fresh: bool = False,
) -> Feed:
    """The feed with the titles of posts that had only their address, as far as their pages answer."""
    wanted = [post for post in feed.posts if post.permalink and post.title == title_of(post.permalink)]
    if not wanted:
        return feed
    home = wanted[0].permalink
    kept = PageCache.of(f"pages of {bare(home)}", cache, fresh=fresh)
    if fresh:
        kept.restart()
    found: dict[str, Post] = {}
    with Web(home=home, session=session, pause=pause, cache=kept) as web:
        for done, post in enumerate(wanted[:MOST]):
            if progress:
                progress("titles", done, min(len(wanted), MOST))
            answer = web.get(post.permalink, stay=lambda target: bare(target) == bare(home))
            if answer.status == 200 and not answer.error:
                found[post.id] = _told(post, answer.body[:MAX_LOOKED].decode("utf-8", "replace"))
    return _taken(feed, wanted, found)


def _told(post: Post, page: str) -> Post:
    """The post with what its page says; its title is "" where the page has none."""
    meta: dict[str, str] = {}
    for tag in _META.findall(page):
        name, content = _NAME.search(tag), _CONTENT.search(tag)
        if name and content:
            meta.setdefault(name[1].lower(), fields.plain_title(content[1] or content[2]))
    heading, named, stated = _HEADING.search(page), _TITLE.search(page), _PUBLISHED.search(page)
    title = meta.get("og:title") or (named and fields.plain_title(named[1])) or ""
    title = title or (fields.one_line(fields.plain_text(heading[1])) if heading else "")
    published = fields.moment(meta.get("article:published_time")) or fields.moment(stated and stated[1])
    return replace(post, title=title, published=post.published or published)


def _taken(feed: Feed, wanted: Sequence[Post], found: dict[str, Post]) -> Feed:
    ending = common_ending([post.title for post in found.values()])
    titled = {id_: replace(p, title=p.title.removesuffix(ending)) for id_, p in found.items() if p.title}
    open_ = [post.permalink for post in wanted if post.id not in titled]
    notices = [notice for notice in feed.notices if not _is_of_titles(notice)]
    notices += made_titles(open_, feed.source)
    if titled:
        told = Said(
            "{n} title was read from its page.", many="{n} titles were read from their pages.", n=len(titled)
        )
        notices.append(Notice(text=told, where=urlsplit(wanted[0].permalink).hostname or ""))
    posts = tuple(titled.get(post.id, post) for post in feed.posts)
    return replace(feed, posts=posts, notices=tuple(notices))


def _is_of_titles(notice: Notice) -> bool:
    [sample] = made_titles(["x"], "")
    return (
        isinstance(notice.text, Said)
        and isinstance(sample.text, Said)
        and notice.text.message == sample.text.message
    )
