"""What the output folder's files are asked and told: sums, links, safe places, and refusals in words."""

import contextlib
import errno
import hashlib
import json
import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath

from handover.errors import OutputError
from handover.model import Said

# On Windows a virus scanner or a cloud drive holds a file for a moment: all that is needed is to wait.
TRIES = 6 if os.name == "nt" else 1
WAIT = 0.05  # seconds before the second try, doubled with each


def digest(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def is_ours(folder: Path, name: str) -> bool:
    """Whether a name of a manifest or journal stands for a file in the folder or its own folders.

    Not so a name that climbs out, an absolute one, and one whose way goes through a link to elsewhere.
    """
    place = PurePosixPath(name)
    if not place.name or place.is_absolute() or ".." in place.parts or PureWindowsPath(name).drive:
        return False
    inside = os.path.normcase(folder.resolve() / place.parent)
    return os.path.normcase((folder / place.parent).resolve()) == inside


def check_free(folder: Path, name: str) -> None:
    """Raises OutputError where something stands in the place of the file that no file can replace."""
    path = folder / name
    for above in [folder / part for part in PurePosixPath(name).parents][-2::-1]:
        if os.path.lexists(above) and not above.is_dir():
            raise _in_the_way(
                above, Said("{path} is not a folder, and one is needed there.", path=str(above))
            )
    if not is_ours(folder, name):
        said = Said("{path} leads to another folder, where nothing will be written.", path=str(path.parent))
        raise _in_the_way(path.parent, said)
    if os.path.lexists(path) and not path.is_file():
        said = Said("{path} is not a file, and one is to be written there.", path=str(path))
        raise _in_the_way(path, said)


def _in_the_way(path: Path, said: Said) -> OutputError:
    hint = Said("Nothing was changed. Move it away, or choose another folder with --out-dir.")
    return OutputError(said, path=str(path), hint=hint)


def link(file: Path, also: Path) -> None:
    """Give a file a second name."""
    also.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(file, also)
    except OSError:  # a file system without hard links
        shutil.copy2(file, also)


def put(file: Path, place: Path) -> None:
    """Move a file over the one in its place, patient with what holds that for a moment."""
    for attempt in range(TRIES):
        try:
            file.replace(place)
            return
        except PermissionError:
            if attempt == TRIES - 1:
                raise
            time.sleep(WAIT * 2**attempt)


def write_json(path: Path, value: object) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        json.dump(value, stream, indent=1, ensure_ascii=False)
        stream.flush()
        os.fsync(stream.fileno())


def sync(path: Path) -> None:
    """Bring a file, or a folder where the system can, safely to disk."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() or os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # a drive of the network that knows no sync
            raise
    finally:
        os.close(handle)


@contextlib.contextmanager
def explained(path: Path) -> Iterator[None]:
    """An operating system's refusal as a sentence."""
    try:
        yield
    except (OSError, ValueError) as error:  # ValueError: a name with signs that no file has
        place = getattr(error, "filename", None) or path
        raise OutputError(
            Said(
                "{place} could not be written ({error}).",
                place=str(place),
                error=str(getattr(error, "strerror", None) or error),
            ),
            path=str(place),
            hint=Said(
                "Nothing was changed. Close the file if it is open in Word or Excel, check that there is "
                "room on the disk and that you may write to the folder, or choose another --out-dir."
            ),
        ) from error
