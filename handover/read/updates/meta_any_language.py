"""Meta Business Suite's content export in any language: its headers are translated, their order stays.

    Facebook   Post ID, Page ID, Page name, Title[, Description], Duration, Publish time, Permalink,
               Is crosspost, Is share, Post type, figures
    Instagram  Post ID, Account ID, Account username, Account name, Description, Duration, Publish time,
               Permalink, Post type, figures

So the values tell: two columns of ids first, a time before an address of a post on one of the two networks.
Source: the order in public importers of English and Spanish files; headers in Portuguese in a third.
"""

import re
from collections.abc import Sequence

from handover.later import dataclass, pattern
from handover.model import Updates
from handover.networks import network_of
from handover.networks.own import is_post_address
from handover.read.fields import address
from handover.read.source import Source
from handover.read.updates import meta_business_suite
from handover.read.updates.options import Options
from handover.read.updates.tables import Cell, Table
from handover.read.updates.tables.files.sheets import HEADER_WITHIN, first_rows
from handover.read.updates.tables.header.columns import header_words, text_of
from handover.read.updates.tables.header.layout import Layout
from handover.read.updates.tables.header.roles import role_of
from handover.read.updates.tables.header.user_map import spelled
from handover.read.updates.tables.rows.record import Record
from handover.read.updates.tables.when.dates import read_date

SAMPLE = 200
NAMES = {"facebook": 3, "instagram": 4}  # columns of ids and names before the words
_ID = pattern(r"\d{4,}(?:_\d+)?|\d(?:[.,]\d+)?E\+\d+", re.IGNORECASE)  # the last is what Excel makes of it
_NUMBER = pattern(r"-?[\d.,\s]+%?")


@dataclass(frozen=True, slots=True)
class Places:
    """Which column is what, from 0."""

    network: str
    header: tuple[str, ...]
    words: tuple[int, ...]  # title, description
    time: int
    permalink: int
    share: int | None


def accepts(source: Source) -> bool:
    """Whether the one table of a file is such an export by its values, and none in English."""
    return not meta_business_suite.accepts(source) and _places_in(source) is not None


def parse(source: Source, options: Options) -> Updates:
    """Its posts. Raises ParseError when the file is broken."""
    places = _places_in(source)
    assert places is not None, "`accepts` was asked before"
    return _layout(places, first_rows(source)[0]).parse(source, options)


def _places_in(source: Source) -> Places | None:
    tables = first_rows(source)
    if len(tables) != 1:
        return None
    rows = tables[0].rows
    for index, (_, cells) in enumerate(rows[:HEADER_WITHIN]):
        header = header_words(cells)
        below = [below for _, below in rows[index + 1 : index + 1 + SAMPLE]]
        if len(list(filter(None, header))) >= 8 and not any(map(_is_post, header)) and below:
            return _places(header, below)
    return None


def _places(header: tuple[str, ...], rows: Sequence[Sequence[Cell]]) -> Places | None:
    columns = [[text_of(row[i]) if i < len(row) else "" for row in rows] for i in range(len(header))]
    permalink = next((i for i, cells in enumerate(columns) if _all(cells, _is_post)), None)
    if permalink is None or permalink < 5 or not (_all(columns[0], _is_id) and _all(columns[1], str.isdigit)):
        return None
    networks = {network_of(cell) for cell in columns[permalink] if cell}
    time = next(
        (i for i in (permalink - 1, permalink - 2) if _is_time([row[i : i + 1] for row in rows])), None
    )
    if len(networks) != 1 or time is None:
        return None
    network = networks.pop()
    last = time - 1 if _all(columns[time - 1], _is_number) or not any(columns[time - 1]) else time
    words = tuple(range(NAMES[network], last))
    if not 1 <= len(words) <= 2:
        return None
    flags = [i for i in range(permalink + 1, min(permalink + 4, len(header))) if _all(columns[i], _is_flag)]
    share = flags[1] if network == "facebook" and len(flags) == 2 else None
    return Places(network, header, words, time, permalink, share)


def _all(cells: Sequence[str], is_one: object) -> bool:
    told = [cell for cell in cells if cell]
    return bool(told) and callable(is_one) and all(map(is_one, told))


def _is_post(cell: str) -> bool:
    good = address(cell)
    network = network_of(good) if good else ""
    return network in NAMES and is_post_address(good, network)


def _is_id(cell: str) -> bool:
    return _ID.fullmatch(cell.strip()) is not None


def _is_number(cell: str) -> bool:
    return _NUMBER.fullmatch(cell) is not None


def _is_flag(cell: str) -> bool:
    return cell in ("0", "1")


def _is_time(rows: Sequence[Sequence[Cell]]) -> bool:
    dates = [read_date(row[0]) for row in rows if row and text_of(row[0])]
    return bool(dates) and all(date is not None and date.time is not None for date in dates)


def _layout(places: Places, table: Table) -> Layout:
    keys = [spelled(word) for word in places.header]
    columns = {key: "" for key, word in zip(keys, places.header, strict=True) if not _is_figure(word)}
    columns[keys[NAMES["facebook"] - 1]] = "account"
    columns[keys[places.words[-1]]] = "text"
    if len(places.words) == 2:
        columns[keys[places.words[0]]] = "heading"
    columns[keys[places.time]] = "date"
    columns[keys[places.permalink]] = "permalink"
    if places.share is not None:
        columns[keys[places.share]] = "aside:share"
    return Layout(
        proof=(frozenset(filter(None, keys)),),
        columns=columns,
        network=places.network,
        day_first=False,
        finish=_finish,
    )


def _is_figure(word: str) -> bool:
    role = role_of(word)
    return role is not None and role.field == "figure"


def _finish(record: Record) -> str:
    if record.aside.get("share") == "1":
        record.kind = "repost"
    return ""
