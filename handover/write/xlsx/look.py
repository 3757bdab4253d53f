"""How the workbook looks: colours, cell styles, column widths, row heights."""

from math import ceil

from handover.later import dataclass, pattern
from handover.write import colours
from handover.write.xlsx.formats import date_formats
from handover.write.xlsx.parts.styles import Border, Font, Style, StyleSheet

SIZE = 10
LINE = 13.2  # points a line of text takes
PADDING = 5.0
MAX_HEIGHT = 409.0  # points, Excel's own limit for a row
MAX_LINES = ceil((MAX_HEIGHT - PADDING) / LINE)  # from which on a row is that high
HEADER_HEIGHT = 32.0
INDENT = 1.5  # characters a text begins from the edge of its cell
LETTERS = 1.28  # letters of this size for one of the digits that a column's width is counted in

INK = "1F2933"
MUTED = "66707C"
HAIRLINE = "D8DEE5"
LINK_COLOUR = "0B5CAD"
INPUT = "FFF8E1"  # where a person is meant to type
WARN, WARN_FILL = "9C2A10", "FDEAE4"
CARE, CARE_FILL = "7A5200", "FFF3D6"


@dataclass(frozen=True, slots=True)
class Look:
    """How a column looks: its width in characters, its style, whether a page shows it."""

    width: float
    style: str
    prints: bool = True


LOOKS: dict[str, Look] = {
    "no": Look(6.5, "count"),
    "published": Look(13, "date"),
    "title": Look(46, "strong"),
    "link": Look(34, "address"),
    "author": Look(18, "wrap"),
    "categories": Look(20, "wrap"),
    "updates": Look(10, "count"),
    "counted": Look(10, "count"),
    "missing": Look(11, "missing"),
    "lasting": Look(10.5, "line", prints=False),
    "why": Look(34, "note", prints=False),
    "post_no": Look(8, "count"),
    "post": Look(30, "wrap"),
    "network": Look(17, "line"),
    "posted_at": Look(17, "moment"),
    "text": Look(62, "wrap"),
    "characters": Look(11.5, "number"),
    "limit": Look(9, "number"),
    "fits": Look(12, "line"),
    "links": Look(34, "address", prints=False),
    "permalink": Look(34, "address", prints=False),
    "media": Look(22, "address", prints=False),
    "picture": Look(16, "line", prints=False),
    "kind": Look(10.5, "line", prints=False),
    "state": Look(12, "line", prints=False),
    "account": Look(16, "line", prints=False),
    "labels": Look(18, "wrap", prints=False),
    "counts": Look(18, "line", prints=False),
    "evidence": Look(13, "line", prints=False),
    "score": Look(8, "score", prints=False),
    "reason": Look(40, "note", prints=False),
    "origin": Look(34, "note", prints=False),
    "id": Look(19, "id", prints=False),
    "repeat": Look(10, "count", prints=False),
    "suggestion_1": Look(30, "note"),
    "suggestion_2": Look(30, "note"),
    "suggestion_3": Look(30, "note"),
    "wanted": Look(9, "count"),
    "found": Look(9, "count"),
    "date": Look(17, "day"),
    "what": Look(18, "strong"),
    "where": Look(38, "wrap"),
    "line": Look(8, "count"),
    "hint": Look(52, "wrap"),
    "name": Look(34, "strong"),
    "owner_now": Look(26, "wrap"),
    "owner_after": Look(26, "wrap"),
    "how": Look(60, "wrap"),
}
# Where a sheet needs a column to look otherwise.
ON_SHEET: dict[str, dict[str, Look]] = {
    "posts": {"lasting": Look(10, "count"), "why": Look(36, "note")},
    "unpaired": {
        "post_no": Look(9, "input"),
        "post": Look(26, "input_text"),
        "reason": Look(34, "note"),
        "text": Look(52, "wrap"),
    },
    "taken_out": {"back": Look(12, "input_text"), "text": Look(52, "wrap")},
    "shortfall": {"state": Look(12, "input_text"), "text": Look(58, "wrap")},
    "plan": {"text": Look(70, "wrap"), "id": Look(19, "id", prints=False)},
    "check": {"text": Look(60, "wrap")},
    "accounts": {
        "url": Look(34, "address"),
        **dict.fromkeys(("role", "recovery", "two_step", "apps", "payment", "checked_by"), Look(24, "wrap")),
        "done_on": Look(17, "day"),
    },
}
FIGURE_LOOK = Look(12, "number", prints=False)
EXTRA_LOOK = Look(22, "wrap", prints=False)
ACROSS = {"number": "right", "score": "right", "count": "center", "missing": "center", "input": "center"}
WRAPPED = {"wrap", "strong", "note", "input_text"}
TEXT = {*WRAPPED, "line", "address", "id"}  # the styles of columns that hold no numbers


def look_of(sheet: str, key: str) -> Look:
    """The look of a column, known or added."""
    if key.startswith("figure:"):
        return FIGURE_LOOK
    if key.startswith("extra:"):
        return EXTRA_LOOK
    return ON_SHEET.get(sheet, {}).get(key) or LOOKS[key]


class Styles:
    """The looks of one workbook: its brand colour, and the numbers by which its cells name their looks."""

    def __init__(self, brand: str, language: str = "en") -> None:
        ground = colours.brand(brand)
        self.brand = _rgb(ground)
        self.on_brand = _rgb(colours.ink_on(ground))
        self.tint = _rgb(colours.mix("#ffffff", ground, 0.08))
        self.sheet = StyleSheet()
        self._formats = {**_FORMATS, **date_formats(language)}

    def __getitem__(self, name: str) -> int:
        """The number of the style of data cells with this name."""
        return self.sheet.number(self.of_data(name))

    def of_data(self, name: str) -> Style:
        """The style of data cells with this name."""
        return Style(
            font=_FONTS.get(name, Font(SIZE, INK)),
            fill=INPUT if name.startswith("input") else "",
            border=Border(bottom=("thin", HAIRLINE)),
            # "fill" keeps a long address inside its cell, even when the next one is empty
            across="fill" if name == "address" else ACROSS.get(name, "left"),
            indent=0 if name == "address" or name in ACROSS else 1,
            wraps=name in WRAPPED,
            number=self._formats.get(name, "General"),
            is_text=name in TEXT,  # what is text stays text when a person edits it
        )

    def head(self, *, quiet: bool = False, across: str = "left") -> int:
        """The number of the style of a header."""
        fill = "5B6672" if quiet else self.brand
        style = Style(
            font=Font(SIZE, "FFFFFF" if quiet else self.on_brand, bold=True),
            fill=fill,
            border=Border(bottom=("medium", fill)),
            across=across,
            indent=1 if across == "left" else 0,
            wraps=True,
        )
        return self.sheet.number(style)


# Told by what they are not, which is quicker to compile.
_WIDE = pattern(
    "[^\0-\u10ff\u1160-\u2e7f\ua4d0-\uabff\ud7a4-\uf8ff\ufb00-\ufe2f\ufe70-\ufeff\uff61-\U0001efff\U00040000-\U0010ffff]"
)
_FONTS = {
    "strong": Font(SIZE, INK, bold=True),
    "note": Font(SIZE, MUTED),
    "id": Font(8, MUTED, name="Consolas"),
    "address": Font(SIZE, LINK_COLOUR, underlined=True),
}
_FORMATS = {
    "number": "#,##0_W",  # with a little room to the text on its right
    "count": "0",
    "input": "0",
    "missing": '[=0]"–";#,##0',
    "score": "0.00_W",
}


def _rgb(colour: str) -> str:
    return colour[1:].upper()


def height_of(lines: int) -> float:
    """The height in points of a row of so many lines."""
    return min(lines * LINE + PADDING, MAX_HEIGHT)


def lines_of(text: str, width: float) -> int:
    """How many lines a text takes in a wrapped cell of so many characters."""
    room = (width - INDENT) * LETTERS
    if "\n" in text:
        return sum([_lines(part, room) for part in text.split("\n")])
    return _lines(text, room)


def _lines(line: str, room: float) -> int:
    taken = len(line)
    if taken * 2 <= room:  # even of letters twice as wide
        return 1
    if not line.isascii():
        taken += len(_WIDE.findall(line))
    return 1 if taken <= room else ceil(taken / room)
