"""Whatever the system refuses or the details say, a build ends in a result or in one of our errors."""

import dataclasses
import datetime as dt
import errno
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handover import HandoverError, build_handover, read_updates
from handover.build import checked
from handover.details.reading import read_details
from handover.model import Details
from handover.options import settle
from handover.write import eml, html, ics, slug_of
from handover.write.job import Job
from tests.extent import EVERYTHING, share
from tests.made import make_handover

KINDS = (errno.EACCES, errno.ENOSPC, errno.ENOENT, errno.EISDIR, errno.EIO)
ROWS = [{"text": "Bread is ready https://bread.example/1", "network": "x"}]
PACKAGE = os.sep + "handover" + os.sep
TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    item = {"id": "1", "title": "Bread", "url": "https://bread.example/1", "content_text": "Bread."}
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Bread", "items": [item]}
    (tmp_path / "feed.json").write_text(json.dumps(feed))
    (tmp_path / "updates.csv").write_text("Text,Network\nBread is ready https://bread.example/1,x\n")
    (tmp_path / "handover.toml").write_text('[client]\nname = "Bread"\n')
    return tmp_path


def build(blog: Path) -> None:
    build_handover(
        blog / "feed.json",
        blog / "updates.csv",
        details=blog / "handover.toml",
        out_dir=blog / "out",
        formats=("html",),
        timezone="UTC",
        today=TODAY,
        overwrite=True,
    )


def outcome(act: Callable[[], object]) -> str:
    """ "" for a result or an error of ours with words and a next step; else what it was."""
    try:
        act()
    except HandoverError as error:
        return "" if str(error) else f"without words: {error!r}"
    except BaseException as error:
        return f"{type(error).__name__}: {error}"
    return ""


def place() -> tuple[str, int] | None:
    """The line of the package that asks the system for something; None while a module is loaded."""
    frame, found = sys._getframe(2), None
    while frame:
        if any(name in frame.f_code.co_filename for name in ("importlib", "filelock")):
            return None  # a lock lets go of itself in a child
        if found is None and PACKAGE in frame.f_code.co_filename:
            found = (frame.f_code.co_filename, frame.f_lineno)
        frame = frame.f_back  # type: ignore[assignment]
    return found


class Kept:
    """A folder as it is, each file under a second name, to be put back as the very same file."""

    def __init__(self, folder: Path, beside: Path) -> None:
        self.folder = folder
        shutil.rmtree(beside, ignore_errors=True)
        shutil.copytree(folder, beside, copy_function=os.link)
        self.beside = beside

    def put_back(self) -> None:
        for path in sorted(self.folder.rglob("*"), reverse=True):
            kept = self.beside / path.relative_to(self.folder)
            if not path.is_dir() and not (kept.is_file() and path.samefile(kept)):
                path.unlink()
            elif path.is_dir() and not kept.is_dir():
                path.rmdir()
        for kept in sorted(self.beside.rglob("*")):
            path = self.folder / kept.relative_to(self.beside)
            if kept.is_dir():
                path.mkdir(exist_ok=True)
            elif not path.exists():
                os.link(kept, path)


class Refusals:
    """At every place that touches a file a child for each kind of refusal goes on to the build's end."""

    def __init__(self, report: int, folder: Path) -> None:
        self.report = report
        self.folder = folder
        self.seen: set[tuple[str, tuple[str, int]]] = set()
        self.is_deaf = False  # in a child, and while one is made

    def ask(self, event: str, args: tuple[Any, ...]) -> None:
        where = None if self.is_deaf else place()
        if where is None or (event, where) in self.seen:
            return
        self.seen.add((event, where))
        self.is_deaf = True
        turn = len(self.seen) % len(KINDS)
        for number in KINDS if EVERYTHING else KINDS[turn : turn + 1]:
            kept = Kept(self.folder, self.folder.with_name("kept"))
            pid = os.fork()
            if pid == 0:
                told = f"\n{event} at {where[0]}:{where[1]}, {errno.errorcode[number]}: "
                os.write(self.report, told.encode())
                raise OSError(number, os.strerror(number), str(args[0]) if args else None)
            os.waitpid(pid, 0)
            kept.put_back()
        self.is_deaf = False

    def install(self) -> None:
        """In a child only: a hook cannot be taken off again."""
        sys.addaudithook(
            lambda event, args: (
                self.ask(event, args)
                if event == "open" or (event.startswith("os.") and event != "os.fork")
                else None
            )
        )
        for name in ("stat", "lstat", "fsync"):  # what the system does not tell its listeners
            real = getattr(os, name)

            def asked(*args: Any, name: str = name, real: Any = real, **options: Any) -> Any:
                self.ask(name, args)
                return real(*args, **options)

            setattr(os, name, asked)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork, which Windows does not have")
def test_a_refused_file_operation_ends_in_an_error_of_ours_or_a_result(blog: Path) -> None:
    build(blog)  # all modules are loaded, and there are files to replace
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:  # pragma: no cover - the child
        refusals = Refusals(write, blog / "out")
        refusals.install()
        told = outcome(lambda: build(blog))
        if told:
            os.write(write, told.encode())
        if not refusals.is_deaf:
            os.write(write, f"\ntried at {len(refusals.seen)} places".encode())
        os._exit(bool(told))
    os.close(write)
    with os.fdopen(read) as stream:
        lines = stream.read().splitlines()
    os.waitpid(pid, 0)
    assert int(lines[-1].split()[2]) > 30, lines[-1]
    assert "\n".join(line for line in lines[:-1] if not line.endswith(": ")) == ""


NAMES = ("~$updates.xlsx", "~nobody/updates.xlsx", "a\0b", "x" * 300, "\ud800", ".", "", "https://", "a\nb")


@pytest.mark.parametrize("name", NAMES, ids=repr)
def test_a_name_that_no_file_has_is_an_error_of_ours(
    blog: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (blog / "cwd").mkdir()
    monkeypatch.chdir(blog / "cwd")
    told = {"me": {"logo": f"{name}.png"}, "content": {"template": f"{name}.docx", "out_dir": name}}
    for wrong in (
        {"feed_url": name},
        {"updates": name},
        {"updates": [name, name]},
        *({"details": value} for value in (name, told)),
        {"template": name},
        {"out_dir": name},
    ):
        keywords = {"feed_url": blog / "feed.json", "updates": ROWS, "formats": ("html",)} | wrong
        assert outcome(lambda keywords=keywords: build_handover(**keywords, today=TODAY)) == "", wrong


DAYS = (dt.date.min, dt.date.max, dt.datetime.max, dt.date(1900, 1, 1), dt.date(2199, 12, 31), "9999-12-31")
TEXTS = (
    "{{ x }}",
    "=1+1",
    "<b>]]>",
    "9" * 5_000,
    "\u202e",
    "a.example",
    "a@a.example",
    "#aabbcc",
    "de",
    "l.png",
)
NASTY = {
    str: st.one_of(st.text(max_size=30), st.sampled_from((*NAMES, *TEXTS))),
    dt.date: st.sampled_from(DAYS),
    int: st.sampled_from((0, -1, 1, 3, 50, 51, 10**9, 10**30)),
    object: st.sampled_from(
        (None, True, False, 1e999, [], {}, [[]], [{}], {"a": {}}, b"x", dt.time.max, object())
    ),
}
SECTIONS = {
    name: get_type_hints(item)
    for name, hint in get_type_hints(Details).items()
    if dataclasses.is_dataclass(item := (get_args(hint) or [hint])[0])
}


def value(hint: Any) -> st.SearchStrategy[Any]:
    """Mostly what the key takes, though no sensible one of these."""
    kinds = {kind for kind in (hint, *get_args(hint)) if kind in NASTY} or {str}
    return st.one_of(*(NASTY[kind] for kind in kinds), *(NASTY[str],) * 2, NASTY[object])


@st.composite
def details(draw: st.DrawFn) -> dict[str, Any]:
    """A section with values that nobody foresaw, and a client."""
    section = draw(st.sampled_from(sorted(SECTIONS)))
    hints = SECTIONS[section]
    keys = draw(st.lists(st.sampled_from(sorted(hints)), max_size=3, unique=True))
    needed = {key: "Bread" for key in ("name", "what", "title") if key in hints}
    values = needed | {key: draw(value(hints[key])) for key in keys}
    several = get_args(get_type_hints(Details)[section])
    return {"client": {"name": "Bread"}, section: [values] * 2 if several else values}


@given(details())
@settings(max_examples=share(200), deadline=None)
def test_no_value_of_the_details_ends_a_build_but_in_an_error_of_ours(told: dict[str, Any]) -> None:
    made = make_handover(posts=1)

    def act() -> None:
        read = read_details(told)
        options = settle({"formats": ("html",)}, read)
        judged = checked(made.feed, made.updates, made.pairing, options, read, TODAY)
        with tempfile.TemporaryDirectory() as folder:
            job = Job(handover=judged, folder=Path(folder), slug=slug_of(read.client.name))
            for write in (html.write, ics.write, eml.write):
                write(job)

    assert outcome(act) == "", told


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes, which Windows does not have")
def test_a_pipe_in_a_files_place_is_told_and_not_waited_for(blog: Path) -> None:
    os.mkfifo(blog / "pipe.csv")
    keywords = {
        "feed_url": blog / "feed.json",
        "updates": ROWS,
        "out_dir": blog / "out",
        "formats": ("html",),
    }
    for name in ("feed_url", "updates", "details", "template"):
        wrong = {**keywords, name: blog / "pipe.csv"}
        with pytest.raises(HandoverError):
            build_handover(**wrong, today=TODAY)  # type: ignore[arg-type]


def test_a_file_that_vanishes_while_its_folder_is_read_costs_itself_and_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a cloud drive takes files away, and holds others."""
    for name in ("a.csv", "b.csv", "c.csv"):
        (tmp_path / name).write_text("Text,Network,Date\nBread is ready,x,2026-01-02\n")
    real = Path.open

    def opened(self: Path, *args: Any, **options: Any) -> Any:
        if self.name == "a.csv":
            self.unlink(missing_ok=True)
        if self.name == "b.csv":
            raise PermissionError(errno.EACCES, "Used by another process", str(self))
        return real(self, *args, **options)

    monkeypatch.setattr(Path, "open", opened)
    read = read_updates(tmp_path, timezone="UTC")
    assert [update.text for update in read.items] == ["Bread is ready"]
    told = {skipped.location.rpartition(" › ")[2]: str(skipped.reason) for skipped in read.skipped}
    assert list(told) == ["a.csv", "b.csv"] and "another process" in told["b.csv"]
