"""What one cell may hold, safely: text that stays text, links that lead to the web and nowhere else.

Cells are written as text straight into the sheet (see `package.py`), so everything that openpyxl or
Excel would trip over is dealt with here: characters XML forbids, `_x0041_` escapes, texts longer than a
cell, dates before Excel's time.
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote, urlsplit
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter

from handover.columns.shown import clean
from handover.write.xlsx.look import height_of, lines_of

MAX_ADDRESS = 2_079  # characters in a link's target
MEMORABLE = 1_000  # texts a column, and addresses a sheet, of which the finished form is kept
_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_EPOCH = dt.datetime(1899, 12, 30, tzinfo=dt.UTC)
_FIRST_SERIAL = 61  # 1 March 1900: before it Excel counts a day that never was
_MILLISECOND = dt.timedelta(milliseconds=1)
_DAY = 86_400_000  # milliseconds
_SAFE = "/:?&=#%~+!$,;@()*'._-"
_HOST = r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*"
# An address that needs no cleaning, as nearly all are.
_PLAIN_ADDRESS = re.compile(
    rf"https?://{_HOST}"
    r"(?:[/?](?:[\w/:?&=~+!$,;@()*'.-]|%[0-9A-Fa-f]{2})*)?(?:#[\w/:?&=~+!$,;@()*'.-]*)?",
    re.ASCII,
)


class Text(NamedTuple):
    """A text cell with a style or a link of its own."""

    text: str
    link: str = ""  # the address it opens
    style: int | None = None  # None: the column's


class Formula(NamedTuple):
    """A live formula, and its value for readers that do not calculate."""

    formula: str  # without the leading "="
    value: int | float | str


Link = tuple[str, str, str]  # cell, target, fragment
Value = str | int | float | dt.datetime | dt.date | Text | Formula | None


def markup(text: str) -> str:
    """Clean text as XML character data, so that a reader gets back exactly this text."""
    text = escape(text)
    return _ESCAPED.sub("_x005F_", text) if "_x" in text else text


def serial(moment: dt.datetime | dt.date) -> float | None:
    """A date as Excel counts it, to the millisecond; None before Excel's calendar is right."""
    if not isinstance(moment, dt.datetime):
        moment = dt.datetime(moment.year, moment.month, moment.day, tzinfo=dt.UTC)
    days = round((moment - _EPOCH) / _MILLISECOND) / _DAY
    return days if days >= _FIRST_SERIAL else None


def web_address(address: str) -> tuple[str, str] | None:
    """An address as a link's target and its fragment; None for anything but a sound http(s) address."""
    if len(address) > MAX_ADDRESS or address[:7].lower() not in ("http://", "https:/"):
        return None
    if _PLAIN_ADDRESS.fullmatch(address):
        target, _, fragment = address.partition("#")
        return target, fragment
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except ValueError:  # UnicodeError is one
        return None
    if not host or parts.username is not None or not re.fullmatch(_HOST, host):
        return None
    target = f"{parts.scheme}://{host}{port}{_quoted(parts.path)}"
    if parts.query:
        target += "?" + _quoted(parts.query)
    return (target, _quoted(parts.fragment)) if len(target) <= MAX_ADDRESS else None


def _quoted(part: str) -> str:
    return re.sub("%(?![0-9A-Fa-f]{2})", "%25", quote(part, safe=_SAFE, errors="replace"))


class Strings:
    """The workbook's shared strings: each text once, in the order met."""

    def __init__(self) -> None:
        self.texts: list[str] = []  # clean
        self.index: dict[str, int] = {}  # by the text as it came

    def __getitem__(self, text: str) -> int:
        found = self.index.get(text)
        if found is None:
            found = self.index[text] = len(self.texts)
            self.texts.append(clean(text))
        return found


class _Column(NamedTuple):
    """What the cells of a column have in common."""

    letter: str
    style: int
    width: float  # in characters, where texts are wrapped and make the row high; else 0
    text: str  # before the index of a text
    number: str  # before a number
    end: str  # behind either of them, with the start of the next cell
    empty: str  # a cell without a value, with the start of the next cell
    after: str  # the start of the next cell


class RowWriter:
    """Turns rows of values into the XML of a sheet's rows.

    `styles` holds the style id of each column, `widths` the width in characters of those whose texts are
    wrapped, 0 for others; texts are looked up in `strings`; links are collected in `links` up to Excel's
    limit for a sheet, later ones stay plain text and are counted in `plain`.

    Every cell names the row's number. So a row is put together from what stands between the numbers: a
    piece for each cell, which ends with the start of the next one. The same few words stand in a column
    again and again, and their pieces are kept.
    """

    def __init__(
        self, styles: Sequence[int], strings: Strings, max_links: int, widths: Sequence[float] = ()
    ) -> None:
        letters = [get_column_letter(n) for n in range(1, len(styles) + 1)]
        starts = [f'<c r="{letter}' for letter in letters]
        self.first = f'" customHeight="1">{starts[0]}'
        self.columns = [
            _Column(
                letter=letter,
                style=style,
                width=width,
                text=f'" s="{style}" t="s"><v>',
                number=f'" s="{style}"><v>',
                end=f"</v></c>{after}",
                empty=f'" s="{style}"/>{after}',
                after=after,
            )
            for letter, style, width, after in zip(
                letters, styles, widths or [0] * len(styles), [*starts[1:], "</row>"], strict=True
            )
        ]
        self.met: list[dict[str, tuple[str, int]]] = [{} for _ in styles]  # text -> its piece, its lines
        self.strings = strings
        self.max_links = max_links
        self.links: list[Link] = []
        self.plain = 0
        self._web_address = lru_cache(maxsize=MEMORABLE)(web_address)

    def row(self, number: int, values: Iterable[Value], height: float | None = None) -> str:
        """One row; `height` in points, None for what its wrapped texts need."""
        at, lines = str(number), 1
        pieces = ['<row r="', ""]
        for column, met, value in zip(self.columns, self.met, values, strict=True):
            kind = type(value)
            if kind is str:
                piece, taken = met.get(value) or self._text(column, met, value)  # type: ignore[arg-type]
                if taken > lines:
                    lines = taken
            elif value is None:
                piece = column.empty
            elif kind is int or kind is float:
                piece = f"{column.number}{value!r}{column.end}"
            else:
                piece = self._other(column, at, value)  # type: ignore[arg-type]
            pieces.append(piece)
        pieces[1] = f'" ht="{height or height_of(lines):g}{self.first}'
        return at.join(pieces)

    def _text(self, column: _Column, met: dict[str, tuple[str, int]], text: str) -> tuple[str, int]:
        """The piece of a text that is new to the column, and how many lines it takes."""
        if len(met) == MEMORABLE:
            met.clear()
        piece = f"{column.text}{self.strings[text]}{column.end}" if text else column.empty
        met[text] = found = (piece, lines_of(text, column.width) if column.width else 1)
        return found

    def _other(self, column: _Column, at: str, value: Text | Formula | dt.datetime | dt.date) -> str:
        if isinstance(value, Text):
            if value.link:
                self._link(f"{column.letter}{at}", value.link)
            return f"{column.text}{self.strings[value.text]}{column.end}" if value.text else column.empty
        if isinstance(value, Formula):
            return formula_piece(column.style, value) + column.after
        days = serial(value)
        if days is None:
            return f"{column.text}{self.strings[value.isoformat()]}{column.end}"
        return f"{column.number}{days!r}{column.end}"

    def _link(self, ref: str, address: str) -> None:
        if target := self._web_address(address):
            if len(self.links) < self.max_links:
                self.links.append((ref, *target))
            else:
                self.plain += 1


def formula_cell(ref: str, style: int | str, cell: Formula) -> str:
    """A formula with its computed value."""
    return f'<c r="{ref}{formula_piece(style, cell)}'


def formula_piece(style: int | str, cell: Formula) -> str:
    """The same from behind the row's number on."""
    formula = escape(cell.formula)
    if isinstance(cell.value, str):
        return f'" s="{style}" t="str"><f>{formula}</f><v>{markup(clean(cell.value))}</v></c>'
    return f'" s="{style}"><f>{formula}</f><v>{cell.value!r}</v></c>'
