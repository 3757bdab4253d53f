"""What leads from one part of a package to others, and what kinds of parts there are (ECMA-376-2)."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from handover.write.xlsx.parts.markup import OFFICE, RELATIONS, element

_SHEETS: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_DRAWINGS: Final = "application/vnd.openxmlformats-officedocument"
_PACKAGE: Final = "application/vnd.openxmlformats-package"
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
# Kind of a part, told by the folder or the file it lies in.
_KINDS: Final = {
    "xl/workbook.xml": f"{_SHEETS}.sheet.main+xml",
    "xl/worksheets/": f"{_SHEETS}.worksheet+xml",
    "xl/tables/": f"{_SHEETS}.table+xml",
    "xl/styles.xml": f"{_SHEETS}.styles+xml",
    "xl/sharedStrings.xml": f"{_SHEETS}.sharedStrings+xml",
    "xl/theme/": f"{_DRAWINGS}.theme+xml",
    "xl/drawings/": f"{_DRAWINGS}.drawing+xml",
    "xl/charts/": f"{_DRAWINGS}.drawingml.chart+xml",
    "docProps/core.xml": f"{_PACKAGE}.core-properties+xml",
    "docProps/app.xml": f"{_DRAWINGS}.extended-properties+xml",
}


class Relation(NamedTuple):
    """A way from a part to another."""

    id: str
    kind: str  # the last word of its type, or all of it
    part: str  # its whole name


def relations_part(found: Iterable[Relation], links: Iterable[str] = ()) -> Iterator[str]:
    """The relations of a part, piece by piece; `links` are those that lead outside, as XML."""
    yield f'<Relationships xmlns="{RELATIONS}">'
    for one in found:
        kind = one.kind if ":" in one.kind else f"{OFFICE}/{one.kind}"
        yield element("Relationship", Id=one.id, Type=kind, Target=f"/{one.part}")
    yield from links
    yield "</Relationships>"


def relations_of(part: str) -> str:
    """The name of the part that holds the relations of another."""
    folder, slash, name = part.rpartition("/")
    return f"{folder}{slash}_rels/{name}.rels"


def types_part(parts: Iterable[str]) -> str:
    """What each part of the package is; relations and pictures are told by their ending."""
    told = [
        element("Default", Extension="rels", ContentType=f"{_PACKAGE}.relationships+xml"),
        element("Default", Extension="xml", ContentType="application/xml"),
        element("Default", Extension="jpeg", ContentType="image/jpeg"),
    ]
    for part in parts:
        kind = _KINDS.get(part) or _KINDS[part[: part.rfind("/") + 1]]
        told.append(element("Override", PartName=f"/{part}", ContentType=kind))
    return element("Types", "".join(told), xmlns=_TYPES)
