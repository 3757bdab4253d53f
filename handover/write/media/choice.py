"""Which pictures are shown beside their updates, and how small, so that the files stay easy to send."""

from collections.abc import Iterator, Sequence
from typing import Final

from handover.later import dataclass
from handover.model import Handover, Notice, Said
from handover.write.media.pieces import Piece
from handover.write.media.thumbnail import LONGEST, MOST_BYTES

TOGETHER: Final = 15 * 1000**2  # bytes of document, workbook and preview: many mailboxes take no more
LEAST: Final = 3 * 1024  # bytes of a thumbnail; of less nothing is seen
# How often a picture's bytes stand in each file: a page writes them as text (base64).
_COPIES: Final = {"xlsx": 1.0, "docx": 1.0, "pdf": 1.0, "html": 4 / 3}
_TEXT: Final = {
    "xlsx": 0.5,
    "docx": 0.4,
    "pdf": 0.4,
    "html": 1.6,
}  # bytes for each sign of an update, with its markup
_ROW: Final = {"xlsx": 220, "docx": 260, "pdf": 260, "html": 1_500}  # bytes of an update without its words
_SIZES: Final = ((24, LONGEST), (12, 360), (6, 240), (0, 160))  # KB at least -> pixels of the longer side


@dataclass(frozen=True, slots=True)
class Choice:
    """The pieces that are shown, and what each may have."""

    pieces: tuple[Piece, ...] = ()
    longest: int = LONGEST  # pixels
    most: int = MOST_BYTES
    only_first: bool = True  # of an update
    notices: tuple[Notice, ...] = ()


def choose(found: Sequence[Piece], handover: Handover, pictures: str, formats: Sequence[str]) -> Choice:
    """`pictures`: "all" of an update, its "first", "none"; where room ends, the newest posts have theirs."""
    copies = sum(_COPIES.get(name, 0.0) for name in formats)
    if pictures == "none" or not copies:
        return Choice()
    wanted = list(_wanted(found, pictures))
    if not wanted:
        return Choice()
    room = (TOGETHER - _text(handover, formats)) / copies
    many = max(0, min(len(wanted), int(room // LEAST)))
    most = min(MOST_BYTES, int(room // many)) if many else 0
    longest = next(pixels for least, pixels in _SIZES if most >= least * 1024)
    told = tuple(_told(many, len(wanted), most))
    return Choice(tuple(wanted[:many]), longest, most, pictures != "all", told)


def _wanted(found: Sequence[Piece], pictures: str) -> Iterator[Piece]:
    """Those of updates that lie in a file; of an update its first one, or all."""
    last: object = None
    for piece in found:
        if piece.update is None or not piece.media.file:
            continue
        if pictures == "all" or (piece.update, piece.post) != last:
            yield piece
        last = (piece.update, piece.post)


def _text(handover: Handover, formats: Sequence[str]) -> float:
    """About how many bytes the files have without pictures."""
    rows = len(handover.updates.items) + len(handover.posts)
    signs = sum(len(u.text) for u in handover.updates.items) + sum(len(p.summary) for p in handover.posts)
    return 200_000 + sum(signs * _TEXT[n] + rows * _ROW[n] for n in formats if n in _TEXT)


def _told(many: int, all_: int, most: int) -> Iterator[Notice]:
    size = TOGETHER // 1000**2
    if many < all_:
        yield Notice(
            text=Said(
                "Of {all} pictures the newest {n} are shown, so that document, workbook and preview stay "
                "under {size} MB together.",
                all=all_,
                n=many,
                size=size,
            ),
            hint=Said("All of them are in the folder that the format media makes."),
        )
    elif most < MOST_BYTES * 3 // 10:
        yield Notice(
            text=Said(
                "The pictures are shown smaller, so that document, workbook and preview stay under {size} MB "
                "together.",
                size=size,
            )
        )
