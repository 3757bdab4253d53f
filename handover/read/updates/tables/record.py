"""One row of a sheet on its way to an update: its cells sorted, its date not yet decided."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from handover.model import Kind, State
from handover.read.updates.tables import Cell


@dataclass(slots=True, kw_only=True)
class Record:
    """What a row says, cell by cell."""

    row: int
    sheet: str = ""
    text: str = ""
    network: str = ""
    date: Cell = None
    time: Cell = None
    weekday: str = ""
    account: str = ""
    permalink: str = ""
    links: list[str] = field(default_factory=list)
    media: Sequence[str] = ()
    kind: Kind = "original"
    state: State = "published"
    post: str = ""
    labels: Sequence[str] = ()
    figures: dict[str, float] = field(default_factory=dict)
    aside: dict[str, str] = field(default_factory=dict)  # what only the format understands
    extra: dict[str, str] = field(default_factory=dict)  # comments and thread parts, by header
