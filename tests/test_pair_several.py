"""Updates about more than one post, copies of notes, and words that stand above many a link."""

import datetime as dt
from typing import Any

import pytest

from handover.model import Evidence, Post, Update
from handover.pair import pair_updates

DAY = dt.datetime(2024, 5, 6, 9, tzinfo=dt.UTC)
BLOG = "https://harrow.example"


def post(key: str, title: str, *, day: int = 0, text: str = "") -> Post:
    published = DAY + dt.timedelta(days=day)
    return Post(id=key, title=title, permalink=f"{BLOG}/blog/{key}/", published=published, text=text)


def update(text: str, *, day: int = 0, **more: Any) -> Update:
    posted = DAY + dt.timedelta(days=day, hours=3)
    return Update(**({"text": text, "network": "x", "posted_at": posted} | more))


def led_to(posts: list[Post], *updates: Update) -> list[str]:
    return [pair.post.id for pair in pair_updates(posts, updates).pairs]


BEES = post("bees", "How we count our bees in winter")
INK = post("ink", "Which ink stays on a jar of honey", day=1)
MILL = post("mill", "What the old mill knows of rain", day=-700)
POSTS = [BEES, INK, MILL]


# --- two titles, two links ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Two reads: How we count our bees in winter, and Which ink stays on a jar of honey",
        "How we count our bees in winter\nWhich ink stays on a jar of honey\nhttps://bit.ly/3Qw8Er",
    ],
)
def test_a_text_that_names_two_titles_belongs_to_both(text: str) -> None:
    assert led_to(POSTS, update(text, day=1)) == ["bees", "ink"]


def test_or_stays_open_where_one_of_them_proves_nothing() -> None:
    told = update("How we count our bees in winter, more on What the old mill knows of rain, by me", day=1)
    pairing = pair_updates(POSTS, [told])
    assert not pairing.pairs
    assert {p.id for p, _ in pairing.unpaired[0].suggestions} >= {"bees", "mill"}
    assert "more than one" in pairing.unpaired[0].reason


def test_a_title_within_a_longer_one_or_in_its_way_is_none_of_its_own() -> None:
    posts = [
        post("short", "The old mill by the river", day=-1),
        post("long", "Five nights in the old mill by the river"),
        post("across", "Mill by the river in the rain", day=-1),
    ]
    assert led_to(posts, update("Five nights in the old mill by the river in the rain")) == ["long"]


def test_a_second_link_of_a_paired_update_pairs_too() -> None:
    first = update("Which ink stays on a jar of honey https://bit.ly/3Qw8Er", day=1)
    both = update(f"Two reads: {BEES.permalink} and https://bit.ly/3Qw8Er", day=9)
    unknown = update(f"Two reads: {BEES.permalink} and https://bit.ly/3Unknwn", day=9)
    pairing = pair_updates(POSTS, [first, both, unknown])
    assert [(p.post.id, p.evidence) for p in pairing.pairs] == [
        ("ink", Evidence.TITLE),
        ("bees", Evidence.LINK),
        ("ink", Evidence.SHORT_LINK),
        ("bees", Evidence.LINK),
    ]


def test_a_title_named_beside_the_link_to_another_post_pairs_where_one_link_is_hidden() -> None:
    text = f"{BEES.permalink} and Which ink stays on a jar of honey https://bit.ly/3Qw8Er"
    assert led_to(POSTS, update(text, day=2)) == ["bees", "ink"]
    assert led_to(POSTS, update(f"{BEES.permalink} or Which ink stays on a jar of honey", day=2)) == ["bees"]


def test_what_the_user_stated_gets_no_second_post() -> None:
    first = update("Which ink stays on a jar of honey https://bit.ly/3Qw8Er", day=1)
    stated = update("Look https://bit.ly/3Qw8Er", day=2, post="mill")
    assert led_to(POSTS, first, stated) == ["ink", "mill"]


# --- notes --------------------------------------------------------------------------------------------------

WORDS = "The ferry was empty but for a man with three violins. He played none of them."
NOTE = post("note", "", day=3, text=f"{WORDS} https://ferry.example/timetable")


@pytest.mark.parametrize(
    "text",
    [
        WORDS,
        f"{WORDS} https://ferry.example/timetable",
        f"{WORDS} #ferry #violins",
        "The ferry was empty but for a man with three violins. He played none…",
    ],
)
def test_a_copy_of_a_note_word_for_word_is_the_notes(text: str) -> None:
    pairing = pair_updates([*POSTS, NOTE], [update(text, day=3, network="mastodon")])
    assert [(p.post.id, p.evidence) for p in pairing.pairs] == [("note", Evidence.TEXT)]


@pytest.mark.parametrize(
    "told",
    [
        update("The ferry is late. https://ferry.example/timetable", day=3),
        update(f"{WORDS} https://ferry.example/timetable", day=60),
        update(f"{WORDS} https://ferry.example/timetable", day=3, kind="repost"),
    ],
    ids=["another text", "much later", "a repost"],
)
def test_what_is_no_copy_of_a_note_is_not(told: Update) -> None:
    assert not pair_updates([*POSTS, post("note", "", day=3, text=WORDS)], [told]).pairs


def test_a_note_of_a_word_or_two_is_nobodys_copy_and_one_told_twice_is_left_open() -> None:
    assert (
        led_to([post("snow", "", text="Snow again.")], update("Snow again. https://weather.example/")) == []
    )
    twice = [post("one", "", text=WORDS), post("two", "", text=WORDS)]
    assert led_to(twice, update(WORDS + " https://ferry.example/")) == []


# --- the same words ----------------------------------------------------------------------------------


def test_words_that_stand_above_many_a_link_say_nothing_of_where_it_leads() -> None:
    words = "New on our blog today. Have a look and tell us what you think of it:"
    first = update(f"{words} {BEES.permalink}")
    later = update(f"{words} https://bit.ly/3Qw8Er", day=40)
    same_day = update(f"{words} https://lnkd.in/eXq2Zb7T", network="linkedin")
    assert led_to(POSTS, first, later, same_day) == ["bees", "bees"]


def test_the_same_words_of_a_post_mean_it_again_whenever() -> None:
    words = "Smoke, patience and a torch: what counting bees in winter takes."
    told = [update(f"{words} {BEES.permalink}"), update(f"{words} https://bit.ly/3Qw8Er", day=90)]
    assert led_to(POSTS, *told) == ["bees", "bees"]
