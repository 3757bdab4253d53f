"""What the headers of other trades say, in the languages of the house and their neighbours, as one literal
table: who writes to whom, who bought, rated, applied, and what is for sale.

Headers are compared as `roles.normal` spells them. A word stands here only for what it says by itself;
what several together make of a table stands in `kinds`.
"""

from collections.abc import Sequence

from handover.read.updates.tables.foreign.log_signs import LOG_SIGNS
from handover.read.updates.tables.foreign.sign_words import SIGNS
from handover.read.updates.tables.header.user_map import spelled
from handover.read.updates.tables.rows.cell_words import listed

# By the header as it is spelled, and without its spaces: "EMAILADDRESS".
_SIGN_OF: dict[str, frozenset[str]] = {}
for _sign, _words in (*SIGNS.items(), *LOG_SIGNS.items()):
    _one = frozenset((_sign,))
    for _word in listed(_words):
        _SIGN_OF[_word] = _SIGN_OF[_word] | _one if _word in _SIGN_OF else _one
        if " " in _word:
            _word = _word.replace(" ", "")
            _SIGN_OF[_word] = _SIGN_OF[_word] | _one if _word in _SIGN_OF else _one

# "Your e-mail", "Name of the customer": what says whose it is, not what it is.
_WHOSE = frozenset(
    listed(
        "your | our | my | the | of | their | his | her | ihre | ihr | votre | tu | su | il tuo | seu | uw"
    )
)


def signs_of(header: Sequence[str]) -> dict[str, list[int]]:
    """Each sign these headers give, and the columns that give it."""
    found: dict[str, list[int]] = {}
    for index, word in enumerate(header):
        for sign in _signs(word) if word else ():
            found.setdefault(sign, []).append(index)
    return found


def _signs(word: str) -> frozenset[str]:
    whole = spelled(word)
    if found := _SIGN_OF.get(whole):
        return found
    bare = " ".join(part for part in whole.split() if part not in _WHOSE)
    return _SIGN_OF.get(bare, frozenset()) if bare != whole else frozenset()
