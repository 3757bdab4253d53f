"""Reading JSON that may be large and may be damaged in places: one bad entry costs one entry."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

import msgspec

from handover.errors import HandoverError, ParseError, SourceError
from handover.model import Joined, Said, Skipped, Updates, exchanged
from handover.read.source import Bundle, Source

T = TypeVar("T")

WINDOW = 8 * 1024**2  # bytes of a large list that are looked at together
PREFACE = 64 * 1024  # bytes before the list begins; "window.YTD.tweets.part0 = " is all there is
MOST_ENTRIES = 500_000  # of one file; packed small, more could fill any memory
MOST_OBJECTS = 10 * MOST_ENTRIES  # within and beside one another
LONGEST = 64 * 1024**2  # bytes of one entry; none is near that
NAMED_ENTRIES = 10  # how many unreadable ones are named by their place
TRIES = 40  # how many places are tried as the end of an entry before more is read
_BETWEEN = re.compile(rb"\}\s*,\s*(?=\{)")
_FIRST_KEY = re.compile(r'\[\s*(?P<entry>\{\s*"(?P<key>\w+)")')
_ENTRY = re.compile(r"[\s,]*\{")
_SPACE = b" \t\r\n"


class DamagedError(ParseError):
    """A file that is cut or broken somewhere: what stood before may have been whole."""


def read_json(source: Source, type_: type[T]) -> T:
    """The whole file as `type_`. Raises ParseError when it is no JSON of that shape."""
    data = source.read()
    if data.count(b"{") > MOST_OBJECTS:
        raise _too_long(source)
    try:
        return msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=type_, strict=False)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        try:
            return _leniently(data, type_)
        except (ValueError, RecursionError, msgspec.ValidationError):
            raise _damaged(source, error) from error


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
    return msgspec.convert(_whole(found), type_, strict=False)


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, list):
        return [_whole(item) for item in value]
    if isinstance(value, dict):
        return {_whole(key): _whole(item) for key, item in value.items()}
    return value


def stream_list(source: Source, key: str = "") -> Iterator[msgspec.Raw]:
    """The objects of a file that is one list of objects, or holds it under `key`, without holding the file
    in memory.

    What stands before the first `[` is passed over ("window.YTD.tweets.part0 = "). Raises `DamagedError`
    where the list is broken or ends too early, after the entries that stood before.
    """
    decoder = msgspec.json.Decoder(list[msgspec.Raw])
    rest = b""
    begun = False
    count = 0
    for chunk in source.chunks(WINDOW):
        rest += chunk
        if not begun:
            opened = re.search(rb'"%b"\s*:\s*\[' % re.escape(key.encode()) if key else rb"\[", rest)
            if opened is None and len(rest) < PREFACE:
                continue
            if opened is None:
                break
            rest, begun = rest[opened.end() :], True
        end, entries = _whole_entries(rest, decoder)
        if (count := count + len(entries)) > MOST_ENTRIES:
            raise _too_long(source)
        yield from entries
        rest = rest[end:]
        if len(rest) > LONGEST:
            yield from _before_damage(rest)
            raise _damaged(source, "its list cannot be told into entries")
    if not begun:
        raise _damaged(source, "it holds no list")
    yield from _last_entries(rest, decoder, source)


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

    def __init__(self, source: Source, key: str = "") -> None:
        self.source = source
        self.key = key
        self.skipped: tuple[Skipped, ...] = ()
        self.count = 0

    def __iter__(self) -> Iterator[msgspec.Raw]:
        try:
            for raw in stream_list(self.source, self.key):
                self.count += 1
                yield raw
        except DamagedError as error:
            if not self.count:
                raise
            before = Said(
                "The {n} entry before was read.", many="The {n} entries before were read.", n=self.count
            )
            self.skipped = (as_skipped(self.source, error, before),)


def _whole_entries(
    window: bytes, decoder: msgspec.json.Decoder[list[msgspec.Raw]]
) -> tuple[int, list[msgspec.Raw]]:
    """The entries that end within the window, and where the rest begins.

    `}, {` may also stand within an entry or a text; but what begins with an entry and is a JSON list
    when closed there is whole entries, whatever the layout.
    """
    places = [found.span() for found in _BETWEEN.finditer(window, max(0, len(window) - WINDOW // 2))]
    for end, after in [(start + 1, stop) for start, stop in places[: -TRIES - 1 : -1]]:
        try:
            return after, decoder.decode(b"[" + window[:end] + b"]")
        except (msgspec.DecodeError, UnicodeDecodeError):
            continue
    return 0, []


def _last_entries(
    rest: bytes, decoder: msgspec.json.Decoder[list[msgspec.Raw]], source: Source
) -> Iterator[msgspec.Raw]:
    text = rest.rstrip(_SPACE + b";")
    try:
        yield from decoder.decode(b"[" + text)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        yield from _before_damage(rest)
        raise _damaged(source, error) from error


def _before_damage(data: bytes) -> Iterator[msgspec.Raw]:
    """The entries at the beginning of a list without its bracket that are whole."""
    text = data.decode("utf-8", "replace")
    whole = json.JSONDecoder(strict=False)
    start = 0
    while begun := _ENTRY.match(text, start):
        try:
            _, end = whole.raw_decode(text, begun.end() - 1)
        except (ValueError, RecursionError):
            return
        yield msgspec.Raw(text[begun.end() - 1 : end].encode("utf-8", "replace"))
        start = end


def _damaged(source: Source, why: object) -> DamagedError:
    return DamagedError(
        Said("{place} is damaged or cut short ({error}).", place=source.location, error=str(why)),
        location=source.location,
        hint=Said("Download the export again."),
    )


def _too_long(source: Source) -> ParseError:
    return ParseError(
        Said("{place} holds more than {n} entries.", place=source.location, n=MOST_ENTRIES),
        location=source.location,
        hint=Said("Ask for a download of fewer years, or split the file and give the folder of its parts."),
    )


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
