"""Shopify's posts as Matrixify and Altera write them: the sheet "Blog Posts".

https://matrixify.app/documentation/blog-posts/ - the address of a post is `SHOP/blogs/BLOG/HANDLE`. A post
may have several rows (its comments, its metafields): the first one holds it.
"""

from collections import Counter

from handover.model import Post, Said
from handover.model.said import N_
from handover.read.feeds.document import Document
from handover.read.feeds.entry import make_post
from handover.read.feeds.lists.found import unlinked
from handover.read.feeds.lists.table import Row, header, rows
from handover.read.feeds.wordpress import DRAFTS, left_out
from handover.read.source import Source

FORMAT = N_("Shopify's list of posts")
_SIGNS = frozenset(("handle", "title", "body html", "blog: handle"))


def accepts(source: Source) -> bool:
    return set(header(source)) >= _SIGNS


def parse(source: Source, address: str = "") -> Document:
    """The published posts; `address` is the shop's."""
    shop = "/".join(address.split("/")[:3]) if address.startswith("http") else ""
    posts: dict[tuple[str, str], Post] = {}
    others: Counter[Said] = Counter()
    for row in rows(source):
        identity = (row.get("blog: handle"), row.get("handle"))
        if not row.get("title") or identity in posts or row.get("command").casefold() == "delete":
            continue
        if row.get("published").casefold() in ("false", "no", "0"):
            others[DRAFTS] += 1
        else:
            posts[identity] = _post(row, shop)
    hint = Said("Give the shop's address too (site), so that updates can be matched by their links.")
    return Document(
        link=shop,
        posts=tuple(posts.values()),
        notices=left_out(others, source.location) + unlinked(posts.values(), source.location, hint),
        format=FORMAT,
    )


def _post(row: Row, shop: str) -> Post:
    blog, handle = row.get("blog: handle"), row.get("handle")
    return make_post(
        stated_id=row.get("id") or f"{blog}/{handle}",
        link=f"{shop}/blogs/{blog}/{handle}" if shop and blog and handle else "",
        title=row.get("title"),
        title_is_text=True,
        published=row.get("published at", "created at"),
        modified=row.get("updated at"),
        author=row.get("author"),
        summary=row.get("summary html"),
        content=row.get("body html"),
        categories=[tag.strip() for tag in row.get("tags").split(",")],
        image=row.get("image src"),
    )
