"""Whether a template gives whole XML whatever its tags print, seen from the template alone.

It does where each loop leaves open what was open before it, all branches of a condition leave the same
open, and every value stands where its kind may stand. What such a template prints need not be parsed. Of
all others nothing is claimed.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from jinja2 import nodes

Open = tuple[str, ...]  # the elements that are open, the innermost last

# What stands for a tag while the rest is looked at. A template that holds such a character is not judged.
_TEXT, _MARKUP, _LINE, _BLOCK = "\ue000", "\ue001", "\ue002", "\ue003"
_STAND_INS: Final = frozenset((_TEXT, _MARKUP, _LINE, _BLOCK))
_NOT_XML: Final = "<"
_AFTER: Final[Open] = ("</>",)  # the root element is closed: no name of an element, so nothing fits any more
_ANYWHERE: Final[Open] = ("<>",)  # what is round a body that may be printed anywhere

_MARK = re.compile(
    r"<(?P<close>/?)(?P<name>[A-Za-z_][\w:.-]*)"
    r"""(?:\s+[A-Za-z_][\w:.-]*=(?:"[^"<>\ue000\ue001\ue003]*"|'[^'<>\ue000\ue001\ue003]*'))*"""
    r"\s*(?P<empty>/?)>|(?P<text>[^<>\ue000-\ue003]+)|(?P<tag>[\ue000-\ue003])"
)
_WRONG_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)")


def is_whole(template: nodes.Template, functions: Iterable[str]) -> bool:
    """Whether all the template can print is one XML document. `functions` give markup that is whole."""
    stored = {name.name for name in template.find_all(nodes.Name) if name.ctx != "load"}
    try:
        return _Judge(frozenset(functions) - stored).after(template.body, ()) == _AFTER
    except _TornError:
        return False


class _TornError(Exception):
    """The template may give XML that is torn."""


class _Judge:
    def __init__(self, functions: frozenset[str]) -> None:
        self._functions = functions

    def after(self, body: Sequence[nodes.Node], opened: Open) -> Open:
        """What is open after a body that begins with `opened`. Raises _TornError."""
        pieces: list[str] = []
        blocks: list[nodes.If | nodes.For] = []
        for node in body:
            if isinstance(node, nodes.Output):
                pieces += map(self._stand_in, node.nodes)
            elif isinstance(node, nodes.If | nodes.For):
                pieces.append(_BLOCK)
                blocks.append(node)
            elif isinstance(node, nodes.Macro | nodes.AssignBlock):
                self._unchanged(node.body, _ANYWHERE)
            elif not isinstance(node, nodes.Assign | nodes.ExprStmt):
                raise _TornError
        return self._read("".join(pieces), iter(blocks), opened)

    def _unchanged(self, body: Sequence[nodes.Node], opened: Open) -> None:
        if self.after(body, opened) != opened:
            raise _TornError

    def _after_block(self, block: nodes.If | nodes.For, opened: Open) -> Open:
        if isinstance(block, nodes.For):
            self._unchanged(block.body, opened)
            self._unchanged(block.else_, opened)
            return opened
        ends = {self.after(branch.body, opened) for branch in (block, *block.elif_)}
        ends.add(self.after(block.else_, opened))
        if len(ends) > 1:
            raise _TornError
        return ends.pop()

    def _stand_in(self, value: nodes.Node) -> str:
        if isinstance(value, nodes.TemplateData):
            return value.data if value.data.isascii() or _STAND_INS.isdisjoint(value.data) else _NOT_XML
        if isinstance(value, nodes.Filter) and value.name == "line":
            return _LINE
        if isinstance(value, nodes.Call) and isinstance(value.node, nodes.Name):
            return _MARKUP if value.node.name in self._functions else _TEXT
        return _TEXT

    def _read(self, xml: str, blocks: Iterator[nodes.If | nodes.For], opened: Open) -> Open:
        """What is open behind a piece of XML with stand-ins."""
        if _WRONG_AMPERSAND.search(xml):
            raise _TornError
        place = 0
        while place < len(xml):
            mark = _MARK.match(xml, place)
            if mark is None:
                raise _TornError
            place = mark.end()
            if mark["name"]:
                opened = _step(opened, mark)
            elif mark["tag"] == _BLOCK and _is_inside(opened):
                opened = self._after_block(next(blocks), opened)
            elif not _may_stand(mark, opened):
                raise _TornError
        return opened


def _step(opened: Open, mark: re.Match[str]) -> Open:
    """What is open behind an element's begin or end."""
    if opened == _AFTER or (mark["close"] and opened[-1:] != (mark["name"],)):
        raise _TornError
    if mark["close"]:
        return opened[:-1] or _AFTER
    if mark["empty"]:
        return opened or _AFTER
    return (*opened, mark["name"])


def _may_stand(mark: re.Match[str], opened: Open) -> bool:
    """Whether a text, or what a tag prints, may stand here.

    A value's text with line ends closes and opens `w:t`, so it may stand nowhere else.
    """
    if mark["text"]:
        return _is_inside(opened) or mark["text"].isspace()
    if mark["tag"] == _TEXT:
        return opened[-1:] == ("w:t",)
    return _is_inside(opened) and mark["tag"] != _BLOCK


def _is_inside(opened: Open) -> bool:
    return opened not in ((), _AFTER)
