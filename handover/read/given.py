"""What something that was given looks like, before it is read: an address, a blog, a file of updates."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from handover.errors import SourceError
from handover.networks import network_of
from handover.read.blog import WEB, FeedFormat
from handover.read.containers import is_junk
from handover.read.google_sheet import is_google_sheet
from handover.read.source import open_source
from handover.read.unknown import is_worth_trying
from handover.urls.typed import spelt_out


def is_address(text: str) -> bool:
    """Whether a text is the address of something on the web, and no file."""
    return bool(WEB.match(text) or (spelt_out(text) and not Path(text).exists()))


def is_blog(given: Any, formats: Sequence[FeedFormat]) -> bool:
    """Whether an address or a file looks like a blog: no Google Sheet, no page of a network."""
    if not isinstance(given, str | Path) or is_google_sheet(given):
        return False
    if is_address(str(given)):
        return network_of(str(given)) == "other"
    try:
        source = open_source(given)
        return not source.is_container and any(f.accepts(source) for f in formats if f.is_plain)
    except SourceError:
        return False


def may_be_read(path: Path) -> bool:
    """Whether a file or folder that nobody named may hold updates or posts, by its name."""
    if is_junk(path.name) or path.name.startswith("."):
        return False
    try:
        source = open_source(path)
    except SourceError:
        return False
    return source.is_folder or (is_worth_trying(source) and not source.is_media)
