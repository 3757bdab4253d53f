"""What to say of a sheet whose header is not known: its columns, and the map that may help."""

from collections.abc import Sequence

from handover.later import dataclass
from handover.model import Said
from handover.read.updates.tables import Cell, Table
from handover.read.updates.tables.foreign.signs import signs_of
from handover.read.updates.tables.foreign.verdict import can_be_header
from handover.read.updates.tables.header.columns import header_words, text_of
from handover.read.updates.tables.header.roles import role_of
from handover.read.updates.tables.when.dates import is_date

NAMED = 12  # headers that a message lists
LOOKED_AT = 50  # rows that show what a column holds


@dataclass(frozen=True, slots=True)
class Unknown:
    """A sheet nothing was recognised in."""

    headers: tuple[str, ...] = ()
    text: str = ""  # the column with the longest texts
    date: str = ""  # the one with most dates

    @property
    def hint(self) -> str:
        """The map that would help, with the sheet's own columns as far as they can be guessed."""
        if not self.headers:
            return Said("Give it a first row that names its columns, for instance Date, Network and Text.")
        if not self.text:
            return Said(
                "Its columns are: {columns}. None of them seems to hold the words of updates; if one does, "
                "name it: {option}.",
                columns=", ".join(self.headers),
                option="--map text=NAME",
            )
        told = [f"text={_quoted(self.text)}"]
        if self.date:
            told.append(f"posted_at={_quoted(self.date)}")
        return Said(
            "Its columns are: {columns}. Say which is what, for instance {option}.",
            columns=", ".join(self.headers),
            option=f"--map {','.join(told)}",
        )


def _quoted(header: str) -> str:
    return f'"{header}"' if " " in header else header


def described(table: Table, *, strictly: bool = False) -> Unknown:
    """What is known of a sheet without a known header; `strictly`, only where its first row is one for sure:
    to list its cells would else be to list somebody's words.
    """
    start = next(
        (i for i, (_, cells) in enumerate(table.rows) if sum(1 for c in cells if text_of(c)) > 1), None
    )
    if start is None:
        return Unknown()
    header = header_words(table.rows[start][1])
    below = [cells for _, cells in table.rows[start + 1 : start + 1 + LOOKED_AT]]
    if not _is_header(header, below, strictly=strictly):
        return Unknown()
    named = [index for index, word in enumerate(header) if word]
    dates = {index: sum(is_date(cell) for cell in _column(below, index)) for index in named}
    date = max(named, key=lambda index: dates[index], default=None)
    date = date if date is not None and dates[date] else None
    free = [index for index in named if index != date and not _is_taken(header[index])]
    lengths = {index: _prose([text_of(cell) for cell in _column(below, index)]) for index in free}
    text = max(free, key=lambda index: lengths[index], default=None)
    return Unknown(
        headers=tuple(header[index] for index in named)[:NAMED],
        text=header[text] if text is not None and lengths[text] else "",
        date=header[date] if date is not None else "",
    )


def _is_header(header: Sequence[str], below: Sequence[Sequence[Cell]], *, strictly: bool) -> bool:
    """Whether the first row names columns: two of its words are known or, if not `strictly`, one, or what
    stands below is of another make, longer texts or numbers and dates.
    """
    words = [word for word in header if word]
    if all(map(is_date, words)):  # a grid of days
        return True
    if not can_be_header(header):
        return False
    known = sum(map(_is_known, words))
    if known > 1 or (known and not strictly):
        return True
    return not strictly and any(
        2 * sum(_is_data(cell, len(word)) for cell in cells) > len(cells) > 0
        for index, word in enumerate(header)
        if word and (cells := [cell for cell in _column(below, index) if text_of(cell)])
    )


def _is_known(word: str) -> bool:
    # "Facebook", "E-mail" and "Draft" may be what a cell says.
    role = role_of(word)
    if role and not role.bare and role.field not in ("done", "draft", "kind"):
        return True
    return bool(signs_of((word,)).keys() - {"email", "phone"})


def _is_data(cell: Cell, length: int) -> bool:
    text = text_of(cell)
    return is_date(cell) or "://" in text or text[:1].isdigit() or len(text) > 2 * max(length, 20)


def _is_taken(header: str) -> bool:
    role = role_of(header)
    return role is not None and role.field not in ("title", "topic", "hook", "post title", "text")


def _prose(cells: Sequence[str]) -> int:
    """How much prose a column holds; 0 for one of words, codes or addresses, or that repeats one cell."""
    filled = [cell for cell in cells if cell]
    told = [cell for cell in filled if _is_prose(cell)]
    if 2 * len(told) < len(filled) or (len(filled) > 1 and len(set(filled)) == 1):
        return 0
    return sum(map(len, told))


def _is_prose(text: str) -> bool:
    # Thai, Chinese and Japanese set no spaces between words.
    return "://" not in text[:9] and (len(text.split()) > 2 or (len(text) > 9 and max(text) > "\u0e00"))


def _column(rows: Sequence[Sequence[Cell]], index: int) -> list[Cell]:
    return [cells[index] for cells in rows if index < len(cells)]
