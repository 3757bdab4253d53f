"""All files or none, and never over an edited one."""

import datetime as dt
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from handover.errors import OutputError
from handover.model import Returned
from handover.write import disk
from handover.write.lock import STAGING
from handover.write.moves import JOURNAL, UNDO
from handover.write.store import MANIFEST, Store


def write(
    folder: Path,
    files: dict[str, str],
    *,
    overwrite: bool = False,
    format: str = "xlsx",
    client: str = "",
    asked: tuple[str, ...] = (),
) -> None:
    with Store(folder, client) as store:
        for name, text in files.items():
            (store.staging / name).parent.mkdir(parents=True, exist_ok=True)
            (store.staging / name).write_text(text)
        store.commit(dict.fromkeys(files, format), overwrite=overwrite, asked=asked)


def visible(folder: Path) -> dict[str, str]:
    files = (p for p in folder.rglob("*") if p.is_file() and p.name != MANIFEST)
    return {p.relative_to(folder).as_posix(): p.read_text() for p in files}


def test_files_arrive_with_their_folders(tmp_path: Path) -> None:
    write(tmp_path / "new" / "out", {"a.xlsx": "A", "next-tool/b.csv": "B"})
    assert visible(tmp_path / "new" / "out") == {"a.xlsx": "A", "next-tool/b.csv": "B"}


def test_a_file_as_we_wrote_it_is_replaced(tmp_path: Path) -> None:
    write(tmp_path, {"a.xlsx": "first"})
    write(tmp_path, {"a.xlsx": "second"})
    assert visible(tmp_path) == {"a.xlsx": "second"}


def test_an_edited_file_is_never_overwritten_unasked(tmp_path: Path) -> None:
    write(tmp_path, {"a.xlsx": "ours", "b.docx": "ours"})
    (tmp_path / "a.xlsx").write_text("hers")
    with pytest.raises(OutputError, match=r"a\.xlsx was changed"):
        write(tmp_path, {"a.xlsx": "new", "b.docx": "new"})
    assert visible(tmp_path) == {"a.xlsx": "hers", "b.docx": "ours"}
    write(tmp_path, {"a.xlsx": "new", "b.docx": "new"}, overwrite=True)
    assert visible(tmp_path) == {"a.xlsx": "new", "b.docx": "new"}


def test_only_an_edited_workbook_may_be_built_from(tmp_path: Path) -> None:
    for name, may in (("a.xlsx", True), ("b.docx", False)):
        (tmp_path / name).write_text("hers")
        with pytest.raises(OutputError) as refused:
            write(tmp_path, {name: "new"})
        assert ("naming it after the blog" in refused.value.hint) is may
        assert "--out-dir" in refused.value.hint and "--overwrite" in refused.value.hint


def test_a_file_that_was_there_before_us_is_never_overwritten_unasked(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_text("hers")
    with pytest.raises(OutputError):
        write(tmp_path, {"a.xlsx": "new"})
    assert visible(tmp_path) == {"a.xlsx": "hers"}


def test_a_broken_manifest_makes_every_file_the_users_own(tmp_path: Path) -> None:
    write(tmp_path, {"a.xlsx": "ours"})
    (tmp_path / MANIFEST).write_text("{")
    with pytest.raises(OutputError):
        write(tmp_path, {"a.xlsx": "new"})


def test_what_an_earlier_run_wrote_and_this_one_has_no_more_goes(tmp_path: Path) -> None:
    write(tmp_path, {"t/a.csv": "1", "t/b.csv": "2", "t/c.csv": "3"}, format="csv")
    (tmp_path / "t" / "c.csv").write_text("hers")
    write(tmp_path, {"t/a.csv": "4"}, format="csv")
    assert visible(tmp_path) == {"t/a.csv": "4", "t/c.csv": "hers"}


def test_what_a_format_that_was_asked_for_no_longer_gives_goes_too(tmp_path: Path) -> None:
    """A calendar of a plan that there is no more, as where the clock was set back."""
    write(tmp_path, {"plan.ics": "1"}, format="ics")
    write(tmp_path, {"a.xlsx": "2"})
    assert set(visible(tmp_path)) == {"plan.ics", "a.xlsx"}
    write(tmp_path, {"a.xlsx": "3"}, asked=("xlsx", "ics"))
    assert set(visible(tmp_path)) == {"a.xlsx"}


def test_files_of_other_formats_stay_and_stay_known(tmp_path: Path) -> None:
    write(tmp_path, {"a.docx": "1"}, format="docx")
    write(tmp_path, {"a.xlsx": "2"}, format="xlsx")
    write(tmp_path, {"a.docx": "3"}, format="docx")
    assert visible(tmp_path) == {"a.docx": "3", "a.xlsx": "2"}


def test_a_failure_while_writing_leaves_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "out"
    with pytest.raises(RuntimeError), Store(folder) as store:
        (store.staging / "a.xlsx").write_text("half")
        raise RuntimeError
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("failing", range(4))
def test_a_failure_in_mid_move_puts_everything_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    write(tmp_path, {"a.xlsx": "old a", "c.xlsx": "old c", "z.xlsx": "stale"})
    before = visible(tmp_path)
    real, count = Path.replace, iter(range(99))

    def replace(self: Path, target: Path) -> Path:
        if STAGING in str(self) and ".old" not in str(self) and next(count) == failing:
            raise PermissionError(13, "The file is open in another program", str(target))
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(OutputError, match="open in another program"):
        write(tmp_path, {"a.xlsx": "new a", "b.xlsx": "new b", "c.xlsx": "new c"})
    assert visible(tmp_path) == before


CUT = """
import os, sys
from pathlib import Path
from handover.write import store
folder, point, phase = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
real, count = Path.replace, iter(range(99))
def replace(self, target):
    n = next(count)
    if n == point and phase == "finish": os._exit(9)
    if phase == "undo" and n == 1: raise PermissionError(13, "locked")
    if phase == "undo" and n == 2 + point: os._exit(9)
    return real(self, target)
Path.replace = replace
with store.Store(folder) as s:
    for name in ("a", "b", "c"):
        (s.staging / name).write_text("new " + name)
    s.commit({n: "xlsx" for n in ("a", "b", "c")}, overwrite=False)
"""


@pytest.mark.parametrize("phase", ["finish", "undo"])
@pytest.mark.parametrize("point", range(4))
def test_a_run_killed_in_mid_move_is_finished_or_undone_by_the_next(
    tmp_path: Path, point: int, phase: str
) -> None:
    old, new = {"a": "old a", "c": "old c"}, {"a": "new a", "b": "new b", "c": "new c"}
    write(tmp_path, old)
    subprocess.run(
        [sys.executable, "-c", CUT, str(tmp_path), str(point), phase], check=False, capture_output=True
    )
    with Store(tmp_path):
        pass
    assert visible(tmp_path) in (old, new)
    assert not [p.name for p in tmp_path.iterdir() if p.name.startswith((STAGING, JOURNAL, UNDO))]
    manifest = json.loads((tmp_path / MANIFEST).read_text())["files"]
    assert set(manifest) == set(visible(tmp_path))


FORGED = ("../victim", "/victim", "", ".", "..", "a/../../victim", "link/victim", "C:\\victim")


@pytest.mark.parametrize("name", FORGED, ids=repr)
def test_a_forged_journal_or_manifest_touches_nothing_outside_the_folder(tmp_path: Path, name: str) -> None:
    folder, outside = tmp_path / "out", tmp_path / "outside"
    (folder / f"{STAGING}x" / ".old" / "link").mkdir(parents=True)
    outside.mkdir()
    for victim in (tmp_path / "victim", outside / "victim"):
        victim.write_text("safe")
    (folder / "link").symlink_to(outside)
    for kept in ("victim", ".old/victim", ".old/link/victim"):  # as if the old files lay there
        (folder / f"{STAGING}x" / kept).write_text("kept")
    os.utime(folder / f"{STAGING}x", (0, 0))  # no other computer's build is at work there
    entry = {"sha256": hashlib.sha256(b"safe").hexdigest(), "format": "xlsx", "client": ""}
    (folder / MANIFEST).write_text(json.dumps({"files": {name: entry, "odd": {"format": [], "client": {}}}}))
    for journal, files in ((JOURNAL, []), (UNDO, [name])):
        told = {"staging": f"{STAGING}x", "files": files, "stale": [name], "before": []}
        (folder / journal).write_text(json.dumps(told))
    write(folder, {"a.xlsx": "1"})
    assert [p.read_text() for p in (tmp_path / "victim", outside / "victim")] == ["safe", "safe"]
    assert (folder / "a.xlsx").read_text() == "1"
    assert not (folder / JOURNAL).exists() and not (folder / UNDO).exists()


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda p: p.mkdir(), "is not a file"),
        (lambda p: p.symlink_to("nowhere"), "is not a file"),
        (lambda p: (p.parent.rmdir(), p.parent.write_text("hers")), "is not a folder"),
        (lambda p: (p.parent.rmdir(), p.parent.symlink_to(p.parent.parent.parent)), "to another folder"),
        (lambda p: (p.parent.rmdir(), p.parent.symlink_to("nowhere")), "is not a folder"),
    ],
    ids=["folder", "dangling link", "file for a folder", "linked folder", "dangling folder"],
)
@pytest.mark.parametrize("overwrite", [False, True])
def test_what_stands_in_the_way_is_named_and_stays(
    tmp_path: Path, make: Callable[[Path], object], why: str, overwrite: bool
) -> None:
    folder = tmp_path / "out"
    (folder / "t").mkdir(parents=True)
    make(folder / "t" / "a.csv")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(OutputError, match=why) as refused:
        write(folder, {"t/a.csv": "1", "b.xlsx": "2"}, overwrite=overwrite)
    assert "--out-dir" in refused.value.hint
    assert sorted(tmp_path.rglob("*")) == before


def test_files_of_two_clients_in_one_folder_leave_each_other_alone(tmp_path: Path) -> None:
    write(tmp_path, {"cafe-nord.xlsx": "é", "cafe-nord.docx": "é"}, client="Café Nord")
    with pytest.raises(OutputError, match=r"another client, Café Nord") as refused:
        write(tmp_path, {"cafe-nord.xlsx": "e"}, client="Cafe Nord")
    assert "--out-dir" in refused.value.hint
    write(tmp_path, {"other.xlsx": "o"}, client="Other")
    assert visible(tmp_path) == {"cafe-nord.xlsx": "é", "cafe-nord.docx": "é", "other.xlsx": "o"}
    write(tmp_path, {"cafe-nord.xlsx": "e"}, client="Cafe Nord", overwrite=True)
    assert visible(tmp_path)["cafe-nord.xlsx"] == "e"


@pytest.mark.parametrize("locked", ["a.xlsx", "b.xlsx", "c.xlsx", "z.xlsx"])
def test_a_file_that_another_program_holds_stays_and_so_do_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, locked: str
) -> None:
    """As Excel does on Windows: the file can be read, and neither replaced, renamed nor removed."""
    old = dict.fromkeys(("a.xlsx", "b.xlsx", "c.xlsx", "z.xlsx"), "old")
    write(tmp_path, old)

    def held(call: Callable[..., Any]) -> Callable[..., Any]:
        def refusing(self: Path, *args: Any, **options: Any) -> Any:
            if tmp_path / locked in (self, *args):
                raise PermissionError(13, "Used by another process", str(tmp_path / locked))
            return call(self, *args, **options)

        return refusing

    with monkeypatch.context() as patch:
        for name in ("replace", "rename", "unlink"):
            patch.setattr(Path, name, held(getattr(Path, name)))
        with pytest.raises(OutputError, match=rf"{locked} could not be written \(Used by another process\)"):
            write(tmp_path, dict.fromkeys(("a.xlsx", "b.xlsx", "c.xlsx", "n.xlsx"), "new"))
    assert visible(tmp_path) == old
    assert not list(tmp_path.glob(f"{STAGING}*"))
    write(tmp_path, {"a.xlsx": "new"})


def test_a_file_that_is_held_for_a_moment_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"a.xlsx": "old"})
    monkeypatch.setattr(disk, "TRIES", 4)  # as on Windows
    waited: list[float] = []
    monkeypatch.setattr(disk.time, "sleep", waited.append)
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if target.name == "a.xlsx" and len(waited) < 3:
            raise PermissionError(13, "Used by another process", str(target))
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    write(tmp_path, {"a.xlsx": "new"})
    assert visible(tmp_path) == {"a.xlsx": "new"}
    assert waited == sorted(waited) and len(waited) == 3


def test_what_cannot_be_put_back_at_once_is_put_back_by_the_next_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A cloud drive takes hold of a file between its being moved in and put back."""
    old = {"a.xlsx": "old a", "b.xlsx": "old b"}
    write(tmp_path, old)
    real, held = Path.replace, list[str]()

    def replace(self: Path, target: Path) -> Path:
        if target.name in held:
            raise PermissionError(13, "Used by another process", str(target))
        if target.name == "a.xlsx":
            held.extend(("a.xlsx", "b.xlsx"))
        return real(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", replace)
        with pytest.raises(OutputError, match="another process"):
            write(tmp_path, {"a.xlsx": "new a", "b.xlsx": "new b"})
    with Store(tmp_path):
        pass
    assert visible(tmp_path) == old


def test_two_builds_into_one_folder_at_once_one_wins_and_the_other_says_so(tmp_path: Path) -> None:
    with Store(tmp_path), pytest.raises(OutputError, match="Another build"):
        Store(tmp_path).__enter__()
    write(tmp_path, {"a.xlsx": "after"})


def test_a_folder_that_cannot_be_made_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="could not be written"):
        write(tmp_path / "file" / "out", {"a.xlsx": "1"})


# A workbook that was edited, read back and is written anew

DAY = dt.date(2026, 11, 29)


def read_back(path: Path, lost: str = "") -> Returned:
    return Returned(path=path, sha256=hashlib.sha256(path.read_bytes()).hexdigest(), lost=lost)


def build_from(
    folder: Path, *edited: str, lost: str = "", new: str = "new", overwrite: bool = False
) -> list[str]:
    """Write `a.xlsx` and `for-you/b.xlsx` after these of them were read back; the names of what was kept."""
    returned = [
        Returned(
            path=folder / "." / name,
            sha256=hashlib.sha256((folder / name).read_bytes()).hexdigest(),
            lost=lost,
        )
        for name in edited
    ]
    names = ("a.xlsx", "for-you/b.xlsx")
    with Store(folder) as store:
        for name in names:
            (store.staging / name).parent.mkdir(parents=True, exist_ok=True)
            (store.staging / name).write_text(f"{new} {name}")
        formats = dict.fromkeys(names, "xlsx")
        kept = store.commit(formats, overwrite=overwrite, returned=returned, today=DAY)
    return [path.relative_to(folder).as_posix() for path in kept]


@pytest.fixture
def built(tmp_path: Path) -> Path:
    build_from(tmp_path, new="old")
    return tmp_path


def test_an_edited_workbook_that_was_read_is_replaced_and_kept_beside(built: Path) -> None:
    (built / "for-you" / "b.xlsx").write_text("hers")
    kept = "for-you/b (edited 2026-11-29).xlsx"
    assert build_from(built, "for-you/b.xlsx") == [kept]
    assert visible(built) == {"a.xlsx": "new a.xlsx", "for-you/b.xlsx": "new for-you/b.xlsx", kept: "hers"}
    build_from(built, "a.xlsx", new="newer")  # the kept file is hers: no later run takes it away
    assert visible(built)[kept] == "hers"


def test_a_second_one_of_the_day_gets_a_number(built: Path) -> None:
    for text, name in (("1st", ""), ("2nd", " 2"), ("3rd", " 3")):
        (built / "a.xlsx").write_text(text)
        assert build_from(built, "a.xlsx") == [f"a (edited 2026-11-29{name}).xlsx"]
    assert {text for text in visible(built).values() if "x" not in text} == {"1st", "2nd", "3rd"}


def test_a_workbook_that_was_not_edited_is_replaced_and_not_kept(built: Path) -> None:
    assert build_from(built, "a.xlsx", "for-you/b.xlsx") == []
    assert set(visible(built)) == {"a.xlsx", "for-you/b.xlsx"}


def test_one_that_would_lose_something_is_refused_as_any_edited_file(built: Path) -> None:
    lost = "The sheet Ideas would be lost."
    (built / "a.xlsx").write_text("hers")
    before = visible(built)
    with pytest.raises(OutputError, match=r"a\.xlsx was changed") as refused:
        build_from(built, "a.xlsx", lost=lost)
    assert lost in refused.value.hint and "--overwrite" in refused.value.hint
    assert visible(built) == before
    assert build_from(built, "a.xlsx", lost=lost, overwrite=True) == []


def test_one_that_was_saved_again_after_it_was_read_is_refused(built: Path) -> None:
    (built / "a.xlsx").write_text("hers")
    read = read_back(built / "a.xlsx")
    (built / "a.xlsx").write_text("hers, once more")
    with Store(built) as store, pytest.raises(OutputError, match="was changed"):
        (store.staging / "a.xlsx").write_text("new")
        store.commit({"a.xlsx": "xlsx"}, overwrite=False, returned=[read], today=DAY)
    assert visible(built)["a.xlsx"] == "hers, once more"


def test_where_one_of_two_is_refused_neither_is_touched(built: Path) -> None:
    (built / "a.xlsx").write_text("hers")
    (built / "for-you" / "b.xlsx").write_text("hers too")
    before = visible(built)
    with pytest.raises(OutputError):
        build_from(built, "a.xlsx")
    assert visible(built) == before
    assert len(build_from(built, "a.xlsx", "for-you/b.xlsx")) == 2


@pytest.mark.parametrize("failing", range(4))
def test_a_failure_in_mid_move_leaves_the_edited_workbook_where_it_was(
    built: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    (built / "a.xlsx").write_text("hers")
    before = visible(built)
    real, count = Path.replace, iter(range(99))

    def replace(self: Path, target: Path) -> Path:
        if STAGING in str(self) and ".old" not in str(self) and next(count) == failing:
            raise PermissionError(13, "The file is open in another program", str(target))
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(OutputError, match="open in another program"):
        build_from(built, "a.xlsx")
    assert visible(built) == before
