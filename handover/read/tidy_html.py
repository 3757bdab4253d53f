"""The lines of tidy HTML without a tree: what editors write, read in one pass of a pattern.

Tidy is HTML whose every tag is a common one, written in full, and closed where it was opened. A browser puts
no such text in another place and passes over no such tag, so each tag of a block ends a line, whatever it is.
All other HTML is left to a real parser, which takes twice as long for the same text.
"""

import re
from html.entities import html5
from typing import Final

from handover.later import pattern

BREAK: Final = "\x1e"  # between two blocks

# A tag, or a comment. A value stands in quotes: of others, nothing tells the end from a slip of the pen.
_TAG: Final = pattern(
    r"""<(?:(/?[a-z]++[1-6]?)(?:\s++[A-Za-z][\w:.-]*+(?:="[^"<>]*+"|='[^'<>]*+')?+)*+\s*+/?"""
    r"""|!--[^<>]*+(?<=--))>"""
)
INLINE: Final = (  # what is on both sides of these belongs together
    "a abbr acronym b bdi bdo big button cite code data del dfn em font i img ins kbd label mark q rb rp rt"
    " ruby s samp small span strike strong sub sup time tt u var wbr"
)
_BLOCKS: Final = (
    "article aside blockquote div figcaption figure footer h1 h2 h3 h4 h5 h6 header li main ol pre section ul"
)
_LISTS: Final = frozenset(("ol", "ul"))
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))

# What stands in the place of a tag; None is the name of a comment. Wherever a paragraph begins or ends, and
# be it twice, a line does.
_PUT: Final[dict[str | None, str]] = {
    **dict.fromkeys((None, "p", "/p", "br", "hr"), BREAK),
    **{name: BREAK for its in _BLOCKS.split() for name in (its, f"/{its}")},
    **{name: "" for its in INLINE.split() for name in (its, f"/{its}")},
}
_NESTING: Final = frozenset(name for its in _BLOCKS.split() for name in (its, f"/{its}"))

_REFERENCE: Final = pattern(r"&(?:#([0-9]{3,5});|([A-Za-z][A-Za-z0-9]*;)|(?=\s))")
# Of what a number may stand for: below are signs that HTML takes for others, above are half surrogates.
_FIRST, _LAST = 0xA0, 0xD7FF


def lines_of(html: str) -> list[str] | None:
    """The text of each block in its order, white space as it stands; None where the HTML is not tidy."""
    parts = _TAG.split(html)
    names = parts[1::2]
    try:
        parts[1::2] = [_PUT[name] for name in names]
    except KeyError:
        return None
    whole = "".join(parts)
    if "<" in whole or BREAK in html or not _is_nested([name for name in names if name in _NESTING]):
        return None
    if "&" not in whole:
        return whole.split(BREAK)
    told = whole.count("&")
    try:
        whole, read = _REFERENCE.subn(_resolved, whole)
    except KeyError:
        return None
    return whole.split(BREAK) if read == told else None


def _is_nested(names: list[str]) -> bool:
    """Whether each is closed where it was opened, or not at all, and closes no other by its beginning."""
    opened = [""]
    for name in names:
        if name[0] == "/":
            if opened.pop() != name[1:]:
                return False
            continue
        within = opened[-1]
        if (name == "li") is not (within in _LISTS) or (within in _HEADINGS and name in _HEADINGS):
            return False
        opened.append(name)
    return True


def _resolved(reference: re.Match[str]) -> str:
    """The sign that a reference stands for; raises KeyError where HTML has rules of its own for it."""
    number, name = reference.groups()
    if name:
        return html5[name]
    if not number:
        return "&"  # before a blank it stands for itself
    if not _FIRST <= int(number) <= _LAST:
        raise KeyError(number)
    return chr(int(number))
