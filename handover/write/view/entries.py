"""What all outputs show: the posts in their order, each with its updates."""

import datetime as dt
from collections import defaultdict

from handover.later import dataclass
from handover.model import Handover, Pair, Post, Shortfall

_NEVER = dt.datetime.min.replace(tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One post of the library with what belongs to it."""

    number: int  # from 1, the "No." of all outputs
    post: Post
    pairs: tuple[Pair, ...]  # oldest first
    shortfall: Shortfall | None = None


def entries(handover: Handover) -> tuple[Entry, ...]:
    """Every post once, newest first, those without a date last; numbered from 1."""
    by_post: dict[str, list[Pair]] = defaultdict(list)
    for pair in handover.pairs:
        by_post[pair.post.id].append(pair)
    short = {s.post.id: s for s in handover.shortfalls}
    ordered = sorted(handover.posts, key=lambda p: p.published or p.modified or _NEVER, reverse=True)
    return tuple(
        Entry(
            number=number,
            post=post,
            pairs=tuple(sorted(by_post[post.id], key=lambda p: p.update.posted_at or _NEVER)),
            shortfall=short.get(post.id),
        )
        for number, post in enumerate(ordered, 1)
    )
