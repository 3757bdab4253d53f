"""What is offered for an update that stays open."""

import datetime as dt
from typing import Any

import pytest

from handover.model import Post, Unpaired, Update
from handover.pair import pair_updates
from handover.pair.suggestions import LEAST

DAY = dt.datetime(2024, 5, 6, 9, tzinfo=dt.UTC)
BLOG = "https://harrow.example"
SHORT = "https://lnkd.in/gAb12xYz"


def post(key: str, title: str, *, day: int = 0, text: str = "") -> Post:
    published = DAY + dt.timedelta(days=day)
    return Post(id=key, title=title, permalink=f"{BLOG}/blog/{key}/", published=published, text=text)


def open_(text: str, *, day: int = 0, posts: list[Post] | None = None, **more: Any) -> Unpaired:
    posted = DAY + dt.timedelta(days=day, hours=3)
    told = Update(**({"text": text, "network": "linkedin", "posted_at": posted} | more))
    return pair_updates(POSTS if posts is None else posts, [told]).unpaired[0]


def offered(item: Unpaired) -> list[str]:
    return [p.id for p, _ in item.suggestions]


DINNER = post(
    "dinner",
    "What forty diners taught us",
    text="Lanterns on the pier, dinner with the fishermen, and why slow service pays. We asked forty guests "
    "what they remember a month later: the light, the names, the bread. Nobody named the wine.",
)
POSTS = [
    DINNER,
    post("names", "Names on the wall", day=-900),
    post("bread", "Bread at home", day=-1200),
    post("light", "The light of the pier in winter", day=-1500),
    post("oven", "An oven of clay", day=-5, text="We built it from the clay of the river bank."),
]
LETTER = (
    "Guests forget the wine.\n\nA month after their dinner we asked forty of them what stayed: the light, "
    "the names, the bread.\n\nSlow service pays, and nobody tells you so. "
)


def test_a_new_post_that_shares_words_goes_before_old_titles() -> None:
    item = open_(LETTER + SHORT)
    assert offered(item)[0] == "dinner"
    assert len(item.suggestions) <= 3
    scores = [score for _, score in item.suggestions]
    assert scores == sorted(scores, reverse=True)
    assert all(LEAST <= score < 0.8 for score in scores)


def test_the_sentence_a_long_text_has_in_common_with_the_post_is_quoted() -> None:
    reason = open_(LETTER + SHORT).reason
    assert "“A month after their dinner we asked forty of them what stayed" in reason
    assert "“What forty diners taught us”" in reason
    assert "lnkd.in/gAb12xYz" in reason


@pytest.mark.parametrize(
    "text",
    [
        f"Guests forget the wine, and forty of them remember the light. {SHORT}",
        LETTER + "https://other.example/story",
        LETTER,
    ],
    ids=["short", "a readable link", "no link"],
)
def test_nothing_is_quoted_where_the_text_is_short_or_its_link_can_be_read(text: str) -> None:
    assert "has words of" not in open_(text).reason


def test_an_abbreviation_does_not_end_the_sentence_that_is_quoted() -> None:
    text = LETTER.replace("stayed: the light,", "stayed, e.g. the light,")
    assert "of them what stayed, e.g. the light, the names, the bread.”" in open_(text + SHORT).reason


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("Good morning to all of you", {}),
        (f"Have a lovely Sunday {SHORT}", {}),
        ("@ana thank you so much", {"kind": "reply"}),
        ("Look what they made https://other.example/story", {}),
        ("", {"permalink": "https://www.linkedin.com/feed/update/urn:li:share:7302251387289600005"}),
    ],
)
def test_nothing_is_offered_for_the_day_alone(text: str, more: dict[str, Any]) -> None:
    assert open_(text, **more).suggestions == ()


def test_more_words_in_common_and_fewer_days_between_score_higher() -> None:
    many = dict(open_("Lanterns, fishermen, slow service: our guests on the pier " + SHORT).suggestions)
    few = dict(open_("Lanterns for fishermen " + SHORT).suggestions)
    late = dict(open_("Lanterns for fishermen " + SHORT, day=5).suggestions)
    assert many[DINNER] > few[DINNER] > late[DINNER]


def test_a_post_that_came_after_the_update_or_a_week_before_is_not_offered_for_its_words() -> None:
    text = "Lanterns for fishermen, and slow service " + SHORT
    assert "dinner" not in offered(open_(text, day=-3))
    assert "dinner" not in offered(open_(text, _day=9) if False else open_(text, day=9))


def test_of_many_new_posts_the_two_that_share_most_are_offered() -> None:
    many = [
        post(f"p{n}", f"Story {n}", day=-(n % 7), text=" ".join(["river", "clay", "oven"][: n % 4]))
        for n in range(12)
    ]
    assert len(open_("River, clay and an oven " + SHORT, posts=many).suggestions) == 2


def test_the_order_of_posts_changes_nothing() -> None:
    assert open_(LETTER + SHORT) == open_(LETTER + SHORT, posts=POSTS[::-1])


def test_a_text_that_announces_a_post_and_says_no_more_is_offered_the_new_one() -> None:
    assert offered(open_("New blog post: " + SHORT)) == ["dinner"]
    assert offered(open_("Neuer Beitrag!", day=1)) == ["dinner"]
    assert offered(open_("New blog post: " + SHORT, day=3)) == []
    assert offered(open_("Look at this: " + SHORT)) == []
