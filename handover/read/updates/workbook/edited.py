"""An edited workbook of ours, read back, with its hidden sheet or without."""

import datetime as dt
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from handover.columns import CLIENT, MEMORY, POSTS, WORKING
from handover.errors import ParseError
from handover.model import Notice, Returned, Said, Updates
from handover.model.places import within
from handover.read.manifest import written_as
from handover.read.source import Source
from handover.read.updates import handkept
from handover.read.updates.options import Options
from handover.read.updates.tables import Table
from handover.read.updates.tables.files.books import is_open_document
from handover.read.updates.tables.files.calamine import TooLargeError
from handover.read.updates.tables.files.sheets import sheets_of
from handover.read.updates.workbook import lost
from handover.read.updates.workbook.clients import ClientListing
from handover.read.updates.workbook.memory import Memory
from handover.read.updates.workbook.missing import check_columns
from handover.read.updates.workbook.opening import (
    SheetRows,
    names_memory,
    open_workbook,
)
from handover.read.updates.workbook.recognition import READ, remembered
from handover.read.updates.workbook.sheets import edited_posts, is_blank, rows_of
from handover.read.updates.workbook.whole import lost_in
from handover.read.updates.workbook.working import WorkingListing

_LISTINGS = {CLIENT: ClientListing, WORKING: WorkingListing}


def parse(source: Source, options: Options) -> Updates:
    """The updates of an edited workbook, with `changes` since it was written where that can be known.

    Raises ParseError when the file is damaged, its hidden sheet is of a later version or a column is gone,
    UnknownFormatError when it has no sheet of updates.
    """
    if not _remembers(source):
        if options.map and not is_open_document(source):  # the person has said what the columns are
            return handkept.parse(source, options)
        return lost.read(tables_of(source), source.location, options)
    sheets = _opened(source)
    memory = Memory.of(sheets.pop(MEMORY), source.location)
    listing = _LISTINGS[memory.reader](memory, source.location, options.zone())
    headers = {name: remembered(sheet, memory.columns) for name, sheet in sheets.items()}
    shown = {header.kind for name, header in headers.items() if header and not sheets[name].is_hidden}
    for name, sheet in sheets.items():
        header = headers[name]
        if header is None:
            listing.notices += _foreign(sheet, source.location)
        elif sheet.is_hidden and header.kind in shown:
            continue  # put away by the person: what is shown is what is meant
        elif header.kind == POSTS.key:
            listing.notices += edited_posts(sheet, header, memory, source.location)
        elif header.kind in READ:
            check_columns(sheet, header, memory, source.location)
            for row in rows_of(sheet, header):
                listing.add(row)
    found = listing.updates()
    doubts = [*(item.location for item in listing.skipped), *(notice.where for notice in listing.notices)]
    cells = partial(lost_in, sheets, headers, memory)
    return replace(found, returned=_returned(source, doubts, cells))


def _returned(source: Source, doubts: Sequence[str], cells: Callable[[], str]) -> tuple[Returned, ...]:
    """The workbook as one that may be replaced, where a run has written it and somebody has changed it."""
    if source.path is None or not (written := written_as(source.path)):
        return ()
    sha256 = hashlib.sha256(source.read()).hexdigest()
    if sha256 == written:
        return ()
    told = Said("Not all of it could be read ({place}).", place=doubts[0]) if doubts else cells()
    return (Returned(path=source.path, sha256=sha256, lost=told),)


def _remembers(source: Source) -> bool:
    try:
        return names_memory(source)
    except Exception:  # a damaged file: opening it will say so
        return True


def _opened(source: Source) -> dict[str, SheetRows]:
    try:
        return open_workbook(source)
    except TooLargeError as error:
        raise error.at(source.location) from error
    except Exception as error:
        raise ParseError(
            Said("{place} is damaged ({error}).", place=source.location, error=str(error)),
            location=source.location,
            hint=Said("Open it in Excel or LibreOffice, save it again as .xlsx, and try again."),
        ) from error


def _foreign(sheet: SheetRows, location: str) -> list[Notice]:
    """That a sheet the person has added was not read."""
    if sheet.is_hidden or is_blank(sheet):
        return []
    return [
        Notice(
            text=Said("The sheet {sheet} is none of the workbook's own and was not read.", sheet=sheet.name),
            hint=Said(
                "If it holds updates, put them on the sheet of updates, or give it as a file of its own."
            ),
            where=within(location, sheet.name),
        )
    ]


def tables_of(source: Source) -> list[Table]:
    """All sheets of a file without our hidden sheet."""
    if is_open_document(source):
        return [_table(source, sheet) for sheet in _opened(source).values() if sheet.rows]
    return sheets_of(source)


def _table(source: Source, sheet: SheetRows) -> Table:
    rows = [
        (number, [None if cell == "" or isinstance(cell, dt.timedelta) else cell for cell in cells])
        for number, cells in enumerate(sheet.rows, 1)
        if any(cell not in (None, "") for cell in cells)
    ]
    return Table(location=source.location, sheet=sheet.name, rows=rows)
