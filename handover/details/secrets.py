"""The guard that keeps passwords and keys out of a file for a client.

It looks at the names of keys and at values (`handover.secrets`); the value itself is never repeated.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from handover.details.places import Key, Place, spell
from handover.later import pattern
from handover.model import Said
from handover.secrets import looks_secret

_HINT = Said(
    "Take it out. Write how access changes hands instead: "
    'how = "Invitation to ana@example.com; shared vault until the last day".'
)

# A key that is named so holds a secret, whatever its value. Compared without case, "_" and "-".
_NAMES = pattern(
    r"passw(or[dt]|d)|^pwd?$|^pass$|passphrase|passcode|kennwort|secret|api_?key|access_?key|private_?key"
    r"|^token$|(access|auth|bearer|refresh|api)_?token|credential|mot_?de_?passe|contrase[nñ]a|^senha$|^clave$"
)

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


# Whose keys are columns and files as other people called them.
_NAMED_BY_OTHERS = (("content", "map"), ("content", "network"))


def _is_named_secret(key: Key) -> bool:
    name = str(key[-1]).lower().replace("-", "_")
    return _NAMES.search(name) is not None and key[:-1] not in _NAMED_BY_OTHERS
