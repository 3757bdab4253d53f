"""Pieces of a document that wait behind a table of contents, until all headings are known."""

from collections import deque
from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import IO, Final

KEPT: Final = 32_000_000  # bytes held in memory; what comes after them goes to a temporary file


class Waiting:
    """Pieces in their order. Those in memory are held as they came, so that nothing is copied."""

    def __init__(self, kept: int = KEPT) -> None:
        self._room = kept
        self._held: deque[bytes] = deque()
        self._file: IO[bytes] | None = None

    def __enter__(self) -> "Waiting":
        return self

    def __exit__(self, *_: object) -> None:
        if self._file:
            self._file.close()

    def add(self, piece: bytes) -> None:
        """One piece behind the others."""
        self._room -= len(piece)
        if self._room >= 0:
            self._held.append(piece)
            return
        if self._file is None:
            self._file = TemporaryFile()  # noqa: SIM115 (closed on leaving)
        self._file.write(piece)

    def taken(self) -> Iterator[bytes]:
        """All of them, cut anew where they were in the file. What was taken is held no longer."""
        while self._held:
            yield self._held.popleft()
        if self._file:
            self._file.seek(0)
            while block := self._file.read(1 << 20):
                yield block
