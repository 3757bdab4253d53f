"""Updates that are longer than their network takes, or have more hashtags or links."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from handover.model import Notice, Pairing, Said, Update
from handover.model.places import where
from handover.model.said import N_, Joined
from handover.networks import NETWORKS, Quota
from handover.text.length import fits, length, limit
from handover.text.quotas import Excess, excesses

NAMED = 3  # so many of a network are named one by one; of more, the number and the first


def too_long(pairing: Pairing) -> tuple[Notice, ...]:
    """What to look at before an update is posted again: too long for its network, too many hashtags or links.

    Reposts are left out: their words are somebody else's. Each update is met once, however many posts it
    belongs to; the networks come in the order of NETWORKS.
    """
    long: dict[str, list[Update]] = defaultdict(list)
    excess: dict[tuple[str, str], list[tuple[Update, Excess]]] = defaultdict(list)
    for update in _updates(pairing):
        if not fits(update.text, update.network):
            long[update.network].append(update)
        for found in excesses(update.text, update.network, update.links):
            excess[update.network, found.what].append((update, found))
    return tuple(
        notice
        for network in NETWORKS
        for notice in (
            *_long_notices(network, long[network]),
            *(n for what in _EXCESS for n in _excess_notices(network, excess[network, what])),
        )
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


# What is said of one update, and of many.
_EXCESS = {
    "hashtags": (
        N_("“{words}” has {n} hashtags, more than {network} takes ({limit})."),
        N_("{n} updates have more hashtags than {network} takes ({limit}), the first: “{words}”."),
    ),
    "links": (
        N_("“{words}” has {n} links, more than {network} takes ({limit})."),
        N_("{n} updates have more links than {network} takes ({limit}), the first: “{words}”."),
    ),
}


def _excess_notices(network: str, found: list[tuple[Update, Excess]]) -> Iterator[Notice]:
    """Of one network and one thing that updates have too many of."""
    for update, excess in found[: 1 if len(found) > NAMED else None]:
        of_one, of_many = _EXCESS[excess.what]
        values: dict[str, Any] = {
            "network": NETWORKS[network].label,
            "limit": excess.quota.takes,
            "words": _begin(update),
            "n": len(found) if len(found) > NAMED else excess.number,
        }
        yield _notice(
            update, Said(of_many if len(found) > NAMED else of_one, **values), _hint(network, excess.quota)
        )


def _hint(network: str, quota: Quota) -> Said:
    hint = Said("Leave some out before posting again.")
    if quota.since is None:
        return hint
    since = Said(
        "{network} takes {limit} since {date}.",
        network=NETWORKS[network].label,
        limit=quota.takes,
        date=quota.since,
    )
    return Joined(since, hint)


def _notice(update: Update, text: Said, hint: Said) -> Notice:
    return Notice(text=text, hint=hint, where=where(update))


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


def _begin(update: Update) -> str:
    """The first words of an update, to know it by."""
    words = " ".join(update.text.split())
    return words if len(words) <= 50 else f"{words[:50].rsplit(' ', 1)[0]} …"
