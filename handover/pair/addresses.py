"""Which post an address leads to: by its keys, its path, its slug, its number, or its beginning."""

import datetime as dt
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from rapidfuzz import fuzz

from handover.model import Post
from handover.pair.words import squash, words
from handover.urls import Address, address_of, fold_segment, parse
from handover.urls.known import ARTICLE_SUFFIXES, LISTING_SEGMENTS

_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "ae", "Ö": "oe", "Ü": "ue"})
_BASE62 = {
    letter: value
    for value, letter in enumerate("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
}
_COMMENT_PAGE = re.compile(r"comment-page-\d+|page-?\d+|\d")
_FILE = re.compile(
    r"\.(?:jpe?g|png|gif|svg|webp|pdf|zip|mp[34]|css|js|xml|rss|atom|json|txt|docx?|xlsx?|pptx?)$", re.I
)

MIN_PREFIX = 8  # letters of the path a cut address must keep
MIN_SLUG = 4  # letters a slug must have to be looked up on another host
MIN_NUMBER = 6  # digits that make a number an identity
ALIKE = 88  # how alike (of 100) a misspelt slug must be
RECENT = dt.timedelta(days=30)  # how old a post with a misspelt slug may be
EARLY = dt.timedelta(days=2)  # how far before its post an update may come


@dataclass(frozen=True, slots=True)
class Found:
    """The posts an address leads to, and how that is known."""

    posts: tuple[int, ...]
    score: float
    how: str


def addresses_of(post: Post) -> tuple[str, ...]:
    """Every address the post is known to answer to."""
    told = (post.permalink, *post.aliases, post.id if "://" in post.id else "")
    return tuple(a for a in told if a)


class AddressIndex:
    """Posts by their addresses.

    What belongs to several posts decides nothing, but for posts that are one article told twice (same
    address, same title): an update that links to it belongs to each.
    """

    def __init__(self, posts: Sequence[Post]) -> None:
        self.posts = posts
        self.keys: tuple[defaultdict[str, set[int]], ...] = tuple(defaultdict(set) for _ in range(3))
        self.paths: defaultdict[str, set[int]] = defaultdict(set)
        self.slugs: defaultdict[str, set[int]] = defaultdict(set)
        self.titles: defaultdict[str, set[int]] = defaultdict(set)
        self.ids: defaultdict[str, set[int]] = defaultdict(set)  # WordPress's number of a post
        self.numbers: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
        self.hosts: set[str] = set()
        self.host_of: list[str] = []
        for number, post in enumerate(posts):
            self._add(number, post)
        self._sorted = sorted(
            (key, n) for key, found in self.keys[1].items() if len(found) == 1 for n in found
        )

    def _add(self, number: int, post: Post) -> None:
        main = parse(post.permalink)
        self.host_of.append(main.host if main else "")
        for address in filter(None, map(parse, addresses_of(post))):
            self.hosts.add(address.host)
            for level, key in enumerate((address.key, address.page, address.loose)):
                self.keys[level][key].add(number)
            self.ids[dict(address.query).get("p", "").removeprefix("=")].add(number)
            if address.segments:
                self.paths[path_of(address)].add(number)
                self.slugs[slug_of(address)].add(number)
                for told in _long_numbers(address):
                    self.numbers[address.host, told].add(number)
        for title in {squash(post.title), squash(post.title.translate(_GERMAN))}:
            self.titles[title].add(number)

    def at(self, address: Address, posted: dt.datetime | None = None) -> Found | None:
        """The posts that have this very address, in any of its spellings.

        A number in place of a name (`?p=12`) is given out again after a move, so the post of today must not
        be younger than the update that was `posted`.
        """
        if address.host not in self.hosts and address.host.partition(".")[2] not in self.hosts:
            return None
        numbered = not address.segments and bool(address.query)
        for level, key in enumerate((address.key, address.page, address.loose)):
            posts = self.keys[level].get(key, set())
            if numbered:
                posts = {n for n in posts if not self._too_young(n, posted)}
            if found := self._one_article(posts):
                return Found(found, 1.0 - level / 100, "The update links to this post")
        if address.query and address.segments:
            # Parameters nobody knows; the page without them is a post, so they do not choose the page.
            found = self._one_article(self.keys[2].get(parse_page(address), ()))
            if found:
                return Found(found, 0.97, "The update links to this post, with parameters added")
        return None

    def below(self, address: Address) -> Found | None:
        """The post above a page of comments, a feed of comments, a printer's or AMP form."""
        last = address.segments[-1].lower() if len(address.segments) > 1 else ""
        if last in ARTICLE_SUFFIXES or _COMMENT_PAGE.fullmatch(last):
            above = address_of(address.host, address.port, address.segments[:-1])
            if found := self.at(above):
                return Found(found.posts, 0.98, "The update links to a page of this post")
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
                return Found(found, score, f"The update's link has {why}")
        return None

    def misspelt(self, address: Address, posted: dt.datetime | None) -> Found | None:
        """The only post of that month, else of the weeks before, whose slug is nearly that of the address."""
        if not is_article(address) or len(slug := slug_of(address)) < 2 * MIN_SLUG:
            return None
        told = _month_of(address)
        told_figures = re.sub(r"\D", "", slug)
        alike = [
            n
            for n in self._around(posted, told)
            for own in [slug_of(parse(self.posts[n].permalink))]
            if fuzz.ratio(own, slug) >= ALIKE and re.sub(r"\D", "", own) == told_figures
        ]
        found = self._one_article(alike)
        return Found(found, 0.92, "The update's link is nearly this post's address") if found else None

    def beginning_with(self, key: str) -> Found | None:
        """The only post whose address begins with what is left of a cut one."""
        if len(key.partition("/")[2]) < MIN_PREFIX:
            return None
        start = bisect_left(self._sorted, (key, -1))
        found = {n for k, n in self._sorted[start : start + 3] if k.startswith(key)}
        posts = self._one_article(found)
        return (
            Found(posts, 0.97, "The update's link is cut short, and only this post begins so")
            if posts
            else None
        )

    def by_id(self, told: str, posted: dt.datetime | None, host: str) -> Found | None:
        """The post with WordPress's number, on the host where that number is known.

        Numbers are given out again after a move, so the post must not be younger than the update.
        """
        known = [n for n in self.ids.get(told, ()) if told and (not host or self.host_of[n] == host)]
        posts = self._one_article(n for n in known if not self._too_young(n, posted))
        return Found(posts, 0.97, "The update's link holds this post's number") if posts else None

    def _around(self, posted: dt.datetime | None, month: dt.date | None) -> list[int]:
        dated = [(n, post.published) for n, post in enumerate(self.posts) if post.published]
        if month:
            return [
                n for n, published in dated if (published.year, published.month) == (month.year, month.month)
            ]
        return [n for n, published in dated if posted and -EARLY <= posted - published <= RECENT]

    def _by_slug(self, address: Address, index: Mapping[str, set[int]]) -> set[int] | None:
        slug = slug_of(address)
        return index.get(slug) if len(slug) >= MIN_SLUG and not slug.isdecimal() else None

    def _by_number(self, address: Address) -> set[int] | None:
        for told in _long_numbers(address):
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
        published, told = self.posts[number].published, _month_of(address)
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
        for told in _long_numbers(address):
            self.numbers[address.host, told].add(number)


def wordpress_number(address: Address) -> tuple[str, str] | None:
    """(blog, number or slug) that a wp.me address holds: its number in base 62 after the hyphen."""
    if address.host != "wp.me" or len(address.segments) != 1:
        return None
    blog, hyphen, rest = address.segments[0].partition("-")
    if not hyphen or not rest or blog[:1] not in "ps" or any(c not in _BASE62 for c in blog[1:]):
        return None
    if blog[0] == "s":
        return blog[1:], rest
    if any(c not in _BASE62 for c in rest):
        return None
    number = 0
    for letter in rest:
        number = number * 62 + _BASE62[letter]
    return blog[1:], str(number)


def parse_page(address: Address) -> str:
    """The loose key of the page without any parameter."""
    return address_of(address.host, address.port, address.segments).loose


def parse_or_text(address: str) -> str:
    parts = parse(address)
    return parts.loose if parts else address


def path_of(address: Address) -> str:
    """The path and the parameters, folded, without the host."""
    return address.loose.partition("/")[2]


def slug_of(address: Address | None) -> str:
    """The last part of the path as letters and digits alone; "" when there is none."""
    if address is None or not address.segments:
        return ""
    return squash(unquote(fold_segment(address.segments[-1])))


def slug_words(address: Address) -> list[str]:
    return words(unquote(fold_segment(address.segments[-1])).replace("-", " ")) if address.segments else []


def has_name(address: Address) -> bool:
    """Whether the path names something (a slug), or is a long path of numbers; `/2` alone names nothing."""
    return len(address.segments) > 2 or any(
        len(s) >= MIN_SLUG and not s.isdecimal() for s in address.segments
    )


def is_article(address: Address) -> bool:
    """Whether an address may be an article: not the home page, no list of articles, no file."""
    return (
        bool(address.segments)
        and not any(s.lower() in LISTING_SEGMENTS for s in address.segments[:-1])
        and not _FILE.search(address.segments[-1])
    )


def _long_numbers(address: Address) -> list[str]:
    return [s for s in address.segments if s.isdecimal() and len(s) >= MIN_NUMBER]


def _month_of(address: Address) -> dt.date | None:
    for year, month in zip(address.segments, address.segments[1:], strict=False):
        if len(year) == 4 and year.isdecimal() and 1990 <= int(year) <= 2100:
            if month.isdecimal() and 1 <= int(month) <= 12:
                return dt.date(int(year), int(month), 1)
            return None
    return None
