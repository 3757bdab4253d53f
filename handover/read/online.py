"""From the address of a blog or its feed to a `Feed`, page after page."""

from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import requests

from handover.model import Feed, Progress, Said
from handover.read.archive import Walk
from handover.read.blog_pages import Reader, bare
from handover.read.cache import PageCache, now
from handover.read.discovery import first_page
from handover.read.feeds.document import as_feed, gathered, unique
from handover.read.fetch import Answer, agent
from handover.read.kept import unpacked
from handover.read.profiles import refuse_profile
from handover.read.sitemaps import beside, is_sitemap, whole
from handover.read.web import Web, failure, without_login


def read_online(
    given: str,
    read: Reader,
    *,
    whole_blog: bool,
    progress: Progress | None,
    pause: float,
    cache: str | Path | None,
    session: requests.Session | None,
    language: str,
    fresh: bool,
) -> Feed:
    """See `handover.read.read_feed`; `read` makes a document of a page. The feed may be without posts."""
    given, login = _checked(given)
    refuse_profile(given)
    # What a login shows is not for a run without one: it is kept apart, by the name alone.
    door = f"{given} as {login.partition(':')[0]}" if login else given
    pages = PageCache.of(door, cache, fresh=fresh) if whole_blog else PageCache()
    with Web(home=given, login=login, session=session, pause=pause, cache=pages) as web:
        first = first_page(web, given, read)
        if is_sitemap(first.document):
            document = whole(web, first, read)
            pages.finish()
            return as_feed(document, first.address)
        if not whole_blog:
            feed = as_feed(first.document, first.address)
            return replace(feed, extent_reason=Said("Only what the given address lists was read."))
        hosts = frozenset(filter(None, map(bare, (given, first.asked, first.address))))
        walk = Walk(web=web, read=read, first=first, hosts=hosts, progress=progress)
        if session is None:  # nobody knows what one of the user's own has shown
            walk.door = (first.asked, first.address, language, agent())
            walk.kept = unpacked(pages.recall(), walk.door, now())
        walk.run()
        beside(walk)
    return _as_walked(walk)


def _checked(given: str) -> tuple[str, str]:
    """The address without its login, and the login. Raises FetchError where no address is spelt so."""
    address, login = without_login(given)
    try:
        urlsplit(address)
    except ValueError as error:
        wrong = Answer(address=address, error=Said("the address is not valid"), permanent=True)
        raise failure(address, wrong) from error
    return address, login


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
