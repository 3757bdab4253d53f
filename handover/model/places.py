"""Where something stands, as a person finds it again: "plan.xlsx › March, row 12".

A place is put together here and nowhere else, so that two sentences about one row name it alike.
"""

import re

from handover.later import pattern
from handover.model.said import Said
from handover.model.types import Origin, Update

INSIDE = " › "
_UNKNOWN = Said("a row given without its place")
_ROW = pattern(r"(.*), row (\d+)", re.DOTALL)
_WITH_ADDRESS = pattern(r"(.*, row \d+): (https?://\S+)", re.DOTALL)


def within(*parts: str) -> str:
    """A place inside a place: a file in an archive, a sheet in a file. Parts that are empty fall away."""
    return INSIDE.join(filter(None, parts))


def file_of(place: str) -> str:
    """The file, or address, that a place is in."""
    return place.partition(INSIDE)[0]


def at_row(place: str, row: int | None) -> str:
    """A row of a file or sheet, counted as the spreadsheet program counts; the place itself for None."""
    return Said("{place}, row {n}", place=place, n=str(row)) if row else place


def at_origin(origin: Origin | None) -> str:
    """Where an update was read."""
    if origin is None:
        return _UNKNOWN
    return at_row(within(origin.file, origin.sheet), origin.row)


def where(update: Update) -> str:
    """Where a person mends an update: in the workbook it came back in, else in the file it was read from."""
    if origin := update.given_in or update.origin:
        return at_origin(origin)
    return update.permalink or Said("update {id}", id=update.id)


def with_address(place: str, address: str) -> Said:
    """A place with the address of the copy that stands there, where it is another one of the same post."""
    return Said("{place}: {address}", place=place, address=address)


def place_in(text: str) -> str:
    """A place that was kept as its English, to be worded again."""
    if found := _WITH_ADDRESS.fullmatch(text):
        return with_address(place_in(found[1]), found[2])
    found = _ROW.fullmatch(text)
    return at_row(found[1], int(found[2])) if found else text


def without_folders(place: str) -> str:
    """Where something is, without the folders of the computer it is on: they are nobody else's to read.

    "C:\\Jo\\clients\\plan.xlsx › March" -> "plan.xlsx › March"; an address on the web stays as it is.
    """
    if isinstance(place, Said) and "place" in place.values:
        return Said(place.message, **{**place.values, "place": without_folders(place.values["place"])})
    if "/" not in place and "\\" not in place:
        return place
    file, sign, inside = place.partition(INSIDE)
    is_address = "://" in file and file[:5].lower() != "file:"
    return (file if is_address else file.replace("\\", "/").rpartition("/")[2]) + sign + inside
