"""A sheet that a careful person has copied within the workbook before changing it."""

from collections.abc import Iterator

from handover.read.updates.workbook.memory import Memory
from handover.read.updates.workbook.placing import place_of
from handover.read.updates.workbook.reading import Reading

Tabs = dict[tuple[str, str], list[Reading]]  # kind of sheet, name on the tab -> its rows


def put_by(tabs: Tabs, memory: Memory) -> Iterator[str]:
    """Take such sheets out of `tabs`, and name them: as they were written, with the ids of another tab.

    Left in, every row that was changed or moved on the other would stand there as it was, too.
    """
    for kind in {kind for kind, _ in tabs}:
        names = [name for of, name in tabs if of == kind]
        for name in names[::-1] if len(names) > 1 else ():
            rows = tabs[kind, name]
            others = [one for (of, other), one in tabs.items() if of == kind and other != name]
            ids = {reading.id for readings in others for reading in readings}
            if ids and all(row.id in ids and _is_as_written(row, memory) for row in rows):
                del tabs[kind, name]
                yield name


def _is_as_written(reading: Reading, memory: Memory) -> bool:
    known = memory.updates.get(reading.id) or memory.drafts.get(reading.id)
    if known is None or reading.mark != known.digest:
        return False
    number = place_of(reading, known, memory).number
    return number in known.posts if known.posts else number is None
