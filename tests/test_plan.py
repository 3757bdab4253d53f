"""The plan breaks no rule, ever; where the material does not carry, it is shorter."""

import dataclasses
import datetime as dt
from collections import Counter
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handover.errors import HandoverError
from handover.model import (
    Evidence,
    Kind,
    Lasting,
    Pair,
    Pairing,
    Post,
    Slot,
    State,
    Unpaired,
    Update,
    Verdict,
)
from handover.plan import make_plan, not_planned
from tests.extent import share

START = dt.date(2027, 1, 11)  # a Monday
CHRISTMAS = dt.date(2026, 12, 21)  # the Monday before it
LONG_AGO = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
NETWORKS = ("linkedin", "facebook", "x", "bluesky")


def post(number: int) -> Post:
    return Post(id=f"p{number}", title=f"Post {number}", permalink=f"https://brew.example/{number}")


def pair(number: int, text: str = "", network: str = "x", **fields: object) -> Pair:
    told = {"posted_at": LONG_AGO, **fields}
    update = Update(text=text or f"Text {number} {network}", network=network, **told)  # type: ignore[arg-type]
    return Pair(post=post(number), update=update, evidence=Evidence.LINK, score=1.0, reason="Link.")


def planned(
    *pairs: Pair,
    lasting: Lasting = "lasting",
    season: tuple[tuple[dt.date, dt.date], ...] = (),
    start: dt.date = START,
    worth: dict[str, float] | None = None,
    hours: dict[str, int] | None = None,
    **kwargs: int,
) -> tuple[Slot, ...]:
    pairing = Pairing(posts=tuple({p.post.id: p.post for p in pairs}.values()), pairs=pairs)
    verdicts = {p.update.id: Verdict(lasting=lasting, reason="", season=season) for p in pairs}
    return make_plan(pairing, verdicts, start=start, worth=worth, hours=hours, **kwargs)


def plenty(posts: int = 60) -> tuple[Pair, ...]:
    return tuple(pair(n, network=network) for n in range(posts) for network in NETWORKS)


def test_with_plenty_of_updates_every_place_is_filled() -> None:
    slots = planned(*plenty(), days=90, per_week=3)
    assert len(slots) == 13 * 3
    assert slots[0].date == START
    assert slots[-1].date <= START + dt.timedelta(days=89)
    assert [s.date for s in slots] == sorted(s.date for s in slots)


@pytest.mark.parametrize(("days", "slots"), [(30, 14), (60, 26), (90, 39)])
def test_a_plan_runs_for_30_60_or_90_days(days: int, slots: int) -> None:
    assert abs(len(planned(*plenty(), days=days, per_week=3)) - slots) <= 1


@pytest.mark.parametrize("per_week", [1, 2, 3, 4, 5, 6, 7, 10, 14])
def test_each_week_has_as_many_as_were_asked_for(per_week: int) -> None:
    slots = planned(*plenty(200), days=28, per_week=per_week)
    weeks = Counter((s.date - START).days // 7 for s in slots)
    assert set(weeks.values()) == {per_week}


@pytest.mark.parametrize("per_week", [1, 3, 5, 6, 7, 12])
def test_re_posts_come_on_working_days_where_the_client_posts_on_no_others(per_week: int) -> None:
    assert all(s.date.weekday() < 5 for s in planned(*plenty(200), per_week=per_week))


def test_a_day_of_the_weekend_on_which_the_client_posts_is_used_too() -> None:
    saturday = dt.datetime(2024, 1, 6, 9, tzinfo=dt.UTC)
    on_saturdays = [pair(n, network="x", posted_at=saturday) for n in range(40)]
    days = {s.date.weekday() for s in planned(*on_saturdays, per_week=6)}
    assert 5 in days and 6 not in days
    assert 5 not in {s.date.weekday() for s in planned(*on_saturdays[:19], per_week=6)}  # too few to tell
    seldom = [pair(100 + n, network="x") for n in range(400)]
    assert 5 not in {s.date.weekday() for s in planned(*on_saturdays, *seldom, per_week=6)}


@pytest.mark.parametrize("per_week", [1, 2, 3, 4])
def test_nothing_comes_at_christmas_or_new_year_but_on_another_day_of_that_week(per_week: int) -> None:
    dates = [s.date for s in planned(*plenty(200), start=CHRISTMAS, days=28, per_week=per_week)]
    assert dt.date(2026, 12, 25) not in dates and dt.date(2027, 1, 1) not in dates
    assert set(Counter((day - CHRISTMAS).days // 7 for day in dates).values()) == {per_week}


def test_where_every_working_day_is_used_the_week_of_christmas_has_fewer() -> None:
    dates = [s.date for s in planned(*plenty(200), start=CHRISTMAS, days=14, per_week=5)]
    assert len(dates) == 8
    assert dt.date(2026, 12, 25) not in dates and dt.date(2027, 1, 1) not in dates


def test_drafts_are_not_planned() -> None:
    assert planned(pair(1, state="draft")) == ()


def test_what_is_scheduled_did_not_go_out_and_is_not_planned_to_go_out_again() -> None:
    assert planned(pair(1, state="scheduled", posted_at=None)) == ()


def test_nothing_is_planned_on_a_network_for_a_day_that_has_an_update_scheduled_there() -> None:
    pairs = tuple(pair(n) for n in range(60))
    free = {slot.date for slot in planned(*pairs)}
    taken = min(free)
    moment = dt.datetime.combine(taken, dt.time(9), dt.UTC)
    alone = Unpaired(
        update=Update(text="Coming", network="x", state="scheduled", posted_at=moment), reason=""
    )
    pairing = Pairing(posts=tuple(p.post for p in pairs), pairs=pairs, unpaired=(alone,))
    verdicts = {p.update.id: Verdict(lasting="lasting", reason="") for p in pairs}
    assert taken not in {slot.date for slot in make_plan(pairing, verdicts, start=START)}
    elsewhere = dataclasses.replace(alone, update=dataclasses.replace(alone.update, network="linkedin"))
    pairing = dataclasses.replace(pairing, unpaired=(elsewhere,))
    assert taken in {slot.date for slot in make_plan(pairing, verdicts, start=START)}


def test_what_needs_a_picture_and_has_none_is_not_planned_and_said() -> None:
    bare, own = pair(1, network="instagram"), pair(2, network="instagram", media=("IMG_1.jpg",))
    of_post = dataclasses.replace(
        pair(3, network="instagram"),
        post=dataclasses.replace(post(3), image="https://brew.example/3.jpg"),
    )
    pairs = (bare, own, of_post, pair(4, network="x"))
    assert {s.update.id for s in planned(*pairs)} == {p.update.id for p in pairs[1:]}
    verdicts = {p.update.id: Verdict(lasting="lasting", reason="") for p in pairs}
    (notice,) = not_planned(Pairing(posts=(), pairs=pairs), verdicts)
    assert notice.text == (
        "1 lasting update is not planned, because Instagram asks for a picture and none is known."
    )
    assert not [*not_planned(Pairing(posts=(), pairs=pairs[1:]), verdicts)]


def test_the_clients_own_hours_go_with_the_plan() -> None:
    slots = planned(*plenty(), hours={"linkedin": 8})
    assert {(s.network, s.hour) for s in slots} == {(n, 8 if n == "linkedin" else None) for n in NETWORKS}


def test_networks_and_their_weekdays_take_turns() -> None:
    slots = planned(*plenty(), per_week=3)
    networks = Counter(s.network for s in slots)
    assert max(networks.values()) - min(networks.values()) <= 1
    assert len({(s.network, s.date.weekday()) for s in slots}) == len(NETWORKS) * 3


def test_networks_come_as_often_as_the_client_has_posted_on_each_in_her_last_year() -> None:
    since = dt.datetime(2025, 12, 1, tzinfo=dt.UTC)
    days = {"x": range(90), "linkedin": range(30), "facebook": range(-700, -600)}  # which she has left
    past = [
        pair(100 + n, network=network, posted_at=since + dt.timedelta(days=day))
        for network, on in days.items()
        for n, day in enumerate(on)
    ]
    few = [pair(100 + n, network="x", posted_at=since) for n in range(19)]
    fresh = tuple(pair(n, network=network, posted_at=None) for n in range(60) for network in days)
    for told, shares in ((past, {"x": 29, "linkedin": 10}), (few, {"x": 13, "linkedin": 13, "facebook": 13})):
        pairs = (*fresh, *told)
        verdicts = {p.update.id: Verdict(lasting="lasting", reason="") for p in fresh}
        pairing = Pairing(posts=tuple(p.post for p in pairs), pairs=pairs)
        slots = make_plan(pairing, verdicts, start=START, per_week=3)
        assert Counter(slot.network for slot in slots) == shares


def test_no_post_comes_again_before_the_others_have_come() -> None:
    slots = planned(*plenty(39), per_week=3)
    assert len({s.post.id for s in slots}) == 39


def test_without_enough_updates_there_are_fewer_slots() -> None:
    assert len(planned(pair(1), pair(2))) == 2
    assert planned() == ()


def test_one_post_comes_every_14_days_at_most() -> None:
    slots = planned(*(pair(1, text=f"Text {n}") for n in range(20)), per_week=7)
    dates = [s.date for s in slots]
    assert 6 <= len(dates) <= 7
    assert all((b - a).days >= 14 for a, b in pairwise(dates))


def test_one_text_comes_once_in_90_days_whatever_its_link_case_and_network() -> None:
    same = (
        pair(1, "Brew it https://brew.example/1", "x"),
        pair(2, "BREW  it", "linkedin"),
        pair(3, "brew it www.brew.example", "facebook"),
    )
    assert len(planned(*same, days=90, per_week=7)) == 1
    assert len(planned(*same, days=180, per_week=7)) == 2


def test_a_link_without_its_scheme_makes_no_other_text() -> None:
    twins = [pair(n, f"Brew it slowly bakery.example/brew/{n}") for n in (1, 2)]
    assert len(planned(*twins)) == 1
    assert len(planned(pair(1, "Brew it slowly, take one"), pair(2, "Brew it slowly, take two"))) == 2


def test_what_was_posted_or_is_scheduled_nearby_rests() -> None:
    recent = dt.datetime(2027, 1, 5, tzinfo=dt.UTC)
    soon = dt.datetime(2027, 2, 10, tzinfo=dt.UTC)
    assert planned(pair(1, posted_at=recent), days=80, per_week=7) == ()
    assert planned(pair(1, posted_at=soon, state="scheduled"), days=90, per_week=7) == ()
    (slot,) = planned(pair(1, posted_at=recent), days=90, per_week=7)
    assert slot.date == dt.date(2027, 4, 5)


def test_a_new_update_lets_its_post_rest_for_14_days() -> None:
    recent = pair(1, "New words", posted_at=dt.datetime(2027, 1, 10, tzinfo=dt.UTC))
    slots = planned(recent, pair(1, "Old words"), days=90, per_week=7)
    assert slots[0].date == dt.date(2027, 1, 25)
    assert slots[0].update.text == "Old words"


def test_an_update_with_two_posts_counts_for_both() -> None:
    both = pair(1, "Two reads")
    also = Pair(post=post(2), update=both.update, evidence=Evidence.LINK, score=1.0, reason="Link.")
    slots = planned(both, also, pair(2, "Second"), days=13, per_week=7)
    assert len(slots) == 1


def test_dated_updates_are_left_out() -> None:
    assert planned(*plenty(), lasting="dated") == ()


def test_updates_nobody_judged_are_left_out() -> None:
    pairing = Pairing(posts=(post(1),), pairs=(pair(1),))
    assert make_plan(pairing, {}, start=START) == ()


def test_seasonal_updates_come_only_in_their_season() -> None:
    season = ((dt.date(2027, 2, 15), dt.date(2027, 2, 28)),)
    slots = planned(*plenty(), lasting="seasonal", season=season, per_week=7)
    assert slots
    assert all(dt.date(2027, 2, 15) <= s.date <= dt.date(2027, 2, 28) for s in slots)
    assert planned(*plenty(), lasting="seasonal", season=()) == ()


def test_in_its_season_a_seasonal_update_comes_first_but_not_twice_in_a_row() -> None:
    seasonal = [pair(n, network="x") for n in range(20)]
    others = [pair(n, network="x") for n in range(20, 40)]
    pairs = (*seasonal, *others)
    season = ((START, START + dt.timedelta(days=90)),)
    verdicts = {p.update.id: Verdict(lasting="lasting", reason="") for p in others}
    verdicts |= {p.update.id: Verdict(lasting="seasonal", reason="", season=season) for p in seasonal}
    slots = make_plan(Pairing(posts=(), pairs=pairs), verdicts, start=START, per_week=3)
    is_seasonal = [verdicts[s.update.id].lasting == "seasonal" for s in slots]
    assert is_seasonal == [n % 2 == 0 for n in range(len(slots))]


@pytest.mark.parametrize("kind", ["reply", "repost"])
def test_replies_and_reposts_are_left_out(kind: Kind) -> None:
    assert planned(pair(1, kind=kind)) == ()


def test_what_cannot_be_posted_as_it_is_is_left_out() -> None:
    assert planned(pair(1, "a" * 281, "x")) == ()
    assert planned(pair(1, "Watch this", "youtube")) == ()
    no_text = Update(permalink="https://x.com/brew/status/1")
    silent = Pair(post=post(1), update=no_text, evidence=Evidence.LINK, score=1.0, reason="Link.")
    assert planned(silent) == ()


def test_what_its_network_refuses_is_left_out_and_what_it_only_trims_is_not() -> None:
    media = ("tea.jpg",)
    assert not planned(pair(1, "Tea " + "#tea " * 31, "instagram", media=media))
    assert planned(pair(1, "Tea " + "#tea " * 30, "instagram", media=media))


def test_what_brought_most_comes_first_then_the_longest_ago() -> None:
    older = pair(1, posted_at=dt.datetime(2022, 1, 1, tzinfo=dt.UTC))
    newer = pair(2, posted_at=dt.datetime(2023, 1, 1, tzinfo=dt.UTC))
    seen = pair(3, posted_at=dt.datetime(2025, 1, 1, tzinfo=dt.UTC), figures={"reach": 900.0})
    worth = {seen.update.id: 2.5, newer.update.id: 1.0}
    assert [s.post.id for s in planned(newer, older, seen, worth=worth)] == ["p3", "p1", "p2"]


def test_no_days_or_no_pace_is_no_plan() -> None:
    assert planned(*plenty(), days=0) == ()
    assert planned(*plenty(), per_week=0) == ()


@pytest.mark.parametrize("wrong", [{"days": -1}, {"per_week": -1}, {"per_week": 51}])
def test_an_impossible_pace_is_an_error(wrong: dict[str, int]) -> None:
    with pytest.raises(HandoverError, match="plan cannot be made"):
        make_plan(Pairing(posts=()), {}, start=START, **wrong)


@settings(max_examples=share(60), deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 8),  # post
            st.integers(0, 12),  # text
            st.sampled_from(NETWORKS),
            st.integers(-200, 120),  # posted so many days from the start
            st.sampled_from(["published", "scheduled", "draft"]),
            st.sampled_from(["lasting", "seasonal", "dated"]),
        ),
        max_size=40,
    ),
    st.integers(1, 12),
    st.sampled_from([30, 60, 90, 200]),
)
def test_no_rule_is_ever_broken_and_the_same_gives_the_same(
    rows: list[tuple[int, int, str, int, State, Lasting]], per_week: int, days: int
) -> None:
    season = ((START + dt.timedelta(days=10), START + dt.timedelta(days=40)),)
    pairs, verdicts = [], {}
    for number, text, network, ago, state, lasting in rows:
        moment = dt.datetime.combine(START, dt.time(), dt.UTC) + dt.timedelta(days=ago)
        found = pair(number, f"Text {text}", network, posted_at=moment, state=state)
        pairs.append(found)
        verdicts[found.update.id] = Verdict(
            lasting=lasting, reason="", season=season if lasting == "seasonal" else ()
        )
    pairing = Pairing(posts=(), pairs=tuple(pairs))
    slots = make_plan(pairing, verdicts, start=START, days=days, per_week=per_week)
    assert slots == make_plan(pairing, verdicts, start=START, days=days, per_week=per_week)
    posts = {p.update.id: {q.post.id for q in pairs if q.update.id == p.update.id} for p in pairs}
    for one, two in combinations(slots, 2):
        apart = abs((one.date - two.date).days)
        assert apart >= 14 or not posts[one.update.id] & posts[two.update.id]
        assert apart >= 90 or one.update.text != two.update.text
    for slot in slots:
        verdict = verdicts[slot.update.id]
        assert START <= slot.date < START + dt.timedelta(days=days)
        assert verdict.lasting != "dated"
        assert verdict.lasting == "lasting" or season[0][0] <= slot.date <= season[0][1]
        assert slot.network == slot.update.network
        assert slot.post.id in posts[slot.update.id]
    weeks = Counter((slot.date - START).days // 7 for slot in slots)
    assert all(count <= per_week for count in weeks.values())
