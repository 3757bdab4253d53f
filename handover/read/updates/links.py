"""The addresses that stand in an update's words."""

import re
from collections.abc import Iterable

from handover.read.fields import address

# Punctuation that ends the sentence, not the address; a bracket only when it was not opened within.
# Both cases spelled out: several times faster than re.IGNORECASE, which takes "ſ" for an "s" too.
_ADDRESS = re.compile(r"[hH][tT][tT][pP][sSſ]?://[^\s<>\"“”„«»…\x00-\x1f]+")
_BARE = re.compile(
    r"(?<![\w@./:=&?#%-])((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,6}[a-z]{2,18}/[^\s<>\"“”„«»…]+"
    r"|www\.(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,18}(?![\w.]))",
    re.IGNORECASE,
)
_WWW = re.compile(r"[wW]{3}\.").search
_END = ".,;:!?'\"*_~’”»)]}、。，！？）」"
_PAIRS = {")": "(", "]": "[", "}": "{", "）": "（", "」": "「"}


def links_in(text: str) -> tuple[str, ...]:
    """Every http(s) address in `text`, and every address without scheme that has a path
    ("blog.example.com/2025/spring"), in order, each once. Addresses cut short ("…") are left out.
    """
    if "/" not in text and not _WWW(text):
        return ()
    found: list[tuple[int, str]] = []
    rest = text
    if "://" in text:
        pieces: list[str] = []  # what no address covers
        last = 0
        for match in _ADDRESS.finditer(text):
            start, end = match.span()
            pieces += (text[last:start], " " * (end - start))
            last = end
            if text[end : end + 1] != "…" and not match[0].endswith("..."):
                found.append((start, _trimmed(match[0])))
        rest = "".join((*pieces, text[last:]))
    if "." in rest and ("/" in rest or _WWW(rest)):
        for match in _BARE.finditer(rest):
            if text[match.end() : match.end() + 1] != "…" and not match[0].endswith("..."):
                found.append((match.start(), "https://" + _trimmed(match[0])))
    return unique(link for _, link in sorted(found))


def unique(links: Iterable[str | None]) -> tuple[str, ...]:
    """The http(s) addresses among `links`, in order, each once."""
    return tuple(dict.fromkeys([good for link in links if link and (good := address(link))]))


def _trimmed(link: str) -> str:
    while link and link[-1] in _END:
        opening = _PAIRS.get(link[-1])
        if opening and link.count(opening) >= link.count(link[-1]):
            break
        link = link[:-1]
    return link
