"""The moves that bring staged files in: all of them or none, even where a run is cut off in the middle.

A journal is written before the first file is moved in and removed after the last. A run that was cut off
between the two is finished, or undone, by the next one.
"""

import contextlib
import dataclasses
import json
from pathlib import Path, PurePosixPath

from handover.later import dataclass
from handover.write.disk import explained, is_ours, link, put, sync, write_json
from handover.write.lock import STAGING, busy, is_living

JOURNAL = ".handover-journal.json"
UNDO = ".handover-undo.json"
OLD = ".old"  # within the staging folder: the files as they were before


@dataclass(frozen=True, slots=True)
class Moves:
    """One run's journal. All names are relative to the output folder."""

    staging: str
    files: list[str]  # to move in
    stale: list[str]  # to remove
    before: list[str]  # those of them that were there


def move_in(folder: Path, staging: str, names: list[str], stale: list[str]) -> None:
    """Move the staged files in and remove the stale ones. Raises OSError when nothing was changed."""
    for name in names:
        sync(folder / staging / name)
    before = [n for n in (*names, *stale) if (folder / n).exists()]
    moves = Moves(staging=staging, files=names, stale=stale, before=before)
    for name in before:
        link(folder / name, folder / staging / OLD / name)
    write_json(folder / JOURNAL, dataclasses.asdict(moves))
    try:
        _finish(folder, moves)
    except BaseException:
        (folder / JOURNAL).replace(folder / UNDO)  # needs no room on a full disk
        _undo(folder, moves)
        raise
    # All is in its place. Should the journal not go, the next run finds nothing left to do in it.
    with contextlib.suppress(OSError):
        (folder / JOURNAL).unlink()
        sync(folder)
    for above in sorted({a for name in stale for a in PurePosixPath(name).parents[:-1]}, reverse=True):
        with contextlib.suppress(OSError):
            (folder / above).rmdir()  # only when nothing is left in it


def recover(folder: Path) -> None:
    """Finish or undo what a run began that was cut off in mid-move.

    Raises OutputError where that run may still be at it, on another computer.
    """
    for journal, mend in ((UNDO, _undo), (JOURNAL, _finish)):
        moves = _read_journal(folder, journal)
        if moves and is_living(folder / moves.staging):
            raise busy(folder)
        if moves:
            with explained(folder):
                mend(folder, moves)
        (folder / journal).unlink(missing_ok=True)


def is_under_way(folder: Path) -> bool:
    """Whether a journal tells that files are yet to be moved: their staging folder must stay."""
    return (folder / JOURNAL).exists() or (folder / UNDO).exists()


def _finish(folder: Path, moves: Moves) -> None:
    """Move in what is not yet moved in. Doing it twice does no harm."""
    staging = folder / moves.staging
    for name in moves.files:
        if (staging / name).exists():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            put(staging / name, folder / name)
    for name in moves.stale:
        if (staging / OLD / name).exists():
            (folder / name).unlink(missing_ok=True)


def _undo(folder: Path, moves: Moves) -> None:
    """Put back what was there before. Doing it twice does no harm."""
    staging = folder / moves.staging
    for name in moves.files:
        if (staging / name).exists():
            continue  # it never was moved in, so the old one is in its place, and may be held by a program
        if name not in moves.before:
            (folder / name).unlink(missing_ok=True)
        elif (staging / OLD / name).exists():
            put(staging / OLD / name, folder / name)
    for name in moves.stale:
        if (staging / OLD / name).exists() and not (folder / name).exists():
            put(staging / OLD / name, folder / name)
    (folder / UNDO).unlink(missing_ok=True)


def _read_journal(folder: Path, journal: str) -> Moves | None:
    """The moves of a run that was cut off; None where there are none that could be ours."""
    try:
        moves = Moves(**json.loads((folder / journal).read_text("utf-8")))
        names = [moves.staging, *moves.files, *moves.stale, *moves.before]
        ours = moves.staging.startswith(STAGING) and all(is_ours(folder, n) for n in names)
        ours = ours and not (folder / moves.staging).is_symlink()
    except (OSError, ValueError, TypeError, AttributeError):
        return None  # no journal, or one cut off while it was written: nothing had been moved yet
    return moves if ours else None
