"""The sitemaps of a site, one after the other: a blog without a feed, posts a feed no longer lists."""

from contextlib import suppress
from dataclasses import replace
from urllib.parse import urljoin

from handover.errors import HandoverError
from handover.model import Notice, Post, Said
from handover.read.archive import Walk
from handover.read.blog_pages import Reader, bare
from handover.read.feeds.document import Document, merged
from handover.read.feeds.lists import sitemap
from handover.read.feeds.lists.found import made_titles
from handover.read.feeds.lists.places import parts_of, sorted_out
from handover.read.feeds.platforms import BlogPage
from handover.read.gzipped import unpacked
from handover.read.source import Source, from_bytes
from handover.read.web import Web
from handover.urls import canonical

MOST = 50  # sitemaps of one site
PLACE = "/sitemap.xml"  # where nearly all sites have it, or redirect from


def is_sitemap(document: Document) -> bool:
    return document.format in (sitemap.FORMAT, sitemap.INDEX)


def whole(web: Web, first: BlogPage, read: Reader) -> Document:
    """All sitemaps that the first one names as one document; the first itself where it names none."""
    links = [link for name, link in first.document.links.items() if name.startswith("sitemap ")]
    links = [link for link in links if bare(link) == bare(first.address)]
    if not links:
        return first.document
    found: list[Document] = []
    trouble: list[Notice] = []
    for link in links[:MOST]:
        answer = web.get(link)
        try:
            found.append(read(from_bytes(answer.body, link), answer.address))
        except HandoverError as error:
            trouble.append(Notice(text=error.message, where=link))
    if not found:
        return first.document
    document = merged(found)
    return replace(document, notices=(*document.notices, *trouble))


def beside(walk: Walk) -> None:
    """Adds to a walk what the site's sitemap names and its feed no longer lists.

    Posts are told by where the feed's own lie; where these lie among all pages, only a sitemap that says it
    is of posts is believed. Holds such a one every post of the feed, then it is the list of all.
    """
    if walk.extent != "newest_only" or walk.ended in ("failed", "limit") or not walk.posts:
        return
    known = {canonical(post.permalink): post for post in walk.posts if post.permalink}
    for source in _sitemaps(walk.web, urljoin(walk.first.address, PLACE)):
        try:
            rows = sitemap.listed(source)
        except HandoverError:  # no readable XML: it adds nothing, and takes nothing away
            continue
        addresses = [row["loc"] for row in rows]
        named = sitemap.kind_of(source.name) == "posts"
        folders = [parts.folders for post in known.values() if (parts := parts_of(post.permalink))]
        if not all(folders) and not named:
            continue
        places = sorted_out(addresses, [post.permalink for post in known.values()], named=named)
        listed = {canonical(address) for address in addresses}
        fresh = [
            sitemap.post_of(row)
            for row, place in zip(rows, places, strict=True)
            if place == "post" and canonical(row["loc"]) not in known
        ]
        _add(walk, fresh, source.location)
        if named and listed >= set(known):
            total = len(walk.posts)
            walk.extent = "proved"
            walk.reason = Said(
                "The blog's own sitemap lists {n} post, those of the feed among them.",
                many="The blog's own sitemap lists {n} posts, those of the feed among them.",
                n=total,
            )
        known |= {canonical(post.permalink): post for post in fresh}


def _add(walk: Walk, fresh: list[Post], where: str) -> None:
    if not fresh:
        return
    walk.posts += fresh
    told = Said(
        "{n} post was found in the blog's sitemap alone: the feed no longer lists it.",
        many="{n} posts were found in the blog's sitemap alone: the feed no longer lists them.",
        n=len(fresh),
    )
    hint = Said("These have no text and no day here: look at them on the blog, or export it.")
    walk.notices += (
        Notice(text=told, hint=hint, where=where),
        *made_titles([post.permalink for post in fresh], where),
    )


def _sitemaps(web: Web, address: str) -> list[Source]:
    """The sitemap at an address, or those that it names."""
    first = _fetched(web, address)
    if first is None:
        return []
    links = sitemap.named_in(first)
    if not links:
        return [first]
    own = [link for link in links if bare(link) == bare(address)]
    return [source for link in own[:MOST] if (source := _fetched(web, link))]


def _fetched(web: Web, address: str) -> Source | None:
    answer = web.get(address)
    if answer.status != 200 or answer.error:
        return None
    with suppress(HandoverError):
        source = unpacked(from_bytes(answer.body, address))
        return source if sitemap.accepts(source) else None
    return None
