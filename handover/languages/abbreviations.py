"""Whether a full stop ends a word that is cut short and no sentence, in any language that is known."""

from functools import cache

from handover.languages import all_languages
from handover.later import pattern

LONGEST = 12  # letters before a full stop that are looked at
_WORD = pattern(r"(?:^|[\s(\[\"'“„«’-])((?:\w|\.(?=\w))+)\.$")
_INITIAL = pattern(r"(?:^|[\W_])[^\W\d_]$")  # "J. Doe", "z. B.", "U.S."


def is_cut_short(before: str) -> bool:
    """Whether the text up to a full stop, and with it, ends in an abbreviation or an initial."""
    looked_at = before[-LONGEST - 2 : -1]
    word = looked_at[looked_at.rfind(" ") + 1 :]
    if word.isalpha():  # most are letters alone, of which `_WORD` takes just these
        return len(word) == 1 or word in abbreviations()
    found = _WORD.search(before[-LONGEST - 2 :])
    return found is not None and (found[1] in abbreviations() or _INITIAL.search(found[1]) is not None)


@cache
def abbreviations() -> frozenset[str]:
    """As they are written, and with the capital that begins a sentence: "Vgl. Kapitel 3"."""
    told = [word for known in all_languages() for word in known.abbreviations]
    return frozenset({*told, *(word[:1].upper() + word[1:] for word in told)})
