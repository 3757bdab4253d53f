"""Tracked changes, taken as accepted: what was deleted is gone, what was moved stands where it was moved to.

Word shows a document under review as its reader chose to see it; a document for the client is the last
state. Elements and attributes: ECMA-376-1, 17.13.5.
"""

from typing import Final

from lxml import etree

from handover.write.docx.package import W

_GONE: Final = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "delText", "delInstrText"))
_KEPT: Final = frozenset(f"{W}{name}" for name in ("ins", "moveTo"))
_MARKS: Final = frozenset(
    f"{W}{name}"
    for name in (
        *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
        *("customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd"),
        *("customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd"),
        *("customXmlMoveToRangeStart", "customXmlMoveToRangeEnd", "cellIns", "cellMerge", "numberingChange"),
    )
)


def accept_changes(root: etree._Element) -> int:
    """Accept every tracked change; how many there were."""
    changes = 0
    joined: list[etree._Element] = []
    for element in list(root.iter(etree.Element)):
        name, parent = str(element.tag), element.getparent()
        if parent is None:
            continue
        if name in _GONE:
            changes += 1
            joined += _leave(element, parent)
        elif name in _KEPT:
            changes += 1
            unwrap(element)
        elif name == f"{W}cellDel":
            changes += 1
            _remove_ancestor(element, "tc")
        elif (
            name in _MARKS
            or (name.startswith(W) and name.endswith("PrChange"))
            or name.endswith("GridChange")
        ):
            changes += name not in _MARKS
            parent.remove(element)
    for paragraph in joined:
        _join_with_next(paragraph)
    return changes


def unwrap(element: etree._Element) -> None:
    """Put what an element holds in its place."""
    parent = element.getparent()
    if parent is None:
        return
    place = parent.index(element)
    for child in reversed(list(element)):
        parent.insert(place, child)
    parent.remove(element)


def _leave(element: etree._Element, parent: etree._Element) -> list[etree._Element]:
    """Take out what was deleted; the paragraphs whose mark it was, which join the next one."""
    inside = etree.QName(parent).localname
    parent.remove(element)
    if inside == "trPr":
        _remove_ancestor(parent, "tr")
    elif inside == "rPr" and etree.QName(parent.getparent()).localname == "pPr":
        return [next(parent.iterancestors(f"{W}p"))]
    return []


def _remove_ancestor(element: etree._Element, name: str) -> None:
    row = next(element.iterancestors(f"{W}{name}"), None)
    if row is None or (around := row.getparent()) is None:
        return
    around.remove(row)
    if around.tag == f"{W}tbl" and around.find(f"{W}tr") is None and around.getparent() is not None:
        around.getparent().remove(around)


def _join_with_next(paragraph: etree._Element) -> None:
    """A paragraph whose end was deleted goes on in the one behind it, whose look it takes."""
    parent, following = paragraph.getparent(), paragraph.getnext()
    if parent is None:
        return
    properties = paragraph.find(f"{W}pPr")
    content = [child for child in paragraph if child is not properties]
    if following is not None and following.tag == f"{W}p":
        look = following.find(f"{W}pPr")
        place = 0 if look is None else 1
        for child in reversed(content):
            following.insert(place, child)
        parent.remove(paragraph)
    elif not content and len(parent.findall(f"{W}p")) > 1:
        parent.remove(paragraph)
