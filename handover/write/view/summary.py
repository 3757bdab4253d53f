"""A post in two or three sentences that end where a sentence ends."""

import re
from functools import cache
from typing import Final

from handover.languages import continue_reading
from handover.languages.sentences import sentence_ends
from handover.later import pattern
from handover.model import Post

MOST_SENTENCES: Final = 3
ENOUGH: Final = 220  # characters after which no further sentence is begun
LONGEST: Final = 420  # a single sentence longer than this is cut at a word, with a mark

_TAIL: Final = 120  # characters at the end of a text in which such a mark stands
# One of these or an invitation is there where `_cut` finds anything; to look for them costs a tenth.
_MARKS: Final = ("…", "...", "]")
_LETTERS_BESIDE: Final = ("ſ", "\u212a", "ı", "İ")  # the same as s, k and i to a search without case
# WordPress closes a feed's text with a line about itself.
_FOOTER = pattern(r"\s*The post .{1,300} (?:first )?appeared (?:first )?on .{1,200}\s*$", re.DOTALL)


def about(post: Post, *, sentences: int = MOST_SENTENCES) -> str:
    """What a post is about: its own summary, or its first sentences where the feed cut the summary short."""
    told = post.text if post.text and (not post.summary or _is_cut(post.summary[-_TAIL:])) else post.summary
    return summary_of(told, sentences=sentences)


def summary_of(text: str, *, sentences: int = MOST_SENTENCES) -> str:
    """The first sentences of a text, as one paragraph; "" for an empty text.

    A text that its feed cut in the middle of a sentence ends with the last whole one. Where there is none,
    the mark "…" stays.
    """
    text = " ".join(text[:4000].split())
    if " appeared " in text:
        text = _FOOTER.sub("", text)
    tail = text[-_TAIL:]
    whole = (text[:-_TAIL] + _cut().sub("", tail) if _is_cut(tail) else text).rstrip()
    found = list(_sentences(whole, sentences))
    if found:
        summary = whole[: found[-1]]
    else:
        summary = whole + "…" if len(whole) < len(text) else whole
    return summary if len(summary) <= LONGEST else shorten(summary, LONGEST)


def shorten(text: str, most: int) -> str:
    """The text on one line, cut at a word to `most` characters with the mark "…"."""
    text = " ".join(text[: most * 4].split()) + (" " if len(text) > most * 4 else "")
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    space = cut.rfind(" ")
    return (cut[:space] if space > most // 2 else cut).rstrip(" ,;:-–") + "…"


@cache
def _cut() -> re.Pattern[str]:
    """What feeds put at the place where they cut a text: "[...]", "[…]", "…", "Continue reading →"."""
    invitations = "|".join(map(re.escape, continue_reading()))
    return re.compile(
        rf"(?:\[(?:…|\.{{3}}|&hellip;)\]|(?:…|\.{{3}})|(?:{invitations})\b.{{0,80}})\s*$",
        re.IGNORECASE | re.DOTALL,
    )


def _is_cut(tail: str) -> bool:
    """Whether a feed cut the text that ends so."""
    may_be = (
        tail.rstrip().endswith(_MARKS)
        or any(map(tail.lower().__contains__, continue_reading()))
        or (not tail.isascii() and any(map(tail.__contains__, _LETTERS_BESIDE)))
    )
    return may_be and _cut().search(tail) is not None


def _sentences(text: str, most: int) -> list[int]:
    """Where the first sentences end, `most` at most, no further one begun after `ENOUGH` characters."""
    ends: list[int] = []
    for end in sentence_ends(text):
        if ends and end > LONGEST:
            break
        ends.append(end)
        if len(ends) == most or end >= ENOUGH:
            break
    return ends
