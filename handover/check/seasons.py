"""When a season or feast is on: the days on which a seasonal update fits, year by year.

A window opens when people begin to look for the subject and closes on the day itself or soon after: an
update that wishes a happy Easter must not come the week after. Seasons are those of the northern half of
the earth unless the update was posted in the other half's months.
"""

import datetime as dt
from collections.abc import Callable
from functools import lru_cache

from dateutil.easter import easter

Window = tuple[dt.date, dt.date]  # first and last day


def _fixed(start: tuple[int, int], end: tuple[int, int]) -> Callable[[int], Window]:
    """From one day of the year to another; over New Year when the end comes first."""

    def window(year: int) -> Window:
        return dt.date(year, *start), dt.date(year + (end < start), *end)

    return window


def _weekday(year: int, month: int, weekday: int, number: int) -> dt.date:
    """The `number`th weekday (0 = Monday) of a month; -1: the last."""
    if number < 0:
        last = dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)
        return last - dt.timedelta(days=(last.weekday() - weekday) % 7)
    first = dt.date(year, month, 1)
    return first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))


def _before(day: Callable[[int], dt.date], days: int, after: int = 0) -> Callable[[int], Window]:
    """The `days` before a movable feast, the feast itself and `after` days more."""

    def window(year: int) -> Window:
        feast = day(year)
        return feast - dt.timedelta(days=days), feast + dt.timedelta(days=after)

    return window


def _from_easter(days: int) -> Callable[[int], dt.date]:
    return lambda year: easter(year) + dt.timedelta(days=days)


def _midsummer(year: int) -> dt.date:
    """Midsummer's Eve: the Friday from 19 to 25 June."""
    return dt.date(year, 6, 25) - dt.timedelta(days=(dt.date(year, 6, 25).weekday() - 4) % 7)


def _french_mothers_day(year: int) -> dt.date:
    last = _weekday(year, 5, 6, -1)  # the last Sunday in May; a week later when that is Pentecost
    return last + dt.timedelta(days=7) if last == easter(year) + dt.timedelta(days=49) else last


def _always_unknown(year: int) -> None:
    """Feasts of other calendars: a window cannot be computed here, so none is claimed."""


WINDOWS: dict[str, Callable[[int], Window | None]] = {
    "spring": _fixed((3, 1), (5, 31)),
    "summer": _fixed((6, 1), (8, 31)),
    "autumn": _fixed((9, 1), (11, 30)),
    "winter": _fixed((12, 1), (2, 28)),
    "christmas": _fixed((11, 15), (12, 26)),
    "new_year": _fixed((12, 27), (1, 15)),
    "epiphany": _fixed((12, 27), (1, 6)),
    "valentine": _fixed((1, 25), (2, 14)),
    "valentine_br": _fixed((5, 25), (6, 12)),
    "carnival": _before(_from_easter(-47), 21),
    "womens_day": _fixed((2, 25), (3, 8)),
    "st_patrick": _fixed((3, 3), (3, 17)),
    "easter": _before(easter, 28, 1),
    "pentecost": _before(_from_easter(49), 14, 1),
    "earth_day": _fixed((4, 8), (4, 22)),
    "mothers_day": _before(lambda year: _weekday(year, 5, 6, 2), 21),
    "mothers_day_es": _before(lambda year: _weekday(year, 5, 6, 1), 21),
    "mothers_day_fr": _before(_french_mothers_day, 21),
    "mothers_day_pl": _fixed((5, 5), (5, 26)),
    "mothers_day_sv": _before(lambda year: _weekday(year, 5, 6, -1), 21),
    "fathers_day": _before(lambda year: _weekday(year, 6, 6, 3), 21),
    "fathers_day_de": _before(_from_easter(39), 21),
    "fathers_day_es": _fixed((3, 1), (3, 19)),
    "fathers_day_br": _before(lambda year: _weekday(year, 8, 6, 2), 21),
    "fathers_day_pl": _fixed((6, 2), (6, 23)),
    "fathers_day_sv": _before(lambda year: _weekday(year, 11, 6, 2), 21),
    "grandparents_pl": _fixed((1, 7), (1, 22)),
    "childrens_day_pl": _fixed((5, 11), (6, 1)),
    "kings_day": _fixed((4, 6), (4, 27)),
    "labour_day": _fixed((4, 20), (5, 1)),
    "may_days": _fixed((4, 15), (5, 3)),
    "walpurgis": _fixed((4, 15), (4, 30)),
    "waffle": _fixed((3, 11), (3, 25)),
    "midsummer": _before(_midsummer, 14, 1),
    "national_day_sv": _fixed((5, 23), (6, 6)),
    "independence_day_fr": _fixed((7, 1), (7, 14)),
    "crayfish": _fixed((8, 1), (9, 10)),
    "cinnamon": _fixed((9, 20), (10, 4)),
    "st_martin": _fixed((10, 28), (11, 11)),
    "sinterklaas": _fixed((11, 10), (12, 6)),
    "andrew": _fixed((11, 15), (11, 30)),
    "pride": _fixed((6, 1), (6, 30)),
    "june_feasts": _fixed((6, 1), (6, 29)),
    "independence_day": _fixed((6, 20), (7, 4)),
    "mid_august": _fixed((8, 1), (8, 15)),
    "back_to_school": _fixed((8, 10), (9, 15)),
    "oktoberfest": _fixed((9, 10), (10, 5)),
    "halloween": _fixed((10, 1), (10, 31)),
    "all_saints": _fixed((10, 20), (11, 1)),
    "thanksgiving": _before(lambda year: _weekday(year, 11, 3, 4), 21),
    "black_friday": _before(lambda year: _weekday(year, 11, 3, 4) + dt.timedelta(days=1), 14, 3),
    "sales_fr": _always_unknown,  # the sales' dates are set anew each year
    "moving_feast": _always_unknown,
    **{
        f"month_{m}": _fixed((m, 1), (m, 28 if m == 2 else 30 if m in (4, 6, 9, 11) else 31))
        for m in range(1, 13)
    },
}
_SOUTH = {"spring": "autumn", "summer": "winter", "autumn": "spring", "winter": "summer"}


def windows(seasons: set[str], today: dt.date, posted: dt.date | None) -> tuple[Window, ...]:
    """The windows of these seasons that are open or to come within a year of `today`, in order.

    `posted` tells the half of the earth. Raises KeyError for a season that is not in WINDOWS.
    """
    here = frozenset(_SOUTH[name] if name in _SOUTH and _is_south(name, posted) else name for name in seasons)
    return _windows(here, today)


@lru_cache(maxsize=1024)
def _windows(seasons: frozenset[str], today: dt.date) -> tuple[Window, ...]:
    ahead = today + dt.timedelta(days=365)
    all_windows = (WINDOWS[name](today.year + n) for name in seasons for n in (-1, 0, 1))
    return tuple(sorted({w for w in all_windows if w and w[1] >= today and w[0] <= ahead}))


@lru_cache(maxsize=4096)
def _is_south(season: str, posted: dt.date | None) -> bool:
    """Whether the update was posted well inside the southern months of this season."""
    if posted is None:
        return False
    window = WINDOWS[_SOUTH[season]](posted.year)
    earlier = WINDOWS[_SOUTH[season]](posted.year - 1)
    return any(w is not None and w[0] <= posted <= w[1] for w in (window, earlier))
