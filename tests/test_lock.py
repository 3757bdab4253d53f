"""One build a folder at a time, for whoever comes from wherever; and no lock outlives its build."""

import errno
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from filelock import FileLock

from handover.errors import OutputError
from handover.write import lock
from handover.write.lock import LIVING, LOCK, STAGING, Lock, staging_prefix
from handover.write.moves import JOURNAL
from handover.write.store import Store

TAKES = (
    "import sys; from pathlib import Path; from handover.write.lock import Lock; l = Lock(Path(sys.argv[1]));"
)


def test_a_second_build_meets_the_lock_from_wherever_it_comes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere").mkdir()
    folder, again = tmp_path / "out", tmp_path / "the same"
    folder.mkdir()
    again.symlink_to(folder)
    monkeypatch.chdir(folder)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "elsewhere"))
    with Store(folder) as store:
        (store.staging / "a.xlsx").write_text("half")
        for way in (folder, again, Path(), folder / ".." / "out"):
            with pytest.raises(OutputError, match="Another build"):
                Store(way).__enter__()
        told = subprocess.run(
            [sys.executable, "-c", f"{TAKES} l.take()", str(again)],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "TMPDIR": str(tmp_path / "elsewhere")},
        )
        assert "Another build" in told.stderr
        assert (store.staging / "a.xlsx").read_text() == "half"
        store.commit({"a.xlsx": "xlsx"}, overwrite=False)
    assert sorted(p.name for p in folder.iterdir()) == [".handover.json", "a.xlsx"]
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_lock_goes_with_its_build_however_that_ends(tmp_path: Path) -> None:
    code = f"{TAKES} l.take(); print(1, flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        assert child.stdout and child.stdout.readline()
        with pytest.raises(OutputError, match="Another build"):
            Lock(tmp_path).take()
        child.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
    assert (tmp_path / LOCK).exists() or os.name == "nt"  # left behind, and no hindrance
    with Store(tmp_path):
        pass
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("kind", ["link to a file", "link to nowhere", "folder"])
def test_what_is_planted_for_a_lock_is_not_followed(tmp_path: Path, kind: str) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "victim").write_text("safe")
    planted = tmp_path / "out" / LOCK
    if kind == "folder":
        planted.mkdir()
    else:
        planted.symlink_to(tmp_path / ("victim" if "file" in kind else "nowhere"))
    with pytest.raises(OutputError) as refused:
        Store(tmp_path / "out").__enter__()
    assert refused.value.hint
    assert (tmp_path / "victim").read_text() == "safe"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out", "victim"]


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS, errno.EIO, errno.ENOSPC, errno.ELOOP])
def test_a_lock_that_the_system_refuses_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def acquire(self: FileLock, **options: object) -> None:
        raise OSError(number, os.strerror(number), str(tmp_path / LOCK))

    monkeypatch.setattr(FileLock, "acquire", acquire)
    with pytest.raises(OutputError, match="could not be written"):
        Store(tmp_path / "out").__enter__()
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOLCK])
def test_where_a_drive_has_no_locks_a_file_must_do_and_an_old_one_does_not_hinder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def acquire(self: FileLock, **options: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(FileLock, "acquire", acquire)
    with Store(tmp_path), pytest.raises(OutputError, match="Another build"):
        Store(tmp_path).__enter__()
    assert not (tmp_path / LOCK).exists()
    (tmp_path / LOCK).write_text("12345\nanother-computer\n")
    with pytest.raises(OutputError, match="Another build"):
        Store(tmp_path).__enter__()
    long_ago = time.time() - LIVING - 1
    os.utime(tmp_path / LOCK, (long_ago, long_ago))
    with Store(tmp_path):
        pass
    assert not (tmp_path / LOCK).exists()


@pytest.mark.parametrize(
    ("whose", "age", "stays"),
    [
        ("ours", 0, False),  # we hold the lock, so its build is dead
        ("theirs", 0, True),
        ("theirs", LIVING + 1, False),
        ("theirs", -60, True),  # the clock of one of the two is wrong
        ("theirs", -LIVING - 1, False),  # the clock was set back since
    ],
)
def test_the_staging_of_a_build_that_may_live_is_never_cleared(
    tmp_path: Path, whose: str, age: float, stays: bool
) -> None:
    """On a cloud drive that keeps two computers' folders alike no lock is seen by the other."""
    left = tmp_path / f"{staging_prefix() if whose == 'ours' else STAGING}x"
    left.mkdir()
    (left / "a.xlsx").write_text("half")
    then = time.time() - age
    os.utime(left, (then, then))
    with Store(tmp_path):
        assert left.exists() is stays
    (tmp_path / JOURNAL).write_text(f'{{"staging": "{left.name}", "files": [], "stale": [], "before": []}}')
    if stays:
        with pytest.raises(OutputError, match="Another build"):
            Store(tmp_path).__enter__()
    else:
        with Store(tmp_path):
            pass
        assert not (tmp_path / JOURNAL).exists()


def test_a_lock_let_go_twice_or_never_taken_harms_nobody(tmp_path: Path) -> None:
    held, other = Lock(tmp_path), lock.Lock(tmp_path)
    held.take()
    other.let_go()
    with pytest.raises(OutputError):
        other.take()
    held.let_go()
    held.let_go()
    assert not list(tmp_path.iterdir())
