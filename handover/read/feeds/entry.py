"""A feed entry's raw fields -> `Post`: the same rules for every format."""

import datetime as dt
import re
import time
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import urljoin

from handover.later import pattern
from handover.model import Media, Post, Said
from handover.model.media import kind_of, media_of
from handover.read import fields
from handover.read.anchors import anchors
from handover.read.feeds import dates, reading
from handover.read.feeds.document import post_id
from handover.read.feeds.several_languages import in_one

MAX_TITLE = 20_000  # characters; what is longer is no title
MAX_TEXT = 20_000
MAX_SUMMARY = 2_000
MAX_CATEGORIES = 200
_CUT_SHORT = pattern(r"^\W*$|(?:\.\.\.|…)\W*$")
# What stands in a field to say that nothing does.
_NOTHING = frozenset(("n/a", "na", "none", "null", "nil", "undefined", "unknown", "tbd", "-", "--", "?"))
# A host before a path, without its scheme; and endings of files, which look like one.
_HOST = pattern(r"((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+([a-z]{2,24}))(?=[/?#]|$)", re.IGNORECASE)
_ENDINGS = "htm html xhtml shtml php asp aspx jsp cgi xml rss atom json txt md pdf jpg png"
_FILES = frozenset(_ENDINGS.split())
WITHOUT_TITLE = Said("(without title)")
UNTITLED = 80  # characters of the text that stand for a missing title

# At most 500 characters from tag to source: "<img" without end must not cost the square of its count.
_IMAGE = pattern(r"""<img\b[^>]{0,500}?\ssrc\s*=\s*["']?([^"'\s>]{1,2000})""", re.IGNORECASE)
_ALT = pattern(r"""\salt\s*=\s*(?:"([^"]{1,2000})"|'([^']{1,2000})')""", re.IGNORECASE)
# Addresses that only forward, as feed services write them; the true one stands in feedburner:origLink.
_FORWARDERS = ("feedproxy.google.com", "feeds.feedburner.com", "rss.feedsportal.com")
MAX_AUTHOR = 500
_EMAIL = pattern(r"[^\s@<>(),;]{1,64}@[^\s@<>(),;]{1,190}")
_APPENDED = pattern(
    r"(?:The post|Der Beitrag|L[’']article|La entrada|L[’']articolo|O post|Het bericht) .{1,500}"
    r" (?:(?:appeared )?first (?:appeared )?on|erschien zuerst auf|est apparu en premier sur"
    r"|se publicó primero en|proviene da|apareceu primeiro em|verscheen eerst op) [^\n]{1,300}$"
)


def make_post(
    *,
    stated_id: object = "",
    link: object = "",
    title: object = "",
    title_is_text: bool = False,
    published: object = None,
    modified: object = None,
    author: object = "",
    summary: object = "",
    content: object = "",
    categories: Iterable[object] = (),
    image: object = "",
    media: Iterable[object] = (),
    aliases: Iterable[object] = (),
    syndication: Iterable[object] = (),
    base: str = "",
) -> Post:
    """One post from an entry's fields as the feed gives them (HTML in title, summary and content).

    `title_is_text`: the title is known to be plain text (Atom type "text"), so nothing in it is markup.
    `media` are more pictures and films, `Media` where more than the address is known; the first picture among
    them stands for an image that is not told. `aliases` and `syndication` may hold anything; only addresses
    are kept. Relative addresses are resolved against `base`.
    """
    now = reading.current()
    title, summary, content = _spoken(title, now), _spoken(summary, now), _spoken(content, now)
    guid, link = _stated(stated_id), _stated(link)
    permalink = fields.address(absolute(link, base))
    others = [fields.address(alias) for alias in dict.fromkeys((*aliases, guid)) if alias and alias != link]
    if not permalink:
        permalink = fields.address(guid)
    elif any(host in permalink for host in _FORWARDERS):
        true = next((a for a in others if a and not any(host in a for host in _FORWARDERS)), "")
        permalink, others = true or permalink, [permalink, *others]
    html, text, brief = _texts(content, summary)
    picture, more = _pictures(image, media, html, base or permalink)
    name = fields.one_line(title) if title_is_text else fields.plain_title(title)
    name = fields.cut(name, MAX_TITLE) or _stand_in(text, permalink)
    first, last = _moment(published, name, now), _moment(modified, name)
    return Post(
        id=post_id(guid, permalink, name, first or last),
        title=name,
        permalink=permalink,
        published=first or last,
        modified=last,
        author=person(author),
        summary=brief or fields.cut(text, MAX_SUMMARY),
        text=text,
        categories=_names(categories, now.language),
        image=picture,
        media=more,
        aliases=tuple(dict.fromkeys(a for a in others if a and a != permalink)),
        syndication=tuple(dict.fromkeys(filter(None, (*map(fields.address, syndication), *_copies(html))))),
    )


def _spoken(text: object, now: reading.Reading) -> object:
    """A text in the language that is wanted of it."""
    return in_one(text, now.language) if isinstance(text, str) else text


def told_media(address: object, kind: str, alt: str = "") -> list[Media]:
    """An enclosure or attachment as a picture or film, by its type or medium, else by its ending; else []."""
    if not isinstance(address, str) or not address:
        return []
    of_type = "picture" if kind.startswith("image") else "film" if kind.startswith("video") else ""
    told = of_type or ("" if kind else kind_of(address))
    return [Media(address, alt=alt, kind=told)] if told else []


def _stated(value: object) -> str:
    """A field on one line; "" where it says that there is nothing ("N/A")."""
    text = fields.one_line(value)
    return "" if text.lower() in _NOTHING else text


def _names(categories: Iterable[object], language: str) -> tuple[str, ...]:
    found = ((_known_name if type(name) is str else _name)(name, language) for name in categories)
    return tuple(dict.fromkeys(filter(None, found)))[:MAX_CATEGORIES]


def _name(category: object, language: str) -> str:
    return fields.plain_title(in_one(fields.clean(category), language))


_known_name = lru_cache(1_000)(_name)  # a blog has few categories, and names one of them in every post


def _texts(content: object, summary: object) -> tuple[str, str, str]:
    """The article as HTML and as text, and its summary, "" where there is no other.

    Some feeds put the article where the summary belongs, and "..." or its beginning where the article does.
    """
    html, brief = str(content or summary or ""), str(summary or "")
    text = _own_words(fields.plain_text(html, MAX_TEXT))
    if len(brief) > len(html):
        whole = _own_words(fields.plain_text(brief, MAX_TEXT))
        if len(whole) > len(text) and (_CUT_SHORT.search(text) or whole.startswith(text)):
            return brief, whole, ""
    if not brief or brief == html:
        return html, text, ""
    return html, text, _own_words(fields.plain_text(brief, MAX_SUMMARY))


def _moment(value: object, title: str, now: reading.Reading | None = None) -> dt.datetime | None:
    """The time that a date names; one that names none is told to `now`."""
    found = fields.moment(value)
    if found is None and isinstance(value, str) and value.strip():
        found = dates.written_out(value)
    if found is None and now is not None and value:
        told = fields.one_line(
            time.strftime("%Y-%m-%d", value) if isinstance(value, time.struct_time) else value
        )
        if dates.is_date(told):
            now.undated.append((told, title))
    return found


def person(author: object) -> str:
    """A name out of "ada@example.com (Ada)", "Ada (ada@example.com)" and the like; addresses go.

    RSS asks for an e-mail address as author; nobody wants it in a document that is passed on.
    """
    text = fields.one_line(author)
    if "@" not in text or len(text) > MAX_AUTHOR:
        return fields.cut(text, MAX_AUTHOR)
    name = _EMAIL.sub("", text).replace("mailto:", "")
    return " ".join(name.replace("<>", "").replace("()", "").split()).strip("() ,;") or text


def _own_words(text: str) -> str:
    # WordPress puts "The post X appeared first on Y." under every text of its feeds.
    last = text.rfind("\n") + 1
    return text[:last].rstrip() if last and _APPENDED.match(text, last) else text


def absolute(link: object, base: str) -> str:
    """`link` resolved against `base`; as it is when that cannot be done."""
    text = fields.clean(link).strip()
    if not text or text[:4].lower() == "http":
        return text
    if (host := _HOST.match(text)) and _is_host(host, base):
        return f"{base.split(':')[0] or 'https'}://{text}"
    if not base:
        return text
    try:
        return urljoin(base, text)
    except ValueError:
        return text


def _is_host(named: re.Match[str], base: str) -> bool:
    """Whether an address begins with a host: the site's own, where that is known, else by its looks."""
    host = named[1].lower().removeprefix("www.")
    own = base.partition("://")[2].split("/")[0].lower().removeprefix("www.")
    if own:
        return host == own or host.endswith(f".{own}") or own.endswith(f".{host}")
    return named[2].lower() not in _FILES


def _stand_in(text: str, permalink: str) -> str:
    # Short posts (microblogs, Tumblr) have no title: the beginning of the text is what readers see.
    line = text.split("\n", 1)[0]
    return fields.cut(line, UNTITLED) or permalink or WITHOUT_TITLE


def _pictures(
    stated: object, others: Iterable[object], html: str, base: str
) -> tuple[str, tuple[Media, ...]]:
    """A post's picture, "" for none, and all others that are told."""
    found = [one for other in (stated, *others) if (one := _media(other, base))]
    first = next((one for one in found if one.kind != "film"), None) or _shown(html, base)
    if not first or not found:
        return first or "", media_of(found)
    picture, *more = media_of((first, *found))
    return picture, tuple(more)


def _media(told: object, base: str) -> Media | None:
    if told == "":  # as in most entries
        return None
    place = fields.address(absolute(told, base))
    if not place:
        return None
    alt, kind = (told.alt, told.kind) if isinstance(told, Media) else ("", "")
    return Media(place, alt=alt, kind=kind or kind_of(place))


def _shown(html: str, base: str) -> Media | None:
    """The first picture in the article."""
    match = _IMAGE.search(html) if "<img" in html or "<IMG" in html else None
    place = fields.address(absolute(fields.plain_title(match[1]), base)) if match else ""
    if not match or not place:
        return None
    alt = _ALT.search(html[match.start() : html.find(">", match.end()) + 1])
    return Media(place, alt=fields.plain_title(alt[1] or alt[2]) if alt else "", kind=kind_of(place))


def _copies(html: str) -> list[str]:
    # The IndieWeb's mark for "this post is also there": class "u-syndication" or rel "syndication".
    if "syndication" not in html:
        return []
    marked = (
        told
        for told in anchors(html)
        if "u-syndication" in (told.get("class") or "").split()
        or "syndication" in (told.get("rel") or "").lower().split()
    )
    return [link for told in marked if (link := fields.address(told.get("href")))]
