"""How long the client can go on with what she has."""

from collections import defaultdict
from collections.abc import Mapping

from handover.model import Pairing, Post, Runway, Update, Verdict
from handover.plan.material import has_what_it_needs, is_taken_whole, is_usable
from handover.text.same_text import same_words


def runway(pairing: Pairing, verdicts: Mapping[str, Verdict], per_week: int) -> Runway:
    """How many whole weeks the lasting updates carry at `per_week` a week.

    Counted are the paired originals that were published, each once: what never went out cannot go out again.
    The weeks are those of the updates that are ready, which the plan takes: with the picture that their
    network asks for, no film, and of several that say the same one alone. Without a pace (0) there are none.
    """
    updates: dict[str, Update] = {}
    posts: dict[str, list[Post]] = defaultdict(list)
    for pair in pairing.pairs:
        update, verdict = pair.update, verdicts.get(pair.update.id)
        if (
            verdict
            and verdict.lasting == "lasting"
            and (update.kind, update.state) == ("original", "published")
        ):
            updates[update.id] = update
            posts[update.id].append(pair.post)
    ready = {
        same_words(update.text)
        for update in updates.values()
        if is_usable(update, verdicts[update.id])
        and has_what_it_needs(update, posts[update.id])
        and is_taken_whole(update)
    }
    weeks = len(ready) // per_week if per_week > 0 else 0
    return Runway(lasting=len(updates), ready=len(ready), per_week=per_week, weeks=weeks)
