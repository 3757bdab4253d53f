"""Footnotes and endnotes a loop refers to in each of its rounds: every reference has a note of its own.

Word takes two references to one note for damage; ECMA-376-1, 17.11.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from handover.later import pattern

_NOTE: Final = pattern(
    r'<w:(?P<kind>footnote|endnote) (?P<before>[^>]*?)w:id="(?P<key>-?\d+)".*?</w:(?P=kind)>', re.DOTALL
)
_OWN: Final = pattern(r"<w:bookmark(?:Start|End)\b[^>]*/>")  # stand once in a document


class Notes:
    """The references of one document to its notes, counted while it is written."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._highest = 0
        for name, data in parts.items():
            if name.endswith(("footnotes.xml", "endnotes.xml")):
                keys = (int(note["key"]) for note in _NOTE.finditer(data.decode()))
                self._highest = max(self._highest, *keys, 0)
        self._met: set[tuple[str, str]] = set()
        self._copies: dict[tuple[str, str], list[int]] = {}

    def number(self, kind: str, key: str) -> str:
        """The id a reference names: the note's own at first, then that of a copy."""
        if (kind, key) not in self._met:
            self._met.add((kind, key))
            return key
        self._highest += 1
        self._copies.setdefault((kind, key), []).append(self._highest)
        return str(self._highest)

    def with_copies(self, pieces: Iterator[bytes]) -> Iterator[bytes]:
        """A part of the file, with the copies where it is that of the notes."""
        if not self._copies:
            return pieces
        return iter((self._copied(b"".join(pieces).decode()).encode(),))

    def _copied(self, xml: str) -> str:
        made = []
        for note in _NOTE.finditer(xml):
            for number in self._copies.get((note["kind"], note["key"]), ()):
                begin, end = note.start("key") - note.start(), note.end("key") - note.start()
                made.append(_OWN.sub("", f"{note[0][:begin]}{number}{note[0][end:]}"))
        if not made:
            return xml
        end = xml.rindex("</")
        return xml[:end] + "".join(made) + xml[end:]
