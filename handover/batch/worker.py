"""What happens in a worker: a job is begun, at most twice, and carried out.

When a worker dies, nobody else can tell which of the jobs that were with it had begun. So each leaves a mark
when it begins, where a death does not reach: a file for processes of this computer, an event in the scheduler
of a Dask cluster.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

from handover.batch.result import Built
from handover.build import build_handover
from handover.later import dataclass
from handover.model import Handover

MOST_TRIES = 2  # of a job whose worker died: the second may meet a worker with more memory


class WorkerDiedError(Exception):
    """The job was begun as often as it may be, and each time its worker died."""


class Marks(Protocol):
    """Where a job notes that it begins."""

    def begin(self) -> None:
        """Raises WorkerDiedError where it has begun as often as it may."""
        ...

    def end(self) -> None: ...


@dataclass(frozen=True, slots=True)
class FileMark:
    """The mark of a job in a pool of this computer. The pool's owner counts the tries."""

    path: Path

    def begin(self) -> None:
        self.path.touch()

    def end(self) -> None:
        pass

    @property
    def is_there(self) -> bool:
        return self.path.exists()


@dataclass(frozen=True, slots=True)
class DaskMarks:
    """The marks of a job on a Dask cluster, whose scheduler gives it to another worker by itself, and as
    often as its own setting says."""

    name: str  # of this job in this batch
    round: int = 1  # how often it was given to the scheduler, which takes what looks the same for the same

    def begin(self) -> None:
        for event in self._events():
            if not event.is_set():
                event.set()
                return
        self.end()
        raise WorkerDiedError

    def end(self) -> None:
        for event in self._events():
            if not event.is_set():
                return
            event.clear()  # so that the scheduler forgets it

    def _events(self) -> list[Any]:
        from distributed import Event  # an extra; here it is loaded already

        made: Any = Event  # it has no types
        return [made(f"{self.name}-{number}") for number in range(1, MOST_TRIES + 1)]


def carry_out(job: Mapping[str, Any], marks: Marks | None, light: bool) -> tuple[Built, Handover | None]:
    """The job done. Of a light one, only what is small travels back."""
    if marks:
        marks.begin()
    try:
        handover = build_handover(**job)
        return Built.of(handover), None if light else handover
    finally:
        if marks:
            marks.end()
