"""Whether everything that was done to a workbook was read, so that a new one may take its place."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from handover.columns import START
from handover.columns.rest import MAY_CHANGE, mark_of, unread
from handover.columns.shown import as_text
from handover.read.updates.workbook.memory import Memory
from handover.read.updates.workbook.opening import SheetRows
from handover.read.updates.workbook.recognition import Header, tab_of
from handover.read.updates.workbook.sheets import is_blank, keys_of
from handover.read.updates.workbook.spoken import fold


def lost_in(sheets: Mapping[str, SheetRows], headers: Mapping[str, Header | None], memory: Memory) -> str:
    """A sentence that says what in its cells was not read and would be lost; "" when that is nothing."""
    if not memory.rest:
        return "It was written by an earlier version, so whether all was read cannot be told."
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
                yield f"The sheet {name}, which is yours, would be lost."
            continue
        if tab_of(sheet) != header.kind:
            yield f"The name of the sheet {name}, which is yours, would be lost."
        if header.at >= 0 and not _is_as_written(sheet, header, memory):
            yield f"The columns of the sheet {name} are not as they were written."
        names[header.kind] = name
        marks[header.kind] += _marks(sheet, header, memory)
    for kind, found in marks.items():
        written = memory.rest.get(kind, [])
        if set(found) - {0, *written} if kind in MAY_CHANGE else Counter(found) != Counter(written):
            yield f"What was written on the sheet {names[kind]} into cells that are not read would be lost."


def _is_as_written(sheet: SheetRows, header: Header, memory: Memory) -> bool:
    """Whether the header stands in the first row, with its columns in their order and no others."""
    titles = [fold(as_text(cell)) for cell in sheet.rows[header.at]]
    while titles and not titles[-1]:
        titles.pop()
    return header.at == 0 and titles == memory.headers.get(header.kind)


def _marks(sheet: SheetRows, header: Header, memory: Memory) -> Iterator[int]:
    """The marks of its rows that are not blank."""
    if header.kind == START.key:
        columns = None
    else:
        at = {key: n for n, key in keys_of(sheet, header).items()}
        columns = [at[key] for key in unread(memory.reader, header.kind, at)]
    for cells in sheet.rows[header.at + 1 :]:
        if columns is None:
            mark = mark_of(cell for cell in cells if isinstance(cell, str))
        else:
            mark = mark_of(cells[n] if n < len(cells) else None for n in columns)
        if mark:
            yield mark
