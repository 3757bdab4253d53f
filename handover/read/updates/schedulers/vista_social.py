"""Vista Social's CSV. Rows with the same message and time are one post with several pictures; comment1 to
comment5 carry on a thread; a time can be a word, and a link a placeholder like [IMAGE_01].
"""

from handover.read.updates.tables.header.layout import Layout, readers
from handover.read.updates.tables.rows.record import Record


def _finish(record: Record) -> str:
    if record.aside.get("type") in ("image", "video"):
        record.media, record.links = tuple(record.links), []
    return ""


PUBLISH = Layout(
    proof=(frozenset({"message", "type", "link", "time"}),),
    without=frozenset({"date", "status"}),
    columns={"message": "text", "time": "date", "type": "aside:type", "title": ""},
    one_channel=True,
    state="scheduled",
    no_dates=frozenset({"now", "queue next", "queue last"}),
    once=True,
    finish=_finish,
)

accepts, parse = readers(PUBLISH)
