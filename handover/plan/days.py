"""On which days re-posts go out, and how often on which network: as the client has posted herself."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from handover.model import Pairing

# The weekdays used at a pace (0 = Monday), so that updates stand apart.
_WEEKDAYS = {1: (1,), 2: (1, 3), 3: (0, 2, 4), 4: (0, 1, 3, 4)}
WORKING = (0, 1, 2, 3, 4)
_HOLIDAYS = ((12, 25), (1, 1))  # nobody reads about work then
_FROM = 20  # updates published on a known day, from which the client's weekends are told
_YEAR = 365  # days
_WEEKEND_SHARE = 10  # per cent of them on a weekday that make it one the client posts on


def _published(pairing: Pairing) -> list[tuple[str, dt.date]]:
    """The network and day of each original that was published on a known day, paired or not."""
    found = {pair.update.id: pair.update for pair in pairing.pairs}
    found |= {alone.update.id: alone.update for alone in pairing.unpaired}
    return [
        (update.network, update.posted_at.date())
        for update in found.values()
        if update.posted_at and update.state == "published" and update.kind == "original"
    ]


def weekends(pairing: Pairing) -> tuple[int, ...]:
    """The days of the weekend (5, 6) on which the client posts too."""
    on = Counter(day.weekday() for _, day in _published(pairing))
    if on.total() < _FROM:
        return ()
    return tuple(day for day in (5, 6) if on[day] * 100 >= _WEEKEND_SHARE * on.total())


def rhythm(pairing: Pairing) -> Counter[str]:
    """How often the client posted on each network in the last year she posted in; empty where it is little.

    What is usual on a network is said nowhere with a source, so of a client that little is known of all
    networks come as often.
    """
    published = _published(pairing)
    latest = max((day for _, day in published), default=dt.date.min)
    counted = Counter(network for network, day in published if (latest - day).days < _YEAR)
    return counted if counted.total() >= _FROM else Counter()


def days_to_post(start: dt.date, days: int, per_week: int, weekdays: tuple[int, ...]) -> Iterator[dt.date]:
    """The days to post on, of these weekdays; a day comes once for each of its updates."""
    used = _used(per_week, weekdays)
    each, more = divmod(per_week, len(used))
    end = start + dt.timedelta(days=days)
    monday = start - dt.timedelta(days=start.weekday())
    while monday < end:
        week = [monday + dt.timedelta(days=n) for n in weekdays]
        free = [day for day in week if day.weekday() not in used and not _is_holiday(day)]
        found: list[dt.date] = []
        for place, weekday in enumerate(used):
            day = monday + dt.timedelta(days=weekday)
            if _is_holiday(day):
                day = min(free, key=lambda other: (abs((other - day).days), other), default=day)
                free = [other for other in free if other != day]
            if not _is_holiday(day):
                found += [day] * (each + (place < more))
        yield from sorted(day for day in found if start <= day < end)
        monday += dt.timedelta(days=7)


def _used(per_week: int, weekdays: tuple[int, ...]) -> tuple[int, ...]:
    """Those of the weekdays that are used at a pace, apart from one another."""
    if weekdays == WORKING and per_week in _WEEKDAYS:
        return _WEEKDAYS[per_week]
    count = min(max(per_week, 1), len(weekdays))
    return tuple(weekdays[n * len(weekdays) // count] for n in range(count))


def _is_holiday(day: dt.date) -> bool:
    return (day.month, day.day) in _HOLIDAYS
