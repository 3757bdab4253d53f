"""What Excel would repair, refuse or warn about in a workbook, and no validator says.

`lint(path)` returns one sentence a fault; a sound workbook gives none. It reads the package itself (zip and
XML), knows nothing of how the file was made, and holds our own promises besides: no formula out of data, no
link to anything but the web, a value beside every formula.
"""

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import TokenizerError
from openpyxl.utils import range_boundaries

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
FUNCTIONS = {"COUNT(", "COUNTA(", "COUNTIF(", "COUNTIFS(", "MAX(", "DATE(", "AND(", "ISNUMBER(", "MOD("}
FONT = (  # the order its parts must have
    *("b", "i", "strike", "condense", "extend", "outline", "shadow", "u"),
    *("vertAlign", "sz", "color", "name", "family", "charset", "scheme"),
)
CELL = re.compile(r"([A-Z]{1,3})([1-9]\d*)")
NOT_A_NAME = re.compile(r"[A-Za-z]{1,3}\d+|[Rr]\d*[Cc]\d*|[RrCc]")


@dataclass
class Package:
    """The parts of a workbook."""

    parts: dict[str, bytes]
    faults: list[str] = field(default_factory=list)

    def xml(self, name: str) -> ElementTree.Element:
        return ElementTree.fromstring(self.parts[name])

    def relations(self, name: str) -> dict[str, tuple[str, str, bool]]:
        """Id -> type, target (a part's name, or an address), external."""
        path = PurePosixPath(name)
        rels = str(path.parent / "_rels" / f"{path.name}.rels")
        if rels not in self.parts:
            return {}
        found = {}
        for item in self.xml(rels):
            external = item.get("TargetMode") == "External"
            target = item.get("Target", "")
            if not external:
                target = target[1:] if target.startswith("/") else _joined(path.parent, target)
            if item.get("Id") in found:
                self.faults.append(f"{rels}: the id {item.get('Id')} twice")
            found[item.get("Id", "")] = (item.get("Type", ""), target, external)
        return found


def _joined(folder: PurePosixPath, target: str) -> str:
    parts = list(folder.parts)
    for part in target.split("/"):
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


def lint(path: Path) -> list[str]:
    """Every fault of the workbook, one sentence each."""
    with zipfile.ZipFile(path) as archive:
        twice = [name for name, count in Counter(archive.namelist()).items() if count > 1]
        if broken := archive.testzip():
            return [f"{broken}: damaged"]
        package = Package({name: archive.read(name) for name in archive.namelist()})
    package.faults += [f"{name}: twice in the package" for name in twice]
    for rule in (_parts, _outside, _book):
        package.faults += rule(package)
    return package.faults


def _parts(package: Package) -> Iterator[str]:
    """Every part has a content type, every relation a part."""
    types = package.xml("[Content_Types].xml")
    named = {item.get("PartName", "")[1:] for item in types if item.tag.endswith("Override")}
    endings = {item.get("Extension") for item in types if item.tag.endswith("Default")}
    for name in named - set(package.parts):
        yield f"[Content_Types].xml: names {name}, which is not there"
    for name in package.parts:
        if name.endswith(".rels") or name == "[Content_Types].xml":
            continue
        if name not in named and (name.rpartition(".")[2] not in endings or name.endswith(".xml")):
            yield f"{name}: no content type"
        for _, target, external in package.relations(name).values():
            if not external and target not in package.parts:
                yield f"{name}: relation to {target}, which is not there"


def _outside(package: Package) -> Iterator[str]:
    """Nothing leads outside but links to the web; no macros, no foreign workbooks."""
    for name in package.parts:
        if re.search(r"externalLinks|vbaProject|embeddings|connections|queryTables|activeX", name):
            yield f"{name}: must not be there"
        for kind, target, external in package.relations(name).values():
            if external and kind != LINK:
                yield f"{name}: an external relation that is no link"
            if external:
                yield from (f"{name}: {fault}" for fault in _address(target))


def _address(target: str) -> Iterator[str]:
    shown = target[:60]
    if len(target) > 2_079:
        yield f"the link {shown!r} is too long"
    if not target.isascii() or re.search(r"[\s<>\"{}|\\^`\[\]]|%(?![0-9A-Fa-f]{2})", target):
        yield f"the link {shown!r} has characters a URI may not have"
        return
    try:
        parts = urlsplit(target)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.port == 0:
            yield f"the link {shown!r} is no web address"
    except ValueError:
        yield f"the link {shown!r} is no address"


def _book(package: Package) -> Iterator[str]:
    book = package.xml("xl/workbook.xml")
    relations = package.relations("xl/workbook.xml")
    sheets = [
        (s.get("name", ""), relations[s.get(OFFICE + "id", "")][1], s) for s in book.iter(MAIN + "sheet")
    ]
    names = [name for name, _, _ in sheets]
    yield from _sheet_names(names)
    if all(s.get("state", "visible") != "visible" for _, _, s in sheets):
        yield "workbook: no visible sheet"
    for name in book.iter(MAIN + "definedName"):
        for fault in _formula(name.text or "", names):
            yield f"defined name {name.get('name')}: {fault}"
    strings = [_text(si) for si in package.xml("xl/sharedStrings.xml")]
    for text in strings:
        if len(text.encode("utf-16-le")) > 2 * 32_767:
            yield f"a text of more than 32,767 characters: {text[:40]!r}"
    styles = package.xml("xl/styles.xml")
    for font in styles.iter(MAIN + "font"):
        places = [FONT.index(part.tag.removeprefix(MAIN)) for part in font]
        if places != sorted(places):
            yield "styles: the parts of a font stand out of order"
    known = len(styles.findall(f"{MAIN}cellXfs/*"))
    paints = len(styles.findall(f"{MAIN}dxfs/*"))
    tables: list[tuple[str, str, str]] = []
    for name, part, _ in sheets:
        sheet = Sheet(package, name, part, strings, known, paints, names)
        yield from (f"{name}: {fault}" for fault in sheet.faults())
        tables += sheet.tables
    yield from _table_names(tables)


def _sheet_names(names: list[str]) -> Iterator[str]:
    for name, count in Counter(n.casefold() for n in names).items():
        if count > 1:
            yield f"workbook: two sheets named {name!r}"
    for name in names:
        if (
            not name
            or len(name) > 31
            or re.search(r"[\[\]:*?/\\]", name)
            or name[0] == "'"
            or name[-1] == "'"
        ):
            yield f"workbook: {name!r} is no name for a sheet"


def _table_names(tables: list[tuple[str, str, str]]) -> Iterator[str]:
    for what, at in (("name", 0), ("id", 1)):
        for value, count in Counter(t[at].casefold() for t in tables).items():
            if count > 1:
                yield f"tables: the {what} {value} twice"
    for name, _, _ in tables:
        if not re.fullmatch(r"[^\W\d][\w.]*", name) or len(name) > 255 or NOT_A_NAME.fullmatch(name):
            yield f"tables: {name!r} is no name for a table"


def _text(si: ElementTree.Element) -> str:
    text = "".join(t.text or "" for t in si.iter(MAIN + "t"))
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m[1], 16)), text)


def _formula(formula: str, sheets: list[str], *, functions: set[str] = FUNCTIONS) -> Iterator[str]:
    if len(formula) > 8_192:
        yield "a formula is too long"
    try:
        tokens = Tokenizer("=" + formula).items
    except (IndexError, TokenizerError):
        yield "a formula's brackets are not in pairs"
        return
    depth = 0
    for token in tokens:
        depth += (token.subtype == "OPEN") - (token.subtype == "CLOSE")
        if token.type == "FUNC" and token.subtype == "OPEN" and token.value.upper() not in functions:
            yield f"the function {token.value} is not one of ours"
        if token.type == "OPERAND" and token.subtype == "TEXT" and len(token.value) > 257:
            yield "a text in a formula is too long"
        if token.type == "OPERAND" and token.subtype == "RANGE":
            if "[" in token.value:
                yield f"a formula refers outside: {token.value}"
            if "!" in token.value:
                sheet = token.value.rpartition("!")[0]
                sheet = sheet[1:-1].replace("''", "'") if sheet.startswith("'") else sheet
                if sheet not in sheets:
                    yield f"a formula names the sheet {sheet!r}, which is not there"
            if not re.fullmatch(
                r"(.*!)?(\$?[A-Z]{0,3}\$?\d*(:\$?[A-Z]{0,3}\$?\d*)?|[^\W\d]\w*)", token.value
            ):
                yield f"a formula refers to {token.value!r}"
        if token.type == "OPERAND" and token.subtype == "ERROR":
            yield f"a formula holds {token.value}"
    if depth:
        yield "a formula's brackets are not in pairs"


@dataclass
class Sheet:
    """One sheet and what is wrong with it."""

    package: Package
    name: str
    part: str
    strings: list[str]
    styles: int
    paints: int
    sheets: list[str]
    tables: list[tuple[str, str, str]] = field(default_factory=list)  # name, id, cells
    cells: dict[tuple[int, int], str] = field(default_factory=dict)  # row, column -> text of a string cell

    def faults(self) -> Iterator[str]:
        self.xml = self.package.xml(self.part)
        yield from self._rows()
        yield from self._tables()
        yield from self._links()
        yield from self._choices()
        yield from self._colours()
        yield from self._merged()
        for tag in ("oddFooter", "oddHeader"):
            for item in self.xml.iter(MAIN + tag):
                if len(item.text or "") > 255:
                    yield f"{tag} is longer than 255 characters"
        for col in self.xml.iter(MAIN + "col"):
            if float(col.get("width", 0)) > 255:
                yield "a column is wider than 255"

    def _rows(self) -> Iterator[str]:
        last_row = 0
        for row in self.xml.iter(MAIN + "row"):
            number = int(row.get("r", 0))
            if number <= last_row or number > 1_048_576:
                yield f"row {number} is out of order"
            last_row = number
            if float(row.get("ht", 0)) > 409.5:
                yield f"row {number} is higher than 409.5 points"
            last_column = 0
            for cell in row:
                found = CELL.fullmatch(cell.get("r", ""))
                if not found or int(found[2]) != number:
                    yield f"the cell {cell.get('r')} stands in row {number}"
                    continue
                column = range_boundaries(found[0])[0] or 0
                if column <= last_column or column > 16_384:
                    yield f"the cell {found[0]} is out of order"
                last_column = column
                yield from (f"{found[0]}: {fault}" for fault in self._cell(cell, number, column))

    def _cell(self, cell: Any, row: int, column: int) -> Iterator[str]:
        if int(cell.get("s", 0)) >= self.styles:
            yield "its style is not there"
        kind, value, formula = cell.get("t", "n"), cell.findtext(MAIN + "v"), cell.find(MAIN + "f")
        if formula is not None:
            if not value:
                yield "a formula without its value"
            yield from _formula(formula.text or "", self.sheets)
        if kind == "s":
            if not (value or "").isdigit() or int(value) >= len(self.strings):
                yield "its text is not there"
            else:
                self.cells[row, column] = self.strings[int(value)]
        elif kind == "n" and value:
            if not re.fullmatch(r"-?\d+(\.\d+)?([eE][-+]?\d+)?", value):
                yield f"{value!r} is no number"
        elif kind not in ("n", "str"):
            yield f"a cell of type {kind}"

    def _tables(self) -> Iterator[str]:
        areas: list[tuple[int, int, int, int]] = []
        for kind, part, _ in self.package.relations(self.part).values():
            if not kind.endswith("/table") or part not in self.package.parts:
                continue
            table = self.package.xml(part)
            name, ref = table.get("displayName", ""), table.get("ref", "")
            self.tables.append((name, table.get("id", ""), ref))
            area = _area(ref)
            yield from (f"table {name}: {fault}" for fault in self._table(table, area))
            if any(_overlap(area, other) for other in areas):
                yield f"table {name} overlaps another"
            areas.append(area)
        for own in self.xml.findall(MAIN + "autoFilter"):
            if any(_overlap(_area(own.get("ref", "")), area) for area in areas):
                yield "the sheet's own filter lies over a table"
        self.areas = areas

    def _table(self, table: Any, area: tuple[int, int, int, int]) -> Iterator[str]:
        left, top, right, bottom = area
        columns = [column.get("name", "") for column in table.iter(MAIN + "tableColumn")]
        if bottom <= top:
            yield "has no row below its header"
        if len(columns) != right - left + 1:
            yield f"has {len(columns)} columns named and {right - left + 1} in its cells"
        for name, count in Counter(c.casefold() for c in columns).items():
            if count > 1:
                yield f"has two columns named {name!r}"
        shown = [self.cells.get((top, at)) for at in range(left, right + 1)]
        for column, text in zip(columns, shown, strict=False):
            if column != text:
                yield f"its column {column!r} has the header {text!r}"
        own = table.find(MAIN + "autoFilter")
        if own is not None and own.get("ref") != table.get("ref"):
            yield "its filter covers other cells"

    def _links(self) -> Iterator[str]:
        links = list(self.xml.iter(MAIN + "hyperlink"))
        if len(links) > 65_530:
            yield f"{len(links)} links are more than Excel allows"
        relations = self.package.relations(self.part)
        for ref, count in Counter(link.get("ref") for link in links).items():
            if count > 1:
                yield f"two links in {ref}"
        for link in links:
            id_, location = link.get(OFFICE + "id"), link.get("location")
            if id_ is not None and id_ not in relations:
                yield f"the link in {link.get('ref')} leads nowhere"
            if id_ is None:
                sheet = (location or "").rpartition("!")[0].strip("'").replace("''", "'")
                if sheet not in self.sheets:
                    yield f"the link in {link.get('ref')} leads to no sheet"
                if not link.get("display"):
                    yield f"the link in {link.get('ref')} does not say what it displays"

    def _choices(self) -> Iterator[str]:
        for rule in self.xml.iter(MAIN + "dataValidation"):
            formula = rule.findtext(MAIN + "formula1") or ""
            if rule.get("type") == "list" and formula.startswith('"') and len(formula) > 257:
                yield "a list to choose from is longer than 255 characters"
            for text, shown in (("prompt", "showInputMessage"), ("error", "showErrorMessage")):
                if bool(rule.get(text)) != (rule.get(shown) in ("1", "true")):
                    yield f"the {text} of a choice is written and not shown, or shown and not written"
            for name, most in (("prompt", 255), ("error", 255), ("promptTitle", 32), ("errorTitle", 32)):
                if len(rule.get(name, "")) > most:
                    yield f"the {name} of a choice is longer than {most} characters"

    def _colours(self) -> Iterator[str]:
        for rule in self.xml.iter(MAIN + "cfRule"):
            if int(rule.get("dxfId", 0)) >= self.paints:
                yield "a colour rule's style is not there"
            for formula in rule.iter(MAIN + "formula"):
                yield from _formula(formula.text or "", self.sheets)

    def _merged(self) -> Iterator[str]:
        areas = list(self.areas)
        for merged in self.xml.iter(MAIN + "mergeCell"):
            area = _area(merged.get("ref", ""))
            if any(_overlap(area, other) for other in areas):
                yield f"the merged cells {merged.get('ref')} overlap others or a table"
            areas.append(area)


def _area(ref: str) -> tuple[int, int, int, int]:
    left, top, right, bottom = range_boundaries(ref)
    return left or 0, top or 0, right or 0, bottom or 0


def _overlap(a: tuple[int, int, int, int], b: tuple[int, int, int, int]) -> bool:
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]
