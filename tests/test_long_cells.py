"""The csv module's limit belongs to the process: it is as it was when a table has been read."""

import csv
import subprocess
import sys
from pathlib import Path

import pytest

from handover import ParseError, read_updates
from handover.read.updates import car


def test_a_cell_longer_than_csv_takes_is_read_and_the_limit_put_back(tmp_path: Path) -> None:
    before = csv.field_size_limit()
    words = "Fresh bread. " * 20_000
    (tmp_path / "plan.csv").write_text(f'Date,Network,Post text\n2026-03-14,X,"{words}"\n', "utf-8")
    assert read_updates(str(tmp_path / "plan.csv")).items[0].text == words.strip()
    assert csv.field_size_limit() == before


def test_importing_the_library_changes_nothing_of_the_process() -> None:
    code = (
        "import csv, gc; before = csv.field_size_limit(), gc.isenabled(), gc.get_threshold();"
        "import handover, handover.read, handover.build, handover.write;"
        "print(before == (csv.field_size_limit(), gc.isenabled(), gc.get_threshold()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True"


def test_a_repository_of_more_records_than_an_account_has_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("libipld")
    monkeypatch.setattr(car, "MAX_RECORDS", 1)
    path = Path(__file__).parent / "data" / "updates" / "bluesky.car"
    with pytest.raises(ParseError, match="more than 1 records"):
        read_updates(str(path))
