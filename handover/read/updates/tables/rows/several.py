"""Several updates in one cell: a text for each network, each behind its name ("FB: ... IG: ...")."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from handover.later import pattern
from handover.model import Notice, Said
from handover.networks import network_named
from handover.read.updates.tables import Table
from handover.read.updates.tables.rows.cells import is_contact, networks_in
from handover.read.updates.tables.rows.record import Record

FEWEST = 2  # names that make a cell hold several
_PREFIX = pattern(
    r"(?:^[ \t]*(?P<line>[^\W\d_][\w /&+.()]{0,24}?)\s*(?::|[–—-](?=\s))"
    r"|(?<=[\s|/])(?P<word>[^\W\d_]{1,9}):)\s*(?=\S)",
    re.MULTILINE,
)
_NUMBERED = pattern(
    r"(?:^|\n)\s*(?:\(?(\d)[.)]|(?:option|version|post|update|tweet)\s*#?(\d)\s*[:.)-])\s+", re.IGNORECASE
)


@lru_cache(maxsize=10_000)
def by_network(text: str, fewest: int = FEWEST) -> tuple[tuple[str, str], ...]:
    """Network and words of each update in a cell; () where it is one text.

    Every part begins with a network's name, the first at the very beginning, each name at the beginning of a
    line; on one line only where they are short names with a colon ("FB: ... IG: ...").
    """
    if ":" not in text and "\n" not in text:
        return ()
    if not (first := _PREFIX.match(text.lstrip())) or not _names(first):
        return ()  # most texts: not all of such a one need be looked through
    starts = [(found, names) for found in _PREFIX.finditer(text) if (names := _names(found))]
    if len(starts) < fewest or text[: starts[0][0].start()].strip():
        return ()
    if len({names for _, names in starts}) < len(starts):
        return ()
    ends = [found.start() for found, _ in starts[1:]] + [len(text)]
    parts = [
        (names, text[found.end() : end].strip(" \n|/"))
        for (found, names), end in zip(starts, ends, strict=True)
    ]
    if not all(words and not is_contact(words) for _, words in parts):
        return ()
    return tuple((name, words) for names, words in parts for name in names)


def _names(found: re.Match[str]) -> tuple[str, ...]:
    return networks_before(found["line"] or found["word"])


@lru_cache(maxsize=1_000)
def networks_before(name: str) -> tuple[str, ...]:
    """The networks that the words before a colon name, and nothing else: "FB", "IG + FB"; () for others."""
    if network := network_named(name):
        return (network,) if network != "other" else ()
    named = networks_in(name)
    if len(named) > 1 and all(network != "other" and not account for network, account in named):
        return tuple(network for network, _ in named)
    return ()


def are_prefixed(texts: Sequence[str]) -> bool:
    """Whether the texts of a column begin with the names of networks, as most of these do."""
    begun = sum(bool(by_network(text, 1)) for text in texts)
    return begun >= FEWEST and 2 * begun > len(texts)


def is_numbered(text: str) -> bool:
    """Whether a cell seems to hold several updates by number: it begins with "1." and goes on with "2."."""
    if "2" not in text or "1" not in text[:12]:
        return False
    numbers = [int(one or two) for one, two in _NUMBERED.findall(text)]
    return (
        len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1)) and _NUMBERED.match(text) is not None
    )


def numbered(table: Table, records: Iterable[Record]) -> Iterator[Notice]:
    """One notice of cells that seem to hold several updates by number; they were read as one."""
    rows = list(dict.fromkeys(record.row for record in records if is_numbered(record.text)))
    if rows:
        told = Said(
            "{n} cell seems to hold several updates (row {row}): it was read as one.",
            many="{n} cells seem to hold several updates (the first in row {row}): each was read as one.",
            n=len(rows), row=str(rows[0]),
        )  # fmt: skip
        yield Notice(text=told, hint=Said("Give each update a row of its own."), where=table.place)
