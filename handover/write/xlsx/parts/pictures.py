"""Small pictures over the cells of a sheet: one drawing a sheet, each picture once in the package."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from handover.text.safe import one_line
from handover.write.xlsx.parts.markup import DRAWING, OFFICE, ON_SHEET, element, in_attribute
from handover.write.xlsx.parts.relations import Relation

if TYPE_CHECKING:
    from handover.write.media.thumbnail import Thumbnail

WIDEST, HIGHEST = 106, 86  # pixels within a cell of 16 characters and five lines
_PIXEL: Final = 9_525  # EMU
_EDGE = 4  # pixels from the edge of the cell


class Picture(NamedTuple):
    """A small picture over a cell that is empty."""

    number: int  # among those of the workbook, from 1
    described: str


class Placed(NamedTuple):
    """Where a picture lies; column and row from 0."""

    column: int
    row: int
    picture: Picture


def picture_file(number: int) -> str:
    """The part that holds a picture."""
    return f"xl/media/picture{number}.jpeg"


def pictures_drawing(placed: Iterable[Placed], small: Sequence["Thumbnail"]) -> Iterable[str]:
    """The drawing, piece by piece. A picture lies within its cell, to be sorted and filtered with it."""
    yield f'<xdr:wsDr xmlns:xdr="{ON_SHEET}" xmlns:a="{DRAWING}" xmlns:r="{OFFICE}">'
    for number, one in enumerate(placed, 2):
        yield _anchor(number, one, small[one.picture.number - 1])
    yield "</xdr:wsDr>"


def picture_relations(placed: Iterable[Placed]) -> Iterable[Relation]:
    """What leads from the drawing to its pictures."""
    for number in sorted({one.picture.number for one in placed}):
        yield Relation(f"r{number}", "image", picture_file(number))


def _anchor(number: int, placed: Placed, small: "Thumbnail") -> str:
    scale = min(WIDEST / small.width, HIGHEST / small.height)
    wide, high = (round(side * scale) * _PIXEL for side in (small.width, small.height))
    edge = _EDGE * _PIXEL
    described = in_attribute(one_line(placed.picture.described))

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
        f"{element('a:stretch', element('a:fillRect'))}</xdr:blipFill>"
        f'<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/>'
        "</xdr:twoCellAnchor>"
    )
