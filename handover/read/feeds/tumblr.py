"""Pages of a Tumblr blog by its first interface (`/api/read`), which needs no key.

https://www.tumblr.com/docs/en/api/v1 - at most 50 posts a page, `posts total` counts all.
"""

from typing import Any

from lxml import etree

from handover.errors import ParseError
from handover.model import Post, Said
from handover.read import fields
from handover.read.feeds import guard
from handover.read.feeds.document import Document
from handover.read.feeds.entry import make_post
from handover.read.source import Source

# type of post -> the elements that hold its title and its text
_TITLES = ("regular-title", "link-text", "quote-source", "conversation-title", "question")
_TEXTS = (
    "regular-body",
    "photo-caption",
    "link-description",
    "quote-text",
    "video-caption",
    "audio-caption",
    "conversation-text",
    "answer",
)


def accepts(source: Source) -> bool:
    return b"<tumblr" in source.head[:2000]


def parse(source: Source, address: str = "") -> Document:
    """The posts of one page. Raises ParseError when it is no readable XML."""
    data, _ = guard.checked(source)
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(data, parser)
    posts = root.find("posts") if root is not None else None
    if posts is None:
        told = Said("{file} is no page of Tumblr.", file=source.location)
        raise ParseError(told, location=source.location)
    total = posts.get("total") or ""
    log = root.find("tumblelog")
    return Document(
        title=fields.plain_title(log.get("title") if log is not None else ""),
        posts=tuple(_post(node) for node in posts.iterchildren("post")),
        total=int(total) if total.isdecimal() and len(total) < 9 else None,
        format="Tumblr page",
    )


def _post(node: Any) -> Post:
    return make_post(
        stated_id=node.get("url"),
        link=node.get("url-with-slug") or node.get("url"),
        title=_first(node, _TITLES),
        published=fields.moment((node.get("date-gmt") or "").replace(" GMT", "Z")),
        content=_first(node, _TEXTS),
        categories=[tag.text for tag in node.iterchildren("tag")],
        image=_first(node, ("photo-url",)),
        aliases=[node.get("url")],
    )


def _first(node: Any, names: tuple[str, ...]) -> str:
    return next((child.text for child in node.iterchildren(*names) if child.text), "")
