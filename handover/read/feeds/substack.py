"""Substack: the export zip (Settings > Exports), `posts.csv` and one HTML file a post.

`posts.csv`: post_id ("1234.slug"), post_date, is_published, type, title, subtitle, audience ...; the
address of a post is `SITE/p/SLUG`, and the export does not name the site.
"""

import csv
import io
from collections import Counter
from typing import Any

from handover.model import Notice, Post, Said, Skipped
from handover.model.said import N_
from handover.read import fields
from handover.read.feeds import json_feed
from handover.read.feeds.document import Document
from handover.read.feeds.entry import make_post
from handover.read.feeds.wordpress import DRAFTS, left_out
from handover.read.long_cells import long_cells
from handover.read.source import Source

FORMAT = N_("Substack export")
_KINDS = ("newsletter", "podcast", "video", "")  # what appears on the publication; "thread" is a chat


def accepts(source: Source) -> bool:
    return _table(source) is not None


def _table(source: Source) -> Source | None:
    """The list of posts: `posts.csv` inside, or the file itself, whatever it is called by now."""
    for member in source.members if source.is_container else (source,):
        if member is source or member.name.rsplit("/", 1)[-1] == "posts.csv":
            first = member.head.split(b"\n", 1)[0]
            if b"post_id" in first and b"is_published" in first:
                return member
    return None


@long_cells()
def parse(source: Source, address: str = "") -> Document:
    """The published posts of an export; `address` is the publication's, where it is known."""
    table = _table(source)
    assert table is not None
    pages = (
        {}
        if table is source
        else {m.name.rsplit("/", 1)[-1]: m for m in source.members if m.name.lower().endswith(".html")}
    )
    home = address.rstrip("/") if address.startswith("http") else ""
    posts: list[Post] = []
    skipped: list[Skipped] = []
    others: Counter[Said] = Counter()
    text = table.read().decode("utf-8-sig", "replace")
    for number, row in enumerate(csv.DictReader(io.StringIO(text.replace("\0", ""), newline="")), 2):
        kind, live = (row.get("type") or "").strip(), (row.get("is_published") or "").strip().lower()
        identity = (row.get("post_id") or "").strip()
        if live != "true" or kind not in _KINDS:
            others[DRAFTS if live != "true" else _several(kind)] += 1
        elif not identity:
            reason = Said("This row has no post_id.")
            skipped.append(Skipped(location=table.location, line=number, reason=reason))
        else:
            posts.append(_post(row, identity, pages.get(f"{identity}.html"), home))
    notices = left_out(others, source.location)
    if posts and table is source:
        notices += (_without_texts(source),)
    if posts and not home:
        notices += (_unlinked(posts, source),)
    return Document(
        link=home,
        posts=tuple(posts),
        skipped=tuple(skipped),
        notices=notices,
        export=True,
        format=FORMAT,
    )


def _several(kind: str) -> Said:
    return Said("threads") if kind == "thread" else Said("{kind}s", kind=kind)


def _post(row: dict[str, str], identity: str, page: Source | None, home: str) -> Post:
    slug = identity.partition(".")[2]
    subtitle = row.get("subtitle") or ""
    return make_post(
        stated_id=identity,
        link=f"{home}/p/{slug}" if home and slug else "",
        title=row.get("title"),
        title_is_text=True,
        published=fields.moment(row.get("post_date")),
        summary=subtitle.replace("&", "&amp;").replace("<", "&lt;"),
        content=page.read().decode("utf-8", "replace") if page else "",
        base=home,
    )


def _without_texts(source: Source) -> Notice:
    return Notice(
        text=Said("This is only the list of the posts of a Substack export: their texts are not in it."),
        hint=Said("Give the whole zip of the export, or its folder."),
        where=source.location,
    )


def _unlinked(posts: list[Post], source: Source) -> Notice:
    return Notice(
        text=Said(
            "{n} post without an address: a Substack export does not name its publication.",
            many="{n} posts without an address: a Substack export does not name its publication.",
            n=len(posts),
        ),
        hint=Said(
            "Give the publication's address too (site), so that updates can be matched by their links."
        ),
        where=source.location,
    )


class PostsApi:
    """Pages of `/api/v1/posts`, asked for by the walk."""

    @staticmethod
    def accepts(source: Source) -> bool:
        head = source.head.strip()
        if head == b"[]":  # the page after the last
            return True
        return head[:1] == b"[" and b'"canonical_url"' in head and b'"post_date"' in head

    @staticmethod
    def parse(source: Source, address: str = "") -> Document:
        """The posts of one page. Raises ParseError when it is no readable JSON."""
        rows = json_feed.load(source)
        found = [_listed(row) for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
        return Document(posts=tuple(found), format="Substack page")


def _listed(row: dict[str, Any]) -> Post:
    words = {key: value for key, value in row.items() if isinstance(value, str)}
    return make_post(
        stated_id=words.get("canonical_url") or words.get("id"),
        link=words.get("canonical_url"),
        title=words.get("title"),
        title_is_text=True,
        published=words.get("post_date"),
        summary=(words.get("subtitle") or words.get("description") or "").replace("<", "&lt;"),
        content=words.get("body_html") or words.get("truncated_body_text"),
        image=words.get("cover_image"),
    )
