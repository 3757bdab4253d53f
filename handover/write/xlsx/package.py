"""The package: a workbook's parts, put into a zip one after the other.

The rows of a sheet go as text straight into the zip, which is several times faster than a cell object for
each and needs no more memory for 10,000 posts than for 10. The same workbook gives the same bytes: dates in
the zip come from the caller, never from the clock.
"""

import datetime as dt
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from handover.later import dataclass
from handover.write.xlsx.parts import workbook
from handover.write.xlsx.parts.charts import chart_part, charts_drawing
from handover.write.xlsx.parts.markup import HEAD
from handover.write.xlsx.parts.pictures import Placed, picture_file, picture_relations, pictures_drawing
from handover.write.xlsx.parts.relations import Relation, relations_of, relations_part, types_part
from handover.write.xlsx.parts.sheet import DRAWING, TABLE, Sheet, head, link_relations, tail
from handover.write.xlsx.parts.styles import StyleSheet
from handover.write.xlsx.parts.tables import table_part
from handover.write.xlsx.strings import Strings

if TYPE_CHECKING:
    from handover.write.media.thumbnail import Thumbnail

_LEVEL = 2  # of zlib: a twelfth larger than at 4, in two thirds of the time
_BATCH = 100_000  # characters that are encoded and compressed at once
_TYPES = "[Content_Types].xml"


@dataclass(kw_only=True)
class Package:
    """A workbook that is to be written."""

    about: workbook.Properties
    sheets: list[Sheet] = field(default_factory=list)
    styles: StyleSheet = field(default_factory=StyleSheet)
    strings: Strings = field(default_factory=Strings)
    names: dict[str, str] = field(default_factory=dict)  # defined names, and the cells they stand for
    small: Sequence["Thumbnail"] = ()  # pictures, by their number from 1


def save(package: Package, path: Path) -> None:
    """Write the workbook to `path`; every date in it is its day.

    The streams of the sheets are made in their order, each when its turn comes; looks and texts, which
    their rows number, are written after them.
    """
    sheets = list(_parts_of(package.sheets))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        target = _Target(archive, package.about.day)
        target.put(_TYPES, types_part(_all_parts(sheets)))
        target.stream(relations_of(""), relations_part(workbook.package_relations()))
        target.put(workbook.CORE, workbook.core_part(package.about))
        target.put(workbook.APP, workbook.app_part())
        target.put(workbook.BOOK, workbook.workbook_part(package.sheets, package.names))
        relations = workbook.workbook_relations(len(sheets))
        target.stream(relations_of(workbook.BOOK), relations_part(relations))
        met: set[int] = set()  # pictures
        for parts in sheets:
            placed = _put_sheet(target, parts, package.small)
            met |= {one.picture.number for one in placed}
        for number in sorted(met):
            target.put_packed(picture_file(number), package.small[number - 1].data)
        target.put(workbook.THEME, workbook.theme_part())
        target.put(workbook.STYLES, package.styles.xml())
        target.stream(workbook.STRINGS, package.strings.xml())


class _Parts(NamedTuple):
    """A sheet and the names of its parts."""

    sheet: Sheet
    name: str
    drawing: str  # "" without one
    charts: list[str]
    table: int  # its number in the workbook, 0 without one

    @property
    def table_name(self) -> str:
        return f"xl/tables/table{self.table}.xml"


def _parts_of(sheets: Iterable[Sheet]) -> Iterator[_Parts]:
    drawings = tables = charts = 0
    for number, sheet in enumerate(sheets, 1):
        drawings += bool(sheet.charts)
        tables += bool(sheet.table)
        own = [f"xl/charts/chart{charts + n}.xml" for n in range(1, len(sheet.charts) + 1)]
        charts += len(own)
        drawing = f"xl/drawings/drawing{drawings}.xml" if own else ""
        if sheet.has_pictures:
            drawing = f"xl/drawings/pictures{number}.xml"
        yield _Parts(sheet, workbook.part_of(number), drawing, own, tables if sheet.table else 0)


def _all_parts(sheets: Iterable[_Parts]) -> Iterator[str]:
    """Every part whose kind must be told."""
    yield from (workbook.BOOK, workbook.STYLES, workbook.STRINGS)
    yield from (workbook.THEME, workbook.CORE, workbook.APP)
    for parts in sheets:
        yield parts.name
        yield from filter(None, (parts.drawing, *parts.charts, parts.table_name if parts.table else ""))


class _Target:
    """The zip, its dates fixed."""

    def __init__(self, archive: zipfile.ZipFile, day: dt.date) -> None:
        self.archive = archive
        self.date = (min(max(day.year, 1980), 2107), day.month, day.day, 0, 0, 0)

    def info(self, name: str) -> zipfile.ZipInfo:
        info = zipfile.ZipInfo(name, self.date)
        info.compress_type = zipfile.ZIP_DEFLATED
        info._compresslevel = _LEVEL  # type: ignore[attr-defined]  # open() takes it from nowhere else
        info.create_system = 0  # the same bytes on every system
        return info

    def put(self, name: str, xml: str) -> None:
        self.archive.writestr(self.info(name), HEAD + xml)

    def put_packed(self, name: str, data: bytes) -> None:
        """A part that is packed already, as pictures are."""
        info = self.info(name)
        info.compress_type = zipfile.ZIP_STORED
        self.archive.writestr(info, data)

    def stream(self, name: str, pieces: Iterable[str]) -> None:
        with self.archive.open(self.info(name), "w", force_zip64=True) as out:
            batch = [HEAD]
            size = 0
            for piece in pieces:
                batch.append(piece)
                size += len(piece)
                if size > _BATCH:
                    out.write("".join(batch).encode())
                    batch.clear()
                    size = 0
            out.write("".join(batch).encode())


def _put_sheet(target: _Target, parts: _Parts, small: Sequence["Thumbnail"]) -> Sequence[Placed]:
    """Write a sheet and what belongs to it; returns its pictures."""
    sheet, stream = parts.sheet, parts.sheet.stream()
    target.stream(parts.name, chain([head(sheet, stream.last_cell)], stream.rows, tail(sheet, stream)))
    relations = [
        *([Relation(TABLE, "table", parts.table_name)] if sheet.table else ()),
        *([Relation(DRAWING, "drawing", parts.drawing)] if parts.drawing else ()),
    ]
    if relations or stream.links:
        links = link_relations(stream.links)
        target.stream(relations_of(parts.name), relations_part(relations, links))
    if sheet.table:
        target.put(parts.table_name, table_part(sheet.table, parts.table))
    if sheet.has_pictures:
        target.stream(parts.drawing, pictures_drawing(stream.pictures, small))
        target.stream(relations_of(parts.drawing), relations_part(picture_relations(stream.pictures)))
    elif sheet.charts:
        for name, chart in zip(parts.charts, sheet.charts, strict=True):
            target.put(name, chart_part(chart.shown))
        leading = [Relation(f"r{n}", "chart", name) for n, name in enumerate(parts.charts, 1)]
        target.put(parts.drawing, charts_drawing(sheet.charts))
        target.stream(relations_of(parts.drawing), relations_part(leading))
    return stream.pictures
