"""Texts that are longer than their network takes."""

from collections import defaultdict
from collections.abc import Iterable

from handover.model import Notice, Origin, Pairing, Said, Update
from handover.model.said import N_
from handover.networks import NETWORKS
from handover.text.length import fits, length, limit

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
    hint = Said("Shorten before posting again; what was published stays as it is.")
    if len(updates) <= NAMED:
        return [_notice(update, _long(update), hint) for update in updates]
    text = Said(
        "{n} updates are longer than {network} takes ({limit}), the first: “{words}”.",
        n=len(updates),
        network=NETWORKS[network].label,
        limit=limit(network) or 0,
        words=_begin(updates[0]),
    )
    return [_notice(updates[0], text, hint)]


def _tag_notices(network: str, updates: list[Update]) -> list[Notice]:
    hint = Said("Leave some out before posting again.")
    if len(updates) <= NAMED:
        return [_notice(update, _tagged(update), hint) for update in updates]
    text = Said(
        "{n} updates have more hashtags than {network} takes ({limit}), the first: “{words}”.",
        n=len(updates),
        network=NETWORKS[network].label,
        limit=HASHTAGS[network],
        words=_begin(updates[0]),
    )
    return [_notice(updates[0], text, hint)]


def _notice(update: Update, text: Said, hint: Said) -> Notice:
    return Notice(text=text, hint=hint, where=_where(update))


def _long(update: Update) -> Said:
    """How long one update is, in the network's own counting."""
    most, network, words = limit(update.network) or 0, NETWORKS[update.network].label, _begin(update)
    count = length(update.text, update.network)
    if count > most:
        message = N_("“{words}” has {n} characters, more than {network} takes ({limit}).")
    else:
        message = N_("“{words}” has {n} bytes, more than {network} takes ({limit}).")
        count = len(update.text.encode("utf-8", "surrogatepass"))
    return Said(message, words=words, n=count, network=network, limit=most)


def _tagged(update: Update) -> Said:
    return Said(
        "“{words}” has {n} hashtags, more than {network} takes ({limit}).",
        words=_begin(update),
        n=update.text.count("#"),
        network=NETWORKS[update.network].label,
        limit=HASHTAGS[update.network],
    )


def _begin(update: Update) -> str:
    """The first words of an update, to know it by."""
    words = " ".join(update.text.split())
    return words if len(words) <= 50 else f"{words[:50].rsplit(' ', 1)[0]} …"


def _where(update: Update) -> str:
    origin: Origin | None = update.origin
    if origin is None:
        return update.permalink
    place = " › ".join(part for part in (origin.file, origin.sheet) if part)
    return Said("{place}, row {n}", place=place, n=str(origin.row)) if origin.row else place
