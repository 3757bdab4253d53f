"""Where a picture was taken, as its file says it, and the same file without.

Nothing is decoded or compressed anew and no byte moves: the place is overwritten where it stands, so the
picture stays the same to the last pixel. It stands in the GPS directory of the Exif data (CIPA DC-008,
4.6.6), which is a TIFF of its own inside a JPEG (APP1), PNG (eXIf), WebP (EXIF) or HEIC file, and the file
itself in a TIFF; and as text in XMP (`exif:GPSLatitude`). A telephone's film has it as text (ISO 6709), in
`©xyz` or under Apple's `com.apple.quicktime.location.ISO6709`. Behind a JPEG there may be a second picture
(CIPA DC-007) or a film.
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import field
from pathlib import Path
from typing import IO, Final

from handover.later import dataclass, pattern

MOST_EXIF: Final = 8 * 1024**2  # bytes of the parts of a file that tell about it
MOST_TIFF: Final = 64 * 1024**2  # bytes of a file that is looked through as a whole
MOST_ENTRIES: Final = 1_000  # of a directory
MOST_PARTS: Final = 10_000  # of a file that are gone through
_GPS: Final = 0x8825
_SIZES: Final = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_XMP: Final = pattern(
    rb"""\bexif:GPS(?:L(?:at|ong)itude|Altitude\w*|Dest\w+|TimeStamp|AreaInformation)"""
    rb"""\s*=\s*(?:"[^"<>]{0,200}"|'[^'<>]{0,200}')"""
    rb"""|<exif:GPS(\w{1,40})>[^<>]{0,200}</exif:GPS\1>"""
)
_FILM: Final = pattern(rb"([+-]\d{2}(?:\d\d){0,2}\.\d{2,12}[+-]\d{3}(?:\d\d){0,2}\.\d{2,12}[\d.+-]{0,20}/?)")
_TAGS: Final = (b"Exif\0\0II*\0", b"Exif\0\0MM\0*")


@dataclass(frozen=True, slots=True)
class Patch:
    """Bytes to write over those at a place of a file."""

    at: int
    data: bytes


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a file that may tell the place."""

    at: int
    data: bytes
    is_tiff: bool  # Exif; else text
    crc: int = 0  # where its checksum stands (PNG); 0: it has none
    kind: bytes = b""  # what the checksum counts before the data


@dataclass(slots=True)
class _Edited:
    data: bytearray
    changed: bool = field(default=False)

    def clear(self, start: int, size: int) -> None:
        self.data[start : start + size] = bytes(size)
        self.changed = True


def places(path: Path, ending: str) -> list[Patch]:
    """What to write over a file so that it no longer says where it was taken; [] where it does not say it."""
    with path.open("rb") as stream:
        try:
            parts = list(_PARTS.get(ending, _none)(stream))
        except (struct.error, IndexError, ValueError):  # cut off or damaged: no reader finds a place there
            return []
    return [patch for part in parts for patch in _patches(part)]


def without_place(path: Path, patches: list[Patch]) -> None:
    """Write them over the file."""
    with path.open("r+b") as stream:
        for patch in patches:
            stream.seek(patch.at)
            stream.write(patch.data)


def _patches(part: _Part) -> Iterator[Patch]:
    edited = _Edited(bytearray(part.data))
    if part.is_tiff:
        _clear_tiff(edited)
    else:
        for found in (*_XMP.finditer(part.data), *_FILM.finditer(part.data)):
            start, end = found.span(1) if found.re is _FILM else found.span()
            edited.data[start:end] = b" " * (end - start)
            edited.changed = True
    if edited.changed:
        yield Patch(part.at, bytes(edited.data))
        if part.crc:
            yield Patch(part.crc, struct.pack(">I", zlib.crc32(bytes(edited.data), zlib.crc32(part.kind))))


# --- the directory of a TIFF ------------------------------------------------------------------------


def _clear_tiff(edited: _Edited) -> None:
    """Clear the GPS directory with its values, and take its entry out of the one that names it."""
    data = edited.data
    order = {b"II": "<", b"MM": ">"}.get(bytes(data[:2]), "")
    if not order or len(data) < 8:
        return
    at = struct.unpack_from(f"{order}I", data, 4)[0]
    seen: set[int] = set()
    while at and at not in seen and at + 2 <= len(data) and len(seen) < 10:
        seen.add(at)
        count = struct.unpack_from(f"{order}H", data, at)[0]
        end = at + 2 + 12 * count
        if count > MOST_ENTRIES or end + 4 > len(data):
            return
        for entry in range(at + 2, end, 12):
            if struct.unpack_from(f"{order}H", data, entry)[0] == _GPS:
                _clear_directory(edited, struct.unpack_from(f"{order}I", data, entry + 8)[0], order)
                data[entry : end - 8] = data[
                    entry + 12 : end + 4
                ]  # the entries behind, and the next directory
                data[end - 8 : end + 4] = bytes(12)
                struct.pack_into(f"{order}H", data, at, count - 1)
                edited.changed = True
                end -= 12
                break
        at = struct.unpack_from(f"{order}I", data, end)[0]


def _clear_directory(edited: _Edited, at: int, order: str) -> None:
    data = edited.data
    if at < 8 or at + 2 > len(data):
        return
    count = struct.unpack_from(f"{order}H", data, at)[0]
    if count > MOST_ENTRIES or at + 2 + 12 * count > len(data):
        return
    for entry in range(at + 2, at + 2 + 12 * count, 12):
        _tag, kind, number, value = struct.unpack_from(f"{order}HHII", data, entry)
        size = _SIZES.get(kind, 0) * number
        if 4 < size <= len(data) - value:
            edited.clear(value, size)
    edited.clear(at, 2 + 12 * count)


# --- where it stands in each kind of file -------------------------------------------------------------


def _none(stream: IO[bytes]) -> Iterator[_Part]:
    yield from ()


def _in_jpeg(stream: IO[bytes]) -> Iterator[_Part]:
    """APP1 segments, up to the first scan. ITU-T T.81, annex B."""
    stream.seek(2)
    for _number in range(MOST_PARTS):
        mark = stream.read(4)
        if len(mark) < 4 or mark[0] != 0xFF or mark[1] == 0xDA:
            yield from _behind(stream)
            return
        at, length = stream.tell(), struct.unpack(">H", mark[2:])[0] - 2
        body = stream.read(length)
        if mark[1] == 0xE1 and body.startswith(b"Exif\0\0"):
            yield _Part(at + 6, body[6:], is_tiff=True)
        elif mark[1] == 0xE1:
            yield _Part(at, body, is_tiff=False)


def _behind(stream: IO[bytes]) -> Iterator[_Part]:
    """What a JPEG carries behind itself: another picture, or the film that a telephone took with it."""
    start, data = stream.tell(), stream.read(MOST_TIFF)
    yield from _exif_in(data, start)
    for sign, told in ((b"ftyp", _FILM), (b"<x:xmpmeta", _XMP)):
        for found in told.finditer(data) if sign in data else ():
            yield _Part(start + found.start(), found.group(), is_tiff=False)


def _exif_in(data: bytes, start: int) -> Iterator[_Part]:
    """Exif data wherever it lies in what begins at `start` of a file."""
    for tag in _TAGS:
        at = data.find(tag)
        while at >= 0:
            yield _Part(start + at + 6, data[at + 6 : at + 6 + MOST_EXIF], is_tiff=True)
            at = data.find(tag, at + 1)


def _in_png(stream: IO[bytes]) -> Iterator[_Part]:
    """eXIf and iTXt chunks. https://www.w3.org/TR/png-3/"""
    stream.seek(8)
    for _number in range(MOST_PARTS):
        head = stream.read(8)
        if len(head) < 8:
            return
        length, kind, at = struct.unpack(">I", head[:4])[0], head[4:], stream.tell()
        if kind in (b"eXIf", b"iTXt") and length <= MOST_EXIF:
            body, is_whole = stream.read(length), len(stream.read(4)) == 4
            yield _Part(at, body, is_tiff=kind == b"eXIf", crc=at + length if is_whole else 0, kind=kind)
        stream.seek(at + length + 4)


def _in_webp(stream: IO[bytes]) -> Iterator[_Part]:
    """EXIF and XMP chunks. https://developers.google.com/speed/webp/docs/riff_container"""
    stream.seek(12)
    for _number in range(MOST_PARTS):
        head = stream.read(8)
        if len(head) < 8:
            return
        length, at = struct.unpack("<I", head[4:])[0], stream.tell()
        if head[:4] in (b"EXIF", b"XMP ") and length <= MOST_EXIF:
            body = stream.read(length)
            skip = 6 if body.startswith(b"Exif\0\0") else 0
            yield _Part(at + skip, body[skip:], is_tiff=head[:4] == b"EXIF")
        stream.seek(at + length + length % 2)


def _in_tiff(stream: IO[bytes]) -> Iterator[_Part]:
    data = stream.read(MOST_TIFF + 1)
    if len(data) <= MOST_TIFF:
        yield _Part(0, data, is_tiff=True)


def _in_boxes(stream: IO[bytes]) -> Iterator[_Part]:
    """The Exif data of HEIC and AVIF files, wherever among their items it lies. ISO/IEC 23008-12, A.2."""
    data = stream.read(MOST_TIFF + 1)
    if len(data) <= MOST_TIFF:
        yield from _exif_in(data, 0)
    if b"<x:xmpmeta" in data:
        start = data.index(b"<x:xmpmeta")
        yield _Part(start, data[start : data.find(b"</x:xmpmeta>", start)], is_tiff=False)


def _in_film(stream: IO[bytes]) -> Iterator[_Part]:
    """`moov`, where a film tells about itself, maybe behind the pictures, and `uuid` (XMP).

    ISO/IEC 14496-12, 8.2 and 11.1.
    """
    for _number in range(MOST_PARTS):
        head = stream.read(16)
        if len(head) < 8:
            return
        at, length = stream.tell() - len(head), struct.unpack(">I", head[:4])[0]
        if length == 1 and len(head) == 16:
            length = struct.unpack(">Q", head[8:])[0]
        if head[4:8] in (b"moov", b"uuid") and length <= MOST_TIFF:
            stream.seek(at)
            yield _Part(at, stream.read(length), is_tiff=False)
        if length < 8:
            return
        stream.seek(at + length)


_PARTS: Final = {
    **dict.fromkeys(("jpg", "jpeg"), _in_jpeg),
    "png": _in_png,
    "webp": _in_webp,
    **dict.fromkeys(("tif", "tiff"), _in_tiff),
    **dict.fromkeys(("heic", "heif", "avif"), _in_boxes),
    **dict.fromkeys(("mp4", "m4v", "mov", "3gp"), _in_film),
}
