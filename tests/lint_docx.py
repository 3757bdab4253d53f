"""Faults of a Word file that validators pass over and Word does not: one rule a function.

    lint(path) -> ["word/document.xml: bookmark _Toc1 is never ended", ...]

Called as a program (`python -m tests.lint_docx file.docx ...`) it prints them.
"""

import posixpath
import re
import sys
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"
CT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
DCTERMS = "{http://purl.org/dc/terms/}"
DC = "{http://purl.org/dc/elements/1.1/}"


def lint(path: Path, *, tags_are_text: bool = False) -> list[str]:
    """The faults of a file; empty for a sound one. `tags_are_text`: `{{ }}` in it are someone's words."""
    faults: list[str] = []
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        faults += [f"{name}: twice in the zip" for name, n in Counter(names).items() if n > 1]
        if names[0] != "[Content_Types].xml":
            faults.append("[Content_Types].xml is not the first part")
        data = {name: archive.read(name) for name in names}
    parts: dict[str, etree._Element] = {}
    for name, blob in data.items():
        if name.endswith((".xml", ".rels")):
            try:
                parts[name] = etree.fromstring(blob)
            except etree.XMLSyntaxError as error:
                faults.append(f"{name}: {error}")
    faults += content_types(parts, names)
    faults += styles_used(parts)
    faults += properties(parts)
    faults += questions(parts)
    for name, root in parts.items():
        if root.tag in (f"{W}document", f"{W}hdr", f"{W}ftr"):
            rules = (fields, bookmarks, jumps, drawings, tables, sections, headings, hyperlinks)
            faults += [f"{name}: {fault}" for rule in rules for fault in rule(root)]
            faults += [f"{name}: {fault}" for fault in relationships(name, root, parts, names)]
            if not tags_are_text:
                faults += [f"{name}: {fault}" for fault in left_over_tags(root)]
    return faults


def content_types(parts: dict[str, etree._Element], names: list[str]) -> Iterator[str]:
    types = parts["[Content_Types].xml"]
    defaults = {d.get("Extension", "").lower() for d in types.iter(f"{CT}Default")}
    overrides = [o.get("PartName", "")[1:] for o in types.iter(f"{CT}Override")]
    yield from (f"{name}: two content types" for name, n in Counter(overrides).items() if n > 1)
    yield from (f"{name}: a content type and no part" for name in overrides if name not in names)
    for name in names:
        if name != "[Content_Types].xml" and name not in overrides:
            if name.rpartition(".")[2].lower() not in defaults:
                yield f"{name}: no content type"
            elif name.startswith("word/") and name.endswith(".xml"):
                yield f"{name}: no content type of its own"


def relationships(
    name: str, root: etree._Element, parts: dict[str, etree._Element], names: list[str]
) -> Iterator[str]:
    folder, file = posixpath.split(name)
    rels = parts.get(f"{folder}/_rels/{file}.rels")
    known = {r.get("Id", ""): r for r in rels} if rels is not None else {}
    if rels is not None and len(known) != len(rels):
        yield "a relationship's id stands twice"
    used = {value for e in root.iter() for key, value in e.attrib.items() if key.startswith(R)}
    yield from (f"relationship {key} is not there" for key in used - known.keys())
    for key, rel in known.items():
        target = rel.get("Target", "")
        if rel.get("TargetMode") == "External":
            if key not in used:
                yield f"nothing uses the link {target}"
            if fault := bad_address(target):
                yield f"link {target[:80]!r}: {fault}"
        else:
            inside = target[1:] if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
            if inside not in names:
                yield f"relationship {key} leads to no part ({inside})"


def bad_address(address: str) -> str:
    """Why Word could refuse the file for this address, "" for a sound one."""
    if re.search(r"[\s<>\"{}|\\^`\x00-\x1f]", address):
        return "signs no address may hold"
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018 - raises for a bad one
    except ValueError:
        return "no address"
    if parts.scheme not in ("http", "https", "mailto"):
        return "neither web nor mail"
    if parts.scheme != "mailto" and not parts.hostname:
        return "no host"
    if ".." in (parts.hostname or ""):
        return "an empty part in the host"
    return "" if len(address) <= 2_083 else "longer than Word takes"


def fields(root: etree._Element) -> Iterator[str]:
    open_fields: list[str] = []
    for element in root.iter(f"{W}fldChar"):
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            open_fields.append("begin")
        elif not open_fields:
            yield f"a field {kind} without a beginning"
        elif kind == "separate":
            if open_fields[-1] != "begin":
                yield "a field separated twice"
            open_fields[-1] = "separate"
        else:
            open_fields.pop()
    if open_fields:
        yield "a field is never ended"
    for text in root.iter(f"{W}instrText"):
        code = text.text or ""
        if code.count('"') % 2:
            yield f"the field {code.strip()[:40]!r} has a quotation mark too many"
        link = re.match(r'\s*HYPERLINK\s+"([^"]*)"', code)
        if link and (fault := bad_address(link[1])):
            yield f"the field's link {link[1][:80]!r}: {fault}"


def bookmarks(root: etree._Element) -> Iterator[str]:
    starts = [(b.get(f"{W}id"), b.get(f"{W}name", "")) for b in root.iter(f"{W}bookmarkStart")]
    ends = Counter(b.get(f"{W}id") for b in root.iter(f"{W}bookmarkEnd"))
    ids = Counter(key for key, _ in starts)
    yield from (f"bookmark {name} is never ended" for key, name in starts if ends[key] != 1)
    yield from (f"bookmark id {key} stands twice" for key, n in ids.items() if n > 1)
    yield from (f"bookmark {name} stands twice" for name, n in Counter(n for _, n in starts).items() if n > 1)
    yield from (f"a bookmark {key} ends that never began" for key in ends if key not in ids)
    yield from (
        f"bookmark {name}: no name Word takes" for _, name in starts if not re.fullmatch(r"\w{1,40}", name)
    )


def jumps(root: etree._Element) -> Iterator[str]:
    there = {b.get(f"{W}name") for b in root.iter(f"{W}bookmarkStart")}
    wanted = {h.get(f"{W}anchor") for h in root.iter(f"{W}hyperlink") if h.get(f"{W}anchor")}
    for text in root.iter(f"{W}instrText"):
        if found := re.match(r"\s*PAGEREF\s+(\S+)", text.text or ""):
            wanted.add(found[1])
    yield from (f"a link to {name}, which is not there" for name in wanted - there)


def hyperlinks(root: etree._Element) -> Iterator[str]:
    for link in root.iter(f"{W}hyperlink"):
        if not "".join(t.text or "" for t in link.iter(f"{W}t")).strip():
            yield "a link without a word"
        if any(True for _ in link.iterancestors(f"{W}hyperlink")):
            yield "a link inside a link"


def drawings(root: etree._Element) -> Iterator[str]:
    found = list(root.iter(f"{WP}docPr"))
    ids = Counter(d.get("id") for d in found)
    yield from (f"drawing id {key} stands twice" for key, n in ids.items() if n > 1)
    yield from ("a drawing without words for those who cannot see it" for d in found if not d.get("descr"))


def tables(root: etree._Element) -> Iterator[str]:
    for cell in root.iter(f"{W}tc"):
        if len(cell) == 0 or cell[-1].tag != f"{W}p":
            yield "a cell that does not end with a paragraph"
    for table in root.iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        if not rows:
            yield "a table without a row"
        if any(row.find(f"{W}tc") is None for row in rows):
            yield "a row without a cell"
        if any(_width(row) > columns for row in rows):
            yield "a row wider than its table"


def _width(row: etree._Element) -> int:
    spans = (cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.findall(f"{W}tc"))
    return sum(1 if span is None else int(span.get(f"{W}val", "1")) for span in spans)


def sections(root: etree._Element) -> Iterator[str]:
    body = root.find(f"{W}body")
    if body is not None and body[-1].tag != f"{W}sectPr":
        yield "something stands behind the last section"
    for paragraph in root.iter(f"{W}p"):
        around = next(paragraph.iterancestors(f"{W}p", f"{W}txbxContent"), None)
        if around is not None and around.tag == f"{W}p":
            yield "a paragraph inside a paragraph"


def headings(root: etree._Element) -> Iterator[str]:
    before = 0
    for style in root.iter(f"{W}pStyle"):
        if found := re.fullmatch(r"Heading([1-9])", style.get(f"{W}val", "")):
            level = int(found[1])
            if level > before + 1:
                yield f"a heading of level {level} behind one of level {before}"
            before = level


def left_over_tags(root: etree._Element) -> Iterator[str]:
    for paragraph in root.iter(f"{W}p"):
        text = "".join(t.text or "" for t in paragraph.iter(f"{W}t", f"{W}instrText"))
        if found := re.search(r"\{\{|\{%|%\}|\}\}|\{#|None\b(?= )", text):
            yield f"left over: {text[max(0, found.start() - 20) : found.start() + 40]!r}"


def styles_used(parts: dict[str, etree._Element]) -> Iterator[str]:
    defined = {s.get(f"{W}styleId") for root in _roots(parts, "styles") for s in root.iter(f"{W}style")}
    numbers = {n.get(f"{W}numId") for n in _roots(parts, "numbering") for n in n.iter(f"{W}num")}
    for name, root in parts.items():
        if name.startswith("word/"):
            used = {
                s.get(f"{W}val") for s in root.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle", f"{W}basedOn")
            }
            yield from (f"{name}: no style {style}" for style in used - defined)
            lists = {s.get(f"{W}val") for s in root.iter(f"{W}numId")}
            yield from (f"{name}: no list {key}" for key in lists - numbers - {"0"})


def _roots(parts: dict[str, etree._Element], tag: str) -> Iterable[etree._Element]:
    return [root for root in parts.values() if root.tag == f"{W}{tag}"]


def properties(parts: dict[str, etree._Element]) -> Iterator[str]:
    core = parts.get("docProps/core.xml")
    if core is None:
        yield "no properties"
        return
    if not (core.findtext(f"{DC}title") or "").strip():
        yield "docProps/core.xml: no title"
    for kind in ("created", "modified"):
        if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", core.findtext(f"{DCTERMS}{kind}") or ""):
            yield f"docProps/core.xml: {kind} is no date"


def questions(parts: dict[str, etree._Element]) -> Iterator[str]:
    """What makes Word ask something when it opens the file."""
    for name, root in parts.items():
        if any(e.get(f"{W}dirty") for e in root.iter()):
            yield f"{name}: a field marked dirty"
        if any(zoom.get(f"{W}percent") is None for zoom in root.iter(f"{W}zoom")):
            yield f"{name}: a zoom without its percent"
        if root.find(f"{W}updateFields") is not None:
            yield f"{name}: updateFields"
        if root.find(f"{W}attachedTemplate") is not None:
            yield f"{name}: attachedTemplate"


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        for line in lint(Path(argument)):
            sys.stdout.write(f"{argument}: {line}\n")
