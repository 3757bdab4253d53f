"""Posts the updates speak of and the feed does not list: counted and named, so that nobody takes the list
for the whole blog."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from handover.model import Notice, Said
from handover.pair.paths import is_article
from handover.pair.state import Work
from handover.urls import Address, parse

NAMED = 5  # addresses a notice names; the rest are counted, and stand with their updates


def unlisted_posts(work: Work) -> Notice | None:
    """One notice for all open updates that point at articles of the blog's own site which no post has."""
    pages: defaultdict[str, set[int]] = defaultdict(set)
    for number in work.open:
        for address in _pointed_at(work, number):
            if _is_unlisted(work, address):
                pages[address.page].add(number)
    if not pages:
        return None
    updates = len(set().union(*pages.values()))
    most = sorted(pages, key=lambda page: (-len(pages[page]), page))
    return Notice(
        text=Said(
            "{n} update points at {pages} the feed does not list: {addresses}.",
            many="{n} updates point at {pages} the feed does not list: {addresses}.",
            n=updates,
            pages=Said("{n} post", many="{n} posts", n=len(pages)),
            addresses=_named(most),
        ),
        hint=Said(
            "If these are the client's posts, give the blog's export instead of its feed "
            "(in WordPress: Tools > Export); if they were taken down, nothing is missing."
        ),
    )


def _named(pages: Sequence[str]) -> str:
    first = ", ".join(pages[:NAMED])
    if len(pages) <= NAMED:
        return first
    return Said("{addresses} and {n} more", addresses=first, n=len(pages) - NAMED)


def _pointed_at(work: Work, number: int) -> Iterator[Address]:
    stated = parse(work.updates[number].post) if number in work.doubts else None
    if stated is not None:
        yield stated
    for link in work.links[number]:
        if link.address is not None and not link.cut:
            yield link.address


def _is_unlisted(work: Work, address: Address) -> bool:
    ours = work.sites.is_own(address) or bool(work.sites.stands_for(address))
    return ours and is_article(address) and not work.index.at(address)
