"""The csv module's limit for a cell belongs to the process: raised while a table is read, put back after."""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

LONGEST_CELL: Final = 10_000_000  # characters; csv's 131,072 are met by long posts with pasted images


@contextmanager
def long_cells() -> Iterator[None]:
    """Within it, a cell may have LONGEST_CELL characters. Also a decorator."""
    before = csv.field_size_limit(LONGEST_CELL)
    try:
        yield
    finally:
        csv.field_size_limit(before)
