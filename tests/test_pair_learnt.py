"""What is learnt from the data about hosts and addresses, and what must not be."""

import datetime as dt
from typing import Any

import pytest

from handover.model import Evidence, Post, Update
from handover.pair import pair_updates
from handover.urls import canonical

BLOG = "https://fern.example"
DAY = dt.datetime(2024, 3, 4, 9, tzinfo=dt.UTC)
COLOURS = ["amber", "coral", "ivory", "lilac", "maroon", "ochre", "pearl", "ruby", "sable", "slate", "teal"]


def post(key: str, title: str, *, day: int = 0, at: str = "", text: str = "") -> Post:
    published = DAY + dt.timedelta(days=day)
    return Post(id=key, title=title, permalink=at or f"{BLOG}/blog/{key}/", published=published, text=text)


def update(text: str, *, day: int = 0, **more: Any) -> Update:
    return Update(
        **({"text": text, "network": "x", "posted_at": DAY + dt.timedelta(days=day, hours=4)} | more)
    )


def led_to(posts: list[Post], *updates: Update) -> list[str]:
    return [pair.post.id for pair in pair_updates(posts, updates).pairs]


ROOMS = [post(f"p{n}", f"How we paint a hall in {colour}", day=3 * n) for n, colour in enumerate(COLOURS)]


# --- shorteners ---------------------------------------------------------------------------------------


def coded(host: str, posts: list[Post]) -> list[Update]:
    """An update for each post, with its title and a code of the host."""
    return [
        update(f"{p.title} https://{host}/k{n}Rz{n}q", day=3 * n)
        for n, p in enumerate(posts)
    ]  # fmt: skip


@pytest.mark.parametrize("host", ["go.fern-and-moss.example", "frn.ex", "links.fern.example"])
def test_a_host_of_codes_is_a_shortener_though_it_serves_a_few_names_too(host: str) -> None:
    names = [
        update(f"Sale now https://{host}/summer-sale-special", day=40),
        update(f"Webinar https://{host}/webinar", day=41),
    ]
    pairing = pair_updates(ROOMS, [*coded(host, ROOMS), *names])
    assert [pair.post.id for pair in pairing.pairs] == [room.id for room in ROOMS]
    assert {item.update.text[:4] for item in pairing.unpaired} == {"Sale", "Webi"}


def test_a_host_with_articles_among_its_codes_is_no_shortener() -> None:
    articles = [update(f"Read https://paste.other.example/2024/03/story-{n}", day=n) for n in range(4)]
    assert led_to(ROOMS, *coded("paste.other.example", ROOMS), *articles) == []


def test_a_host_of_names_is_no_shortener_for_a_few_codes() -> None:
    named = [update(f"Look https://tools.other.example/{colour}", day=n) for n, colour in enumerate(COLOURS)]
    assert led_to(ROOMS[:6], *coded("tools.other.example", ROOMS[:6]), *named) == []


# --- slug and title, former homes -----------------------------------------------------------------------

VOTE = post("FGPV", "Why I vote for the garden party")
MOSS = post("moss", "What moss knows about patience", day=20)
TIN = post("tin-roofs", "Seven sounds of a tin roof", day=40)


@pytest.mark.parametrize(
    ("day", "paired"), [(-2, []), (-1, ["FGPV"]), (0, ["FGPV"]), (31, ["FGPV"]), (32, [])]
)
def test_slug_and_title_together_are_a_pair_on_any_host_while_the_post_is_new(
    day: int, paired: list[str]
) -> None:
    told = update("Why I vote for the garden party https://fern.github.io/FGPV/", day=day)
    assert led_to([VOTE, MOSS], told) == paired


@pytest.mark.parametrize(
    "told",
    [
        update("So true https://essays.example/FGPV/"),
        update("Why I vote for the garden party https://essays.example/on-parties/"),
        update("Why I vote https://essays.example/FGPV/"),
    ],
    ids=["no title", "no slug", "half a title"],
)
def test_one_of_the_two_alone_is_none(told: Update) -> None:
    assert led_to([VOTE, MOSS], told) == []


def test_an_address_the_article_itself_speaks_of_is_somebody_elses() -> None:
    mine = post("slow-web", "The slow web is alive", text="Ines says so at https://ines.example/slow-web.")
    assert led_to([mine], update("The slow web is alive https://ines.example/slow-web/")) == []


def test_a_short_title_is_no_witness() -> None:
    assert led_to([post("snow", "Snow")], update("Snow https://weather.example/snow")) == []


def test_a_former_home_is_learnt_from_two_posts_named_by_address_and_text() -> None:
    old = "http://fern.oldhost.example"
    first = update(f"{VOTE.title}: {old}/FGPV")
    second = update(f"{MOSS.title}: {old}/moss", day=20)
    third = update(f"Rain again {old}/tin-roofs", day=40)
    assert led_to([VOTE, MOSS, TIN], first, second, third) == ["FGPV", "moss", "tin-roofs"]
    assert led_to([VOTE, MOSS, TIN], first, third) == ["FGPV"]


# --- what is no part of a name ----------------------------------------------------------------------------

GOALS = post("2024-03-04-two-goals", "Goals for two teams")
HELLO = post("hello-rain-2", "Hello, rain", day=1)
PARTS = [post("peas-1", "Growing peas 1"), post("peas-2", "Growing peas 2", day=7)]


@pytest.mark.parametrize(
    ("posts", "link", "paired"),
    [
        ([GOALS], f"{BLOG}/blog/two-goals", ["2024-03-04-two-goals"]),
        ([GOALS], f"{BLOG}/2024/03/04/two-goals.html", ["2024-03-04-two-goals"]),
        ([GOALS], f"{BLOG}/blog/2023-03-04-two-goals", []),
        ([post("two-goals", "Goals for two teams")], f"{BLOG}/blog/2024-03-04-two-goals", ["two-goals"]),
        ([HELLO], f"{BLOG}/blog/hello-rain/", ["hello-rain-2"]),
        ([post("hello-rain", "Hello, rain")], f"{BLOG}/blog/hello-rain-2/", ["hello-rain"]),
        (PARTS[:1], f"{BLOG}/blog/peas-2/", []),
        (PARTS[1:], f"{BLOG}/blog/peas/", []),
        (PARTS, f"{BLOG}/blog/peas-3/", []),
    ],
)
def test_a_date_before_and_a_number_after_a_name_are_no_part_of_it_unless_the_title_has_it(
    posts: list[Post], link: str, paired: list[str]
) -> None:
    assert led_to(posts, update("Look", day=2, links=(link,))) == paired


@pytest.mark.parametrize(
    ("added", "page"),
    [
        (f"{BLOG}/?p=36?utm_source=x", f"{BLOG}/?p=36"),
        (f"{BLOG}/?p=36?utm_source=x&utm_medium=y", f"{BLOG}/?p=36"),
        (f"{BLOG}/moss/?lang=en?fbclid=abc", f"{BLOG}/moss/?lang=en"),
        (f"{BLOG}/moss/&utm_source=x", f"{BLOG}/moss/"),
        (f"{BLOG}/moss&utm_source=x&utm_medium=y", f"{BLOG}/moss"),
    ],
)
def test_tracking_that_a_tool_appended_wrongly_is_no_part_of_the_key(added: str, page: str) -> None:
    assert canonical(added) == canonical(page)


@pytest.mark.parametrize("asked", ["?q=why?", "?next=/a?id=3", "?a=1?b=2"])
def test_a_second_question_mark_of_the_page_itself_stays(asked: str) -> None:
    assert canonical(f"{BLOG}/{asked}") != canonical(f"{BLOG}/{asked.rpartition('?')[0]}")


# --- pages renamed -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("link", "paired"),
    [
        (f"{BLOG}/2024/03/24/moss-and-patience", ["moss"]),
        (f"{BLOG}/2024/03/25/moss-and-patience", ["moss"]),  # the zone makes it the day after
        (f"{BLOG}/2024/03/24/", []),
        (f"{BLOG}/2024/03/24/a-word-on-roofs", []),
        (f"{BLOG}/2024/03/27/moss-and-patience", []),
    ],
)
def test_a_day_on_which_one_post_came_with_half_its_words_names_it(link: str, paired: list[str]) -> None:
    assert led_to([VOTE, MOSS, TIN], update("Look", day=200, links=(link,))) == paired


def test_a_day_on_which_two_posts_came_names_neither() -> None:
    twice = [MOSS, post("lichen", "What moss knows about lichen", day=20)]
    assert led_to(twice, update("Look", day=20, links=(f"{BLOG}/2024/03/24/moss-knows",))) == []


@pytest.mark.parametrize(
    ("link", "day", "paired"),
    [
        (f"{BLOG}/blog/seven-tin-roof-sounds-of-my-street", 41, ["tin-roof-sounds"]),
        (f"{BLOG}/blog/seven-tin-roof-sounds-of-my-street", 90, []),
        (f"{BLOG}/blog/tin-roof-sounds-2023", 41, []),
        (f"{BLOG}/blog/tin-roof", 41, []),
        ("https://roofers.example/seven-tin-roof-sounds-of-my-street", 41, []),
    ],
)
def test_all_words_of_a_new_posts_address_name_it_on_the_own_site(
    link: str, day: int, paired: list[str]
) -> None:
    assert (
        led_to([VOTE, MOSS, post("tin-roof-sounds", "Rain", day=40)], update("Hm", day=day, links=(link,)))
        == paired
    )


def test_a_long_title_alone_in_the_text_beats_the_name_of_a_page_that_was_renamed() -> None:
    first = update(f"{MOSS.title} {BLOG}/blog/an-older-draft", day=21)
    again = update(f"Once more, for the weekend {BLOG}/blog/an-older-draft", day=30)
    pairing = pair_updates([VOTE, MOSS], [first, again])
    assert [(p.post.id, p.evidence) for p in pairing.pairs] == [
        ("moss", Evidence.TITLE),
        ("moss", Evidence.SHORT_LINK),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{MOSS.title} is what I said at the gardeners' dinner last night, and nobody laughed",
        "What moss knows",
    ],
)
def test_a_title_among_other_words_or_half_of_it_does_not(text: str) -> None:
    assert led_to([VOTE, MOSS], update(f"{text} {BLOG}/blog/an-older-draft", day=21)) == []
