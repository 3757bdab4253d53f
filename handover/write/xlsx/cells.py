"""What one cell may hold, safely: text that stays text, links that lead to the web and nowhere else.

Cells are written as text straight into the sheet (see `package.py`), so everything that openpyxl or
Excel would trip over is dealt with here: characters XML forbids, `_x0041_` escapes, texts longer than a
cell, dates before Excel's time.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
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


def web_address(address: str) -> tuple[str, str] | None:
    """An address as a link's target and its fragment; None for anything but a sound http(s) address."""
    if len(address) > MAX_ADDRESS or not address.lower().startswith(("http://", "https://")):
        return None
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except ValueError:  # UnicodeError is one
        return None
    if not host or parts.username is not None or not re.fullmatch(r"[a-z0-9._-]+", host):
        return None
    target = f"{parts.scheme}://{host}{port}{quote(parts.path, safe=_SAFE)}"
    if parts.query:
        target += "?" + quote(parts.query, safe=_SAFE)
    target = re.sub("%(?![0-9A-Fa-f]{2})", "%25", target)
    return (target, quote(parts.fragment, safe=_SAFE)) if len(target) <= MAX_ADDRESS else None


class Strings:
    """The workbook's shared strings: each text once, in the order met."""

    def __init__(self) -> None:
        self.index: dict[str, int] = {}
        self.uses = 0

    def __getitem__(self, text: str) -> int:
        self.uses += 1
        found = self.index.get(text)
        if found is None:
            found = self.index[text] = len(self.index)
        return found


class RowWriter:
    """Turns rows of values into the XML of a sheet's rows.

    `styles` holds the style id of each column; text is looked up in `strings`; links are collected in
    `links` as (cell, target, fragment) up to Excel's limit for a sheet, later ones stay plain text and
    are counted in `plain`.
    """

    def __init__(self, styles: Sequence[int], strings: Strings, max_links: int) -> None:
        self.letters = [get_column_letter(n) for n in range(1, len(styles) + 1)]
        self.styles = styles
        self.strings = strings
        self.max_links = max_links
        self.links: list[Link] = []
        self.plain = 0

    def row(self, number: int, values: Sequence[Value], height: float) -> str:
        """One row; `height` in points."""
        cells = "".join(
            self._cell(f"{letter}{number}", style, value)
            for letter, style, value in zip(self.letters, self.styles, values, strict=True)
        )
        return f'<row r="{number}" ht="{height:g}" customHeight="1">{cells}</row>'

    def _cell(self, ref: str, style: int, value: Value) -> str:
        if value is None or value == "":
            return f'<c r="{ref}" s="{style}"/>'
        if isinstance(value, str):
            return f'<c r="{ref}" s="{style}" t="s"><v>{self.strings[clean(value)]}</v></c>'
        if isinstance(value, int | float):
            return f'<c r="{ref}" s="{style}"><v>{value!r}</v></c>'
        if isinstance(value, Text):
            return self._text(ref, style if value.style is None else value.style, value)
        if isinstance(value, Formula):
            return formula_cell(ref, style, value)
        days = serial(value)
        return self._cell(ref, style, value.isoformat() if days is None else days)

    def _text(self, ref: str, style: int, value: Text) -> str:
        if value.link and (target := web_address(value.link)):
            if len(self.links) < self.max_links:
                self.links.append((ref, *target))
            else:
                self.plain += 1
        return self._cell(ref, style, value.text)


def formula_cell(ref: str, style: int | str, cell: Formula) -> str:
    """A formula with its computed value."""
    formula = escape(cell.formula)
    if isinstance(cell.value, str):
        return f'<c r="{ref}" s="{style}" t="str"><f>{formula}</f><v>{markup(clean(cell.value))}</v></c>'
    return f'<c r="{ref}" s="{style}"><f>{formula}</f><v>{cell.value!r}</v></c>'
