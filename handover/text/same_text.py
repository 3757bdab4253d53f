"""What makes two updates the same to a reader: the network and the words, case, space and links aside."""

import unicodedata

from handover.model.types import Update
from handover.text.links import without_links


def telling(update: Update) -> tuple[str, str]:
    """Equal for two updates that say the same on the same network."""
    if not update.text.strip():  # known by its address only: nothing to compare
        return update.network, f"id:{update.id}"
    return update.network, "text:" + same_words(update.text)


def same_words(text: str) -> str:
    """What is equal in two texts that a reader takes for one: the words, links and case aside."""
    return " ".join(without_links(unicodedata.normalize("NFC", text)).casefold().split())
