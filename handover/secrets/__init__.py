"""Whether a text gives away a password, key, code or card: for a client's files, where none may stand.

`looks_secret` is for what the manager writes herself (handover.toml), where a false alarm costs her a minute;
`surely_secret` for what was written for the public, where it must be rare.
"""

from handover.secrets.public import surely_names_secret
from handover.secrets.shapes import known_key, shaped_like_secret
from handover.secrets.words import bearer, names_secret

__all__ = ["looks_secret", "surely_secret"]


def looks_secret(text: str) -> bool:
    """Whether a text holds what looks like a password, key, code or token."""
    return bearer(text) or shaped_like_secret(text) or names_secret(text)


def surely_secret(text: str) -> bool:
    """Whether a text surely holds one: a key of a known service, or a word for a password beside one."""
    return known_key(text) or surely_names_secret(text)
