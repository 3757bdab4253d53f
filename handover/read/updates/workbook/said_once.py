"""The post of rows in the empty sheet, written once for those below it, as in sheets kept by hand."""

from collections.abc import Mapping, Sequence
from typing import Final

from handover.columns.shown import as_text
from handover.model import Near
from handover.read.updates.tables import Table
from handover.read.updates.tables.header.sorting import columns_of
from handover.read.updates.tables.header.user_map import spelled
from handover.read.updates.tables.rows.post_above import PostAbove
from handover.read.updates.workbook.sheets import Row

LOOKED_AT: Final = 200  # rows that show what a column holds
# Column of ours -> what a sheet kept by hand calls it.
_FIELDS: Final = {
    "post": "post title",
    "network": "network",
    "posted_at": "date",
    "text": "text",
    "links": "link",
    "permalink": "permalink",
}


def posts_above(rows: Sequence[Row]) -> Mapping[int, tuple[Near, ...]]:
    """Number of a row -> the post that stands above it, for rows that name none themselves."""
    cells = [(row.number, [as_text(row.cells.get(key)) or None for key in _FIELDS]) for row in rows]
    fields = tuple(_FIELDS.values())
    known = {spelled(name): name for name in fields}
    columns = columns_of(fields, 0, [told for _, told in cells[:LOOKED_AT]], known)
    above = PostAbove(Table(location="", rows=cells), columns, cells)
    return {number: found for number, _ in cells if (found := above.of(number))}
