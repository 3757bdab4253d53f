"""The address that names one post of a network, whatever its spelling; a profile's or a page's names none."""

import re
from typing import NamedTuple
from urllib.parse import unquote

from handover.later import pattern
from handover.networks import NETWORKS, network_of
from handover.networks.table import TABLE
from handover.urls import canonical, host_of

_PATH = pattern(r"https?://[^/?#]*(/[^?#]*)", re.IGNORECASE)
_DEEP = pattern(r"/[^/?#]+/[^?#]*\d")  # of a post where the row does not say: deeper than a profile, numbered
_ANY_HOST = [(network.key, network.any_host) for network in TABLE if network.any_host]


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
    address = unquote(permalink.strip())
    known = NETWORKS.get(on)
    if known is None:
        return None
    if known.post is None:
        return _elsewhere(on, address)
    for kind, shape, sure in known.numbers:
        if found := shape.search(address):
            groups = found.groups()
            number = groups[0] if len(groups) == 1 else found.groupdict().get("number")
            number = number or next(filter(None, groups))
            if "{" not in kind:  # most: taking the host out of an address costs as much as all before
                return Own(kind, number, sure)
            word = found.groupdict().get("kind", "").lower()
            return Own(kind.format(host=host_of(address), kind=word), number, sure)
    return None


def author_in(network: str, permalink: str) -> str:
    """The handle of the account a post's address names ("larkfield"), or "".

    Only where an account has one handle: Facebook and LinkedIn write a page's name or its number.
    """
    known = NETWORKS.get(network)
    author = known.author if known else None
    found = author.pattern.search(unquote(permalink)) if author and author.is_one else None
    return found[1] if found else ""


def account_in(permalink: str) -> tuple[str, str] | None:
    """The network and the account as a post's address spells it, ("facebook", "larkfield"), or None."""
    on = network_at(permalink)
    author = NETWORKS[on].author
    found = author.pattern.search(permalink) if author else None
    return (on, found[1].casefold()) if found else None


def is_post_address(link: str, network: str = "") -> bool:
    """Whether an address is that of one post on a network (on `network`, when given)."""
    on = network_of(link)
    if on == "other":
        by_path = network_at(link)
        on = by_path if network in ("", "other", by_path) else on
    if network not in ("", "other", on):
        return False
    pattern = NETWORKS[on].post or _DEEP
    return on != "other" and pattern.search(link.split("//", 1)[-1]) is not None


def network_at(permalink: str) -> str:
    """The network a post's address is on, servers that anybody may run included; "other" when unknown."""
    on = network_of(permalink)
    if on == "other" and (path := _PATH.match(permalink)):
        return next((key for key, pattern in _ANY_HOST if pattern.search(path[1])), on)
    return on


def _elsewhere(network: str, address: str) -> Own | None:
    # What posts look like there is not known: deeper than a profile, and numbered.
    key = canonical(address)
    host, _, path = key.partition("/")
    deep = "/" in path and any(letter.isdigit() for letter in path)
    return Own(f"{network} {host}", path, sure=False) if deep else None
