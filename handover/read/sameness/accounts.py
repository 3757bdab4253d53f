"""Whether two names may be one account's."""

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from handover.later import pattern

KIN = 3  # letters that begin the names of two accounts of one house
OWN_END = 4  # letters behind these that make them two

_SIGNS = pattern(r"[\W_]+")


class Account(NamedTuple):
    """A name as it compares."""

    form: str  # "handle", "name" (it has a blank) or "id"
    letters: str
    server: str = ""  # of the fediverse


@lru_cache(maxsize=1 << 12)
def account_of(told: str) -> Account | None:
    """The account a source names; None where it names none."""
    told = unicodedata.normalize("NFKC", told).strip().casefold()
    if not told:
        return None
    if told.startswith("did:") or told.isdigit():
        return Account("id", told)
    name, _, server = told.lstrip("@").partition("@")
    if "." in server and " " not in server:
        return Account("handle", _SIGNS.sub("", name), server)
    form = "name" if " " in told and not told.startswith("@") else "handle"
    letters = _SIGNS.sub("", told)
    return Account(form, letters) if letters else None


def differ(one: Account | None, other: Account | None, *, only: bool) -> bool:
    """Whether these are two accounts; not so where one is not named.

    A number beside a name tells nothing. A name with blanks beside a handle may be the same account, unless
    they are made the same way and end differently ("Larkfield Norwich", "larkfield_ipswich"): where each
    source names this one account and no other (`only`), it is taken to be.
    """
    if one is None or other is None or one == other:
        return False
    if "id" in (one.form, other.form):
        return one.form == other.form
    if one.letters == other.letters:
        return bool(one.server and other.server)
    if one.form == other.form:
        return True
    return not only or _are_kin(one.letters, other.letters)


def _are_kin(one: str, other: str) -> bool:
    shared = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if shared is None:
        return False
    return shared >= KIN and min(len(one), len(other)) - shared >= OWN_END
