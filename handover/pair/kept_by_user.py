"""What a person decided in the workbook stays decided.

An update that comes from our own workbook carries where its user left it (`Update.placed`). That wins over
what pairing finds by itself: a pair taken apart stays apart, a moved one stays moved, one left alone keeps
its post. Evidence stays honest: where pairing finds the same pair again, its evidence stands; where it does
not, the evidence the workbook showed; where the person moved the row, the person's word.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from handover.model import Evidence, Notice, Pair, Pairing, Placed, Post, Said, Unpaired, Update
from handover.model.places import where
from handover.pair.articles import addresses_of
from handover.text.comparing import squash

LEFT_OPEN = Said("It was left without a post in the workbook.")


def keep_placed(pairing: Pairing) -> Pairing:
    """The pairing with every update where its workbook left it; the same pairing when none has one."""
    told: Iterator[Pair | Unpaired] = chain(pairing.pairs, pairing.unpaired)
    if all(one.update.placed is None for one in told):
        return pairing
    # By identity: two rows of a workbook may bear one id, and neither must be lost.
    updates = {id(pair.update): pair.update for pair in pairing.pairs}
    updates |= {id(item.update): item.update for item in pairing.unpaired}
    placed = {key: update for key, update in updates.items() if update.placed is not None}
    return _Keeping(pairing, placed).result()


class _Keeping:
    def __init__(self, pairing: Pairing, placed: dict[int, Update]) -> None:
        self.pairing = pairing
        self.found: dict[int, list[Pair]] = {key: [] for key in placed}
        for pair in pairing.pairs:
            if id(pair.update) in self.found:
                self.found[id(pair.update)].append(pair)
        self.posts = {address: post for post in pairing.posts for address in addresses_of(post)}
        self.posts |= {post.id: post for post in pairing.posts}
        named = {post.id: squash(post.title) for post in pairing.posts}
        count = Counter(named.values())
        self.titles = {named[post.id]: post for post in pairing.posts if count[named[post.id]] == 1}
        self.notices: list[Notice] = []
        self.kept = {key: self._pairs(update) for key, update in placed.items()}

    def result(self) -> Pairing:
        """The pairing in its own order, each update once or once a post."""
        pairs: list[Pair] = []
        unpaired: list[Unpaired] = []
        done: set[int] = set()
        for pair in self.pairing.pairs:
            if id(pair.update) not in self.kept:
                pairs.append(pair)
            elif id(pair.update) not in done:
                done.add(id(pair.update))
                pairs += self.kept[id(pair.update)]
                if not self.kept[id(pair.update)]:
                    unpaired.append(self._left_open(pair.update))
        for item in self.pairing.unpaired:
            kept = self.kept.get(id(item.update))
            pairs += kept or ()
            if not kept:
                taken_off = item.update.placed == ()
                unpaired.append(self._left_open(item.update) if taken_off else item)
        return Pairing(
            posts=self.pairing.posts,
            pairs=tuple(pairs),
            unpaired=tuple(unpaired),
            notices=(*self.pairing.notices, *self.notices),
        )

    def _pairs(self, update: Update) -> list[Pair]:
        kept = list(self._kept(update, update.placed or ()))
        # A post that is gone from the blog leaves the update to what pairing found.
        return kept if kept or not update.placed else self.found[id(update)]

    def _kept(self, update: Update, placed: tuple[Placed, ...]) -> Iterator[Pair]:
        again = {pair.post.id: pair for pair in self.found[id(update)]}
        stated = [pair for pair in again.values() if pair.evidence is Evidence.STATED]
        for place in placed:
            post = self._post(place)
            if post is None:
                if stated:  # a title or address in the person's own words, which pairing understood
                    yield from stated
                    continue
                if not update.post or update.post not in (
                    place.permalink,
                    place.post,
                ):  # else pairing has told
                    self._tell(update, place)
            elif post.id in again and (place.kept or place.evidence is not Evidence.STATED):
                yield again[post.id]
            else:
                yield Pair(
                    post=post,
                    update=update,
                    evidence=place.evidence,
                    score=place.score,
                    reason=place.reason,
                )

    def _post(self, place: Placed) -> Post | None:
        found = self.posts.get(place.post) or self.posts.get(place.permalink or place.post)
        return found or self.titles.get(squash(place.post) or "-")

    def _tell(self, update: Update, place: Placed) -> None:
        self.notices.append(
            Notice(
                text=Said(
                    "The workbook puts an update with “{post}”, which is no post of the blog.",
                    post=place.permalink or place.post,
                ),
                hint=Said("Give the number, the address or the exact title of its post in the workbook."),
                where=where(update),
            )
        )

    def _left_open(self, update: Update) -> Unpaired:
        offered = sorted(self.found[id(update)], key=lambda pair: -pair.score)[:3]
        return Unpaired(
            update=update,
            reason=LEFT_OPEN,
            suggestions=tuple((pair.post, pair.score) for pair in offered),
        )
