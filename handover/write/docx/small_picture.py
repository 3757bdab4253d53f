"""A small picture beside its update, in line with the text."""

from typing import TYPE_CHECKING, Final

from handover.write.docx.chart import drawing

if TYPE_CHECKING:
    from handover.write.media.thumbnail import Thumbnail

_A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_MILLIMETRE: Final = 36_000  # EMU
WIDEST: Final = 26  # millimetres
HIGHEST: Final = 29


def small_run(small: "Thumbnail", relation: str, number: int, described: str, height: int = 0) -> str:
    """The run that shows it; `height` in millimetres, 0 for as high as it may be."""
    tallest = min(height, HIGHEST) if height > 0 else HIGHEST
    scale = min(WIDEST / small.width, tallest / small.height) * _MILLIMETRE
    wide, high = round(small.width * scale), round(small.height * scale)
    inside = (
        f'<a:graphic xmlns:a="{_A}"><a:graphicData uri="{_PIC}"><pic:pic xmlns:pic="{_PIC}">'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="Picture {number}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    )
    return drawing(inside, number, f"Picture {number}", described, wide, high)
