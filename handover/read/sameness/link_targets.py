"""Which page a link leads to, as far as the link itself tells."""

import re
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import NamedTuple

from handover.later import pattern
from handover.urls import Address, parse
from handover.urls.carried import carried
from handover.urls.known import OTHER_SERVICES, SHORTENERS

SHORT_HOST = 11  # letters of a host that may be somebody's own shortener
# Parameters that `Address.loose` leaves out, but which choose the language.
_LANGUAGE = pattern(r"[?&](?:lang|hl|locale)=([\w-]+)", re.IGNORECASE)
_CODE = pattern(r"(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9]{4,10}|[A-Za-z]*[a-z][A-Z][A-Za-z]*")
_MEDIA = pattern(r"/status(?:es)?/\d+/(?:photo|video)/|pic\.twitter\.com/", re.IGNORECASE)


class Target(NamedTuple):
    """Where a link leads."""

    key: str
    short: str = ""  # the host of a short link, which hides where it leads
    part: str = ""  # of the page


@lru_cache(maxsize=1 << 14)
def target_of(link: str) -> Target | None:
    """The page a link leads to; None for the network's own picture or film of the update."""
    if _MEDIA.search(link):
        return None
    link = carried(link)
    address = parse(link)
    if address is None:
        return Target(link)
    if address.host in SHORTENERS or _looks_short(address):
        return Target(address.key, address.host)
    language = _LANGUAGE.search(link) if "=" in link else None
    key = f"{address.loose} {language[1].lower()}" if language else address.loose
    return Target(key, part=address.key[len(address.page) :])


def _looks_short(address: Address) -> bool:
    if len(address.host) > SHORT_HOST or len(address.segments) != 1 or address.query:
        return False
    return address.host not in OTHER_SERVICES and _CODE.fullmatch(address.segments[0]) is not None


class Targets(NamedTuple):
    """Where all links of an update lead."""

    whole: frozenset[str] = frozenset()
    short: frozenset[tuple[str, str]] = frozenset()  # host and key
    parts: frozenset[tuple[str, str]] = frozenset()  # page and the part of it


NONE = Targets()


def targets_of(links: tuple[str, ...]) -> Targets:
    """Where these links lead."""
    if not links:
        return NONE
    pages = [page for page in map(target_of, links) if page]
    return Targets(
        frozenset([page.key for page in pages if not page.short]),
        frozenset([(page.short, page.key) for page in pages if page.short]),
        frozenset([(page.key, page.part) for page in pages if page.part]),
    )


def lead_apart(one: Targets, other: Targets) -> bool:
    """Whether the links say that these are two updates: each has a whole one that the other lacks.

    A short link and a whole one may lead to the same page. Two short ones of the same host that differ do
    not, for an update has its own.
    """
    if one is other or one == other:
        return False
    if _each_has_own(one.whole, other.whole):
        return True
    if one.short and other.short:
        hosts = {host for host, _ in one.short} & {host for host, _ in other.short}
        ours, theirs = ({link for link in p.short if link[0] in hosts} for p in (one, other))
        if _each_has_own(ours, theirs):
            return True
    if one.parts and other.parts:
        pages = {page for page, _ in one.parts} & {page for page, _ in other.parts}
        return any(
            {part for page, part in one.parts if page == shared}
            != {part for page, part in other.parts if page == shared}
            for shared in pages
        )
    return False


def _each_has_own(ours: AbstractSet[object], theirs: AbstractSet[object]) -> bool:
    return bool(ours and theirs) and not (ours <= theirs or theirs <= ours)
