"""Whether everything that was done to a workbook was read, so that a new one may take its place."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from handover.columns import CLIENT, START
from handover.columns.rest import MAY_CHANGE, mark_of, unread
from handover.columns.shown import READ, Cell, as_number, as_text
from handover.model import Said
from handover.read.updates.workbook.memory import Memory
from handover.read.updates.workbook.opening import SheetRows
from handover.read.updates.workbook.recognition import Header, tab_of
from handover.read.updates.workbook.sheets import is_blank, keys_of
from handover.read.updates.workbook.spoken import fold


def lost_in(sheets: Mapping[str, SheetRows], headers: Mapping[str, Header | None], memory: Memory) -> str:
    """A sentence that says what in its cells was not read and would be lost; "" when that is nothing."""
    if not memory.rest:
        return Said("It was written by an earlier version, so whether all was read cannot be told.")
    return next(_reasons(sheets, headers, memory), "")


def _reasons(
    sheets: Mapping[str, SheetRows], headers: Mapping[str, Header | None], memory: Memory
) -> Iterator[str]:
    marks: defaultdict[str, list[int]] = defaultdict(list)
    names: dict[str, str] = {}
    for name, sheet in sheets.items():
        header = headers[name]
        if header is None:
            if not is_blank(sheet):
                yield Said("The sheet {sheet}, which is yours, would be lost.", sheet=name)
            continue
        if tab_of(sheet) != header.kind:
            yield Said("The name of the sheet {sheet}, which is yours, would be lost.", sheet=name)
        if header.at >= 0 and not _is_as_written(sheet, header, memory):
            yield Said("The columns of the sheet {sheet} are not as they were written.", sheet=name)
        names[header.kind] = name
        if header.kind == START.key and not _has_minimum(sheet, memory):
            yield f"The number on the sheet {name} is not read, give it as the minimum; it would be lost."
        marks[header.kind] += _marks(sheet, header, memory)
    if memory.rest.keys() - marks.keys() - MAY_CHANGE:
        yield "A sheet that you have taken out would be there again."
    for kind, found in marks.items():
        written = memory.rest.get(kind, [])
        if set(found) - {0, *written} if kind in MAY_CHANGE else Counter(found) != Counter(written):
            yield Said(
                "What was written on the sheet {sheet} into cells that are not read would be lost.",
                sheet=names[kind],
            )


def _is_as_written(sheet: SheetRows, header: Header, memory: Memory) -> bool:
    """Whether the header stands in the first row, with its columns in their order and no others."""
    titles = [fold(as_text(cell)) for cell in sheet.rows[header.at]]
    while titles and not titles[-1]:
        titles.pop()
    return header.at == 0 and titles == memory.headers.get(header.kind)


def _has_minimum(sheet: SheetRows, memory: Memory) -> bool:
    """Whether the number of updates each post needs is as it was written."""
    if memory.minimum is None:
        return True
    row, value = memory.minimum
    return row <= len(sheet.rows) and value in sheet.rows[row - 1]


def _marks(sheet: SheetRows, header: Header, memory: Memory) -> Iterator[int]:
    """The marks of its rows, but for those that hold nothing to mark."""
    if header.kind == START.key:
        told = (mark_of(cell for cell in cells if isinstance(cell, str)) for cells in sheet.rows)
        yield from filter(None, told)
        return
    at = {key: n for n, key in keys_of(sheet, header).items()}
    keys = unread(memory.reader, header.kind, at)
    of_new = [key for key in keys if key not in READ]  # of a new row all is read that can be
    for cells in sheet.rows[header.at + 1 :]:
        is_new = header.kind in MAY_CHANGE and _is_new(cells, at, memory)
        if mark := mark_of(_cells(cells, at, of_new if is_new else keys)):
            yield mark


def _cells(cells: Sequence[Cell], at: Mapping[str, int], keys: Iterable[str]) -> Iterator[Cell]:
    return (cells[n] if (n := at[key]) < len(cells) else None for key in keys)


def _is_new(cells: Sequence[Cell], at: Mapping[str, int], memory: Memory) -> bool:
    """Whether a row of the client's workbook was added: it has no number that one was written with."""
    if memory.reader != CLIENT:
        return False
    number = as_number(next(_cells(cells, at, ["no"]), None)) if "no" in at else None
    return number is None or number not in memory.shown
