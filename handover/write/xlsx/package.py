"""The package: the workbook openpyxl made, with the rows streamed into it.

openpyxl makes styles, tables, charts and print set-up; the rows go as text straight into the zip, which
is several times faster than a cell object for each and needs no more memory for 10,000 posts than for 10.
The same workbook gives the same bytes: dates in the zip come from the caller, never from the clock.
"""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree
from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

from handover.later import dataclass
from handover.write.xlsx import pictures
from handover.write.xlsx.cells import Formula, Placed, RowWriter, formula_cell
from handover.write.xlsx.strings import Strings

if TYPE_CHECKING:
    from handover.write.media.thumbnail import Thumbnail

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_FONT_ORDER = (
    *("b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color"),
    *("name", "family", "charset", "scheme"),
)
_Placed = tuple[str, str, str]  # a link: its cell, target and fragment
_LEVEL = 2  # of zlib: a twelfth larger than at 4, in two thirds of the time
_BATCH = 100_000  # characters that are encoded and compressed at once
_STRINGS = "xl/sharedStrings.xml"
_TYPES = "[Content_Types].xml"
_BOOK_RELS = "xl/_rels/workbook.xml.rels"


@dataclass(kw_only=True)
class Stream:
    """The rows of one sheet below its header, made while they are written."""

    writer: RowWriter
    rows: Iterable[str]
    last_cell: str  # of the whole sheet: "W30001"
    text_cells: str = ""  # where text that looks like a number is meant as text


@dataclass(kw_only=True)
class Fill:
    """What goes into each sheet of openpyxl's package, by the sheet's index from 1.

    A stream is made when the turn of its sheet comes, in the order of the sheets.
    """

    streams: dict[int, Callable[[], Stream]] = field(default_factory=dict)
    formulas: dict[int, Mapping[str, Formula]] = field(default_factory=dict)  # by cell
    small: Sequence["Thumbnail"] = ()  # pictures, by their number from 1
    with_pictures: set[int] = field(default_factory=set)  # sheets that show some


def save(workbook: Workbook, path: Path, fill: Fill, strings: Strings, day: dt.date) -> None:
    """Write the workbook with its rows to `path`; every date in the package is `day`."""
    shell = io.BytesIO()
    # Workbook.save() would put the clock's time into the properties; its writer alone does not.
    ExcelWriter(workbook, zipfile.ZipFile(shell, "w", zipfile.ZIP_STORED)).save()
    with zipfile.ZipFile(shell) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        target = _Target(new, day)
        target.put(_TYPES, _with_types(old.read(_TYPES).decode(), fill))
        links: dict[str, list[_Placed]] = {}
        placed: dict[int, list[Placed]] = {}
        for name in old.namelist():
            if found := re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", name):
                shared = _with_shared_strings(old.read(name).decode(), strings)
                index = int(found[1])
                links[_rels(name)], placed[index] = _put_sheet(target, name, shared, fill, index)
        for index, (name, found_links) in zip(placed, links.items(), strict=True):
            if found_links or index in fill.with_pictures:
                empty = f'<Relationships xmlns="{_RELATIONS}"></Relationships>'
                relations = old.read(name).decode() if name in old.namelist() else empty
                if index in fill.with_pictures:
                    more = pictures.of_sheet(index)
                    relations = relations.replace("</Relationships>", f"{more}</Relationships>")
                target.put(name, _with_links(relations, found_links))
        _put_pictures(target, fill, placed)
        target.put("xl/styles.xml", _fonts_in_order(old.read("xl/styles.xml")))
        target.put(_BOOK_RELS, _with_strings_link(old.read(_BOOK_RELS).decode()))
        target.stream(_STRINGS, strings.xml())
        for name in old.namelist():
            if name not in target.names:
                target.put(name, old.read(name))


class _Target:
    """The new zip, its dates fixed."""

    def __init__(self, archive: zipfile.ZipFile, day: dt.date) -> None:
        self.archive = archive
        self.date = (min(max(day.year, 1980), 2107), day.month, day.day, 0, 0, 0)
        self.names: set[str] = set()

    def info(self, name: str) -> zipfile.ZipInfo:
        self.names.add(name)
        info = zipfile.ZipInfo(name, self.date)
        info.compress_type = zipfile.ZIP_DEFLATED
        info._compresslevel = _LEVEL  # type: ignore[attr-defined]  # open() takes it from nowhere else
        info.create_system = 0  # the same bytes on every system
        return info

    def put(self, name: str, data: bytes | str) -> None:
        self.archive.writestr(self.info(name), data)

    def put_packed(self, name: str, data: bytes) -> None:
        """A part that is packed already, as pictures are."""
        info = self.info(name)
        info.compress_type = zipfile.ZIP_STORED
        self.archive.writestr(info, data)

    def stream(self, name: str, parts: Iterable[str]) -> None:
        with self.archive.open(self.info(name), "w", force_zip64=True) as out:
            batch: list[str] = []
            size = 0
            for part in parts:
                batch.append(part)
                size += len(part)
                if size > _BATCH:
                    out.write("".join(batch).encode())
                    batch.clear()
                    size = 0
            out.write("".join(batch).encode())


def _rels(sheet: str) -> str:
    folder, name = sheet.rsplit("/", 1)
    return f"{folder}/_rels/{name}.rels"


def _put_pictures(target: _Target, fill: Fill, placed: Mapping[int, Sequence[Placed]]) -> None:
    for index in sorted(fill.with_pictures):
        numbers = {one.picture.number for one in placed[index]}
        target.stream(pictures.part(index), pictures.drawing(placed[index], fill.small))
        target.put(_rels(pictures.part(index)), pictures.relations(numbers))
    for number in pictures.numbers_of(placed):
        target.put_packed(pictures.file(number), fill.small[number - 1].data)


def _put_sheet(
    target: _Target, name: str, shell: str, fill: Fill, index: int
) -> tuple[list[_Placed], list[Placed]]:
    """Write one sheet; returns the links its relations must name, and its pictures."""
    if index not in fill.streams:
        target.put(name, _with_values(shell, fill.formulas.get(index, {})))
        return [], []
    stream = fill.streams[index]()
    head, tail = shell.split("</sheetData>")
    head = re.sub('<dimension ref="[^"]*"', f'<dimension ref="A1:{stream.last_cell}"', head, count=1)

    def parts() -> Iterable[str]:
        yield head
        yield from stream.rows
        yield "</sheetData>"
        end = _with_ignored(_with_hyperlinks(tail, stream.writer.links), stream.text_cells)
        yield _with_drawing(end) if index in fill.with_pictures else end

    target.stream(name, parts())
    return stream.writer.links, stream.writer.pictures


def _with_drawing(tail: str) -> str:
    before = re.search("<(legacyDrawing|tableParts)|</worksheet>", tail)
    assert before
    xml = f'<drawing xmlns:r="{_OFFICE}" r:id="{pictures.RELATION}"/>'
    return tail[: before.start()] + xml + tail[before.start() :]


def _with_hyperlinks(tail: str, links: list[_Placed]) -> str:
    if not links:
        return tail
    number = _numbers(links)
    found = "".join(
        [
            f'<hyperlink ref="{ref}" r:id="rLink{number[target]}"'
            + (f' location="{_attribute(fragment)}"/>' if fragment else "/>")
            for ref, target, fragment in links
        ]
    )
    before = re.search("<(printOptions|pageMargins)", tail)
    assert before
    xml = f'<hyperlinks xmlns:r="{_OFFICE}">{found}</hyperlinks>'
    return tail[: before.start()] + xml + tail[before.start() :]


def _with_ignored(tail: str, cells: str) -> str:
    """No green corners on text that looks like a number: ids are meant as text."""
    if not cells:
        return tail
    before = re.search("<(drawing|legacyDrawing|tableParts)|</worksheet>", tail)
    assert before
    xml = f'<ignoredErrors><ignoredError sqref="{cells}" numberStoredAsText="1"/></ignoredErrors>'
    return tail[: before.start()] + xml + tail[before.start() :]


def _with_links(relations: str, links: list[_Placed]) -> str:
    before, after = '<Relationship Id="rLink', f'" Type="{_OFFICE}/hyperlink" TargetMode="External" Target="'
    found = "".join([f'{before}{n}{after}{_attribute(target)}"/>' for target, n in _numbers(links).items()])
    return relations.replace("</Relationships>", found + "</Relationships>")


def _numbers(links: list[_Placed]) -> dict[str, int]:
    """A number for each target: links to the same one share a relation."""
    return {target: n for n, target in enumerate(dict.fromkeys([target for _, target, _ in links]), 1)}


def _attribute(address: str) -> str:
    """A part of a link's address inside quotes: `web_address` leaves no quotes nor angle brackets in it."""
    return address.replace("&", "&amp;")


def _with_values(sheet: str, formulas: Mapping[str, Formula]) -> str:
    """openpyxl writes formulas without values; put ours in."""

    def valued(match: re.Match[str]) -> str:
        return formula_cell(match["ref"], match["style"], formulas[match["ref"]])

    cell = r'<c r="(?P<ref>[A-Z]+\d+)" s="(?P<style>\d+)"(?: t="\w+")?><f>[^<]*</f><v\s*(?:/>|></v>)</c>'
    return re.sub(cell, valued, sheet)


def _with_shared_strings(sheet: str, strings: Strings) -> str:
    """openpyxl writes texts into the sheet; some previews read only shared ones."""

    def shared(match: re.Match[str]) -> str:
        return f'<c{match[1]} t="s"><v>{strings.number(unescape(match[2]))}</v></c>'

    return re.sub(r'<c([^>]*?) t="inlineStr"><is><t[^>]*>([^<]*)</t></is></c>', shared, sheet)


def _with_types(types: str, fill: Fill) -> str:
    """What the parts are that openpyxl has not made."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    if fill.with_pictures and 'Extension="jpeg"' not in types:
        jpeg = '<Default Extension="jpeg" ContentType="image/jpeg"/>'
        types = types.replace("<Default ", f"{jpeg}<Default ", 1)
    more = (
        f'<Override PartName="/{_STRINGS}" ContentType="{kind}"/>{pictures.types(sorted(fill.with_pictures))}'
    )
    return types.replace("</Types>", f"{more}</Types>")


def _with_strings_link(relations: str) -> str:
    link = f'<Relationship Id="rStrings" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    return relations.replace("</Relationships>", link + "</Relationships>")


def _fonts_in_order(styles: bytes) -> bytes:
    """openpyxl writes a font's children in an order the schema does not allow."""
    tree = etree.fromstring(styles)
    for font in tree.iter(f"{{{_MAIN}}}font"):
        font[:] = sorted(font, key=lambda child: _FONT_ORDER.index(etree.QName(child).localname))
    data: bytes = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data
