"""Blogs whose titles begin alike."""

import datetime as dt
from typing import Any

import pytest

from handover.model import Post, Update
from handover.pair import pair_updates, titles


def series(count: int, title: str) -> list[Post]:
    start = dt.datetime(2015, 1, 5, 8, tzinfo=dt.UTC)
    return [
        Post(
            id=f"n{n}",
            title=title.format(n=n),
            permalink=f"https://blog.example/notes/{n}/",
            published=start + dt.timedelta(weeks=n),
        )
        for n in range(count)
    ]


def quoting(posts: list[Post]) -> list[Update]:
    return [
        Update(
            id=post.id,
            network="linkedin",
            text=f"{post.title}\nhttps://bit.ly/{post.id}x",
            posted_at=post.published and post.published + dt.timedelta(hours=3),
        )
        for post in posts
    ]


@pytest.mark.parametrize("count", [5, 60])
def test_each_note_of_a_series_gets_its_own_update_however_long_the_series_is(count: int) -> None:
    posts = series(count, "Notes from the harbour, week {n}")
    pairing = pair_updates(posts, quoting(posts))
    assert [(pair.update.id, pair.post.id) for pair in pairing.pairs] == [(p.id, p.id) for p in posts]


def test_of_a_long_series_of_one_title_the_newest_of_its_time_counts() -> None:
    posts = series(60, "Links of the week from the harbour")
    pairing = pair_updates(posts, quoting(posts[20:40]))
    assert all(pair.post.id == pair.update.id for pair in pairing.pairs)


def test_a_text_is_compared_with_few_posts_of_a_long_series(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[int] = []
    plain = titles.compare

    def counting(number: int, *rest: Any) -> Any:
        compared.append(number)
        return plain(number, *rest)

    monkeypatch.setattr("handover.pair.candidates.compare", counting)
    posts = series(400, "Notes from the harbour, week {n}")
    pair_updates(posts, quoting(posts[:100]))
    assert len(compared) < 100 * 30
