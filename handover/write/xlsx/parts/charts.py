"""Native charts: drawn by the spreadsheet program, live with their figures (ECMA-376-1, 21.2)."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from handover.write.xlsx.parts.markup import CHART, DRAWING, OFFICE, ON_SHEET, element, in_text

_EMU = 360_000  # of a centimetre
_NAMES_AXIS, _VALUES_AXIS = 10, 100
_NOTHING: Final = element("a:noFill")


class Cells(NamedTuple):
    """Cells that a chart shows, and what stands in them, for readers that look no cell up."""

    named: str  # as a formula names them
    values: Sequence[str | float]  # all texts or all numbers; a day is its serial number
    shown_as: str = "General"  # number format


class Bars(NamedTuple):
    """One bar for each name."""

    values: Cells
    colour: str
    title: Cells | None = None  # says what they are; None where nobody needs to be told


class BarChart(NamedTuple):
    """Bars with names and, where there is room, their values."""

    names: Cells
    bars: Sequence[Bars]
    down: bool  # the bars lie, the first on top
    names_colour: str
    line: str  # colour of the axis
    values_colour: str = ""  # "": no values
    legend_colour: str = ""  # "": no legend
    font: str = "Calibri"


class Chart(NamedTuple):
    """A chart and where it lies."""

    column: int  # of its upper left corner, from 1
    row: int
    width: float  # in centimetres, as the height
    height: float
    shown: BarChart


def chart_part(chart: BarChart) -> str:
    """The part of the package that holds the chart."""
    legend = ""
    if chart.legend_colour:
        legend = _val("legendPos", "b") + _letters(chart, chart.legend_colour)
        legend = element("c:legend", legend)
    plot = element("c:plotArea", _bars(chart) + _names_axis(chart) + _values_axis(chart))
    # The figures of the charts stand in hidden columns.
    inside = element("c:chart", f"{plot}{legend}{_val('plotVisOnly', 0)}{_val('dispBlanksAs', 'gap')}")
    inside = f"{_val('style', 10)}{inside}{element('c:spPr', _NOTHING + element('a:ln', _NOTHING))}"
    return element("c:chartSpace", inside, **{"xmlns:c": CHART, "xmlns:a": DRAWING})


def charts_drawing(charts: Sequence[Chart]) -> str:
    """The drawing of a sheet, which leads to its charts as r1, r2 ... ."""
    inside = "".join(_anchor(n, chart) for n, chart in enumerate(charts, 1))
    spaces = {"xmlns:xdr": ON_SHEET, "xmlns:a": DRAWING, "xmlns:c": CHART, "xmlns:r": OFFICE}
    return element("xdr:wsDr", inside, **spaces)


def _anchor(number: int, chart: Chart) -> str:
    corner = "".join(
        element(f"xdr:{name}", str(value))
        for name, value in (("col", chart.column - 1), ("colOff", 0), ("row", chart.row - 1), ("rowOff", 0))
    )
    size = element("xdr:ext", cx=round(chart.width * _EMU), cy=round(chart.height * _EMU))
    named = element("xdr:cNvPr", id=number, name=f"Chart {number}") + element("xdr:cNvGraphicFramePr")
    place = element("a:off", x=0, y=0) + element("a:ext", cx=0, cy=0)
    data = element("a:graphicData", element("c:chart", **{"r:id": f"r{number}"}), uri=CHART)
    frame = element("xdr:nvGraphicFramePr", named) + element("xdr:xfrm", place) + element("a:graphic", data)
    inside = f"{element('xdr:from', corner)}{size}{element('xdr:graphicFrame', frame, macro='')}"
    return element("xdr:oneCellAnchor", inside + element("xdr:clientData"))


def _val(name: str, value: str | int) -> str:
    return element(f"c:{name}", val=value)


def _solid(colour: str) -> str:
    return element("a:solidFill", element("a:srgbClr", val=colour))


def _letters(chart: BarChart, colour: str) -> str:
    look = _solid(colour) + element("a:latin", typeface=chart.font)
    told = element("a:pPr", element("a:defRPr", look, sz=900)) + element("a:endParaRPr", look, sz=900)
    return element("c:txPr", element("a:bodyPr") + element("a:p", told))


def _bars(chart: BarChart) -> str:
    told = [_val("barDir", "bar" if chart.down else "col"), _val("grouping", "clustered")]
    told += [_series(n, bars, chart) for n, bars in enumerate(chart.bars)]
    if chart.values_colour:
        told.append(_values(chart))
    told += [_val("gapWidth", 45 if chart.down else 30)]
    told += [_val("axId", _NAMES_AXIS), _val("axId", _VALUES_AXIS)]
    return element("c:barChart", "".join(told))


def _series(number: int, bars: Bars, chart: BarChart) -> str:
    told = [
        _val("idx", number),
        _val("order", number),
        element("c:tx", _cells(bars.title)) if bars.title else "",
        element("c:spPr", _solid(bars.colour) + element("a:ln", _NOTHING)),
        _val("invertIfNegative", 0),
        element("c:cat", _cells(chart.names)),
        element("c:val", _cells(bars.values)),
    ]
    return element("c:ser", "".join(told))


def _cells(cells: Cells) -> str:
    """A reference with its cache, which the preview of a phone or an e-mail program draws from."""
    kind = "str" if any(isinstance(value, str) for value in cells.values) else "num"
    told = element("c:formatCode", in_text(cells.shown_as)) if kind == "num" else ""
    told += _val("ptCount", len(cells.values))
    points = (
        element("c:pt", element("c:v", in_text(str(value))), idx=n) for n, value in enumerate(cells.values)
    )
    cache = element(f"c:{kind}Cache", told + "".join(points))
    return element(f"c:{kind}Ref", element("c:f", in_text(cells.named)) + cache)


def _values(chart: BarChart) -> str:
    """The value of each bar, and nothing else, at its end."""
    shown = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
    told = [_val(f"show{name}", int(name == "Val")) for name in shown]
    return element("c:dLbls", _letters(chart, chart.values_colour) + "".join(told))


def _names_axis(chart: BarChart) -> str:
    line = element("c:spPr", element("a:ln", _solid(chart.line)))
    order = _val("orientation", "maxMin" if chart.down else "minMax")
    told = [
        _val("axId", _NAMES_AXIS),
        element("c:scaling", order),
        _val("delete", 0),
        _val("axPos", "l" if chart.down else "b"),
        element("c:numFmt", formatCode=chart.names.shown_as, sourceLinked=False),
        _val("majorTickMark", "none"),
        _val("minorTickMark", "none"),
        line,
        _letters(chart, chart.names_colour),
        _val("crossAx", _VALUES_AXIS),
        _val("lblOffset", 100),
    ]
    return element("c:catAx", "".join(told))


def _values_axis(chart: BarChart) -> str:
    """Nobody sees it; bars begin at nothing."""
    told = [
        _val("axId", _VALUES_AXIS),
        element("c:scaling", _val("orientation", "minMax") + _val("min", 0)),
        _val("delete", 1),
        _val("axPos", "b" if chart.down else "l"),
        _val("majorTickMark", "none"),
        _val("minorTickMark", "none"),
        _val("crossAx", _NAMES_AXIS),
    ]
    return element("c:valAx", "".join(told))
