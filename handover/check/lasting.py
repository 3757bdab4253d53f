"""Whether an update can be posted again: lasting, seasonal or dated, and by which of its words."""

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache

from handover.check.seasons import windows
from handover.check.time_ties import Why, ties
from handover.model import Pairing, Runway, Said, Update, Verdict
from handover.model.said import N_

# Why an update is dated, the most telling first.
_DATED: Mapping[Why, str] = {
    "date": N_("names {words}"),
    "ends": N_("speaks of an end: “{words}”"),
    "event": N_("speaks of an event: “{words}”"),
    "near": N_("says “{words}”"),
    "weekday": N_("names {words}"),
    "new": N_("calls it new: “{words}”"),
    "year": N_("names the year {words}"),
}
_OWN = Said("your own word")
_LASTS = Verdict(lasting="lasting", reason=Said("nothing in it ties it to a time"))
_EMPTY = Said("has no text to use again")
# Nothing to post again, whatever it says.
_UNFIT: Mapping[str, Said] = {
    "reply": Said("answers somebody"),
    "repost": Said("repeats somebody else's words"),
}
_ALL_YEAR = {"spring", "summer", "autumn", "winter"}


def judge_lasting(update: Update, language: str, today: dt.date) -> Verdict:
    """Whether `update` can be posted again at any time, in its season, or not at all, with the reason.

    `language` (BCP 47) is that of the updates; a text that is clearly in another language is read in that.
    The user's own word (`update.lasting`) overrules. `today` tells which windows of a season are to come.
    """
    if update.lasting and update.lasting != "seasonal":
        return Verdict(lasting=update.lasting, reason=_OWN)
    found = ties(update, language, today)
    seasons = {tie.season for tie in found if tie.season} if found else set()
    posted = update.posted_at.date() if update.posted_at else None
    if update.lasting:  # the season of its words, else that of its first posting
        own = seasons or ({f"month_{posted.month}"} if posted else set())
        return Verdict(lasting="seasonal", reason=_OWN, season=windows(own, today, posted))
    if unfit := _unfit(update):
        return Verdict(lasting="dated", reason=unfit)
    first = {tie.why: tie.words for tie in reversed(found)}
    for why in _DATED if first else ():
        if words := first.get(why):
            return _dated(why, words)
    if seasons and not seasons >= _ALL_YEAR:
        spoken = next(tie.words for tie in found if tie.season)
        reason = Said("speaks of “{words}”", words=spoken)
        return Verdict(lasting="seasonal", reason=reason, season=windows(seasons, today, posted))
    return _LASTS


def verdicts(pairing: Pairing, language: str, today: dt.date) -> dict[str, Verdict]:
    """The verdict on every update of a pairing, paired or not, by its id."""
    updates = [*(pair.update for pair in pairing.pairs), *(alone.update for alone in pairing.unpaired)]
    return {update.id: judge_lasting(update, language, today) for update in updates}


def runway(pairing: Pairing, verdicts: Mapping[str, Verdict], per_week: int) -> Runway:
    """How many whole weeks the lasting updates carry at `per_week` a week.

    Counted are the paired originals, each once. Without a pace (0) there are no weeks.
    """
    lasting = {
        pair.update.id
        for pair in pairing.pairs
        if pair.update.kind == "original" and _is_lasting(verdicts.get(pair.update.id))
    }
    weeks = len(lasting) // per_week if per_week > 0 else 0
    return Runway(lasting=len(lasting), per_week=per_week, weeks=weeks)


@lru_cache(maxsize=1024)
def _dated(why: Why, words: str) -> Verdict:
    """Dated by these words, which often recur."""
    return Verdict(lasting="dated", reason=Said(_DATED[why], words=words))


def _is_lasting(verdict: Verdict | None) -> bool:
    return verdict is not None and verdict.lasting == "lasting"


def _unfit(update: Update) -> Said | None:
    """Why an update is nothing to post again whatever it says."""
    if update.kind != "original":
        return _UNFIT[update.kind]
    return None if update.text.strip() else _EMPTY
