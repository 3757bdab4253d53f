"""What one cell may hold, safely: text that stays text, links that lead to the web and nowhere else.

Cells are written as text straight into the sheet (see `package.py`), so everything that openpyxl or
Excel would trip over is dealt with here: characters XML forbids, `_x0041_` escapes, texts longer than a
cell, dates before Excel's time.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from html import escape
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from openpyxl.utils import get_column_letter

from handover.columns.shown import clean
from handover.write.xlsx.look import MAX_LINES, height_of, lines_of

MAX_ADDRESS = 2_079  # characters in a link's target
_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_EPOCH = dt.datetime(1899, 12, 30, tzinfo=dt.UTC)
_FIRST_SERIAL = 61  # 1 March 1900: before it Excel counts a day that never was
_MILLISECOND = dt.timedelta(milliseconds=1)
_DAY = 86_400_000  # milliseconds
_NOTHING = object()  # is no value
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
    text = escape(text, quote=False)
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


class Strings(dict[str, int]):
    """The workbook's shared strings: the number of each text, given in the order met."""

    def __missing__(self, text: str) -> int:
        self[text] = number = len(self)
        return number


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
    piece for each cell, which ends with the start of the next one. The piece of a value that stands in the
    row above too is taken from there: the same few words come again and again.
    """

    def __init__(
        self, styles: Sequence[int], strings: Strings, max_links: int, widths: Sequence[float] = ()
    ) -> None:
        self.strings = strings
        self.max_links = max_links
        self.links: list[Link] = []
        self.plain = 0
        self.columns = list(_columns(styles, widths or [0] * len(styles)))
        self._heights = [f"{height_of(lines):g}" for lines in range(MAX_LINES + 1)]
        self._above: list[object] = [_NOTHING] * len(styles)
        self._pieces = [""] * len(styles)
        self._lines: dict[int, int] = {}  # of the wrapped cells, by column
        self._web_address = lru_cache(maxsize=1_000)(web_address)

    def row(self, number: int, values: Iterable[Value], height: float | None = None) -> str:
        """One row; `height` in points, None for what its wrapped texts need."""
        at, above, pieces = str(number), self._above, self._pieces
        for n, value in enumerate(values):
            if value is above[n]:
                continue
            above[n] = value
            column, kind = self.columns[n], type(value)
            if kind is str:
                pieces[n] = f"{column.text}{self.strings[value]}{column.end}" if value else column.empty  # type: ignore[index]
            elif kind is int or kind is float:
                pieces[n] = f"{column.number}{value!r}{column.end}"
            elif value is None:
                pieces[n] = column.empty
            else:
                pieces[n] = self._other(column, at, value)  # type: ignore[arg-type]
                above[n] = _NOTHING  # the same link in the next row is a link again
            if column.width:
                self._lines[n] = lines_of(value, column.width) if kind is str else 1  # type: ignore[arg-type]
        if height is None:
            shown = self._heights[min(max(self._lines.values(), default=1), MAX_LINES)]
        else:
            shown = f"{height:g}"
        return at.join(('<row r="', f'" ht="{shown}" customHeight="1"><c r="A', *pieces))

    def _other(self, column: _Column, at: str, value: str | Text | Formula | dt.datetime | dt.date) -> str:
        if isinstance(value, str):  # a sentence of another stage: a `Said`
            value = Text(str(value))
        if isinstance(value, Text):
            if value.link and (target := self._web_address(value.link)):
                self._link(column.letter + at, target)
            return f"{column.text}{self.strings[value.text]}{column.end}" if value.text else column.empty
        if isinstance(value, Formula):
            return formula_piece(column.style, value) + column.after
        days = serial(value)
        if days is None:
            return f"{column.text}{self.strings[value.isoformat()]}{column.end}"
        return f"{column.number}{days!r}{column.end}"

    def _link(self, cell: str, target: tuple[str, str]) -> None:
        if len(self.links) < self.max_links:
            self.links.append((cell, *target))
        else:
            self.plain += 1


def _columns(styles: Sequence[int], widths: Sequence[float]) -> Iterator[_Column]:
    for n, (style, width) in enumerate(zip(styles, widths, strict=True), 1):
        after = f'<c r="{get_column_letter(n + 1)}' if n < len(styles) else "</row>"
        yield _Column(
            letter=get_column_letter(n),
            style=style,
            width=width,
            text=f'" s="{style}" t="s"><v>',
            number=f'" s="{style}"><v>',
            end=f"</v></c>{after}",
            empty=f'" s="{style}"/>{after}',
            after=after,
        )


def formula_cell(ref: str, style: int | str, cell: Formula) -> str:
    """A formula with its computed value."""
    return f'<c r="{ref}{formula_piece(style, cell)}'


def formula_piece(style: int | str, cell: Formula) -> str:
    """The same from behind the row's number on."""
    formula = escape(cell.formula, quote=False)
    if isinstance(cell.value, str):
        return f'" s="{style}" t="str"><f>{formula}</f><v>{markup(clean(cell.value))}</v></c>'
    return f'" s="{style}"><f>{formula}</f><v>{cell.value!r}</v></c>'
