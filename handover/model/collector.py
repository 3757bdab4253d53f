"""Values by the hundred thousand, without the garbage collector walking over them again and again."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collection() -> Iterator[None]:
    """Within it no cycles are looked for: rows, updates and pairs make none,
    and a quarter to a third of the time is saved.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
