"""content-library.csv of the folder next-tool, as we wrote it and its reader has edited it, in any language.

A row is an update with the post it belongs to; a post without updates has a row of its own, which gives none.
"""

import datetime as dt
from functools import cache

from handover.columns import LIBRARY
from handover.later import pattern
from handover.model import Updates
from handover.networks import network_named
from handover.read.fields import clean
from handover.read.source import Source
from handover.read.updates.options import Options
from handover.read.updates.tables.files.csv_text import looks_like_text
from handover.read.updates.tables.header.layout import Layout
from handover.read.updates.tables.header.user_map import spelled
from handover.read.updates.tables.rows.record import Record
from handover.read.updates.workbook.spoken import all_words, catalogues, fold

# Column -> field, as `Layout` takes it.
_FIELDS = {
    "no": "",
    "published": "",  # the post's own day
    "post": "post title",
    "link": "post link",
    "network": "aside:network",
    "posted_at": "date",
    "text": "text",
    "permalink": "permalink",
    "state": "aside:state",
    "lasting": "",  # what the check found, unless the user said it in the workbook
    "planned": "",
}
_PROOF = ("post", "network", "posted_at", "text", "permalink", "state", "planned")
_MIDNIGHT = pattern(r"\d{4}-\d\d-\d\d 00:00")  # as we write it; what a program makes of a day looks otherwise
_GUARDED = ("'=", "'+", "'-", "'@", "'\t", "'\r")  # as the writer guards what begins like a formula


def unguarded(text: str) -> str:
    """A cell's words without the sign that keeps a spreadsheet program from calculating them."""
    return clean(text[1:] if text.startswith(_GUARDED) else text)


def accepts(source: Source) -> bool:
    """Whether the file is a text with the library's header in one of our languages."""
    return looks_like_text(source.head) and any(layout.accepts(source) for layout in _layouts())


def parse(source: Source, options: Options) -> Updates:
    """The updates of the library, each with the post it stands beside as the user's own word."""
    return next(layout for layout in _layouts() if layout.accepts(source)).parse(source, options)


def _finish(record: Record) -> str:
    word = record.aside.get("network", "")
    record.network = all_words()["network"].get(fold(word)) or network_named(word) or "other"
    record.state = all_words()["state"].get(fold(record.aside.get("state", "")), record.state)  # type: ignore[assignment]
    record.post = unguarded(record.post)
    if isinstance(record.date, str) and _MIDNIGHT.fullmatch(record.date):
        # A day stands there without a time, so this one was stated: see model/moments.py.
        record.date += ":00.001"
    return ""


@cache
def _layouts() -> tuple[Layout, ...]:
    """One for each language, English first."""
    found = []
    for catalogue in catalogues():
        headers = {key: spelled(catalogue.gettext(title)) for key, title in LIBRARY.items()}
        found.append(
            Layout(
                proof=(frozenset(headers[key] for key in _PROOF),),
                columns={headers[key]: field for key, field in _FIELDS.items()},
                zone=dt.UTC,
                own_times=False,  # they are what a sheet stated, or a reader wrote
                words=unguarded,
                finish=_finish,
            )
        )
    return tuple(found)
