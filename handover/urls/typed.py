"""An address as people type it: without its scheme."""

import re

from handover.later import pattern

# A host (or an IP address) and what may follow it. Endings of files look like one: "updates.xlsx".
_TYPED = pattern(
    r"(?:(?:[^\W_](?:[\w-]*[^\W_])?\.)+([^\W\d_]{2,24}|xn--[a-z0-9-]+)|\d{1,3}(?:\.\d{1,3}){3}|localhost(?=:))"
    r"\.?(?::\d{1,5})?(?:[/?#]\S*)?",
    re.IGNORECASE,
)
_ENDINGS = (
    "xml rss atom json jsonl csv tsv txt md mdx markdown html htm xhtml php asp aspx opml rdf toml yaml yml"
    " xlsx xls xlsm xlsb ods numbers doc docx odt pdf zip tar gz tgz rar car eml ics icloud webloc url gsheet"
    " py js css png jpg jpeg gif webp svg mp4 mov"
)
ENDINGS = frozenset(_ENDINGS.split())


def spelt_out(text: str) -> str:
    """ "https://tern.example" for "tern.example"; "" for what is no address, or has its scheme.

    A name whose host ends as files do ("feed.xml", "updates.zip") is a file.
    """
    typed = _TYPED.fullmatch(text.strip())
    if typed is None or (typed[1] or "").lower() in ENDINGS:
        return ""
    return f"https://{text.strip()}"
