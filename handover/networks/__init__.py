"""What is known of each network: its row in `table.py`, and who a name or an address means."""

import re
import unicodedata
from functools import lru_cache
from urllib.parse import urlsplit

from handover.networks.network import Counting as Counting
from handover.networks.network import Network as Network
from handover.networks.network import Quota as Quota
from handover.networks.table import TABLE

NETWORKS: dict[str, Network] = {network.key: network for network in TABLE}
UNMISTAKABLE = frozenset(name for network in TABLE for name in network.unmistakable)
AMBIGUOUS = frozenset(name for network in TABLE for name in network.ambiguous)
USUAL = tuple(n.key for n in sorted(TABLE, key=lambda n: n.usual or 0) if n.usual)
_PLAIN_HOST = re.compile(r"https?://([A-Za-z0-9.-]+)(?:[/?#]|$)").match  # most addresses


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


_BY_NAME = {name: n.key for n in TABLE for name in (n.key, n.label.casefold(), *n.names)}


def network_named(word: str) -> str | None:
    """The network a person means by a word in a sheet ("FB", "Linked In", "📸 Instagram", "𝕏"), else None."""
    named = _BY_NAME.get(" ".join(word.casefold().split()))
    return named if named or word.isascii() else _BY_NAME.get(_without_signs(word))


def _without_signs(word: str) -> str:
    """A name in plain letters, without the emoji or logo beside it."""
    plain = unicodedata.normalize("NFKC", word).casefold()
    return " ".join("".join(sign if sign.isalnum() else " " for sign in plain).split())


def needs(network: str) -> tuple[str, ...]:
    """What an update must have beside its text on a network, one of these; () where a text alone will do."""
    return NETWORKS[network].needs if network in NETWORKS else ()


def takes_a_text_alone(network: str) -> bool:
    """Whether a text alone is an update there; nobody knows of "other"."""
    return network != "other" and not needs(network)


def lives_by_video(network: str) -> bool:
    """Whether the text of an update there is nothing without its video."""
    return needs(network)[:1] == ("video",)
