"""Addresses, checked once: a long blog asks for each of its links several times."""

from functools import lru_cache

from handover.write import plain

web = lru_cache(maxsize=8192)(plain.web)
