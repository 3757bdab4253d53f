"""Plain, well-formed RSS and Atom in one streaming pass: no tree, one post after the other.

What it accepts it reads as feedparser would (same titles, links, ids, dates and categories); whatever is
out of the ordinary, in one element of one entry, it leaves to `loose` as a whole. So this module only
knows the common case, and is about eight times faster.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from typing import Any
from xml.parsers import expat

from handover.errors import ParseError
from handover.model import Post
from handover.read import fields
from handover.read.feeds import guard
from handover.read.feeds.document import Document, HandOverError, Lost, too_deep
from handover.read.feeds.entry import absolute, make_post
from handover.read.feeds.xml_names import FEED_LEVEL, HARMLESS, NESTED, NESTING, effective_name
from handover.read.source import Source

CHUNK = 256 * 1024
MAX_TEXT = 16 * 1024**2  # characters of one element; what comes after is not looked at
FORMATS = {"0.91": "RSS 0.91", "0.92": "RSS 0.92", "2.0": "RSS 2.0"}
_TEXTS = "title generator language dc:language totalresults"  # of the feed itself
TEXTS = frozenset(_TEXTS.split())
_BASE = "http://www.w3.org/XML/1998/namespace base xml"
_LANG = "http://www.w3.org/XML/1998/namespace lang xml"
_DECLARED = re.compile(rb"^\s*<\?xml[^>]*?encoding\s*=\s*[\"']([\w.-]+)[\"']")
_ROOT = re.compile(rb"<(?:rss[\s>]|feed\s)", re.IGNORECASE)
# Windows-1252 characters that stand where ISO 8859-1 has controls; feedparser reads them so.
_WINDOWS = {n: bytes([n]).decode("cp1252", "ignore") or chr(n) for n in range(0x80, 0xA0)}
_DATES = (  # only what can be read in one way
    re.compile(
        r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
        r" \d{4} [012]\d:[0-5]\d:[0-5]\d (?:GMT|UTC|Z|[+-]\d{4})"
    ),
    re.compile(r"\d{4}-\d\d-\d\dT[012]\d:[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)"),
)


def accepts(source: Source) -> bool:
    """RSS or Atom in UTF-8 without a document type."""
    head = source.head[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    declared = _DECLARED.match(head)
    utf8 = declared is None or declared[1].lower() in (b"utf-8", b"utf8")
    return utf8 and head[:1] == b"<" and b"<!DOCTYPE" not in head and bool(_ROOT.search(head))


def parse(source: Source, address: str = "") -> Document:
    """The feed in `source`. Raises HandOverError when feedparser should look at it instead."""
    reader = _Reader(source.location, address)
    size = 0
    try:
        with source.open() as stream:
            while chunk := stream.read(CHUNK):
                chunk = chunk if size else chunk.lstrip()
                size += len(chunk)
                if size > guard.MAX_BYTES:
                    raise ParseError(
                        f"{source.location} is larger than {guard.MAX_BYTES // 1024**2} MB.",
                        location=source.location,
                        hint="No feed is that large; export the blog from where it was written.",
                    )
                reader.feed(chunk)
        reader.feed(b"", final=True)
    except (expat.ExpatError, UnicodeError, ValueError) as error:
        raise HandOverError from error
    return reader.document()


class _Reader:
    """The state of one pass."""

    def __init__(self, location: str, address: str) -> None:
        self.location = location
        self.address = address if address.startswith("http") else ""
        self.atom = False
        self.version = ""
        self.depth = 0
        self.level = 0  # depth of the fields of the entry we are in, else of the feed
        self.entry: _Entry | None = None
        self.within = ""  # the entry's or feed's child we are in, when it may have children
        self.collecting = ""  # the element whose text is being collected
        self.attributes: dict[str, str] = {}
        self.pieces: list[str] = []
        self.home = ""
        self.feed_fields: dict[str, str] = {}
        self.links: dict[str, str] = {}
        self.complete = False
        self.posts: list[Post] = []
        self.entries = 0
        self.only_changed = 0
        self.lost = Lost(location)
        self.names: dict[str, str] = {}
        self.parser: Any = expat.ParserCreate("utf-8", " ")
        self.parser.namespace_prefixes = True
        self.parser.buffer_text = True
        self.parser.buffer_size = 64 * 1024
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.StartDoctypeDeclHandler = self.refuse

    def feed(self, chunk: bytes, *, final: bool = False) -> None:
        self.parser.Parse(chunk, final)
        if self.pieces and sum(map(len, self.pieces)) > MAX_TEXT:
            self.parser.CharacterDataHandler = None

    def refuse(self, *_: object) -> None:
        raise HandOverError

    # --- elements -----------------------------------------------------------------------------------

    def start(self, raw: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        name = self.names.get(raw) or self._name(raw)
        if self.collecting or self.depth > guard.MAX_DEPTH:
            if self.depth > guard.MAX_DEPTH:
                raise too_deep(self.location)
            raise HandOverError  # mark-up that is not escaped
        if attributes and (_BASE in attributes or "base" in attributes or len(attributes) > 100):
            raise HandOverError
        if self.level and self.depth > self.level:
            self._nested(name, attributes)
        elif self.level and self.depth == self.level:
            self._child(name, attributes)
        else:
            self._outer(name, attributes)

    def end(self, raw: str) -> None:
        self.depth -= 1
        if self.collecting:
            self.parser.CharacterDataHandler = None
            name, self.collecting = self.collecting, ""
            text = _repaired("".join(self.pieces).strip())
            self.pieces = []
            if self.entry is not None:
                self.entry.take(name, text, self.attributes)
            else:
                self._feed_field(name, text)
        elif self.entry is not None and self.depth == self.level - 2:
            self._finish()
        if self.depth < self.level:
            self.within = ""

    def _name(self, raw: str) -> str:
        found = effective_name(raw)
        self.names[raw] = found
        return found

    def _outer(self, name: str, attributes: dict[str, str]) -> None:
        if self.depth == 1 and name in ("rss", "feed"):
            self.atom = name == "feed"
            self.version = attributes.get("version", "")
            if self.atom != self._in_atom or (self.atom and self.version):
                raise HandOverError
            self.level = 2 if self.atom else 0
            self.feed_fields["xml:lang"] = attributes.get(_LANG, "")
        elif self.depth == 2 and name == "channel" and not self.atom and not attributes:
            self.level = 3
        else:
            raise HandOverError

    @property
    def _in_atom(self) -> bool:
        return any(raw.startswith("http://www.w3.org/2005/Atom feed") for raw in self.names)

    def _child(self, name: str, attributes: dict[str, str]) -> None:
        if self.entry is not None:
            self._entry_child(name, attributes)
        elif name == ("entry" if self.atom else "item"):
            if "href" in attributes or "lastmod" in attributes or any("about" in key for key in attributes):
                raise HandOverError
            self.entry = _Entry(self.atom)
            self.level += 1
        elif name in ("item", "entry"):
            raise HandOverError
        elif name == "link":
            self._feed_link(attributes)
        elif name == "complete":
            self.complete = True
        elif name in TEXTS:
            if name == "title" and attributes.get("type", "").lower() not in _ATOM_TYPES:
                raise HandOverError
            self._collect(name.removeprefix("dc:"), attributes)
        else:
            self.within = name

    def _entry_child(self, name: str, attributes: dict[str, str]) -> None:
        entry = self.entry
        assert entry is not None
        entry.children += 1
        if entry.children > guard.MAX_CHILDREN:
            raise HandOverError
        if entry.open(name, attributes):
            self._collect(name, attributes)
        else:
            self.within = name

    def _nested(self, name: str, attributes: dict[str, str]) -> None:
        if self.entry is None:
            # In a picture, an author or a search box of the feed: none of its posts' business.
            if name in ("item", "entry") or (self.within not in FEED_LEVEL and "?" not in name):
                raise HandOverError
        elif self.within == "author" and self.atom and name in ("name", "uri", "email"):
            if name == "name":
                self._collect("author", {})
        elif not (self.within in NESTING or "?" in self.within) or not (name in NESTED or "?" in name):
            raise HandOverError
        elif name in ("media:content", "media:thumbnail"):
            self.entry.open(name, attributes)

    def _collect(self, name: str, attributes: dict[str, str]) -> None:
        self.collecting, self.attributes = name, attributes
        self.pieces = []
        self.parser.CharacterDataHandler = self.pieces.append

    # --- the feed's own fields ------------------------------------------------------------------------

    def _feed_link(self, attributes: dict[str, str]) -> None:
        href = attributes.get("href")
        if href is None:
            self._collect("link", attributes)
            return
        rel = attributes.get("rel", "alternate").lower()
        self.links.setdefault(rel, href)
        if rel == "alternate" and attributes.get("type", "text/html").lower() in _HTML:
            self.home = href

    def _feed_field(self, name: str, text: str) -> None:
        if name == "link":
            self.home = text
            self.links.setdefault("alternate", text)
        elif name == "generator":
            given = self.attributes
            told = (text, given.get("url") or given.get("uri") or given.get("href"), given.get("version"))
            self.feed_fields[name] = " ".join(filter(None, told))
        else:
            self.feed_fields.setdefault(name, text)

    # --- posts ----------------------------------------------------------------------------------------

    def _finish(self) -> None:
        entry, self.entry = self.entry, None
        assert entry is not None
        self.entries += 1
        self.only_changed += (
            self.atom and not entry.texts.get("published") and bool(entry.texts.get("updated"))
        )
        self.level -= 1
        base = self.address or self._home()
        post = entry.post(base)
        if post is None:
            self.lost.empty_entry(self.entries)
        else:
            self.posts.append(post)

    def _home(self) -> str:
        return fields.address(absolute(self.home, self.address))

    def document(self) -> Document:
        if not self.level:
            raise HandOverError
        stated = self.feed_fields
        total = stated.get("totalresults", "")
        kind = "Atom 1.0" if self.atom else FORMATS.get(self.version, "RSS")
        return Document(
            title=fields.plain_title(stated.get("title")),
            link=self._home(),
            language=fields.one_line(stated.get("language") or stated.get("xml:lang"))[:35],
            posts=tuple(self.posts),
            skipped=self.lost.skipped(),
            generator=fields.one_line(stated.get("generator"))[:300],
            links=self.links,
            total=int(total) if total.isascii() and total.isdigit() and len(total) < 12 else None,
            complete=self.complete,
            format=kind,
            only_changed=self.only_changed,
        )


_HTML = frozenset(("text/html", "html", "application/xhtml+xml", "xhtml"))
_ATOM_TYPES = frozenset(("", "text", "html", "text/plain", "text/html"))


class _Entry:
    """The fields of one entry as they come in."""

    def __init__(self, atom: bool) -> None:
        self.atom = atom
        self.children = 0
        self.texts: dict[str, str] = {}
        self.link: str | None = None
        self.alternates: list[str] = []
        self.copies: list[str] = []
        self.tags: list[list[str]] = []  # term, scheme, label
        self.images: dict[str, str] = {}
        self.title_is_text = False
        self.has_source = False

    def open(self, name: str, attributes: dict[str, str]) -> bool:
        """A child begins; whether its text is wanted."""
        act = _OPENING.get(name)
        if act is not None:
            return act(self, attributes)
        if name in _PLAIN:
            return not (self.atom and name == "author")  # Atom's authors have a name inside
        if name not in HARMLESS and "?" not in name:
            raise HandOverError
        return False

    def open_title(self, attributes: dict[str, str]) -> bool:
        kind = attributes.get("type", "").lower()
        if "mode" in attributes or (self.atom and kind not in _ATOM_TYPES) or self.has_source:
            raise HandOverError
        return True

    def open_link(self, attributes: dict[str, str]) -> bool:
        if fields.address(attributes.get("url") or attributes.get("uri")):
            raise HandOverError
        href = attributes.get("href")
        if href is None:
            return True
        rel = attributes.get("rel", "alternate").lower()
        if rel in ("shortlink", "alternate", "canonical"):
            self.alternates.append(href)
        elif rel == "syndication":
            self.copies.append(href)
        elif rel == "enclosure":
            self.open_enclosure({"url": href, "type": attributes.get("type", "")})
        if rel == "alternate" and attributes.get("type", "text/html").lower() in _HTML:
            self.link = href
        return False

    def open_text(self, attributes: dict[str, str]) -> bool:
        if "mode" in attributes or "src" in attributes:
            raise HandOverError
        if self.atom and attributes.get("type", "").lower() not in _ATOM_TYPES:
            raise HandOverError
        return True

    def open_category(self, attributes: dict[str, str]) -> bool:
        term, label = attributes.get("term", ""), attributes.get("label", "")
        scheme = attributes.get("scheme", attributes.get("domain", ""))
        if (term or scheme or label) and [term, scheme, label] not in self.tags:
            self.tags.append([term, scheme, label])
        return True

    def open_enclosure(self, attributes: dict[str, str]) -> bool:
        return self._picture("enclosure", attributes)

    def open_media(self, attributes: dict[str, str]) -> bool:
        return self._picture("content", attributes)

    def open_thumbnail(self, attributes: dict[str, str]) -> bool:
        return self._picture("thumbnail", {"medium": "image"} | attributes)

    def _picture(self, place: str, attributes: dict[str, str]) -> bool:
        kind = attributes.get("type", "").lower() or attributes.get("medium", "")
        if kind.startswith("image"):
            self.images.setdefault(place, attributes.get("url", ""))
        return False

    def open_source(self, attributes: dict[str, str]) -> bool:
        if self.atom:
            raise HandOverError
        self.has_source = True
        return False

    def take(self, name: str, text: str, attributes: dict[str, str]) -> None:
        """A child ended with this text."""
        if name == "title":
            if not self.texts.get(name):
                self.texts[name] = text
                kind = attributes.get("type", "").lower()
                self.title_is_text = self.atom and kind not in ("html", "text/html")
        elif name == "link":
            self.link = re.sub("&([A-Za-z0-9_]+);", r"&\g<1>", text.replace("&amp;", "&"))
            self.alternates.append(self.link)
        elif name in ("guid", "id"):
            self.texts["id"] = text
            if attributes.get("isPermaLink", "true") == "true" and self.link is None:
                self.link = text
        elif name == "category":
            self._tag(text)
        elif name in ("pubdate", "published"):
            self._date("published", text)
        elif name == "updated":
            self._date(name, text)
        elif name in self.texts and name in ("description", "summary", "content", "encoded"):
            raise HandOverError
        else:
            self.texts[name] = text

    def _tag(self, text: str) -> None:
        if not text:
            return
        if self.tags and not self.tags[-1][0]:
            self.tags[-1][0] = text
        elif [text, "", ""] not in self.tags:
            self.tags.append([text, "", ""])

    def _date(self, name: str, text: str) -> None:
        if text and not any(pattern.fullmatch(text) for pattern in _DATES):
            raise HandOverError
        self.texts[name] = text

    def post(self, base: str) -> Post | None:
        """The entry as a `Post`; None when nothing is in it."""
        texts = self.texts
        if not self.children:
            return None
        if ("description" in texts) + ("summary" in texts) > 1:
            raise HandOverError
        number = texts.get("post-id", "")
        place = "/".join(base.split("/", 3)[:3])
        short = f"{place}/?p={number}" if number.isascii() and number.isdigit() and place else ""
        return make_post(
            stated_id=texts.get("id"),
            link=self.link,
            title=texts.get("title"),
            title_is_text=self.title_is_text,
            published=texts.get("published"),
            modified=texts.get("updated"),
            author=texts.get("author"),
            summary=texts.get("description") or texts.get("summary"),
            content=texts.get("encoded") or texts.get("content"),
            categories=[tag[0] or tag[2] for tag in self.tags],
            image=next((self.images[place] for place in _PICTURES if self.images.get(place)), ""),
            aliases=(texts.get("origlink", ""), short, *self.alternates),
            syndication=self.copies,
            base=base,
        )


# What begins is looked at by these; what is only text is in _PLAIN.
_OPENING: dict[str, Callable[[_Entry, dict[str, str]], bool]] = {
    "title": _Entry.open_title,
    "link": _Entry.open_link,
    "description": _Entry.open_text,
    "summary": _Entry.open_text,
    "content": _Entry.open_text,
    "encoded": _Entry.open_text,
    "category": _Entry.open_category,
    "enclosure": _Entry.open_enclosure,
    "media:content": _Entry.open_media,
    "media:thumbnail": _Entry.open_thumbnail,
    "source": _Entry.open_source,
}
_PICTURES = ("thumbnail", "content", "enclosure")  # the first of these that an entry has is its picture
_PLAIN = frozenset(("id", "guid", "pubdate", "published", "updated", "origlink", "post-id", "author"))


def _repaired(text: str) -> str:
    """UTF-8 that was taken for Latin-1 and encoded again is put right, as feedparser does it."""
    if text.isascii():
        return text
    with suppress(UnicodeEncodeError, UnicodeDecodeError):
        text = text.encode("iso-8859-1").decode("utf-8")
    return text.translate(_WINDOWS)
