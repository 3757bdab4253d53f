"""The time that a post's own id or address carries.

Several networks number their posts by the clock, so an address alone tells to the millisecond, and in
UTC, when a post was made. That turns a date-only column into a time, proves the zone of a file, and
tells two copies of one post from two posts.
"""

import datetime as dt
from urllib.parse import unquote

from handover.networks import NETWORKS, network_of

LATEST = dt.datetime(2100, 1, 1, tzinfo=dt.UTC)  # an id that says a later time is no clock's


def moment_of(network: str, permalink_or_id: str) -> dt.datetime | None:
    """When the post with this address or id was made: aware, UTC; None where the id carries no time.

    `network` is a key of `NETWORKS`; "" or "other" lets an address tell its own network.
    """
    address = unquote(permalink_or_id.strip())
    if network in ("", "other"):
        network = network_of(address)
    known = NETWORKS.get(network)
    if known is None or known.id is None or known.clock is None:
        return None
    found = known.id.search(address)
    moment = known.clock(found[1]) if found else None
    return moment if moment and moment < LATEST else None


def is_before_post(network: str) -> bool:
    """Whether this network gives the id at the upload, which may be long before the post is published."""
    return network in NETWORKS and NETWORKS[network].id_before_post


def id_in(network: str, permalink: str) -> str:
    """The post's own id in its address ("1896851868873654273"), or ""."""
    known = NETWORKS.get(network)
    found = known.id.search(unquote(permalink.strip())) if known and known.id else None
    return found[1] if found else ""
