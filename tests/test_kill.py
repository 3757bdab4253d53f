"""Whatever happens in the middle of a build, the old files or the new ones are there, whole."""

import errno
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from handover import OutputError, build_handover
from handover.write.lock import STAGING
from handover.write.moves import JOURNAL, UNDO
from handover.write.store import MANIFEST, Store
from tests.extent import share

SAMPLES = Path(__file__).parent.parent / "sample_data"
EVERY = ("xlsx", "docx", "html", "ics", "csv", "eml")
POINTS = share(28)  # each is a build of its own
FEW = share(12)  # where others try the same: test_errors refuses each operation

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork, which Windows does not have")


def build(folder: Path, minimum: int = 3, updates: Path | None = None) -> None:
    import datetime as dt

    build_handover(
        SAMPLES / "feed.xml",
        updates or [SAMPLES / "updates.csv", SAMPLES / "mastodon-archive.zip"],
        out_dir=folder,
        formats=EVERY,
        details=SAMPLES / "handover.toml",
        minimum=minimum,
        whole_blog=False,
        today=dt.date(2026, 11, 22),
    )


def visible(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in sorted(folder.rglob("*"))
        if p.is_file() and STAGING not in p.as_posix() and p.name not in (MANIFEST, JOURNAL, UNDO)
    }


def leftovers(folder: Path) -> list[str]:
    return [p.name for p in folder.iterdir() if p.name.startswith((STAGING, JOURNAL, UNDO))]


def in_child(act: Callable[[], None]) -> int:
    """Run `act` in a forked child; how it ended, as `waitpid` says."""
    pid = os.fork()
    if pid == 0:  # pragma: no cover - the child
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        try:
            act()
        except BaseException:
            os._exit(3)
        os._exit(0)
    return os.waitpid(pid, 0)[1]


def steps(act: Callable[[], None], on_step: Callable[[int, str, tuple[Any, ...]], None]) -> None:
    """Run `act`, calling `on_step` at everything that touches the system: opening, moving, removing."""
    count = iter(range(10**9))

    def hook(event: str, args: tuple[Any, ...]) -> None:
        if event == "open" or event.startswith(("os.", "shutil.", "tempfile.")):
            on_step(next(count), event, args)

    sys.addaudithook(hook)  # cannot be taken off again: only ever in a child
    act()


@pytest.fixture(scope="module")
def sets(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, bytes], int]:
    """The old files, the new ones, and how many steps it takes to come from these to those."""
    folder = tmp_path_factory.mktemp("sets")
    build(folder)
    old = visible(folder)
    read, write = os.pipe()

    def count() -> None:
        last = 0

        def note(n: int, event: str, args: tuple[Any, ...]) -> None:
            nonlocal last
            last = n

        steps(lambda: build(folder, minimum=4), note)
        os.write(write, str(last).encode())

    assert in_child(count) == 0
    return old, visible(folder), int(os.read(read, 20))


def test_a_build_killed_at_any_point_leaves_the_old_files_or_the_new_ones_whole(
    tmp_path: Path, sets: tuple[dict[str, bytes], dict[str, bytes], int]
) -> None:
    old, new, total = sets
    assert old.keys() == new.keys()
    assert old != new
    seen = set()
    build(tmp_path)
    for point in sorted({total * n // POINTS for n in range(POINTS)}):

        def kill(n: int, event: str, args: tuple[Any, ...], point: int = point) -> None:
            if n == point:
                os.kill(os.getpid(), signal.SIGKILL)

        status = in_child(lambda kill=kill: steps(lambda: build(tmp_path, minimum=4), kill))
        with Store(tmp_path):  # the next run: it mends before it begins
            pass
        files = visible(tmp_path)
        assert files in (old, new), f"a mixed set after a kill at step {point} of {total}"
        assert leftovers(tmp_path) == []
        seen.add((os.WIFSIGNALED(status), files == new))
        if files == new:
            build(tmp_path)
    assert (True, False) in seen


def edit(folder: Path) -> bytes:
    """Change the working copy as a person would; the bytes of the file as it is then."""
    (path,) = folder.glob("for-you/*-working-copy.xlsx")
    book = openpyxl.load_workbook(path)
    cells = {cell.value: cell.column for cell in book["Updates"][1]}
    book["Updates"].cell(3, cells["Text"]).value = "Said better"
    book.save(path)
    return path.read_bytes()


def test_a_build_from_an_edited_workbook_killed_at_any_point_never_loses_it(tmp_path: Path) -> None:
    pristine, whole = tmp_path / "pristine", tmp_path / "whole"
    build(pristine)
    hers = edit(pristine)
    old = visible(pristine)
    shutil.copytree(pristine, whole)
    read, write = os.pipe()

    def count() -> None:
        last = [0]
        steps(lambda: build(whole, minimum=4, updates=whole), lambda n, event, args: last.__setitem__(0, n))
        os.write(write, str(last[0]).encode())

    assert in_child(count) == 0
    new, total = visible(whole), int(os.read(read, 20))
    assert next(name for name, data in new.items() if data == hers).endswith("(edited 2026-11-22).xlsx")
    seen = set()
    for point in sorted({total * n // FEW for n in range(FEW)} | set(range(total - POINTS, total))):
        folder = tmp_path / f"{point}"
        shutil.copytree(pristine, folder)

        def kill(n: int, event: str, args: tuple[Any, ...], point: int = point) -> None:
            if n == point:
                os.kill(os.getpid(), signal.SIGKILL)

        def act(folder: Path = folder, kill: Callable[..., None] = kill) -> None:
            steps(lambda: build(folder, minimum=4, updates=folder), kill)

        in_child(act)
        with Store(folder):  # the next run: it mends before it begins
            pass
        files = visible(folder)
        assert files in (old, new), f"a mixed set after a kill at step {point} of {total}"
        assert hers in files.values() and leftovers(folder) == []
        seen.add(files == new)
        shutil.rmtree(folder)
    assert seen == {True, False}


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES], ids=["disk full", "permission denied"])
def test_a_refused_write_at_any_point_changes_nothing_and_says_so(
    tmp_path: Path, sets: tuple[dict[str, bytes], dict[str, bytes], int], number: int
) -> None:
    old, _, total = sets
    build(tmp_path)
    for point in sorted({total * n // FEW for n in range(FEW)}):
        refused: list[int] = []

        def refuse(
            n: int, event: str, args: tuple[Any, ...], point: int = point, refused: list[int] = refused
        ) -> None:
            writes = event != "open" or (isinstance(args[1], str) and set(args[1]) & set("wax+"))
            inside = any(str(tmp_path) in str(arg) for arg in args)
            asked = not event.startswith("shutil.")  # else only announced: each step is asked for by itself
            if n >= point and writes and inside and asked and not refused:
                refused.append(n)
                raise OSError(number, os.strerror(number), str(args[0]))

        def act(refuse: Callable[[int, str, tuple[Any, ...]], None] = refuse) -> None:
            try:
                steps(lambda: build(tmp_path, minimum=4), refuse)
            except OutputError as error:
                if visible(tmp_path) != old or not error.hint:
                    os._exit(5)
                os._exit(4)

        status = os.waitstatus_to_exitcode(in_child(act))
        assert status in (0, 4), f"ended with {status} when refused at step {point}"
        with Store(tmp_path):
            pass
        assert leftovers(tmp_path) == []
        if status == 0:
            build(tmp_path)


@pytest.mark.parametrize("stage", ["feed", "updates", "pair", "write"])
def test_ctrl_c_in_any_stage_leaves_the_old_files(tmp_path: Path, stage: str) -> None:
    build(tmp_path)
    before = visible(tmp_path)

    def interrupt(name: str, done: int, total: int | None) -> None:
        if name == stage:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_handover(
            SAMPLES / "feed.xml",
            SAMPLES / "updates.csv",
            out_dir=tmp_path,
            details=SAMPLES / "handover.toml",
            formats=EVERY,
            minimum=4,
            progress=interrupt,
        )
    assert visible(tmp_path) == before
    assert leftovers(tmp_path) == []
