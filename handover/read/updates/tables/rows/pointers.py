"""Cells that point at the words of another: "same as above", "see FB", a ditto mark."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from handover.later import pattern
from handover.model import Notice, Quoted, Said, Skipped
from handover.networks import network_named
from handover.read.updates.tables import Table
from handover.read.updates.tables.rows.cell_words import listed, plain
from handover.read.updates.tables.rows.record import Record

FAR = 12  # rows above in which the words that are meant may stand
LONGEST = 40  # letters of a cell that only points
ABOVE = "above"
_ABOVE = frozenset(
    listed("""
        same as above | as above | see above | same | same text | same copy | same caption | ditto | dito
        | " | '' | ″ | 〃 | “ | ” | do. | idem | siehe oben | wie oben | gleicher text | s. o.
        | voir ci-dessus | comme ci-dessus | meme texte | como arriba | igual que arriba | mismo texto
        | ver arriba | lo mismo | come sopra | vedi sopra | stesso testo | como acima | ver acima
        | mesmo texto | zie boven | zelfde als boven | zelfde tekst | som ovan | se ovan | jak wyzej | 同上
    """)
)
_SEE = pattern(
    r"(?:same as|see|as|like|as on|copy|use|repeat|siehe|wie(?: bei| auf)?|gleich wie|voir|comme(?: sur)?"
    r"|idem(?: als| wie| que| come| a| ao?)?|net als|gelijk aan"
    r"|ver|igual que(?: en)?|como(?: en)?|vedi|come(?: su)?|stesso di|igual ao?|mesmo que o?|zie|zelfde als"
    r"|se)\s+"
    r"(?:the\s+|our\s+|le\s+|la\s+)?(?P<what>.+?)(?:\s+(?:post|text|copy|caption|version|one|update|above))?[.!]?",
    re.IGNORECASE,
)


@lru_cache(maxsize=10_000)
def points_at(text: str) -> str:
    """What a cell points at: ABOVE, a network's key, or "" where it says something itself."""
    if len(text) > LONGEST:
        return ""
    told = plain(text).strip("()[] ")
    if told in _ABOVE or told.rstrip(".!") in _ABOVE:
        return ABOVE
    found = _SEE.fullmatch(told)
    return (network_named(found["what"]) or "") if found else ""


def followed(records: list[Record], table: Table, skipped: list[Skipped]) -> Iterator[Notice]:
    """Give records that only point elsewhere the words they mean; leave out, and name, those that miss.

    Records are those of one table, in its order; they are changed in place.
    """
    short = (index for index, record in enumerate(records) if 0 < len(record.text) <= LONGEST)
    pointing = [index for index in short if points_at(records[index].text)]
    if not pointing:
        return
    lost, found = set(), []
    for index in pointing:
        record = records[index]
        if words := _meant(records, index):
            found.append((record.row, record.text))
            record.text = words.text
            record.links = [*record.links, *(link for link in words.links if link not in record.links)]
        else:
            lost.add(index)
            reason = Said("{word} points to words that were not found.", word=Quoted(record.text))
            skipped.append(Skipped(location=table.place, line=record.row, reason=reason))
    records[:] = [record for index, record in enumerate(records) if index not in lost]
    if found:
        row, word = found[0]
        told = Said(
            "{n} cell that only points elsewhere ({word} in row {row}) was given the words it points at.",
            many="{n} cells that only point elsewhere (the first is {word} in row {row}) were given the words"
            " they point at.",
            n=len(found), row=str(row), word=Quoted(word),
        )  # fmt: skip
        yield Notice(text=told, hint=Said("Look at a few of them."), where=table.place)


def _meant(records: Sequence[Record], index: int) -> Record | None:
    record = records[index]
    target = points_at(record.text)
    near = [one for one in records[max(0, index - FAR) : index][::-1] if record.row - one.row <= FAR]
    if target == ABOVE:
        beside = any(one.row == record.row for one in (*near[:1], *records[index + 1 : index + 2]))
        above = [one for one in near if one.row < record.row]
        if beside:  # a wide row: above is the same column
            above = [one for one in above if one.network == record.network]
        return above[0] if above and not points_at(above[0].text) else None
    ahead = [one for one in records[index + 1 : index + FAR] if one.row == record.row]
    same_row = [one for one in (*near, *ahead) if one.row == record.row]
    for one in (*same_row, *near):
        if one.network == target and one.text and not points_at(one.text):
            return one
    return None
