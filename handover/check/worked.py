"""What worked best: updates and posts ranked within one network and one measure, the client's own best times.

A figure is worth what it is beside the median of the same account's updates of the same year: an account
grows, and so do its figures. Reach is never compared with likes. Nothing is ranked on fewer than 10 updates
with the figure and nothing stated on fewer than 20; all that is said is counts.
"""

import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from handover.later import library, pattern
from handover.model import Pairing, Update
from handover.model.moments import is_day
from handover.model.worked import Best, BestPost, Moment, Share, Trait, Worked
from handover.text.length import emojis
from handover.text.links import addresses
from handover.text.quotas import hashtags

if TYPE_CHECKING:
    import statistics
else:
    statistics = library("statistics")  # loads decimals, fractions and chance

RANKED_FROM = 10  # updates with the figure
STATED_FROM = 20
SHOWN = 3  # of the best
AT_ONE_TIME = 5  # updates of a weekday or an hour that can be the best
OF_A_YEAR = 5  # updates whose median is that year's; of fewer, the account's own of all years counts
BEST_PART = 4  # the best are one in so many

# Of two measures that as many updates have, the first of these is taken. Rates and durations are no counts.
MEASURES = (
    *("likes", "reactions", "reach", "impressions", "views", "clicks", "comments", "replies"),
    *("shares", "reposts", "saves", "bookmarks", "engagements"),
)
_QUESTION = pattern(r"[?？](?:\s|$|[^\w/=&])")


def what_worked(pairing: Pairing, zone: dt.tzinfo | None) -> tuple[Worked, ...]:
    """What worked best on each network that figures are known of, those with most updates first.

    Counted are published originals, paired or not. `zone` is that of the client; None: it is not known, so
    nothing is said of weekdays and hours.
    """
    found = (_worked(network, updates, pairing, zone) for network, updates in _by_network(pairing).items())
    return tuple(sorted((one for one in found if one), key=lambda one: (-one.having, one.network)))


def worth(pairing: Pairing) -> dict[str, float]:
    """How many times the usual of its account and year each update brought, by its id; those known."""
    found: dict[str, float] = {}
    for updates in _by_network(pairing).values():
        if measure := _measure(updates):
            found |= {best.update.id: best.times for best in _ranked(updates, measure)}
    return found


def own_hours(pairing: Pairing, zone: dt.tzinfo | None) -> dict[str, int]:
    """The hour that the client posts at, by network: the one that worked best, else the most usual.

    Of a network with fewer than 20 updates at a known time nothing is said.
    """
    if zone is None:
        return {}
    best = {one.network: one.hour.at for one in what_worked(pairing, zone) if one.hour}
    found: dict[str, int] = {}
    for network, updates in _by_network(pairing).items():
        hours = Counter(at.hour for update in updates if (at := _moment(update, zone)))
        if hours.total() >= STATED_FROM:
            usual = min(hours, key=lambda hour: (-hours[hour], hour))
            found[network] = best.get(network, usual)
    return found


def _by_network(pairing: Pairing) -> dict[str, list[Update]]:
    updates = [*(pair.update for pair in pairing.pairs), *(alone.update for alone in pairing.unpaired)]
    found: dict[str, list[Update]] = defaultdict(list)
    for update in {update.id: update for update in updates}.values():
        if update.kind == "original" and update.state == "published":
            found[update.network].append(update)
    return found


def _measure(updates: Iterable[Update]) -> str | None:
    """The measure that most of the updates have, if enough have it and not all are zero."""
    count: Counter[str] = Counter()
    updates = [update for update in updates if update.figures]
    for update in updates:
        count.update(name for name in MEASURES if _value(update, name) is not None)
    enough = [
        name
        for name in MEASURES
        if count[name] >= RANKED_FROM and any(_value(update, name) for update in updates)
    ]
    return max(enough, key=lambda name: (count[name], -MEASURES.index(name)), default=None)


def _value(update: Update, measure: str) -> float | None:
    value = update.figures.get(measure)
    return value if value is not None and math.isfinite(value) and value >= 0 else None


def _ranked(updates: Iterable[Update], measure: str) -> list[Best]:
    """Those with the figure beside what their account usually had that year, the best first."""
    valued = [(update, value) for update in updates if (value := _value(update, measure)) is not None]
    by_year: dict[tuple[str, int], list[float]] = defaultdict(list)
    by_account: dict[str, list[float]] = defaultdict(list)
    for update, value in valued:
        by_year[update.account, _year(update)].append(value)
        by_account[update.account].append(value)
    usual = {
        key: statistics.median(values if len(values) >= OF_A_YEAR else by_account[key[0]])
        for key, values in by_year.items()
    }
    best = [
        Best(update=update, value=value, usual=usual[update.account, _year(update)])
        for update, value in valued
    ]
    return sorted(best, key=lambda one: (-one.times, -one.value, one.update.id))


def _year(update: Update) -> int:
    return update.posted_at.year if update.posted_at else 0


def _worked(
    network: str, updates: Sequence[Update], pairing: Pairing, zone: dt.tzinfo | None
) -> Worked | None:
    if not (measure := _measure(updates)):
        return None
    ranked = _ranked(updates, measure)
    stated = len(ranked) >= STATED_FROM
    timed = [(best, at) for best in ranked if zone and (at := _moment(best.update, zone))]
    says_when = len(timed) >= STATED_FROM
    top = len(ranked) // BEST_PART
    return Worked(
        network=network,
        measure=measure,
        having=len(ranked),
        of=len(updates),
        best=tuple(best for best in ranked[:SHOWN] if best.times > 1),
        posts=_best_posts(ranked, pairing),
        timed=len(timed),
        weekday=_best_moment(timed, dt.datetime.weekday) if says_when else None,
        hour=_best_moment(timed, lambda at: at.hour) if says_when else None,
        top=top if stated else 0,
        shares=_shares(ranked[:top], ranked[top:]) if stated else (),
    )


def _best_posts(ranked: Iterable[Best], pairing: Pairing) -> tuple[BestPost, ...]:
    """The posts with two or more of these updates, the best first."""
    times = {best.update.id: best.times for best in ranked}
    posts = {pair.post.id: pair.post for pair in pairing.pairs}
    of_post: dict[str, dict[str, float]] = defaultdict(dict)
    for pair in pairing.pairs:
        if pair.update.id in times:
            of_post[pair.post.id][pair.update.id] = times[pair.update.id]
    found = [
        BestPost(post=posts[id_], updates=len(values), times=statistics.median(values.values()))
        for id_, values in of_post.items()
        if len(values) > 1
    ]
    best = sorted(found, key=lambda one: (-one.times, -one.updates, one.post.id))[:SHOWN]
    return tuple(one for one in best if one.times > 1)


def _moment(update: Update, zone: dt.tzinfo) -> dt.datetime | None:
    """When it was posted in the client's zone; None where only its day is known (midnight UTC)."""
    if update.posted_at is None or is_day(update.posted_at):
        return None
    at = update.posted_at.astimezone(zone)
    return None if at.time() == dt.time() else at


def _best_moment(
    timed: Sequence[tuple[Best, dt.datetime]], part: Callable[[dt.datetime], int]
) -> Moment | None:
    """The weekday or hour whose updates brought most, beside at least one other that can be compared."""
    found: dict[int, list[float]] = defaultdict(list)
    for best, moment in timed:
        found[part(moment)].append(best.times)
    enough = {at: values for at, values in found.items() if len(values) >= AT_ONE_TIME}
    if len(enough) < 2:
        return None
    at = max(sorted(enough), key=lambda one: statistics.median(enough[one]))
    times = statistics.median(enough[at])
    return Moment(at=at, updates=len(enough[at]), times=times) if times > 1 else None


def _shares(best: Sequence[Best], others: Sequence[Best]) -> tuple[Share, ...]:
    short = statistics.median(len(one.update.text) for one in (*best, *others))
    tests: Mapping[Trait, Callable[[Update], bool]] = {
        "short": lambda update: len(update.text) <= short,
        "question": lambda update: bool(_QUESTION.search(update.text)),
        "emoji": lambda update: emojis(update.text) > 0,
        "hashtag": lambda update: hashtags(update.text) > 0,
        "link_at_end": lambda update: _where_link_is(update) == "end",
        "link_inside": lambda update: _where_link_is(update) == "inside",
        "no_link": lambda update: _where_link_is(update) == "nowhere",
    }
    found = (
        Share(
            trait=trait,
            best=sum(has(one.update) for one in best),
            others=sum(has(one.update) for one in others),
        )
        for trait, has in tests.items()
    )
    return tuple(share for share in found if share.best or share.others)


def _where_link_is(update: Update) -> str:
    text = update.text.rstrip()
    spans = list(addresses(text))
    if not spans:
        return "beside" if update.links else "nowhere"
    return "end" if spans[-1][1] == len(text) else "inside"
