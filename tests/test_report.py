"""`--json`: what was found, for scripts and agents."""

import json
from pathlib import Path

import msgspec

from handover import build_handover
from handover.report import SCHEMA, Failure, Report, report, schema
from handover.write.words import words
from tests.test_cli import FEED, SHEET, run


def test_the_schema_in_the_repository_is_that_of_the_code() -> None:
    told = json.loads(SCHEMA.read_text("utf-8"))
    assert told == schema(), "python -m handover.report"
    assert {"Report", "Failure"} <= told["$defs"].keys()


def test_check_tells_all_that_needs_a_look_and_leaves_with_1(tmp_path: Path) -> None:
    done = run("check", FEED, SHEET, "--json", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    told = msgspec.json.decode(done.stdout, type=Report)
    assert told.needs_a_look and told.numbers.posts == 12 and told.numbers.updates == 36
    assert [short.missing for short in told.shortfalls] == [1, 1, 1, 1]
    assert told.undecided and all(item.suggestions for item in told.undecided)
    assert told.skipped[0].row == 39 and told.files.to_send == {}


def test_build_tells_where_the_files_are(tmp_path: Path) -> None:
    handover = build_handover(FEED, SHEET, out_dir=tmp_path)
    told = msgspec.json.decode(report(handover, words("de").said), type=Report)
    assert told.files.to_send == {name: str(path) for name, path in handover.files.items()}
    assert told.files.for_you == [str(handover.working_copy)]
    assert told.summary[0].startswith("Tern & Tide Coffee: 12 Artikel")
    assert handover.runway
    assert (told.numbers.ready, told.numbers.lasting) == (handover.runway.ready, handover.runway.lasting)
    assert 0 < told.numbers.ready < told.numbers.lasting


def test_an_error_is_told_in_the_reports_place(tmp_path: Path) -> None:
    done = run("build", "missing.xml", SHEET, "--json", cwd=tmp_path)
    told = msgspec.json.decode(done.stdout, type=Failure).error
    assert (told.kind, told.exit_code, done.returncode) == ("SourceError", 2, 2)
    assert "missing.xml" in told.text and told.hint and "missing.xml" in done.stderr
