"""The client's half of a handover: what may be sent.

A handover is read by two people. The manager's working copy holds all of it; whatever writes a file for the
client asks here first, so that no working note can reach it.
"""

from dataclasses import replace

from handover.model import Handover, Unpaired, Updates


def for_client(handover: Handover) -> Handover:
    """The handover as its client may read it: originals only, and nothing about how it was made.

    Replies and reposts, what was skipped and noticed, why an update has no post and which might be its own,
    what was read from where, and how far the blog is known: all of that is the manager's. Drafts stay,
    marked by their state. What the manager's is of an update itself (account, labels, origin) is shown by
    none of our writers.
    """
    unpaired = (open_.update for open_ in handover.unpaired if open_.update.kind == "original")
    return replace(
        handover,
        feed=replace(handover.feed, source="", extent_reason="", skipped=(), notices=()),
        updates=Updates(items=tuple(u for u in handover.updates.items if u.kind == "original")),
        pairing=replace(
            handover.pairing,
            pairs=tuple(pair for pair in handover.pairs if pair.update.kind == "original"),
            unpaired=tuple(Unpaired(update=update, reason="") for update in unpaired),
            notices=(),
        ),
        skipped=(),
        notices=(),
        changes=None,
    )
