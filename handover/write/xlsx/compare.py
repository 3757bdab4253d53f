"""What a workbook that its user has gone through would lose if one as it is written now took its place.

What stands in its cells is the reader's to judge. Here it is what no reader reads: colours, bold letters,
comments, pictures, charts, rules that colour cells, lists to choose from. Both files are looked at as
packages, each kind of thing as a set: what the old one has and the new one has not is the user's own.
"""

import html
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from handover.model import N_, Quoted, Said

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_DOC = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# Parts that programs add when they save, and what in a part's name tells it from others of its kind.
OURS = re.compile(
    r"\[Content_Types\]\.xml|_rels/.*|docProps/.*|docMetadata/.*|xl/_rels/.*|xl/workbook\.xml|xl/styles\.xml"
    r"|xl/sharedStrings\.xml|xl/calcChain\.xml|xl/metadata\.xml|xl/theme/.*|xl/printerSettings/.*"
    r"|xl/worksheets/.*|xl/(?:tables|drawings|charts)/_rels/.*|xl/charts/(?:style|colors)\d*\.xml"
)
COUNTED = re.compile(r"xl/(?:(tables|drawings|charts)/[a-zA-Z]+\d*\.xml|(media)/[a-zA-Z]+\d*\.jpe?g)")
THINGS = {
    "comments": N_("comments"),
    "threadedComments": N_("comments"),
    "persons": N_("comments"),
    "media": N_("pictures"),
    "charts": N_("charts"),
    "drawings": N_("pictures or charts"),
    "tables": N_("tables"),
    "pivotTables": N_("pivot tables"),
    "pivotCache": N_("pivot tables"),
}
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*)>")
_STYLE = re.compile(rb'\bs="(\d+)"')
_FIRST_ROW = re.compile(rb'\br="[A-Z]+1"')
_BLOCK = re.compile(
    rb"<(?:\w+:)?(?:conditionalFormatting|dataValidation)\b.*?</(?:\w+:)?(?:cond|data)\w+>", re.DOTALL
)
_FORMULA = re.compile(rb"<(?:\w+:)?(formula1?)>(.*?)</", re.DOTALL)
_RULE = re.compile(rb'<(?:\w+:)?cfRule\b[^>]*\btype="(\w+)"')
_REFERENCE = re.compile(r"\$?[A-Z]{1,3}\$?\d+")
_RICH = re.compile(rb"<(?:\w+:)?r>|<(?:\w+:)?rPr>")
PLAIN = ("theme 1", "000000")  # the colours of letters nobody has coloured

Look = tuple[str, str, frozenset[str]]  # fill, colour of the letters, what else is done to them


def lost_in(old: Path, new: Path) -> str:
    """A sentence that says what of the old workbook's look the new one lacks; "" when that is nothing."""
    try:
        with zipfile.ZipFile(old) as mine, zipfile.ZipFile(new) as ours:
            before, after = _Package(mine), _Package(ours)
            return next(_differences(before, after), "")
    except Exception:  # a file of another kind, or of a make that was never met
        return Said("It could not be told whether colours or comments of yours would be lost.")


def _differences(before: "_Package", after: "_Package") -> Iterator[Said]:
    if thing := before.foreign_part():
        yield Said("The {things} in it would be lost.", things=thing)
    for kind, count in before.parts().items():
        if count > after.parts()[kind]:
            yield Said("The {things} you have added would be lost.", things=Said(THINGS[kind]))
    if before.has_rich_text() and not after.has_rich_text():
        yield Said("The colours or bold letters inside a text would be lost.")
    for name in sorted(before.sheets.keys() & after.sheets.keys()):
        mine, ours = before.sheet(name), after.sheet(name)
        if mine.looks - ours.looks:
            yield Said("Colours or bold letters on the sheet {sheet} would be lost.", sheet=name)
        if mine.rules - ours.rules:
            yield Said("A rule or a list of your own on the sheet {sheet} would be lost.", sheet=name)


class _Sheet:
    """What is compared of one sheet."""

    def __init__(self, data: bytes, looks: list[Look], *, skip_header: bool) -> None:
        self.looks = {
            looks[number] for number in _styles(data, skip_header=skip_header) if not _is_plain(looks[number])
        }
        self.rules = set(_rules(data))


class _Package:
    """A workbook as the parts it is made of."""

    def __init__(self, package: zipfile.ZipFile) -> None:
        self.package = package
        self.sheets = dict(self._sheets())
        self.looks = list(self._looks())

    def parts(self) -> Counter[str]:
        """How many tables, drawings and charts there are."""
        names = (COUNTED.fullmatch(name) for name in self.package.namelist())
        return Counter(found[1] or found[2] for found in names if found and not OURS.fullmatch(found[0]))

    def foreign_part(self) -> str:
        """What a part is called that we never write; "" when there is none."""
        for name in self.package.namelist():
            if not (name.endswith("/") or OURS.fullmatch(name) or COUNTED.fullmatch(name)):
                folder = re.sub(r"\d*\.\w+$", "", name.removeprefix("xl/").split("/")[0])
                return Said(THINGS[folder]) if folder in THINGS else Said("part {name}", name=Quoted(name))
        return ""

    def has_rich_text(self) -> bool:
        """Whether letters inside a text have a look of their own."""
        names = [name for name in self.package.namelist() if name.endswith("sharedStrings.xml")]
        return any(_RICH.search(self.package.read(name)) for name in names)

    def sheet(self, name: str) -> _Sheet:
        data = self.package.read(self.sheets[name])
        return _Sheet(data, self.looks, skip_header=b"<tablePart " in data)

    def _sheets(self) -> Iterator[tuple[str, str]]:
        """The name on each tab, and the part that holds the sheet."""
        relations = self._tree("xl/_rels/workbook.xml.rels")
        targets = {one.get("Id", ""): one.get("Target", "") for one in relations}
        for sheet in self._tree("xl/workbook.xml").iter(f"{_MAIN}sheet"):
            target = targets[sheet.get(f"{_DOC}id", "")]
            yield sheet.get("name", ""), target[1:] if target[:1] == "/" else posixpath.join("xl", target)

    def _looks(self) -> Iterator[Look]:
        """The look of each style of cells, in the order that cells name them by."""
        styles = self._tree("xl/styles.xml")
        fonts, fills = ([*self._children(styles, name)] for name in ("fonts", "fills"))
        for style in self._children(styles, "cellXfs"):
            font, fill = fonts[int(style.get("fontId", 0))], fills[int(style.get("fillId", 0))]
            pattern = fill.find(f"{_MAIN}patternFill")
            solid = pattern is not None and pattern.get("patternType") not in (None, "none", "gray125")
            marks = {
                mark
                for mark in ("b", "i", "u", "strike")
                for one in font.findall(f"{_MAIN}{mark}")
                if one.get("val", "1") not in ("0", "false", "none")
            }
            yield (
                _colour(pattern.find(f"{_MAIN}fgColor")) if solid else "",
                "" if (colour := _colour(font.find(f"{_MAIN}color"))) in PLAIN else colour,
                frozenset(marks),
            )

    def _children(self, tree: Any, name: str) -> Iterator[Any]:
        found = tree.find(f"{_MAIN}{name}")
        return iter(()) if found is None else found.iterchildren(tag=etree.Element)

    def _tree(self, part: str) -> Any:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        return etree.fromstring(self.package.read(part), parser)


def _colour(element: Any) -> str:
    if element is None:
        return ""
    if rgb := element.get("rgb"):
        return str(rgb)[-6:].upper()
    return next((f"{key} {element.get(key)}" for key in ("theme", "indexed") if element.get(key)), "")


def _is_plain(look: Look) -> bool:
    """Whether a cell looks as one that nobody has touched: rows typed in below a table do."""
    fill, colour, marks = look
    return not (fill or marks or colour)


def _styles(data: bytes, *, skip_header: bool) -> set[int]:
    """The numbers of all styles that cells have."""
    found: set[bytes] = set()
    for cell in _CELL.finditer(data):
        if skip_header and _FIRST_ROW.search(cell[1]):
            continue
        style = _STYLE.search(cell[1])
        found.add(style[1] if style else b"0")
    return set(map(int, found))


def _rules(data: bytes) -> Iterator[str]:
    """Every rule that colours cells and every list to choose from, wherever on the sheet it now stands."""
    below = data[data.rfind(b"sheetData>") :]
    for block in _BLOCK.findall(below):
        for kind, formula in _FORMULA.findall(block):
            yield f"{kind.decode()} {_REFERENCE.sub('#', html.unescape(formula.decode('utf-8', 'replace')))}"
        yield from (kind.decode() for kind in _RULE.findall(block))
