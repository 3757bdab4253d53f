"""From the address a person names to the blog's feed: the feed itself, or the home page that names it."""

from contextlib import suppress
from urllib.parse import urljoin, urlsplit

from handover.errors import FetchError, ParseError, SourceError, UnknownFormatError
from handover.model import Joined, Said
from handover.read.blog_pages import Reader
from handover.read.feeds import page as web_page
from handover.read.feeds.platforms import BlogPage
from handover.read.fetch import Answer
from handover.read.source import from_bytes
from handover.read.walls import HINT, wall
from handover.read.web import Web, failure

MAX_NAMED = 4  # feeds of a page that are tried


def first_page(web: Web, address: str, read: Reader) -> BlogPage:
    """The feed's first page. Raises FetchError when nothing answers, SourceError when it is no feed.

    A walk that was cut off goes on only if this page still lists the same posts.
    """
    before = _stored_posts(web, address, read)
    answer = _fetched(web, address)
    source = from_bytes(answer.body, address)
    if not web_page.accepts(source):
        return _checked(web, _page(address, answer, read), before)
    before_it = wall(source, address, answer.address)
    named = web_page.feeds(source, answer.address)
    if before_it and not named and urlsplit(answer.address).hostname != urlsplit(address).hostname:
        raise UnknownFormatError(before_it, location=address, hint=HINT)  # it led us away: no use in trying
    trouble: list[str] = []
    for link in named[:MAX_NAMED] or web_page.guesses(answer.address):
        before = _stored_posts(web, link, read)
        try:
            return _checked(web, _page(link, _fetched(web, link), read), before)
        except SourceError as error:
            trouble.append(error.message)
    if named:
        raise FetchError(
            Joined(Said("{address} names its feed, but that cannot be read.", address=address), trouble[0]),
            location=named[0],
            hint=Said("Export the blog (in WordPress: Tools > Export) and give the file."),
        )
    with suppress(SourceError):
        place = urljoin(answer.address, "/sitemap.xml")
        listed = _page(place, _fetched(web, place), read)
        if listed.document.posts or listed.document.links:
            return listed
    if before_it:
        raise UnknownFormatError(before_it, location=address, hint=HINT)
    raise UnknownFormatError(
        Said("{address} is a web page that names no feed, and none is at the usual places.", address=address),
        location=address,
        hint=Said("Give the address of the feed, or export the blog (in WordPress: Tools > Export)."),
    )


def _stored_posts(web: Web, address: str, read: Reader) -> list[str]:
    stored = web.cache.find(address) if web.cache.resumed else None
    try:
        document = read(from_bytes(stored.body, address), stored.final) if stored else None
    except SourceError:
        return []
    return [post.id for post in document.posts] if document else []


def _checked(web: Web, page: BlogPage, before: list[str]) -> BlogPage:
    if web.cache.resumed and before != [post.id for post in page.document.posts]:
        web.cache.restart()
    return page


def _fetched(web: Web, address: str) -> Answer:
    answer = web.get(address, first=True)
    if answer.error or answer.status != 200:
        raise failure(address, answer)
    return answer


def _page(address: str, answer: Answer, read: Reader) -> BlogPage:
    if web_page.accepts(from_bytes(answer.body, address)) and urlsplit(address).query == "":
        told = wall(from_bytes(answer.body, address), address, answer.address)
        told = told or Said("{address} is a web page, not a feed.", address=address)
        raise UnknownFormatError(told, location=address)
    document = read(from_bytes(answer.body, answer.address), answer.address)
    if document.broken and not document.posts:
        hint = Said("Try again; if it stays so, export the blog (in WordPress: Tools > Export).")
        raise ParseError(Said("{address} came in pieces.", address=address), location=address, hint=hint)
    return BlogPage(asked=address, address=answer.address, document=document, headers=dict(answer.headers))
