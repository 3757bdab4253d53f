"""What a user's template can leave behind that Word calls damaged: found in the stream and made whole.

A condition that hides all paragraphs of a cell, or a loop over nothing that takes all rows of a table,
leaves an element that Word insists has content.
"""

import re
from collections.abc import Iterator
from typing import Final

_CELL: Final = "<w:tc><w:p/></w:tc>"
_EMPTY_CELL: Final = re.compile(r"(<w:tc(?: [^>]*)?>|</w:tcPr>|<w:tcPr/>|</w:tbl>)\s*</w:tc>")
_EMPTY_ROW: Final = re.compile(r"(<w:tr(?: [^>]*)?>|</w:trPr>|</w:tblPrEx>)\s*</w:tr>")
_EMPTY_TABLE: Final = re.compile(r"(</w:tblGrid>)\s*</w:tbl>")
_TAIL: Final = 400  # characters kept back, so that no element is missed between two pieces


def mended(pieces: Iterator[str]) -> Iterator[str]:
    """The pieces with a paragraph in every cell, a cell in every row and a row in every table."""
    kept = ""
    depth = 0  # of tables in tables
    for piece in pieces:
        if not depth and "<w:tbl" not in piece:  # so is most of a long document
            yield kept
            yield piece
            kept = ""
            continue
        depth += piece.count("<w:tbl>") + piece.count("<w:tbl ") - piece.count("</w:tbl>")
        whole = _mend(kept + piece)
        # Cut where an element begins, so that the rest can still be looked at whole.
        cut = whole.rfind("<", 0, max(0, len(whole) - _TAIL))
        if cut > 0:
            yield whole[:cut]
            kept = whole[cut:]
        else:
            kept = whole
    yield kept


def _mend(xml: str) -> str:
    xml = _EMPTY_CELL.sub(r"\1<w:p/></w:tc>", xml)
    xml = _EMPTY_ROW.sub(rf"\1{_CELL}</w:tr>", xml)
    return _EMPTY_TABLE.sub(rf"\1<w:tr>{_CELL}</w:tr></w:tbl>", xml)
