"""Secrets that words give away: "Passwort lautet Sommer24", "login: ines / Tide77", "PIN 4711".

The words of every language count in any text (`languages/<tag>/words.toml`, [access]): whoever writes German
says "password", too. What follows them must look like a secret; an innocent sentence about passwords, a date,
a product's name or an address does not.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from typing import Final

from handover.languages import AccessWords, all_languages, small_words

# What follows such a word in an innocent sentence. Compared without case and accents.
_INNOCENT: Final = re.compile(
    r"1password\w*|bitwarden|lastpass|keepass\w*|dashlane|nordpass|vault|via|in|by|per|uber|ueber|im|see|siehe|"
    r"shared|will|to|not|never|no|none|kein\w*|nie|reset|changed?|geandert|wird|with|mit|from|you|your|"
    r"client\w*|kund\w*|handed|sent|stored|managed|unchanged|unverandert|known|bekannt|n/a|-+|–|—|tbd|ask|voir|par|"
    r"dans|por|en|nel\w*|tramite|em|no|na|atraves|yours?|already|bereits|set|held|kept|available|required|the|"
    r"a|an|der|die|das|le|la|el|il|o|same|on|at|up|safe\w*|sicher\w*|separat\w*|tresor|cofre|coffre|\*+|•+|x+|\.+|…"
)
# Names that end in figures and are no password.
_PRODUCT: Final = re.compile(
    r"(?:1password|(?:office|microsoft|m|o|iphone|ipad|ios|ipados|pixel|galaxy|chrome|firefox|windows|win|android|"
    r"macos|web|auth|outlook|exchange|typo|magento|drupal|ga|mp|gpt|html|css|level|room|raum|zimmer|stufe|editor)"
    r"-?\d+\w*)",
    re.IGNORECASE,
)
_HARD: Final = frozenset("!$%^&*#?~+=@|{}§")
_SEPARATOR: Final = r"(?::=|[:=|»→]|->|=>|\s[-–—](?=\s))"
_VALUE: Final = r"[\"'`„“”«»(\[]*(?P<value>\S+)(?P<rest>[^\n,;.]*)"
_BETWEEN: Final = r"(?:[\s(]+[^\s:=;!?|]+){0,5}?"
_CODE: Final = r"(?:code|codigo|codice|kod|kode)s?"
_NO_SECRET: Final = re.compile(
    r"\d{1,4}([./-])\d{1,2}\1(?:\d{1,4})?|\d{1,2}[:.h]\d{0,2}(?:uhr|am|pm)?|q[1-4][-/]?\d{2,4}"  # days
    r"|\d{1,3}[^\W\d_]{1,4}|\d+[.,]?\d*\s?[%€$£+]?|(?:19|20)\d\d(?:[-/]\d{2,4})?"  # 12th, 50%, 2026/27
    r"|[^@\s]+@[^@\s]+\.\w+|@[\w.]+|\+?\d[\d()/]+|.*://.*",
    re.IGNORECASE,
)
_FOUR_BY_FOUR: Final = re.compile(r"(?:[a-z]{4} ){3}[a-z]{4}(?!\w)", re.IGNORECASE)  # Google's app passwords
# What each word for a password in any language has in it: most texts are done with here.
_AT_ALL: Final = (
    *(
        "pw",
        "pass",
        "word",
        "wort",
        "wört",
        "wachtw",
        "kenn",
        "key",
        "sleutel",
        "schlüssel",
        "clé",
        "clave",
        "chave",
    ),
    *(
        "chiave",
        "klucz",
        "secret",
        "segret",
        "geheim",
        "token",
        "mdp",
        "contrase",
        "senha",
        "parol",
        "palabra",
    ),
    *("palavra", "hasł", "lösen", "answer", "antwor", "réponse", "seed", "code", "phrase"),
)
_SHORTENED: Final = ("pw", "pwd", "pass", "passwd", "mdp")
_ANSWERS: Final = (
    "answer",
    "antwort",
    "reponse",
    "respuesta secreta",
    "resposta secreta",
    "risposta segreta",
)
_SHORTEST: Final = re.compile(
    r"\bu(?:ser)?\s*[:=]\s*\S+[\s,;/|]+p(?:w|ass)?\s*[:=]\s*\S{4,}"
)  # "u: ines p: tide77"
_QUESTION: Final = re.compile(
    r"(?:question|frage|pregunta|pergunta|domanda)\b.{0,60}"
    r"\b(?:answer|antwort|reponse|respuesta|resposta|risposta)\s*[:=]\s*(?!in |im |nel |en |na )\w"
)
_BEARER: Final = re.compile(
    r"\b(?:bearer|basic)\s+(?=\S*[\d=])[A-Za-z0-9+/_.-]{16,}=*|\botpauth://", re.IGNORECASE
)
_NOT_PASS: Final = re.compile(
    r"(?:press|boarding|ski|day|season|travel|rail|bus|media|visitor|museum|le|un)\s+$"
)
_LONE_CODES: Final = re.compile(
    r"(?<![\d+])(?:\d{4}[ -]\d{4}|\d{6,10})(?!\d)|\b(?=[a-z0-9-]*\d)[a-z0-9]{4,5}-[a-z0-9]{4,5}\b"
)


def names_secret(text: str) -> bool:
    """Whether a text gives away a password or code beside a word that says so."""
    plain = _plain(text)
    if not _hint().search(plain) and not _SHORTEST.search(plain):
        return False
    return any(found(plain, text) for found in (_labelled, _beside_login, _signing_in, _code, _backup_codes))


def surely_names_secret(text: str) -> bool:
    """The same for what was written for the public: only a word for a password beside what is surely one."""
    low = text.lower()
    if not any(part in low for part in _AT_ALL):
        return False
    plain = _plain(text)
    return any(_mixed(match["value"]) for match in _surely().finditer(plain))


def _labelled(plain: str, text: str) -> bool:
    for label in _labels().finditer(plain):
        shown = plain[label.end() : label.end() + 120]
        if label["strong"] and (_phrase(label[0], shown) or _app_password(shown) or _answer(label[0], shown)):
            return True
        if label["short"] == "pass" and not _is_for_login(plain, label.start(), shown):
            continue
        if _stated(label, shown, plain, text):
            return True
    return False


def _stated(label: re.Match[str], shown: str, plain: str, text: str) -> bool:
    """Whether a label's value follows: after a sign, after a verb, or at once."""
    strong, number = label["strong"] is not None, label["number"] is not None
    tail = text[label.end() : label.end() + 120]
    if (match := _after_sign().match(shown)) and _is_secret(match, tail, strong=strong, number=number):
        return True
    if (match := _after_verb().match(shown)) and _is_secret(match, tail, strong=False, number=number):
        return True
    if text[label.start() : label.end()] in ("pin", "Pin"):  # "pin 2024 posts"
        return False
    behind = label[0] in _SHORTENED and _login_word().search(plain[: label.start()]) is not None
    match = _direct().match(shown)
    return match is not None and _is_secret(match, tail, strong=behind, number=number)


def _is_secret(match: re.Match[str], tail: str, *, strong: bool, number: bool) -> bool:
    """Whether what stands after a label is a secret; beside a strong one and a sign, any lone word is."""
    value, rest = _core(tail[match.start("value") : match.end("value")]), match["rest"].strip()
    if not value or _INNOCENT.fullmatch(_plain(value)) or _PRODUCT.fullmatch(value):
        return False
    if value.rstrip("#*").isdigit():
        least = 3 if number and match.re is not _after_sign() else 4
        return least <= len(value.rstrip("#*")) <= 12 and (number or (strong and not rest))
    if _NO_SECRET.fullmatch(value):
        return False
    if _is_strange(value):
        return True
    after = rest.strip("()[]\"'").split()
    if strong and len(after) == 1 and value[:1].isupper() and _mixed(after[0]):
        return True  # "Passwords: Canva gull99"
    return strong and not after and len(value) >= 4


def _is_strange(value: str) -> bool:
    """Unlike a word: letters with figures, with a sign that no word holds, or with case that turns."""
    letters, digits = any(map(str.isalpha, value)), any(map(str.isdigit, value))
    if len(value) < 5 or not letters:
        return bool(len(value) >= 5 and digits and set(value) & _HARD)
    turns = sum(a.isupper() != b.isupper() for a, b in pairwise(value[1:]))
    return digits or bool(set(value[1:]) & _HARD) or turns > 2


def _mixed(value: str) -> bool:
    """Letters and figures that are no product, date or address: a password wherever it stands."""
    core = _core(value)
    if len(core) < 6 or _NO_SECRET.fullmatch(core) or _PRODUCT.fullmatch(core):
        return False
    return any(map(str.isalpha, core)) and (any(map(str.isdigit, core)) or bool(set(core[1:-1]) & _HARD))


def _core(value: str) -> str:
    return value.strip("\"'`„“”«»()[]").rstrip(",;.:")


def _phrase(label: str, shown: str) -> bool:
    """Four words and more after "seed phrase", none of them one of a sentence."""
    if "phrase" not in label.lower():
        return False
    words = re.findall(r"[\w]+", re.sub(rf"^\s*(?:{_SEPARATOR}|(?:{_verbs()})\b)?", "", shown))[:4]
    return len(words) == 4 and not any(word.lower() in small_words() for word in words)


def _answer(label: str, shown: str) -> bool:
    """The answer to a question that a service asks: any word after a sign."""
    match = _after_sign().match(shown) if label.endswith(_ANSWERS) else None
    return match is not None and not _INNOCENT.fullmatch(_core(match["value"]))


def _app_password(shown: str) -> bool:
    match = _FOUR_BY_FOUR.search(shown[:60])
    return match is not None and not any(word.lower() in small_words() for word in match[0].split())


def _is_for_login(plain: str, start: int, shown: str) -> bool:
    """Whether "pass" is a password: beside a sign, or behind a user's name; never "press pass"."""
    before = plain[:start]
    return not _NOT_PASS.search(before) and (
        _after_sign().match(shown) is not None or _login_word().search(before) is not None
    )


def _beside_login(plain: str, text: str) -> bool:
    if _SHORTEST.search(plain) or _QUESTION.search(plain):
        return True
    matches = _login().finditer(plain)
    return any(_mixed(text[m.start("value") : m.end("value")]) and _is_strange(m["value"]) for m in matches)


def _signing_in(plain: str, text: str) -> bool:
    for match in _by().finditer(plain):
        around = plain[max(0, match.start() - 40) : match.end() + 40]
        if _mixed(text[match.start("value") : match.end("value")]) and _sign_in_word().search(around):
            return True
    return False


def _code(plain: str, _text: str) -> bool:
    values = (_core(match["value"]) for match in _codes().finditer(plain))
    return any(_mixed(v) if not v.isdigit() else not re.fullmatch(r"(?:19|20)\d\d", v) for v in values)


def _backup_codes(plain: str, _text: str) -> bool:
    for match in _backups().finditer(plain):
        tail = re.sub(r"\d{4}-\d\d-\d\d|\+\d[\d ]+", "", plain[match.end() : match.end() + 60])
        if _LONE_CODES.search(tail):
            return True
    return False


class _Bare(dict[int, str]):
    """Each character in lower case without accents, one for one; worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        bare = unicodedata.normalize("NFD", chr(code))[0].lower()
        found = self[code] = bare if len(bare) == 1 else chr(code)
        return found


_BARE: Final = _Bare()


def _plain(text: str) -> str:
    """Lower case without accents, every character in its place."""
    return text.translate(_BARE)


def _any(of: Callable[[AccessWords], str]) -> str:
    """A pattern of these phrases of all languages, the longest first; a space may be a hyphen or nothing."""
    phrases = {_plain(" ".join(p.split())) for known in all_languages() for p in of(known.access).split(",")}
    return "|".join(
        re.escape(p).replace(r"\ ", r"['’ -]?").replace(r"\-", "[ -]?")
        for p in sorted(phrases - {""}, key=lambda p: (-len(p), p))
    )


@cache
def _hint() -> re.Pattern[str]:
    """What a text must hold before any of it is looked at."""
    words = "|".join(
        _any(of)
        for of in (
            lambda w: w.passwords,
            lambda w: w.short,
            lambda w: w.backup_codes,
            lambda w: w.logins,
            lambda w: w.sign_in,
        )
    )
    return re.compile(rf"{words}|{_CODE}")


@cache
def _verbs() -> str:
    return _any(lambda w: w.verbs)


@cache
def _labels() -> re.Pattern[str]:
    strong, short = _any(lambda w: w.passwords), _any(lambda w: w.short)
    return re.compile(
        rf"(?:(?<!\w)|(?<=\w)(?=passwor|kennwor))(?:(?P<strong>{strong})|(?<!palabra )(?<!palabras )"
        rf"(?P<short>(?P<number>[\w-]*\s?pin(?:[ -]?code)?|code pin|codigo pin|codice pin|puk|geheimzahl"
        rf"|pinkod|passcode|pass code)|{short}))(?!\w)"
    )


@cache
def _after_sign() -> re.Pattern[str]:
    return re.compile(rf"{_BETWEEN}[)\s]*{_SEPARATOR}\s*{_VALUE}")


@cache
def _after_verb() -> re.Pattern[str]:
    return re.compile(rf"(?:[\s(]+[^\s:=;!?|]+){{0,4}}?(?:\s+(?:{_verbs()})){{1,3}}\s*:?\s+{_VALUE}")


@cache
def _direct() -> re.Pattern[str]:
    return re.compile(rf"(?:\s+(?!(?:{_verbs()})\b)[a-z]+)?\s+{_VALUE}")


@cache
def _login_word() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(lambda w: w.logins)})\b")


@cache
def _login() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{_any(lambda w: w.logins)})\b(?:\s+\w+){{0,2}}?\s*[:=]?\s*(?P<id>[^\s/|,;]+)"
        r"\s*(?:[/|,;]|:(?=\S)|\s[-–]\s)\s*(?P<value>[^\s,;]+)"
    )


@cache
def _by() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(lambda w: w.by)})\s+(?P<value>[^\s,;]+)")


@cache
def _sign_in_word() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(lambda w: w.sign_in)})\b")


@cache
def _codes() -> re.Pattern[str]:
    what = _any(lambda w: w.codes_for)
    return re.compile(
        rf"(?:\b(?:{what})[\w' -]{{0,12}}?{_CODE}|\b{_CODE}\b[^\n:=.;]{{0,25}}?\b(?:{what})\w*)(?!\w)"
        rf"(?:\s*[:=]\s*|\s+(?:{_verbs()})\s+|\s+)(?P<value>\d{{4,8}}(?![\w.-])|[^\s,;.]{{6,}})"
    )


@cache
def _backups() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(lambda w: w.backup_codes)})\b")


@cache
def _surely() -> re.Pattern[str]:
    strong = _any(lambda w: w.passwords)
    return re.compile(rf"(?<!\w)(?:{strong})(?:\s*[:=]\s*|\s+(?:{_verbs()})\s*:?\s+)[\"'„“«]?(?P<value>\S+)")


def bearer(text: str) -> bool:
    """Whether a text holds the head of a request that signs in (RFC 6750, RFC 7617), or an otpauth link."""
    return _BEARER.search(text) is not None
