"""Windows, old consoles, bare accounts: the same build, the same files."""

import datetime as dt
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from handover import build_handover
from handover.read import read_feed
from handover.read.fetch import open_session
from handover.read.link_checks import check_links
from handover.write.slug import slug_of
from tests.farm import served, sites

SAMPLES = Path(__file__).parent.parent / "sample_data"
EVERY = ("xlsx", "docx", "html", "ics", "csv", "eml")
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
BUILD = [sys.executable, "-m", "handover", "build", str(SAMPLES / "feed.xml"), str(SAMPLES / "updates.csv")]
NAMES = (
    "CON",
    "nul.",
    "..",
    "a/b\\c:d*e?f",
    "trailing. ",
    "名前",
    "☕☕",
    "x" * 300,
    "\u202eabc",
    "Ω\x00b",
    "COM¹",
)


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_every_file_name_is_one_that_windows_takes(tmp_path: Path, name: str) -> None:
    build_handover(
        SAMPLES / "feed.xml",
        SAMPLES / "updates.csv",
        out_dir=tmp_path,
        formats=EVERY,
        details={"client": {"name": name}},
        whole_blog=False,
        timezone="UTC",
        today=dt.date(2026, 11, 22),
    )
    written = [p.relative_to(tmp_path) for p in tmp_path.rglob("*")]
    assert len({str(path).casefold() for path in written}) == len(written)
    assert all(len(str(path)) <= 140 for path in written)  # of the 260 that a whole path may have
    for part in {part for path in written for part in path.parts}:
        assert not RESERVED.fullmatch(part)
        assert not re.search(r'[<>:"/\\|?*\x00-\x1f]|[. ]$', part)


def test_a_name_of_any_script_keeps_its_letters_and_has_no_accents_or_signs() -> None:
    assert slug_of("Café Łódź & Co") == "cafe-lodz-co"
    assert slug_of("名前") == "名前"
    assert slug_of("Чай й パン हिन्दी Ἑλλάς") == "чай-й-パン-हिन्दी-ἑλλάς"  # marks that are letters stay
    assert slug_of("☕☕") == "blog"
    assert len(slug_of("x" * 300)) == 60


def environment(**changed: str | None) -> dict[str, str]:
    told = {**os.environ, "PYTHONPATH": str(SAMPLES.parent), **changed}
    return {name: value for name, value in told.items() if value is not None}


BARE: dict[str, dict[str, str | None]] = {
    "no home": {"HOME": None, "USERPROFILE": None, "XDG_CACHE_HOME": None, "XDG_CONFIG_HOME": None},
    "a home that is not there": {"HOME": "/nowhere", "USERPROFILE": "Z:\\nowhere", "XDG_CACHE_HOME": None},
    "a home that is a file": {"HOME": __file__, "USERPROFILE": __file__, "XDG_CONFIG_HOME": None},
    "a home nothing can be written to": {"HOME": "/proc", "XDG_CACHE_HOME": None, "XDG_CONFIG_HOME": None},
    "a locale of C": {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "a console of code page 1252": {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
    "a console of ASCII": {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    "a zone nobody knows": {"TZ": "Nowhere/Land"},
}


@pytest.mark.parametrize("case", BARE)
def test_a_build_needs_nothing_of_the_account_it_runs_in(tmp_path: Path, case: str) -> None:
    done = subprocess.run(
        [*BUILD, "--no-whole-blog", "--out-dir", str(tmp_path), "--formats", ",".join(EVERY)],
        capture_output=True,
        env=environment(**BARE[case]),
        cwd=tmp_path,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert list(tmp_path.glob("*.xlsx"))
    assert list(tmp_path.glob("*.docx"))


HOMES = [case for case in BARE if "home" in case]


@pytest.mark.parametrize("case", HOMES)
def test_a_blog_is_walked_without_a_place_to_keep_its_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    for name, value in BARE[case].items():
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)
    with served(sites.wordpress(23)) as farm, open_session(private=True) as session:
        feed = read_feed(f"{farm.url}/feed/", pause=0)
        dead = check_links([f"{farm.url}/feed/"], pause=0, session=session)
    assert (len(feed.posts), feed.extent) == (23, "walked")
    assert dead == {}


def test_a_folder_with_signs_and_spaces_in_its_name_is_fine(tmp_path: Path) -> None:
    folder = tmp_path / "Übergabe 2026 – „Kunde“ & Co #1 %20"
    done = subprocess.run(
        [*BUILD, "--no-whole-blog", "--out-dir", str(folder)],
        capture_output=True,
        env=environment(LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0"),
        cwd=tmp_path,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert list(folder.glob("*.xlsx"))


def test_line_ends_are_the_same_on_every_system(tmp_path: Path) -> None:
    build_handover(
        SAMPLES / "feed.xml",
        SAMPLES / "updates.csv",
        out_dir=tmp_path,
        formats=("html", "eml", "ics"),
        whole_blog=False,
        timezone="UTC",
        today=dt.date(2026, 11, 22),
    )
    for path in tmp_path.iterdir():
        if path.suffix in (".eml", ".ics", ".txt"):  # RFC 5322, RFC 5545; Notepad
            assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n") > 0
        elif path.suffix == ".html":
            assert b"\r" not in path.read_bytes()


def test_line_ends_of_the_inputs_make_no_difference(tmp_path: Path) -> None:
    made = []
    for name, end in (("unix", b"\n"), ("windows", b"\r\n")):
        folder = shutil.copytree(SAMPLES, tmp_path / name)
        for sample in ("feed.xml", "updates.csv", "handover.toml"):
            lines = (folder / sample).read_bytes().splitlines()
            (folder / sample).write_bytes(end.join([*lines, b""]))
        handover = build_handover(
            folder / "feed.xml",
            folder / "updates.csv",
            out_dir=folder / "out",
            details=folder / "handover.toml",
            whole_blog=False,
            timezone="UTC",
            today=dt.date(2026, 11, 22),
        )
        made.append((handover.pairing, handover.shortfalls, handover.plan, handover.details.client))
    assert repr(made[0]) == repr(made[1]).replace(str(tmp_path / "windows"), str(tmp_path / "unix"))
