"""Pairing: which update was written about which post, decided by the strongest evidence there is."""

from handover.pair.pairing import pair_updates
from handover.pair.update_links import short_links

__all__ = ["pair_updates", "short_links"]
