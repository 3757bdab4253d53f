"""What the data tell about hosts: which are the blog's own, which once were, which only shorten."""

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from handover.model import Post
from handover.pair.addresses import EARLY, AddressIndex
from handover.pair.paths import is_article, slug_of, slug_words
from handover.urls import Address
from handover.urls.known import BLOG_LABELS, OTHER_SERVICES, SHARED_HOSTS, SHORTENERS

SHARED_SLUGS = 3  # different posts whose slugs make a host the blog's former home
FRESH = dt.timedelta(days=31)  # a former home's links were shared while their posts were new
TELLING = 3  # words a slug needs to speak for a host
SHORT_HOST = 12  # letters of a host that looks like a shortener
MANY_CODES = 5  # different codes that make a longer host one
SHORT_PATH = 12  # letters of a code

_CODE = re.compile(r"[A-Za-z0-9_-]+")
_OPAQUE = re.compile(r"\d.*[A-Za-z]|[A-Za-z].*\d|[a-z][A-Z]|[A-Z].*[a-z].*[A-Z]|^[^aeiouy\d]+$")


@dataclass
class Sites:
    """The blog's own hosts, its former ones, and hosts that only forward."""

    own: frozenset[str] = frozenset()
    former: dict[str, frozenset[str]] = field(default_factory=dict)  # place -> hosts it stands for
    shorteners: frozenset[str] = SHORTENERS
    _asked: dict[str, bool] = field(default_factory=dict)  # host -> whether it is own

    def is_own(self, address: Address) -> bool:
        """Whether an address is on the blog's own site: its host, one below it, or the site around it."""
        own = self._asked.get(address.host)
        if own is None:
            own = self._asked[address.host] = self._is_own(address.host)
        return own

    def _is_own(self, host: str) -> bool:
        return host in self.own or any(
            host.endswith("." + own) or (own.endswith("." + host) and own.partition(".")[0] in BLOG_LABELS)
            for own in self.own
            if own not in SHARED_HOSTS
        )

    def stands_for(self, address: Address) -> frozenset[str]:
        """The hosts of the posts that a former home's posts have today; none when it is no former home."""
        return self.former.get(place_of(address), frozenset()) if self.former else frozenset()

    def is_short(self, address: Address) -> bool:
        return address.host in self.shorteners


def learn_sites(
    index: AddressIndex, linked: Sequence[tuple[dt.datetime | None, tuple[Address, ...]]]
) -> Sites:
    """Learn from the posts' addresses and from the addresses each update links to, with its time."""
    sites = Sites(own=frozenset(index.hosts - SHORTENERS))
    foreign = {a.page: a for _, links in linked for a in links if a.segments and not sites.is_own(a)}
    sites.shorteners = SHORTENERS | _shorteners(foreign.values())
    sites.former = _former(index, sites, linked)
    return sites


def place_of(address: Address) -> str:
    """Whose place an address is: its host; on hosts of many owners, host and first part of the path."""
    if address.host in SHARED_HOSTS and address.segments:
        return f"{address.host}/{address.segments[0].casefold()}"
    return address.host


def _former(
    index: AddressIndex, sites: Sites, linked: Iterable[tuple[dt.datetime | None, tuple[Address, ...]]]
) -> dict[str, frozenset[str]]:
    """Places that held several of the posts when these were new.

    A blog about other people's articles names its posts after them: what stands beside a link to the blog
    itself speaks for no place.
    """
    shared: defaultdict[str, set[int]] = defaultdict(set)
    for posted, links in linked:
        if any(sites.is_own(address) for address in links):
            continue
        for address in links:
            if sites.is_short(address) or not is_article(address) or len(slug_words(address)) < TELLING:
                continue
            slug = slug_of(address)
            posts = index.slugs.get(slug) or index.titles.get(slug) or ()
            if len(posts) == 1:
                shared[place_of(address)].update(n for n in posts if _was_new(index.posts[n], posted))
    return {
        place: frozenset(host for host, _ in Counter(index.host_of[n] for n in posts).most_common(1))
        for place, posts in shared.items()
        if len(posts) >= SHARED_SLUGS
    }


def _was_new(post: Post, posted: dt.datetime | None) -> bool:
    if posted is None or post.published is None:
        return True
    return -EARLY <= posted - post.published <= FRESH


def _shorteners(foreign: Iterable[Address]) -> frozenset[str]:
    """Hosts that serve nothing but codes here: short names, paths of one code that reads as no word."""
    shapes: defaultdict[str, list[bool]] = defaultdict(list)
    refuted = set(OTHER_SERVICES)
    for address in foreign:
        if _looks_coded(address):
            shapes[address.host].append(bool(_OPAQUE.search(address.segments[-1])))
        else:
            refuted.add(address.host)
    return frozenset(
        host
        for host, codes in shapes.items()
        if host not in refuted
        and sum(codes) * 2 >= len(codes)
        and (len(host) <= SHORT_HOST or sum(codes) >= MANY_CODES)
    )


def _looks_coded(address: Address) -> bool:
    *above, last = address.segments
    return (
        len(last) <= SHORT_PATH
        and all(len(segment) <= 2 for segment in above)
        and not address.query
        and _CODE.fullmatch(last) is not None
    )
