"""The options of a build: the table of them, what each takes, and whose word counts."""

from handover.options.kinds import UnfitError, closest, in_toml
from handover.options.settling import settle, taken, unknown
from handover.options.table import DETAILS, FORMATS, KEYS, OPTIONS, TABLE, Option, Options
from handover.options.zones import zone_of

__all__ = [
    "DETAILS",
    "FORMATS",
    "KEYS",
    "OPTIONS",
    "TABLE",
    "Option",
    "Options",
    "UnfitError",
    "closest",
    "in_toml",
    "settle",
    "taken",
    "unknown",
    "zone_of",
]
