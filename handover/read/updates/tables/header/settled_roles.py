"""What the cells of a few rows say of columns whose headers leave it open."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from handover.later import pattern
from handover.read.updates.tables import Cell
from handover.read.updates.tables.header.aliases import ALIASES
from handover.read.updates.tables.header.columns import text_of
from handover.read.updates.tables.header.roles import Role
from handover.read.updates.tables.header.user_map import spelled
from handover.read.updates.tables.rows.all_networks import ALL
from handover.read.updates.tables.rows.cell_words import flag, folded, listed, plain, state_of
from handover.read.updates.tables.rows.cells import are_names, figure, is_mark, is_one_address, networks_in
from handover.read.updates.tables.when.dates import is_date
from handover.read.updates.tables.when.month_names import is_weekday, weekday_of
from handover.read.updates.tables.when.times import read_time, zone_named

# Days on which something else happens than an update.
_OTHER_DATES = pattern(
    r"week|woche|semaine|semana|settimana|deadline|approv|freigab|sent|review|brief|shoot|film|dreh|created"
    r"|erstellt|start|end|from|until|bis|updat|invoice|birth|joined|expir|crea|korrektur|liefer"
)


# What a header says in brackets or beside of words that are still written: "Post (draft)", "Post (max 280)".
_OF_WORDS = pattern(
    r"\W(?:draft|entwurf|brouillon|borrador|bozza|rascunho|concept|copy|text|final|max\w*|characters|chars|zeichen"
    r"|caracteres|caratteri|tekens|signes|\d{2,4})\W"
)


_CODE = pattern(r"[^\W\d_]{0,4}[-_. #]{0,2}\d{1,5}[a-z]?")  # "P01", "#3"
# Below these may stand the address of the blog post as well as its name.
_STAGE = pattern(r"stage|phase|fase|etapa|workflow", re.IGNORECASE)
_OF_PINS = frozenset(listed(ALIASES["heading"]))
_OF_ARTICLES = frozenset(["article", "linked content"])


def is_network(cell: Cell) -> bool:
    """Whether a cell names networks and nothing else."""
    named = networks_in(text) if isinstance(cell, str) and 0 < len(text := cell.strip()) < 40 else ()
    return bool(named) and all(network != "other" for network, _ in named)


def _is_network_or_all(cell: Cell) -> bool:
    return is_network(cell) or (isinstance(cell, str) and plain(cell) in ALL)


def _is_zone(cell: Cell) -> bool:
    """Whether a cell names a place as the world's time zones are called: "Europe/Berlin"."""
    return isinstance(cell, str) and "/" in cell and "://" not in cell and zone_named(cell) is not None


def _is_posted(text: str) -> bool:
    """Whether a text can only be what was posted: tags, an address within, lines, or several sentences."""
    tagged = any(word[:1] == "#" and word[1:2].isalpha() for word in text.split())
    within = "://" in text and " " in text.strip()
    return tagged or within or "\n" in text or len(re.findall(r"[.!?…](?:\s|$)", text)) > 1


def _is_day(value: Cell) -> bool:
    """Whether a cell names a day: "Mo", "Sa 1.", 14 or a date."""
    text = text_of(value)
    words = text.replace(".", " ").split()
    return is_date(value) or (
        0 < len(words) < 3 and all(is_weekday(word) or (word.isdigit() and len(word) < 3) for word in words)
    )


class SettledRoles:
    """The roles of the columns, put right where their cells say more than their headers."""

    def __init__(
        self, header: Sequence[str], row: int, sample: Sequence[Sequence[Cell]], roles: list[Role | None]
    ) -> None:
        self.header, self.row, self.sample, self.roles = tuple(header), row, sample, roles
        self.post_dates: list[str] = []

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

    def _drop_names_and_numbers(self) -> None:
        # Under a network's name stand accounts to be named there ("@tern"), or how many follow or like:
        # no words.
        for index, role in enumerate(self.roles):
            if role and role.field == "text" and role.network:
                values = [text_of(value) for value in self.values(index)]
                counts = [value for value in values if flag(value) is None and figure(value) is not None]
                if 2 * len(counts) > len(values) or (role.bare and are_names(values)):
                    self.roles[index] = None

    def _take_ticks(self) -> dict[int, str]:
        # "Text | FB | LI" with crosses, hours or addresses under the networks: they say where, not what.
        if not any(role and role.field in ("text", "post") and not role.network for role in self.roles):
            return {}
        found = {}
        for index, role in enumerate(self.roles):
            if role and role.field == "text" and role.network and not role.number:
                values = self.values(index)
                if values and all(is_mark(value) for value in values):
                    found[index] = role.network
                    self.roles[index] = None
        return found

    def _settle_times(self) -> None:
        # "Scheduled time" beside "Scheduled date" is the hour; alone it is both.
        dates = self.of("date")
        for index in dates:
            values = self.values(index)
            hours = bool(values) and all(
                read_time(value) is not None and not is_date(value) and not text_of(value).isdigit()
                for value in values
            )
            named = self.header[index].casefold().endswith(("time", "hour")) and not values
            if len(dates) > 1 and (hours or named):
                self.roles[index] = Role(field="time", rank=50)

        for index in self.of("labels"):  # "Tag" is German for a day
            values = self.values(index)
            if spelled(self.header[index]) == "tag" and values and all(map(_is_day, values)):
                self.roles[index] = Role(field="weekday", rank=50)

        # Under no header at all: "Monday | Text", below a week.
        if not self.of("date", "weekday"):
            for index, word in enumerate(self.header):
                values = self.values(index) if not word else []
                days = sum(isinstance(one, str) and weekday_of(one) is not None for one in values)
                if 2 * days > len(values):  # the others head weeks
                    self.roles[index] = Role(field="weekday", rank=50)
                    break

        for index in self.of("weekday"):  # "Day" may hold dates
            values = self.values(index)
            if values and 2 * sum(is_date(value) for value in values) > len(values):
                self.roles[index] = Role(field="date", rank=50)

    def _settle_stages(self) -> None:
        # "Persona/Stage" tells a reader's way to buy; a "Stage" is a state only where its words are states.
        states = self.of("state")
        stages = [i for i in states if _STAGE.search(self.header[i])]
        for index in stages:
            values = [text_of(value) for value in self.values(index)]
            known = sum(state_of(value) is not None for value in values)
            if len(stages) < len(states) or 2 * known < len(values):
                self.roles[index] = None

    def _settle_done(self) -> None:
        for index in self.of("planned"):
            values = self.values(index)
            dated = values and 2 * sum(is_date(value) for value in values) > len(values)
            self.roles[index] = Role(field="date", rank=90) if dated else None

        # "Published" may be a tick, a date or an address.
        for index in self.of("done"):
            values = self.values(index)
            texts = [text_of(value) for value in values]
            if values and 2 * sum("://" in text for text in texts) > len(values):
                self.roles[index] = Role(field="permalink", rank=50)
            elif values and 2 * sum(is_date(value) for value in values) > len(values):
                self.roles[index] = Role(field="date", rank=-1)

    def _settle_post(self) -> None:
        texts = [role for role in self.roles if role and role.field == "text"]
        # Beside the words for single networks, "Post (draft)" and "Post (max 280)" hold words, too.
        are_of_networks = all(role.network for role in texts)
        for index in self.of("post"):
            codes = [text_of(value) for value in self.values(index)]
            if codes and all(map(_CODE.fullmatch, codes)):  # they name texts that stand elsewhere
                self.roles[index] = None
                continue
            is_text = not texts or (are_of_networks and self._is_worded(index))
            self.roles[index] = replace(self._role(index), field="text" if is_text else "post title", rank=50)

    def _is_worded(self, index: int) -> bool:
        """Whether a column called "Post" holds words of updates, not names of blog posts."""
        if _OF_WORDS.search(f" {folded(self._role(index).note)} "):
            return True
        told = [text_of(value) for value in self.values(index)]
        return len(set(told)) == len(told) > 0 and 2 * sum(map(_is_posted, told)) > len(told)

    def _settle_headings(self) -> None:
        # A pin's title goes with the pin alone.
        if any(self._role(index).network != "pinterest" for index in self.of("text", "hook")):
            for index in self.of("heading"):
                if spelled(self.header[index]) in _OF_PINS:
                    self.roles[index] = None

    def _settle_articles(self) -> None:
        # Under "Article" may stand its address, or its name: "Five teas", "Five teas (https://notion.so/…)".
        for index in self.of("link"):
            texts = [text_of(value) for value in self.values(index)]
            names = [text for text in texts if not is_one_address(text) and " " in text]
            if spelled(self.header[index]) in _OF_ARTICLES and 2 * len(names) > len(texts):
                self.roles[index] = Role(field="post title", rank=60)

    def _settle_unknown(self, ticks: Mapping[int, str]) -> None:
        # "Go-Time", "Where": what a column without a known name holds may be plain to see.
        texts = self.of("text", "hook")
        if not texts:
            return
        if not self.of("hashtags"):  # under "#", as often as a number
            tagged = [i for i, role in enumerate(self.roles) if role is None and self._are_tags(i)]
            for index in tagged[:1]:
                self.roles[index] = Role(field="hashtags", rank=90)
        of_networks = bool(ticks) or any(self._role(index).network for index in texts)
        for field_, holds in (("date", is_date), ("network", is_network), ("zone", _is_zone)):
            if self.of(field_) or (field_ == "network" and of_networks):
                continue
            fitting = [i for i, role in enumerate(self.roles) if role is None and self._holds(i, holds)]
            if field_ == "network" and not fitting:
                fitting = [i for i, role in enumerate(self.roles) if role is None and self._names_all(i)]
            if len(fitting) == 1:
                self.roles[fitting[0]] = Role(field=field_, rank=90)

    def _are_tags(self, index: int) -> bool:
        """Whether a column holds hashtags and nothing else."""
        words = [word for value in self.values(index) for word in text_of(value).split()]
        return bool(words) and all(word[:1] == "#" and word[1:2].isalpha() for word in words)

    def _names_all(self, index: int) -> bool:
        """Whether a column holds networks and "all"."""
        return self._holds(index, _is_network_or_all) and any(map(is_network, self.values(index)))

    def _holds(self, index: int, holds: Callable[[Cell], bool]) -> bool:
        values = self.values(index)
        return (
            bool(self.header[index])
            and not _OTHER_DATES.search(spelled(self.header[index]))
            and 3 * len(values) >= 2 * len(self.sample)
            and bool(values)
            and 5 * sum(map(holds, values)) >= 4 * len(values)
        )

    def _role(self, index: int) -> Role:
        role = self.roles[index]
        assert role is not None
        return role

    def settle(self) -> dict[int, str]:
        """Settle what the cells tell; returns the columns of ticks, each with its networks."""
        self._drop_names_and_numbers()
        ticks = self._take_ticks()
        self._settle_times()
        self._settle_stages()
        self._settle_done()
        self._settle_post()
        self._settle_articles()
        self._settle_headings()
        self._settle_unknown(ticks)
        return ticks
