"""Whether a table is one of updates, and what it is else."""

from collections.abc import Sequence

from handover.later import dataclass
from handover.model import N_, Quoted, Said
from handover.read.updates.tables import Cell, Table
from handover.read.updates.tables.files.sheets import HEADER_WITHIN
from handover.read.updates.tables.foreign.cells import Sample
from handover.read.updates.tables.foreign.chat import is_chat
from handover.read.updates.tables.foreign.evidence import evidence_of
from handover.read.updates.tables.foreign.kinds import PASSWORDS, kind_of, likeness_of, log_of
from handover.read.updates.tables.foreign.known import known_in
from handover.read.updates.tables.foreign.proof import Evidence
from handover.read.updates.tables.foreign.signs import signs_of
from handover.read.updates.tables.header.columns import Columns, header_words
from handover.read.updates.tables.header.sorting import columns_of
from handover.read.updates.tables.header.user_map import spelled
from handover.read.updates.tables.rows.cell_words import listed
from handover.read.updates.tables.rows.cells import is_handles, is_mail
from handover.read.updates.tables.when.dates import is_date

LOOKED_AT = 60  # rows that show what a table holds
NEWSLETTERS = frozenset(
    listed("newsletter | newsletters | rundbrief | infolettre | boletin | nieuwsbrief | mailing | mailings")
)
LONGEST = 40  # characters of a word that can be a header where none is known

_AFTER_ALL = Said(
    "If they are updates after all, put them into a table with columns like Date, Network and Post text, "
    "and without those about people."
)
_NAME_IT = Said("If they are updates, name the file itself, not only its folder.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreign:
    """What a table holds in place of updates."""

    one: str = ""  # what a row is, where that is known: "{n} direct message"
    many: str = ""
    kind: str = ""  # else what the rows look like; "" for nothing known
    word: str = ""  # the header that alone speaks for updates, where nothing else does
    hint: str = ""  # what to do if this is wrong
    doubtful: bool = False  # it may hold updates, but shows no sign of it

    def said(self, rows: int) -> Said:
        """What was left out, and how many of it."""
        if self.one:
            return Said(self.one, many=self.many, n=rows)
        if self.kind:
            return Said(
                "{n} row that looks like {kind}",
                many="{n} rows that look like {kind}",
                n=rows,
                kind=Said(self.kind),
            )
        if self.word:
            return Said(
                "{n} row under {word} without a sign that it is an update",
                many="{n} rows under {word} without a sign that they are updates",
                n=rows,
                word=Quoted(self.word),
            )
        return Said(
            "{n} row without a sign that it is an update",
            many="{n} rows without a sign that they are updates",
            n=rows,
        )


ANOTHER = Foreign(
    kind=N_("another table"), hint=Said("If it holds updates, give it as a file or sheet of its own.")
)
CALENDAR = Foreign(kind=N_("a calendar of appointments"), hint=_NAME_IT)
_LETTERS = N_("newsletters or e-mails")
_CHAT = Foreign(kind=N_("a private chat"))


def foreign_in(
    columns: Columns,
    sample: Sample,
    names: Sequence[str] = (),
    *,
    unproved: bool = False,
    mapped: bool = False,
) -> Foreign | None:
    """What the table under this header holds in place of updates; None when it may hold updates.

    `names`: of its file and sheet, and what stands above the header. With `unproved`, a table that shows
    no more than a weak word for the text is none of updates. `mapped`: the user said which column is the
    text, which settles every doubt.
    """
    if known := known_in(columns.header, sample):
        return Foreign(one=known.one, many=known.many)
    evidence = evidence_of(columns, sample, names)
    if kind := kind_of(evidence):
        return Foreign(kind=kind, hint=_AFTER_ALL if kind != PASSWORDS else "")
    if mapped:
        return None
    if not evidence.network and any(spelled(name) in NEWSLETTERS for name in names[1:2]):
        return Foreign(kind=_LETTERS, hint=_map_it(evidence.word))
    if kind := log_of(evidence):
        return Foreign(kind=kind, hint=_map_it(evidence.word))
    # A caption is a photographer's as often as a post's.
    doubtful = evidence.signs & {"weak", "picture"}
    if unproved and doubtful and not evidence.is_proved:
        return _unproved(evidence)
    if evidence.is_doubtful:
        return Foreign(word=evidence.word, hint=_map_it(evidence.word), doubtful=True)
    return None


def _map_it(word: str) -> Said:
    word = f'"{word}"' if " " in word else word
    return Said(
        "If they are updates after all, say which column is the text: {option}.",
        option=f"--map text={word or 'NAME'}",
    )


def _unproved(evidence: Evidence) -> Foreign:
    word = f'"{evidence.word}"' if " " in evidence.word else evidence.word
    hint = _NAME_IT
    if word:
        hint = Said(
            "If they are updates, name the file itself, not only its folder, or say which column is the "
            "text: {option}.",
            option=f"--map text={word}",
        )
    return Foreign(kind=likeness_of(evidence), word=evidence.word, hint=hint, doubtful=True)


def foreign_without_header(table: Table) -> tuple[int, Foreign] | None:
    """What a table holds in which no header of updates was found, and the index of its first row; None
    when that is not known.
    """
    if is_chat(table.rows):
        return 0, _CHAT
    for index, (number, cells) in enumerate(table.rows[:HEADER_WITHIN]):
        if can_be_header(cells):
            sample = rows_shown(table.rows[index + 1 :])
            columns = columns_of(header_words(cells), number, sample)
            if foreign := foreign_in(columns, sample):
                return index + 1, foreign
    sample = rows_shown(table.rows)
    nameless = Columns(header=("",) * max(map(len, sample), default=0))
    foreign = foreign_in(nameless, sample)
    return (0, foreign) if foreign else None


def rows_shown(rows: Sequence[tuple[int, Sequence[Cell]]]) -> Sample:
    """A few rows from all over a table."""
    step = max(1, len(rows) // LOOKED_AT)
    return [cells for _, cells in rows[::step][:LOOKED_AT]]


def can_be_header(cells: Sequence[Cell]) -> bool:
    """Whether a row can be a header: words, and no address, number, date or sentence among them."""
    words = [word for word in header_words(cells) if word]
    return len(words) > 1 and not any(map(_is_data, words))


def _is_data(word: str) -> bool:
    if len(word) > LONGEST or is_mail(word) or is_handles(word) or is_date(word):
        return True
    return any(map(str.isdigit, word)) and not any(map(str.isalpha, word))


def is_foreign_header(words: Sequence[str], *, certain: bool = False) -> bool:
    """Whether these are the headers of a table about people or what they said; where it is `certain` that
    some table begins, one sign is enough.
    """
    found = signs_of(words).keys()
    if certain and found >= {"from", "to"}:  # who wrote to whom
        return True
    signs = found - {"from", "to", "name", "task", "meeting"}
    return known_in(words, ()) is not None or len(signs) > (0 if certain and len(words) > 2 else 1)
