"""An old Excel workbook (.xls) of one sheet of texts, for no library writes them any more.

The least that readers ask for of [MS-CFB] (a compound file of one stream) and [MS-XLS] (BIFF8).
"""

import struct
from collections.abc import Sequence

SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SMALLEST = 4096  # bytes of a stream that stands in whole sectors


def as_old_workbook(
    rows: Sequence[Sequence[str]],
    name: str = "Sheet1",
    *,
    merged: Sequence[tuple[int, int, int, int]] = (),
    hidden: bool = False,
) -> bytes:
    """The rows as the only sheet of a workbook; small ones only, up to 60 KB.

    `merged` are areas as first row, last row, first column, last column, from 0.
    """
    stream = _workbook(rows, name, merged, hidden)
    stream += b"\0" * (-len(stream) % SECTOR) + b"\0" * max(0, _SMALLEST - len(stream))
    stream += b"\0" * (-len(stream) % SECTOR)
    count = len(stream) // SECTOR
    assert count < SECTOR // 4 - 2, "too many rows for one sector of the allocation table"
    chain = [_FAT, _END, *range(3, count + 2), _END]
    table = struct.pack(f"<{SECTOR // 4}I", *chain, *[_FREE] * (SECTOR // 4 - len(chain)))
    folder = _entry("Root Entry", 5, child=1, start=_END) + _entry("Workbook", 2, start=2, size=len(stream))
    folder += _entry("", 0) * 2
    return _header() + table + folder + stream


def _workbook(
    rows: Sequence[Sequence[str]], name: str, merged: Sequence[tuple[int, int, int, int]], hidden: bool
) -> bytes:
    def book(offset: int) -> bytes:
        sheet = struct.pack("<IBBBB", offset, hidden, 0, _units(name), 1) + name.encode("utf-16-le")
        return _begin(0x0005) + _record(0x0085, sheet) + _record(0x000A, b"")

    cells = b"".join(
        _record(0x0204, struct.pack("<HHHHB", row, at, 0, _units(text), 1) + text.encode("utf-16-le"))
        for row, texts in enumerate(rows)
        for at, text in enumerate(texts)
        if text
    )
    areas = b"".join(struct.pack("<HHHH", *area) for area in merged)
    cells += _record(0x00E5, struct.pack("<H", len(merged)) + areas) if merged else b""
    return book(len(book(0))) + _begin(0x0010) + cells + _record(0x000A, b"")


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _begin(kind: int) -> bytes:
    return _record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0x0DBB, 0x07CC, 0, 0x06))


def _record(number: int, data: bytes) -> bytes:
    return struct.pack("<HH", number, len(data)) + data


def _header() -> bytes:
    start = struct.pack("<8s16sHHHHH6x", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6)
    places = struct.pack("<IIIIIIIIII", 0, 1, 1, 0, _SMALLEST, _END, 0, _END, 0, 0)
    return start + places + struct.pack("<108I", *[_FREE] * 108)


def _entry(name: str, kind: int, *, child: int = _FREE, start: int = 0, size: int = 0) -> bytes:
    spelled = (name + "\0").encode("utf-16-le") if name else b""
    head = struct.pack("<64sHBBIII", spelled, len(spelled), kind, 1, _FREE, _FREE, child)
    return head + b"\0" * 36 + struct.pack("<IQ", start, size)
