"""The user's own word for a post where it is almost right: with a number or a word before it, a site behind
it, an address in brackets, or a slip of the keys.

Every rule here gives what else the word may be; whether a post has that name is asked by `named_by_user`,
after the word itself has named none.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from handover.later import library, pattern
from handover.text.comparing import fold, split, squash
from handover.text.links import addresses, without_addresses

if TYPE_CHECKING:
    from rapidfuzz.distance import OSA
else:
    OSA = library("rapidfuzz.distance.OSA")

# "Blog:", "Blog post 3 -", "Artikel Nr. 2:": what a person calls a post before its name.
_CALLED = pattern(
    r"\W*(?:(?:new|our|neuer?|nouvel|nuevo)\s+)?"
    r"(?:blog\s?-?\s?(?:post|article|artikel|beitrag|bericht|eintrag)?|post|article|artikel|beitrag|titel|title"
    r"|titre|t[ií]tulo|titolo|article de blog|art[ií]culo|articolo|artigo|entrada|wpis|inlägg)"
    r"\s*(?:no\.?|nr\.?|n°|#)?\s*\d{0,4}\s*[:：|–—-]\s*",
    re.IGNORECASE,
)
_NUMBERED = pattern(r"\s*(?:[#(\[]\s*\d{1,4}\s*[.)\]:–—-]*|\d{1,4}\s*[.):]|\d{1,4}\s+[–—-])\s+")
_BEHIND = pattern(r"\s+[|–—·•»-]\s+")  # "Title | Site", "Title – Site"
_EDGES = " \t()[]<>|–—-:·•\"“”„'‘’«»,"
SHORTEST = 12  # letters of a name that may hold a slip of the keys
SLIPS = 2  # words of a name that may hold one
LETTERS = 5  # of a word that may; its first is seldom wrong


def address_in(word: str) -> str:
    """The only address inside a word that holds more; "" otherwise."""
    found = [word[start:end] for start, end in addresses(word)]
    return found[0] if len(found) == 1 and found[0] != word.strip() else ""


def other_words(word: str, hosts: Iterable[str]) -> Iterator[str]:
    """The names that may be meant: without an address, the word before the name, the site behind it."""
    whole = " ".join(word.split())
    plain = without_addresses(whole).strip(_EDGES) if len(list(addresses(whole))) == 1 else whole
    seen = {whole}
    for start in (plain, _without_site(plain, hosts)):
        for name in (start, *_without_beginning(start)):
            if name and name not in seen:
                seen.add(name)
                yield name


def _without_beginning(word: str) -> Iterator[str]:
    for sign in (_CALLED, _NUMBERED):
        if (found := sign.match(word)) and (rest := word[found.end() :].strip(_EDGES)):
            yield rest
            yield from _without_beginning(rest)


def _without_site(word: str, hosts: Iterable[str]) -> str:
    """A name without the site that pages put behind their titles; another part of a name is its own."""
    last = next(iter(reversed(list(_BEHIND.finditer(word)))), None)
    if last is None:
        return word
    behind = word[last.end() :]
    if any(sign.isdigit() for sign in behind):
        return word
    known = [squash(host) for host in hosts]
    named = any(len(part) > 2 and any(part in host for host in known) for part in split(fold(behind)))
    return word[: last.start()] if named or "|" in last[0] else word


class Slips:
    """Finds the only title that a word can be meant for when a key or two were hit wrongly.

    A word that the blog uses itself is no slip: "Green seas" is not "Green teas" where both are written of.
    """

    def __init__(self, titles: Sequence[str], texts: Iterable[str]) -> None:
        self._titles = [split(fold(title)) for title in titles]
        self._texts = texts
        self._known: frozenset[str] | None = None
        self._by_word: defaultdict[tuple[int, int, str], list[int]] = defaultdict(list)
        for number, words in enumerate(self._titles):
            for key in _keys(words):
                self._by_word[key].append(number)

    def of(self, word: str) -> list[int]:
        """The numbers of the titles that differ from a word by slips alone."""
        told = split(fold(word))
        if sum(map(len, told)) < SHORTEST:
            return []
        # No more than SLIPS words differ, so one of any SLIPS + 1 places is the same: the rarest will do.
        found = sorted((self._by_word.get(key, ()) for key in _keys(told)), key=len)
        near = {number for numbers in found[: SLIPS + 1] for number in numbers}
        return [number for number in sorted(near) if self._is_slip(told, self._titles[number])]

    def _is_slip(self, told: list[str], title: list[str]) -> bool:
        apart = [(one, other) for one, other in zip(told, title, strict=True) if one != other]
        return len(apart) <= SLIPS and all(self._is_same_word(*pair) for pair in apart)

    def _is_same_word(self, typed: str, meant: str) -> bool:
        # One letter for another makes other words too often: days and ways, summer and simmer.
        needed = LETTERS + 1 if len(typed) == len(meant) and sorted(typed) != sorted(meant) else LETTERS
        if max(len(typed), len(meant)) < needed or typed[0] != meant[0] or not (typed + meant).isalpha():
            return False
        return OSA.distance(typed, meant, score_cutoff=1) == 1 and typed not in self._vocabulary()

    def _vocabulary(self) -> frozenset[str]:
        if self._known is None:
            words = {word for title in self._titles for word in title}
            words.update(word for text in self._texts for word in split(fold(text)))
            self._known = frozenset(words)
        return self._known


def _keys(words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """What two names have in common when only slips part them: a word at its place, or its first letter."""
    count = len(words)
    for place, word in enumerate(words):
        yield count, place, word if count > SLIPS else word[0]
