"""The client's folder: what the page shows is on this disk, and nowhere else.

handover.toml             the blog, the updates, the names; comments kept
for-you/given/            the files that were given to the page, as they came
for-you/…-working-copy    every update, and what was decided of it
"""

import filecmp
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from handover.details import read_details
from handover.details.saving import save_details
from handover.errors import OutputError
from handover.later import dataclass
from handover.model import DETAILS_FILE, Details, Handover, Said
from handover.model.paths import expanded
from handover.read import FEED_FORMATS
from handover.read.given import is_address, is_blog
from handover.read.manifest import written_as, written_in
from handover.write.disk import digest
from handover.write.job import FOR_YOU, WORKING_COPY

GIVEN = f"{FOR_YOU}/given"
LOCK = ".handover-app.lock"
PATIENCE = 60  # seconds that one app waits for another to have kept what was decided there
_LETTER = ("-farewell.eml", "-farewell.txt", "-handover.zip")
Stamp = tuple[Any, ...]  # equal stamps: nothing on the disk has changed


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file of an earlier build, as it lies there now."""

    name: str  # from the folder of the files: "for-you/acme-working-copy.xlsx"
    path: Path
    size: int

    @property
    def is_hers(self) -> bool:
        """Whether it is for the manager alone."""
        return self.name.startswith(f"{FOR_YOU}/")

    @property
    def is_attached(self) -> bool:
        """Whether it goes with the letter: all that is sent but the letter, and a zip of the very same."""
        return not self.is_hers and not self.name.endswith(_LETTER)


class ClientFolder:
    """Reads and changes what lies there. Every path it hands out is one of handover.toml or our manifest."""

    def __init__(self, place: Path) -> None:
        self.place = place.absolute()

    @property
    def toml(self) -> Path:
        return self.place / DETAILS_FILE

    def details(self) -> Details:
        """What handover.toml says. Raises DetailsError."""
        return read_details(self.toml if self.toml.is_file() else None)

    def save(self, answers: Mapping[tuple[str, str], Any], language: str = "") -> None:
        """Put answers into handover.toml. Raises DetailsError, SecretError, OutputError."""
        save_details(self.place, answers, language=language)

    def out_dir(self, details: Details) -> Path:
        told = details.content.out_dir
        return expanded(details.beside(told)) if told else self.place

    def tidied(self, sentence: str) -> str:
        """A sentence without the way to this folder: she knows where she is, and gave files, not paths."""
        for folder in (self.place / GIVEN, self.place):
            sentence = sentence.replace(f"{folder}{os.sep}", "")
        return sentence

    @contextmanager
    def alone(self) -> Iterator[None]:
        """The folder for oneself while what was decided is kept, beside other apps. Where it takes no
        lock, or one is held for very long, it goes without."""
        lock = FileLock(self.place / LOCK, timeout=PATIENCE)
        with suppress(OSError, Timeout):
            lock.acquire()
        try:
            yield
        finally:
            if lock.is_locked:
                with suppress(OSError):
                    if os.name != "nt":
                        (self.place / LOCK).unlink()  # while it is held, as `write.lock` does
                lock.release()

    # -- what was given ----------------------------------------------------------------------------

    def sources(self, details: Details) -> tuple[str, ...]:
        """The updates as handover.toml names them, without the working copy, which is ours."""
        return tuple(told for told in details.content.updates if not self.is_working_copy(told))

    def is_working_copy(self, told: str) -> bool:
        return told.replace("\\", "/").startswith(f"{FOR_YOU}/") and told.endswith(f"-{WORKING_COPY}")

    def take(self, files: Sequence[Path], language: str = "") -> None:
        """Keep files that have come, and name them in handover.toml: one that looks like the blog as the
        blog where there is none yet, all others as updates."""
        details = self.details()
        feed, updates = details.client.feed, list(details.content.updates)
        for file in files:
            wanted = not feed and is_blog(file, FEED_FORMATS)
            told = self._kept(file)
            if wanted:
                feed = told
            elif told not in updates:
                updates.append(told)
        self.save({("client", "feed"): feed or None, ("content", "updates"): updates or None}, language)

    def _kept(self, file: Path) -> str:
        """The file moved in, unless the very same is there; its path as handover.toml names it."""
        folder = self.place / GIVEN
        folder.mkdir(parents=True, exist_ok=True)
        for number in count(1):
            path = folder / (file.name if number == 1 else f"{file.stem} {number}{file.suffix}")
            if not path.exists():
                shutil.move(file, path)
                break
            if path.is_file() and filecmp.cmp(file, path, shallow=False):
                break
        return path.relative_to(self.place).as_posix()

    def name_blog(self, told: str, language: str = "") -> None:
        """Take an address as the blog's, or a Google Sheet's as one of the updates.

        Raises OutputError for what is no address: no path of this computer is read because it was typed.
        """
        told = told.strip()
        if not is_address(told) or "\n" in told:
            raise OutputError(
                Said("This is no web address."),
                hint=Said("Paste the blog's address, or drop a saved feed or export below."),
            )
        if is_blog(told, FEED_FORMATS):
            self.save({("client", "feed"): told}, language)
        else:
            updates = self.details().content.updates
            self.save({("content", "updates"): list(dict.fromkeys((*updates, told)))}, language)

    def forget(self, told: str) -> None:
        """Take one of the sources out of handover.toml; a file that was given to the page goes, too."""
        details = self.details()
        left = [name for name in details.content.updates if name != told]
        if told == details.client.feed:
            self.save({("client", "feed"): None})
        elif len(left) < len(details.content.updates):
            self.save({("content", "updates"): left or None})
        else:
            return
        if told.startswith(f"{GIVEN}/") and "/" not in told.removeprefix(f"{GIVEN}/"):
            (self.place / told).unlink(missing_ok=True)

    # -- the working copy and the written files ----------------------------------------------------

    def name_working_copy(self, handover: Handover) -> None:
        """Name the working copy among the updates, so that Excel and the command line go on from it."""
        path = handover.working_copy
        if path is None or not path.is_relative_to(self.place.resolve()):
            told = str(path)
        else:
            told = path.relative_to(self.place.resolve()).as_posix()
        details = self.details()
        wanted = [*self.sources(details), told]
        if path is not None and list(details.content.updates) != wanted:
            self.save({("content", "updates"): wanted})

    def edited_copy(self, details: Details) -> str:
        """A working copy that was edited and is not among the updates, as handover.toml would name it."""
        for file in self.written(details):
            new = (
                file.is_hers and file.name.endswith(WORKING_COPY) and file.name not in details.content.updates
            )
            if new and digest(file.path) != written_as(file.path):
                return file.path.relative_to(self.place).as_posix()
        return ""

    def written(self, details: Details) -> list[Written]:
        """The files of earlier builds that are there."""
        folder = self.out_dir(details)
        return [
            Written(name=path.relative_to(folder).as_posix(), path=path, size=path.stat().st_size)
            for path in sorted(written_in(folder))
            if path.is_file() and path.resolve().is_relative_to(folder.resolve())
        ]

    def stamp(self) -> Stamp:
        """What the disk says of everything that is read."""
        return (_stamp(self.toml), *sorted(self._stamps()))

    def _stamps(self) -> Iterator[tuple[Any, ...]]:
        try:
            details = self.details()
        except Exception:  # reading will say what is wrong
            return
        for told in (details.client.feed, *details.content.updates):
            if told and not is_address(told):
                yield told, *_stamp(Path(details.beside(told)))


def _stamp(path: Path) -> tuple[int, int]:
    try:
        told = path.stat()
    except OSError:
        return (0, 0)
    return (told.st_mtime_ns, told.st_size)
