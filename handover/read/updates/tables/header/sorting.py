"""Which column of a table is what: by its header's words and, where they leave it open, by a few rows."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from handover.read.updates.tables import Cell
from handover.read.updates.tables.header.columns import Columns, Words, text_of
from handover.read.updates.tables.header.role_words import LANGUAGES
from handover.read.updates.tables.header.roles import Role, normal, role_of
from handover.read.updates.tables.header.settled_roles import SettledRoles
from handover.read.updates.tables.header.user_map import spelled
from handover.read.updates.tables.rows.cell_words import folded, is_total, listed
from handover.read.updates.tables.when.month_names import weekday_of

BODIES = frozenset(
    listed("body | body text | body copy | main body | haupttext | corps | corps du texte | cuerpo | corpo")
)
SHORT_DAY = 3  # letters of the short name of a weekday
FEWEST = 2  # networks that each have a state of their own
SHORT = 4  # words of a header that names what its column holds
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
    shown = [cells for cells in sample if not _is_aside(cells)]
    return _Sorting(header, row, shown or sample, roles).columns()


def _told(word: str) -> Role | None:
    field_, _, figure = word.partition(":")
    field_, _, network = field_.partition("@")
    return Role(field=field_, rank=-1, figure=figure, network=network) if word else None


def _is_aside(cells: Sequence[Cell]) -> bool:
    """Whether a row sums up others or is a remark: it shows not what the columns hold."""
    first = next((text for cell in cells if (text := text_of(cell))), "")
    return first.startswith("# ") or is_total(first)


def _days_in(header: str) -> list[tuple[str, int]]:
    """The words of a header that name a day of the week, each with its number."""
    return [(word, day) for word in spelled(header).split() if (day := weekday_of(word)) is not None]


class _Sorting(SettledRoles):
    """Sorts columns into fields; one use."""

    def columns(self) -> Columns:
        ticks = self.settle()
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

    def _of_network(self) -> dict[int, str]:
        """Columns that hold the address or the time for one network only, beside a text for all."""
        told = {"permalink", "date", "time"}
        found = {i: r.network for i, r in enumerate(self.roles) if r and r.field in told and r.network}
        # "Link(s), separated by comma for FB carousels" is a sentence that speaks of a network.
        return {i: name for i, name in found.items() if len(normal(self.header[i]).split()) <= SHORT}

    def _wide(self) -> tuple[Words, ...]:
        if by_state := self._before_states():
            return by_state
        texts = self.of("text") or self.of("hook")
        own = [index for index in texts if self._role(index).network or self._role(index).number]
        plain = self._versions([index for index in texts if index not in own])
        if not own and len(plain) < 2:
            return self._by_states_of_networks(plain)
        several = len(own) > 1 or (len(own) == 1 and bool(plain))
        wide = tuple(self._with_companions(index) for index in sorted(own + plain))
        if several and not self.of("post link", "post title"):
            for index in self.of("title"):
                self.roles[index] = Role(field="post title")
        if several and self.of("post title"):
            self._row_is_a_post()
        return wide

    def _by_states_of_networks(self, texts: Sequence[int]) -> tuple[Words, ...]:
        """One text, and a state for each network: "Text | State FB | State IG"."""
        states = {self._role(i).network: i for i in self.of("state", "done") if self._role(i).network}
        if len(states) < FEWEST or self.of("network"):
            return ()
        return tuple(
            Words(column=text, wide=True, network=network, state=(index,))
            for text in texts
            for network, index in states.items()
        )

    def _versions(self, texts: list[int]) -> list[int]:
        """The preferred of these columns; all that are the same text in other languages; or the final one."""
        tongues = {i: self._tongue(i) for i in texts}
        told = [index for index in texts if tongues[index]]
        # "Text | Texte FR", "Tekst NL | Texte FR": each in a language of its own; one need not be named.
        plain = [index for index in texts[:1] if not tongues[index] and not self._role(index).note]
        untold = [index for index in plain if self._is_called(index, told)]
        if told and len(told) + len(untold) > 1 and len({tongues[index] for index in told}) == len(told):
            return untold + told
        best = [index for index in texts if self._role(index).rank == self._role(texts[0]).rank]
        notes = [set(self._role(index).note.casefold().split()) for index in best]
        if len(best) > 1 and not all(note & LANGUAGES for note in notes):
            final = (index for index, note in zip(best, notes, strict=True) if note & FINAL)
            return [next(final, best[0])]
        return best

    def _is_called(self, index: int, others: Sequence[int]) -> bool:
        """Whether a column is called as all of these are, in one language or another: Text, Texte, Tekst."""
        return all(spelled(self.header[index])[:2] == spelled(self.header[one])[:2] for one in others)

    def _tongue(self, index: int) -> str:
        """The language that a header names beside a word for texts, and nothing else: "Tekst FR"."""
        words = folded(self._role(index).note).split()
        return words[0] if len(words) == 1 and words[0] in LANGUAGES else ""

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
            weekday=self._weekday(index),
            time=next(iter(beside("time")), None),
            permalink=beside("permalink"),
            link=beside("link"),
            media=beside("media"),
            state=(*beside("state"), *beside("done"))[:1],
        )

    def _weekday(self, index: int) -> int | None:
        """The day of the week that a header names: "Friday - Facebook".

        A short one may be a language, a month or a name ("Text FR", "Facebook Mar"): it is a day where each
        of the texts has one, and they are several.
        """
        texts = self.of("text") or self.of("hook")
        days = [_days_in(self.header[one]) for one in texts]
        mine = _days_in(self.header[index])
        full = [day for word, day in mine if len(word) > SHORT_DAY]
        are_days = len(texts) > 1 and all(days) and len({day for found in days for _, day in found}) > 1
        languages = all(word in LANGUAGES for found in days for word, _ in found)
        return next(iter(full or ([day for _, day in mine] if are_days and not languages else [])), None)

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
