"""Blogger: the backup (Settings > Back up content), and `feed.atom` of Google Takeout (schema of 2018).

Both are Atom, and both hold pages, comments, settings and drafts beside the posts. The backup marks a
post by a category of scheme `…#kind`, Takeout by `blogger:type`; Takeout's entries have no link.
"""

from collections import Counter
from typing import Any

from handover.errors import ParseError
from handover.model import Notice, Post, Said
from handover.model.said import N_
from handover.read import fields
from handover.read.feeds.document import Document
from handover.read.feeds.elements import checked, child, items, local
from handover.read.feeds.entry import make_post
from handover.read.feeds.wordpress import left_out
from handover.read.source import Source

FORMAT = N_("Blogger backup")
ATOM = "w3.org/2005/Atom"
TAKEOUT = "schemas.google.com/blogger/2018"
_OTHERS = {
    "comment": Said("comment entries"),
    "page": Said("page entries"),
    "settings": Said("settings entries"),
    "template": Said("template entries"),
    "": Said("other entries"),
}
_UNPUBLISHED = Said("unpublished posts")
_KIND = "http://schemas.google.com/g/2005#kind"


def accepts(source: Source) -> bool:
    head = source.head
    # A blog's own feed has no settings, no templates and no kind of another sort than post.
    return TAKEOUT.encode() in head or (b"tag:blogger.com" in head and b".archive" in head[:5000])


def parse(source: Source, address: str = "") -> Document:
    """The published posts of a backup. Raises ParseError when it is no readable XML."""
    posts: list[Post] = []
    others: Counter[Said] = Counter()
    feed: Any = None
    home = ""
    for _root, entry in items(source, checked(source), "entry"):
        if feed is None:
            feed = entry.getparent()
            home = _home(feed) or (address if address.startswith("http") else "")
        kind, live = _kind(entry)
        if kind == "post" and live:
            posts.append(_post(entry, home))
        else:
            others[_UNPUBLISHED if kind == "post" else _named(kind)] += 1
    if feed is None:
        raise ParseError(
            Said("{file} is a Blogger backup without any entry.", file=source.location),
            location=source.location,
            hint=Said("Back up again: Settings > Manage blog > Back up content."),
        )
    return Document(
        title=fields.plain_title(child(feed, "title", ATOM)),
        link=home,
        posts=tuple(posts),
        notices=tuple(_remarks(others, posts, source.location)),
        export=True,
        format=FORMAT,
    )


def _kind(entry: Any) -> tuple[str, bool]:
    if stated := child(entry, "type", TAKEOUT):
        return stated.lower(), child(entry, "status", TAKEOUT).upper() == "LIVE"
    draft = any(local(node) == "draft" and (node.text or "").strip() == "yes" for node in entry.iter())
    for node in entry.iterchildren("{*}category"):
        if node.get("scheme") == _KIND:
            return (node.get("term") or "").rsplit("#", 1)[-1], not draft
    return "", not draft


def _named(kind: str) -> Said:
    return _OTHERS.get(kind) or Said("{kind} entries", kind=kind)


def _home(feed: Any) -> str:
    for node in feed.iterchildren("{*}link"):
        if node.get("rel") == "alternate":
            return fields.address(node.get("href"))
    return ""


def _post(entry: Any, home: str) -> Post:
    links = {node.get("rel"): node.get("href") for node in entry.iterchildren("{*}link")}
    filename = child(entry, "filename", TAKEOUT)
    authors = [child(node, "name", ATOM) for node in entry.iterchildren("{*}author")]
    return make_post(
        stated_id=child(entry, "id", ATOM),
        link=links.get("alternate") or (filename if home else ""),
        title=child(entry, "title", ATOM),
        title_is_text=True,
        published=child(entry, "published", ATOM),
        modified=child(entry, "updated", ATOM),
        author=", ".join(filter(None, authors)),
        content=child(entry, "content", ATOM),
        categories=[
            node.get("term") for node in entry.iterchildren("{*}category") if node.get("scheme") != _KIND
        ],
        base=home,
    )


def _remarks(others: Counter[Said], posts: list[Post], where: str) -> list[Notice]:
    notices = list(left_out(others, where))
    if unlinked := sum(not post.permalink for post in posts):
        notices.append(
            Notice(
                text=Said("The backup gives no address for {n} of its posts.", n=unlinked),
                hint=Said(
                    "Give the blog's address too (site), so that updates can be matched by their links."
                ),
                where=where,
            )
        )
    return notices
