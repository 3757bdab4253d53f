"""Metricool's calendar CSV: some ninety columns, a true or false for each network."""

from handover.read.updates.tables.header.layout import Layout, readers

CALENDAR = Layout(
    proof=(frozenset({"text", "date", "time", "draft", "picture url 1"}),),
    columns={"pinterest pin link": "link", "first comment text": "comment", "brand name": "account"},
    state="scheduled",
)

accepts, parse = readers(CALENDAR)
