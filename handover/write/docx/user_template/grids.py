"""Tables whose cells a loop repeats: as many columns in the grid as in the widest row.

Word and LibreOffice lay a table out by its grid; one that names other columns than the rows have is drawn
askew. Also the order of a cell's properties, which docxtpl's `{% cellbg %}`, `{% vm %}` do not keep.
"""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from handover.later import pattern
from handover.write.docx.package import W

COUNT_HERE: Final = "\ufdd2"  # in a grid that is to be counted: no XML of a person's holds it
_CELLS_REPEAT: Final = pattern(r"\{%-?tc\s|\{%-?\s*(?:hm|colspan)\b")
_END: Final = pattern(r"<(/?)w:tbl[ >]")
_GRID: Final = pattern(r"<w:tblGrid[^>]*>" + COUNT_HERE + r"(.*?)</w:tblGrid>", re.DOTALL)
_MARK: Final = pattern(
    r"<(?P<end>/?)w:tbl[ >]|<w:(?P<row>tr)[ >]|<w:(?P<cell>tc)[ >]|"
    r'<w:(?P<span>gridSpan|gridBefore|gridAfter) w:val="(?P<many>\d{1,3})"|'
    r'<w:tcW(?= [^>]*w:type="(?P<unit>dxa|pct)")(?= [^>]*w:w="(?P<width>\d+)")[^>]*/>'
)
_SPAN: Final = pattern(r'\s*<w:gridSpan w:val="(\d{1,3})"')
_WIDTH: Final = pattern(r'w:w="(\d+)"')
_CELL: Final = pattern(r"<w:tcPr>(.*?)</w:tcPr>", re.DOTALL)
_CHILD: Final = pattern(
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
    """From a table's grid on: as many columns as its widest row has, and its cells as wide as these."""
    grid = _GRID.match(table)
    if grid is None:
        return table
    columns = [int(width) for width in _WIDTH.findall(grid[1])]
    rows = table[grid.end() :]
    cells = _widest(rows)
    if not columns or not cells or len(cells) == len(columns):
        return f"<w:tblGrid>{grid[1]}</w:tblGrid>{rows}"
    widths = _spread(sum(columns), cells)
    made = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tblGrid>{made}</w:tblGrid>{_fitted(rows, widths)}"


def _spread(total: int, cells: list[int]) -> list[int]:
    """Widths of so many columns, together as wide as before, each to the others as its cell said."""
    if not all(cells):
        cells = [1] * len(cells)
    return [total * cell // sum(cells) for cell in cells]


def _widest(rows: str) -> list[int]:
    """The columns of the widest row by the widths their cells ask for, without those of tables in its cells;
    0 for a width that is not told."""
    most: list[int] = []
    here: list[int] = []
    for mark in _outer(rows):
        if mark["row"]:
            here = []
        elif mark["cell"]:
            here.append(0)
        elif mark["width"]:
            here[-1:] = [int(mark["width"])]
        elif mark["span"] == "gridSpan":
            many = max(1, int(mark["many"]))
            here[-1:] = [width // many for width in here[-1:]] * many
        elif mark["span"]:
            here += [0] * int(mark["many"])
        most = max(most, here, key=len)
    return most


def _fitted(rows: str, widths: list[int]) -> str:
    """The rows, each cell as wide as the columns it stands in."""
    pieces, place, column = [], 0, 0
    for mark in _outer(rows):
        if mark["row"]:
            column = 0
        elif mark["cell"]:
            column += 1
        elif mark["span"] == "gridSpan":
            column += max(1, int(mark["many"])) - 1
        elif mark["span"] == "gridBefore":
            column += int(mark["many"])
        elif mark["width"] and column:
            spans = _SPAN.match(rows, mark.end())
            many = max(1, int(spans[1])) if spans else 1
            width = sum(widths[column - 1 : column - 1 + many])
            share = width if mark["unit"] == "dxa" else 5000 * width // max(1, sum(widths))
            pieces += [rows[place : mark.start()], f'<w:tcW w:w="{share}" w:type="{mark["unit"]}"/>']
            place = mark.end()
    return "".join(pieces) + rows[place:]


def _outer(rows: str) -> Iterator[re.Match[str]]:
    """The marks of a table's own rows and cells, not of tables in its cells."""
    depth = 0
    for mark in _MARK.finditer(rows):
        if mark[0].startswith(("<w:tbl", "</w:tbl")):
            depth += -1 if mark["end"] else 1
        elif depth == 0:
            yield mark
