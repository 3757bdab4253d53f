"""A blog as a walk to its end has brought it, for the runs of the next days: these ask for its newest posts.

What is read now must join what is kept without a gap: the newest posts, down to one that is known, and from
there on all known ones in their order. Where one of these is gone or moved, or the site counts otherwise than
it should, nothing kept is used and the walk goes on to the end. What changes on older pages is not seen
before `DAYS` are over, which `Feed.extent_reason` says.
"""

import dataclasses
import datetime as dt
import json
import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal

from handover.later import dataclass
from handover.model import Extent, Joined, Media, Notice, Post, Quoted, Said, Skipped, Unstopped
from handover.read import reached
from handover.read.cache import DAYS
from handover.urls import canonical

log = logging.getLogger("handover")
_FORM = 1  # of what is written here; another one is not read
_TYPES = {kind.__name__: kind for kind in (Post, Skipped, Notice)}
_NAMES = {name: [field.name for field in dataclasses.fields(kind)] for name, kind in _TYPES.items()}
_MAKERS: Mapping[str, Callable[[str], Any]] = {
    "Quoted": Quoted,
    "datetime": dt.datetime.fromisoformat,
    "date": dt.date.fromisoformat,
}
# How posts that were just read lie to those that are kept: they reach them; not yet; they never will.
Joins = Literal["joined", "not yet", "never"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What a walk to the end has brought."""

    door: tuple[str, ...]  # the feed's address, and all that decides what is read there
    read: float  # when that walk ended, in seconds since 1970
    posts: tuple[Post, ...]  # newest first, as the site lists them
    newer: int = 0  # of these, posts that came since
    total: int | None = None  # as the site stated it
    extent: Extent
    reason: str
    skipped: tuple[Skipped, ...] = ()
    notices: tuple[Notice, ...] = ()
    only_changed: int = 0
    _place: dict[str, int] = dataclasses.field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._place.update((_key(post), number) for number, post in enumerate(self.posts))

    def joins(self, posts: Sequence[Post], total: int | None) -> Joins:
        """Whether these, the newest of the blog, reach the kept ones; `total`: as the site states it now."""
        if not posts or _key(posts[-1]) not in self._place:
            return "not yet"
        known = [self._place[key] for post in posts if (key := _key(post)) in self._place]
        fresh = len(posts) - len(known)
        counted = total is None or self.total is None or total - self.total == fresh
        return "joined" if counted and known == list(range(len(known))) else "never"

    def older(self, posts: Sequence[Post]) -> tuple[Post, ...]:
        """The kept posts behind those that were read now, which join them."""
        return self.posts[self._place[_key(posts[-1])] + 1 :]

    def verdict(self, newer: int, total: int | None, count: int) -> tuple[Extent, str]:
        """What is known of the whole blog: `newer` posts came since, the site now states `total`."""
        day = dt.datetime.fromtimestamp(self.read, dt.UTC).date()
        if total is not None and count >= total:
            return "proved", Joined(reached.all_of(total), reached.as_read_on(day, DAYS))
        extent = "walked" if newer and self.extent == "proved" else self.extent
        came = reached.came_since(newer) if newer else ""
        return extent, Joined(self.reason, reached.as_read_on(day, DAYS), came)


def _key(post: Post) -> str:
    return canonical(post.permalink) if post.permalink else f"id {post.id}"


# --- as text ----------------------------------------------------------------------------------------


def packed(kept: Kept) -> bytes:
    """What is kept, as JSON; sentences with their messages and values, to be worded when they are written.

    b"" where something in it cannot be written so.
    """
    facts = {f.name: _plain(getattr(kept, f.name)) for f in dataclasses.fields(kept) if f.init}
    try:
        return json.dumps({"form": _FORM, **facts}, ensure_ascii=False).encode("utf-8", "surrogatepass")
    except TypeError as error:
        log.info("the blog is not kept: %s", error)
        return b""


def unpacked(data: bytes, door: tuple[str, ...], now: float) -> Kept | None:
    """What `packed` has written; None where it is of another door, too old, or damaged."""
    try:
        facts = json.loads(data.decode("utf-8", "surrogatepass"))
        if facts.pop("form") != _FORM:
            return None
        kept = Kept(**{name: _restored(value) for name, value in facts.items()})
        young = 0 <= now - kept.read < DAYS * 86_400
        whole = kept.posts and all(isinstance(post, Post) for post in kept.posts)
        return kept if young and whole and kept.door == door else None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _plain(value: Any) -> Any:
    if type(value) is str:  # as most are
        return value
    kind = type(value).__name__
    if kind in _TYPES:
        return {"is": kind} | {name: _plain(getattr(value, name)) for name in _NAMES[kind]}
    if isinstance(value, Said):
        told = {"message": value.message, "many": value.many} if kind == "Said" else {}
        return {"is": kind, **told, "values": {name: _plain(one) for name, one in value.values.items()}}
    if isinstance(value, Media):
        return {"is": kind, "told": str(value), "alt": value.alt, "kind": value.kind}
    if isinstance(value, Quoted | dt.date):
        return {"is": kind, "told": value.isoformat() if isinstance(value, dt.date) else str(value)}
    return [_plain(one) for one in value] if isinstance(value, tuple | list) else value


def _restored(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_restored(one) for one in value)
    if not isinstance(value, dict):
        return value
    facts = {name: _restored(one) for name, one in value.items() if name not in ("is", "values")}
    kind, values = value["is"], {name: _restored(one) for name, one in value.get("values", {}).items()}
    if kind in _TYPES:
        return _TYPES[kind](**facts)
    if kind == "Media":
        return Media(facts["told"], alt=facts["alt"], kind=facts["kind"])
    if kind == "Said":
        return Said(facts["message"], many=facts["many"], **values)
    if kind == "Joined":
        return Joined(*values["parts"], by=values["by"])
    if kind == "Unstopped":
        return Unstopped(values["sentence"])
    return _MAKERS[kind](facts["told"])
