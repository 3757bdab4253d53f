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
    others: int  # replies and reposts: the manager's alone
    withheld: int = 0  # originals that are kept from the client

    @property
    def published(self) -> int:
        """How many went out."""
        return self.updates - self.scheduled - self.drafts

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
    by_network = Counter(update.network for update in ours)
    return Counts(
        posts=len(pairing.posts),
        updates=len(ours),
        scheduled=sum(update.state == "scheduled" for update in ours),
        drafts=sum(update.state == "draft" for update in ours),
        networks=tuple(sorted(by_network.items(), key=lambda item: (-item[1], item[0]))),
        more=len(more),
        others=len(paired) + len(alone) - len(ours) - len(more) - withheld,
        withheld=withheld,
    )


def _originals(updates: Iterable[Update]) -> list[Update]:
    return [update for update in updates if update.kind == "original"]
