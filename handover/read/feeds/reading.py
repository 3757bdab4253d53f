"""What is wanted of one reading of a blog, and what is found on its way: dates that nobody can read.

`make_post` is called from every format, and knows neither; so both stand in a context of their own, which
`read_document` opens for each file or page.
"""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import field

from handover.later import dataclass
from handover.model import Notice, Quoted, Said


@dataclass(slots=True)
class Reading:
    """One file or page that is being read."""

    language: str = ""  # BCP 47, the one wanted of a text that stands there in several; "": the first
    today: dt.date | None = None  # for formats that hold posts of days to come; None: nobody said
    undated: list[tuple[str, str]] = field(default_factory=list)  # a date as it stands, its post's title

    def notices(self, where: str) -> tuple[Notice, ...]:
        """What a person should look at."""
        if not self.undated:
            return ()
        date, title = self.undated[0]
        told = Said(
            "The date of {n} post could not be read: {date} ({title}).",
            many="The dates of {n} posts could not be read, such as {date} ({title}).",
            n=len(self.undated),
            date=Quoted(date[:80]),
            title=title[:80],
        )
        hint = Said("Look at these posts on the blog: they stand here without the day they were published.")
        return (Notice(text=told, hint=hint, where=where),)


_CURRENT: ContextVar[Reading | None] = ContextVar("reading", default=None)


def current() -> Reading:
    """The reading in progress; outside of any, one whose findings nobody asks for."""
    return _CURRENT.get() or Reading()


@contextmanager
def reading(language: str = "", today: dt.date | None = None) -> Iterator[Reading]:
    """Opens the context of one file or page."""
    begun = Reading(language=language, today=today)
    token = _CURRENT.set(begun)
    try:
        yield begun
    finally:
        _CURRENT.reset(token)
