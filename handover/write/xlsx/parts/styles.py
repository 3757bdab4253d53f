"""How cells look, and the part of the package in which all looks are numbered (ECMA-376-1, 18.8)."""

from collections.abc import Hashable, Iterable
from typing import Final, NamedTuple, TypeVar

from handover.write.xlsx.parts.markup import MAIN, counted, element

_BUILT_IN: Final = {"General": 0, "0": 1, "#,##0": 3}  # number formats that need not be written
_FIRST_OWN = 164  # the number of the first format of our own
_FIRST_PAINT = 200  # the same of a format that a rule sets
T = TypeVar("T", bound=Hashable)
Edge = tuple[str, str]  # how thick a line is, and its colour


class Font(NamedTuple):
    """Letters; without a colour they are those of the theme."""

    size: float = 11
    colour: str = ""  # "RRGGBB", as all colours here
    bold: bool = False
    underlined: bool = False
    name: str = "Calibri"


class Border(NamedTuple):
    """The lines around a cell."""

    left: Edge | None = None
    right: Edge | None = None
    bottom: Edge | None = None


class Style(NamedTuple):
    """All that is said of how a cell looks."""

    font: Font = Font()
    fill: str = ""  # its ground
    border: Border = Border()
    number: str = "General"  # the format of its numbers
    across: str = ""  # "left", "center", "right", "fill"; "" as the program does it
    indent: int = 0
    wraps: bool = False
    is_text: bool = False  # what a person types into it stays text


class Paint(NamedTuple):
    """What a rule changes of a cell's look."""

    colour: str = ""
    fill: str = ""
    bold: bool = False
    number: str = ""


class StyleSheet:
    """The looks of one workbook, each with the number by which cells and rules name it."""

    def __init__(self) -> None:
        self._styles = {Style(): 0}
        self._paints: dict[Paint, int] = {}

    def number(self, style: Style) -> int:
        """The number of a cell's look."""
        return self._styles.setdefault(style, len(self._styles))

    def paint(self, paint: Paint) -> int:
        """The number of what a rule changes."""
        return self._paints.setdefault(paint, len(self._paints))

    def xml(self) -> str:
        """The part of the package."""
        own = (style.number for style in self._styles if style.number not in _BUILT_IN)
        formats = {**_BUILT_IN, **_numbered(own, _FIRST_OWN)}
        fonts = _numbered((style.font for style in self._styles), 0)
        fills = {"": 0, **_numbered((style.fill for style in self._styles if style.fill), 2)}
        borders = _numbered((style.border for style in self._styles), 0)
        cells = [
            _cell(style, formats[style.number], fonts[style.font], fills[style.fill], borders[style.border])
            for style in self._styles
        ]
        told = [
            counted("numFmts", [_format(n, code) for code, n in formats.items() if n >= _FIRST_OWN]),
            counted("fonts", [_font(font) for font in fonts]),
            # The first two are each program's own: cells that name them get these whatever is written.
            counted("fills", [_pattern("none"), _pattern("gray125"), *map(_solid, list(fills)[1:])]),
            counted("borders", [_border(border) for border in borders]),
            counted("cellStyleXfs", [element("xf", numFmtId=0, fontId=0, fillId=0, borderId=0)]),
            counted("cellXfs", cells),
            counted("cellStyles", [element("cellStyle", name="Normal", xfId=0, builtinId=0)]),
            self._dxfs(),
            element("tableStyles", count=0, defaultTableStyle="TableStyleMedium9"),
        ]
        return element("styleSheet", "".join(told), xmlns=MAIN)

    def _dxfs(self) -> str:
        numbers = _numbered((paint.number for paint in self._paints if paint.number), _FIRST_PAINT)
        return counted("dxfs", [_paint(paint, numbers) for paint in self._paints])


def _numbered(found: Iterable[T], first: int) -> dict[T, int]:
    """Each thing once, with its number."""
    return {one: n for n, one in enumerate(dict.fromkeys(found), first)}


def _format(number: int, code: str) -> str:
    return element("numFmt", numFmtId=number, formatCode=code)


def _colour(name: str, colour: str) -> str:
    return element(name, rgb=f"FF{colour}")


def _font(font: Font) -> str:
    if not font.colour:
        own = element("family", val=2) + element("scheme", val="minor")
        return element("font", _letters(font, element("color", theme=1)) + own)
    return element("font", _letters(font, _colour("color", font.colour)))


def _letters(font: Font, colour: str) -> str:
    bold, line = element("b") if font.bold else "", element("u") if font.underlined else ""
    return f"{bold}{line}{element('sz', val=font.size)}{colour}{element('name', val=font.name)}"


def _pattern(kind: str, inside: str = "") -> str:
    return element("fill", element("patternFill", inside, patternType=kind))


def _solid(colour: str) -> str:
    return _pattern("solid", _colour("fgColor", colour))


def _border(border: Border) -> str:
    left, right, bottom = (
        element(name, _colour("color", edge[1]), style=edge[0]) if edge else element(name)
        for name, edge in zip(("left", "right", "bottom"), border, strict=True)
    )
    return element("border", f"{left}{right}{element('top')}{bottom}{element('diagonal')}")


def _cell(style: Style, number: int, font: int, fill: int, border: int) -> str:
    alignment = ""
    if style.across:
        alignment = element(
            "alignment",
            horizontal=style.across,
            vertical="center",
            wrapText=style.wraps or None,
            indent=style.indent or None,
        )
    return element(
        "xf",
        alignment,
        numFmtId=number,
        fontId=font,
        fillId=fill,
        borderId=border,
        xfId=0,
        quotePrefix=style.is_text or None,
        applyAlignment=bool(alignment) or None,
    )


def _paint(paint: Paint, numbers: dict[str, int]) -> str:
    told = ""
    if paint.colour:
        bold = element("b") if paint.bold else ""
        told += element("font", bold + _colour("color", paint.colour) + element("name", val=Font().name))
    if paint.number:
        told += _format(numbers[paint.number], paint.number)
    if paint.fill:
        told += _pattern("solid", _colour("bgColor", paint.fill))
    return element("dxf", told)
