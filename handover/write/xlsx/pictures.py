"""Small pictures over the cells of a sheet: one drawing a sheet, each picture once in the package."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING

from handover.text.safe import one_line
from handover.write.xlsx.cells import Placed

if TYPE_CHECKING:
    from handover.write.media.thumbnail import Thumbnail

TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml"
RELATION = "rPictures"  # of a sheet to its drawing
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_PIXEL = 9_525  # EMU
WIDEST, HIGHEST = 106, 86  # pixels within a cell of 16 characters and five lines
_EDGE = 4  # pixels from the edge of the cell


def part(sheet: int) -> str:
    """The drawing of a sheet by its index."""
    return f"xl/drawings/pictures{sheet}.xml"


def file(number: int) -> str:
    return f"xl/media/picture{number}.jpeg"


def drawing(placed: Iterable[Placed], small: Sequence["Thumbnail"]) -> Iterable[str]:
    """The drawing, piece by piece. A picture lies within its cell, to be sorted and filtered with it."""
    yield f'<xdr:wsDr xmlns:xdr="{_DRAWING}" xmlns:a="{_A}" xmlns:r="{_OFFICE}">'
    for number, one in enumerate(placed, 2):
        yield _anchor(number, one, small[one.picture.number - 1])
    yield "</xdr:wsDr>"


def _anchor(number: int, placed: Placed, small: "Thumbnail") -> str:
    scale = min(WIDEST / small.width, HIGHEST / small.height)
    wide, high = (round(side * scale) * _PIXEL for side in (small.width, small.height))
    edge = _EDGE * _PIXEL
    described = escape(one_line(placed.picture.described))

    def corner(name: str, x: int, y: int) -> str:
        return (
            f"<xdr:{name}><xdr:col>{placed.column}</xdr:col><xdr:colOff>{x}</xdr:colOff>"
            f"<xdr:row>{placed.row}</xdr:row><xdr:rowOff>{y}</xdr:rowOff></xdr:{name}>"
        )

    return (
        f'<xdr:twoCellAnchor editAs="twoCell">{corner("from", edge, edge)}'
        f"{corner('to', edge + wide, edge + high)}<xdr:pic>"
        f'<xdr:nvPicPr><xdr:cNvPr id="{number}" name="Picture {number}" descr="{described}"/>'
        '<xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>'
        f'<xdr:blipFill><a:blip r:embed="r{placed.picture.number}"/>'
        "<a:stretch><a:fillRect/></a:stretch></xdr:blipFill>"
        f'<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/>'
        "</xdr:twoCellAnchor>"
    )


def relations(numbers: Iterable[int]) -> str:
    """What leads from a drawing to its pictures."""
    found = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/image" Target="/{file(n)}"/>' for n in sorted(numbers)
    )
    return f'<Relationships xmlns="{_RELATIONS}">{found}</Relationships>'


def of_sheet(sheet: int) -> str:
    """What leads from a sheet to its drawing."""
    return f'<Relationship Id="{RELATION}" Type="{_OFFICE}/drawing" Target="/{part(sheet)}"/>'


def types(sheets: Iterable[int]) -> str:
    """What `[Content_Types].xml` says of them besides the ending of the pictures."""
    return "".join(f'<Override PartName="/{part(sheet)}" ContentType="{TYPE}"/>' for sheet in sheets)


def numbers_of(placed: Mapping[int, Sequence[Placed]]) -> list[int]:
    """The pictures that lie on any sheet, each once."""
    return sorted({one.picture.number for found in placed.values() for one in found})
