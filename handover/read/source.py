"""One place to read bytes from: a file, a member of a zip or tar, a folder.

A `Source` knows where it is (for messages), what its head looks like (for detection) and, when it is
a folder or an archive, its members. Nothing is unpacked to disk; reading is bounded.
"""

import io
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import IO

from handover.errors import ParseError, SourceError

HEAD = 64 * 1024  # bytes enough to tell any format
MAX_BYTES = 1024**3  # one decoded file
MAX_MEMBERS = 500_000  # files in one archive or folder; an X archive has one a picture
MAX_DEPTH = 3  # archives within archives
JUNK = (".DS_Store", "Thumbs.db", "desktop.ini")  # what computers leave in folders and zips


@dataclass(frozen=True)
class Source:
    """Bytes and where they come from."""

    location: str  # as a person reads it: "export.zip › data/tweets.js"
    name: str  # path inside the outermost folder or archive, "/" between; the file name when alone
    open: Callable[[], IO[bytes]] = field(repr=False, compare=False)
    size: int = 0  # bytes, uncompressed, as stated
    media_type: str = ""  # what a server said, without parameters; "" for files
    path: Path | None = None  # on disk, when it is a file or folder of its own
    depth: int = field(default=0, repr=False)

    @cached_property
    def head(self) -> bytes:
        """The first 64 KiB."""
        if self.is_folder:
            return b""
        with self._guard(), self.open() as stream:
            return stream.read(HEAD)

    def read(self, limit: int = MAX_BYTES) -> bytes:
        """All bytes; ParseError when there are more than `limit`."""
        with self._guard(), self.open() as stream:
            data = stream.read(limit + 1)
        if len(data) > limit:
            raise ParseError(
                f"{self.location} is larger than {limit // 1024**2} MB.",
                location=self.location,
                hint="Export a shorter period, or give the part you need.",
            )
        return data

    @property
    def is_folder(self) -> bool:
        return self.path is not None and self.path.is_dir()

    @property
    def is_zip(self) -> bool:
        return self.head[:4] in (b"PK\x03\x04", b"PK\x05\x06") and not self._is_office

    @property
    def is_tar(self) -> bool:
        return self.head[:2] == b"\x1f\x8b" or self.head[257:262] == b"ustar"

    @property
    def is_container(self) -> bool:
        """A folder, or an archive to be searched (a workbook or document is none)."""
        return self.is_folder or self.is_zip or self.is_tar

    @cached_property
    def _is_office(self) -> bool:
        # A workbook is a zip too: [Content_Types].xml stands in every one of them.
        try:
            with self.open() as stream, zipfile.ZipFile(_seekable(stream)) as archive:
                return "[Content_Types].xml" in archive.namelist()
        except (zipfile.BadZipFile, OSError, NotImplementedError):
            return False

    @cached_property
    def members(self) -> tuple["Source", ...]:
        """Every file inside, archives within included, in order of name; () for a plain file."""
        if not self.is_container:
            return ()
        found: list[Source] = []
        with self._guard():
            for member in self._children():
                found += member.members if member.is_nested else (member,)
                if len(found) > MAX_MEMBERS:
                    raise ParseError(
                        f"{self.location} holds more than {MAX_MEMBERS:,} files.",
                        location=self.location,
                        hint="Give the folder or file with the updates itself.",
                    )
        return tuple(found)

    @property
    def is_nested(self) -> bool:
        return (
            self.depth < MAX_DEPTH
            and self.name.lower().endswith((".zip", ".tar", ".tar.gz", ".tgz"))
            and self.is_container
        )

    def _children(self) -> Iterator["Source"]:
        if self.is_folder:
            yield from self._files()
        elif self.is_zip:
            yield from self._zipped()
        else:
            yield from self._tarred()

    def _files(self) -> Iterator["Source"]:
        assert self.path is not None
        for path in sorted(self.path.rglob("*")):
            name = path.relative_to(self.path).as_posix()
            if path.is_file() and not _is_junk(name):
                yield Source(
                    location=f"{self.location} › {name}",
                    name=self._inner(name),
                    open=lambda p=path: p.open("rb"),  # type: ignore[misc]
                    size=path.stat().st_size,
                    path=path,
                    depth=self.depth,
                )

    def _zipped(self) -> Iterator["Source"]:
        archive = zipfile.ZipFile(_seekable(self.open()))
        for info in sorted(archive.infolist(), key=lambda i: i.filename):
            name = info.filename.replace("\\", "/")
            if not info.is_dir() and not _is_junk(name):
                yield Source(
                    location=f"{self.location} › {name}",
                    name=self._inner(name),
                    open=lambda a=archive, i=info: a.open(i),  # type: ignore[misc]
                    size=info.file_size,
                    depth=self.depth + 1,
                )

    def _tarred(self) -> Iterator["Source"]:
        archive = tarfile.open(fileobj=_seekable(self.open()))  # noqa: SIM115 - members read from it later
        for info in sorted(archive.getmembers(), key=lambda m: m.name):
            if info.isfile() and not _is_junk(info.name):
                yield Source(
                    location=f"{self.location} › {info.name}",
                    name=self._inner(info.name),
                    open=lambda a=archive, i=info: a.extractfile(i),  # type: ignore[misc]
                    size=info.size,
                    depth=self.depth + 1,
                )

    def _inner(self, name: str) -> str:
        # Below an archive within an archive, the way there stays visible in the name.
        return f"{self.name}/{name}" if self.depth else name

    def _guard(self) -> "_Guard":
        return _Guard(self.location)


class _Guard:
    """Turns what reading may raise into a sentence that names the file."""

    def __init__(self, location: str) -> None:
        self.location = location

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, zipfile.BadZipFile | tarfile.TarError | EOFError):
            raise ParseError(
                f"{self.location} is a damaged archive ({error}).",
                location=self.location,
                hint="Download the export again, or unpack it and give the folder.",
            ) from error
        if isinstance(error, RuntimeError) and "password" in str(error).lower():
            raise ParseError(
                f"{self.location} is protected by a password.",
                location=self.location,
                hint="Unpack it with its password and give the folder.",
            ) from error
        if isinstance(error, OSError):
            raise SourceError(
                f"{self.location} could not be read ({error.strerror or error}).",
                location=self.location,
                hint="Check that the file is there and not open in another program.",
            ) from error


def open_source(path: str | Path) -> Source:
    """A file or folder on disk as a `Source`. Raises SourceError when it is not there."""
    place = Path(path).expanduser()
    if not place.exists():
        raise SourceError(
            f"There is no file or folder {str(path)!r}.",
            location=str(path),
            hint=f"Check the spelling; the current folder is {Path.cwd()}.",
        )
    if place.is_dir():
        return Source(location=str(path), name=place.name, open=lambda: io.BytesIO(), path=place)
    return Source(
        location=str(path),
        name=place.name,
        open=lambda: place.open("rb"),
        size=place.stat().st_size,
        path=place,
    )


def from_bytes(data: bytes, location: str, *, media_type: str = "") -> Source:
    """Bytes already in memory as a `Source`."""
    return Source(
        location=location,
        name=location.rsplit("/", 1)[-1],
        open=lambda: io.BytesIO(data),
        size=len(data),
        media_type=media_type,
    )


def _seekable(stream: IO[bytes]) -> IO[bytes]:
    return stream if stream.seekable() else io.BytesIO(stream.read(MAX_BYTES))


def _is_junk(name: str) -> bool:
    last = name.rsplit("/", 1)[-1]
    return name.startswith("__MACOSX/") or last in JUNK or last.startswith("._")
