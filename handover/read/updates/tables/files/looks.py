"""How the cells of an .xlsx look where that may say something: filled with a colour, struck through.

Read only when somebody asks, and not at all where no style of the workbook has either.
"""

import re
import zipfile
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from handover.read.updates.tables.files.xlsx_package import MAIN, STYLES, tree_of
from handover.text.column_letters import column_number

_WHITE = ("FFFFFF", "theme 0 ", "indexed 9 ", "indexed 64 ", "indexed 65 ")
# Every program writes the cell's name first.
_CELL = rb'<(?:\w+:)?c r="([A-Z]{1,3})(\d{1,7})"[^>]*?\ss="(%s)"'


class Look(NamedTuple):
    """What a cell's style says."""

    colour: str = ""  # of its fill, as the file names it; "" for none and white
    struck: bool = False


class Looks:
    """The cells of one sheet that have a colour or are struck through."""

    def __init__(self, archive: zipfile.ZipFile, path: str) -> None:
        self._archive, self._path = archive, path

    @cached_property
    def cells(self) -> Mapping[tuple[int, int], Look]:
        """By row (from 1) and column (from 0)."""
        styles = dict(_styles(self._archive))
        if not styles or self._path not in self._archive.NameToInfo:
            return {}
        told = _CELL % b"|".join(str(number).encode() for number in styles)
        return {
            (int(row), column_number(letters.decode()) - 1): styles[int(style)]
            for letters, row, style in re.findall(told, self._archive.read(self._path))
        }


def _styles(archive: zipfile.ZipFile) -> Iterator[tuple[int, Look]]:
    """The styles of cells that have a colour or a line through, by their number."""
    if STYLES not in archive.NameToInfo:
        return
    root = tree_of(archive, STYLES)
    struck = [_is_struck(font) for font in root.iterfind(f"{MAIN}fonts/{MAIN}font")]
    colours = [_colour(fill) for fill in root.iterfind(f"{MAIN}fills/{MAIN}fill")]
    for number, style in enumerate(root.iterfind(f"{MAIN}cellXfs/{MAIN}xf")):
        look = Look(_at(colours, style.get("fillId"), ""), _at(struck, style.get("fontId"), default=False))
        if look != Look():
            yield number, look


def _at(values: list[Any], number: str | None, default: Any) -> Any:
    place = int(number) if number and number.isdigit() else len(values)
    return values[place] if place < len(values) else default


def _is_struck(font: Any) -> bool:
    strike = font.find(f"{MAIN}strike")
    return strike is not None and strike.get("val", "1") not in ("0", "false")


def _colour(fill: Any) -> str:
    pattern = fill.find(f"{MAIN}patternFill")
    if pattern is None or pattern.get("patternType") != "solid":
        return ""
    colour = pattern.find(f"{MAIN}fgColor")
    if colour is None:
        return ""
    if rgb := colour.get("rgb"):
        return "" if rgb[-6:].upper() == _WHITE[0] else rgb[-6:].upper()
    told = next((f"{key} {colour.get(key)} " for key in ("theme", "indexed") if colour.get(key)), "")
    tint = colour.get("tint", "")
    return "" if told in _WHITE and not tint else told + tint
