"""Plain, well-formed RSS and Atom in one streaming pass: no tree, one post after the other.

What it accepts it reads as feedparser would (same titles, links, ids, dates and categories); whatever is
out of the ordinary, in one element of one entry, it leaves to `loose` as a whole. So this module only
knows the common case, and is about eight times faster.
"""

import re
from typing import Any
from xml.parsers import expat

from handover.errors import ParseError
from handover.later import pattern
from handover.model import Post, Said
from handover.model.gc_pause import no_collection
from handover.read import fields
from handover.read.feeds import guard
from handover.read.feeds.document import Document, HandOverError, Lost, too_deep
from handover.read.feeds.entry import absolute
from handover.read.feeds.xml_entry import ATOM_TYPES, BARE_IN_ATOM, BARE_IN_RSS, HTML, XmlEntry
from handover.read.feeds.xml_names import FEED_LEVEL, NESTED, NESTING, effective_name
from handover.read.feeds.xml_signs import repaired
from handover.read.source import Source

CHUNK = 256 * 1024
MAX_TEXT = 16 * 1024**2  # characters of one element; what comes after is not looked at
FORMATS = {"0.91": "RSS 0.91", "0.92": "RSS 0.92", "2.0": "RSS 2.0"}
_TEXTS = "title generator language dc:language totalresults"  # of the feed itself
TEXTS = frozenset(_TEXTS.split())
SUMMARIES = frozenset(("description", "summary", "itunes:summary"))
_BASES = frozenset(("http://www.w3.org/XML/1998/namespace base xml", "base"))
_GUIDS = {"isPermaLink"}  # what most ids have, and what changes nothing of any other element
_NO_LINKS = frozenset(("title", "summary", "content"))  # where a base changes nothing that is read
_LANG = "http://www.w3.org/XML/1998/namespace lang xml"
_DECLARED = pattern(rb"^\s*<\?xml[^>]*?encoding\s*=\s*[\"']([\w.-]+)[\"']")
_ROOT = pattern(rb"<(?:rss[\s>]|feed\s)", re.IGNORECASE)


def accepts(source: Source) -> bool:
    """RSS or Atom in UTF-8 without a document type."""
    head = source.head[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    declared = _DECLARED.match(head)
    utf8 = declared is None or declared[1].lower() in (b"utf-8", b"utf8")
    return utf8 and head[:1] == b"<" and b"<!DOCTYPE" not in head and bool(_ROOT.search(head))


@no_collection()
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
                        Said(
                            "{file} is larger than {size} MB.",
                            file=source.location,
                            size=str(guard.MAX_BYTES // 1024**2),
                        ),
                        location=source.location,
                        hint=Said("No feed is that large; export the blog from where it was written."),
                    )
                reader.feed(chunk)
        reader.feed(b"", final=True)
    except (expat.ExpatError, UnicodeError, ValueError) as error:
        raise HandOverError from error
    finally:
        reader.parser = None  # it calls the reader: as a circle both would stay, with all posts as they were
    return reader.document()


# The Atom Publishing Protocol (RFC 5023, 13.1.1), and its drafts.
_DRAFT = ("http://www.w3.org/2007/app draft", "http://purl.org/atom/app# draft")


class _Reader:
    """The state of one pass."""

    def __init__(self, location: str, address: str) -> None:
        self.location = location
        self.address = address if address.startswith("http") else ""
        self.atom = False
        self.version = ""
        self.depth = 0
        self.level = 0  # depth of the fields of the entry we are in, else of the feed
        self.entry: XmlEntry | None = None
        self.bare: dict[str, str] = {}  # names as expat gives them -> those of which only the text counts
        self.within = ""  # the entry's or feed's child we are in, when it may have children
        self.collecting = ""  # the element whose text is being collected
        self.attributes: dict[str, str] = {}
        self.pieces: list[str] = []
        self.gather = self.pieces.append
        self.home = ""
        self.feed_fields: dict[str, str] = {}
        self.has_summary = self.has_content = False  # see `_sum_up`
        self.links: dict[str, str] = {}
        self.bases: dict[tuple[str, str | None], str] = {}  # home and own address as given -> what they make
        self.complete = False
        self.posts: list[Post] = []
        self.entries = 0
        self.has_base = False  # some text states a base for its links
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
        entry = self.entry
        if (
            entry  # most of what an entry holds: nothing more is asked of it
            and self.depth == self.level - 1
            and (bare := self.bare.get(raw))
            and (not attributes or attributes.keys() == _GUIDS)
        ):
            self.depth += 1
            entry.count_child()
            self.collecting, self.attributes = bare, attributes
            self.parser.CharacterDataHandler = self.gather
            return
        self.depth += 1
        name = self.names.get(raw) or self._name(raw)
        if self.collecting or self.depth > guard.MAX_DEPTH:
            if self.depth > guard.MAX_DEPTH:
                raise too_deep(self.location)
            raise HandOverError  # mark-up that is not escaped
        if attributes and (len(attributes) > 100 or not _BASES.isdisjoint(attributes)):
            if name not in _NO_LINKS or len(attributes) > 100:
                raise HandOverError
            self.has_base = True
        if self.level and self.depth > self.level:
            self._nested(name, attributes)
        elif self.level and self.depth == self.level:
            self._child(name, attributes)
        else:
            self._outer(name, attributes)

    def end(self, raw: str) -> None:
        self.depth -= 1
        if name := self.collecting:
            self.parser.CharacterDataHandler = None
            self.collecting = ""
            text = "".join(self.pieces).strip()
            self.pieces.clear()
            text = text if text.isascii() else repaired(text)
            if self.entry is not None:
                self.entry.take(name, text, self.attributes)
            else:
                self._feed_field(name, text)
            return
        if self.entry is not None and self.depth == self.level - 2:
            self._finish()
        if self.depth < self.level:
            self.within = ""

    def _name(self, raw: str) -> str:
        if raw.startswith(_DRAFT):
            raise HandOverError  # some entry may be a draft
        found = effective_name(raw)
        self.names[raw] = found
        if found in (BARE_IN_ATOM if self.atom else BARE_IN_RSS):
            self.bare[raw] = found
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
            self.entry = XmlEntry(self.atom, has_content=self.has_content)
            self.level += 1
        elif name in ("item", "entry", "content", "encoded"):
            raise HandOverError
        elif name == "link":
            self._feed_link(attributes)
        elif name == "complete":
            self.complete = True
        elif name in TEXTS:
            if name == "title" and attributes.get("type", "").lower() not in ATOM_TYPES:
                raise HandOverError
            self._collect(name.removeprefix("dc:"), attributes)
        else:
            self.within = name
            if name in SUMMARIES:
                self._sum_up(name)

    def _sum_up(self, name: str) -> None:
        """After a second summary of the feed feedparser believes that it knows the next entry's article."""
        if self.has_summary and not self.has_content:
            self.has_content = True
        elif name != "description":
            self.has_summary = True

    def _entry_child(self, name: str, attributes: dict[str, str]) -> None:
        entry = self.entry
        assert entry is not None
        entry.count_child()
        if entry.open(name, attributes):
            self._collect(name, attributes)
        else:
            self.within = name

    def _nested(self, name: str, attributes: dict[str, str]) -> None:
        if self.entry is None:
            # In a picture, an author or a search box of the feed: none of its posts' business.
            if name in ("item", "entry") or (self.within not in FEED_LEVEL and "?" not in name):
                raise HandOverError
        elif self.within == "author" and self.atom and (name in ("name", "uri", "email") or "?" in name):
            if name == "name":
                self._collect("author", {})
        elif name == "media:title" and (self.within in NESTING or "?" in self.within):
            self.entry.has_media_title = True
        elif not (self.within in NESTING or "?" in self.within) or not (name in NESTED or "?" in name):
            raise HandOverError
        elif name in ("media:content", "media:thumbnail"):
            self.entry.open(name, attributes)

    def _collect(self, name: str, attributes: dict[str, str]) -> None:
        self.collecting, self.attributes = name, attributes
        self.parser.CharacterDataHandler = self.gather

    # --- the feed's own fields ------------------------------------------------------------------------

    def _feed_link(self, attributes: dict[str, str]) -> None:
        href = attributes.get("href")
        if href is None:
            self._collect("link", attributes)
            return
        rel = attributes.get("rel", "alternate").lower()
        self.links.setdefault(rel, href)
        if rel == "alternate" and attributes.get("type", "text/html").lower() in HTML:
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
        self.has_content = False
        self.only_changed += (
            self.atom and not entry.texts.get("published") and bool(entry.texts.get("updated"))
        )
        self.level -= 1
        told = (self.home, self.links.get("self"))  # by their end most feeds have told both once
        base = self.bases.get(told)
        if base is None:
            base = self.bases[told] = self.address or self._home() or fields.address(told[1])
        if self.has_base and not entry.is_absolute():
            raise HandOverError  # feedparser lets a base reach further than its element
        post = entry.post(base)
        if post is None:
            self.lost.empty_entry(self.entries)
        else:
            self.posts.append(post)

    def _home(self) -> str:
        return fields.address(absolute(self.home, self.address or fields.address(self.links.get("self"))))

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
