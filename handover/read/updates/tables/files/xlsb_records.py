"""The records of an .xlsb's parts, as far as they say how much room their reader will take,
and what it does not tell: which cells are merged, and where links lead.

A record is its number and its length, in bytes of which the highest bit says that another follows, and its
data. Source: [MS-XLSB] 2.1.4, 2.4 (BrtRowHdr, the cells, BrtBeginSst, BrtBundleSh, BrtMergeCell, BrtHLink).
"""

import struct
import zipfile
from collections.abc import Iterator

_ROW = 0x00
_CELLS = range(0x01, 0x0C)
_STRINGS = 159  # the beginning of the shared strings, with how many there are
_BUNDLE = 156  # the id and name of a sheet
_MERGED = 176
_LINK = 494
_MOST = 100_000  # merged cells, or links, of a sheet: more are not meant to be read

Area = tuple[int, int, int, int]  # left, top, right, bottom, all from 1


def sheet_ids(package: zipfile.ZipFile) -> dict[str, str]:
    """Name of a sheet -> the id by which the workbook's relations name its part."""
    found: dict[str, str] = {}
    for number, data in _records(package.read("xl/workbook.bin")):
        if number == _BUNDLE:
            id_, at = _wide(data, 8)
            name, _ = _wide(data, at)
            found[name] = id_
    return found


def extras(package: zipfile.ZipFile, part: str) -> tuple[list[Area], list[tuple[Area, str]]]:
    """The merged cells of a sheet's part, and the cells with links, each with the id of its relation."""
    merged: list[Area] = []
    links: list[tuple[Area, str]] = []
    for number, data in _records(package.read(part)):
        if number in (_MERGED, _LINK) and len(data) >= 16:
            top, bottom, left, right = (n + 1 for n in struct.unpack_from("<4I", data))
            if number == _MERGED and len(merged) < _MOST:
                merged.append((left, top, right, bottom))
            elif number == _LINK and len(links) < _MOST:
                links.append(((left, top, right, bottom), _wide(data, 16)[0]))
    return merged, links


def _wide(data: memoryview, at: int) -> tuple[str, int]:
    """A text with its length before it ([MS-XLSB] 2.5.168; all bits set: none), and where it ends."""
    if at + 4 > len(data):
        return "", len(data)
    (length,) = struct.unpack_from("<I", data, at)
    if length == 0xFFFFFFFF:
        return "", at + 4
    end = min(at + 4 + 2 * length, len(data))
    return bytes(data[at + 4 : end]).decode("utf-16-le", "replace"), end


def reach(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> tuple[int, int]:
    """The last column and row, counted from 1, that the cells of a sheet's part name; (0, 0) without any."""
    width = height = row = 0
    for number, data in _records(package.read(part)):
        if number == _ROW and len(data) >= 4:
            row = struct.unpack_from("<I", data)[0] + 1
        elif number in _CELLS and len(data) >= 4:
            width, height = max(width, struct.unpack_from("<I", data)[0] + 1), max(height, row)
    return width, height


def strings(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> int:
    """How many different strings a part says it holds, whether it has room for them or not."""
    told = (data for number, data in _records(package.read(part)) if number == _STRINGS and len(data) >= 8)
    _used, different = struct.unpack_from("<II", next(told, memoryview(bytes(8))))
    return int(different)


def _records(data: bytes) -> Iterator[tuple[int, memoryview]]:
    view, at, end = memoryview(data), 0, len(data)
    while at < end:
        number = data[at]
        at += 1
        if number & 0x80 and at < end:
            number = number & 0x7F | (data[at] & 0x7F) << 7
            at += 1
        length = shift = 0
        while at < end and shift < 28:
            length |= (data[at] & 0x7F) << shift
            at, shift = at + 1, shift + 7
            if not data[at - 1] & 0x80:
                break
        yield number, view[at : at + length]
        at += length
