"""Boards of monday as a list: the header once, without the tasks below an item.

Content calendar
March                                                      the group
Name     | Subitems | Status    | Publish date | ... | Item ID (auto generated)
Oolong   |          | Published | 2026-03-02   | ... | 1000000001
Subitems | Name     | Owner     | Status       | ...       the tasks of the item above
         | Draft it | Jo        | Done         | ...
April
Name     | Subitems | ...                                  the header again, for each group

Layout as several public importers read it.
"""

from collections.abc import Sequence
from dataclasses import replace

from handover.model import Said, Skipped
from handover.read.updates.tables import Cell, Row, Table
from handover.read.updates.tables.header.columns import text_of

HEADER_WITHIN = 12  # rows: the board's name, what it is for, the first group
_NAME, _TASKS, _ID = "name", "subitems", "item id"


def as_list(table: Table) -> Table | None:
    """The table with its header on top and its groups below, each row with its own number; None for a table
    that is no such board.
    """
    start = next((i for i, (_, cells) in enumerate(table.rows[:HEADER_WITHIN]) if _is_header(cells)), None)
    if start is None:
        return None
    number, header = table.rows[start]
    left = {index for index, word in enumerate(map(_word, header)) if word.startswith((_TASKS, _ID))}
    above = start and sum(map(bool, map(text_of, table.rows[start - 1][1]))) == 1
    first = start - 1 if above else start  # the name of the first group: it heads the rows below
    rows: list[Row] = [(number, ["Title", *_without(header, left)[1:]])]
    tasks: list[int] = []
    is_task = False
    for number, cells in (*table.rows[first:start], *table.rows[start + 1 :]):
        word = _word(cells[0]) if cells else ""
        if word == _TASKS:
            is_task = True
        elif is_task and not word:
            tasks += [number] if any(map(text_of, cells)) else []
        else:
            is_task = False
            if not _is_header(cells):
                rows.append((number, _without(cells, left)))
    return replace(
        table,
        rows=[*table.rows[:first], *rows],
        skipped=(*table.skipped, *_left_out(table, tasks)),
        links={place: to for place, to in table.links.items() if place[0] not in tasks},
    )


def _is_header(cells: Sequence[Cell]) -> bool:
    words = [_word(cell) for cell in cells]
    return words[:1] == [_NAME] and (words[1:2] == [_TASKS] or any(w.startswith(_ID) for w in words))


def _word(cell: Cell) -> str:
    return text_of(cell).casefold()


def _without(cells: Sequence[Cell], left: set[int]) -> list[Cell]:
    return [None if index in left else cell for index, cell in enumerate(cells)]


def _left_out(table: Table, tasks: Sequence[int]) -> tuple[Skipped, ...]:
    if not tasks:
        return ()
    reason = Said(
        "{n} task below an item of the board left out.",
        many="{n} tasks below items of the board left out.",
        n=len(tasks),
    )
    return (Skipped(location=table.place, line=tasks[0], reason=reason),)
