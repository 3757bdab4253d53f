"""Which posts would leave with fewer updates than they must."""

from collections import defaultdict
from collections.abc import Sequence

from handover.errors import HandoverError
from handover.model import Pairing, Said, Shortfall, Update
from handover.text.same_text import telling


def find_shortfalls(pairing: Pairing, minimum: int) -> tuple[Shortfall, ...]:
    """The posts with fewer than `minimum` updates, in the order of `pairing.posts`.

    What counts: originals that are paired with the post, published, scheduled or drafted by the user.
    Replies and reposts do not count, and the same text on the same network counts once, whatever its
    case, spaces and links. An update paired with several posts counts for each. 0 switches the check off.

    Raises HandoverError when `minimum` is negative.
    """
    if minimum < 0:
        raise HandoverError(
            Said("The minimum of updates for a post cannot be negative ({n}).", n=minimum),
            hint=Said("Give 0 for no check, or the number of updates each post must have."),
        )
    if minimum == 0:
        return ()
    originals: dict[str, list[Update]] = defaultdict(list)
    for pair in pairing.pairs:
        if pair.update.kind == "original":
            originals[pair.post.id].append(pair.update)
    counts = ((post, _count(originals.get(post.id, ()), minimum)) for post in pairing.posts)
    return tuple(
        Shortfall(post=post, wanted=minimum, found=count, missing=minimum - count)
        for post, count in counts
        if count < minimum
    )


def _count(updates: Sequence[Update], enough: int) -> int:
    """How many of the updates say something of their own; `enough` or more where that many are there."""
    networks = len({update.network for update in updates})  # updates on two networks are never the same
    return networks if networks >= enough else len({telling(update) for update in updates})
