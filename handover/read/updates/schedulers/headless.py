"""Bulk files without a header. Only what every row of the file bears out is taken for one of them."""

from collections.abc import Sequence

from handover.errors import UnknownFormatError
from handover.later import dataclass
from handover.model import Said, Skipped, Updates
from handover.read.fields import clean
from handover.read.source import Source
from handover.read.updates.options import Options
from handover.read.updates.tables import Cell, Row, Table
from handover.read.updates.tables.files.sheets import first_rows, sheets_of
from handover.read.updates.tables.foreign.cells import has_hashtag
from handover.read.updates.tables.foreign.verdict import LOOKED_AT
from handover.read.updates.tables.header.columns import text_of
from handover.read.updates.tables.header.layout import network_in_name
from handover.read.updates.tables.rows.cells import addresses, files_in, labels_in
from handover.read.updates.tables.rows.record import Facts, Record
from handover.read.updates.tables.rows.to_updates import updates_of
from handover.read.updates.tables.when.dates import read_date

MANY = 0.3  # of the rows


_NO_TEXT = Said("It has no text.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Positions:
    """What stands in which column, from 0."""

    text: int
    date: int
    link: int
    media: int | None = None
    comment: int | None = None
    labels: int | None = None
    least: int  # columns a row may have
    most: int


def accepts_rows(source: Source, places: Positions) -> bool:
    """Whether this is one table, and every row looked at has the right things in the right places."""
    tables = first_rows(source)
    rows = _filled(tables[0].rows) if len(tables) == 1 else []
    return bool(rows) and all(_fits(cells, places) for _, cells in rows)


def _filled(rows: Sequence[Row]) -> list[Row]:
    return [(number, cells) for number, cells in rows if any(text_of(cell) for cell in cells)]


def _fits(cells: Sequence[Cell], places: Positions) -> bool:
    date = read_date(_text(cells, places.date))
    text = _text(cells, places.text)
    return (
        places.least <= len(cells) <= places.most
        and date is not None
        and date.time is not None
        and bool(text)
        and read_date(text) is None
        and _is_link(_text(cells, places.link))
        and _is_link(_text(cells, places.media))
    )


def _text(cells: Sequence[Cell], index: int | None) -> str:
    return text_of(cells[index]) if index is not None and index < len(cells) else ""


def _is_link(cell: str) -> bool:
    return not cell or (len(cell.split()) == 1 and bool(addresses(cell)))


def _is_proved(table: Table, name: str, places: Positions) -> bool:
    """Whether a network stands in the file's name, or links or hashtags in many of its rows."""
    rows = [cells for _, cells in _filled(table.rows)[:LOOKED_AT]]
    telling = [
        cells
        for cells in rows
        if _text(cells, places.link) or _text(cells, places.media) or has_hashtag(_text(cells, places.text))
    ]
    return bool(network_in_name(name)) or len(telling) > MANY * len(rows)


def parse_rows(source: Source, options: Options, places: Positions) -> Updates:
    """The rows as scheduled updates.

    Raises UnknownFormatError for a file that was only found and shows no sign of updates: a time and a text
    in each row have chats and logs too.
    """
    table = sheets_of(source)[0]
    if options.found and not _is_proved(table, source.name, places):
        raise UnknownFormatError(
            Said(
                "{place} has a time and a text in each row, but no sign that these are updates.",
                place=source.location,
            ),
            location=source.location,
            hint=Said("If they are updates, name the file itself, not only its folder."),
        )
    records: list[Record] = []
    skipped: list[Skipped] = [*table.skipped]
    for number, cells in _filled(table.rows):
        text = clean(_text(cells, places.text)).strip()
        if not text:
            skipped.append(Skipped(location=table.place, line=number, reason=_NO_TEXT))
            continue
        comment = clean(_text(cells, places.comment))
        record = Record(
            row=number,
            sheet=table.sheet,
            text=text,
            network=network_in_name(source.name),
            date=cells[places.date] if places.date < len(cells) else None,
            links=[*addresses(_text(cells, places.link)), *addresses(comment)],
            media=files_in(_text(cells, places.media)),
            labels=labels_in(_text(cells, places.labels)),
            state="scheduled",
            assumed=True,
        )
        if comment:
            record.extra = {"First comment": comment}
        records.append(record)
    facts = Facts(location=source.location, zone=options.zone())
    items, notices = updates_of(records, facts)
    return Updates(items=tuple(items), skipped=tuple(skipped), notices=(*table.notices, *notices))
