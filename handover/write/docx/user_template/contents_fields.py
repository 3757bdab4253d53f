"""Word's tables of contents in a template: what each gathers, and a tag in its place.

A list of figures or tables (`\\c`, `\\a`) is another thing and stays what it is. Switches: ECMA-376-1,
17.16.5.68.
"""

import copy
import re
from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from handover.write.docx.package import W
from handover.write.docx.template import ContentsField
from handover.write.docx.user_template.placed import put_text

_SWITCH: Final = re.compile(r"\\([A-Za-z])\s*(?:[\"“”]([^\"“”]*)[\"“”]|([^\s\\\"]+))?")
_ALL: Final = (1, 9)
_LISTS: Final = frozenset("ca")  # of figures, of tables
_SHOWN: Final = tuple(f"{W}{name}" for name in ("t", "drawing", "pict", "br"))


def open_contents(root: etree._Element, styles: Mapping[str, str]) -> tuple[ContentsField, ...]:
    """Put a tag in the place of each table of contents. `styles`: the ids of the styles by their names."""
    fields: list[ContentsField] = []
    for simple in list(root.iter(f"{W}fldSimple")):
        field = read_code(simple.get(f"{W}instr", ""), styles)
        if field and (paragraph := next(simple.iterancestors(f"{W}p"), None)) is not None:
            _exchange(paragraph, paragraph, simple, simple, len(fields))
            fields.append(field)
    for begin in list(root.iter(f"{W}fldChar")):
        if begin.get(f"{W}fldCharType") != "begin" or next(begin.iterancestors(root.tag), None) is None:
            continue
        code, end = _field(root, begin)
        field = read_code(code, styles)
        if field and end is not None:
            first, last = (next(mark.iterancestors(f"{W}p")) for mark in (begin, end))
            _exchange(first, last, begin.getparent(), end.getparent(), len(fields))
            fields.append(field)
    return tuple(fields)


def empty_lists(root: etree._Element) -> None:
    """Take the old lines of other fields out where they hold tags of what they list (a list of figures)."""
    for begin in list(root.iter(f"{W}fldChar")):
        if begin.get(f"{W}fldCharType") != "begin" or next(begin.iterancestors(root.tag), None) is None:
            continue
        code, end = _field(root, begin)
        if end is None or not re.match(r"\s*toc\b", code, re.IGNORECASE) or read_code(code, {}):
            continue
        first, last = (next(mark.iterancestors(f"{W}p")) for mark in (begin, end))
        between = [first, *_from_to(first, last)]
        if not any("{{" in text or "{%" in text for text in map(_text, between)):
            continue
        for mark in _results(root, begin, end):
            put_text(mark, "")
        if last is not first:
            first.append(end.getparent())
            for paragraph in between[1:]:
                put_text(paragraph, "")


def _results(root: etree._Element, begin: etree._Element, end: etree._Element) -> list[etree._Element]:
    """The texts a field shows, as it was last filled."""
    order = list(root.iter(f"{W}fldChar", f"{W}t"))
    inside = order[order.index(begin) : order.index(end)]
    return [mark for mark in inside if mark.tag == f"{W}t"]


def _text(paragraph: etree._Element) -> str:
    return "".join(t.text or "" for t in paragraph.iter(f"{W}t"))


def read_code(code: str, styles: Mapping[str, str]) -> ContentsField | None:
    """What a field gathers; None for a field that is no table of contents."""
    if not re.match(r"\s*toc\b", code, re.IGNORECASE):
        return None
    switches = {m[1].lower(): (m[2] if m[2] is not None else m[3]) or "" for m in _SWITCH.finditer(code)}
    if not _LISTS.isdisjoint(switches):
        return None
    named = _named(switches.get("t", ""), styles)
    headings = _levels(switches["o"]) if "o" in switches else None
    if headings is None and not named and "u" not in switches:
        headings = _ALL
    return ContentsField(
        code=" ".join(code.split()),
        headings=headings,
        outlines=(headings or _ALL) if "u" in switches else None,
        styles=named,
        within=switches.get("b", ""),
    )


def _levels(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"\s*([1-9])\s*-\s*([1-9])\s*", text)
    return (int(found[1]), int(found[2])) if found else _ALL


def _named(text: str, styles: Mapping[str, str]) -> dict[str, int]:
    """ "Chapter,1;Part,2": the levels of further styles, by their ids."""
    parts = [part.strip() for part in re.split("[,;]", text)]
    pairs = zip(parts[::2], parts[1::2], strict=False)
    return {
        styles[name.casefold()]: int(level)
        for name, level in pairs
        if name.casefold() in styles and level in "123456789" and level
    }


def _field(root: etree._Element, begin: etree._Element) -> tuple[str, etree._Element | None]:
    """The code of the field that begins here, and the sign of its end."""
    code, depth, in_code, started = "", 0, True, False
    for mark in root.iter(f"{W}fldChar", f"{W}instrText"):
        started = started or mark is begin
        if not started:
            continue
        kind = mark.get(f"{W}fldCharType")
        if mark.tag == f"{W}instrText":
            code += (mark.text or "") if in_code and depth == 1 else ""
        elif kind == "separate":
            in_code = in_code and depth > 1
        elif kind in ("begin", "end"):
            depth += 1 if kind == "begin" else -1
            if depth == 0:
                return code, mark
    return code, None


def _exchange(
    first: etree._Element, last: etree._Element, begin: etree._Element, end: etree._Element, number: int
) -> None:
    """Put the tag in the place of the paragraphs of a field, and keep what stands before and behind it."""
    before = _beside(first, begin, behind=False)
    after = _beside(last, end, behind=True)
    if before is not None:
        first.addprevious(before)
    if after is not None:
        last.addnext(after)
    between = list(_from_to(first, last))
    put_text(first, f"{{{{ _contents({number}) }}}}")
    for paragraph in between:
        around = paragraph.getparent()
        put_text(paragraph, "")
        _remove_empty_control(around)


def _from_to(first: etree._Element, last: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs behind the first one, up to the last."""
    if first is last:
        return
    inside = False
    for paragraph in first.getroottree().getroot().iter(f"{W}p"):
        if inside:
            yield paragraph
        inside = inside or paragraph is first
        if paragraph is last:
            return


def _beside(paragraph: etree._Element, mark: etree._Element, *, behind: bool) -> etree._Element | None:
    """A paragraph of what stands before or behind a field in its paragraph; None where nothing does."""
    kept = copy.deepcopy(paragraph)
    same = kept.find(_path(paragraph, mark))
    if same is None:
        return None
    top = next((e for e in (same, *same.iterancestors()) if e.getparent() is kept), same)
    for sibling in list(top.itersiblings(preceding=behind)):
        if sibling.tag != f"{W}pPr":
            kept.remove(sibling)
    kept.remove(top)
    kept.tail = None
    return kept if any(e.tag != f"{W}t" or (e.text or "").strip() for e in kept.iter(*_SHOWN)) else None


def _path(paragraph: etree._Element, mark: etree._Element) -> str:
    """Where an element stands in its paragraph, for `find`."""
    path = str(mark.getroottree().getelementpath(mark))
    return path.removeprefix(str(paragraph.getroottree().getelementpath(paragraph)) + "/")


def _remove_empty_control(around: etree._Element | None) -> None:
    if (
        around is not None
        and around.tag == f"{W}sdtContent"
        and len(around) == 0
        and not (around.text or "").strip()
    ):
        control = around.getparent()
        if control is not None:
            put_text(control, "")
