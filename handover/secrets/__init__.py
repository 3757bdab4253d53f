"""Whether a text gives away a password, key, code or card: for a client's files, where none may stand.

`looks_secret` is for what the manager writes herself (handover.toml), where a false alarm costs her a minute;
`tells_secret` for what was written for the public, where it must be rare.
"""

from handover.secrets.public import named
from handover.secrets.shapes import known_key, shaped_like_secret
from handover.secrets.stated import MAYBE, NONE, SURELY, Told
from handover.secrets.words import bearer, names_secret

__all__ = ["MAYBE", "NONE", "SURELY", "Told", "looks_secret", "surely_secret", "tells_secret"]


def looks_secret(text: str) -> bool:
    """Whether a text holds what looks like a password, key, code or token."""
    return bearer(text) or shaped_like_secret(text) or names_secret(text)


def tells_secret(text: str) -> Told:
    """Whether a text for the public holds one, surely (a key of a known service, or a word for a password
    beside one) or maybe."""
    return SURELY if known_key(text) else named(text)


def surely_secret(text: str) -> bool:
    """Whether a text for the public surely holds one."""
    return tells_secret(text) == SURELY
