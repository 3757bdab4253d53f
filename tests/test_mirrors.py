"""Whoever changes a module finds its tests: by its name, or by the table of rooms."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.mirrors import OF_THE_WHOLE, TESTED_BY, files, files_for, modules, named_after

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("module", modules())
def test_every_module_has_tests_that_are_there(module: str) -> None:
    assert files_for(module)
    assert set(files_for(module)) <= set(files())


def test_every_test_file_is_of_a_module_or_of_the_whole() -> None:
    mirrored = {file for module in modules() for file in (*named_after(module), *files_for(module))}
    assert set(files()) - mirrored - OF_THE_WHOLE.keys() == set()


def test_the_table_names_no_module_that_is_gone() -> None:
    rooms = {"/".join(name.split("/")[:length]) for name in modules() for length in range(1, 9)}
    assert TESTED_BY.keys() - rooms == set()
    assert OF_THE_WHOLE.keys() - set(files()) == set()


def test_no_row_of_the_table_says_what_a_name_says_already() -> None:
    assert [row for row, told in TESTED_BY.items() if told.split() == named_after(row)] == []


def test_what_is_seen_first_is_what_every_visitor_needs() -> None:
    if not (ROOT / ".git").exists() or not shutil.which("git"):
        pytest.skip("no git, or no checkout")
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    seen = {line.split("/")[0] for line in listed.splitlines() if not line.startswith(".")}
    assert seen == {
        "CHANGELOG.md",
        "LICENSE",
        "README.md",
        "pyproject.toml",
        "handover",
        "sample_data",
        "tests",
    }
