"""The time in the ids of networks that number their posts by the clock: aware, UTC, None where there is none.

Sources: X "Snowflake" announcement (2010-11-04); Mastodon `lib/mastodon/snowflake.rb`; Instagram
Engineering, "Sharding & IDs at Instagram"; atproto.com/specs/tid. LinkedIn's was found by holding ids
against the dates of its own exports: equal within five seconds.
"""

import datetime as dt

EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)

X_EPOCH_MS = 1_288_834_974_657
X_FIRST = 30_000_000_000  # ids below were counted one by one, until November 2010
INSTAGRAM_EPOCH_MS = 1_314_220_021_721
INSTAGRAM_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
TID_DIGITS = "234567abcdefghijklmnopqrstuvwxyz"


def x(number: str) -> dt.datetime | None:
    return _at_ms((int(number) >> 22) + X_EPOCH_MS) if int(number) >= X_FIRST else None


def linkedin(number: str) -> dt.datetime | None:
    return _after(2010, int(number) >> 22)


def mastodon(number: str) -> dt.datetime | None:
    # Ids before 2017 were counted one by one. Other software of the fediverse numbers its own way.
    return _after(2016, int(number) >> 16)


def instagram(code: str) -> dt.datetime | None:
    if code.isdigit():  # a number alone is Meta's internal id: no clock in it
        return None
    return _after(2011, (_number(code, INSTAGRAM_DIGITS) >> 23) + INSTAGRAM_EPOCH_MS)


def bluesky(key: str) -> dt.datetime | None:
    return _after(2022, (_number(key, TID_DIGITS) >> 10) / 1000)


def _number(word: str, digits: str) -> int:
    number = 0
    for letter in word:
        number = number * len(digits) + digits.index(letter)
    return number


def _after(year: int, milliseconds: float) -> dt.datetime | None:
    """The moment, unless it lies before the network numbered its posts by the clock."""
    moment = _at_ms(milliseconds)
    return moment if moment and moment.year >= year else None


def _at_ms(milliseconds: float) -> dt.datetime | None:
    try:
        return EPOCH + dt.timedelta(milliseconds=milliseconds)
    except OverflowError:
        return None
