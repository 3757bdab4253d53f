"""Several versions of each text, and a column that says which was chosen:

Date | Version A | Version B | Chosen
4/5  | Steam     | Glue      | B
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from handover.later import pattern
from handover.model import Notice, Quoted, Said, Skipped
from handover.read.updates.tables import Cell, Row, Table
from handover.read.updates.tables.header.columns import header_words, text_of
from handover.read.updates.tables.rows.cell_words import folded

SEARCHED = 20  # rows from the top in which the header is looked for
FEWEST = 2  # versions
_VERSION = pattern(
    r"(?:option|version|versione|variante?|fassung|opcion|opzione|opcao|versao|versie|text|texte|texto|testo"
    r"|copy|caption|post)\s*[-#:.]?\s*\(?([a-d]|[1-4])\)?",
    re.IGNORECASE,
)


def chosen_of(table: Table) -> Table | None:
    """The table with the chosen texts under "Text", without the versions; None where its shape is another."""
    for start, (_, cells) in enumerate(table.rows[:SEARCHED]):
        versions = _versions(header_words(cells))
        if len(versions) >= FEWEST:
            choice = _choice(table.rows[start + 1 :], len(cells), versions)
            return None if choice is None else _with_chosen(table, start, versions, choice)
    return None


def _versions(header: Sequence[str]) -> dict[str, int]:
    """The columns of the versions, by letter or number."""
    found = {m[1].casefold(): i for i, word in enumerate(header) if (m := _VERSION.fullmatch(folded(word)))}
    return found if found.keys() <= set("abcd") or found.keys() <= set("1234") else {}


def _choice(rows: Sequence[Row], width: int, versions: dict[str, int]) -> int | None:
    """The one column of which every cell names a version."""
    fitting = []
    for index in range(width):
        told = [text for _, cells in rows if index < len(cells) and (text := text_of(cells[index]))]
        if len(told) >= FEWEST and index not in versions.values() and all(_named(t, versions) for t in told):
            fitting.append(index)
    return fitting[0] if len(fitting) == 1 else None


def _named(text: str, versions: dict[str, int]) -> str:
    """The version that a cell names: "B", "Version B"; "" for none."""
    word = folded(text.strip())
    whole = _VERSION.fullmatch(word)
    if whole:
        return whole[1] if whole[1] in versions else ""
    return word if word in versions and word.isalpha() else ""  # a bare number may count anything


def _with_chosen(table: Table, start: int, versions: dict[str, int], choice: int) -> Table:
    place, *others = sorted(versions.values())
    number, cells = table.rows[start]
    header = Quoted(text_of(cells[choice]))

    def with_text(cells: Sequence[Cell], text: Cell) -> list[Cell]:
        return [text if i == place else None if i in (*others, choice) else c for i, c in enumerate(cells)]

    rows: list[Row] = [*table.rows[:start], (number, with_text(cells, "Text"))]
    lost: list[Skipped] = []
    for number, cells in table.rows[start + 1 :]:
        letter = _named(text_of(cells[choice]), versions) if choice < len(cells) else ""
        if letter:
            rows.append((number, with_text(cells, cells[versions[letter]])))
        elif any(text_of(cells[i]) for i in versions.values() if i < len(cells)):
            reason = Said("Under {header} none of its versions is chosen.", header=header)
            lost.append(Skipped(location=table.place, line=number, reason=reason))
        else:
            rows.append((number, cells))
    told = Said(
        "Of several versions of a text the one was taken that {header} names; the others were not used.",
        header=header,
    )
    notices = (*table.notices, Notice(text=told, where=table.place))
    return replace(table, rows=rows, notices=notices, skipped=(*table.skipped, *lost))
