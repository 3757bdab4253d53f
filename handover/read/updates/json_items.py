"""Reading JSON that may be large and may be damaged in places: one bad entry costs one entry."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any, TypeVar

import msgspec

from handover.errors import HandoverError, SourceError
from handover.model import Joined, Said, Skipped, Updates, exchanged
from handover.read.source import Bundle, Source
from handover.read.updates.json_stream import (
    MOST_ENTRIES,
    NO_LIST,
    damaged,
    mended,
    not_plain,
    streamed,
    too_long,
)
from handover.read.updates.json_stream import DamagedError as DamagedError
from handover.read.updates.json_stream import NotPlainError as NotPlainError

R = TypeVar("R")
T = TypeVar("T")
U = TypeVar("U")

NAMED_ENTRIES = 10  # how many unreadable ones are named by their place
MOST_OBJECTS = 10 * MOST_ENTRIES  # of a file that is read whole, within and beside one another
MOST_POSTS = MOST_OBJECTS // 2  # of a file that is streamed: no post is less than two objects
_LIST_OF_RAWS = msgspec.json.Decoder(list[msgspec.Raw])
_FIRST_KEY = re.compile(r'\[\s*(?P<entry>\{\s*"(?P<key>\w+)")')


def read_json(source: Source, type_: type[T]) -> T:
    """The whole file as `type_`. Raises ParseError when it is no JSON of that shape."""
    data = source.read()
    if data.count(b"{") > MOST_OBJECTS:
        raise too_long(source)
    try:
        return msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=type_, strict=False)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        try:
            return _leniently(data, type_)
        except (ValueError, RecursionError, msgspec.ValidationError):
            raise damaged(source, error) from error


def read_entry(raw: msgspec.Raw | bytes, type_: type[T]) -> T | None:
    """One entry of a list as `type_`; None when it has another shape."""
    try:
        return msgspec.json.decode(raw, type=type_, strict=False)
    except (msgspec.DecodeError, UnicodeDecodeError):
        try:
            return _leniently(bytes(raw), type_)
        except (ValueError, RecursionError, msgspec.ValidationError):
            return None


def _leniently(data: bytes, type_: type[T]) -> T:
    # Half surrogates ("\ud83d" alone) and broken UTF-8 are replaced, not refused: they are one sign of many.
    found = json.loads(data.decode("utf-8-sig", "replace"), strict=False)
    return msgspec.convert(mended(found), type_, strict=False)


def stream_list(source: Source, key: str = "") -> Iterator[msgspec.Raw]:
    """The objects of a file that is one list of objects, or holds it under `key`, without holding the file
    in memory.

    What stands before the first `[` is passed over ("window.YTD.tweets.part0 = "). Raises `DamagedError`
    where the list, or what stands around it, is broken or ends too early, after the entries before.
    """
    return streamed(source, key, _LIST_OF_RAWS.decode, partial(_is_json, source))


def _is_json(source: Source, before: bytes, after: bytes | None) -> None:
    if after is not None:
        _decoded(source, before + b"]" + after, msgspec.Raw)


def _decoded(source: Source, data: bytes, type_: type[T]) -> T:
    try:
        return msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=type_, strict=False)
    except NO_LIST as error:
        raise damaged(source, error) from error


def stream_typed(
    source: Source,
    usual: type[U],
    type_: type[T],
    key: str = "",
    shell: type[Any] | None = None,
    most: int | None = None,
) -> Iterator[U | T | None]:
    """Each that `stream_list` gives as `read_entry(raw, type_)` has it; in one step, and as `usual`, where
    all entries of a window are of that narrower type.

    With a `shell` the file is such an object and nothing of it is read but the list under `key`: raises
    `NotPlainError` where that is not so, after any number of entries.
    """
    decoder = msgspec.json.Decoder(list[usual], strict=False)  # type: ignore[valid-type]

    def entries(data: bytes) -> Sequence[U | T | None]:
        try:
            return decoder.decode(data)
        except NO_LIST:  # no list, or an entry of another shape, or with a broken sign in it
            return [read_entry(raw, type_) for raw in _LIST_OF_RAWS.decode(data)]

    around = partial(_is_shell, source, shell, key) if shell else partial(_is_json, source)
    return streamed(source, key, entries, around, most)


def _is_shell(source: Source, shell: type[Any], key: str, before: bytes, after: bytes | None) -> None:
    try:
        told = _decoded(source, before + b"0]" + (b"}" if after is None else after), shell)
    except DamagedError as error:
        if after is None:  # the list does not lie where it should
            raise not_plain(source, error) from error
        raise
    if told != shell(**{key: [msgspec.Raw(b"0")]}):
        raise not_plain(source, "more is in it than its list")


def whole_entries(source: Source, key: str = "") -> tuple[list[msgspec.Raw], tuple[Skipped, ...]]:
    """The entries of a file that is one list: of a damaged one, or one that holds it under `key`, those that
    stand before the damage, and the line that names it. Raises ParseError where there are none."""
    try:
        if not key:
            return read_json(source, list[msgspec.Raw]), ()
    except DamagedError:
        pass
    entries = Entries(source, key)
    return list(entries), entries.skipped


class Entries:
    """The objects of a file that is one list, piece by piece; at damage they end, and `skipped` tells so.

    Raises ParseError where the damage comes before the first.
    """

    def __init__(self, source: Source, key: str = "", shell: type[Any] | None = None) -> None:
        self.source = source
        self.key = key
        self.shell = shell
        self.most: int | None = None
        self.or_whole = False  # whether `NotPlainError` goes on to who can read the file whole
        self.skipped: tuple[Skipped, ...] = ()
        self.count = 0

    def __iter__(self) -> Iterator[msgspec.Raw]:
        return self._counted(stream_list(self.source, self.key))

    def typed(self, usual: type[U], type_: type[T]) -> Iterator[U | T | None]:
        """Each entry as `type_`, or as the `usual` one of `stream_typed`; None where it has another shape."""
        return self._counted(stream_typed(self.source, usual, type_, self.key, self.shell, self.most))

    def _counted(self, entries: Iterator[T]) -> Iterator[T]:
        try:
            for entry in entries:
                self.count += 1
                yield entry
        except DamagedError as error:
            if not self.count or (self.or_whole and isinstance(error, NotPlainError)):
                raise
            before = Said(
                "The {n} entry before was read.", many="The {n} entries before were read.", n=self.count
            )
            self.skipped = (as_skipped(self.source, error, before),)


def take_entries(
    source: Source,
    type_: type[T],
    take: Callable[[Iterable[T | None]], R],
    key: str = "",
    shell: type[Any] | None = None,
    whole: Callable[[], tuple[list[msgspec.Raw], tuple[Skipped, ...]]] | None = None,
) -> tuple[R, tuple[Skipped, ...]]:
    """What `take` makes of the entries of a file, each as `type_` or None where it has another shape, and the
    line that names damage. The file is one list, or a `shell` around the list under `key`.

    They come piece by piece, since years of work fill hundreds of megabytes. Where the file turns out to
    hold more than that list, `take` begins anew with what it holds `whole`.
    """
    entries = posts_of(source, key, shell)
    try:
        return take(entries.typed(type_, type_)), entries.skipped
    except NotPlainError:
        raws, skipped = whole() if whole else under_key(source, shell, key)
    return take(read_entry(raw, type_) for raw in raws), skipped


def posts_of(source: Source, key: str = "", shell: type[Any] | None = None) -> Entries:
    """The entries of a file that is read whole where it is not as plain as it looks (`NotPlainError`)."""
    entries = Entries(source, key, shell)
    entries.most, entries.or_whole = MOST_POSTS, True
    return entries


def under_key(
    source: Source, shell: type[Any] | None, key: str
) -> tuple[list[msgspec.Raw], tuple[Skipped, ...]]:
    """The entries of a file that is a list, or a `shell` around the one under `key`; of a damaged one as
    `whole_entries` has them."""
    if shell is None:
        return whole_entries(source)
    try:
        return getattr(read_json(source, shell), key), ()
    except DamagedError:
        return whole_entries(source, key)


def first_keys(head: bytes) -> frozenset[str]:
    """The keys of the first object in a file that is a list and begins so; of a very long one, its first."""
    text = head.decode("utf-8-sig", "replace").lstrip()
    begun = _FIRST_KEY.match(text)
    if not begun:
        return frozenset()
    try:
        first, _ = json.JSONDecoder(strict=False).raw_decode(text, begun.start("entry"))
    except (ValueError, RecursionError):
        return frozenset((begun["key"],))
    return frozenset(first)


def unreadable(source: Source, places: Sequence[int], total: int) -> tuple[Skipped, ...]:
    """The line that says which entries of a file, counted from 1, were damaged; () when none was."""
    if not places:
        return ()
    named = tuple(str(place) for place in places[:NAMED_ENTRIES])
    if more := len(places) - len(named):
        named = (*named, Said("{n} more", n=more))
    reason = Said(
        "{n} of {total} entries could not be read: damaged, or of a kind not known (no. {places}).",
        n=len(places),
        total=total,
        places=named,
    )
    return (Skipped(location=source.location, reason=reason),)


def missing(entries: Iterable[object | None]) -> list[int]:
    """The places, from 1, of those that could not be read."""
    return [place for place, entry in enumerate(entries, 1) if entry is None]


def as_skipped(source: Source | Bundle, error: HandoverError, *more: str) -> Skipped:
    """The line for a file that could not be read, or not to its end."""
    begins = error.message.startswith(source.location)
    this = Said("This file") if begins else Said("this file")
    reason = Joined(exchanged(error.message, source.location, this), *more, error.hint)
    return Skipped(location=source.location, reason=reason)


def each_file(files: Sequence[Source], read: Callable[[Source], Updates]) -> Updates:
    """What the files of one download give together; one that cannot be read costs itself and is named.

    Raises the first file's error where none can be read.
    """
    found: list[Updates] = []
    skipped: list[Skipped] = []
    errors: list[SourceError] = []
    for file in files:
        try:
            found.append(read(file))
        except SourceError as error:
            errors.append(error)
            skipped.append(as_skipped(file, error))
    if errors and not found:
        raise errors[0]
    return Updates(
        items=tuple(item for updates in found for item in updates.items),
        skipped=(*(s for updates in found for s in updates.skipped), *skipped),
        notices=tuple(dict.fromkeys(n for updates in found for n in updates.notices)),
    )


def left_out(source: Source | Bundle, *reasons: Said) -> tuple[Skipped, ...]:
    """A line for each reason why entries stay out, but where their number `n` is 0."""
    return tuple(Skipped(location=source.location, reason=said) for said in reasons if said.values["n"])


def nothing_held(count: int) -> Said:
    return Said(
        "{n} entry that holds nothing left out.", many="{n} entries that hold nothing left out.", n=count
    )
