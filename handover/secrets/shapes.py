"""Secrets that their shape gives away: keys of services, cards, logins in addresses, random strings.

It is built to miss little without crying wolf at bank account numbers, links, long words or names of files.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import parse_qsl, urlsplit

from handover.later import pattern

# Heads of keys, from the services' own documentation and the rules of public secret scanners.
_KNOWN = pattern(
    r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b"
    r"|\bgh[pousr]_[A-Za-z0-9]{20,}|\bgithub_pat_\w{20,}|\bglpat-[\w-]{16,}"
    r"|\bxox[abeoprs]-[\w-]{10,}|\bxapp-[\w-]{10,}"
    r"|\b[srp]k_(?:live|test)_\w{10,}|\bwhsec_\w{16,}|\bsk-[\w-]{20,}"
    r"|\bAIza[\w-]{30,}|\bya29\.[\w-]{20,}|\bGOCSPX-[\w-]{20,}"
    r"|\bEAA[A-Za-z0-9]{30,}|\bIGQ[\w-]{30,}"
    r"|\beyJ[\w-]{8,}\.eyJ[\w-]{8,}"
    r"|-----BEGIN [A-Z ]*PRIVATE KEY"
    r"|\bSG\.[\w-]{16,}\.[\w-]{16,}|\bkey-[0-9a-f]{32}\b|\b[0-9a-f]{32}-us\d{1,2}\b"
    r"|\b(?:hf|npm|dop_v1|shpat|shpss|ntn|secret|lin_api|pat)_[A-Za-z0-9]{20,}|\bpypi-[\w-]{20,}"
    r"|\b\d{8,10}:AA[\w-]{30,}|\bsq0[a-z]{3}-[\w-]{20,}|\botpauth://\S+"
)
# A key has a run of 15 letters, figures, "_" and "-" or more, but for those with a loose head. The
# head stands in the run or just before it. Most texts are done with here.
_RUN, _BEFORE_RUN, _BEHIND_RUN = 15, 12, 200
_LOOSE_HEADS = (".eyJ", "PRIVATE KEY", "otpauth://")
_HEADS = (
    *("AKIA", "ASIA", "AIza", "EAA", "IGQ", "GOCSPX", "SG.", "ya29.", ":AA", "sq0", "xox", "xapp-", "sk-"),
    *("ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat", "glpat-", "k_live_", "k_test_", "whsec_", "key-"),
    *("-us", "hf_", "npm_", "dop_v1", "shpat_", "shpss_", "ntn_", "secret_", "lin_api_", "pat_", "pypi-"),
)
_BLANK, _OF_RUN = b" ", b"x"
_RUNS = bytes(
    ord(_OF_RUN if code > 127 or chr(code).isalnum() or chr(code) in "_-?" else _BLANK) for code in range(256)
)  # "?" is what has no place in Latin-1
_IN_LINK = pattern(r"(?:access_?token|api_?key|passw(?:or)?d|secret|client_secret|auth)", re.IGNORECASE)
_UUID = pattern(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_AFTER_EMAIL = pattern(r"\S+@\S+\.\w+\s*[/:|]\s*(?=\S*[A-Za-z])(?=\S*\d)\S{6,}")  # "ana@a.example / tea2024"
_APPLICATION_PASSWORD = pattern(r"(?:[A-Za-z0-9]{4} ){3,5}[A-Za-z0-9]{4}")  # as WordPress shows them
_SUGGESTED_PASSWORD = pattern(r"[A-Za-z0-9]{6}(?:-[A-Za-z0-9]{6}){2}")  # as Apple's keychain makes them
_HARD = frozenset("!$%^&*#?~+=@|{}")

# Before the name of a thing at a service, which opens nothing: "Canva template DAFx9Yz1AbC".
_NAMES_A_THING = pattern(
    r"(?:ids?|templates?|designs?|boards?|pixel|tags?|property|containers?|videos?|channel|playlist|folder|files?|"
    r"document|docs?|sheets?|forms?|refs?|reference|orders?|invoices?|tickets?|tracking|campaigns?|models?|"
    r"vorlagen?|ordner|datei|kanal|rechnung|kennung|bestellung|kampagne|modele?|dossier|fichier|facture|commande|"
    r"plantilla|carpeta|archivo|factura|pedido|modelo|pasta|arquivo|fatura|modello|cartella|fattura|ordine|"
    r"n[or°º]|nr|num|number|nummer|numero|utm_\w+)[.:=#]?",
    re.IGNORECASE,
)
_PIECE = pattern(
    r"[^\W\d_]?[^\W\d_A-Z]*|[A-Z]+|\d+|[^\W\d_]{1,2}\d{1,2}|[^\W\d_]+\d{1,2}"
)  # "Tern", "2026", "Q4", "v2"
# ISO/IEC 7812: heads of the large card companies, in fours or beside a word for a card.
_CARD = pattern(
    r"(?<!\d)(?:(?:4\d{3}|5[1-5]\d\d|2[2-7]\d\d|6011)([ -])(?:\d{4}\1){2}\d{4}"
    r"|3[47]\d\d([ -])\d{6}\2\d{5})(?!\d)|\b(?i:cv[cv]2?)\W{1,3}\d{3,4}\b"
)


def shaped_like_secret(text: str) -> bool:
    """Whether a text holds what only a key, a card or a generated password looks like."""
    if known_key(text) or any(map(_is_card, _CARD.finditer(text))):
        return True
    if any(_mixed_group(match[0]) for match in _APPLICATION_PASSWORD.finditer(text)):
        return True
    if _AFTER_EMAIL.search(text):
        return True
    words = text.split()
    return any(
        _is_secret_word(word, alone=len(words) == 1, named=_names_a_thing(words[max(0, n - 2) : n]))
        for n, word in enumerate(words)
    )


def known_key(text: str) -> bool:
    """Whether a text holds a key whose head says whose it is."""
    for head in _LOOSE_HEADS:
        if head in text and _KNOWN.search(text):
            return True
    seen = text.encode("latin-1", "replace").translate(_RUNS)
    return _OF_RUN * _RUN in seen and any(_KNOWN.search(text, *run) for run in _runs(text, seen))


def _runs(text: str, seen: bytes) -> Iterator[tuple[int, int]]:
    """Where a long run with the head of a key stands, and what is around it."""
    at = seen.find(_OF_RUN * _RUN)
    while at >= 0:
        end = seen.find(_BLANK, at)
        end = len(seen) if end < 0 else end
        start = max(0, at - _BEFORE_RUN)
        run = text[start:end]
        if any(head in run for head in _HEADS):
            yield start, end + _BEHIND_RUN
        at = seen.find(_OF_RUN * _RUN, end)


def _names_a_thing(before: list[str]) -> bool:
    return any(_NAMES_A_THING.fullmatch(word.strip("(),;")) for word in before)


def _is_card(match: re.Match[str]) -> bool:
    """ISO/IEC 7812, annex B: the check digit by Luhn's formula."""
    if match[0][:1] in "cC":
        return True
    digits = [int(c) for c in match[0] if c.isdigit()][::-1]
    return sum(d if n % 2 == 0 else sum(divmod(2 * d, 10)) for n, d in enumerate(digits)) % 10 == 0


def _mixed_group(groups: str) -> bool:
    """Groups of four with case and digits mixed, unlike words and unlike printed account numbers."""
    strange = [g for g in groups.split() if any(map(str.isdigit, g)) and any(map(str.islower, g))]
    return len(strange) >= 2 and any(map(str.isupper, groups))


def _is_secret_word(word: str, *, alone: bool, named: bool) -> bool:
    core = word.strip("\"'`()[],;:.„“”«»")
    if "://" in core or re.match(r"[\w.-]+\.[a-z]{2,}/", core, re.IGNORECASE):
        return _secret_in_link(core)
    if re.fullmatch(r"[^@\s]+@[^@\s]+\.\w+", core) or _UUID.fullmatch(core) or _is_iban(core):
        return False
    if _SUGGESTED_PASSWORD.fullmatch(core) and len(_kinds(core) & set("lud")) == 3:
        return True
    pieces = re.split(r"[-_./\\:|=&?]", core)
    if named or all(map(_PIECE.fullmatch, pieces)):
        return False
    parts = (core.replace("-", "").replace("_", ""), *pieces)
    return _is_password(core, alone=alone) or any(map(_is_random, parts))


def _secret_in_link(link: str) -> bool:
    try:
        parts = urlsplit(link if "://" in link else f"//{link}")
        if parts.password:
            return True
        asked = parse_qsl(parts.query) + parse_qsl(parts.fragment)
    except ValueError:
        return False
    return any(
        (_IN_LINK.fullmatch(name) and value)
        or (name.lower() == "token" and len(value) >= 20 and not _UUID.fullmatch(value))
        for name, value in asked
    )


def _is_password(word: str, *, alone: bool) -> bool:
    """8 to 64 characters of letters, digits and hard signs mixed as no word is."""
    core = word if alone else word.rstrip("!?")
    if not 8 <= len(core) <= 64 or core[0] in "#@" or not any(c in _HARD for c in core):
        return False
    kinds = _kinds(core)
    if alone and {"l", "d"} <= kinds and ("u" in kinds or sum(c in _HARD for c in core) > 1):
        return True
    return "l" in kinds and len(kinds) >= 3 and _turns(core) >= max(4, len(core) * 0.4)


def _is_random(part: str) -> bool:
    """A run of letters and digits without the shape of words, names or numbers.

    In random letters and digits the kind of character changes at six of ten places, in names such as
    "iPhone15Pro" at fewer than five; a digest is 24 or more hexadecimal digits.
    """
    if len(part) < 12 or not part.isascii() or not part.isalnum() or _is_iban(part):
        return False
    kinds = _kinds(part)
    if len(part) >= 24 and re.fullmatch(r"[0-9a-f]+|[0-9A-F]+", part):
        entropy = -sum(n / len(part) * math.log2(n / len(part)) for n in Counter(part).values())
        return "d" in kinds and len(kinds) == 2 and entropy > 3.0
    wanted = 0.5 if len(part) < 16 else 0.35
    return len(kinds) == 3 and _turns(part) >= len(part) * wanted


def _kinds(word: str) -> set[str]:
    """Which kinds of character there are: (l)ower, (u)pper, (d)igit, (s)ign."""
    return {_kind(c) for c in word}


def _kind(c: str) -> str:
    return "d" if c.isdigit() else "u" if c.isupper() else "l" if c.isalpha() else "s"


def _turns(word: str) -> int:
    """How often the kind of character changes; the capital that begins a word is no change."""
    kinds = [_kind(c) for c in word]
    return sum(a != b for a, b in pairwise(kinds)) - (kinds[:2] == ["u", "l"])


def _is_iban(word: str) -> bool:
    """ISO 13616: the check digits of an international bank account number."""
    if not re.fullmatch(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}", word):
        return False
    return int("".join(str(int(c, 36)) for c in word[4:] + word[:4])) % 97 == 1
