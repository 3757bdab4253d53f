"""What both ways to read an .xlsx share: the links behind its cells, and formulas that have no value."""

import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping

from handover.later import pattern
from handover.read.containers import overlapping
from handover.read.updates.tables.files.xlsx_package import Area

Links = dict[tuple[int, int], str]  # row (from 1), column (from 0) -> address
MOST_MERGED = 5_000  # rows one link may stretch over
HYPERLINK = pattern(r"""\s*HYPERLINK\(\s*"((?:[^"]|"")*)\"""", re.IGNORECASE)
# A formula with no value behind it; one that only makes a link is read by itself.
_UNCALCULATED = pattern(
    rb"<f>(?!\s*HYPERLINK)[^<]{1,400}</f>\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>", re.IGNORECASE
)
_LONGEST_FORMULA = 500


def linked_cells(
    linked: Iterable[tuple[Area, str]], targets: Mapping[str, str]
) -> Iterator[tuple[tuple[int, int], str]]:
    """The cells of links, told by area and id of a relation, with the addresses that these lead to."""
    for (left, top, _, bottom), relation in linked:
        if (target := targets.get(relation, "")) and bottom - top <= MOST_MERGED:
            for row in range(top, bottom + 1):
                yield (row, left - 1), target


def has_uncalculated(archive: zipfile.ZipFile, path: str) -> bool:
    """Whether a sheet has formulas without their results, as programs write that never calculate."""
    with archive.open(path) as stream:
        return any(_UNCALCULATED.search(chunk) for chunk in overlapping(stream, _LONGEST_FORMULA))
