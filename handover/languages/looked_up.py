"""A catalogue of which a few messages are asked: they are looked up in its file, and the rest stays unread.

`gettext.GNUTranslations` decodes every message when it opens a file, which is what a build needs for the
language it writes. To know our own sheets in any language, a hundred of thousands in each are enough.
"""

import gettext
import struct
from bisect import bisect_left
from pathlib import Path
from typing import Final

_HEAD: Final = struct.Struct("<5I")  # magic number, version, how many, where the table of ids, of texts
_PLACE: Final = struct.Struct("<2I")  # of each in these tables: its length, where it stands
_APART: Final = b"\0"  # between the forms of a message that counts


class LookedUp(gettext.NullTranslations):
    """The messages of an .mo file as our own tool writes it: numbers in little-endian order, texts in UTF-8.

    GNU gettext manual, "The Format of GNU MO Files": the ids stand in order.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._file = file = path.read_bytes()
        _, _, count, ids, self._texts = _HEAD.unpack_from(file)
        places = struct.iter_unpack("<2I", file[ids : ids + _PLACE.size * count])
        self._ids = [file[at : at + length] for length, at in places]

    def gettext(self, message: str) -> str:
        """As it is said in this language; of one that counts, what is said of one thing."""
        asked = message.encode()
        number = bisect_left(self._ids, asked)
        if number == len(self._ids) or self._ids[number].partition(_APART)[0] != asked:
            return message
        length, at = _PLACE.unpack_from(self._file, self._texts + _PLACE.size * number)
        return self._file[at : at + length].partition(_APART)[0].decode()
