"""Which posts would leave with fewer updates than they must."""

import re
import unicodedata
from collections import defaultdict

from handover.errors import HandoverError
from handover.model import Pairing, Shortfall, Update

# An address as it stands in a text: with its scheme, with www, or a bare host that has a path.
_LINK = re.compile(r"(?:https?://|www\.)\S+|(?<![\w@.-])[\w-]+(?:\.[\w-]+)*\.[a-z]{2,24}/\S*", re.IGNORECASE)


def find_shortfalls(pairing: Pairing, minimum: int) -> tuple[Shortfall, ...]:
    """The posts with fewer than `minimum` updates, in the order of `pairing.posts`.

    What counts: originals that are paired with the post, published, scheduled or drafted by the user.
    Replies and reposts do not count, and the same text on the same network counts once, whatever its
    case, spaces and links. An update paired with several posts counts for each. 0 switches the check off.

    Raises HandoverError when `minimum` is negative.
    """
    if minimum < 0:
        raise HandoverError(
            f"The minimum of updates for a post cannot be negative ({minimum}).",
            hint="Give 0 for no check, or the number of updates each post must leave with.",
        )
    if minimum == 0:
        return ()
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for pair in pairing.pairs:
        if pair.update.kind == "original":
            found[pair.post.id].add(_told(pair.update))
    counts = ((post, len(found.get(post.id, ()))) for post in pairing.posts)
    return tuple(
        Shortfall(post=post, wanted=minimum, found=count, missing=minimum - count)
        for post, count in counts
        if count < minimum
    )


def _told(update: Update) -> tuple[str, str]:
    """What makes two updates the same to a reader: the network and the words."""
    if not update.text.strip():  # known by its address only: nothing to compare
        return update.network, f"id:{update.id}"
    words = _LINK.sub(" ", unicodedata.normalize("NFC", update.text))
    return update.network, "text:" + " ".join(words.casefold().split())
