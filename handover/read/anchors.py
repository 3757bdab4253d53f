"""The links of a piece of HTML, whatever its size and depth."""

import re
from collections.abc import Iterator, Mapping

from handover.later import pattern
from handover.read.fields import MAX_TAGS, clean, tree_of

_ANCHOR = pattern(r"""<a\s(?:[^<>"']|"[^"]*"|'[^']*')*>""", re.IGNORECASE)


def anchors(html: str) -> Iterator[Mapping[str, str | None]]:
    """The attributes of each `a` element that leads somewhere, in their order."""
    text = clean(html)
    if text.count("<") > MAX_TAGS:  # a tree could nest without end: only the links, side by side
        text = "".join(f"{tag}</a>" for tag in _ANCHOR.findall(text))
    for node in tree_of(text).css("a[href]"):
        yield node.attributes
