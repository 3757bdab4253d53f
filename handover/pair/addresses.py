"""Which post an address leads to: by its keys, its number, or its beginning."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property

from handover.later import pattern
from handover.model import Post, Said
from handover.pair.articles import Found, Numbers, addresses_of, is_too_young, one_article, share
from handover.pair.paths import is_date, medium_id, place_of, shown_number
from handover.pair.slugs import SlugIndex
from handover.urls import Address, address_of, parse
from handover.urls.known import ARTICLE_SUFFIXES, LISTS

_COMMENT_PAGE = pattern(r"comment-page-\d+|page-?\d+|\d")

LINKS = Said("The update links to this post.")
LINKS_AND_MORE = Said("The update links to this post, with parameters added.")
LINKS_TO_PAGE = Said("The update links to a page of this post.")
CUT_SHORT = Said("The update's link is cut short, and only this post begins so.")
HOLDS_NUMBER = Said("The update's link holds this post's number.")
ENDS_WITH_ID = Said("The update's link ends with this post's id.")

MIN_PREFIX = 8  # letters of the path a cut address must keep


class AddressIndex:
    """Posts by their addresses.

    What belongs to several posts decides nothing, but for posts that are one article told twice (same
    address, same title): an update that links to it belongs to each.

    `posts` must be sorted by time of publication, those without one last.
    """

    def __init__(self, posts: Sequence[Post]) -> None:
        self.posts = posts
        self.keys: tuple[dict[str, Numbers], ...] = ({}, {}, {})  # by key, page and loose key
        self.ids: dict[str, Numbers] = {}  # WordPress's number of a post
        self._medium: dict[str, Numbers] = {}  # Medium's id of a post
        self.hosts: set[str] = set()
        self.places: set[str] = set()  # the same; on hosts of many owners, with the owner
        self._above: set[tuple[str, ...]] = set()  # the paths above posts
        self.slugs = SlugIndex(posts)
        for number, post in enumerate(posts):
            self._add(number, post)

    def _add(self, number: int, post: Post) -> None:
        alone = (number,)
        addresses = tuple(dict.fromkeys(filter(None, map(parse, addresses_of(post)))))
        self.slugs.add(number, addresses)
        for address in addresses:
            self.hosts.add(address.host)
            self.places.add(place_of(address))
            self._above.update(address.segments[:n] for n in range(len(address.segments)))
            for index, key in zip(self.keys, (address.key, address.page, address.loose), strict=True):
                share(index, key, alone)
            if told := shown_number(address):
                share(self.ids, told, alone)
            if told := medium_id(address):
                share(self._medium, told, alone)

    @cached_property
    def _sorted(self) -> list[tuple[str, int]]:
        """The pages of single posts, in order."""
        return sorted((key, n) for key, found in self.keys[1].items() if len(found) == 1 for n in found)

    def knows(self, host: str) -> bool:
        """Whether an address on this host may be a post's."""
        return host in self.hosts or host.partition(".")[2] in self.hosts

    def lists_posts(self, address: Address) -> bool:
        """Whether an address of the own site is the front page, or a list of posts rather than one."""
        parts = address.segments
        return parts in self._above or not parts or parts[-1].lower() in LISTS or is_date(address)

    def at(self, address: Address, posted: dt.datetime | None = None) -> Found | None:
        """The posts that have this very address, in any of its spellings.

        A number in place of a name (`?p=12`) is given out again after a move, so the post of today must not
        be younger than the update that was `posted`.
        """
        if not self.knows(address.host):
            return None
        numbered = not address.segments and bool(address.query)
        alone = self.keys[0].get(address.key)
        if isinstance(alone, tuple) and not numbered:
            return Found(alone, 1.0, LINKS)
        for level, key in enumerate((address.key, address.page, address.loose)):
            posts = self.keys[level].get(key, ())
            if numbered:
                posts = {n for n in posts if not self._too_young(n, posted)}
            if found := self._one_article(self._speaking(posts, address) if level else posts):
                return Found(found, 1.0 - level / 100, LINKS)
        if address.query and address.segments:
            # Parameters nobody knows; the page without them is a post, so they do not choose the page.
            posts = self.keys[2].get(parse_page(address), ())
            if found := self._one_article(self._speaking(posts, address)):
                return Found(found, 0.97, LINKS_AND_MORE)
        return None

    def below(self, address: Address) -> Found | None:
        """The post above a page of comments, a feed of comments, a printer's or AMP form."""
        if len(address.segments) < 2 or not self.knows(address.host):
            return None
        last = address.segments[-1].lower()
        if last in ARTICLE_SUFFIXES or _COMMENT_PAGE.fullmatch(last):
            above = address_of(address.host, address.port, address.segments[:-1])
            if found := self.at(above):
                return Found(found.posts, 0.98, LINKS_TO_PAGE)
        return None

    def beginning_with(self, key: str) -> Found | None:
        """The only post whose address begins with what is left of a cut one."""
        if len(key.partition("/")[2]) < MIN_PREFIX:
            return None
        start = bisect_left(self._sorted, (key, -1))
        found = {n for k, n in self._sorted[start : start + 3] if k.startswith(key)}
        posts = self._one_article(found)
        return Found(posts, 0.97, CUT_SHORT) if posts else None

    def by_id(self, told: str, posted: dt.datetime | None, host: str) -> Found | None:
        """The post with WordPress's number, on the host where that number is known.

        Numbers are given out again after a move, so the post must not be younger than the update.
        """
        known = [n for n in self.ids.get(told, ()) if told and (not host or self.slugs.host_of[n] == host)]
        posts = self._one_article(n for n in known if not self._too_young(n, posted))
        return Found(posts, 0.97, HOLDS_NUMBER) if posts else None

    def by_medium_id(self, address: Address) -> Found | None:
        """The post whose address ends with the same id of Medium's, wherever it is: no two have one."""
        posts = self._one_article(self._medium.get(medium_id(address), ())) if self._medium else ()
        return Found(posts, 0.98, ENDS_WITH_ID) if posts else None

    def _speaking(self, posts: Iterable[int], address: Address) -> list[int]:
        """The posts that are not in another language than an address names."""
        own = self.slugs.sections.speak
        return [n for n in posts if own(address, parse(self.posts[n].permalink))]

    def _too_young(self, number: int, posted: dt.datetime | None) -> bool:
        return is_too_young(self.posts[number], posted)

    def _one_article(self, numbers: Iterable[int]) -> tuple[int, ...]:
        return one_article(self.posts, numbers)


def parse_page(address: Address) -> str:
    """The loose key of the page without any parameter."""
    return address_of(address.host, address.port, address.segments).loose
