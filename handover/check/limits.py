"""Texts that are longer than their network takes."""

from collections import defaultdict
from collections.abc import Iterable

from handover.model import Notice, Origin, Pairing, Update
from handover.networks import NETWORKS
from handover.networks.counting import fits, length, limit

NAMED = 3  # so many of a network are named one by one; of more, the number and the first
HASHTAGS = {"instagram": 30}  # Instagram refuses a caption with more


def too_long(pairing: Pairing) -> tuple[Notice, ...]:
    """What to look at before an update is posted again: too long for its network, or too many hashtags.

    Reposts are left out: their words are somebody else's. Each update is met once, however many posts it
    belongs to; the networks come in the order of NETWORKS.
    """
    long: dict[str, list[Update]] = defaultdict(list)
    tagged: dict[str, list[Update]] = defaultdict(list)
    for update in _updates(pairing):
        if not fits(update.text, update.network):
            long[update.network].append(update)
        elif update.text.count("#") > HASHTAGS.get(update.network, len(update.text)):
            tagged[update.network].append(update)
    return tuple(
        notice
        for network in NETWORKS
        for notice in (*_long_notices(network, long[network]), *_tag_notices(network, tagged[network]))
    )


def _updates(pairing: Pairing) -> Iterable[Update]:
    updates = [*(pair.update for pair in pairing.pairs), *(alone.update for alone in pairing.unpaired)]
    return {u.id: u for u in updates if u.kind != "repost"}.values()


def _long_notices(network: str, updates: list[Update]) -> list[Notice]:
    takes = f"{NETWORKS[network].label} takes ({limit(network) or 0:,})"
    return _notices(
        updates,
        [f"{_begin(update)} has {_size(update)}, more than {takes}." for update in updates],
        f"{len(updates)} updates are longer than {takes}",
        "Shorten before posting again; what was published stays as it is.",
    )


def _tag_notices(network: str, updates: list[Update]) -> list[Notice]:
    takes = f"{NETWORKS[network].label} takes ({HASHTAGS.get(network)})"
    return _notices(
        updates,
        [f"{_begin(update)} has {update.text.count('#')} hashtags, more than {takes}." for update in updates],
        f"{len(updates)} updates have more hashtags than {takes}",
        "Leave some out before posting again.",
    )


def _notices(updates: list[Update], each: list[str], many: str, hint: str) -> list[Notice]:
    """One notice an update, or one for all where they are many."""
    if len(updates) > NAMED:
        first = updates[0]
        return [Notice(text=f"{many}, the first: {_begin(first)}.", hint=hint, where=_where(first))]
    return [
        Notice(text=text, hint=hint, where=_where(update)) for update, text in zip(updates, each, strict=True)
    ]


def _size(update: Update) -> str:
    """The length that is over the limit, in the network's own counting."""
    count = length(update.text, update.network)
    if count > (limit(update.network) or 0):
        return f"{count:,} characters"
    return f"{len(update.text.encode('utf-8', 'surrogatepass')):,} bytes"


def _begin(update: Update) -> str:
    """The first words of an update, to know it by."""
    words = " ".join(update.text.split())
    return f"“{words}”" if len(words) <= 50 else f"“{words[:50].rsplit(' ', 1)[0]} …”"


def _where(update: Update) -> str:
    origin: Origin | None = update.origin
    if origin is None:
        return update.permalink
    place = " › ".join(part for part in (origin.file, origin.sheet) if part)
    return f"{place}, row {origin.row}" if origin.row else place
