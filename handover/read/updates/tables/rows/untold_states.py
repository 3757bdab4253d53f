"""A column that seems to tell states, by its cells, in words or under a header that nobody here knows."""

from collections import Counter
from collections.abc import Iterator, Sequence

from handover.later import pattern
from handover.model import Joined, Notice, Quoted, Said
from handover.read.updates.tables import Row, Table
from handover.read.updates.tables.header.columns import Columns, text_of
from handover.read.updates.tables.header.unused import used
from handover.read.updates.tables.rows.cell_words import folded
from handover.read.updates.tables.rows.record import Record

FEWEST, MOST = 2, 5  # different words
ROWS = 3
LONGEST = 24  # letters of a word for a state
SHARE = 0.8  # of the rows that have one
# What else has few words: who does it, of what make it is, what it is for. Names of persons are not shown.
_OTHERS = pattern(
    r"owner|assign|who|\bby\b|\bwer\b|\bvon\b|respons|verantw|zustand|author|autor|auteur|name|person|editor"
    r"|design|client|kunde|team|format|type?\b|\btyp|tipo|kind|\bart\b|campa|kamp|categ|kateg|topic|thema|tema"
    r"|pillar|saule|lang|sprach|idioma|country|land|region|market|audience|ziel|goal|objec|priorit|week|woche"
    r"|series|size|colou?r|media|visual|bild|foto|photo|image|video|budget|ort|place|locat|contact|staff"
)


def untold_states(
    table: Table, columns: Columns, rows: Sequence[Row], records: Sequence[Record]
) -> Iterator[Notice]:
    """A notice of each such column, where no other tells the states."""
    has_states = columns.done or columns.approval or columns.draft or any(one.state for one in columns.words)
    if has_states or not any(one.assumed for one in records):
        return
    taken = set(used(columns))
    for index, word in enumerate(columns.header):
        if not word or index in taken or _OTHERS.search(folded(word)):
            continue
        cells = [text for _, row in rows if index < len(row) and (text := text_of(row[index]))]
        told = Counter(cells)
        if len(cells) < max(ROWS, SHARE * len(rows)) or not FEWEST <= len(told) <= MOST:
            continue
        if len(told) == len(cells) or not all(map(_is_word, told)):
            continue
        text = Said(
            "{column} may tell the states of its updates, but its words are not known: {words}."
            " They were taken as {state}.",
            column=Quoted(word), words=Joined(*map(Quoted, told), by=", "), state=Said(records[0].state),
        )  # fmt: skip
        yield Notice(
            text=text, hint=Said("Write published, scheduled, draft or rejected."), where=table.place
        )


def _is_word(text: str) -> bool:
    return (
        len(text) <= LONGEST
        and len(text.split()) < 4
        and all(sign.isalpha() or sign in " -'’." for sign in text)
    )
