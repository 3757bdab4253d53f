"""Blog and updates in each other's place."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from handover.errors import HandoverError, SourceError
from handover.model import Quoted, Said
from handover.read.blog import FeedFormat
from handover.read.given import is_address, is_blog


def swapped(feed: Any, updates: Any, formats: Sequence[FeedFormat]) -> HandoverError | None:
    """The error where blog and updates were given in each other's place; None where it does not look so."""
    given = [updates] if isinstance(updates, str | Path) else updates
    if not isinstance(feed, str | Path) or not isinstance(given, list | tuple) or len(given) != 1:
        return None
    if is_address(str(feed)) or not Path(feed).exists() or not is_blog(given[0], formats):
        return None
    return SourceError(
        Said(
            "{updates} stands where the updates belong, and looks like the blog.",
            updates=Quoted(str(given[0])),
        ),
        location=str(feed),
        hint=Said(
            "The blog comes first, the updates after it: {blog} {updates}",
            blog=str(given[0]),
            updates=str(feed),
        ),
    )
