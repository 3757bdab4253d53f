"""Links that stand under everything, and short links used again."""

import datetime as dt

import pytest

from handover.model import Evidence, Post, Update
from handover.pair import pair_updates

BLOG = "https://harrow.example"
DAY = dt.datetime(2023, 9, 4, 8, tzinfo=dt.UTC)


def post(key: str, title: str, *, day: int = 0) -> Post:
    published = DAY + dt.timedelta(days=day)
    return Post(id=key, title=title, permalink=f"{BLOG}/blog/{key}/", published=published)


def update(text: str, *, day: int = 0, network: str = "x") -> Update:
    return Update(text=text, network=network, posted_at=DAY + dt.timedelta(days=day, hours=4))


BEES = post("bees", "How we count our bees in winter")
INK = post("ink", "Which ink stays on a jar of honey", day=30)
MILL = post("mill", "The mill", day=60)
POSTS = [BEES, INK, MILL]


def led_to(*updates: Update) -> list[tuple[str, str]]:
    return [(pair.update.text[:9], pair.post.id) for pair in pair_updates(POSTS, updates).pairs]


@pytest.mark.parametrize(
    "link", ["https://bit.ly/harrowblog", "https://bit.ly/2Xk9Qz", "https://lnk.bio/harrow"]
)
def test_one_link_for_everything_ties_no_update_to_a_post(link: str) -> None:
    told = [
        update(f"How we count our bees in winter {link}"),
        update(f"Market on Saturday {link}", day=5),
        update(f"Which ink stays on a jar of honey {link}", day=30),
        update(f"Market again {link}", day=40),
        update(f"The mill {link}", day=60),
    ]
    assert led_to(*told) == [("How we co", "bees"), ("Which ink", "ink")]


def test_a_link_older_than_the_post_it_once_names_is_not_that_posts() -> None:
    told = [
        update("All our stories https://bit.ly/2Xk9Qz", day=-30),
        update("How we count our bees in winter https://bit.ly/2Xk9Qz"),
        update("Have a look https://bit.ly/2Xk9Qz", day=3),
    ]
    assert led_to(*told) == [("How we co", "bees")]


def test_a_link_under_many_words_of_which_hardly_any_name_a_post_is_none_of_its() -> None:
    chatter = [
        update(f"{thing} today! https://bit.ly/2Xk9Qz", day=n) for n, thing in enumerate("abcdefgh", 1)
    ]
    told = update("How we count our bees in winter https://bit.ly/2Xk9Qz")
    assert led_to(told, *chatter) == [("How we co", "bees")]


def test_a_short_link_shared_again_in_other_words_still_means_its_post() -> None:
    told = [
        update("How we count our bees in winter https://bit.ly/2Xk9Qz"),
        update("In case you missed it https://bit.ly/2Xk9Qz", day=20),
        update("How we count our bees in winter, again https://bit.ly/2Xk9Qz", day=90),
        update("One for the cold days https://bit.ly/2Xk9Qz", day=120),
    ]
    pairing = pair_updates(POSTS, told)
    assert {pair.post.id for pair in pairing.pairs} == {"bees"}
    assert [pair.evidence for pair in pairing.pairs] == [
        Evidence.TITLE,
        Evidence.SHORT_LINK,
        Evidence.TITLE,
        Evidence.SHORT_LINK,
    ]


@pytest.mark.parametrize("place", ["", "/", "/blog", "/blog/", "/archives/", "/2023/09/", "/?utm_source=x"])
def test_the_front_page_and_lists_of_posts_prove_nothing_and_forbid_nothing(place: str) -> None:
    links = [update(f"How we count our bees in winter {BLOG}{place}"), update(f"News {BLOG}{place}", day=2)]
    assert led_to(*links) == [("How we co", "bees")]


def test_a_link_to_all_links_is_no_link_where_a_network_has_hardly_any_other() -> None:
    chatter = [
        update(f"{thing} today! https://linktr.ee/harrow", day=n, network="instagram")
        for n, thing in enumerate("abcdefgh", 1)
    ]
    late = update("How we count our bees in winter, in the journal", day=25, network="instagram")
    assert led_to(late, *chatter) == [("How we co", "bees")]


def test_the_reason_names_the_link_that_stands_under_everything() -> None:
    open_ = pair_updates(
        POSTS, [update("Good morning https://linktr.ee/harrow", network="instagram")]
    ).unpaired[0]
    assert "linktr.ee/harrow" in open_.reason
    assert "proves nothing" in open_.reason
    assert "somewhere else" not in open_.reason
