"""Whether a text announces a post, foretells one, or tells of somebody else's, in any language that is known.

No author's own habit stands in `words.toml`.
"""

import re
from functools import cache, lru_cache

from handover.languages import all_languages
from handover.later import pattern
from handover.text.comparing import bare, fold

_APOSTROPHES = pattern(r"['’ʼ`´]")


@cache
def _pattern(phrases: str, parts: str = "") -> re.Pattern[str]:
    """These fields of all languages: whole words of spaced scripts, and what stands anywhere in the others.

    Made when it is first asked for: few runs do, and it takes longer than the rest of the start. Korean,
    whose words grow endings, goes with the unspaced scripts.
    """
    whole = "|".join(fold(line) for line in _lines(phrases))
    return re.compile("|".join((rf"\b(?:{whole})\b", *(fold(line) for line in _lines(parts)))))


def _lines(field: str) -> list[str]:
    told = (getattr(known.announcements, field) for known in all_languages()) if field else ()
    return [line for text in told for line in text.splitlines() if line]


def announces(text: str) -> bool:
    """Whether the text says that something was written or published, by whoever writes it."""
    return _has(text, _pattern("said", "within")) and not _has(text, _pattern("others"))


def foretells(text: str, *, linked: bool) -> bool:
    """Whether the text speaks of what is still to be written or published.

    `linked`: a link stands beside it that may lead to a post; then only what cannot mean the next one counts.
    """
    return _has(text, _pattern("before")) or (not linked and _has(text, _pattern("ahead")))


def _has(text: str, pattern: re.Pattern[str]) -> bool:
    return pattern.search(_plain(text)) is not None


@lru_cache(maxsize=64)  # a text is asked for several phrases, one after the other
def _plain(text: str) -> str:
    return _APOSTROPHES.sub("", bare(text)).replace("-", " ")
