"""Work that takes a while: one at a time, watched by stages, and stopped where a person says so."""

import logging
import threading
from collections.abc import Callable, Mapping

from handover.errors import HandoverError, in_words, mistake
from handover.model import Progress

log = logging.getLogger("handover")


class StoppedError(BaseException):
    """Raised within the work, so that it ends as any failed run does: with nothing written. No `Exception`,
    which a reader might take for a file that cannot be read."""


class Work:
    """A function on a thread of its own. `run` gets a callable to report its stages with; `after` is called
    when it has ended, in whatever way."""

    def __init__(self, name: str, run: Callable[[Progress], None], after: Callable[["Work"], None]) -> None:
        self.name = name
        self.error: HandoverError | None = None
        self.was_stopped = False
        self.is_running = True
        self._stages: dict[str, tuple[int, int | None]] = {}
        self._stop = threading.Event()
        self._run, self._after = run, after
        self._thread = threading.Thread(target=self._work, name=f"handover {name}", daemon=True)

    def start(self) -> "Work":
        self._thread.start()
        return self

    @property
    def stages(self) -> Mapping[str, tuple[int, int | None]]:
        """Stage -> how much of it is done, and of how much (None where that is not known)."""
        return dict(self._stages)

    def stop(self) -> None:
        """End it at the next stage, page or row it reports."""
        self._stop.set()

    def wait(self, seconds: float | None = None) -> None:
        self._thread.join(seconds)

    def _report(self, stage: str, done: int, total: int | None) -> None:
        if self._stop.is_set():
            raise StoppedError
        self._stages[stage] = (done, total)

    def _work(self) -> None:
        try:
            with in_words():
                self._run(self._report)
        except StoppedError:
            self.was_stopped = True
        except HandoverError as error:
            self.error = error
        except Exception as error:  # told on the page, for nobody looks at the terminal
            log.exception("while %s", self.name)
            self.error = mistake(error)
        finally:
            self.is_running = False
            self._after(self)
