"""Entries that are one update: joined by the surest ties first, never with one that contradicts another."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import combinations

from handover.read.sameness.entry import SourceEntry
from handover.read.sameness.group import Group, may_be_one, say_the_same
from handover.read.sameness.guesses import are_safe, gives
from handover.read.sameness.pairs import CROWD, MINUTE, Tie, like_words, same_minute, same_words


class Groups:
    """Entries that are one update. `joined` gives them; to be used once."""

    def __init__(self, entries: Sequence[SourceEntry]) -> None:
        self.entries = entries
        self.group = [Group.of(entry) for entry in entries]  # of each entry, by its number

    def joined(self) -> Iterator[list[SourceEntry]]:
        """Each group, in the order in which its first entry was met."""
        self._join_by(self._own_addresses(), unlike_words=True)
        self._join_by(self._ids(), unlike_words=True)
        self._join_by(self._repeated_rows())
        if any(entry.source != self.entries[0].source for entry in self.entries):
            self._join_by(self._statements())
            for ties_of in (same_words, like_words, same_minute):
                for ties in ties_of(self._open(), self._group_of):
                    self._join_ties(ties)
        for entry in self.entries:
            members = self.group[entry.number].members
            if len(members) == 1:
                yield members
            elif min(member.number for member in members) == entry.number:
                yield sorted(members, key=lambda member: member.number)

    def _group_of(self, entry: SourceEntry) -> object:
        return self.group[entry.number]

    # --- what they are joined by ---

    def _own_addresses(self) -> Iterable[list[SourceEntry]]:
        return self._shared((entry.own, entry) for entry in self.entries if entry.own and entry.own.sure)

    def _ids(self) -> Iterable[list[SourceEntry]]:
        """What our workbook holds keeps its id, whatever the user made of it."""
        held = (e.update for e in self.entries)
        kept = {one.id for one in held if one.placed is not None or one.given_in is not None}
        return self._shared((e.update.id, e) for e in self.entries if e.update.id in kept) if kept else ()

    def _repeated_rows(self) -> Iterable[list[SourceEntry]]:
        return self._shared(
            ((entry.source, entry.network, entry.stamp, entry.update.text), entry)
            for entry in self.entries
            if entry.timed
        )

    def _statements(self) -> Iterable[list[SourceEntry]]:
        """What says the same words at the same time with the same links: most of what is told twice."""
        return self._shared(
            ((e.network, e.stamp and e.stamp // MINUTE, e.words.letters, e.pages.whole), e)
            for e in self.entries
            if e.words.letters and e.network
        )

    def _shared(self, keyed: Iterable[tuple[Hashable, SourceEntry]]) -> Iterable[list[SourceEntry]]:
        found: defaultdict[Hashable, list[SourceEntry]] = defaultdict(list)
        for key, entry in keyed:
            found[key].append(entry)
        return [told for told in found.values() if len(told) > 1]

    def _open(self) -> list[SourceEntry]:
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

    def _join_by(self, sharing: Iterable[list[SourceEntry]], *, unlike_words: bool = False) -> None:
        """Joins entries that share what names an update; with `unlike_words`, those with like words first."""
        for told in sharing:
            pairs = list(combinations(told[:CROWD], 2))
            if unlike_words and len(pairs) > 1:
                pairs.sort(key=lambda pair: not say_the_same(*pair))
            for one, other in pairs:
                self._join(one, other, unlike_words=unlike_words)

    def _join_ties(self, ties: Iterable[Tie]) -> None:
        """Joins by ties that are in order; those that would give a link to a time come last, and together."""
        guesses = []
        for found in ties:
            ours, theirs = self._groups_of(found)
            if found.unsure > 1 and ours is not theirs and gives(ours, theirs):
                guesses.append(found)
            else:
                self._join(found.one, found.other)
        for told in self._connected(guesses):
            if are_safe([self._groups_of(found) for found in told], self._is_of_one_page(told)):
                for found in told:
                    self._join(found.one, found.other)

    def _groups_of(self, found: Tie) -> tuple[Group, Group]:
        return self.group[found.one.number], self.group[found.other.number]

    def _connected(self, guesses: Iterable[Tie]) -> Iterable[list[Tie]]:
        """The guesses that hold together: each gets a list with all that share a group with it."""
        lists: dict[int, list[Tie]] = {}  # by group
        for found in guesses:
            ours, theirs = self._groups_of(found)
            if ours is theirs or not may_be_one(ours, theirs):
                continue
            mine, yours = lists.setdefault(id(ours), []), lists.setdefault(id(theirs), [])
            if mine is not yours:
                mine += yours
                for other in yours:
                    for group in self._groups_of(other):
                        lists[id(group)] = mine
                lists[id(theirs)] = mine
            mine.append(found)
        return {id(told): told for told in lists.values()}.values()

    def _is_of_one_page(self, told: Sequence[Tie]) -> bool:
        """Whether all that has these words, on any network, leads to one page."""
        return bool(self._pages.get(told[0].one.words.letters))

    @cached_property
    def _pages(self) -> dict[str, frozenset[str]]:
        """The pages that all entries with the same words lead to; none where they differ."""
        found: dict[str, frozenset[str]] = {}
        for entry in self.entries:
            if pages := entry.pages.whole:
                found[entry.words.letters] = found.get(entry.words.letters, pages) & pages
        return found

    def _join(self, one: SourceEntry, other: SourceEntry, *, unlike_words: bool = False) -> None:
        """Makes the groups of two entries one, unless something in them contradicts."""
        ours, theirs = self.group[one.number], self.group[other.number]
        if ours is theirs or not may_be_one(ours, theirs, unlike_words=unlike_words):
            return
        if len(ours.members) < len(theirs.members):
            ours, theirs = theirs, ours
        ours.take(theirs)
        for entry in theirs.members:
            self.group[entry.number] = ours
