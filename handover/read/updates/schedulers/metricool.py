"""Metricool's calendar CSV: some ninety columns, a true or false for each network."""

from handover.read.updates.tables.header.layout import Layout, readers
from handover.read.updates.tables.rows.record import Record, with_alts

MOST_PICTURES = 10


def _finish(record: Record) -> str:
    with_alts(record, [record.aside.get(f"alt{n}", "") for n in range(1, MOST_PICTURES + 1)])
    return ""


CALENDAR = Layout(
    proof=(frozenset({"text", "date", "time", "draft", "picture url 1"}),),
    columns={
        "pinterest pin link": "link",
        "first comment text": "comment",
        "brand name": "account",
        **{f"alt text picture {n}": f"aside:alt{n}" for n in range(1, MOST_PICTURES + 1)},
    },
    state="scheduled",
    finish=_finish,
)

accepts, parse = readers(CALENDAR)
