"""All pictures and films of a handover, gone through once: copied, made small, and what came of each.

An archive of gigabytes streams: of each file a piece at a time is in memory, and of a picture that is shown
what its decoder needs (see `thumbnail`). No file is left out in silence: each is in the folder, or named to
the manager as missing, too large, or no picture that can be read.
"""

import hashlib
import io
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import IO, Final

from handover.columns.shown import opaque
from handover.errors import OutputError, SourceError
from handover.later import dataclass
from handover.model import Handover, Notice, Said, Skipped, Update
from handover.model.media import Original, shows
from handover.text.safe import one_line, web
from handover.write.disk import digest
from handover.write.media.choice import Choice
from handover.write.media.content import FILM_ENDINGS, HEAD, ending_of
from handover.write.media.gps import places, without_place
from handover.write.media.names import Names
from handover.write.media.pieces import Piece, of_others, pieces
from handover.write.media.thumbnail import NotShownError, Thumbnail, can_show_films, frame, thumbnail
from handover.write.media.told import none_at_all, not_shown, of_nobody, of_replies, where_taken, without_file

MOST_BYTES: Final = 4 * 1024**3 - 1  # of one file: what the file systems of memory sticks take
HELD: Final = 64 * 1024**2  # bytes of a picture that is shown and not copied
SPARE: Final = 64 * 1024**2  # bytes that stay free on the disk


@dataclass(frozen=True, slots=True)
class Gallery:
    """The pictures and films of a handover, for its writers."""

    pieces: tuple[Piece, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)  # `Media.file` -> its name in the folder
    thumbnails: Mapping[str, Thumbnail] = field(default_factory=dict)  # by `Media.file`
    numbers: Mapping[str, int] = field(default_factory=dict)  # of the thumbnails, from 1, by `Media.file`
    digests: Mapping[str, str] = field(default_factory=dict)  # name in the folder -> SHA-256
    chosen: frozenset[str] = frozenset()  # `Media.file` of those that are shown, films without a frame, too
    only_first: bool = True  # of an update
    skipped: tuple[Skipped, ...] = ()
    notices: tuple[Notice, ...] = ()

    def shown(self, update: Update) -> tuple["Shown", ...]:
        """What is shown beside an update."""
        found: list[Shown] = []
        for media in update.media:
            small = self.thumbnails.get(media.file or "")
            if small or (media.kind == "film" and media.file in self.chosen):
                number = self.numbers.get(media.file or "", 0)
                found.append(Shown(number, small, one_line(media.alt)))
                if self.only_first:
                    break
        return tuple(found)

    def listed(self) -> Iterator[tuple[Piece, str, str]]:
        """Each of each update and post that is in the folder or on the web: its name there, its address."""
        for piece in self.pieces:
            name, address = self.names.get(piece.media.file or "", ""), web(piece.media)
            if name or address:
                yield piece, name, address

    @property
    def shows(self) -> Mapping[str, str]:
        """What each file in the folder shows, for a later run that has a workbook of ours and no archive."""
        told: defaultdict[str, list[str]] = defaultdict(list)
        for piece, name, _address in self.listed():
            if name and piece.update:
                told[name] += shows(opaque(piece.update.id), piece.media)
        return {name: "\n".join(lines) for name, lines in told.items()}

    @property
    def missing(self) -> frozenset[str]:
        """The same of those that no source had this time: where an earlier run copied them, they stay."""
        gone = [(p.update.id, p.media) for p in self.pieces if p.update and p.media.file not in self.names]
        return frozenset(
            line for id_, media in gone for one in (opaque(id_), id_) for line in shows(one, media)
        )

    @property
    def undescribed(self) -> tuple[Update, ...]:
        """The updates with a picture that has no alternative text, each once."""
        found = {
            one.update.id: one.update
            for one in self.pieces
            if one.update and not one.media.alt and one.media.kind != "film"
        }
        return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture beside its update."""

    number: int  # among the thumbnails, from 1; 0 without one
    thumbnail: Thumbnail | None  # None: a film of which no frame could be taken
    alt: str


@dataclass(slots=True)
class _Taken:
    """One original, as it was met."""

    digest: str  # of its bytes as they lie there
    ending: str
    copy: Path


Chooser = Callable[[Sequence[Piece]], Choice]


def gather(
    handover: Handover, folder: Path, choose: Chooser, *, copies: int, strip_gps: bool = False
) -> Gallery:
    """Go through all pictures and films; with `copies` they are copied to `folder`, an existing one.

    `copies` is how many of each there will be in all, for which the disk must have room: two with a zip.

    `choose` picks the pieces that get a thumbnail, and says how many pixels and bytes each may have.
    Raises OutputError where the disk has no room for the copies.
    """
    keep = copies > 0
    found = pieces(handover)
    choice = choose(found)
    files = {one.media.file: one.media for one in found if one.media.file}
    if not keep:
        seen = [one.media for one in choice.pieces]
        files = {one.file: one for one in seen if one.file and (one.kind != "film" or can_show_films())}
    elif files:
        _check_room(folder, copies * sum(media.size for media in files.values()))
    work = _Work(folder, keep, choice)
    for file, original in handover.originals(files) if handover.originals and files else ():
        work.take(file, original, is_film=files[file].kind == "film")
    told = [*choice.notices, *not_shown(work.unseen)]
    if keep:
        work.place(found, strip_gps)
    gallery = Gallery(
        pieces=found,
        names=work.names,
        thumbnails=work.thumbnails,
        numbers={file: number for number, file in enumerate(work.thumbnails, 1)},
        digests=work.digests,
        chosen=frozenset(one.media.file for one in choice.pieces if one.media.file),
        only_first=choice.only_first,
        skipped=tuple(work.skipped),
    )
    if keep:
        told += _told(handover, gallery, work, strip_gps)
    return replace(gallery, notices=tuple(told))


def _told(handover: Handover, gallery: Gallery, work: "_Work", strip_gps: bool) -> Iterator[Notice]:
    """What the manager is told of the folder of originals."""
    gone = [one for one in gallery.pieces if not one.media.file or one.media.file not in work.met]
    if not any(gallery.listed()):
        yield none_at_all()
    yield from without_file(gone)
    yield from of_replies(of_others(handover))
    yield from of_nobody(handover.updates.media_left, handover.posts)
    yield from where_taken(work.located, strip_gps)


def _check_room(folder: Path, needed: int) -> None:
    free = shutil.disk_usage(folder).free
    if needed + SPARE > free:
        raise OutputError(
            Said(
                "The pictures need {needed} MB on the disk, and {free} MB are free.",
                needed=needed // 1024**2 + 1,
                free=free // 1024**2,
            ),
            path=str(folder),
            hint=Said(
                "Nothing was written. Make room, choose another --out-dir, or leave out the format media."
            ),
        )


class _Work:
    """Takes the originals as they come."""

    def __init__(self, folder: Path, keep: bool, choice: Choice) -> None:
        self.folder, self.keep, self.choice = folder, keep, choice
        self.small = {one.media.file for one in choice.pieces}
        self.taken: dict[str, _Taken] = {}
        self.met: set[str] = set()
        self.names: dict[str, str] = {}
        self.digests: dict[str, str] = {}
        self.thumbnails: dict[str, Thumbnail] = {}
        self.skipped: list[Skipped] = []
        self.unseen: list[tuple[str, str]] = []  # place and why there is no thumbnail
        self.located: list[str] = []  # names of those that say where they were taken

    def take(self, file: str, original: Original, *, is_film: bool) -> None:
        """The next one: copied, and made small where it is shown."""
        self.met.add(file)
        copy = self.folder / f"{len(self.met)}.part" if self.keep or is_film else None
        try:
            with copy.open("w+b") if copy else io.BytesIO() as out:
                head, digest = self._copied(original, out)
                ending = ending_of(head, original.location)
                if not ending:
                    raise _UnfitError(Said("it is no picture or film"))
                out.flush()
                if file in self.small and ending in FILM_ENDINGS:
                    self._show_film(file, copy)
                elif file in self.small:
                    self._show(file, original.location, ending, out)
        except (SourceError, _UnfitError) as error:
            why = error.args[0] if isinstance(error, _UnfitError) else Said("it could not be read")
            told = Said("The picture or film is not handed over: {why}.", why=why)
            self.skipped.append(Skipped(location=original.location, reason=told))
            ending = ""
        if copy and (not self.keep or not ending):
            copy.unlink(missing_ok=True)
        elif copy:
            self.taken[file] = _Taken(digest, ending, copy)

    def _copied(self, original: Original, out: IO[bytes]) -> tuple[bytes, str]:
        """The first bytes, and the digest of all. Raises _UnfitError for what is too large or empty."""
        digest, size, head = hashlib.sha256(), 0, b""
        most = MOST_BYTES if self.keep else HELD
        for chunk in original.chunks():
            size += len(chunk)
            if size > most:
                raise _UnfitError(Said("it is larger than {n} MB", n=most // 1024**2))
            digest.update(chunk)
            head = head or chunk[:HEAD]
            out.write(chunk)
        if not size:
            raise _UnfitError(Said("it is empty"))
        return head, digest.hexdigest()

    def _show(self, file: str, place: str, ending: str, stream: IO[bytes]) -> None:
        stream.seek(0)
        try:
            self.thumbnails[file] = thumbnail(
                stream, ending, longest=self.choice.longest, most=self.choice.most
            )
        except NotShownError as error:
            self.unseen.append((place, error.args[0]))

    def _show_film(self, file: str, copy: Path | None) -> None:
        if copy and (made := frame(copy, longest=self.choice.longest, most=self.choice.most)):
            self.thumbnails[file] = made

    def place(self, found: Iterable[Piece], strip_gps: bool) -> None:
        """Give the copies their names, in the order of what they belong to; the same picture is kept once."""
        names = Names(len({taken.digest for taken in self.taken.values()}))
        known: dict[str, str] = {}  # digest -> name
        for piece in sorted(found, key=_by_day):
            file = piece.media.file or ""
            if file not in self.taken or file in self.names:
                continue
            taken = self.taken[file]
            if taken.digest in known:
                taken.copy.unlink()
            else:
                name = known[taken.digest] = names.name(piece.update, piece.post, taken.ending)
                self._settle(taken, name, strip_gps)
            self.names[file] = known[taken.digest]

    def _settle(self, taken: _Taken, name: str, strip_gps: bool) -> None:
        """Put a copy to its place."""
        told = taken.digest
        if found := places(taken.copy, taken.ending):
            self.located.append(name)
            if strip_gps:
                without_place(taken.copy, found)
                told = digest(taken.copy)
        self.digests[name] = told
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        taken.copy.replace(self.folder / name)


class _UnfitError(Exception):
    """Why an original is not handed over: the end of a sentence."""


def _by_day(piece: Piece) -> tuple[bool, float]:
    """Updates before posts, the oldest first: the first to show a picture names it."""
    moment = piece.update.posted_at if piece.update else piece.post and piece.post.published
    return piece.update is None, moment.timestamp() if moment else float("inf")
