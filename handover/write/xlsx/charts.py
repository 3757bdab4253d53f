"""Native charts: drawn by the spreadsheet program, live with their figures."""

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.legend import Legend
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Font, Paragraph, ParagraphProperties
from openpyxl.worksheet.worksheet import Worksheet

from handover.later import dataclass
from handover.write.xlsx.look import FONT, HAIRLINE, INK, MUTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The cells a chart shows: rows of a name and a value."""

    sheet: Worksheet
    names: int  # column, from 1
    values: int  # column, from 1
    first: int
    last: int
    names_shown: str = "General"  # number format of the names
    beside: int = 0  # column of a second value for each name; the row above the first says what both are


def bar_chart(figures: Figures, brand: str, *, across: bool, width: float, height: float) -> BarChart:
    """Bars with their values; `across` lays them down, the first on top. Sizes in centimetres."""
    chart = BarChart()
    chart.type = "bar" if across else "col"
    chart.style = 10
    chart.legend = None
    chart.visible_cells_only = False  # its figures stand in hidden columns
    chart.width, chart.height = width, height  # type: ignore[assignment]
    names = Reference(figures.sheet, min_col=figures.names, min_row=figures.first, max_row=figures.last)
    for column, colour in ((figures.values, brand), (figures.beside, HAIRLINE)):
        if column:
            _add_bars(chart, figures, column, colour)
    chart.set_categories(names)
    chart.gapWidth = 45 if across else 30
    chart.x_axis.delete = False
    chart.y_axis.delete = True
    chart.y_axis.majorGridlines = None
    chart.y_axis.scaling.min = 0
    chart.x_axis.number_format = figures.names_shown
    chart.x_axis.majorTickMark = "none"
    chart.x_axis.txPr = _text(900, INK if across else MUTED)
    chart.x_axis.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill=HAIRLINE))
    if across:
        chart.x_axis.scaling.orientation = "maxMin"
    if figures.beside:
        chart.legend = Legend()
        chart.legend.position = "b"
        chart.legend.txPr = _text(900, MUTED)
    if across or figures.last - figures.first < 14:
        chart.dataLabels = DataLabelList()
        chart.dataLabels.showVal = True
        for name in ("showSerName", "showCatName", "showLegendKey", "showPercent"):
            setattr(chart.dataLabels, name, False)
        chart.dataLabels.txPr = _text(900, INK)
    chart.graphical_properties = GraphicalProperties(noFill=True, ln=LineProperties(noFill=True))
    return chart


def _add_bars(chart: BarChart, figures: Figures, column: int, colour: str) -> None:
    """One bar for each name; where there are two, the row above says what each is."""
    first = figures.first - 1 if figures.beside else figures.first
    values = Reference(figures.sheet, min_col=column, min_row=first, max_row=figures.last)
    chart.add_data(values, titles_from_data=bool(figures.beside))
    bars = chart.series[-1]
    bars.graphicalProperties = GraphicalProperties(solidFill=colour)
    bars.graphicalProperties.line.noFill = True
    bars.invertIfNegative = False


def _text(size: int, colour: str) -> RichText:
    look = CharacterProperties(sz=size, solidFill=colour, latin=Font(typeface=FONT))
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=look), endParaRPr=look)])
