"""Only our own errors escape, whatever the file. For hours of the same: `python -m tests.fuzz`."""

import pytest

from tests.fuzz import TARGETS, fuzz

CASES = {"feed": 300, "walk": 200, "updates": 500, "workbook": 40, "details": 300, "template": 150}


@pytest.mark.parametrize("target", TARGETS)
def test_only_our_own_errors_escape_from_broken_files(target: str) -> None:
    finds = [find for find in fuzz(target, seed=20261122, cases=CASES[target]) if find]
    assert [(find.seed, find.why) for find in finds] == []
