"""Our two workbooks read as one, before sources are merged.

The working copy is the source. What a client changed in hers is laid over it, field by field; where both
were changed and differ, the working copy stands and a notice says where both are. Without a working copy
the client's workbook stands for itself, a second one laid over the first in the same way.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from handover.columns import CLIENT
from handover.columns.memory import TAKEN, Shown, marks_of
from handover.columns.shown import READ, as_text, cells_of, opaque
from handover.model import Changes, Joined, Notice, Said, Skipped, Update, Updates
from handover.model.places import file_of, without_folders
from handover.read.read_again import as_read_again
from handover.read.returned import Edit, FromWorkbook

NAMED = 5  # updates a notice names one by one
GIST = 40  # characters that name an update
NOT_TAKEN = Said("Not all that was changed in it was taken.")
CELLS: Mapping[str, str] = {
    "text": Said("Text"),
    "links": Said("Link in update"),
    "permalink": Said("Update link"),
    "posted_at": Said("Posted"),
    "lasting": Said("Lasting"),
    "post": Said("Post"),
}


def united(read: Sequence[Updates]) -> list[Updates]:
    """What was read, every update of our workbooks in one of them only."""
    found = list(read)
    if any(isinstance(updates, FromWorkbook) and updates.reader == CLIENT for updates in found):
        found = _Uniting(found).united()
    return _still_not_read(_told_alike(as_read_again(found)))


class _Base(NamedTuple):
    """Where an update stands that edits are laid over."""

    source: int
    item: int
    where: str


class _Uniting:
    """Lays what clients changed over what stands. To be used once."""

    def __init__(self, found: Sequence[Updates]) -> None:
        self.found = found
        self.items = [list(updates.items) for updates in found]
        self.changed = [set(u.changed) if isinstance(u, FromWorkbook) else set() for u in found]  # ids
        self.bases: dict[str, _Base] = {}  # by opaque id
        self.gone: set[str] = set()  # opaque ids of what was deleted in a working copy
        self.ids: dict[str, str] = {}  # opaque id -> the update's own, out of sources that have it
        self.working: int | None = None  # the first working copy

    def united(self) -> list[Updates]:
        clients: list[tuple[int, FromWorkbook]] = []
        for number, updates in enumerate(self.found):
            if isinstance(updates, FromWorkbook) and updates.reader == CLIENT:
                clients.append((number, updates))
            else:
                self._note(number, updates)
        laid = list(self.found)
        for number, hers in clients:
            laid[number] = self._lay_over(number, hers)
        return [
            replace(updates, items=tuple(items), **_also(updates, changed))
            for updates, items, changed in zip(laid, self.items, self.changed, strict=True)
        ]

    def _note(self, number: int, updates: Updates) -> None:
        """Note which updates a source has, and where they stand in a working copy."""
        places: Mapping[str, str] = {}
        if isinstance(updates, FromWorkbook) and updates.changes:
            places = updates.places
            self.working = number if self.working is None else self.working
            self.gone |= set(map(opaque, updates.gone))
        for at, item in enumerate(updates.items):
            name = opaque(item.id)
            self.ids.setdefault(name, item.id)
            if item.id in places:
                self.bases.setdefault(name, _Base(number, at, places[item.id]))

    def _lay_over(self, number: int, hers: FromWorkbook) -> FromWorkbook:
        """Lay one client's workbook over what stands; of its updates stays what stands nowhere else."""
        self.items[number] = []
        notices = [*hers.notices, *self._deleted(hers)]
        out: list[tuple[Update, Edit]] = []
        changed = 0
        for item in hers.items:
            edit = hers.edits.get(item.id)
            if edit is None:  # as if it had been typed into the working copy: a copied row keeps its address
                self.items[number if self.working is None else self.working].append(item)
            elif base := self.bases.get(item.id):
                taken, against = self._take(base, item, edit)
                changed += taken
                notices += against
            elif self._is_out(item.id):
                out.append((item, edit))
            else:
                changed += bool(edit.fields)
                self._keep(number, item, edit)
        notices += self._left_out(out)
        not_taken = notices[len(hers.notices) :]
        return replace(
            hers,
            notices=tuple(notices),
            returned=tuple(replace(one, lost=NOT_TAKEN) if not_taken else one for one in hers.returned),
            changes=replace(hers.changes or Changes(), changed=changed, gone=len(self._left_out_of(hers))),
        )

    def _take(self, base: _Base, hers: Update, edit: Edit) -> tuple[bool, list[Notice]]:
        """Take what was changed of an update; whether that changes one which was as written, and notices."""
        items, changed = self.items[base.source], self.changed[base.source]
        stands = items[base.item]
        items[base.item], against = laid_over(stands, hers, edit)
        is_new = items[base.item] != stands and stands.id not in changed
        if is_new:
            changed.add(stands.id)
        return is_new, [*_against(against, stands, base.where, edit.where)]

    def _keep(self, number: int, item: Update, edit: Edit) -> None:
        id_ = self.ids.get(item.id, item.id)
        self.changed[number].discard(item.id)
        if edit.fields:
            self.changed[number].add(id_)
        self.bases[item.id] = _Base(number, len(self.items[number]), edit.where)
        self.items[number].append(replace(item, id=id_))

    def _is_out(self, id_: str) -> bool:
        """Whether the working copy has no such update, and no other source tells of it."""
        return id_ in self.gone or (self.working is not None and id_ not in self.ids)

    def _left_out(self, out: Sequence[tuple[Update, Edit]]) -> Iterator[Notice]:
        """Tell which updates only the client's workbook has, but for those just deleted elsewhere."""
        lost = [(item, edit) for item, edit in out if edit.fields or item.id not in self.gone]
        if lost:
            names = [_in_quotes(item.text) for item, _ in lost]
            yield Notice(
                text=Said(
                    "Only the client's workbook has {n} update, which the working copy has not: {names}. "
                    "They were left out.",
                    many="Only the client's workbook has {n} updates, which the working copy has not: "
                    "{names}. "
                    "They were left out.",
                    n=len(lost),
                    names=_named(names),
                ),
                hint=Said("Nothing to do when you deleted them; else copy them into the working copy."),
                where=lost[0][1].where,
            )

    def _left_out_of(self, hers: FromWorkbook) -> list[Shown]:
        """What a client deleted that stands nowhere else."""
        return [one for one in hers.deleted if not self._is_out(one.id) and one.id not in self.ids]

    def _deleted(self, hers: FromWorkbook) -> Iterator[Notice]:
        """Tell which updates a client took out of her workbook, and what became of them."""
        deleted = [shown for shown in hers.deleted if not self._is_out(shown.id)]
        if deleted:
            stay = [shown for shown in deleted if shown.id in self.ids]
            text = Said(
                "{n} update deleted from the client's workbook: {names}.",
                many="{n} updates deleted from the client's workbook: {names}.",
                n=len(deleted),
                names=_named([self._name(shown) for shown in deleted]),
            )
            what = Said("They stay, for the working copy has them.") if stay else Said("They are left out.")
            yield Notice(
                text=Joined(text, what),
                hint=Said(
                    "Delete them in the working copy too where that was meant; else take them back from it."
                ),
                where=hers.sources[0].name if hers.sources else "",
            )

    def _name(self, shown: Shown) -> str:
        base = self.bases.get(shown.id)
        text = self.items[base.source][base.item].text if base else ""
        return _in_quotes(text) if text else Said("no. {n}", n=str(shown.numbers[0]))


def _also(updates: Updates, changed: set[str]) -> dict[str, Any]:
    return {"changed": changed} if isinstance(updates, FromWorkbook) else {}


def laid_over(stands: Update, hers: Update, edit: Edit) -> tuple[Update, list[str]]:
    """The update with what a client changed of it, and the fields in which both were changed and differ."""
    taken: dict[str, Any] = {}
    against: list[str] = []
    for name in edit.fields:
        if name == "post":
            if _posts(stands) == _posts(hers):
                continue
            if _posts(stands) == edit.posts:
                taken |= {"post": hers.post, "placed": hers.placed or ()}
                continue
        elif getattr(stands, name) == getattr(hers, name):
            continue
        elif _is_as_written(stands, name, edit):
            taken[name] = getattr(hers, name)
            continue
        against.append(name)
    return (replace(stands, **taken) if taken else stands), against


def _is_as_written(stands: Update, name: str, edit: Edit) -> bool:
    """Whether a field still says what both workbooks were written with."""
    if name == "lasting" and stands.lasting is None:  # what was shown was the check's verdict
        return True
    cells = {**cells_of(stands), "lasting": stands.lasting or ""}
    values = {field_: READ.get(field_, as_text)(cells[field_]) for field_ in TAKEN}
    return marks_of(values)[TAKEN.index(name)] == edit.shown.marks[TAKEN.index(name)]


def _posts(update: Update) -> frozenset[str]:
    return frozenset(placed.post for placed in update.placed or ())


def _against(fields: Sequence[str], stands: Update, where: str, hers: str) -> Iterator[Notice]:
    if fields:
        cells = Joined(*(CELLS[name] for name in fields), by=", ")
        yield Notice(
            text=Said(
                "“{text}” was changed in both workbooks ({cells}): the working copy stands.",
                text=_gist(stands.text),
                cells=cells,
            ),
            hint=Said(
                "What the client wrote stands in {place}; copy it over where it is the better.", place=hers
            ),
            where=where,
        )


def _named(names: Sequence[str]) -> str:
    first = Joined(*names[:NAMED], by="; ")
    return Said("{names} and {n} more", names=first, n=len(names) - NAMED) if len(names) > NAMED else first


def _in_quotes(text: str) -> str:
    return Said("“{text}”", text=_gist(text))


def _gist(text: str) -> str:
    line = " ".join(text[: GIST * 2].split())
    return line if len(line) <= GIST else f"{line[: GIST - 1]}…"


def _still_not_read(found: list[Updates]) -> list[Updates]:
    """What a working copy lists as not read, carried on where the file it stands in was not given anew."""
    if not any(isinstance(updates, FromWorkbook) and updates.not_read for updates in found):
        return found
    places = [source.name for updates in found for source in updates.sources]
    places += [one.location for updates in found for one in updates.skipped]
    given = {file_of(without_folders(place)) for place in places}
    carried: dict[Skipped, None] = {}  # two working copies may list the same
    laid: list[Updates] = []
    for updates in found:
        if isinstance(updates, FromWorkbook):
            still = [
                one for one in updates.not_read if file_of(one.location) not in given and one not in carried
            ]
            carried |= dict.fromkeys(still)
            updates = replace(updates, skipped=(*updates.skipped, *still))
        laid.append(updates)
    return laid


def _told_alike(found: list[Updates]) -> list[Updates]:
    """What was changed in our workbooks said in the other sources too, so that they are known for one."""
    changed = {
        item.id: item
        for updates in found
        if isinstance(updates, FromWorkbook) and updates.changed
        for item in updates.items
        if item.id in updates.changed
    }
    if not changed:
        return found
    return [updates if isinstance(updates, FromWorkbook) else _alike(updates, changed) for updates in found]


def _alike(updates: Updates, changed: Mapping[str, Update]) -> Updates:
    count = Counter(item.id for item in updates.items if item.id in changed)
    if not count:
        return updates
    return replace(
        updates, items=tuple(_as(changed[u.id], u) if count[u.id] == 1 else u for u in updates.items)
    )


def _as(changed: Update, item: Update) -> Update:
    return replace(
        item,
        text=changed.text,
        links=changed.links,
        permalink=changed.permalink,
        posted_at=changed.posted_at,
        network=changed.network,
        kind=changed.kind,
    )
