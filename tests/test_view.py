"""The values all outputs share."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handover.model import Skipped
from handover.write.view import entries, template_context
from handover.write.view.summary import _CUT, _is_cut, shorten, summary_of
from tests.made import make_handover


def test_entries_hold_every_post_once_newest_first() -> None:
    handover = make_handover(posts=30)
    found = entries(handover)
    assert [e.number for e in found] == list(range(1, 31))
    assert sorted(e.post.id for e in found) == sorted(p.id for p in handover.posts)
    days = [e.post.published for e in found if e.post.published]
    assert days == sorted(days, reverse=True)


def test_entries_hold_every_pair_once_oldest_first() -> None:
    handover = make_handover(posts=30)
    pairs = [p.update.id for e in entries(handover) for p in e.pairs]
    assert sorted(pairs) == sorted(p.update.id for p in handover.pairs)
    for entry in entries(handover):
        moments = [p.update.posted_at for p in entry.pairs if p.update.posted_at]
        assert moments == sorted(moments)


def test_the_library_is_the_same_posts_by_year_and_month() -> None:
    for posts in (12, 260):
        context = template_context(make_handover(posts=posts))
        numbers = [
            post["number"]
            for year in context["library"]["years"]
            for month in year["months"]
            for post in month["posts"]
        ]
        assert numbers == list(range(1, posts + 1))


def test_an_update_about_two_posts_counts_once() -> None:
    handover = make_handover(posts=2, short=False)
    twice = (*handover.pairs, replace(handover.pairs[0], post=handover.posts[1]))
    pairing = replace(handover.pairing, pairs=twice)
    context = template_context(make_handover(posts=2, pairing=pairing))
    assert context["figures"]["facts"][1] == {"number": "6", "label": "updates"}


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("One. Two! Three? Four.", "One. Two! Three?"),
        (
            "Dr. Smith met Ms. Jones, e.g. on 3. May. Then he left.",
            "Dr. Smith met Ms. Jones, e.g. on 3. May. Then he left.",
        ),
        ("Version 3.14 is out. It is good.", "Version 3.14 is out. It is good."),
        ("A whole sentence. And one the feed has […]", "A whole sentence."),
        ("A whole sentence. And one the feed has [...]", "A whole sentence."),
        ("Only a part of one...", "Only a part of one…"),
        ("A title without a full stop", "A title without a full stop"),
        ("Text here. The post Title first appeared on Blog.", "Text here."),
        ("Text goes on Continue reading Title →", "Text goes on…"),
        (
            "Er sagte: „Komm!“ Dann ging er. Z. B. nach Hause.",
            "Er sagte: „Komm!“ Dann ging er. Z. B. nach Hause.",
        ),
        ("今日は晴れ。明日は雨。明後日は雪。終わり。", "今日は晴れ。明日は雨。明後日は雪。"),
        ("  spaces \n and   lines. ", "spaces and lines."),
        ("", ""),
    ],
)
def test_a_summary_ends_where_a_sentence_ends(text: str, summary: str) -> None:
    assert summary_of(text) == summary


@given(st.text(max_size=3000))
def test_a_summary_is_one_line_of_bounded_length_with_a_mark_where_it_was_cut(text: str) -> None:
    summary = summary_of(text)
    assert len(summary) <= 421
    assert "\n" not in summary
    if len(" ".join(text.split())) > 421:
        assert summary.endswith("…") or summary in " ".join(text.split())


@given(
    st.lists(
        st.sampled_from(
            ["Read MORE", "weiterleſen", "Lıre la suite", "LEER MÁS", "[…]", "...", "…]", "a", "\n", "→"]
        )
    )
)
def test_a_cheap_look_overlooks_no_mark_of_a_cut(pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert _is_cut(text) == (_CUT.search(text) is not None)


@given(st.text(max_size=600), st.integers(min_value=10, max_value=200))
def test_a_shortened_text_keeps_its_length_and_marks_the_cut(text: str, most: int) -> None:
    short = shorten(text, most)
    assert len(short) <= most
    assert short == " ".join(text.split()) or short.endswith("…")


def test_the_thanks_count_only_what_went_out() -> None:
    handover = make_handover(posts=2, short=False)
    first, *rest = handover.pairs
    pairs = (replace(first, update=replace(first.update, state="draft")), *rest)
    context = template_context(replace(handover, pairing=replace(handover.pairing, pairs=pairs)))
    assert "2 posts, and 5 updates carried them" in context["thanks"]["text"]


def test_a_blog_that_seldom_posts_has_headings_by_year() -> None:
    months = template_context(make_handover(posts=30))["library"]["years"][0]["months"]
    assert "November 2026" in [m["title"] for m in months]
    handover = make_handover(posts=30)
    posts = tuple(
        replace(p, published=p.published and p.published.replace(year=2026 - n))
        for n, p in enumerate(handover.posts)
    )
    rare = replace(handover, pairing=replace(handover.pairing, posts=posts, pairs=()))
    titles = [m["title"] for m in template_context(rare)["library"]["years"][0]["months"]]
    assert titles == [str(2026 - n) for n in range(30)]


def test_no_folder_of_the_computer_is_shown() -> None:
    skipped = tuple(
        Skipped(location=place, line=7, reason="No date.")
        for place in ("/home/ann/secret/plan.xlsx › March", "C:\\Users\\Ann\\plan.xlsx › March", "plan.xlsx")
    )
    rows = template_context(make_handover(skipped=skipped))["completeness"]["rows"]
    assert [r["where"] for r in rows] == [
        "plan.xlsx › March, row 7",
        "plan.xlsx › March, row 7",
        "plan.xlsx, row 7",
    ]
