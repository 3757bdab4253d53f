"""The result of a build, and its summary in a few lines."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from handover.model.details import Details
from handover.model.types import (
    Changes,
    Feed,
    Notice,
    Pair,
    Pairing,
    Post,
    Runway,
    Shortfall,
    Skipped,
    Slot,
    Unpaired,
    Updates,
    Verdict,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """All there is to hand over, and the files it was written to."""

    feed: Feed
    updates: Updates
    pairing: Pairing
    shortfalls: tuple[Shortfall, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    notices: tuple[Notice, ...] = ()
    details: Details = field(default_factory=Details)
    files: Mapping[str, Path] = field(default_factory=dict)
    today: dt.date = dt.date(1970, 1, 1)
    language: str = "en"
    minimum: int = 3
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)  # by update id
    runway: Runway | None = None
    plan: tuple[Slot, ...] = ()
    changes: Changes | None = None

    @property
    def posts(self) -> tuple[Post, ...]:
        return self.pairing.posts

    @property
    def pairs(self) -> tuple[Pair, ...]:
        return self.pairing.pairs

    @property
    def unpaired(self) -> tuple[Unpaired, ...]:
        return self.pairing.unpaired

    def __str__(self) -> str:
        """The summary a person wants to read: what is there, what needs a look, where the files are."""
        return "\n".join(self._lines())

    def _lines(self) -> list[str]:
        networks = Counter(pair.update.network for pair in self.pairs)
        return [f"{len(self.posts)} posts, {len(self.updates.items)} updates, {len(networks)} networks"]
