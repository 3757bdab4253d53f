"""One update as one source has it, with all that is compared, worked out once."""

import datetime as dt
from collections.abc import Iterable, Sequence

from handover.later import dataclass
from handover.model import Update, Updates
from handover.model.moments import is_day
from handover.networks.own import Own, author_in, own_address
from handover.read.sameness.accounts import Account, account_of
from handover.read.sameness.link_targets import Targets, targets_of
from handover.read.sameness.wording import Wording, read_words, tails_of

DAY = 86_400  # seconds
WEST, EAST = 9 * 3600, 13 * 3600  # seconds from UTC within which nearly all people live
_FIRST = dt.date(1970, 1, 1).toordinal()
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


@dataclass(slots=True, eq=False)
class SourceEntry:
    """An update of one source."""

    update: Update
    number: int  # in the order read
    source: int  # a sheet of a file is a source of its own
    network: str  # "" where the source does not say which
    kind: str  # "" where a text may be an answer or a repost that its source does not call one
    words: Wording
    pages: Targets
    own: Own | None  # what names this post and no other
    account: Account | None
    is_only: bool  # the source names no other account of this network
    stamp: int | None  # seconds since 1970; of a day, its midnight in UTC
    vague: bool  # only the day is known
    days: tuple[int, ...]  # the day, or for a time those it may be on where the author is

    @property
    def timed(self) -> bool:
        return self.stamp is not None and not self.vague


def entries_of(read: Sequence[Updates], zone: dt.tzinfo | None) -> list[SourceEntry]:
    """All that was read as entries, in order. `zone`: of days without a time, where it is known."""
    texts: dict[str, Wording] = {}
    found: list[SourceEntry] = []
    for source, updates in _sources(read):
        accounts: dict[str, set[Account]] = {}
        first = len(found)
        tails = tails_of(update.text for update in updates)
        for update in updates:
            words = read_words(update.text, tails) if tails else texts.get(update.text)
            if words is None:
                words = texts[update.text] = read_words(update.text)
            entry = _entry(update, len(found), source, words, zone)
            if entry.account:
                accounts.setdefault(entry.network, set()).add(entry.account)
            found.append(entry)
        for entry in found[first:]:
            entry.is_only = len(accounts.get(entry.network, ())) < 2
    return found


def _sources(read: Sequence[Updates]) -> Iterable[tuple[int, Sequence[Update]]]:
    """The updates by source. What our own workbook holds comes from the sheets of others."""
    number = 0
    for updates in read:
        sheets: dict[str, list[Update]] = {}
        ours = updates.changes is not None or any(u.placed is not None for u in updates.items)
        for update in updates.items:
            name = update.origin.sheet if update.origin and not ours else ""
            sheets.setdefault(name, []).append(update)
        for items in sheets.values():
            yield number, items
            number += 1


def _entry(update: Update, number: int, source: int, words: Wording, zone: dt.tzinfo | None) -> SourceEntry:
    stamp, vague, days = _when(update.posted_at, zone)
    return SourceEntry(
        update=update,
        number=number,
        source=source,
        network=_network(update),
        kind=_kind(update),
        words=words,
        pages=targets_of(tuple(link for link in update.links if link != update.permalink)),
        own=own_address(update.network, update.permalink) if update.permalink else None,
        account=account_of(update.account or author_in(update.network, update.permalink)),
        is_only=True,
        stamp=stamp,
        vague=vague,
        days=days,
    )


def _network(update: Update) -> str:
    """The network, "" where none was named; a word that is no network stands as the account of "other"."""
    if update.network == "other" and not update.permalink:
        account = update.account.strip()
        return "" if not account or account.isdigit() else f"other {account.casefold()}"
    return update.network


def _kind(update: Update) -> str:
    if update.kind == "original" and update.text.startswith(("@", "RT @")):
        return ""
    return update.kind


def _when(moment: dt.datetime | None, zone: dt.tzinfo | None) -> tuple[int | None, bool, tuple[int, ...]]:
    """Seconds, whether they stand for a day only, and the days that may be meant.

    Midnight in UTC is how a day without a time is kept. A time lies on one day where the author's zone is
    known, else on one or two.
    """
    if moment is None:
        return None, False, ()
    stamp = (moment - _EPOCH) // dt.timedelta(seconds=1)
    if is_day(moment):
        return stamp, True, (_FIRST + stamp // DAY,)
    if zone is dt.UTC:
        return stamp, False, (_FIRST + stamp // DAY,)
    if zone is not None:
        try:
            return stamp, False, (moment.astimezone(zone).toordinal(),)
        except OverflowError:  # at the end of time
            return stamp, False, (_FIRST + stamp // DAY,)
    here, west, east = (_FIRST + second // DAY for second in (stamp, stamp - WEST, stamp + EAST))
    return stamp, False, tuple(dict.fromkeys((here, west, east)))
