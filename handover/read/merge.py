"""Several sources, one update each.

What makes two entries one, and what says no, stands in `handover.read.sameness`. The richest of each field is
kept, and every other place is named in `origin.also`.
"""

import datetime as dt
from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from handover.model import Changes, Update, Updates
from handover.model.gc_pause import no_collection
from handover.networks.own import own_address
from handover.read.taken_out import Taken

if TYPE_CHECKING:
    from handover.read.sameness.entry import SourceEntry

AT_ONCE = 50_000  # of many updates, whose hashes are looked at together


def merge(read: Sequence[Updates], zone: dt.tzinfo | None = None) -> Updates:
    """All that was read, each update once, in the order in which each was met first; ids are unique.

    `zone` is that of the days which stand without a time, where the user named it.
    """
    items = tuple(chain.from_iterable(updates.items for updates in read))
    taken = Taken(read)
    with no_collection():
        may_be_twice = bool(taken) or _may_be_twice(read)
    if may_be_twice:
        # Loaded where it is asked for: one sheet tells each update once.
        from handover.read.sameness.entry import entries_of
        from handover.read.sameness.groups import Groups
        from handover.read.sameness.nameless import name_networks

        with no_collection():
            entries = entries_of(read, zone)
            name_networks(entries)
            groups = Groups(entries).joined()
            items = tuple(one for group in groups if not taken.takes(one := _one_of(group), group))
    return Updates(
        items=_with_own_ids(items),
        skipped=tuple(chain.from_iterable(updates.skipped for updates in read)),
        sources=tuple(chain.from_iterable(updates.sources for updates in read)),
        notices=(*chain.from_iterable(updates.notices for updates in read), *taken.not_found()),
        changes=_changes(read),
        returned=tuple(chain.from_iterable(updates.returned for updates in read)),
        taken_out=taken.result(),
        media_left=tuple(chain.from_iterable(updates.media_left for updates in read)),
    )


def _one_of(group: "Sequence[SourceEntry]") -> Update:
    from handover.read.richest import richest

    return richest([entry.update for entry in group]) if len(group) > 1 else group[0].update


def _may_be_twice(read: Sequence[Updates]) -> bool:
    """Whether anything could be told twice: most often there is one source, which tells each update once."""
    told = [updates for updates in read if updates.items]
    if len(told) != 1:
        return bool(told)
    items = told[0].items
    if len({update.origin.sheet for update in items if update.origin}) > 1:
        return True
    # By their hashes, which take less room than what they are of. Where two are the same by chance, the long
    # way finds that they are none.
    owns = (own_address(u.network, u.permalink) for u in items if u.permalink)
    return _is_one_twice(array("q", (hash(own) for own in owns if own and own.sure))) or _is_one_twice(
        array("q", (hash((u.network, u.posted_at, u.text)) for u in items))
    )


def _is_one_twice(hashes: "array[int]") -> bool:
    """Part by part, since a set takes ten times the room of what is in it."""
    parts = 1 + len(hashes) // AT_ONCE
    for part in range(parts):
        some = [one for one in hashes if one % parts == part]
        if len(set(some)) < len(some):
            return True
    return False


def _changes(read: Sequence[Updates]) -> Changes | None:
    """The edits of all workbooks that were read; None where none was."""
    told = [updates.changes for updates in read if updates.changes]
    if not told:
        return None
    return Changes(
        changed=sum(changes.changed for changes in told),
        new=sum(changes.new for changes in told),
        gone=sum(changes.gone for changes in told),
    )


def _with_own_ids(updates: tuple[Update, ...]) -> tuple[Update, ...]:
    """The updates, the second and later of one id with a number behind it."""
    if not _is_one_twice(array("q", (hash(update.id) for update in updates))):
        return updates
    seen: Counter[str] = Counter()
    found = []
    for update in updates:
        seen[update.id] += 1
        count = seen[update.id]
        found.append(update if count == 1 else replace(update, id=f"{update.id}-{count}"))
    return tuple(found)
