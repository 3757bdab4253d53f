"""Which zone a name means: one rule for every place that takes one."""

import datetime as dt
from difflib import get_close_matches
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from handover.later import pattern
from handover.model import Said

ZONES_ARE = Said('Name it as region and city, such as "Europe/Vienna" or "America/Sao_Paulo", or "UTC".')
_UTC = ("utc", "gmt", "z", "zulu")  # however they are written; a system need not know them
# As nearly all names are written by whoever knows them: such a one is asked for by itself, since to list all
# that a system has takes as long as to read a small sheet.
_USUAL = pattern(r"[A-Z][a-z]+(?:[/_][A-Z][a-z]+)+")

# Where zones are named after their cities; other names are older ones of the same.
_REGIONS = (
    *("africa/", "america/", "antarctica/", "arctic/", "asia/", "atlantic/", "australia/", "europe/"),
    *("indian/", "pacific/"),
)


def zone_of(name: str | dt.tzinfo) -> dt.tzinfo | None:
    """The zone of an IANA name in any case, with spaces or underscores; None when there is none.

    A `tzinfo` is taken as it is.
    """
    if isinstance(name, dt.tzinfo):
        return name
    wanted = _key(name)
    if wanted in _UTC:
        return dt.UTC
    if not wanted:
        return None
    usual = name.strip()
    return (_USUAL.fullmatch(usual) and _zone(usual)) or _zone(_names().get(wanted, usual))


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def city_of(name: str) -> str:
    """What people call a zone, "Berlin"; the whole name where its city would not lead back."""
    city = name.rpartition("/")[2].replace("_", " ")
    return city if zone_in(city) == zone_of(name) else name


def zone_in(text: str) -> dt.tzinfo | None:
    """The zone that a name or a city alone means; None for none, or for a city of several zones."""
    wanted = _key(text)
    if wanted in _UTC or wanted in _names():
        return zone_of(text)
    named = {key for key in _names() if key.startswith(_REGIONS) and key.rpartition("/")[2] == wanted}
    return zone_of(named.pop()) if len(named) == 1 else None


def closest_zone(name: str) -> str:
    """The zone whose name or city is spelled most like this, or ""."""
    wanted = _key(name)
    cities = {key.rpartition("/")[2]: key for key in _names() if "/" in key}
    known = _names() if "/" in wanted else cities
    near = get_close_matches(wanted, known, n=1, cutoff=0.75)
    return _names()[near[0] if "/" in wanted else cities[near[0]]] if near else ""


def _key(name: str) -> str:
    return name.strip().casefold().replace(" ", "_")


@cache
def _names() -> dict[str, str]:
    return {_key(name): name for name in sorted(available_timezones(), reverse=True)}
