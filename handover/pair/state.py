"""What the steps of one pairing share."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import field
from itertools import pairwise
from typing import NamedTuple

from handover.later import dataclass
from handover.model import Evidence, Near, Post, Update
from handover.pair.addresses import AddressIndex
from handover.pair.sites import Sites, learn_sites
from handover.pair.update_links import Link, LinkReader, bare_links


class Choice(NamedTuple):
    """One post for one update."""

    post: int
    evidence: Evidence
    score: float
    reason: str


@dataclass
class Work:
    """Posts and updates by their number, what their links tell, and what is decided so far."""

    posts: Sequence[Post]
    updates: Sequence[Update]
    index: AddressIndex
    links: list[tuple[Link, ...]]
    sites: Sites
    choices: list[list[Choice]]
    doubts: dict[int, str] = field(default_factory=dict)  # why the user's own word decided nothing
    offered: dict[int, tuple[int, Near]] = field(default_factory=dict)  # the post that a sheet suggests
    standing: set[str] = field(default_factory=set)  # keys of links that stand under everything

    @property
    def open(self) -> list[int]:
        """The updates that are not decided yet."""
        return [n for n, choices in enumerate(self.choices) if not choices]


def in_time(posts: Sequence[Post]) -> tuple[Post, ...]:
    """Posts by publication, those without a date last; the order they were given in leaves no trace."""
    last = dt.datetime.max.replace(tzinfo=dt.UTC)

    def place(post: Post) -> tuple[dt.datetime, str, str, str]:
        return post.published or last, post.id, post.permalink, post.title

    told = sorted(posts, key=place)
    if any(place(one) == place(next_) for one, next_ in pairwise(told)):
        told.sort(key=lambda post: (place(post), repr(post)))
    return tuple(told)


def prepare(posts: Sequence[Post], updates: Sequence[Update], resolved: Mapping[str, str] | None) -> Work:
    """Read every link and learn which hosts are the blog's own."""
    index = AddressIndex(posts)
    reader = LinkReader(updates, resolved)
    links = [reader.read(update) for update in updates]
    told = [tuple(link.address for link in found if link.address) for found in links]
    sites = learn_sites(index, updates, told)
    shown = bare_links((*sites.own, *sites.former))
    links = [
        found or shown(update.text) if "/" in update.text else found
        for update, found in zip(updates, links, strict=True)
    ]
    return Work(posts, updates, index, links, sites, choices=[[] for _ in updates])
