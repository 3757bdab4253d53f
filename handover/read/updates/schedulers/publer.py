"""Publer's CSV, with its twelve columns and with the six it had before.

Source: help.publer.io, article 18qhxcq.
"""

from handover.read.updates.tables.header.layout import Layout, readers

TWELVE = Layout(
    proof=(frozenset({"date intl format or prompt", "text", "link separated by comma for fb carousels"}),),
    columns={
        "date intl format or prompt": "date",
        "link separated by comma for fb carousels": "link",
        "media url separated by comma": "media",
        "label separated by comma": "labels",
        "comment separated by": "comment",
        "title for the video pin pdf": "",
        "alt text separated by": "",
    },
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
