"""A sheet may hold several tables, one below the other; a header that is only repeated divides nothing."""

from collections.abc import Iterator, Mapping, Sequence

from handover.read.updates.tables import Row
from handover.read.updates.tables.columns import Columns, header_score, header_words, text_of
from handover.read.updates.tables.foreign.verdict import is_foreign_header
from handover.read.updates.tables.roles import LONGEST_HEADER, role_of
from handover.read.updates.tables.sorting import columns_of

SAMPLE = 200  # rows that decide what an ambiguous column holds


def sections(rows: Sequence[Row], known: Mapping[str, str]) -> Iterator[tuple[Columns, Sequence[Row]]]:
    """The columns of each header, and the rows below it."""
    start = 0
    while start < len(rows):
        number, cells = rows[start]
        header = header_words(cells)
        sample = [below for _, below in rows[start + 1 : start + 1 + SAMPLE]]
        columns = columns_of(header, number, sample, known)
        enough = max(2, header_score(cells) // 2)
        probe = columns.words[0].column if columns.words[0].column >= 0 else columns.first
        end = start + 1
        body: list[Row] = []
        while end < len(rows):
            _, cells = rows[end]
            word = cells[probe] if probe < len(cells) else None
            is_header = (
                isinstance(word, str)
                and len(word) <= LONGEST_HEADER
                and role_of(word) is not None
                and header_score(cells) >= enough
            )
            if is_header or (word and cells == rows[start][1]):
                if header_words(cells) != header:
                    break
            elif body and is_after_gap(rows, end) and is_foreign_header(cells):
                break
            else:
                body.append(rows[end])
            end += 1
        yield columns, body
        start = end


def is_after_gap(rows: Sequence[Row], index: int) -> bool:
    """Whether an empty row stands above this one."""
    number, cells = rows[index - 1]
    return rows[index][0] > number + 1 or not any(map(text_of, cells))
