"""What makes two updates the same to a reader: the network and the words, case, space and links aside."""

import re
import unicodedata

from handover.model.types import Update

# An address as it stands in a text: with its scheme, with www, or a bare host that has a path. Possessive,
# so that a text of dashes takes no longer than another.
LINK = re.compile(r"(?:https?://|www\.)\S+|(?<![\w@.-])[\w-]++(?:\.[\w-]++)*\.[a-z]{2,24}/\S*", re.IGNORECASE)


def telling(update: Update) -> tuple[str, str]:
    """Equal for two updates that say the same on the same network."""
    if not update.text.strip():  # known by its address only: nothing to compare
        return update.network, f"id:{update.id}"
    return update.network, "text:" + same_words(update.text)


def same_words(text: str) -> str:
    """What is equal in two texts that a reader takes for one: the words, links and case aside."""
    return " ".join(without_links(unicodedata.normalize("NFC", text)).casefold().split())


def without_links(text: str) -> str:
    """The text without its addresses, blanks made single where there may be one."""
    if "/" not in text and "www." not in text.lower():
        return text
    # No address reaches over a blank, and looking for one costs much: only where there may be one.
    return " ".join([LINK.sub(" ", w) if "/" in w or "." in w else w for w in text.split()])
