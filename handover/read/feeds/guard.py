"""The streaming guard before feedparser: what would hang it or eat the memory is refused here.

feedparser's time grows with the square of an element's attributes, an item's children and the length of
an author that looks like an e-mail address; it fails as a whole on a reference to half a character.
One pass over the bytes finds all of it, without building anything.
"""

import re

from handover.errors import ParseError
from handover.read.source import Source

MAX_BYTES = 100 * 1024**2  # decoded
MAX_DEPTH = 200
MAX_ATTRIBUTES = 200  # of one element
MAX_CHILDREN = 2_000  # of one item
MAX_FIELD = 1_000  # characters of an author or a date

_BAD_REFERENCE = re.compile(rb"&#(?:[xX]0*[dD][89a-fA-F][0-9a-fA-F]{2}|0+|[xX]0+);")


def checked(source: Source) -> bytes:
    """The bytes of `source`, safe to parse. Raises ParseError where a limit is met."""
    data = source.read(MAX_BYTES)
    return _BAD_REFERENCE.sub("\N{REPLACEMENT CHARACTER}".encode(), data)
