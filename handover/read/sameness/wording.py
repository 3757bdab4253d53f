"""The words of an update, and whether two updates may have the same ones.

Left aside is what a network or a tool adds or changes on the way: addresses, punctuation, case, emoji, white
space, hashtags at the end, a last line that stands below many texts, the end of a text that was cut. What an
author would change says no: another word, another number, another hashtag.
"""

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable
from enum import IntEnum
from itertools import zip_longest
from typing import NamedTuple

from handover.later import pattern
from handover.text.links import without_links

ENOUGH = 16  # letters that two people would hardly write alike by chance
LONG = 60  # letters that begin one text and are all of another: it was cut, or something was put behind it
MANY_TEXTS = 3  # that make a line below them a habit
SLIP = 30  # letters a text must have before a slip of the pen is looked for
SLIP_WORD = 5  # letters of the word it is in: in shorter ones a letter makes another word

# The vowels of India's and South East Asia's scripts are marks, which `\w` leaves out.
_NO_LETTER = pattern(r"(?:[^\w\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]|_)+")
_ASCII_SIGNS = bytes(code for code in range(128) if not chr(code).isalnum())
_CUT = pattern(r"(?:…|\.\.\.)[\])}\"”»]?$")
_CUT_LINK = pattern(r"(?<!\S)(?:h(?:t(?:t(?:ps?:?/?/?)?)?)?|www|[\w-]+\.\w[\w.-]*)\.\.\.$", re.IGNORECASE)
_DIGITS = pattern(r"\d+")
# Written without spaces, where a sign says as much as two letters: kana, Han, Thai, Lao, Khmer, Burmese.
_DENSE = pattern(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


class Wording(NamedTuple):
    """What a text says."""

    letters: str  # all letters and digits in one; signs alone where there are no others
    tags: frozenset[str] = frozenset()  # its hashtags, wherever they stand
    cut: bool = False  # its end is missing
    tail: str = ""  # letters of a last line that its source puts below many texts

    @property
    def many(self) -> bool:
        """Whether two people would hardly write them alike by chance."""
        letters = self.letters
        if len(letters) >= ENOUGH:
            return True
        return not letters.isascii() and len(letters) + len(_DENSE.findall(letters)) >= ENOUGH


class Likeness(IntEnum):
    """How two texts may be the same, the surest first."""

    SAME = 0
    CUT = 1  # one is the beginning of the other and says so, or is long
    LONGER = 2  # one is the beginning of the other
    SLIP = 3  # a letter differs


def tails_of(texts: Iterable[str]) -> frozenset[str]:
    """Last lines that stand below many of these texts: "Link in bio", "Follow us for more".

    Not such as make a difference (they have a number), nor hashtags, which are looked at by themselves.
    """
    below = Counter(text[text.rindex("\n") + 1 :] for text in set(texts) if "\n" in text)
    return frozenset(
        line
        for line, times in below.items()
        if times >= MANY_TEXTS and not _DIGITS.search(line) and any(w[0] != "#" for w in line.split())
    )


def read_words(text: str, tails: Collection[str] = ()) -> Wording:
    """The words of a text as it was written or sent. `tails`: last lines that its source puts below many."""
    if tails and "\n" in text:
        above, _, line = text.rpartition("\n")
        if line in tails and (words := read_words(above)).letters:
            return words._replace(tail=_letters(line), cut=False)
    if "&" in text:
        text = html.unescape(text)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    text = text.strip()
    cut = text[-4:].count(".") > 2 and _CUT.search(text) is not None  # NFKC makes three dots of "…"
    if cut:
        text = _CUT_LINK.sub("...", text)
    told = without_links(text)
    cut = cut or (told is not text and _CUT.search(told.rstrip()) is not None)
    if "#" not in told:
        return Wording(_letters(told) or told, cut=cut)
    tokens = told.split()
    tags = frozenset(_letters(word) for word in tokens if word[0] == "#")
    return Wording(_letters(" ".join(_untagged(tokens))) or _letters(told) or told, tags, cut)


def _untagged(tokens: list[str]) -> list[str]:
    """The words without the hashtags at their end; those before it are part of a sentence."""
    end = len(tokens)
    while end and (tokens[end - 1][0] == "#" or not _letters(tokens[end - 1])):
        end -= 1
    return tokens[:end]


def _letters(text: str) -> str:
    text = text.casefold()
    if text.isascii():
        return text.encode("ascii").translate(None, _ASCII_SIGNS).decode("ascii")
    return _NO_LETTER.sub("", text)


def likeness(one: Wording, other: Wording) -> Likeness | None:
    """How the two may be one text; None where they are not."""
    if one.tags and other.tags and not (one.tags <= other.tags or other.tags <= one.tags):
        return None
    if one.letters == other.letters:
        return None if one.tail and other.tail and one.tail != other.tail else Likeness.SAME
    if one.tail or other.tail:  # which the other's source may have below this text alone
        one, other = (w._replace(letters=w.letters + w.tail, tail="") for w in (one, other))
        if one.letters == other.letters:
            return Likeness.SAME
    short, long = (one, other) if len(one.letters) <= len(other.letters) else (other, one)
    if short.letters and long.letters.startswith(short.letters):
        if short.cut or len(short.letters) >= LONG:
            return Likeness.CUT
        return Likeness.LONGER if short.many else None
    return None


def is_slip(one: str, other: str) -> bool:
    """Whether two texts differ by one letter of one word: left out, too much, wrong, or changed places.

    A digit is no slip, nor a sign of a script in which each is a word.
    """
    if min(len(one), len(other)) < SLIP or abs(len(one) - len(other)) > 1:
        return False
    differing = [(a, b) for a, b in zip_longest(_spelled(one), _spelled(other), fillvalue="") if a != b]
    if len(differing) != 1:
        return False
    (a, b) = differing[0]
    if min(len(a), len(b)) < SLIP_WORD or _DIGITS.search(a + b) or _DENSE.search(a + b):
        return False
    return _one_letter(a, b)


def _spelled(text: str) -> list[str]:
    return _NO_LETTER.sub(" ", without_links(text)).casefold().split()


def _one_letter(a: str, b: str) -> bool:
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    a, b = a[start:], b[start:]
    if len(a) == len(b):
        return a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
    return a[1:] == b or a == b[1:]
