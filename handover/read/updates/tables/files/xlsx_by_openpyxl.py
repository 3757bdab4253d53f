"""The sheets of an .xlsx by openpyxl: the slow way, for files that are not as ordinary workbooks are.

Its streaming reader leaves out what stands behind and across cells; hyperlinks and merged cells are taken
from the sheet's XML.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any
from warnings import catch_warnings, simplefilter

from lxml import etree

from handover.later import pattern
from handover.read.containers import overlapping
from handover.read.updates.tables.files.xlsx_package import (
    DOC,
    MAIN,
    WORKBOOK,
    Area,
    relations_of,
    tree_of,
)
from handover.read.updates.tables.files.xlsx_sheet import (
    HYPERLINK,
    Links,
    has_uncalculated,
    linked_cells,
)

_EXTRA = pattern(rb"hyperlink|mergecell", re.IGNORECASE)


class Sheet:
    """One sheet; `links`, `merged` and `uncalculated` are known once the rows are read."""

    def __init__(self, archive: zipfile.ZipFile, path: str, sheet: Any) -> None:
        self._archive, self._sheet = archive, sheet
        self.path = path
        self.title: str = sheet.title
        self.hidden: bool = sheet.sheet_state != "visible"
        self.links: Links = {}
        self.merged: list[Area] = []
        self.uncalculated = False

    def rows(self) -> Iterator[tuple[int, Sequence[Any]]]:
        """All rows: number from 1, values from the first column."""
        self._sheet.reset_dimensions()  # what the file claims is often wrong
        with catch_warnings():
            simplefilter("ignore")  # openpyxl warns of what it leaves out, as of styles; none is data
            yield from enumerate(self._sheet.iter_rows(values_only=True), 1)
        if self.path in self._archive.NameToInfo:
            self._look_behind()
            self.uncalculated = has_uncalculated(self._archive, self.path)

    def _tells(self) -> bool:
        # A quick look first: most sheets have neither.
        with self._archive.open(self.path) as stream:
            return any(_EXTRA.search(chunk) for chunk in overlapping(stream, len("hyperlink")))

    def _look_behind(self) -> None:
        if not self._tells():
            return
        from openpyxl.utils.cell import coordinate_to_tuple

        targets = relations_of(self._archive, self.path)
        link, merged, cell, row = (f"{MAIN}{name}" for name in ("hyperlink", "mergeCell", "c", "row"))
        with self._archive.open(self.path) as stream:
            for _, element in etree.iterparse(
                stream, tag=(link, merged, cell, row), resolve_entities=False, no_network=True
            ):
                if element.tag == merged:
                    self.merged.append(_bounds(element.get("ref", "")))
                elif element.tag == link:
                    told = (_bounds(element.get("ref", "")), element.get(f"{DOC}id", ""))
                    self.links.update(linked_cells([told], targets))
                elif (formula := element.findtext(f"{MAIN}f")) and (found := HYPERLINK.match(formula)):
                    number, column = coordinate_to_tuple(element.get("r", "A1"))
                    self.links[number, column - 1] = found[1].replace('""', '"')
                if element.tag in (cell, row):  # or memory would hold every cell
                    element.clear()
                    while element.getprevious() is not None:
                        del element.getparent()[0]


def sheets_of(data: bytes, archive: zipfile.ZipFile) -> list[Sheet]:
    """The sheets of a workbook. Raises all kinds of errors for a broken file."""
    from openpyxl import load_workbook  # takes as long as to read most workbooks

    with catch_warnings():
        simplefilter("ignore")
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    paths = dict(_paths(archive))
    return [Sheet(archive, paths.get(sheet.title, ""), sheet) for sheet in book.worksheets]


def _paths(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    targets = relations_of(archive, WORKBOOK)
    for sheet in tree_of(archive, WORKBOOK).iter(f"{MAIN}sheet"):
        yield sheet.get("name", ""), targets.get(sheet.get(f"{DOC}id", ""), "")


def _bounds(reference: str) -> Area:
    from openpyxl.utils.cell import range_boundaries

    left, top, right, bottom = range_boundaries(reference)
    return left or 1, top or 1, right or 1, bottom or 1
