"""Long texts kept packed: those of a very big blog take half of the memory, and are read a few times each.

Whoever asks for the text gets it as it was; only who keeps it can tell the difference.
"""

import sys
import zlib
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

MANY = 12_000  # objects from which on it is worth the time: of fewer, all texts fit beside the rest
_SHORT = 500  # characters that packing hardly makes less
_LEVEL = 1  # a twentieth larger than at 6, in two thirds of the time


class PackedText:
    """An attribute whose text may lie packed in its slot."""

    def __init__(self, slot: Any) -> None:
        self._slot = slot  # the attribute as `__slots__` made it

    def __get__(self, owner: object | None, kind: type | None = None) -> Any:
        if owner is None:
            return self
        kept = self._slot.__get__(owner)
        if type(kept) is bytes:
            return zlib.decompress(kept).decode("utf-8", "surrogatepass")
        return kept

    def __set__(self, owner: object, text: str) -> None:
        self._slot.__set__(owner, text)

    def pack(self, owners: Iterable[object]) -> None:
        """Pack the texts of these objects; short ones and texts of a kind of their own stay as they are."""
        for owner in owners:
            text = self._slot.__get__(owner)
            if type(text) is str and len(text) > _SHORT:
                self._slot.__set__(owner, zlib.compress(text.encode("utf-8", "surrogatepass"), _LEVEL))

    def share(self, owner: object, copy: object) -> None:
        """Let a copy have what the owner keeps, packed or not."""
        self._slot.__set__(copy, self._slot.__get__(owner))


def hand_back(many: int) -> None:
    """Give free memory back to the system, where what was made of so many objects left much of it.

    The allocator of Linux keeps it between what is still in use: after 50,000 posts were read, two thirds of
    the memory of the process.
    """
    if many < MANY or sys.platform != "linux":
        return
    import ctypes  # takes as long as many modules of ours

    with suppress(OSError, AttributeError):  # another C library than glibc
        ctypes.CDLL(None).malloc_trim(0)


def keep_room() -> None:
    """Let the allocator keep a little free memory, where many small things are made and left by turns.

    That of Linux hands back the free end of its heap and takes it anew at once, which was a third of the time
    for posts in HTML, until a block of some size has been free.
    """
    block = bytes(1024**2)
    del block
