"""Pairing: which update was written about which post, decided by the strongest evidence there is."""

from handover.pair.links import short_links
from handover.pair.pairing import pair_updates

__all__ = ["pair_updates", "short_links"]
