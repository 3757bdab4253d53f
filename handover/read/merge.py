"""Several sources, one update each.

Two entries are the same update when their address or the id in it is the same; or when network, minute and
words are, links and white space aside (an id may be lost, a link may stand there shortened). What contradicts
that keeps them apart: a repost is not what it repeats, two ids of one network are two posts, and two rows of
one sheet that the user put to different posts are two.

The richest of each field is kept, and every other place is named in `origin.also`.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TypeVar

from handover.model import Origin, Update, Updates
from handover.networks.ids import id_in
from handover.urls import canonical

T = TypeVar("T")

SHORTENED = ("https://t.co/", "http://t.co/", "https://lnkd.in/", "http://lnkd.in/")
ONE_ID = ("x", "mastodon", "bluesky", "instagram")  # a post has one id there; LinkedIn has three kinds

_LINK = re.compile(r"(?:https?://|www\.)\S+|\b[\w.-]+\.[a-z]{2,}/\S*", re.IGNORECASE)
_NO_WORD = re.compile(r"[\W_]+")
_CUT = re.compile(r"\s*(?:…|\.\.\.|\[…\])\s*$")


@dataclass(slots=True)
class Group:
    """Entries that are one update, in the order they were read; each with the number of its source."""

    members: list[tuple[int, Update]]


def merge(read: Sequence[Updates]) -> Updates:
    """All that was read, each update once, in the order in which each was met first."""
    entries = [(number, item) for number, updates in enumerate(read) for item in updates.items]
    groups = _grouped(entries)
    return Updates(
        items=tuple(_distinct(_one(group) for group in groups)),
        skipped=tuple(chain.from_iterable(updates.skipped for updates in read)),
        sources=tuple(chain.from_iterable(updates.sources for updates in read)),
        notices=tuple(chain.from_iterable(updates.notices for updates in read)),
    )
