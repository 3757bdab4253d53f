"""Several sources, one update each."""

from collections.abc import Sequence

from handover.model import Updates


def merge(read: Sequence[Updates]) -> Updates:
    """All that was read as one."""
    return Updates(
        items=tuple(item for updates in read for item in updates.items),
        skipped=tuple(item for updates in read for item in updates.skipped),
        sources=tuple(item for updates in read for item in updates.sources),
        notices=tuple(item for updates in read for item in updates.notices),
    )
