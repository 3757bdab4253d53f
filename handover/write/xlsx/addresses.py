"""Addresses that a workbook may open: sound ones of the web, as a link names them."""

import re
from typing import Final
from urllib.parse import quote, urlsplit

from handover.later import pattern

MAX_ADDRESS = 2_079  # characters in a link's target
_SAFE: Final = "/:?&=#%~+!$,;@()*'._-"
_HOST = r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*"
_SIGNS = r"[\w/:?&=~+!$,;@()*'.-]*"
_TAIL = rf"{_SIGNS}(?:%[0-9A-Fa-f]{{2}}{_SIGNS})*"
# An address that needs no cleaning, as nearly all are.
_PLAIN_ADDRESS = pattern(rf"https?://{_HOST}(?:[/?]{_TAIL})?(?:#{_SIGNS})?", re.ASCII)
Target = tuple[str, str]  # an address and its fragment


def web_address(address: str) -> Target | None:
    """An address as a link's target and its fragment; None for anything but a sound http(s) address."""
    if len(address) > MAX_ADDRESS or address[:7].lower() not in ("http://", "https:/"):
        return None
    if _PLAIN_ADDRESS.fullmatch(address):
        target, _, fragment = address.partition("#")
        return target, fragment
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except ValueError:  # UnicodeError is one
        return None
    if not host or parts.username is not None or not re.fullmatch(_HOST, host):
        return None
    target = f"{parts.scheme}://{host}{port}{_quoted(parts.path)}"
    if parts.query:
        target += "?" + _quoted(parts.query)
    return (target, _quoted(parts.fragment)) if len(target) <= MAX_ADDRESS else None


def _quoted(part: str) -> str:
    return re.sub("%(?![0-9A-Fa-f]{2})", "%25", quote(part, safe=_SAFE, errors="replace"))
