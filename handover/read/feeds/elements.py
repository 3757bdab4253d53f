"""The items of a large XML export one after the other, broken or not, without a tree of the whole."""

import io
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from lxml import etree

from handover.errors import ParseError
from handover.model import Said
from handover.read.feeds import guard
from handover.read.source import Source

_ROOT = re.compile(rb"<([A-Za-z][\w:.-]*)")


def checked(source: Source) -> bytes:
    """The export's bytes, for `items`, without what would hang a parser or cost it an item."""
    return guard.checked(source, guard.MAX_EXPORT)[0]


def is_cut_off(data: bytes) -> bool:
    """Whether the file ends before its root does, as a download does that broke off."""
    root = _ROOT.search(data)
    return root is not None and b"</" + root[1] not in data[-4096:]


def items(source: Source, data: bytes, name: str) -> Iterator[tuple[Any, Any]]:
    """Every element called `name` (without namespace), with the root as it is so far.

    The element is emptied when the next one is asked for; one that is broken or cut off has what of it
    could be read. Entities stay unresolved, nothing is fetched. Raises ParseError when there is no XML in it.
    """
    parse = etree.iterparse(
        io.BytesIO(data),
        events=("end",),
        tag=("{*}" + name, name),
        recover=True,
        huge_tree=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
    )
    try:
        for _event, element in parse:
            yield parse.root if parse.root is not None else element.getroottree().getroot(), element
            element.clear()
            before = element.getprevious()
            if before is not None and local(before) == name:
                element.getparent().remove(before)
    except etree.XMLSyntaxError as error:
        raise ParseError(
            Said("{file} is not readable XML ({error}).", file=source.location, error=str(error.msg)),
            location=source.location,
            hint=Said("Export it again; the file may have been cut off."),
        ) from error


def local(element: Any) -> str:
    """An element's name without its namespace; "" for comments."""
    tag = element.tag
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


class Children:
    """The children of an element, looked at once for many questions: `text` says what `child` does."""

    __slots__ = ("_named",)

    def __init__(self, element: Any) -> None:
        self._named: dict[str, list[tuple[str, Any]]] = {}
        for node in element.iterchildren("*"):
            space, name = _parts(node.tag)
            self._named.setdefault(name, []).append((space, node))

    def nodes(self, name: str) -> Iterator[tuple[str, Any]]:
        """All of this name, each with its namespace, "" for none."""
        yield from self._named.get(name, ())

    def text(self, name: str, space: str = "") -> str:
        """The text of the first of this name, of a namespace that contains `space`; "" without one."""
        for uri, node in self._named.get(name, ()):
            if (space in uri) if space else not uri:
                return _text(node)
        return ""


@lru_cache(maxsize=1_000)
def _parts(tag: str) -> tuple[str, str]:
    """The namespace and the name of an element."""
    space, _, name = tag.rpartition("}")
    return space[1:], name


def _text(element: Any) -> str:
    return ("".join(element.itertext()) if len(element) else element.text or "").strip()


def child(element: Any, name: str, space: str = "") -> str:
    """The text of the first child called `name`, of a namespace that contains `space`; "" without one."""
    for node in element.iterchildren("{*}" + name, name):
        uri = node.tag[1:].split("}")[0] if node.tag[0] == "{" else ""
        if (space in uri) if space else not uri:
            return _text(node)
    return ""
