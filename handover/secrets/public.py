"""Passwords in what was written for the public: only a word for one beside what is surely one.

A post is long and nearly none holds one, so its words are looked at as bytes first, in one pass: a label ends
in a word that few texts have, and a sign or verb stands behind it. Only there the rule itself is tried.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain, product
from typing import AnyStr, Final

from handover.languages import all_languages
from handover.secrets import vocabulary as told
from handover.secrets.words import is_mixed

_BEFORE: Final = 80  # characters in which any label finds room
_BEHIND: Final = 400  # characters behind it in which its value begins
_BLANK: Final = 0x20


def surely_names_secret(text: str) -> bool:
    """Whether beside a word for a password stand letters and figures that are no product, date or address."""
    return any(_states_one(text, end) for end in _label_ends(text))


def _states_one(text: str, end: int) -> bool:
    """Whether a label that ends here is followed by a password."""
    if not _lead().match(told.plain(text[end : end + _BEHIND])):
        return False
    start = max(0, end - _BEFORE)
    plain = told.plain(text[max(0, start - 1) : end + _BEHIND])
    return any(is_mixed(match["value"]) for match in _stated().finditer(plain, min(start, 1)))


def _label_ends(text: str) -> Iterator[int]:
    """Where a word stands that may be the last of a label: the place behind it."""
    words, wide = _last_words()
    seen = text.encode("latin-1", "replace").translate(_letters())
    apart = seen.split()
    if not words.isdisjoint(apart):
        for word in words.intersection(apart):
            yield from (at + len(word) for at in _places(seen, word))
    if not text.isascii():  # no wide name is
        for name in wide:
            if name in text:
                yield from (at + len(name) for at in _places(text, name))


def _places(text: AnyStr, word: AnyStr) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


@cache
def _letters() -> bytes:
    """Letters and figures small and without accents, all else a blank, one for one."""
    small = (told.plain(chr(code)) for code in range(256))
    return bytes(ord(c) if c.isalnum() and ord(c) < 256 else _BLANK for c in small)


@cache
def _last_words() -> tuple[frozenset[bytes], tuple[str, ...]]:
    """The last words of all labels; those with letters that Latin-1 lacks, as they may be written."""
    names: set[str] = set()
    listed = (phrase for known in all_languages() for phrase in known.access.passwords.split(","))
    for words in filter(None, (told.plain(phrase).replace("-", " ").split() for phrase in listed)):
        # Apart or in one: "app password", "apppassword".
        for joints in product(("", " "), repeat=len(words) - 1):
            spelled = "".join(chain.from_iterable(zip(words, (*joints, ""), strict=True)))
            names.add(spelled.replace("'", " ").split()[-1])
    narrow = {name for name in names if _is_latin(name)}
    wide = (written for name in sorted(names - narrow) for written in (name, name.capitalize(), name.upper()))
    return frozenset(name.encode("latin-1") for name in narrow), tuple(wide)


def _is_latin(word: str) -> bool:
    return all(ord(c) < 256 for c in word)


@cache
def _lead() -> re.Pattern[str]:
    """What stands between a label and its value."""
    return re.compile(rf"\s*[:=]|\s+(?:{told.verbs()})[\s:]")


@cache
def _stated() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{told.passwords()})(?:\s*[:=]\s*|\s+(?:{told.verbs()})\s*:?\s+)"
        r"[\"'„“«]?(?P<value>\S+)"
    )
