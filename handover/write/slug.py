"""Names of clients, blogs and posts as parts of file names."""

import unicodedata
from itertools import groupby


def slug_of(name: str) -> str:
    """A name as part of a file name, safe on every system: "Café Łódź & Co" -> "cafe-lodz-co".

    Only Latin letters lose their marks: in other scripts they are letters of their own (й, パ, हि).
    """
    told = unicodedata.normalize("NFKD", name.replace("ł", "l").replace("Ł", "L").replace("ß", "ss"))
    kept, is_latin = [], False
    for sign in told.lower():
        is_mark = unicodedata.category(sign)[0] == "M"
        if not is_mark:
            is_latin = unicodedata.name(sign, "").startswith("LATIN ")
        if not (is_mark and is_latin):
            kept.append(sign)
    parts = groupby(unicodedata.normalize("NFC", "".join(kept)), _is_of_word)
    slug = "-".join("".join(signs) for is_word, signs in parts if is_word)
    return slug[:60].strip("-") or "blog"


def _is_of_word(sign: str) -> bool:
    return sign.isalnum() or unicodedata.category(sign)[0] == "M"
