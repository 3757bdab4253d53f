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
LONGEST = 60  # letters of a cell that only points
ABOVE = "above"
CHANGED = "changed"
_ABOVE = frozenset(
    listed("""
        same as above | as above | see above | same | same text | same copy | same caption | ditto | dito
        | " | '' | ″ | 〃 | “ | ” | do. | idem | siehe oben | wie oben | gleicher text | s. o.
        | voir ci-dessus | comme ci-dessus | meme texte | como arriba | igual que arriba | mismo texto
        | ver arriba | lo mismo | come sopra | vedi sopra | stesso testo | como acima | ver acima
        | s.o | ebenso | gleich | identisch | identique | mismo | igual | uguale | hetzelfde | zelfde
        | mesmo texto | zie boven | zelfde als boven | zelfde tekst | som ovan | se ovan | jak wyzej | 同上
    """)
)
# Words that say that other words are meant, those that may stand between, and those for what is above.
_MEANING = frozenset(
    listed("""
        same | see | as | like | per | use | repeat | reuse | repurpose | ditto | identical | siehe
        | vgl | wie | gleich | gleiche | gleicher | gleiches | gleichen | selbe | selber | derselbe | dasselbe
        | identisch | dito | analog | voir | comme | cf | meme | identique | idem | reprendre | ver | como
        | igual | mismo | misma | vedi | come | uguale | stesso | stessa | mesmo | mesma | zie | zelfde
        | hetzelfde | als | gelijk | se | som | samma | = | => | > | → | ->
    """)
)
_BETWEEN = frozenset(
    listed("""
        the | our | on | for | to | from | of | this | post | text | copy | caption | version | one | update
        | bei | auf | mit | der | die | das | den | von | beitrag | le | la | les | l | sur | que | de | du
        | a | texte | publication | el | lo | en | texto | publicacion | di | su | testo | il | o | ao | do
        | da | no | na | legenda | op | van | net | aan | het | tekst | bericht | bildunterschrift | legende
    """)
)
_UP = frozenset(
    listed("""
        above | previous | last | row | line | oben | zuvor | vorher | vorige | voriger | vorherige | zeile
        | dessus | ci | precedent | precedente | arriba | anterior | sopra | acima | cima | boven | ovan
    """)
)
_SIGNS_UP = frozenset("⬆↑☝^")
_PIECES = pattern(r"[^\W_]+|[=→>]+|->|[⬆↑☝^]")
# "Same as FB but shorter", "wie FB, ohne Link": what the words are, nobody can tell but the writer.
_CHANGED = pattern(
    r"(?:exactly |the )?(?:same|ditto|see|gleich\w*|siehe|wie|dito|idem|meme|comme|voir|mismo|igual|stesso"
    r"|come|uguale|mesmo|zelfde|hetzelfde|zie)\b(?P<whom>.{1,30}?)\W+"
    r"(?:but|without|with|plus|minus|shorter|aber|ohne|mit|kurzer|nur|mais|sans|avec|pero|sin|con|ma|senza"
    r"|mas|sem|com|maar|zonder|met)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_PLUS = pattern(r"(?P<points>[^+]{2,40})\s*\+.*", re.DOTALL)


@lru_cache(maxsize=10_000)
def points_at(text: str) -> str:
    """What a cell points at: ABOVE, a network's key, CHANGED, or "" where it says something itself."""
    if len(text) > LONGEST:
        return ""
    told = plain(text).strip("()[] ")
    if told in _ABOVE or told.rstrip(".!") in _ABOVE:
        return ABOVE
    if named := _named(told):
        return named
    changed = _CHANGED.fullmatch(told)
    if changed and _named(f"see {changed['whom']}"):
        return CHANGED
    plus = _PLUS.fullmatch(told)
    return CHANGED if plus and _named(plus["points"]) else ""


def _named(told: str) -> str:
    """ABOVE or a network's key, where a text says that, what of it is meant, and nothing else."""
    pieces = _PIECES.findall(told)
    rest = [piece for piece in pieces if piece not in _MEANING and piece not in _BETWEEN]
    if pieces[:1] == ["s"]:
        rest = rest[1:]
    # "copy FB", "s. FB"; but "FB copy" and "FB's" mean something else.
    means = any(piece in _MEANING for piece in pieces) or pieces[:1] in (["copy"], ["s"])
    up = [piece for piece in rest if piece in _UP or piece in _SIGNS_UP]
    if (
        up
        and up == rest
        and "from" not in pieces
        and (means or _SIGNS_UP.issuperset(told.replace("\ufe0f", "")))
    ):
        return ABOVE
    if not means or not rest:
        return ""
    rest = [piece for piece in rest if piece not in _UP]
    named = [network_named(piece) for piece in rest]
    return network_named(" ".join(rest)) or (named[0] if named and all(named) else None) or ""


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
            if points_at(record.text) == CHANGED:
                reason = Said(
                    "{word} changes other words and does not say how it reads.", word=Quoted(record.text)
                )
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
    if target == CHANGED:
        return None
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
