"""Numbered lists that a loop repeats begin anew in each of its rounds.

A list whose paragraph is the first in the loop's body is the list of the rounds themselves and goes on; one
that stands below something else, a heading say, belongs to its round. Headings are numbered by Word, through
the whole document.
"""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from handover.later import dataclass
from handover.write.docx.package import NS, W
from handover.write.docx.user_template.style_table import StyleTable
from handover.write.docx.user_template.tags import quoted

_FOR: Final = re.compile(r"\s*\{%[-+]?p\s+for\b")
_ENDFOR: Final = re.compile(r"\s*\{%[-+]?p\s+endfor\b")
_TAG: Final = re.compile(r"\s*\{[%#][-+]?p\s")
_AROUND: Final = frozenset(
    f"{W}{name}" for name in ("tbl", "tr", "tc", "sdt", "sdtContent", "smartTag", "customXml")
)
_BEFORE_NUMBERS: Final = (
    f"{W}{name}" for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
)
_ORDER: Final = frozenset(_BEFORE_NUMBERS)
_UNNUMBERED: Final = ("bullet", "none")


@dataclass(slots=True)
class _Round:
    """A loop over paragraphs, while its body is looked at."""

    tag: etree._Element
    first: str | None = None  # the list its body begins with, "" for something else


def restart_lists(root: etree._Element, styles: StyleTable, numbered: dict[str, str]) -> None:
    """Have each numbered list begin anew in each round it belongs to. `numbered`: see `numbered_lists`."""
    restarts: dict[etree._Element, dict[str, int]] = {}
    for body in root.iter(f"{W}body", f"{W}txbxContent"):
        rounds: list[_Round] = []
        for paragraph in _paragraphs(body):
            text = "".join(t.text or "" for t in paragraph.iter(f"{W}t"))
            if _FOR.match(text):
                rounds.append(_Round(paragraph))
            elif _ENDFOR.match(text):
                del rounds[-1:]
            elif rounds and text.strip() and not _TAG.match(text):
                _look_at(paragraph, rounds, styles, numbered, restarts)
    for tag, lists in restarts.items():
        calls = "".join(f"{{{{ _restart({quoted(key)}, {level}) }}}}" for key, level in lists.items())
        tag.tail = calls + (tag.tail or "")


def _look_at(
    paragraph: etree._Element,
    rounds: list[_Round],
    styles: StyleTable,
    numbered: dict[str, str],
    restarts: dict[etree._Element, dict[str, int]],
) -> None:
    number, level = styles.list_of(paragraph)
    for one in rounds:
        one.first = number if one.first is None else one.first
    own = next((one for one in reversed(rounds) if one.first != number), None)
    if (
        own is None
        or not number
        or any(styles.level(paragraph))
        or numbered.get(number) in (None, *_UNNUMBERED)
    ):
        return
    known = restarts.setdefault(own.tag, {})
    known[number] = max(known.get(number, 0), int(level) if level.isdigit() else 0)
    _set_number(paragraph, number, level)


def _set_number(paragraph: etree._Element, number: str, level: str) -> None:
    """Name the list in the paragraph itself, as one that is known while the document is written."""
    look = paragraph.find(f"{W}pPr")
    if look is None:
        look = etree.Element(f"{W}pPr")
        paragraph.insert(0, look)
    old = look.find(f"{W}numPr")
    new = etree.Element(f"{W}numPr")
    etree.SubElement(new, f"{W}ilvl").set(f"{W}val", level)
    etree.SubElement(new, f"{W}numId").set(f"{W}val", f"{{{{ _list({quoted(number)})|line }}}}")
    if old is not None:
        look.replace(old, new)
    else:
        look.insert(sum(1 for child in look if child.tag in _ORDER), new)


def _paragraphs(body: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs of a body and of its tables, without those of text boxes."""
    for child in body.iterchildren(etree.Element):
        if child.tag == f"{W}p":
            yield child
        elif child.tag in _AROUND:
            yield from _paragraphs(child)


def numbered_lists(root: etree._Element) -> dict[str, str]:
    """The lists of a numbering part: number -> how its first level is numbered ("decimal", "bullet")."""
    kinds: dict[str, str] = {}
    for abstract in root.iterfind("w:abstractNum", NS):
        kind = abstract.find("w:lvl[@w:ilvl='0']/w:numFmt", NS)
        kinds[abstract.get(f"{W}abstractNumId", "")] = "decimal" if kind is None else kind.get(f"{W}val", "")
    found = {}
    for number in root.iterfind("w:num", NS):
        link = number.find("w:abstractNumId", NS)
        if link is not None:
            found[number.get(f"{W}numId", "")] = kinds.get(link.get(f"{W}val", ""), "")
    return found
