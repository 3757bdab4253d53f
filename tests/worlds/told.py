"""What one source tells."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.worlds.truth import Sent


@dataclass(frozen=True, slots=True)
class Told:
    """A file or folder, and which updates it tells of."""

    path: Path
    tells: tuple[int, ...]
    rows: dict[int, int] = field(default_factory=dict)  # row -> update, where it has rows
    has_days: bool = True
    has_links: bool = True

    @property
    def exact(self) -> bool:
        """Whether its rows can be told apart as far as the updates can."""
        return self.has_days and self.has_links


def whole(path: Path, sent: Sequence[Sent]) -> Told:
    """A folder or file without rows."""
    return Told(path, tuple(one.number for one in sent))


def in_rows(path: Path, sent: Sequence[Sent], first: int = 2, **lacks: bool) -> Told:
    """A file with a row for each, from this row on."""
    numbers = tuple(one.number for one in sent)
    return Told(path, numbers, dict(enumerate(numbers, first)), **lacks)
