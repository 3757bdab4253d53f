"""Another table beside the one of the updates, apart by an empty column: contacts, a budget."""

from collections.abc import Sequence
from dataclasses import replace

from handover.model import Said, Skipped
from handover.read.updates.tables import Row, Table
from handover.read.updates.tables.foreign.signs import signs_of
from handover.read.updates.tables.header.columns import header_score, header_words, text_of
from handover.read.updates.tables.header.roles import role_of


def without_neighbour(table: Table, start: int) -> Table:
    """The table without another that stands to its right; that one is named, not by what it holds.

    `start`: the index of the header. Only where an empty column parts the two, nothing right of it belongs
    to an update, and something there is of people or money.
    """
    words = header_words(table.rows[start][1])
    gap = next((i for i, word in enumerate(words) if i and not word and words[i - 1]), None)
    if gap is None or _holds(table.rows, start, gap):
        return table
    beside = [word for word in words[gap:] if word]
    if not beside or any(map(role_of, beside)) or not signs_of(beside) or not header_score(words[:gap]):
        return table
    rows = [(n, cells if i < start else cells[:gap]) for i, (n, cells) in enumerate(table.rows)]
    reason = Said("Beside the updates stands another table, apart by an empty column: left out.")
    hint = Said("If it holds updates, give it as a file or sheet of its own.")
    left = Skipped(location=table.place, line=table.rows[start][0], reason=reason, hint=hint)
    return replace(table, rows=rows, skipped=(*table.skipped, left))


def _holds(rows: Sequence[Row], start: int, column: int) -> bool:
    return any(column < len(cells) and text_of(cells[column]) for _, cells in rows[start:])
