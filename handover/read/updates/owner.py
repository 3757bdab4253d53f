"""Whose posts a file holds, where every entry names its author."""

from collections import Counter
from collections.abc import Iterable

from handover.errors import ParseError
from handover.model import Said
from handover.read.source import Source


def owner_of(authors: Iterable[str], source: Source) -> str:
    """The author of most entries, whose file it then is; "" when none is named.

    Raises ParseError when nobody wrote more than half: a stream of many people's posts is nobody's own.
    """
    counts = Counter(author for author in authors if author)
    if not counts:
        return ""
    owner, count = counts.most_common(1)[0]
    if 2 * count <= counts.total() and len(counts) > 1:
        raise ParseError(
            Said(
                "{place} holds posts of {n} accounts, and most of none.", place=source.location, n=len(counts)
            ),
            location=source.location,
            hint=Said("Save one account's own posts, not a timeline."),
        )
    return owner
