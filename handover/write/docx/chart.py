"""A native bar chart: drawn and edited by Word itself, 4 KB, described in words."""

from collections.abc import Sequence
from typing import Any, Final

from handover.write.docx.text import to_attribute

TYPE: Final = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_C: Final = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WP: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_WIDTH: Final = 5_760_000  # EMU: 16 cm
_BAR: Final = 324_000  # EMU a bar takes
_LEAST: Final = 900_000


def chart_xml(rows: Sequence[tuple[str, int]], title: str, colour: str) -> bytes:
    """The chart part: one horizontal bar a row, the first on top. `colour` is "RRGGBB".

    Its numbers are those of the workbook that relationship rId1 leads to (`chart_data.workbook`).
    """
    last = len(rows) + 1
    names = "".join(f'<c:pt idx="{i}"><c:v>{to_attribute(n)}</c:v></c:pt>' for i, (n, _) in enumerate(rows))
    values = "".join(f'<c:pt idx="{i}"><c:v>{v}</c:v></c:pt>' for i, (_, v) in enumerate(rows))
    count = f'<c:ptCount val="{len(rows)}"/>'
    text = (
        '<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1000"><a:solidFill>'
        '<a:srgbClr val="404040"/></a:solidFill><a:latin typeface="Calibri"/></a:defRPr></a:pPr>'
        '<a:endParaRPr lang="en-US"/></a:p></c:txPr>'
    )
    none = "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<c:chartSpace xmlns:c="{_C}" xmlns:a="{_A}" xmlns:r="{_R}"><c:roundedCorners val="0"/>'
        '<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>'
        '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        '<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>Sheet1!$B$1</c:f><c:strCache>'
        f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{to_attribute(title)}</c:v></c:pt></c:strCache></c:strRef>'
        "</c:tx>"
        f'<c:spPr><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></c:spPr>'
        '<c:invertIfNegative val="0"/>'
        f"<c:dLbls><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{text}"
        '<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
        f"<c:cat><c:strRef><c:f>Sheet1!$A$2:$A${last}</c:f><c:strCache>{count}{names}</c:strCache></c:strRef>"
        f"</c:cat><c:val><c:numRef><c:f>Sheet1!$B$2:$B${last}</c:f><c:numCache><c:formatCode>General"
        f"</c:formatCode>{count}{values}</c:numCache></c:numRef></c:val></c:ser>"
        '<c:gapWidth val="55"/><c:axId val="1001"/><c:axId val="1002"/></c:barChart>'
        '<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="maxMin"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>{none}{text}'
        '<c:crossAx val="1002"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
        '<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>'
        '<c:delete val="1"/><c:axPos val="t"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        '<c:crossAx val="1001"/><c:crosses val="autoZero"/></c:valAx>'
        "<c:spPr><a:noFill/></c:spPr></c:plotArea>"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    ).encode()


def chart_run(relation: str, number: int, title: str, described: str, bars: int) -> str:
    """The run that shows the chart, with its alternative text."""
    inside = (
        f'<a:graphic xmlns:a="{_A}"><a:graphicData uri="{_C}">'
        f'<c:chart xmlns:c="{_C}" r:id="{relation}"/></a:graphicData></a:graphic>'
    )
    return drawing(inside, number, title, described, _WIDTH, _LEAST + _BAR * bars)


def drawing(inside: str, number: int, title: str, described: str, width: int, height: int) -> str:
    """A run with a drawing in line with the text; `width` and `height` in EMU."""
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_WP}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{number}" name="{to_attribute(title)}" descr="{to_attribute(described)}"/>'
        f"<wp:cNvGraphicFramePr/>{inside}</wp:inline></w:drawing></w:r>"
    )


def rows_of(networks: Sequence[dict[str, Any]]) -> list[tuple[str, int]]:
    """The rows of `figures.networks`."""
    return [(str(n["name"]), int(n["updates"])) for n in networks]
