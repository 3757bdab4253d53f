"""Titles that differ in a name, a thing or a number, and series named without their number."""

import datetime as dt
from typing import Any

import pytest

from handover.model import Post, Update
from handover.pair import pair_updates

BLOG = "https://harrow.example"
DAY = dt.datetime(2023, 9, 4, 8, tzinfo=dt.UTC)


def post(key: str, title: str, *, day: int = 0, **more: Any) -> Post:
    published = DAY + dt.timedelta(days=day)
    return Post(id=key, title=title, permalink=f"{BLOG}/blog/{key}/", published=published, **more)


def update(text: str, *, day: int = 0, **more: Any) -> Update:
    return Update(
        **({"text": text, "network": "x", "posted_at": DAY + dt.timedelta(days=day, hours=4)} | more)
    )


OTHERS = [
    post("ladders", "Three ladders and an apple tree", day=-40),
    post("ink", "Which ink stays on a jar", day=-20),
    post("bees", "Ask a beekeeper", day=-9),
]
SHORT = " https://bit.ly/3Qw8Er"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Our baker Tomas", "Our baker Ilse"),
        ("Our baker Tomas", "Our baker Ilse joined us in spring, and the rye has been better ever since."),
        ("Making plum jam the slow way", "Making tomato jam the slow way"),
        ("A visit to Reed & Co in Hull", "A visit to Hale & Co in Hull"),
        ("Whitsun with the whole family", "New Year with the whole family"),
        ("Seven gifts for gardeners", "Nine gifts for gardeners"),
        ("What I pack for a week in Oslo", "What I pack for a week in Rome"),
        ("Kündigung in der Probezeit", "Kündigung in der Elternzeit"),
        ("Un don de la famille Aubrac", "Un don de la famille Mercier"),
        ("Cómo cuidar un olivo en maceta", "Cómo cuidar un limonero en maceta"),
        ("Interview with Ada Brook, glazier", "Interview with Lou Marsh, glazier"),
    ],
)
@pytest.mark.parametrize("before", ["", "New on the blog: "])
def test_another_name_thing_or_number_is_another_post_and_only_a_suggestion(
    title: str, text: str, before: str
) -> None:
    pairing = pair_updates([post("mine", title), *OTHERS], [update(before + text + SHORT)])
    assert not pairing.pairs
    assert pairing.unpaired[0].suggestions[0][0].id == "mine"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Making plum jam the slow way", "Makin plum jam the slow way"),
        ("Crossing the river by night", "How we crossed the river by night"),
        ("Paper craft for a rainy day", "Papercraft for a rainy day"),
        ("Custom settings and parameters", "Custom settings and params"),
        ("What fear is good for in a team", "What fear's good for in your team"),
        ("Why we raised the prices of our bread", "Why we raised our prices of bread"),
        ("The issues caused by long queues (and what we did)", "The issues caused by long queues"),
    ],
)
def test_a_slip_a_form_or_a_small_word_makes_no_other_post(title: str, text: str) -> None:
    pairing = pair_updates([post("mine", title), *OTHERS], [update("Blogged: " + text + SHORT)])
    assert [pair.post.id for pair in pairing.pairs] == ["mine"]


# --- series named without a number --------------------------------------------------------------------------

LIST = [post(f"n{n}", f"The Orchard Reading List #{n}", day=7 * n) for n in range(1, 9)]
THINGS = ("figs", "moss", "rain", "hay")
LETTER = [post(f"n{n}", f"Orchard letter no. {n}: of {it}", day=7 * n) for n, it in enumerate(THINGS, 1)]


@pytest.mark.parametrize(
    ("posts", "text", "day", "paired"),
    [
        (LIST, "The Orchard Reading List is out! Five good stories." + SHORT, 28, ["n4"]),
        (LIST, "The Orchard Reading List is out!" + SHORT, 29, ["n4"]),
        (LIST, "New post: the Orchard reading list", 28, ["n4"]),
        (LETTER, "A fresh Orchard Letter in your inbox" + SHORT, 21, ["n3"]),
        (LIST, "The Orchard Reading List is out!" + SHORT, 31, []),
        (LIST, "The Orchard Reading List has a thousand readers.", 28, []),
        (LIST, "The Orchard Reading List #12 is out!" + SHORT, 28, []),
        (LIST, "The Orchard Reading List, part 12" + SHORT, 28, []),
        (LIST[:2], "The Orchard Reading List is out!" + SHORT, 14, []),
        (LIST, "The Orchard List is out!" + SHORT, 28, []),
    ],
)
def test_a_series_named_without_its_number_means_the_newest_of_the_same_two_days(
    posts: list[Post], text: str, day: int, paired: list[str]
) -> None:
    pairing = pair_updates([*posts, *OTHERS], [update(text, day=day)])
    assert [pair.post.id for pair in pairing.pairs] == paired


def test_of_two_members_on_one_day_neither_is_the_newest() -> None:
    twice = [*LIST, post("n9", "The Orchard Reading List #9", day=56)]
    assert not pair_updates(twice, [update("The Orchard Reading List is out!" + SHORT, day=57)]).pairs
