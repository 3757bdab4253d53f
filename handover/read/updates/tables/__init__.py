"""Tables in whatever file they come: rows of cells, with sheet and row as the spreadsheet counts them.

`sheets_of(source)` reads, `first_rows(source)` looks. What the cells mean is for others to say:
`columns` finds the header, `layout` and `handkept` make updates of the rows.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import TYPE_CHECKING

from handover.errors import ParseError
from handover.later import dataclass
from handover.model import Notice, Said, Skipped
from handover.model.places import within

if TYPE_CHECKING:
    from handover.read.updates.tables.files.looks import Looks

Cell = str | int | float | bool | dt.datetime | dt.date | dt.time | None
MOST_ROWS = 250_000  # with something in them, of one file; packed small, more could fill any memory
Row = tuple[int, Sequence[Cell]]  # row number from 1, as the spreadsheet program counts; its cells


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One sheet."""

    location: str  # the file it is in
    sheet: str = ""  # "" where the file is one table
    rows: Sequence[Row]
    links: Mapping[tuple[int, int], str] = field(
        default_factory=dict
    )  # (row, column from 0): address behind it
    banners: frozenset[int] = frozenset()  # rows of one cell that is merged over several columns
    looks: "Looks | None" = None  # colours and lines through cells, where the format tells them
    skipped: tuple[Skipped, ...] = ()
    notices: tuple[Notice, ...] = ()

    @property
    def place(self) -> str:
        """The sheet as a person reads it: "plan.xlsx › March"."""
        return within(self.location, self.sheet)


def too_long(location: str) -> ParseError:
    """The error for a file of more rows than MOST_ROWS."""
    return ParseError(
        Said("{place} has more than {n} rows.", place=location, n=MOST_ROWS),
        location=location,
        hint=Said(
            "Split it into several files, one for each year for example, and give the folder they are in."
        ),
    )
