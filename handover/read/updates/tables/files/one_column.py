"""A table of which each whole row stands in one cell: a comma CSV that a German Excel opened and saved."""

import csv
from collections import Counter
from dataclasses import replace

from handover.read.updates.tables import Row, Table
from handover.read.updates.tables.header.roles import role_of

DELIMITERS = ",;\t|"
FEWEST = 2  # known headers that prove that a cell is a row
SEARCHED = 8  # rows from the top in which the header is looked for


def spread(table: Table) -> Table:
    """The table with rows that stand in one cell spread over cells of their own; the same where none do.

    The header proves it: one cell that holds two known headers or more. Where the header is spread already,
    only rows are that have quotation marks: for those Excel puts the whole row in such marks.
    """
    at = next((i for i, row in enumerate(table.rows[:SEARCHED]) if _folded(row) and _delimiter(row)), None)
    if at is not None:
        delimiter = _delimiter(table.rows[at])
        rows = [(row[0], _split(row, delimiter)) if _folded(row) else row for row in table.rows]
        return replace(table, rows=rows)
    if not any(_folded(row) and '"' in str(row[1][0]) for row in table.rows):
        return table
    widths = Counter(len(cells) for _, cells in table.rows if len(cells) > 1)
    width = widths.most_common(1)[0][0] if widths else 0
    return replace(table, rows=[_fitting(row, width) for row in table.rows])


def _folded(row: Row) -> bool:
    """Whether all of a row stands in its first cell."""
    cells = row[1]
    return bool(cells) and isinstance(cells[0], str) and bool(cells[0]) and not any(cells[1:])


def _delimiter(row: Row) -> str:
    """The sign that parts a header in one cell into headers that are known; "" where none does."""
    if len(str(row[1][0])) > 1000:
        return ""
    known = {
        sign: sum(role is not None and not role.bare for word in _split(row, sign) if (role := role_of(word)))
        for sign in DELIMITERS
        if sign in str(row[1][0])
    }
    best = max(known, key=lambda sign: known[sign], default="")
    parts = _split(row, best) if best else []
    return best if best and known[best] >= FEWEST and 2 * known[best] >= len(parts) else ""


def _split(row: Row, delimiter: str) -> list[str]:
    cell = str(row[1][0])
    try:
        return next(csv.reader([cell.replace("\r", "")], delimiter=delimiter), [])
    except csv.Error:
        return [cell]


def _fitting(row: Row, width: int) -> Row:
    if width < FEWEST or not _folded(row) or '"' not in str(row[1][0]):
        return row
    for sign in DELIMITERS:
        if len(cells := _split(row, sign)) == width:
            return row[0], cells
    return row
