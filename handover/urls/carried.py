"""Addresses that carry another one: what a network, a mail program, a cache or an archive puts before a link.

Read offline, from the address alone. Sources: the services' own pages, and what they write into exports.
"""

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from handover.later import pattern
from handover.urls import parse
from handover.urls.known import CARRIERS

DEEP = 3  # carriers in carriers that are taken off
LONGEST = 4_096  # characters of an address that is looked at

_HTTP = pattern(r"https?:/{1,2}(?=[^/])", re.IGNORECASE)
_GOOGLE = pattern(r"(?:[a-z]+\.)*google\.[a-z.]{2,6}")
_OTHERS = pattern(
    r"(?:.+\.)?cdn\.ampproject\.org|bing-amp\.com|.+\.translate\.goog|open\.substack\.com|"
    r"urldefense(?:\.proofpoint)?\.com"
)
_ARCHIVED = pattern(
    r"/(?:web/|wayback/)?(?:\d[\d.-]{3,16}[a-z_*]*|\*|save)/(?=https?:|[\w-]+\.[\w.-]+/)", re.IGNORECASE
)
_AMP = pattern(r"/(?:amp|[cvri])/(s/)?(?=[\w-]+\.[\w.-]+)")
_PROOFPOINT = pattern(r"/v3/__(https?:/{1,2}.+?)__;")
_SUBSTACK = pattern(r"/pub/([\w-]+)/p/([^/?#]+)")
_DISQUS_HASH = pattern(r":[\w-]{10,}$")


def carried(address: str) -> str:
    """The address that this one carries, else this one: `l.facebook.com/l.php?u=...` gives what `u` says."""
    for _ in range(DEEP):
        inner = _inner(address)
        if not inner:
            return address
        address = inner
    return address


def _inner(address: str) -> str:
    outer = parse(address) if len(address) <= LONGEST else None
    if outer is None:
        return ""
    host = outer.host
    names = CARRIERS.get(host) or CARRIERS.get("." + host.partition(".")[2], ())
    is_google = _GOOGLE.fullmatch(host) is not None
    if not (names or is_google or _OTHERS.fullmatch(host)):
        return ""
    try:
        parts = urlsplit(address if "://" in address else "https://" + address.removeprefix("//"))
        found = (*_from_path(host, parts, is_google), *_from_query(host, parts, names, is_google))
    except ValueError:
        return ""
    return next((inner for inner in found if inner != address), "")


def _from_path(host: str, parts: SplitResult, is_google: bool) -> Iterator[str]:
    """The address that a path holds: of archives, AMP caches, translations, Substack's and Proofpoint's."""
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path
    if CARRIERS.get(host) == ("path",) and (told := _ARCHIVED.match(path)):
        # Two slashes may have become one on the way.
        yield _HTTP.sub(lambda scheme: scheme[0].partition(":")[0] + "://", path[told.end() :], count=1)
    elif host.endswith(".translate.goog"):
        # blog-acme-com stands for blog.acme.com; a hyphen of its own is doubled.
        label = host.removesuffix(".translate.goog").replace("--", "\0").replace("-", ".")
        yield "https://" + label.replace("\0", "-") + parts.path
    elif host == "open.substack.com" and (told := _SUBSTACK.match(path)):
        yield f"https://{told[1]}.substack.com/p/{told[2]}"
    elif host == "urldefense.com" and (told := _PROOFPOINT.match(path)):
        yield told[1]
    elif ("amp" in host or (is_google and path.startswith("/amp/"))) and (told := _AMP.match(path)):
        yield f"http{'s' if told[1] else ''}://{path[told.end() :]}"


def _from_query(host: str, parts: SplitResult, names: tuple[str, ...], is_google: bool) -> Iterator[str]:
    """The addresses that parameters hold."""
    if names == ("query",):
        values = [unquote(parts.query)]
    else:
        if is_google and parts.path == "/url":
            names = ("q", "url")
        asked = parse_qs(parts.query)
        values = [value for name in names for value in asked.get(name, ())]
        if host == "urldefense.proofpoint.com":
            values = [unquote(value.replace("-", "%").replace("_", "/")) for value in asked.get("u", ())]
        elif host == "disq.us":
            values = [_DISQUS_HASH.sub("", value) for value in values]
    yield from filter(_HTTP.match, values)
