"""The user's own word which column is what: map={"text": "Caption", "posted_at": "Go live"}."""

from collections.abc import Mapping

from handover.errors import HandoverError
from handover.model import Quoted, Said
from handover.read.updates.tables.header.roles import normal

# What may be named -> the field of the alias table it stands for.
MAPPABLE: Mapping[str, str] = {
    "text": "text",
    "posted_at": "date",
    "date": "date",
    "time": "time",
    "network": "network",
    "account": "account",
    "permalink": "permalink",
    "link": "link",
    "links": "link",
    "media": "media",
    "state": "state",
    "status": "state",
    "kind": "kind",
    "post": "post title",
    "labels": "labels",
}


def mapped(told: Mapping[str, str]) -> dict[str, str]:
    """Headers, as `spelled` has them, and the field each stands for.

    Raises HandoverError for a name that no update has.
    """
    found = {}
    for name, column in told.items():
        field = MAPPABLE.get(name.strip().casefold())
        if field is None:
            raise HandoverError(
                Said("The map names {name}, which no update has.", name=Quoted(name)),
                hint=Said("It may name: {names}.", names=", ".join(MAPPABLE)),
            )
        found[spelled(column)] = field
    return found


def spelled(header: str) -> str:
    """A header as it is compared; one without any letter or digit as it stands."""
    return normal(header) or header.strip()
