"""Whether "03/04/2025" is in March or in April, decided for a whole file and said."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from handover.later import pattern
from handover.model import N_, Notice, Quoted, Said
from handover.read.updates.tables.rows.cell_words import listed, plain
from handover.read.updates.tables.rows.record import Facts, Record
from handover.read.updates.tables.when.dates import Date
from handover.read.updates.tables.when.month_names import weekday_in, weekday_of

ENOUGH = 5  # dates that make an accident unlikely
FEW = 3  # dates that do when one order makes leaps FAR times as long
FAR = 5
NEAR_DAY = dt.timedelta(hours=40)  # a day and a zone
_DAY_FIRST = pattern(
    r"\b(?:dd?|day|tag|jour|d[ií]a)\s*[-/. ]\s*(?:mm?|month|monat|mois|mes)\b", re.IGNORECASE
)
_MONTH_FIRST = pattern(
    r"\b(?:mm?|month|monat|mois|mes)\s*[-/. ]\s*(?:dd?|day|tag|jour|d[ií]a)\b", re.IGNORECASE
)


# Words of headers that no English sheet has; of the other languages seen, none writes the month first.
_DAY_FIRST_WORDS = frozenset(
    listed("""
        datum | uhrzeit | kanal | netzwerk | plattform | inhalt | beitrag | beitragstext | wochentag | wann
        | jour | heure | reseau | reseaux | texte | legende | statut | lien | fecha | hora | texto | leyenda
        | estado | enlace | rede | legenda | conteudo | postagem | giorno | testo | didascalia | stato
        | canale | rete | tijd | kanaal | tekst | bericht | godzina | tresc | platforma | inlagg | opslag
        | innehall | dato | innlegg | tarih | дата | время | текст | ημερομηνια
        | saat | metin | durum | paivamaara | pvm | julkaisupaiva | kellonaika | prispevek | odkaz | stav
        | stare | postare | tanggal | tautan | ngay | посилання | ссылка | статус | ωρα | κειμενο | κατασταση
        | klokkeslett | klokkeslæt | tidspunkt | lenke | lank | التاريخ | الوقت | النص
    """)
)

_DAY_TOLD = N_("Dates like {example} were read with the day before month, {reason}.")
_MONTH_TOLD = N_("Dates like {example} were read with the month before day, {reason}.")


def speaks_day_first(header: Iterable[str]) -> bool:
    """Whether a header has a word of a language that writes the day before the month."""
    return any(not _DAY_FIRST_WORDS.isdisjoint(plain(word).split()) for word in header if word)


def in_order(
    records: Sequence[Record], dates: list[Date | None], proofs: Sequence[dt.datetime | None], facts: Facts
) -> tuple[list[Date | None], list[Notice]]:
    firsts = Counter(date.first for date in dates if date and date.first)
    open_ = [index for index, date in enumerate(dates) if date and date.either]
    if not open_ and not firsts:
        return dates, []
    notices = []
    if firsts and len(firsts) == 1:
        dates, told = _undo_half_conversion(records, dates, firsts[1] > 0, facts)
        notices += told
    if not open_:
        return dates, notices
    day_first, reason, sure = _order(records, dates, proofs, open_, firsts, facts)
    if day_first:
        dates = [date.swapped() if date and date.either else date for date in dates]
    if not (facts.known and sure):
        example = str(records[open_[0]].date).strip()
        order = _DAY_TOLD if day_first else _MONTH_TOLD
        notices.append(
            Notice(
                text=Said(order, example=Quoted(example), reason=reason),
                hint="" if sure else Said("Look at a few of them; write dates as 2025-03-04 to be sure."),
                where=facts.location,
            )
        )
    return dates, notices


def _order(
    records: Sequence[Record],
    dates: Sequence[Date | None],
    proofs: Sequence[dt.datetime | None],
    open_: Sequence[int],
    firsts: Counter[int],
    facts: Facts,
) -> tuple[bool, Said, bool]:
    """Whether the day comes first, why in words, and whether that is certain."""
    by_id = Counter(_agrees(dates[i], proofs[i]) for i in open_)
    if by_id[True] != by_id[False]:
        return by_id[True] > by_id[False], Said("as the ids of the posts prove"), True
    if firsts[1] != firsts[2]:
        row = next(
            r.row
            for r, d in zip(records, dates, strict=True)
            if d and d.first == (1 if firsts[1] > firsts[2] else 2)
        )
        return firsts[1] > firsts[2], Said("as row {row} proves", row=str(row)), not (firsts[1] and firsts[2])
    inside = Counter(_fits(dates[i], _weekday_inside(records[i])) for i in open_)
    if inside[True] != inside[False] and not (inside[True] and inside[False]):
        return inside[True] > 0, Said("as the weekdays in them prove"), True
    by_day = Counter(_fits(dates[i], weekday_of(records[i].weekday)) for i in open_)
    if by_day[True] != by_day[False] and not (by_day[True] and by_day[False]):
        several = by_day[True] + by_day[False] > 1
        return by_day[True] > by_day[False], Said("as the weekdays beside them prove"), several
    for told, day_first in ((_DAY_FIRST, True), (_MONTH_FIRST, False)):
        if told.search(facts.notes):
            return day_first, Said("as the header says"), True
    plain, swapped = _leaps(dates, swap=False), _leaps(dates, swap=True)
    times = 2 if len(open_) >= ENOUGH else FAR if len(open_) >= FEW else 0
    if times * min(plain, swapped) < max(plain, swapped) * (times > 0):
        return swapped < plain, Said("because so they follow one another"), False
    if facts.day_first is not None:
        return facts.day_first, Said("as is usual in such files"), False
    return False, Said("but nothing in the file proves it"), False


def _agrees(date: Date | None, proof: dt.datetime | None) -> bool | None:
    # True: only with the day first; False: only with the month first.
    if not date or not proof or date.year is None:
        return None
    plain, swapped = (abs(noon(d) - proof) < NEAR_DAY for d in (date, date.swapped()))
    return None if plain == swapped else swapped


def _weekday_inside(record: Record) -> int | None:
    return weekday_in(record.date) if isinstance(record.date, str) else None


def _fits(date: Date | None, wanted: int | None) -> bool | None:
    if not date or wanted is None or date.year is None:
        return None
    plain, swapped = (noon(d).weekday() == wanted for d in (date, date.swapped()))
    return None if plain == swapped else swapped


def _leaps(dates: Iterable[Date | None], *, swap: bool) -> int:
    """How many days lie between one row and the next, all in all."""
    days = [noon(d.swapped() if swap and d.either else d) for d in dates if d and d.year]
    return sum(abs((later - sooner).days) for sooner, later in pairwise(days))


def noon(date: Date) -> dt.datetime:
    return dt.datetime(date.year or 2000, date.month, date.day, 12, tzinfo=dt.UTC)


def _undo_half_conversion(
    records: Sequence[Record], dates: list[Date | None], day_first: bool, facts: Facts
) -> tuple[list[Date | None], list[Notice]]:
    """Exchange day and month where a spreadsheet program did so.

    A program that wants the month first leaves "30/9/2024" as text, for it is no date to it, and turns
    "1/10/2024" into 10 January. The text that was left proves that the others were exchanged, as long as
    none of them has a day above 12, which no exchange could have made.
    """
    real = [i for i, date in enumerate(dates) if date and isinstance(records[i].date, dt.date)]
    if not real or any((date := dates[i]) and date.day > 12 for i in real):
        return dates, []
    turned = set(real)
    changed = [d.swapped() if d and i in turned else d for i, d in enumerate(dates)]
    order = [d.swapped() if d and d.either and day_first else d for d in dates]
    order_changed = [d.swapped() if d and d.either and day_first else d for d in changed]
    if len(real) < ENOUGH and _leaps(order_changed, swap=False) >= _leaps(order, swap=False):
        return dates, []
    return changed, [
        Notice(
            text=Said(
                "The spreadsheet program had exchanged day and month in {n} date (first in row {row}); "
                "they were turned back.",
                many="The spreadsheet program had exchanged day and month in {n} dates (first in row {row}); "
                "they were turned back.",
                n=len(real),
                row=str(records[real[0]].row),
            ),
            hint=Said("Compare a few with the original."),
            where=facts.location,
        )
    ]
