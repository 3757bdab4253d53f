"""HighLevel Social Planner's CSV; a row without a time is a draft.

Source: its help articles 155000005411 and 155000005542.
"""

from handover.read.updates.tables.header.layout import Layout, readers
from handover.read.updates.tables.rows.record import Record


def _finish(record: Record) -> str:
    if record.date is None:
        record.state = "draft"
    return ""


PLANNER = Layout(
    proof=(frozenset({"post at specific time", "content", "link", "image urls"}),),
    columns={"post at specific time": "date", "content": "text"},
    one_channel=True,
    state="scheduled",
    day_first=False,
    finish=_finish,
)

accepts, parse = readers(PLANNER)
