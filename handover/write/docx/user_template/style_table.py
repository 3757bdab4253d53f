"""What the styles of a template say of a paragraph: which heading it is, its outline level, its list."""

import re
from dataclasses import field

from lxml import etree

from handover.later import dataclass
from handover.write.docx.package import NS, W

NO_LEVEL = 0


@dataclass(slots=True)
class StyleTable:
    """Ids of styles differ with the language of the Word that made them; their names tell what they are."""

    ids: dict[str, str] = field(default_factory=dict)  # name, folded -> id
    headings: dict[str, int] = field(default_factory=dict)  # id -> 1 for "heading 1"
    outlines: dict[str, int] = field(default_factory=dict)  # id -> 1 for the first level, inherited
    lists: dict[str, tuple[str, str]] = field(default_factory=dict)  # id -> (number of its list, level)
    placeholder: str = ""  # id of the style of the words a control asks to be typed over

    def level(self, paragraph: etree._Element) -> tuple[int, int]:
        """The heading and the outline level of a paragraph; 0 for none."""
        style = self.style(paragraph)
        direct = paragraph.find("w:pPr/w:outlineLvl", NS)
        outline = self.outlines.get(style, NO_LEVEL) if direct is None else _outline(direct)
        return self.headings.get(style, NO_LEVEL), outline

    def style(self, paragraph: etree._Element) -> str:
        """The id of a paragraph's style, "" for the usual one."""
        named = paragraph.find("w:pPr/w:pStyle", NS)
        return "" if named is None else named.get(f"{W}val", "")

    def list_of(self, paragraph: etree._Element) -> tuple[str, str]:
        """The number of a paragraph's list, and its level in it; ("", "0") for none."""
        own = paragraph.find("w:pPr/w:numPr", NS)
        number, level = self.lists.get(self.style(paragraph), ("", "0"))
        if own is not None:
            number = _value(own, "numId") or number
            level = _value(own, "ilvl") or level
        return ("" if number == "0" else number), level


def read_styles(root: etree._Element) -> StyleTable:
    """The table of a styles part."""
    table = StyleTable(placeholder=_placeholder(root))
    styles = {s.get(f"{W}styleId", ""): s for s in root.iterfind("w:style[@w:type='paragraph']", NS)}
    for key, style in styles.items():
        name = (_value(style, "name") or "").casefold()
        table.ids[name] = key
        if found := re.fullmatch(r"heading ([1-9])", name):
            table.headings[key] = int(found[1])
    for key in styles:
        chain = _chain(key, styles)
        outline = next((o for s in chain if (o := s.find("w:pPr/w:outlineLvl", NS)) is not None), None)
        level = _outline(outline) if outline is not None else NO_LEVEL
        if outline is None:
            level = next((n for s in chain if (n := table.headings.get(s.get(f"{W}styleId", "")))), NO_LEVEL)
        table.outlines[key] = level
        numbers = [n for s in chain if (n := s.find("w:pPr/w:numPr", NS)) is not None]
        number = next((v for n in numbers if (v := _value(n, "numId"))), "")
        table.lists[key] = number, next((v for n in numbers if (v := _value(n, "ilvl"))), "0")
    return table


def _placeholder(root: etree._Element) -> str:
    named = (s for s in root.iterfind("w:style[@w:type='character']", NS))
    found = (s for s in named if (_value(s, "name") or "").casefold() == "placeholder text")
    return next((s.get(f"{W}styleId", "") for s in found), "")


def _chain(key: str, styles: dict[str, etree._Element]) -> list[etree._Element]:
    """A style and those it is based on."""
    chain: list[etree._Element] = []
    while key in styles and styles[key] not in chain:
        chain.append(styles[key])
        key = _value(styles[key], "basedOn") or ""
    return chain


def _outline(element: etree._Element) -> int:
    value = element.get(f"{W}val", "9")
    return int(value) + 1 if value.isdigit() and int(value) < 9 else NO_LEVEL


def _value(element: etree._Element, name: str) -> str:
    found = element.find(f"w:{name}", NS)
    return "" if found is None else found.get(f"{W}val", "")
