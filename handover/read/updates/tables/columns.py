"""Where the header of a sheet is, and which column is what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from handover.read.updates.tables import Cell, Row
from handover.read.updates.tables.aliases import LONGEST_HEADER, Role, role_of
from handover.read.updates.tables.dates import is_date
from handover.read.updates.tables.mapping import spelled
from handover.read.updates.tables.words import flag

# Two columns of these make a sheet of customers, hours or invoices.
NOT_UPDATES = frozenset(
    ["email", "e mail", "mail", "phone", "telephone", "telefon", "company", "firma", "contact", "contact name", "contact person", "invoice", "invoice no", "invoice number", "amount", "price", "preis", "cost", "hours", "hour", "stunden", "rate", "hourly rate", "budget", "salary", "quantity", "qty", "vat", "tax", "deal", "lead", "lead status", "address", "adresse", "city", "country", "job title", "start time", "end time", "duration", "paid"]
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
    network: str = ""
    account: str = ""
    date: tuple[int, ...] = ()
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
    ticks: Mapping[int, str] = field(default_factory=dict)  # column of ticks -> network: "FB" with an x
    date: tuple[int, ...] = ()
    time: int | None = None
    weekday: int | None = None
    network: tuple[int, ...] = ()
    account: tuple[int, ...] = ()
    done: tuple[int, ...] = ()
    draft: tuple[int, ...] = ()
    approval: tuple[int, ...] = ()
    kind: tuple[int, ...] = ()
    post: tuple[int, ...] = ()  # links before titles
    labels: tuple[int, ...] = ()
    hashtags: tuple[int, ...] = ()
    heading: tuple[int, ...] = ()
    comment: tuple[int, ...] = ()
    figures: Mapping[int, str] = field(default_factory=dict)
    aside: Mapping[int, str] = field(default_factory=dict)  # column -> the name its format knows it by
    notes: str = (
        ""  # headers of date and time: they may name a zone ("GMT", "EST") or an order ("DD/MM/YYYY")
    )

    @property
    def first(self) -> int:
        """The leftmost column that is known."""
        places = (place for words in self.words for place in (words.column, *words.permalink))
        return min((place for place in (*places, *self.date, *self.network) if place >= 0), default=0)


def text_of(cell: Cell) -> str:
    """A cell as text, without spaces around."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def header_words(cells: Sequence[Cell]) -> tuple[str, ...]:
    """A row as a header: its texts, on one line each."""
    return tuple(" ".join(cell.split()) if isinstance(cell, str) else text_of(cell) for cell in cells)


def header_score(cells: Sequence[Cell]) -> int:
    """How many columns of an update this row names; 0 when it is no header.

    A header names something of an update's own words or address and one thing more (a date, a network, a
    link, a state), or is a single word that can mean nothing else. Dates, links and cells longer than a
    header make a row of data; so does a single network's name.
    """
    header = header_words(cells)
    filled = [word for word in header if word]
    if not filled or any("://" in word for word in filled) or any(is_date(cell) for cell in cells):
        return 0
    if sum(len(word) > LONGEST_HEADER for word in filled) > len(filled) // 4:
        return 0
    roles = [role for word in header if (role := role_of(word))]
    fields = {role.field for role in roles if not role.bare}
    bare = sum(role.bare for role in roles)
    wording = fields & {"text", "post", "permalink", "hook"}
    beside = fields - {"text", "post", "hook", "done", "figure"}
    strange = sum(word in NOT_UPDATES for word in map(spelled, filled))
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


def columns_of(
    header: Sequence[str],
    row: int,
    sample: Sequence[Sequence[Cell]],
    known: Mapping[str, str] | None = None,
) -> Columns:
    """Which column is what, by the header's words and, where they leave it open, by a few rows below.

    `known` says for headers (as `spelled` has them) what they are: a field, "figure:<name>",
    "text@<network>", "aside:<name>" for what only the format understands, or "" for nothing. It wins over the alias table; where it names the text, no other column is text.
    """
    roles = [role_of(word) for word in header]
    for index, word in enumerate(header):
        told = known.get(spelled(word)) if known else None
        role = roles[index]
        if told is not None:
            roles[index] = _told(told)
        elif known and role and role.field == "text" and "text" in known.values():
            roles[index] = None
    return _Sorting(header, row, sample, roles).columns()


def _told(word: str) -> Role | None:
    field_, _, figure = word.partition(":")
    field_, _, network = field_.partition("@")
    return Role(field=field_, rank=-1, figure=figure, network=network) if word else None


class _Sorting:
    """Sorts columns into fields; one use."""

    def __init__(
        self, header: Sequence[str], row: int, sample: Sequence[Sequence[Cell]], roles: list[Role | None]
    ) -> None:
        self.header, self.row, self.sample, self.roles = tuple(header), row, sample, roles

    def columns(self) -> Columns:
        ticks = self._take_ticks()
        self._settle_done()
        self._settle_post()
        wide = self._wide()
        own = {i for w in wide for i in (*w.date, *w.permalink, *w.link, *w.media, *w.state, w.time)}

        def left(*fields: str) -> tuple[int, ...]:
            return tuple(index for index in self.of(*fields) if index not in own)

        date, time = left("date"), left("time")
        text = self.of("text") or self.of("hook")
        words = tuple(
            replace(
                one,
                date=one.date or date,
                time=next(iter(time), None) if one.time is None else one.time,
                permalink=(*one.permalink, *left("permalink")),
                link=(*one.link, *left("link")),
                media=(*one.media, *left("media")),
                state=one.state or left("state"),
            )
            for one in wide or (Words(column=text[0] if text else -1),)
        )
        notes = " ".join(self.header[i] for i in (*date, *time))
        return Columns(
            header=self.header,
            row=self.row,
            words=words,
            ticks=ticks,
            date=date,
            time=time[0] if time else None,
            weekday=next(iter(left("weekday")), None),
            network=left("network"),
            account=left("account"),
            done=left("done"),
            draft=left("draft"),
            approval=left("approval"),
            kind=left("kind"),
            post=left("post link", "post title"),
            labels=left("labels"),
            hashtags=left("hashtags"),
            heading=left("heading"),
            comment=tuple(sorted(left("comment"))),
            figures=self.named("figure"),
            aside=self.named("aside"),
            notes=notes,
        )

    def of(self, *fields: str) -> list[int]:
        """Columns of these fields: first by field, then the preferred one, then from the left."""
        found = [
            (fields.index(role.field), role.rank, index)
            for index, role in enumerate(self.roles)
            if role and role.field in fields
        ]
        return [index for _, _, index in sorted(found)]

    def named(self, field_: str) -> dict[int, str]:
        return {i: role.figure for i, role in enumerate(self.roles) if role and role.field == field_}

    def values(self, index: int) -> list[Cell]:
        return [row[index] for row in self.sample if index < len(row) and text_of(row[index])]

    def _take_ticks(self) -> dict[int, str]:
        # "Text | FB | LI" with crosses under the networks: they say where, not what.
        if not any(role and role.field in ("text", "post") and not role.network for role in self.roles):
            return {}
        found = {}
        for index, role in enumerate(self.roles):
            if role and role.field == "text" and role.network and not role.number:
                values = [text_of(value) for value in self.values(index)]
                if values and all(flag(value) is not None for value in values):
                    found[index] = role.network
                    self.roles[index] = None
        return found

    def _settle_done(self) -> None:
        # "Published" may be a tick, a date or an address.
        for index in self.of("done"):
            values = self.values(index)
            texts = [text_of(value) for value in values]
            if values and 2 * sum("://" in text for text in texts) > len(values):
                self.roles[index] = Role(field="permalink", rank=50)
            elif values and 2 * sum(is_date(value) for value in values) > len(values):
                self.roles[index] = Role(field="date", rank=-1)

    def _settle_post(self) -> None:
        other_text = any(role and role.field == "text" for role in self.roles)
        for index in self.of("post"):
            self.roles[index] = Role(field="post title" if other_text else "text", rank=50)

    def _wide(self) -> tuple[Words, ...]:
        by_state = self._before_states()
        if by_state:
            return by_state
        texts = self.of("text")
        own = [i for i in texts if (role := self.roles[i]) and (role.network or role.number)]
        plain = [i for i in texts if i not in own]
        best = [i for i in plain if self._role(i).rank == self._role(plain[0]).rank]
        if not own and len(best) < 2:
            return ()
        several = len(own) + len(best) > 1
        wide = tuple(self._with_companions(i) for i in sorted(own + best))
        if several and not self.of("post link", "post title"):
            for index in self.of("title"):
                self.roles[index] = Role(field="post title")
        if several and self.of("post title"):
            self._row_is_a_post()
        return wide

    def _row_is_a_post(self) -> None:
        # One row a post: its address and its date are the post's, not those of the updates beside it.
        for index in self.of("link", "date", "time"):
            role = self._role(index)
            if role.network or role.number:
                continue
            self.roles[index] = Role(field="post link", rank=role.rank) if role.field == "link" else None

    def _role(self, index: int) -> Role:
        role = self.roles[index]
        assert role is not None
        return role

    def _with_companions(self, index: int) -> Words:
        mine = self._role(index)

        def beside(field_: str) -> tuple[int, ...]:
            return tuple(
                i
                for i in self.of(field_)
                if (self._role(i).network or self._role(i).number)
                and self._role(i).network == mine.network
                and self._role(i).number == mine.number
            )

        return Words(
            column=index,
            wide=True,
            network=mine.network,
            date=beside("date"),
            time=next(iter(beside("time")), None),
            permalink=beside("permalink"),
            link=beside("link"),
            media=beside("media"),
            state=(*beside("state"), *beside("done"))[:1],
        )

    def _before_states(self) -> tuple[Words, ...]:
        # DATE | MAIN PAGE | STATUS | YOUTUBE | STATUS: a state after each column makes that column words.
        states = self.of("state")
        if len(states) < 2:
            return ()
        wordy = {"text", "account", "network", "post title"}
        found = []
        for state in states:
            role = self.roles[state - 1] if state else None
            if not state or not self.header[state - 1] or (role and role.field not in wordy):
                return ()
            named = role.network if role else ""
            account = "" if named else self.header[state - 1]
            found.append(Words(column=state - 1, wide=True, network=named, account=account, state=(state,)))
        for wide in found:
            self.roles[wide.column] = None
        return tuple(found)
