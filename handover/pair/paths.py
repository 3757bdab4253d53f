"""What the path of an address says by itself: a slug, a number, a month; whether it may be an article."""

import datetime as dt
import re
from collections.abc import Iterator
from itertools import islice, takewhile
from urllib.parse import unquote

from handover.later import pattern
from handover.text.comparing import squash, words
from handover.urls import Address, fold_segment
from handover.urls.known import LISTING_SEGMENTS, SHARED_HOSTS

_BASE62 = {
    letter: value
    for value, letter in enumerate("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
}
_FILE = pattern(
    r"\.(?:jpe?g|png|gif|svg|webp|pdf|zip|mp[34]|css|js|xml|rss|atom|json|txt|docx?|xlsx?|pptx?)$", re.I
)
_DATED = pattern(r"((?:19|20)\d\d)[-_]?(\d\d)[-_]?(\d\d)[-_](?=.)")
_MEDIUM = pattern(r"(.+-)?([0-9a-f]{10,12})")
_COUNTED = pattern(r"(.+)-[2-9]")

MIN_SLUG = 4  # letters a slug must have to be looked up on another host
MIN_NUMBER = 6  # digits that make a number an identity


def place_of(address: Address) -> str:
    """Whose place an address is: its host; on hosts of many owners, host and first part of the path."""
    if address.host in SHARED_HOSTS and address.segments:
        return f"{address.host}/{address.segments[0].casefold()}"
    return address.host


def is_shared(host: str) -> bool:
    """Whether a host, or the one it is below, is of many owners."""
    return host in SHARED_HOSTS or host.partition(".")[2] in SHARED_HOSTS


def owner_of(address: Address) -> str:
    """Who owns a place on a host of many owners: "acme" has acme.substack.com and medium.com/@acme."""
    name, _, above = address.host.partition(".")
    if above in SHARED_HOSTS:
        return squash(name)
    return squash(address.segments[0]) if address.host in SHARED_HOSTS and address.segments else ""


def wordpress_number(address: Address) -> tuple[str, str] | None:
    """(blog, number or slug) that a wp.me address holds: its number in base 62 after the hyphen."""
    if address.host != "wp.me" or len(address.segments) != 1:
        return None
    blog, hyphen, rest = address.segments[0].partition("-")
    if not hyphen or not rest or blog[:1] not in "ps" or any(c not in _BASE62 for c in blog[1:]):
        return None
    if blog[0] == "s":
        return blog[1:], rest
    if any(c not in _BASE62 for c in rest):
        return None
    number = 0
    for letter in rest:
        number = number * 62 + _BASE62[letter]
    return blog[1:], str(number)


def path_of(address: Address) -> str:
    """The path and the parameters, folded, without the host."""
    return address.loose.partition("/")[2]


def medium_id(address: Address) -> str:
    """The id that ends an address of Medium's, on any host: `a-title-1a2b3c4d5e6f`, `p/1a2b3c4d5e6f`."""
    told = _MEDIUM.fullmatch(address.segments[-1]) if address.segments else None
    if told is None or not (told[1] or address.segments[-2:-1] == ("p",)):
        return ""
    return told[2] if not told[2].isdecimal() and not told[2].isalpha() else ""


def slug_of(address: Address | None) -> str:
    """The last part of the path as letters and digits alone, without a date before it; "" without a path."""
    return squash(_last(address)) if address else ""


def slug_words(address: Address) -> list[str]:
    """The last part of the path as words, without a date before it."""
    return words(_last(address).replace("-", " "))


def without_number(address: Address) -> str:
    """The slug without the "-2" that a server adds to a name it has already; "" when there is none."""
    counted = _COUNTED.fullmatch(_last(address))
    return squash(counted[1]) if counted else ""


def _last(address: Address) -> str:
    """The last part of the path, folded, without a date before it."""
    if not address.segments:
        return ""
    folded = unquote(fold_segment(address.segments[-1]))
    dated = _DATED.match(folded)
    return folded[dated.end() :] if dated else folded


def has_name(address: Address) -> bool:
    """Whether the path names something (a slug), or is a long path of numbers; `/2` alone names nothing."""
    return len(address.segments) > 2 or any(
        len(s) >= MIN_SLUG and not s.isdecimal() for s in address.segments
    )


def is_article(address: Address) -> bool:
    """Whether an address may be an article: not the home page, no list of articles, no file."""
    return (
        bool(address.segments)
        and not any(s.lower() in LISTING_SEGMENTS for s in address.segments[:-1])
        and not _FILE.search(address.segments[-1])
    )


def shown_number(address: Address) -> str:
    """The number in `?p=12`; "" when there is none."""
    return dict(address.query).get("p", "").removeprefix("=") if address.query else ""


def long_numbers(address: Address) -> list[str]:
    return [s for s in address.segments if s.isdecimal() and len(s) >= MIN_NUMBER]


def day_of(address: Address) -> dt.date | None:
    """The day an address names: /2024/03/01/, or 2024-03-01- before its last part."""
    told = _DATED.match(address.segments[-1]) if address.segments else None
    parts = told.groups() if told else tuple(_numbers_of_a_day(address))
    try:
        return dt.date(*map(int, parts)) if len(parts) == 3 else None
    except ValueError:
        return None


def month_of(address: Address) -> dt.date | None:
    """The first day of the month an address names."""
    if day := day_of(address):
        return day.replace(day=1)
    year, month = (*_numbers_of_a_day(address), "", "")[:2]
    return dt.date(int(year), int(month), 1) if month and 1 <= int(month) <= 12 else None


def is_date(address: Address) -> bool:
    """Whether a path is a year, a month or a day and nothing else: a list of what came then."""
    return bool(address.segments) and len(tuple(_numbers_of_a_day(address))) == len(address.segments)


def _numbers_of_a_day(address: Address) -> Iterator[str]:
    """A year among the parts of a path, and the month and the day that follow it."""
    parts = iter(address.segments)
    for year in parts:
        if len(year) == 4 and year.isdecimal() and 1990 <= int(year) <= 2100:
            yield year
            yield from takewhile(lambda part: len(part) <= 2 and part.isdecimal(), islice(parts, 2))
            return
