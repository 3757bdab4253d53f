"""Our own workbook, as its user left it: the round trip.

The hidden sheet remembers the file as it was written, so an edit shows. Rows may be changed, added,
deleted, moved to another post or sheet, sorted and filtered, columns moved and added, the file saved by
another program. Only what the person changed becomes the person's word; a row left alone keeps the
evidence it had (`Update.placed`).

A workbook that has lost the hidden sheet is known by its headers, and read as it stands (`lost`).
"""

from handover.model import Updates
from handover.read.source import Source
from handover.read.updates.options import Options
from handover.read.updates.tables.files.books import is_open_document
from handover.read.updates.tables.files.sheets import first_rows
from handover.read.updates.workbook.opening import dense, names_memory
from handover.read.updates.workbook.recognition import START_WITHIN, recognised

__all__ = ["accepts", "is_workbook_of_ours", "parse"]


def accepts(source: Source) -> bool:
    """Whether the file is a workbook of ours, with its hidden sheet or without. Never raises."""
    try:
        return names_memory(source) or _has_our_header(source)
    except Exception:  # whatever is wrong with it, it is not ours
        return False


def is_workbook_of_ours(source: Source) -> bool:
    """Whether the file is a workbook of ours with its hidden sheet. Never raises."""
    try:
        return names_memory(source)
    except Exception:
        return False


def _has_our_header(source: Source) -> bool:
    """Whether a sheet is one of ours by its header alone, in a file that lost its hidden sheet."""
    if is_open_document(source):
        from handover.read.updates.workbook.edited import tables_of

        tables = tables_of(source)
    else:
        tables = first_rows(source)  # of a text its first rows only
    return bool(recognised(dense(table, START_WITHIN) for table in tables))


def parse(source: Source, options: Options) -> Updates:
    """The updates of an edited workbook, with `changes` since it was written where that can be known.

    Raises ParseError when the file is damaged, its hidden sheet is of a later version or a column is gone,
    UnknownFormatError when it has no sheet of updates.
    """
    from handover.read.updates.workbook.edited import parse as read_back  # few files are ours

    return read_back(source, options)
