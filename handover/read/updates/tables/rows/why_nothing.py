"""Why a row gave no update."""

from collections.abc import Sequence
from functools import lru_cache

from handover.model import Quoted, Said
from handover.read.updates.tables import Cell
from handover.read.updates.tables.header.columns import Columns, text_of
from handover.read.updates.tables.rows.cell_words import ERRORS, NOTHING
from handover.read.updates.tables.rows.cells import is_contact

# Where a text that begins with "=", "+" or "-" was taken for a formula, in each program's words.
_TAKEN_FOR_FORMULA = frozenset(
    ["#NAME?", "#NOM?", "#¿NOMBRE?", "#NOME?", "#NAAM?", "#NAZWA?", "#NAMN?", "#NAVN?", "#ERROR!", "#FEHLER!"]
)


def why_nothing(columns: Columns, cells: Sequence[Cell]) -> Said:
    """A sentence for a row without words or address, with what stands where they should be."""
    places = [i for words in columns.words for i in (words.column, *words.permalink) if i >= 0]
    named = list(dict.fromkeys(columns.header[i] for i in places))
    for index in places:
        if (word := _at(cells, index)).upper() in ERRORS or word in ERRORS:
            return _error_under(columns.header[index], word)
    if any(is_contact(_told(cells, words.column)) for words in columns.words):
        return Said(
            "What stands under {headers} is somebody's name, number or address.",
            headers=_listed(tuple(named[:3])),
        )
    return _nothing_under(tuple(named[:3]))


def _at(cells: Sequence[Cell], index: int) -> str:
    return text_of(cells[index]) if 0 <= index < len(cells) else ""


def _told(cells: Sequence[Cell], index: int) -> str:
    return "" if (word := _at(cells, index)) in NOTHING else word


def _error_under(header: str, word: str) -> Said:
    if word.upper() in _TAKEN_FOR_FORMULA:
        return Said(
            "Under {header} stands {error}: the spreadsheet program took the text for a formula."
            " Put an apostrophe in front of it.",
            header=Quoted(header), error=word,
        )  # fmt: skip
    return Said(
        "Under {header} stands {error}: the spreadsheet program could not calculate it.",
        header=Quoted(header), error=word,
    )  # fmt: skip


@lru_cache(maxsize=1000)  # a sheet has many such rows
def _nothing_under(names: tuple[str, ...]) -> Said:
    if not names:
        return Said("It holds no update.")
    return Said("Nothing stands under {headers}.", headers=_listed(names))


def _listed(names: Sequence[str]) -> str:
    quoted = [Quoted(name) for name in names]
    match quoted:
        case [first, second]:
            return Said("{first} or {second}", first=first, second=second)
        case [first, second, third]:
            return Said("{first}, {second} or {third}", first=first, second=second, third=third)
    return quoted[0]
