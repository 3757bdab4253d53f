"""What the data tell about hosts: which are the blog's own, which once were, which only shorten."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import field

from handover.later import dataclass, pattern
from handover.model import Post, Update
from handover.pair.addresses import AddressIndex
from handover.pair.articles import EARLY, FRESH
from handover.pair.paths import is_article, is_shared, owner_of, place_of, slug_words
from handover.pair.sections import section_of
from handover.pair.witnesses import witnessed
from handover.text.comparing import squash
from handover.urls import Address
from handover.urls.known import BLOG_LABELS, OTHER_SERVICES, SHARED_HOSTS, SHORTENERS

SHARED_SLUGS = 3  # different posts whose slugs make a host the blog's former home
WITNESSES = 2  # different posts named by address and text that make one
NAME = 5  # letters of a name by which one owner is known in two places
TELLING = 3  # words a slug needs to speak for a host
SHORT_SLUGS = 4  # posts that speak for it by slugs of fewer words: another's page of that name is not rare
SHORT_HOST = 12  # letters of a host that looks like a shortener
MANY_CODES = 5  # different codes that make a longer host one
SHORT_PATH = 12  # letters of a code
FEW_PAGES = 0.05  # share of other addresses from which on a host is no shortener
FEW_NAMES = 0.2  # aliases to a code from which on a host is no shortener

_CODE = pattern(r"[A-Za-z0-9_-]+")
_OPAQUE = pattern(r"\d.*[A-Za-z]|[A-Za-z].*\d|[a-z][A-Z]|[A-Z].*[a-z].*[A-Z]|^[^aeiouy\d]+$")


@dataclass
class Sites:
    """The blog's own hosts, its former ones, and hosts that only forward."""

    own: frozenset[str] = frozenset()  # hosts; those of many owners with the owner
    former: dict[str, frozenset[str]] = field(default_factory=dict)  # place -> hosts it stands for
    shorteners: frozenset[str] = SHORTENERS
    namesakes: dict[str, frozenset[str]] = field(default_factory=dict)  # name of a host -> hosts so called
    _asked: dict[str, bool] = field(default_factory=dict)  # place -> whether it is own

    def is_own(self, address: Address) -> bool:
        """Whether an address is on the blog's own site: its host, one below it, or the site around it."""
        place = place_of(address)
        own = self._asked.get(place)
        if own is None:
            own = self._asked[place] = self._is_own(place)
        return own

    def _is_own(self, place: str) -> bool:
        return place in self.own or any(
            place.endswith("." + own) or (own.endswith("." + place) and own.partition(".")[0] in BLOG_LABELS)
            for own in self.own
            if own not in SHARED_HOSTS
        )

    def stands_for(self, address: Address) -> frozenset[str]:
        """The hosts of the posts that a former home's posts have today; none when it is no former home.

        So does a place of the same name on a host of many owners: acme.substack.com for blog.acme.com.
        """
        learnt = self.former.get(self.part_of(address)) if self.former else None
        return learnt or self.namesakes.get(owner_of(address), frozenset())

    def part_of(self, address: Address) -> str:
        """The place of an address; on the own site, with the section it is in."""
        names = section_of(address).names if self.is_own(address) else ()
        return "/".join((place_of(address), *names))

    def is_short(self, address: Address) -> bool:
        return address.host in self.shorteners


def learn_sites(
    index: AddressIndex, updates: Sequence[Update], linked: Sequence[tuple[Address, ...]]
) -> Sites:
    """Learn from the posts' addresses, and from the addresses each update links to beside its words."""
    sites = Sites(own=frozenset(index.places - SHORTENERS))
    foreign = {a.page: a for links in linked for a in links if a.segments and a.host not in index.hosts}
    sites.shorteners = SHORTENERS | _shorteners(foreign.values())
    sites.namesakes = _namesakes(index.hosts)
    sites.former = _former(index, sites, zip(updates, linked, strict=True))
    return sites


def _former(
    index: AddressIndex, sites: Sites, linked: Iterable[tuple[Update, tuple[Address, ...]]]
) -> dict[str, frozenset[str]]:
    """Places that held several of the posts when these were new.

    A blog about other people's articles names its posts after them: what stands beside a link to the blog
    itself speaks for no place.
    """
    shared: defaultdict[str, set[int]] = defaultdict(set)
    brief: defaultdict[str, set[int]] = defaultdict(set)
    named: defaultdict[str, set[int]] = defaultdict(set)
    for update, links in linked:
        if any(index.at(address) or index.lists_posts(address) for address in links if sites.is_own(address)):
            continue
        for address in links:
            if sites.is_short(address) or not is_article(address) or index.slugs.sections.exclude(address):
                continue
            posts = index.slugs.named(address)
            if len(posts) != 1:
                continue
            if _was_new(index.posts[posts[0]], update.posted_at):
                told = shared if len(slug_words(address)) >= TELLING else brief
                told[sites.part_of(address)].update(posts)
            if witnessed(index, address, update):
                named[sites.part_of(address)].update(posts)
    return {
        place: frozenset(host for host, _ in Counter(index.slugs.host_of[n] for n in posts).most_common(1))
        for place, posts in [*brief.items(), *shared.items(), *named.items()]
        if len(shared[place]) >= SHARED_SLUGS
        or len(named[place]) >= WITNESSES
        or len(shared[place] | brief[place]) >= SHORT_SLUGS
    }


def _namesakes(hosts: Iterable[str]) -> dict[str, frozenset[str]]:
    """The hosts by the name of their owner: "acme" for blog.acme.co.uk."""
    named: defaultdict[str, set[str]] = defaultdict(set)
    for host in hosts:
        labels = host.split(".")[:-1]
        for name in {squash(max(labels, key=len, default="")), squash("".join(labels))}:
            if len(name) >= NAME and not is_shared(host):
                named[name].add(host)
    return {name: frozenset(found) for name, found in named.items()}


def _was_new(post: Post, posted: dt.datetime | None) -> bool:
    if posted is None or post.published is None:
        return True
    return -EARLY <= posted - post.published <= dt.timedelta(days=FRESH)


def _shorteners(foreign: Iterable[Address]) -> frozenset[str]:
    """Hosts that serve hardly anything but codes here: paths of one code that reads as no word.

    A few names among hundreds of codes are aliases that their owner gave ("/summer-sale").
    """
    codes: defaultdict[str, list[bool]] = defaultdict(list)
    names, pages = Counter[str](), Counter[str]()
    for address in foreign:
        if _looks_coded(address):
            codes[address.host].append(bool(_OPAQUE.search(address.segments[-1])))
        elif _may_be_alias(address):
            names[address.host] += 1
        else:
            pages[address.host] += 1
    return frozenset(
        host
        for host, shapes in codes.items()
        if host not in OTHER_SERVICES
        and sum(shapes) * 2 >= len(shapes)
        and (len(host) <= SHORT_HOST or sum(shapes) >= MANY_CODES)
        and pages[host] <= (len(shapes) + names[host]) * FEW_PAGES
        and names[host] <= len(shapes) * FEW_NAMES
    )


def _looks_coded(address: Address) -> bool:
    *above, last = address.segments
    return (
        len(last) <= SHORT_PATH
        and all(len(segment) <= 2 for segment in above)
        and not address.query
        and _CODE.fullmatch(last) is not None
    )


def _may_be_alias(address: Address) -> bool:
    return (
        len(address.segments) == 1 and not address.query and _CODE.fullmatch(address.segments[0]) is not None
    )
