"""What our working copy holds and its source tells anew: one update, and which of the two is right.

A working copy is given beside the sheets it was made from. What the user decided in it stands. Whatever else
a sheet says now, stands: she has mended a date, a text or a state in it, or named its zone or its network.
Which is which, tells what the source said when the working copy was written: the same as the working copy
but for the fields in `Update.told`.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import replace
from typing import Any
from zlib import crc32

from handover.columns.memory import gist_of
from handover.later import dataclass
from handover.model import Update, Updates
from handover.model.places import INSIDE, at_row, within
from handover.read.returned import FromWorkbook

FIELDS = ("network", "text", "posted_at", "permalink", "links", "kind", "state", "post")
PLACING = frozenset(("text", "links", "permalink", "post"))  # what an update is paired by


@dataclass(frozen=True, slots=True)
class _Ours:
    """An update of a working copy."""

    update: Update
    gist: str  # the beginning of the text that its source had
    is_changed: bool  # since the working copy was written
    is_out: bool = False  # it was taken out

    @property
    def is_edited(self) -> bool:
        """Whether its text may be the user's own."""
        return self.is_changed or self.is_out or "text" in self.update.told


def as_read_again(found: Sequence[Updates]) -> list[Updates]:
    """What was read, the rows of sheets that a working copy holds with its ids, and both saying the same."""
    books = [one for one in found if isinstance(one, FromWorkbook)]
    ours: dict[str, _Ours] = {}
    for one in (one for book in books for one in _held(book)):
        if one.is_changed or one.update.id not in ours:  # of two working copies, the one that was edited
            ours[one.update.id] = one
    told = [item for one in found if not isinstance(one, FromWorkbook) for item in one.items]
    if not ours or not told:
        return list(found)
    settled: dict[str, Update] = {}  # by id: the working copy's
    anew: dict[str, Update] = {}  # by the id that its source gives: the source's
    for id_, now in _pairs(ours, told):
        mine = ours[id_]
        if mine.is_out:
            anew[now.id] = replace(now, id=id_)
        else:
            kept, anew[now.id] = _settle(mine, now)
            if kept is not mine.update:
                settled[id_] = kept
    return [_with(one, settled) if isinstance(one, FromWorkbook) else _told_by(one, anew) for one in found]


def _held(book: FromWorkbook) -> Iterator[_Ours]:
    if book.changes is None:  # it has no memory of how it was written
        return
    for item in book.items:
        if item.id in book.places:
            yield _Ours(item, _gist(item, book), item.id in book.changed)
    for one in book.taken_out:
        yield _Ours(one.update, gist_of(one.update.text.rstrip("…")), True, is_out=True)


def _gist(item: Update, book: FromWorkbook) -> str:
    return str(item.told.get("text", "")) or book.gists.get(item.id) or gist_of(item.text)


# --- which are one ---


def _pairs(ours: dict[str, _Ours], told: Sequence[Update]) -> Iterator[tuple[str, Update]]:
    """Id of ours, and what its source says now: by the id, else by its row and its words."""
    times = Counter(item.id for item in told)
    yield from ((item.id, item) for item in told if item.id in ours and times[item.id] == 1)
    left = {id_: one for id_, one in ours.items() if id_ not in times and _has_row(one.update)}
    new = {item.id: item for item in told if item.id not in ours and times[item.id] == 1 and _has_row(item)}
    for key, is_for_edited in _KEYS:
        theirs: defaultdict[Hashable, list[str]] = defaultdict(list)
        mine: defaultdict[Hashable, list[str]] = defaultdict(list)
        for id_, item in new.items():
            theirs[key(item, gist_of(item.text))].append(id_)
        for id_, one in left.items():
            if is_for_edited or not one.is_edited:
                mine[key(one.update, one.gist)].append(id_)
        for told_by, ids in mine.items():
            if len(ids) == len(theirs.get(told_by, ())):
                for id_, other in zip(ids, theirs[told_by], strict=True):
                    yield id_, new.pop(other)
                    del left[id_]


def _has_row(item: Update) -> bool:
    return item.origin is not None and item.origin.row is not None


def _sheet(item: Update) -> tuple[str, str]:
    """The sheet it was read from, however its folder was named."""
    origin = item.origin
    return (origin.file.rpartition(INSIDE)[2].rpartition("/")[2], origin.sheet) if origin else ("", "")


def _row(item: Update) -> tuple[Hashable, ...]:
    return *_sheet(item), item.origin.row if item.origin else None


# The surest first: what shows an update, and whether one whose text was edited is known by it.
_KEYS: tuple[tuple[Callable[[Update, str], Hashable], bool], ...] = (
    (lambda item, gist: (*_row(item), item.network, gist), True),
    (lambda item, _: (*_sheet(item), item.network, item.text), False),  # rows were put in above it
    (lambda item, gist: (*_row(item), gist), True),
    (lambda item, _: (*_row(item), item.network), False),
)


# --- which is right ---


def _settle(ours: _Ours, now: Update) -> tuple[Update, Update]:
    """The working copy's update and its source's, both with what stands."""
    mine = ours.update
    apart = {name for name in FIELDS if getattr(mine, name) != getattr(now, name)}
    if ours.is_changed:
        untouched = {name: getattr(now, name) for name in apart if _is_as_before(name, mine, now)}
        marks = {name: _mark(name, now) for name in apart - untouched.keys()}
        kept = replace(mine, told={**marks, **_word(mine)}, **untouched)
    elif apart - mine.told.keys() and _is_of_one_row(mine):
        taken = {name: getattr(now, name) for name in apart - mine.told.keys() if getattr(now, name)}
        if now.network == "other":
            taken.pop("network", None)
        if "state" in taken:
            taken["assumed"] = now.assumed
        # Paired by what it said before: to be paired anew, but where the user has said where it belongs.
        if mine.placed and not taken.keys().isdisjoint(PLACING) and "post" not in mine.told:
            taken["placed"] = None
        kept = replace(mine, **taken)
    else:
        kept = mine
    stands = {name: getattr(kept, name) for name in FIELDS}
    return kept, replace(now, id=mine.id, told={**now.told, **_word(mine)}, **stands)


def _word(mine: Update) -> dict[str, str | int]:
    """The user's word whether the client gets it."""
    return {"client": mine.told["client"]} if "client" in mine.told else {}


def _mark(name: str, item: Update) -> Any:
    """What is remembered of a source's field: of a text its beginning, of others a number."""
    return gist_of(item.text) if name == "text" else crc32(repr(getattr(item, name)).encode()) & 0xFFFFFF


def _is_as_before(name: str, mine: Update, now: Update) -> bool:
    """Whether a field of an edited row is what its source said before: the id was made of it."""
    return name in ("posted_at", "network") and (
        replace(now, **{name: getattr(mine, name)}).digest() == mine.id
    )


def _is_of_one_row(mine: Update) -> bool:
    """Whether the working copy has it from one row alone: of several, the best of each field was taken."""
    if mine.origin is None:
        return False
    own = at_row(within(*_sheet(mine)), mine.origin.row)
    return all(place == own or place.endswith((INSIDE + own, "/" + own)) for place in mine.origin.also)


# --- laid back ---


def _with(book: FromWorkbook, settled: dict[str, Update]) -> FromWorkbook:
    return replace(book, items=tuple(settled.get(item.id, item) for item in book.items)) if settled else book


def _told_by(source: Updates, anew: dict[str, Update]) -> Updates:
    return replace(source, items=tuple(anew.get(item.id, item) for item in source.items)) if anew else source
