"""What a template tells of the person and the computer it was made on, left out of every document.

Comments and who wrote them, the template and the mail-merge query with their paths, revision numbers, the
company, a picture of the first page: none of it is for the client.
"""

import posixpath
import re
from collections.abc import Iterable
from typing import Final

from lxml import etree

from handover.write.docx.package import CONTENT_TYPES, NS, W, parse, rels_name, target_name

_RELATIONS: Final = (
    *("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people", "attachedTemplate"),
    *("mailMergeSource", "mailMergeHeaderSource", "recipientData", "thumbnail", "printerSettings"),
)
_NOTES: Final = ("comments",)
_SETTINGS: Final = ("attachedTemplate", "mailMerge", "rsids", "trackRevisions", "revisionView")
_APP: Final = (
    *("Company", "Manager", "Template", "HyperlinkBase", "TotalTime"),
    *("HeadingPairs", "TitlesOfParts", "HLinks"),
)
_TOLD: Final = ("attachedTemplate", "mailMerge", "Company", "Manager", "HyperlinkBase")
_OUTLOOKS: Final = re.compile(r"_(?:Author|Email|AdHoc|Reviewing|NewReview|Previous)")
_MARKS: Final = frozenset(f"{W}{name}" for name in ("commentRangeStart", "commentRangeEnd", "proofErr"))
_REFERENCES: Final = frozenset(f"{W}{name}" for name in ("commentReference", "annotationRef"))
_RSID: Final = re.compile(r"rsid\w*")


def without_designer(parts: dict[str, bytes], main: str) -> tuple[dict[str, bytes], int, bool]:
    """The parts without them; how many comments there were, and whether anything told of the designer."""
    gone: set[str] = set()
    comments, told = 0, False
    kept = dict(parts)
    for name in [n for n in parts if n.endswith(".rels")]:
        root = parse(parts[name])
        for relation in list(root):
            kind = relation.get("Type", "").rpartition("/")[2]
            if kind not in _RELATIONS:
                continue
            told = told or kind in _TOLD
            root.remove(relation)
            kept[name] = _xml(root)
            if relation.get("TargetMode") != "External":
                part = target_name(_owner(name), relation.get("Target", ""))
                if kind in _NOTES and part in parts:
                    comments = len(parse(parts[part]).findall(f"{W}comment"))
                gone |= {part, rels_name(part)}
    kept = {name: data for name, data in kept.items() if name not in gone}
    if gone:
        kept[CONTENT_TYPES] = _without_types(kept[CONTENT_TYPES], gone)
    for name, data in kept.items():
        root_name = _root_of(data) if name.endswith(".xml") else ""
        if root_name == f"{W}settings":
            kept[name], found = _without(data, [f"{W}{key}" for key in _SETTINGS])
        elif root_name.endswith("extended-properties}Properties"):
            kept[name], found = _without(data, _APP)
        elif root_name.endswith("custom-properties}Properties"):
            kept[name], found = _without_outlook(data)
        else:
            continue
        told = told or found
    return kept, comments, told


def forget_comments(root: etree._Element) -> None:
    """Take the marks of comments and of spelling out of a part, and the numbers of its revisions."""
    for element in list(root.iter(etree.Element)):
        parent = element.getparent()
        for key in [k for k in element.attrib if _RSID.match(etree.QName(k).localname)]:
            del element.attrib[key]
        if parent is None:
            continue
        if element.tag in _MARKS:
            parent.remove(element)
        elif element.tag in _REFERENCES:
            parent.remove(element)
            around = parent.getparent()
            if around is not None and all(child.tag == f"{W}rPr" for child in parent):
                around.remove(parent)


def _owner(rels: str) -> str:
    """The part whose relationships these are."""
    folder, name = posixpath.split(rels)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def _root_of(data: bytes) -> str:
    return str(parse(data).tag)


def _without(data: bytes, names: Iterable[str]) -> tuple[bytes, bool]:
    """A part without these children, but for those that hold tags; whether one told of the designer."""
    root = parse(data)
    wanted, told = set(names), False
    for child in list(root.iterchildren(etree.Element)):
        name = etree.QName(child).localname
        text = child.text or ""
        if (child.tag in wanted or name in wanted) and "{{" not in text and "{%" not in text:
            told = told or (name in _TOLD and bool(text.strip() or child.attrib or len(child)))
            root.remove(child)
            data = b""
    return data or _xml(root), told


def _without_outlook(data: bytes) -> tuple[bytes, bool]:
    """Custom properties without those Outlook leaves when a file is sent for review."""
    root = parse(data)
    found = [p for p in root.iterchildren(etree.Element) if _OUTLOOKS.match(p.get("name", ""))]
    for one in found:
        root.remove(one)
    return (_xml(root) if found else data), bool(found)


def _without_types(data: bytes, gone: Iterable[str]) -> bytes:
    root = parse(data)
    names = {f"/{name}" for name in gone}
    for one in root.findall(f"{{{NS['ct']}}}Override"):
        if one.get("PartName") in names:
            root.remove(one)
    return _xml(root)


def _xml(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
