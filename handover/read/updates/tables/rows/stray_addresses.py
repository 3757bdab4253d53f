"""Addresses that stand where no column for them is: behind a linked word, among notes, under no header."""

import re
from collections.abc import Iterator, Sequence

from handover.later import pattern
from handover.networks import on_host
from handover.networks.own import is_post_address
from handover.read.updates.tables import Cell, Table
from handover.read.updates.tables.header.columns import Columns, Words
from handover.read.updates.tables.header.user_map import spelled
from handover.read.updates.tables.rows.cell_words import state_of
from handover.read.updates.tables.rows.cells import addresses

# Where drafts, pictures and tasks lie: not for a client's eyes, and no link of an update.
WORKPLACES = (
    *("docs.google.com", "drive.google.com", "sheets.google.com", "canva.com", "dropbox.com", "notion.so"),
    *("notion.site", "trello.com", "asana.com", "airtable.com", "monday.com", "clickup.com", "figma.com"),
    *("sharepoint.com", "onedrive.live.com", "1drv.ms", "slack.com", "miro.com", "frame.io", "icloud.com"),
    *("wetransfer.com", "box.com", "basecamp.com", "bitly.com", "buffer.com", "hootsuite.com", "later.com"),
)
# Under these stand other people's updates.
_OTHERS = pattern(
    r"inspir|referen|example|beispiel|ejemplo|exempl|esempi|compet|source|quelle|fuente|ideas?\b"
)
# A picture that lies somewhere is none of what an update leads to.
_FILE = pattern(r"\.(?:jpe?g|png|gif|webp|heic|svg|mp4|mov|webm|psd|ai)(?:[?#]|$)", re.IGNORECASE)
_LABEL = pattern(r"\W*(?:\w+\W*){0,2}")  # "Live: https://…", not a sentence that speaks of an address


class Strays:
    """The stray addresses of the rows of one table."""

    def __init__(self, table: Table, columns: Columns) -> None:
        self._links = table.links
        header = columns.header
        self._foreign = frozenset(i for i, word in enumerate(header) if _OTHERS.search(spelled(word)))
        used = {
            i for words in columns.words for i in (words.column, *words.media, *words.link, *words.permalink)
        }
        self._used = used | {
            *columns.post,
            *columns.heading,
            *columns.comment,
            *columns.ticks,
            *columns.of_network,
        }
        told = {*columns.date, *columns.network, *columns.account, *columns.title, *columns.labels}
        told |= {i for words in columns.words for i in (*words.date, words.time) if i is not None}
        told |= {*columns.kind, *columns.hashtags, *columns.figures, *columns.aside}
        self._named = frozenset(told)  # what they hold is known: only an update's own address is looked for
        self._networks = [words.network for words in columns.words]

    def of(self, number: int, cells: Sequence[Cell], words: Words, network: str) -> tuple[str, list[str]]:
        """The update's own address, or "", and where else the row leads to."""
        if words.wide and self._networks.count(words.network) > 1:
            return "", []
        permalink, links = "", list[str]()
        for index, link in self._found(number, cells):
            if is_post_address(link, network):
                permalink = permalink or link
            elif index not in self._named and not on_host(link, WORKPLACES) and not _FILE.search(link):
                links.append(link)
        return permalink, links

    def _found(self, number: int, cells: Sequence[Cell]) -> Iterator[tuple[int, str]]:
        for index, cell in enumerate(cells):
            if index in self._used or index in self._foreign:
                continue
            behind = self._links.get((number, index)) if self._links else None
            if behind:
                # A word like "Scheduled" leads to what is planned, not to what went out.
                if not isinstance(cell, str) or state_of(cell) in (None, "published"):
                    yield from ((index, link) for link in addresses(behind))
            elif isinstance(cell, str) and "://" in cell and index not in self._named:
                found = addresses(cell)
                if len(found) == 1 and _LABEL.fullmatch(cell.replace(found[0], "", 1)):
                    yield index, found[0]
