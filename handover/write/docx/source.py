"""A Word file taken apart: its parts as Jinja source, its styles; what is no template is told."""

import re
from urllib.parse import unquote

from lxml import etree

from handover.errors import TemplateError
from handover.model import Said
from handover.write.docx.package import CONTENT_TYPES, NS, W, parse, target_name
from handover.write.docx.style_names import ADDRESS_STYLE, address_links
from handover.write.docx.template import Styles, WordSource
from handover.write.docx.user_template.designer import without_designer
from handover.write.docx.user_template.part_reader import PartReader


def read_source(parts: dict[str, bytes], name: str) -> WordSource:
    """Take a template apart. Raises TemplateError where it is no document tags can stand in."""
    try:
        main = _main_part(parts, name)
        parts, comments, told = without_designer(parts, main)
        _no_tags_in_targets(parts, name)
        reader = PartReader(parts, main, name)
        made = reader.read()
    except (etree.LxmlError, LookupError, ValueError, AttributeError, StopIteration) as error:
        raise TemplateError(
            Said("The template {template} is damaged ({error}).", template=name, error=str(error)),
            template=name,
            hint=Said("Open it in Word or LibreOffice and save it again as .docx."),
        ) from error
    return WordSource(
        name=name,
        parts=parts,
        main=made[0],
        others=tuple(made[1:]),
        styles=_styles(reader.style_root),
        comments=comments,
        changes=reader.changes,
        told_of_designer=told,
        tagless=reader.tagless,
    )


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


def _no_tags_in_targets(parts: dict[str, bytes], name: str) -> None:
    for rel in (rel for part, data in parts.items() if part.endswith(".rels") for rel in parse(data)):
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


def _styles(root: etree._Element | None) -> Styles:
    """What the writing needs of the styles; the reading has its own table."""
    contents: dict[int, str] = {}
    word = ""
    own: dict[str, str] = {}  # id of a character style that is not Word's -> its name
    for style in () if root is None else root.iterfind("w:style", NS):
        key = style.get(f"{W}styleId", "")
        named = style.find("w:name", NS)
        label = named.get(f"{W}val", "").casefold() if named is not None else ""
        if found := re.fullmatch(r"toc ([1-9])", label):
            contents[int(found[1])] = key
        elif label == "hyperlink":
            word = key
        elif style.get(f"{W}type") == "character" and style.get(f"{W}customStyle"):
            own[key] = label
    address = ADDRESS_STYLE if ADDRESS_STYLE in own else ""
    if own and not address:
        address = next((key for key, label in own.items() if label in address_links()), "")
    return Styles(contents=contents, hyperlink=word, address=address or word)
