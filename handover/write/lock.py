"""One build at a time in an output folder, whoever runs it and from wherever.

The lock lies in the folder itself, so that every user, every program and every computer that reaches the
folder meets the same one. The system lets go of it when its build ends, however that ends: a lock that was
left behind hinders nobody, and the next build takes it away.
"""

import errno
import hashlib
import os
import platform
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from handover.errors import OutputError
from handover.model import Said

if TYPE_CHECKING:
    from filelock import BaseFileLock

LOCK = ".handover.lock"
STAGING = ".handover-staging-"
LIVING = 3600.0  # seconds since a build elsewhere last made a file, after which it is taken for dead
# What file systems say that cannot lock; on these a file that is there or not must do.
_NO_LOCKS = frozenset((errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOLCK, errno.EINVAL))


class Lock:
    """The right to write to a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._path = folder / LOCK
        self._held: BaseFileLock | None = None

    def take(self) -> None:
        """Raises OutputError where another build has it, OSError where the folder takes no lock."""
        lock: BaseFileLock = FileLock(self._path, mode=0o666)  # another user's build may come upon it
        try:
            lock.acquire(timeout=0)
        except Timeout:
            raise busy(self.folder) from None
        except OSError as error:
            if error.errno not in _NO_LOCKS:
                raise
            lock = self._without_locks()
        self._held = lock

    def _without_locks(self) -> "BaseFileLock":
        with suppress(OSError):
            if abs(time.time() - self._path.stat().st_mtime) > LIVING:
                self._path.unlink()
        from filelock import SoftFileLock  # takes as long to load as the rest of it

        lock = SoftFileLock(self._path)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            raise busy(self.folder) from None
        return lock

    def let_go(self) -> None:
        if self._held is None:
            return
        with suppress(OSError):
            # While it is held: who opened the file before it went finds that out (filelock 4), and who comes
            # later makes a new one. Windows removes no open file, and there the library does it.
            if isinstance(self._held, FileLock) and os.name != "nt":
                self._path.unlink()
        with suppress(OSError):
            self._held.release()
        self._held = None


def busy(folder: Path) -> OutputError:
    """The error where another build is at work."""
    return OutputError(
        Said("Another build is writing to {folder} right now.", folder=str(folder)),
        path=str(folder),
        hint=Said("Wait until it is done and start again, or choose another folder with --out-dir."),
    )


def staging_prefix() -> str:
    """How the staging folders of this computer begin."""
    host = hashlib.sha256(platform.node().encode("utf-8", "replace")).hexdigest()
    return f"{STAGING}{host[:8]}-"


def is_living(staging: Path) -> bool:
    """Whether a build on another computer may still be at work in this staging folder.

    In a folder that a cloud drive keeps alike on two computers no lock of the one is seen by the other. A
    build of this computer cannot be alive while we hold the lock.
    """
    if staging.name.startswith(staging_prefix()):
        return False
    try:
        return abs(time.time() - staging.stat().st_mtime) < LIVING
    except OSError:
        return False
