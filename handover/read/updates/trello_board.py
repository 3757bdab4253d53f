"""A Trello board as JSON (Menu > Print, export and share > Export as JSON).

A card is an update: its description holds the words, its labels, its list or the beginning of its name the
network, its list how far it is, `due` when. Comments and members are not looked at.
"""

import re
from collections.abc import Iterator

import msgspec

from handover.errors import UnknownFormatError
from handover.model import Near, Said, Skipped, State, Updates
from handover.networks import network_named, network_of
from handover.networks.own import is_post_address
from handover.read.fields import address, clean
from handover.read.source import HEAD, Source
from handover.read.updates.json_items import (
    left_out,
    missing,
    nothing_held,
    read_entry,
    read_json,
    unreadable,
)
from handover.read.updates.links_in_text import links_in, unique
from handover.read.updates.meta import begins_as
from handover.read.updates.options import Options
from handover.read.updates.planning_boards import network_before, title_of, unnamed
from handover.read.updates.tables.rows.cell_words import state_of
from handover.read.updates.tables.rows.record import Facts, Record
from handover.read.updates.tables.rows.to_updates import updates_of

# One of these stands near the beginning of a board, whose cards may come late.
_SIGN = re.compile(rb'"(?:idOrganization|labelNames|shortLink|idBoard|dateLastActivity)"\s*:')


class Named(msgspec.Struct):
    id: str = ""
    name: str | None = None
    closed: bool | None = None
    url: str | None = None  # of an attachment


class FieldValue(msgspec.Struct):
    text: str | None = None


class FieldItem(msgspec.Struct):
    value: FieldValue | None = None


class Card(msgspec.Struct):
    id: str
    idList: str  # noqa: N815
    name: str = ""
    desc: str | None = None
    idLabels: list[str] | None = None  # noqa: N815
    labels: list[Named] | None = None
    due: str | None = None
    closed: bool | None = None
    attachments: list[Named] | None = None
    customFieldItems: list[FieldItem] | None = None  # noqa: N815


class Board(msgspec.Struct):
    cards: list[msgspec.Raw]
    lists: list[Named] = []
    labels: list[Named] = []
    name: str | None = None


def accepts(source: Source) -> bool:
    """Whether this is a board: an object with lists and cards, and cards that name their list."""
    if not begins_as(source.head, b"{"):
        return False
    large = len(source.head) >= HEAD and _SIGN.search(source.head) is not None
    data = source.read() if large else source.head
    return b'"cards"' in data and b'"lists"' in data and b'"idList"' in data


def parse(source: Source, options: Options) -> Updates:
    """The cards with words that are not archived. Raises ParseError when the file is broken."""
    board = read_json(source, Board)
    cards = [read_entry(raw, Card) for raw in board.cards]
    lists = {one.id: one for one in board.lists}
    labels = {one.id: one.name or "" for one in board.labels}
    records: list[Record] = []
    closed = hollow = others = 0
    for place, card in enumerate(cards, 1):
        if card is None:
            continue
        column = lists.get(card.idList, Named())
        if card.closed or column.closed:
            closed += 1
            continue
        made = list(_records(card, place, column.name or "", labels))
        if options.found and all(record.network in ("", "other") for record in made):
            others += bool(made)
            hollow += not made
            continue
        records += made
        hollow += not made
    if not records and options.found:
        raise UnknownFormatError(
            Said("{place} is a board on which no card names a network.", place=source.location),
            location=source.location,
            hint=Said("Name the file itself to have its cards read as updates."),
        )
    items, notices = updates_of(records, Facts(location=source.location, zone=options.zone()))
    skipped: tuple[Skipped, ...] = (
        *unreadable(source, missing(cards), len(cards)),
        *left_out(
            source,
            Said("{n} archived card left out.", many="{n} archived cards left out.", n=closed),
            unnamed(others),
            nothing_held(hollow),
        ),
    )
    return Updates(items=tuple(items), skipped=skipped, notices=tuple(notices))


def _records(card: Card, place: int, column: str, labels: dict[str, str]) -> Iterator[Record]:
    text = clean(card.desc).strip()
    values = (item.value.text for item in card.customFieldItems or () if item.value)
    attached = (one.url for one in card.attachments or ())
    links = [good for link in (*values, *attached, *links_in(text)) if link and (good := address(link))]
    own = {network_of(link): link for link in links if is_post_address(link, network_of(link))}
    if not text and not own:
        return
    told = [one.name or "" for one in card.labels or ()] or [
        labels.get(key, "") for key in card.idLabels or ()
    ]
    networks = [found for word in (*told, column) if (found := network_named(word)) and found != "other"]
    networks = networks or [found for found in (network_before(card.name),) if found]
    plain = tuple(clean(word) for word in told if word and not network_named(word))
    targets = unique(link for link in links if link not in own.values() and "trello.com/" not in link)
    title = title_of(clean(card.name))
    for network in dict.fromkeys([*networks, *own] or [""]):
        yield Record(
            row=place,
            network=network,
            text=text,
            date=card.due,
            permalink=own.get(network, ""),
            links=targets,
            state="published" if network in own else _state(column, card.due),
            labels=plain,
            may_be=(Near(word=title, where="column"),) if title else (),
        )


def _state(column: str, due: str | None) -> State:
    told = state_of(column)
    if told in ("published", "scheduled", "draft"):
        return told  # type: ignore[return-value]
    return "scheduled" if due else "draft"
