"""The address that names one post of a network, whatever its spelling; a profile's or a page's names none."""

import re
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import unquote

from handover.networks import network_of
from handover.networks.ids import id_in
from handover.urls import canonical, host_of


class Own(NamedTuple):
    """The number or code that one post has on its network.

    Two of one kind that differ are two posts. Two of different kinds may be one post: LinkedIn gives a
    post a share and an activity, Facebook a post and a photo.
    """

    kind: str
    number: str
    sure: bool = True  # False: another number is another post, but the same may be a profile's or an app's


def own_address(network: str, permalink: str) -> Own | None:
    """What names one post in its address; None where the address is of a profile, a page or an app.

    `network` is a key of `NETWORKS`; it counts where the address itself tells no network, as on most
    servers of Mastodon.
    """
    on = network_of(permalink)
    if on == "other":
        on = network
    reader = _READERS.get(on)
    return reader(unquote(permalink.strip())) if reader else None


# Where the handle of its author stands in a post's address.
_AUTHORS = {
    "x": re.compile(r"(?:x|twitter)\.com/(\w+)/status"),
    "mastodon": re.compile(r"/@([^/@]+)/\d"),
    "threads": re.compile(r"/@([^/@]+)/(?:post|t)/"),
    "tiktok": re.compile(r"/@([^/@]+)/(?:video|photo)/"),
    "bluesky": re.compile(r"/profile/([^/]+)/post/"),
}


def author_in(network: str, permalink: str) -> str:
    """The handle of the account a post's address names ("larkfield"), or ""."""
    pattern = _AUTHORS.get(network)
    found = pattern.search(unquote(permalink)) if pattern else None
    return found[1] if found and found[1] != "i" else ""


def _by_id(network: str) -> Callable[[str], Own | None]:
    def read(told: str) -> Own | None:
        number = id_in(network, told)
        return Own(network, number) if number else None

    return read


# A server's own view of another's post, "/@ada@else.example/1234", has a number of that server only.
_FOREIGN = re.compile(r"/@[^/@]+@")


def _mastodon(told: str) -> Own | None:
    number = id_in("mastodon", told)
    return Own("mastodon " + host_of(told), number) if number and not _FOREIGN.search(told) else None


_LINKEDIN = re.compile(r"\b(share|ugcPost|groupPost|activity)[:-](?:\d+-)?(\d{15,19})(?!\d)", re.IGNORECASE)


def _linkedin(told: str) -> Own | None:
    found = _LINKEDIN.search(told)
    return Own("linkedin " + found[1].lower(), found[2]) if found else None


def _by_patterns(patterns: tuple[tuple[str, re.Pattern[str]], ...]) -> Callable[[str], Own | None]:
    def read(told: str) -> Own | None:
        for kind, pattern in patterns:
            if found := pattern.search(told):
                return Own(kind, next(filter(None, found.groups())))
        return None

    return read


# Codes that begin with "pfbid" stand for a post's number, and Facebook gives the same post new ones in time.
_FACEBOOK = (
    ("facebook post", re.compile(r"story_fbid=(\d{6,})")),
    ("facebook code", re.compile(r"(?:story_fbid=|/posts/(?:[^/?#]+/)?)(pfbid\w+)")),
    ("facebook post", re.compile(r"/(?:posts|permalink)/(?:[^/?#]+/)?(?:\d+_)?(\d{6,})(?![\w-])")),
    ("facebook post", re.compile(r"facebook\.com/\d+_(\d{6,})/?(?:[?#]|$)")),
    ("facebook photo", re.compile(r"[?&]fbid=(\d{6,})")),
    ("facebook photo", re.compile(r"/photos?/(?:[^/?#]+/)?(\d{6,})(?![\w-])")),
    ("facebook video", re.compile(r"/(?:videos|reel)/(?:[^/?#]+/)?(\d{6,})(?![\w-])|[?&]v=(\d{6,})")),
    ("facebook share", re.compile(r"/share/(?:[prv]/)?(\w{6,})|fb\.watch/([\w-]{6,})")),
)
_by_facebook = _by_patterns(_FACEBOOK)
# Meta's exports give a post so; a profile or a page may be written the same way.
_FACEBOOK_NUMBER = re.compile(r"(?:facebook|fb)\.com/(\d{8,})/?(?:[?#]|$)")


def _facebook(told: str) -> Own | None:
    if own := _by_facebook(told):
        return own
    number = _FACEBOOK_NUMBER.search(told)
    return Own("facebook number", number[1], sure=False) if number else None


_TIKTOK = (
    ("tiktok", re.compile(r"/(?:video|photo)/(\d{6,})")),
    ("tiktok code", re.compile(r"//v[mt]\.tiktok\.com/(\w{6,})")),
)
_YOUTUBE = (
    ("youtube", re.compile(r"[?&]v=([\w-]{11})(?![\w-])")),
    ("youtube", re.compile(r"(?:youtu\.be|/shorts|/live|/embed)/([\w-]{11})(?![\w-])")),
    ("youtube post", re.compile(r"/post/(\w[\w-]+)|[?&]lb=(\w[\w-]+)")),
)
_THREADS = (("threads", re.compile(r"/(?:post|t)/([\w-]{6,})")),)
_PINTEREST = (
    ("pinterest", re.compile(r"/pin/(?:[^/?#]*--)?(\d{6,})(?![\w-])")),
    ("pinterest code", re.compile(r"pin\.it/(\w{5,})")),
)


def _elsewhere(told: str) -> Own | None:
    # What posts look like there is not known: deeper than a profile, and numbered.
    key = canonical(told)
    host, _, path = key.partition("/")
    deep = "/" in path and any(letter.isdigit() for letter in path)
    return Own("other " + host, path, sure=False) if deep else None


_READERS: dict[str, Callable[[str], Own | None]] = {
    "x": _by_id("x"),
    "bluesky": _by_id("bluesky"),
    "instagram": _by_id("instagram"),
    "mastodon": _mastodon,
    "linkedin": _linkedin,
    "facebook": _facebook,
    "threads": _by_patterns(_THREADS),
    "tiktok": _by_patterns(_TIKTOK),
    "youtube": _by_patterns(_YOUTUBE),
    "pinterest": _by_patterns(_PINTEREST),
    "other": _elsewhere,
}
