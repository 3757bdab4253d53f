"""The records of an .xlsb's parts, as far as they say how much room their reader will take.

A record is its number and its length, in bytes of which the highest bit says that another follows, and its
data. Source: [MS-XLSB] 2.1.4, 2.4 (BrtRowHdr, the cells, BrtBeginSst).
"""

import struct
import zipfile
from collections.abc import Iterator

_ROW = 0x00
_CELLS = range(0x01, 0x0C)
_STRINGS = 159  # the beginning of the shared strings, with how many there are


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
