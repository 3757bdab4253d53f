"""Several sources, one update each.

Two entries are the same update when the address or the id in it is the same; or when network, minute and
words are, links and white space aside (an id may be lost, a link may stand there shortened); or when one
knows the day only, and the words stand but once in the other source near that day.

What contradicts that keeps them apart: a repost is not what it repeats, two ids of one network are two
posts, and so are two rows of one sheet that the user put to different posts or accounts.

The richest of each field is kept, and every other place is named in `origin.also`.
"""

import datetime as dt
import html
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice

from handover.model import Changes, Update, Updates
from handover.networks.ids import id_in
from handover.read.richest import richest
from handover.urls import canonical, host_of

ONE_ID = ("x", "mastodon", "bluesky", "instagram")  # a post has one id there; on LinkedIn it has three
ENOUGH = 20  # characters of words that two people would hardly write alike by chance
MINUTE = 60  # seconds
CROWD = 20  # what more updates than this share, as the address of a profile, does not tell them apart

_LINK = re.compile(r"https?://\S+|\bwww\.\S+|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/\S*", re.IGNORECASE)
_NO_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """One update as one source has it."""

    source: int  # which source, from 0
    update: Update
    words: str  # of its text; where there is one source, the text itself: it writes the same the same way


def merge(read: Sequence[Updates]) -> Updates:
    """All that was read, each update once, in the order in which each was met first; ids are unique."""
    several = sum(1 for updates in read if updates.items) > 1
    items = tuple(chain.from_iterable(updates.items for updates in read))
    if several or _any_twice(items):
        groups = _Groups(several)
        for number, updates in enumerate(read):
            for update in updates.items:
                groups.add(Entry(number, update, words_of(update.text) if several else update.text))
        if several:
            groups.join_by_day()
        items = tuple(groups.updates())
    return Updates(
        items=_with_own_ids(items),
        skipped=tuple(chain.from_iterable(updates.skipped for updates in read)),
        sources=tuple(chain.from_iterable(updates.sources for updates in read)),
        notices=tuple(chain.from_iterable(updates.notices for updates in read)),
        changes=_changes(read),
    )


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


@dataclass(slots=True)
class _Group:
    """Entries that are one update, in the order they were read."""

    members: list[Entry] = field(default_factory=list)
    kinds: dict[Hashable, Entry] = field(default_factory=dict)  # one of each that a contradiction tells apart

    def add(self, entry: Entry) -> None:
        self.members.append(entry)
        if len(self.kinds) < CROWD:
            self.kinds.setdefault(_kind(entry), entry)

    def takes(self, others: Iterable[Entry]) -> bool:
        """Whether none of the others contradicts what is here; an emptied group takes nothing."""
        return bool(self.kinds) and not any(_contradict(a, b) for a in self.kinds.values() for b in others)


@dataclass(slots=True)
class _Groups:
    """Entries that are one update, found by what they have in common."""

    several: bool  # sources
    groups: list[_Group] = field(default_factory=list)
    where: dict[Hashable, list[int]] = field(default_factory=dict)

    def add(self, entry: Entry) -> None:
        keys = list(_keys(entry, self.several))
        near = dict.fromkeys(at for key in keys for at in self.where.get(key, ()))
        fitting = [at for at in near if self.groups[at].takes([entry])]
        home = fitting[0] if fitting else len(self.groups)
        if not fitting:
            self.groups.append(_Group())
        self._put(entry, home, keys)
        for at in fitting[1:]:  # its address ties it to one, its words to another: all are one
            self._join(at, home)

    def join_by_day(self) -> None:
        """Puts what knows the day only, or not even that, to the one entry with its words near that day."""
        timed: dict[Hashable, list[int]] = defaultdict(list)
        for at, group in enumerate(self.groups):
            for entry in group.members:
                if _is_timed(entry.update) and len(entry.words) >= ENOUGH:
                    for key in _said(entry):
                        timed[key].append(at)
        for at, group in enumerate(self.groups):
            if group.members and not any(_is_timed(entry.update) for entry in group.members):
                fitting = {
                    home for entry in group.kinds.values() for home in islice(self._near(entry, timed), 2)
                }
                if len(fitting) == 1:
                    self._join(at, fitting.pop())

    def _near(self, entry: Entry, timed: Mapping[Hashable, Sequence[int]]) -> Iterator[int]:
        """The groups of other sources that say the same near the day of an entry, each once."""
        *_, said = _said(entry)
        keys = [(*said, day) for day in _days(entry.update)] or [said]
        for home in dict.fromkeys(chain.from_iterable(timed.get(key, ()) for key in keys)):
            members = self.groups[home].members
            if members and not any(other.source == entry.source for other in members):
                yield home

    def updates(self) -> Iterator[Update]:
        for group in self.groups:
            if group.members:
                entries = [entry.update for entry in group.members]
                yield richest(entries) if len(entries) > 1 else entries[0]

    def _put(self, entry: Entry, home: int, keys: Iterable[Hashable]) -> None:
        self.groups[home].add(entry)
        for key in keys:
            there = self.where.setdefault(key, [])
            if len(there) < CROWD and home not in there:
                there.append(home)

    def _join(self, at: int, home: int) -> None:
        """Moves a group into another, unless they contradict each other."""
        if at != home and self.groups[home].takes(self.groups[at].kinds.values()):
            moved, self.groups[at] = self.groups[at], _Group()
            for entry in moved.members:
                self._put(entry, home, _keys(entry, self.several))


# --- what ties two entries together ------------------------------------------------------------------------


def _any_twice(updates: Sequence[Update]) -> bool:
    """Whether anything in one source could be the same: most sources name each update once."""
    ids = Counter(update.id for update in updates)
    said = Counter(update.text or _shown(update) for update in updates)
    seen: set[Hashable] = set()
    for update in updates:
        if not update.permalink and ids[update.id] == said[update.text or _shown(update)] == 1:
            continue  # it shares no key with another, for it shares neither id nor words
        for key in _keys(Entry(0, update, update.text), several=False):
            if key in seen:
                return True
            seen.add(key)
    return False


def _keys(entry: Entry, several: bool) -> Iterator[Hashable]:
    """What another entry of the same update has too: address, id, or minute and words."""
    update, repeated = entry.update, entry.update.kind == "repost"
    if update.permalink:
        address = _address(update)
        yield address, repeated
        if not several and address[0]:  # in one source an id is there or is not
            return
    yield "id", update.id
    if update.posted_at:
        minute = int(update.posted_at.timestamp()) // MINUTE
        told = entry.words or _shown(update)
        if told:
            yield update.network, minute, told, repeated


def _shown(update: Update) -> str:
    return " ".join(map(canonical, update.links))


def _address(update: Update) -> tuple[str, str]:
    number = id_in(update.network, update.permalink) if update.network in ONE_ID else ""
    if not number:
        return "", canonical(update.permalink)
    # Every Mastodon server counts for itself.
    return update.network + (host_of(update.permalink) if update.network == "mastodon" else ""), number


def _said(entry: Entry) -> Iterator[tuple[Hashable, ...]]:
    """Words and day, then the words alone."""
    said = entry.update.network, entry.update.kind == "repost", entry.words
    if entry.update.posted_at:
        yield *said, entry.update.posted_at.date()
    yield said


def _days(update: Update) -> Iterator[dt.date]:
    """The day, and those it may be in another zone."""
    if update.posted_at:
        yield from (update.posted_at.date() + dt.timedelta(days=step) for step in (0, 1, -1))


def words_of(text: str) -> str:
    """The words alone: without links, punctuation, case and white space. "" when there are none."""
    plain = unicodedata.normalize("NFKC", html.unescape(text))
    bare = _NO_WORD.sub(" ", _LINK.sub(" ", plain)).strip().casefold()
    return bare or _LINK.sub("", plain).strip()


# --- what keeps them apart ---------------------------------------------------------------------------------


def _kind(entry: Entry) -> Hashable:
    update = entry.update
    told = update.id, update.kind, update.permalink, update.post, update.account, update.placed is None
    return entry.source, entry.words, update.text, *told


def _contradict(one: Entry, other: Entry) -> bool:
    a, b = one.update, other.update
    if a.network != b.network or (a.kind == "repost") != (b.kind == "repost"):
        return True
    if a.placed is not None or b.placed is not None:  # from our own workbook: the user may have rewritten it
        return a.id != b.id and _differ(_id(a), _id(b))
    if a.network in ONE_ID and _id(a) and _id(b):
        if _id(a) != _id(b):
            return True
        if one.source != other.source:  # one of them is a label or a note, or was edited since
            return False
    if one.source == other.source and (
        _differ(a.post, b.post)
        or _differ(a.account, b.account)
        or _differ(_place(a), _place(b))
        or (a.text != b.text and a.id != b.id and not _place(a))  # two answers that differ in their link
    ):
        return True
    return not _alike(one.words, other.words)


def _differ(one: str, other: str) -> bool:
    return bool(one and other) and one != other


def _id(update: Update) -> str:
    network, number = _address(update) if update.permalink else ("", "")
    return f"{network}/{number}" if network else ""


def _place(update: Update) -> str:
    return canonical(update.permalink) if update.permalink else ""


def _alike(one: str, other: str) -> bool:
    """Whether these may be one update's words: one the beginning of the other, or most of them shared."""
    if not one or not other or one.startswith(other) or other.startswith(one):
        return True
    ours, theirs = set(one.split()), set(other.split())
    return 2 * len(ours & theirs) >= min(len(ours), len(theirs))


def _is_timed(update: Update) -> bool:
    moment = update.posted_at
    return moment is not None and moment.timetuple()[3:6] != (0, 0, 0)


def _with_own_ids(updates: tuple[Update, ...]) -> tuple[Update, ...]:
    """The updates, the second and later of one id with a number behind it."""
    if len({update.id for update in updates}) == len(updates):
        return updates
    seen: Counter[str] = Counter()
    found = []
    for update in updates:
        seen[update.id] += 1
        count = seen[update.id]
        found.append(update if count == 1 else replace(update, id=f"{update.id}-{count}"))
    return tuple(found)
