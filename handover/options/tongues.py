"""A language as people name it: by its tag, or in their own words."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

# Tag (BCP 47) -> what the languages that are spoken here call that language, without accents.
_NAMES: Final[Mapping[str, str]] = {
    "en": "english englisch anglais ingles inglese",
    "en-GB": "british",
    "en-US": "american",
    "de": "german deutsch allemand aleman tedesco alemao",
    "fr": "french franzosisch franzoesisch francais frances francese",
    "es": "spanish spanisch espagnol espanol castellano spagnolo espanhol",
    "it": "italian italienisch italien italiano",
    "pt": "portuguese portugiesisch portugais portugues portoghese",
    "pt-BR": "brazilian brasilianisch bresilien brasileno brasiliano brasileiro",
}
_TAGS: Final = {name: tag for tag, names in _NAMES.items() for name in names.split()}


def language_tag(text: str) -> str:
    """The tag of a language that is told by tag or name ("de", "German", "Français"); "" for neither.

    A tag stands as it is written: whether there are texts in it is another question.
    """
    told = text.strip()
    if re.fullmatch(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*", told):
        return told
    plain = "".join(c for c in unicodedata.normalize("NFKD", told.casefold()) if not unicodedata.combining(c))
    return _TAGS.get(plain, "")
