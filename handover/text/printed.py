"""A text as it is printed: without the signs a network needed and paper does not.

On Instagram a line that holds a lone "." keeps two paragraphs apart; a link carries parameters that count
who came by it; and under a post's own heading each of its updates need not name its address again. Only what
is shown loses them: the workbook, the preview and the next tool's files hold every text as it was written.
"""

import re
from collections.abc import Collection
from typing import Final

from handover.later import pattern
from handover.text.links import WITHOUT_SCHEME_TOO, first_link, trimmed
from handover.urls import parse
from handover.urls.shown import without_tracking

# What a line holds that only keeps others apart: one such sign, or no sign that can be seen.
_BLANKS: Final = "\u00a0\u00ad\u200b-\u200f\u2060-\u2064\u2800\u3164\ufe0f\ufeff"
_SPACER: Final = pattern(rf"[\s{_BLANKS}]*[.·•‧∙。｡ᆞ․]?[\s{_BLANKS}]*")
# Signs that are spacers only where several lines of them follow each other: alone they may mean something.
_IN_A_ROW: Final = pattern(rf"[\s{_BLANKS}]*([-_–—.·•*~,'`⁃▪▫◦|])\1{{0,2}}[\s{_BLANKS}]*")
_POINTERS: Final = " \t:：→➡⬇↓⤵👉👇🔗▶►»>|·–—-\ufe0f"
_ENDS: Final = (".", "!", "?", "…", "。", "！", "？", "؟", "۔", "।")
_EMPTY_BRACKETS: Final = pattern(r" ?(?:\(\s*\)|\[\s*\]|<\s*>)")


def printed(text: str, own: Collection[str] = ()) -> str:
    """The text without spacer lines, tracking and the addresses whose keys (`keys_of`) are `own`.

    A text that is nothing but such an address keeps it. Lines keep their order; blank ones come singly.
    """
    lines = without_spacers(text).split("\n")
    shown = [line for line in (_line(line, own) for line in lines) if line is not None]
    return _joined(shown) or _joined([WITHOUT_SCHEME_TOO.sub(_untracked, line) for line in lines])


def keys_of(addresses: Collection[str]) -> frozenset[str]:
    """The keys by which a text's addresses are known as a post's own."""
    return frozenset(parts.loose for address in addresses if address and (parts := parse(address)))


def without_spacers(text: str) -> str:
    """The text without the lines that only keep others apart; a blank line stands in their place."""
    if "\n" not in text:
        return text
    lines = text.split("\n")
    if all(map(_says_something, lines)):  # so do those of most texts: no need to look at each sign
        return _joined([line.rstrip() for line in lines])
    kinds = [_IN_A_ROW.fullmatch(line) for line in lines]
    shown = []
    for n, line in enumerate(lines):
        kind = kinds[n]
        near = [k for k in (kinds[n - 1] if n else None, kinds[n + 1] if n + 1 < len(lines) else None) if k]
        in_a_row = kind is not None and any(k[1] == kind[1] for k in near)
        shown.append("" if in_a_row or _SPACER.fullmatch(line) else line.rstrip())
    return _joined(shown)


def _says_something(line: str) -> bool:
    """Whether a line is seen at its first sign to keep no others apart: no letter or digit does but two."""
    return line[:1].isalnum() and line[0] not in "ᆞ\u3164"


def _joined(lines: list[str]) -> str:
    """The lines with single blank ones between them, none at the ends."""
    text = "\n".join(lines)
    return (re.sub(r"\n{3,}", "\n\n", text) if "\n\n\n" in text else text).strip()


def _untracked(found: re.Match[str]) -> str:
    address = trimmed(found[0])
    return without_tracking(address) + found[0][len(address) :]


def _line(line: str, own: Collection[str]) -> str | None:
    """The line as it is printed; None where nothing is left of it."""
    shown, rest, taken = "", line, False
    while found := first_link(rest):
        before, address = rest[: found.start()], trimmed(found[0])
        rest = rest[found.start() + len(address) :]
        parts = parse(address) if own else None
        if parts is None or parts.loose not in own:
            shown += before + without_tracking(address)
            continue
        taken = True
        shown += before
        if not _goes_on(rest):
            shown = shown.rstrip(_POINTERS)
        elif shown.strip() and not shown.rstrip().endswith(_ENDS):
            shown += parts.host  # in the midst of a sentence something has to stand
    shown += rest
    if not taken:
        return shown
    shown = _EMPTY_BRACKETS.sub("", re.sub(r"(?<=\S) {2,}", " ", shown)).strip()
    return shown or None


def _goes_on(rest: str) -> bool:
    """Whether words follow on the line that need the address before them; hashtags and names do not."""
    rest = rest.lstrip()
    return rest[:1] not in ("#", "@", "|", "·", "") and any(c.isalnum() for c in rest)
