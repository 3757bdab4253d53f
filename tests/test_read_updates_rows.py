"""Updates given in Python: mappings, objects, texts, and {post: [...]}."""

import datetime as dt

import pytest

from handover.errors import HandoverError
from handover.model import Update
from handover.read import read_updates
from handover.read.updates.options import Options
from handover.read.updates.rows import from_rows

UTC = Options(timezone="UTC")
BLOG = "https://blog.birchwood.example/bend-ash/"


def test_a_mapping_may_name_the_fields_of_an_update() -> None:
    row = {
        "id": "mine-1",
        "network": "x",
        "text": "Ash bends.",
        "posted_at": "2025-03-04 09:15",
        "permalink": "https://x.com/birchwood/status/12",
        "links": [BLOG, "https://blog.birchwood.example/wheels/"],
        "media": ["ash.jpg"],
        "kind": "reply",
        "account": "@birchwood",
        "post": "How we bend ash",
        "state": "published",
        "labels": ["spring", "ash"],
        "figures": {"likes": 3},
        "lasting": "seasonal",
    }
    (update,) = from_rows([row], UTC).items
    assert update == Update(
        id="mine-1",
        network="x",
        text="Ash bends.",
        posted_at=dt.datetime(2025, 3, 4, 9, 15, tzinfo=dt.UTC),
        permalink="https://x.com/birchwood/status/12",
        links=(BLOG, "https://blog.birchwood.example/wheels/"),
        media=("ash.jpg",),
        kind="reply",
        account="@birchwood",
        post="How we bend ash",
        state="published",
        labels=("spring", "ash"),
        figures={"likes": 3},
        lasting="seasonal",
        origin=update.origin,
    )


def test_a_mapping_may_say_what_a_sheets_header_says() -> None:
    (update,) = from_rows([{"Platform": "FB", "Caption": "Ash bends.", "Go live": "4 March 2025"}], UTC).items
    assert (update.network, update.text) == ("facebook", "Ash bends.")
    assert update.posted_at == dt.datetime(2025, 3, 4, tzinfo=dt.UTC)


def test_rows_of_several_shapes_keep_their_order() -> None:
    given = [{"text": "One."}, Update(text="Two."), "Three.", {"Caption": "Four."}]
    updates = from_rows(given, UTC)
    assert [update.text for update in updates.items] == ["One.", "Two.", "Three.", "Four."]
    assert updates.sources[0].count == 4


def test_a_row_is_named_by_its_place_in_the_list() -> None:
    updates = from_rows([{"text": "One."}, {"text": ""}, {"network": "x"}], UTC)
    assert updates.items[0].origin is not None and updates.items[0].origin.row == 1
    assert [skipped.line for skipped in updates.skipped] == [2, 3]


def test_the_key_of_a_mapping_is_the_users_word_for_the_post() -> None:
    given = {BLOG: ["One.", {"text": "Two.", "network": "LI"}, Update(text="Three.")], "A title": "Four."}
    updates = from_rows(given, UTC)
    assert [(u.text, u.post) for u in updates.items] == [
        ("One.", BLOG),
        ("Two.", BLOG),
        ("Three.", BLOG),
        ("Four.", "A title"),
    ]
    assert updates.items[1].network == "linkedin"


def test_one_row_alone_is_a_row_and_no_post() -> None:
    (update,) = from_rows({"text": "Ash bends.", "network": "x"}, UTC).items
    assert (update.text, update.post) == ("Ash bends.", "")


def test_a_time_without_a_zone_is_in_the_users_zone() -> None:
    naive = dt.datetime(2025, 7, 4, 9, 15)
    updates = from_rows(
        [{"text": "a", "posted_at": naive}, Update(text="b", posted_at=naive)],
        Options(timezone="Europe/Berlin"),
    )
    assert {update.posted_at for update in updates.items} == {dt.datetime(2025, 7, 4, 7, 15, tzinfo=dt.UTC)}


def test_map_names_the_columns_of_rows_too() -> None:
    (update,) = from_rows([{"Spruch": "Ash bends."}], Options(map={"text": "Spruch"})).items
    assert update.text == "Ash bends."


def test_what_is_no_row_is_an_error_with_the_way_out() -> None:
    with pytest.raises(HandoverError) as caught:
        from_rows([{"text": "a"}, 7], UTC)
    assert "Row 2" in str(caught.value) and "int" in str(caught.value) and caught.value.hint


def test_a_map_that_names_no_field_is_an_error_with_those_there_are() -> None:
    with pytest.raises(HandoverError) as caught:
        from_rows([{"a": "b"}], Options(map={"words": "a"}))
    assert "text" in caught.value.hint


def test_read_updates_takes_rows_and_posts() -> None:
    assert len(read_updates([{"text": "a"}, {"text": "b"}]).items) == 2
    assert read_updates({"A title": ["a"]}).items[0].post == "A title"
