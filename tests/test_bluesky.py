"""Bluesky: byte-counted links, whose posts they are, and repositories."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handover.errors import ParseError
from handover.model import Updates
from handover.read import read_updates
from handover.read.source import from_bytes
from handover.read.updates import bluesky
from handover.read.updates.options import Options
from tests.car import Link, repository
from tests.extent import share

DATA = Path(__file__).parent / "data" / "updates"
ME = "did:plc:lumenlumenlumenlumen2222"


def post(text: str, **more: Any) -> dict[str, Any]:
    return {"$type": "app.bsky.feed.post", "text": text, "createdAt": "2025-03-04T09:30:00.000Z", **more}


def read(*records: dict[str, Any], did: str = ME) -> Updates:
    entries = [{"uri": f"at://{did}/app.bsky.feed.post/{n}", "value": r} for n, r in enumerate(records)]
    return bluesky.parse(from_bytes(json.dumps({"records": entries}).encode(), "a.json"), Options())


def link(text: str, shown: str, uri: str) -> dict[str, Any]:
    start = len(text[: text.index(shown)].encode())
    index = {"byteStart": start, "byteEnd": start + len(shown.encode())}
    return {"index": index, "features": [{"$type": "app.bsky.richtext.facet#link", "uri": uri}]}


def test_a_shortened_link_is_written_in_full_and_a_worded_one_is_left() -> None:
    text = "Brød 🍞 blog.example/2025/0... and here"
    facets = [
        link(text, "blog.example/2025/0...", "https://blog.example/2025/03/rye/"),
        link(text, "here", "https://blog.example/2025/04/wheat/"),
    ]
    (update,) = read(post(text, facets=facets)).items
    assert update.text == "Brød 🍞 https://blog.example/2025/03/rye/ and here"
    assert update.links == ("https://blog.example/2025/03/rye/", "https://blog.example/2025/04/wheat/")


@settings(max_examples=share(80), deadline=None)
@given(st.text(max_size=20), st.lists(st.tuples(st.integers(-5, 60), st.integers(-5, 60)), max_size=4))
def test_places_that_cannot_be_harm_nothing(text: str, places: list[tuple[int, int]]) -> None:
    facets = [
        {"index": {"byteStart": a, "byteEnd": b}, "features": [{"uri": "https://blog.example/x"}]}
        for a, b in places
    ]
    (update,) = read(post("Rye " + text.encode("utf-8", "replace").decode(), facets=facets)).items
    assert update.text.startswith("Rye")


def test_a_link_that_stands_in_the_card_alone_is_found() -> None:
    card = {
        "$type": "app.bsky.embed.external",
        "external": {"uri": "https://blog.example/rye", "title": "Rye"},
    }
    assert read(post("New", embed=card)).items[0].links == ("https://blog.example/rye",)


@pytest.mark.parametrize(
    ("root", "parent", "kind"),
    [
        (ME, ME, "original"),
        (ME, "did:plc:a", "reply"),
        ("did:plc:a", ME, "reply"),
        ("did:plc:a", "did:plc:a", "reply"),
    ],
)
def test_only_answers_to_oneself_in_a_thread_of_ones_own_go_on(root: str, parent: str, kind: str) -> None:
    reply = {
        name: {"uri": f"at://{did}/app.bsky.feed.post/1"}
        for name, did in (("root", root), ("parent", parent))
    }
    assert read(post("Words", reply=reply)).items[0].kind == kind


def test_a_stream_of_many_people_is_refused() -> None:
    entries = [
        {
            "post": {
                "uri": f"at://did:plc:{n}/app.bsky.feed.post/1",
                "author": {"did": f"did:plc:{n}"},
                "record": post("a"),
            }
        }
        for n in range(4)
    ]
    with pytest.raises(ParseError, match="4 accounts"):
        bluesky.parse(from_bytes(json.dumps({"feed": entries}).encode(), "a.json"), Options())


def test_a_name_that_leads_nowhere_gives_way_to_the_id() -> None:
    author = {"did": ME, "handle": "handle.invalid"}
    entry = {"uri": f"at://{ME}/app.bsky.feed.post/3ljk5pf2hk227", "author": author, "record": post("a")}
    (update,) = bluesky.parse(from_bytes(json.dumps({"posts": [entry]}).encode(), "a.json"), Options()).items
    assert update.permalink == f"https://bsky.app/profile/{ME}/post/3ljk5pf2hk227"


def test_a_repository_and_its_records_tell_the_same() -> None:
    car, records = read_updates(DATA / "bluesky.car").items, read_updates(DATA / "bluesky-records.json").items
    assert [(u.text, u.permalink, u.kind, u.links) for u in car] == [
        (u.text, u.permalink, u.kind, u.links) for u in records
    ]


@settings(max_examples=share(20), deadline=None)
@given(st.sets(st.text("234567abcdefghij", min_size=13, max_size=13), max_size=40))
def test_every_record_of_a_repository_is_found_in_order(keys: set[str]) -> None:
    data = repository(
        ME, {f"app.bsky.feed.post/{key}": post(key) for key in keys} or {"app.bsky.actor.profile/self": {}}
    )
    updates = bluesky.parse(from_bytes(data, "repo.car"), Options())
    assert [u.text for u in updates.items] == sorted(keys)


def test_a_tree_that_bites_its_tail_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    tail = Link(b"tail")
    blocks = {b"root": {"did": ME, "data": tail}, tail: {"l": tail, "e": []}}
    monkeypatch.setattr("libipld.decode_car", lambda _: ({"roots": [b"root"]}, blocks))
    assert not bluesky.parse(from_bytes(repository(ME, {"a/b": {}}), "repo.car"), Options()).items


def test_without_the_extra_package_the_error_says_which_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "libipld", None)
    with pytest.raises(ParseError, match="one more package") as caught:
        read_updates(DATA / "bluesky.car")
    assert "content-handover[car]" in caught.value.hint
