"""A sheet that a careful person has copied within the workbook before changing it."""

from collections.abc import Callable, Iterator

from handover.columns.shown import as_text
from handover.read.updates.workbook.reading import Reading

Tabs = dict[tuple[str, str], list[Reading]]  # kind of sheet, name on the tab -> its rows


def put_by(tabs: Tabs, is_as_written: Callable[[Reading], bool]) -> Iterator[str]:
    """Take such sheets out of `tabs`, and name them: as they were written, with the rows of another tab.

    Left in, every row that was changed or moved on the other would stand there as it was, too.
    """
    for kind in {kind for kind, _ in tabs}:
        names = [name for of, name in tabs if of == kind]
        for name in names[::-1] if len(names) > 1 else ():
            rows = tabs[kind, name]
            others = [one for (of, other), one in tabs.items() if of == kind and other != name]
            there = {_name(reading) for readings in others for reading in readings}
            if there and all(_name(row) in there and is_as_written(row) for row in rows):
                del tabs[kind, name]
                yield name


def _name(reading: Reading) -> str:
    """What names a row: its id, its number where the sheet has none."""
    return reading.id or as_text(reading.row.cells.get("no")).strip()
