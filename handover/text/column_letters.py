"""The letters that spreadsheets number columns with; openpyxl, which knows them too, is long to load."""

from string import ascii_uppercase


def column_letters(number: int) -> str:
    """The letters of a column, from 1: "A", "Z", "AA"."""
    letters = ""
    while number:
        number, digit = divmod(number - 1, 26)
        letters = ascii_uppercase[digit] + letters
    return letters


def column_number(letters: str) -> int:
    """The number of a column from 1. Raises ValueError for what are no letters of a column."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ascii_uppercase.index(letter) + 1
    return number
