"""Mastodon: HTML as it was typed, who may see it, whose it is."""

import json
from typing import Any

import pytest

from handover.errors import ParseError
from handover.model import Updates
from handover.read.source import from_bytes
from handover.read.updates import mastodon
from handover.read.updates.options import Options
from handover.read.updates.post_html import hrefs_of, text_of

LINK = (
    '<a href="https://blog.example/2025/spring/" rel="nofollow"><span class="invisible">https://</span>'
    '<span class="ellipsis">blog.example/2025/sp</span><span class="invisible">ring/</span></a>'
)
TAG = '<a href="https://mastodon.example/tags/rye" class="mention hashtag" rel="tag">#<span>rye</span></a>'


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (f"<p>Read {LINK}</p><p>{TAG}</p>", "Read https://blog.example/2025/spring/\n\n#rye"),
        ("<p>one<br>two<br/>three</p>", "one\ntwo\nthree"),
        ("<p>a &amp; b &lt;3</p>", "a & b <3"),
        ("<ul><li>a</li><li>b</li></ul>", "a\nb"),
        ("plain", "plain"),
        ("", ""),
    ],
)
def test_a_post_reads_as_its_writer_typed_it(html: str, text: str) -> None:
    assert text_of(html) == text


def test_links_are_those_that_are_neither_names_nor_tags() -> None:
    name = '<a href="https://mastodon.example/@marten" class="u-url mention">@<span>marten</span></a>'
    assert hrefs_of(LINK + TAG + name + '<a href="javascript:x">x</a>') == (
        "https://blog.example/2025/spring/",
    )


def test_html_of_extreme_size_is_read_all_the_same() -> None:
    assert text_of("<p>" * 20_000 + "end") == "end"
    assert hrefs_of("<p>" * 20_000 + LINK) == hrefs_of(LINK) != ()


def status(account: str = "lumen", **more: Any) -> dict[str, Any]:
    who = {"id": account, "acct": account, "url": f"https://mastodon.example/@{account}"}
    told = {
        "id": "1",
        "created_at": "2025-03-04T09:15:02.123Z",
        "content": "<p>Words</p>",
        "visibility": "public",
    }
    return {
        **told,
        "url": f"https://mastodon.example/@{account}/1",
        "reblogs_count": 0,
        "account": who,
        **more,
    }


def read(*statuses: dict[str, Any]) -> Updates:
    (bundle,) = mastodon.gather([from_bytes(json.dumps(statuses).encode(), "statuses.json")])
    return mastodon.parse(bundle, Options())


def test_a_timeline_of_many_people_is_refused() -> None:
    with pytest.raises(ParseError, match="3 accounts"):
        read(status("a"), status("b"), status("c"))


def test_words_of_others_among_ones_own_stay_out() -> None:
    updates = read(status(), status(), status("marten", content="<p>Not mine</p>"))
    assert len(updates.items) == 2
    assert [s.reason for s in updates.skipped] == ["1 post by another person left out."]


@pytest.mark.parametrize(
    ("visibility", "count"), [("public", 1), ("unlisted", 1), ("private", 0), ("direct", 0), ("limited", 0)]
)
def test_only_what_everybody_may_see_comes_out(visibility: str, count: int) -> None:
    assert len(read(status(visibility=visibility)).items) == count


def test_a_status_of_another_server_names_it() -> None:
    assert read(status()).items[0].account == "lumen@mastodon.example"


def test_a_servers_own_prefix_of_media_is_kept_as_the_path() -> None:
    note = {
        "type": "Note",
        "id": "https://m.example/users/lumen/statuses/1",
        "content": "<p>a</p>",
        "to": "https://www.w3.org/ns/activitystreams#Public",
        "attachment": [{"url": "/bucket/media_attachments/a.jpg"}],
    }
    activity = {"type": "Create", "actor": "https://m.example/users/lumen", "object": note}
    outbox = {
        "id": "outbox.json",
        "type": "OrderedCollection",
        "totalItems": 1467,
        "orderedItems": [activity],
    }
    (bundle,) = mastodon.gather([from_bytes(json.dumps(outbox).encode(), "outbox.json")])
    (update,) = mastodon.parse(bundle, Options()).items
    assert update.media == ("bucket/media_attachments/a.jpg",)
    assert update.permalink == "https://m.example/users/lumen/statuses/1"
