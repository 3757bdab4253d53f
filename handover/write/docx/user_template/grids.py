"""Tables whose cells a loop repeats: as many columns in the grid as in the widest row.

Word and LibreOffice lay a table out by its grid; one that names other columns than the rows have is drawn
askew. Also the order of a cell's properties, which docxtpl's `{% cellbg %}`, `{% vm %}` do not keep.
"""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from handover.write.docx.package import W

COUNT_HERE: Final = "\ufdd2"  # in a grid that is to be counted: no XML of a person's holds it
_CELLS_REPEAT: Final = re.compile(r"\{%-?tc\s|\{%-?\s*(?:hm|colspan)\b")
_END: Final = re.compile(r"<(/?)w:tbl[ >]")
_GRID: Final = re.compile(r"<w:tblGrid[^>]*>" + COUNT_HERE + r"(.*?)</w:tblGrid>", re.DOTALL)
_MARK: Final = re.compile(
    r"<(?P<end>/?)w:tbl[ >]|<w:(?P<row>tr)[ >]|<w:(?P<cell>tc)[ >]|"
    r'<w:(?P<span>gridSpan|gridBefore|gridAfter) w:val="(?P<many>\d{1,3})"'
)
_WIDTH: Final = re.compile(r'w:w="(\d+)"')
_CELL: Final = re.compile(r"<w:tcPr>(.*?)</w:tcPr>", re.DOTALL)
_CHILD: Final = re.compile(
    r"\s*(<w:(?P<name>\w+)(?:\s[^<>]*)?/>|<w:(?P<long>\w+)(?:\s[^<>]*)?>.*?</w:(?P=long)>)", re.DOTALL
)
_ORDER: Final = (
    *("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar"),
    *("textDirection", "tcFitText", "vAlign", "hideMark", "headers"),
)


def mark_grids(root: etree._Element) -> None:
    """Mark the grids that are to be counted when their rows are known."""
    for table in root.iter(f"{W}tbl"):
        own = (t.text or "" for t in table.iter(f"{W}t") if next(t.iterancestors(f"{W}tbl")) is table)
        grid = table.find(f"{W}tblGrid")
        if grid is not None and _CELLS_REPEAT.search("".join(own)):
            grid.text = COUNT_HERE


def in_order(source: str) -> str:
    """The source with the properties of each cell in the order of the schema (CT_TcPr)."""
    return _CELL.sub(_ordered, source)


def _ordered(cell: re.Match[str]) -> str:
    children = []
    place = 0
    while found := _CHILD.match(cell[1], place):
        name = found["name"] or found["long"]
        children.append((_ORDER.index(name) if name in _ORDER else len(_ORDER), found[1]))
        place = found.end()
    if cell[1][place:].strip():
        return cell[0]  # a tag stands between them: left as it is
    return f"<w:tcPr>{''.join(xml for _, xml in sorted(children, key=lambda c: c[0]))}</w:tcPr>"


def gridded(pieces: Iterator[str]) -> Iterator[str]:
    """The pieces of a document, the marked grids counted. A table is held until it is whole."""
    held = ""
    for piece in pieces:
        if not held and COUNT_HERE not in piece:
            yield piece
            continue
        held += piece
        while (place := held.find(COUNT_HERE)) >= 0:
            begin = held.rfind("<w:tblGrid", 0, place)
            end = _end_of_table(held, place)
            yield held[:begin]
            held = held[begin:]
            if not end:
                break
            end -= begin
            table, held = held[:end], held[end:]
            yield from gridded(iter((_counted(table),)))
        else:
            yield held
            held = ""
    yield held.replace(COUNT_HERE, "")


def _end_of_table(xml: str, place: int) -> int:
    """Where the table ends whose grid stands here; 0 where it goes on."""
    depth = 1
    for mark in _END.finditer(xml, place):
        depth += -1 if mark[1] else 1
        if depth == 0:
            return mark.start()
    return 0


def _counted(table: str) -> str:
    """From a table's grid on: as many columns as its widest row has."""
    grid = _GRID.match(table)
    if grid is None:
        return table
    columns = [int(width) for width in _WIDTH.findall(grid[1])]
    most = _widest(table[grid.end() :])
    if not columns or not most or most == len(columns):
        return f"<w:tblGrid>{grid[1]}</w:tblGrid>{table[grid.end() :]}"
    widths = _spread(columns, most)
    made = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tblGrid>{made}</w:tblGrid>{table[grid.end() :]}"


def _spread(columns: list[int], many: int) -> list[int]:
    """The widths of so many columns, as wide together as before."""
    total = sum(columns)
    if many < len(columns):
        more = (total - sum(columns[:many])) // many
        return [width + more for width in columns[:many]]
    new = total // many
    old = [width * len(columns) // many for width in columns]
    return old + [new] * (many - len(columns))


def _widest(rows: str) -> int:
    """The columns of the widest row, without those of tables in its cells."""
    most = here = depth = 0
    for mark in _MARK.finditer(rows):
        if mark[0].startswith(("<w:tbl", "</w:tbl")):
            depth += -1 if mark["end"] else 1
        elif depth == 0:
            if mark["row"]:
                here = 0
            elif mark["cell"]:
                here += 1
            else:
                here += int(mark["many"]) - (1 if mark["span"] == "gridSpan" else 0)
            most = max(most, here)
    return most
