"""The runway says no more weeks than a plan can carry."""

import datetime as dt

from handover.check import verdicts
from handover.model import Evidence, Media, Pair, Pairing, Post, Runway, Update
from handover.plan import make_plan
from handover.plan.runway import runway

TODAY = dt.date(2026, 11, 20)
LONG_AGO = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)


def pairing(*updates: Update) -> Pairing:
    posts = [Post(id=f"p{n}", title="Oolong") for n in range(len(updates))]
    pairs = tuple(
        Pair(post=post, update=update, evidence=Evidence.LINK, score=1.0, reason="Link.")
        for post, update in zip(posts, updates, strict=True)
    )
    return Pairing(posts=tuple(posts), pairs=pairs)


def found(*updates: Update, pace: int = 3) -> Runway:
    whole = pairing(*updates)
    return runway(whole, verdicts(whole, "en", TODAY), pace)


def test_it_counts_lasting_originals_once_in_whole_weeks() -> None:
    lasting = [Update(text=f"Oolong number {n}") for n in range(7)]
    told = found(*lasting, lasting[0], Update(text="Thanks", kind="reply"), Update(text="See you tomorrow"))
    assert told == Runway(lasting=7, ready=7, per_week=3, weeks=2)


def test_without_a_pace_there_are_no_weeks() -> None:
    assert found(Update(text="Oolong"), pace=0).weeks == 0


def test_what_cannot_be_planned_as_it_is_carries_no_week() -> None:
    ready = [Update(text=f"Oolong number {n}") for n in range(3)]
    picture = Media("oolong.jpg")
    told = found(
        *ready,
        Update(text="Oolong with a picture", network="instagram", media=(picture,)),
        Update(text="Oolong without one", network="instagram"),
        Update(text="Oolong in a film", network="tiktok"),
        Update(text="Oolong " * 60, network="x"),
        Update(text="", media=(picture,)),
    )
    assert (told.lasting, told.ready, told.weeks) == (7, 4, 1)


def test_a_text_on_two_networks_is_planned_once_and_carries_once() -> None:
    texts = [f"Oolong number {n}" for n in range(6)]
    told = found(*(Update(text=text, network=one) for text in texts for one in ("x", "facebook")))
    assert (told.lasting, told.ready, told.weeks) == (12, 6, 2)


def test_the_plan_takes_all_that_is_ready() -> None:
    updates = [
        Update(text=f"Oolong number {n // 2}", network=one, posted_at=LONG_AGO)
        for n in range(12)
        for one in ("x", "instagram")
    ]
    whole = pairing(*updates)
    judged = verdicts(whole, "en", TODAY)
    plan = make_plan(whole, judged, start=TODAY, days=90, per_week=3)
    assert len(plan) == runway(whole, judged, 3).ready == 6
