"""Networks across and days down, where nothing stands above the days:

           | Facebook        | Instagram
Vecka 10   |                 |
Måndag     | Vernissage      |
"""

from collections.abc import Sequence
from dataclasses import replace

from handover.read.updates.tables import Cell, Row, Table
from handover.read.updates.tables.header.columns import header_score, text_of
from handover.read.updates.tables.header.roles import role_of
from handover.read.updates.tables.when.dates import is_date
from handover.read.updates.tables.when.month_names import weekday_of

LOOKED_AT = 40  # rows that decide
FEWEST = 2  # networks in the header
DAY = "Day"


def with_days_named(table: Table) -> Table | None:
    """The table with a name above its days; None where its shape is another, or its header says enough."""
    rows = table.rows
    start = next((index for index, (_, cells) in enumerate(rows[:LOOKED_AT]) if _is_header(cells)), None)
    if start is None or any(header_score(cells) for _, cells in rows[:LOOKED_AT]):
        return None
    below = [cells for _, cells in rows[start + 1 :] if sum(bool(text_of(cell)) for cell in cells) > 1]
    below = [cells for cells in below if not _is_header(cells)]
    if not below or not all(_is_day(cells[0]) for cells in below):
        return None
    named: list[Row] = [(n, [DAY, *cells[1:]] if _is_header(cells) else cells) for n, cells in rows]
    return replace(table, rows=named)


def _is_header(cells: Sequence[Cell]) -> bool:
    """Whether a row names networks and nothing else, from its second cell on."""
    if not cells or text_of(cells[0]):
        return False
    roles = [role_of(text) for cell in cells[1:] if (text := text_of(cell))]
    return len(roles) >= FEWEST and all(role is not None and role.bare for role in roles)


def _is_day(cell: Cell) -> bool:
    return is_date(cell) or (isinstance(cell, str) and weekday_of(cell) is not None)
