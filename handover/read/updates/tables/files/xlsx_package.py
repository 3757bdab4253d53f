"""What an .xlsx is made of: its sheets, the texts that they share, and which looks of a cell are a date's.

Read as openpyxl reads it (`xlsx_by_openpyxl.py`, which a test holds this to), in a third of the time and
without loading it. What is out of the ordinary raises: that file is openpyxl's.
"""

import datetime as dt
import posixpath
import re
import zipfile
from collections.abc import Iterator
from typing import IO, Any, NamedTuple
from xml.etree.ElementTree import Element, TreeBuilder, XMLParser

from lxml import etree

from handover.later import pattern
from handover.text.column_letters import column_number

Area = tuple[int, int, int, int]  # merged cells: left, top, right, bottom, all from 1
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
DOC = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WORKBOOK = "xl/workbook.xml"
STYLES = "xl/styles.xml"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.%s+xml"
# As openpyxl looks for them, the first that is there.
_KINDS = (
    "application/vnd.ms-excel.template.macroEnabled.main+xml",
    _TYPES % "template.main",
    "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    _TYPES % "sheet.main",
)
_STATES = ("visible", "hidden", "veryHidden")
_EPOCHS = {False: dt.datetime(1899, 12, 30), True: dt.datetime(1904, 1, 1)}
_PIECE = 64 * 1024  # bytes of a part that are read at once
LAST_COLUMN = 18_278  # ZZZ
_RANGE = pattern(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]*)(?::\$?([A-Za-z]{1,3})\$?([1-9][0-9]*))?")
# The formats that every workbook has without naming them, as far as they show a date or a time, and of these
# the one that shows hours beyond a day (ECMA-376, part 1, 18.8.30).
_DATES_BUILT_IN = frozenset({*range(14, 23), 45, 46, 47})
_DURATION_BUILT_IN = 46
_NO_SIGNS = pattern(r'".*?"|\[(?!hh?\]|mm?\]|ss?\])[^\]]*\]')  # texts, colours, languages
_DATE_SIGN = pattern(r"(?<![_\\])[dmhysDMHYS]")
_DURATION_SIGN = pattern(r"\[(?:hh?|mm?|ss?)\]", re.IGNORECASE)


class OddError(Exception):
    """Something that ordinary workbooks do not have."""


class SheetPart(NamedTuple):
    """A sheet, as the workbook names it."""

    title: str
    path: str
    hidden: bool


class Dates(NamedTuple):
    """How numbers are dates."""

    epoch: dt.datetime
    styles: frozenset[int]  # of cells that show a date or a time
    durations: frozenset[int]  # of those that show hours beyond a day


def relations_of(archive: zipfile.ZipFile, part: str) -> dict[str, str]:
    """Id of a relation of a part -> the part or the address it leads to."""
    return {relation.get("Id", ""): target for relation, target in _relations(archive, part)}


def _relations(archive: zipfile.ZipFile, part: str) -> Iterator[tuple[Any, str]]:
    folder, name = posixpath.split(part)
    path = f"{folder}/_rels/{name}.rels"
    if path not in archive.NameToInfo:
        return
    for relation in tree_of(archive, path):
        target = relation.get("Target", "")
        if relation.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join(folder, target)) if target[:1] != "/" else target[1:]
        yield relation, target


def tree_of(archive: zipfile.ZipFile, path: str) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(archive.read(path), parser)


def parts_of(archive: zipfile.ZipFile, book: Any) -> Iterator[SheetPart]:
    """The sheets with cells, in their order."""
    (listed,) = book.findall(f"{MAIN}sheets")
    parts = {}
    for relation, target in _relations(archive, WORKBOOK):
        if not all(relation.get(name) for name in ("Id", "Type", "Target")):
            raise OddError("a relation that leads nowhere")
        parts[relation.get("Id")] = target, relation.get("Type")
    titles = [sheet.get("name") for sheet in listed]
    if len(set(titles)) != len(titles) or None in titles:
        raise OddError("sheets that are named alike, or not at all")
    for title, sheet in zip(titles, listed, strict=True):
        path, kind = parts[sheet.get(f"{DOC}id")]
        state = sheet.get("state", "visible")
        if sheet.tag != f"{MAIN}sheet" or state not in _STATES:
            raise OddError("a sheet of another kind")
        if path in archive.NameToInfo and "chartsheet" not in kind:
            yield SheetPart(title, path, hidden=state != "visible")


def book_of(archive: zipfile.ZipFile, types: dict[str, str]) -> Any:
    """The workbook's own part. Raises OddError where it stands elsewhere or is of another standard."""
    path = next((types[kind] for kind in _KINDS if kind in types), "")
    book = tree_of(archive, WORKBOOK)
    if path != f"/{WORKBOOK}" or book.tag != f"{MAIN}workbook":
        raise OddError("a workbook in another place")
    return book


def types_of(archive: zipfile.ZipFile) -> dict[str, str]:
    """What a part is -> the first that is."""
    types: dict[str, str] = {}
    for told in tree_of(archive, "[Content_Types].xml"):
        if local_name(told.tag) == "Override":
            types.setdefault(told.get("ContentType"), told.get("PartName"))
    return types


def shared_texts(archive: zipfile.ZipFile, types: dict[str, str]) -> list[str]:
    """The texts that cells of all sheets name by number."""
    path = types.get(_TYPES % "sharedStrings")
    if path is None:
        return []
    texts = []
    with archive.open(path[1:]) as stream:
        for item in Pieces(stream, f"{MAIN}sst").elements():
            if item.tag != f"{MAIN}si":
                raise OddError("something between the shared texts")
            # openpyxl takes an escaped underline out of these, and leaves all other escapes.
            texts.append(text_of(item).replace("x005F_", ""))
    return texts


def text_of(item: Element) -> str:
    """A text, or its runs together, without how it is pronounced."""
    plain, runs = None, []
    for child in item:
        name = local_name(child.tag)
        if name == "t":
            plain = child.text
        elif name == "r" and (run := [part.text for part in child if local_name(part.tag) == "t"]):
            runs.append(run[-1] or "")
    return (plain or "") + "".join(runs)


def local_name(tag: str) -> str:
    return tag.rpartition("}")[2]


def dates_of(archive: zipfile.ZipFile, book: Any) -> Dates:
    """Which styles of cells show a date, and from which day numbers count."""
    told = [properties.get("date1904") for properties in book.findall(f"{MAIN}workbookPr")][-1:]
    epoch = _EPOCHS[bool(told and told[0] and told[0] not in ("false", "f", "0"))]
    if STYLES not in archive.NameToInfo:
        return Dates(epoch, frozenset(), frozenset())
    styles = tree_of(archive, STYLES)
    twice = any(len(styles.findall(f"{MAIN}{name}")) > 1 for name in ("numFmts", "cellXfs"))
    if twice or styles.tag != f"{MAIN}styleSheet":
        raise OddError("formats of another kind")
    own = {
        int(f.get("numFmtId")): f.get("formatCode") for f in styles.iterfind(f"{MAIN}numFmts/{MAIN}numFmt")
    }
    used = [int(style.get("numFmtId", 0)) for style in styles.iterfind(f"{MAIN}cellXfs/{MAIN}xf")]
    dates = {number for number in set(used) if _shows_date(own.get(number), number)}
    durations = {number for number in dates if _shows_duration(own.get(number), number)}
    return Dates(
        epoch,
        frozenset(index for index, number in enumerate(used) if number in dates),
        frozenset(index for index, number in enumerate(used) if number in durations),
    )


def _shows_date(form: str | None, number: int) -> bool:
    if form is None:
        return number in _DATES_BUILT_IN
    return _DATE_SIGN.search(_NO_SIGNS.sub("", form.split(";")[0])) is not None


def _shows_duration(form: str | None, number: int) -> bool:
    if form is None:
        return number == _DURATION_BUILT_IN
    return _DURATION_SIGN.search(form.split(";")[0]) is not None


def bounds(reference: str) -> Area:
    """The cells that "B2" or "B2:C4" names."""
    if not (found := _RANGE.fullmatch(reference)):
        raise OddError(f"{reference} names no cells")
    left, top, right, bottom = found.groups()
    first = column(left), int(top)
    return *first, *((column(right), int(bottom)) if right else first)


def column(letters: str) -> int:
    """The number of a column, from 1."""
    if not 0 < (number := column_number(letters)) <= LAST_COLUMN:
        raise OddError(f"{letters} is no column")
    return number


class Pieces:
    """A part whose elements are handed out one by one and let go, so that memory never holds all of them.

    By expat as Python has it: its trees are made and walked without a line of Python, three times as quick
    as any other's. A part that brings entities is not for here.
    """

    def __init__(self, stream: IO[bytes], *path: str) -> None:
        """`path` leads from the part's root, which it names first, to what holds the elements."""
        self._stream, self._path = stream, path
        self._builder = TreeBuilder()
        self._above = self._builder.start("above", {})  # what hangs in it can be walked while it grows
        self._parser = XMLParser(target=self._builder)

    def elements(self) -> Iterator[Element]:
        """Those that the holder holds, in their order."""
        holder = None
        for piece in iter(lambda: self._stream.read(_PIECE), b""):
            if holder is None and (b"\0" in piece[:4] or b"<!DOCTYPE" in piece):
                raise OddError("a part with words of its own, or in a coding that may hide them")
            self._parser.feed(piece)
            if holder is None:
                if not len(self._above):  # what stands before the root may hold such words, cut in two
                    raise OddError("a part that does not begin with its root")
                holder = self._holder()
            if holder is not None:
                whole = len(holder) - 1  # the last may still be growing
                yield from holder[: max(whole, 0)]
                del holder[: max(whole, 0)]
        self._parser.close()
        if (holder := self._holder()) is not None:
            yield from holder
            holder.clear()

    @property
    def root(self) -> Element:
        return self._above[0]

    def _holder(self) -> Element | None:
        """What holds the elements, once it is there."""
        held = self._above
        for tag in self._path:
            found = [child for child in held if child.tag == tag]
            if len(found) > 1:
                raise OddError("two of what there is one of")
            if not found:
                if held is self._above:
                    raise OddError("another root")
                return None
            held = found[0]
        return held
