"""The decision: the strongest evidence first, and what stays open keeps its reason."""

from collections.abc import Callable, Iterable, Mapping

from handover.model import Evidence, Pair, Pairing, Post, Unpaired, Update, Updates
from handover.pair.addresses import AddressIndex

Progress = Callable[[str, int, int | None], None]


def pair_updates(
    posts: Iterable[Post],
    updates: Iterable[Update] | Updates,
    *,
    resolved: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> Pairing:
    """Pair every update with the post or posts it promotes, or say why it stays open."""
    told = tuple(posts)
    items = updates.items if isinstance(updates, Updates) else tuple(updates)
    index = AddressIndex(told)
    titles: dict[str, list[int]] = {}
    for number, post in enumerate(told):
        titles.setdefault(" ".join(post.title.casefold().split()), []).append(number)
        titles.setdefault(post.id, []).append(number)
    pairs: list[Pair] = []
    unpaired: list[Unpaired] = []
    for update in items:
        found: dict[int, Evidence] = {}
        if update.post:
            hits = index.find(update.post) or titles.get(" ".join(update.post.casefold().split()), ())
            found = dict.fromkeys(sorted(hits), Evidence.STATED)
        if not found:
            for link in update.links:
                target = (resolved or {}).get(link, link)
                evidence = Evidence.LINK if target == link else Evidence.SHORT_LINK
                for number in sorted(index.find(target)):
                    found.setdefault(number, evidence)
        for number, evidence in found.items():
            reason = "You said so." if evidence is Evidence.STATED else "The update links to this post."
            pairs.append(Pair(post=told[number], update=update, evidence=evidence, score=1.0, reason=reason))
        if not found:
            unpaired.append(Unpaired(update=update, reason="No link in this update leads to a post."))
    return Pairing(posts=told, pairs=tuple(pairs), unpaired=tuple(unpaired))
