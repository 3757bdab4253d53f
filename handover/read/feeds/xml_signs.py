"""Signs that a feed has in place of others, as feedparser puts them right."""

import re
from contextlib import suppress

# Windows-1252 characters that stand where ISO 8859-1 has controls; feedparser reads them so.
WINDOWS = {n: bytes([n]).decode("cp1252", "ignore") or chr(n) for n in range(0x80, 0xA0)}
_HAS_WINDOWS = re.compile("[\x80-\x9f]").search


def repaired(text: str) -> str:
    """UTF-8 that was taken for Latin-1 and encoded again is put right, as feedparser does it."""
    # Either fault shows in signs from U+0080 to U+00BF. Few texts have any, and in UTF-8 each begins with
    # this byte: a look at that is a fifth of the time.
    if b"\xc2" not in text.encode("utf-8", "surrogatepass"):
        return text
    with suppress(UnicodeError):
        text = text.encode("iso-8859-1").decode("utf-8")
    return text.translate(WINDOWS) if _HAS_WINDOWS(text) else text
