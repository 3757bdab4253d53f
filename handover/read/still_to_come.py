"""Updates of a sheet dated after today that it calls published, or says no state of: nobody has published
them yet."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from handover.model import Joined, Notice, Origin, Said, Update, Updates
from handover.model.moments import is_day
from handover.model.places import INSIDE, file_of, within
from handover.read.returned import FromWorkbook
from handover.read.updates.tables.rows.cell_words import spans


def still_to_come(
    found: Sequence[Updates], today: dt.date | None, zone: dt.tzinfo | None
) -> Sequence[Updates]:
    """What was read; published updates of days to come are scheduled, with one notice a file.

    Not those that have an address, and so are out, nor what the user says in our own workbook. Days are those
    of `zone`, None for the computer's; `today` None is the clock's.
    """
    day = today or dt.date.today()
    return [_of_file(updates, day, zone) for updates in found]


def _of_file(updates: Updates, today: dt.date, zone: dt.tzinfo | None) -> Updates:
    is_ours = isinstance(updates, FromWorkbook)
    coming = [
        one
        for one in updates.items
        if one.state == "published" and (one.assumed or (_is_of_row(one) and not is_ours))
        if _is_to_come(one, today, zone)
    ]
    if not coming:
        return updates
    ids = {id(one) for one in coming}
    items = tuple(replace(one, state="scheduled") if id(one) in ids else one for one in updates.items)
    return replace(updates, items=items, notices=(*updates.notices, *_told(coming)))


def _is_of_row(update: Update) -> bool:
    """Whether only a cell of a sheet says that it is published."""
    return update.origin is not None and update.origin.row is not None and not update.permalink


def _told(coming: Sequence[Update]) -> Iterator[Notice]:
    for file, count in _by_file(one for one in coming if one.assumed):
        yield Notice(
            text=Said(
                "{n} update is dated after today, and no column says its state: it is taken as scheduled.",
                many="{n} updates are dated after today, and no column says their state:"
                " they are taken as scheduled.",
                n=count,
            ),
            hint=Said("A column of its own may say for each row: published, scheduled or draft."),
            where=file,
        )
    stated = [one for one in coming if not one.assumed]
    for file, count in _by_file(iter(stated)):
        yield Notice(
            text=Said(
                "{n} update is called published and dated after today: it is taken as scheduled ({rows}).",
                many="{n} updates are called published and dated after today: they are taken as scheduled"
                " ({rows}).",
                n=count,
                rows=_rows(one.origin for one in stated if one.origin and file_of(one.origin.file) == file),
            ),
            hint=Said("Mend the date or the state."),
            where=file,
        )


def _rows(origins: Iterator[Origin]) -> Said:
    """The rows of each sheet: "March, row 3, April, rows 2-5"."""
    sheets: dict[str, list[int]] = {}
    for origin in origins:
        rows = sheets.setdefault(within(origin.file, origin.sheet).partition(INSIDE)[2], [])
        if origin.row is not None and origin.row not in rows:  # one for each network of the row
            rows.append(origin.row)
    named = len(sheets) > 1
    told = []
    for sheet, rows in sheets.items():
        shown = Said("row {rows}", many="rows {rows}", n=len(rows), rows=spans(rows))
        told.append(Said("{sheet}: {rows}", sheet=sheet, rows=shown) if named and sheet else shown)
    return Joined(*told, by="; ")


def _by_file(updates: Iterator[Update]) -> Sequence[tuple[str, int]]:
    return [*Counter(file_of(one.origin.file) if one.origin else "" for one in updates).items()]


def _is_to_come(update: Update, today: dt.date, zone: dt.tzinfo | None) -> bool:
    moment = update.posted_at
    if moment is None:
        return False
    try:
        return (moment if is_day(moment) else moment.astimezone(zone)).date() > today
    except OverflowError:  # at the end of the calendar
        return True
