"""Feeds of every make, broken ones included, by feedparser. It is given bytes and never fetches."""

import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from handover.errors import ParseError
from handover.model import Media, Notice, Post, Said
from handover.model.said import N_
from handover.read import fields
from handover.read.feeds import dates, guard
from handover.read.feeds.document import Document, Lost
from handover.read.feeds.entry import absolute, make_post, told_media
from handover.read.feeds.wordpress import DRAFTS, left_out
from handover.read.source import Source, from_bytes

FORMATS = {  # feedparser's names of versions -> what people call them
    "rss090": "RSS 0.90",
    "rss091n": "RSS 0.91",
    "rss091u": "RSS 0.91",
    "rss092": "RSS 0.92",
    "rss093": "RSS 0.93",
    "rss094": "RSS 0.94",
    "rss20": "RSS 2.0",
    "rss10": "RSS 1.0",
    "rss": "RSS",
    "atom03": "Atom 0.3",
    "atom10": "Atom 1.0",
    "atom": "Atom",
    "cdf": "CDF",
}
_OURS = re.compile(r"\d/\d|年|^\s*\d\d?-\d\d?-\d{4}")  # dates that feedparser misreads
_SIGNS = re.compile(rb"<(?:\?xml|[\w.-]{0,20}:?(?:rss|feed|rdf|channel)\b)", re.IGNORECASE)

_MEDIA = re.compile(rb"""xmlns:([\w.-]{1,20})\s*=\s*["']http://search\.yahoo\.com/mrss/?["']""")
# Every element under one prefix, as in <rss:item>: feedparser finds no entry where it is undeclared.
_PREFIXED = re.compile(rb"<([A-Za-z][\w.-]{0,20}):(?:item|entry)[\s>]")


def accepts(source: Source) -> bool:
    head = source.head.replace(b"\0", b"")
    return bool(_SIGNS.search(head))


def parse(source: Source, address: str = "") -> Document:
    """The feed in `source`; `address` is where it came from, for relative links.

    Raises ParseError when it is no feed, or one that only an attack would look like.
    """
    result = parsed(source)
    feed = result.get("feed", {})
    own = address if address.startswith("http") else fields.address(links_of(feed).get("self"))
    home = fields.address(absolute(feed.get("link"), own))
    base = address if address.startswith("http") else home or own
    posts: list[Post] = []
    lost, others = Lost(source.location), Counter[Said]()
    for number, entry in enumerate(result.entries, 1):
        try:
            if str(entry.get("app_draft", "")).strip().casefold() == "yes":
                others[DRAFTS] += 1
            elif entry:
                posts.append(post_of(entry, base, result.version))
            else:
                lost.empty_entry(number)
        except (ValueError, TypeError, AttributeError, KeyError, RecursionError) as error:
            lost.add(number, N_("This entry could not be read ({error})."), error=str(error))
    return Document(
        title=fields.plain_title(feed.get("title")),
        link=home,
        language=fields.one_line(feed.get("language"))[:35],
        posts=tuple(posts),
        skipped=lost.skipped(),
        notices=(*_remarks(result, source), *left_out(others, source.location)),
        generator=generator_of(feed),
        links=links_of(feed),
        total=_number(feed.get("opensearch_totalresults")),
        complete="fh_complete" in feed,
        format=FORMATS.get(result.version, "feed"),
        broken=_fault(result) is not None,
        only_changed=sum(_only_changed(entry, result.version) for entry in result.entries),
    )


def parsed(source: Source, *, prefixed: bool = True) -> Any:
    """feedparser's result for `source`, guarded: what is no feed raises ParseError.

    It is not told the feed's address: it would make ids of it, and a post must have the same id
    wherever its feed was read.
    """
    import feedparser  # slow to load, and most feeds are read without it

    data, notices = guard.checked(source)
    data = _without_captions(data)
    try:
        result = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # feedparser lets anything escape from the depths of its parsers
        raise not_a_feed(source, f"{type(error).__name__}") from error
    if prefixed and not result.get("entries") and (prefix := _PREFIXED.search(data)):
        bare = re.sub(rb"(</?|\s)" + re.escape(prefix[1]) + rb":(?=\w)", rb"\1", data)
        return parsed(from_bytes(bare, source.location), prefixed=False)
    if not result.get("version") and not result.get("entries"):
        raise not_a_feed(source, "")
    result.setdefault("version", "")
    result["notices"] = notices
    return result


def _without_captions(data: bytes) -> bytes:
    """Descriptions of pictures and films under a name of their own: feedparser takes them for the article.

    https://www.rssboard.org/media-rss#media-description
    """
    for prefix in set(_MEDIA.findall(data)):
        name = re.escape(prefix)
        data = re.sub(rb"<" + name + rb":description\b[^<>]*?(/?)>", rb"<" + prefix + rb":caption\1>", data)
        data = re.sub(rb"</" + name + rb":description\s*>", b"</" + prefix + b":caption>", data)
    return data


def not_a_feed(source: Source, detail: str) -> ParseError:
    return ParseError(
        Said("{file} is not a feed that can be read ({error}).", file=source.location, error=detail)
        if detail
        else Said("{file} is not a feed that can be read.", file=source.location),
        location=source.location,
        hint=Said("Give the blog's address, its feed, or an export (in WordPress: Tools > Export)."),
    )


def _fault(result: Mapping[str, Any]) -> Exception | None:
    """Why the feed is not well-formed; None when it is."""
    import feedparser  # loaded already: it made the result

    error = result.get("bozo_exception")
    harmless = (feedparser.CharacterEncodingOverride, feedparser.NonXMLContentType)
    found = result.get("bozo") and isinstance(error, Exception) and not isinstance(error, harmless)
    return error if found else None


def _remarks(result: Mapping[str, Any], source: Source) -> Iterator[Notice]:
    yield from result["notices"]
    if error := _fault(result):
        yield Notice(
            text=Said(
                "The feed is not well-formed ({error}); it was read all the same.",
                error=fields.one_line(error)[:200],
            ),
            hint=Said("Compare the number of posts with the blog."),
            where=source.location,
        )


def post_of(entry: Any, base: str, version: str) -> Post:
    """feedparser's entry as a `Post`."""
    contents = entry.get("content") or ()
    best = max((c.get("value") or "" for c in contents), key=len, default="")
    detail = entry.get("title_detail") or {}
    links = entry.get("links") or ()
    return make_post(
        stated_id=dict.get(entry, "id"),
        link=entry.get("link"),
        title=entry.get("title"),
        title_is_text=version.startswith("atom") and detail.get("type") == "text/plain",
        published=_date(entry, "published") or _date(entry, "created"),
        modified=_date(entry, "updated"),
        author=_author(entry, version),
        summary=dict.get(entry, "summary") or ("" if best else dict.get(entry, "media_caption")),
        content=best,
        categories=[tag.get("term") or tag.get("label") for tag in entry.get("tags") or ()],
        image=_picture(entry),
        media=_media(entry),
        aliases=_aliases(entry, base),
        syndication=[link.get("href") for link in links if link.get("rel") == "syndication"],
        base=base,
    )


def _author(entry: Any, version: str) -> str:
    if version.startswith("atom"):  # the name stands by itself; in RSS feedparser would have to guess it
        return str((entry.get("author_detail") or {}).get("name") or entry.get("author") or "")
    return str(entry.get("author") or "")


def _date(entry: Any, name: str) -> object:
    # `dict.get`: feedparser's own `get` answers "published" to a question for "updated".
    # It takes "2024/10/17" for the first of a month, and "12-10-2024" for a day of 2012.
    stated = dict.get(entry, name)
    if isinstance(stated, str) and _OURS.search(stated):
        return dates.written_out(stated) or stated
    return dict.get(entry, f"{name}_parsed") or stated


def _only_changed(entry: Any, version: str) -> bool:
    # Only Atom keeps the two apart; the one date of RSS 1.0 (dc:date) is the day of publication.
    stated = fields.moment(_date(entry, "updated"))
    return version.startswith("atom") and not _date(entry, "published") and stated is not None


def _picture(entry: Any) -> str:
    for name in ("media_thumbnail", "media_content", "enclosures"):
        for item in entry.get(name) or ():
            kind = item.get("type") or item.get("medium") or ("image" if name == "media_thumbnail" else "")
            if kind.startswith("image"):
                return str(item.get("url") or item.get("href") or "")
    return str((entry.get("image") or {}).get("href") or "")


def _media(entry: Any) -> Iterator[Media]:
    for name in ("media_content", "enclosures"):
        for item in entry.get(name) or ():
            kind = str(item.get("type") or item.get("medium") or "").lower()
            yield from told_media(item.get("url") or item.get("href"), kind)


def _aliases(entry: Any, base: str) -> Iterator[str]:
    yield entry.get("feedburner_origlink") or ""
    if (number := _number(entry.get("post-id"))) and base:
        yield "/".join(base.split("/", 3)[:3]) + f"/?p={number}"
    for link in entry.get("links") or ():
        if link.get("rel") in ("shortlink", "alternate", "canonical"):
            yield link.get("href") or ""
        elif link.get("rel") == "enclosure" and str(link.get("type")).lower().startswith(
            ("audio/", "video/")
        ):
            yield link.get("href") or ""  # what is said of an episode may link to its file


def generator_of(feed: Any) -> str:
    detail = feed.get("generator_detail") or {}
    parts = (feed.get("generator"), detail.get("href"), detail.get("version"))
    return fields.one_line(" ".join(str(part) for part in parts if part))[:300]


def links_of(feed: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for link in feed.get("links") or ():
        found.setdefault(str(link.get("rel") or ""), str(link.get("href") or ""))
    return found


def _number(value: object) -> int | None:
    text = str(value or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else None
