"""The streaming guard before feedparser: what would hang it or eat the memory is cut out or refused here.

feedparser's time grows with the square of an element's attributes, of an item's children and of the
length of an author that looks like an e-mail address; it fails as a whole on a reference to half a
character. One pass over the tags finds all of it, without building anything.
"""

import codecs
import re
from dataclasses import field
from functools import lru_cache
from html.entities import html5

from handover.later import dataclass, pattern
from handover.model import Notice, Said
from handover.model.said import N_
from handover.read.feeds.document import too_deep
from handover.read.source import Source

MAX_BYTES = 100 * 1024**2  # of a feed, decoded
MAX_EXPORT = 600 * 1024**2  # of an export the user made of the own blog
MAX_DEPTH = 200
MAX_ATTRIBUTES = 200  # of one element
MAX_CHILDREN = 2_000  # of one item
MAX_FIELD = 1_000  # bytes of an author or a date
CUT = " […]".encode()

_BAD_REFERENCE = pattern(
    rb"&#(?:[xX]0*[dD][89a-fA-F][0-9a-fA-F]{2}|0*(?:[0-8]|1[124-9]|2\d|3[01])|[xX]0*(?:[0-8bcefBCEF]|1[0-9a-fA-F]));"
)
# Control characters, as text pasted from Word holds them: no XML may, and a parser that meets one loses the
# rest of its element. Two of them end lines there.
_CONTROLS = bytes(range(9)) + bytes(range(0x0E, 0x20))
_SPACES = bytes.maketrans(b"\x0b\x0c", b"  ")
_HAS_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]").search
# An "&" that begins no reference: "Q&A". Entities of HTML are known to feedparser, others to nobody.
_AMPERSAND = pattern(rb"&(?!#[0-9]{1,8};|#[xX][0-9a-fA-F]{1,7};|([A-Za-z][A-Za-z0-9]{1,31});)")
_ENTITY = pattern(rb"&([A-Za-z][A-Za-z0-9]{0,31});")
_TOKEN = pattern(rb"<(?:(!\[CDATA\[)|(!--)|(\?)|(/?)([A-Za-z_][\w.:-]*)([^<>]*))")
# An element with nothing but text in it, the next to come, as most of an export are: it changes no depth, so
# one look will do for its two tags. A marked section is looked for only where one ends further on: of each
# that never does, the whole rest would be read.
_LEAF = pattern(rb">?+\s*+<([A-Za-z_][\w:.-]*+)>(?:<!\[CDATA\[(?:[^\]]++|\](?!\]>))*+\]\]>|[^<]*+)</\1>")
_PLAIN_LEAF = pattern(rb">?+\s*+<([A-Za-z_][\w:.-]*+)>[^<]*+</\1>")
_ENDS = {1: b"]]>", 2: b"-->", 3: b"?>"}  # group of _TOKEN -> what closes it
_ITEMS = (b"item", b"entry")
_SHORT = frozenset(
    b"author creator name email managingeditor webmaster pubdate published updated modified issued created"
    b" date lastbuilddate".split()
)
# Void in HTML: broken feeds carry them unescaped and unclosed, which is no depth.
_VOID = frozenset((b"br", b"img", b"hr", b"p", b"li", b"input", b"meta", b"col", b"wbr", b"source", b"embed"))
_UTF = (  # byte order marks, and how "<?" looks without one
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_CUT_OUT = {  # what is said of it, and its limit
    "attributes": (
        N_("The feed has elements with more than {most} attributes ({n}); the surplus was cut."),
        MAX_ATTRIBUTES,
    ),
    "children": (
        N_("The feed has entries with more than {most} fields ({n}); the surplus was cut."),
        MAX_CHILDREN,
    ),
    "fields": (
        N_("The feed has authors or dates longer than {most} bytes ({n}); the surplus was cut."),
        MAX_FIELD,
    ),
}
_DECLARATION = pattern(r"^\s*<\?xml[^>]{0,200}\?>")


def checked(source: Source, limit: int = MAX_BYTES) -> tuple[bytes, tuple[Notice, ...]]:
    """The bytes of `source` without what would hang a parser, and what was cut out.

    UTF-16 and UTF-32 come back as UTF-8. Raises ParseError when there are more than `limit` bytes, or
    elements nested deeper than any feed's.
    """
    data = _as_bytes_of_ascii(source.read(limit))
    if data[:1].isspace():  # blank lines before the declaration are the commonest fault of all
        data = data.lstrip()
    if _HAS_CONTROL(data) and b"iso-2022" not in data[:200].lower():  # which changes its signs by one
        data = data.translate(_SPACES, _CONTROLS)
    data = _with_references(data)
    if b"&#" in data:
        data = _BAD_REFERENCE.sub("\N{REPLACEMENT CHARACTER}".encode(), data)
    scan = _Scan(data=data, location=source.location)
    scan.run()
    return scan.repaired(), tuple(scan.notices())


def _with_references(data: bytes) -> bytes:
    """Every "&" that begins no reference written as one, outside of marked sections, where it is right."""
    if b"&" not in data or b"<!ENTITY" in data:
        return data
    before, *sections = data.split(b"<![CDATA[")
    parts = [_escaped(before)]
    for section in sections:
        marked, end, after = section.partition(b"]]>")
        parts.append(b"<![CDATA[" + marked + end + _escaped(after))
    return b"".join(parts)


def _escaped(text: bytes) -> bytes:
    if b"&" not in text:
        return text
    text = _AMPERSAND.sub(b"&amp;", text)
    return _ENTITY.sub(
        lambda found: found[0] if _is_known(found[1].decode()) else b"&amp;" + found[0][1:], text
    )


def _is_known(name: str) -> bool:
    """Whether HTML has an entity of the name; Python knows some of them without their semicolon, too."""
    return f"{name};" in html5 or name in html5


def _as_bytes_of_ascii(data: bytes) -> bytes:
    # The scan looks for "<" as one byte, so two- and four-byte encodings are brought to UTF-8 first.
    for sign, encoding in _UTF:
        if data.startswith(sign):
            return _DECLARATION.sub("", data.decode(encoding, "replace")).encode("utf-8", "replace")
    return data


@lru_cache(maxsize=1_000)
def _local(name: bytes) -> bytes:
    """The name of an element without its prefix, in small letters."""
    return name.rsplit(b":", 1)[-1].lower()


@dataclass(slots=True)
class _Scan:
    data: bytes
    location: str
    depth: int = 0
    item_depth: int = -1  # depth of the item we are in; -1 outside
    children: int = 0
    surplus: int = -1  # where the children beyond the limit begin
    cuts: list[tuple[int, int, bytes]] = field(default_factory=list)  # from, to, what stands there instead
    found: dict[str, int] = field(default_factory=dict)

    def run(self) -> None:
        position, missing = 0, set[int]()
        last = self.data.rfind(_ENDS[1])
        while match := _TOKEN.search(self.data, position := self._without_leaves(position, last)):
            position = match.end()
            kind = match.lastindex or 0
            if kind <= 3:
                # What is never closed is no section; ask for its end only once.
                end = -1 if kind in missing else self.data.find(_ENDS[kind], position)
                if end < 0:
                    missing.add(kind)
                else:
                    position = end
            elif match[4]:
                self._close(match)
            else:
                self._open(match)
        self._end_item(len(self.data))

    def _without_leaves(self, position: int, last: int) -> int:
        """Where the elements with nothing but text end that come next; `last`: the end of all sections."""
        while leaf := (_LEAF if position < last else _PLAIN_LEAF).match(self.data, position):
            name = _local(leaf[1])
            if name in _ITEMS:
                break
            if self.depth == self.item_depth + 1 and self.item_depth >= 0:
                self._count_child(leaf.start(1) - 1)
            if name not in _VOID:
                if self.depth >= MAX_DEPTH:
                    raise too_deep(self.location)
                if name in _SHORT and leaf.end() - leaf.end(1) > MAX_FIELD:
                    self._shorten(leaf.end(1) + 1)
            position = leaf.end()
        return position

    def _count_child(self, start: int) -> None:
        self.children += 1
        if self.children == MAX_CHILDREN + 1:
            self.surplus = start

    def _open(self, match: re.Match[bytes]) -> None:
        name = _local(match[5])
        tail = match[6]
        if name in _ITEMS and self.item_depth != self.depth - 1:
            self._end_item(match.start())
            self.depth = min(self.depth, 3)  # unclosed tags of earlier items are no depth of this one
            self.item_depth = self.depth
        elif self.depth == self.item_depth + 1 and self.item_depth >= 0:
            self._count_child(match.start())
        if tail.count(b"=") > MAX_ATTRIBUTES and tail.count(b'="') + tail.count(b"='") > MAX_ATTRIBUTES:
            self._cut("attributes", match.start(6), match.end(6), b"/" if tail.endswith(b"/") else b"")
        if tail.endswith(b"/") or name in _VOID:
            return
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise too_deep(self.location)
        if name in _SHORT:
            self._shorten(match.end() + 1)

    def _close(self, match: re.Match[bytes]) -> None:
        name = _local(match[5])
        if name in _ITEMS:
            self._end_item(match.start())
        if name not in _VOID:
            self.depth = max(self.depth - 1, 0)

    def _end_item(self, here: int) -> None:
        if self.surplus >= 0:
            self._cut("children", self.surplus, here, b"")
        self.children, self.surplus, self.item_depth = 0, -1, -1

    def _shorten(self, start: int) -> None:
        marked = self.data.startswith(b"<![CDATA[", start)
        start += 9 * marked
        end = self.data.find(b"]]>" if marked else b"<", start, start + MAX_BYTES)
        if end - start > MAX_FIELD:
            # Not within a character of several bytes, nor within a reference.
            stop = start + MAX_FIELD
            while stop > start and self.data[stop] & 0xC0 == 0x80:
                stop -= 1
            reference = self.data.rfind(b"&", stop - 12, stop)
            if reference > 0 and b";" not in self.data[reference:stop]:
                stop = reference
            self._cut("fields", stop, end, CUT)

    def _cut(self, kind: str, start: int, end: int, instead: bytes) -> None:
        self.cuts.append((start, end, instead))
        self.found[kind] = self.found.get(kind, 0) + 1

    def repaired(self) -> bytes:
        if not self.cuts:
            return self.data
        parts, position = [], 0
        for start, end, instead in sorted(self.cuts):
            if start >= position:
                parts += [self.data[position:start], instead]
                position = end
        return b"".join((*parts, self.data[position:]))

    def notices(self) -> list[Notice]:
        return [
            Notice(
                text=Said(_CUT_OUT[kind][0], most=_CUT_OUT[kind][1], n=number),
                hint=Said("Look at these posts on the blog."),
                where=self.location,
            )
            for kind, number in self.found.items()
        ]
