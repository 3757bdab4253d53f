"""A table whose header nobody knows, or that has none: its columns by what stands in them.

Only where all three are plain to see, days, networks and words: tasks, hours or accounts lack one.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

from handover.later import dataclass, pattern
from handover.model import Joined, Notice, Quoted, Said
from handover.networks import network_of
from handover.read.updates.tables import Cell, Row, Table
from handover.read.updates.tables.foreign.cells import all_differ, has_hashtag
from handover.read.updates.tables.foreign.signs import signs_of
from handover.read.updates.tables.foreign.verdict import can_be_header
from handover.read.updates.tables.header.columns import NOT_UPDATES, header_words, text_of
from handover.read.updates.tables.header.role_words import LANGUAGES
from handover.read.updates.tables.header.roles import role_of
from handover.read.updates.tables.header.settled_roles import is_network
from handover.read.updates.tables.header.user_map import spelled
from handover.read.updates.tables.rows.cell_words import flag, listed, state_of
from handover.read.updates.tables.rows.cells import addresses
from handover.read.updates.tables.rows.several import are_prefixed
from handover.read.updates.tables.when.dates import is_date
from handover.read.updates.tables.when.times import read_time
from handover.text.column_letters import column_letters
from handover.urls import host_of

LOOKED_AT = 200  # rows that show what a column holds
FEWEST = 2  # rows
WORDS = 4  # of a text, on the average
MOST = 0.8  # of the filled cells
SIGNS = 12  # letters of a text in a script without spaces
PROVED = 0.5  # of the rows: hashtags in the words, or a link to no network
# What an update is called, whatever else the header says: "What we post".
_OWN = pattern(
    r"\bpost|\btext|\bwords$|\bwording|caption|\bcopy|tweet|publi|beitrag|testo|texto|tekst|tresc|inlagg|opslag|innlegg"
)
# "When | Where | What": the three questions of a plan, and of many another list; so only with more of an
# update beside them.
_WHAT = frozenset(
    listed("""
        what | what we said | what we say | what we post | what we posted | was | quoi | cosa | che cosa | que
        | o que | co | wat | hva | hvad | vad | mita | ce | ne | τι | что | що
    """)
)
_WHERE = frozenset(
    listed("""
        where | where we post | wo | ou | dove | donde | onde | gdzie | waar | hvor | var | missa | unde
        | nerede | που | где | де | kde | hol
    """)
)
_OF_UPDATES = frozenset(["media", "hashtags", "time"])
# Prose that is about updates and none of them.
_ABOUT = pattern(
    r"note|about|uber was|message|nachricht|messag|mensaje|mensagem|who|wer\b|felt|mood|notiz|remark"
    r"|bemerk|observ|comment|kommentar|feedback|task|to do|aufgabe|tarea|tache"
    r"|attivita|brief|idea|idee|repl|antwort|respuesta|question|frage|issue|reason|grund|password|kennwort|login|action"
)


@dataclass(frozen=True, slots=True)
class Guessed:
    """The table with a header on top that is known, and what to say of it."""

    table: Table
    notice: Notice


def by_content(table: Table) -> Guessed | None:
    """The table read by what its columns hold; None where that is not plain."""
    start = next((i for i, (_, cells) in enumerate(table.rows) if _filled(cells) > 1), None)
    if start is None:
        return None
    first = table.rows[start][1]
    names = header_words(first) if _is_header(first) else ()
    body = table.rows[start + 1 :] if names else table.rows[start:]
    shown = [cells for _, cells in body[:LOOKED_AT] if _filled(cells) > 1]
    if len(shown) < FEWEST or any(
        spelled(word) in NOT_UPDATES or signs_of((word,)) for word in names if word
    ):
        return None
    places = _places(shown, names)
    if places is None or not _is_proved(shown, names, places):
        return None
    width = max(len(first), *(index + 1 for index in places.values()))
    header = [names[index] if index < len(names) else "" for index in range(width)]
    told = [
        Said(
            "{letter} for {field}",
            letter=Quoted(header[index]) if header[index] else _letter(index),
            field=name,
        )
        for name, index in places.items()
    ]
    for name, index in places.items():
        header[index] = name
    # A heading above the first row of a table without a header stays above it.
    above: Sequence[Row] = table.rows[:start] if names else ()
    below = body if names else table.rows
    number = table.rows[start][0] if names else max(table.rows[0][0] - 1, 0)
    return Guessed(
        replace(table, rows=[*above, (number, header), *below]),
        Notice(
            text=Said(
                "Its columns were known by what stands in them: {columns}.", columns=Joined(*told, by=", ")
            ),
            hint=Said("Look at a few rows; if one is wrong, name the columns with --map."),
            where=table.place,
        ),
    )


def _places(shown: Sequence[Sequence[Cell]], names: Sequence[str]) -> dict[str, int] | None:
    width = max(map(len, shown))
    columns = {
        index: cells
        for index in range(width)
        if (cells := [row[index] for row in shown if index < len(row) and text_of(row[index])])
    }
    date = _of(columns, is_date, len(shown))
    network = _of(columns, is_network, len(shown))
    time = _of(columns, _is_hour, 0)
    of_others = {i for i, word in enumerate(names) if (role := role_of(word)) and role.field != "link"}
    linked = {i: cells for i, cells in columns.items() if i not in of_others}
    link = _of(linked, lambda cell: isinstance(cell, str) and "://" in cell and bool(addresses(cell)), 0)
    taken = {date, network, time, link}
    wordy = [i for i, cells in columns.items() if i not in taken and _is_prose(cells)]
    wordy = [i for i in wordy if i >= len(names) or not _ABOUT.search(spelled(names[i]))]
    tongues = [i for i in wordy if i < len(names) and spelled(names[i]) in LANGUAGES]
    if len(tongues) > 1 and tongues == wordy and date is not None and network is not None:
        versions = {f"Text ({names[i]})": i for i in wordy}
        return {"Date": date, "Network": network, **versions, **({} if time is None else {"Time": time})}
    if date is None or len(wordy) != 1 or (network is None and not _is_prefixed(columns[wordy[0]])):
        return None
    # Whoever or whatever else stands there in each row: a person, a firm, what was done about it.
    known = {i for i, word in enumerate(names) if (role := role_of(word)) and role.field in _OF_UPDATES}
    others = (cells for index, cells in columns.items() if index not in {*taken, *wordy, *known})
    if any(all_differ([text_of(cell) for cell in cells if not is_date(cell)]) for cells in others):
        return None
    told = {"Date": date, "Text": wordy[0]}
    if network is not None:
        told = {"Date": date, "Network": network, "Text": wordy[0]}
    if time is not None:
        told["Time"] = time
    state = _of({i: linked[i] for i in linked if i not in {*taken, *wordy}}, _is_state, len(shown))
    if state is not None:
        told["Status"] = state
    return {**told, "Link": link} if link is not None else told


def _is_proved(shown: Sequence[Sequence[Cell]], names: Sequence[str], places: dict[str, int]) -> bool:
    """Whether the words are somebody's own updates: a day, a network and a sentence have complaints, too."""
    if "Text" not in places or "Network" not in places:  # in several languages, or each for a network
        return True
    text = places["Text"]
    if names:  # under a header of its own, a diary has hashtags, too
        return text < len(names) and (
            bool(_OWN.search(spelled(names[text]))) or _asks_what_and_where(names, places)
        )
    tagged = sum(text < len(cells) and has_hashtag(text_of(cells[text])) for cells in shown)
    at = places.get("Link", -1)
    links = [text_of(cells[at]) for cells in shown if 0 <= at < len(cells) and text_of(cells[at])]
    # To pages of one site: what was found about somebody stands on many.
    led = {link for link in links if network_of(link) == "other"}
    leading = len(led) if len({host_of(link) for link in led}) == 1 else 0
    return max(tagged, leading) >= PROVED * len(shown)


def _is_prefixed(cells: Sequence[Cell]) -> bool:
    """Whether the words of a column say for which network they are: "FB: … IG: …"."""
    return are_prefixed([cell for cell in cells if isinstance(cell, str)])


def _asks_what_and_where(names: Sequence[str], places: dict[str, int]) -> bool:
    """Whether the header asks what and where, and more of an update stands beside it: a picture, an hour."""
    at = places["Network"]
    if at >= len(names) or spelled(names[at]) not in _WHERE or spelled(names[places["Text"]]) not in _WHAT:
        return False
    roles = [role_of(word) for word in names if word]
    return "Time" in places or any(role and role.field in _OF_UPDATES for role in roles)


def _is_hour(cell: Cell) -> bool:
    """Whether a cell holds a time of day and no number that may be anything."""
    if isinstance(cell, str):
        return not cell.strip().isdigit() and not is_date(cell) and read_time(cell) is not None
    return isinstance(cell, dt.time) or (isinstance(cell, float) and 0 < cell < 1)


def _is_state(cell: Cell) -> bool:
    """Whether a cell is a word for a state and no tick, which may be of anything."""
    return isinstance(cell, str) and 2 < len(cell) < 24 and flag(cell) is None and state_of(cell) is not None


def _of(columns: dict[int, list[Cell]], holds: Callable[[Cell], bool], rows: int) -> int | None:
    """The only column of which (nearly) every cell holds this."""
    fitting = [
        index
        for index, cells in columns.items()
        if 2 * len(cells) >= rows and sum(map(holds, cells)) >= MOST * len(cells)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _is_prose(cells: Sequence[Cell]) -> bool:
    texts = [cell for cell in cells if isinstance(cell, str) and "://" not in cell[:9]]
    words = sum(len(text.split()) for text in texts)
    signs = sum(len(text) for text in texts if max(text, default="") > "\u0e00")
    several = len({text.strip() for text in texts}) > 1 or len(cells) < FEWEST
    return several and (words >= WORDS * len(cells) or signs >= SIGNS * len(cells))


def _is_header(cells: Sequence[Cell]) -> bool:
    return can_be_header(cells) and not any(is_network(cell) for cell in cells)


def _filled(cells: Sequence[Cell]) -> int:
    return sum(bool(text_of(cell)) for cell in cells)


def _letter(index: int) -> str:
    return column_letters(index + 1)
