"""What a cell may hold, as values: texts, numbers, days, formulas, pictures."""

import datetime as dt
from typing import Final, NamedTuple

from handover.columns.shown import Cell, clean
from handover.write.xlsx.addresses import Target, web_address
from handover.write.xlsx.parts.pictures import Picture

_EPOCH: Final = dt.datetime(1899, 12, 30, tzinfo=dt.UTC)
_EPOCH_OF_CLOCKS: Final = _EPOCH.replace(tzinfo=None)
_FIRST_SERIAL = 61  # 1 March 1900: before it Excel counts a day that never was
_DAY: Final = dt.timedelta(days=1)


class Text(NamedTuple):
    """A text cell that opens an address."""

    text: str
    link: str = ""  # the address
    target: Target | None = None  # the same as a workbook names it; None where it is no sound web address


class Formula(NamedTuple):
    """A live formula, and its value for readers that do not calculate."""

    formula: str  # without the leading "="
    value: int | float | str


Simple = str | int | float | dt.datetime | dt.date | Formula | None
Value = Simple | Text | Picture


def opening(text: str, address: str) -> Text:
    """A text that opens an address, where it is one of the web."""
    return Text(text, address, web_address(address))


def serial(moment: dt.datetime | dt.date) -> float | None:
    """A date as Excel counts it, to the millisecond; None before Excel's calendar is right.

    A moment without a zone is what the clocks of some zone say.
    """
    if not isinstance(moment, dt.datetime):
        moment = dt.datetime(moment.year, moment.month, moment.day)
    since = moment - (_EPOCH if moment.tzinfo else _EPOCH_OF_CLOCKS)
    if since.microseconds % 1_000:
        since = dt.timedelta(since.days, since.seconds, milliseconds=round(since.microseconds / 1_000))
    days = since / _DAY
    return days if days >= _FIRST_SERIAL else None


def as_read(value: Value) -> Cell:
    """What a reader finds in the cell of a value."""
    if isinstance(value, str):  # first, as most are
        return clean(value)
    if isinstance(value, Text):
        return clean(value.text)
    if isinstance(value, Formula):
        return value.value
    if isinstance(value, Picture):
        return None
    if isinstance(value, dt.date) and serial(value) is None:
        return value.isoformat()
    return value
