"""Moments and days: a day without a time of its own is kept as midnight in UTC, and is that day everywhere.

A moment that was stated and falls on that very instant (18:00 in Denver) is kept a millisecond later, so
that the two are never taken for one another; the cells of a workbook keep milliseconds.
"""

import datetime as dt

NO_TIME = dt.time()
_TELLING = dt.timedelta(milliseconds=1)
_NONE = dt.timedelta()


def is_day(moment: dt.datetime) -> bool:
    """Whether only the day is known."""
    return moment.time() == NO_TIME and moment.utcoffset() == _NONE


def stated(moment: dt.datetime) -> dt.datetime:
    """A moment whose time was stated, in UTC, told apart from a day."""
    return moment + _TELLING if is_day(moment) else moment


def in_zone(moment: dt.datetime, zone: dt.tzinfo) -> dt.datetime:
    """A moment as the clocks of a zone show it; a day stays that day, whatever the zone.

    Raises OverflowError at the end of the calendar.
    """
    return moment.replace(tzinfo=zone) if is_day(moment) else moment.astimezone(zone)
