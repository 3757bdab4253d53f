"""What one cell may hold, safely: text that stays text, links that lead to the web and nowhere else.

Cells are written as text straight into the sheet (see `package.py`), so everything that Excel would trip
over is dealt with here: characters XML forbids, `_x0041_` escapes, texts longer than a cell, dates before
Excel's time.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, repeat
from typing import NamedTuple, cast

from handover.columns.rest import marks_of
from handover.columns.shown import clean
from handover.text.column_letters import column_letters
from handover.write.xlsx.look import MAX_LINES, height_of, lines_of
from handover.write.xlsx.parts.markup import in_cell, in_text
from handover.write.xlsx.parts.pictures import Picture, Placed
from handover.write.xlsx.parts.sheet import Link
from handover.write.xlsx.strings import Strings
from handover.write.xlsx.values import Formula, Simple, Text, Value, as_read, serial

PICTURE_LINES = 5  # as high as a row is that shows one
_ROW = '<row r="'
_ROWS = 256  # that are made at once


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
    limit for a sheet, later ones stay plain text and are counted in `plain`. `marked` are the columns of
    which `marks` gets a mark of each row (`handover.columns.rest`).

    Every cell names the row's number. So a row is put together from what stands between the numbers: a
    piece for each cell, which ends with the start of the next one. The pieces are made for some hundred
    rows at once, column by column: the values of a column are mostly of one kind, which is asked only once.
    """

    def __init__(
        self,
        styles: Sequence[int],
        strings: Strings,
        max_links: int,
        *,
        widths: Sequence[float] = (),
        marked: Sequence[int] = (),
    ) -> None:
        self.strings = strings
        self.max_links = max_links
        self.links: list[Link] = []
        self.pictures: list[Placed] = []
        self.plain = 0
        self.marked = marked
        self.marks: list[int] = []
        self.columns = list(_columns(styles, widths or [0] * len(styles)))
        self._heads = [_head(height_of(lines)) for lines in range(MAX_LINES + 1)]

    def rows(self, rows: Iterable[Sequence[Value]], first: int, height: float | None = None) -> Iterator[str]:
        """Rows from the number `first` on, some hundred at once; `height` in points, None for what their
        wrapped texts need."""
        left = iter(rows)
        while batch := list(islice(left, _ROWS)):
            numbers = list(map(str, range(first, first + len(batch))))
            first += len(batch)
            columns = list(zip(*batch, strict=True))
            kinds = [set(map(type, values)) for values in columns]
            self.marks += marks_of([columns[n] for n in self.marked], as_read)
            heads = self._heads_of(columns, kinds) if height is None else repeat(_head(height))
            made = [self._made(*each, numbers) for each in zip(self.columns, columns, kinds, strict=True)]
            yield "".join(map(str.join, numbers, zip(repeat(_ROW), heads, *made, strict=False)))

    def _heads_of(self, columns: Sequence[Sequence[Value]], kinds: Sequence[set[type]]) -> Iterator[str]:
        """What stands before the first cell of each row, as high as its longest wrapped text needs."""
        lines = [
            _lines(values, column.width)
            for column, values in zip(self.columns, columns, strict=True)
            if column.width
        ]
        lines += [
            [PICTURE_LINES if isinstance(value, Picture) else 1 for value in values]
            for values, met in zip(columns, kinds, strict=True)
            if Picture in met
        ]
        if not lines:
            return repeat(self._heads[1])
        return (self._heads[min(most, MAX_LINES)] for most in map(max, *lines, repeat(1)))

    def _made(
        self, column: _Column, values: Sequence[Value], kinds: set[type], numbers: Sequence[str]
    ) -> Sequence[str]:
        """The pieces of a column; `kinds` are those of its values."""
        if kinds == {str}:
            return self._texts(column, cast("Sequence[str]", values))
        if kinds <= {str, Text}:
            return self._openings(column, numbers, cast("Sequence[str | Text]", values))
        before, end = column.number, column.end
        if kinds == {int}:
            return [f"{before}{value}{end}" for value in values]
        if kinds == {dt.datetime}:
            days = list(map(serial, cast("Sequence[dt.datetime]", values)))
            if None not in days:
                return [f"{before}{day!r}{end}" for day in days]
        if kinds == {Formula}:
            style, after = column.style, column.after
            return [_formula_piece(style, value) + after for value in cast("Sequence[Formula]", values)]
        if kinds == {type(None)}:
            return [column.empty] * len(values)
        return [self._piece(column, at, value) for at, value in zip(numbers, values, strict=True)]

    def _texts(self, column: _Column, values: Sequence[str]) -> Sequence[str]:
        """The pieces of texts, each made once."""
        strings, before, end = self.strings, column.text, column.end
        pieces = {
            text: f"{before}{strings.setdefault(text, len(strings))}{end}" if text else column.empty
            for text in dict.fromkeys(values)
        }
        return [pieces[text] for text in values]

    def _openings(
        self, column: _Column, numbers: Sequence[str], values: Sequence[str | Text]
    ) -> Sequence[str]:
        """The pieces of texts that open an address, where there is one."""
        strings, links, most = self.strings, self.links, self.max_links
        letter, before, end, empty = column.letter, column.text, column.end, column.empty
        made: list[str] = []
        for at, value in zip(numbers, values, strict=True):
            text, _, target = value if isinstance(value, Text) else (value, "", None)
            if target:
                if len(links) < most:
                    links.append((letter + at, *target))
                else:
                    self.plain += 1
            made.append(f"{before}{strings.setdefault(text, len(strings))}{end}" if text else empty)
        return made

    def _piece(self, column: _Column, at: str, value: Value) -> str:
        if value is None:
            return column.empty
        if isinstance(value, str | Text):
            return self._openings(column, (at,), (value,))[0]
        if isinstance(value, Picture):
            self.pictures.append(Placed(self.columns.index(column), int(at) - 1, value))
            return column.empty
        if isinstance(value, Formula):
            return _formula_piece(column.style, value) + column.after
        if isinstance(value, int | float):
            return f"{column.number}{value!r}{column.end}"
        days = serial(value)
        if days is None:
            return self._piece(column, at, value.isoformat())
        return f"{column.number}{days!r}{column.end}"


def _head(height: float) -> str:
    """The attributes of a row, and the start of its first cell."""
    return f'" ht="{height:g}" customHeight="1"><c r="A'


def _lines(values: Sequence[Value], width: float) -> list[int]:
    """How many lines each value of a column takes."""
    taken = {v: lines_of(v, width) if isinstance(v, str) else 1 for v in dict.fromkeys(values)}
    return [taken[value] for value in values]


def _columns(styles: Sequence[int], widths: Sequence[float]) -> Iterator[_Column]:
    for n, (style, width) in enumerate(zip(styles, widths, strict=True), 1):
        after = f'<c r="{column_letters(n + 1)}' if n < len(styles) else "</row>"
        yield _Column(
            letter=column_letters(n),
            style=style,
            width=width,
            text=f'" s="{style}" t="s"><v>',
            number=f'" s="{style}"><v>',
            end=f"</v></c>{after}",
            empty=f'" s="{style}"/>{after}',
            after=after,
        )


def one_cell(ref: str, style: int, value: Simple, strings: Strings) -> str:
    """A cell of a row that is laid out by hand."""
    if isinstance(value, Formula):
        return f'<c r="{ref}{_formula_piece(style, value)}'
    if value is None:
        return f'<c r="{ref}" s="{style}"/>'
    if isinstance(value, str):
        return f'<c r="{ref}" s="{style}" t="s"><v>{strings.number(value)}</v></c>'
    number = serial(value) if isinstance(value, dt.date) else value
    return f'<c r="{ref}" s="{style}"><v>{number!r}</v></c>'


def _formula_piece(style: int, cell: Formula) -> str:
    """A formula with its computed value, from behind the row's number on."""
    formula = in_text(cell.formula)
    if isinstance(cell.value, str):
        return f'" s="{style}" t="str"><f>{formula}</f><v>{in_cell(clean(cell.value))}</v></c>'
    return f'" s="{style}"><f>{formula}</f><v>{cell.value!r}</v></c>'
