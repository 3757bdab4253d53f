"""The six questions of `handover` alone, and what arguments without a command mean."""

import datetime as dt
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from handover.asking import ask_and_save, sorted_out
from handover.details import read_details
from handover.write.words import words

SAMPLES = Path(__file__).parent.parent / "sample_data"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("feed.xml", "updates.xlsx", "updates.csv"):
        shutil.copy(SAMPLES / name, tmp_path)
    (tmp_path / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "for-you").mkdir()
    (tmp_path / ".handover.json").write_text(
        '{"files": {"old.xlsx": {"sha256": ""}, "for-you/old.xlsx": {"sha256": ""}}}'
    )
    shutil.copy(SAMPLES / "updates.xlsx", tmp_path / "old.xlsx")
    return tmp_path


def answered(folder: Path, *answers: str, given: tuple[str, ...] = ()):
    """The details after these answers, what was told, and the answers that Enter would have given."""
    left, told, defaults = list(answers), [], []

    def ask(question: str, default: str) -> str:
        defaults.append(default)
        return left.pop(0) or default

    path = ask_and_save(sorted_out(given or (str(folder),)), ask, told.append, words("en"))
    assert not left
    return read_details(path, own=folder / "none.toml"), "\n".join(told), defaults


def test_enter_takes_the_blog_and_the_updates_that_lie_there(folder: Path) -> None:
    details, told, defaults = answered(folder, "", "", "Tern & Tide", "Ines, Mara", "18.12.2026", "de")
    assert (details.client.feed, details.content.updates) == ("feed.xml", ("updates.csv", "updates.xlsx"))
    assert (details.client.name, details.me.name, details.client.contact) == ("Tern & Tide", "Ines", "Mara")
    assert (details.dates.last_day, details.content.language) == (dt.date(2026, 12, 18), "de")
    assert defaults == ["feed.xml", "1, 2", "", "", "", ""]
    assert "logo.png" not in told and "old.xlsx" not in told  # nobody reads it; we wrote it
    assert "# on the cover" in (folder / "handover.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("question", "wrong", "right", "said"),
    [
        (0, "missing.xml", "tern.example/blog", "There is no file or folder 'missing.xml'."),
        (1, "7", "2", "There is no file or folder '7'."),
        (4, "3/4/2026", "2026-04-03", "Write last_day = 2026-04-03 or last_day = 2026-03-04"),
        (4, "soon", "", "'soon' is no date."),
        (5, "x", "pt-BR", "the tag of a language"),
    ],
)
def test_an_answer_that_will_not_do_is_told_and_asked_for_again(
    folder: Path, question: int, wrong: str, right: str, said: str
) -> None:
    answers = ["", "", "Tern", "", "", ""]
    answers[question : question + 1] = [wrong, right]
    details, told, _defaults = answered(folder, *answers)
    assert said in told
    if question < 2:
        assert (details.client.feed, details.content.updates)[question] in (right, ("updates.xlsx",))


def test_what_is_dropped_on_an_icon_is_sorted_into_blog_and_updates(folder: Path, tmp_path: Path) -> None:
    dropped = [str(folder / name) for name in ("updates.csv", "feed.xml")]
    found = sorted_out(dropped)
    assert (found.folder, found.blogs, found.updates) == (folder, (dropped[1],), (dropped[0],))
    found = sorted_out(["https://tern.example/blog/", str(folder / "updates.csv")])
    assert found.blogs == ("https://tern.example/blog/",) and found.folder == folder
    found = sorted_out([str(folder / "updates.csv"), "https://docs.google.com/spreadsheets/d/1aZ/edit"])
    assert found.blogs == () and len(found.updates) == 2


def test_dropped_files_are_built_without_a_question_where_they_say_all(folder: Path) -> None:
    words_ = [sys.executable, "-m", "handover", str(folder / "updates.csv"), str(folder / "feed.xml")]
    env = {**os.environ, "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        words_, cwd="/", env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert (folder / "tern-tide-coffee-handover.docx").is_file()


@pytest.mark.skipif(sys.platform == "win32", reason="asks on a POSIX terminal")
def test_handover_alone_asks_on_a_terminal_and_builds(folder: Path) -> None:
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "handover"],
        cwd=folder,
        env={**os.environ, "LC_ALL": "C.UTF-8", "TERM": "dumb"},
        stdin=theirs,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
    )
    os.close(theirs)
    os.write(ours, b"\n2\nTern\nInes\n\n\n")
    shown = b""
    try:
        while piece := os.read(ours, 65536):
            shown += piece
    except OSError:  # Linux says so when the other end is gone
        pass
    os.close(ours)
    assert process.wait() == 0, shown
    assert "12 posts, 36 updates" in shown.decode()
    assert (folder / "tern-handover.docx").is_file() and (folder / "handover.toml").is_file()
