"""Writing on a sheet that is laid out by hand: titles, tiles, paragraphs."""

from collections.abc import Callable, Mapping
from typing import ClassVar, Literal

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.worksheet.worksheet import Worksheet

from handover.columns.shown import clean
from handover.write.xlsx.cells import Formula
from handover.write.xlsx.look import FONT, HAIRLINE, INK, SIZE, Styles, dress_as, dress_of, lines_of


class Page:
    """A sheet of fixed columns; `formulas` holds its live cells with their values."""

    WIDTHS: ClassVar[Mapping[str, float]] = {"A": 2.5, **dict.fromkeys("BCDEFGHIJK", 10.8), "L": 2.5}
    TILES: ClassVar[tuple[str, ...]] = ("BC", "DE", "FG", "HI", "JK")  # first and last column of each

    def __init__(self, sheet: Worksheet, styles: Styles) -> None:
        self.sheet = sheet
        self.styles = styles
        self.formulas: dict[str, Formula] = {}
        self._looks: dict[tuple[object, ...], StyleArray] = {}
        self.last = list(self.WIDTHS)[-1]
        for letter, width in self.WIDTHS.items():
            sheet.column_dimensions[letter].width = width
        sheet.sheet_view.showGridLines = False
        sheet.sheet_properties.tabColor = styles.brand

    def write(
        self,
        ref: str,
        value: object,
        size: float = SIZE,
        *,
        bold: bool = False,
        underline: bool = False,
        colour: str = INK,
        number: str = "General",
        right: bool = False,
        indent: int = 0,
        fill: str = "",
    ) -> Cell:
        """Put a value into a cell; a text is never taken for a formula, a `Formula` is one."""
        cell: Cell = self.sheet[ref]
        if isinstance(value, Formula):
            self.formulas[ref] = value
            cell.value = "=" + value.formula
        elif isinstance(value, str):
            if text := clean(value):
                cell.value = text
                cell.data_type = "s"
                cell.quotePrefix = True  # what is text stays text when a person edits it
        else:
            cell.value = value  # type: ignore[assignment]

        def dress(cell: Cell) -> None:
            cell.font = Font(
                name=FONT, size=size, bold=bold, color=colour, underline="single" if underline else None
            )
            side = "right" if right else "left"
            cell.alignment = Alignment(vertical="center", horizontal=side, indent=indent)
            cell.number_format = number
            if fill:
                cell.fill = PatternFill("solid", fgColor=fill)

        self._dressed(cell, dress, size, bold, underline, colour, number, right, indent, fill)
        return cell

    def _dressed(self, cell: Cell, dress: Callable[[Cell], None], *look: object) -> None:
        """Give a cell a look. Each is made once: openpyxl searches all styles of the book for every part of
        one, which took longer than all else about a small book."""
        key = (*look, *(dress_of(cell) or ()))
        if (known := self._looks.get(key)) is None:
            dress(cell)
            self._looks[key] = dress_of(cell)
        else:
            dress_as(cell, known)

    def hide(self, *letters: str) -> None:
        """Columns nobody sees; a chart may show what is in them."""
        for letter in letters:
            self.sheet.column_dimensions[letter].hidden = True

    def heights(self, rows: Mapping[int, float]) -> None:
        for row, height in rows.items():
            self.sheet.row_dimensions[row].height = height

    def band(self, first: int, last: int) -> None:
        """Rows in the brand's colour from edge to edge."""

        def dress(cell: Cell) -> None:
            cell.fill = PatternFill("solid", fgColor=self.styles.brand)

        for row in range(first, last + 1):
            for letter in self.WIDTHS:
                self._dressed(self.sheet[f"{letter}{row}"], dress, "band")

    def tile(self, row: int, first: str, last: str) -> None:
        """A tinted field of three rows with a thick edge."""

        def dress(cell: Cell) -> None:
            cell.fill = PatternFill("solid", fgColor=self.styles.tint)
            cell.border = Border(
                left=Side(style="thick", color=self.styles.brand) if cell.column_letter == first else None,
                right=Side(style="thick", color="FFFFFF") if cell.column_letter == last else None,
            )

        for letter in self._between(first, last):
            for at in range(row, row + 3):
                cell = self.sheet[f"{letter}{at}"]
                self._dressed(cell, dress, "tile", letter == first, letter == last)

    def heading(self, row: int, text: str, *, first: str = "B", last: str = "K") -> None:
        self.write(f"{first}{row}", text, 12, bold=True)
        self._underlined(row, first, last, "medium", self.styles.brand)
        self.heights({row: 24})

    def rule(self, row: int, first: str = "B", last: str = "K") -> None:
        """A hairline below a row."""
        self._underlined(row, first, last, "thin", HAIRLINE)

    def _underlined(
        self, row: int, first: str, last: str, style: Literal["thin", "medium"], colour: str
    ) -> None:
        def dress(cell: Cell) -> None:
            cell.border = Border(bottom=Side(style=style, color=colour))

        for letter in self._between(first, last):
            self._dressed(self.sheet[f"{letter}{row}"], dress, "line", style, colour)

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
        cell = self.write(f"{first}{row}", text, size, bold=bold, colour=colour)

        def dress(cell: Cell) -> None:
            cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="left", indent=indent)

        self._dressed(cell, dress, "wrapped", indent)
        self.sheet.merge_cells(f"{first}{row}:{last}{row}")
        width = (sum(self.WIDTHS[letter] for letter in self._between(first, last)) - indent) * SIZE / size
        taken = lines_of(clean(text), width) * 13.5 + 5
        self.heights({row: max(self.sheet.row_dimensions[row].height or 0, taken)})

    def _between(self, first: str, last: str) -> list[str]:
        return [letter for letter in self.WIDTHS if first <= letter <= last]
