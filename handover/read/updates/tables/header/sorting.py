"""Which column of a table is what: by its header's words and, where they leave it open, by a few rows."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from handover.read.updates.tables import Cell
from handover.read.updates.tables.header.columns import Columns, Words, text_of
from handover.read.updates.tables.header.roles import Role, normal, role_of
from handover.read.updates.tables.header.user_map import spelled
from handover.read.updates.tables.rows.cell_words import flag, folded, is_total, listed, state_of
from handover.read.updates.tables.rows.cells import are_names, figure, is_mark, networks_in
from handover.read.updates.tables.when.dates import is_date
from handover.read.updates.tables.when.month_names import is_weekday, weekday_of
from handover.read.updates.tables.when.times import read_time, zone_named

# Words in a header that tell one version of a text from another.
LANGUAGES = frozenset(
    listed("""
        en | eng | english | fr | french | de | ger | german | es | spa | spanish | it | italian | nl
        | dutch | pt | portuguese | ar | arabic | zh | chinese | ja | japanese | ru | russian | pl | polish
    """)
)
BODIES = frozenset(
    listed("body | body text | body copy | main body | haupttext | corps | corps du texte | cuerpo | corpo")
)
SHORT = 4  # words of a header that names what its column holds
# Days on which something else happens than an update.
_OTHER_DATES = re.compile(
    r"week|woche|semaine|semana|settimana|deadline|approv|freigab|sent|review|brief|shoot|film|dreh|created"
    r"|erstellt|start|end|from|until|bis|updat|invoice|birth|joined|expir|crea|korrektur|liefer"
)
# What a header says in brackets or beside of words that are still written: "Post (draft)", "Post (max 280)".
_OF_WORDS = re.compile(
    r"\W(?:draft|entwurf|brouillon|borrador|bozza|rascunho|concept|copy|text|final|max\w*|characters|chars|zeichen"
    r"|caracteres|caratteri|tekens|signes|\d{2,4})\W"
)
FINAL = frozenset({"final", "approved", "actual", "new"})


def columns_of(
    header: Sequence[str],
    row: int,
    sample: Sequence[Sequence[Cell]],
    known: Mapping[str, str] | None = None,
) -> Columns:
    """Which column is what, by the header's words and, where they leave it open, by a few rows below.

    `known` says for headers (as `spelled` has them) what they are: a field, "figure:<name>",
    "text@<network>", "aside:<name>" for what only the format understands, or "" for nothing. It wins over
    the alias table; where it names the text, no other column is text.
    """
    roles = [role_of(word) for word in header]
    for index, word in enumerate(header):
        told = known.get(spelled(word)) if known else None
        role = roles[index]
        if told is not None:
            roles[index] = _told(told)
        elif known and role and role.field == "text" and "text" in known.values():
            roles[index] = None
    told = [cells for cells in sample if not _is_aside(cells)]
    return _Sorting(header, row, told or sample, roles).columns()


def is_network(cell: Cell) -> bool:
    """Whether a cell names networks and nothing else."""
    named = networks_in(text) if isinstance(cell, str) and 0 < len(text := cell.strip()) < 40 else ()
    return bool(named) and all(network != "other" for network, _ in named)


def _told(word: str) -> Role | None:
    field_, _, figure = word.partition(":")
    field_, _, network = field_.partition("@")
    return Role(field=field_, rank=-1, figure=figure, network=network) if word else None


def _is_aside(cells: Sequence[Cell]) -> bool:
    """Whether a row sums up others or is a remark: it shows not what the columns hold."""
    first = next((text for cell in cells if (text := text_of(cell))), "")
    return first.startswith("# ") or is_total(first)


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


class _Sorting:
    """Sorts columns into fields; one use."""

    def __init__(
        self, header: Sequence[str], row: int, sample: Sequence[Sequence[Cell]], roles: list[Role | None]
    ) -> None:
        self.header, self.row, self.sample, self.roles = tuple(header), row, sample, roles
        self.post_dates: list[str] = []

    def columns(self) -> Columns:
        self._drop_names_and_numbers()
        ticks = self._take_ticks()
        self._settle_times()
        self._settle_stages()
        self._settle_done()
        self._settle_post()
        self._settle_unknown(ticks)
        wide = self._wide()
        own = {i for w in wide for i in (*w.date, *w.permalink, *w.link, *w.media, *w.state, w.time)}

        def left(*fields: str) -> tuple[int, ...]:
            return tuple(index for index in self.of(*fields) if index not in own)

        date, time = left("date"), left("time")
        text = self.of("text") or self.of("hook")
        # "Hook | Body | CTA": the parts of one text.
        is_body = bool(text) and not wide and spelled(self.header[text[0]]) in BODIES
        of_network = {i: name for i, name in self._of_network().items() if i not in own}
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
            of_network=of_network,
            date=date,
            time=time[0] if time else None,
            weekday=next(iter(left("weekday")), None),
            zone=left("zone"),
            network=left("network"),
            account=left("account"),
            done=left("done"),
            draft=left("draft"),
            approval=left("approval"),
            kind=left("kind"),
            post=left("post link", "post title"),
            title=left("title", "topic"),
            labels=left("labels"),
            hashtags=left("hashtags"),
            heading=left("heading") or (left("hook") if is_body else ()),
            ending=left("ending") if is_body else (),
            alt=tuple(sorted(left("alt"))),
            comment=tuple(sorted(left("comment"))),
            figures=self.named("figure"),
            aside=self.named("aside"),
            post_dates=tuple(self.post_dates),
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

    def _of_network(self) -> dict[int, str]:
        """Columns that hold the address or the time for one network only, beside a text for all."""
        told = {"permalink", "date", "time"}
        found = {i: r.network for i, r in enumerate(self.roles) if r and r.field in told and r.network}
        # "Link(s), separated by comma for FB carousels" is a sentence that speaks of a network.
        return {i: name for i, name in found.items() if len(normal(self.header[i]).split()) <= SHORT}

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

        for index in self.of("weekday"):  # "Day" may hold dates
            values = self.values(index)
            if values and 2 * sum(is_date(value) for value in values) > len(values):
                self.roles[index] = Role(field="date", rank=50)

    def _settle_stages(self) -> None:
        # "Persona/Stage" tells a reader's way to buy; a "Stage" is a state only where its words are states.
        states = self.of("state")
        stages = [i for i in states if "stage" in self.header[i].casefold()]
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
            is_text = not texts or (are_of_networks and self._is_worded(index))
            self.roles[index] = replace(self._role(index), field="text" if is_text else "post title", rank=50)

    def _is_worded(self, index: int) -> bool:
        """Whether a column called "Post" holds words of updates, not names of blog posts."""
        if _OF_WORDS.search(f" {folded(self._role(index).note)} "):
            return True
        told = [text_of(value) for value in self.values(index)]
        return len(set(told)) == len(told) > 0 and 2 * sum(map(_is_posted, told)) > len(told)

    def _settle_unknown(self, ticks: Mapping[int, str]) -> None:
        # "Go-Time", "Where": what a column without a known name holds may be plain to see.
        texts = self.of("text", "hook")
        if not texts:
            return
        of_networks = bool(ticks) or any(self._role(index).network for index in texts)
        for field_, holds in (("date", is_date), ("network", is_network), ("zone", _is_zone)):
            if self.of(field_) or (field_ == "network" and of_networks):
                continue
            fitting = [i for i, role in enumerate(self.roles) if role is None and self._holds(i, holds)]
            if len(fitting) == 1:
                self.roles[fitting[0]] = Role(field=field_, rank=90)

    def _holds(self, index: int, holds: Callable[[Cell], bool]) -> bool:
        values = self.values(index)
        return (
            bool(self.header[index])
            and not _OTHER_DATES.search(spelled(self.header[index]))
            and 3 * len(values) >= 2 * len(self.sample)
            and bool(values)
            and 5 * sum(map(holds, values)) >= 4 * len(values)
        )

    def _wide(self) -> tuple[Words, ...]:
        if by_state := self._before_states():
            return by_state
        texts = self.of("text") or self.of("hook")
        own = [index for index in texts if self._role(index).network or self._role(index).number]
        plain = self._versions([index for index in texts if index not in own])
        if not own and len(plain) < 2:
            return ()
        several = len(own) > 1 or (len(own) == 1 and bool(plain))
        wide = tuple(self._with_companions(index) for index in sorted(own + plain))
        if several and not self.of("post link", "post title"):
            for index in self.of("title"):
                self.roles[index] = Role(field="post title")
        if several and self.of("post title"):
            self._row_is_a_post()
        return wide

    def _versions(self, texts: list[int]) -> list[int]:
        """The preferred of these columns; all that are the same text in other languages; or the final one."""
        best = [index for index in texts if self._role(index).rank == self._role(texts[0]).rank]
        notes = [set(self._role(index).note.casefold().split()) for index in best]
        if len(best) > 1 and not all(note & LANGUAGES for note in notes):
            final = (index for index, note in zip(best, notes, strict=True) if note & FINAL)
            return [next(final, best[0])]
        return best

    def _row_is_a_post(self) -> None:
        # One row a post: its address and its date are the post's, not those of the updates beside it.
        # With an hour or a weekday beside it, the date is the day on which they all go out.
        is_plan = any(not self._role(index).network for index in self.of("time", "weekday"))
        for index in self.of("link") if is_plan else self.of("link", "date", "time"):
            role = self._role(index)
            if role.network or role.number:
                continue
            if role.field == "date":
                self.post_dates.append(self.header[index])
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
            weekday=next(
                (
                    day
                    for word in spelled(self.header[index]).split()
                    if (day := weekday_of(word)) is not None
                ),
                None,
            ),
            time=next(iter(beside("time")), None),
            permalink=beside("permalink"),
            link=beside("link"),
            media=beside("media"),
            state=(*beside("state"), *beside("done"))[:1],
        )

    def _before_states(self) -> tuple[Words, ...]:
        # DATE | MAIN PAGE | STATUS | YOUTUBE | STATUS: a state after each column makes that column words.
        states = self.of("state")
        if len({spelled(self.header[index]) for index in states}) > 1:
            return ()  # "Status" and "Approval stage" are about other things
        before = [self.roles[index - 1] for index in states if index]
        worded = any(not self._role(index).bare for index in self.of("text"))
        # Where other columns hold the words, a second state is about something else.
        if len(states) < 2 or (worded and not all(role and role.field == "text" for role in before)):
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
