"""The language a blog is written in, guessed from its own words where it does not say it.

A script of its own tells a language at once; among those that share one, the commonest words do
(`telling_words.toml`). Better no guess than a wrong one: too few words, or two languages near each other,
are no answer.
"""

import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from handover.later import pattern
from handover.text.links import without_addresses

FEWEST = 40  # words of a text that is judged at all
SEEN = 6_000  # words that are looked at
SHARE = 0.12  # of all words: common words of the language; a text of names and code has less
LEAD = 1.6  # times as many as of the next one
_WORD = pattern(r"[^\W\d_]+")
_SPACELESS = pattern(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
_MAILBOX = pattern(r"\S+@\S+")
# Scripts that one language of ours uses alone, and how much of a text's letters they must be.
_SCRIPTS = (
    ("ja", pattern(r"[\u3040-\u30ff]"), 0.2),
    ("ko", pattern(r"[\uac00-\ud7af]"), 0.4),
    ("zh", pattern(r"[\u3400-\u9fff]"), 0.5),
    ("el", pattern(r"[\u0370-\u03ff\u1f00-\u1fff]"), 0.5),
    ("he", pattern(r"[\u0590-\u05ff]"), 0.5),
    ("th", pattern(r"[\u0e00-\u0e7f]"), 0.5),
)


def guess(texts: Iterable[str]) -> str:
    """The language (BCP 47) most of `texts` is written in; "" where that cannot be told."""
    text = _MAILBOX.sub(" ", without_addresses("\n".join(texts)[: SEEN * 10]))
    letters = sum(map(str.isalpha, text))
    words = _WORD.findall(text.casefold())[:SEEN]
    if len(words) + len(_SPACELESS.findall(text)) // 2 < FEWEST or not letters:
        return ""
    for tag, script, share in _SCRIPTS:
        if len(script.findall(text)) >= share * letters:
            return tag
    return _by_words(words)


def _by_words(words: list[str]) -> str:
    counts = Counter(_plain(word) for word in words)
    common = {tag: sum(counts[word] for word in its) for tag, its in _telling().items()}
    own = {tag: sum(counts[word] for word in its if _owners()[word] == 1) for tag, its in _telling().items()}
    ranked = sorted(common, key=lambda tag: (common[tag] + own[tag], tag), reverse=True)
    first, second = ranked[:2]
    if common[first] < SHARE * len(words):
        return ""
    return first if common[first] + own[first] >= LEAD * (common[second] + own[second]) else ""


def _plain(word: str) -> str:
    """A word without accents, as people without the keys for them write it."""
    if word.isascii():
        return word
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))


@cache
def _telling() -> dict[str, frozenset[str]]:
    table = tomllib.loads((Path(__file__).parent / "telling_words.toml").read_text(encoding="utf-8"))
    return {tag: frozenset(_plain(w) for w in words.split() if len(w) > 1) for tag, words in table.items()}


@cache
def _owners() -> Counter[str]:
    """Of how many languages a word is."""
    return Counter(word for its in _telling().values() for word in its)
