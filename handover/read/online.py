"""From the address of a blog or its feed to a `Feed`, page after page."""

from dataclasses import replace
from pathlib import Path

import requests

from handover.model import Feed, Progress
from handover.read.archive import Reader, Walk, bare
from handover.read.cache import PageCache
from handover.read.doors import first_page
from handover.read.feeds.document import as_feed, gathered, unique
from handover.read.web import Web, without_login


def read_online(
    given: str,
    read: Reader,
    *,
    whole_blog: bool,
    progress: Progress | None,
    pause: float,
    cache: str | Path | None,
    session: requests.Session | None,
) -> Feed:
    """See `handover.read.read_feed`; `read` makes a document of a page. The feed may be without posts."""
    given, login = without_login(given)
    pages = PageCache.of(given, cache) if whole_blog else PageCache()
    with Web(home=given, login=login, session=session, pause=pause, cache=pages) as web:
        first = first_page(web, given, read)
        if not whole_blog:
            feed = as_feed(first.document, first.address)
            return replace(feed, extent_reason="Only what the given address lists was read.")
        hosts = frozenset(filter(None, map(bare, (given, first.asked, first.address))))
        walk = Walk(web=web, read=read, first=first, hosts=hosts, progress=progress)
        walk.run()
    return _as_walked(walk)


def _as_walked(walk: Walk) -> Feed:
    document = walk.first.document
    posts, notices = unique(walk.posts)
    return Feed(
        title=document.title,
        link=document.link,
        language=document.language,
        posts=posts,
        source=walk.first.address,
        extent=walk.extent,
        extent_reason=walk.reason,
        skipped=tuple(walk.skipped),
        notices=gathered((*walk.notices, *notices), walk.only_changed),
    )
