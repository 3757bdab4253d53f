"""Paragraphs that are read from right to left: Word is told of each, by its first strong character.

Word orders a paragraph's full stops, brackets and alignment by `w:bidi`, and a run's by `w:rtl`; the letters
alone do not tell it. What a paragraph's direction is follows rules P2 and P3 of Unicode's bidirectional
algorithm (UAX 9): that of its first character of type L, R or AL.
"""

import re
from collections.abc import Iterator
from typing import Final
from unicodedata import bidirectional

from handover.later import pattern

# Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms; the ancient and African scripts beyond.
_MAY_BE: Final = pattern(
    "[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
# In UTF-8, what begins one of these characters is one of these bytes; all others can be passed over.
_LEADS: Final = (0xEF, 0xF0, *range(0xD6, 0xE1))  # those of emoji first, which are met most often
_HARMLESS: Final = bytes(sorted(frozenset(range(256)) - frozenset(_LEADS)))
_EMOJI: Final = (
    b"\xf0\x9f",
    b"\xef\xb8\x8f",
)  # and how to show one: they begin so, too, and are of no script
_PARAGRAPH: Final = pattern(r"<w:p(?: [^<>]*)?>(?:(?!<w:p[ >]).)*?</w:p>", re.DOTALL)
_RUN: Final = pattern(r"(<w:r(?: [^<>]*)?>)(<w:rPr>.*?</w:rPr>)?((?:(?!<w:r[ >]).)*?</w:r>)", re.DOTALL)
_TEXT: Final = pattern(r"<w:t(?: [^<>]*)?>([^<]*)</w:t>")
_ENTITY: Final = pattern(r"&#?\w+;")
_HEAD: Final = pattern(r"(<w:p(?: [^<>]*)?>)(<w:pPr>.*?</w:pPr>|<w:pPr/>)?", re.DOTALL)
# What follows `w:bidi` among a paragraph's properties (CT_PPr), and `w:rtl` among a run's (CT_RPr).
_AFTER_BIDI: Final = pattern(
    "<w:(?:adjustRightInd|snapToGrid|spacing|ind|contextualSpacing|mirrorIndents|suppressOverlap|jc|"
    "textDirection|textAlignment|textboxTightWrap|outlineLvl|divId|cnfStyle|rPr|sectPr|pPrChange)[ />]"
    "|</w:pPr>"
)
_AFTER_RTL: Final = pattern("<w:(?:cs|em|lang|eastAsianLayout|specVanish|oMath|rPrChange)[ />]|</w:rPr>")


def directed(pieces: Iterator[str]) -> Iterator[bytes]:
    """The pieces of a part in UTF-8, its right-to-left paragraphs marked. A paragraph is held until it is
    whole."""
    held = ""
    for piece in pieces:
        held += piece
        begin = held.rfind("<w:p>")
        begin = max(begin, held.rfind("<w:p ", max(begin, 0)))
        tag = held.rfind("<")
        cut = begin if begin >= 0 and held.find("</w:p>", begin) < 0 else len(held)
        if held.find(">", tag) < 0 <= tag:  # the piece ends within a tag
            cut = min(cut, tag)
        yield _encoded(held[:cut])
        held = held[cut:]
    yield _encoded(held)


def _encoded(xml: str) -> bytes:
    """`marked` in UTF-8. Most documents hold no such script, and in bytes that shows many times faster."""
    data = xml.encode()
    if xml.isascii() or not any(lead in data for lead in _LEADS):
        return data
    if len(data.translate(None, _HARMLESS)) == sum(map(data.count, _EMOJI)):
        return data
    return marked(xml).encode()


def marked(xml: str) -> str:
    """Whole paragraphs, those that are read from right to left marked as such."""
    return _PARAGRAPH.sub(_marked, xml) if _MAY_BE.search(xml) else xml


def reads_leftwards(text: str) -> bool:
    """Whether the first strong character of a text is of a script that is read from right to left."""
    strong = (kind for c in text if (kind := bidirectional(c)) in ("L", "R", "AL"))
    return next(strong, "L") != "L"


def _marked(found: re.Match[str]) -> str:
    paragraph = found[0]
    if not _MAY_BE.search(paragraph):
        return paragraph
    paragraph = _RUN.sub(_run, paragraph)
    if not reads_leftwards(_text(paragraph)):
        return paragraph
    return _HEAD.sub(_head, paragraph, count=1)


def _text(xml: str) -> str:
    return _ENTITY.sub(" ", "".join(_TEXT.findall(xml)))


def _head(found: re.Match[str]) -> str:
    begin, look = found[1], found[2] or ""
    if "<w:bidi" in look:
        return found[0]
    if not look or look == "<w:pPr/>":
        return f"{begin}<w:pPr><w:bidi/></w:pPr>"
    return begin + _AFTER_BIDI.sub(lambda after: f"<w:bidi/>{after[0]}", look, count=1)


def _run(found: re.Match[str]) -> str:
    begin, look, inside = found[1], found[2] or "", found[3]
    if "<w:rtl" in look or not reads_leftwards(_text(inside)):
        return found[0]
    if not look:
        return f"{begin}<w:rPr><w:rtl/></w:rPr>{inside}"
    return begin + _AFTER_RTL.sub(lambda after: f"<w:rtl/>{after[0]}", look, count=1) + inside
