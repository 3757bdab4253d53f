"""Addresses as they may stand in a file: a long blog asks for each of its links several times."""

from functools import lru_cache
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from handover.later import pattern
from handover.text import safe

LONGEST: Final = 2_079  # characters of an address that Office follows

# What nearly all addresses look like: a plain host, and no sign that ends an attribute.
_SIMPLE: Final = pattern(r"https?://[A-Za-z0-9-]++(?:\.[A-Za-z0-9-]++)*+(?:/[!#-;=?-\[\]-~]*+)?+")
_HOST: Final = pattern(r"(?:[\w-]{1,63}\.)*[\w-]{1,63}\.?")


def web(link: str) -> str:
    """The address when it is a http(s) one that an office program takes, else "".

    Word calls a file damaged for one link whose host or port is none.
    """
    if len(link) > LONGEST:
        return ""
    # To look at most takes less time than to remember them: a long blog has more than any cache should hold.
    return link if _SIMPLE.fullmatch(link) or _sound(link) else ""


@lru_cache(maxsize=1024)
def _sound(link: str) -> bool:
    if not safe.web(link):
        return False
    parts = urlsplit(link)
    host = parts.hostname or ""
    try:
        if parts.netloc.rpartition("@")[2].startswith("["):
            ip_address(host.partition("%")[0])
            return parts.port is None or parts.port > 0
        return _HOST.fullmatch(host) is not None and (parts.port is None or parts.port > 0)
    except ValueError:
        return False
