"""The checks: the minimum, what lasts, what fits."""

import pytest

from handover.check import find_shortfalls, too_long
from handover.errors import HandoverError
from handover.model import Evidence, Kind, Origin, Pair, Pairing, Post, State, Unpaired, Update


def post(number: int = 1) -> Post:
    return Post(id=f"p{number}", title=f"Post {number}", permalink=f"https://brew.example/{number}")


def paired(*updates: Update, to: Post | None = None, more_posts: tuple[Post, ...] = ()) -> Pairing:
    target = to or post()
    pairs = tuple(
        Pair(post=target, update=u, evidence=Evidence.LINK, score=1.0, reason="The link is the post's.")
        for u in updates
    )
    return Pairing(posts=(target, *more_posts), pairs=pairs)


def update(text: str, network: str = "x", kind: Kind = "original", state: State = "published") -> Update:
    return Update(text=text, network=network, kind=kind, state=state)


def missing(pairing: Pairing, minimum: int = 3) -> list[int]:
    return [s.missing for s in find_shortfalls(pairing, minimum)]


def test_a_post_with_the_minimum_of_updates_is_no_shortfall() -> None:
    assert find_shortfalls(paired(update("one"), update("two"), update("three")), 3) == ()


def test_a_shortfall_says_how_many_were_wanted_found_and_missing() -> None:
    (shortfall,) = find_shortfalls(paired(update("one")), 3)
    assert (shortfall.wanted, shortfall.found, shortfall.missing) == (3, 1, 2)
    assert shortfall.post == post()
    assert shortfall.drafts == ()


def test_a_post_without_any_update_misses_them_all() -> None:
    assert missing(paired()) == [3]


def test_shortfalls_come_in_the_order_of_the_posts() -> None:
    pairing = paired(more_posts=(post(3), post(2)))
    assert [s.post.id for s in find_shortfalls(pairing, 1)] == ["p1", "p3", "p2"]


@pytest.mark.parametrize("state", ["published", "scheduled", "draft"])
def test_published_scheduled_and_the_users_own_drafts_all_count(state: State) -> None:
    assert missing(paired(update("one", state=state)), 1) == []


@pytest.mark.parametrize("kind", ["reply", "repost"])
def test_replies_and_reposts_do_not_count(kind: Kind) -> None:
    assert missing(paired(update("one", kind=kind)), 1) == [1]


@pytest.mark.parametrize(
    "again",
    [
        "How to brew oolong https://brew.example/1",
        "HOW TO  brew\noolong https://brew.example/1?utm_source=x",
        "how to brew oolong",
        "How to brew oolong www.brew.example/1",
        "How to brew oolong brew.example/1",
        " How to brew oolong https://t.co/abc ",
    ],
)
def test_the_same_text_on_the_same_network_counts_once(again: str) -> None:
    first = Update(
        text="How to brew oolong https://brew.example/1", network="x", permalink="https://x.com/b/1"
    )
    second = Update(text=again, network="x", permalink="https://x.com/b/2")
    assert missing(paired(first, second), 2) == [1]


def test_the_same_text_on_two_networks_counts_twice() -> None:
    assert missing(paired(update("one", "x"), update("one", "facebook")), 2) == []


def test_words_that_differ_count_twice() -> None:
    assert missing(paired(update("Part 1: oolong"), update("Part 2: oolong")), 2) == []


def test_updates_known_only_by_their_address_each_count() -> None:
    known = [Update(permalink=f"https://x.com/brew/status/{n}") for n in range(2)]
    assert missing(paired(*known), 2) == []


def test_the_same_update_paired_twice_counts_once() -> None:
    assert missing(paired(update("one"), update("one")), 2) == [1]


def test_an_update_with_links_to_two_posts_counts_for_each() -> None:
    shared = update("Two reads for Sunday")
    pairs = tuple(
        Pair(post=p, update=shared, evidence=Evidence.LINK, score=1.0, reason="Its link.")
        for p in (post(1), post(2))
    )
    assert missing(Pairing(posts=(post(1), post(2)), pairs=pairs), 1) == []


def test_unpaired_updates_do_not_count() -> None:
    pairing = Pairing(posts=(post(),), unpaired=(Unpaired(update=update("one"), reason="No link."),))
    assert missing(pairing, 1) == [1]


def test_a_minimum_of_nought_switches_the_check_off() -> None:
    assert find_shortfalls(paired(), 0) == ()


def test_a_negative_minimum_is_an_error_with_a_hint() -> None:
    with pytest.raises(HandoverError, match="cannot be negative") as caught:
        find_shortfalls(paired(), -1)
    assert caught.value.hint
    assert caught.value.exit_code == 2


def test_a_text_that_fits_is_no_notice() -> None:
    assert too_long(paired(update("a" * 280, "x"), update("a" * 2_200, "instagram"))) == ()


def test_a_text_that_is_too_long_is_named_with_its_length_and_place() -> None:
    long = Update(
        text="word " * 60 + "end",
        network="x",
        origin=Origin(file="updates.xlsx", sheet="March", row=7),
    )
    (notice,) = too_long(paired(long))
    assert notice.text.endswith("…” has 303 characters, more than X takes (280).")
    assert notice.where == "updates.xlsx › March, row 7"
    assert notice.hint


def test_too_many_bytes_for_bluesky_are_named_as_bytes() -> None:
    (notice,) = too_long(
        paired(update("\U0001f469\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466" * 130, "bluesky"))
    )
    assert "3,250 bytes" in notice.text


def test_many_long_texts_of_a_network_are_one_notice_with_their_number() -> None:
    (notice,) = too_long(paired(*(update(f"{n} " + "a" * 300, "x") for n in range(40))))
    assert notice.text.startswith("40 updates are longer than X takes (280)")


def test_unpaired_texts_are_looked_at_and_reposts_are_not() -> None:
    alone = Unpaired(update=update("a" * 281), reason="No link.")
    assert len(too_long(Pairing(posts=(), unpaired=(alone,)))) == 1
    assert too_long(paired(update("a" * 281, kind="repost"))) == ()


def test_a_long_text_that_belongs_to_two_posts_is_named_once() -> None:
    long = update("a" * 281)
    assert len(too_long(paired(long, long))) == 1


def test_more_hashtags_than_instagram_takes_are_named_with_the_day_that_changed_it() -> None:
    (notice,) = too_long(paired(update("#tea " * 6, "instagram")))
    assert "6 hashtags, more than Instagram takes (5)" in notice.text
    assert notice.hint.startswith("Instagram takes 5 since 19 December 2025.")
    assert too_long(paired(update("#tea " * 5, "instagram"), update("#tea " * 31, "x"))) == ()


def test_many_captions_with_old_hashtags_are_one_notice() -> None:
    (notice,) = too_long(paired(*(update(f"{n} " + "#tea " * 21, "instagram") for n in range(40))))
    assert notice.text.startswith("40 updates have more hashtags than Instagram takes (5)")


def test_more_links_than_threads_takes_are_named_and_one_link_six_times_is_one() -> None:
    text = " ".join(f"https://tidewell.example.com/{n}" for n in range(6))
    (notice,) = too_long(paired(update(text, "threads")))
    assert "6 links, more than Threads takes (5)" in notice.text
    same = "https://tidewell.example.com/a " * 6
    assert too_long(paired(update(same, "threads"), update(text, "x"))) == ()
