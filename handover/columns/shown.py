"""How the fields of an update stand in cells, and how they are read back from there.

A cell cannot hold everything: control characters, texts over 32,767 characters, a label with a comma, a
thousandth of a millisecond. `show` gives the nearest thing a cell can hold, `value_of` what a reader makes
of it; where the two differ the writer notes the exact value on the hidden sheet.
"""

import datetime as dt
import hashlib
from collections.abc import Callable, Mapping, Sequence

from handover.later import pattern
from handover.model import Update
from handover.model.moments import NO_TIME, in_zone, stated
from handover.text.safe import plain

MAX_UNITS = 32_767  # UTF-16 units a cell can hold
CUT = " […]"  # the mark of a text that was too long for its cell
MAX_ID = 200  # characters of an id that is shown as it is
FIRST_DAY = dt.datetime(1900, 3, 2, tzinfo=dt.UTC)  # before it Excel counts a day that never was, in any zone

Cell = str | float | bool | dt.datetime | dt.date | dt.time | dt.timedelta | None
Value = str | dt.datetime | tuple[str, ...] | None
Words = Mapping[str, Mapping[str, str]]  # group -> key -> name, or name in lower case -> key

FRAGILE = 16_000  # characters of a text of several lines into which LibreOffice puts further line breaks
_SHORT = 16_000  # characters that always fit
_SPARE = 8  # characters left free for these
_LINE_END = pattern("\r\n?")
_MILLISECOND = dt.timedelta(milliseconds=1)


def clean(text: str) -> str:
    """Text as a cell can show it: control characters gone, line ends one character, not too long."""
    # As nearly all are: lines of printable characters. Several times faster to tell.
    if len(text) < _SHORT and (text.isprintable() or text.replace("\n", "").isprintable()):
        return text
    text = plain(text)
    if not is_long(text):
        return text
    room = MAX_UNITS - len(CUT) - (_SPARE if "\n" in text else 0)
    return text.encode("utf-16-le")[: room * 2].decode("utf-16-le", "ignore") + CUT


def clean_all(texts: list[str]) -> list[str]:
    """`clean` for many texts: they are looked at one by one only where one of them needs it."""
    if "".join(texts).replace("\n", "").isprintable() and max(map(len, texts), default=0) < _SHORT:
        return texts
    return [clean(text) for text in texts]


def is_long(text: str) -> bool:
    """Whether a cell is too small for the text."""
    if len(text) * 2 + _SPARE <= MAX_UNITS:
        return False
    units = len(text.encode("utf-16-le", "surrogatepass")) // 2
    return units + (_SPARE if "\n" in text else 0) > MAX_UNITS


def as_text(cell: Cell) -> str:
    """What a cell says, as text: a number without ".0", a date as ISO 8601."""
    if isinstance(cell, str):
        return _LINE_END.sub("\n", cell) if "\r" in cell else cell
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    return cell.isoformat() if isinstance(cell, dt.datetime | dt.date | dt.time) else str(cell)


def as_number(cell: Cell) -> float | None:
    """The number in a cell, typed as number or as text; None when it holds none."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        return float(cell)
    try:
        return float(as_text(cell).strip().rstrip("."))
    except ValueError:
        return None


def as_moment(cell: Cell, zone: dt.tzinfo = dt.UTC) -> dt.datetime | None:
    """A point in time, UTC, to the millisecond; `zone` is that of a cell which names none but a day.

    Without a zone of its own, midnight is a day without a time: that day in any zone.
    Raises ValueError for a text that is not ISO 8601.
    """
    if isinstance(cell, dt.datetime):
        moment = cell
        if moment.tzinfo is dt.UTC and moment.microsecond % 1_000 == 0:
            return moment
    elif isinstance(cell, float | int) and not isinstance(cell, bool):
        moment = dt.datetime(1899, 12, 30) + dt.timedelta(days=float(cell))
    elif isinstance(cell, dt.date):
        moment = dt.datetime(cell.year, cell.month, cell.day)
    else:
        text = as_text(cell).strip()
        if not text:
            return None
        moment = dt.datetime.fromisoformat(text)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=dt.UTC if moment.time() == NO_TIME else zone)
    if moment.tzinfo is not dt.UTC:
        moment = stated(moment.astimezone(dt.UTC))
    start = dt.datetime(moment.year, moment.month, moment.day, tzinfo=dt.UTC)
    return start + round((moment - start) / _MILLISECOND) * _MILLISECOND


def as_lines(cell: Cell) -> tuple[str, ...]:
    """The lines of a cell that are not blank."""
    if not cell:
        return ()
    text = as_text(cell)
    if "\n" not in text:
        line = text.strip()
        return (line,) if line else ()
    return tuple(line for part in text.split("\n") if (line := part.strip()))


def _as_words(cell: Cell) -> str:
    """The text of a cell; nothing where it is blank, since programs drop blank cells."""
    text = as_text(cell)
    return "" if text.isspace() else text


def as_list(cell: Cell) -> tuple[str, ...]:
    """The parts of a cell between commas."""
    if not cell:
        return ()
    return tuple(part for piece in as_text(cell).split(",") if (part := piece.strip()))


def _lines(values: Sequence[str]) -> str:
    if not values:
        return ""
    return clean("\n".join(values))


def moment_in(value: dt.datetime | None, zone: dt.tzinfo = dt.UTC) -> str | dt.datetime:
    """A point in time as its cell shows it: what a clock in the zone says; a text before Excel's time.

    A day without a time is that day at midnight, in any zone.
    """
    if value is None:
        return ""
    if value < FIRST_DAY:
        return value.isoformat()
    if zone is dt.UTC:
        return value
    try:
        return in_zone(value, zone).replace(tzinfo=None, fold=0)
    except OverflowError:  # at the end of the calendar
        return value.isoformat()


def cells_of(update: Update) -> dict[str, str | dt.datetime]:
    """Each field of an update as its cell shows it. Words (network, kind, state) are put in its place."""
    return {
        "network": update.network,
        "text": clean(update.text),
        "posted_at": moment_in(update.posted_at),
        "permalink": clean(update.permalink),
        "links": _lines(update.links),
        "media": _lines([one.shown for one in update.media]),
        "kind": update.kind,
        "state": update.state,
        "account": clean(update.account),
        "labels": clean(", ".join(update.labels)) if update.labels else "",
    }


# Field of Update -> how its cell is read back.
READ: dict[str, Callable[[Cell], Value]] = {
    "network": as_text,
    "text": _as_words,
    "posted_at": as_moment,
    "permalink": lambda cell: as_text(cell).strip(),
    "links": as_lines,
    "media": as_lines,
    "kind": as_text,
    "state": as_text,
    "account": _as_words,
    "labels": as_list,
}


def shown_id(id_: str) -> str:
    """An id as a cell can show it, another for each id."""
    if len(id_) <= MAX_ID and "\n" not in id_ and id_ == clean(id_).strip():
        return id_
    return opaque(id_)


def opaque(id_: str) -> str:
    """An id that says nothing, for the client's workbook."""
    return hashlib.blake2b(id_.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def digest(*values: Value | Mapping[str, object]) -> str:
    """A short mark of values as read from cells: equal marks, nothing was edited."""
    told = "\x1f".join(
        [
            value if type(value) is str and len(value) < FRAGILE else spelled(value) if value else ""
            for value in values
        ]
    )
    return hashlib.blake2b(told.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def spelled(value: Value | Mapping[str, object]) -> str:
    """A value as read from a cell, as one text to mark it by."""
    if not value:
        return ""
    if isinstance(value, str):
        told = value
    elif isinstance(value, tuple):
        told = "\x1e".join(value)
    elif isinstance(value, dt.datetime):
        # As value.isoformat(timespec="milliseconds") tells a time in UTC, in half the time.
        return value.replace(tzinfo=None).isoformat(timespec="milliseconds") + "+00:00"
    else:
        return "\x1e".join([f"{key}\x1d{value[key]}" for key in sorted(value)])
    return told if len(told) < FRAGILE else told.replace("\n", "").replace("\x1e", "")
