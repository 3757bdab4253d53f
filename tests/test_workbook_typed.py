"""Dates as people type them into our workbook."""

import pytest

from handover.columns.shown import Cell
from handover.read.updates.workbook.reading import _typed, _with_nearest


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("22.09.2026 10:37", "2026-09-22 10:37"),
        ("2.9.2026, 9:05", "2026-09-02 09:05"),
        ("22. 9. 2026", "2026-09-22"),
        ("2026-09-22 10:37", "2026-09-22 10:37"),
        ("22.09.26", "22.09.26"),
        (None, None),
    ],
)
def test_a_date_typed_with_dots_is_read_day_first(typed: Cell, read: Cell) -> None:
    assert _typed(typed) == read


def test_a_network_with_a_slip_is_told_with_the_word_that_was_meant() -> None:
    names = {"facebook": "Facebook", "x": "X", "linkedin": "LinkedIn"}
    assert _with_nearest("Not known.", "Facbook", names) == "Not known. Did you mean Facebook?"
    assert _with_nearest("Not known.", "Steam", names) == "Not known."
