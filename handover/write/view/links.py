"""Addresses, checked once: a long blog asks for each of its links several times."""

import re
from functools import lru_cache
from typing import Final

from handover.write import plain

# What nearly all addresses look like, and what `plain.web` would find sound: a plain host and no sign that
# ends an attribute.
_SIMPLE: Final = re.compile(r"https?://[A-Za-z0-9][A-Za-z0-9.-]*(?:/[!#-;=?-\[\]-~]*)?")


@lru_cache(maxsize=8192)
def web(link: str) -> str:
    """The address when it is a http(s) one that can stand in a document, else ""."""
    return link if _SIMPLE.fullmatch(link) else plain.web(link)
