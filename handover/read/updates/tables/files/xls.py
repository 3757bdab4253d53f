"""Excel workbooks of before 2007 (.xls), by xlrd.

calamine reads them, too, but tells no hyperlinks of them, and some damaged ones end the whole process. What
xlrd tells only where it reads every format, which it stumbles over more often, is read here: what is merged.
"""

import datetime as dt
import io
import struct
from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

import xlrd

from handover.errors import ParseError
from handover.model import Notice, Said
from handover.model.places import within
from handover.read.fields import clean
from handover.read.source import Source
from handover.read.unknown import of_kind
from handover.read.updates.tables import Cell, Row, Table
from handover.read.updates.tables.files.compound import workbook_of
from handover.read.updates.tables.files.xlsx import (
    AGAIN,
    HIDDEN,
    WIDEST,
    banners_of,
    fill_merged,
    locked,
    without_tail,
)
from handover.read.updates.tables.files.xlsx_package import Area
from handover.read.updates.tables.files.xlsx_sheet import MOST_MERGED

# The stream that holds an .xlsx with a password, as its container names it ([MS-OFFCRYPTO] 2.3.4).
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# What else comes in such a container, by the name of its stream
# ([MS-DOC] 2.1.1, [MS-PPT] 2.1.2, [MS-OXMSG] 2.2).
_OTHERS = {
    "WordDocument".encode("utf-16-le"): "doc",
    "PowerPoint Document".encode("utf-16-le"): "ppt",
    "__properties_version1.0".encode("utf-16-le"): "msg",
}
_BOUND_SHEET, _WORKSHEET, _MERGED = 0x0085, 0, 0x00E5  # kinds of records, and of a sheet


def read(source: Source) -> list[Table]:
    """The sheets of an .xls, empty ones left out. Raises ParseError for a broken or locked file."""
    data = source.read()
    if _ENCRYPTED in data:
        raise locked(source.location)
    try:
        records = workbook_of(data)
        book = xlrd.open_workbook(file_contents=records, logfile=io.StringIO())
        sheets = zip_longest(book.sheets(), _merged(records)[: book.nsheets], fillvalue=())
        return [_old_sheet(source, book, sheet, merged) for sheet, merged in sheets]
    except Exception as error:  # xlrd lets all kinds of errors out of a broken file
        if "encrypted" in str(error):
            raise locked(source.location) from error
        if other := next((ending for name, ending in _OTHERS.items() if name in data), ""):
            raise of_kind(source, other) from None
        raise ParseError(
            Said(
                "{place} could not be read as an old Excel workbook ({error}).",
                place=source.location,
                error=str(error),
            ),
            location=source.location,
            hint=AGAIN,
        ) from error


def _merged(records: bytes) -> list[list[Area]]:
    """The merged cells of each worksheet, in their order ([MS-XLS] BoundSheet8, MergeCells)."""
    found: dict[int, list[Area]] = {}  # by the place where a sheet begins
    here: list[Area] = []
    at = 0
    while at + 4 <= len(records):
        kind, length = struct.unpack_from("<HH", records, at)
        body = records[at + 4 : at + 4 + length]
        if kind == _BOUND_SHEET and len(body) > 5 and body[5] == _WORKSHEET:
            found[int.from_bytes(body[:4], "little")] = []
        elif at in found:
            here = found[at]
        elif kind == _MERGED:
            for top, bottom, left, right in struct.iter_unpack("<4H", body[2 : 2 + (length - 2) // 8 * 8]):
                here.append((left + 1, top + 1, right + 1, bottom + 1))
        at += 4 + length
    return list(found.values())


def _old_sheet(source: Source, book: Any, sheet: Any, merged: Sequence[Area]) -> Table:
    rows: list[Row] = []
    for index in range(sheet.nrows):
        cells = without_tail([_old_cell(cell, book.datemode) for cell in sheet.row(index)[:WIDEST]])
        if cells:
            rows.append((index + 1, cells))
    links = {
        (row + 1, link.fcolx): link.url_or_path
        for link in getattr(sheet, "hyperlink_list", ())
        for row in range(link.frowx, min(link.lrowx, link.frowx + MOST_MERGED) + 1)
        if isinstance(link.url_or_path, str)
    }
    fill_merged(rows, merged)
    where = within(source.location, sheet.name)
    return Table(
        location=source.location,
        sheet=sheet.name,
        rows=rows,
        links=links,
        banners=banners_of(merged),
        notices=(Notice(text=HIDDEN, where=where),) if sheet.visibility and rows else (),
    )


def _old_cell(cell: Any, datemode: int) -> Cell:
    if cell.ctype == xlrd.XL_CELL_DATE:
        value: Cell = xlrd.xldate_as_datetime(cell.value, datemode)
        return value.time() if isinstance(value, dt.datetime) and cell.value < 1 else value
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return bool(cell.value)
    if cell.ctype in (xlrd.XL_CELL_TEXT, xlrd.XL_CELL_NUMBER) and cell.value != "":
        number = clean(cell.value) if isinstance(cell.value, str) else cell.value
        return (
            int(number)
            if isinstance(number, float) and number.is_integer() and abs(number) < 1e15
            else number
        )
    return None
