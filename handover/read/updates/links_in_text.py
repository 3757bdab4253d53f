"""The addresses that stand in an update's words."""

import re
from collections.abc import Iterable

from handover.later import pattern
from handover.read.fields import address
from handover.text.links import LINK, addresses, only_at_its_end, trimmed

_BARE = pattern(
    r"(?<![\w@./:=&?#%-])((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,6}[a-z]{2,18}/[^\s<>\"“”„«»…]+"
    r"|www\.(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,18}(?![\w.]))",
    re.IGNORECASE,
)


def links_in(text: str) -> tuple[str, ...]:
    """Every http(s) address in `text`, and every address without scheme that has a path
    ("blog.example.com/2025/spring"), in order, each once. Addresses cut short ("…") are left out.
    """
    has_www = "www." in text.lower()
    if "/" not in text and not has_www:
        return ()
    if not has_www and (last := only_at_its_end(text)):
        return unique((last,))
    found = [(start, text[start:end]) for start, end in addresses(text)]
    if found and text.count("/") == sum(link.count("/") for _, link in found) and not has_www:
        return unique(
            link for _, link in found
        )  # most texts: nothing is left that could be one without scheme
    rest = LINK.sub(lambda match: " " * len(match[0]), text) if "://" in text else text
    if "." in rest and ("/" in rest or has_www):
        for match in _BARE.finditer(rest):
            if text[match.end() : match.end() + 1] != "…" and not match[0].endswith("..."):
                found.append((match.start(), "https://" + trimmed(match[0])))
    return unique(link for _, link in sorted(found))


def unique(links: Iterable[str | None]) -> tuple[str, ...]:
    """The http(s) addresses among `links`, in order, each once."""
    good = [told for link in links if link and (told := address(link))]
    return tuple(dict.fromkeys(good) if len(good) > 1 else good)
