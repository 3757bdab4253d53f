"""The stream of a workbook out of the compound file that an .xls is ([MS-CFB]), however damaged that is.

xlrd follows a chain of sectors that bites its own tail for ever; here no chain is longer than the file.
"""

import struct
from collections.abc import Iterator, Sequence

from handover.later import dataclass

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
NAMES = ("workbook", "book")  # of Excel 97 and later, and of Excel 5 and 95
_LAST = 0xFFFFFFFA  # the numbers above it say that a sector is free, the end, or part of a table
_ENTRY = 128  # bytes of an entry of the directory
_STREAM = 2  # the kind of an entry that holds data


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the directory: a stream or a folder."""

    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int
    size: int


def workbook_of(data: bytes) -> bytes:
    """The records of the workbook in this file; `data` itself where it is no compound file (before Excel 5).

    Raises ValueError for a compound file that holds no workbook or whose tables lead nowhere.
    """
    if not data.startswith(SIGNATURE):
        return data
    try:
        return _Compound(data).workbook()
    except (IndexError, struct.error) as error:
        raise ValueError("its parts cannot be found") from error


class _Compound:
    """A compound file, opened."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        shift, self.small_shift = struct.unpack_from("<HH", data, 30)
        if not (9 <= shift <= 12 and self.small_shift <= shift):
            raise ValueError("its parts have no size that there is")
        self.size = 1 << shift
        self.directory, _, self.cutoff, self.small, _, more, _ = struct.unpack_from("<7I", data, 48)
        self.table = self._numbers(self._table_sectors(more))
        self.entries = [_entry(line) for line in _pieces(self._bytes(self.directory), _ENTRY)]

    def workbook(self) -> bytes:
        """The stream that is called as workbooks are, of this file and not of one inside it."""
        streams = {e.name.casefold(): e for e in self._top() if e.kind == _STREAM}
        entry = next((streams[name] for name in NAMES if name in streams), None)
        if entry is None:
            raise ValueError("there is no workbook in it")
        if entry.size >= self.cutoff:
            return self._bytes(entry.start)[: entry.size]
        whole = self._bytes(self.entries[0].start)  # small streams lie in one of their own
        table = self._numbers(_chain(self.small, self.table))
        size = 1 << self.small_shift
        places = _chain(entry.start, table)
        return b"".join(whole[n * size : (n + 1) * size] for n in places)[: entry.size]

    def _top(self) -> Iterator[_Entry]:
        todo, seen = [self.entries[0].child], set[int]()
        while todo:
            number = todo.pop()
            if number < len(self.entries) and number not in seen:
                seen.add(number)
                entry = self.entries[number]
                yield entry
                todo += (entry.left, entry.right)

    def _table_sectors(self, more: int) -> list[int]:
        """Where the table of chains stands: 109 places in the header, more in sectors that name the next."""
        places = list(struct.unpack_from("<109I", self.data, 76))
        for _ in range(len(self.data) // self.size):
            if more >= _LAST:
                break
            *named, more = self._numbers([more])
            places += named
        return [place for place in places if place < _LAST]

    def _sector(self, number: int) -> bytes:
        return self.data[(number + 1) * self.size : (number + 2) * self.size]

    def _numbers(self, sectors: Sequence[int]) -> tuple[int, ...]:
        joined = b"".join(map(self._sector, sectors[: len(self.data) // self.size]))
        return struct.unpack(f"<{len(joined) // 4}I", joined[: len(joined) // 4 * 4])

    def _bytes(self, start: int) -> bytes:
        return b"".join(map(self._sector, _chain(start, self.table)))


def _chain(start: int, table: Sequence[int]) -> list[int]:
    """The sectors from this one on, as the table tells them. Raises ValueError where they go in a circle."""
    found: list[int] = []
    while start < _LAST:
        if len(found) > len(table):
            raise ValueError("its parts go in a circle")
        found.append(start)
        start = table[start]
    return found


def _pieces(data: bytes, size: int) -> Iterator[bytes]:
    return (data[at : at + size] for at in range(0, len(data) - size + 1, size))


def _entry(line: bytes) -> _Entry:
    spelled, length, kind, _, left, right, child = struct.unpack_from("<64sHBBIII", line)
    start, size = struct.unpack_from("<II", line, 116)
    name = spelled[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
    return _Entry(name, kind, left, right, child, start, size)
