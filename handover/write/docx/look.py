"""Brand colour and language, put into a template's parts."""

import re
from typing import Final

from babel.core import get_global
from lxml import etree

from handover.later import dataclass
from handover.write.colours import brand, ink_on, mix, readable
from handover.write.docx.package import NS, W, parse
from handover.write.docx.style_names import name_styles

# The colours of the built-in template, as its file has them. A template that keeps them gets the brand's;
# one that has its own keeps its own.
ACCENT: Final = "1F4E5F"  # headings, links, rules: readable on white
BAND: Final = "1F4E60"  # the ground of the cover
INK: Final = "FFFFFE"  # text on that ground
TINT: Final = "EDF2F4"  # light grounds


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The colours of one document, as "RRGGBB"."""

    accent: str
    band: str
    ink: str
    tint: str

    def paint(self, xml: str) -> str:
        """The part with its colours in the place of the template's."""
        for old, new in ((ACCENT, self.accent), (BAND, self.band), (INK, self.ink), (TINT, self.tint)):
            xml = xml.replace(f'"{old}"', f'"{new}"')
        return xml


def look_of(brand_colour: str) -> Look:
    """The colours made from a brand colour; text in them keeps its contrast."""
    colour = brand(brand_colour)
    return Look(
        accent=_hex(readable(colour)),
        band=_hex(colour),
        ink=_hex(ink_on(colour)),
        tint=_hex(mix(colour, "#ffffff", 0.92)),
    )


def _hex(colour: str) -> str:
    return colour.removeprefix("#").upper()


def word_language(tag: str) -> str:
    """A language as Word wants it, with a country: "de" -> "de-DE"."""
    if "-" in tag:
        return tag
    likely = get_global("likely_subtags").get(tag, "")
    country = likely.rpartition("_")[2]
    return f"{tag}-{country}" if re.fullmatch(r"[A-Z]{2}", country) else tag


def speak(styles: bytes, tag: str, *, ours: bool) -> str:
    """The styles part with the document's language set, and `ours`, the built-in template's, called by their
    names in it."""
    root = parse(styles)
    if ours:
        name_styles(root, tag)
    for properties in root.iterfind("w:docDefaults/w:rPrDefault/w:rPr", NS):
        language = properties.find("w:lang", NS)
        if language is None:
            language = etree.SubElement(properties, f"{W}lang")
        language.set(f"{W}val", word_language(tag))
    return str(etree.tostring(root, encoding="unicode"))


def calm(settings: bytes) -> str:
    """The settings part without what makes Word ask on opening, and with what its schema asks for."""
    root = parse(settings)
    for element in root.findall("w:updateFields", NS):
        root.remove(element)
    for zoom in root.findall("w:zoom", NS):
        if not zoom.get(f"{W}percent"):  # python-docx's own template leaves it out
            zoom.set(f"{W}percent", "100")
    return str(etree.tostring(root, encoding="unicode"))
