"""Secrets that words give away: "Passwort lautet Sommer24", "login: ines / Tide77", "PIN 4711".

The words of every language count in any text (`languages/<tag>/words.toml`, [access]): whoever writes German
says "password", too. What follows them must look like a secret; an innocent sentence about passwords, a date,
a product's name or an address does not.
"""

import re
from itertools import pairwise

from handover.languages import small_words
from handover.secrets import vocabulary as told


def names_secret(text: str) -> bool:
    """Whether a text gives away a password or code beside a word that says so."""
    plain = told.plain(text)
    if not told.hinted(plain) and not told.SHORTEST.search(plain):
        return False
    return any(found(plain, text) for found in (_labelled, _beside_login, _signing_in, _code, _backup_codes))


def _labelled(plain: str, text: str) -> bool:
    for label in told.labels().finditer(plain):
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
    if (match := told.after_sign().match(shown)) and _is_secret(match, tail, strong=strong, number=number):
        return True
    if (match := told.after_verb().match(shown)) and _is_secret(match, tail, strong=False, number=number):
        return True
    if text[label.start() : label.end()] in ("pin", "Pin"):  # "pin 2024 posts"
        return False
    behind = label[0] in told.SHORTENED and told.login_word().search(plain[: label.start()]) is not None
    match = told.direct().match(shown)
    return match is not None and _is_secret(match, tail, strong=behind, number=number)


def _is_secret(match: re.Match[str], tail: str, *, strong: bool, number: bool) -> bool:
    """Whether what stands after a label is a secret; beside a strong one and a sign, any lone word is."""
    value, rest = core(tail[match.start("value") : match.end("value")]), match["rest"].strip()
    if not value or told.INNOCENT.fullmatch(told.plain(value)) or told.PRODUCT.fullmatch(value):
        return False
    if value.rstrip("#*").isdigit():
        least = 3 if number and match.re is not told.after_sign() else 4
        return least <= len(value.rstrip("#*")) <= 12 and (number or (strong and not rest))
    if told.NO_SECRET.fullmatch(value):
        return False
    if _is_strange(value):
        return True
    after = rest.strip("()[]\"'").split()
    if strong and len(after) == 1 and value[:1].isupper() and is_mixed(after[0]):
        return True  # "Passwords: Canva gull99"
    return strong and not after and len(value) >= 4


def _is_strange(value: str) -> bool:
    """Unlike a word: letters with figures, with a sign that no word holds, or with case that turns."""
    letters, digits = any(map(str.isalpha, value)), any(map(str.isdigit, value))
    if len(value) < 5 or not letters:
        return bool(len(value) >= 5 and digits and set(value) & told.HARD)
    turns = sum(a.isupper() != b.isupper() for a, b in pairwise(value[1:]))
    return digits or bool(set(value[1:]) & told.HARD) or turns > 2


def _phrase(label: str, shown: str) -> bool:
    """Four words and more after "seed phrase", none of them one of a sentence."""
    if "phrase" not in label.lower():
        return False
    words = re.findall(r"[\w]+", re.sub(rf"^\s*(?:{told.SEPARATOR}|(?:{told.verbs()})\b)?", "", shown))[:4]
    return len(words) == 4 and not any(word.lower() in small_words() for word in words)


def _answer(label: str, shown: str) -> bool:
    """The answer to a question that a service asks: any word after a sign."""
    match = told.after_sign().match(shown) if label.endswith(told.ANSWERS) else None
    return match is not None and not told.INNOCENT.fullmatch(core(match["value"]))


def _app_password(shown: str) -> bool:
    match = told.FOUR_BY_FOUR.search(shown[:60])
    return match is not None and not any(word.lower() in small_words() for word in match[0].split())


def _is_for_login(plain: str, start: int, shown: str) -> bool:
    """Whether "pass" is a password: beside a sign, or behind a user's name; never "press pass"."""
    before = plain[:start]
    return not told.NOT_PASS.search(before) and (
        told.after_sign().match(shown) is not None or told.login_word().search(before) is not None
    )


def _beside_login(plain: str, text: str) -> bool:
    if told.SHORTEST.search(plain) or told.QUESTION.search(plain):
        return True
    matches = told.login().finditer(plain)
    return any(is_mixed(text[m.start("value") : m.end("value")]) and _is_strange(m["value"]) for m in matches)


def _signing_in(plain: str, text: str) -> bool:
    for match in told.by().finditer(plain):
        around = plain[max(0, match.start() - 40) : match.end() + 40]
        if is_mixed(text[match.start("value") : match.end("value")]) and told.sign_in_word().search(around):
            return True
    return False


def _code(plain: str, _text: str) -> bool:
    values = (core(match["value"]) for match in told.codes().finditer(plain))
    return any(is_mixed(v) if not v.isdigit() else not re.fullmatch(r"(?:19|20)\d\d", v) for v in values)


def _backup_codes(plain: str, _text: str) -> bool:
    for match in told.backups().finditer(plain):
        tail = re.sub(r"\d{4}-\d\d-\d\d|\+\d[\d ]+", "", plain[match.end() : match.end() + 60])
        if told.LONE_CODES.search(tail):
            return True
    return False


def is_mixed(value: str) -> bool:
    """Letters and figures that are no product, date or address: a password wherever it stands."""
    bare = core(value)
    if len(bare) < 6 or told.NO_SECRET.fullmatch(bare) or told.PRODUCT.fullmatch(bare):
        return False
    return any(map(str.isalpha, bare)) and (any(map(str.isdigit, bare)) or bool(set(bare[1:-1]) & told.HARD))


def core(value: str) -> str:
    return value.strip("\"'`„“”«»()[]").rstrip(",;.:")


def bearer(text: str) -> bool:
    """Whether a text holds the head of a request that signs in (RFC 6750, RFC 7617), or an otpauth link."""
    return told.BEARER.search(text) is not None
