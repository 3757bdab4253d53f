"""Where addresses stand in a text: one rule for reading, pairing, judging and writing.

What X and Mastodon take for a link, and count as 23 characters, is their own rule: `counted_links`.
"""

import re
from collections.abc import Iterator

from handover.later import pattern

# To the next blank, quotation mark or wide bracket; what ends the sentence is still on it.
# Both cases spelled out: several times faster than re.IGNORECASE, which takes "ſ" for an "s" too.
LINK = pattern(r"[hH][tT][tT][pP][sSſ]?://[^\s<>\"“”„«»「」『』（）\x00-\x1f]+")
# With its scheme, with www, or a bare host that has a path: all that stands in a word. Possessive, so that a
# text of dashes takes no longer than another.
WITHOUT_SCHEME_TOO = pattern(
    r"(?:https?://|www\.)\S+|(?<![\w@.-])[\w-]++(?:\.[\w-]++)*\.[a-z]{2,24}/\S*", re.IGNORECASE
)
# Punctuation that ends the sentence, not the address; a bracket only when it was not opened within.
_END = ".,;:!?'\"*_~’”»)]}、。，！？）」"
_PAIRS = {")": "(", "]": "[", "}": "{", "）": "（", "」": "「"}


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each http(s) address that stands whole in a text, without the punctuation behind it.

    "(https://blog.example/a_(b))." holds https://blog.example/a_(b). One that was cut short ("…") is none.
    """
    for found in _links(text):
        told = found[0]
        address = trimmed(told)
        if not ("…" in told or told.endswith("...")) and not address.endswith("://"):
            yield found.start(), found.start() + len(address)


def _links(text: str) -> Iterator[re.Match[str]]:
    """What `LINK.finditer` finds, tried only where "://" stands: a text is words for the most part."""
    at = text.find("://")
    done = 0
    while at >= 0:
        start = at - len("https")
        found = LINK.match(text, start) if start >= done else None
        if found is None and start + 1 >= done:
            found = LINK.match(text, start + 1)
        if found:
            yield found
            done = found.end()
        at = text.find("://", max(done, at + 1))


def only_at_its_end(text: str) -> str:
    """The one address of a text that ends with it, as most updates do, where no other slash stands before;
    "" for any other text, though it may hold addresses."""
    start = text.find("http")
    if start < 0 or not start + len("http") < text.find("/") <= start + len("https:/"):
        return ""
    found = LINK.match(text, start)
    is_whole = found and found.end() == len(text) and text[-1] not in _END and "…" not in found[0]
    return text[start:] if is_whole and not text.endswith("://") else ""


def trimmed(link: str) -> str:
    """An address without the punctuation of the sentence behind it."""
    while link and link[-1] in _END:
        opening = _PAIRS.get(link[-1])
        if opening and link.count(opening) >= link.count(link[-1]):
            break
        link = link[:-1]
    return link


def first_link(text: str) -> re.Match[str] | None:
    """The first address of a text, one without a scheme too."""
    # No address reaches over a blank, and looking for one costs much: only from the word that may be one.
    if "www." in text.lower():
        return WITHOUT_SCHEME_TOO.search(text)
    at = text.find("/")
    return WITHOUT_SCHEME_TOO.search(text, text.rfind(" ", 0, at) + 1) if at >= 0 else None


def without_addresses(text: str, put: str = " ") -> str:
    """The text with `put` where addresses with a scheme stood, and the punctuation that touched them."""
    return LINK.sub(put, text) if "://" in text else text


def without_links(text: str) -> str:
    """The text without addresses, those without a scheme too; blanks made single where there may be one."""
    if "/" not in text and "www." not in text.lower():
        return text
    # No address reaches over a blank, and looking for one costs much: only where there may be one.
    return " ".join([WITHOUT_SCHEME_TOO.sub(" ", w) if "/" in w or "." in w else w for w in text.split()])
