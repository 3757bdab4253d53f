"""Which network a source is for that names none, by what other sources tell.

A scheduler's file is for one channel, and often nothing says which. It is the one whose own records have
nearly all of its updates; not one where only some of them were posted too.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from handover.read.sameness.entry import DAY, SourceEntry
from handover.read.sameness.no import LATE

Moment = tuple[str, int]  # a quarter of an hour, a day, or no time at all
UNKNOWN = "?"  # none that another source names
NEARLY_ALL = 0.8  # of the updates of its time that a network's records have
CLOSE = 0.05  # two networks with nearly the same share: every update went to both


def name_networks(entries: Sequence[SourceEntry]) -> None:
    """Gives entries without a network the one their source is for, `UNKNOWN` where it is for none of those
    named; where it may be for two, they stay without."""
    sources: defaultdict[int, list[SourceEntry]] = defaultdict(list)
    for entry in entries:
        if not entry.network:
            sources[entry.source].append(entry)
    if not sources or all(not entry.network for entry in entries):
        return
    records = _Records(entries, {e.words.letters for told in sources.values() for e in told})
    for told in sources.values():
        shares = sorted(records.shares(told), reverse=True)
        likely = [network for share, network in shares if share >= max(NEARLY_ALL, shares[0][0] - CLOSE)]
        if len(likely) < 2:
            for entry in told:
                entry.network = likely[0] if likely else UNKNOWN


class _Records:
    """What is told of each network, of texts that a source without a network has too."""

    def __init__(self, entries: Iterable[SourceEntry], letters: set[str]) -> None:
        self.spans: dict[str, tuple[int, int]] = {}
        self.said: defaultdict[str, set[tuple[str, Moment]]] = defaultdict(set)
        for entry in entries:
            if not entry.network:
                continue
            said = self.said[entry.network]
            if entry.stamp is not None:
                first, last = self.spans.get(entry.network, (entry.stamp, entry.stamp))
                self.spans[entry.network] = min(first, entry.stamp), max(last, entry.stamp)
            if entry.words.letters in letters:
                said.update((entry.words.letters, moment) for moment in _told(entry))

    def shares(self, told: Sequence[SourceEntry]) -> Iterator[tuple[float, str]]:
        """Each network with the share of these updates that it has, of those in the time it is told of."""
        for network, said in self.said.items():
            first, last = self.spans.get(network, (0, 0))
            inside = [e for e in told if e.stamp is None or first - DAY <= e.stamp <= last + DAY]
            found = sum(
                any((entry.words.letters, moment) in said for moment in _asked(entry)) for entry in inside
            )
            yield (found / len(inside) if inside else 0.0), network


def _told(entry: SourceEntry) -> Iterator[Moment]:
    """What an entry of a network may be found by."""
    yield "ever", 0
    for day in entry.days:
        yield "day", day
        if entry.vague:
            yield "some time", day
    if entry.timed and entry.stamp is not None:
        yield "quarter", entry.stamp // LATE


def _asked(entry: SourceEntry) -> Iterator[Moment]:
    """What an entry without a network asks for: those of its day, or of about its time."""
    if entry.stamp is None:
        yield "ever", 0
    elif entry.vague:
        yield from (("day", day) for day in entry.days)
    else:
        quarter = entry.stamp // LATE
        yield from (("quarter", near) for near in (quarter - 1, quarter, quarter + 1))
        yield from (("some time", day) for day in entry.days)
