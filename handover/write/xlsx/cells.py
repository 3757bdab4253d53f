"""What one cell may hold, safely: text that stays text, links that lead to the web and nowhere else.

Cells are written as text straight into the sheet (see `package.py`), so everything that openpyxl or
Excel would trip over is dealt with here: characters XML forbids, `_x0041_` escapes, texts longer than a
cell, dates before Excel's time.
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, urlsplit
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter

from handover.columns.shown import clean

MAX_ADDRESS = 2_079  # characters in a link's target
_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_EPOCH = dt.datetime(1899, 12, 30, tzinfo=dt.UTC)
_FIRST_SERIAL = 61  # 1 March 1900: before it Excel counts a day that never was
_DAY = 86_400_000  # milliseconds
_SAFE = "/:?&=#%~+!$,;@()*'._-"
_HOST = r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*"
# An address that needs no cleaning, as nearly all are.
_PLAIN_ADDRESS = re.compile(
    rf"https?://{_HOST}"
    r"(?:[/?](?:[\w/:?&=~+!$,;@()*'.-]|%[0-9A-Fa-f]{2})*)?(?:#[\w/:?&=~+!$,;@()*'.-]*)?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Text:
    """A text cell with a style or a link of its own."""

    text: str
    link: str = ""  # the address it opens
    style: int | None = None  # None: the column's


@dataclass(frozen=True, slots=True)
class Formula:
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
    days = round((moment - _EPOCH) / dt.timedelta(milliseconds=1)) / _DAY
    return days if days >= _FIRST_SERIAL else None


@lru_cache(maxsize=4096)
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


class RowWriter:
    """Turns rows of values into the XML of a sheet's rows.

    `styles` holds the style id of each column; texts are looked up in `strings`; links are collected in
    `links` up to Excel's limit for a sheet, later ones stay plain text and are counted in `plain`.
    """

    def __init__(self, styles: Sequence[int], strings: Strings, max_links: int) -> None:
        letters = (get_column_letter(n) for n in range(1, len(styles) + 1))
        # The parts of a cell that every row repeats: before and after the row's number.
        self.columns = [
            (f'<c r="{letter}', f'" s="{style}" t="s"><v>', f'" s="{style}"><v>', f'" s="{style}"/>', style)
            for letter, style in zip(letters, styles, strict=True)
        ]
        self.strings = strings
        self.max_links = max_links
        self.links: list[Link] = []
        self.plain = 0

    def row(self, number: int, values: Iterable[Value], height: float) -> str:
        """One row; `height` in points."""
        cells = [f'<row r="{number}" ht="{height:g}" customHeight="1">']
        at, known, strings = str(number), self.strings.index, self.strings
        for (start, text, plain, empty, style), value in zip(self.columns, values, strict=True):
            kind = type(value)
            if value is None or value == "":
                cells.append(f"{start}{at}{empty}")
            elif kind is str:
                index = known.get(value)  # type: ignore[arg-type]
                if index is None:
                    index = strings[value]  # type: ignore[index]
                cells.append(f"{start}{at}{text}{index}</v></c>")
            elif kind is int or kind is float:
                cells.append(f"{start}{at}{plain}{value!r}</v></c>")
            elif kind is Formula:
                cells.append(formula_cell(f"{start[6:]}{at}", style, value))  # type: ignore[arg-type]
            elif kind is Text:
                cells.append(self._text(start, at, text, empty, value))  # type: ignore[arg-type]
            else:
                days = serial(value)  # type: ignore[arg-type]
                if days is None:
                    cells.append(f"{start}{at}{text}{strings[value.isoformat()]}</v></c>")  # type: ignore[union-attr]
                else:
                    cells.append(f"{start}{at}{plain}{days!r}</v></c>")
        cells.append("</row>")
        return "".join(cells)

    def _text(self, start: str, at: str, text: str, empty: str, value: Text) -> str:
        if value.link:
            self._link(f"{start[6:]}{at}", value.link)
        return f"{start}{at}{text}{self.strings[value.text]}</v></c>" if value.text else f"{start}{at}{empty}"

    def _link(self, ref: str, address: str) -> None:
        if target := web_address(address):
            if len(self.links) < self.max_links:
                self.links.append((ref, *target))
            else:
                self.plain += 1


def formula_cell(ref: str, style: int | str, cell: Formula) -> str:
    """A formula with its computed value."""
    formula = escape(cell.formula)
    if isinstance(cell.value, str):
        return f'<c r="{ref}" s="{style}" t="str"><f>{formula}</f><v>{markup(clean(cell.value))}</v></c>'
    return f'<c r="{ref}" s="{style}"><f>{formula}</f><v>{cell.value!r}</v></c>'
