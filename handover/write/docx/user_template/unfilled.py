"""A last look for tags in all parts of the file: one that stands where nothing is filled in is told.

Only what the template brings along is looked at, so a title that speaks of `{{ tags }}` is no tag of it.
"""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from handover.model import N_, Notice, Said
from handover.model.places import within
from handover.write.docx.package import NS, parse
from handover.write.docx.template import TAG, WordSource
from handover.write.docx.text import plain

# A whole tag; a list may well be numbered {%1}, {%2}.
_LEFT: Final = re.compile(r"\{\{[^{}]{1,200}\}\}|\{%[^{}]{1,200}%\}")
_LEFT_IN_BYTES: Final = re.compile(rb"\{\{[^{}\x00-\x1f]{1,200}\}\}|\{%[^{}\x00-\x1f]{1,200}%\}")
_TEXTS: Final = (".html", ".htm", ".mht", ".mhtml", ".txt", ".rtf", ".svg", ".vml", ".css")
_SHOWN: Final = 60  # characters of a tag

_LABELS: Final = {
    "settings": N_("the settings of the file"),
    "styles": N_("the styles"),
    "numbering": N_("the numbering of its lists"),
}


def left_tags(source: WordSource) -> Iterator[Notice]:
    """Each part that holds tags nothing fills in."""
    filled = {part.name: part for part in (source.main, *source.others)}
    for name, data in source.parts.items():
        if name in filled:
            tags = _LEFT.findall(plain(TAG.sub("", filled[name].source)))
            label = Said(filled[name].label)
        elif name.endswith((".xml", ".rels")):
            tags, label = _in_xml(data), _label(name)
        elif name.endswith(_TEXTS):
            tags = [tag.decode("utf-8", "replace") for tag in _LEFT_IN_BYTES.findall(data)]
            label = _label(name)
        else:
            continue
        if tags:
            yield _told(source.name, label, name, tags[0])


def _in_xml(data: bytes) -> list[str]:
    if b"{" not in data or (root := parse(data)).tag == f"{{{NS['cp']}}}coreProperties":
        return []  # its writer fills these
    texts: list[str] = []
    for element in root.iter(etree.Element):
        texts += (element.text or "", *map(str, element.attrib.values()))
    return [tag for text in texts if "{" in text for tag in _LEFT.findall(text)]


def _label(name: str) -> Said:
    stem = name.rpartition("/")[2].rpartition(".")[0]
    return Said(_LABELS[stem]) if stem in _LABELS else Said(name)


def _told(template: str, label: Said, part: str, tag: str) -> Notice:
    return Notice(
        text=Said(
            "In the template {template}, {tag} stands in {part}, where no tag is filled: it stays as it is.",
            template=template,
            tag=" ".join(tag.split())[:_SHOWN],
            part=label,
        ),
        hint=Said("Move the tag into the text of the document, a header or a footer, or take it out."),
        where=within(template, part),
    )
