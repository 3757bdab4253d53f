"""Publer's CSV, with its twelve columns and with the six it had before.

Source: help.publer.io, article 18qhxcq.
"""

from handover.read.updates.tables.header.layout import Layout, readers
from handover.read.updates.tables.rows.record import Record, with_alts


def _finish(record: Record) -> str:
    with_alts(record, record.aside.get("alt", "").split("||"))
    return ""


TWELVE = Layout(
    proof=(frozenset({"date intl format or prompt", "text", "link separated by comma for fb carousels"}),),
    columns={
        "date intl format or prompt": "date",
        "link separated by comma for fb carousels": "link",
        "media url separated by comma": "media",
        "label separated by comma": "labels",
        "comment separated by": "comment",
        "title for the video pin pdf": "",
        "alt text separated by": "aside:alt",
    },
    finish=_finish,
    one_channel=True,
    state="scheduled",
)
SIX = Layout(
    proof=(frozenset({"date", "message", "link", "media", "title", "labels"}),),
    columns={"date": "date", "message": "text", "title": ""},
    without=frozenset({"status", "platform", "network", "channel", "time"}),
    one_channel=True,
    state="scheduled",
)

accepts, parse = readers(TWELVE, SIX)
