"""How much there is, counted once: every output and the summary take their numbers from here."""

from collections import Counter
from collections.abc import Iterable

from handover.later import dataclass
from handover.model.types import Pairing, Update

UNKNOWN = "other"  # the network of updates whose source names none


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """The numbers a reader meets; an update counts once, however many posts it stands with."""

    posts: int
    updates: int  # originals that belong to a post, in any state
    scheduled: int  # of these, not published as yet
    drafts: int  # of these, neither published nor scheduled
    networks: tuple[tuple[str, int], ...]  # of these, by network: most first, then by key
    more: int  # originals that belong to no post
    more_networks: tuple[tuple[str, int], ...] = ()  # of these, by network
    others: int  # replies and reposts: the manager's alone
    withheld: int = 0  # originals that are kept from the client

    @property
    def published(self) -> int:
        """How many went out."""
        return self.updates - self.scheduled - self.drafts

    @property
    def on_pages(self) -> tuple[tuple[str, int], ...]:
        """All originals by network: together as many as `updates` and `more`."""
        return _by_network(Counter(dict(self.networks)) + Counter(dict(self.more_networks)))

    @property
    def on_networks(self) -> int:
        """How many networks they are on; updates that name none are on one that is not known."""
        return sum(key != UNKNOWN for key, _ in self.networks) or len(self.networks)


def count(pairing: Pairing) -> Counts:
    """The counts of a pairing."""
    paired = {pair.update.id: pair.update for pair in pairing.pairs}
    alone = {open_.update.id: open_.update for open_ in pairing.unpaired if open_.update.id not in paired}
    ours, more = _originals(paired.values()), _originals(alone.values())
    withheld = sum(u.kind == "withheld" for u in (*paired.values(), *alone.values()))
    return Counts(
        posts=len(pairing.posts),
        updates=len(ours),
        scheduled=sum(update.state == "scheduled" for update in ours),
        drafts=sum(update.state == "draft" for update in ours),
        networks=_by_network(Counter(update.network for update in ours)),
        more=len(more),
        more_networks=_by_network(Counter(update.network for update in more)),
        others=len(paired) + len(alone) - len(ours) - len(more) - withheld,
        withheld=withheld,
    )


def _by_network(counted: Counter[str]) -> tuple[tuple[str, int], ...]:
    """Most first, then by key."""
    return tuple(sorted(counted.items(), key=lambda item: (-item[1], item[0])))


def _originals(updates: Iterable[Update]) -> list[Update]:
    return [update for update in updates if update.kind == "original"]
