"""Which of our sheets a sheet is, and where its header stands.

A workbook with its hidden sheet tells how it called each column. One that has lost it is known by its
headers alone, and must then show what nobody else's would: other people's workbooks have sheets called
Posts, Updates and Plan too, with columns called Network, Post and Text.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace

from handover.columns import (
    ACCOUNTS,
    CHECK,
    MORE,
    PLAN,
    POSTS,
    SHEETS,
    SHORTFALL,
    START,
    TAKEN_OUT,
    UNPAIRED,
    UPDATES,
)
from handover.columns.shown import as_text
from handover.later import dataclass
from handover.read.updates.tables.header.roles import ENOUGH
from handover.read.updates.workbook.opening import SheetRows
from handover.read.updates.workbook.spoken import fold, spoken

READ = (
    UPDATES.key,
    MORE.key,
    UNPAIRED.key,
    SHORTFALL.key,
    TAKEN_OUT.key,
)  # the sheets a person's edits are read from
HEADER_WITHIN = 20  # rows a header is looked for in
START_WITHIN = 60  # rows the headings of the first sheet are looked for in
FEW = 3  # columns that make a header, where the workbook is known to be ours
MANY = 9  # columns of which two of this house's own are enough
# Columns whose headers are this house's own: sheet -> columns, how many of them, of how many in all.
OWN: Mapping[str, tuple[frozenset[str], int, int]] = {
    POSTS.key: (frozenset({"updates", "counted", "missing", "lasting", "why"}), 2, 6),
    UPDATES.key: (frozenset({"post_no", "fits", "links", "permalink", "evidence", "origin", "repeat"}), 3, 6),
    UNPAIRED.key: (
        frozenset({"post_no", "links", "permalink", "suggestion_1", "suggestion_2", "suggestion_3"}),
        3,
        6,
    ),
    MORE.key: (frozenset({"fits", "links", "permalink"}), 3, 6),
    SHORTFALL.key: (frozenset({"post_no", "wanted", "missing", "fits", "links"}), 3, 6),
    TAKEN_OUT.key: (frozenset({"back", "links", "permalink", "origin"}), 3, 6),
    CHECK.key: (frozenset({"what", "text", "hint"}), 3, 4),
    ACCOUNTS.key: (frozenset({"owner_now", "owner_after"}), 2, 3),
}
PLANNED = frozenset({"date", "network", "post_no", "post", "text", "link"})  # what every plan has

Columns = Mapping[str, Mapping[str, str]]  # sheet -> header, folded -> key


@dataclass(frozen=True, slots=True)
class Header:
    """A sheet of ours: which it is, where its header stands, what its columns are called."""

    kind: str  # key of the sheet
    at: int = -1  # index of the header's row; -1 where the sheet has none
    columns: Mapping[str, str] = field(default_factory=dict)  # header, folded -> key
    met: frozenset[str] = frozenset()  # keys of the columns that were found
    others: int = 0  # columns that are not ours
    is_lost: bool = False  # known by its header alone


def remembered(sheet: SheetRows, columns: Columns) -> Header | None:
    """Which sheet this is of a workbook that told its columns; None for one that is not ours."""
    found = max(_headers(sheet, columns), key=_worth, default=None)
    if found and (found.kind in READ or is_whole(found, columns) or tab_of(sheet) == found.kind):
        return found
    return Header(START.key) if _is_start(sheet) or tab_of(sheet) == START.key else None


def recognised(sheets: Iterable[SheetRows]) -> dict[str, Header]:
    """Name -> which sheet of ours it is, of a workbook that has told nothing; {} where it is not ours."""
    given = list(sheets)
    sure = {sheet.name: found for sheet in given if (found := _surely(sheet))}
    if not sure:
        return {}
    beside = {sheet.name: _beside(sheet, len(sure)) for sheet in given if sheet.name not in sure}
    ours = sure | {name: found for name, found in beside.items() if found}
    return {sheet.name: replace(ours[sheet.name], is_lost=True) for sheet in given if sheet.name in ours}


def _surely(sheet: SheetRows) -> Header | None:
    """Which sheet of ours this can only be."""
    if _is_start(sheet):
        return Header(START.key)
    found = (one for names in spoken() for one in _headers(sheet, names.columns, names.posted_in))
    return max(filter(_is_sure, found), key=_worth, default=None)


def _is_sure(header: Header) -> bool:
    if header.kind == PLAN.key:
        return header.met >= PLANNED and not header.others
    own, some, all_ = OWN[header.kind]
    marks, met = len(header.met & own), len(header.met)
    return (marks >= some and met >= all_) or (marks >= 2 and met >= MANY)


def _beside(sheet: SheetRows, sure: int) -> Header | None:
    """Which sheet of ours this is, beside others that surely are."""
    for names in spoken():
        for found in sorted(_headers(sheet, names.columns, names.posted_in), key=_worth, reverse=True):
            own = OWN.get(found.kind, (PLANNED, 0, 0))[0]
            if found.kind in READ and found.met & own:
                return found
            if is_whole(found, names.columns) or (sure > 1 and tab_of(sheet) == found.kind):
                return found
    return Header(START.key) if tab_of(sheet) == START.key else None


def _headers(
    sheet: SheetRows, columns: Columns, posted_in: re.Pattern[str] | None = None
) -> Iterator[Header]:
    """Every row near the top that has some columns of a sheet."""
    for at, cells in enumerate(sheet.rows[:HEADER_WITHIN]):
        titles = {fold(as_text(cell)[:ENOUGH]) for cell in cells if cell} - {""}
        if len(titles) < FEW:
            continue
        times = {title for title in titles if posted_in and posted_in.fullmatch(title)}
        for known in SHEETS:
            names = columns.get(known.key, {})
            if times and "posted_at" in names.values():
                names = {**names, **dict.fromkeys(times, "posted_at")}
            met = titles & names.keys()
            if len(met) >= FEW:
                keys = frozenset(names[title] for title in met)
                if known == TAKEN_OUT and "back" not in keys:
                    continue  # few columns of another sheet: what stands there was not taken out
                yield Header(known.key, at, names, keys, len(titles) - len(met))


_RANK = {sheet.key: rank for rank, sheet in enumerate(SHEETS)}


def _worth(header: Header) -> tuple[int, int, int, int]:
    lacking = len(set(header.columns.values()) - header.met)
    return len(header.met), -lacking, -_RANK[header.kind], -header.at


def is_whole(header: Header, columns: Columns) -> bool:
    """Whether most of the sheet's columns are there."""
    return 3 * len(header.met) >= 2 * len(set(columns[header.kind].values()))


def _is_start(sheet: SheetRows) -> bool:
    told = {fold(as_text(cell)[:ENOUGH]) for cells in sheet.rows[:START_WITHIN] for cell in cells if cell}
    return any(names.start <= told for names in spoken())


def tab_of(sheet: SheetRows) -> str:
    """The sheet that the name on the tab names in any language, a second page's number aside."""
    name = fold(sheet.name).rstrip("0123456789 ")
    return next((names.tabs[name] for names in spoken() if name in names.tabs), "")
