"""Blog and updates in each other's place."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from handover.errors import HandoverError, SourceError
from handover.model import Quoted, Said
from handover.networks import network_of
from handover.read.blog import WEB, FeedFormat
from handover.read.google_sheet import is_google_sheet
from handover.read.source import open_source
from handover.urls.typed import spelt_out


def swapped(feed: Any, updates: Any, formats: Sequence[FeedFormat]) -> HandoverError | None:
    """The error where blog and updates were given in each other's place; None where it does not look so."""
    given = [updates] if isinstance(updates, str | Path) else updates
    if not isinstance(feed, str | Path) or not isinstance(given, list | tuple) or len(given) != 1:
        return None
    if _is_address(str(feed)) or not Path(feed).exists() or not _is_blog(given[0], formats):
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


def _is_address(text: str) -> bool:
    return bool(WEB.match(text) or (spelt_out(text) and not Path(text).exists()))


def _is_blog(given: Any, formats: Sequence[FeedFormat]) -> bool:
    if not isinstance(given, str | Path) or is_google_sheet(given):
        return False
    if _is_address(str(given)):
        return network_of(str(given)) == "other"
    try:
        source = open_source(given)
        return not source.is_container and any(f.reader.accepts(source) for f in formats if f.is_plain)
    except SourceError:
        return False
