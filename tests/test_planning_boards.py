"""Boards of Trello and Asana: what names a network, and what a board found by chance keeps to itself."""

import json
from pathlib import Path

import pytest

from handover.errors import HandoverError
from handover.read import read_updates
from handover.read.updates.planning_boards import network_before, title_of


@pytest.mark.parametrize(
    ("name", "network", "title"),
    [
        ("FB: New tea", "facebook", "New tea"),
        ("LinkedIn - Why spelt", "linkedin", "Why spelt"),
        ("IG | Oven", "instagram", "Oven"),
        ("Why spelt: a story", "", "Why spelt: a story"),
        ("New tea", "", "New tea"),
        ("", "", ""),
    ],
)
def test_a_name_may_begin_with_its_network(name: str, network: str, title: str) -> None:
    assert (network_before(name), title_of(name)) == (network, title)


def board(*cards: dict[str, object]) -> str:
    told = [{"id": "1", "idList": "l", "name": "Card", "desc": "PRIVATE", **card} for card in cards]
    return json.dumps({"lists": [{"id": "l", "name": "To do"}], "cards": told})


def test_a_board_found_by_chance_gives_only_cards_that_name_a_network(tmp_path: Path) -> None:
    (tmp_path / "board.json").write_text(board({}, {"name": "FB: Rye", "desc": "Forty hours"}))
    read = read_updates(tmp_path)
    assert [(item.network, item.text) for item in read.items] == [("facebook", "Forty hours")]
    assert "1 card that names no network left out." in [s.reason for s in read.skipped]


def test_a_board_of_other_work_is_refused_unless_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "board.json").write_text(board({}))
    with pytest.raises(HandoverError) as caught:
        read_updates(tmp_path)
    assert "PRIVATE" not in f"{caught.value} {caught.value.hint}"
    assert [item.text for item in read_updates(tmp_path / "board.json").items] == ["PRIVATE"]


def test_tasks_of_other_work_found_by_chance_are_counted_and_not_read(tmp_path: Path) -> None:
    head = "Task ID,Name,Section/Column,Due Date,Tags,Notes\n"
    (tmp_path / "tasks.csv").write_text(
        head + "1,Salaries,To do,2026-03-02,,PRIVATE\n2,LinkedIn: Rye,To do,2026-03-02,,Forty hours\n"
    )
    read = read_updates(tmp_path, timezone="UTC")
    assert [item.text for item in read.items] == ["Forty hours"]
    assert "PRIVATE" not in repr(read)
