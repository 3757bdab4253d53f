"""What a call costs, measured in a child of its own: processor time and memory, C libraries included."""

import gc
import os
import signal
from collections.abc import Callable
from dataclasses import dataclass

can_measure = hasattr(os, "fork")
if can_measure:
    import resource  # not on Windows, as fork
PATIENCE = 60  # seconds of processor time, then the child is ended; twice that by the clock
ROOM = 4 * 1024**3  # bytes of address space, so that no case takes the machine down


@dataclass(frozen=True, slots=True)
class Spent:
    """One call's costs."""

    seconds: float  # of the processor
    megabytes: float  # most at one time, above what was there before
    said: str  # what the call returned, or how it ended


def measured(act: Callable[[], str]) -> Spent:
    """Run `act` in a forked child. Its costs, and the text it returned."""
    gc.freeze()  # or a collection in the child would copy all that the parent holds
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:  # pragma: no cover - the child
        os.close(read)
        resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE + 1))
        resource.setrlimit(resource.RLIMIT_AS, (ROOM, ROOM))
        signal.alarm(2 * PATIENCE)
        os.write(write, f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}\n".encode())
        try:
            said = act()
        except BaseException as error:
            said = f"{type(error).__name__}: {error}"
        os.write(write, said.encode("utf-8", "replace")[:60_000])
        os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as stream:
        before, _, told = stream.read().decode("utf-8", "replace").partition("\n")
    _, status, usage = os.wait4(pid, 0)
    if os.WIFSIGNALED(status):
        told = f"ended by {signal.Signals(os.WTERMSIG(status)).name}"
    unit = 1024**2 if os.uname().sysname == "Darwin" else 1024  # macOS counts bytes, others KB
    more = max(0, usage.ru_maxrss - int(before or 0))
    return Spent(usage.ru_utime + usage.ru_stime, more / unit, told)
