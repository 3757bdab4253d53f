"""What the user told about the updates, and how a file came: handed to every format's `parse`."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import field

from handover.later import dataclass
from handover.options import taken, zone_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to read what a file does not say by itself."""

    map: Mapping[str, str] = field(default_factory=dict)  # {"text": "Caption", "posted_at": "Go live"}
    network: Mapping[str, str] = field(default_factory=dict)  # {"plan.xlsx › March": "instagram"}
    timezone: str | dt.tzinfo | None = None  # "Europe/Berlin"; None: what ids prove, else the local zone
    found: bool = False  # the file was found in a folder or archive: nobody said that it holds updates

    def zone(self) -> dt.tzinfo | None:
        """The zone the user named, or None. Raises HandoverError when there is no such zone."""
        if self.timezone is None or isinstance(self.timezone, dt.tzinfo):
            return self.timezone
        name = taken("timezone", self.timezone)
        return zone_of(name) if name else None
