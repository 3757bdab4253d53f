"""Which tags tear a document apart: a loop or condition that ends at another level than it began."""

import re
from typing import Final

from handover.write.docx.template import TAG, Part, Tag

_TOKEN: Final = re.compile(rf"<(/?)([\w:]+)(?:\s[^<>]*?)?(/?)>|{TAG.pattern}", re.DOTALL)
_BLOCK: Final = re.compile(
    r"\{%[-+]?\s*(?P<word>end\w+|for|if|macro|call|set|elif|else)\b(?P<rest>.*)", re.DOTALL
)


def torn_tags(part: Part) -> tuple[Tag, Tag] | None:
    """The first two tags that belong together and stand at different levels of the XML."""
    opened: list[str] = []
    blocks: list[tuple[int, str, tuple[str, ...]]] = []
    tags = 0
    for token in _TOKEN.finditer(part.source):
        if token[2]:
            if token[1]:
                del opened[-1:]
            elif not token[3]:
                opened.append(token[2])
            continue
        tags += 1
        found = _BLOCK.match(token[0])
        if not found or (found["word"] == "set" and "=" in found["rest"]):
            continue
        word = found["word"]
        if word.startswith("end"):
            if not blocks:
                return None
            line, _, level = blocks.pop()
            if level != tuple(opened):
                return _pair(part, line, tags)
        elif word not in ("elif", "else"):
            blocks.append((tags, word, tuple(opened)))
    return None


def _pair(part: Part, first: int, second: int) -> tuple[Tag, Tag] | None:
    begin, end = part.tag(first + 1), part.tag(second + 1)
    return (begin, end) if begin and end else None
