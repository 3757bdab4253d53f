"""A slip in a module is found by its tests, or named."""

from pathlib import Path

import pytest

from tests.mutants import Copy, Mutant, mutants_of


@pytest.mark.parametrize(
    ("source", "slips"),
    [
        ("a = x < 2", ["x < 2 -> x <= 2", "2 -> 3", "2 -> 1"]),
        ("a = x is not y", ["x is not y -> x is y"]),
        ("a = x and not y", ["x and (not y) -> x or not y", "not y -> y"]),
        ("for x in y:\n    continue", ["continue -> pass"]),
        ("a = 0.5", ["0.5 -> 1.5", "0.5 -> -0.5"]),
        ('"""Not 1 < 2."""\na: Literal[1] = True\nb = f"{1}"', []),
        ("a = 1 < x < y", ["1 -> 2", "1 -> 0"]),
    ],
)
def test_a_slip_is_one_sign_of_the_code_and_nothing_that_only_people_read(
    source: str, slips: list[str]
) -> None:
    assert [mutant.slip for mutant in mutants_of(source)] == slips


def test_all_the_rest_of_the_module_stays_as_it_is() -> None:
    first, *_ = mutants_of("# é ≥\nif (\n    é == 1  # why\n):\n    pass\n")
    assert first == Mutant(3, "é == 1 -> é != 1", "# é ≥\nif (\n    (é != 1)  # why\n):\n    pass\n")


def test_what_no_test_looks_at_lives_and_the_rest_does_not(tmp_path: Path) -> None:
    project = tmp_path / "project"
    (project / "tests").mkdir(parents=True)
    sound = "def most(x):\n    return x < 3\n\n\ndef unseen(x):\n    return x < 3\n"
    (project / "rules.py").write_text(sound)
    (project / "tests/test_rules.py").write_text(
        "from rules import most\n\n\ndef test_three_is_too_many():\n    assert most(2) and not most(3)\n"
    )
    (project / "pyproject.toml").write_text("[tool.pytest.ini_options]\n")
    copy = Copy(project, tmp_path / "copy", ["tests/test_rules.py"])
    turned = [mutant for mutant in mutants_of(sound) if "<=" in mutant.slip]
    assert [copy.lives("rules.py", mutant) for mutant in turned] == [False, True]
    assert (project / "rules.py").read_text() == sound


def test_tests_that_fail_on_the_sound_code_are_no_judges(tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    (project / "test_rules.py").write_text("def test_never():\n    assert False\n")
    with pytest.raises(SystemExit, match="without any slip"):
        Copy(project, tmp_path / "copy", ["test_rules.py"])
