"""Answers put into a handover.toml: its comments stay, and what will not do changes nothing."""

import datetime as dt
import tomllib
from pathlib import Path

import pytest

from handover.details.example import FOLDER
from handover.details.saving import filled_in, save_details
from handover.errors import DetailsError, OutputError, SecretError

ANSWERS = {
    ("client", "name"): 'A "q" # b',
    ("client", "feed"): "https://a.example/",
    ("dates", "last_day"): dt.date(2026, 12, 1),
    ("content", "updates"): ["a.xlsx", "b.zip"],
    ("content", "map"): {"text": "Caption"},
    ("", "highlights"): ("One.", "Two."),
}


@pytest.mark.parametrize("example", sorted(FOLDER.glob("*/handover.toml")), ids=lambda path: path.parent.name)
def test_every_key_of_the_example_is_opened_in_its_place_with_its_comment(example: Path) -> None:
    before = example.read_text("utf-8")
    after = filled_in(before, ANSWERS)
    changed = [(a, b) for a, b in zip(before.splitlines(), after.splitlines(), strict=True) if a != b]
    assert len(changed) == len(ANSWERS)
    assert all(
        old.rpartition("  # ")[2] == new.rpartition("  # ")[2] for old, new in changed if "  # " in old
    )
    told = tomllib.loads(after)
    assert all(told[s][k] == v for (s, k), v in ANSWERS.items() if s)
    assert told["highlights"] == ["One.", "Two."]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('[client]\nname = "Old" # mine\n', '[client]\nname = "New" # mine\n'),
        ('[client]\r\nname = "Old"\r\n', '[client]\r\nname = "New"\r\n'),
        ('[client]\nname="Old"\n# name = "Other"\n', '[client]\nname="New"\n# name = "Other"\n'),
        ('[me]\n# name = "I"\n[client]\n', '[me]\n# name = "I"\n[client]\nname = "New"\n'),
        ('# [client]\n# name = "x"\n', '# [client]\n# name = "x"\n\n[client]\nname = "New"\n'),
        ("", '[client]\nname = "New"\n'),
    ],
)
def test_what_stands_there_stays(before: str, after: str) -> None:
    assert filled_in(before, {("client", "name"): "New"}) == after


def test_none_takes_a_key_away() -> None:
    assert (
        filled_in('[client]\nname = "A"\nfeed = "f"\n', {("client", "feed"): None})
        == '[client]\nname = "A"\n'
    )


def test_what_will_not_do_changes_nothing(tmp_path: Path) -> None:
    save_details(tmp_path, {("client", "name"): "A"}, language="de")
    before = (tmp_path / "handover.toml").read_bytes()
    assert b"# auf dem Titelblatt" in before
    for wrong, error in (
        ({("client", "nmae"): "B"}, DetailsError),
        ({("content", "minimum"): -2}, DetailsError),
        ({("client", "contact"): "password: hunter2-Xk9!"}, SecretError),
    ):
        with pytest.raises(error):
            save_details(tmp_path, wrong)
    assert (tmp_path / "handover.toml").read_bytes() == before
    (tmp_path / "handover.toml").write_text("[client\n")
    with pytest.raises(DetailsError):
        save_details(tmp_path, {("client", "name"): "A"})
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError):
        save_details(tmp_path / "file", {("client", "name"): "A"})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "handover.toml"]


def test_a_section_that_is_written_once_for_each_is_given_as_a_whole() -> None:
    before = '[[tool]]\nname = "A" # mine\nrenews = "monthly"\n\n[[tool]]\nname = "B"\n'
    rows = [{"name": "A2"}, {"name": None}, {"name": "C", "purpose": None}]
    after = filled_in(before, {("tool", ""): rows})
    assert tomllib.loads(after)["tool"] == [{"name": "A2", "renews": "monthly"}, {"name": "C"}]
    assert "# mine" in after
    assert "tool" not in filled_in(after, {("tool", ""): []})
    assert tomllib.loads(filled_in("[me]\n", {("tool", ""): [{"name": "A"}]})) == {
        "me": {},
        "tool": [{"name": "A"}],
    }


def test_the_language_of_the_comments_is_not_said_to_be_that_of_the_documents(tmp_path: Path) -> None:
    told = save_details(tmp_path, {("client", "name"): "Tre Cipressi"}, language="it").read_text("utf-8")
    assert "Ogni riga è facoltativa" in told
    assert "language" not in tomllib.loads(told)["content"]
