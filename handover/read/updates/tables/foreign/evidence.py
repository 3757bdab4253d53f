"""What a table shows of itself: whose words it may hold, and whether it proves to be one of updates."""

from collections.abc import Sequence
from dataclasses import field

from handover.later import dataclass
from handover.read.updates.tables.foreign import trade
from handover.read.updates.tables.foreign.broadcast import is_broadcast
from handover.read.updates.tables.foreign.cells import (
    Sample,
    all_differ,
    column,
    has_digit,
    has_digits,
    has_hashtag,
    is_account,
    is_format,
    is_hour_of_day,
    is_many_peoples,
    is_mark,
    is_messenger,
    is_named_after_network,
    is_named_after_plan,
    is_network,
    is_of_publishing,
    is_on_network,
    is_person,
    is_prose,
    is_sentiment,
    is_span,
    is_tick,
    is_written_date,
    links_of,
    mostly,
    share,
)
from handover.read.updates.tables.foreign.header_patterns import NEAR_TEXT, PERSONAL, STAFF
from handover.read.updates.tables.foreign.log_signs import LOG_SIGNS, OF_PLANS
from handover.read.updates.tables.foreign.proof import Evidence
from handover.read.updates.tables.foreign.signs import signs_of
from handover.read.updates.tables.header.columns import Columns, text_of
from handover.read.updates.tables.header.roles import Role, places_of, role_of
from handover.read.updates.tables.header.user_map import spelled
from handover.read.updates.tables.rows.cells import are_names, is_handles, is_mail, is_phone
from handover.read.updates.tables.when.dates import is_date

_WEAK, _COPY, _SENT = (places_of(words) for words in (trade.WEAK, trade.COPY, trade.SENT))
_KNOWN = OF_PLANS | trade.TRADE | trade.BY_FORMAT | trade.WHEN
_SOME = 0.3  # of the filled cells, where one in three is telling
_OF_POSTS = frozenset(
    (
        *("impressions", "reach", "views", "engagements", "shares", "reposts", "saves", "link_clicks"),
        "profile_visits",
    )
)
_CROWD = 3  # rows that are each about somebody else, to be about many
_AUTHORS = 5  # of a team there may be as many in as many rows
_OTHERS = ("member", "author", "influencer", "customer", "name")  # columns about somebody else
_PERSONS = (
    *("customer", "client", "member", "author", "name", "first name", "handle", "influencer"),
    *("reviewer", "sender", "from", "email"),
)


def evidence_of(columns: Columns, sample: Sample, names: Sequence[str] = ()) -> Evidence:
    """What a table shows, by its header and a few rows; `names` are those of its file and sheet, and what
    stands above the header.
    """
    return _Look(columns, sample, names).evidence()


@dataclass(slots=True)
class _Look:
    """A look at one table."""

    columns: Columns
    sample: Sample
    names: Sequence[str]
    signs: dict[str, list[int]] = field(default_factory=dict)

    def evidence(self) -> Evidence:
        for sign, places in signs_of(self.columns.header).items():
            if kept := [index for index in places if self._bears_out(sign, index)]:
                self.signs[sign] = kept
        self._by_cells()
        index = self.columns.words[0].column if self.columns.words else -1
        word = self.columns.header[index] if index >= 0 else ""
        links = [link for i in self._addresses() for link in links_of(self._column(i))]
        network = not is_many_peoples(links) and self._names_network()
        planned, shown, beside = self._planned(), self._shown(index), self._beside()
        told = {
            **self._persons(),
            "quoted": is_many_peoples(links),
            "messenger": self._is_of_messages(),
            "aside": any(map(self._is_aside, range(len(self.columns.header)))),
            "posts": bool(links) or bool(self.columns.figures),
            "alone": not network,
            "bare": not network and not (planned or shown or beside),
            "wordless": not word,
            "words": bool(word),
            "weak": _stands_in(word, _WEAK) and not any(words.network for words in self.columns.words),
            "copy": _stands_in(word, _COPY),
            "sent": _stands_in(word, _SENT),
        }
        return Evidence(
            signs=frozenset(self.signs).union(sign for sign, is_so in told.items() if is_so),
            word=word if spelled(word) in trade.WEAK else "",
            network=network,
            dated=self._is_dated(),
            planned=planned,
            shown=shown,
            beside=beside,
        )

    def _is_of_messages(self) -> bool:
        """Whether a column names where people talk in private, in what is no plan of a channel there."""
        places = [
            texts
            for index in range(len(self.columns.header))
            if mostly(texts := self._column(index), is_messenger)
        ]
        if len(places) != 1 or self.signs.keys() & {*_PERSONS, *LOG_SIGNS}:
            return bool(places)
        told = {self.columns.words[0].column, *self._addresses()} if self.columns.words else set()
        rows = [
            " ".join(text_of(cells[i]) for i in sorted(told) if 0 <= i < len(cells)) for cells in self.sample
        ]
        days = [text for index in self.columns.date[:1] for text in self._column(index)]
        return not is_broadcast(places[0], days, rows)

    def _column(self, index: int) -> list[str]:
        return column(self.sample, index)

    # --- signs of others, as far as the cells bear them out ---

    def _bears_out(self, sign: str, index: int) -> bool:
        texts = self._column(index)
        if not texts:  # nothing speaks against it
            return sign not in ("rating", "handle", "from", "to", "followers")
        match sign:
            case "email":
                return mostly(texts, is_mail) and not self._is_staff(index)
            case "phone":
                return mostly(texts, has_digits) and not self._is_staff(index)
            case "spent":
                return mostly(texts, is_span)
            case "hours":
                return not mostly(texts, is_hour_of_day)
            case "rating":
                return mostly(texts, is_mark)
            case "followers":
                return mostly(texts, lambda text: text[:1].isdigit())
            case "sentiment":
                return mostly(texts, is_sentiment)
            case "review":
                return share(texts, is_prose) > _SOME
            case "from" | "to":
                return mostly(texts, is_person)
            case "person":
                return mostly(texts, is_person) and (len(texts) == 1 or all_differ(texts))
            case "recipient" | "reply" | "comment":
                return not mostly(texts, is_tick)
            case "conversation":
                return not mostly(texts, lambda text: is_tick(text) and not text.isdigit())
        return True

    def _is_staff(self, index: int) -> bool:
        return bool(STAFF.search(spelled(self.columns.header[index])))

    def _by_cells(self) -> None:
        # Addresses and numbers of people, and their accounts, whatever the columns are called.
        about = {i for sign in _OTHERS for i in self.signs.get(sign, ())}
        for index, word in enumerate(self.columns.header):
            texts = self._column(index)
            role = role_of(word) if word else None
            if mostly(texts, is_mail) and not self._is_staff(index):
                self.signs.setdefault("email", []).append(index)
            elif mostly(texts, is_phone) and role is None and not self._is_staff(index):
                self.signs.setdefault("phone", []).append(index)
            elif (index in about and _are_accounts(texts)) or self._names_accounts(role, texts):
                self.signs.setdefault("handles", []).append(index)

    @staticmethod
    def _names_accounts(role: Role | None, texts: Sequence[str]) -> bool:
        if role is None or not all_differ(texts):
            return False
        if role.bare:
            return are_names(texts)
        # Two accounts may be hers.
        own = len(texts) < _CROWD
        return role.field in ("network", "account") and not own and mostly(texts, is_handles)

    def _persons(self) -> dict[str, bool]:
        """Whether the columns about somebody are about many: customers are, an editor is not."""
        named = {i for sign in _PERSONS for i in self.signs.get(sign, ())}
        crowd = {i for sign in ("member", "handle") for i in self.signs.get(sign, ())}
        others = {i for sign in ("member", "handle", "customer") for i in self.signs.get(sign, ())}
        return {
            "emails": any(map(self._are_many, self.signs.get("email", ()))),
            "phones": any(map(self._are_many, self.signs.get("phone", ()))),
            "many": any(all_differ(self._column(i)) for i in named)
            or any(len(self._column(i)) == 1 for i in others),  # one row does not show it
            "crowd": any(map(self._is_crowd, crowd.union(self.columns.account))),
            "authors": any(
                self._is_crowd(i) and len(self._column(i)) >= _AUTHORS for i in self.signs.get("author", ())
            ),
        }

    def _are_many(self, index: int) -> bool:
        texts = self._column(index)
        return len(texts) == 1 or all_differ(texts)  # of a team they repeat

    def _is_crowd(self, index: int) -> bool:
        texts = self._column(index)
        return len(texts) >= _CROWD and all_differ(texts) and not any(map(is_account, texts))

    def _is_aside(self, index: int) -> bool:
        word, columns = self.columns.header[index], self.columns
        used = {*columns.post, *columns.date, *columns.network, *columns.account, *columns.labels}
        known = not word or role_of(word) or spelled(word) in _KNOWN or signs_of((word,))
        if known or index in used or NEAR_TEXT.search(spelled(word)):
            return False
        texts = self._column(index)
        if PERSONAL.search(spelled(word)):
            return bool(texts)
        return all_differ(texts) and mostly(texts, lambda text: len(text.split()) > 1 and not is_date(text))

    # --- signs of updates ---

    def _addresses(self) -> set[int]:
        return {i for words in self.columns.words for i in (*words.permalink, *words.link)}

    def _names_network(self) -> bool:
        columns = self.columns
        if columns.ticks or any(words.network for words in columns.words):
            return True
        if any(2 * share(self._column(i), is_network) >= 1 for i in range(len(columns.header))):
            return True
        if any(2 * share(self._column(i), is_account) >= 1 for i in columns.account):
            return True
        own = {i for words in columns.words for i in words.permalink}
        if any(share(self._column(i), is_on_network) > _SOME for i in own):
            return True
        return any(map(is_named_after_network, self.names))

    def _is_dated(self) -> bool:
        columns = self.columns
        places = {*columns.date, *(i for words in columns.words for i in words.date)}
        if any(mostly(self._column(i), has_digit) for i in places):
            return True
        return any(
            (index == columns.weekday and bool(texts))
            or mostly(texts, is_written_date)
            or (spelled(word) in trade.WHEN and bool(texts))
            for index, word in enumerate(columns.header)
            if (texts := self._column(index))
        )

    def _planned(self) -> int:
        """Columns and names that only somebody has who plans updates."""
        columns = self.columns
        kept = [i for i, word in enumerate(columns.header) if spelled(word) in trade.TRADE]
        blog = [i for i in columns.post if "blog" in spelled(columns.header[i]) != "blog"]
        found = sum(bool(self._column(i)) for i in (*kept, *columns.hashtags[:1], *blog[:1]))
        return found + any(map(is_named_after_plan, self.names))

    def _shown(self, index: int) -> int:
        """What stands under any posts on networks, one's own or not: formats, hashtags, reach and shares."""
        formats = [
            i
            for i, word in enumerate(self.columns.header)
            if spelled(word) in trade.BY_FORMAT and share(self._column(i), is_format) > _SOME
        ]
        tagged = index >= 0 and share(self._column(index), has_hashtag) > _SOME
        names = set(self.columns.figures.values())  # likes alone have comments too
        counted = min(2, len(names) - 1) if names & _OF_POSTS else 0
        return bool(formats) + tagged + counted

    def _beside(self) -> int:
        states = {i for words in self.columns.words for i in words.state}
        media = {i for words in self.columns.words for i in words.media}
        published = any(share(self._column(i), is_of_publishing) > _SOME for i in states)
        return published + any(self._column(i) for i in media)


def _are_accounts(cells: Sequence[str]) -> bool:
    return mostly(cells, is_handles) and (len(cells) == 1 or all_differ(cells))


def _stands_in(header: str, places: frozenset[tuple[str, int]]) -> bool:
    role = role_of(header) if header else None
    return role is not None and (role.field, role.rank) in places
