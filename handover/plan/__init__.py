"""The client's next weeks: which lasting updates to post again, and when."""

import dataclasses
import datetime as dt
from bisect import bisect, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from handover.errors import HandoverError
from handover.model import Notice, Pair, Pairing, Post, Said, Slot, Update, Verdict
from handover.networks import NETWORKS
from handover.plan.days import WORKING, days_to_post, rhythm, weekends
from handover.plan.material import has_what_it_needs, is_taken_whole, is_usable
from handover.text.same_text import same_words

POST_REST = 14  # days between two updates about the same post
TEXT_REST = 90  # days between two appearances of the same text, on whatever network
MOST_PER_WEEK = 50
_NEVER = dt.datetime.max.replace(tzinfo=dt.UTC)


def make_plan(
    pairing: Pairing,
    verdicts: Mapping[str, Verdict],
    *,
    start: dt.date,
    days: int = 90,
    per_week: int = 3,
    worth: Mapping[str, float] | None = None,
    hours: Mapping[str, int] | None = None,
) -> tuple[Slot, ...]:
    """Re-posts for `days` days from `start`, `per_week` a week, in the order of their dates.

    Planned are paired originals that were published and that `verdicts` call lasting, and seasonal ones while
    their season is on; nothing that its network refuses, and nothing on a network on a day that an update is
    scheduled for there. `worth` says how many times the usual an update brought
    (by its id; those it lacks count as usual): of two that may come, the one that brought more does. `hours`
    are the hours of the day that the client posts at, by network.

    They go out on working days, on a day of the weekend where the client posts on it too, and never on
    25 December or 1 January: what would have come then comes on the next working day before or after that
    is free in that week. At least 14 days lie between two updates about one post and 90 between two
    appearances of a text; what was published or scheduled near those days counts too. Networks take turns as
    often as the client has posted on each (equally where fewer than 20 days are known), weekdays equally, and
    no post comes again before the others have come. Where the material does not carry so
    far there are fewer slots, never a broken rule. Same in, same out.

    Raises HandoverError for a negative number of days, or a pace that is not within 0 to 50.
    """
    if days < 0 or not 0 <= per_week <= MOST_PER_WEEK:
        raise HandoverError(
            Said(
                "A plan cannot be made for {days} days with {pace} updates a week.", days=days, pace=per_week
            ),
            hint=Said("Give a pace from 0 to {most} (per_week under [content]).", most=MOST_PER_WEEK),
        )
    calendar = _Calendar(pairing, start, start + dt.timedelta(days=days))
    planner = _Planner(_candidates(pairing.pairs, verdicts, worth or {}), calendar, rhythm(pairing))
    weekdays = (*WORKING, *weekends(pairing))
    slots = (planner.slot(day) for day in days_to_post(start, days, per_week, weekdays))
    at = hours or {}
    return tuple(dataclasses.replace(slot, hour=at.get(slot.network)) for slot in slots if slot)


def not_planned(pairing: Pairing, verdicts: Mapping[str, Verdict]) -> Iterator[Notice]:
    """What lasts and is not planned because its network asks for a picture and none is known, by network."""
    found: dict[str, dict[str, Update]] = defaultdict(dict)
    pictured = {pair.update.id for pair in pairing.pairs if has_what_it_needs(pair.update, (pair.post,))}
    for pair in pairing.pairs:
        update = pair.update
        if update.id not in pictured and is_usable(update, verdicts.get(update.id)):
            found[update.network][update.id] = update
    for network in sorted(found, key=_order):
        yield Notice(
            text=Said(
                "{n} lasting update is not planned, because {network} asks for a picture and none is known.",
                many="{n} lasting updates are not planned, because {network} asks for a picture and none "
                "is known.",
                n=len(found[network]),
                network=NETWORKS[network].label,
            ),
            hint=Said("Give the export with its pictures, or post these with a picture by hand."),
        )


class _Candidate(NamedTuple):
    """An update that may be posted again."""

    posts: tuple[Post, ...]  # all it belongs to
    update: Update
    season: tuple[tuple[dt.date, dt.date], ...]  # none: at any time

    def is_in_season(self, day: dt.date) -> bool:
        return not self.season or any(first <= day <= last for first, last in self.season)


def _candidates(
    pairs: Iterable[Pair], verdicts: Mapping[str, Verdict], worth: Mapping[str, float]
) -> list[_Candidate]:
    """What may be posted again: what brought most first, then the longest ago."""
    posts: dict[str, dict[str, Post]] = defaultdict(dict)
    updates: dict[str, Update] = {}
    for pair in pairs:
        if is_usable(pair.update, verdicts.get(pair.update.id)):
            posts[pair.update.id][pair.post.id] = pair.post
            updates[pair.update.id] = pair.update
    ranked = sorted(
        updates.values(),
        key=lambda u: (-worth.get(u.id, 1.0), u.posted_at or _NEVER, u.id),
    )
    return [
        _Candidate(
            posts=tuple(posts[update.id].values()),
            update=update,
            season=verdicts[update.id].season if verdicts[update.id].lasting == "seasonal" else (),
        )
        for update in ranked
        if has_what_it_needs(update, posts[update.id].values())
    ]


class _Calendar:
    """When each post and each text appeared or will appear, in the days that matter to the plan."""

    def __init__(self, pairing: Pairing, first: dt.date, last: dt.date) -> None:
        self._posts: dict[str, list[dt.date]] = defaultdict(list)
        self._texts: dict[str, list[dt.date]] = defaultdict(list)
        self._words: dict[str, str] = {}  # by update id
        self._rested: tuple[dt.date | None, dict[str, bool]] = (None, {})  # the texts asked for on one day
        near = dt.timedelta(days=max(POST_REST, TEXT_REST))
        updates = (*(pair.update for pair in pairing.pairs), *(alone.update for alone in pairing.unpaired))
        self._scheduled = {
            (one.network, one.posted_at.date())
            for one in updates
            if one.posted_at and one.state == "scheduled"
        }
        for pair in pairing.pairs:
            if pair.update.posted_at and pair.update.state != "draft":
                day = pair.update.posted_at.date()
                if first - near <= day <= last + near:
                    insort(self._posts[pair.post.id], day)
                    insort(self._texts[self._words_of(pair.update)], day)

    def is_taken(self, network: str, day: dt.date) -> bool:
        """Whether an update is scheduled there for that day already."""
        return (network, day) in self._scheduled

    def has_text_rested(self, candidate: _Candidate, day: dt.date) -> bool:
        if self._rested[0] != day:
            self._rested = (day, {})
        rested, words = self._rested[1], self._words_of(candidate.update)
        if words not in rested:
            rested[words] = _is_far(self._texts.get(words), day, TEXT_REST)
        return rested[words]

    def have_posts_rested(self, candidate: _Candidate, day: dt.date) -> bool:
        return all(_is_far(self._posts.get(post.id), day, POST_REST) for post in candidate.posts)

    def enter(self, candidate: _Candidate, day: dt.date) -> None:
        insort(self._texts[self._words_of(candidate.update)], day)
        self._rested = (None, {})
        for post in candidate.posts:
            insort(self._posts[post.id], day)

    def _words_of(self, update: Update) -> str:
        if update.id not in self._words:
            self._words[update.id] = same_words(update.text)
        return self._words[update.id]


def _is_far(dates: list[dt.date] | None, day: dt.date, rest: int) -> bool:
    """Whether `day` lies at least `rest` days from each of the sorted dates."""
    if not dates:
        return True
    after = bisect(dates, day)
    return all(abs((day - near).days) >= rest for near in dates[max(0, after - 1) : after + 1])


class _Planner:
    """Chooses for one day after the other."""

    def __init__(self, candidates: list[_Candidate], calendar: _Calendar, rhythm: Mapping[str, int]) -> None:
        self.calendar = calendar
        self.rhythm = rhythm
        self.by_network: dict[str, list[_Candidate]] = defaultdict(list)
        self.seasonal: dict[str, list[_Candidate]] = defaultdict(list)
        for candidate in candidates:
            lists = self.seasonal if candidate.season else self.by_network
            lists[candidate.update.network].append(candidate)
        self.networks = sorted({*self.by_network, *self.seasonal}, key=_order)
        self.used: Counter[str] = Counter()  # by network
        self.used_on: Counter[tuple[str, int]] = Counter()  # by network and weekday
        self.posts: Counter[str] = Counter()  # by post id
        self.seasonal_last = False

    def slot(self, day: dt.date) -> Slot | None:
        """The best re-post for this day; None when every one would break a rule."""
        for network in sorted(self.networks, key=lambda n: self._turn(n, day)):
            if self.calendar.is_taken(network, day):
                continue
            if candidate := self._best(network, day):
                self._enter(candidate, day)
                return Slot(date=day, network=network, post=candidate.posts[0], update=candidate.update)
        return None

    def _turn(self, network: str, day: dt.date) -> tuple[float, int, int]:
        """Whose turn it is: the network furthest behind its rhythm, then used least on this weekday, then
        with most to give."""
        # Places by the method of Sainte-Laguë; one she has left comes as rarely as one she posted on once.
        behind = (self.used[network] + 0.5) / max(1, self.rhythm.get(network, 0))
        on_weekday = self.used_on[network, day.weekday()]
        return behind, on_weekday, -len(self.by_network[network])

    def _best(self, network: str, day: dt.date) -> _Candidate | None:
        """What is in season before the rest, but not twice in a row."""
        lists = [self.seasonal[network], self.by_network[network]]
        found = (self._freshest(candidates, day) for candidates in lists[:: -1 if self.seasonal_last else 1])
        return next(filter(None, found), None)

    def _freshest(self, candidates: list[_Candidate], day: dt.date) -> _Candidate | None:
        """The first that may be posted on this day, those first whose posts have come least."""
        best: _Candidate | None = None
        least = 0
        for candidate in candidates:
            times = max(self.posts[post.id] for post in candidate.posts)
            if (best is None or times < least) and self._may_come(candidate, day):
                best, least = candidate, times
                if times == 0:
                    break
        return best

    def _may_come(self, candidate: _Candidate, day: dt.date) -> bool:
        """Whether no rule stands against it; what costs most is asked last."""
        if not (candidate.is_in_season(day) and self.calendar.has_text_rested(candidate, day)):
            return False
        if not self.calendar.have_posts_rested(candidate, day):
            return False
        return is_taken_whole(candidate.update)

    def _enter(self, candidate: _Candidate, day: dt.date) -> None:
        self.calendar.enter(candidate, day)
        self.used[candidate.update.network] += 1
        self.used_on[candidate.update.network, day.weekday()] += 1
        self.posts.update(post.id for post in candidate.posts)
        self.seasonal_last = bool(candidate.season)


def _order(network: str) -> int:
    return list(NETWORKS).index(network) if network in NETWORKS else len(NETWORKS)
