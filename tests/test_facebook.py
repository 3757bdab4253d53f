"""Facebook: doubled records, hidden words, shares in many languages."""

import json
from typing import Any

import pytest

from handover.model import Updates
from handover.read.source import from_bytes
from handover.read.updates import facebook
from handover.read.updates.options import Options

NAME = "posts/profile_posts_1.json"


def read(*posts: dict[str, Any]) -> Updates:
    (bundle,) = facebook.gather([from_bytes(json.dumps(posts).encode(), NAME)])
    return facebook.parse(bundle, Options())


def words(text: str) -> dict[str, Any]:
    return {"data": [{"post": text.encode().decode("latin-1")}]}


def card(url: str) -> dict[str, Any]:
    return {"attachments": [{"data": [{"external_context": {"url": url}}]}]}


EMPTY: dict[str, Any] = {"data": [], "title": "Lumen shared a post."}


@pytest.mark.parametrize(
    ("posts", "items", "skipped"),
    [
        ([words("A"), EMPTY], 1, 0),
        ([EMPTY, words("A")], 1, 0),
        ([EMPTY, card("https://a.example")], 1, 0),
        ([words("A"), words("B")], 2, 0),
        ([EMPTY, EMPTY], 0, 2),
        ([words("A"), EMPTY, EMPTY], 1, 1),
        ([{"data": [{}, {"update_timestamp": 1}]}], 0, 1),
        ([{}], 0, 1),
    ],
)
def test_only_the_empty_one_of_two_records_of_one_second_goes(
    posts: list[dict[str, Any]], items: int, skipped: int
) -> None:
    updates = read(*({"timestamp": 1741081500, **post} for post in posts))
    assert len(updates.items) == items
    assert sum(int(s.reason.split()[0]) for s in updates.skipped) == skipped


@pytest.mark.parametrize(
    "title",
    [
        "Lumen shared a post.",
        "Lumen shared Crumb Mag's photo.",
        "Lumen hat einen Beitrag geteilt.",
        "Lumen a partagé une publication.",
        "Lumen compartió una publicación.",
        "Lumen ha condiviso un post.",
        "Lumen compartilhou uma publicação.",
        "Lumen heeft een bericht gedeeld.",
    ],
)
def test_a_share_without_words_is_a_repost_and_one_with_words_is_not(title: str) -> None:
    told = {"timestamp": 1741081500, "title": title.encode().decode("latin-1"), **card("https://a.example/x")}
    assert read(told).items[0].kind == "repost"
    assert read({**told, **words("Look")}).items[0].kind == "original"


@pytest.mark.parametrize(
    "title", ["Lumen shared a link.", "Lumen hat einen Link geteilt.", "Lumen updated their status."]
)
def test_a_link_without_words_is_ones_own(title: str) -> None:
    (update,) = read({"timestamp": 1741081500, "title": title, **card("https://blog.example/rye")}).items
    assert (update.kind, update.text, update.links) == ("original", "", ("https://blog.example/rye",))


def test_a_card_without_scheme_is_an_address() -> None:
    (update,) = read({"timestamp": 1741081500, **card("facebook.com")}).items
    assert (update.links, update.kind) == (("https://facebook.com",), "repost")


def test_words_that_stand_with_the_picture_alone_are_found() -> None:
    media = {"uri": "a.jpg", "title": "Timeline photos", "description": "Rye"}
    (update,) = read(
        {"timestamp": 1741081500, "attachments": [{"data": [{"media": media}, {"media": media}]}]}
    ).items
    assert (update.text, update.media) == ("Rye", ("a.jpg",))


def test_what_others_wrote_on_the_owners_timeline_is_not_theirs() -> None:
    told = read(
        {**words("Rye"), "timestamp": 1767607200, "title": "Jo Baker updated his status."},
        {
            **words("Happy birthday"),
            "timestamp": 1767607201,
            "title": "Jo Baker wrote on Ana Lopez's timeline.",
        },
        {**words("PRIVATE"), "timestamp": 1767607202, "title": "Ana Lopez wrote on Jo Baker's timeline."},
    )
    assert [(item.text, item.kind) for item in told.items] == [
        ("Rye", "original"),
        ("Happy birthday", "reply"),
    ]
    assert "1 entry that somebody else may have written left out." in [skip.reason for skip in told.skipped]
    assert "PRIVATE" not in repr(told)


def test_a_time_in_milliseconds_is_that_time() -> None:
    (item,) = read({**words("Rye"), "timestamp": 1767607200123}).items
    assert f"{item.posted_at:%Y-%m-%d %H:%M:%S}" == "2026-01-05 10:00:00"
