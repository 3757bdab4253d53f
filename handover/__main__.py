"""The process of the command line: `python -m handover` is the same as `handover`."""

import atexit
import gc
import os
import sys
import threading
from types import FrameType

# A build makes objects to keep, and few cycles: Python looks for these after every 700 new ones.
_MADE_BEFORE_A_LOOK = 50_000
# What stands above us where nobody waits for us to come back: the script, or what `python -m` runs it by.
_STARTS = frozenset(("<module>", "_run_code", "_run_module_as_main"))


def run() -> None:
    """Run the command line as what this process is for."""
    gc.set_threshold(_MADE_BEFORE_A_LOOK, *gc.get_threshold()[1:])
    from handover.cli import main  # the first hundred modules: their objects are kept, too

    try:
        main()
    except SystemExit as leaving:
        if isinstance(leaving.code, int) and _is_alone(sys._getframe(1)):
            _leave(leaving.code)
        raise


def _is_alone(above: FrameType | None) -> bool:
    """Whether nothing goes on after us: no other thread, no caller (a profiler, a test), no prompt."""
    while above:
        if above.f_code.co_name not in _STARTS:
            return False
        above = above.f_back
    return threading.active_count() == 1 and not (sys.flags.inspect or sys.flags.dev_mode)


def _leave(code: int) -> None:
    """Leave the memory to the system as a whole: Python would take all objects apart one by one, which took
    a thirtieth of a small build. All else that it does at its end is done; nothing where it cannot be.
    """
    atexit._run_exitfuncs()
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream:  # there is none in a program without a window
                stream.flush()
    except (OSError, ValueError):
        return  # Python's own end has words for it
    os._exit(code)


if __name__ == "__main__":
    run()
