"""Passwords in what was written for the public: only a word for one beside what is surely one.

A post is long and nearly none holds one, so its words are looked at as bytes first, in one pass: a label ends
in a word that few texts have. Only there the rule itself (`stated`) is tried.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import chain, product
from typing import AnyStr, Final

from handover.languages import AccessWords, all_languages
from handover.later import pattern
from handover.secrets import vocabulary as told
from handover.secrets.stated import NONE, SURELY, Told, as_password, beside_login

_BLANK: Final = 0x20
_WITH_LOGIN: Final = pattern(r"://[^\s/@:]+:[^\s/@]+@\w")  # ftp://mara:gull99@ftp.example
# Letters that a name beyond Latin-1 may have, and no dashes, quotes or pictures. Told by what they are not,
# which are fewer: to compile a pattern `re` walks through every sign that it names.
_WIDE: Final = pattern(r"[^\x00-\xff\u1f00-\u303f\U00010000-\U0010ffff]")
_STEMS: Final = tuple(stem.encode() for stem in told.STEMS)


def named(text: str) -> Told:
    """Whether a word for a password stands beside one, surely or maybe."""
    if "://" in text and _WITH_LOGIN.search(text):
        return SURELY
    found = NONE
    for end, rule in _places(text):
        found = max(found, rule(text, end))
        if found == SURELY:
            break
    return found


def _places(text: str) -> Iterator[tuple[int, Callable[[str, int], Told]]]:
    """Where a word stands that may be the last of a label: the place behind it, and what to ask there."""
    narrow, logins, wide = _last_words()
    seen = text.encode("latin-1", "replace").translate(_letters())
    apart = seen.split()
    if not narrow.isdisjoint(apart):
        for word in narrow.intersection(apart):
            yield from ((end, as_password) for end in _ends(seen, word))
    if not logins.isdisjoint(apart):
        for word in logins.intersection(apart):
            yield from ((end, beside_login) for end in _ends(seen, word))
    for stem in _STEMS:  # in one word with what it is for: "Instapasswort"
        if stem in seen:
            for end in _ends(seen, stem):
                behind = seen.find(b" ", end)
                yield (behind if behind >= 0 else len(seen)), as_password
    if not text.isascii() and _WIDE.search(text):
        for name in wide:
            if name in text:
                yield from ((end, as_password) for end in _ends(text, name))


def _ends(text: AnyStr, word: AnyStr) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at + len(word)
        at = text.find(word, at + len(word))


@cache
def _letters() -> bytes:
    """Letters and figures small and without accents, all else a blank, one for one."""
    small = (told.plain(chr(code)) for code in range(256))
    return bytes(ord(c) if c.isalnum() and ord(c) < 256 else _BLANK for c in small)


@cache
def _last_words() -> tuple[frozenset[bytes], frozenset[bytes], tuple[str, ...]]:
    """The last words of all labels and of the words before a user's name, and those of labels with letters
    that Latin-1 lacks, as they may be written."""
    passwords = {*_last(lambda w: w.passwords), *_last(lambda w: w.short)}
    # Without its accents, as many write it, a name may be of Latin-1: "sifre".
    narrow = {plain for name in passwords if _is_latin(plain := told.plain(name))}
    wide = dict.fromkeys(
        written
        for name in sorted(name for name in passwords if not _is_latin(name))
        for written in (name, name.capitalize(), name.upper())
        if not written.isascii()
    )
    logins = {plain for name in _last(lambda w: w.logins) if _is_latin(plain := told.plain(name))}
    return _as_bytes(narrow), _as_bytes(logins), tuple(wide)


def _last(of: Callable[[AccessWords], str]) -> Iterator[str]:
    """The last words of these phrases of all languages, in small letters."""
    listed = (phrase for known in all_languages() for phrase in of(known.access).split(","))
    for words in filter(None, (phrase.lower().replace("-", " ").split() for phrase in listed)):
        # Apart or in one: "app password", "apppassword".
        for joints in product(("", " "), repeat=len(words) - 1):
            spelled = "".join(chain.from_iterable(zip(words, (*joints, ""), strict=True)))
            yield spelled.replace("'", " ").split()[-1]


def _as_bytes(names: Iterable[str]) -> frozenset[bytes]:
    return frozenset(name.encode("latin-1") for name in names)


def _is_latin(word: str) -> bool:
    return all(ord(c) < 256 for c in word)
