"""Which language a text is in: the one stated, unless its small words say another."""

from functools import cache, lru_cache

from handover import languages
from handover.check.lexicon import words_of
from handover.later import pattern

_OTHER_SCRIPT = pattern(r"[^\W\d_\u0000-\u024f\u1e00-\u1eff]")
_LETTER = pattern(r"[^\W\d_]")
_CLEAR = 2  # more of another language's words than of the one stated
_SHORT = 4  # words in which one that is another language's alone decides


def language_of(words: frozenset[str], stated: str) -> str:
    """The language of a text: the one stated, unless two more of its common words are another's.

    Where none of the words is one of the stated language, a single one decides in a short text, if no other
    language has it.
    """
    own, others = _told_apart(stated)
    foreign = words & others
    if not foreign:
        return stated
    common, mine = _common(), len(words & own)
    best, most = stated, mine + _CLEAR - 1
    if len(foreign) > most:
        for language, its in common.items():
            count = len(foreign & its)
            if count > most:
                best, most = language, count
    if best == stated and not mine and len(words) <= _SHORT:
        told = {language for word in foreign for language in _only().get(word, ())}
        if len(told) == 1:
            return told.pop()
    return best


def is_in_other_script(text: str) -> bool:
    """Whether most letters of a text are neither Latin nor of a script whose words of time are known."""
    if text.isascii() or not _OTHER_SCRIPT.search(text):
        return False
    return 2 * len(_OTHER_SCRIPT.findall(text)) > len(_LETTER.findall(text))


@cache
def _common() -> dict[str, frozenset[str]]:
    """What tells each language: its common words, its weekdays, its strong words of time."""
    return {
        its.tag: frozenset(
            (*words_of(its.time.common), *_alone(its.time.anywhere), *(its.weekdays if its.time.near else ()))
        )
        - its.some_day
        for its in languages.all_languages()
        if its.time.common
    }


def _alone(listed: str) -> list[str]:
    """The phrases of one word."""
    return [words[0] for part in listed.split(",") if len(words := words_of(part)) == 1]


@lru_cache(maxsize=64)
def _told_apart(stated: str) -> tuple[frozenset[str], frozenset[str]]:
    """The common words of a language, and those of all others."""
    tag, common = languages.language(stated).tag, _common()
    others = (words for language, words in common.items() if language != tag)
    return common.get(tag, frozenset()), frozenset().union(*others)


@cache
def _only() -> dict[str, tuple[str, ...]]:
    """The strong words of time and weekdays that one language with words of time has alone."""
    found: dict[str, list[str]] = {}
    for its in languages.all_languages():
        if its.time.near:
            for word in {*_alone(its.time.anywhere), *words_of(its.time.common)}:
                found.setdefault(word, []).append(its.tag)
    return {word: tuple(tags) for word, tags in found.items() if len(tags) == 1 and len(word) > 2}
