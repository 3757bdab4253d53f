"""A table over the cells of a sheet: its filter and the names of its columns (ECMA-376-1, 18.5)."""

from collections.abc import Sequence
from typing import NamedTuple

from handover.write.xlsx.parts.markup import MAIN, counted, element


class Table(NamedTuple):
    """The columns must be named as their headers are, each name once."""

    name: str
    cells: str  # the header among them: "A1:H13"
    columns: Sequence[str]


def table_part(table: Table, number: int) -> str:
    """The part of the package; `number` is that of the table in its workbook, from 1."""
    columns = [element("tableColumn", id=n, name=name) for n, name in enumerate(table.columns, 1)]
    told = [
        element("autoFilter", ref=table.cells),
        counted("tableColumns", columns),
        element("tableStyleInfo", name="TableStyleLight1", showRowStripes=False),
    ]
    return element(
        "table",
        "".join(told),
        xmlns=MAIN,
        id=number,
        name=table.name,
        displayName=table.name,
        ref=table.cells,
    )
