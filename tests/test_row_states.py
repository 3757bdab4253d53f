"""A state that nobody knows is a draft: never shown as published or as planned, and named with its rows."""

from pathlib import Path

import pytest

from handover import read_updates

HEAD = "Fecha,Red,Texto,Enlace,Estado\n2025-04-16,Facebook,Parar cada hora,https://h.example/loop,Publicado\n"


def read(tmp_path: Path, *states: str):
    rows = "".join(f"2025-05-0{n},Facebook,Texto {n},,{state}\n" for n, state in enumerate(states, 1))
    (tmp_path / "plan.csv").write_text(HEAD + rows, "utf-8")
    return read_updates(tmp_path / "plan.csv", timezone="UTC")


UNKNOWN = ["Para María", "Ver con Geoff", "Lucía?", "v3 final", "à caler"]


@pytest.mark.parametrize("state", [*UNKNOWN, "Pte. OK clienta"])
def test_it_is_a_draft_whatever_its_day(tmp_path: Path, state: str) -> None:
    found = read(tmp_path, state)
    assert [one.state for one in found.items] == ["published", "draft"]


def test_the_notice_names_the_word_and_every_row(tmp_path: Path) -> None:
    found = read(tmp_path, "Ver con Geoff", "Listo para publicar", "Ver con Geoff", "Ver con Geoff")
    (notice,) = [one.text for one in found.notices if "not known" in one.text]
    assert "Ver con Geoff" in notice and "3 updates" in notice and "(rows 3, 5-6)" in notice
    assert [one.state for one in found.items][2] == "scheduled"


@pytest.mark.parametrize("state", ["Nota interna", "Internal note", "Interne Notiz", "Note interne"])
def test_a_note_among_ourselves_is_no_update_and_is_listed(tmp_path: Path, state: str) -> None:
    found = read(tmp_path, state)
    assert len(found.items) == 1 and [one.line for one in found.skipped] == [3]


@pytest.mark.parametrize("state", ["Intern freigegeben", "Internal review"])
def test_what_was_only_looked_at_among_ourselves_stays(tmp_path: Path, state: str) -> None:
    assert len(read(tmp_path, state).items) == 2


def test_one_notice_names_all_unknown_words_with_their_rows(tmp_path: Path) -> None:
    found = read(tmp_path, "Ver con Geoff", "Para María", "Ver con Geoff")
    (notice,) = [one.text for one in found.notices if "not known" in one.text]
    assert "2 states" in notice and "drafts" in notice
    assert "'Ver con Geoff' (rows 3, 5)" in notice and "'Para María' (row 4)" in notice


@pytest.mark.parametrize("word", ["Influencer", "Influenceuse", "Creator"])
def test_what_others_post_is_left_out_and_listed_and_a_repost_is_one(tmp_path: Path, word: str) -> None:
    text = (
        "Data,Canale,Tipo,Testo,Stato\n2026-06-01,Instagram,Post,Le nuove borse,pubblicato\n"
        f"2026-06-04,Instagram,Repost,Amo questa borsa,pubblicato\n2026-06-11,Instagram,{word},Tre modi,\n"
    )
    (tmp_path / "plan.csv").write_text(text, "utf-8")
    found = read_updates(tmp_path / "plan.csv", timezone="UTC")
    assert [one.kind for one in found.items] == ["original", "repost"]
    ((line, reason),) = [(one.line, one.reason) for one in found.skipped]
    assert line == 4 and word in reason and "other people" in reason


@pytest.mark.parametrize(
    ("word", "state"), [("tak", "published"), ("evet", "published"), ("nie", "scheduled")]
)
def test_a_tick_in_words_of_other_languages_is_one(tmp_path: Path, word: str, state: str) -> None:
    text = f"Date,Network,Text,Posted\n2025-05-02,X,Words of the day,{word}\n"
    (tmp_path / "plan.csv").write_text(text, "utf-8")
    assert [one.state for one in read_updates(tmp_path / "plan.csv", timezone="UTC").items] == [state]


def test_a_word_that_is_no_tick_is_named_and_nothing_is_taken_for_published(tmp_path: Path) -> None:
    text = "Date,Network,Text,Posted\n2025-05-02,X,Words of the day,jes\n2025-05-03,X,More words,yes\n"
    (tmp_path / "plan.csv").write_text(text, "utf-8")
    found = read_updates(tmp_path / "plan.csv", timezone="UTC")
    assert [one.state for one in found.items] == ["draft", "published"]
    assert any("'jes'" in one.text and "row 2" in one.text for one in found.notices)
