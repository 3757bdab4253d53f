"""What gives a secret away: the words for one in every language, and what stands beside them.

Patterns are matched against `plain` text: lower case without accents.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import Final

from handover.languages import AccessWords, all_languages
from handover.later import pattern

# What follows such a word in an innocent sentence. Compared without case and accents.
INNOCENT: Final = pattern(
    r"1password\w*|bitwarden|lastpass|keepass\w*|dashlane|nordpass|vault|via|in|by|per|uber|ueber|im|see|siehe|"
    r"shared|will|to|not|never|no|none|kein\w*|nie|reset|changed?|geandert|wird|with|mit|from|you|your|"
    r"client\w*|kund\w*|handed|sent|stored|managed|unchanged|unverandert|known|bekannt|n/a|-+|–|—|tbd|ask|voir|par|"
    r"dans|por|en|nel\w*|tramite|em|no|na|atraves|yours?|already|bereits|set|held|kept|available|required|the|"
    r"a|an|der|die|das|le|la|el|il|o|same|on|at|up|safe\w*|sicher\w*|separat\w*|tresor|cofre|coffre|\*+|•+|x+|\.+|…"
)
# Names that end in figures and are no password.
PRODUCT: Final = pattern(
    r"(?:1password|(?:office|microsoft|m|o|iphone|ipad|ios|ipados|pixel|galaxy|chrome|firefox|windows|win|android|"
    r"macos|web|auth|outlook|exchange|typo|magento|drupal|ga|mp|gpt|html|css|level|room|raum|zimmer|stufe|editor)"
    r"-?\d+\w*)",
    re.IGNORECASE,
)
HARD: Final = frozenset("!$%^&*#?~+=@|{}§")
SEPARATOR: Final = r"(?::=|[:=|»→]|->|=>|\s[-–—](?=\s))"
VALUE: Final = r"[\"'`„“”«»(\[]*(?P<value>\S+)(?P<rest>[^\n,;.]*)"
BETWEEN: Final = r"(?:[\s(]+[^\s:=;!?|]+){0,5}?"
CODE: Final = r"(?:code|codigo|codice|kod|kode)s?"
NO_SECRET: Final = pattern(
    r"\d{1,4}([./-])\d{1,2}\1(?:\d{1,4})?|\d{1,2}[:.h]\d{0,2}(?:uhr|am|pm)?|q[1-4][-/]?\d{2,4}"  # days
    r"|\d{1,3}[^\W\d_]{1,4}|\d+[.,]?\d*\s?[%€$£+]?|(?:19|20)\d\d(?:[-/]\d{2,4})?"  # 12th, 50%, 2026/27
    r"|[^@\s]+@[^@\s]+\.\w+|@[\w.]+|\+?\d[\d()/]+|.*://.*",
    re.IGNORECASE,
)
FOUR_BY_FOUR: Final = pattern(r"(?:[a-z]{4} ){3}[a-z]{4}(?!\w)", re.IGNORECASE)  # Google's app passwords
# In one word with what the password is for: "Instapasswort".
STEMS: Final = ("passwor", "kennwor", "wachtwoord", "losenord", "salasana", "jelsz", "adgangskod")
SHORTENED: Final = ("pw", "pwd", "pass", "passwd", "mdp")
ANSWERS: Final = (
    "answer",
    "antwort",
    "reponse",
    "respuesta secreta",
    "resposta secreta",
    "risposta segreta",
)
SHORTEST: Final = pattern(
    r"\bu(?:ser)?\s*[:=]\s*\S+[\s,;/|]+p(?:w|ass)?\s*[:=]\s*\S{4,}"
)  # "u: ines p: tide77"
QUESTION: Final = pattern(
    r"(?:question|frage|pregunta|pergunta|domanda)\b.{0,60}"
    r"\b(?:answer|antwort|reponse|respuesta|resposta|risposta)\s*[:=]\s*(?!in |im |nel |en |na )\w"
)
BEARER: Final = pattern(
    r"\b(?:bearer|basic)\s+(?=\S*[\d=])[A-Za-z0-9+/_.-]{16,}=*|\botpauth://", re.IGNORECASE
)
NOT_PASS: Final = pattern(r"(?:press|boarding|ski|day|season|travel|rail|bus|media|visitor|museum|le|un)\s+$")
LONE_CODES: Final = pattern(
    r"(?<![\d+])(?:\d{4}[ -]\d{4}|\d{6,10})(?!\d)|\b(?=[a-z0-9-]*\d)[a-z0-9]{4,5}-[a-z0-9]{4,5}\b"
)


_NO_SPACES: Final = 0x3000  # from here on in Unicode: kana, Chinese characters, Hangul


class _Bare(dict[int, str]):
    """Each character in lower case without accents, one for one; worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        bare = unicodedata.normalize("NFD", chr(code))[0].lower()
        found = self[code] = bare if len(bare) == 1 else chr(code)
        return found


_BARE: Final = _Bare()


def plain(text: str) -> str:
    """Lower case without accents, every character in its place."""
    return text.translate(_BARE)


def any_of(of: Callable[[AccessWords], str]) -> str:
    """A pattern of these phrases of all languages, the longest first; a space may be a hyphen or nothing."""
    return "|".join(_spelled(p) for p in sorted(_phrases(of), key=lambda p: (-len(p), p)))


def _phrases(of: Callable[[AccessWords], str]) -> set[str]:
    return {plain(" ".join(p.split())) for known in all_languages() for p in of(known.access).split(",")} - {
        ""
    }


def _spelled(phrase: str) -> str:
    return re.escape(phrase).replace(r"\ ", r"['’ -]?").replace(r"\-", "[ -]?")


def hinted(plain: str) -> bool:
    """Whether a text holds what it must before any of it is looked at."""
    return any(part in plain and _phrase(phrase).search(plain) for part, phrase in _hints())


@cache
def _hints() -> tuple[tuple[str, str], ...]:
    """Each phrase with the longest piece of it that is written one way only: most texts hold none of these
    pieces, and the patterns of all languages in one take longer to compile than a small build's details."""
    phrases = set().union(
        *(
            _phrases(of)
            for of in (
                lambda w: w.passwords,
                lambda w: w.short,
                lambda w: w.backup_codes,
                lambda w: w.logins,
                lambda w: w.sign_in,
            )
        )
    )
    pieces = [(max(p.replace("-", " ").split(" "), key=len), p) for p in sorted(phrases)]
    return (*pieces, ("cod", ""), ("kod", ""))


@cache
def _phrase(phrase: str) -> re.Pattern[str]:
    """A phrase as it may be spelled; "": a word for a code."""
    return re.compile(_spelled(phrase) if phrase else CODE)


@cache
def verbs() -> str:
    return any_of(lambda w: w.verbs)


@cache
def labels() -> re.Pattern[str]:
    strong, short = any_of(lambda w: w.passwords), any_of(lambda w: w.short)
    return re.compile(
        rf"(?:(?<!\w)|(?<=\w)(?=passwor|kennwor))(?:(?P<strong>{strong})|(?<!palabra )(?<!palabras )"
        rf"(?P<short>(?P<number>[\w-]*\s?pin(?:[ -]?code)?|code pin|codigo pin|codice pin|puk|geheimzahl"
        rf"|pinkod|passcode|pass code)|{short}))(?!\w)"
    )


@cache
def after_sign() -> re.Pattern[str]:
    return re.compile(rf"{BETWEEN}[)\s]*{SEPARATOR}\s*{VALUE}")


@cache
def after_verb() -> re.Pattern[str]:
    return re.compile(rf"(?:[\s(]+[^\s:=;!?|]+){{0,4}}?(?:\s+(?:{verbs()})){{1,3}}\s*:?\s+{VALUE}")


@cache
def direct() -> re.Pattern[str]:
    return re.compile(rf"(?:\s+(?!(?:{verbs()})\b)[a-z]+)?\s+{VALUE}")


@cache
def login_word() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(lambda w: w.logins)})\b")


@cache
def login() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{any_of(lambda w: w.logins)})\b(?:\s+\w+){{0,2}}?\s*[:=]?\s*(?P<id>[^\s/|,;]+)"
        r"\s*(?:[/|,;]|:(?=\S)|\s[-–]\s)\s*(?P<value>[^\s,;]+)"
    )


@cache
def by() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(lambda w: w.by)})\s+(?P<value>[^\s,;]+)")


@cache
def sign_in_word() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(lambda w: w.sign_in)})\b")


@cache
def codes() -> re.Pattern[str]:
    what = any_of(lambda w: w.codes_for)
    return re.compile(
        rf"(?:\b(?:{what})[\w' -]{{0,12}}?{CODE}|\b{CODE}\b[^\n:=.;]{{0,25}}?\b(?:{what})\w*)(?!\w)"
        rf"(?:\s*[:=]\s*|\s+(?:{verbs()})\s+|\s+)(?P<value>\d{{4,8}}(?![\w.-])|[^\s,;.]{{6,}})"
    )


@cache
def backups() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(lambda w: w.backup_codes)})\b")


@cache
def passwords() -> str:
    return any_of(lambda w: w.passwords)


@cache
def unparted() -> str:
    """The words for a password in writing that puts no space between words."""
    wide = (phrase for phrase in _phrases(lambda w: w.passwords) if ord(phrase[0]) > _NO_SPACES)
    return "|".join(sorted(map(re.escape, wide), key=lambda p: (-len(p), p)))
