"""Excel workbooks of before 2007 (.xls), by xlrd."""

import datetime as dt
import io
from typing import Any

import xlrd

from handover.errors import ParseError
from handover.model import Said
from handover.read.fields import clean
from handover.read.source import Source
from handover.read.updates.tables import Cell, Row, Table
from handover.read.updates.tables.files.xlsx import AGAIN, MOST_MERGED, WIDEST, locked, without_tail

# The stream that holds an .xlsx with a password, as its container names it ([MS-OFFCRYPTO] 2.3.4).
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read(source: Source) -> list[Table]:
    """The sheets of an .xls, empty ones left out. Raises ParseError for a broken or locked file."""
    data = source.read()
    if _ENCRYPTED in data:
        raise locked(source.location)
    try:
        book = xlrd.open_workbook(file_contents=data, logfile=io.StringIO())
        return [_old_sheet(source, book, sheet) for sheet in book.sheets()]
    except Exception as error:  # xlrd lets all kinds of errors out of a broken file
        if "encrypted" in str(error):
            raise locked(source.location) from error
        raise ParseError(
            Said(
                "{place} could not be read as an old Excel workbook ({error}).",
                place=source.location,
                error=str(error),
            ),
            location=source.location,
            hint=AGAIN,
        ) from error


def _old_sheet(source: Source, book: Any, sheet: Any) -> Table:
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
    return Table(location=source.location, sheet=sheet.name, rows=rows, links=links)


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
