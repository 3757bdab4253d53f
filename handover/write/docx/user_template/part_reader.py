"""The parts of a Word template that hold tags, read one by one into Jinja source.

What Word makes of a typed tag is mended in the tree (`joined`, `placed`), and so is what nobody but its maker
is to see (`revisions`, `designer`). docxtpl's `patch_xml` then gives `{%r %}`, `{% cellbg %}`,
`{% colspan %}`, `{% vm %}`, `{% hm %}` and `{%- -%}` their meaning. The rest here serves what Word's menus
make: headings become targets, and tables of contents are filled.
"""

import re
from collections.abc import Collection, Iterable
from html import unescape
from typing import Final

from docxtpl import DocxTemplate
from lxml import etree

from handover.errors import TemplateError
from handover.model import N_, Said
from handover.write.docx.package import CONTENT_TYPES, REL, W, parse, relationships, target_name
from handover.write.docx.template import TAG, ContentsField, Part
from handover.write.docx.user_template.contents_fields import empty_lists, open_contents
from handover.write.docx.user_template.designer import forget_comments
from handover.write.docx.user_template.grids import in_order, mark_grids
from handover.write.docx.user_template.ids import (
    forget_ids,
    number_notes,
    number_ranges,
    plain_switches,
    pointed_at,
    show_as_values,
)
from handover.write.docx.user_template.joined import Joiner
from handover.write.docx.user_template.placed import Placer
from handover.write.docx.user_template.restarts import numbered_lists, restart_lists
from handover.write.docx.user_template.revisions import accept_changes
from handover.write.docx.user_template.style_table import StyleTable, read_styles
from handover.write.docx.user_template.tags import plain_tag, quoted
from handover.write.docx.variables import template_variables

_RENDERED: Final = {
    f"{REL}/header": N_("the header"),
    f"{REL}/footer": N_("the footer"),
    f"{REL}/footnotes": N_("the footnotes"),
    f"{REL}/endnotes": N_("the endnotes"),
    f"{REL}/glossaryDocument": N_("the building blocks"),
}
# Parts that hold no words of a document's; the properties are filled by their writer.
_WORDLESS: Final = re.compile(r"/(?:styles|settings|numbering|theme|fontTable|webSettings|core-properties)$")
_OTHERS: Final = {
    "diagram": N_("a diagram"),
    "chart": N_("a chart"),
    "properties": N_("the properties"),
    "": N_("another part of the file"),
}
_PAGES: Final = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES|DATE|TIME)\b", re.IGNORECASE)
_BLOCKS: Final = re.compile(r"\{%[-+]?\s*(end)?(?:for|if|macro|call|set\b(?![^%]*=)|raw)")
_NAMED: Final = re.compile(r"\{%[^%}]*?\b(?:for|set|macro)\s+(\w+(?:\s*,\s*\w+)*)")


class PartReader:
    """Reads the parts of one template that hold tags."""

    def __init__(self, parts: dict[str, bytes], main: str, name: str) -> None:
        self._parts = parts
        self._main = main
        self._name = name
        self._kinds = {part: kind for kind, part in relationships(parts, main) if part in parts}
        self.style_root = self._part_of("styles")
        self._styles = StyleTable() if self.style_root is None else read_styles(self.style_root)
        numbering = self._part_of("numbering")
        self._lists = {} if numbering is None else numbered_lists(numbering)
        self._names: Collection[str] = ()
        self._wanted: Collection[str] = ()
        self.changes = 0
        self.tagless = False
        self._tags = 0

    def _part_of(self, kind: str) -> etree._Element | None:
        part = next((p for p, k in self._kinds.items() if k == f"{REL}/{kind}"), "")
        return parse(self._parts[part]) if part else None

    def read(self) -> list[Part]:
        """The parts that hold tags, the document first. Raises TemplateError."""
        labels = {self._main: N_("the document")}
        labels |= {part: _RENDERED[kind] for part, kind in self._kinds.items() if kind in _RENDERED}
        roots = {part: parse(self._parts[part]) for part in labels}
        for root in roots.values():
            self.changes += accept_changes(root)
            forget_comments(root)
            forget_ids(root)
            show_as_values(root, self._styles.placeholder)
            plain_switches(root)
            empty_lists(root)
        contents = open_contents(roots[self._main], self._styles.ids)
        self._wanted = pointed_at(roots.values()) | {field.within for field in contents}
        others = self._others(labels)
        self._names = _names_in([*roots.values(), *others.values()])
        made = [
            self._document_part(part, labels[part], root, contents if part == self._main else ())
            for part, root in roots.items()
        ]
        made += [self._other_part(part, root) for part, root in others.items()]
        self.tagless = not self._tags and not _has_tag(self._properties())
        if self.tagless and not any(map(_shows_values, roots.values())):
            raise self._no_tag()
        return made

    def _document_part(
        self, name: str, label: str, root: etree._Element, contents: tuple[ContentsField, ...]
    ) -> Part:
        self._fill_attributes(root, label)
        self._join(root, label)
        for code in root.iter(f"{W}instrText"):
            code.text = TAG.sub(_on_one_line, code.text or "")
        mark_grids(root)
        if name == self._main:
            restart_lists(root, self._styles, self._lists)
            number_notes(root)
        placer = Placer(self._name, label)
        placer.place(root)
        number_ranges(root, self._wanted)
        if name == self._main:
            further = {style for field in contents for style in field.styles}
            for paragraph in root.iter(f"{W}p"):
                _make_heading(paragraph, self._styles, further)
        source = _source(root)
        return Part(
            name=name, label=label, source=source, looks=tuple(placer.looks), contents=tuple(contents)
        )

    def _other_part(self, name: str, root: etree._Element) -> Part:
        """A part that is no text of Word's: a diagram, a chart, properties. Each value on one line."""
        kind = next((kind for kind in _OTHERS if kind in name.casefold()), "")
        label = _OTHERS["properties" if name.startswith("docProps/") else kind]
        self._fill_attributes(root, label)
        self._join(root, label)
        for element in root.iter(etree.Element):
            if element.text and _has_tag(element.text):
                self._tags += 1
                element.text = TAG.sub(lambda m: _on_one_line(m, clean=True), element.text)
        return Part(name=name, label=label, source=_source(root))

    def _join(self, root: etree._Element, label: str) -> None:
        joiner = Joiner(self._name, label, self._names)
        joiner.join(root)
        self._tags += joiner.tags

    def _fill_attributes(self, root: etree._Element, label: str) -> None:
        """Tags in alternative texts and other attributes: each value on one line."""
        for element in root.iter(etree.Element):
            for key, value in element.attrib.items():
                if _has_tag(value):
                    if (left := TAG.sub("", value)) and _has_tag(left):
                        raise self._never_closed(left, label)
                    self._tags += 1
                    element.set(key, TAG.sub(lambda m: _on_one_line(m, clean=True), value))

    def _never_closed(self, text: str, label: str) -> TemplateError:
        begin = min(place for place in (text.find("{{"), text.find("{%")) if place >= 0)
        tag = text[begin : begin + 40]
        return TemplateError(
            Said(
                "In the template {template}, in {part}: the tag {tag} is never closed.",
                template=self._name,
                part=Said(label),
                tag=tag,
            ),
            template=self._name,
            tag=tag,
            hint=Said("An alternative text, a title or another property holds it: end it there."),
        )

    def _others(self, known: Iterable[str]) -> dict[str, etree._Element]:
        """All further parts that hold a tag."""
        found = {}
        wordless = {part for part, kind in self._kinds.items() if _WORDLESS.search(kind)} | {*known}
        for name, data in self._parts.items():
            if not name.endswith(".xml") or name in wordless or name in (CONTENT_TYPES, self._core()):
                continue
            if b"{" in data and _has_tag("".join((root := parse(data)).itertext()) + _values(root)):
                found[name] = root
        return found

    def _core(self) -> str:
        relations = parse(self._parts["_rels/.rels"])
        core = next((r for r in relations if r.get("Type", "").endswith("/core-properties")), None)
        return "" if core is None else target_name("", core.get("Target", ""))

    def _properties(self) -> str:
        data = self._parts.get(self._core())
        return "" if data is None else "".join(parse(data).itertext())

    def _no_tag(self) -> TemplateError:
        return TemplateError(
            Said(
                "The template {template} holds no tag: nothing of the handover would stand in the document.",
                template=self._name,
            ),
            template=self._name,
            hint=Said(
                "Write tags such as {tag} where values are to stand, or begin with the built-in template: "
                "{command}",
                tag="{{ client.name }}",
                command="handover init --template",
            ),
        )


def _has_tag(text: str) -> bool:
    return "{{" in text or "{%" in text


def _shows_values(root: etree._Element) -> bool:
    """Whether a field of Word's shows more than a page's number: the title, the contents, a reference."""
    codes = [element.text or "" for element in root.iter(f"{W}instrText")]
    codes += [element.get(f"{W}instr", "") for element in root.iter(f"{W}fldSimple")]
    tagged = "{{ _contents(" in "".join(root.itertext())
    return tagged or any(code.split()[:1] and not _PAGES.match(code) for code in codes)


def _values(root: etree._Element) -> str:
    return "".join(value for element in root.iter(etree.Element) for value in element.attrib.values())


def _names_in(roots: Iterable[etree._Element]) -> set[str]:
    """What a tag of this template may begin with."""
    names = {"post", "update"} | {re.split(r"[.\[]", name)[0] for name in template_variables()}
    for root in roots:
        for found in _NAMED.findall("".join(root.itertext())):
            names.update(re.split(r"\s*,\s*", found))
    return names


def _on_one_line(found: re.Match[str], *, clean: bool = False) -> str:
    """A tag whose value stands in an attribute or a field's code."""
    tag = plain_tag(found[0]) if clean else found[0]
    inside = tag[2:-2].strip("-").strip()
    return f"{{{{ ({inside})|line }}}}" if tag.startswith("{{") else tag


def _make_heading(paragraph: etree._Element, styles: StyleTable, further: Collection[str]) -> None:
    """A heading as a target: its text is caught, so that the contents can name and reach it."""
    heading, outline = styles.level(paragraph)
    style = styles.style(paragraph)
    look = paragraph.find(f"{W}pPr")
    if look is None or not (heading or outline or style in further):
        return
    blocks = _BLOCKS.findall("".join(paragraph.itertext()))
    if 2 * sum(map(bool, blocks)) != len(blocks):
        return
    look.tail = "{% set _h %}" + (look.tail or "")
    last = paragraph[-1]
    last.tail = (
        (last.tail or "") + "{% endset %}{{ _heading(" + f"{heading}, {outline}, {quoted(style)}, _h) }}}}"
    )


def _source(root: etree._Element) -> str:
    """A part as Jinja source, each tag in a line of its own."""
    xml = etree.tostring(root, encoding="unicode")
    if f'xmlns:r="{REL}"' not in xml[: xml.find(">")]:
        xml = re.sub(r"^<[\w:]+", rf'\g<0> xmlns:r="{REL}"', xml)
    # `patch_xml` uses nothing of the object it is a method of.
    source = DocxTemplate.patch_xml(None, xml.replace("\r", " ").replace("\n", " "))
    source = re.sub(r'(<wp:docPr\b[^>]*?\bid=")[^"]*(")', r"\1{{ _id()|line }}\2", source)
    return TAG.sub(_in_a_line, in_order(source))


def _in_a_line(tag: re.Match[str]) -> str:
    """The tag, begun with a line end, so that a line number of Jinja's tells it."""
    return re.sub(r"^\{[%{#][-+]?", "\\g<0>\n", unescape(tag[0]))
