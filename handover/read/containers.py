"""What stands between a packed file and its bytes: limits, damage, and sentences about both."""

import gzip
import io
import lzma
import re
import shutil
import struct
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, cast

from handover.errors import ParseError, SourceError
from handover.later import pattern
from handover.model import Said

MAX_RATIO = 150  # real exports shrink to a thirtieth at most; what shrinks more is made to explode
SPARE = 64 * 1024**2  # bytes that may explode all the same, or be held in memory at once
CHUNK = 1024**2
# What programs leave in folders and zips.
JUNK = (
    ".ds_store",
    "thumbs.db",
    "ehthumbs.db",
    "desktop.ini",
    "icon\r",
    ".handover.json",
    ".handover.lock",
    "handover.toml",
)
LOCKS = ("._", "~$", ".~lock.")  # of files that are open in a program, and what a Mac keeps beside each
_LOGO = pattern(r"(?:^|[\W_])logos?\.(?:pdf|eps)$", re.IGNORECASE)  # pictures go by themselves
DAMAGE = (
    zipfile.BadZipFile,
    tarfile.TarError,
    gzip.BadGzipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    ValueError,
)


def overlapping(stream: IO[bytes], kept: int) -> Iterator[bytes]:
    """The stream in chunks that begin with the last `kept` bytes of the one before: a word may be cut."""
    before = b""
    for chunk in iter(lambda: stream.read(CHUNK), b""):
        yield before + chunk
        before = chunk[-kept:]


class Guard:
    """Turns what reading may raise into a sentence that names the file."""

    def __init__(self, location: str) -> None:
        self.location = location

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, DAMAGE):
            raise ParseError(
                Said("{file} is a damaged archive ({error}).", file=self.location, error=_why(error)),
                location=self.location,
                hint=Said("Download the export again, or unpack it and give the folder."),
            ) from error
        if isinstance(error, NotImplementedError):
            raise ParseError(
                Said(
                    "{file} is packed in a way that cannot be read here ({error}).",
                    file=self.location,
                    error=str(error),
                ),
                location=self.location,
                hint=Said("Unpack it and give the folder."),
            ) from error
        if isinstance(error, RuntimeError) and "password" in str(error):
            raise ParseError(
                Said("{file} is protected by a password.", file=self.location),
                location=self.location,
                hint=Said("Unpack it with its password and give the folder."),
            ) from error
        if isinstance(error, OSError):
            raise SourceError(
                Said(
                    "{file} could not be read ({error}).",
                    file=self.location,
                    error=str(error.strerror or error),
                ),
                location=self.location,
                hint=Said("Check that the file is there and not open in another program."),
            ) from error


def _why(error: Exception) -> str:
    """What an error says; our own as it was said."""
    return error.args[0] if error.args and isinstance(error.args[0], Said) else str(error)


class Bounded(io.RawIOBase):
    """A stream that gives at most so many bytes, then raises."""

    def __init__(self, stream: IO[bytes], limit: int, error: ParseError) -> None:
        self.stream, self.left, self.error = stream, limit, error

    def read(self, size: int = -1) -> bytes:
        data = self.stream.read(size)
        self.left -= len(data)
        if self.left < 0:
            raise self.error
        return data


def spooled(stream: IO[bytes]) -> IO[bytes]:
    """A copy in which one can go back and forth: in memory when small, else in an unnamed file."""
    if isinstance(stream, io.BytesIO):
        return stream
    spool = tempfile.SpooledTemporaryFile(max_size=SPARE)  # noqa: SIM115 - what lies in it is read later
    with stream:
        shutil.copyfileobj(stream, spool, CHUNK)
    spool.seek(0)
    return cast(IO[bytes], spool)


def is_tarball(head: bytes) -> bool:
    """Whether a file that begins so is a tar, packed with gzip or not."""
    return _is_tar(_gunzipped(head) if is_gzip(head) else head)


def is_gzip(head: bytes) -> bool:
    return head[:2] == b"\x1f\x8b"


def _gunzipped(head: bytes) -> bytes:
    try:
        return zlib.decompressobj(wbits=31).decompress(head, 1024)
    except zlib.error:
        return b""


def _is_tar(head: bytes) -> bool:
    return head[257:262] == b"ustar"


@contextmanager
def open_tar(raw: IO[bytes], limit: int, error: ParseError) -> Iterator[tarfile.TarFile]:
    """A tar for one pass from front to end; `error` is raised when it unpacks to more than `limit`."""
    packed = is_gzip(raw.read(2))
    raw.seek(0)
    stream = cast(IO[bytes], gzip.GzipFile(fileobj=raw)) if packed else raw
    with tarfile.open(fileobj=Bounded(stream, limit, error), mode="r|") as archive:
        yield archive


def explodes(place: str) -> ParseError:
    return ParseError(
        Said(
            "{file} would grow to more than {n} times its size: no real export does.",
            file=place,
            n=MAX_RATIO,
        ),
        location=place,
        hint=Said("Download the export again from the network itself."),
    )


def is_junk(name: str) -> bool:
    last = name.rsplit("/", 1)[-1]
    if _LOGO.search(last):
        return True
    return name.startswith("__MACOSX/") or last.lower() in JUNK or last.startswith(LOCKS)
