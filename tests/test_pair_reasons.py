"""Reasons say what was seen, and nothing else."""

import datetime as dt
from typing import Any

import pytest

from handover.model import Post, Update
from handover.pair import pair_updates

DAY = dt.datetime(2024, 5, 6, 9, tzinfo=dt.UTC)
BLOG = "https://harrow.example"


def post(key: str, title: str, *, day: int = 0, **more: Any) -> Post:
    made = {"id": key, "title": title, "permalink": f"{BLOG}/blog/{key}/"}
    return Post(**(made | {"published": DAY + dt.timedelta(days=day)} | more))


def update(text: str, *, day: int = 0, **more: Any) -> Update:
    posted = DAY + dt.timedelta(days=day, hours=3)
    return Update(**({"text": text, "network": "x", "posted_at": posted} | more))


BEES = post("bees", "How we count our bees in winter")


def why(*updates: Update, posts: tuple[Post, ...] = (BEES,)) -> str:
    return pair_updates(posts, updates).unpaired[-1].reason


@pytest.mark.parametrize(
    ("made", "word", "says"),
    [
        (BEES, "bees", "You gave the last part of this post's address."),
        (post("12", "Bees", permalink=f"{BLOG}/b/"), "12", "You gave this post's id."),
        (post("bees", "Bees", permalink=""), "bees", "You gave this post's title."),
        (post(f"{BLOG}/blog/bees/", "Bees"), f"{BLOG}/blog/bees/", "You gave this post's address."),
        (BEES, "harrow.example/blog/bees", "You gave this post's address."),
        (BEES, "How we count our bees in winter", "You gave this post's title."),
    ],
)
def test_what_the_user_gave_is_called_what_it_is(made: Post, word: str, says: str) -> None:
    made = made if made is not BEES else post("7", made.title, permalink=made.permalink)
    assert pair_updates([made], [update("Look", post=word)]).pairs[0].reason == says


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("How we count our moths in winter https://bit.ly/3Qw8Er", "another name, thing or number"),
        ("Coming tomorrow: How we count our bees in winter", "still to be written"),
        ("Look https://other.example/story", "It links to somewhere else (other.example/story)"),
        (f"Look {BLOG}/shop/jars", "It links to another part of your own site (harrow.example/shop/jars)"),
        (f"Look {BLOG}/blog/lost-page", "It links to your own site (harrow.example/blog/lost-page)"),
        ("Look https://bit.ly/3Qw8Er", "It is not visible where its link (bit.ly/3Qw8Er) leads"),
        ("Look https://linktr.ee/harrow", "Its link (linktr.ee/harrow) stands under other updates too"),
        ("Good morning", "It has no link, and no post of the days around it has a similar title."),
    ],
)
def test_a_reason_says_what_was_seen(text: str, says: str) -> None:
    assert says in why(update(text))


@pytest.mark.parametrize(
    ("text", "says", "never"),
    [
        (
            "@ana https://bit.ly/3Qw8Er",
            "It is a reply and has a link (bit.ly/3Qw8Er) that cannot be read",
            "not to",
        ),
        (
            "@ana https://other.example/a",
            "It is a reply and links to somewhere else (other.example/a)",
            "cannot",
        ),
        (f"@ana {BLOG}/", "It is a reply and links to your own site", "else"),
        ("@ana thank you", "It is a reply without a link", "links to"),
    ],
)
def test_a_reply_is_not_said_to_lead_where_nobody_looked(text: str, says: str, never: str) -> None:
    for told in (update(text), update(text, kind="reply")):
        assert says in why(told)
        assert never not in why(told)


def test_the_link_that_is_named_is_the_one_that_is_meant() -> None:
    told = update("Look https://other.example/story https://bit.ly/3Qw8Er")
    assert "bit.ly/3Qw8Er" in why(told)
    assert "other.example" not in why(told)


def test_without_a_date_no_days_are_spoken_of() -> None:
    assert why(update("Good morning", posted_at=None)) == "It has no link, and no post has a similar title."


def test_twins_phrases_and_old_titles_are_told_apart() -> None:
    twins = (post("a", "Merry Christmas to all of you"), post("b", "Merry Christmas to all of you"))
    assert "more than one post is called" in why(update("Merry Christmas to all of you"), posts=twins)
    open_day = post("open", "Open house at the mill")
    said = [
        update(f"Open house at the mill, {thing}", day=n)
        for n, thing in ((-40, "tonight"), (-9, "with soup"))
    ]
    assert "recurs in updates without a link" in why(
        *said, update("Open house at the mill!", day=1), posts=(open_day,)
    )
    assert "too long ago" in why(update("How we count our bees in winter!", day=900))


@pytest.mark.parametrize(
    ("day", "says"), [(-1, "the day before it was"), (0, "the day it was"), (3, "3 days after")]
)
def test_the_days_between_are_told_as_they_were(day: int, says: str) -> None:
    pair = pair_updates([BEES], [update("How we count our bees in winter", day=day)]).pairs[0]
    assert says in pair.reason
