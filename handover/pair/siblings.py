"""Posts whose titles are one, or nearly: which of them a text can mean."""

from collections.abc import Sequence

from handover.pair.articles import DAY_BEFORE, FRESH
from handover.pair.titles import Likeness

APART_DAYS = 30  # two posts of one title: the elder is out of the question when so many days lie between
ALL = 0.8  # share of a text that a title has where the text says hardly anything else


def recurs(best: Likeness, found: Sequence[Likeness]) -> bool:
    """Whether an old title was given more than once, as those of yearly events are: without a link that may
    lead to it, a text may be of the next one, which has no post.
    """
    if best.days is None or best.days <= APART_DAYS:
        return False
    return any(
        f.whole and f.post != best.post and (f.size, f.words) == (best.size, best.words) for f in found
    )


def is_beyond_rivals(best: Likeness) -> bool:
    """Whether no other title matters: this one stands by itself in the text or is all of it, and is not so
    old that it may recur or have a new edition."""
    return (best.apart or best.focus >= ALL) and (best.days is None or best.days <= APART_DAYS)


def rivals(best: Likeness, other: Likeness) -> bool:
    """Whether another post's title is nearly the same and its time fits as well or better."""
    if _is_new_edition(best, other):
        return True
    if best.apart or best.focus >= ALL or other.whole or other.clash or other.size < best.size:
        return False
    if other.share < 0.75 or other.close < 0.85:
        return False
    if best.days is None or other.days is None:
        return True
    return DAY_BEFORE <= other.days <= best.days + 2


def _is_new_edition(best: Likeness, other: Likeness) -> bool:
    """Whether a post that is new has the title of an old one and more ("... (2024 edition)"); not where the
    text has the old one's number.
    """
    if best.days is None or other.days is None or other.other or other.size <= best.size:
        return False
    new_and_old = DAY_BEFORE <= other.days <= FRESH and best.days > APART_DAYS
    return new_and_old and other.share >= 0.6 and other.close >= 0.75


def far_apart(first: Likeness, second: Likeness) -> bool:
    """Whether the second of two posts of one title is so much older that it cannot be meant."""
    if first.days is None or second.days is None:
        return False
    return second.days - first.days >= APART_DAYS
