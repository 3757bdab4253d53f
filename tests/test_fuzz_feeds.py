"""In the JSON of a blog, a value of another kind than expected costs its entry at most, whatever it is."""

import json
from pathlib import Path
from typing import Any

import pytest

from handover.errors import HandoverError
from handover.read.feeds import ghost, json_feed, squarespace, substack
from handover.read.feeds.document import Document, HandOverError
from handover.read.feeds.wordpress import Rest
from handover.read.source import from_bytes
from tests.changed import paths_in, with_value
from tests.farm import Asked, sites

DATA = Path(__file__).parent / "data" / "feeds"
VALUES: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    10**30,
    1.5,
    "",
    "x",
    "\ud83d",
    "https://[",
    [],
    [[]],
    {},
    {"a": 1},
    [None],
)


def asked(path: str, **query: str) -> Asked:
    return Asked(path, query, {}, "kitchen.example", 1)


PAGES = {  # reader, page, and how deep its entries lie
    "JSON Feed": (json_feed, (DATA / "json_feed.json").read_bytes(), 2),
    "Ghost export": (ghost, (DATA / "ghost_export.json").read_bytes(), 5),
    "WordPress REST": (Rest, (DATA / "wordpress_rest.json").read_bytes(), 1),
    "Squarespace": (squarespace, sites.squarespace(3)(asked("/", format="json-pretty")).body, 2),
    "Substack": (substack.PostsApi, sites.substack(3)(asked("/api/v1/posts", offset="0", limit="3")).body, 1),
}


def read(reader: Any, document: Any) -> Document | None:
    data = json.dumps(document).encode("utf-8", "surrogatepass")
    try:
        return reader.parse(from_bytes(data, "page.json"), "https://kitchen.example/")  # type: ignore[no-any-return]
    except HandOverError:  # "this is not mine after all": the next reader is asked
        return None
    except HandoverError as error:
        assert error.hint
        return None


@pytest.mark.parametrize("name", PAGES)
def test_a_value_of_another_kind_costs_its_entry_at_most(name: str) -> None:
    reader, data, depth = PAGES[name]
    whole = json.loads(data)
    before = read(reader, whole)
    assert before
    assert before.posts
    for path in paths_in(whole):
        for value in VALUES:
            after = read(reader, with_value(whole, path, value))
            if after is not None and len(path) > depth:
                assert len(after.posts) >= len(before.posts) - 1, (path, value)
