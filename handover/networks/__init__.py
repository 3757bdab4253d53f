"""What is known of each network, as data: its name, its hosts, its limit and how it counts.

Sources of the limits: each network's own developer pages, as named beside the row.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal
from urllib.parse import urlsplit

Counting = Literal["weighted", "graphemes", "linked_graphemes", "emoji_bytes", "utf16"]  # see counting.py


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """One social network."""

    key: str
    label: str  # as people write it
    hosts: tuple[str, ...] = ()  # an address on one of these, or a subdomain, is on this network
    names: tuple[str, ...] = ()  # other words for it in sheets, casefolded
    limit: int | None = None  # characters an update may have
    counting: Counting = "utf16"


_PLAIN_HOST = re.compile(r"https?://([A-Za-z0-9.-]+)(?:[/?#]|$)").match  # most addresses
NETWORKS: dict[str, Network] = {
    n.key: n
    for n in (
        # twitter-text config v3: 280 weighted characters
        Network(
            key="x",
            label="X",
            hosts=("x.com", "twitter.com"),
            names=("twitter", "tweet", "tweets", "x/twitter", "twitter/x", "twitter x", "x (twitter)", "tw"),
            limit=280,
            counting="weighted",
        ),
        Network(
            key="facebook",
            label="Facebook",
            hosts=("facebook.com", "fb.com", "fb.watch", "fb.me"),
            names=("fb", "facebook page", "meta"),
            limit=63_206,
        ),
        Network(
            key="instagram",
            label="Instagram",
            hosts=("instagram.com", "instagr.am"),
            names=("ig", "insta", "instagram business"),
            limit=2_200,
        ),
        Network(
            key="linkedin",
            label="LinkedIn",
            hosts=("linkedin.com",),
            names=("li", "linked in", "linkedin page", "linkedin profile"),
            limit=3_000,
        ),
        # developers.facebook.com/documentation/threads/posts: 500 characters, an emoji as its UTF-8 bytes
        Network(
            key="threads",
            label="Threads",
            hosts=("threads.net", "threads.com"),
            limit=500,
            counting="emoji_bytes",
        ),
        # lexicon app.bsky.feed.post: 300 graphemes (and 3,000 UTF-8 bytes)
        Network(
            key="bluesky",
            label="Bluesky",
            hosts=("bsky.app", "bsky.social"),
            names=("bsky", "bs"),
            limit=300,
            counting="graphemes",
        ),
        # any server; 500 is the default of the software
        Network(
            key="mastodon",
            label="Mastodon",
            hosts=("mastodon.social", "mastodon.online", "mstdn.social", "fosstodon.org", "hachyderm.io"),
            names=("masto", "fediverse", "toot"),
            limit=500,
            counting="linked_graphemes",
        ),
        Network(
            key="pinterest",
            label="Pinterest",
            hosts=("pinterest.com", "pin.it"),
            names=("pin",),
            limit=500,
        ),
        Network(key="tiktok", label="TikTok", hosts=("tiktok.com",), names=("tik tok", "tt"), limit=2_200),
        Network(
            key="youtube",
            label="YouTube",
            hosts=("youtube.com", "youtu.be"),
            names=("yt", "you tube"),
            limit=5_000,
        ),
        Network(
            key="google_business",
            label="Google Business",
            hosts=("business.google.com", "g.page"),
            names=("gbp", "gmb", "google my business", "google business profile"),
            limit=1_500,
        ),
        Network(key="other", label="Other"),
    )
}


def on_host(address: str, hosts: tuple[str, ...]) -> bool:
    """Whether an address is on one of the hosts or below it."""
    host = _host_of(address)
    return any(host == h or host.endswith("." + h) for h in hosts)


def network_of(permalink: str) -> str:
    """The network an update's own address belongs to, else "other"."""
    return _network_at(_host_of(permalink)) if permalink else "other"


def _host_of(address: str) -> str:
    if plain := _PLAIN_HOST(address):
        return plain[1].lower().removeprefix("www.")
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


@lru_cache(maxsize=4096)
def _network_at(host: str) -> str:
    for network in NETWORKS.values():
        if any(host == h or host.endswith("." + h) for h in network.hosts):
            return network.key
    return "other"


_BY_NAME = {name: n.key for n in NETWORKS.values() for name in (n.key, n.label.casefold(), *n.names)}


def network_named(word: str) -> str | None:
    """The network a person means by a word in a sheet ("FB", "Linked In", "📸 Instagram", "𝕏"), else None."""
    named = _BY_NAME.get(" ".join(word.casefold().split()))
    return named if named or word.isascii() else _BY_NAME.get(_without_signs(word))


def _without_signs(word: str) -> str:
    """A name in plain letters, without the emoji or logo beside it."""
    plain = unicodedata.normalize("NFKC", word).casefold()
    return " ".join("".join(sign if sign.isalnum() else " " for sign in plain).split())
