"""The user's own word for a post: right, almost right, or somebody else's."""

import pytest

from handover import Evidence, Post, Update, pair_updates

SOUR = Post(id="1", title="Sourdough for beginners", permalink="https://crumb.example/p/sourdough/")
RYE = Post(id="2", title="Rye in three days", permalink="https://crumb.example/p/rye-days/")
KITCHEN = Post(id="3", title="Kitchen notes", permalink="https://crumb.example/de/kuechennotizen/")
POSTS = (SOUR, RYE, KITCHEN)


def _named(word: str, posts: tuple[Post, ...] = POSTS) -> list[Post]:
    pairing = pair_updates(posts, [Update(network="x", text="Hello there", post=word)])
    assert all(pair.evidence is Evidence.STATED for pair in pairing.pairs)
    return [pair.post for pair in pairing.pairs]


@pytest.mark.parametrize(
    "word",
    [
        "1. Sourdough for beginners",
        "#4 Sourdough for beginners",
        "12) Sourdough for beginners",
        "Blog: Sourdough for beginners",
        "Blog post 3 - Sourdough for beginners",
        "Artikel Nr. 2: Sourdough for Beginners",
        "Article : sourdough for beginners",
        "Sourdough for beginners | The Little Bakery",
        "Sourdough for beginners – Crumb",
        "Blog 1: Sourdough for beginners | Crumb & Co",
        "Sourdough for beginners (https://www.notion.so/Sourdough-0123456789abcdef0123456789abcdef?pvs=21)",
        "Sourdough for beginners - https://crumb.example/p/sourdough/",
        "New one: https://crumb.example/p/sourdough/",
        "Sourdoguh for beginers",
        "/p/sourdough/",
        "/p/sourdough",
    ],
)
def test_a_word_that_is_almost_right_names_the_post(word: str) -> None:
    assert _named(word) == [SOUR]


@pytest.mark.parametrize(
    "word",
    [
        "Sourdough for beginners - part 2",  # another article
        "Sourdough for beginners – the film",
        "Flat bread: Rye in three days",  # what stands before a colon may be its own name
        "Rye in four days",  # another word is no slip
        "Rye in three ways",
        "Not sourdough for beginners",
        "/p/spelt/",
        "/kitchen/",
        "Kitchen (https://www.notion.so/Kitchen-0123456789abcdef0123456789abcdef)",
        "Sourdough for beginners (https://crumb.example/p/rye-days/)",  # two are named
    ],
)
def test_a_word_that_may_mean_another_post_names_none(word: str) -> None:
    assert _named(word) == []


def test_what_a_word_is_most_like_is_offered_first() -> None:
    update = Update(network="x", text="Hello there", post="Blog: Sourdough for a beginner | Crumb")
    (open_,) = pair_updates(POSTS, [update]).unpaired
    assert open_.suggestions[0][0] == SOUR


def test_a_word_of_the_blog_is_no_slip_of_the_keys() -> None:
    boats = Post(id="b", title="Painting old boats", permalink="https://crumb.example/p/boats/")
    coats = Post(
        id="c",
        title="Winter",
        permalink="https://crumb.example/p/winter/",
        text="All our painting and boas.",
    )
    assert _named("Painting old boas", (boats, SOUR)) == [boats]
    assert _named("Painting old boas", (boats, coats)) == []


def test_a_slip_between_two_titles_decides_nothing() -> None:
    one = Post(id="b", title="Painting the stable", permalink="https://crumb.example/p/barn/")
    other = Post(id="c", title="Painting the stables", permalink="https://crumb.example/p/bark/")
    assert _named("Painting the stablse", (one, other)) == []


def test_numbers_are_never_slips() -> None:
    year = Post(id="y", title="Our garden in 2023", permalink="https://crumb.example/p/garden-2023/")
    assert _named("Our garden in 2024", (year,)) == []
