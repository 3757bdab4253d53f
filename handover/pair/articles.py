"""What the indexes of posts share: what is found, and when several posts are one article."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeVar

from handover.model import Post
from handover.text.comparing import squash
from handover.urls import parse

EARLY = dt.timedelta(days=2)  # how far before its post an update that links to it may come
DAY_BEFORE = -1  # an update may come a day early: clocks and zones differ
FRESH = 31  # days in which a post is new: in these its address is shared as it was first


class Found(NamedTuple):
    """The posts an address leads to, and how that is known."""

    posts: tuple[int, ...]
    score: float
    how: str  # a sentence


# The posts a key belongs to. Nearly all belong to one, and all keys of one post share the same tuple.
Numbers = tuple[int, ...] | set[int]
K = TypeVar("K")


def share(index: dict[K, Numbers], key: K, alone: tuple[int, ...]) -> None:
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


def one_article(posts: Sequence[Post], numbers: Iterable[int]) -> tuple[int, ...]:
    """The posts of these numbers where they are one article: a single one, or one told twice; else none."""
    found = sorted(set(numbers))
    if len(found) < 2:
        return tuple(found)
    titles = {squash(posts[n].title) for n in found}
    places = {_place(posts[n].permalink) for n in found}
    return tuple(found) if len(titles) == 1 == len(places) else ()


def is_too_young(post: Post, posted: dt.datetime | None) -> bool:
    """Whether a post came so long after an update that it cannot be meant."""
    return bool(posted and post.published and post.published - posted > EARLY)


def days_after(post: Post, posted: dt.datetime | None) -> int | None:
    """Days from a post to an update, by the calendar; None where one has no date."""
    return (posted.date() - post.published.date()).days if posted and post.published else None


def is_fresh(post: Post, posted: dt.datetime | None) -> bool:
    """Whether a post was new when an update was posted; not where one has no date."""
    days = days_after(post, posted)
    return days is not None and DAY_BEFORE <= days <= FRESH


def _place(address: str) -> str:
    parts = parse(address)
    return parts.loose if parts else address
