"""A list of JSON entries that may be as long as an archive is, told into entries window by window."""

import json
import math
import re
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from typing import Any, TypeVar

import msgspec

from handover.errors import ParseError
from handover.model import Said
from handover.model.packed import keep_room
from handover.read.source import Source

T = TypeVar("T")

WINDOW = 128 * 1024  # bytes of a large list that are looked at together: what fits into a processor's memory
PREFACE = 64 * 1024  # bytes before the list begins; "window.YTD.tweets.part0 = " is all there is
LONGEST_AFTER = 1024**2  # bytes that may follow a list under a key; "]}" is nearly all there is
MOST_ENTRIES = 500_000  # of one file; packed small, more could fill any memory
LONGEST = 64 * 1024**2  # bytes of one entry; none is near that
TRIES = 40  # how many places are tried as the end of an entry before more is read
NO_LIST = (msgspec.DecodeError, UnicodeDecodeError)  # what `entries` below raises
_CLOSED, _NOTHING_MORE = re.compile(rb"\s*\]"), re.compile(rb"[\s,]*")
_BETWEEN = re.compile(rb"\}\s*,\s*(?=\{)")
_ENTRY, _ENTRY_IN_BYTES = re.compile(r"[\s,]*\{"), re.compile(rb"[\s,]*\{")
_END = re.compile(rb"\s*\][\s;]*")  # of a list, and of its file
_BROKEN_BYTE, _HALF = re.compile("[\udc80-\udcff]"), re.compile("[\ud800-\udfff]")
_SPACE = b" \t\r\n"


class DamagedError(ParseError):
    """A file that is cut or broken somewhere: what stood before may have been whole."""


class NotPlainError(DamagedError):
    """A file that holds more than the list it was streamed for, or holds it elsewhere: to be read whole."""


# Looks at what stands before a list that lies under a key, and, once it is known, at what stands after it.
Around = Callable[[bytes, bytes | None], None]


def streamed(
    source: Source,
    key: str,
    entries: Callable[[bytes], Sequence[T]],
    around: Around = lambda before, after: None,
    most: int | None = None,
) -> Iterator[T]:
    """Window by window what `entries` makes of the list in it; of one under a key `around` is asked, too."""
    held: list[bytes] = []  # of a long entry many chunks, put together when there are twice as many bytes
    wanted = count = 0
    before = apart = b""  # what stands before the list, and between the last two entries that were told apart
    chunks = source.chunks(WINDOW)
    keep_room()
    for chunk in chunks:
        held.append(chunk)
        if wanted and sum(map(len, held)) < wanted:
            continue
        rest = b"".join(held)
        if not before:
            opened = re.search(rb'"%b"\s*:\s*\[' % re.escape(key.encode()) if key else rb"\[", rest)
            if opened is None and len(rest) < PREFACE:
                held = [rest]
                continue
            if opened is None:
                break
            before, rest = rest[: opened.end()], rest[opened.end() :]
            around(before, None)
        after, apart, found = _whole_entries(rest, apart, entries)
        if (count := count + len(found)) > (most or MOST_ENTRIES):
            raise too_long(source, most)
        yield from found
        held = [rest[after:]]
        if key and _CLOSED.match(held[0]):
            break
        wanted = 0 if after else 2 * len(rest)
        if len(held[0]) > LONGEST:
            raise damaged(source, "its list cannot be told into entries")
    if not before:
        raise not_plain(source, "it holds no list")
    if key:
        follows = yield from _last_under_key(b"".join(held), entries, source)
        around(before, b"".join((follows, *_few(chunks, source))))
    else:
        yield from _last_entries(b"".join(held), entries, source)


def _whole_entries(
    window: bytes, apart: bytes, entries: Callable[[bytes], Sequence[T]]
) -> tuple[int, bytes, Sequence[T]]:
    """Where the rest begins, what stands before it, and the entries that end within the window.

    `}, {` may also stand within an entry or a text; but what begins with an entry and is a JSON list
    when closed there is whole entries, whatever the layout.
    """
    for end, after in _ends(window, apart):
        try:
            return after, window[end:after], entries(b"".join((b"[", memoryview(window)[:end], b"]")))
        except NO_LIST:
            continue
    after, found = _one_by_one(window, entries)
    return after, apart, found


def _ends(window: bytes, apart: bytes) -> Iterator[tuple[int, int]]:
    """Where entries may end and the next ones begin, the likeliest first: exporters indent all alike, so the
    last place where it looks as it did before; then the last places of all."""
    if apart and (end := window.rfind(b"}" + apart + b"{") + 1):
        yield end, end + len(apart)
    places = deque((found.span() for found in _BETWEEN.finditer(window, len(window) // 2)), TRIES)
    yield from ((start + 1, stop) for start, stop in reversed(places))


def _last_entries(rest: bytes, entries: Callable[[bytes], Sequence[T]], source: Source) -> Iterator[T]:
    text = rest.rstrip(_SPACE + b";")
    try:
        yield from entries(b"[" + text)
    except NO_LIST:
        end, found = _one_by_one(rest, entries)
        yield from found
        if _END.fullmatch(rest, end) is None:
            raise _ended_by(rest[end:], entries, source) from None


def _last_under_key(
    rest: bytes, entries: Callable[[bytes], Sequence[T]], source: Source
) -> Generator[T, None, bytes]:
    """The last entries; in the end, what is known of the bytes after the list."""
    end, found = _one_by_one(rest, entries)
    yield from found
    closed = _CLOSED.match(rest, end)
    if closed is None:
        raise _ended_by(rest[end:], entries, source)
    return rest[closed.end() :]


def _ended_by(rest: bytes, entries: Callable[[bytes], Sequence[T]], source: Source) -> DamagedError:
    """The error where no more entries can be told apart: what stands there is half an entry, or no object."""
    try:
        entries(b"[" + rest)
        why: object = "its list cannot be told into entries"
    except NO_LIST as error:
        why = error
    is_cut = _NOTHING_MORE.fullmatch(rest) or _ENTRY_IN_BYTES.match(rest)
    return damaged(source, why) if is_cut else not_plain(source, why)


def _few(chunks: Iterator[bytes], source: Source) -> Iterator[bytes]:
    """What follows a list, where it is no more than could have stood before it."""
    length = 0
    for chunk in chunks:
        if (length := length + len(chunk)) > LONGEST_AFTER:
            raise not_plain(source, "more follows its list")
        yield chunk


def _one_by_one(data: bytes, entries: Callable[[bytes], Sequence[T]]) -> tuple[int, list[T]]:
    """Where the rest begins, and the whole entries before it, told apart by Python's reader: it takes what
    JSON does not allow (half surrogates, NaN, bare controls), which is a sign of one entry and not its end.
    """
    text = data.decode("utf-8", "surrogateescape")
    reader = json.JSONDecoder(strict=False)
    found: list[T] = []
    start = 0
    while begun := _ENTRY.match(text, start):
        try:
            value, end = reader.raw_decode(text, begun.end() - 1)
        except (ValueError, RecursionError):
            break
        try:
            found += entries(b"[" + text[begun.end() - 1 : end].encode("utf-8", "surrogateescape") + b"]")
        except NO_LIST:
            found += entries(json.dumps([mended(value)]).encode())
        start = end
    if not start:
        return 0, found
    after = len(text[:start].encode("utf-8", "surrogateescape"))
    following = _ENTRY_IN_BYTES.match(data, after)
    return (following.end() - 1 if following else after), found


def mended(value: Any) -> Any:
    """What Python read of an entry as JSON can hold it: signs that are broken as "?" or U+FFFD, and what is
    no number as none."""
    if isinstance(value, str):
        return _HALF.sub("?", _BROKEN_BYTE.sub("\ufffd", value))
    if isinstance(value, list):
        return [mended(item) for item in value]
    if isinstance(value, dict):
        return {mended(key): mended(item) for key, item in value.items()}
    return None if isinstance(value, float) and not math.isfinite(value) else value


def damaged(source: Source, why: object, kind: type[DamagedError] = DamagedError) -> DamagedError:
    return kind(
        Said("{place} is damaged or cut short ({error}).", place=source.location, error=str(why)),
        location=source.location,
        hint=Said("Download the export again."),
    )


def not_plain(source: Source, why: object) -> DamagedError:
    return damaged(source, why, NotPlainError)


def too_long(source: Source, most: int | None = None) -> ParseError:
    return ParseError(
        Said("{place} holds more than {n} entries.", place=source.location, n=most or MOST_ENTRIES),
        location=source.location,
        hint=Said("Ask for a download of fewer years, or split the file and give the folder of its parts."),
    )
