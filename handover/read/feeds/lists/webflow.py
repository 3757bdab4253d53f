"""Webflow's CSV of a collection: `<Site> - <Collection> - <24 hex>.csv`.

It names slugs and no addresses: these are the folder of the blog and the slug. The first column is the
collection's own name for its title. https://help.webflow.com/hc/en-us/articles/33961356296723
"""

import re
from collections import Counter
from urllib.parse import urlsplit

from handover.model import Post, Said
from handover.model.said import N_
from handover.read import fields
from handover.read.feeds.document import Document
from handover.read.feeds.entry import make_post
from handover.read.feeds.lists.found import unlinked
from handover.read.feeds.lists.table import Row, header, rows
from handover.read.feeds.wordpress import DRAFTS, left_out
from handover.read.source import Source

FORMAT = N_("Webflow's list of posts")
ARCHIVED = Said("archived posts")
_SIGNS = frozenset(("slug", "collection id", "item id", "created on", "published on"))
_JAVASCRIPT = re.compile(r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d\d) (\d{4}) (\d\d:\d\d:\d\d) GMT([+-]\d{4}).*")
_OWN_DATE = ("publish date", "published date", "publication date", "post date", "date")
_BODY = ("post body", "body", "rich text", "content", "article", "text", "blog body", "main content")
_BRIEF = ("post summary", "summary", "excerpt", "description", "short description", "meta description")


def accepts(source: Source) -> bool:
    return set(header(source)) >= _SIGNS


def parse(source: Source, address: str = "") -> Document:
    """The published items; `address` is the folder of the posts ("https://acme.example/blog")."""
    first = header(source)[0]
    folder = address.rstrip("/") if urlsplit(address).path.strip("/") else ""
    posts: list[Post] = []
    others: Counter[Said] = Counter()
    for row in rows(source):
        if row.get("archived").casefold() == "true":
            others[ARCHIVED] += 1
        elif row.get("draft").casefold() == "true" or not row.get("published on"):
            others[DRAFTS] += 1
        else:
            posts.append(_post(row, first, folder))
    hint = Said(
        "Give the address of the folder its posts lie in too, such as --site https://acme.example/blog."
    )
    return Document(
        link=address,
        posts=tuple(posts),
        notices=left_out(others, source.location) + unlinked(posts, source.location, hint),
        format=FORMAT,
    )


def _post(row: Row, first: str, folder: str) -> Post:
    return make_post(
        stated_id=row.get("item id"),
        link=f"{folder}/{row.get('slug')}" if folder else "",
        title=row.get(first, "name", "title"),
        title_is_text=True,
        published=_time(row.get(*_OWN_DATE)) or _time(row.get("published on")),
        modified=_time(row.get("updated on")),
        author=row.get("author", "author name"),
        summary=row.get(*_BRIEF),
        content=row.get(*_BODY),
        image=row.get("main image", "image", "thumbnail image"),
    )


def _time(text: str) -> str:
    """A date as JavaScript writes it, as RFC 822 has it: "12 Aug 2025 07:53:00 +0000"."""
    found = _JAVASCRIPT.fullmatch(fields.one_line(text))
    return f"{found[2]} {found[1]} {found[3]} {found[4]} {found[5]}" if found else text
