"""Titles that were given before: yearly events, new editions; and titles in two sentences."""

import datetime as dt

import pytest

from handover.model import Post, Update
from handover.pair import pair_updates

DAY = dt.datetime(2023, 9, 4, 8, tzinfo=dt.UTC)


def post(key: str, title: str, day: int = 0) -> Post:
    published = DAY + dt.timedelta(days=day)
    return Post(id=key, title=title, permalink=f"https://otter.example/{key}/", published=published)


def update(text: str, day: int = 0, network: str = "instagram", *links: str) -> Update:
    posted_at = DAY + dt.timedelta(days=day, hours=4)
    return Update(text=text, network=network, posted_at=posted_at, links=links)


def paired(posts: list[Post], *updates: Update) -> list[str]:
    return [pair.post.id for pair in pair_updates(posts, updates).pairs]


RUN = "Autumn run around the lake"


def test_the_title_of_a_yearly_event_means_the_new_post_alone() -> None:
    posts = [post("first", RUN), post("second", RUN, 364)]
    assert paired(posts, update(f"{RUN}: with a course for children", 364)) == ["second"]
    assert paired(posts, update(f"{RUN}. Come early!", 728)) == []  # the third has no post
    assert paired(posts[:1], update(f"{RUN}. Come early!", 300)) == ["first"]


def test_an_old_title_may_mean_its_new_edition() -> None:
    posts = [
        post("old", "Your deposit back in five letters"),
        post("new", "Your deposit back in five letters (2024 edition)", 364),
    ]
    assert paired(posts, update("Your deposit back in five letters https://bit.ly/3xYz9Ab", 365)) == []
    assert paired(posts, update("Your deposit back in five letters (2024 edition)", 365)) == ["new"]
    assert paired(posts, update("Your deposit back in five letters", 40)) == ["old"]


def test_the_number_of_an_older_one_of_a_series_is_no_new_edition() -> None:
    posts = [post(str(n), f"The reading list of our kitchen {n}", 30 * n) for n in range(1, 4)]
    assert paired(posts, update("The reading list of our kitchen 1", 91)) == ["1"]


def test_half_a_title_in_each_of_two_sentences_is_none() -> None:
    walk = [post("walk", "Winterwanderung mit Fackeln")]
    assert (
        paired(walk, update("Danke für eine wunderbare Winterwanderung! Die Fackeln sind wieder da.", 7))
        == []
    )
    assert paired(walk, update("Unsere Winterwanderung mit den Fackeln!", 2)) == ["walk"]


# --- where other updates have links and this one has none -------------------------------------------------

LINKED = [update(f"Look https://otter.example/other/?n={n}", -n, "x") for n in range(4)]


@pytest.mark.parametrize(
    ("title", "text", "day"),
    [
        ("Thunder and hills", "Thunder and hills", 1),
        ("Ask a surveyor #12", "Ask a surveyor #12 is out. A fence, a cat and a note on the fridge.", 0),
        (
            "The cottages closed",
            "The cottages closed: the roof is coming, and we are all needed up there!",
            0,
        ),
        ("Threads", "New on the blog: “Threads”", 0),
        (
            "How to mend an old loom",
            "From our archive: “How to mend an old loom”. It is worth a look each spring.",
            300,
        ),
    ],
)
def test_a_title_without_a_link_means_its_post(title: str, text: str, day: int) -> None:
    posts = [post("other", "Something else altogether", -40), post("meant", title)]
    assert paired(posts, *LINKED, update(text, day, "x"))[len(LINKED) :] == ["meant"]


@pytest.mark.parametrize(
    ("title", "text", "day"),
    [
        ("Thunder and hills", "Thunder and hills", 9),
        ("Thunder and hills", "We saw thunder and hills today, and had soup at the old cottage.", 0),
        ("Threads", "Threads", 0),
        ("Cottage closed", "Cottage closed until the sixth of January. A good new year!", 120),
        (
            "How to mend an old loom",
            "“How to mend an old loom”: an evening at the library, come and bring yours",
            300,
        ),
    ],
)
def test_nor_does_every_word_of_one(title: str, text: str, day: int) -> None:
    posts = [post("other", "Something else altogether", -40), post("meant", title)]
    assert paired(posts, *LINKED, update(text, day, "x"))[len(LINKED) :] == []


@pytest.mark.parametrize(
    ("text", "day", "right"),
    [
        ("Was hilft wirklich gegen Bremsen? https://bit.ly/3xYz9Ab", 1, ["ticks"]),
        ("Was hilft wirklich gegen Bremsen?", 1, []),
        ("Was hilft wirklich gegen Bremsen? https://bit.ly/3xYz9Ab", 6, []),
        (
            "Bremsen stechen im Mai mehr, und was hilft, wenn das Gras so wirklich hoch steht? https://bit.ly/3xYz9Ab",
            1,
            [],
        ),
    ],
)
def test_a_title_in_another_order_needs_a_link_that_may_lead_to_it(
    text: str, day: int, right: list[str]
) -> None:
    posts = [
        post("other", "Something else altogether", -40),
        post("ticks", "Bremsen: was wirklich hilft"),
    ]
    assert paired(posts, update(text, day)) == right


# --- what goes without saying -----------------------------------------------------------------------------

YEARS = [post("first", "Our hedgerow walk in 2022", -360), post("second", "Our hedgerow walk in 2023")]


@pytest.mark.parametrize(
    ("text", "day", "right"),
    [
        ("Our hedgerow walk https://bit.ly/3xYz9Ab", 1, ["second"]),
        ("214 hikers, three lost shoes. Our hedgerow walk! https://bit.ly/3xYz9Ab", 1, []),
        ("Our hedgerow walk in 2021 https://bit.ly/3xYz9Ab", 1, []),
        ("Our hedgerow walk https://bit.ly/3xYz9Ab", 20, []),
    ],
)
def test_the_year_of_a_new_post_need_not_be_said(text: str, day: int, right: list[str]) -> None:
    assert paired(YEARS, update(text, day)) == right


@pytest.mark.parametrize(
    ("text", "day", "right"),
    [
        ("Three questions decide whether you are a lodger or a tenant. On our blog now.", 0, ["meant"]),
        ("Lodger or tenant: three questions decide it. Link in bio", 1, ["meant"]),
        ("Three questions decide whether you are a lodger or a tenant.", 0, []),
        ("Three questions decide whether you are a lodger or a tenant. On our blog now.", 5, []),
        ("Are you a tenant? We open on Monday. Link in bio", 0, []),
    ],
)
def test_a_title_in_other_words_needs_an_announcement(text: str, day: int, right: list[str]) -> None:
    posts = [
        post("other", "Something else altogether", -40),
        post("meant", "Lodger or tenant? Three questions decide"),
    ]
    assert paired(posts, *LINKED, update(text, day, "x"))[len(LINKED) :] == right
