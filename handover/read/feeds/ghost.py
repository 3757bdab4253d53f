"""Ghost: the JSON export (Settings > Migration tools > Export content).

https://ghost.org/docs/migration/custom/ - posts, tags, users and the tables that tie them. The export
does not name the blog's address: own links stand as `__GHOST_URL__`.
"""

import datetime as dt
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from handover.model import Notice, Post, Said
from handover.model.said import N_
from handover.read import fields
from handover.read.feeds import json_feed
from handover.read.feeds.document import Document, HandOverError
from handover.read.feeds.entry import make_post
from handover.read.feeds.guard import MAX_EXPORT
from handover.read.feeds.wordpress import STATES, left_out
from handover.read.source import Source

FORMAT = N_("Ghost export")
_PAGES = Said("pages")
_MAILED = Said("posts sent by e-mail only")
_HERE = "__GHOST_URL__"


def accepts(source: Source) -> bool:
    head = source.head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return head[:1] == b"{" and b'"data"' in head and (b'"db"' in head[:200] or b'"meta"' in head)


def parse(source: Source, address: str = "") -> Document:
    """The published posts of an export; `address` is the blog's, where it is known.

    Raises ParseError when it is no readable JSON.
    """
    tables = _tables(json_feed.load(source, MAX_EXPORT))
    home = address.rstrip("/") if address.startswith("http") else _own_address(tables)
    tags, authors = _tied(tables, "tags", "tag_id"), _tied(tables, "users", "author_id")
    mailed = {
        str(row.get("post_id"))
        for row in _rows(tables, "posts_meta")
        if str(row.get("email_only")) in ("1", "True")
    }
    posts: list[Post] = []
    others: Counter[Said] = Counter()
    for row in _rows(tables, "posts"):
        status, page = _word(row, "status"), row.get("type") == "page" or row.get("page") in (True, "1")
        if page or status not in ("published", "sent"):
            others[_PAGES if page else _posts(status)] += 1
        elif status == "sent" or str(row.get("id")) in mailed:
            others[_MAILED] += 1  # it has no page on the blog
        else:
            posts.append(_post(row, tags, authors, home))
    settings = {_word(row, "key"): _word(row, "value") for row in _rows(tables, "settings")}
    return Document(
        title=fields.plain_title(settings.get("title")),
        link=home,
        language=fields.one_line(settings.get("locale") or settings.get("lang"))[:35],
        posts=tuple(posts),
        notices=left_out(others, source.location) + _unlinked(posts, source),
        export=True,
        format=FORMAT,
    )


def _tables(data: Any) -> dict[str, Any]:
    if isinstance(data, dict) and isinstance(data.get("db"), list) and data["db"]:
        data = data["db"][0]
    found = data.get("data") if isinstance(data, dict) else None
    if not isinstance(found, dict) or not isinstance(found.get("posts"), list):
        raise HandOverError
    return found


def _posts(status: str) -> Said:
    return Said("posts ({state})", state=STATES.get(status, status))


def _rows(tables: dict[str, Any], name: str) -> Iterator[dict[str, Any]]:
    rows = tables.get(name)
    yield from (row for row in (rows if isinstance(rows, list) else ()) if isinstance(row, dict))


def _word(row: dict[str, Any], key: str) -> str:
    value = row.get(key)
    return value if isinstance(value, str) else ""


def _tied(tables: dict[str, Any], name: str, key: str) -> dict[str, list[str]]:
    # posts_tags and posts_authors tie the ids of posts to those of tags and users, in their order.
    names = {str(row.get("id")): _word(row, "name") for row in _rows(tables, name)}
    ties = _rows(tables, "posts_tags" if name == "tags" else "posts_authors")
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in sorted(ties, key=_order):
        if tied := names.get(str(row.get(key))):
            found[str(row.get("post_id"))].append(tied)
    if name == "users":  # before Ghost 1.22 a post had one author
        for row in _rows(tables, "posts"):
            if (tied := names.get(str(row.get("author_id")))) and str(row.get("id")) not in found:
                found[str(row.get("id"))].append(tied)
    return found


def _order(row: dict[str, Any]) -> int:
    text = str(row.get("sort_order") or "")
    return int(text) if text.isdecimal() and len(text) < 9 else 0


def _own_address(tables: dict[str, Any]) -> str:
    for row in _rows(tables, "settings"):
        if _word(row, "key") in ("url", "blog_url"):
            return fields.address(_word(row, "value")).rstrip("/")
    return ""


def _post(row: dict[str, Any], tags: dict[str, list[str]], authors: dict[str, list[str]], home: str) -> Post:
    number, slug = str(row.get("id") or ""), _word(row, "slug")
    html = _word(row, "html") or _written(_word(row, "lexical") or _word(row, "mobiledoc"))
    link = fields.address(_word(row, "canonical_url"))
    own = f"{home}/{slug}/" if home and slug else ""
    return make_post(
        stated_id=_word(row, "uuid") or number,
        link=own or link,
        title=_word(row, "title"),
        title_is_text=True,
        published=_time(row.get("published_at")),
        modified=_time(row.get("updated_at")),
        author=", ".join(authors.get(number, ())),
        summary=_word(row, "custom_excerpt"),
        content=html.replace(_HERE, home),
        categories=[tag for tag in tags.get(number, ()) if not tag.startswith("#")],  # "#": internal tags
        image=_word(row, "feature_image").replace(_HERE, home),
        aliases=[link],
        base=home,
    )


def _time(value: object) -> object:
    # Old exports give milliseconds since 1970, newer ones ISO 8601.
    text = str(value or "")
    if text.isascii() and text.isdigit() and 11 < len(text) < 14:
        return dt.datetime.fromtimestamp(int(text) / 1000, dt.UTC)
    return fields.moment(text)


def _written(document: str) -> str:
    # Posts without HTML hold the editor's own JSON; its texts in order are the article.
    if not document.startswith("{"):
        return ""
    try:
        tree = json.loads(document)
    except (ValueError, RecursionError):
        return ""
    parts: list[str] = []
    waiting: list[Any] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            text = node.get("text") or node.get("html")
            if isinstance(text, str):
                parts.append(text)
            waiting += [value for value in reversed(list(node.values())) if isinstance(value, dict | list)]
        elif isinstance(node, list):
            waiting += [value for value in reversed(node) if isinstance(value, dict | list)]
    return "\n".join(f"<p>{part}</p>" for part in parts)


def _unlinked(posts: list[Post], source: Source) -> tuple[Notice, ...]:
    number = sum(not post.permalink for post in posts)
    if not number:
        return ()
    return (
        Notice(
            text=Said(
                "{n} post without an address: a Ghost export does not name its blog.",
                many="{n} posts without an address: a Ghost export does not name its blog.",
                n=number,
            ),
            hint=Said("Give the blog's address too (site), so that updates can be matched by their links."),
            where=source.location,
        ),
    )
