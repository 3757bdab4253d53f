"""Our own workbook, as its user left it: the round trip.

The hidden sheet remembers the file as it was written, so an edit shows. Rows may be changed, added,
deleted, moved to another post or sheet, sorted and filtered, columns moved and added, the file saved by
another program. Only what the person changed becomes the person's word; a row left alone keeps the
evidence it had (`Update.placed`).
"""

import zipfile

from handover.errors import ParseError
from handover.model import Updates
from handover.read.source import Source
from handover.read.updates.options import Options
from handover.read.updates.workbook.listing import Listing
from handover.read.updates.workbook.memory import Memory
from handover.read.updates.workbook.opening import TooLargeError, names_memory, open_workbook
from handover.read.updates.workbook.sheets import rows_of

__all__ = ["accepts", "parse"]


def accepts(source: Source) -> bool:
    """Whether the file is a workbook with our hidden sheet. Never raises."""
    if source.head[:4] != b"PK\x03\x04":
        return False
    try:
        with source.open() as stream, zipfile.ZipFile(stream) as package:
            return names_memory(package)
    except Exception:  # whatever is wrong with it, it is not ours
        return False


def parse(source: Source, options: Options) -> Updates:
    """The updates of an edited workbook, with `changes` since it was written.

    Raises ParseError when the file is damaged or its hidden sheet is of a later version.
    """
    try:
        sheets = open_workbook(source)
    except TooLargeError as error:
        raise ParseError(
            f"{source.location} is too large to be read: {error}.",
            location=source.location,
            hint="Delete the empty rows and columns beyond the table, save it, and try again.",
        ) from error
    except Exception as error:
        raise ParseError(
            f"{source.location} is damaged ({error}).",
            location=source.location,
            hint="Open it in Excel or LibreOffice, save it again as .xlsx, and try again.",
        ) from error
    memory = Memory.of(sheets, source.location)
    listing = Listing(memory, source.location, options.zone())
    for row in rows_of(sheets, memory, listing.notices):
        listing.add(row)
    return listing.updates()
