"""Pages of a Squarespace blog as its own JSON (`?format=json-pretty`).

https://developers.squarespace.com/view-json-data - times are milliseconds since 1970; the next page is
asked for with the time of the last item (`pagination.nextPageOffset`).
"""

import datetime as dt
from typing import Any

from handover.model import Post
from handover.read import fields
from handover.read.feeds import json_feed
from handover.read.feeds.document import Document, HandOverError
from handover.read.feeds.entry import make_post
from handover.read.source import Source


def accepts(source: Source) -> bool:
    return source.head.lstrip()[:1] == b"{" and b'"website"' in source.head and b'"baseUrl"' in source.head


def parse(source: Source, address: str = "") -> Document:
    """The posts of one page. Raises ParseError when it is no readable JSON."""
    page = json_feed.load(source)
    if not isinstance(page, dict) or not isinstance(page.get("items"), list):
        raise HandOverError
    website = page.get("website")
    base = fields.address(website.get("baseUrl") if isinstance(website, dict) else "") or address
    paging = page.get("pagination")
    offset = str(paging.get("nextPageOffset") or "") if isinstance(paging, dict) else ""
    return Document(
        link=base,
        posts=tuple(_post(item, base) for item in page["items"] if isinstance(item, dict)),
        links={"offset": offset} if offset else {},
        format="Squarespace page",
    )


def _post(item: dict[str, Any], base: str) -> Post:
    author = item.get("author")
    labels = [*_list(item.get("categories")), *_list(item.get("tags"))]
    return make_post(
        stated_id=item.get("id"),
        link=item.get("fullUrl"),
        title=item.get("title"),
        published=_time(item.get("publishOn")) or _time(item.get("addedOn")),
        modified=_time(item.get("updatedOn")),
        author=author.get("displayName") if isinstance(author, dict) else "",
        summary=item.get("excerpt") or "",
        content=item.get("body") or "",
        categories=labels,
        image=item.get("assetUrl"),
        base=base,
    )


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _time(value: object) -> dt.datetime | None:
    text = str(value or "")
    if not text.isdecimal() or len(text) > 14:
        return None
    return dt.datetime.fromtimestamp(int(text) / 1000, dt.UTC)
