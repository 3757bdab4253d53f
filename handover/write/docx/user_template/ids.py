"""Names and ids that must stand once in a document, and would stand in every round of a loop.

Google Docs puts a bookmark on every heading; Word keeps ids for its own use on paragraphs, shapes and
content controls. What Word makes anew by itself is taken out; bookmarks and the ranges of a protected
document are numbered while the document is written, a bookmark's name once.
"""

import re
from collections.abc import Collection, Iterable
from typing import Final

from lxml import etree

from handover.write.docx.package import W
from handover.write.docx.user_template.placed import put_text
from handover.write.docx.user_template.tags import quoted

_O: Final = "{urn:schemas-microsoft-com:office:office}"
_V: Final = "{urn:schemas-microsoft-com:vml}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_OWN: Final = ("paraId", "textId")  # of paragraphs, made anew by Word
_POINTS: Final = re.compile(r"(?:PAGE|NOTE)?REF\s+(\S+)|\bHYPERLINK\b.*?\\l\s+\"([^\"]+)\"", re.IGNORECASE)
_SWITCHES: Final = (f"{W}cantSplit", f"{W}tblHeader")
_WORDS: Final = ("_GoBack", "_Toc")  # bookmarks Word puts there by itself


def forget_ids(root: etree._Element) -> None:
    """Take out the ids that Word makes anew, and the second form of a drawing for Word 2007."""
    for second in list(root.iter(f"{_MC}Fallback")):
        around = second.getparent()
        if around is not None and around.find(f"{_MC}Choice") is not None:
            around.remove(second)
    named = {e.get("ShapeID") for e in root.iter(f"{_O}OLEObject")}
    for element in root.iter(etree.Element):
        for key in [k for k in element.attrib if etree.QName(k).localname in _OWN]:
            del element.attrib[key]
        if str(element.tag).startswith(_V):
            element.attrib.pop(f"{_O}spid", None)
            if element.tag != f"{_V}shapetype" and element.get("id") not in named:
                element.attrib.pop("id", None)
    for control in root.iter(f"{W}sdtPr"):
        for number in control.findall(f"{W}id"):
            control.remove(number)


def show_as_values(root: etree._Element, placeholder: str) -> None:
    """A control that holds a tag holds a value: no longer the grey words Word asks to be typed over.

    `placeholder` is the id of the style Word gives these.
    """
    for control in root.iter(f"{W}sdt"):
        inside = control.find(f"{W}sdtContent")
        asked = control.find(f"{W}sdtPr/{W}showingPlcHdr")
        if inside is None or asked is None or "{" not in "".join(inside.itertext()):
            continue
        asked.getparent().remove(asked)
        for style in list(inside.iter(f"{W}rStyle")):
            if style.get(f"{W}val") == placeholder and (look := style.getparent()) is not None:
                look.remove(style)


def plain_switches(root: etree._Element) -> None:
    """Switches of table rows as the schema has them: LibreOffice writes "true" for what is on."""
    for switch in root.iter(*_SWITCHES):
        value = switch.get(f"{W}val")
        if value in ("true", "1"):
            del switch.attrib[f"{W}val"]
        elif value in ("false", "0"):
            switch.set(f"{W}val", "off")


def pointed_at(roots: Iterable[etree._Element]) -> set[str]:
    """The names of the bookmarks that links and fields of these parts lead to."""
    names: set[str] = set()
    for root in roots:
        names |= {link.get(f"{W}anchor", "") for link in root.iter(f"{W}hyperlink")}
        for paragraph in root.iter(f"{W}p"):
            code = "".join(t.text or "" for t in paragraph.iter(f"{W}instrText"))
            code += "".join(s.get(f"{W}instr", "") for s in paragraph.iter(f"{W}fldSimple"))
            names |= {name for found in _POINTS.findall(code) for name in found}
    return names


def number_notes(root: etree._Element) -> None:
    """Have the references to notes numbered while the document is written: a loop repeats them."""
    for kind in ("footnote", "endnote"):
        for reference in root.iter(f"{W}{kind}Reference"):
            call = f"_note({quoted(kind)}, {quoted(reference.get(f'{W}id', ''))})"
            reference.set(f"{W}id", f"{{{{ {call}|line }}}}")


def number_ranges(root: etree._Element, wanted: Collection[str]) -> None:
    """Have bookmarks and permissions numbered while the document is written.

    Of the bookmarks Word puts there by itself only the `wanted` ones stay.
    """
    gone = set()
    kept = False
    for begin in list(root.iter(f"{W}bookmarkStart")):
        name, key = begin.get(f"{W}name", ""), begin.get(f"{W}id", "")
        if not name or (name.startswith(_WORDS) and name not in wanted):
            gone.add(key)
            put_text(begin, "")
        else:
            kept = True
            put_text(begin, f"{{{{ _bookmark({quoted(name)}, {quoted(key)}) }}}}")
    for end in list(root.iter(f"{W}bookmarkEnd")):
        key = end.get(f"{W}id", "")
        put_text(end, "" if key in gone else f"{{{{ _bookmark_end({quoted(key)}) }}}}")
    if kept and (body := next(root.iter(f"{W}body"), root)).tag != f"{W}footnotes":
        end = etree.Element("end")
        if len(body) and body[-1].tag == f"{W}sectPr":
            body[-1].addprevious(end)
        else:
            body.append(end)
        put_text(end, "{{ _close() }}")
    for name in ("permStart", "permEnd"):
        for mark in root.iter(f"{W}{name}"):
            call = f"_range({quoted(mark.get(f'{W}id', ''))}, {str(name == 'permStart').lower()})"
            mark.set(f"{W}id", f"{{{{ {call}|line }}}}")
