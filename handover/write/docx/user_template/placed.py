"""Tags in the place of what they are about: a paragraph, a row, a cell, a run.

`{%p %}`, `{%tr %}`, `{%tc %}` and `{{p }}` take the place of the paragraph, row or cell they stand in, and
`{{r }}` that of its run, as in docxtpl. What else stands there would be lost, so it is told. A plain value
after `{{r` or `{{p` keeps the look of its run and paragraph; a link or chart in plain `{{ }}` is given a
run of its own.
"""

import copy
import re
from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from handover.errors import TemplateError
from handover.model import Said
from handover.write.docx.package import W
from handover.write.docx.template import TAG
from handover.write.docx.user_template.joined import PAGE_BREAKS
from handover.write.docx.user_template.tags import as_written

MARKUP: Final = ("link", "linked", "target", "jump", "chart", "logo", "small_picture")  # they give runs

_PLACE: Final = re.compile(r"(\{[%{#])-?(p|tr|tc)\s")
_MARKUP_CALL: Final = re.compile(rf"\b(?:{'|'.join(MARKUP)})\s*\(")
_ONE_CALL: Final = re.compile(rf"({'|'.join(MARKUP)})\s*\(")
_SEEN: Final = tuple(f"{W}{name}" for name in ("drawing", "pict", "object"))
_SPACES: Final = re.compile(r' xmlns:\w+="[^"]*"')
_SECTION: Final = f"{W}sectPr"

_OPENS: Final = re.compile(r"\{%[-+]?\s*(?:p|tr|tc)?\s*(for|if|macro|call|filter|set\s+\w+\s*[-+]?%\})")
_ENDS: Final = re.compile(r"\{%[-+]?\s*(?:p|tr|tc)?\s*end\w+")
_EACH: Final = {
    "p": lambda: Said("each needs a paragraph of its own"),
    "tr": lambda: Said("each needs a row of its own"),
    "tc": lambda: Said("each needs a cell of its own"),
}
_LOST: Final = {
    "p": lambda: Said("the rest of its paragraph would be lost"),
    "tr": lambda: Said("the rest of its row would be lost"),
    "tc": lambda: Said("the rest of its cell would be lost"),
}


class Placer:
    """Puts the tags of one part where they belong. Raises TemplateError where something would be lost."""

    def __init__(self, template: str, label: str) -> None:
        self._template = template
        self._label = label
        self.looks: list[str] = []  # properties of runs and paragraphs, by their number

    def place(self, root: etree._Element) -> None:
        """Every tag of the part, outermost last: a cell's paragraphs before the row they stand in."""
        for kind in ("p", "tc", "tr"):
            for element in list(_holders(root, kind)):
                self._exchange(element, kind)
        for text in list(root.iter(f"{W}t")):
            self._give_runs(text)

    def _exchange(self, element: etree._Element, kind: str) -> None:
        """Put the tags of a paragraph, row or cell in its place."""
        texts = [text.text or "" for text in _texts_of(element, kind)]
        whole = " ".join(texts)
        tags = TAG.findall(whole)
        mine = [tag for tag in tags if (found := _PLACE.match(tag)) and found[2] == kind]
        rest = TAG.sub(lambda m: "" if m[0] in mine else m[0], whole).strip()
        if any(map(_OPENS.match, mine)) and any(map(_ENDS.match, mine)):
            raise self._mistake(" … ".join(map(as_written, mine)), _EACH[kind]())
        if rest or next(_drawn(element, kind), None) is not None:
            raise self._mistake(as_written(mine[0]), _LOST[kind](), beside=as_written(rest)[:60])
        if kind == "p":
            _save(element, after=any(map(_ENDS.match, mine)))
        put_text(element, "".join(self._in_place(tag, kind, element) for tag in mine))

    def _in_place(self, tag: str, kind: str, element: etree._Element) -> str:
        sign, inside = tag[:2], re.sub(rf"^(-?){kind}\s", r"\1 ", tag[2:])
        if sign == "{#":
            return ""
        if sign == "{%":
            return sign + inside
        inside = inside.strip("-")[:-2].strip() if inside.endswith("}}") else inside
        run = next((r for r in element.iter(f"{W}r")), None)
        number = len(self.looks)
        self.looks += [_look(element, "pPr"), _look(run, "rPr")]
        return f"{{{{ _paragraph(({inside})|_shown, {number}) }}}}"

    def _mistake(self, tag: str, what: Said, beside: str = "") -> TemplateError:
        told = {"template": self._template, "part": Said(self._label), "tag": tag, "what": what}
        if beside:
            said = Said(
                "In the template {template}, in {part}, beside “{place}”: the tag {tag}: {what}.",
                **told,
                place=beside,
            )
        else:
            said = Said("In the template {template}, in {part}: the tag {tag}: {what}.", **told)
        hint = Said("Put each of these tags where nothing else stands: it vanishes with what it stands in.")
        return TemplateError(said, template=self._template, tag=tag, hint=hint)

    def _give_runs(self, text: etree._Element) -> None:
        """Put what gives runs between the runs: `{{r }}`, and a function of ours in plain `{{ }}`."""
        run = text.getparent()
        if run is None or run.tag != f"{W}r" or run.getparent() is None:
            return
        whole = text.text or ""
        cuts = [m for m in TAG.finditer(whole) if _gives_runs(m[0])]
        if not cuts:
            return
        number = len(self.looks)
        self.looks.append(_look(run, "rPr"))
        pieces: list[str] = []  # texts and expressions by turns
        place = 0
        for cut in cuts:
            pieces += [whole[place : cut.start()], _between_runs(cut[0], number)]
            place = cut.end()
        pieces.append(whole[place:])
        _split(run, text, pieces)


def _gives_runs(tag: str) -> bool:
    return tag.startswith("{{") and (
        re.match(r"\{\{-?r\s", tag) is not None or _MARKUP_CALL.search(tag) is not None
    )


def _between_runs(tag: str, look: int) -> str:
    """The tag as it stands between two runs; a plain value is given a run with this look."""
    inside = re.sub(r"^\{\{-?(?:r\s)?", "", tag).removesuffix("}}").removesuffix("-").strip()
    if (one := _ONE_CALL.match(inside)) and _closes_at_end(inside, one.end() - 1):
        return f"{{{{ _{inside} }}}}"
    return f"{{{{ _run(({inside})|_shown, {look}) }}}}"


def _closes_at_end(expression: str, bracket: int) -> bool:
    """Whether the bracket opened here is closed by the last sign."""
    depth = 0
    bare = re.sub(r"'(?:\\.|[^'\\])*'", lambda m: "_" * len(m[0]), expression)
    for place in range(bracket, len(bare)):
        depth += {"(": 1, ")": -1}.get(bare[place], 0)
        if depth == 0:
            return place == len(bare) - 1
    return False


def _split(run: etree._Element, text: etree._Element, pieces: Sequence[str]) -> None:
    """Divide a run at its text: runs with its look for the texts, the expressions bare between them."""
    children = list(run)
    properties = run.find(f"{W}rPr")
    place = children.index(text)
    before = [c for c in children[:place] if c is not properties]
    after = children[place + 1 :]
    marker = etree.Element(f"{W}r")
    run.addprevious(marker)
    for number, piece in enumerate(pieces):
        if number % 2:
            marker.addprevious(written := etree.Element("written"))
            put_text(written, piece)
            continue
        held = [*(before if number == 0 else ()), *_as_text(text, piece)]
        held += after if number == len(pieces) - 1 else ()
        if held:
            made = etree.Element(f"{W}r")
            if properties is not None:
                made.append(copy.deepcopy(properties))
            made.extend(held)
            marker.addprevious(made)
    put_text(run, "")
    put_text(marker, "")


def _as_text(text: etree._Element, piece: str) -> list[etree._Element]:
    if not piece:
        return []
    made = copy.copy(text)
    made.text = piece
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return [made]


def put_text(element: etree._Element, text: str) -> None:
    """Put a text in the place of an element."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    text += element.tail or ""
    if before is None:
        parent.text = (parent.text or "") + text
    else:
        before.tail = (before.tail or "") + text
    element.tail = None
    parent.remove(element)


def _save(paragraph: etree._Element, *, after: bool) -> None:
    """Keep what a paragraph of tags holds besides them: the end of a section, bookmarks, a page's end."""
    kept = list(paragraph.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"))
    for end in paragraph.iter(f"{W}br"):
        if end.get(f"{W}type") in PAGE_BREAKS:
            holder = etree.Element(f"{W}p")
            etree.SubElement(holder, f"{W}r").append(copy.copy(end))
            kept.append(holder)
    section = paragraph.find(f"{W}pPr/{_SECTION}")
    if section is not None:
        holder = etree.Element(f"{W}p")
        etree.SubElement(holder, f"{W}pPr").append(section)
        kept.append(holder)
    for element in reversed(kept) if after else kept:
        element.tail = None
        if after:
            paragraph.addnext(element)
        else:
            paragraph.addprevious(element)


def _holders(root: etree._Element, kind: str) -> Iterator[etree._Element]:
    """The paragraphs, rows or cells that hold a tag for their kind."""
    seen: set[etree._Element] = set()
    for text in root.iter(f"{W}t"):
        if any(found[2] == kind for found in _PLACE.finditer(text.text or "")):
            holder = next(text.iterancestors(f"{W}{kind}"), None)
            if holder is not None and holder not in seen:
                seen.add(holder)
                yield holder


def _texts_of(element: etree._Element, kind: str) -> Iterator[etree._Element]:
    """The texts whose nearest paragraph, row or cell this is."""
    for text in element.iter(f"{W}t"):
        if next(text.iterancestors(f"{W}{kind}"), None) is element:
            yield text


def _drawn(element: etree._Element, kind: str) -> Iterator[etree._Element]:
    for drawn in element.iter(*_SEEN):
        if next(drawn.iterancestors(f"{W}{kind}"), None) is element:
            yield drawn


def _look(element: etree._Element | None, name: str) -> str:
    """The properties of a run or paragraph as XML, "" without any."""
    found = None if element is None else element.find(f"{W}{name}")
    if found is None:
        return ""
    found = copy.deepcopy(found)
    found.tail = None
    for section in found.findall(_SECTION):
        found.remove(section)
    return _SPACES.sub("", etree.tostring(found, encoding="unicode"))
