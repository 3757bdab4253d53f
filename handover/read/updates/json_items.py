"""Reading JSON that may be large and may be damaged in places: one bad entry costs one entry."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import msgspec

from handover.errors import ParseError
from handover.model import Said, Skipped
from handover.read.source import Bundle, Source

T = TypeVar("T")

WINDOW = 8 * 1024**2  # bytes of a large list that are looked at together
PREFACE = 64 * 1024  # bytes before the list begins; "window.YTD.tweets.part0 = " is all there is
MOST_ENTRIES = 500_000  # of one file; packed small, more could fill any memory
MOST_OBJECTS = 10 * MOST_ENTRIES  # within and beside one another
LONGEST = 64 * 1024**2  # bytes of one entry; none is near that
TRIES = 40  # how many places are tried as the end of an entry before more is read
_BETWEEN = re.compile(rb"\}\s*,\s*(?=\{)")
_FIRST_KEY = re.compile(r'\[\s*(?P<entry>\{\s*"(?P<key>\w+)")')
_SPACE = b" \t\r\n"


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


def stream_list(source: Source) -> Iterator[msgspec.Raw]:
    """The objects of a file that is one list of objects, without holding the file in memory.

    What stands before the first `[` is passed over ("window.YTD.tweets.part0 = "). Raises ParseError
    where the list is broken or ends too early.
    """
    decoder = msgspec.json.Decoder(list[msgspec.Raw])
    rest = b""
    begun = False
    count = 0
    for chunk in source.chunks(WINDOW):
        rest += chunk
        if not begun:
            start = rest.find(b"[")
            if start < 0 and len(rest) < PREFACE:
                continue
            if start < 0:
                break
            rest, begun = rest[start + 1 :], True
        end, entries = _whole_entries(rest, decoder)
        if (count := count + len(entries)) > MOST_ENTRIES:
            raise _too_long(source)
        yield from entries
        rest = rest[end:]
        if len(rest) > LONGEST:
            raise _damaged(source, "its list cannot be told into entries")
    if not begun:
        raise _damaged(source, "it holds no list")
    yield from _last_entries(rest, decoder, source)


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
) -> Iterable[msgspec.Raw]:
    text = rest.rstrip(_SPACE + b";")
    try:
        return decoder.decode(b"[" + text)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _damaged(source, error) from error


def _damaged(source: Source, why: object) -> ParseError:
    return ParseError(
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


def unreadable(source: Source, count: int, total: int) -> tuple[Skipped, ...]:
    """The line that says how many entries of a file were damaged; () when none was."""
    if not count:
        return ()
    reason = Said(
        "{n} of {total} entries could not be read: damaged, or of a kind not known.", n=count, total=total
    )
    return (Skipped(location=source.location, reason=reason),)


def left_out(source: Source | Bundle, *reasons: Said) -> tuple[Skipped, ...]:
    """A line for each reason why entries stay out, but where their number `n` is 0."""
    return tuple(Skipped(location=source.location, reason=said) for said in reasons if said.values["n"])


def nothing_held(count: int) -> Said:
    return Said(
        "{n} entry that holds nothing left out.", many="{n} entries that hold nothing left out.", n=count
    )
