"""Counts what came out against what was sent. Nothing here knows how entries are joined.

An update that came out is known by the rows its places name, by its own address, or by its second. Updates
with the same words on the same network, which are re-posts or made of one phrase, can be told apart only by
date and link: as many of them must come out as any one source tells, or as have different dates and links.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from handover.model import Pairing, Update
from tests.worlds.exports import address_of
from tests.worlds.told import Told
from tests.worlds.truth import HOST, Sent, Truth

_PLACE = re.compile(r"(?P<file>.*?)(?: › (?P<sheet>.*))?, row (?P<row>\d+)")


FAULTS = ("lost", "mixed", "doubles", "wrong", "guessed")
Key = tuple[str, str, str]  # network, account and words


@dataclass(slots=True)
class Count:
    """What was found; each fault with what shows it."""

    sent: int = 0  # that any source tells of
    came: int = 0
    lost: list[str] = field(default_factory=list)
    doubles: list[str] = field(default_factory=list)
    mixed: list[str] = field(default_factory=list)  # made of two updates
    pairs: int = 0
    wrong: list[str] = field(default_factory=list)  # pairs of an update with a link that can be read
    guessed: list[str] = field(default_factory=list)  # wrong pairs of one without

    def add(self, other: "Count") -> None:
        """Take in another world's."""
        self.sent += other.sent
        self.came += other.came
        self.pairs += other.pairs
        for name in FAULTS:
            getattr(self, name).extend(getattr(other, name))

    def __str__(self) -> str:
        share = len(self.doubles) / max(1, self.came)
        return (
            f"{self.sent:,} updates told of, {self.came:,} came out: {len(self.lost)} lost, "
            f"{len(self.mixed)} made of two, {len(self.doubles)} twice ({share:.2%}); "
            f"{self.pairs:,} pairs, {len(self.wrong)} wrong, "
            f"and {len(self.guessed)} of updates without a readable link"
        )


def count(truth: Truth, sources: Sequence[Told], items: Sequence[Update], pairing: Pairing) -> Count:
    """What became of the updates."""
    return _Counting(truth, sources).count(items, pairing)


class _Counting:
    def __init__(self, truth: Truth, sources: Sequence[Told]) -> None:
        self.sent = truth.sent
        self.titles = [article.title for article in truth.articles]
        self.sources = sources
        self.rows = {(str(told.path), row): number for told in sources for row, number in told.rows.items()}
        self.lacking = {
            (str(told.path), row): told for told in sources if not told.exact for row in told.rows
        }
        self.addresses = {_number(address_of(one)): one.number for one in truth.sent}
        self.seconds = {(one.network, one.at): one.number for one in truth.sent}

    def count(self, items: Sequence[Update], pairing: Pairing) -> Count:
        told = [self._told_by(update) for update in items]
        found = Count(sent=len({number for one in self.sources for number in one.tells}), came=len(items))
        found.mixed = [
            f"{update.network}: {update.text!r} is made of {[self._name(n) for n in sorted(numbers)]}"
            for update, numbers in zip(items, told, strict=True)
            if numbers and self._are_two(update, numbers)
        ]
        self._by_words(found, items, told)
        found.pairs = len(pairing.pairs)
        by_id = {update.id: numbers for update, numbers in zip(items, told, strict=True)}
        for pair in pairing.pairs:
            numbers = by_id[pair.update.id]
            if numbers and pair.post.title not in {self.titles[self.sent[n].article] for n in numbers}:
                faults = found.wrong if any(HOST in link for link in pair.update.links) else found.guessed
                faults.append(f"{pair.update.text!r} stands with {pair.post.title!r}: {pair.reason}")
        return found

    def _told_by(self, update: Update) -> set[int]:
        """The updates that this one is made of, as far as its places, address or second tell."""
        found = {self.rows[place] for place in _places(update) if place in self.rows}
        return found | self._sure(update)

    def _sure(self, update: Update) -> set[int]:
        """Of these, the ones that are told by more than a row without its day or link."""
        found = {
            self.rows[place] for place in _places(update) if place in self.rows.keys() - self.lacking.keys()
        }
        if (number := _number(update.permalink)) in self.addresses:
            found.add(self.addresses[number])
        if update.posted_at and (second := (update.network, update.posted_at)) in self.seconds:
            found.add(self.seconds[second])
        return found

    def _are_two(self, update: Update, numbers: set[int]) -> bool:
        sure = self._sure(update) or set(sorted(numbers)[:1])
        if len(sure) > 1:
            return True
        first = self.sent[next(iter(sure))]
        for place in _places(update):
            if told := self.lacking.get(place):
                row = self.sent[self.rows[place]]
                same = _key(row) == _key(first)
                same &= not told.has_days or row.here.date() == first.here.date()
                same &= not told.has_links or row.link == first.link
                if not same:
                    return True
        return False

    def _by_words(self, found: Count, items: Sequence[Update], told: Sequence[set[int]]) -> None:
        came: Counter[Key] = Counter()
        for update, numbers in zip(items, told, strict=True):
            if not numbers:
                found.mixed.append(f"nobody knows where this comes from: {update}")
            for key in {_key(self.sent[n]) for n in numbers}:
                came[key] += 1
        for key, (least, most) in self._expected().items():
            if came[key] < least:
                found.lost += [f"{key}: {came[key]} of {least}"] * (least - came[key])
            if came[key] > most:
                found.doubles += [f"{key}: {came[key]} for {most}"] * (came[key] - most)

    def _expected(self) -> Mapping[Key, tuple[int, int]]:
        """How many updates with the same words there must be, and how many there may be."""
        dated: defaultdict[Key, set[object]] = defaultdict(set)
        most: defaultdict[Key, set[int]] = defaultdict(set)
        single: defaultdict[Key, int] = defaultdict(int)
        for source in self.sources:
            mine: Counter[Key] = Counter()
            for number in source.tells:
                one = self.sent[number]
                key = _key(one)
                mine[key] += 1
                most[key].add(number)
                if source.exact:
                    dated[key].add(number)
            for key, times in mine.items():
                single[key] = max(single[key], times)
        return {key: (max(single[key], len(dated[key])), len(most[key])) for key in most}

    def _name(self, number: int) -> str:
        one = self.sent[number]
        return f"{one.at:%Y-%m-%d %H:%M:%S} {one.link[-30:]}"


def _key(sent: Sent) -> Key:
    return sent.network, sent.account, sent.text


def _places(update: Update) -> list[tuple[str, int | None]]:
    """File and row of each entry that an update is made of."""
    if update.origin is None:
        return []
    also = (_PLACE.match(place) for place in update.origin.also)
    return [(update.origin.file, update.origin.row), *((m["file"], int(m["row"])) for m in also if m)]


def _number(address: str) -> str:
    """What names the post in its address: the last part. An activity's number lies beside its share's."""
    return address.rstrip("/").rpartition("/")[2].rpartition(":")[2] if address else ""
