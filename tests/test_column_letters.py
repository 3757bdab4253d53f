"""Columns have the letters that openpyxl gives them."""

import pytest
from openpyxl.utils import column_index_from_string, get_column_letter

from handover.text.column_letters import column_letters, column_number


def test_are_those_of_the_library() -> None:
    for number in range(1, 18_279):
        letters = column_letters(number)
        assert letters == get_column_letter(number)
        assert column_number(letters.lower()) == column_index_from_string(letters) == number


@pytest.mark.parametrize("letters", ["1", "A1", "é", "-"])
def test_what_are_no_letters_have_no_number(letters: str) -> None:
    with pytest.raises(ValueError, match="substring not found"):
        column_number(letters)
