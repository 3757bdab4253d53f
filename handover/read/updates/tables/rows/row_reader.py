"""The rows of a table as records, and every row that gave none with its reason."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import field

from handover.later import dataclass
from handover.model import Kind, Quoted, Said
from handover.networks.own import is_post_address, network_at
from handover.read.fields import clean
from handover.read.updates.links_in_text import links_in
from handover.read.updates.tables import Cell
from handover.read.updates.tables.header.columns import Words, text_of
from handover.read.updates.tables.header.user_map import spelled
from handover.read.updates.tables.rows.cell_words import flag, listed, plain, state_of
from handover.read.updates.tables.rows.cells import (
    addresses,
    figure,
    files_in,
    is_contact,
    is_one_address,
    labels_in,
    sorted_addresses,
    with_hashtags,
)
from handover.read.updates.tables.rows.record import Record, alts_in, with_alts
from handover.read.updates.tables.rows.row_cells import NOTHING_TO_DO
from handover.read.updates.tables.rows.row_networks import RowNetworks
from handover.read.updates.tables.rows.row_states import RowStates
from handover.read.updates.tables.rows.several import FEWEST, by_network
from handover.read.updates.tables.rows.stray_addresses import Strays
from handover.read.updates.tables.rows.why_nothing import why_nothing
from handover.read.updates.tables.when.dates import is_date, read_date

# "share" counts only as a header with a yes below: a type so called may be a link of one's own.
KINDS: dict[str, Kind] = {
    "reply": "reply", "repost": "repost", "retweet": "repost", "reshare": "repost",
    "reposted": "repost", "regram": "repost", "rt": "repost",
}  # fmt: skip
# Posts of other people, which a plan lists among its own.
OF_OTHERS = frozenset(
    listed("""
        influencer | influencers | influencer post | influenceur | influenceuse | influenceurs | influenciador
        | influenciadora | creator | creator post | content creator | guest post by influencer
    """)
)
# What nobody but its reader was to see, where a tool's report lists it among the posts.
DIRECT = frozenset(
    listed("""
        dm | direct message | private message | message | inbox message | direktnachricht
        | private nachricht | pn | message prive | mp | mensaje directo | mensaje privado
        | messaggio diretto | messaggio privato | mensagem direta | privebericht | wiadomosc prywatna
    """)
)
TICKED: dict[str, Kind] = {"is share": "repost", "is repost": "repost", "is reply": "reply"}


Networks = Sequence[tuple[str, str]]  # networks with accounts
NOWHERE: Networks = (("", ""),)


@dataclass(slots=True)
class Rows(RowStates, RowNetworks):
    """Reads one table's rows; `of` gives the records of one row."""

    unheeded: dict[int, list[int]] = field(
        default_factory=dict
    )  # column -> rows: a tick where words should be
    without_picture: dict[int, list[int]] = field(default_factory=dict)  # the same of alternative texts
    fewest: int = FEWEST  # networks that a text must begin with to be one for each
    strays: Strays | None = None  # where addresses may stand under any header, or none

    def of(self, number: int, cells: Sequence[Cell]) -> list[Record]:
        """The updates of one row, by network and column."""
        found: list[Record] = []
        networks = self._networks(cells)
        if networks == ():
            self.skip(
                number,
                Said("{name} is not a social network.", name=Quoted(self.first(cells, self.columns.network))),
            )
            return found
        for words in self.columns.words:
            text = self._text(number, cells, words)
            if (
                text
                and not (words.network or self.rules.network)
                and (several := by_network(text, self.fewest))
                and (networks is None or {name for name, _ in several} <= {name for name, _ in networks})
            ):
                for network, part in several:
                    found += self._of_text(number, cells, words, part, ((network, ""),))
            elif text or not words.wide:
                found += self._of_text(number, cells, words, text, networks)
        if not found and not (self.skipped and self.skipped[-1].line == number):
            self.skip(number, why_nothing(self.columns, cells))
        return found

    # --- one text of a row ---

    def _text(self, number: int, cells: Sequence[Cell], words: Words) -> str:
        value = self.cell(cells, words.column)
        text = value if isinstance(value, str) else text_of(value)
        # Columns named by networks are often kept to tick off, or to note when.
        if (
            words.wide
            and len(text) < 40
            and (flag(text) is not None or is_date(value) or _is_state_alone(text))
        ):
            self._unheeded(number, words.column, text)
            return ""
        if len(text) < 60 and is_contact(text):
            self._unheeded(number, words.column, text)
            return ""
        return text

    def _unheeded(self, number: int, column: int, text: str) -> None:
        if text and flag(text) is not False:
            self.unheeded.setdefault(column, []).append(number)

    def _of_text(
        self, number: int, cells: Sequence[Cell], words: Words, text: str, networks: Networks | None
    ) -> Iterator[Record]:
        columns, table = self.columns, self.table
        text = self.rules.words(text).strip() if text else ""
        if text[:1] in ("[", "(") and text[-1:] in ("]", ")") and state_of(text) == "rejected":
            header = Quoted(columns.header[words.column])
            self.skip(number, Said("It is marked {word} under {header}.", word=Quoted(text), header=header))
            return
        told = columns.of_network
        shared = [i for i in words.permalink if i not in told] if told else words.permalink
        own = self._addresses(number, cells, shared)
        to = self._addresses(number, cells, words.link)
        if table.links and (behind := table.links.get((number, words.column))):
            to += addresses(behind)
        if words.network:
            account = self.first(cells, columns.account)
            networks = tuple((name, account) for name in words.network.split())
        if words.wide and is_one_address(text) and _is_post_on(words.network, text):
            own, text = [text, *own], ""  # the column holds the update's address, not its words
        if columns.heading and (heading := self.first(cells, columns.heading)) and heading not in text:
            text = f"{heading}\n\n{text}".rstrip()
        if columns.ending and text and (ending := self.first(cells, columns.ending)) and ending not in text:
            text = f"{text}\n\n{ending}"
        if columns.hashtags and text:
            text = with_hashtags(text, self.first(cells, columns.hashtags))
        own_account = self.first(cells, columns.account) if columns.account else ""
        for place, (network, account) in enumerate(networks or NOWHERE):
            mine = [*self._of_its_own(number, cells, words, network), *own]
            if networks and len(networks) > 1:  # what is on another network of the row belongs to that one
                others = {name for name, _ in networks} - {network}
                mine = [link for link in mine if network_at(link) not in others]
            permalink, links = sorted_addresses(network, mine, to)
            if not text and not permalink:
                continue
            if self.strays and text:
                stray, more = self.strays.of(number, cells, words, network or self.rules.network)
                # Beside a state that says not yet, an address shows what it is to be like.
                if stray and state_of(self.first(cells, words.state)) not in ("scheduled", "draft"):
                    permalink = permalink or stray
                links = [*links, *(link for link in more if link not in links)]
            record = Record(
                row=number,
                sheet=table.sheet,
                text=text,
                network=network or self.rules.network,
                account=account or words.account or own_account or self.rules.account,
                permalink=permalink,
                links=links,
            )
            if self._complete(record, cells, words):
                if networks and len(networks) > 1:
                    record.date = _one_of_several(record.date, place, len(networks))
                yield record

    def _of_its_own(self, number: int, cells: Sequence[Cell], words: Words, network: str) -> list[str]:
        """The addresses in the columns of this network; all of them where no network is known."""
        told = self.columns.of_network
        if not told and not self.columns.ticks:
            return []
        places = [i for i in words.permalink if i in told and (not network or network in told[i].split())]
        places += [i for i, names in self.columns.ticks.items() if network in names.split()]
        return self._addresses(number, cells, places)

    def _complete(self, record: Record, cells: Sequence[Cell], words: Words) -> bool:
        columns = self.columns
        state = self._state(record, cells, words)
        if state is None:
            return False
        record.state, record.assumed = state, self._assumed
        record.date, record.time = self._when(cells, words)
        if columns.ticks or columns.of_network:
            self._apart(record, cells)
        if columns.weekday is not None:
            record.weekday = self.first(cells, (columns.weekday,))
        if columns.zone:
            record.zone = self.first(cells, columns.zone)
        if words.media:
            record.media = self._media(record.row, cells, words.media)
        if columns.alt:
            self._alts(record, cells)
        if columns.post:
            record.post = self._post(record.row, cells)
        if columns.kind:
            if any(plain(self.first(cells, (index,))) in DIRECT for index in columns.kind):
                self.skip(record.row, Said("It is a direct message: left out."), NOTHING_TO_DO)
                return False
            kinds = [self.first(cells, (index,)) for index in columns.kind]
            if word := next((word for word in kinds if plain(word) in OF_OTHERS), ""):
                self.skip(record.row, Said("It is marked {word}: other people's post.", word=Quoted(word)))
                return False
            record.kind = self._kind(cells)
        if columns.labels:
            labels = (label for i in columns.labels for label in labels_in(self.first(cells, (i,))))
            record.labels = tuple(dict.fromkeys(labels))
        if columns.figures:
            record.figures = self._figures(cells)
        if columns.comment:
            self._comments(record, cells)
        if columns.aside:
            record.aside = {name: self.first(cells, (index,)) for index, name in columns.aside.items()}
        if reason := self.rules.finish(record):
            self.skip(record.row, reason)
        return not reason

    def _alts(self, record: Record, cells: Sequence[Cell]) -> None:
        """Give the pictures their alternative texts; one that finds no picture is named."""
        waiting = list(record.media)
        found: list[str] = []
        for index in self.columns.alt:
            told = self.first(cells, (index,))
            texts = alts_in(told, len(waiting) - len(found))
            found += texts
            if told and not texts:
                self.without_picture.setdefault(index, []).append(record.row)
        with_alts(record, found)

    def _figures(self, cells: Sequence[Cell]) -> dict[str, float]:
        found: dict[str, float] = {}
        for index, name in self.columns.figures.items():
            if (number := figure(self.cell(cells, index), name)) is not None:
                found.setdefault(name, number)
        return found

    def _comments(self, record: Record, cells: Sequence[Cell]) -> None:
        found = {self.columns.header[i]: clean(self.first(cells, (i,))) for i in self.columns.comment}
        record.extra = {header: comment for header, comment in found.items() if comment}
        record.links = [*record.links, *(link for comment in found.values() for link in links_in(comment))]

    def _when(self, cells: Sequence[Cell], words: Words) -> tuple[Cell, Cell]:
        time = self.cell(cells, words.time) if words.time is not None else None
        fallback: Cell = None
        for index in words.date:
            value = self.cell(cells, index)
            if value is None:
                continue
            if is_date(value):
                return _in_week(value, words.weekday), time
            fallback = value if fallback is None else fallback
        return fallback, time

    def _media(self, number: int, cells: Sequence[Cell], places: Sequence[int]) -> list[str]:
        found: list[str] = []
        for index in places:
            behind = self.table.links.get((number, index))
            found += [behind] if behind else files_in(self.first(cells, (index,)))
        return found

    def _post(self, number: int, cells: Sequence[Cell]) -> str:
        for index in self.columns.post:
            if (behind := self.table.links.get((number, index))) and addresses(behind):
                return addresses(behind)[0]
        return " ".join(self.first(cells, self.columns.post).split())

    def _kind(self, cells: Sequence[Cell]) -> Kind:
        for index in self.columns.kind:
            word = text_of(self.cell(cells, index)).casefold()
            if word in KINDS:
                return KINDS[word]
            header = spelled(self.columns.header[index])
            if header in TICKED and flag(word):
                return TICKED[header]
        return "original"


def _is_post_on(networks: str, link: str) -> bool:
    """Whether an address is that of a post on one of the networks, on any where none is told."""
    return any(is_post_address(link, name) for name in networks.split() or [""])


def _in_week(value: Cell, weekday: int | None) -> Cell:
    """The day of a week, where a date names its Monday and the column the day."""
    if weekday is None or (day := read_date(value)) is None or day.year is None or day.either:
        return value
    monday = dt.date(day.year, day.month, day.day)
    return monday + dt.timedelta(days=weekday) if monday.weekday() == 0 else value


def _one_of_several(date: Cell, place: int, count: int) -> Cell:
    """The line for this network, where a cell holds as many dates as the row has networks."""
    lines = date.split("\n") if isinstance(date, str) else []
    return lines[place].strip() if len(lines) == count else date


def _is_state_alone(text: str) -> bool:
    return len(text.split()) < 4 and state_of(text) is not None
