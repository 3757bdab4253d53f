"""An address on a network is no blog."""

import re

from handover.errors import SourceError
from handover.model import Said
from handover.networks import NETWORKS, network_of

# Feeds that networks do give out: of a channel on YouTube, a profile on Bluesky or Mastodon.
_FEED = re.compile(r"(?:/feeds?/|/rss|\.(?:rss|atom|xml|json))(?:/?$|[/?#])", re.IGNORECASE)


def refuse_profile(address: str) -> None:
    """Raises SourceError where the blog's address is one of a network, and no feed."""
    network = network_of(address)
    if network == "other" or _FEED.search(address):
        return
    label = NETWORKS[network].label
    raise SourceError(
        Said("{address} is an address on {network}, and no blog.", address=address, network=label),
        location=address,
        hint=Said(
            "First give the address of the blog or its feed; what was posted on {network} is read from its"
            " export, named after it.",
            network=label,
        ),
    )
