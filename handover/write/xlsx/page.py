"""Writing on a sheet that is laid out by hand: titles, tiles, paragraphs."""

from collections.abc import Mapping
from typing import ClassVar

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from handover.columns.shown import clean
from handover.write.xlsx.cells import Formula
from handover.write.xlsx.look import FONT, HAIRLINE, INK, SIZE, Styles, lines_of


class Page:
    """A sheet of fixed columns; `formulas` holds its live cells with their values."""

    WIDTHS: ClassVar[Mapping[str, float]] = {"A": 2.5, **dict.fromkeys("BCDEFGHIJK", 10.8), "L": 2.5}
    TILES: ClassVar[tuple[str, ...]] = ("BC", "DE", "FG", "HI", "JK")  # first and last column of each

    def __init__(self, sheet: Worksheet, styles: Styles) -> None:
        self.sheet = sheet
        self.styles = styles
        self.formulas: dict[str, Formula] = {}
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
        cell.font = Font(
            name=FONT, size=size, bold=bold, color=colour, underline="single" if underline else None
        )
        cell.alignment = Alignment(vertical="center", horizontal="right" if right else "left", indent=indent)
        cell.number_format = number
        if fill:
            cell.fill = PatternFill("solid", fgColor=fill)
        return cell

    def hide(self, *letters: str) -> None:
        """Columns nobody sees; a chart may show what is in them."""
        for letter in letters:
            self.sheet.column_dimensions[letter].hidden = True

    def heights(self, rows: Mapping[int, float]) -> None:
        for row, height in rows.items():
            self.sheet.row_dimensions[row].height = height

    def band(self, first: int, last: int) -> None:
        """Rows in the brand's colour from edge to edge."""
        for row in range(first, last + 1):
            for letter in self.WIDTHS:
                self.sheet[f"{letter}{row}"].fill = PatternFill("solid", fgColor=self.styles.brand)

    def tile(self, row: int, first: str, last: str) -> None:
        """A tinted field of three rows with a thick edge."""
        for letter in self._between(first, last):
            for at in range(row, row + 3):
                cell = self.sheet[f"{letter}{at}"]
                cell.fill = PatternFill("solid", fgColor=self.styles.tint)
                cell.border = Border(
                    left=Side(style="thick", color=self.styles.brand) if letter == first else None,
                    right=Side(style="thick", color="FFFFFF") if letter == last else None,
                )

    def heading(self, row: int, text: str, *, first: str = "B", last: str = "K") -> None:
        self.write(f"{first}{row}", text, 12, bold=True)
        for letter in self._between(first, last):
            self.sheet[f"{letter}{row}"].border = Border(bottom=Side(style="medium", color=self.styles.brand))
        self.heights({row: 24})

    def rule(self, row: int, first: str = "B", last: str = "K") -> None:
        """A hairline below a row."""
        for letter in self._between(first, last):
            self.sheet[f"{letter}{row}"].border = Border(bottom=Side(style="thin", color=HAIRLINE))

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
        bold: bool = False,
        colour: str = INK,
        indent: int = 0,
    ) -> None:
        """A text over several columns, on as many lines as it takes; the row grows with it."""
        cell = self.write(f"{first}{row}", text, bold=bold, colour=colour)
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="left", indent=indent)
        self.sheet.merge_cells(f"{first}{row}:{last}{row}")
        width = sum(self.WIDTHS[letter] for letter in self._between(first, last))
        taken = lines_of(clean(text), width) * 13.5 + 5
        self.heights({row: max(self.sheet.row_dimensions[row].height or 0, taken)})

    def _between(self, first: str, last: str) -> list[str]:
        return [letter for letter in self.WIDTHS if first <= letter <= last]
