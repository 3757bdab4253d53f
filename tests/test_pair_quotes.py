"""Updates that quote a sentence of a post, without its title and without a link."""

import datetime as dt

import pytest

from handover.model import Evidence, Pairing, Post, Update
from handover.pair import pair_updates

DAY = dt.datetime(2023, 9, 4, 8, tzinfo=dt.UTC)
SENTENCE = "Whoever hears the thunder has set out too late."
LONG = (
    "We thought of it at our stall on Sunday, where the rain took all the lanterns, and the band went on "
    "playing under two umbrellas."
)
ARTICLE = f"Count, go down, put metal away. {SENTENCE} The hut is open until nine."


def post(
    key: str = "storm", *, day: int = 0, hour: int = 0, text: str = ARTICLE, title: str = "In the hills"
) -> Post:
    published = DAY + dt.timedelta(days=day, hours=hour)
    return Post(
        id=key, title=title, permalink=f"https://otter.example/{key}/", published=published, text=text
    )


def update(text: str, *, day: int = 0, hour: int = 3, network: str = "facebook") -> Update:
    return Update(text=text, network=network, posted_at=DAY + dt.timedelta(days=day, hours=hour))


def paired(pairing: Pairing) -> list[str]:
    return [pair.post.id for pair in pairing.pairs]


OTHERS = [post("soup", day=-3, text="Leeks, potatoes and an hour.", title="Soup for the descent")]


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        f"“{SENTENCE}” ⛈️",
        f"{SENTENCE} https://bit.ly/3xYz9Ab",
        f"Remember:\n{SENTENCE}\nLink in bio",
    ],
)
def test_a_sentence_of_a_new_post_means_that_post(text: str) -> None:
    pairing = pair_updates([*OTHERS, post()], [update(text)])
    assert paired(pairing) == ["storm"]
    assert pairing.pairs[0].evidence is Evidence.TEXT
    assert pairing.pairs[0].reason == (
        "A sentence of the post stands in the text word for word, posted the day it was published."
    )


def test_so_does_one_in_a_script_without_spaces() -> None:
    told = post(text="染め液が凍りました。手がかじかむと細い絹糸がすぐに切れます。", title="冬支度")
    assert paired(
        pair_updates([*OTHERS, told], [update("手がかじかむと細い絹糸がすぐに切れます。", day=1)])
    ) == ["storm"]


@pytest.mark.parametrize(
    ("text", "day", "hour"),
    [
        ("The hut is open until nine.", 0, -3),  # before there was a post
        (SENTENCE, -1, 0),
        (SENTENCE, 40, 0),  # long after it
        ("Put metal away.", 0, 3),  # too short
        ("Whoever hears the thunder has set out early.", 0, 3),
        ("Whoever hears the thunder has set out too late:", 0, 3),  # points at something else
        (f"{SENTENCE} https://elsewhere.example/storms", 0, 3),
        (f"{SENTENCE} {LONG}", 0, 3),  # a long text shares a sentence
        (f"@kim {SENTENCE}", 0, 3),  # an answer
        (f"Soon on our blog: more. {SENTENCE}", 0, 3),  # foretells
    ],
)  # fmt: skip
def test_what_is_no_quotation_stays_open(text: str, day: int, hour: int) -> None:
    assert paired(pair_updates([*OTHERS, post()], [update(text, day=day, hour=hour)])) == []


def test_what_other_posts_say_too_is_a_formula() -> None:
    posts = [post("one", day=-5), post("two", title="On the lake")]
    assert paired(pair_updates(posts, [update(SENTENCE)])) == []


def test_what_was_said_before_is_no_quotation() -> None:
    said = [update(SENTENCE, day=-50), update(SENTENCE, network="x")]
    assert paired(pair_updates([*OTHERS, post()], said)) == []


def test_of_the_day_of_a_post_without_a_time_nobody_knows_which_came_first() -> None:
    dated = post(hour=-8)
    assert paired(pair_updates([*OTHERS, dated], [update(SENTENCE)])) == []
    assert paired(pair_updates([*OTHERS, dated], [update(SENTENCE, day=1)])) == ["storm"]
    assert paired(pair_updates([*OTHERS, post()], [update(SENTENCE, hour=-8)])) == ["storm"]
