"""Names of clients, blogs and posts as parts of file names."""

import re
import unicodedata


def slug_of(name: str) -> str:
    """A name as part of a file name, safe on every system: "Café Łódź & Co" -> "cafe-lodz-co"."""
    plain = unicodedata.normalize("NFKD", name.replace("ł", "l").replace("Ł", "L").replace("ß", "ss"))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    plain = unicodedata.normalize("NFC", plain)
    return re.sub(r"[\W_]+", "-", plain).strip("-")[:60].strip("-") or "blog"
