"""What worked best: within one network, one measure, one account and year; little data says little."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import openpyxl
import pytest

from handover.check.worked import own_hours, what_worked, worth
from handover.model import Evidence, Pair, Pairing, Post, Unpaired, Update
from handover.write import html
from handover.write.job import Job
from handover.write.letter import write_letter
from handover.write.view import template_context
from handover.write.xlsx import write as write_workbooks
from tests.made import make_handover

VIENNA = ZoneInfo("Europe/Vienna")
MONDAY = dt.datetime(2025, 6, 2, 7, 30, tzinfo=dt.UTC)  # 9:30 in Vienna


def update(number: int, likes: float | None = 10, network: str = "x", **fields: object) -> Update:
    told = {
        "posted_at": MONDAY + dt.timedelta(days=number),
        "figures": {} if likes is None else {"likes": likes},
        "text": f"Text {number}",
        **fields,
    }
    return Update(network=network, id=f"{network}{number}", **told)  # type: ignore[arg-type]


def open_(updates: Iterable[Update]) -> Pairing:
    return Pairing(posts=(), unpaired=tuple(Unpaired(update=one, reason="") for one in updates))


def test_without_figures_there_is_nothing() -> None:
    assert what_worked(open_(update(n, None) for n in range(40)), VIENNA) == ()
    assert worth(open_(update(n, None) for n in range(40))) == {}


@pytest.mark.parametrize(("count", "ranked"), [(9, False), (10, True)])
def test_nothing_is_ranked_on_fewer_than_ten(count: int, ranked: bool) -> None:
    updates = [update(n, 50 if n == 3 else 10) for n in range(count)]
    bare = [update(100 + n, None) for n in range(30)]
    found = what_worked(open_([*updates, *bare]), VIENNA)
    assert bool(found) == ranked
    if found:
        assert (found[0].having, found[0].of) == (10, 40)
        assert [best.update.id for best in found[0].best] == ["x3"]


@pytest.mark.parametrize(("count", "stated"), [(19, False), (20, True)])
def test_nothing_is_stated_on_fewer_than_twenty(count: int, stated: bool) -> None:
    updates = [update(n, 40 if n % 7 == 1 else 10) for n in range(count)]
    (found,) = what_worked(open_(updates), VIENNA)
    assert bool(found.shares) == stated


def test_each_is_held_against_what_its_own_account_had_that_year() -> None:
    small = [update(n, 10, account="a") for n in range(9)]
    grown = [update(400 + n, 100, account="a") for n in range(9)]
    large = [update(800 + n, 5_000, account="b") for n in range(9)]
    risen = update(20, 30, account="a")  # three times the usual of its year
    (found,) = what_worked(open_([*small, *grown, *large, risen]), None)
    assert [(best.update.id, best.usual) for best in found.best] == [("x20", 10)]
    assert worth(open_([*small, *grown, *large, risen]))["x20"] == 3


def test_reach_is_never_compared_with_likes() -> None:
    likes = [update(n, 10) for n in range(12)]
    reach = [update(100 + n, None, figures={"reach": 9_000.0}) for n in range(11)]
    (found,) = what_worked(open_([*likes, *reach]), None)
    assert (found.measure, found.having, found.of) == ("likes", 12, 23)
    assert set(worth(open_([*likes, *reach]))) == {one.id for one in likes}


def test_rates_and_unknown_figures_are_no_measure() -> None:
    figures = {"engagement_rate": 0.3, "My score": 7.0, "likes": float("nan")}
    assert what_worked(open_(update(n, None, figures=figures) for n in range(30)), None) == ()


def test_networks_stand_apart_and_replies_and_drafts_are_not_counted() -> None:
    pairing = open_(
        [
            *(update(n, 10) for n in range(12)),
            *(update(n, 900, "facebook") for n in range(15)),
            *(update(50 + n, 9_999, kind="reply") for n in range(5)),
            *(update(60 + n, 9_999, state="draft") for n in range(5)),
        ]
    )
    assert [(one.network, one.having, one.best) for one in what_worked(pairing, None)] == [
        ("facebook", 15, ()),
        ("x", 12, ()),
    ]


def test_the_best_weekday_and_hour_are_those_of_the_clients_zone() -> None:
    mondays = [update(7 * n, 30) for n in range(12)]
    later = [
        update(7 * n + 2, 10, posted_at=MONDAY + dt.timedelta(days=7 * n + 2, hours=5)) for n in range(12)
    ]
    (found,) = what_worked(open_([*mondays, *later]), VIENNA)
    assert found.weekday and found.hour
    assert (found.weekday.at, found.weekday.updates, found.hour.at) == (0, 12, 9)
    assert own_hours(open_([*mondays, *later]), VIENNA) == {"x": 9}
    (unknown,) = what_worked(open_([*mondays, *later]), None)
    assert (unknown.weekday, unknown.hour, own_hours(open_([*mondays, *later]), None)) == (None, None, {})


def test_a_day_without_a_time_says_nothing_of_hours() -> None:
    days = [update(n, 10 + n % 3, posted_at=dt.datetime(2025, 3, 1, tzinfo=dt.UTC)) for n in range(40)]
    (found,) = what_worked(open_(days), VIENNA)
    assert (found.timed, found.weekday, found.hour) == (0, None, None)
    assert own_hours(open_(days), VIENNA) == {}


def test_without_figures_the_usual_hour_is_the_clients_own() -> None:
    usual = [update(n, None) for n in range(15)]
    other = [update(50 + n, None, posted_at=MONDAY + dt.timedelta(days=n, hours=8)) for n in range(5)]
    assert own_hours(open_([*usual, *other]), VIENNA) == {"x": 9}
    assert own_hours(open_([*usual, *other[:4]]), VIENNA) == {}


def test_what_the_best_texts_are_like_is_counted_beside_the_others() -> None:
    asking = [update(n, 50, text=f"Did you know no. {n}? https://brew.example/{n}") for n in range(5)]
    telling = [update(20 + n, 10, text=f"Read no. {n} at https://brew.example/{n} today") for n in range(15)]
    (found,) = what_worked(open_([*asking, *telling]), None)
    shares = {share.trait: (share.best, share.others) for share in found.shares}
    assert found.top == 5
    assert (shares["question"], shares["link_at_end"], shares["link_inside"]) == ((5, 0), (5, 0), (0, 15))


def test_a_post_with_several_updates_that_did_well_is_named() -> None:
    good, other = Post(id="good", title="Good"), Post(id="other", title="Other")
    pairs = [
        Pair(post=post, update=update(n, likes), evidence=Evidence.LINK, score=1.0, reason="")
        for n, (post, likes) in enumerate([(good, 40), (good, 30), (other, 90), *[(other, 10)] * 9])
    ]
    (found,) = what_worked(Pairing(posts=(good, other), pairs=tuple(pairs)), None)
    assert [(best.post.id, best.updates) for best in found.posts] == [("good", 2)]


def test_the_document_has_the_section_only_where_figures_are_known() -> None:
    assert template_context(make_handover())["worked"] == {}
    updates = [update(n, 50 if n == 3 else 10) for n in range(10)]
    told = template_context(replace(make_handover(), worked=what_worked(open_(updates), None)))["worked"]
    (network,) = told["networks"]
    assert network["having"] == "Measured in likes, known of 10 of 10 updates."
    assert [row["figure"] for row in network["rows"]] == ["50 likes, usual that year: 10"]


def test_preview_and_farewell_letter_name_the_best_and_nothing_without_figures(tmp_path: Path) -> None:
    updates = [update(n, 50 if n == 3 else 10) for n in range(10)]
    told = replace(make_handover(), worked=what_worked(open_(updates), None))
    line = "What worked best on X: “Text 3” (50 likes, usual that year: 10)."
    for handover, is_there in ((told, True), (make_handover(), False)):
        page = html.write(Job(handover=handover, folder=tmp_path, slug="tidewell"))[0].read_text("utf-8")
        assert ("50 likes, usual that year: 10" in page) == is_there
        assert ("What worked best" in page) == is_there
        letter = write_letter(handover, (), "#1f6f6b", beside=(), drafts=False)
        assert (line in letter.thanks) == is_there


def test_the_clients_workbook_shows_it_in_native_charts_and_only_where_figures_suffice(
    tmp_path: Path,
) -> None:
    handover = make_handover(12)
    for name, worked, charts in (("with", handover.worked, 2 + len(handover.worked)), ("without", (), 2)):
        told = replace(handover, worked=worked)
        job = Job(handover=told, folder=tmp_path / name, slug="t", wanted=("xlsx",))
        working, hers = write_workbooks(job)
        sheet = openpyxl.load_workbook(hers).worksheets[0]
        assert len(sheet._charts) == charts
        assert len(openpyxl.load_workbook(working)["Start here"]._charts) == 2
        shown = {str(cell.value) for row in sheet.iter_rows() for cell in row}
        assert ("What worked best" in shown) == bool(worked)
        for best in (one for each in worked for one in each.best):
            assert {str(int(best.value)), "usual that year"} <= shown
