"""Entries that are one update, and whether two such groups may be one."""

from collections.abc import Sequence
from itertools import chain

from handover.later import dataclass
from handover.read.sameness.entry import SourceEntry
from handover.read.sameness.no import are_one_address, are_two_addresses, contradict
from handover.read.sameness.pairs import differ_by_a_slip
from handover.read.sameness.wording import likeness


@dataclass(slots=True, eq=False)
class Group:
    """Entries that are one update."""

    members: list[SourceEntry]
    sources: int  # a bit for each source that tells of it
    exactness: int  # how well its time is known: 0 not at all, 1 to the day, 2 to the minute

    @classmethod
    def of(cls, entry: SourceEntry) -> "Group":
        """A group of one."""
        return cls([entry], 1 << entry.source, (entry.stamp is not None) + entry.timed)

    @property
    def pages(self) -> frozenset[str]:
        """The pages it is known to lead to."""
        return frozenset().union(*(entry.pages.whole for entry in self.members))

    @property
    def posts(self) -> frozenset[str]:
        """The user's words for the post it belongs to."""
        return frozenset(entry.update.post for entry in self.members if entry.update.post)

    def take(self, other: "Group") -> None:
        """Takes in the entries of another group."""
        self.members += other.members
        self.sources |= other.sources
        self.exactness = max(self.exactness, other.exactness)


def may_be_one(ours: Group, theirs: Group, *, unlike_words: bool = False) -> bool:
    """Whether nothing in one group says no to the other; with `unlike_words`, words do not."""
    if ours.sources & theirs.sources and not _are_repeated(ours.members, theirs.members):
        return False
    return _fit(ours.members, theirs.members, unlike_words=unlike_words)


def _are_repeated(ours: Sequence[SourceEntry], theirs: Sequence[SourceEntry]) -> bool:
    """Whether entries of one source are rows told twice."""
    return not any(
        contradict(one, other) or _may_be_two(one, ours, theirs)
        for one in ours
        for other in theirs
        if one.source == other.source
    )


def _fit(ours: Sequence[SourceEntry], theirs: Sequence[SourceEntry], *, unlike_words: bool) -> bool:
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


def _is_edited(entry: SourceEntry, group: Sequence[SourceEntry]) -> bool:
    """Whether this is what the user made of another entry of the group in our workbook."""
    return entry.update.placed is not None and any(other.update.placed is None for other in group)


def _may_be_two(row: SourceEntry, ours: Sequence[SourceEntry], theirs: Sequence[SourceEntry]) -> bool:
    """Whether two like rows of one sheet, which knows no time and no links, may have led to two pages."""
    return row.vague and not row.pages.whole and any(entry.pages.whole for entry in chain(ours, theirs))


def _may_say_the_same(
    one: SourceEntry, ours: Sequence[SourceEntry], other: SourceEntry, theirs: Sequence[SourceEntry]
) -> bool:
    """Whether the words are alike, or those that another source has for the same post."""
    if say_the_same(one, other):
        return True
    mine = [entry for entry in ours if entry is one or are_one_address(one, entry)]
    yours = [entry for entry in theirs if entry is other or are_one_address(other, entry)]
    return len(mine) + len(yours) > 2 and any(say_the_same(a, b) for a in mine for b in yours)


def say_the_same(one: SourceEntry, other: SourceEntry) -> bool:
    """Whether the words of two entries may be those of one update; where one has none, they may."""
    ours, theirs = one.words, other.words
    if not (ours.letters and theirs.letters) or likeness(ours, theirs) is not None:
        return True
    return differ_by_a_slip(one, other)
