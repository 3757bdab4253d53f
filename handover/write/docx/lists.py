"""The numbering of a document's lists: those a loop begins anew in each of its rounds."""

from collections.abc import Sequence
from typing import Final

from handover.write.docx.package import NS, W, parse

_BEHIND: Final = "<w:numIdMacAtCleanup"


def with_restarts(data: bytes, restarts: Sequence[tuple[str, str, int]]) -> str:
    """The numbering part with a list for each beginning: (its number, the template's list, the deepest level
    that begins anew)."""
    xml = data.decode()
    if not restarts:
        return xml
    root = parse(data)
    kinds = {
        number.get(f"{W}numId"): link.get(f"{W}val", "")
        for number in root.iterfind("w:num", NS)
        if (link := number.find("w:abstractNumId", NS)) is not None
    }
    starts = {
        (abstract.get(f"{W}abstractNumId"), level.get(f"{W}ilvl")): start.get(f"{W}val", "1")
        for abstract in root.iterfind("w:abstractNum", NS)
        for level in abstract.iterfind("w:lvl", NS)
        if (start := level.find("w:start", NS)) is not None
    }
    made = []
    for number, old, deepest in restarts:
        kind = kinds.get(old, "")
        levels = "".join(_start(n, starts.get((kind, str(n)), "1")) for n in range(deepest + 1))
        made.append(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kind}"/>{levels}</w:num>')
    end = xml.find(_BEHIND)
    end = xml.rfind("</") if end < 0 else end
    return xml[:end] + "".join(made) + xml[end:]


def _start(level: int, value: str) -> str:
    return f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{value}"/></w:lvlOverride>'
