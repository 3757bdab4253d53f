"""What README and CONTRIBUTING say, held against the tables and the files they speak of."""

import re
import runpy
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from handover import cli, errors
from handover.errors import HandoverError
from handover.read import FEED_FORMATS, UPDATE_FORMATS
from handover.read.search import UpdateFormat
from handover.write import WRITERS
from tests.benchmarks import readme

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / ".github" / "CONTRIBUTING.md").read_text("utf-8")


def test_the_table_of_figures_is_the_one_that_its_command_writes() -> None:
    rows = re.findall(r"(?m)^(.+)$", README.split("<!-- figures -->")[1].split("<!-- /figures -->")[0])
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    assert tuple(cells[0]) == readme.HEAD and len(cells) > 4
    assert readme.table(cells[2:]) == "\n".join(rows)
    assert readme.put(README, readme.table(cells[2:])) == README
    assert readme.line("a", (1.04, 80.4), "b", (3.0, 9.0)) == ("a", "1.0 s, 80 MB", "b: 3.0 s, 9 MB", "2.9")


def section(title: str, text: str = README) -> str:
    (found,) = re.findall(rf"(?ms)^##+ {re.escape(title)}\n(.+?)(?=^##|\Z)", text)
    return found


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"(?ms)^```{language}\n(.+?)^```$", text)


def first_cells(table: str) -> list[str]:
    """The names in the first column of a table."""
    return re.findall(r"(?m)^\| `(?:handover )?([\w/.-]+)", table)


def test_the_first_example_prints_what_stands_below_it(tmp_path: Path) -> None:
    code = blocks(README, "python")[0].replace('"handover-out"', repr(str(tmp_path / "handover-out")))
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True
    )
    printed = done.stdout.replace(str(tmp_path.resolve()), "…").replace("\\", "/")
    assert printed == blocks(README, "text")[0]


def test_the_commands_are_those_of_the_command_line() -> None:
    assert set(first_cells(section("Use it").partition("\n### ")[0])) == set(cli.cli.commands)


def test_the_formats_are_those_that_can_be_written() -> None:
    assert sorted(first_cells(section("What it writes (`--formats`)"))) == sorted(WRITERS)


@pytest.mark.parametrize("row", UPDATE_FORMATS, ids=lambda row: row.name)
def test_every_kind_of_updates_is_named_by_its_maker(row: UpdateFormat) -> None:
    # Sheets of no maker are told first; an overview is refused, and tweets.csv is an archive of X.
    makers = re.findall(r"[A-Z]\w*", row.name) if row.name[0].isupper() else []
    assert [word for word in makers if not re.search(rf"\b{word}\b", section("What it reads"))] == []


def test_the_schedulers_are_those_of_the_table_and_no_others() -> None:
    told = " ".join(section("What it reads").split())
    (named,) = re.findall(r"the files that (.+?) import\b", told)
    schedulers = {row.name for row in UPDATE_FORMATS if ".schedulers." in getattr(row.reader, "__name__", "")}
    assert set(re.split(r", | and ", named)) == schedulers


def test_every_export_of_a_blog_is_named() -> None:
    told = " ".join(section("Use it").split())
    makers = {row.name.split()[0] for row in FEED_FORMATS if row.name.endswith(("export", "backup"))}
    (named,) = re.findall(r"an export of ([\w, ]+)\.", told)
    assert set(re.split(r", | or ", named)) == makers


def test_the_exit_codes_are_those_of_the_errors() -> None:
    (told,) = re.findall(r"(?m)^Exit codes: (.+)$", README)
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type)]
    codes = {kind.exit_code for kind in kinds if issubclass(kind, HandoverError)}
    assert {int(code) for code in re.findall(r"(?:^|· )(\d)", told)} == {0, *codes}


def test_the_samples_are_those_in_the_folder() -> None:
    told = section("The samples")
    named = {
        name for cells in re.findall(r"(?m)^\| (`.+?) \|", told) for name in re.findall(r"`(.+?)`", cells)
    }
    assert named - {"sample_data/"} == {path.name for path in (ROOT / "sample_data").iterdir()}


@pytest.mark.parametrize("text", [README, CONTRIBUTING], ids=["README", "CONTRIBUTING"])
def test_every_file_that_is_named_is_there(text: str) -> None:
    bare = re.sub(r"(?ms)^```diff\n.+?^```$", "", text)
    named = set(re.findall(r"`((?:handover|tests|sample_data)/[\w/.-]+)`", bare))
    named |= set(re.findall(r"(?:src=\"|\]\()(?!https?:)([\w/.-]+)", bare))
    commands = set(re.findall(r"python -m ((?:tests|handover)\.[\w.]+)", bare))
    modules = {f"{name.replace('.', '/')}{end}" for name in commands for end in (".py", "/__main__.py")}
    begun = {"handover/languages/nl/handover.po"}  # by the command that stands beside it
    assert sorted(name for name in named - begun if not (ROOT / name).exists()) == []
    assert len([name for name in modules if (ROOT / name).is_file()]) == len(commands) > 0


def test_every_room_of_the_map_is_in_the_house_and_every_room_of_the_house_on_the_map() -> None:
    (house,) = (block for block in blocks(CONTRIBUTING, "") if block.startswith("cli.py"))
    package, named, inside = ROOT / "handover", set[str](), ROOT / "handover"
    for line in house.splitlines():
        for room in re.findall(r"(?<![\w/])(?:\w+/)+|(?<!\w)\w+\.py\b", line):
            if line.startswith(room) or (package / room).exists():
                inside = package / room if room.endswith("/") and line.startswith(room) else inside
                named.add(room)
            assert list(inside.rglob(room.rstrip("/"))) or (package / room).exists(), (line, room)
    there = {path.name for path in package.glob("*.py")} | {
        f"{p.parent.name}/" for p in package.glob("*/*.py")
    }
    assert sorted(there - named - {"__init__.py", "__main__.py"}) == []
    assert sorted(name for name in named if not (package / name).exists()) == []


def test_the_sections_of_a_languages_words_are_those_that_one_has() -> None:
    told = set(re.findall(r"\[(\w+)\]", section("A new language", CONTRIBUTING)))
    has = tomllib.loads((ROOT / "handover/languages/de/words.toml").read_text("utf-8"))
    assert told == {name for name, value in has.items() if isinstance(value, dict)}


def test_the_how_to_of_a_new_format_is_the_code_of_one() -> None:
    """The diff that shows how a format comes in is the one that is in."""
    diffs = "\n".join(blocks(section("A new format of updates", CONTRIBUTING), "diff"))
    parts = re.findall(r"(?ms)^\+\+\+ (\S+)\n(.+?)(?=^\+\+\+ |\Z)", diffs)
    for place, shown in parts:
        lines = [line[1:] for line in shown.splitlines()]
        assert "\n".join(lines).strip() in (ROOT / place).read_text("utf-8"), place
    assert [place for place, _ in parts] == [
        "handover/read/updates/schedulers/postfast.py",
        "handover/read/formats.py",
    ]


def test_a_package_index_shows_its_pictures_and_links_whole() -> None:
    whole = runpy.run_path(str(ROOT / ".ci" / "readme_for_index.py"))["whole"]
    told = whole(README, "https://code.example/o/n", "v1")
    places = re.findall(r'(?:src="|\]\()([^")\s]+)', re.sub(r"(?ms)^```.*?^```|`[^`\n]+`", "", told))
    assert len(places) >= 8 and all(place.startswith(("https://", "#")) for place in places)
    assert 'src="https://code.example/o/n/raw/v1/.github/look/page.png"' in told
    assert "](https://code.example/o/n/blob/v1/.github/SECURITY.md)" in told
    assert blocks(told, "python") == blocks(README, "python")
