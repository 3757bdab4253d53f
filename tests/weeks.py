"""Days that pass without waiting for them."""

import time

import pytest

from handover.read import archive, cache, online

WEEK = 7 * 86_400


def a_week_later(monkeypatch: pytest.MonkeyPatch, weeks: float = 1) -> None:
    """The clock of pages that are kept, put forward."""
    later = time.time() + weeks * WEEK
    for module in (archive, cache, online):
        monkeypatch.setattr(module, "now", lambda: later)
