"""Texts in one tab, days and networks in another, joined by a key: "P01", a title."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from handover.later import dataclass
from handover.model import Notice, Quoted, Said, Skipped
from handover.read.updates.tables import Cell, Row, Table
from handover.read.updates.tables.header.columns import header_words, text_of
from handover.read.updates.tables.header.roles import role_of
from handover.read.updates.tables.header.user_map import spelled

HEADER_WITHIN = 15  # rows from the top
FEWEST = 2  # keys, for one alone may agree by accident
LONGEST = 80  # letters of a key
_KEYS = frozenset(["", "post", "title", "topic", "post title", "heading", "labels"])


@dataclass(frozen=True, slots=True)
class _Tab:
    """A tab with its header: where that stands, its words and what they are for."""

    table: Table
    start: int
    header: tuple[str, ...]
    fields: tuple[str, ...]

    @property
    def below(self) -> Sequence[Row]:
        return self.table.rows[self.start + 1 :]

    def values(self, column: int) -> list[str]:
        return [text for _, cells in self.below if (text := _cell(cells, column))]


def joined_tabs(tables: Sequence[Table]) -> tuple[list[Table], list[Notice]]:
    """The tables, a plan that names its texts by a key with them, their tab emptied; and what to say."""
    if len(tables) < 2:
        return list(tables), []
    tabs = [_tab_of(table) for table in tables]
    texts = [tab for tab in tabs if tab and _is_of_texts(tab)]
    made: list[Table] = []
    notices: list[Notice] = []
    used: dict[str, set[str]] = {}
    for table, tab in zip(tables, tabs, strict=True):
        found = _with_texts(tab, texts, used) if tab and _is_plan(tab) else None
        if found:
            notices.append(found[1])
        made.append(found[0] if found else table)
    for tab in texts:
        if tab.table.sheet in used:
            at = next(i for i, table in enumerate(made) if table is tab.table)
            made[at] = _left_over(tab, used[tab.table.sheet])
    return made, notices


def _tab_of(table: Table) -> _Tab | None:
    """The tab by the first row that names two of an update's columns."""
    for start, (_, cells) in enumerate(table.rows[:HEADER_WITHIN]):
        words = header_words(cells)
        roles = [role_of(word) if word else None for word in words]
        fields = tuple(role.field if role and not role.bare else "" for role in roles)
        if len({*fields} - {"", "figure"}) > 1 or "text" in fields:
            return _Tab(table, start, words, fields)
    return None


def _is_of_texts(tab: _Tab) -> bool:
    return tab.fields.count("text") == 1 and not {"date", "network"} & {*tab.fields}


def _is_plan(tab: _Tab) -> bool:
    return bool({"date", "network"} & {*tab.fields}) and "text" not in tab.fields and "hook" not in tab.fields


def _with_texts(plan: _Tab, texts: Sequence[_Tab], used: dict[str, set[str]]) -> tuple[Table, Notice] | None:
    for tab in texts:
        for column, field in enumerate(plan.fields):
            told = plan.values(column) if field in _KEYS and plan.header[column] else []
            if len(set(told)) < FEWEST:
                continue
            for key in _keys_of(tab):
                rows = _rows_by(tab, key)
                if rows and all(one in rows for one in told):
                    used.setdefault(tab.table.sheet, set()).update(told)
                    return _joined(plan, column, tab, key, rows)
    return None


def _keys_of(tab: _Tab) -> list[int]:
    return [i for i, field in enumerate(tab.fields) if field in _KEYS and tab.header[i]]


def _rows_by(tab: _Tab, key: int) -> Mapping[str, Row]:
    """The rows of the texts by their key; none where it is not each row's own."""
    text = tab.fields.index("text")
    filled = [(number, cells) for number, cells in tab.below if _cell(cells, text)]
    keys = [_cell(cells, key) for _, cells in filled]
    if len(set(keys)) < len(keys) or not all(0 < len(one) <= LONGEST for one in keys):
        return {}
    return dict(zip(keys, filled, strict=True))


def _joined(plan: _Tab, column: int, tab: _Tab, key: int, rows: Mapping[str, Row]) -> tuple[Table, Notice]:
    """The plan with the other columns of the texts beside its own, and the word about it."""
    has = {spelled(word) for word in plan.header if word}
    added = [i for i, word in enumerate(tab.header) if i != key and word and spelled(word) not in has]
    width = max(len(plan.header), *(len(cells) for _, cells in plan.below), 1)
    header = [*plan.header, *[""] * (width - len(plan.header)), *(tab.header[i] for i in added)]
    header[column] = ""
    below: list[Row] = []
    links = dict(plan.table.links)
    for number, cells in plan.below:
        own: list[Cell] = [*cells, *[None] * (width - len(cells))]
        found = rows.get(_cell(cells, column))
        own[column] = None
        if found:
            own += [found[1][i] if i < len(found[1]) else None for i in added]
            behind = {at: tab.table.links.get((found[0], i)) for at, i in enumerate(added, width)}
            links |= {(number, at): address for at, address in behind.items() if address}
        below.append((number, own))
    start = plan.start
    named = (plan.table.rows[start][0], header)
    told = Said(
        "Its rows were given the texts of the sheet {sheet} by what stands under {column}.",
        sheet=Quoted(tab.table.sheet), column=Quoted(plan.header[column]),
    )  # fmt: skip
    table = replace(plan.table, rows=[*plan.table.rows[:start], named, *below], links=links)
    return table, Notice(text=told, hint=Said("Look at a few of them."), where=plan.table.place)


def _left_over(tab: _Tab, used: set[str]) -> Table:
    """The tab of the texts without its rows: those no plan names are told."""
    text = tab.fields.index("text")
    left = [
        Skipped(
            location=tab.table.place, line=number, reason=Said("No row of the other sheet names its text.")
        )
        for number, cells in tab.below
        if _cell(cells, text) and not any(_cell(cells, key) in used for key in _keys_of(tab))
    ]
    return replace(tab.table, rows=(), skipped=(*tab.table.skipped, *left))


def _cell(cells: Sequence[Cell], column: int) -> str:
    return text_of(cells[column]) if column < len(cells) else ""
