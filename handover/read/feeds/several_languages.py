"""Texts that stand in one field in several languages, as plugins of WordPress keep them.

qTranslate-X writes `[:en]Tea[:de]Tee[:]`, qTranslate `<!--:en-->Tea<!--:--><!--:de-->Tee<!--:-->`, WPGlobus
`{:en}Tea{:}{:de}Tee{:}`, WP Multilang the first. What stands outside of all marks is meant for everyone.
"""

from collections.abc import Iterator

from handover.later import pattern

_TAG = r"([a-z]{2}(?:[-_][A-Za-z]{2,4})?)"
_MARK = pattern(rf"\[:{_TAG}\]|<!--:{_TAG}-->|\{{:{_TAG}\}}|\[:\]|<!--:-->|\{{:\}}")
_OPENS = pattern(rf"(?:\s|<(?:p|div)[^<>]{{0,200}}>)*(?:\[:{_TAG}\]|<!--:{_TAG}-->|\{{:{_TAG}\}})")
_ENDS = ("[:]", "<!--:-->", "{:}")


def in_one(text: str, wanted: str = "") -> str:
    """`text` in the language wanted (BCP 47), else in the first that has words; any other text as it is.

    A text begins with its first mark: one that only writes about the marks is left alone.
    """
    # A word begins nearly every title and summary, and no mark; it is told by a look at one sign.
    if text[:1].isalnum() or ":" not in text[:400] or not _OPENS.match(text):
        return text
    parts = list(_parts(text))
    spoken = list(dict.fromkeys(language for language, part in parts if language and part.strip()))
    if len({language for language, _ in parts if language}) < 2 and not any(end in text for end in _ENDS):
        return text
    chosen = next((one for one in spoken if _same(one, wanted)), spoken[0] if spoken else "")
    return "".join(part for language, part in parts if language in ("", chosen))


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """Each part with its language; "" for what is meant for all."""
    language, begun = "", 0
    for mark in _MARK.finditer(text):
        yield language, text[begun : mark.start()]
        language, begun = mark[1] or mark[2] or mark[3] or "", mark.end()
    yield language, text[begun:]


def _same(one: str, other: str) -> bool:
    return bool(other) and one.lower().replace("_", "-").split("-")[0] == other.lower().split("-")[0]
