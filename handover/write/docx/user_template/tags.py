"""One tag as Word's typing leaves it, made a tag of Jinja's: quotes, dashes, invisible signs.

Word, LibreOffice and Google Docs exchange typed signs for typographic ones, each language its own. Quotes
are understood by what opens and what closes; what they hold is written so that nothing behind it can take
it for markup or for a tag's end.
"""

import re
import unicodedata
from typing import Final

from handover.later import pattern

# Braces that are text while a template is read: no XML of a person's holds these two.
BRACES: Final = {"{": "\ufdd0", "}": "\ufdd1"}
# What opens a text in a tag -> what may close it. Sources: the quotation marks of CLDR's languages.
_CLOSES: Final = {
    "„": "“”„\"", "“": "”“\"", "”": "”\"", "‟": "”\"", "«": "»", "»": "«»", "‹": "›", "›": "‹›",
    "‚": "‘’'", "‘": "’‘'", "’": "’'", "「": "」", "『": "』", "〝": "〞〟", '"': '"', "'": "'",
}  # fmt: skip
_SPACED: Final = frozenset("«‹")  # French puts spaces between these quotes and their text
_APOSTROPHES: Final = frozenset("'’‘")  # inside a word they close nothing
_UNSEEN: Final = frozenset("\u00ad\u200b\u2060\ufeff")
_SIGNS: Final = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
    "≠": "!=", "≤": "<=", "≥": ">=",
}  # fmt: skip
# What another step could take for markup, or for the begin or end of a tag or text.
_LOUD: Final = pattern("[{}%#&<>\"'“”‘’]")
_SOFTENED: Final = pattern(r"\\x([0-9a-f]{2})|\\u(20[0-9a-f]{2})")
_WRAPPED: Final = pattern(r"\{\{ ?\((.*)\)\|line ?\}\}", re.DOTALL)
_PLACED: Final = pattern(r"\{\{\s*_(run|paragraph)\(\((.*)\)\|_shown, \d+\) \}\}", re.DOTALL)
_CALLED: Final = pattern(r"\{\{\s*_([a-z]+)\(")
_PREFIX: Final = {"run": "r", "paragraph": "p"}


def plain_tag(tag: str) -> str:
    """The tag with straight quotes, plain spaces and nothing invisible; its texts hold nothing loud."""
    made: list[str] = []
    place = 0
    while place < len(tag):
        sign = tag[place]
        if sign in _CLOSES and (end := _end_of_text(tag, place)):
            made.append(_text(tag[place + 1 : end], spaced=sign in _SPACED))
            place = end + 1
            continue
        if sign in _SIGNS:
            made.append(_SIGNS[sign])
        elif sign.isspace():
            made.append(" ")
        elif unicodedata.category(sign) != "Cf":
            made.append(sign)
        place += 1
    return "".join(made)


def as_written(tag: str) -> str:
    """The tag as its writer sees it."""
    tag = _SOFTENED.sub(lambda m: chr(int(m[1] or m[2], 16)), tag)
    if found := _WRAPPED.fullmatch(tag):
        return "{{ " + found[1].strip() + " }}"
    if found := _PLACED.fullmatch(tag):
        return "{{" + _PREFIX[found[1]] + " " + found[2].strip() + " }}"
    return " ".join(_CALLED.sub(r"{{r \1(", tag).split())


def quoted(text: str) -> str:
    """A text as a tag of our own names it."""
    return _text(text.replace("\\", "\\\\"), spaced=False)


def _end_of_text(tag: str, begin: int) -> int:
    """Where the text that begins at `begin` is closed; 0 where it is not."""
    sign = tag[begin]
    ends = [
        place
        for place in range(begin + 1, len(tag))
        if tag[place] in _CLOSES[sign] and not _is_escaped(tag, place) and not _inside_word(tag, place)
    ]
    if sign == '"':
        return _end_of_straight(tag, begin, ends)
    if sign == "'" and len(ends) % 2 == 0:  # an odd one was closed by a typographic quote
        curly = [p for p in range(begin + 1, len(tag)) if tag[p] in "’‘" and not _inside_word(tag, p)]
        return next((p for p in curly if not ends or p < ends[0]), ends[0] if ends else 0)
    return ends[0] if ends else 0


def _end_of_straight(tag: str, begin: int, ends: list[int]) -> int:
    """The end of a text that a straight quote opens: a straight one, or the curly one Word made of it."""
    inside = tag[begin + 1 : ends[0] if ends else len(tag)]
    curly = next((n for n, sign in enumerate(inside) if sign in "”“"), None)
    if curly is None or (ends and inside.count("”") == inside.count("“") + inside.count("„")):
        return ends[0] if ends else 0
    if ends and inside.count("“") == inside.count("„"):
        return ends[0]
    return begin + 1 + curly


def _is_escaped(tag: str, place: int) -> bool:
    before = tag[:place]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1


def _inside_word(tag: str, place: int) -> bool:
    return (
        tag[place] in _APOSTROPHES
        and tag[place - 1].isalnum()
        and place + 1 < len(tag)
        and tag[place + 1].isalnum()
    )


def _text(inside: str, *, spaced: bool) -> str:
    """A text of the tag's, between straight quotes."""
    if spaced:
        inside = inside.strip()
    inside = "".join(sign for sign in inside if sign not in _UNSEEN)
    made: list[str] = []
    signs = iter(inside)
    for sign in signs:
        if sign == "\\":
            following = next(signs, "\\")
            made.append(_soft(following) if following in "'\"" else f"\\{_soft(following)}")
        else:
            made.append(_soft(sign))
    return f"'{''.join(made)}'"


def _soft(sign: str) -> str:
    if not _LOUD.match(sign):
        return sign
    return f"\\x{ord(sign):02x}" if ord(sign) < 256 else f"\\u{ord(sign):04x}"
