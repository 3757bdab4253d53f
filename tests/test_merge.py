"""Several sources, one update each: nothing is lost, nothing is made of two."""

import datetime as dt
from array import array
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handover.model import Origin, Placed, Update, Updates
from handover.model.places import at_origin
from handover.read.merge import _is_one_twice, _with_own_ids, merge
from handover.read.sameness.wording import read_words
from tests.extent import share

NINE = dt.datetime(2025, 3, 4, 9, 15, 2, tzinfo=dt.UTC)
ID = "1896851868873654273"
SHARE = 7302251387289600005
NEW = "New on our blog today. Have a look:"


def source(*updates: Update, file: str = "a.csv") -> Updates:
    """One source; each update gets a row of its own."""
    rows = enumerate(updates, 2)
    return Updates(items=tuple(replace(u, origin=Origin(file=file, row=n)) for n, u in rows))


def post(text: str = "How we bake our rye, and why it takes forty hours", **told: object) -> Update:
    return Update(**{"network": "x", "text": text, "posted_at": NINE, **told})  # type: ignore[arg-type]


ARCHIVE = post(
    "How we bake our rye https://blog.example/rye",
    permalink=f"https://x.com/lumen/status/{ID}",
    links=("https://blog.example/rye",),
    media=("rye.jpg",),
    account="lumen",
    figures={"likes": 3.0},
)
ANALYTICS = post(
    "How we bake our rye https://t.co/abc",
    permalink=f"https://x.com/i/web/status/{ID}",
    links=("https://t.co/abc",),
    posted_at=NINE.replace(second=0),
    figures={"likes": 4.0, "impressions": 900.0},
)
BY_HAND = post(
    "How we bake our rye: https://blog.example/rye",
    posted_at=NINE.replace(second=0),
    post="Rye",
    labels=("bread",),
)


def test_an_archive_an_export_and_a_sheet_give_one_update_with_the_best_of_each() -> None:
    (update,) = merge(
        [source(ANALYTICS, file="b.csv"), source(BY_HAND, file="c.xlsx"), source(ARCHIVE)]
    ).items
    assert update.text == "How we bake our rye: https://blog.example/rye"
    assert update.permalink == f"https://x.com/lumen/status/{ID}"
    assert update.links == ("https://blog.example/rye",)
    assert update.posted_at == NINE
    assert update.figures == {"likes": 4.0, "impressions": 900.0}
    assert (update.post, update.labels, update.account) == ("Rye", ("bread",), "lumen")
    assert update.media == ("rye.jpg",)
    assert update.origin == Origin(file="c.xlsx", row=2, also=("b.csv, row 2", "a.csv, row 2"))


def test_the_same_id_is_the_same_update_in_every_spelling_of_the_address() -> None:
    spellings = (
        f"https://twitter.com/lumen/status/{ID}",
        f"https://x.com/i/web/status/{ID}?s=20",
        f"http://www.x.com/Lumen/status/{ID}/",
    )
    assert len(merge([source(post(permalink=link)) for link in spellings]).items) == 1


def test_a_repost_is_not_what_it_repeats() -> None:
    link = "https://bsky.app/profile/lumen.example/post/3ljk5pf2hk227"
    own = post(network="bluesky", permalink=link)
    repost = post("", network="bluesky", permalink=link, kind="repost")
    assert len(merge([source(own), source(repost)]).items) == 2


def test_two_posts_of_one_minute_with_the_same_words_stay_two_where_their_ids_say_so() -> None:
    other = str(int(ID) + (1 << 22))
    pair = [post(permalink=f"https://x.com/lumen/status/{number}") for number in (ID, other)]
    assert len(merge([source(*pair)]).items) == 2
    assert len(merge([source(pair[0]), source(pair[1])]).items) == 2


def test_the_kinds_of_ids_that_linkedin_gives_one_post_do_not_make_it_two() -> None:
    share = post(network="linkedin", permalink="https://www.linkedin.com/feed/update/urn:li:share:1")
    activity = post(network="linkedin", permalink="https://www.linkedin.com/feed/update/urn:li:activity:2")
    assert len(merge([source(share), source(activity)]).items) == 1


def test_the_same_words_on_two_networks_are_two_updates() -> None:
    assert len(merge([source(post(), post(network="linkedin"))]).items) == 2


def test_the_same_words_at_another_time_are_another_update() -> None:
    later = post(posted_at=NINE + dt.timedelta(days=30))
    assert len(merge([source(post(), later)]).items) == 2
    assert len(merge([source(post()), source(later)]).items) == 2


def test_rows_of_one_sheet_that_the_user_put_to_two_posts_stay_two() -> None:
    items = merge([source(post(post="Rye"), post(post="Wheat"))]).items
    assert len(items) == 2
    assert len({item.id for item in items}) == 2


def test_a_row_with_its_day_only_joins_the_one_entry_with_its_words_near_that_day() -> None:
    vague = post(posted_at=dt.datetime(2025, 3, 4, tzinfo=dt.UTC), state="scheduled")
    (update,) = merge([source(vague), source(post(permalink=ARCHIVE.permalink))]).items
    assert (update.posted_at, update.state) == (NINE, "published")


def test_a_row_without_a_day_is_one_of_those_with_its_words() -> None:
    again = post(posted_at=NINE + dt.timedelta(days=30))
    items = merge([source(post(posted_at=None), file="plan.csv"), source(post(), again)]).items
    assert [item.posted_at for item in items] == [NINE, again.posted_at]
    assert items[0].origin == Origin(file="plan.csv", row=2, also=("a.csv, row 2",))


def test_a_row_that_names_its_post_joins_neither_of_two_that_lead_to_two_pages() -> None:
    one, two = (
        post(f"{NEW} {link}", links=(link,)) for link in ("https://b.example/rye", "https://b.example/oat")
    )
    stated = post(NEW, post="Oat", posted_at=NINE.replace(hour=0, minute=0, second=0))
    later = replace(two, posted_at=NINE + dt.timedelta(hours=4))
    assert len(merge([source(stated), source(one, later)]).items) == 3
    assert len(merge([source(replace(stated, post="")), source(one, later)]).items) == 2


def test_few_words_are_one_on_one_day_and_two_on_two() -> None:
    vague = post("Good morning", posted_at=dt.datetime(2025, 3, 4, tzinfo=dt.UTC))
    assert len(merge([source(vague), source(post("Good morning"))], dt.UTC).items) == 1
    later = post("Good morning", posted_at=NINE + dt.timedelta(days=1))
    assert len(merge([source(vague), source(later)], dt.UTC).items) == 2


def test_an_update_that_may_lead_to_either_of_two_pages_takes_neither_link() -> None:
    links = ("https://b.example/rye", "https://b.example/oat")
    plans = [post(NEW, network="facebook", links=(link,)) for link in links]
    sent = post(NEW, network="facebook", permalink="https://www.facebook.com/lumen/posts/1029384756102938")
    assert len(merge([source(plans[0]), source(plans[1]), source(sent)]).items) == 3
    assert len(merge([source(plans[0]), source(sent)]).items) == 1


def test_a_line_below_many_texts_is_no_part_of_their_words() -> None:
    plans = [post(f"Text about {name}", network="instagram") for name in ("rye", "oat", "wheat", "spelt")]
    sent = [
        replace(u, text=f"{u.text}\n\nLink in bio", posted_at=NINE + dt.timedelta(minutes=9)) for u in plans
    ]
    assert len(merge([source(*plans), source(*sent)]).items) == 4


def test_a_line_below_many_texts_still_tells_two_branches_apart() -> None:
    def branch(town: str) -> list[Update]:
        return [post(f"Open until six {thing}\n{town}") for thing in ("today", "on Friday", "all week")]

    assert len(merge([source(*branch("Lisbon")), source(*branch("Porto"))]).items) == 6


def test_one_address_with_other_words_altogether_stays_two() -> None:
    link = "https://www.facebook.com/lumen"  # of the page, not of a post
    one = post("Rye is baked at four in the morning", network="facebook", permalink=link)
    two = post(
        "Summer opening hours", network="facebook", permalink=link, posted_at=NINE + dt.timedelta(days=1)
    )
    assert len(merge([source(one), source(two)]).items) == 2


def test_the_id_of_a_post_outweighs_a_note_that_a_sheet_has_for_its_words() -> None:
    note = post(
        "Campaign three", permalink=f"https://twitter.com/lumen/status/{ID}", posted_at=None, labels=("c3",)
    )
    (update,) = merge([source(note, file="plan.csv"), source(ARCHIVE)]).items
    assert (update.text, update.labels) == (ARCHIVE.text, ("c3",))
    assert "plan.csv, row 2" in (update.origin or Origin(file="")).also


def test_an_address_that_many_rows_share_tells_nothing() -> None:
    link = "https://www.facebook.com/lumen"
    rows = [
        post(f"word{n} of row{n}", network="facebook", permalink=link, posted_at=None) for n in range(200)
    ]
    assert len(merge([source(*rows), source(post())]).items) == 201


def test_what_the_user_rewrote_in_our_workbook_wins_over_the_archive() -> None:
    mine = replace(ARCHIVE, text="A better text", placed=(Placed(post="rye"),), lasting="lasting")
    (update,) = merge([source(ARCHIVE), source(mine, file="library.xlsx")]).items
    assert (update.text, update.lasting, update.placed) == ("A better text", "lasting", mine.placed)
    assert update.id == ARCHIVE.id
    assert update.figures == {"likes": 3.0}


def test_a_time_moved_in_our_workbook_stays_moved_and_a_second_lost_there_is_not() -> None:
    lost = replace(ARCHIVE, posted_at=NINE.replace(second=0), placed=())
    assert merge([source(ARCHIVE), source(lost)]).items[0].posted_at == NINE
    moved = replace(ARCHIVE, posted_at=NINE + dt.timedelta(hours=1), placed=())
    assert merge([source(ARCHIVE), source(moved)]).items[0].posted_at == NINE + dt.timedelta(hours=1)


def test_a_cut_text_gives_way_to_the_whole_one() -> None:
    whole = post(permalink=ARCHIVE.permalink)
    cut = replace(whole, text="How we bake our rye, and why it… https://t.co/abcdefghijklmnopqrstuvwxyz")
    assert merge([source(cut), source(whole)]).items[0].text == whole.text


def test_a_note_does_not_take_the_place_of_a_longer_text_that_was_cut() -> None:
    cut = post("How we bake our rye, and why it takes…", permalink=ARCHIVE.permalink)
    note = post("Rye, first teaser", permalink=ARCHIVE.permalink)
    assert merge([source(note), source(cut)]).items[0].text == cut.text


def test_the_text_with_the_tools_hashtags_is_kept_with_every_link_and_picture() -> None:
    plan = post(links=("https://blog.example/rye?utm_source=x",), media=("rye.jpg",), state="scheduled")
    sent = post(
        f"{plan.text} #rye #bread",
        links=("https://blog.example/rye/", "https://shop.example/flour"),
        media=(f"tweets_media/{ID}-rye.jpg", "flour.jpg"),
        posted_at=NINE + dt.timedelta(minutes=4),
    )
    (update,) = merge([source(plan, file="plan.csv"), source(sent)]).items
    assert update.text == sent.text
    assert update.links == ("https://blog.example/rye/", "https://shop.example/flour")
    assert update.media == sent.media
    assert (update.posted_at, update.state) == (sent.posted_at, "published")
    assert update.origin == Origin(file="a.csv", row=2, also=("plan.csv, row 2",))


def test_a_second_address_of_the_post_stands_beside_its_place() -> None:
    share = f"https://www.linkedin.com/feed/update/urn:li:share:{SHARE}"
    activity = f"https://www.linkedin.com/feed/update/urn:li:activity:{SHARE + 9}"
    sources = [source(post(network="linkedin", permalink=link)) for link in (share, activity)]
    (update,) = merge(sources).items
    assert update.permalink == share
    assert update.origin == Origin(file="a.csv", row=2, also=(f"a.csv, row 2: {activity}",))


def test_the_profiles_address_gives_way_to_the_posts_own() -> None:
    profile = post(network="facebook", permalink="https://www.facebook.com/lumen")
    own = replace(profile, permalink="https://www.facebook.com/lumen/posts/1029384756102938")
    assert merge([source(profile), source(own)]).items[0].permalink == own.permalink


def test_a_source_that_names_no_network_takes_that_of_the_other() -> None:
    plan = post(network="other", state="scheduled")
    assert [item.network for item in merge([source(plan), source(post())]).items] == ["x"]
    assert len(merge([source(replace(plan, account="Telegram")), source(post())]).items) == 2


def both(*texts: str, networks: tuple[str, ...] = ("x", "linkedin")) -> list[Update]:
    """Each text on each network, an hour apart."""
    hours = [NINE + dt.timedelta(hours=n) for n in range(len(texts))]
    return [post(t, network=n, posted_at=h) for t, h in zip(texts, hours, strict=True) for n in networks]


def test_a_source_that_names_no_network_is_for_the_one_that_has_nearly_all_of_it() -> None:
    shared, own = ["Rye, and why", "Oat, and when"], ["Spelt, and how", "Wheat, and where", "Barley, and who"]
    plan = [replace(u, network="other", state="scheduled") for u in both(*shared, *own, networks=("x",))]
    records = [*both(*shared), *both(*shared, *own, networks=("linkedin",))[2:]]
    items = merge([source(*plan, file="plan.csv"), source(*records)]).items
    assert len(items) == 7
    joined = [u for u in items if u.origin and u.origin.also]
    assert {u.network for u in joined} == {"linkedin"}


def test_a_source_that_names_no_network_is_none_of_those_that_have_some_of_it() -> None:
    plan = [replace(u, network="other") for u in both(*map(str, range(100, 106)), networks=("x",))]
    items = merge([source(*plan), source(*both("100", "101"), post("x", posted_at=plan[-1].posted_at))]).items
    assert len([u for u in items if u.network == "other"]) == 6


def test_a_sheet_of_a_workbook_is_a_source_of_its_own() -> None:
    draft, sent = post(state="draft", posted_at=None), post()
    book = [
        replace(u, origin=Origin(file="plan.xlsx", sheet=s, row=2))
        for u, s in ((draft, "Ideas"), (sent, "March"))
    ]
    assert len(merge([Updates(items=tuple(book))]).items) == 1


def test_rows_of_one_sheet_without_dates_stay_as_many_as_they_are() -> None:
    assert len(merge([source(post(posted_at=None), post(posted_at=None))]).items) == 2
    assert len(merge([source(post(), post())]).items) == 1


def test_a_row_copied_within_its_sheet_is_one_where_another_source_has_it_once() -> None:
    day = post(posted_at=NINE.replace(hour=0, minute=0, second=0))
    assert len(merge([source(day, day), source(post())]).items) == 1
    later = post(posted_at=NINE + dt.timedelta(hours=4))
    assert len(merge([source(day, day), source(post(), later)]).items) == 2


def test_two_rows_of_one_sheet_that_share_an_address_but_not_their_words_stay_two() -> None:
    link = f"https://x.com/lumen/status/{ID}"
    assert len(merge([source(post(permalink=link), post("Summer opening hours", permalink=link))]).items) == 2


def test_a_day_counts_where_the_author_is() -> None:
    evening = dt.datetime(2025, 3, 5, 2, 30, tzinfo=dt.UTC)  # the fourth in New York
    plan, sent = post(posted_at=NINE.replace(hour=0, minute=0, second=0)), post(posted_at=evening)
    assert len(merge([source(plan), source(sent)], ZoneInfo("America/New_York")).items) == 1
    assert len(merge([source(plan), source(sent)], ZoneInfo("Europe/Berlin")).items) == 2
    assert len(merge([source(plan), source(sent)]).items) == 1


def test_what_the_user_edited_in_our_workbook_is_still_the_same_to_a_second_source() -> None:
    plan = post(links=("https://blog.example/rye",))
    export = replace(plan, posted_at=NINE + dt.timedelta(minutes=3), figures={"likes": 2.0})
    mine = replace(
        plan, id=plan.id, text="Quite another text", links=("https://blog.example/oat",), placed=()
    )
    (update,) = merge([source(mine, file="library.xlsx"), source(plan), source(export)]).items
    assert (update.text, update.links, update.figures) == (mine.text, mine.links, {"likes": 2.0})


def test_the_order_is_that_in_which_each_was_met_first() -> None:
    texts = ["one is first", "two is second", "three is third"]
    items = merge([source(*map(post, texts)), source(*map(post, reversed(texts)))]).items
    assert [item.text for item in items] == texts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tea &amp; cake https://t.co/x", "Tea & cake https://blog.example/tea"),
        ("Read on: blog.example/2025/tea!", "Read on:  https://blog.example/2025/tea"),
        ("“Tea”  time\n#tea", '"tea" TIME #tea'),
        ("𝗕𝗼𝗹𝗱 tea", "bold tea"),
    ],
)
def test_words_are_the_same_whatever_stands_between_them(one: str, other: str) -> None:
    assert read_words(one) == read_words(other)


def test_signs_alone_are_words_of_their_own() -> None:
    assert read_words("🎉🎉") != read_words("🍞")


TEXTS = st.sampled_from(
    ["", "Rye", "Rye, and why it takes us forty hours to bake", "Wheat https://t.co/1", "Wheat", "🎉"]
)
UPDATES = st.builds(
    lambda text, minute, number, network, kind, post, media: Update(
        text=text,
        posted_at=None if minute is None else NINE + dt.timedelta(minutes=minute),
        permalink=f"https://x.com/lumen/status/{int(ID) + number}" if number is not None else "",
        network=network,
        kind=kind,
        post=post,
        media=media,
    ),
    TEXTS,
    st.none() | st.sampled_from([0, 1, 24 * 60, -555]),  # the last is midnight: the day only
    st.none() | st.integers(0, 2),
    st.sampled_from(["x", "linkedin"]),
    st.sampled_from(["original", "reply", "repost"]),
    st.sampled_from(["", "Rye", "Wheat"]),
    st.just(("a.jpg",)),
)


@settings(max_examples=share(150), deadline=None)
@given(st.lists(st.lists(UPDATES, max_size=6), max_size=4))
def test_every_entry_is_an_update_or_named_by_one(lists: list[list[Update]]) -> None:
    sources = [source(*updates, file=f"{n}.csv") for n, updates in enumerate(lists)]
    merged = merge(sources)
    given_places = sorted(at_origin(u.origin) for one in sources for u in one.items)
    told = sorted(
        where
        for u in merged.items
        if u.origin
        for where in (at_origin(replace(u.origin, also=())), *u.origin.also)
    )
    assert told == given_places
    assert len({u.id for u in merged.items}) == len(merged.items)
    networks_and_texts = {(u.network, u.text) for one in sources for u in one.items}
    assert {(u.network, u.text) for u in merged.items} <= networks_and_texts


@settings(max_examples=share(60), deadline=None)
@given(st.lists(UPDATES, max_size=8))
def test_merging_again_changes_nothing(updates: list[Update]) -> None:
    once = merge([source(*updates)])
    assert merge([once]).items == once.items


def test_two_answers_of_one_minute_that_differ_only_in_their_link_stay_two() -> None:
    when = dt.datetime(2024, 5, 6, 7, 8, tzinfo=dt.UTC)
    rows = [Update(text=f"@someone here you are https://t.co/{n}", network="x", posted_at=when) for n in "ab"]
    other = Update(text="Something else", network="x", posted_at=when)
    assert len(merge([Updates(items=tuple(rows)), Updates(items=(other,))]).items) == 3


@given(st.lists(st.integers(-20, 20) | st.integers(-(2**63), 2**63 - 1), max_size=20), st.integers(1, 30))
def test_part_by_part_the_same_is_met_twice_as_in_the_whole(hashes: list[int], at_once: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(_is_one_twice.__globals__, "AT_ONCE", at_once)
        assert _is_one_twice(array("q", hashes)) is (len(set(hashes)) < len(hashes))


@given(st.lists(st.sampled_from("abc"), max_size=9), st.integers(1, 9))
def test_ids_are_unique_part_by_part_as_in_the_whole(ids: list[str], at_once: int) -> None:
    rows = [Update(text=f"Mugs no. {n}", network="x", id=id_) for n, id_ in enumerate(ids)]
    told = [id_ if (n := ids[:at].count(id_) + 1) == 1 else f"{id_}-{n}" for at, id_ in enumerate(ids)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(_is_one_twice.__globals__, "AT_ONCE", at_once)
        assert [update.id for update in _with_own_ids(tuple(rows))] == told
