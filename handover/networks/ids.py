"""The time that a post's own id or address carries.

Several networks number their posts by the clock, so an address alone tells to the millisecond, and in
UTC, when a post was made. That turns a date-only column into a time, proves the zone of a file, and
tells two copies of one post from two posts.

Sources: X "Snowflake" announcement (2010-11-04); Mastodon `lib/mastodon/snowflake.rb`; Instagram
Engineering, "Sharding & IDs at Instagram"; atproto.com/specs/tid. LinkedIn's was found by holding ids
against the dates of its own exports: equal within five seconds.
"""

import datetime as dt
import re
from collections.abc import Callable
from urllib.parse import unquote

from handover.networks import network_of

EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
LATEST = dt.datetime(2100, 1, 1, tzinfo=dt.UTC)  # an id that says a later time is no clock's

X_EPOCH_MS = 1_288_834_974_657
X_FIRST = 30_000_000_000  # ids below were counted one by one, until November 2010
INSTAGRAM_EPOCH_MS = 1_314_220_021_721
INSTAGRAM_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
TID_DIGITS = "234567abcdefghijklmnopqrstuvwxyz"

_X = re.compile(r"(?:/status(?:es)?/|^)(\d{1,19})(?!\d)")
_LINKEDIN = re.compile(
    r"(?:urn:li:(?:share|ugcPost|groupPost|activity):(?:\d+-)?|-(?:share|ugcPost|activity)-|^)(\d{15,19})(?!\d)",
    re.IGNORECASE,
)
_MASTODON = re.compile(r"(?:/@[^/]+/|/statuses/|^)(\d{15,19})(?!\d)")
_INSTAGRAM = re.compile(r"(?:/(?:p|reel|reels|tv)/|^)([A-Za-z0-9_-]{10,11})(?![A-Za-z0-9_-])")
_BLUESKY = re.compile(r"(?:/post/|/app\.bsky\.feed\.post/|^)([2-7a-j][2-7a-z]{12})(?![0-9A-Za-z])")


def moment_of(network: str, permalink_or_id: str) -> dt.datetime | None:
    """When the post with this address or id was made: aware, UTC; None where the id carries no time.

    `network` is a key of `NETWORKS`; "" or "other" lets an address tell its own network.
    """
    told = unquote(permalink_or_id.strip())
    if network in ("", "other"):
        network = network_of(told)
    reader = _READERS.get(network)
    moment = reader(told) if reader else None
    return moment if moment and moment < LATEST else None


def id_in(network: str, permalink: str) -> str:
    """The post's own id in its address ("1896851868873654273"), or ""."""
    pattern = _PATTERNS.get(network)
    found = pattern.search(unquote(permalink.strip())) if pattern else None
    return found[1] if found else ""


def _x(told: str) -> dt.datetime | None:
    found = _X.search(told)
    number = int(found[1]) if found else 0
    return _at_ms((number >> 22) + X_EPOCH_MS) if number >= X_FIRST else None


def _linkedin(told: str) -> dt.datetime | None:
    found = _LINKEDIN.search(told)
    return _after(2010, int(found[1]) >> 22) if found else None


def _mastodon(told: str) -> dt.datetime | None:
    # Ids before 2017 were counted one by one. Other software of the fediverse numbers its own way.
    found = _MASTODON.search(told)
    return _after(2016, int(found[1]) >> 16) if found else None


def _instagram(told: str) -> dt.datetime | None:
    found = _INSTAGRAM.search(told)
    if found is None or found[1].isdigit():  # a number alone is Meta's internal id: no clock in it
        return None
    return _after(2011, (_number(found[1], INSTAGRAM_DIGITS) >> 23) + INSTAGRAM_EPOCH_MS)


def _bluesky(told: str) -> dt.datetime | None:
    found = _BLUESKY.search(told)
    return _after(2022, (_number(found[1], TID_DIGITS) >> 10) / 1000) if found else None


def _number(word: str, digits: str) -> int:
    number = 0
    for letter in word:
        number = number * len(digits) + digits.index(letter)
    return number


def _after(year: int, milliseconds: float) -> dt.datetime | None:
    """The moment, unless it lies before the network numbered its posts by the clock."""
    moment = _at_ms(milliseconds)
    return moment if moment and moment.year >= year else None


def _at_ms(milliseconds: float) -> dt.datetime | None:
    try:
        return EPOCH + dt.timedelta(milliseconds=milliseconds)
    except OverflowError:
        return None


_READERS: dict[str, Callable[[str], dt.datetime | None]] = {
    "x": _x,
    "linkedin": _linkedin,
    "mastodon": _mastodon,
    "instagram": _instagram,
    "bluesky": _bluesky,
}
_PATTERNS = {
    "x": _X,
    "linkedin": _LINKEDIN,
    "mastodon": _MASTODON,
    "instagram": _INSTAGRAM,
    "bluesky": _BLUESKY,
}
