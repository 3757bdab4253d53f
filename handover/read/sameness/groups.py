"""Entries that are one update: joined by the surest ties first, never with one that contradicts another."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations

from handover.read.sameness.entry import Entry
from handover.read.sameness.no import are_two_addresses, contradict
from handover.read.sameness.pairs import CROWD, MINUTE, differ_by_a_slip, like_words, same_minute, same_words
from handover.read.sameness.words import likeness


@dataclass(slots=True, eq=False)
class _Group:
    """Entries that are one update."""

    members: list[Entry]
    sources: int  # a bit for each source that tells of it

    @classmethod
    def of(cls, entry: Entry) -> "_Group":
        return cls([entry], 1 << entry.source)


class Groups:
    """Entries that are one update. `joined` gives them; to be used once."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries
        self.group = [_Group.of(entry) for entry in entries]  # of each entry, by its number

    def joined(self) -> Iterator[list[Entry]]:
        """Each group, in the order in which its first entry was met."""
        self._join_by(self._own_addresses(), unlike_words=True)
        self._join_by(self._ids(), unlike_words=True)
        self._join_by(self._repeated_rows())
        if any(entry.source != self.entries[0].source for entry in self.entries):
            self._join_by(self._statements())
            for ties_of in (same_words, like_words, same_minute):
                for ties in ties_of(self._open(), self._group_of):
                    for found in ties:
                        self._join(found.one, found.other)
        for entry in self.entries:
            members = self.group[entry.number].members
            if len(members) == 1:
                yield members
            elif min(member.number for member in members) == entry.number:
                yield sorted(members, key=lambda member: member.number)

    def _group_of(self, entry: Entry) -> object:
        return self.group[entry.number]

    # --- what they are joined by ---

    def _own_addresses(self) -> Iterable[list[Entry]]:
        return self._shared(
            (entry.own, entry)
            for entry in self.entries
            if entry.own and not entry.own.kind.startswith("other")
        )

    def _ids(self) -> Iterable[list[Entry]]:
        """What our workbook holds keeps its id, whatever the user made of it."""
        kept = {entry.update.id for entry in self.entries if entry.update.placed is not None}
        return self._shared((e.update.id, e) for e in self.entries if e.update.id in kept) if kept else ()

    def _repeated_rows(self) -> Iterable[list[Entry]]:
        return self._shared(
            ((entry.source, entry.network, entry.stamp, entry.update.text), entry)
            for entry in self.entries
            if entry.timed
        )

    def _statements(self) -> Iterable[list[Entry]]:
        """What says the same words at the same time with the same links: most of what is told twice."""
        return self._shared(
            ((e.network, e.stamp and e.stamp // MINUTE, e.words.letters, e.pages.whole), e)
            for e in self.entries
            if e.words.letters and e.network
        )

    def _shared(self, keyed: Iterable[tuple[Hashable, Entry]]) -> Iterable[list[Entry]]:
        found: defaultdict[Hashable, list[Entry]] = defaultdict(list)
        for key, entry in keyed:
            found[key].append(entry)
        return [told for told in found.values() if len(told) > 1]

    def _open(self) -> list[Entry]:
        """The entries of groups that lack a source which tells of their network."""
        sources: defaultdict[str, int] = defaultdict(int)
        for entry in self.entries:
            sources[entry.network] |= 1 << entry.source
        nameless = sources.pop("", 0)  # of which nobody knows who else tells of it
        return [
            entry
            for entry in self.entries
            if not entry.network or (sources[entry.network] | nameless) & ~self.group[entry.number].sources
        ]

    # --- joining ---

    def _join_by(self, sharing: Iterable[list[Entry]], *, unlike_words: bool = False) -> None:
        """Joins entries that share what names an update; with `unlike_words`, those with like words first."""
        for told in sharing:
            pairs = list(combinations(told[:CROWD], 2))
            if unlike_words and len(pairs) > 1:
                pairs.sort(key=lambda pair: not _say_the_same(*pair))
            for one, other in pairs:
                self._join(one, other, unlike_words=unlike_words)

    def _join(self, one: Entry, other: Entry, *, unlike_words: bool = False) -> None:
        """Makes the groups of two entries one, unless something in them contradicts."""
        ours, theirs = self.group[one.number], self.group[other.number]
        if ours is theirs:
            return
        if ours.sources & theirs.sources and not _are_repeated(ours.members, theirs.members):
            return
        if not _fit(ours.members, theirs.members, unlike_words=unlike_words):
            return
        if len(ours.members) < len(theirs.members):
            ours, theirs = theirs, ours
        ours.members += theirs.members
        ours.sources |= theirs.sources
        for entry in theirs.members:
            self.group[entry.number] = ours


def _are_repeated(ours: Sequence[Entry], theirs: Sequence[Entry]) -> bool:
    """Whether entries of one source are rows told twice."""
    return not any(
        contradict(one, other) or _may_be_two(one, ours, theirs)
        for one in ours
        for other in theirs
        if one.source == other.source
    )


def _fit(ours: Sequence[Entry], theirs: Sequence[Entry], *, unlike_words: bool) -> bool:
    """Whether no entry of one group says no to one of another source in the other."""
    for one in ours:
        for other in theirs:
            if one.source == other.source:
                continue
            if _is_edited(one, ours) or _is_edited(other, theirs):
                if are_two_addresses(one, other):
                    return False
            elif contradict(one, other) or not (unlike_words or _may_say_the_same(one, ours, other, theirs)):
                return False
    return True


def _is_edited(entry: Entry, group: Sequence[Entry]) -> bool:
    """Whether this is what the user made of another entry of the group in our workbook."""
    return entry.update.placed is not None and any(other.update.placed is None for other in group)


def _may_be_two(row: Entry, ours: Sequence[Entry], theirs: Sequence[Entry]) -> bool:
    """Whether two like rows of one sheet, which knows no time and no links, may have led to two pages."""
    return row.vague and not row.pages.whole and any(entry.pages.whole for entry in chain(ours, theirs))


def _may_say_the_same(one: Entry, ours: Sequence[Entry], other: Entry, theirs: Sequence[Entry]) -> bool:
    """Whether the words are alike, or those that another source has for the same post."""
    if _say_the_same(one, other):
        return True
    mine = [entry for entry in ours if entry is one or (one.own and entry.own == one.own)]
    yours = [entry for entry in theirs if entry is other or (other.own and entry.own == other.own)]
    return len(mine) + len(yours) > 2 and any(_say_the_same(a, b) for a in mine for b in yours)


def _say_the_same(one: Entry, other: Entry) -> bool:
    ours, theirs = one.words, other.words
    if not (ours.letters and theirs.letters) or likeness(ours, theirs) is not None:
        return True
    return differ_by_a_slip(one, other)
