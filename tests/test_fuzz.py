"""Only our own errors escape, soon and in little memory, whatever the file.

For hours of the same: `python -m tests.fuzz --seconds 36000`.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests import fuzz as fuzzing
from tests import measure
from tests.extent import share
from tests.fuzz import TARGETS, fuzz
from tests.measure import can_measure

# Half a minute of everything. Each case is measured, in a child of its own.
CASES = {"feed": 200, "walk": 120, "updates": 350, "workbook": 80, "details": 100, "template": 100}


@pytest.mark.parametrize("target", TARGETS)
def test_broken_files_bring_our_own_errors_in_two_seconds_and_256_mb(target: str) -> None:
    finds = [
        find for find in fuzz(target, seed=20261122, cases=share(CASES[target] // 2), measure=True) if find
    ]
    assert [(find.seed, find.why) for find in finds] == []


def hang(path: Path) -> None:
    while path.exists():
        pass


def swell(path: Path) -> None:
    assert bytearray(path.stat().st_size + 300 * 1024**2)


def slip(path: Path) -> None:
    raise KeyError(path.name)


@pytest.mark.skipif(not can_measure, reason="needs fork, which Windows does not have")
@pytest.mark.parametrize(("act", "why"), [(hang, "ended by SIG"), (swell, " MB"), (slip, "KeyError")])
def test_a_reader_that_hangs_swells_or_slips_is_found(
    monkeypatch: pytest.MonkeyPatch, act: Callable[[Path], None], why: str
) -> None:
    monkeypatch.setitem(TARGETS, "details", act)
    monkeypatch.setattr(fuzzing, "SECONDS", 60)  # what hangs is ended, whatever else the machine does
    monkeypatch.setattr(measure, "PATIENCE", 4)
    (find,) = fuzz("details", seed=1, cases=1, measure=True)
    assert find is not None
    assert why in find.why
