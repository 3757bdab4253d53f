"""How much the tests try: everything where HANDOVER_TESTS=all asks for it (`.ci/run` does); else a share."""

import os

EVERYTHING = os.environ.get("HANDOVER_TESTS") == "all"
FEWEST = 5


def share(number: int) -> int:
    """How many of so many examples or cases are tried here: all of them, or a quarter."""
    return number if EVERYTHING else max(min(FEWEST, number), number // 4)
