"""What is said of rows that are no updates: their kind and how many they are, and no word of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from handover.errors import UnknownFormatError
from handover.model import Skipped
from handover.read.updates.tables.foreign.verdict import Foreign


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Rows of one table."""

    place: str  # the sheet
    line: int | None  # where they begin
    rows: int
    foreign: Foreign

    @property
    def skipped(self) -> Skipped:
        """The line for a file of which something else was read."""
        reason = f"{self.foreign.said(self.rows)}: left out. {self.foreign.hint}".rstrip()
        return Skipped(location=self.place, line=self.line, reason=reason)


def error_of(location: str, left: Sequence[LeftOut]) -> UnknownFormatError:
    """The error for a file of which nothing was read."""
    rows: dict[Foreign, int] = {}
    for one in left:
        rows[one.foreign] = rows.get(one.foreign, 0) + one.rows
    told = ", ".join(foreign.said(count) for foreign, count in rows.items())
    hints = dict.fromkeys(foreign.hint for foreign in rows if foreign.hint)
    return UnknownFormatError(f"{location} holds {told}: left out.", location=location, hint=" ".join(hints))
