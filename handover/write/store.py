"""All files or none, and never over a file that a person has edited.

What was written is remembered in `.handover.json` beside the files, as the SHA-256 of each. A file that
still matches is ours and may be replaced; one that does not was edited, or was there before us. A workbook
that was edited and read back whole is replaced too, and kept beside the new one under a name with the day.

New files are made in a staging folder beside their places. A journal is written before the first of them
is moved in and removed after the last: a run that was cut off between the two is finished by the next one,
and whatever a run left that was cut off earlier is cleared.
"""

import contextlib
import dataclasses
import datetime as dt
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, count
from pathlib import Path, PurePosixPath

from filelock import FileLock, Timeout

from handover.errors import OutputError
from handover.model import Joined, Returned, Said

MANIFEST = ".handover.json"
JOURNAL = ".handover-journal.json"
UNDO = ".handover-undo.json"
STAGING = ".handover-staging-"
OLD = ".old"  # within the staging folder: the files as they were before


@dataclasses.dataclass(frozen=True, slots=True)
class Moves:
    """One run's journal. All names are relative to the output folder."""

    staging: str
    files: list[str]  # to move in
    stale: list[str]  # to remove
    before: list[str]  # those of them that were there


def digest(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


class Store:
    """The output folder. Use `with Store(folder) as store:`; nothing of a failed run remains."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.staging = folder
        self._made: list[Path] = []  # folders that were not there before
        place = hashlib.sha256(os.path.normcase(folder.absolute()).encode("utf-8", "replace")).hexdigest()
        self._lock = FileLock(Path(tempfile.gettempdir()) / f"handover-{place[:16]}.lock")

    def __enter__(self) -> "Store":
        try:
            self._lock.acquire(timeout=0)
        except Timeout as error:
            raise OutputError(
                Said("Another build is writing to {folder} right now.", folder=str(self.folder)),
                path=str(self.folder),
                hint=Said("Wait until it is done and start again, or choose another folder with --out-dir."),
            ) from error
        try:
            with self._explained(self.folder):
                self._create_folder()
                self._recover()
                self.staging = Path(tempfile.mkdtemp(prefix=STAGING, dir=self.folder))
        except BaseException:
            self._leave()
            raise
        return self

    def __exit__(self, *exception: object) -> None:
        if self.staging != self.folder:
            shutil.rmtree(self.staging, ignore_errors=True)
        self._leave()

    def _leave(self) -> None:
        for folder in reversed(self._made):
            with contextlib.suppress(OSError):
                folder.rmdir()  # only when still empty
        self._lock.release()

    def _create_folder(self) -> None:
        missing = [p for p in (self.folder, *self.folder.parents) if not p.exists()]
        self.folder.mkdir(parents=True, exist_ok=True)
        self._made = missing[::-1]

    # -- what is there -----------------------------------------------------------------------------

    def manifest(self) -> dict[str, dict[str, str]]:
        """What earlier runs wrote: name -> {"sha256": ..., "format": ...}."""
        try:
            files = json.loads((self.folder / MANIFEST).read_text("utf-8"))["files"]
            return {str(name): dict(entry) for name, entry in files.items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return {}  # without it every file counts as the user's own, which errs on the safe side

    def edited(self, names: Mapping[str, str]) -> list[str]:
        """Those of the names that exist and are not as we wrote them."""
        known = self.manifest()
        return [
            name
            for name in names
            if (self.folder / name).exists()
            and digest(self.folder / name) not in (known.get(name, {}).get("sha256"), names[name])
        ]

    # -- moving in ---------------------------------------------------------------------------------

    def commit(
        self,
        formats: Mapping[str, str],
        *,
        overwrite: bool,
        returned: Iterable[Returned] = (),
        today: dt.date = dt.date(1970, 1, 1),
    ) -> list[Path]:
        """Move every staged file to its place: all of them, or none.

        `formats` says which format each staged name belongs to. Files of the same formats that an earlier
        run wrote, that nobody edited and that this run has no more, are removed with the same move.
        `returned` are the workbooks that were read: one that stands in the place of a staged one and was
        read whole is kept beside it, under a name with `today`. Returns where those are kept.
        Raises OutputError when another file was edited (unless `overwrite`) or one cannot be replaced.
        """
        with self._explained(self.folder):
            staged = {name: digest(self.staging / name) for name in formats}
            edited = self.edited(staged)
            read = self._read_back(edited, returned)
            refused = [name for name in edited if name not in read or read[name].lost]
            if refused and not overwrite:
                raise self._refusal(refused, read)
            beside = [self._keep_beside(name, read[name], today) for name in edited if name not in refused]
        known = self.manifest()
        stale = [n for n, e in known.items() if n not in staged and e.get("format") in set(formats.values())]
        stale = [n for n in stale if (self.folder / n).exists() and n not in self.edited({n: ""})]
        kept = {n: e for n, e in known.items() if n not in stale}
        kept |= {name: {"sha256": staged[name], "format": formats[name]} for name in staged}
        with self._explained(self.folder):
            self._write_json(self.staging / MANIFEST, {"version": 1, "files": dict(sorted(kept.items()))})
            self._move([*beside, *staged, MANIFEST], stale)
        return [self.folder / name for name in beside]

    def _read_back(self, edited: Iterable[str], returned: Iterable[Returned]) -> dict[str, Returned]:
        """Those of the edited files that were read as they are now."""
        by_path = {told.path.resolve(): told for told in returned}
        found = {name: by_path.get((self.folder / name).resolve()) for name in edited}
        return {
            name: told for name, told in found.items() if told and told.sha256 == digest(self.folder / name)
        }

    def _refusal(self, refused: Sequence[str], read: Mapping[str, Returned]) -> OutputError:
        file, more = str(self.folder / refused[0]), len(refused) - 1
        text = Said("{file} was changed since it was written.", file=file)
        if more:
            text = Said(
                "{file} was changed since it was written (and {n} more).",
                many="{file} was changed since it was written (and {n} more).",
                file=file,
                n=more,
            )
        other = Said("Choose another --out-dir, or replace the file with --overwrite.")
        hint: str = Joined(Said("Nothing was written."), other)
        if file.endswith(".xlsx"):
            hint = Said(
                "Nothing was written. Build from the edited workbook by giving it as updates, choose another "
                "--out-dir, or replace the file with --overwrite."
            )
        if told := read.get(refused[0]):
            hint = Joined(
                Said("Nothing was written. Its updates were read."),
                told.lost,
                other,
            )
        return OutputError(text, path=file, hint=hint)

    def _keep_beside(self, name: str, told: Returned, today: dt.date) -> str:
        """Stage an edited workbook under the name it is kept by, "plan (edited 2026-11-29).xlsx"."""
        place = PurePosixPath(name)
        tries = (f"{today}{n}" for n in chain([""], map(" {}".format, count(2))))
        names = (place.with_name(f"{place.stem} (edited {day}){place.suffix}") for day in tries)
        kept = next(str(one) for one in names if not (self.folder / one).exists())
        self._link(self.folder / name, self.staging / kept)
        if digest(self.staging / kept) != told.sha256:  # saved again this very moment
            raise self._refusal([name], {})
        return kept

    def _move(self, names: list[str], stale: list[str]) -> None:
        for name in names:
            _sync(self.staging / name)
        moves = Moves(
            staging=self.staging.name,
            files=names,
            stale=stale,
            before=[n for n in (*names, *stale) if (self.folder / n).exists()],
        )
        for name in moves.before:
            self._keep_old(name)
        self._write_json(self.folder / JOURNAL, dataclasses.asdict(moves))
        try:
            self._finish(moves)
        except BaseException:
            (self.folder / JOURNAL).replace(self.folder / UNDO)  # needs no room on a full disk
            self._undo(moves)
            raise
        # All is in its place. Should the journal not go, the next run finds nothing left to do in it.
        with contextlib.suppress(OSError):
            (self.folder / JOURNAL).unlink()
            _sync(self.folder)

    def _keep_old(self, name: str) -> None:
        self._link(self.folder / name, self.staging / OLD / name)

    @staticmethod
    def _link(file: Path, also: Path) -> None:
        """Give a file a second name."""
        also.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(file, also)
        except OSError:  # a file system without hard links
            shutil.copy2(file, also)

    def _finish(self, moves: "Moves") -> None:
        """Move in what is not yet moved in. Doing it twice does no harm."""
        staging = self.folder / moves.staging
        for name in moves.files:
            if (staging / name).exists():
                (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
                (staging / name).replace(self.folder / name)
        for name in moves.stale:
            if (staging / OLD / name).exists():
                (self.folder / name).unlink(missing_ok=True)

    def _undo(self, moves: "Moves") -> None:
        """Put back what was there before. Doing it twice does no harm."""
        staging = self.folder / moves.staging
        for name in (*moves.files, *moves.stale):
            if name in moves.before:
                if (staging / OLD / name).exists():
                    (staging / OLD / name).replace(self.folder / name)
            elif not (staging / name).exists():
                (self.folder / name).unlink(missing_ok=True)
        (self.folder / UNDO).unlink(missing_ok=True)

    def _recover(self) -> None:
        """Finish or undo what a run began that was cut off in mid-move; clear what others left."""
        for journal, mend in ((UNDO, self._undo), (JOURNAL, self._finish)):
            moves = self._read_journal(journal)
            if moves:
                mend(moves)
            (self.folder / journal).unlink(missing_ok=True)
        for left in self.folder.glob(f"{STAGING}*"):
            shutil.rmtree(left, ignore_errors=True)

    def _read_journal(self, journal: str) -> "Moves | None":
        """The moves of a run that was cut off; None where there are none that could be ours."""
        try:
            moves = Moves(**json.loads((self.folder / journal).read_text("utf-8")))
            names = [moves.staging, *moves.files, *moves.stale, *moves.before]
            ours = moves.staging.startswith(STAGING) and all(_inside(self.folder, n) for n in names)
        except (OSError, ValueError, TypeError, AttributeError):
            return None  # no journal, or one cut off while it was written: nothing had been moved yet
        return moves if ours else None

    @staticmethod
    def _write_json(path: Path, value: object) -> None:
        with path.open("w", encoding="utf-8", newline="\n") as stream:
            json.dump(value, stream, indent=1, ensure_ascii=False)
            stream.flush()
            os.fsync(stream.fileno())

    @staticmethod
    @contextlib.contextmanager
    def _explained(path: Path) -> Iterator[None]:
        """An operating system's refusal as a sentence."""
        try:
            yield
        except OSError as error:
            place = error.filename or path
            raise OutputError(
                Said(
                    "{place} could not be written ({error}).",
                    place=str(place),
                    error=str(error.strerror or error),
                ),
                path=str(place),
                hint=Said(
                    "Nothing was changed. Close the file if it is open in Word or Excel, check that there is "
                    "room on the disk and that you may write to the folder, or choose another --out-dir."
                ),
            ) from error


def _inside(folder: Path, name: str) -> bool:
    return (folder / name).resolve().is_relative_to(folder.resolve())


def _sync(path: Path) -> None:
    """Bring a file, or a folder where the system can, safely to disk."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() or os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
