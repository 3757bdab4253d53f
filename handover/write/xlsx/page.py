"""Writing on a sheet that is laid out by hand: titles, tiles, paragraphs."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import ClassVar

from handover.columns.shown import clean
from handover.later import dataclass
from handover.text.column_letters import column_letters, column_number
from handover.write.xlsx.cells import one_cell
from handover.write.xlsx.look import HAIRLINE, INK, SIZE, Styles, lines_of
from handover.write.xlsx.parts.sheet import Sheet, Stream
from handover.write.xlsx.parts.styles import Border, Font, Style
from handover.write.xlsx.strings import Strings
from handover.write.xlsx.values import Formula, Simple, serial

LINE = 13.5  # points a line of a paragraph takes
PADDING = 5.0


@dataclass(slots=True)
class PageCell:
    """What stands in a cell, and how it looks."""

    value: Simple = None
    style: Style = field(default=Style())


class Page:
    """A sheet of fixed columns."""

    WIDTHS: ClassVar[Mapping[str, float]] = {"A": 2.5, **dict.fromkeys("BCDEFGHIJK", 10.8), "L": 2.5}
    TILES: ClassVar[tuple[str, ...]] = ("BC", "DE", "FG", "HI", "JK")  # first and last column of each

    def __init__(self, sheet: Sheet, styles: Styles) -> None:
        self.sheet = sheet
        self.styles = styles
        self.last = list(self.WIDTHS)[-1]
        self._cells: dict[int, dict[int, PageCell]] = {}  # row -> column
        self._heights: dict[int, float] = {}
        sheet.widths = {column_number(letter): width for letter, width in self.WIDTHS.items()}
        sheet.has_grid = False
        sheet.tab = styles.brand

    def cell(self, letter: str, row: int) -> PageCell:
        """A cell, to be written into."""
        return self._cells.setdefault(row, {}).setdefault(column_number(letter), PageCell())

    def write(
        self,
        letter: str,
        row: int,
        value: Simple,
        size: float = SIZE,
        *,
        bold: bool = False,
        underlined: bool = False,
        colour: str = INK,
        number: str = "General",
        right: bool = False,
        indent: int = 0,
        fill: str = "",
    ) -> None:
        """Put a value into a cell; a text is never taken for a formula, a `Formula` is one."""
        cell = self.cell(letter, row)
        cell.value = (clean(value) or None) if isinstance(value, str) else value
        cell.style = cell.style._replace(
            font=Font(size, colour, bold=bold, underlined=underlined),
            across="right" if right else "left",
            indent=indent,
            number=number,
            fill=fill or cell.style.fill,
            is_text=isinstance(cell.value, str),  # what is text stays text when a person edits it
        )

    def shown(self, letter: str, first: int, last: int) -> list[str | float]:
        """What a column shows between two rows; a day as its serial number, a formula by its value."""
        values = (self.cell(letter, row).value for row in range(first, last + 1))
        return [_shown(value) for value in values]

    def hide(self, *letters: str) -> None:
        """Columns nobody sees; a chart may show what is in them."""
        self.sheet.unseen |= set(map(column_number, letters))

    def heights(self, rows: Mapping[int, float]) -> None:
        self._heights |= rows

    def band(self, first: int, last: int) -> None:
        """Rows in the brand's colour from edge to edge."""
        for row in range(first, last + 1):
            for letter in self.WIDTHS:
                cell = self.cell(letter, row)
                cell.style = cell.style._replace(fill=self.styles.brand)

    def tile(self, row: int, first: str, last: str) -> None:
        """A tinted field of three rows with a thick edge."""
        for letter in self._between(first, last):
            border = Border(
                left=("thick", self.styles.brand) if letter == first else None,
                right=("thick", "FFFFFF") if letter == last else None,
            )
            for at in range(row, row + 3):
                cell = self.cell(letter, at)
                cell.style = cell.style._replace(fill=self.styles.tint, border=border)

    def heading(self, row: int, text: str, *, first: str = "B", last: str = "K") -> None:
        self.write(first, row, text, 12, bold=True)
        self._underline(row, first, last, Border(bottom=("medium", self.styles.brand)))
        self.heights({row: 24})

    def rule(self, row: int, first: str = "B", last: str = "K") -> None:
        """A hairline below a row."""
        self._underline(row, first, last, Border(bottom=("thin", HAIRLINE)))

    def _underline(self, row: int, first: str, last: str, border: Border) -> None:
        for letter in self._between(first, last):
            cell = self.cell(letter, row)
            cell.style = cell.style._replace(border=border)

    def paragraph(self, row: int, text: str) -> None:
        """A sentence over the whole width."""
        self.wrapped(row, "B", "K", text)

    def wrapped(
        self,
        row: int,
        first: str,
        last: str,
        text: str,
        *,
        size: float = SIZE,
        bold: bool = False,
        colour: str = INK,
        indent: int = 0,
    ) -> None:
        """A text over several columns, on as many lines as it takes; the row grows with it."""
        self.write(first, row, text, size, bold=bold, colour=colour, indent=indent)
        cell = self.cell(first, row)
        cell.style = cell.style._replace(wraps=True)
        self.sheet.merged.append(f"{first}{row}:{last}{row}")
        width = (sum(self.WIDTHS[letter] for letter in self._between(first, last)) - indent) * SIZE / size
        taken = lines_of(clean(text), width) * LINE + PADDING
        self.heights({row: max(self._heights.get(row, 0), taken)})

    def texts(self) -> Iterator[list[str]]:
        """The texts of each row as a reader finds them, from top to bottom: "" where a cell is empty."""
        columns = range(1, self._width + 1)
        for row in sorted(self._cells):
            cells = (self._cells[row].get(column, PageCell()).value for column in columns)
            values = ("" if value is None else value for value in cells)
            yield [value for value in values if isinstance(value, str)]

    @property
    def _width(self) -> int:
        return max(column for cells in self._cells.values() for column in cells)

    def stream(self, strings: Strings) -> Stream:
        """The rows, for the package."""
        last_cell = f"{column_letters(self._width)}{max(self._cells)}"
        return Stream(rows=self._rows(strings), last_cell=last_cell)

    def _rows(self, strings: Strings) -> Iterator[str]:
        for row in sorted({*self._cells, *self._heights}):
            cells = sorted(self._cells.get(row, {}).items())
            inside = "".join(
                one_cell(
                    f"{column_letters(n)}{row}", self.styles.sheet.number(cell.style), cell.value, strings
                )
                for n, cell in cells
            )
            height = self._heights.get(row)
            told = f' ht="{height:g}" customHeight="1"' if height else ""
            yield f'<row r="{row}"{told}>{inside}</row>'

    def _between(self, first: str, last: str) -> list[str]:
        return [letter for letter in self.WIDTHS if first <= letter <= last]


def _shown(value: Simple) -> str | float:
    if isinstance(value, Formula):
        return value.value
    if isinstance(value, dt.date):
        return serial(value) or ""
    return "" if value is None else value
