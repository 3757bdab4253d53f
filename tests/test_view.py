"""The values all outputs share."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handover.model import (
    Client,
    Details,
    Feed,
    Handover,
    Notice,
    Pairing,
    Post,
    Shortfall,
    Unpaired,
    Update,
    Updates,
    Verdict,
)
from handover.model.counts import Counts
from handover.model.types import Extent, Kind
from handover.plan.runway import runway
from handover.write import write_handover
from handover.write.view import entries, extent, for_client, template_context
from handover.write.view.summary import _cut, _is_cut, shorten, summary_of
from handover.write.words import words
from tests.made import TODAY, make_handover


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
        (
            "Tea of Acme Corp. Ltd. is out. Vgl. Abs. 3. Wirklich. Nein.",
            "Tea of Acme Corp. Ltd. is out. Vgl. Abs. 3. Wirklich. Nein.",
        ),
        ("Whole text. Lees verder op onze site", "Whole text."),
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
    assert _is_cut(text) == (_cut().search(text) is not None)


@given(st.text(max_size=600), st.integers(min_value=10, max_value=200))
def test_a_shortened_text_keeps_its_length_and_marks_the_cut(text: str, most: int) -> None:
    short = shorten(text, most)
    assert len(short) <= most
    assert short == " ".join(text.split()) or short.endswith("…")


def test_the_thanks_count_what_was_written_and_claim_of_no_draft_that_it_went_out() -> None:
    handover = make_handover(posts=2, short=False)
    first, *rest = handover.pairs
    pairs = (replace(first, update=replace(first.update, state="draft")), *rest)
    context = template_context(replace(handover, pairing=replace(handover.pairing, pairs=pairs)))
    assert "2 posts and 6 updates for" in context["thanks"]["text"]


def test_a_blog_that_seldom_posts_has_headings_by_year() -> None:
    months = template_context(make_handover(posts=30))["library"]["years"][0]["months"]
    assert words("en").month(dt.date(2026, 11, 1)) in [m["title"] for m in months]
    handover = make_handover(posts=30)
    posts = tuple(
        replace(p, published=p.published and p.published.replace(year=2026 - n))
        for n, p in enumerate(handover.posts)
    )
    rare = replace(handover, pairing=replace(handover.pairing, posts=posts, pairs=()))
    titles = [m["title"] for m in template_context(rare)["library"]["years"][0]["months"]]
    assert titles == [str(2026 - n) for n in range(30)]


def mixed() -> Handover:
    """A handover with a reply and a repost among its pairs and among what is left over."""
    handover = make_handover(posts=3, short=False)
    kinds: tuple[Kind, ...] = ("reply", "repost")
    pairs = [
        replace(p, update=replace(p.update, kind=k)) for k, p in zip(kinds, handover.pairs, strict=False)
    ]
    alone = [
        Unpaired(update=Update(text=f"A {k} alone.", kind=k), reason="It links to no post.") for k in kinds
    ]
    return replace(
        handover,
        feed=replace(handover.feed, extent="newest_only", extent_reason="The feed names no older page."),
        pairing=replace(
            handover.pairing,
            pairs=(*pairs, *handover.pairs[2:]),
            unpaired=(*handover.unpaired, *alone),
            notices=(Notice(text="Two posts have one title."),),
        ),
    )


def test_the_clients_half_holds_originals_and_no_working_note() -> None:
    handover = mixed()
    client = for_client(handover)
    assert client.posts == handover.posts
    assert client.pairs == handover.pairs[2:]
    assert [u.update for u in client.unpaired] == [u.update for u in handover.unpaired[:-2]]
    assert {(u.reason, u.suggestions) for u in client.unpaired} == {("", ())}
    assert (client.skipped, client.notices, client.pairing.notices, client.updates.skipped) == (
        (),
        (),
        (),
        (),
    )
    assert (client.feed.source, client.feed.extent_reason) == ("", "")


def test_replies_and_reposts_are_in_no_figure_of_a_document() -> None:
    context = template_context(mixed())
    assert context["figures"]["facts"][1] == {"number": "7", "label": "updates"}
    assert "7 updates" in context["cover"]["items"][0]["about"]
    assert sum(len(post["updates"]) for post in context["posts"]) == 7
    assert len(context["completeness"]["updates"]) == 2


IF_OLDER = "If the blog has older posts, they are not in the library."


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ("proved", "The library holds posts from 3 May 2024 to 2 June 2026."),
        ("walked", "The library holds posts from 3 May 2024 to 2 June 2026."),
        ("newest_only", "The library holds posts from 3 May 2024 to 2 June 2026; older ones are not in it."),
        ("as_given", f"The library holds posts from 3 May 2024 to 2 June 2026. {IF_OLDER}"),
    ],
)
def test_the_span_of_the_blog_is_said_and_not_how_it_is_known(known: Extent, said: str) -> None:
    days = (dt.datetime(2026, 6, 2, tzinfo=dt.UTC), dt.datetime(2024, 5, 3, tzinfo=dt.UTC), None)
    posts = tuple(Post(id=str(n), title="Post", published=day) for n, day in enumerate(days))
    feed = Feed(title="Blog", extent=known, extent_reason="The archive says so.")
    handover = Handover(feed=feed, updates=Updates(), pairing=Pairing(posts=posts), language="en-GB")
    assert extent(handover) == said
    assert template_context(handover)["library"]["extent"] == said
    one_day = replace(handover, pairing=Pairing(posts=posts[:1]))
    assert extent(one_day).startswith("The library holds what was published on 2 June 2026")
    assert ("older posts are not in it" in extent(one_day)) == (known == "newest_only")
    undated = replace(handover, pairing=Pairing(posts=posts[2:]))
    told = {"newest_only": "The library holds 1 post; older ones are not in it.", "as_given": IF_OLDER}
    assert extent(undated) == told.get(known, "")
    assert extent(replace(handover, pairing=Pairing(posts=()))) == ""


def test_a_table_is_cut_only_where_the_workbook_holds_the_rest() -> None:
    handover = make_handover(posts=150)
    many = [Unpaired(update=Update(text=f"Alone {n}."), reason="") for n in range(60)]
    dated = {pair.update.id: Verdict(lasting="dated", reason="") for pair in handover.pairs}
    slots = tuple(replace(handover.plan[0], date=dt.date(2027, 1, 1) + dt.timedelta(n)) for n in range(200))
    pairing = replace(handover.pairing, unpaired=tuple(many))
    handover = replace(handover, pairing=pairing, verdicts=dated, plan=slots)
    alone, with_workbook = (template_context(handover, workbook=w) for w in (False, True))
    tables = (
        ("completeness", "updates", "more_updates"),
        ("lasting", "rows", "more"),
        ("plan", "rows", "more"),
    )
    whole = (60, len(handover.pairs), 200)
    for (section, rows, more), count in zip(tables, whole, strict=True):
        assert (len(alone[section][rows]), alone[section][more]) == (count, "")
        left = count - len(with_workbook[section][rows])
        assert left > 0
        assert with_workbook[section][more] == f"{left} more are in the workbook."


def test_every_draft_stands_in_the_document_with_a_workbook_or_without() -> None:
    handover = make_handover(posts=150, per_post=1)
    handover = replace(handover, shortfalls=tuple(
        Shortfall(post=post, wanted=3, found=1, missing=2, drafts=(Update(text=post.title, state="draft"),))
        for post in handover.posts
    ))  # fmt: skip
    for workbook in (True, False):
        short = template_context(handover, workbook=workbook)["short"]
        assert [post["drafts"][0]["text"] for post in short["posts"]] == [p.title for p in handover.posts]
        assert short["more"] == ""


def test_a_post_without_a_draft_is_named_and_is_no_bare_heading() -> None:
    handover = make_handover(posts=6, per_post=1)
    drafts = (Update(text="A draft.", state="draft"),)
    handover = replace(handover, shortfalls=tuple(
        Shortfall(post=post, wanted=3, found=1, missing=2, drafts=drafts if n % 3 == 0 else ())
        for n, post in enumerate(handover.posts)
    ))  # fmt: skip
    short = template_context(handover)["short"]
    assert short["intro"].startswith("6 posts have fewer than 3 updates.")
    assert len(short["posts"]) == 2 and all(post["drafts"] for post in short["posts"])
    without = [post.title for n, post in enumerate(handover.posts) if n % 3]
    assert short["more"] == f"There are no drafts for 4 posts: {' · '.join(without)}"


def test_what_lasts_is_counted_as_the_runway_counts() -> None:
    handover = make_handover(posts=12)
    drafts = [replace(pair, update=replace(pair.update, state="draft")) for pair in handover.pairs[:9]]
    handover = replace(handover, pairing=replace(handover.pairing, pairs=(*drafts, *handover.pairs[9:])))
    counted = runway(handover.pairing, handover.verdicts, 3).lasting
    whole = runway(make_handover(posts=12).pairing, handover.verdicts, 3).lasting
    assert 0 < counted < whole
    assert template_context(handover)["lasting"]["intro"].startswith(f"{counted} updates last:")


def test_one_number_for_one_thing_in_every_file(tmp_path: Path) -> None:
    handover = replace(mixed(), today=TODAY)
    counts = handover.counts
    assert counts.others
    context = template_context(handover)
    updates = words("en").plural("{n} update", "{n} updates", counts.updates)
    assert f"with {updates}" in context["cover"]["items"][0]["about"]
    assert updates in context["thanks"]["text"]
    assert str(counts.updates) in [fact["number"] for fact in context["figures"]["facts"]]
    assert sum(n["updates"] for n in context["figures"]["networks"]) == counts.updates
    written = write_handover(handover, tmp_path, formats=("html", "eml", "xlsx"))
    page = written.files["html"].read_text("utf-8")
    assert updates in page
    sheet = openpyxl.load_workbook(written.files["xlsx"], data_only=True).worksheets[0]
    above = {
        cell.value: sheet.cell(cell.row - 1, cell.column).value for row in sheet.iter_rows(2) for cell in row
    }
    assert above["updates"] == counts.updates
    assert f"{counts.updates} paired" in str(written)
    assert f"{counts.more} open" in str(written)
    letter = written.files["eml"].with_suffix(".txt").read_text("utf-8")
    assert updates in letter


# --- days in the client's zone


def days_at(moment: dt.datetime, zone: str) -> tuple[str, str]:
    """The day of a post and of an update as the document of a client in a zone shows it."""
    handover = make_handover()
    first = handover.pairs[0]
    post = replace(first.post, published=moment)
    pair = replace(first, post=post, update=replace(first.update, posted_at=moment))
    handover = replace(
        handover,
        pairing=Pairing(posts=(post,), pairs=(pair,)),
        details=Details(client=Client(timezone=zone)),
    )
    (shown,) = template_context(handover)["posts"]
    return shown["date"], shown["updates"][0]["date"]


@pytest.mark.parametrize(
    ("moment", "zone", "day"),
    [
        (dt.datetime(2024, 10, 20, 23, 30, tzinfo=dt.UTC), "Europe/Berlin", 21),
        (dt.datetime(2024, 10, 20, 23, 30, tzinfo=dt.UTC), "", 20),
        (dt.datetime(2024, 7, 20, 22, 30, tzinfo=dt.UTC), "Europe/Berlin", 21),  # in summer
        (dt.datetime(2024, 1, 20, 22, 30, tzinfo=dt.UTC), "Europe/Berlin", 20),
        (dt.datetime(2024, 10, 21, 3, 0, tzinfo=dt.UTC), "America/New_York", 20),
    ],
)
def test_the_days_of_a_document_are_those_of_the_clients_zone(
    moment: dt.datetime, zone: str, day: int
) -> None:
    assert all(f" {day}, 2024" in shown for shown in days_at(moment, zone))


@pytest.mark.parametrize("zone", ["America/Denver", "Pacific/Auckland", "Europe/Vienna"])
def test_what_is_known_by_its_day_alone_keeps_it(zone: str) -> None:
    post, update = days_at(dt.datetime(2024, 10, 20, tzinfo=dt.UTC), zone)
    assert post == "October 20, 2024" and update == "Oct 20, 2024"


def test_updates_whose_network_nobody_names_are_on_no_network_of_their_own() -> None:
    many = (("facebook", 3), ("other", 2), ("x", 1))
    counts = Counts(posts=1, updates=6, scheduled=0, drafts=0, networks=many, more=0, others=0)
    assert [replace(counts, networks=n).on_networks for n in (many, many[1:2], ())] == [2, 1, 0]
