"""Titles that are phrases, short titles, titles without a link, and titles inside longer words."""

import datetime as dt
from dataclasses import replace

import pytest

from handover.model import Post, Update
from handover.pair import pair_updates

BLOG = "https://harrow.example"
DAY = dt.datetime(2023, 9, 4, 8, tzinfo=dt.UTC)
SHORT = " https://bit.ly/3Qw8Er"


def post(key: str, title: str, *, day: int = 0) -> Post:
    published = DAY + dt.timedelta(days=day)
    return Post(id=key, title=title, permalink=f"{BLOG}/blog/{key}/", published=published)


def update(text: str, *, day: int = 0) -> Update:
    return Update(text=text, network="x", posted_at=DAY + dt.timedelta(days=day, hours=4))


def led_to(posts: list[Post], *updates: Update) -> list[str]:
    return [pair.post.id for pair in pair_updates(posts, updates).pairs]


OTHERS = [post("ink", "Which ink stays on a jar", day=-20), post("bees", "Ask a beekeeper", day=-9)]


# --- phrases ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Open house at the mill", [(-90, "tonight from six"), (-30, "again, with soup")]),
        ("Mud on the boots", [(20, "and happy"), (33, "frost on the beans"), (47, "nothing else planned")]),
        (
            "What we are reading this week",
            [
                (day, f"a thick book about {thing}, two short ones about rope, and the letters of a miller")
                for day, thing in ((9, "moss"), (16, "salt"), (23, "bells"), (30, "ice"))
            ],
        ),
        ("Mira Lund", [(-60, "is our guest today"), (-50, "has left the building"), (40, "sends her love")]),
    ],
)
def test_a_title_that_recurs_in_updates_without_a_link_is_no_proof(
    title: str, said: list[tuple[int, str]]
) -> None:
    recurring = [update(f"{title}: {more}", day=day) for day, more in said]
    assert led_to([post("mine", title), *OTHERS], *recurring) == []


def test_a_phrase_still_means_its_new_post_where_a_link_or_the_words_say_that_it_is_shared() -> None:
    mine = post("mine", "Mud on the boots")
    phrases = [update(f"Mud on the boots, {n} miles", day=day) for n, day in enumerate((-50, -40, 30))]
    linked, told = update("Mud on the boots" + SHORT), update("New on the blog: Mud on the boots", day=1)
    assert led_to([mine, *OTHERS], *phrases, linked, told) == ["mine", "mine"]


def test_a_post_shared_again_and_again_without_a_link_is_no_phrase() -> None:
    title = "Why our oldest apple tree still bears"
    more = ((5, ""), (12, "#apples"), (20, "❤"), (30, "Again!"))
    again = [update(f"{title} {words}", day=day) for day, words in more]
    assert led_to([post("mine", title), *OTHERS], *again) == ["mine"] * 4


# --- short titles, texts without a link -------------------------------------


@pytest.mark.parametrize(
    ("title", "text", "last"),
    [
        ("A jar of honey", "“A jar of honey”, on the blog", 2),
        ("A jar of honey", "A jar of honey, and who made it" + SHORT, 2),
        ("Honey", "New: “Honey”" + SHORT, 2),
        ("How we count our bees", "How we count our bees is what all of you asked us on Saturday", 31),
        ("How we count our bees in winter", "How we count our bees in winter", 400),
    ],
)
def test_the_shorter_a_title_the_sooner_it_ceases_to_prove(title: str, text: str, last: int) -> None:
    posts = [post("mine", title), *OTHERS]
    assert led_to(posts, update(text, day=last)) == ["mine"]
    assert led_to(posts, update(text, day=last + 1)) == []


@pytest.mark.parametrize(
    ("network", "day", "paired"),
    [
        ("x", 0, ["mine"]),
        ("x", 7, ["mine"]),
        ("x", 8, []),
        ("x", 300, []),
        ("instagram", 8, ["mine"]),  # no link works there: those that stand there were copied
    ],
)
def test_without_a_link_where_the_network_has_them_a_title_proves_for_days_only(
    network: str, day: int, paired: list[str]
) -> None:
    linked = [
        replace(update(f"Look {n} https://other.example/story-{n}", day=n), network=network) for n in range(5)
    ]
    told = replace(update("How we count our bees in winter", day=day), network=network)
    assert led_to([post("mine", "How we count our bees in winter"), *OTHERS], told, *linked) == paired


# --- scripts without spaces -------------------------------------------------


@pytest.mark.parametrize(
    ("title", "text", "stands"),
    [
        ("春の庭", "新しい記事「春の庭」を公開しました", True),
        ("春の庭", "更新：春の庭", True),
        ("春の庭", "「春の庭園祭」に行ってきました", False),
        ("春の庭", "週末は青春の庭 で", False),
        ("カフェ案内", "「カフェ案内」", True),
        ("カフェ案内", "「ネットカフェ案内」", False),
        ("灯光", "新文章：「灯光」", True),
        ("灯光", "「灯光师」的故事", False),
        ("การดูแลสวน", "บทความใหม่ “การดูแลสวน”", True),
        ("การดูแลสวน", "“การดูแลสวนสาธารณะ”", False),
        ("如何为阅读选择一盏好灯", "我们写了如何为阅读选择一盏好灯的文章", True),
    ],
)
def test_in_a_script_without_spaces_a_title_inside_a_longer_word_is_none(
    title: str, text: str, stands: bool
) -> None:
    assert led_to([post("mine", title), *OTHERS], update(text + SHORT)) == (["mine"] if stands else [])
