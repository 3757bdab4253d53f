"""Lists of posts as JSON: what proves one, and what is never taken for one."""

import json
from typing import Any

import pytest

from handover.errors import ParseError
from handover.model import Updates
from handover.read.source import from_bytes
from handover.read.updates import json_lists
from handover.read.updates.options import Options

POST = "https://www.instagram.com/p/DbcFzXar8iv/"
WHEN = "2026-03-02T09:10:00Z"


def read(value: Any) -> Updates:
    source = from_bytes(json.dumps(value).encode(), "posts.json")
    assert json_lists.accepts(source)
    return json_lists.parse(source, Options(timezone="UTC"))


@pytest.mark.parametrize(
    "wrapped",
    [
        lambda posts: posts,
        lambda posts: {"data": posts},
        lambda posts: {"posts": posts},
        lambda posts: {"history": posts},
        lambda posts: {"items": posts},
        lambda posts: {"media": {"data": posts}, "id": "1"},
        lambda posts: {"data": {"posts": {"edges": [{"node": post} for post in posts]}}},
    ],
)
def test_the_list_is_found_wherever_an_answer_keeps_it(wrapped: Any) -> None:
    posts = [{"caption": f"Rye {n}", "timestamp": WHEN, "permalink": POST} for n in range(3)]
    assert [update.text for update in read(wrapped(posts)).items] == ["Rye 0", "Rye 1", "Rye 2"]


@pytest.mark.parametrize(
    "entry",
    [
        {"text": "SECRET", "timestamp": WHEN, "url": POST, "commentUrl": POST + "c/1/"},
        {"text": "SECRET", "timestamp": WHEN, "url": POST + "c/178/"},
        {"message": "SECRET", "created_time": WHEN, "permalink_url": "https://www.facebook.com/1/posts/2?comment_id=3"},
        {"platform": "facebook", "text": "SECRET", "created_at": WHEN, "author": "Ana"},  # an inbox
        {"platform": "facebook", "text": "SECRET", "sentAt": WHEN, "sender": "Ana"},
        {"content": "SECRET", "timestamp": WHEN, "conversation": "1", "url": POST},
        {"title": "A post", "url": "https://blog.lumenbakery.example/rye/", "date": WHEN, "content": "<p>"},
        {"name": "Ana", "url": "https://www.instagram.com/ana/", "time": WHEN, "text": "a profile"},
        {"text": "no time", "url": POST},
        {"caption": "no address", "timestamp": WHEN},
        "words",
    ],
)  # fmt: skip
def test_what_is_no_post_for_certain_is_not_accepted(entry: Any) -> None:
    for value in ([entry], {"data": [entry]}, {"posts": [entry]}):
        assert not json_lists.accepts(from_bytes(json.dumps(value).encode(), "posts.json"))


@pytest.mark.parametrize(
    "text", ["", "[", "{", "[]", "{}", "[[]]", '{"data": [', '{"data": [{"a":', "[{" * 5_000]
)
def test_anything_else_is_not_accepted(text: str) -> None:
    assert not json_lists.accepts(from_bytes(text.encode(), "posts.json"))


def test_a_list_of_many_peoples_posts_is_refused() -> None:
    posts = [
        {"caption": "x", "timestamp": WHEN, "permalink": POST, "username": name} for name in ("a", "b", "c")
    ]
    with pytest.raises(ParseError, match="3 accounts"):
        read(posts)


def test_one_entry_gives_an_update_for_each_network_it_went_to() -> None:
    entry = {
        "post": {"default": "Rye", "linkedin": "Rye, at length"},
        "platforms": ["facebook", "linkedin", "x"],
        "postIds": [{"platform": "x", "status": "error"}],
        "scheduleDate": WHEN,
        "status": "success",
    }
    updates = read([entry])
    assert [(u.network, u.text) for u in updates.items] == [
        ("facebook", "Rye"),
        ("linkedin", "Rye, at length"),
    ]
    assert [s.reason for s in updates.skipped] == ["1 post that failed or was deleted left out."]


@pytest.mark.parametrize("time", [1772442600, "1772442600", 1772442600000, "2026-03-02T09:10:00+0000"])
def test_times_are_seconds_milliseconds_or_words(time: Any) -> None:
    (update,) = read([{"text": "Rye", "sent_at": time, "profile_service": "twitter"}]).items
    assert update.posted_at is not None and update.posted_at.isoformat() == "2026-03-02T09:10:00+00:00"
    assert (update.network, update.state) == ("x", "scheduled")


def test_an_entry_of_another_kind_is_named_by_its_place() -> None:
    good = {"caption": "Rye", "timestamp": WHEN, "permalink": POST}
    updates = read([good, {"ad": 1}, good | {"permalink": POST.replace("8iv", "8iw")}])
    assert len(updates.items) == 2
    assert "(no. 2)" in updates.skipped[0].reason


def test_a_list_that_is_cut_gives_what_stands_before_the_cut() -> None:
    posts = [{"caption": f"Rye {n}", "timestamp": WHEN, "permalink": POST + str(n)} for n in range(3)]
    text = json.dumps({"data": posts})
    source = from_bytes(text[: text.index("Rye 2")].encode(), "posts.json")
    updates = json_lists.parse(source, Options(timezone="UTC"))
    assert [update.text for update in updates.items] == ["Rye 0", "Rye 1"]
    assert "damaged" in updates.skipped[0].reason
