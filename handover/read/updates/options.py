"""What the user told about the updates: handed to every format's `parse`."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from handover.errors import HandoverError


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to read what a file does not say by itself."""

    map: Mapping[str, str] = field(default_factory=dict)  # {"text": "Caption", "posted_at": "Go live"}
    timezone: str | dt.tzinfo | None = None  # "Europe/Berlin"; None: what ids prove, else the local zone

    def zone(self) -> dt.tzinfo | None:
        """The zone the user named, or None. Raises HandoverError when there is no such zone."""
        if not isinstance(self.timezone, str):
            return self.timezone
        if self.timezone.upper() in ("UTC", "GMT", "Z"):
            return dt.UTC
        try:
            return ZoneInfo(self.timezone)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise HandoverError(
                f"There is no time zone {self.timezone!r}.",
                hint="Name it as region and city, like Europe/Berlin or America/New_York, or UTC.",
            ) from error
