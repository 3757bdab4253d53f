"""Where the links of an update lead that no post answers to."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from enum import Enum, auto
from typing import NamedTuple

from handover.model import Evidence
from handover.pair.state import Work
from handover.pair.update_links import Link, leads_to_itself
from handover.urls import Address
from handover.urls.known import BIO_HOSTS


class Lead(Enum):
    """What a link says of an update, where it leads to no post we know."""

    ITSELF = auto()  # to the update: what old archives leave of a text that was cut
    HIDDEN = auto()  # it cannot be read
    OWN = auto()  # to a page of the blog's own site
    PART = auto()  # to a part of the own site that is not the blog
    HOME = auto()  # to the blog as such: its front page, a list of its posts
    GENERAL = auto()  # to all the client's links, or one link that stands under everything
    ELSEWHERE = auto()


def lead_of(work: Work, link: Link, number: int) -> Lead:
    """Where a link of the update of this number leads, supposed that no post has its address."""
    address = link.address
    if leads_to_itself(link, work.updates[number]):
        return Lead.ITSELF
    if address is None:
        return Lead.HIDDEN
    if is_general(work, address):
        return Lead.GENERAL
    if work.sites.is_short(address):
        return Lead.HIDDEN
    if work.sites.is_own(address) or work.sites.stands_for(address):
        if work.index.lists_posts(address):
            return Lead.HOME
        return Lead.PART if work.index.slugs.sections.exclude(address) else Lead.OWN
    return Lead.ELSEWHERE


def is_general(work: Work, address: Address) -> bool:
    """Whether an address stands under everything and so proves nothing."""
    return address.host in BIO_HOSTS or address.page in work.standing


# --- one link for everything --------------------------------------------------------------------------

MANY = 5  # different texts with a link from which on it must name its post in a third of them
LONG = 31  # days of use from which on a link that names no post stands under everything
EARLY = 2  # days a link may be older than its post


class Use(NamedTuple):
    """An update with a link."""

    day: int | None
    words: tuple[str, ...]
    names: tuple[int, int] | None  # the post whose title stands in the text, and the day it came


def standing(uses: Mapping[str, Sequence[Use]]) -> set[str]:
    """The links that stand under everything: no update with one is about the same post for that."""
    return {key for key, found in uses.items() if len(found) > 1 and _is_standing(found)}


def _is_standing(uses: Sequence[Use]) -> bool:
    named = [use.names for use in uses if use.names]
    days = [use.day for use in uses if use.day is not None]
    texts = len({use.words for use in uses})
    if len({post for post, _ in named}) > 1:
        return True
    if named:
        older = bool(days) and min(days) < named[0][1] - EARLY
        return older or (texts >= MANY and 3 * len(named) < len(uses))
    return texts >= MANY and bool(days) and max(days) - min(days) > LONG


def repeated(work: Work) -> dict[str, list[int]]:
    """The open updates of each link that cannot be read, or leads to a lost page, where there are several."""
    uses: defaultdict[str, list[int]] = defaultdict(list)
    for number in work.open:
        for key in unread(work, number):
            uses[key].append(number)
    return {key: numbers for key, numbers in uses.items() if len(numbers) > 1}


def half_read(work: Work) -> list[int]:
    """The updates that one link leads to a post, and that have another which cannot be read."""
    return [
        number
        for number, choices in enumerate(work.choices)
        if len(work.links[number]) > 1
        and choices
        and all(choice.evidence is Evidence.LINK for choice in choices)
        and any(lead_of(work, link, number) is Lead.HIDDEN for link in work.links[number])
    ]


def unread(work: Work, number: int) -> list[str]:
    """Keys of the links that cannot be read, or lead to a lost page of the own site."""
    keys = []
    for link in work.links[number]:
        address = link.address
        if address is None or link.cut or not (address.segments or address.query):
            continue
        if lead_of(work, link, number) in (Lead.HIDDEN, Lead.OWN) and not work.index.at(address):
            keys.append(address.page)
    return keys
