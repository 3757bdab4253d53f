"""The guard that keeps passwords and keys out of a file for a client.

It looks at the names of keys and at values: labels before a value ("password: ..."), the known heads of
keys of common services, and strings that no person would write as a word. It is built to miss little
without crying wolf at bank account numbers, links or long words; the value itself is never repeated.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from handover.details.places import Key, Place, spell
from handover.model import Said

_HINT = Said(
    "Take it out. Write how access changes hands instead: "
    'how = "Invitation to ana@example.com; shared vault until the last day".'
)

# A key that is named so holds a secret, whatever its value. Compared without case, "_" and "-".
_NAMES = re.compile(
    r"passw(or[dt]|d)|^pwd?$|^pass$|passphrase|passcode|kennwort|secret|api_?key|access_?key|private_?key"
    r"|^token$|(access|auth|bearer|refresh|api)_?token|credential|mot_?de_?passe|contrase[nñ]a|^senha$|^clave$"
)

# A word for a secret, then ":" or "=", then something.
_LABELLED = re.compile(
    r"\b(?:pass ?wor[dt]s?|passwd|pwd?|pass ?phrase|pass ?code|kennwort|api[ _-]?key|secret(?:[ _-]?key)?|"
    r"(?:access|auth|api|bearer)[ _-]?token|token|mot de passe|contraseña|senha|clave|parola d'ordine|pin)"
    r"\s*(?::|=|\bis\b|\bist\b)\s*(?P<value>\S+)(?P<rest>[^\n,;.]*)",
    re.IGNORECASE,
)

# What follows such a word in an innocent sentence.
_INNOCENT = re.compile(
    r"(?:1password|bitwarden|lastpass|keepass\w*|dashlane|nordpass|vault|via|in|by|per|über|ueber|im|see|siehe|"
    r"shared|will|to|not|never|no|none|kein\w*|nie|reset|changed|change|geändert|wird|with|mit|from|you|your|"
    r"client\w*|kund\w*|handed|sent|stored|managed|unchanged|known|bekannt|n/a|-+|–|—|tbd|ask|voir|par|dans|"
    r"por|en|nel\w*|tramite|em|no|na|através|vía|yours?|already|bereits|set|held|kept|available|required|the|"
    r"a|an|der|die|das|le|la|el|il|o|same|on|at|up|safe\w*|sicher\w*|separat\w*|\*+|•+|x+|\.+|…)[.,;:!)]*",
    re.IGNORECASE,
)

# Heads of keys, from the services' own documentation and the rules of public secret scanners.
_KNOWN = re.compile(
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
_IN_LINK = re.compile(r"(?:access_?token|api_?key|passw(?:or)?d|secret|client_secret|auth)", re.IGNORECASE)
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_LOGIN = re.compile(
    r"log-?in|user|benutzer|nutzer|zugang|identifiant|utilisateur|usuari|usuári|accesso|acesso", re.I
)
_WORD_AND_YEAR = re.compile(r"[^\W\d_]+\d{2,4}[!?#$%&*+]")  # "Sommer2024!", beside a login
_AFTER_EMAIL = re.compile(
    r"\S+@\S+\.\w+\s*[/:|]\s*(?=\S*[A-Za-z])(?=\S*\d)\S{6,}"
)  # "ana@a.example / tea2024"
_APPLICATION_PASSWORD = re.compile(r"(?:[A-Za-z0-9]{4} ){3,5}[A-Za-z0-9]{4}")  # as WordPress shows them
_SUGGESTED_PASSWORD = re.compile(r"[A-Za-z0-9]{6}(?:-[A-Za-z0-9]{6}){2}")  # as Apple's keychain makes them
_HARD = frozenset("!$%^&*#?~+=@|{}")


# Paths on the user's computer: no output shows them, and archives bear names like
# "archive-20240101120000-0123456789abcdef0123456789abcdef.zip".
_PATHS = (("base",), ("content", "updates"), ("content", "out_dir"), ("content", "template"), ("me", "logo"))


def guard(raw: Mapping[str, Any], place: Place) -> None:
    """Raise SecretError, with the field's name, for the first key or value that looks like a secret."""
    for key, value in _walk(raw, ()):
        if key[:1] in _PATHS or key[:2] in _PATHS:
            continue
        if value and _is_named_secret(key):
            named = Said("{key} is named like a secret; a client's file must not hold one.", key=spell(key))
            raise place.secret(key, named, hint=_HINT)
        if isinstance(value, str) and looks_secret(value):
            holds = Said("{key} looks like it holds a password or key.", key=spell(key))
            raise place.secret(key, holds, hint=_HINT)


def _walk(value: Any, key: Key) -> Iterator[tuple[Key, Any]]:
    """Every key with its value, sections and lists opened."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _walk(inner, (*key, str(name)))
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value):
            yield from _walk(inner, (*key, number))
    elif key:
        yield key, value


def _is_named_secret(key: Key) -> bool:
    name = str(key[-1]).lower().replace("-", "_")
    return _NAMES.search(name) is not None and key[:-1] != ("content", "map")


def looks_secret(text: str) -> bool:
    """Whether a text holds what looks like a password, key or token."""
    if _KNOWN.search(text) or any(_labelled(match) for match in _LABELLED.finditer(text)):
        return True
    if any(_mixed_group(match[0]) for match in _APPLICATION_PASSWORD.finditer(text)):
        return True
    words = text.split()
    if _AFTER_EMAIL.search(text) or (_LOGIN.search(text) and any(map(_WORD_AND_YEAR.fullmatch, words))):
        return True
    return any(_is_secret_word(word, alone=len(words) == 1) for word in words)


def _labelled(match: re.Match[str]) -> bool:
    value, rest = match["value"].strip("\"'`()[],;."), match["rest"].strip()
    if not value or _INNOCENT.fullmatch(value) or "://" in value:
        return False
    strange = any(c.isdigit() or c in _HARD for c in value) or _turns(value) > 2
    return strange or (not rest and len(value) >= 4)


def _mixed_group(groups: str) -> bool:
    """Groups of four with case and digits mixed, unlike words and unlike printed account numbers."""
    strange = [g for g in groups.split() if any(map(str.isdigit, g)) and any(map(str.islower, g))]
    return len(strange) >= 2 and any(map(str.isupper, groups))


def _is_secret_word(word: str, *, alone: bool) -> bool:
    core = word.strip("\"'`()[],;:.„“”«»")
    if "://" in core or re.match(r"[\w.-]+\.[a-z]{2,}/", core, re.IGNORECASE):
        return _secret_in_link(core)
    if re.fullmatch(r"[^@\s]+@[^@\s]+\.\w+", core) or _UUID.fullmatch(core) or _is_iban(core):
        return False
    if _SUGGESTED_PASSWORD.fullmatch(core) and len(_kinds(core) & set("lud")) == 3:
        return True
    parts = (core.replace("-", "").replace("_", ""), *re.split(r"[-_./\\:|=]", core))
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
    if len(part) < 10 or not part.isascii() or not part.isalnum() or _is_iban(part):
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
