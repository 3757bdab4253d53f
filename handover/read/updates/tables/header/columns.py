"""Where the header of a sheet is, and which column is what."""

from collections.abc import Mapping, Sequence
from dataclasses import field

from handover.later import dataclass
from handover.read.updates.tables import Cell, Row
from handover.read.updates.tables.header.roles import ENOUGH, LONGEST_HEADER, role_of
from handover.read.updates.tables.header.user_map import spelled
from handover.read.updates.tables.rows.cell_words import listed
from handover.read.updates.tables.when.dates import is_date

# Two columns of these make a sheet of customers, hours or invoices.
NOT_UPDATES = frozenset(
    listed("""
        email | e mail | mail | phone | telephone | telefon | company | firma | contact | contact name
        | contact person | invoice | invoice no | invoice number | amount | price | preis | cost
        | hours | hour | stunden | rate | hourly rate | budget | salary | quantity | qty | vat | tax
        | deal | lead | lead status | address | adresse | city | country | job title | start time
        | end time | duration | paid
    """)
)
# What has a place is done there.
ELSEWHERE = frozenset(
    listed("""
        location | venue | shot | scene | room | ort | raum | drehort | lieu | salle | lugar | sala | luogo
        | local | where it happens | dish | ingredients | menu
    """)
)
SINGLE = 14  # so many words for a text are clear enough to be a header alone
SEARCHED = 60  # rows from the top in which a header is looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A column that holds the words of updates, and the columns that belong to it.

    In most sheets there is one; a wide sheet has several ("Tweet 1", "Tweet 2", "LinkedIn"), each for an
    update of its own. All places are indices from 0, the preferred one first.
    """

    column: int = -1  # -1: the updates have an address only
    wide: bool = False  # one of several, or named by its network
    network: str = ""  # one, or several apart at spaces
    account: str = ""
    date: tuple[int, ...] = ()
    weekday: int | None = None  # of the week whose day the date is, Monday 0: "Friday - Facebook"
    time: int | None = None
    permalink: tuple[int, ...] = ()
    link: tuple[int, ...] = ()
    media: tuple[int, ...] = ()
    state: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """What the columns of one table hold, as indices from 0, the preferred one first."""

    header: tuple[str, ...]
    row: int = 0  # where the header stands, as the spreadsheet counts
    words: tuple[Words, ...] = ()
    ticks: Mapping[int, str] = field(
        default_factory=dict
    )  # column -> network: "FB" with an x, an hour, an address
    of_network: Mapping[int, str] = field(
        default_factory=dict
    )  # address, date, time of one network: "FB Link"
    date: tuple[int, ...] = ()
    time: int | None = None
    weekday: int | None = None
    zone: tuple[int, ...] = ()
    network: tuple[int, ...] = ()
    account: tuple[int, ...] = ()
    done: tuple[int, ...] = ()
    draft: tuple[int, ...] = ()
    approval: tuple[int, ...] = ()
    kind: tuple[int, ...] = ()
    post: tuple[int, ...] = ()  # links before titles
    title: tuple[int, ...] = ()  # of what, the header does not say: it may be the post's
    labels: tuple[int, ...] = ()
    hashtags: tuple[int, ...] = ()
    heading: tuple[int, ...] = ()  # shown above the text
    ending: tuple[int, ...] = ()  # shown below it
    alt: tuple[int, ...] = ()  # texts for the pictures
    comment: tuple[int, ...] = ()
    figures: Mapping[int, str] = field(default_factory=dict)
    aside: Mapping[int, str] = field(default_factory=dict)  # column -> the name its format knows it by
    post_dates: tuple[str, ...] = ()  # headers of dates that are the posts', not the updates'
    notes: str = ""  # headers of date and time: they may name a zone ("GMT") or an order ("DD/MM/YYYY")

    @property
    def first(self) -> int:
        """The leftmost column that is known."""
        places = (place for words in self.words for place in (words.column, *words.permalink))
        return min((place for place in (*places, *self.date, *self.network) if place >= 0), default=0)


def text_of(cell: Cell) -> str:
    """A cell as text, without spaces around."""
    if isinstance(cell, str):  # as most are
        return cell.strip()
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def header_words(cells: Sequence[Cell]) -> tuple[str, ...]:
    """A row as a header: its texts, on one line each, those of them that are too long for one cut off."""
    return tuple(
        " ".join(cell[:ENOUGH].split()) if isinstance(cell, str) else text_of(cell) for cell in cells
    )


def header_score(cells: Sequence[Cell]) -> int:
    """How many columns of an update this row names; 0 when it is no header.

    A header names something of an update's own words or address and one thing more (a date, a network, a
    link, a state), or is a single word that can mean nothing else. Dates, links and cells longer than a
    header make a row of data; so does a single network's name.
    """
    header = header_words(cells)
    filled = [word for word in header if word]
    if not filled or any("://" in word for word in filled):
        return 0
    if sum(len(word) > LONGEST_HEADER for word in filled) > len(filled) // 4:
        return 0
    roles = [role for word in header if (role := role_of(word))]
    if not roles or any(is_date(cell) for cell in cells):
        return 0
    fields = {role.field for role in roles if not role.bare}
    bare = sum(role.bare for role in roles)
    wording = fields & {"text", "post", "permalink", "hook"}
    beside = fields - {"text", "post", "hook", "figure", "kind", "zone"}
    clear = any(role.field == "text" and not role.bare and role.rank < SINGLE for role in roles)
    if not clear:
        beside -= {"done", "planned"}  # "Published" is a state as often as a header
    strange = sum(word in NOT_UPDATES for word in map(spelled, filled))
    is_weak = all(role.field != "text" or role.rank >= SINGLE for role in roles)
    its_own = fields & {"date", "network", "permalink", "hashtags", "media", "state"}
    elsewhere = any(spelled(word) in ELSEWHERE for word in filled)
    if is_weak and not bare and ((strange and not its_own) or (elsewhere and not its_own - {"date"})):
        # a menu, a price list, shots to be taken
        return 0
    if strange > 1 and not fields & {"network", "permalink", "hashtags", "media"}:
        return 0
    if not wording:
        return len(roles) if (bare > 1 and beside) or (bare and {"date", "state"} <= fields) else 0
    several = sum(role.field in ("text", "post") for role in roles) > 1
    if beside or several or (len(filled) == 1 and roles[0].rank < SINGLE and roles[0].field == "text"):
        return len(roles)
    return 0


def find_header(rows: Sequence[Row], known: Mapping[str, str] | None = None) -> int | None:
    """The index in `rows` of the header, or None. Headers in `known` (see `columns_of`) count most."""
    best, found = 0, None
    for index, (_, cells) in enumerate(rows[:SEARCHED]):
        score = header_score(cells)
        if known:
            score += 100 * len(known.keys() & {spelled(word) for word in header_words(cells) if word})
        if score > best:
            best, found = score, index
        if found is not None and index > found + 3 and best < 100:
            break  # a header stands above its rows; a better one far below belongs to another table
    return found
