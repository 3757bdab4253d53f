"""Whether a text that is nearly a title says something else in its place."""

import re
from collections.abc import Collection
from itertools import pairwise
from typing import TYPE_CHECKING

from handover.languages import small_words
from handover.languages.sentences import sayings_of
from handover.later import library
from handover.pair.titles import Text, Title
from handover.text.comparing import open_tags, words

if TYPE_CHECKING:
    from rapidfuzz import fuzz
    from rapidfuzz.distance import Levenshtein
else:
    fuzz = library("rapidfuzz.fuzz")
    Levenshtein = library("rapidfuzz.distance.Levenshtein")

SHORTEST, ENDING = 3, 3  # letters of a word that may grow, and letters it may grow by
LONG_WORD = 6  # letters from which on a word may be a slip of one that is alike
ONE_WORD = 75  # how alike (of 100) two forms of a long word must be
_SIGN = re.compile(r"[^\w\s'’-]")
_CLOSING = '.!?…"”“»）)'


def differs(title: Title, text: Text, names: Collection[str], loose: bool = False) -> bool:
    """Whether the text has another name, thing or number where the title has its own: "our baker Ilse" is
    not about "our baker Tomas".

    Words are laid beside each other in order. Small words may differ, and forms of one word ("cross",
    "crossing") do not; a word that is only missing says nothing. With `loose`, for texts that say the title
    in their own words, what differs must be a name or a number, or stand between words that agree. `names`:
    all words the post is called by, its address's too.
    """
    steps = list(Levenshtein.opcodes(title.words, text.words))
    for before, step, after in zip([None, *steps], steps, [*steps[1:], None], strict=False):
        if step.tag != "replace":
            continue
        held = before is not None and after is not None and before.tag == after.tag == "equal"
        mine, theirs = title.words[step.src_start : step.src_end], text.words[step.dest_start : step.dest_end]
        for one, other in zip(mine, theirs, strict=True):
            if (
                _is_another(one, other, title, text)
                and other not in names
                and (held or not loose or _is_named(one, other, text))
            ):
                return True
    return False


def parted(title: Title, written: str, text: Text) -> bool:
    """Whether no one sentence of the text has what it shares with a title: "Thanks for the winter walk! The
    torches are back" is not "Winter walk with torches". A title with a sign may stand in two.
    """
    if _SIGN.search(written.strip(_CLOSING)):
        return False
    common = (title.set & text.set) - small_words()
    return not any(common <= frozenset(words(open_tags(said, common))) for said in sayings_of(text.raw))


def _is_another(mine: str, theirs: str, title: Title, text: Text) -> bool:
    if mine in small_words() or theirs in small_words() or mine in text.set or theirs in title.set:
        return False
    if any(mine in pair and "".join(pair) in text.set for pair in pairwise(title.words)):
        return False  # "paper craft" and "papercraft"
    return not any(_is_form(mine, word) for word in text.set)


def _is_form(one: str, other: str) -> bool:
    """Whether two words are forms of one, or a slip of the pen apart."""
    few, many = sorted((one, other), key=len)
    grown = len(few) >= SHORTEST and len(many) - len(few) <= ENDING
    if grown and (many.startswith(few) or many.endswith(few)):
        return True
    return len(few) >= LONG_WORD and fuzz.ratio(one, other) >= ONE_WORD


def _is_named(mine: str, theirs: str, text: Text) -> bool:
    return theirs in text.names or not mine.isalpha() or not theirs.isalpha()
