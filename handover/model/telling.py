"""What makes two updates the same to a reader: the network and the words, case, space and links aside."""

import re
import unicodedata

from handover.model.types import Update

# An address as it stands in a text: with its scheme, with www, or a bare host that has a path. Possessive,
# so that a text of dashes takes no longer than another.
_LINK = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w@.-])[\w-]++(?:\.[\w-]++)*\.[a-z]{2,24}/\S*", re.IGNORECASE
)


def telling(update: Update) -> tuple[str, str]:
    """Equal for two updates that say the same on the same network."""
    if not update.text.strip():  # known by its address only: nothing to compare
        return update.network, f"id:{update.id}"
    words = unicodedata.normalize("NFC", update.text)
    if "/" in words or "www." in words.lower():
        # No address reaches over a blank, and looking for one costs much: only where there may be one.
        words = " ".join([_LINK.sub(" ", w) if "/" in w or "." in w else w for w in words.split()])
    return update.network, "text:" + " ".join(words.casefold().split())
