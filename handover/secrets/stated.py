"""What stands behind a word for a password in a text for the public: a password, maybe one, or none.

"Contraseña de Instagram: Camilla#2024" tells one, "Your password: 12 signs at least" does not. What is surely
one is kept from the client, so a text for the public must rarely seem to hold one; what may be one is told
to the manager, who looks at it.
"""

import re
from enum import IntEnum
from functools import cache
from typing import Final

from handover.languages import small_words
from handover.later import pattern
from handover.secrets import vocabulary as told
from handover.secrets.words import core, is_mixed


class Told(IntEnum):
    """How sure it is that a text tells a password or key."""

    NONE = 0
    MAYBE = 1
    SURELY = 2


NONE, MAYBE, SURELY = Told

_BEFORE: Final = 80  # characters in which any label finds room
_BEHIND: Final = 400  # characters behind it in which its value begins
_FEW: Final = 6  # words of a line that says nothing but a password

_WHOSE = r"(?P<whose>(?:[ \t]*[ \t(/][(/]?[^\s:=：;!?|→,.()]+){0,4}?)"  # "de Instagram", "for the page"
_SIGN = r"(?::=|[:=：»→]|->|=>|[ \t][-–—](?=\s))"
_OPEN = r"[\"'`„“«(\[]*"
_REST = r"(?P<rest>[^\n]*)"
_TOPIC = r"(?:は|が|는|은|가|是|为|為)"  # between a label and its value where no space parts words

_DIRECT = pattern(rf"[ \t]+{_OPEN}(?P<value>\S+){_REST}")
# A sign inside that no word, name or address has; after a few words and at the end of its line.
_AT_THE_END = pattern(
    r"(?:[ \t]+[^\s:;!?|#/@]+){1,3}[ \t]+[\"'`„“«(\[]*"
    r"(?P<value>[^\W_][^\s/@:#!$%&*]*[#!$%&*][^\s/@:]*[^\W_]\S?)[ \t]*(?:\n|$)"
)
_BEHIND_LOGIN = pattern(
    r"(?:[ \t]+\w+){0,2}?[ \t]*(?P<sign>[:=])?[ \t]*(?P<id>[^\s/|,;]+)[ \t]*[/|,;][ \t]*"
    r"(?P<value>[^\s,;]+)(?P<ends>[ \t]*(?:\n|$))?"
)
_PLACE = pattern(
    r"(?:www\.\S*|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,8}/\S*|[\w-]+\.(?:com|net|org|de|fr|es|it|io|eu))"
)
_PRICE = pattern(r"%|\boff\b|\b(?:rabatt|descuento|reduction|sconto|desconto|korting|discount)\b")
_IN_ADDRESS = ("?", "&")  # "?token=null&page=1"
# The worst passwords in any list of them: told as a joke as long as no sign says that it is one's own.
_NOTORIOUS = pattern(
    r"(?:passwor[dt]|p[a@]ssw0rd|abc|abcd|qwerty|admin|hallo|hello|hunter|letmein|iloveyou|welcome|welkom|monkey)\d{0,4}"
)


def as_password(text: str, end: int) -> Told:
    """Whether a label that ends at this place is followed by a password."""
    tail = text[end : end + _BEHIND]
    plain = told.plain(tail)
    # First what follows: where a strong label tells none, no label does, and behind few words stands anything
    # like a password. The labels of all languages in one pattern take long to compile.
    if _behind(tail, plain, "", strong=True) == NONE:
        return NONE
    before = told.plain(text[max(0, end - _BEFORE) : end])
    label = _label().search(before)
    if label is None:
        return NONE
    line = before[: label.start()].rpartition("\n")[2]
    strong = label["strong"] is not None
    if not strong and line[-1:] in _IN_ADDRESS:
        return NONE
    found = _behind(tail, plain, line, strong=strong)
    if strong or _begins_a_name(line):
        return found
    # "IG pass: Camilla#2024", and no "Festival pass: Early2026".
    sign = _after_sign().match(plain) if found == SURELY else None
    return SURELY if sign and _has_hard(_value(sign, tail)) else NONE


def _behind(tail: str, plain: str, line: str, *, strong: bool) -> Told:
    found = NONE
    if match := _after_sign().match(plain):
        found = _after_a_sign(match, tail, strong=strong)
    for after in (_after_verb(), _after_topic()):
        if found != SURELY and (match := after.match(plain)):
            found = max(found, _after_a_verb(match, tail, strong=strong))
    if found != SURELY and (match := _DIRECT.match(plain)):
        found = max(found, _at_once(match, tail, line, strong=strong))
    return max(found, _at_the_end(plain, tail)) if strong else found


def _after_a_sign(match: re.Match[str], tail: str, *, strong: bool) -> Told:
    value, whose = _value(match, tail), match["whose"].split()
    if not value:
        return NONE
    if _is_password(value):
        return _named(match, value, strong=strong)
    if behind := _behind_a_name(match, tail, strong=strong):
        return behind
    if not _ends(match):
        return NONE
    if value.isdigit() and 4 <= len(value) <= 12:
        if len(value) == 4 and value[:2] in ("19", "20"):
            return NONE
        return SURELY if strong and len(value) > 4 else MAYBE
    if not strong:
        return NONE
    told_whose = tail[match.start("whose") : match.end("whose")]
    names = not whose or any(c.isupper() for c in told_whose) or not {"wifi", "wlan"}.isdisjoint(whose)
    return MAYBE if value.isalpha() and len(value) >= 4 and names and not match["rest"].strip() else NONE


def _behind_a_name(match: re.Match[str], tail: str, *, strong: bool) -> Told:
    """ "Passwords: Canva gull99, Buffer gull98"."""
    words = tail[match.start("rest") : match.end("rest")].split(None, 1)
    name = tail[match.start("value") : match.end("value")]
    if not words or not name.isalpha() or not name[0].isupper():
        return NONE
    value = core(words[0])
    if not _is_password(value) or value[0] in "@#/<" or _PLACE.fullmatch(value.lower()):
        return NONE
    ends = len(words) == 1 or words[0][-1] in ",;/"
    if _has_hard(value):
        return SURELY if ends or not words[1:] else MAYBE
    return SURELY if strong and ends and not match["whose"].strip() else NONE


def _after_a_verb(match: re.Match[str], tail: str, *, strong: bool) -> Told:
    value = _value(match, tail)
    if not value or not _is_password(value):
        return NONE
    return MAYBE if _NOTORIOUS.fullmatch(value.lower()) else _named(match, value, strong=strong)


def _named(match: re.Match[str], value: str, *, strong: bool) -> Told:
    """How sure it is where a sign or verb stands before what looks like a password."""
    whose = match.groupdict().get("whose") or ""
    if value[0] == "#" or _PRICE.search(whose):
        return MAYBE
    if not strong and value.upper() == value:
        return MAYBE if value.isalnum() else NONE  # "Token economy: ERC-721"
    return SURELY if not whose.strip() or _ends(match) or _has_hard(value) else MAYBE


def _at_once(match: re.Match[str], tail: str, line: str, *, strong: bool) -> Told:
    """ "user mara pw Tide77x", "Wifi password harbour77"."""
    value = _value(match, tail)
    if not value or not _is_password(value):
        return NONE
    if line and told.login_word().search(line):
        return SURELY
    if not strong:
        return NONE
    alone = _ends(match) and len(line.split()) + 2 <= _FEW
    return SURELY if alone and value[0] != "#" else MAYBE


def _at_the_end(plain: str, tail: str) -> Told:
    """ "Passwort Canva Seestern#12", "password changed to Gull#99": nothing else looks like that."""
    match = _AT_THE_END.match(plain)
    value = core(tail[match.start("value") : match.end("value")]) if match else ""
    is_one = _is_password(value) and any(map(str.isdigit, value)) and _PLACE.fullmatch(value.lower()) is None
    return SURELY if is_one else NONE


def beside_login(text: str, end: int) -> Told:
    """Whether behind a word such as "login" a user's name and a password stand, and nothing else."""
    tail = text[end : end + _BEHIND]
    match = _BEHIND_LOGIN.match(tail)
    if match is None or "=" in match["id"]:
        return NONE
    value = core(match["value"])
    if not _is_password(value) or match["id"][0] in "@#" or value[0] in "@#/":
        return NONE
    if not _login_label().search(told.plain(text[max(0, end - _BEFORE) : end])):  # last: long to compile
        return NONE
    if _has_hard(value):
        return SURELY if match["ends"] is not None or any(map(str.isdigit, value)) else MAYBE
    return MAYBE if match["sign"] and match["ends"] is not None else NONE


def _value(match: re.Match[str], tail: str) -> str:
    """What stands where the password would, "" where that is surely none."""
    value = core(tail[match.start("value") : match.end("value")]).rstrip("!?…")
    if value.startswith(("//", "<")):  # of an address, of markup
        return ""
    if not value or told.INNOCENT.fullmatch(told.plain(value)) or told.NO_SECRET.fullmatch(value):
        return value if value.isdigit() and len(value) >= 4 else ""
    return "" if told.PRODUCT.fullmatch(value) or _PLACE.fullmatch(value.lower()) else value


def _is_password(value: str) -> bool:
    """Letters with figures or hard signs, as no word is."""
    return is_mixed(value) and any(c.isdigit() or c in told.HARD for c in value)


def _has_hard(value: str) -> bool:
    return bool(set(value[1:-1]) & told.HARD) and any(map(str.isalpha, value))


def _ends(match: re.Match[str]) -> bool:
    """Whether nothing that belongs to a sentence follows."""
    rest = match["rest"].lstrip()
    return not rest.strip(" \t.,;!)\"'…") or match["value"][-1] in ",;.)" or rest[0] in "/|,;(–—-"


def _begins_a_name(line: str) -> bool:
    """Whether a short word for a password stands first or behind an article: "tu clave", no "fecha clave"."""
    words = line.split()
    return not words or not words[-1][-1].isalnum() or words[-1] in small_words() or _is_login(line)


def _is_login(line: str) -> bool:
    return told.login_word().search(line) is not None


@cache
def _label() -> re.Pattern[str]:
    """A label that ends where the text does."""
    stems = "|".join(told.STEMS)
    return re.compile(
        rf"(?:(?P<strong>(?<!\w)(?:{told.passwords()})|(?<!\w)[^\W\d]*(?:{stems})\w{{0,3}}|(?:{told.unparted()}))"
        rf"|(?<!\w)(?<!palabra )(?<!palabras )(?:{told.any_of(lambda w: w.short)}))$"
    )


@cache
def _login_label() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{told.any_of(lambda w: w.logins)})$")


@cache
def _after_sign() -> re.Pattern[str]:
    return re.compile(rf"{_WHOSE}[\s)]*{_SIGN}\s*{_OPEN}(?P<value>\S+){_REST}")


@cache
def _after_verb() -> re.Pattern[str]:
    return re.compile(rf"{_WHOSE}(?:\s+(?:{told.verbs()})){{1,2}}\s*[:：]?\s+{_OPEN}(?P<value>\S+){_REST}")


@cache
def _after_topic() -> re.Pattern[str]:
    return re.compile(rf"\s*{_TOPIC}[、，,]?\s*[:：]?\s*{_OPEN}(?P<value>[!-~]+){_REST}")
