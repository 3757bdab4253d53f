"""How the fields of an update stand in cells, and how they are read back from there.

A cell cannot hold everything: control characters, texts over 32,767 characters, a label with a comma, a
thousandth of a millisecond. `show` gives the nearest thing a cell can hold, `value_of` what a reader makes
of it; where the two differ the writer notes the exact value on the hidden sheet.
"""

import datetime as dt
import hashlib
import re
from collections.abc import Callable, Mapping, Sequence

from handover.model import Update

MAX_UNITS = 32_767  # UTF-16 units a cell can hold
CUT = " […]"  # the mark of a text that was too long for its cell
MAX_ID = 200  # characters of an id that is shown as it is
FIRST_DAY = dt.datetime(1900, 3, 1, tzinfo=dt.UTC)  # before it Excel counts a day that never was

Cell = str | float | bool | dt.datetime | dt.date | dt.time | dt.timedelta | None
Value = str | dt.datetime | tuple[str, ...] | None
Words = Mapping[str, Mapping[str, str]]  # group -> key -> name, or name in lower case -> key

FRAGILE = 16_000  # characters of a text of several lines into which LibreOffice puts further line breaks
_SHORT = 16_000  # characters that always fit
_SPARE = 8  # characters left free for these
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile("\r\n?")
_MILLISECOND = dt.timedelta(milliseconds=1)


def clean(text: str) -> str:
    """Text as a cell can show it: control characters gone, line ends one character, not too long."""
    if text.isprintable() and len(text) < _SHORT:  # as nearly all are; several times faster to tell
        return text
    if _FORBIDDEN.search(text):
        text = _FORBIDDEN.sub(lambda c: "\ufffd" if c[0] >= "\ud800" else "", text)
    if "\r" in text:
        text = _LINE_END.sub("\n", text)
    if not is_long(text):
        return text
    room = MAX_UNITS - len(CUT) - (_SPARE if "\n" in text else 0)
    return text.encode("utf-16-le")[: room * 2].decode("utf-16-le", "ignore") + CUT


def is_long(text: str) -> bool:
    """Whether a cell is too small for the text."""
    if len(text) * 2 + _SPARE <= MAX_UNITS:
        return False
    units = len(text.encode("utf-16-le", "surrogatepass")) // 2
    return units + (_SPARE if "\n" in text else 0) > MAX_UNITS


def as_text(cell: Cell) -> str:
    """What a cell says, as text: a number without ".0", a date as ISO 8601."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return _LINE_END.sub("\n", cell) if "\r" in cell else cell
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


def as_moment(cell: Cell) -> dt.datetime | None:
    """A point in time, UTC, to the millisecond. Raises ValueError for a text that is not ISO 8601."""
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        moment = dt.datetime(1899, 12, 30, tzinfo=dt.UTC) + dt.timedelta(days=float(cell))
    elif isinstance(cell, dt.datetime):
        moment = cell
        if moment.tzinfo is dt.UTC and moment.microsecond % 1_000 == 0:
            return moment
    elif isinstance(cell, dt.date):
        moment = dt.datetime(cell.year, cell.month, cell.day)
    else:
        text = as_text(cell).strip()
        if not text:
            return None
        moment = dt.datetime.fromisoformat(text)
    moment = moment.replace(tzinfo=dt.UTC) if moment.tzinfo is None else moment.astimezone(dt.UTC)
    start = dt.datetime(moment.year, moment.month, moment.day, tzinfo=dt.UTC)
    return start + round((moment - start) / _MILLISECOND) * _MILLISECOND


def as_lines(cell: Cell) -> tuple[str, ...]:
    """The lines of a cell that are not blank."""
    if not cell:
        return ()
    return tuple(line for part in as_text(cell).split("\n") if (line := part.strip()))


def _as_words(cell: Cell) -> str:
    """The text of a cell; nothing where it is blank, since programs drop blank cells."""
    text = as_text(cell)
    return text if text.strip() else ""


def as_list(cell: Cell) -> tuple[str, ...]:
    """The parts of a cell between commas."""
    if not cell:
        return ()
    return tuple(part for piece in as_text(cell).split(",") if (part := piece.strip()))


def _lines(values: Sequence[str]) -> str:
    if not values:
        return ""
    return clean("\n".join(values))


def _moment(value: dt.datetime | None) -> str | dt.datetime:
    if value is None:
        return ""
    return value if value >= FIRST_DAY else value.isoformat()


# Field of Update -> how it is shown, how it is read back. Words (network, kind, state) come between.
SHOW: dict[str, Callable[[Update], str | dt.datetime]] = {
    "network": lambda u: u.network,
    "text": lambda u: clean(u.text),
    "posted_at": lambda u: _moment(u.posted_at),
    "permalink": lambda u: clean(u.permalink),
    "links": lambda u: _lines(u.links),
    "media": lambda u: _lines(u.media),
    "kind": lambda u: u.kind,
    "state": lambda u: u.state,
    "account": lambda u: clean(u.account),
    "labels": lambda u: clean(", ".join(u.labels)),
}
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
    if len(id_) <= MAX_ID and id_ == clean(id_).strip() and "\n" not in id_:
        return id_
    return hashlib.blake2b(id_.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def digest(*values: Value | Mapping[str, object]) -> str:
    """A short mark of values as read from cells: equal marks, nothing was edited."""
    told = "\x1f".join(
        [value if type(value) is str and len(value) < FRAGILE else _told(value) for value in values]
    )
    return hashlib.blake2b(told.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def _told(value: Value | Mapping[str, object]) -> str:
    if not value:
        return ""
    if type(value) is str and len(value) < FRAGILE:
        return value
    if isinstance(value, dt.datetime):
        return value.isoformat(timespec="milliseconds")
    if isinstance(value, Mapping):
        return "\x1e".join([f"{key}\x1d{value[key]}" for key in sorted(value)])
    told = value if isinstance(value, str) else "\x1e".join(value)
    return told if len(told) < FRAGILE else told.replace("\n", "").replace("\x1e", "")


def without_folders(place: str) -> str:
    """Where something was read, without the folders of the computer it was read on: a client sees it.

    "C:\\Jo\\clients\\plan.xlsx › March" -> "plan.xlsx › March"; an address stays as it is.
    """
    file, sign, inside = place.partition(" › ")
    return (file if "://" in file else re.split(r"[\\/]", file)[-1]) + sign + inside
