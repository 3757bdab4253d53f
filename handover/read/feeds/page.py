"""A web page instead of a feed: where does it say its feeds are?

Autodiscovery as browsers and readers do it: https://www.rssboard.org/rss-autodiscovery
"""

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from handover.errors import UnknownFormatError
from handover.model import Joined, Said
from handover.read import fields
from handover.read.feeds.document import Document
from handover.read.source import Source

MAX_BYTES = 20 * 1024**2
MAX_TAGS = 20_000  # a tree's cost grows with the square of its depth; of a larger page only these are read:
_TELLING = re.compile(r"<(?:base|link|a)\s[^<>]*>", re.IGNORECASE)
TYPES = frozenset(
    (
        "application/rss+xml",
        "application/atom+xml",
        "application/feed+json",
        "application/json",
        "application/rdf+xml",
        "application/xml",
        "text/xml",
        "application/rss",
        "application/atom",
    )
)
# Where the common platforms keep their feed, most common first. Tried when a page names none.
COMMON = ("feed/", "rss/", "feed.xml", "atom.xml", "index.xml", "rss.xml", "feeds/posts/default", "feed.json")
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_FEED = re.compile(rb"<(?:[\w.-]{1,20}:)?(?:rss|feed|rdf|channel)[\s>]", re.IGNORECASE)
_COMMENTS = re.compile(r"comment|kommentar|replies", re.IGNORECASE)
_LIKELY = re.compile(
    r"(?:^|/)(?:feed|rss|atom)s?/?$|/(?:index|feed|rss|atom|posts)\.(?:xml|rss|atom|json|rdf)$", re.IGNORECASE
)
_ASIDE = re.compile(r"oembed|wp-json|/tag/|/category/|/author/|podcast|forum", re.IGNORECASE)


def accepts(source: Source) -> bool:
    """A web page; not a feed behind an error message of PHP or a stray tag."""
    return bool(_PAGE.search(source.head[:8000])) and not _FEED.search(source.head)


def parse(source: Source, address: str = "") -> Document:
    """A page has no posts to read: raises UnknownFormatError that names the page's feeds."""
    found = feeds(source, address)
    named = Said("It names its feed: {address}.", address=found[0]) if found else ""
    raise UnknownFormatError(
        Joined(Said("{file} is not a feed: it is a web page.", file=source.location), named),
        location=source.location,
        hint=(
            Said("Give that address instead.")
            if found
            else Said("Give the blog's address, its feed, or an export (in WordPress: Tools > Export).")
        ),
    )


def feeds(source: Source, address: str = "") -> tuple[str, ...]:
    """The addresses of the page's feeds, the blog's own first; comment feeds are left out."""
    text = source.read(MAX_BYTES).decode("utf-8", "replace")
    if text.count("<") > MAX_TAGS:
        text = "".join(_TELLING.findall(text))
    tree = fields.tree_of(text)
    node = tree.css_first("base[href]")
    base = _joined(address, node.attributes.get("href") or "") if node else address
    found = list(dict.fromkeys(_named(tree, base))) or list(dict.fromkeys(_linked(tree, base)))
    return tuple(sorted(found, key=lambda link: bool(_ASIDE.search(link))))


def _named(tree: LexborHTMLParser, base: str) -> Iterator[str]:
    for node in tree.css("link[rel][href]"):
        rel = (node.attributes.get("rel") or "").lower().split()
        kind = (node.attributes.get("type") or "").split(";")[0].strip().lower()
        href = node.attributes.get("href") or ""
        if "alternate" not in rel or (kind not in TYPES and "feed" not in rel):
            continue
        if kind in ("application/json", "application/xml", "text/xml") and not _LIKELY.search(href):
            continue
        words = f"{node.attributes.get('title') or ''} {_path(href)}"
        if not _COMMENTS.search(words):
            yield from _resolved(base, href)


def _linked(tree: LexborHTMLParser, base: str) -> Iterator[str]:
    for node in tree.css("a[href]"):
        href = node.attributes.get("href") or ""
        if _LIKELY.search(_path(href)) and not _COMMENTS.search(href):
            yield from _resolved(base, href)


def _resolved(base: str, href: str) -> Iterator[str]:
    joined = _joined(base, href.strip())
    if link := fields.address(joined) or ("" if base else joined):
        yield link


def _joined(base: str, href: str) -> str:
    try:
        return urljoin(base, href)
    except ValueError:  # "http://[bad": no address
        return ""


def _path(href: str) -> str:
    try:
        return urlsplit(href).path
    except ValueError:
        return ""


def guesses(address: str) -> tuple[str, ...]:
    """Addresses where a blog's feed commonly is, for a page that names none."""
    folder = address.split("?")[0].split("#")[0].rstrip("/") + "/"
    root = "/".join(address.split("/", 3)[:3]) + "/"
    return tuple(dict.fromkeys(place + name for place in (folder, root) for name in COMMON))
