"""A Word file as Jinja source: where its tags stand, its headings, its table of contents.

docxtpl's `patch_xml` turns what Word makes of a typed tag (split over runs, smart quotes) into Jinja, and
gives `{%p %}`, `{%tr %}`, `{%tc %}` and `{{r }}` their meaning. The rest here serves what Word's menus
make: headings become targets, and a table of contents is filled.
"""

import re
from typing import Final
from urllib.parse import unquote

from docxtpl import DocxTemplate
from lxml import etree

from handover.errors import TemplateError
from handover.model import N_, Said
from handover.write.docx.package import CONTENT_TYPES, NS, REL, W, parse, rels_name, target_name
from handover.write.docx.template import TAG, Part, Styles, WordSource

_OPEN: Final = re.compile(r"\{[{%#]")
_CLOSE: Final = {"{{": "}}", "{%": "%}", "{#": "#}"}
MOST_TAGS: Final = 5_000  # in one part
_PARAGRAPH: Final = re.compile(r"(<w:p[ >](?:(?!<w:p[ >]).)*?</w:p>)", re.DOTALL)
_RENDERED: Final = {
    f"{REL}/header": N_("the header"),
    f"{REL}/footer": N_("the footer"),
    f"{REL}/footnotes": N_("the footnotes"),
    f"{REL}/endnotes": N_("the endnotes"),
}


def read_source(parts: dict[str, bytes], name: str) -> WordSource:
    """Take a template apart. Raises TemplateError where it is no document tags can stand in."""
    try:
        main = _main_part(parts, name)
        styles = _styles(parts, main)
        rendered = [(main, N_("the document"))]
        for kind, target in _relationships(parts, main):
            if kind in _RENDERED and target in parts:
                rendered.append((target, _RENDERED[kind]))
        _no_tags_in_targets(parts, main, name)
        made = [_part(parts, part, label, styles, name) for part, label in rendered]
    except (etree.XMLSyntaxError, KeyError, ValueError) as error:
        raise TemplateError(
            Said("The template {template} is damaged ({error}).", template=name, error=str(error)),
            template=name,
            hint=Said("Open it in Word or LibreOffice and save it again as .docx."),
        ) from error
    return WordSource(name=name, parts=parts, main=made[0], others=tuple(made[1:]), styles=styles)


def _main_part(parts: dict[str, bytes], name: str) -> str:
    types = parts[CONTENT_TYPES]
    if b"macroEnabled" in types:
        raise TemplateError(
            Said("The template {template} holds macros.", template=name),
            template=name,
            hint=Said("Save it as a Word document without macros (.docx)."),
        )
    targets = [
        target_name("", rel.get("Target", ""))
        for rel in parse(parts["_rels/.rels"])
        if rel.get("Type", "").endswith("/officeDocument")
    ]
    main = targets[0] if targets else "word/document.xml"
    if NS["w"].encode() not in parts[main][:20_000]:
        raise TemplateError(
            Said("The template {template} is no Word document, or one of the “Strict” kind.", template=name),
            template=name,
            hint=Said("Save it as “Word document (.docx)”."),
        )
    return main


def _relationships(parts: dict[str, bytes], main: str) -> list[tuple[str, str]]:
    rels = parts.get(rels_name(main))
    if rels is None:
        return []
    return [
        (rel.get("Type", ""), target_name(main, rel.get("Target", "")))
        for rel in parse(rels)
        if rel.get("TargetMode") != "External"
    ]


def _no_tags_in_targets(parts: dict[str, bytes], main: str, name: str) -> None:
    for rel in parse(parts.get(rels_name(main), b"<none/>")):
        target = unquote(rel.get("Target", ""))
        if "{{" in target or "{%" in target:
            raise TemplateError(
                Said(
                    "In the template {template}, a link leads to {tag}: "
                    "a tag in a link's address is not filled.",
                    template=name,
                    tag=target,
                ),
                template=name,
                tag=target,
                hint=Said(
                    "Remove the link and write {tag} in its place.", tag="{{r link(post.link, post.title) }}"
                ),
            )


def _styles(parts: dict[str, bytes], main: str) -> Styles:
    headings: dict[str, int] = {}
    contents: dict[int, str] = {}
    links: dict[str, str] = {}
    where = next((t for kind, t in _relationships(parts, main) if kind == f"{REL}/styles"), "")
    for style in parse(parts[where]) if where in parts else ():
        if style.tag != f"{W}style":
            continue
        key = style.get(f"{W}styleId", "")
        named = style.find("w:name", NS)
        label = named.get(f"{W}val", "").casefold() if named is not None else ""
        if found := re.fullmatch(r"heading ([1-9])", label):
            headings[key] = int(found[1])
        elif found := re.fullmatch(r"toc ([1-9])", label):
            contents[int(found[1])] = key
        elif label in ("hyperlink", "address link"):
            links[label] = key
    return Styles(
        headings=headings,
        contents=contents,
        hyperlink=(word := links.get("hyperlink", "")),
        address=links.get("address link", word),
    )


def _part(parts: dict[str, bytes], name: str, label: str, styles: Styles, template: str) -> Part:
    root = parse(parts[name])
    _forget_ids(root)
    _open_contents(root)
    _all_closed(root, label, template)
    xml = etree.tostring(root, encoding="unicode")
    if f'xmlns:r="{REL}"' not in xml[: xml.find(">")]:
        xml = re.sub(r"^<[\w:]+", rf'\g<0> xmlns:r="{REL}"', xml)
    # `patch_xml` uses nothing of the object it is a method of.
    source = DocxTemplate.patch_xml(None, xml.replace("\r", " ").replace("\n", " "))
    source = re.sub(r'(<wp:docPr\b[^>]*?\bid=")[^"]*(")', r"\1{{ _id() }}\2", source)
    source = re.sub(r'="\{\{(.*?)\}\}"', r'="{{ (\1)|line }}"', source)
    source = re.sub(
        r"(<w:instrText[^>]*>)(.*?)(</w:instrText>)",
        lambda m: m[1] + re.sub(r"\{\{(.*?)\}\}", r"{{ (\1)|line }}", m[2]) + m[3],
        source,
    )
    source = _PARAGRAPH.sub(lambda m: _heading(m[1], styles), source)
    return Part(name=name, label=label, source=_numbered(source))


def _all_closed(root: etree._Element, label: str, template: str) -> None:
    """Raise TemplateError for a tag that is opened and not closed in its paragraph.

    `patch_xml` would look for its end through the whole document, for each such tag again.
    """
    tags = 0
    for paragraph in root.iter(f"{W}p"):
        text = "".join(t.text or "" for t in paragraph.iter(f"{W}t"))
        place = 0
        while opened := _OPEN.search(text, place):
            tags += 1
            end = text.find(_CLOSE[opened[0]], opened.end())
            again = _OPEN.search(text, opened.end())
            if end < 0 or (again and again.start() < end) or tags > MOST_TAGS:
                where = {"template": template, "part": Said(label), "tag": text[opened.start() :][:40]}
                said = Said("In the template {template}, in {part}: the tag {tag} is never closed.", **where)
                if tags > MOST_TAGS:
                    said = Said(
                        "In the template {template}, in {part}: the tag {tag} is one of more than {most}.",
                        **where,
                        most=MOST_TAGS,
                    )
                raise TemplateError(
                    said,
                    template=template,
                    tag=where["tag"],
                    hint=Said("Put “{tag}” where it ends, in the same paragraph.", tag=_CLOSE[opened[0]]),
                )
            place = end + 2


def _forget_ids(root: etree._Element) -> None:
    """Take out ids that must be unique and would be repeated by a loop."""
    for element in root.iter(etree.Element):
        for key in [k for k in element.attrib if etree.QName(k).localname in ("paraId", "textId")]:
            del element.attrib[key]
    ends: dict[str | None, list[etree._Element]] = {}
    for end in root.iter(f"{W}bookmarkEnd"):
        ends.setdefault(end.get(f"{W}id"), []).append(end)
    for mark in list(root.iter(f"{W}bookmarkStart")):
        if mark.get(f"{W}name", "").startswith(("_Toc", "_GoBack")):
            key = mark.get(f"{W}id")
            for end in ends.get(key, ()):
                end.getparent().remove(end)
            mark.getparent().remove(mark)


def _open_contents(root: etree._Element) -> None:
    """Put a tag in the place of Word's own table of contents, so that it is filled."""
    for instruction in list(root.iter(f"{W}instrText")):
        if not (instruction.text or "").strip().startswith("TOC "):
            continue
        first = next(instruction.iterancestors(f"{W}p"))
        levels = re.search(r'\\o\s*"(\d)-(\d)"', "".join(t.text or "" for t in first.iter(f"{W}instrText")))
        low, high = (int(levels[1]), int(levels[2])) if levels else (1, 3)
        last = _last_of_field(first)
        if last is None:
            continue
        inside = list(first.itersiblings(f"{W}p"))
        for paragraph in inside[: inside.index(last) + 1] if last is not first else []:
            paragraph.getparent().remove(paragraph)
        for child in list(first):
            first.remove(child)
        text = etree.SubElement(etree.SubElement(first, f"{W}r"), f"{W}t")
        text.text = f"{{{{p _contents({low}, {high}) }}}}"
        return


def _last_of_field(first: etree._Element) -> etree._Element | None:
    depth = 0
    for paragraph in (first, *first.itersiblings(f"{W}p")):
        for mark in paragraph.iter(f"{W}fldChar"):
            depth += {"begin": 1, "end": -1}.get(mark.get(f"{W}fldCharType"), 0)
            if depth == 0:
                return paragraph
    return None


def _heading(paragraph: str, styles: Styles) -> str:
    """A heading as a target: its text is caught, so that the contents can name and reach it."""
    found = re.search(r'<w:pStyle w:val="([^"]*)"', paragraph)
    level = styles.headings.get(found[1]) if found else None
    if level is None or re.search(r"\{%(?!\s*(?:if|elif|else|endif)\b)", paragraph):
        return paragraph
    if len(re.findall(r"\{%\s*if\b", paragraph)) != len(re.findall(r"\{%\s*endif\b", paragraph)):
        return paragraph
    head, mark, inside = paragraph.partition("</w:pPr>")
    inside = inside.removesuffix("</w:p>")
    return f"{head}{mark}{{% set _h %}}{inside}{{% endset %}}{{{{ _heading({level}, _h) }}}}</w:p>"


def _numbered(source: str) -> str:
    """Begin each tag with a line end, so that a line number of Jinja's tells the tag."""
    return TAG.sub(lambda m: re.sub(r"^\{[%{#][-+]?", "\\g<0>\n", m[0]), source)
