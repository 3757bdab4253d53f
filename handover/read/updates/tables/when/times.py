"""A time of day and a zone, as people write them."""

import datetime as dt
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from handover.later import pattern
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

# What may stand after the hour and before it: "18 uur", "um 9", "kl. 9.30", "ore 18", "a las 9h".
_UNITS = r"uhr|uur|u|h|hrs?|hs|heures?|horas?|ore|min|óra|o'clock"
_BEFORE = pattern(
    r"(?P<sure>um|kl\.?|klo|alle ore|ore|a las?|às|h\.?|om|at|@|godz\.?)(?:\s+|(?<=@))(?=\d)"
    r"|(?:(?:gegen|ab|ca\.?|circa|around|about|à|alle|vers|hacia)\s+|~\s*)(?=\d)",
    re.IGNORECASE,
)
_CLOCK = (
    r"(?P<h>\d{1,2})(?:(?::(?=\d)|[.hHuU](?=\d\d)|\s?(?:h|uhr|heures?)\s(?=\d\d\b))(?P<m>\d{1,2}))?"
    r"(?::(?P<s>\d{1,2})(?:[.,]\d+)?)?"
    r"\s*(?P<half>[ap]\.?\s?m\b\.?)?(?:\s*(?:" + _UNITS + r")\b\.?)?"
)
_TIME = pattern(_CLOCK, re.IGNORECASE)
_ZONE = pattern(r"\s*\(?(?P<name>[A-Za-z]{1,5})?(?P<offset>[+-]\d{1,2}(?::?\d{2})?)?\)?")
_TO = pattern(r"(?P<apart>\s*(?:[–—]|->|→|\bto\b|\bbis\b)\s*|\s+-\s+|-)(?=\d)", re.IGNORECASE)
_DIGITS = pattern(r"([01]\d|2[0-3])([0-5]\d)(?:\s*(?:h|hrs?|uhr))?", re.IGNORECASE)  # "0900", "1430 hrs"
_NOON = frozenset(
    ["noon", "midday", "mittag", "mittags", "midi", "mediodia", "mediodía", "mezzogiorno", "meio-dia"]
)
_MIDNIGHT = frozenset(
    ["midnight", "mitternacht", "minuit", "medianoche", "mezzanotte", "meia-noite", "middernacht"]
)
_TWELVE = pattern(r"12(?:[:.]00)?\s+(?:uhr\s+)?", re.IGNORECASE)


def is_time(text: str) -> bool:
    """Whether a text begins with a time of day, and not with a year."""
    found = _TIME.match(text)
    return bool(found and (found["m"] or found["half"]) and not re.match(r"\d{4}", text))


# Of a day, as a spreadsheet counts; two digits may be minutes, but for its quarters ("0.75" is 18:00).
_FRACTION = pattern(r"0?[.,](?:\d{3,17}|5|25|75)")


def read_time(cell: Cell) -> tuple[dt.time, dt.tzinfo | None] | None:
    """The time of day in a cell, and its zone where one is written; None when it is none. Never raises.

    Of a span ("9-10am", "9:00-9:30") it is the start.
    """
    if isinstance(cell, dt.datetime):
        return cell.time(), None
    if isinstance(cell, dt.time):
        return cell.replace(tzinfo=None), None
    if isinstance(cell, float) and 0 <= cell < 1:
        return (EXCEL_ZERO + dt.timedelta(seconds=round(cell * 86_400))).time(), None
    if isinstance(cell, int) and 100 <= cell < 2400 and not isinstance(cell, bool):
        cell = f"{cell:04}"  # "0900" as a spreadsheet keeps it
    if isinstance(cell, str) and 0 < len(cell) <= 40:
        text = cell.strip()
        if digits := _DIGITS.fullmatch(text):
            return dt.time(int(digits[1]), int(digits[2])), None
        if _FRACTION.fullmatch(text):
            return read_time(float(text.replace(",", ".")))
        return time_of_text(text)
    return None


def says_midnight(text: str) -> bool:
    """Whether a text names midnight ("12:00 AM", "midnight"): 00:00 is often only what a program adds."""
    told = text.casefold()
    return _TWELVE_AM.search(told) is not None or any(word in told for word in _MIDNIGHT)


_TWELVE_AM = pattern(r"\b12(?::00){0,2}\s*a\.?\s?m\b")


@lru_cache(maxsize=10_000)
def time_of_text(text: str) -> tuple[dt.time, dt.tzinfo | None] | None:
    """The time of day a text says, and its zone: all of the text, but for the end of a span."""
    word = _TWELVE.sub("", text, count=1).casefold() if text[:1] == "1" else text.casefold()
    if word in _NOON or word in _MIDNIGHT:
        return dt.time(12 if word in _NOON else 0), None
    before = None if text[:1].isdigit() else _BEFORE.match(text)
    if before:
        text = text[before.end() :]
        if before["sure"] and text.isdigit() and int(text) < 24:
            return dt.time(int(text)), None
    found = _TIME.match(text)
    if found and (span := _span(text, found)):
        return span
    time = _time(found) if found and _is_clock(found) else None
    if found is None or time is None:
        return None
    rest = text[found.end() :].strip()
    if not rest:
        return time, None
    zone = zone_of_cell(rest)
    return (time, zone) if zone else None


def _is_clock(found: re.Match[str]) -> bool:
    # "2 horas" and "90 min" tell how long.
    long = ("a", "as", "ore", "min")
    unit = found[0].strip().lower()
    return bool(found["m"] or found["half"] or not (unit[-1:].isdigit() or unit.endswith(long)))


def _time(found: re.Match[str], half: str = "") -> dt.time | None:
    hour, minute, second = int(found["h"]), int(found["m"] or 0), int(found["s"] or 0)
    if half := (half or found["half"] or "").lower():
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    return dt.time(hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None


def _span(text: str, start: re.Match[str]) -> tuple[dt.time, dt.tzinfo | None] | None:
    """The start of "9-10am", "11am to 1pm", "9:00-9:30 CET"; None where the second half is an offset."""
    to = _TO.match(text, len(start[0].rstrip()))
    end = _TIME.match(text, to.end()) if to else None
    if to is None or end is None or not (_is_clock(end) or (_is_clock(start) and to["apart"] != "-")):
        return None
    until = _time(end)
    half = start["half"] or end["half"] or ""
    begin = _time(start, half)
    if begin and until and end["half"] and not start["half"] and begin >= until:  # "11-1pm"
        begin = _time(start, "a" if half.lower().startswith("p") else "p")
    if begin is None or until is None or (start["s"] and not end["half"] and to["apart"] == "-"):
        return None
    if begin >= until and to["apart"] == "-" and not end["half"]:
        return None  # "09:00-05:00" is a clock five hours behind
    rest = text[end.end() :].strip()
    zone = (zone_of_cell(rest)) if rest else None
    return (begin, zone) if zone or not rest else None


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


_ZONE_WORDS: Mapping[str, str] = {
    "eastern": "America/New_York", "central": "America/Chicago", "mountain": "America/Denver",
    "pacific": "America/Los_Angeles", "central european": "Europe/Berlin",
    "western european": "Europe/Lisbon", "eastern european": "Europe/Helsinki",
    "greenwich mean": "UTC", "coordinated universal": "UTC",
    "british": "Europe/London", "uk": "Europe/London", "mitteleuropaische": "Europe/Berlin",
    "mitteleuropäische": "Europe/Berlin", "japan": "Asia/Tokyo", "singapore": "Asia/Singapore",
    "berliner": "Europe/Berlin", "wiener": "Europe/Vienna", "zürcher": "Europe/Zurich",
}  # fmt: skip
_AROUND_ZONE = pattern(
    r"\b(?:time|zeit|standard|daylight|summer|sommerzeit|winter|local|hora|de|heure|ora|di|us|canada|and"
    r"|zone)\b|[()&,]|(?:gmt|utc)\s*[+-]\d{1,2}:\d{2}\)?(?=\s*\w)",
    re.IGNORECASE,
)


@lru_cache(maxsize=1_000)
def zone_in_words(words: str) -> dt.tzinfo | None:
    """The zone that "Eastern Time (US & Canada)", "New York" or "Berlin time" means, else None."""
    told = " ".join(_AROUND_ZONE.sub(" ", words.replace("_", " ")).casefold().split())
    name = _ZONE_WORDS.get(told) or _cities().get(told)
    return dt.UTC if name == "UTC" else ZoneInfo(name) if name else None


def zone_of_cell(words: str) -> dt.tzinfo | None:
    """The zone a cell of its own names, else None."""
    return zone_named(words) or zone_in_words(words)


@cache
def _cities() -> Mapping[str, str]:
    """Cities after which zones are named, where one zone only is."""
    found: dict[str, set[str]] = {}
    for name in available_timezones():
        region, _, city = name.rpartition("/")
        if region in _REGIONS:
            found.setdefault(city.replace("_", " ").casefold(), set()).add(name)
    return {city: names.pop() for city, names in found.items() if len(names) == 1}


_REGIONS = frozenset(["Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"])
