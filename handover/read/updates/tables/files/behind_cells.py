"""What calamine does not tell of an .ods or .xlsb: the addresses behind words, and which cells are merged."""

import zipfile
from collections.abc import Iterator
from dataclasses import field

from lxml import etree

from handover.later import dataclass
from handover.read.updates.tables.files import xlsb_records
from handover.read.updates.tables.files.xlsx_package import Area, relations_of
from handover.read.updates.tables.files.xlsx_sheet import Links, linked_cells

_ODS = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_BOOK = "xl/workbook.bin"


@dataclass(slots=True)
class Behind:
    """What stands behind and across the cells of one sheet."""

    links: Links = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)


def behind_cells(package: zipfile.ZipFile) -> dict[str, Behind]:
    """The same of every sheet that has any, by its name."""
    if "content.xml" in package.NameToInfo:
        return _open_document(package)
    return dict(_binary(package)) if _BOOK in package.NameToInfo else {}


# --- .ods (OpenDocument 1.3, part 3, 9.1)


def _open_document(package: zipfile.ZipFile) -> dict[str, Behind]:
    found: dict[str, Behind] = {}
    name, number = "", 0
    with package.open("content.xml") as stream:
        for event, element in etree.iterparse(
            stream,
            events=("start", "end"),
            tag=(f"{_ODS}table", f"{_ODS}table-row"),
            resolve_entities=False,
            no_network=True,
        ):
            if element.tag == f"{_ODS}table":
                name, number = (element.get(f"{_ODS}name", ""), 0) if event == "start" else (name, number)
            elif event == "end":
                for column, address, across, down in _told_cells(element):
                    sheet = found.setdefault(name, Behind())
                    if address:
                        sheet.links[number + 1, column] = address
                    if across > 1 or down > 1:
                        sheet.merged.append((column + 1, number + 1, column + across, number + down))
                number += int(element.get(f"{_ODS}number-rows-repeated", 1))
                element.clear()
    return found


def _told_cells(row: etree._Element) -> Iterator[tuple[int, str, int, int]]:
    """The cells with a link or merged with others: column, address, columns and rows that they take."""
    column = 0
    for cell in row:
        link = next(cell.iter(f"{_TEXT}a"), None)
        address = link.get(_HREF, "") if link is not None else ""
        across = int(cell.get(f"{_ODS}number-columns-spanned", 1))
        down = int(cell.get(f"{_ODS}number-rows-spanned", 1))
        if address or across > 1 or down > 1:
            yield column, address, across, down
        column += int(cell.get(f"{_ODS}number-columns-repeated", 1))


# --- .xlsb


def _binary(package: zipfile.ZipFile) -> Iterator[tuple[str, Behind]]:
    parts = relations_of(package, _BOOK)
    for name, id_ in xlsb_records.sheet_ids(package).items():
        part = parts.get(id_, "")
        if part not in package.NameToInfo:
            continue
        merged, linked = xlsb_records.extras(package, part)
        targets = relations_of(package, part) if linked else {}
        yield name, Behind(links=dict(linked_cells(linked, targets)), merged=merged)
