"""JSON Feed 1.0 and 1.1: https://www.jsonfeed.org/version/1.1/"""

import json
from typing import Any

from handover.errors import ParseError
from handover.model import Media, Notice, Post, Said, Skipped
from handover.read import fields
from handover.read.feeds.document import Document, HandOverError
from handover.read.feeds.entry import absolute, make_post, told_media
from handover.read.source import Source

MAX_BYTES = 100 * 1024**2
_VERSION = b"jsonfeed.org/version/"


def accepts(source: Source) -> bool:
    head = source.head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if head[:1] != b"{":
        return False
    # A file with sorted keys names its version at the very end; some write "1.1" instead of the address.
    data = source.read(MAX_BYTES).replace(b"\\/", b"/")
    return _VERSION in data or (b'"items"' in data and (b'"feed_url"' in data or b'"home_page_url"' in data))


def parse(source: Source, address: str = "") -> Document:
    """The feed's posts. Raises ParseError when it is no readable JSON."""
    feed = load(source)
    if not isinstance(feed, dict) or not isinstance(feed.get("items", []), list):
        raise HandOverError
    base = fields.address(feed.get("home_page_url")) or address
    language = fields.one_line(feed.get("language"))[:35]
    posts: list[Post] = []
    skipped: list[Skipped] = []
    for number, item in enumerate(feed.get("items") or (), 1):
        if isinstance(item, dict):
            posts.append(_post(item, base, feed))
        else:
            reason = Said("This item is no object, as JSON Feed asks for.")
            skipped.append(Skipped(location=source.location, line=number, reason=reason))
    following = fields.address(absolute(feed.get("next_url"), address))
    return Document(
        title=fields.plain_title(feed.get("title")),
        link=fields.address(feed.get("home_page_url")),
        language=language,
        posts=tuple(posts),
        skipped=tuple(skipped),
        notices=_remarks(feed, source),
        links={"next": following} if following else {},
        format="JSON Feed",
    )


def load(source: Source, limit: int = MAX_BYTES) -> Any:
    """The JSON in `source`, numbers as text so that long ids stay whole. Raises ParseError."""
    data = source.read(limit)
    try:
        return json.loads(data.decode(json.detect_encoding(data), "replace"), parse_int=str)
    except (ValueError, RecursionError) as error:
        why = Said("nested too deep") if isinstance(error, RecursionError) else str(error)
        raise ParseError(
            Said("{file} is not readable JSON ({error}).", file=source.location, error=why),
            location=source.location,
            hint=Said("Save or export it again; the file may have been cut off."),
        ) from error


def _post(item: dict[str, Any], base: str, feed: dict[str, Any]) -> Post:
    authors = item.get("authors") or item.get("author") or feed.get("authors") or feed.get("author") or []
    rows = authors if isinstance(authors, list) else [authors]
    tags = item.get("tags")
    html = item.get("content_html")
    text = item.get("content_text")
    return make_post(
        stated_id=_word(item.get("id")),
        link=_word(item.get("url")),
        title=_word(item.get("title")),
        title_is_text=True,
        published=_word(item.get("date_published")),
        modified=_word(item.get("date_modified")),
        author=", ".join(filter(None, (_word(row.get("name")) for row in rows if isinstance(row, dict)))),
        summary=_escaped(_word(item.get("summary"))),
        content=_word(html) or _escaped(_word(text)),
        categories=[_word(tag) for tag in tags] if isinstance(tags, list) else (),
        aliases=_recordings(item.get("attachments")),
        media=_attached(item.get("attachments")),
        image=_word(item.get("image")) or _word(item.get("banner_image")),
        base=base,
    )


def _recordings(attachments: object) -> list[str]:
    # What is said of an episode may link to its file.
    rows = attachments if isinstance(attachments, list) else []
    named = [(_word(row.get("mime_type")), _word(row.get("url"))) for row in rows if isinstance(row, dict)]
    return [url for kind, url in named if kind.lower().startswith(("audio/", "video/"))]


def _attached(attachments: object) -> list[Media]:
    rows = [row for row in (attachments if isinstance(attachments, list) else []) if isinstance(row, dict)]
    return [m for row in rows for m in told_media(row.get("url"), _word(row.get("mime_type")).lower())]


def _word(value: object) -> str:
    return value if isinstance(value, str) else ""


def _escaped(text: str) -> str:
    # `summary` and `content_text` are plain text by the specification: a "<" in them is a "<".
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _remarks(feed: dict[str, Any], source: Source) -> tuple[Notice, ...]:
    if feed.get("expired") is True:
        return (Notice(text=Said("The feed says that it is closed for good."), where=source.location),)
    return ()
