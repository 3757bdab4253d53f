"""Headers that say one word twice: below the networks' names in the row above, or side by side."""

from collections import Counter
from collections.abc import Mapping, Sequence

from handover.networks import network_named
from handover.read.updates.tables import Cell, Row, Table
from handover.read.updates.tables.header.columns import header_words, text_of
from handover.read.updates.tables.header.roles import role_of

# What may stand once for each update of a row.
EACH = frozenset(("text", "post", "date", "time", "link", "permalink", "media", "state", "done", "hook"))


def told_apart(table: Table, start: int) -> Sequence[Row]:
    """The rows from the header on, with each word that it says twice told apart.

    "Copy | Date | Copy | Date" below "Facebook | | LinkedIn |" is "Facebook Copy | Facebook Date | …";
    without such a row above it is "Copy 1 | Date 1 | Copy 2 | Date 2", where a text and something else of
    its own are both said as often.
    """
    rows = table.rows[start:]
    cells = rows[0][1]
    words = header_words(cells)
    twice = {word for word, count in Counter(filter(None, words)).items() if count > 1 and _is_each(word)}
    if not twice:
        return rows
    above = _networks_above(table.rows[start - 1][1] if start else ())
    header = _with_networks(words, twice, above) if above else _with_numbers(words, twice)
    return [(number, header if row == cells else row) for number, row in rows]


def _is_each(word: str) -> bool:
    role = role_of(word)
    return role is not None and role.field in EACH and not role.network and not role.number


def _networks_above(cells: Sequence[Cell]) -> Mapping[int, str]:
    """The networks' names in a row of nothing else, by column."""
    named = {i: text for i, cell in enumerate(cells) if (text := text_of(cell))}
    return named if len(named) > 1 and all(network_named(text) for text in named.values()) else {}


def _with_networks(words: Sequence[str], twice: set[str], above: Mapping[int, str]) -> list[Cell]:
    header: list[Cell] = []
    network = ""
    for index, word in enumerate(words):
        network = above.get(index, network)
        header.append(f"{network} {word}" if network and word in twice else word)
    return header


def _with_numbers(words: Sequence[str], twice: set[str]) -> list[Cell]:
    counts = Counter(words)
    roles = {word: role for word in twice if (role := role_of(word))}
    texts = [word for word, role in roles.items() if role.field in ("text", "post", "hook")]
    beside = [w for w in twice if w not in texts and texts and counts[w] == counts[texts[0]]]
    if len(texts) != 1 or not beside:
        return list(words)
    told = {texts[0], *beside}
    seen: Counter[str] = Counter()
    header: list[Cell] = []
    for word in words:
        seen[word] += 1
        header.append(f"{word} {seen[word]}" if word in told else word)
    return header
