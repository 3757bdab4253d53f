"""The charts of the first sheet, over figures that stand beside them out of sight."""

from handover.later import dataclass
from handover.write.xlsx.look import HAIRLINE, INK, MUTED
from handover.write.xlsx.page import Page
from handover.write.xlsx.parts.charts import BarChart, Bars, Cells
from handover.write.xlsx.parts.workbook import quoted_title

_FEW = 15  # bars that have room for their values where they stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The cells a chart shows: rows of a name and a value."""

    page: Page
    names: str  # column
    values: str  # column
    first: int
    last: int
    names_shown: str = "General"  # number format of the names
    beside: str = ""  # column of a second value for each name; the row above the first says what both are

    def cells(self, column: str, shown_as: str = "General") -> Cells:
        """A column of them."""
        return self._between(column, self.first, self.last, shown_as)

    def title(self, column: str) -> Cells | None:
        """The cell that says what a column holds."""
        return self._between(column, self.first - 1, self.first - 1, "General") if self.beside else None

    def _between(self, column: str, first: int, last: int, shown_as: str) -> Cells:
        end = f":${column}${last}" if last != first else ""
        named = f"{quoted_title(self.page.sheet.title)}!${column}${first}{end}"
        return Cells(named, self.page.shown(column, first, last), shown_as)


def bar_chart(figures: Figures, brand: str, *, down: bool) -> BarChart:
    """Bars with their values; where they go `down`, they lie, the first on top."""
    told = ((figures.values, brand), (figures.beside, HAIRLINE))
    bars = [Bars(figures.cells(column), colour, figures.title(column)) for column, colour in told if column]
    return BarChart(
        names=figures.cells(figures.names, figures.names_shown),
        bars=bars,
        down=down,
        names_colour=INK if down else MUTED,
        line=HAIRLINE,
        values_colour=INK if down or figures.last - figures.first + 1 < _FEW else "",
        legend_colour=MUTED if figures.beside else "",
    )
