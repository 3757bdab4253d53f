"""A decision of a person, as the working copy would bring it back: by the very fields its reader fills."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from handover.later import dataclass
from handover.model import Evidence, Handover, Lasting, Pair, Placed, Post, Said, Unpaired, Update
from handover.read.updates.workbook.placing import STATED

ALONE = Said("You said that it belongs to no post.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person says of an update."""

    update: str  # `key_of` the update
    to: Post | None = None  # the post it belongs to, and no other
    off: Post | None = None  # a post it does not belong to
    alone: bool = False  # it belongs to no post
    lasting: Lasting | None = None  # whether it can be posted again


def key_of(item: Update | Post) -> str:
    """A name for an update or a post that stands in an address."""
    return hashlib.blake2b(item.id.encode("utf-8", "surrogatepass"), digest_size=9).hexdigest()


def told(update: Update, decision: Decision, pairs: Sequence[Pair]) -> Update:
    """The update with a decision in it; `pairs` are those it stands in."""
    if decision.lasting:
        return replace(update, lasting=decision.lasting)
    if decision.to:
        post = decision.to
        return replace(
            update, placed=(Placed(post=post.id, permalink=post.permalink, reason=STATED),), post=""
        )
    off = decision.off.id if decision.off else None
    left = () if decision.alone else tuple(_placed(p) for p in pairs if p.post.id != off)
    return replace(update, placed=left, post="")


def _placed(pair: Pair) -> Placed:
    post = pair.post
    return Placed(
        post=post.id, permalink=post.permalink, evidence=pair.evidence, score=pair.score, reason=pair.reason
    )


def shown_at_once(handover: Handover, decision: Decision) -> Handover:
    """The handover with a decision in its pairing, for the page that was decided on: what it brings beside
    (others with the same words, shortfalls, the plan) is found when all is paired again."""
    key, pairing = decision.update, handover.pairing
    hers = [pair for pair in pairing.pairs if key_of(pair.update) == key]
    open_ = [item for item in pairing.unpaired if key_of(item.update) == key]
    if not hers and not open_:
        return handover
    update = told((hers or open_)[0].update, decision, hers)
    if decision.lasting:
        verdict = handover.verdicts.get(update.id)
        verdicts = dict(handover.verdicts)
        if verdict:
            verdicts[update.id] = replace(verdict, lasting=decision.lasting, reason=YOURS)
        return replace(handover, verdicts=verdicts)
    pairs = [pair for pair in pairing.pairs if pair not in hers]
    unpaired = [item for item in pairing.unpaired if item not in open_]
    kept = [pair for pair in hers if decision.off and pair.post.id != decision.off.id]
    if decision.to:
        kept = [Pair(post=decision.to, update=update, evidence=Evidence.STATED, score=1.0, reason=STATED)]
    pairs += [replace(pair, update=update) for pair in kept]
    if not kept:
        unpaired.append(Unpaired(update=update, reason=ALONE))
    return replace(handover, pairing=replace(pairing, pairs=tuple(pairs), unpaired=tuple(unpaired)))


YOURS = Said("your own word")
