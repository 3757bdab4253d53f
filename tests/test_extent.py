"""What is tried on any machine, and what only where everything is asked for."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
TWO = "import pytest\n\n@pytest.mark.long\ndef test_long(): pass\n\ndef test_short(): pass\n"


def run(folder: Path, *words: str, **env: str) -> str:
    """What pytest prints of a folder with a long test and a short one."""
    shutil.copy(HERE / "conftest.py", folder)
    (folder / "test_two.py").write_text(TWO, "utf-8")
    options = ["-o", "addopts=", "-o", "markers=long", "-p", "no:cacheprovider", "--rootdir", str(folder)]
    environment = {name: value for name, value in os.environ.items() if name != "HANDOVER_TESTS"}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, *(words or [str(folder)])],
        cwd=HERE.parent, env={**environment, **env}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout


def test_the_long_tests_are_left_out_and_that_is_said(tmp_path: Path) -> None:
    told = run(tmp_path)
    assert "1 passed, 1 deselected" in told
    assert "HANDOVER_TESTS=all runs everything" in told


def test_the_long_tests_run_where_everything_is_asked_for_or_their_file_is_named(tmp_path: Path) -> None:
    assert "2 passed" in run(tmp_path, HANDOVER_TESTS="all")
    assert "2 passed" in run(tmp_path, f"{tmp_path / 'test_two.py'}")
    assert "HANDOVER_TESTS=all" in (HERE.parent / ".ci" / "run").read_text("utf-8")
