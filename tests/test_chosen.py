"""Sheets with several versions of each text, and a column that says which was chosen."""

import pytest

from tests.test_read_updates_shapes import parsed

SHEET = (
    "Date,Channel,{0} A,{0} B,{1},Live?\n2026-07-07,Facebook,It is round,Sleep where the light is,B,yes\n"
    "2026-07-14,Instagram,Breakfast at height,Porridge with a view,{0} A,yes\n"
)


@pytest.mark.parametrize(
    ("version", "choice"),
    [("Option", "Client pick"), ("Version", "Retenue"), ("Variante", "Gewählt"), ("Caption", "Choice")],
)
def test_the_chosen_one_is_the_text_and_the_others_are_not_shown(version: str, choice: str) -> None:
    found = parsed(SHEET.format(version, choice))
    assert [(one.text, one.state) for one in found.items] == [
        ("Sleep where the light is", "published"), ("Breakfast at height", "published"),
    ]  # fmt: skip
    assert any(choice in one.text and "versions" in one.text for one in found.notices)


def test_a_row_in_which_none_is_chosen_is_listed() -> None:
    found = parsed(SHEET.format("Option", "Pick") + "2026-07-21,Facebook,The foghorn,Light sleepers,,no\n")
    assert len(found.items) == 2
    assert [(one.line, "chosen" in one.reason) for one in found.skipped] == [(4, True)]


def test_a_column_of_numbers_chooses_nothing() -> None:
    text = "Date,Post 1,Post 2,Week\n2026-07-07,One of them,Another one,1\n2026-07-14,A third,A fourth,2\n"
    assert len(parsed(text).items) == 4
