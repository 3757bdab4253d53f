"""Times into UTC: by their own zone, the header's, what ids prove, the user's, or the computer's."""

import datetime as dt
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from handover.model import Joined, Notice, Said
from handover.model.moments import NO_TIME, stated
from handover.read.updates.tables.rows.record import Facts
from handover.read.updates.tables.when.dates import Date
from handover.read.updates.tables.when.times import zone_named

QUARTER = dt.timedelta(minutes=15)
NEAR = dt.timedelta(minutes=5)  # an update goes out within this of the minute it was planned for
SAME = dt.timedelta(minutes=1)
FARTHEST = dt.timedelta(hours=14)  # of any zone from UTC


class Zones:
    """Turns written times into UTC, and counts where a zone had to be assumed."""

    def __init__(
        self,
        facts: Facts,
        dates: Sequence[Date | None],
        proofs: Sequence[dt.datetime | None],
        uploads: Sequence[dt.datetime | None] = (),
    ) -> None:
        self.facts = facts
        self.zone = facts.file_zone or _zone_in(facts.notes)
        self.offsets = [] if self.zone else _offsets(dates, proofs)
        if self.zone is None and facts.zone and not (facts.known and self._speak_against(facts.zone)):
            # A zone that is named holds in summer and winter; what ids prove, for the rows around only.
            self.zone, self.offsets = facts.zone, []
        self.days = [day for day, _ in self.offsets]
        self.assumed = 0
        self.uploads = uploads_agree(dates, uploads)

    def _speak_against(self, zone: dt.tzinfo) -> bool:
        """Whether most ids in a tool's own export, which writes times to the second, prove another zone."""
        against = sum(offset != naive.replace(tzinfo=zone).utcoffset() for naive, offset in self.offsets)
        return 2 * against > len(self.offsets)

    def settled(self, date: Date | None, proof: dt.datetime | None) -> dt.datetime | None:
        """The moment of a row by what its cells state, and by the id in its address (`proof`).

        What a cell states stands. An id gives the time where none is stated or no zone is known, and the
        seconds where it agrees; a tool's own export (`Facts.known`) writes its times from the same clock.
        """
        if proof is None or date is None or date.year is None or date.time is None or self.facts.known:
            return proof or (self.moment(date) if date else None)
        if date.zone is None and self.zone is None and self._may_be(date, proof):
            return proof
        stated = self.moment(date)
        return proof if stated is None or abs(stated - proof) <= NEAR else stated

    def _may_be(self, date: Date, proof: dt.datetime) -> bool:
        """Whether some zone makes the written time that of the id; else the address is another update's."""
        naive = date.clock
        return naive is None or abs(naive - proof.replace(tzinfo=None)) <= FARTHEST + NEAR

    def moment(self, date: Date) -> dt.datetime | None:
        if date.year is None:
            return None
        naive = date.clock
        if naive is None:
            return dt.datetime(date.year, date.month, date.day, tzinfo=dt.UTC)
        moment = self._in_utc(naive, date.zone or self.zone)
        # Midnight as it is written is how programs write a day; any other hour was stated.
        return stated(moment) if moment and date.time != NO_TIME else moment

    def _in_utc(self, naive: dt.datetime, zone: dt.tzinfo | None) -> dt.datetime | None:
        if zone is dt.UTC:
            return naive.replace(tzinfo=dt.UTC)
        if zone is None and self.offsets:
            return (naive - self._offset(naive)).replace(tzinfo=dt.UTC)
        if zone is None:
            zone = self.facts.zone
            self.assumed += zone is None
        try:
            # Without a zone, `astimezone` takes the computer's own.
            return (naive.replace(tzinfo=zone) if zone else naive).astimezone(dt.UTC)
        except (OverflowError, OSError, ValueError):
            return None

    def _offset(self, naive: dt.datetime) -> dt.timedelta:
        # The nearest proof in time counts: so summer time needs no name of a zone.
        at = bisect_left(self.days, naive)
        near = self.offsets[max(0, at - 1) : at + 1]
        return min(near, key=lambda pair: abs(pair[0] - naive))[1]

    def notices(self) -> list[Notice]:
        if not self.assumed:
            return []
        hint = Said('Name the zone they are in if it is another: timezone="Europe/Berlin".')
        if self.uploads:
            zones = Joined(*(str(dt.timezone(offset)) for offset in self.uploads), by=", ")
            hint = Said(
                "The addresses of most posts were made at these times in {zones}. Name the zone if that is"
                ' theirs: timezone="Europe/Berlin".',
                zones=zones,
            )
        return [
            Notice(
                text=Said("Times name no zone: {n} were read as this computer's own.", n=self.assumed),
                hint=hint,
                where=self.facts.location,
            )
        ]


def uploads_agree(dates: Sequence[Date | None], uploads: Sequence[dt.datetime | None]) -> list[dt.timedelta]:
    """Which offsets most ids that a network gives at the upload speak for; [] where they speak for none.

    It is worth a hint and no more: many a picture is uploaded half an hour before its post goes out.
    """
    found, timed = Counter[dt.timedelta](), 0
    for date, upload in zip(dates, uploads, strict=False):
        naive = date.clock if date and not date.zone else None
        if upload is None or naive is None:
            continue
        timed += 1
        gap = naive - upload.replace(tzinfo=None)
        offset = round(gap / (2 * QUARTER)) * 2 * QUARTER
        found[offset] += abs(gap - offset) <= SAME and abs(offset) <= FARTHEST
    told = sorted(offset for offset, count in found.items() if count > 1)
    return told if 2 * sum(found[offset] for offset in told) > timed else []


def _offsets(
    dates: Sequence[Date | None], proofs: Sequence[dt.datetime | None]
) -> list[tuple[dt.datetime, dt.timedelta]]:
    """How far the file's clock was from UTC, at each moment an id proves; [] when ids prove nothing.

    An update goes out within minutes of the time it stands under. Where most rows are off by anything
    but a zone, the times are plans or slips and prove no zone.
    """
    found, timed = [], 0
    for date, proof in zip(dates, proofs, strict=True):
        naive = date.clock if date and not date.zone else None
        if proof is None or naive is None:
            continue
        timed += 1
        gap = naive - proof.replace(tzinfo=None)
        offset = round(gap / QUARTER) * QUARTER
        if abs(gap - offset) <= NEAR and abs(offset) <= FARTHEST:
            found.append((naive, offset))
    return sorted(found) if found and 2 * len(found) > timed else []


def _zone_in(notes: str) -> dt.tzinfo | None:
    """The zone a header names: "Time (EST)", "time_wib", "time_africa_cairo", "Date (GMT)"."""
    words = re.findall(r"[A-Za-z]+(?:[+-]\d{1,2}(?::?\d{2})?)?", notes.replace("_", " "))
    for word in words:
        if (len(word) > 2 or word.isupper()) and (zone := zone_named(word)):
            return zone
    for region, city in pairwise(words):
        if zone := zone_named(f"{region.title()}/{city.title()}"):
            return zone
    return None
