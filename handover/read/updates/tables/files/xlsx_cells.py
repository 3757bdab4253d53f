"""The cells of an .xlsx, row by row, and what stands behind and across them.

What `xlsx_by_openpyxl.py` makes of a sheet, without openpyxl; a test holds the two together.
"""

import datetime as dt
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any
from xml.etree.ElementTree import Element

from handover.read.updates.tables.files.xlsx_package import (
    DOC,
    MAIN,
    Area,
    Dates,
    OddError,
    Pieces,
    SheetPart,
    book_of,
    bounds,
    column,
    dates_of,
    parts_of,
    relations_of,
    shared_texts,
    text_of,
    types_of,
)
from handover.read.updates.tables.files.xlsx_sheet import (
    HYPERLINK,
    Links,
    has_uncalculated,
    linked_cells,
)

_ROW, _CELL, _VALUE, _FORMULA, _INLINE = (f"{MAIN}{name}" for name in ("row", "c", "v", "f", "is"))
_DIGITS = "0123456789"
_DAY = 24 * 60 * 60  # seconds


class Sheet:
    """One sheet. `links` and `merged` are whole once the rows are read."""

    def __init__(self, archive: zipfile.ZipFile, part: SheetPart, texts: Sequence[str], dates: Dates) -> None:
        self._archive, self._texts, self._dates = archive, texts, dates
        self.title, self.path, self.hidden = part
        self.links: Links = {}
        self.merged: list[Area] = []
        self.uncalculated = False
        self._columns: dict[str, int] = {}

    def rows(self) -> Iterator[tuple[int, Sequence[Any]]]:
        """The rows that have cells: number from 1, values from the first column to that of the last cell."""
        formulas = False
        number = last = 0
        with self._archive.open(self.path) as stream:
            pieces = Pieces(stream, f"{MAIN}worksheet", f"{MAIN}sheetData")
            for row in pieces.elements():
                if row.tag != _ROW:
                    raise OddError("something between the rows")
                told = row.get("r")
                number = number + 1 if told is None else int(told)
                values, has_formulas = self._values(row)
                formulas = formulas or has_formulas
                if number > last:  # one told twice or too late is left out
                    last = number
                    yield number, values
        self._look_behind(pieces.root)
        self.uncalculated = formulas and has_uncalculated(self._archive, self.path)

    def _values(self, row: Element) -> tuple[list[Any], bool]:
        values: list[Any] = []
        at = 0
        formulas = False
        for cell in row:
            if cell.tag != _CELL:
                raise OddError("something between the cells")
            if reference := cell.get("r"):
                letters = reference.rstrip(_DIGITS)
                at = self._columns.get(letters) or self._columns.setdefault(letters, column(letters))
                if letters == reference:
                    raise OddError(f"{reference} names no cell")
            else:
                at += 1
            if (formula := cell.findtext(_FORMULA)) is not None:
                formulas = True
                self._note_link(formula, reference)
            if at > len(values):
                values.extend([None] * (at - len(values)))
            values[at - 1] = self._value(cell)
        return values[:at], formulas  # what is right of the last cell is left out

    def _note_link(self, formula: str, reference: str | None) -> None:
        if found := HYPERLINK.match(formula):
            left, top, _, _ = bounds(reference or "")
            self.links[top, left - 1] = found[1].replace('""', '"')

    def _value(self, cell: Element) -> Any:
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            inline = cell.find(_INLINE)
            return None if inline is None else text_of(inline)
        if not (text := cell.findtext(_VALUE)):
            return None
        if kind == "s":
            return self._texts[int(text)]
        if kind == "n":
            number = float(text) if "." in text or "E" in text or "e" in text else int(text)
            style = int(cell.get("s", "0"))
            return self._date(number, style) if style in self._dates.styles else number
        if kind == "d":
            raise OddError("a date in words")
        return bool(int(text)) if kind == "b" else text

    def _date(self, number: float, style: int) -> dt.datetime | dt.time | dt.timedelta | str:
        try:
            return date_of(number, self._dates.epoch, is_duration=style in self._dates.durations)
        except (OverflowError, ValueError):  # no day of the calendar
            return "#VALUE!"

    def _look_behind(self, root: Element) -> None:
        stray = any(next(root.iter(tag), None) is not None for tag in (_ROW, _CELL))
        if stray:
            raise OddError("cells outside of the rows")
        self.merged = [bounds(area.get("ref", "")) for area in root.iter(f"{MAIN}mergeCell")]
        if linked := list(root.iter(f"{MAIN}hyperlink")):
            targets = relations_of(self._archive, self.path)
            told = ((bounds(one.get("ref", "")), one.get(f"{DOC}id", "")) for one in linked)
            self.links.update(linked_cells(told, targets))


def sheets_of(archive: zipfile.ZipFile) -> Iterator[Sheet]:
    """The sheets of a workbook. Raises all kinds of errors for one that is broken or out of the ordinary."""
    types = types_of(archive)
    book = book_of(archive, types)
    texts, dates = shared_texts(archive, types), dates_of(archive, book)
    return (Sheet(archive, part, texts, dates) for part in parts_of(archive, book))


def date_of(number: float, epoch: dt.datetime, *, is_duration: bool) -> dt.datetime | dt.time | dt.timedelta:
    """What a number means in a cell that shows a date, a time or a duration, to the millisecond.

    Raises OverflowError or ValueError for a day that no calendar has.
    """
    if is_duration:
        span = dt.timedelta(days=number)
        seconds = span.total_seconds() // 1
        return dt.timedelta(seconds=seconds, microseconds=round(span.microseconds, -3))
    day, part = divmod(number, 1)
    clock = dt.timedelta(milliseconds=round(part * _DAY * 1000))
    if 0 <= number < 1 and not clock.days:
        return (dt.datetime.min + clock).time()
    if 0 < number < 60 and epoch.year == 1899:
        day += 1  # Excel counts a 29 February 1900, which no other calendar has
    return epoch + dt.timedelta(days=day) + clock
