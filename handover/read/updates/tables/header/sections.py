"""The tables of one sheet, one below the other; a header that is only repeated divides nothing."""

from collections.abc import Iterator, Mapping, Sequence

from handover.later import pattern
from handover.read.updates.tables import Cell, Row
from handover.read.updates.tables.foreign.signs import signs_of
from handover.read.updates.tables.foreign.verdict import can_be_header, is_foreign_header
from handover.read.updates.tables.header.columns import Columns, header_score, header_words, text_of
from handover.read.updates.tables.header.roles import LONGEST_HEADER, role_of
from handover.read.updates.tables.header.sorting import columns_of
from handover.read.updates.tables.rows.cell_words import NOTHING
from handover.read.updates.tables.rows.cells import networks_in
from handover.read.updates.tables.when.dates import is_date

SAMPLE = 200  # rows that decide what an ambiguous column holds
NEAR = 30  # rows around one that show whether its words are data
LOOKED_AHEAD = 3  # rows that show whether a table goes on
_DIGIT = pattern(r"\d")


def sections(rows: Sequence[Row], known: Mapping[str, str]) -> Iterator[tuple[Columns, Sequence[Row]]]:
    """The columns of each header, and the rows below it. The first row is a header of updates; a later one
    may be of anything.
    """
    start = 0
    while start < len(rows):
        number, cells = rows[start]
        header = header_words(cells)
        sample = [below for _, below in rows[start + 1 : start + 1 + SAMPLE]]
        columns = columns_of(header, number, sample, known)
        enough = max(2, header_score(cells) // 2)
        probe = columns.words[0].column if columns.words[0].column >= 0 else columns.first
        dated = columns.date[0] if columns.date else len(header)
        end = start + 1
        body: list[Row] = []
        while end < len(rows):
            _, cells = rows[end]
            word = cells[probe] if probe < len(cells) else None
            is_header = (
                isinstance(word, str)
                and len(word) <= LONGEST_HEADER
                and not (dated < len(cells) and is_date(cells[dated]))  # quick: a date is in no header
                and role_of(word) is not None
                and (score := header_score(cells)) >= enough
                and 3 * score >= sum(bool(text_of(cell)) for cell in cells)
                and not _recurs(rows, end, start)
            )
            if is_header or (word and cells == rows[start][1]):
                if header_words(cells) != header:
                    break
            elif body and _begins_another(rows, end, columns):
                break
            else:
                body.append(rows[end])
            end += 1
        yield columns, body
        start = end


def _recurs(rows: Sequence[Row], at: int, start: int) -> bool:
    """Whether some cells of a row, and not all of it, stand in rows near by, too, as "Live" and "Idea" do."""
    cells = rows[at][1]
    near = (below for _, below in (*rows[max(start + 1, at - NEAR) : at], *rows[at + 1 : at + NEAR]))
    return any(
        cells != below and any(a and a == b for a, b in zip(cells, below, strict=False))
        for below in near
        if not header_score(below)
    )


def _is_misfit(cells: Sequence[Cell], columns: Columns) -> bool:
    """Whether words stand where a date should, or where no date is known, the name of no network."""
    for index in (*columns.date[:1], *columns.network[:1]):
        cell = cells[index] if index < len(cells) else None
        if isinstance(cell, str) and (text := cell.strip()) not in NOTHING:
            if index in columns.date:
                return "://" in text or "@" in text or not _DIGIT.search(text)
            return all(network == "other" for network, _ in networks_in(text))
        if cell is not None and not isinstance(cell, str):
            return False
    return False


def _begins_another(rows: Sequence[Row], at: int, columns: Columns) -> bool:
    """Whether a row is the first of another table: its header, or the first after a gap of rows that do not
    fit.
    """
    cells = rows[at][1]
    misfit = _is_misfit(cells, columns)
    apart = _is_after_gap(rows, at)
    if not misfit:
        return apart and _is_header_of_updates(cells)
    if can_be_header(cells):
        words = header_words(cells)
        if is_foreign_header(words, certain=apart) or any(_is_date_header(words, i) for i in columns.date):
            return True
    if not apart:
        return False
    ahead = [below for _, below in rows[at : at + LOOKED_AHEAD] if sum(bool(text_of(c)) for c in below) > 1]
    return len(ahead) > 1 and all(_is_misfit(below, columns) for below in ahead)


def _is_after_gap(rows: Sequence[Row], at: int) -> bool:
    number, before = rows[at - 1]
    return rows[at][0] > number + 1 or not any(map(text_of, before))


def _is_header_of_updates(cells: Sequence[Cell]) -> bool:
    words = header_words(cells)
    fields = {role.field for word in words if word and (role := role_of(word)) and not role.bare}
    return "date" in fields and bool(fields & {"text", "post", "hook"}) and can_be_header(cells)


def _is_date_header(words: Sequence[str], index: int) -> bool:
    word = words[index] if index < len(words) else ""
    role = role_of(word) if word else None
    return "form" in signs_of((word,)) or (role is not None and role.field in ("date", "time"))
