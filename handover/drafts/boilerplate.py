"""What blog software and habits add around an article."""

import re
from collections.abc import Iterable

from handover.later import pattern

PHRASES = (
    "appeared first on",
    "continue reading",
    "read more",
    "keep reading",
    "click here",
    "filed under",
    "posted by",
    "posted in",
    "posted on",
    "photo by",
    "photo credit",
    "image by",
    "image credit",
    "unsplash",
    "affiliate",
    "cookie",
    "newsletter",
    "subscribe",
    "all rights reserved",
    "share this",
    "share on",
    "table of contents",
    "sponsored",
    "leave a comment",
    "guest post",
    "originally published",
    "weiterlesen",
    "erschien zuerst",
    "zuerst erschienen",
    "foto von",
    "abonnier",
    "inhaltsverzeichnis",
    "kommentar",
    "lire la suite",
    "est apparu en premier",
    "crédit photo",
    "abonnez",
    "leer más",
    "seguir leyendo",
    "apareció primero",
    "suscríbete",
    "leia mais",
    "continue lendo",
    "apareceu primeiro",
    "assine a",
    "continua a leggere",
    "leggi tutto",
    "leggi di più",
    "proviene da",
    "iscriviti",
)
_RARE = "etaoinsrdlucmhfgpvwbykjxqz"  # the rarest letter last


def _any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of these phrases that begins with the rarest letter of each and then looks back.

    `re` leaps over all signs that it can't begin with, and so looks at one in eight.
    """
    rest: dict[str, list[str]] = {}
    for phrase in phrases:
        at = max(range(len(phrase)), key=lambda n: (not phrase[n].isascii(), _RARE.find(phrase[n])))
        rest.setdefault(phrase[at], []).append(f"{re.escape(phrase[at + 1 :])}(?<={re.escape(phrase)})")
    return "|".join(f"{letter}(?:{'|'.join(found)})" for letter, found in rest.items())


_ANY = pattern(_any_of(PHRASES))


def phrases_in(lower: str) -> tuple[str, ...]:
    """The phrases that stand anywhere in a text of small letters: most often none."""
    return tuple(filter(lower.__contains__, PHRASES)) if _ANY.search(lower) else ()


def has_any(text: str, phrases: Iterable[str]) -> bool:
    """Whether a text, in whatever letters, has one of these phrases."""
    lower = text.lower()
    return any(phrase in lower for phrase in phrases)
