"""Any text as the inside of `<w:t>`: never markup, never a character XML forbids."""

import re
from html import escape, unescape
from typing import Final

from handover.later import pattern
from handover.text import safe

_BREAK: Final = '</w:t><w:br/><w:t xml:space="preserve">'
_TAB: Final = '</w:t><w:tab/><w:t xml:space="preserve">'

# What cannot stand in XML as it is, or would reach beyond its own text (direction overrides).
has_special = re.compile(
    '[&<>"\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]'
).search
_DIRECTION = pattern("[\u202a-\u202e\u2066-\u2069]")
_OPEN_EMBEDDING = pattern("[\u202a\u202b\u202d\u202e]")
_OPEN_ISOLATE = pattern("[\u2066\u2067\u2068]")
_BLANK_MARK = pattern(r"<w:(?:br|tab)/>|</w:p>")
_MARK = pattern(r"<[^>]*>")


class Xml:
    """Ready WordprocessingML: printed as it is. Everything else a template prints is text."""

    __slots__ = ("xml",)

    def __init__(self, xml: str) -> None:
        self.xml = xml

    def __len__(self) -> int:
        return len(self.xml)

    def __str__(self) -> str:
        return plain(self.xml)


class Runs(Xml):
    """Markup that stands between runs: a link, a chart. In the midst of a text it would be damage."""

    __slots__ = ()


class Blocks(Xml):
    """Markup that stands between paragraphs."""

    __slots__ = ()


_RUN: Final = '<w:r><w:t xml:space="preserve">'
_END: Final = "</w:t></w:r>"
_FIRST_MARK = pattern(r"<(/?)w:(\w+)")


def made_of_tags(xml: str) -> Xml:
    """What a template's own tags made, as markup that knows where it may stand."""
    if xml.startswith("<w:r>"):  # as each heading of the library: no search
        return Runs(xml)
    first = _FIRST_MARK.search(xml)
    if first is None or first[1] or first[2] in ("t", "br", "tab"):
        return Xml(xml)
    return (Blocks if first[2] in ("p", "tbl", "sdt", "sectPr") else Runs)(xml)


def to_xml(text: str) -> str:
    """The text as content of `<w:t>`: escaped, line ends as breaks, tabs as tabs."""
    if text.isprintable():
        # Nothing of nearly all texts is special. That is told much faster than by a search.
        if not ("&" in text or "<" in text or ">" in text or '"' in text):
            return text
        text = safe.plain(text)  # and no sign of direction is printable
    elif text.replace("\n", "").isprintable():
        text = safe.plain(text)
    elif has_special(text):
        text = _legal(text)
    else:
        return text
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return text.replace("\n", _BREAK).replace("\t", _TAB)


def to_attribute(text: str) -> str:
    """The text as an attribute's value or a property: escaped, on one line."""
    if text.isprintable() and not ("&" in text or "<" in text or ">" in text or '"' in text):
        return text  # as in `to_xml`
    if not has_special(text):
        return text
    return escape(" ".join(_legal(text).split()))


def plain(xml: str) -> str:
    """What a reader sees of WordprocessingML, on one line."""
    if xml.startswith(_RUN) and xml.endswith(_END) and "<" not in (text := xml[len(_RUN) : -len(_END)]):
        shown = text  # one run, as each heading of the library: no search
    else:
        shown = _MARK.sub("", _BLANK_MARK.sub(" ", xml)) if "<" in xml else xml
    return " ".join((unescape(shown) if "&" in shown else shown).split())


def _legal(text: str) -> str:
    text = safe.plain(text)
    if not _DIRECTION.search(text):
        return text
    embeddings = len(_OPEN_EMBEDDING.findall(text)) - text.count("\u202c")
    isolates = len(_OPEN_ISOLATE.findall(text)) - text.count("\u2069")
    # An override left open would turn round the rest of the line, which is not this text's own.
    return text + "\u202c" * embeddings + "\u2069" * isolates
