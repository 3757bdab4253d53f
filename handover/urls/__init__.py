"""One address, many spellings: the key for matching.

A key is for comparing only; what is shown or stored is always the address as it was given.
"""

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote, unquote_to_bytes, urlsplit

from handover.later import pattern
from handover.urls.known import (
    INDEX_PAGES,
    PAGE_ENDINGS,
    SPARE_HOST_PARTS,
    TRACKING,
    TRACKING_PREFIXES,
    WEAK,
)

Query = tuple[tuple[str, str], ...]  # sorted (name, "=value" or "")

_BARE = pattern(r"[\w-]+(\.[\w-]+)+(:\d+)?([/?#]|$)")
_SCHEME = pattern(r"https?://", re.IGNORECASE)
_PLAIN = re.compile(r"[A-Za-z0-9._~-]*").fullmatch  # needs no escaping, so most need no work
_SEGMENT_SAFE = "!$&'()*,;=:@-._~"
_QUERY_SAFE = "!$'()*,;:@/-._~"
# As nearly all addresses are written: no port, no name, no fragment, and no sign that would be escaped.
_USUAL = re.compile(
    r"https?://([A-Za-z0-9.-]+)((?:/[A-Za-z0-9._~!$&'()*,;=:@/-]*)?)(?:\?([!-\"$-~]*))?"
).fullmatch
_FOLDED = re.compile(r"[a-z0-9/-]*").fullmatch  # a path that `loose` leaves as it is
TRACKING_FRAGMENT = pattern(
    r"utm_|xtor=|ref=|\.[\w-]{8,}\.?(?:twitter|facebook|mailto|link)?$", re.IGNORECASE
)


class Address(NamedTuple):
    """The parts of an http(s) address in one way of writing, as `address_of` puts them together."""

    host: str  # lower case, ASCII, without `www.`
    port: str  # ":8080"; "" for the default ones
    segments: tuple[str, ...]  # of the path, without empty ones and index pages
    query: Query  # without tracking parameters
    page: str  # the key without the fragment
    key: str

    @property
    def loose(self) -> str:
        """The key without what hardly ever chooses the page: case, endings, `_` for `-`, mobile form."""
        first, _, rest = self.host.partition(".")
        host = rest if first in SPARE_HOST_PARTS and "." in rest else self.host
        path = self.page[len(self.host) + len(self.port) :]
        if not _FOLDED(path) or path.endswith("/amp"):
            segments = tuple(fold_segment(s) for s in self.segments if s.lower() != "index.php")
            while len(segments) > 1 and segments[-1] == "amp":
                segments = segments[:-1]
            query = tuple((k, v) for k, v in self.query if k.lower() not in WEAK)
            path = _path(segments, query)
        return (host + self.port + path).casefold()


def address_of(
    host: str, port: str = "", segments: tuple[str, ...] = (), query: Query = (), fragment: str = ""
) -> Address:
    """An address and its keys, of parts that are in one way of writing already."""
    page = host + port + _path(segments, query)
    return Address(host, port, segments, query, page, f"{page}#{fragment}" if fragment else page)


@lru_cache(maxsize=1 << 12)
def parse(address: str) -> Address | None:
    """The parts of an http(s) address, given with its scheme or without; None for anything else."""
    if (usual := _USUAL(address)) and "/." not in usual[2]:
        return address_of(
            _host(usual[1].lower()),
            segments=_without_index(list(filter(None, _as_shared(usual[2]).split("/")))),
            query=_query(usual[3]) if usual[3] else (),
        )
    address = address.strip().removeprefix("//")
    if not _SCHEME.match(address):
        if "://" in address[:12] or not _BARE.match(address):
            return None
        address = "http://" + address
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port  # raises when the port is no number
    except ValueError:
        return None
    if not host:
        return None
    return address_of(
        _host(host),
        port="" if port in (None, 80, 443) else f":{port}",
        segments=_segments(_as_shared(parts.path)),
        query=_query(parts.query) if parts.query else (),
        fragment=""
        if not parts.fragment or TRACKING_FRAGMENT.match(parts.fragment)
        else _escape(parts.fragment, _QUERY_SAFE),
    )


def host_of(address: str) -> str:
    """The host of an address as keys write it: lower case, ASCII, without `www.`; "" when there is none."""
    parts = parse(address)
    return parts.host if parts else ""


def canonical(address: str) -> str:
    """The key of an address: the same for all its spellings that any server takes for one page.

    Scheme, `www.`, default port, case of the host, escapes, doubled and final slashes, index pages, order
    of parameters and tracking parameters make no difference. All else does: case of the path, other
    parameters, fragments. What is no http(s) address is returned stripped. `canonical(canonical(a))` is
    `canonical(a)`.
    """
    parts = parse(address)
    return parts.key if parts else address.strip()


def is_tracking(name: str) -> bool:
    """Whether a parameter only counts visitors."""
    name = name.lower()
    return name in TRACKING or name.startswith(TRACKING_PREFIXES)


def fold_segment(segment: str) -> str:
    """A path segment without case, page ending and the difference of `_` and `-`."""
    folded = segment.casefold().replace("_", "-")
    if "." in folded:
        for ending in PAGE_ENDINGS:
            if folded.endswith(ending) and len(folded) > len(ending):
                return folded[: -len(ending)]
    return folded


@lru_cache(maxsize=1 << 10)
def _host(host: str) -> str:
    host = host.strip(".")
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            host = host.casefold()
    while host.startswith("www.") and host.count(".") > 1:
        host = host[4:]
    return host


def _as_shared(path: str) -> str:
    """A path without tracking parameters that a tool added with "&" where "?" was due."""
    if "&" not in path:
        return path
    page, _, added = path.partition("&")
    return page if is_tracking(added.partition("=")[0]) else path


def _segments(path: str) -> tuple[str, ...]:
    out: list[str] = []
    for raw in path.split("/"):
        segment = _escape(raw, _SEGMENT_SAFE)
        if segment == "..":
            del out[-1:]
        elif segment not in ("", "."):
            out.append(segment)
    return _without_index(out)


def _without_index(segments: list[str]) -> tuple[str, ...]:
    while segments and segments[-1].lower() in INDEX_PAGES:
        segments.pop()
    return tuple(segments)


def _query(query: str) -> Query:
    pairs = set()
    for item in query.split("&"):
        name, equals, value = item.partition("=")
        if "?" in value:  # added by a tool that did not look whether there was one already
            asked, _, added = value.rpartition("?")
            value = asked if is_tracking(added.partition("=")[0]) else value
        name = _escape(name.replace("+", " "), _QUERY_SAFE)
        if (name or equals) and not is_tracking(name):
            pairs.add((name, equals + _escape(value.replace("+", " "), _QUERY_SAFE)))
    return tuple(sorted(pairs))


def _path(segments: tuple[str, ...], query: Query) -> str:
    path = "/".join(("", *segments))
    return path + "?" + "&".join([name + value for name, value in query]) if query else path


def _escape(text: str, safe: str) -> str:
    # Bytes, so that even half a surrogate pair, which hostile text may hold, has a form.
    return text if _PLAIN(text) else quote(unquote_to_bytes(text.encode("utf-8", "surrogatepass")), safe=safe)
