"""The lines of tidy HTML without a tree: what editors write, read in one pass of a pattern.

Tidy is HTML whose every tag is a common one, written in full, and closed where it was opened. A browser puts
no such text in another place and passes over no such tag, so each tag of a block ends a line, whatever it is.
All other HTML is left to a real parser, which takes twice as long for the same text.
"""

from html.entities import html5
from typing import Final

from handover.later import pattern

BREAK: Final = "\x1e"  # between two blocks

_TAG: Final = pattern(r"<([^<>]*)>")
# What is within a tag, or a comment. A value stands in quotes: of others, nothing tells the end from a slip
# of the pen.
_SOUND: Final = pattern(
    r"""(/?[a-z]++[1-6]?)(?:\s++[A-Za-z][\w:.-]*+(?:="[^"<>]*+"|='[^'<>]*+')?+)*+\s*+/?|!--[^<>]*+(?<=--)"""
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

# What stands in the place of a tag; "" is the name of a comment. Wherever a paragraph begins or ends, and
# be it twice, a line does.
_PUT: Final[dict[str, str]] = {
    **dict.fromkeys(("", "p", "/p", "br", "hr"), BREAK),
    **{name: BREAK for its in _BLOCKS.split() for name in (its, f"/{its}")},
    **{name: "" for its in INLINE.split() for name in (its, f"/{its}")},
}
_NESTING: Final = frozenset(name for its in _BLOCKS.split() for name in (its, f"/{its}"))

_NUMBER: Final = pattern(r"#[0-9]{3,5}")
# Of what a number may stand for: below are signs that HTML takes for others, above are half surrogates.
_FIRST, _LAST = 0xA0, 0xD7FF


class _Names(dict[str, str]):
    """The name of each tag by what is within it; KeyError where that is not sound, or no common tag.

    An editor writes the same few tags a thousand times, so each is looked at closely only once; and links and
    pictures, which are all different, are as sound as with nothing between their quotes.
    """

    MOST: Final = 5_000
    LONGEST: Final = 200  # characters

    def __missing__(self, tag: str) -> str:
        told = tag.split('"')
        empty = '""'.join(told[::2]) if len(told) % 2 and "'" not in tag else tag
        name = self[empty] if empty != tag else _name(tag)
        if len(self) < self.MOST and len(tag) < self.LONGEST:
            self[tag] = name
        return name


def _name(tag: str) -> str:
    """The name of one tag."""
    match = _SOUND.fullmatch(tag)
    name = (match[1] or "") if match else None
    if name not in _PUT:
        raise KeyError(tag)
    return name


class _Signs(dict[str, str]):
    """The sign that each reference stands for; KeyError where HTML has rules of its own for it."""

    def __missing__(self, reference: str) -> str:
        if _NUMBER.fullmatch(reference):
            number = int(reference[1:])
            if not _FIRST <= number <= _LAST:
                raise KeyError(reference)
            sign = chr(number)
        else:
            sign = html5[f"{reference};"]
        self[reference] = sign
        return sign


_NAMES: Final = _Names()
_SIGNS: Final = _Signs()


def lines_of(html: str) -> list[str] | None:
    """The text of each block in its order, white space as it stands; None where the HTML is not tidy."""
    parts = _TAG.split(html)
    try:
        names = [_NAMES[tag] for tag in parts[1::2]]
        parts[1::2] = [_PUT[name] for name in names]
        whole = "".join(parts)
        if "<" in whole or BREAK in html or not _is_nested([name for name in names if name in _NESTING]):
            return None
        lines = whole.split(BREAK)
        return [_resolved(line) if "&" in line else line for line in lines] if "&" in whole else lines
    except KeyError:
        return None


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


def _resolved(text: str) -> str:
    """The text with the sign that each reference stands for; raises KeyError where that is not plain."""
    first, *rest = text.split("&")
    parts = [first]
    for part in rest:
        if part[:1].isspace():
            parts += "&", part  # before a blank it stands for itself
            continue
        name, end, after = part.partition(";")
        if not end:
            raise KeyError(part)
        parts += _SIGNS[name], after
    return "".join(parts)
