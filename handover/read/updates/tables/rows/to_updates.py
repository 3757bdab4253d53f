"""Records as updates: the last step all tables share."""

from collections.abc import Sequence

from handover.model import Notice, Origin, Update
from handover.model.media import media_of
from handover.networks.own import network_at
from handover.read.updates.tables.rows.cells import links_of
from handover.read.updates.tables.rows.record import Facts, Record
from handover.read.updates.tables.when.moments import moments


def updates_of(records: Sequence[Record], facts: Facts) -> tuple[list[Update], list[Notice]]:
    """The updates of one file, in the order of its rows, and what a person should look at."""
    for record in records:
        if record.network in ("", "other") and record.permalink:
            record.network = network_at(record.permalink)
    found, notices = moments(records, facts)
    updates = [
        Update(
            network=record.network or "other",
            text=record.text,
            posted_at=moment,
            permalink=record.permalink,
            links=links_of(record.text, record.links, record.permalink),
            media=media_of(record.media),
            kind=record.kind,
            account=record.account,
            post=record.post,
            near=tuple(record.may_be),
            state=record.state,
            assumed=record.assumed and record.state != "draft",
            labels=tuple(record.labels),
            figures=record.figures,
            extra=record.extra,
            origin=Origin(file=facts.location, sheet=record.sheet, row=record.row),
        )
        for record, moment in zip(records, found, strict=True)
    ]
    return updates, notices
