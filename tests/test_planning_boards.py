"""Boards of Trello, Asana and monday: what names a network, and what one found by chance keeps to itself."""

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


MONDAY = "Name,Subitems,Channel,Caption,Item ID (auto generated)\n"


def test_each_group_of_a_monday_board_is_read_with_its_own_rows_and_without_tasks(tmp_path: Path) -> None:
    tasks = "Subitems,Name,Owner,Item ID (auto generated)\n,PRIVATE,Jo,3\n"
    (tmp_path / "plan.csv").write_text(
        f"Calendar\nMarch\n{MONDAY}Rye,,LinkedIn,Forty hours,1\n{tasks}Spelt,,X,Why spelt,2\n"
        f"April\n{MONDAY}Oats,,Facebook,Oats at last,4\n"
    )
    read = read_updates(tmp_path / "plan.csv")
    assert [(item.network, item.text, item.origin and item.origin.row) for item in read.items] == [
        ("linkedin", "Forty hours", 4),
        ("x", "Why spelt", 7),
        ("facebook", "Oats at last", 10),
    ]
    assert [(skip.line, str(skip.reason)) for skip in read.skipped] == [
        (6, "1 task below an item of the board left out.")
    ]
    assert "PRIVATE" not in repr(read)


def test_a_group_of_a_monday_board_may_name_the_network(tmp_path: Path) -> None:
    head = MONDAY.replace("Channel,", "")
    (tmp_path / "plan.csv").write_text(
        f"Calendar\nLinkedIn\n{head}Rye,,Forty hours,1\nFacebook\n{head}Oats,,Oats at last,4\n"
    )
    read = read_updates(tmp_path / "plan.csv")
    assert [item.network for item in read.items] == ["linkedin", "facebook"]


def test_a_sheet_with_names_is_no_board_of_monday(tmp_path: Path) -> None:
    (tmp_path / "plan.csv").write_text("Name,Platform,Caption\nRye,LinkedIn,Forty hours\nSubitems,X,Why\n")
    assert [item.text for item in read_updates(tmp_path / "plan.csv").items] == ["Forty hours", "Why"]


def test_a_heading_names_the_network_of_the_rows_below_up_to_the_next_heading(tmp_path: Path) -> None:
    (tmp_path / "plan.csv").write_text(
        "Date,Caption\nLinkedIn,\n2026-03-02,Forty hours\n2026-03-03,Spelt\nIdeas,\n2026-03-05,Whose\n"
    )
    read = read_updates(tmp_path / "plan.csv")
    assert [item.network for item in read.items] == ["linkedin", "linkedin", "other"]
