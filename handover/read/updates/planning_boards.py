"""Boards of Trello and tasks of Asana and ClickUp as CSV, where a team plans its updates.

A card's or task's name is the plan's title, its description holds the words; labels, tags or the beginning of
the name ("LinkedIn: Oolong") name the network, the list or section how far it is. Columns of Trello's Premium
export, of Asana's CSV and of ClickUp's as several public importers read them.
"""

import re
from dataclasses import replace

from handover.model import Near, Said, Updates
from handover.networks import network_named
from handover.read.fields import clean
from handover.read.source import Source
from handover.read.updates.json_items import left_out
from handover.read.updates.options import Options
from handover.read.updates.tables.header.layout import Layout, readers
from handover.read.updates.tables.rows.cell_words import flag
from handover.read.updates.tables.rows.record import Record

_BEFORE = re.compile(r"\s*([^:|\-–—\n]{1,20}?)\s*(?::|\||\s[-–—]\s)")


def network_before(name: str) -> str:
    """The network that the name of a card begins with ("FB: New tea"); "" for none."""
    begun = _BEFORE.match(name)
    found = network_named(begun[1]) if begun else None
    return found if found and found != "other" else ""


def title_of(name: str) -> str:
    """The name of a card without the network it begins with."""
    begun = _BEFORE.match(name) if network_before(name) else None
    return name[begun.end() :].strip() if begun else name.strip()


def _finish(record: Record) -> str:
    if flag(record.aside.get("archived", "")):
        return Said("Its card is archived.")
    name = record.aside.get("name", "")
    if record.network in ("", "other"):
        # A label that is no network says something else; what stands in parentheses is its colour.
        record.labels = (*record.labels, record.account) if record.account else record.labels
        record.network = network_before(name) or record.network
    record.account = ""
    if title := title_of(name):
        record.may_be = (*record.may_be, Near(word=title, where="column"))
    return ""


def _finish_tagged(record: Record) -> str:
    """A task's tags stand in brackets ("[facebook,tea]"); they name the network where no column does."""
    told = (label.strip("[] ") for label in record.labels)
    record.labels = tuple(label for label in told if label)
    if record.network in ("", "other"):
        named = {label: name for label in record.labels if (name := network_named(label)) and name != "other"}
        record.network = next(iter(named.values()), record.network)
        record.labels = tuple(label for label in record.labels if label not in named)
    return _finish(record)


TRELLO = Layout(
    proof=(frozenset({"card id", "card name", "card description"}),),
    columns={
        "card description": "text",
        "card name": "aside:name",
        "labels": "network",
        "list name": "state",
        "due date": "date",
        "archived": "aside:archived",
        **dict.fromkeys(
            ("card id", "card url", "members", "attachment count", "board name", "board id", "list id"), ""
        ),
        **dict.fromkeys(("start date", "due complete", "due reminder", "attachment links", "checklists"), ""),
    },
    finish=_finish,
)
ASANA = Layout(
    proof=(frozenset({"task id", "section column", "notes", "name"}),),
    columns={
        "notes": "text",
        "name": "aside:name",
        "tags": "network",
        "section column": "state",
        "due date": "date",
        **dict.fromkeys(("task id", "created at", "completed at", "last modified", "assignee"), ""),
        **dict.fromkeys(("assignee email", "start date", "projects", "parent task", "blocked by"), ""),
    },
    finish=_finish,
)

CLICKUP = Layout(
    proof=(frozenset({"task id", "task name", "task content"}),),
    columns={
        "task content": "text",
        "task name": "aside:name",
        "tags": "labels",
        "status": "state",
        "due date": "date",
        **dict.fromkeys(
            ("task type", "task id", "task custom id", "parent id", "parent name", "priority"), ""
        ),
        **dict.fromkeys(("date created", "date created text", "due date text", "start date"), ""),
        **dict.fromkeys(("start date text", "date updated", "date closed", "date done", "assignees"), ""),
        **dict.fromkeys(("list name", "folder name", "folder name path", "space name", "comments"), ""),
        **dict.fromkeys(
            ("assigned comments", "checklists", "time estimated", "time spent", "time logged"), ""
        ),
        **dict.fromkeys(
            ("rolled up time", "time estimate", "latest comment", "assignee", "sprint points"), ""
        ),
    },
    words=lambda text: clean("" if text.strip() in ("[]", "null") else text),
    finish=_finish_tagged,
)

accepts, _parse = readers(TRELLO, ASANA, CLICKUP)


def parse(source: Source, options: Options) -> Updates:
    """The cards with words; of a file that nobody named, those that name a network."""
    read = _parse(source, options)
    if not options.found:
        return read
    kept = tuple(item for item in read.items if item.network != "other")
    return replace(
        read, items=kept, skipped=(*read.skipped, *left_out(source, unnamed(len(read.items) - len(kept))))
    )


def unnamed(count: int) -> Said:
    return Said(
        "{n} card that names no network left out.", many="{n} cards that name no network left out.", n=count
    )
