"""One column of texts with the networks' names between them, as a document is pasted into a sheet.

How to brew green tea
FACEBOOK
Let it cool for three minutes first.
LINKEDIN
Most people burn their tea.
"""

from collections.abc import Iterator
from dataclasses import replace

from handover.networks import network_named
from handover.read.updates.tables import Cell, Row, Table
from handover.read.updates.tables.header.columns import text_of

FEWEST = 2  # names of networks that make a sheet one of these
LONGEST = 24  # letters of such a line
WORDS = 3  # of a text at least: below the names of networks may stand accounts and passwords, too


def as_rows(table: Table) -> Table | None:
    """The table with a column for the network and one for the text; None where its shape is another.

    Below each network stands one text, with lines of hashtags or addresses that go with it. Where more
    stands there nobody can tell paragraphs from updates, and the sheet is left as it is.
    """
    lines: list[tuple[int, Cell]] = []
    column = -1
    for number, cells in table.rows:
        filled = [index for index, cell in enumerate(cells) if text_of(cell)]
        if not filled:
            continue
        if filled != [column if lines else filled[0]]:
            return None  # of a table with columns the first row tells
        column = filled[0]
        lines.append((number, cells[column]))
    if not lines:
        return None
    names = [_network(cell) for _, cell in lines]
    if sum(map(bool, names)) < FEWEST:
        return None
    rows = list(_rows(lines, names))
    if any(len(cells) > 1 and len(str(cells[1]).split()) < WORDS for _, cells in rows):
        return None
    if sum(len(cells) > 1 for _, cells in rows) != sum(map(bool, names)):
        return None
    links = {(n, 1): to for (n, place), to in table.links.items() if place == column}
    return replace(table, rows=[(lines[0][0] - 1, ["Network", "Text"]), *rows], links=links)


def _network(cell: Cell) -> str:
    word = text_of(cell).strip().rstrip(":")
    named = network_named(word) if 1 < len(word) <= LONGEST else None
    return named if named and named != "other" else ""


def _rows(lines: list[tuple[int, Cell]], names: list[str]) -> Iterator[Row]:
    """A row for each text; a line that stands before the first network of a block heads the rows below it."""
    first = next(name for name in names if name)
    at = 0
    while at < len(lines):
        number, cell = lines[at]
        begins = names[at + 1 : at + 2] == [first]
        if not names[at]:
            yield number, [cell] if begins else [cell, "", ""]
            at += 1
            continue
        words: list[str] = []
        at += 1
        last = number
        while at < len(lines) and not names[at]:
            line = text_of(lines[at][1])
            apart = lines[at][0] > last + 1
            if words and (apart or names[at + 1 : at + 2] == [first] or not _goes_with(line)):
                break
            last = lines[at][0]
            words.append(line)
            at += 1
        if words:
            yield last - len(words) + 1, [cell, "\n".join(words)]


def _goes_with(line: str) -> bool:
    """Whether a line is nothing but hashtags or an address."""
    return all(word.startswith(("#", "http")) for word in line.split())
