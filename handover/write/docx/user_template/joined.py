"""Each tag of a template whole, in one text: Word splits what is typed wherever it was corrected or marked.

A line break, a soft hyphen, a spelling mark or the begin of a link inside a tag is no part of it. What can
be no tag, and was meant to be one, is told with its place; what is to stand as it is (`{% raw %}`) is made
text.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from typing import Final

from lxml import etree

from handover.errors import TemplateError
from handover.later import dataclass
from handover.model import Said
from handover.write.docx.package import W
from handover.write.docx.template import TAG
from handover.write.docx.user_template.tags import BRACES, plain_tag
from handover.write.docx.variables import template_variables

MOST_TAGS: Final = 5_000  # in one part
PAGE_BREAKS: Final = ("page", "column")

_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_PARAGRAPHS: Final = (f"{W}p", f"{_A}p")
_TEXTS: Final = frozenset((f"{W}t", f"{_A}t", f"{_M}t"))
_CODE: Final = frozenset((f"{W}instrText",))
_STAND_FOR: Final = {
    f"{W}tab": " ", f"{W}br": " ", f"{W}cr": " ", f"{W}softHyphen": "", f"{W}noBreakHyphen": "-",
    f"{_A}br": " ",
}  # fmt: skip
_RUNS: Final = frozenset((f"{W}r", f"{_A}r", f"{W}hyperlink", f"{W}smartTag"))
_LOOKS: Final = frozenset((f"{W}rPr", f"{_A}rPr", f"{W}smartTagPr"))

_OPEN: Final = re.compile(r"\{[{%#]")
_CLOSE: Final = {"{{": "}}", "{%": "%}", "{#": "#}"}
_RAW: Final = re.compile(r"\{%[-+]?\s*(?:(?:p|tr|tc|r)\s+)?(end)?raw\s*[-+]?%\}")
_ESCAPED: Final = re.compile(r"\{_\{|\}_\}|\{_%|%_\}")
_WIDE: Final = re.compile("｛[｛%％][^{}｛｝]{1,200}[｝%％]｝")
_NARROW: Final = {**{wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}, 0x3000: 0x20}
_CAPITAL: Final = re.compile(r"^\{[{%]-?(?:P|TR|TC|R)\s")  # Word begins a paragraph with a capital
# What looks like a tag with a brace too few: a name with a part, or any name closed by two.
_HALF: Final = re.compile(
    r"(?<!\{)\{\s*(?P<name>[A-Za-z_]\w*)(?:\[\d+\])?(?P<part>\.[A-Za-z_][\w.]*)?\s*(?:\|[^{}]*)?\}(?P<two>\}?)"
)
# A value as other programs have it: «client.name», <<client.name>>, [client.name], %client.name%.
_FOREIGN: Final = re.compile(
    r"(?:«|‹|<{1,2}|\[{1,2}|%|\$)\s*(?P<name>[A-Za-z_]\w*)\.(?P<part>[A-Za-z_][\w.]*)\s*(?:»|›|>{1,2}|\]{1,2}|%|\$)"
)


@dataclass(slots=True)
class _Piece:
    """A text of a paragraph, or a sign that is an element of its own."""

    element: etree._Element
    text: str
    begin: int  # in the text of the whole paragraph
    is_text: bool

    @property
    def end(self) -> int:
        return self.begin + len(self.text)


class Joiner:
    """Joins the tags of one part. Raises TemplateError for a tag that cannot be one."""

    def __init__(self, template: str, label: str, names: Collection[str]) -> None:
        self._where = {"template": template, "part": Said(label)}
        self._template = template
        self._names = names  # what a tag may begin with
        self._raw = False
        self.tags = 0

    def join(self, root: etree._Element) -> None:
        """Make each tag of the part stand whole in one text, with the signs of Jinja."""
        for paragraph in list(root.iter(*_PARAGRAPHS)):
            for kind in (_TEXTS, _CODE):
                self._paragraph(paragraph, kind)

    def _paragraph(self, paragraph: etree._Element, kind: frozenset[str]) -> None:
        pieces = _pieces(paragraph, kind)
        text = "".join(piece.text for piece in pieces)
        if "｛" in text and kind is _TEXTS:
            wide = text
            text = _WIDE.sub(self._narrow, wide)
            _write(pieces, wide, text)
            pieces = _pieces(paragraph, kind)
        if "{" not in text and "}" not in text and not self._raw:
            if kind is _TEXTS:
                self._refuse_foreign(text)
            return
        if kind is _TEXTS:
            freed = self._free(text)
            if freed != text:
                _write(pieces, text, freed)
                pieces = _pieces(paragraph, kind)
                text = "".join(piece.text for piece in pieces)
                if not text.strip():
                    _remove_empty(paragraph)
                    return
        for begin, end in reversed(list(self._spans(text))):
            _put_together(pieces, begin, end, _jinja(text[begin:end]))
        if kind is _TEXTS:
            self._refuse_halves(text)

    def _free(self, text: str) -> str:
        """The text with the braces of what is to stand as it is made text; `\0` for what is to vanish."""
        made, place = [], 0
        for mark in _RAW.finditer(text):
            before = text[place : mark.start()]
            made.append(_as_text(before) if self._raw else _ESCAPED.sub(_escaped, before))
            made.append("\0" * len(mark[0]))
            self._raw = not mark[1]
            self.tags += 1
            place = mark.end()
        rest = text[place:]
        made.append(_as_text(rest) if self._raw else _ESCAPED.sub(_escaped, rest))
        return "".join(made)

    def _narrow(self, found: re.Match[str]) -> str:
        """A tag typed with the wide signs of Japanese and Chinese, in those of Jinja; anything else stays."""
        tag = found[0].translate(_NARROW)
        name = re.match(r"\{\{-?(?:[pr]\s)?\s*(\w+)", tag)
        return tag if tag[1] == "%" or (name and name[1] in self._names) else found[0]

    def _spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where the tags of a paragraph begin and end."""
        place = 0
        while opened := _OPEN.search(text, place):
            self.tags += 1
            end = text.find(_CLOSE[opened[0]], opened.end())
            again = _OPEN.search(text, opened.end())
            if end < 0 or (again and again.start() < end) or self.tags > MOST_TAGS:
                raise self._never_closed(opened[0], text[opened.start() :][:40])
            yield opened.start(), end + 2
            place = end + 2

    def _never_closed(self, sign: str, tag: str) -> TemplateError:
        where = {**self._where, "tag": tag}
        said = Said("In the template {template}, in {part}: the tag {tag} is never closed.", **where)
        if self.tags > MOST_TAGS:
            said = Said(
                "In the template {template}, in {part}: the tag {tag} is one of more than {most}.",
                **where,
                most=MOST_TAGS,
            )
        hint = Said("Put “{tag}” where it ends, in the same paragraph.", tag=_CLOSE[sign])
        return TemplateError(said, template=self._template, tag=tag, hint=hint)

    def _refuse_halves(self, text: str) -> None:
        """Raise TemplateError for what would stand before the client as it was typed."""
        bare = TAG.sub(lambda m: " " * len(m[0]), text)
        self._refuse_foreign(bare)
        for found in _HALF.finditer(bare):
            if found["two"] or (found["part"] and found["name"] in self._names):
                tag = found[0]
                said = Said(
                    "In the template {template}, in {part}: {tag} is no tag, it lacks a brace.",
                    **self._where,
                    tag=tag,
                )
                right = "{{ " + tag.strip("{} ") + " }}"
                hint = Said("Write {tag}, with two braces on either side.", tag=right)
                raise TemplateError(said, template=self._template, tag=tag, hint=hint)

    def _refuse_foreign(self, text: str) -> None:
        """Raise TemplateError for a value of ours that is written as another program's."""
        for found in _FOREIGN.finditer(text):
            if found["name"] in self._names and found["part"].split(".")[0] in _values():
                said = Said(
                    "In the template {template}, in {part}: {tag} is how other programs write a tag, and "
                    "would stay as it is.",
                    **self._where,
                    tag=found[0],
                )
                right = f"{{{{ {found['name']}.{found['part']} }}}}"
                hint = Said("Write {tag}, with two braces on either side.", tag=right)
                raise TemplateError(said, template=self._template, tag=found[0], hint=hint)


@cache
def _values() -> frozenset[str]:
    """What a value of ours may be called, section or part of it: "client", "name"."""
    return frozenset(word for name in template_variables() for word in re.findall(r"\w+", name))


def _as_text(text: str) -> str:
    return text.replace("{", BRACES["{"]).replace("}", BRACES["}"])


def _escaped(found: re.Match[str]) -> str:
    """docxtpl's way to write a brace that is text: {_{ for {{."""
    return _as_text(found[0].replace("_", "")) + "\0"


def _jinja(tag: str) -> str:
    """The tag in Jinja's signs; nothing for a note of the template's maker."""
    if not tag.startswith("{#"):
        return _CAPITAL.sub(lambda m: m[0].lower(), plain_tag(tag))
    return tag if re.match(r"\{#-?(?:p|tr|tc)\s", tag) else ""


def _pieces(paragraph: etree._Element, kind: frozenset[str]) -> list[_Piece]:
    """The texts of a paragraph in their order, without those of a text box that hangs in it."""
    found: list[_Piece] = []
    place = 0
    for element in _own(paragraph):
        if element.tag in kind:
            text, is_text = element.text or "", True
        elif kind is _TEXTS and element.tag in _STAND_FOR and element.get(f"{W}type") not in PAGE_BREAKS:
            text, is_text = _STAND_FOR[str(element.tag)], False
        else:
            continue
        found.append(_Piece(element, text, place, is_text))
        place += len(text)
    return found


def _own(paragraph: etree._Element) -> Iterator[etree._Element]:
    for child in paragraph.iterchildren(etree.Element):
        if child.tag not in _PARAGRAPHS:
            yield child
            yield from _own(child)


def _write(pieces: Iterable[_Piece], old: str, new: str) -> None:
    """Put a paragraph's changed text back into its pieces: as long as the old one, `\0` for nothing."""
    if len(new) != len(old):
        raise ValueError("the text has another length")
    for piece in pieces:
        if piece.is_text:
            piece.element.text = new[piece.begin : piece.end].replace("\0", "")
            _keep_space(piece.element)


def _put_together(pieces: list[_Piece], begin: int, end: int, tag: str) -> None:
    """Write the tag into the piece it begins in, and take it out of the others."""
    touched = [p for p in pieces if p.begin < end and p.end > begin and p.text]
    between = [p for p in pieces if not p.text and begin < p.begin < end]
    first = touched[0]
    cut = begin - first.begin
    rest = first.text[end - first.begin :] if first.end > end else ""
    first.element.text = first.text = first.text[:cut] + tag + rest
    _keep_space(first.element)
    for piece in [*touched[1:], *between]:
        if piece.is_text:
            piece.element.text = piece.text = piece.text[end - piece.begin :] if piece.end > end else ""
            _keep_space(piece.element)
        else:
            piece.text = ""
        if not piece.text:
            _remove_empty(piece.element)


def _keep_space(text: etree._Element) -> None:
    if str(text.tag).startswith(W):
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _remove_empty(element: etree._Element) -> None:
    """Take out a text that holds nothing any more, and the runs and links that held nothing else."""
    while (parent := element.getparent()) is not None:
        parent.remove(element)
        if parent.tag not in _RUNS or any(child.tag not in _LOOKS for child in parent):
            return
        element = parent
