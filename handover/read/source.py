"""One place to read bytes from: a file, a member of a zip or tar, a folder.

A `Source` knows where it is (for messages), what its head looks like (for detection) and, when it is
a folder or an archive, its members. Nothing is unpacked into the user's folders; names inside an archive
are only names, so `../` leads nowhere; reading is bounded, so an archive made to explode does not.
"""

import io
import os
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import field, replace
from functools import cached_property, partial
from pathlib import Path
from typing import IO

from handover.errors import ParseError, SourceError
from handover.later import dataclass, pattern
from handover.model import Quoted, Said
from handover.model.paths import expanded
from handover.model.places import within
from handover.read.apple_packages import APPLES, inside_of, is_package, packages_in
from handover.read.containers import (
    CHUNK,
    DAMAGE,
    MAX_RATIO,
    SPARE,
    Guard,
    explodes,
    is_junk,
    is_tarball,
    open_tar,
    spooled,
)

HEAD = 64 * 1024  # bytes enough to tell any format
MAX_BYTES = 1024**3  # one decoded file
MAX_MEMBERS = 500_000  # files in one archive or folder; an X archive has one a picture
MAX_DEPTH = 3  # archives within archives
ARCHIVES = (".zip", ".tar", ".tar.gz", ".tgz")
# A workbook, document or book is a zip too, and one of these stands in every one of them.
OFFICE_MEMBERS = ("[Content_Types].xml", "mimetype", "Index/Document.iwa")
MEDIA = frozenset(  # endings of files that hold no words
    (
        *("jpg", "jpeg", "png", "gif", "webp", "heic", "heif", "avif", "bmp", "tif", "tiff", "svg", "ico"),
        *("mp4", "mov", "m4v", "avi", "webm", "mkv", "3gp", "mp3", "m4a", "wav", "ogg", "aac", "flac"),
        *("srt", "vtt", "ttf", "otf", "woff", "woff2", "eot", "css", "map", "psd", "ai"),
    )
)
_BLOB = pattern(r"(?:^|/)blobs/[a-z2-7]{50,}$")


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
    is_package: bool = False  # a folder that a Mac shows as one file, as Numbers and Pages may save

    @cached_property
    def head(self) -> bytes:
        """The first 64 KiB."""
        if self.is_folder:
            return b""
        with Guard(self.location), self.open() as stream:
            return stream.read(HEAD)

    def read(self, limit: int = MAX_BYTES) -> bytes:
        """All bytes; ParseError when there are more than `limit`."""
        if self.size > limit:
            raise self._too_large(limit)
        buffer = io.BytesIO()  # gives what it holds without a second copy of it
        for chunk in self.chunks():
            buffer.write(chunk)
            if buffer.tell() > limit:
                raise self._too_large(limit)
        return buffer.getvalue()

    def chunks(self, size: int = CHUNK) -> Iterator[bytes]:
        """All bytes, piece by piece: for files that need not be in memory as a whole."""
        with Guard(self.location), self.open() as stream:
            while chunk := stream.read(size):
                yield chunk

    @cached_property
    def is_folder(self) -> bool:
        return self.path is not None and self.path.is_dir() and not self.is_package

    @property
    def is_zip(self) -> bool:
        return self.head[:4] in (b"PK\x03\x04", b"PK\x05\x06") and not self._is_office

    @property
    def is_tar(self) -> bool:
        return is_tarball(self.head)

    @property
    def is_media(self) -> bool:
        """A picture, film, sound or font, by its name."""
        return self.name.rpartition(".")[2].lower() in MEDIA or is_blob(self.name)

    @property
    def is_container(self) -> bool:
        """A folder, or an archive to be searched (a workbook or document is none)."""
        return self.is_folder or self.is_zip or self.is_tar

    @cached_property
    def children(self) -> tuple["Source", ...]:
        """Every file directly inside, in order of name, an archive as one file; () for a plain file."""
        if not self.is_container:
            return ()
        found: list[Source] = []
        with Guard(self.location):
            for child in self._children():
                found.append(child)
                if len(found) > MAX_MEMBERS:
                    raise self._too_many()
        return tuple(sorted(found, key=lambda child: child.name))

    @cached_property
    def members(self) -> tuple["Source", ...]:
        """Every file inside, those of archives within included, in order of name; () for a plain file."""
        found: list[Source] = []
        for child in self.children:
            found += child.members if child.is_nested else (child,)
            if len(found) > MAX_MEMBERS:
                raise self._too_many()
        return tuple(found)

    def passing(self) -> Iterator["Source"]:
        """Every file directly inside, in the order it lies there; each is to be read before the next is asked
        for. What is packed as a whole (tar) is gone through once, where `children` begins anew for each."""
        if not self.is_tar:
            yield from self.children
            return
        with Guard(self.location), self._tar() as archive:
            for number, info in enumerate(archive):
                if number > MAX_MEMBERS:
                    raise self._too_many()
                stream = archive.extractfile(info) if info.isfile() and not is_junk(info.name) else None
                if stream:  # an archive within is opened more than once
                    again = info.name.lower().endswith(ARCHIVES)
                    opener = partial(self._untar, number) if again else partial(_same, stream)
                    yield self._child(info.name, opener, info.size)

    @property
    def files(self) -> tuple["Source", ...]:
        """The members, or the file itself; () for an archive that cannot be opened."""
        try:
            return self.members if self.is_container else (self,)
        except SourceError:
            return ()

    @property
    def is_nested(self) -> bool:
        """Whether this is an archive to be searched in its turn."""
        return self.depth < MAX_DEPTH and self.name.lower().endswith(ARCHIVES) and self.is_container

    @cached_property
    def _zip(self) -> zipfile.ZipFile:
        # By its path where there is one: then closing is the library's business.
        return zipfile.ZipFile(self.path or spooled(self.open()))

    @cached_property
    def _is_office(self) -> bool:
        try:
            if self.name.lower().endswith(APPLES):
                return True
            return any(name in self._zip.NameToInfo for name in OFFICE_MEMBERS)
        except (*DAMAGE, OSError, NotImplementedError):
            return False

    def _children(self) -> Iterator["Source"]:
        if self.is_folder:
            assert self.path is not None
            yield from self._files(self.path, "")
        elif self.is_zip:
            yield from self._zipped()
        else:
            yield from self._tarred()

    def _files(self, folder: Path, inside: str) -> Iterator["Source"]:
        try:
            with os.scandir(folder) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError:  # a folder that may not be opened costs itself only, and its reading says why
            yield self._child(inside.rstrip("/"), _opener(folder), 0)
            return
        for entry in entries:
            name = f"{inside}{entry.name}"
            # What iCloud has not brought yet begins with a dot too: ".plan.xlsx.icloud".
            if is_junk(name) or (entry.name.startswith(".") and not entry.name.endswith(".icloud")):
                continue
            if entry.is_dir(follow_symlinks=False):
                if is_package(Path(entry.path)):
                    yield self._package(name, Path(entry.path))
                    continue
                yield from self._files(Path(entry.path), f"{name}/")
            elif entry.is_file():
                path = Path(entry.path)
                yield self._child(name, _opener(path), _size(entry), path)

    def _zipped(self) -> Iterator["Source"]:
        packages = packages_in(self._zip.NameToInfo)
        yield from map(self._package, sorted(packages))
        for info in self._zip.infolist():
            name = info.filename.replace("\\", "/")
            if not info.is_dir() and not is_junk(name) and not inside_of(name, packages):
                yield self._child(name, partial(self._unzip, info), info.file_size)

    def _unzip(self, info: zipfile.ZipInfo) -> IO[bytes]:
        if info.file_size > max(SPARE, MAX_RATIO * info.compress_size):
            raise explodes(within(self.location, info.filename))
        return self._zip.open(info)

    def _tarred(self) -> Iterator["Source"]:
        # In one pass, since to go back in a .tar.gz is to begin again. Words are kept, media are not.
        with self._tar() as archive:
            for number, info in enumerate(archive):
                if not info.isfile() or is_junk(info.name):
                    continue
                child = self._child(info.name, partial(self._untar, number), info.size)
                stream = None if child.is_media or info.size > SPARE else archive.extractfile(info)
                yield replace(child, open=partial(io.BytesIO, stream.read())) if stream else child

    def _untar(self, number: int) -> IO[bytes]:
        with self._tar() as archive:
            for at, info in enumerate(archive):
                stream = archive.extractfile(info) if at == number else None
                if stream:
                    return spooled(stream)
        raise EOFError(Said("it ends too early"))

    @contextmanager
    def _tar(self) -> Iterator[tarfile.TarFile]:
        limit = max(SPARE, MAX_RATIO * self.size)
        with self.open() as raw, open_tar(raw, limit, explodes(self.location)) as archive:
            yield archive

    def _child(
        self, name: str, opener: Callable[[], IO[bytes]], size: int, path: Path | None = None
    ) -> "Source":
        return Source(
            location=within(self.location, name),
            name=f"{self.name}/{name}" if self.depth else name,  # the way through an archive within stays
            open=opener,
            size=size,
            path=path,
            depth=self.depth if path else self.depth + 1,
        )

    def _package(self, name: str, path: Path | None = None) -> "Source":
        return replace(self._child(name, io.BytesIO, 0, path), is_package=True)

    def _too_large(self, limit: int) -> ParseError:
        return ParseError(
            Said("{file} is larger than {size} MB.", file=self.location, size=str(limit // 1024**2)),
            location=self.location,
            hint=Said("Export a shorter period, or give the part you need."),
        )

    def _too_many(self) -> ParseError:
        return ParseError(
            Said("{file} holds more than {n} files.", file=self.location, n=MAX_MEMBERS),
            location=self.location,
            hint=Said("Give the folder or file with the updates itself."),
        )


@dataclass(frozen=True)
class Bundle:
    """The files of one download, to be read together."""

    location: str  # as a person reads it: "export.zip › data"
    files: tuple[Source, ...]  # to read
    idle: tuple[Source, ...] = ()  # others of the same download, which hold no updates


def is_blob(name: str) -> bool:
    """Whether a tool that saves a Bluesky account has named a picture or film so: by its content."""
    return bool(_BLOB.search(name))


def _same(stream: IO[bytes]) -> IO[bytes]:
    return stream


def _size(entry: os.DirEntry[str]) -> int:
    try:
        return entry.stat().st_size
    except OSError:  # a cloud drive has taken it away: its reading will say so
        return 0


def _opener(path: Path) -> Callable[[], IO[bytes]]:
    return lambda: path.open("rb")


def open_source(path: str | Path) -> Source:
    """A file or folder on disk as a `Source`. Raises SourceError when it is not there."""
    place = expanded(path)
    with Guard(str(path)):
        is_there = place.exists()
    if not is_there:
        raise SourceError(
            Said("There is no file or folder {path}.", path=Quoted(path)),
            location=str(path),
            hint=Said("Check the spelling; the current folder is {folder}.", folder=str(Path.cwd())),
        )
    if place.is_dir():
        # "." is a place for the shell; a person knows the folder by its name.
        location = str(path) if place.name not in ("", "..") else str(place.resolve())
        return Source(
            location=location, name=place.name, open=io.BytesIO, path=place, is_package=is_package(place)
        )
    if not place.is_file():  # a pipe or a device, which cannot be read twice, or has no end
        raise SourceError(
            Said("{path} is neither a file nor a folder.", path=Quoted(path)),
            location=str(path),
            hint=Said("Save what it holds to a file, and give that."),
        )
    return Source(
        location=str(path),
        name=place.name,
        open=_opener(place),
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
