"""What is said of rows that are no updates: their kind and how many they are, and no word of them."""

from collections.abc import Sequence

from handover.errors import UnknownFormatError
from handover.later import dataclass
from handover.model import Joined, Said, Skipped
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
        reason = Said("{what}: left out.", what=self.foreign.said(self.rows))
        return Skipped(location=self.place, line=self.line, reason=Joined(reason, self.foreign.hint))


def error_of(location: str, left: Sequence[LeftOut]) -> UnknownFormatError:
    """The error for a file of which nothing was read."""
    rows: dict[Foreign, int] = {}
    for one in left:
        rows[one.foreign] = rows.get(one.foreign, 0) + one.rows
    told = Joined(*(foreign.said(count) for foreign, count in rows.items()), by=", ")
    hints = dict.fromkeys(foreign.hint for foreign in rows if foreign.hint)
    message = Said("{place} holds {what}: left out.", place=location, what=told)
    return UnknownFormatError(message, location=location, hint=Joined(*hints))
