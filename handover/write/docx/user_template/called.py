"""Markup that Jinja prints by itself: what `{% call %}` and a recursive loop give, which no filter sees."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from jinja2 import nodes

from handover.model import Said
from handover.write.docx.text import Blocks, Runs, Xml
from handover.write.docx.user_template.large_pieces import MANY
from handover.write.docx.user_template.mistakes import WrongUseError


def returns_markup(template: nodes.Template) -> bool:
    """Whether such a tag stands in the template."""
    tags = template.find_all((nodes.CallBlock, nodes.For))
    return any(not isinstance(tag, nodes.For) or tag.recursive for tag in tags)


def as_text(pieces: Iterator[Any]) -> Iterator[str]:
    """The pieces a template prints, markup among them as its XML; many at once.

    Raises WrongUseError where it cannot stand.
    """
    texts = _texts(pieces)
    while batch := list(islice(texts, MANY)):
        yield "".join(batch)


def _texts(pieces: Iterator[Any]) -> Iterator[str]:
    inside = False  # of a text
    for piece in pieces:
        if isinstance(piece, Xml):
            if inside and isinstance(piece, Blocks):
                raise WrongUseError(Said("a paragraph stands in a text: write {tag}", tag="{%p call … %}"))
            if inside and isinstance(piece, Runs):
                raise WrongUseError(Said("a link or picture stands in a text: write {tag}", tag="{{r … }}"))
            xml = piece.xml
        else:
            xml = piece
        begin, end = max(xml.rfind("<w:t>"), xml.rfind("<w:t ")), xml.rfind("</w:t>")
        inside = begin > end if max(begin, end) >= 0 else inside
        yield xml
