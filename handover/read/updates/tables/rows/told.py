"""What is said of the rows of a sheet: what was filled in from above, and states that are not known."""

from collections.abc import Iterator, Mapping, Sequence

from handover.model import Joined, Notice, Quoted, Said
from handover.read.updates.tables import Table
from handover.read.updates.tables.rows.cell_words import spans
from handover.read.updates.tables.rows.from_above import Carry
from handover.read.updates.tables.rows.row_reader import Rows


def told_of(table: Table, reader: Rows, carry: Carry, shifted: Sequence[int]) -> Iterator[Notice]:
    if reader.columns.post_dates:
        text = Said(
            "Each row is a post with several updates: {dates} was taken for the post's own date.",
            dates=Joined(*map(Quoted, reader.columns.post_dates), by=", "),
        )
        yield Notice(text=text, where=table.place)
    if carry.dates:
        text = Said(
            "{n} row without a date took the one above (row {rows}).",
            many="{n} rows without a date took the one above (rows {rows}).",
            n=len(carry.dates),
            rows=spans(carry.dates),
        )
        yield Notice(text=text, where=table.place)
    if carry.networks:
        text = Said(
            "{n} row without a network took the one above.",
            many="{n} rows without a network took the one above.",
            n=carry.networks,
        )
        yield Notice(text=text, where=table.place)
    if shifted:
        text = Said(
            "{n} row, the first in row {row}, stood further right than the header and were read from there.",
            many="{n} rows, the first in row {row}, stood further right than the header "
            "and were read from there.",
            n=len(shifted),
            row=str(shifted[0]),
        )
        yield Notice(text=text, where=table.place, hint=Said("Look at a few of them."))
    skipped = {one.line for one in reader.skipped}
    for column, rows in reader.unheeded.items():
        if rows := [row for row in rows if row not in skipped]:
            text = Said(
                "Under {header} {n} cell holds a tick, a date, a state or a name, and gave no update"
                " (row {row}).",
                many="Under {header} {n} cells hold a tick, a date, a state or a name, and gave no update"
                " (the first in row {row}).",
                n=len(rows), header=Quoted(reader.columns.header[column]), row=str(rows[0]),
            )  # fmt: skip
            yield Notice(text=text, hint=Said("Write the words of the update there."), where=table.place)
    for column, rows in reader.no_address.items():
        if rows := [row for row in rows if row not in skipped]:
            text = Said(
                "Under {header} {n} cell holds no address and was not used (row {row}).",
                many="Under {header} {n} cells hold no address and were not used (the first in row {row}).",
                n=len(rows), header=Quoted(reader.columns.header[column]), row=str(rows[0]),
            )  # fmt: skip
            yield Notice(text=text, where=table.place)
    for column, rows in reader.without_picture.items():
        text = Said(
            "Under {header} {n} cell describes a picture that its row does not name, and was not used"
            " (row {row}).",
            many="Under {header} {n} cells describe pictures that their rows do not name, and were not used"
            " (the first in row {row}).",
            n=len(rows), header=Quoted(reader.columns.header[column]), row=str(rows[0]),
        )  # fmt: skip
        yield Notice(
            text=text, hint=Said("Name the picture's file or address in the row."), where=table.place
        )
    if reader.unknown_states:
        yield Notice(
            text=_unknown(reader.unknown_states),
            hint=Said("Write published, scheduled, draft or rejected."),
            where=table.place,
        )
    if reader.unsaid:
        text = Said(
            "The state of {n} update is empty: taken as not yet published.",
            many="The state of {n} updates is empty: taken as not yet published.",
            n=reader.unsaid,
        )
        yield Notice(text=text, hint=Said("Write published where they are."), where=table.place)


def _unknown(states: Mapping[str, Sequence[int]]) -> Said:
    """What is said of words under "Status" that nobody here knows."""
    if len(states) > 1:
        told = (
            Said("{word} (row {rows})", many="{word} (rows {rows})", word=Quoted(word), n=len(rows),
                 rows=spans(rows))
            for word, rows in states.items()
        )  # fmt: skip
        return Said(
            "{n} states are not known, and their updates are taken as drafts: {words}.",
            n=len(states), words=Joined(*told, by=", "),
        )  # fmt: skip
    ((word, rows),) = states.items()
    return Said(
        "The state {word} is not known: {n} update is taken as a draft (row {rows}).",
        many="The state {word} is not known: {n} updates are taken as drafts (rows {rows}).",
        word=Quoted(word), n=len(rows), rows=spans(rows),
    )  # fmt: skip
