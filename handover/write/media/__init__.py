"""The folder of originals: every picture and film byte for byte, under a name that a person can read.

`index.csv` beside them says of each which update and post it belongs to, with its alternative text; what is
only an address on the web is listed there, too. The copies were made before any other file was written (see
`gallery`), since the working copy names what could not be handed over.
"""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from handover.model import Handover
from handover.text.safe import guarded, one_line, plain
from handover.write.job import Job
from handover.write.media.choice import choose
from handover.write.media.gallery import Gallery, gather
from handover.write.media.pieces import Piece
from handover.write.words import N_, Words, words

COLUMNS = (
    N_("File"),
    N_("Update"),
    N_("Post"),
    N_("Network"),
    N_("Date"),
    N_("Alternative text"),
    N_("Address"),
)
FOLDER = "media"  # the end of its name


def write(job: Job) -> tuple[Path, ...]:
    """Write `index.csv` and return it with the originals, which lie there already; () where there is nothing
    to list."""
    gallery = job.gallery or Gallery()
    if not any(gallery.listed()):
        return ()
    folder = job.path(FOLDER)
    index = folder / "index.csv"
    _ = words(job.handover.language)
    with index.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream, delimiter=_.list_separator, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        writer.writerow([_(column) for column in COLUMNS])
        writer.writerows(_rows(gallery, _))
    return (index, *(folder / name for name in sorted(gallery.digests)))


def _rows(gallery: Gallery, _: Words) -> Iterator[Sequence[str]]:
    """A row for each picture of each update and post that is in the folder or on the web."""
    for piece, name, address in gallery.listed():
        yield _row(piece, name, address, _)


def _row(piece: Piece, name: str, address: str, _: Words) -> Sequence[str]:
    update, post = piece.update, piece.post
    moment = update.posted_at if update else post and (post.published or post.modified)
    return [
        name,
        guarded(plain(update.text)) if update else "",
        guarded(one_line(_.said(post.title))) if post else "",
        guarded(one_line(_.network(update.network))) if update else _("Blog"),
        moment.date().isoformat() if moment else "",
        guarded(one_line(piece.media.alt)),
        address,
    ]


def gallery_of(
    handover: Handover,
    folder: Path,
    formats: Sequence[str],
    pictures: str,
    *,
    strip_gps: bool,
    is_zipped: bool,
) -> Gallery:
    """All pictures and films of a handover, gone through; `is_zipped`: they go into a zip besides."""
    folder.mkdir(parents=True, exist_ok=True)
    return gather(
        handover,
        folder,
        lambda found: choose(found, handover, pictures, formats),
        copies=(2 if is_zipped else 1) if FOLDER in formats else 0,
        strip_gps=strip_gps,
    )


__all__ = ["COLUMNS", "Gallery", "gallery_of", "write"]
