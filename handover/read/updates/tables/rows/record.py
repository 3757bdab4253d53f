"""One row of a sheet on its way to an update: its cells sorted, its date not yet decided."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import field
from itertools import zip_longest
from typing import Any

from handover.later import dataclass
from handover.model import Kind, Media, Near, State
from handover.read.updates.tables import Cell

_NOTHING: dict[str, Any] = {}  # shared: most rows have none


def _nothing() -> dict[str, Any]:
    return _NOTHING


@dataclass(slots=True, kw_only=True)
class Record:
    """What a row says, cell by cell."""

    row: int
    sheet: str = ""
    near: str = ""  # the heading above: it may name month and year
    text: str = ""
    network: str = ""
    date: Cell = None
    time: Cell = None
    weekday: str = ""
    zone: str = ""  # as a column of its own names it
    account: str = ""
    permalink: str = ""
    links: Sequence[str] = ()  # sound addresses, as `addresses` has them
    media: Sequence[str] = ()
    kind: Kind = "original"
    state: State = "published"
    assumed: bool = False  # the state is what such files hold: no cell said it
    post: str = ""
    may_be: Sequence[Near] = ()  # words around the row that may name its post
    labels: Sequence[str] = ()
    figures: Mapping[str, float] = field(default_factory=_nothing)
    aside: Mapping[str, str] = field(default_factory=_nothing)  # what only the format understands
    extra: Mapping[str, str] = field(default_factory=_nothing)  # comments and thread parts, by header


def with_alts(record: Record, alts: Sequence[str]) -> None:
    """Give a row's pictures, in their order, the alternative texts that stand in columns of their own."""
    if any(alts):
        record.media = [
            Media(one, alt=alt)
            for one, alt in zip_longest(record.media, alts[: len(record.media)], fillvalue="")
        ]


def alts_in(cell: str, pictures: int) -> list[str]:
    """The alternative texts in a cell beside so many pictures, apart at `||` or lines.

    Where the parts are more than the pictures, it is one text of several lines: the first picture's.
    """
    parts = [part for line in cell.split("||") for part in line.splitlines() if part.strip()]
    if not parts or not pictures:
        return []
    return parts if len(parts) <= pictures else [cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of a file's dates from outside its rows."""

    location: str
    zone: dt.tzinfo | None = None  # the user's
    file_zone: dt.tzinfo | None = None  # the format's own: certain
    notes: str = ""  # headers of date and time
    day_first: bool | None = None  # the habit of format or language, where rows prove nothing
    known: bool = False  # a known format: what its rows prove needs no word
    titles: Mapping[str, str] = field(
        default_factory=dict
    )  # sheet -> its name and banners: they may name the year
