"""One damaged part of a download costs only itself, and is named."""

import json
from pathlib import Path
from typing import Any

import pytest

from handover.errors import ParseError
from handover.model import Updates
from handover.read import read_updates

POSTS = [{"timestamp": 1741081500 + n, "data": [{"post": f"post {n}"}]} for n in range(5)]
PICTURES = [{"media": [{"uri": f"{n}.jpg", "creation_timestamp": 1741081500, "title": f"post {n}"}]}
            for n in range(5)]  # fmt: skip
THREADS = {"text_post_app_text_posts": [
    {"media": [{"uri": "", "creation_timestamp": 1741081500, "title": f"post {n}"}]}
    for n in range(5)]}  # fmt: skip
ACTOR = "https://m.example/users/crumb"
NOTES = {"id": "outbox.json", "type": "OrderedCollection", "orderedItems": [
    {"type": "Create", "actor": ACTOR, "to": ["https://www.w3.org/ns/activitystreams#Public"],
     "object": {"type": "Note", "url": f"https://m.example/@crumb/{n}", "content": f"<p>post {n}</p>"}}
    for n in range(5)]}  # fmt: skip
RECORDS = {"records": [{"uri": f"at://did:plc:a/app.bsky.feed.post/3lbqxyz2222{n}a", "value": {
    "$type": "app.bsky.feed.post", "text": f"post {n}", "createdAt": "2026-01-05T10:00:00Z"}}
    for n in range(2, 7)]}  # fmt: skip


def script(name: str, value: Any, part: int = 0) -> str:
    return f"window.YTD.{name}.part{part} = {json.dumps(value)}"


def tweets(first: int, count: int = 5) -> list[dict[str, Any]]:
    return [{"tweet": {"id_str": str(2008119552018337792 + n), "full_text": f"post {n}",
                       "created_at": "Mon Jan 05 10:00:00 +0000 2026"}}
            for n in range(first, first + count)]  # fmt: skip


def given(folder: Path, files: dict[str, str]) -> Updates:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return read_updates(folder, timezone="UTC")


def damage(updates: Updates) -> list[str]:
    return [s.location for s in updates.skipped if "damaged" in s.reason]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("posts/profile_posts_2.json", POSTS),
        ("media/posts_2.json", PICTURES),
        ("media/reels.json", {"ig_reels_media": PICTURES}),
        ("threads/threads_and_replies.json", THREADS),
        ("outbox.json", NOTES),
        ("records.json", RECORDS),
    ],
)
def test_what_stands_before_the_cut_is_read_and_the_cut_file_named(
    tmp_path: Path, name: str, value: Any
) -> None:
    text = json.dumps(value)
    updates = given(tmp_path, {name: text[: text.rindex("post ") + 3]})
    assert len(updates.items) == 4
    assert [place.endswith(name) for place in damage(updates)] == [True]
    assert "The 4 entries before were read." in updates.skipped[-1].reason


def test_a_second_file_that_is_cut_costs_nothing_of_the_first(tmp_path: Path) -> None:
    whole = json.dumps(POSTS)
    updates = given(
        tmp_path, {"posts/profile_posts_1.json": whole, "posts/profile_posts_2.json": whole[:20] + "\x00"}
    )
    assert len(updates.items) == 5
    assert damage(updates) == [f"{tmp_path} › posts/profile_posts_2.json"]


def test_a_cut_part_of_an_x_archive_costs_its_end(tmp_path: Path) -> None:
    cut = script("tweets", tweets(5), 1)
    files = {"data/tweets.js": script("tweets", tweets(0)), "data/tweets-part1.js": cut[:-60]}
    updates = given(tmp_path, files)
    assert len(updates.items) == 9
    assert damage(updates) == [f"{tmp_path} › data/tweets-part1.js"]


@pytest.mark.parametrize("name", ["note_tweet", "twitter_circle_tweet", "deleted_tweets"])
def test_a_broken_file_beside_the_tweets_costs_itself(tmp_path: Path, name: str) -> None:
    beside = f"window.YTD.{name}.part0 = [ {{ nonsense"
    files = {"data/tweets.js": script("tweets", tweets(0)), f"data/{name}.js": beside}
    updates = given(tmp_path, files)
    assert len(updates.items) == 5
    assert damage(updates) == [f"{tmp_path} › data/{name}.js"]


def test_entries_that_cannot_be_read_are_named_by_their_place(tmp_path: Path) -> None:
    posts = [*POSTS, {"timestamp": "soon"}, POSTS[0], {"timestamp": []}]
    updates = given(tmp_path, {"posts/profile_posts_1.json": json.dumps(posts)})
    assert [s.reason for s in updates.skipped] == [
        "2 of 8 entries could not be read: damaged, or of a kind not known (no. 6 and 8)."
    ]


def test_one_of_several_named_files_that_cannot_be_read_costs_itself(tmp_path: Path) -> None:
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    paths = [tmp_path / f"{n}.csv" for n in range(9)]
    for n, path in enumerate(paths):
        path.write_text(f"Date,Network,Text\n2026-01-05,X,Rye number {n}\n")
    updates = read_updates([*paths, tmp_path / "broken.xlsx"], timezone="UTC")
    assert len(updates.items) == 9
    assert [s.location for s in updates.skipped] == [str(tmp_path / "broken.xlsx")]


def test_where_nothing_before_the_damage_is_whole_the_error_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "profile_posts_1.json"
    path.write_text('[{"timestamp": 1741081500, "data": [{"post": "po')
    with pytest.raises(ParseError, match=r"profile_posts_1\.json is damaged"):
        read_updates(path)


def test_deleted_posts_and_articles_of_x_stay_out_and_are_counted(tmp_path: Path) -> None:
    files = {
        "data/tweets.js": script("tweets", tweets(0)),
        "data/deleted-tweets.js": script("deleted_tweets", tweets(90, 2)),
        "data/article.js": script("article", [{"article": {"title": "PRIVATE"}}]),
    }
    updates = given(tmp_path, files)
    assert len(updates.items) == 5
    assert {s.reason for s in updates.skipped} == {
        "2 deleted posts left out.",
        "1 article on X left out: its words are not read.",
    }
