"""Which two entries may be one update, the surest first.

Only entries that share words, their beginning or the minute are held together, never all with all.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from handover.read.sameness.entry import DAY, SourceEntry
from handover.read.sameness.no import PLANNED
from handover.read.sameness.wording import LONG, Likeness, is_slip, likeness

FEW = 8  # entries that are all held together
CROWD = 24  # entries near in time that one is held together with
SOME = 8  # entries of one day that one without a time is held together with
BEGINNING = 12  # letters that two texts share at their beginning before one may be a cut of the other
MINUTE = 60  # seconds
ANY, NONE = "any page", "no page"


class Tie(NamedTuple):
    """Two entries that may be one."""

    nameless: bool  # one does not say its network
    unsure: int  # what is guessed: 0 nothing, 1 some minutes, 2 the time of the day, 3 the day
    likeness: Likeness
    linkless: bool  # no whole link is shared
    apart: int  # seconds
    one: SourceEntry
    other: SourceEntry

    @property
    def rank(self) -> tuple[int, ...]:
        """The smaller, the surer."""
        return (*self[:5], self.one.number, self.other.number)


GroupOf = Callable[[SourceEntry], object]  # what stands for all entries that are known to be one with this


def same_words(entries: Sequence[SourceEntry], group_of: GroupOf) -> Iterator[list[Tie]]:
    """Ties of entries with the same words, a list for each text, the surest first."""
    for told in _shelves(entries, lambda entry: entry.words.letters):
        ties = _sorted(found for one, other in _near(told, group_of) if (found := tie(one, other)))
        yield _without_dilemmas(ties)


def like_words(entries: Sequence[SourceEntry], group_of: GroupOf) -> Iterator[list[Tie]]:
    """Ties of entries of which one has the beginning of the other's words, where it can be of one only."""
    for told in _shelves(entries, lambda entry: entry.words.letters[:BEGINNING]):
        ties = _sorted(
            found
            for one, other in _near(told, group_of)
            if one.words.letters != other.words.letters and (found := tie(one, other))
        )
        yield _without_guesses(ties)


def same_minute(entries: Sequence[SourceEntry], group_of: GroupOf) -> Iterator[list[Tie]]:
    """Ties of entries of one minute that differ by a slip of the pen, or of which one has a link only."""
    timed = sorted((entry for entry in entries if entry.timed), key=_stamp)
    ties = []
    for one, other in _within(timed, MINUTE, group_of):
        if one.source != other.source and one.network == other.network:
            found = _tie(one, other, Likeness.SLIP)
            wordless = "" in (one.words.letters, other.words.letters)
            if (wordless and not found.linkless) or differ_by_a_slip(one, other):
                ties.append(found)
    yield _sorted(ties)


def differ_by_a_slip(one: SourceEntry, other: SourceEntry) -> bool:
    """Whether the texts differ by a slip of the pen."""
    ours, theirs = one.words.letters, other.words.letters
    return abs(len(ours) - len(theirs)) < 2 and is_slip(one.update.text, other.update.text)


def tie(one: SourceEntry, other: SourceEntry) -> Tie | None:
    """How two entries with like words may be one; None where that would be a mere guess."""
    if one.source == other.source:
        return None
    alike = likeness(one.words, other.words)
    if alike is None:
        return None
    found = _tie(one, other, alike)
    return found if _is_more_than_a_guess(found) else None


def _is_more_than_a_guess(found: Tie) -> bool:
    short = _shorter(found)
    timed = found.one.timed and found.other.timed
    if found.nameless and (found.likeness or (found.linkless and not short.words.many)):
        return False
    if found.likeness is Likeness.LONGER:
        # At another time, the one with more words may be another update: a variant, a second part.
        return (timed and found.unsure < 2) or (found.unsure < 3 and len(short.words.letters) >= LONG)
    return found.likeness is Likeness.SAME or short.words.many or not found.linkless


def _tie(one: SourceEntry, other: SourceEntry, alike: Likeness) -> Tie:
    unsure, apart = _unsure(one, other)
    linkless = one.pages.whole.isdisjoint(other.pages.whole)
    return Tie(one.network != other.network, unsure, alike, linkless, apart, one, other)


def _unsure(one: SourceEntry, other: SourceEntry) -> tuple[int, int]:
    """What is guessed about the time, and how far apart the two are."""
    if one.stamp is None or other.stamp is None:
        return (0 if one.stamp == other.stamp else 3), 0
    apart = abs(one.stamp - other.stamp)
    if one.vague == other.vague:
        return (0 if apart <= MINUTE else 1), apart
    noon = DAY // 2 if one.vague else -DAY // 2
    return 2, abs(one.stamp + noon - other.stamp)


def _shorter(found: Tie) -> SourceEntry:
    one, other = found.one, found.other
    return one if len(one.words.letters) <= len(other.words.letters) else other


def _sorted(ties: Iterable[Tie]) -> list[Tie]:
    return sorted(ties, key=lambda found: found.rank)


def _without_dilemmas(ties: list[Tie]) -> list[Tie]:
    """The ties, in their order, without those of an entry that has an address or figures of its own but no
    link, where entries of its minute lead to two pages: it would come to the wrong one."""
    leads: defaultdict[int, set[frozenset[str]]] = defaultdict(set)
    for found in ties:
        if found.linkless and not found.unsure:
            for entry, other in ((found.one, found.other), (found.other, found.one)):
                if _has_more(entry) and other.pages.whole and not entry.pages.whole:
                    leads[entry.number].add(other.pages.whole)
    torn = {number for number, pages in leads.items() if not frozenset.intersection(*pages)}
    return [t for t in ties if torn.isdisjoint((t.one.number, t.other.number))] if torn else ties


def _without_guesses(ties: Sequence[Tie]) -> list[Tie]:
    """The ties, in their order, without those of words that may as well be the beginning of another text,
    where more than these words would come to the wrong one."""
    best: dict[int, Tie] = {}
    torn: set[int] = set()
    for found in ties:
        short = _shorter(found)
        first = best.setdefault(short.number, found)
        longer, rival = (t.other if t.one is short else t.one for t in (first, found))
        if _has_more(short) and found[:4] == first[:4] and likeness(longer.words, rival.words) is None:
            torn.add(short.number)
    return [found for found in ties if _shorter(found).number not in torn]


def _has_more(entry: SourceEntry) -> bool:
    """Whether an entry knows more than words and time, and so would put it to what it is joined with."""
    update = entry.update
    return bool(
        entry.own or entry.pages.whole or update.figures or update.post or update.media or update.labels
    )


# --- which entries are held together -----------------------------------------------------------------------


def _shelves(
    entries: Sequence[SourceEntry], key: Callable[[SourceEntry], str]
) -> Iterator[list[SourceEntry]]:
    """Entries with the same key, where several sources have one: those of one network first, then those
    that name none with all."""
    shelves: defaultdict[tuple[str, str], list[SourceEntry]] = defaultdict(list)
    nameless = {key(entry) for entry in entries if not entry.network}
    for entry in entries:
        if found := key(entry):
            shelves[entry.network, found].append(entry)
            if found in nameless and entry.network:
                shelves["", found].append(entry)
    for shelf in sorted(shelves, key=lambda shelf: not shelf[0]) if nameless else shelves:
        told = shelves[shelf]
        if len(told) > 1 and any(entry.source != told[0].source for entry in told):
            yield told


def _near(entries: Sequence[SourceEntry], group_of: GroupOf) -> Iterator[tuple[SourceEntry, SourceEntry]]:
    """Pairs of entries of two groups that may be of one time: all where they are few."""
    if len(entries) <= FEW:
        yield from (p for p in combinations(entries, 2) if group_of(p[0]) is not group_of(p[1]))
        return
    yield from _within(sorted((e for e in entries if e.timed), key=_stamp), PLANNED, group_of)
    yield from _by_page([e for e in entries if e.vague], entries, lambda entry: entry.days, group_of)
    yield from _by_page([e for e in entries if e.stamp is None], entries, lambda entry: (0,), group_of)


def _within(
    timed: Sequence[SourceEntry], seconds: int, group_of: GroupOf
) -> Iterator[tuple[SourceEntry, SourceEntry]]:
    """Pairs of entries, sorted by time, that lie so near."""
    for at, one in enumerate(timed):
        end, group = _stamp(one) + seconds, group_of(one)
        for other in timed[at + 1 : at + 1 + CROWD]:
            if _stamp(other) > end:
                break
            if group_of(other) is not group:
                yield one, other


def _by_page(
    asking: Sequence[SourceEntry],
    entries: Sequence[SourceEntry],
    days: Callable[[SourceEntry], Iterable[int]],
    group_of: GroupOf,
) -> Iterator[tuple[SourceEntry, SourceEntry]]:
    """Pairs of an entry that asks and one of the same day with the same page, or of which one has none."""
    if not asking:
        return
    met: defaultdict[Hashable, dict[object, SourceEntry]] = defaultdict(dict)
    for entry in entries:
        for day in days(entry):
            for page in (*entry.pages.whole, ANY) if entry.pages.whole else (NONE, ANY):
                met[day, page].setdefault(group_of(entry), entry)
    found = {key: list(groups.values()) for key, groups in met.items()}
    asked: defaultdict[Hashable, int] = defaultdict(int)
    for one in asking:
        group = group_of(one)
        for day in days(one):
            for page in (*one.pages.whole, NONE) if one.pages.whole else (ANY,):
                others = found.get((day, page), [])
                start = asked[day, page]  # the second that asks begins with the second, and so on
                asked[day, page] += 1
                for other in _some(others, start):
                    if other.source != one.source and group_of(other) is not group:
                        yield one, other


def _some(entries: Sequence[SourceEntry], start: int) -> Iterator[SourceEntry]:
    """Some of the entries, from one on and round."""
    for step in range(min(SOME, len(entries))):
        yield entries[(start + step) % len(entries)]


def _stamp(entry: SourceEntry) -> int:
    return entry.stamp or 0
