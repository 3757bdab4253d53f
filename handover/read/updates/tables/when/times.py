"""A time of day and a zone, as people write them."""

import datetime as dt
import re
from collections.abc import Mapping
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from handover.read.updates.tables import Cell

EXCEL_ZERO = dt.datetime(1899, 12, 30)
# Zones as people abbreviate them. "EST" in summer means New York's clock, so a place, not an offset.
ZONES: Mapping[str, str] = {
    "utc": "UTC", "gmt": "UTC", "z": "UTC", "utc+0": "UTC",
    "est": "America/New_York", "edt": "America/New_York", "et": "America/New_York",
    "cst": "America/Chicago", "cdt": "America/Chicago", "ct": "America/Chicago",
    "mst": "America/Denver", "mdt": "America/Denver", "mt": "America/Denver",
    "pst": "America/Los_Angeles", "pdt": "America/Los_Angeles", "pt": "America/Los_Angeles",
    "cet": "Europe/Berlin", "cest": "Europe/Berlin", "mez": "Europe/Berlin", "mesz": "Europe/Berlin",
    "bst": "Europe/London", "eet": "Europe/Helsinki", "eest": "Europe/Helsinki", "wet": "Europe/Lisbon",
    "wib": "Asia/Jakarta", "wita": "Asia/Makassar", "wit": "Asia/Jayapura", "sgt": "Asia/Singapore",
    "hkt": "Asia/Hong_Kong", "pht": "Asia/Manila", "jst": "Asia/Tokyo", "kst": "Asia/Seoul",
    "aest": "Australia/Sydney", "aedt": "Australia/Sydney", "awst": "Australia/Perth",
    "nzst": "Pacific/Auckland", "nzdt": "Pacific/Auckland", "brt": "America/Sao_Paulo",
}  # fmt: skip

_CLOCK = (
    r"(?P<h>\d{1,2})(?:[:.hH](?P<m>\d{2}))?(?::(?P<s>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?P<half>[ap]\.?\s?m\.?)?(?:\s*(?:uhr|h|hrs?|óra))?"
)
_TIME = re.compile(_CLOCK, re.IGNORECASE)
_ZONE = re.compile(r"\s*\(?(?P<name>[A-Za-z]{1,5})?(?P<offset>[+-]\d{1,2}(?::?\d{2})?)?\)?")


def is_time(text: str) -> bool:
    """Whether a text begins with a time of day, and not with a year."""
    found = _TIME.match(text)
    return bool(found and (found["m"] or found["half"]) and not re.match(r"\d{4}", text))


def read_time(cell: Cell) -> tuple[dt.time, dt.tzinfo | None] | None:
    """The time of day in a cell, and its zone where one is written; None when it is none. Never raises."""
    if isinstance(cell, dt.datetime):
        return cell.time(), None
    if isinstance(cell, dt.time):
        return cell.replace(tzinfo=None), None
    if isinstance(cell, float) and 0 <= cell < 1:
        return (EXCEL_ZERO + dt.timedelta(seconds=round(cell * 86_400))).time(), None
    if isinstance(cell, str) and 0 < len(cell) <= 40:
        return _time_of_text(cell.strip())
    return None


@lru_cache(maxsize=10_000)
def _time_of_text(text: str) -> tuple[dt.time, dt.tzinfo | None] | None:
    found = _TIME.match(text)
    if not found or not (
        found["m"]
        or found["half"]
        or text[found.start() : found.end()].strip().lower().endswith(("uhr", "h"))
    ):
        return None
    hour, minute, second = int(found["h"]), int(found["m"] or 0), int(found["s"] or 0)
    if found["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found["half"][0] in "pP" else 0)
    try:
        time = dt.time(hour, minute, second)
    except ValueError:
        return None
    rest = text[found.end() :].strip()
    if not rest:
        return time, None
    zone = zone_named(rest)
    return (time, zone) if zone else None


@lru_cache(maxsize=1_000)
def zone_named(word: str) -> dt.tzinfo | None:
    """The zone that "EST", "UTC+2", "+02:00" or "Europe/Berlin" names, else None."""
    told = word.strip(" ()[]")
    if "/" in told or "_" in told:
        try:
            return ZoneInfo(told)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return None
    found = _ZONE.fullmatch(told)
    if not found or not told:
        return None
    name = (found["name"] or "").casefold()
    if found["offset"] and name in ("", "utc", "gmt"):
        digits = found["offset"][1:].replace(":", "")
        hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
        if hours > 14 or minutes > 59:
            return None
        offset = dt.timedelta(hours=hours, minutes=minutes)
        return dt.timezone(-offset if found["offset"][0] == "-" else offset)
    place = ZONES.get(name) if not found["offset"] else None
    return dt.UTC if place == "UTC" else ZoneInfo(place) if place else None
