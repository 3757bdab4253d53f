"""A site's own list of its pages for search engines: sitemap.xml, its index, sitemap.txt.

https://www.sitemaps.org/protocol.html - `lastmod` says when a page was changed, often only when the site was
built, and is never taken for the day a post was published. Only sitemaps of news (of the last two days) state
titles and dates: https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
"""

import dataclasses
import re
from collections.abc import Mapping
from typing import Any

from handover.model import Notice, Post, Said
from handover.model.said import N_
from handover.read import fields
from handover.read.feeds.document import Document, HandOverError
from handover.read.feeds.elements import checked, child, items
from handover.read.feeds.entry import make_post
from handover.read.feeds.lists import translations
from handover.read.feeds.lists.found import doubts, left_aside, made_titles
from handover.read.feeds.lists.places import Place, sorted_out, title_of
from handover.read.feeds.reading import current
from handover.read.feeds.wordpress import left_out
from handover.read.source import Source

FORMAT = N_("sitemap")
INDEX = N_("index of sitemaps")
_FIRST = re.compile(rb"<(?:[\w.-]+:)?([A-Za-z]\w*)[\s/>]")  # the first element of a document
_LINES = re.compile(rb"(?:https?://\S+[ \t]*\r?\n){2,}")
# Names of sitemaps that are of posts, and of those that are of none.
_OF_POSTS = re.compile(
    r"(?:^|[/_.-])(?:posts?|blogs?|news|articles?|beitraege|artikel|articulos|actualites)(?:[_.-]|\d|$)",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"(?:^|[/_.-])(?:pages?|categor\w+|tags?|taxonom\w+|authors?|users?|products?|collections?|images?|videos?|events?)"
    r"(?:[_.-]|\d|$)",
    re.IGNORECASE,
)
MOST = 50_000  # addresses of one sitemap, by the protocol


def accepts(source: Source) -> bool:
    return bool(_root(source)) or bool(_LINES.match(source.head[:4096].lstrip(b"\xef\xbb\xbf")))


def _root(source: Source) -> bytes:
    """b"urlset", b"sitemapindex", or b"" for any other document, one that writes about sitemaps included."""
    first = _FIRST.search(source.head[:4096])
    return first[1] if first and first[1] in (b"urlset", b"sitemapindex") else b""


def parse(source: Source, address: str = "") -> Document:
    """The posts in a sitemap. Of an index, the sitemaps worth reading as `links`: "sitemap 1", ...

    Raises ParseError where it is no XML.
    """
    if found := named_in(source):
        return _index(found, source.location)
    rows = listed(source)
    if not rows:
        raise HandOverError
    addresses = [row["loc"] for row in rows]
    kind = kind_of(source.name)
    places: list[Place] = ["page"] * len(rows)
    if kind != "others":
        places = sorted_out(addresses, named=kind == "posts", folder=address)
    taken = [row for row, place in zip(rows, places, strict=True) if place == "post" or row.get("title")]
    groups = translations.grouped(taken)
    posts, made = [], []
    for group in groups:
        row = translations.chosen(group, current().language)
        others = tuple(twin["loc"] for twin in group if twin is not row)
        posts.append(dataclasses.replace(post_of(row), aliases=others))
        if not row.get("title"):
            made.append(row["loc"])
    return Document(
        link="/".join(addresses[0].split("/")[:3]) + "/",
        posts=tuple(posts),
        skipped=doubts(addresses, places, source.location),
        notices=(
            *left_out(left_aside(places), source.location),
            *translations.in_several(groups, source.location),
            *made_titles(made, source.location),
        ),
        format=FORMAT,
    )


def listed(source: Source) -> list[dict[str, str]]:
    """The rows of a sitemap: `loc`, and `lastmod`, `title`, `published` where it has them."""
    if _root(source):
        rows = [_entry(node) for _, node in items(source, checked(source), "url")]
    else:
        rows = [{"loc": line} for line in source.read().decode("utf-8-sig", "replace").split()]
    for row in rows:
        row["loc"] = fields.address(row.get("loc"))
    return [row for row in rows[:MOST] if row["loc"]]


def named_in(source: Source) -> list[str]:
    """The sitemaps an index names: those of posts, where some are; else all but those of other things."""
    if _root(source) != b"sitemapindex":
        return []
    nodes = items(source, checked(source), "sitemap")
    locations = [child(node, "loc") or child(node, "loc", "sitemap") for _, node in nodes]
    found = [link for location in locations if (link := fields.address(location))]
    wanted = [link for link in found if kind_of(link) == "posts"]
    return wanted or [link for link in found if kind_of(link) != "others"]


def _index(found: list[str], where: str) -> Document:
    links = {f"sitemap {number}": link for number, link in enumerate(found, 1)}
    told = Said("{file} only names other sitemaps, and no page.", file=where)
    hint = Said("Give the address of the sitemap, or the sitemaps that it names, as files in one folder.")
    notice = Notice(text=told, hint=hint, where=where)
    return Document(
        link="/".join(found[0].split("/")[:3]) + "/", links=links, notices=(notice,), format=INDEX
    )


def kind_of(name: str) -> str:
    """Whether a sitemap is of "posts" or of "others", by its name; "" where that does not tell."""
    last = name.split("?")[0].rstrip("/").rpartition("/")[2]
    if last.startswith("wp-sitemap-") and not last.startswith("wp-sitemap-posts-post-"):
        return "others"
    if _OF_OTHERS.search(last) and not last.startswith("wp-sitemap-posts-post-"):
        return "others"
    return "posts" if _OF_POSTS.search(last) else ""


def _entry(node: Any) -> dict[str, str]:
    found = {name: child(node, name) or child(node, name, "sitemaps.org") for name in ("loc", "lastmod")}
    for link in node.iterchildren("{*}link"):
        if (
            link.get("rel") == "alternate"
            and link.get("hreflang")
            and (twin := fields.address(link.get("href")))
        ):
            found[f"{translations.KEY}{link.get('hreflang')}"] = twin
    for news in node.iterchildren("{*}news"):
        found["title"] = child(news, "title", "news")
        found["published"] = child(news, "publication_date", "news")
    return found


def post_of(row: Mapping[str, str]) -> Post:
    """A row as a post: its title made of its address where it has none; no day where it states none."""
    post = make_post(
        link=row["loc"],
        title=row.get("title") or title_of(row["loc"]),
        title_is_text=True,
        published=row.get("published"),
    )
    return dataclasses.replace(post, modified=fields.moment(row.get("lastmod")))
