"""Which post an address leads to: by its keys, its path, its slug, its number, or its beginning."""

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, TypeVar

from rapidfuzz import fuzz

from handover.model import Post
from handover.pair.paths import (
    MIN_SLUG,
    has_name,
    is_article,
    long_numbers,
    month_of,
    path_of,
    shown_number,
    slug_of,
)
from handover.pair.words import squash
from handover.urls import Address, address_of, parse
from handover.urls.known import ARTICLE_SUFFIXES

_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "ae", "Ö": "oe", "Ü": "ue"})
_COMMENT_PAGE = re.compile(r"comment-page-\d+|page-?\d+|\d")

MIN_PREFIX = 8  # letters of the path a cut address must keep
ALIKE = 88  # how alike (of 100) a misspelt slug must be
RECENT = dt.timedelta(days=30)  # how old a post with a misspelt slug may be
EARLY = dt.timedelta(days=2)  # how far before its post an update may come


class Found(NamedTuple):
    """The posts an address leads to, and how that is known."""

    posts: tuple[int, ...]
    score: float
    how: str  # a sentence


# The posts a key belongs to. Nearly all belong to one, and all keys of one post share the same tuple.
Numbers = tuple[int, ...] | set[int]
K = TypeVar("K")


def _share(index: dict[K, Numbers], key: K, alone: tuple[int, ...]) -> None:
    """Note in an index that a key belongs to one more post."""
    known = index.setdefault(key, alone)
    if isinstance(known, set):
        known.update(alone)
    elif known != alone:
        index[key] = {*known, *alone}


def addresses_of(post: Post) -> tuple[str, ...]:
    """Every address the post is known to answer to."""
    told = (post.permalink, *post.aliases, post.id if "://" in post.id else "")
    return tuple(a for a in told if a)


class AddressIndex:
    """Posts by their addresses.

    What belongs to several posts decides nothing, but for posts that are one article told twice (same
    address, same title): an update that links to it belongs to each.

    `posts` must be sorted by time of publication, those without one last.
    """

    def __init__(self, posts: Sequence[Post]) -> None:
        self.posts = posts
        self.keys: tuple[dict[str, Numbers], ...] = ({}, {}, {})  # by key, page and loose key
        self.paths: dict[str, Numbers] = {}
        self.slugs: dict[str, Numbers] = {}
        self.titles: dict[str, Numbers] = {}
        self.ids: dict[str, Numbers] = {}  # WordPress's number of a post
        self.numbers: dict[tuple[str, str], Numbers] = {}
        self.hosts: set[str] = set()
        self.host_of: list[str] = []
        self._published = [post.published for post in posts if post.published]
        for number, post in enumerate(posts):
            self._add(number, post)

    def _add(self, number: int, post: Post) -> None:
        main = parse(post.permalink)
        self.host_of.append(main.host if main else "")
        alone = (number,)
        for address in dict.fromkeys(filter(None, map(parse, addresses_of(post)))):
            loose = address.loose
            self.hosts.add(address.host)
            for index, key in zip(self.keys, (address.key, address.page, loose), strict=True):
                _share(index, key, alone)
            if told := shown_number(address):
                _share(self.ids, told, alone)
            if address.segments:
                _share(self.paths, loose.partition("/")[2], alone)
                _share(self.slugs, slug_of(address), alone)
                for told in long_numbers(address):
                    _share(self.numbers, (address.host, told), alone)
        _share(self.titles, squash(post.title), alone)
        if not post.title.isascii():
            _share(self.titles, squash(post.title.translate(_GERMAN)), alone)

    @cached_property
    def _sorted(self) -> list[tuple[str, int]]:
        """The pages of single posts, in order."""
        return sorted((key, n) for key, found in self.keys[1].items() if len(found) == 1 for n in found)

    @cached_property
    def _slugs(self) -> list[str]:
        """The slug of each post."""
        return [slug_of(parse(post.permalink)) for post in self.posts]

    def knows(self, host: str) -> bool:
        """Whether an address on this host may be a post's."""
        return host in self.hosts or host.partition(".")[2] in self.hosts

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
            return Found(alone, 1.0, "The update links to this post.")
        for level, key in enumerate((address.key, address.page, address.loose)):
            posts = self.keys[level].get(key, ())
            if numbered:
                posts = {n for n in posts if not self._too_young(n, posted)}
            if found := self._one_article(posts):
                return Found(found, 1.0 - level / 100, "The update links to this post.")
        if address.query and address.segments:
            # Parameters nobody knows; the page without them is a post, so they do not choose the page.
            found = self._one_article(self.keys[2].get(parse_page(address), ()))
            if found:
                return Found(found, 0.97, "The update links to this post, with parameters added.")
        return None

    def below(self, address: Address) -> Found | None:
        """The post above a page of comments, a feed of comments, a printer's or AMP form."""
        if len(address.segments) < 2 or not self.knows(address.host):
            return None
        last = address.segments[-1].lower()
        if last in ARTICLE_SUFFIXES or _COMMENT_PAGE.fullmatch(last):
            above = address_of(address.host, address.port, address.segments[:-1])
            if found := self.at(above):
                return Found(found.posts, 0.98, "The update links to a page of this post.")
        return None

    def elsewhere(
        self, address: Address, posted: dt.datetime | None, hosts: Iterable[str] = ()
    ) -> Found | None:
        """The post an address of the blog's own (or of its former home) means, though spelt otherwise.

        `hosts`: the hosts of the posts that this address's host is known to stand for.
        """
        if not is_article(address):
            return None
        tried = (
            (self.paths.get(path_of(address)) if has_name(address) else None, 0.98, "the same path"),
            (self._by_slug(address, self.slugs), 0.97, "the same last part of the address"),
            (self._by_slug(address, self.titles), 0.96, "an address made of this post's title"),
            (self._by_number(address), 0.95, "the same number in the address"),
        )
        for posts, score, why in tried:
            kept = self._fitting(posts or (), address, posted, hosts)
            if found := self._one_article(kept):
                return Found(found, score, f"The update's link has {why}.")
        return None

    def misspelt(self, address: Address, posted: dt.datetime | None) -> Found | None:
        """The only post of that month, else of the weeks before, whose slug is nearly that of the address."""
        if not is_article(address) or len(slug := slug_of(address)) < 2 * MIN_SLUG:
            return None
        told = month_of(address)
        told_figures = re.sub(r"\D", "", slug)
        alike = [
            n
            for n in self._around(posted, told)
            if fuzz.ratio(own := self._slugs[n], slug) >= ALIKE and re.sub(r"\D", "", own) == told_figures
        ]
        found = self._one_article(alike)
        return Found(found, 0.92, "The update's link is nearly this post's address.") if found else None

    def beginning_with(self, key: str) -> Found | None:
        """The only post whose address begins with what is left of a cut one."""
        if len(key.partition("/")[2]) < MIN_PREFIX:
            return None
        start = bisect_left(self._sorted, (key, -1))
        found = {n for k, n in self._sorted[start : start + 3] if k.startswith(key)}
        posts = self._one_article(found)
        return (
            Found(posts, 0.97, "The update's link is cut short, and only this post begins so.")
            if posts
            else None
        )

    def by_id(self, told: str, posted: dt.datetime | None, host: str) -> Found | None:
        """The post with WordPress's number, on the host where that number is known.

        Numbers are given out again after a move, so the post must not be younger than the update.
        """
        known = [n for n in self.ids.get(told, ()) if told and (not host or self.host_of[n] == host)]
        posts = self._one_article(n for n in known if not self._too_young(n, posted))
        return Found(posts, 0.97, "The update's link holds this post's number.") if posts else None

    def _around(self, posted: dt.datetime | None, month: dt.date | None) -> Iterable[int]:
        """The posts of a month, else those published within the weeks before an update."""
        dates = self._published
        if month:
            # Wider than the month by days, whatever zones the times are in.
            first = bisect_left(dates, month.toordinal() - 3, key=dt.date.toordinal)
            last = bisect_right(dates, month.toordinal() + 34, key=dt.date.toordinal)
            told = month.year, month.month
            return [n for n in range(first, last) if (dates[n].year, dates[n].month) == told]
        if posted is None:
            return ()
        first = bisect_left(dates, -RECENT, key=lambda published: published - posted)
        return range(first, bisect_right(dates, EARLY, key=lambda published: published - posted))

    def _by_slug(self, address: Address, index: Mapping[str, Numbers]) -> Numbers | None:
        slug = slug_of(address)
        return index.get(slug) if len(slug) >= MIN_SLUG and not slug.isdecimal() else None

    def _by_number(self, address: Address) -> Numbers | None:
        for told in long_numbers(address):
            if found := self.numbers.get((address.host, told)):
                return found
        return None

    def _fitting(
        self, posts: Iterable[int], address: Address, posted: dt.datetime | None, hosts: Iterable[str]
    ) -> list[int]:
        kept = [n for n in posts if not self._too_young(n, posted) and self._same_date(n, address)]
        for favoured in ({address.host}, set(hosts)):
            if near := [n for n in kept if self.host_of[n] in favoured]:
                return near
        return kept

    def _too_young(self, number: int, posted: dt.datetime | None) -> bool:
        published = self.posts[number].published
        return bool(posted and published and published - posted > EARLY)

    def _same_date(self, number: int, address: Address) -> bool:
        # /2010/05/the-slug names a month: another month is another article of that name.
        published, told = self.posts[number].published, month_of(address)
        return not (published and told) or abs((published.date() - told).days - 15) <= 35

    def _one_article(self, numbers: Iterable[int]) -> tuple[int, ...]:
        found = sorted(set(numbers))
        if len(found) < 2 or len({squash(self.posts[n].title) for n in found}) == 1 == len(
            {parse_or_text(self.posts[n].permalink) for n in found}
        ):
            return tuple(found)
        return ()

    def learn_number(self, address: Address, number: int) -> None:
        """Remember that the number in this address stands for a post (its slug may have changed)."""
        for told in long_numbers(address):
            _share(self.numbers, (address.host, told), (number,))


def parse_page(address: Address) -> str:
    """The loose key of the page without any parameter."""
    return address_of(address.host, address.port, address.segments).loose


def parse_or_text(address: str) -> str:
    parts = parse(address)
    return parts.loose if parts else address
