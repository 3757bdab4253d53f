"""Facebook and Instagram as HTML: what is a post, its words, its date, and what never comes out."""

import datetime as dt
import json

import pytest

from handover.errors import UnknownFormatError
from handover.model import Updates
from handover.read.source import from_bytes
from handover.read.updates import facebook, instagram, meta_dates
from handover.read.updates.options import Options

FACEBOOK = "posts/profile_posts_1.html"


def card(words: str, date: str = "Jul 26, 2024 1:35:01pm", title: str = "") -> str:
    heading = f"<div>{title}</div>" if title else ""
    blocks = f"<div>{words}</div>" if words.startswith("<") else f"<div><div>{words}</div></div>"
    return f"<div>{heading}<div><div>{blocks}</div></div><div><div>{date}</div></div></div>"


def page(*cards: str, head: str = "") -> str:
    return f'<html><body>{head}<div role="main">{"".join(cards)}</div></body></html>'


def read(text: str, name: str = FACEBOOK, timezone: str | None = "UTC") -> Updates:
    reader = instagram if "media/" in name else facebook
    (bundle,) = reader.gather([from_bytes(text.encode(), name)])
    return reader.parse(bundle, Options(timezone=timezone))


def texts(*cards: str) -> list[str]:
    return [update.text for update in read(page(*cards)).items]


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("6 May 2019, 17:32", (2019, 5, 6, 17, 32, 0)),
        ("Jul 26, 2024 1:35:01pm", (2024, 7, 26, 13, 35, 1)),
        ("Sep 19, 2025 11:48:49 pm", (2025, 9, 19, 23, 48, 49)),
        ("Apr 05, 2026 5:31 am", (2026, 4, 5, 5, 31, 0)),
        ("Apr 05, 2026 12:31 am", (2026, 4, 5, 0, 31, 0)),
        ("Apr 05, 2026 12:31 PM", (2026, 4, 5, 12, 31, 0)),
        ("déc 17, 2015 9:34:15am", (2015, 12, 17, 9, 34, 15)),
        ("juil 03, 2016 9:34:15am", (2016, 7, 3, 9, 34, 15)),
        ("jun. 07, 2024 5:44 am", (2024, 6, 7, 5, 44, 0)),
        ("мая 19, 2022 8:12:37pm", (2022, 5, 19, 20, 12, 37)),
        ("Tháng 11 24, 2023 7:24:32chiều", (2023, 11, 24, 19, 24, 32)),
        ("2 月 22, 2022 1:22:02 下午", (2022, 2, 22, 13, 22, 2)),
        ("พ.ค. 24, 2023 7:12:54 pm", (2023, 5, 24, 19, 12, 54)),
        ("lip 24, 2023 7:12:54 po południu", (2023, 7, 24, 19, 12, 54)),
        ("Mär 24, 2023 7:12:54 pm", (2023, 3, 24, 19, 12, 54)),
        ("26. Juli 2024, 13:35", (2024, 7, 26, 13, 35, 0)),
    ],
)
def test_a_date_is_read_in_the_language_of_the_account(told: str, wanted: tuple[int, ...]) -> None:
    date = meta_dates.written(told)
    assert date is not None
    months = meta_dates.months_of([date])
    assert months is not None
    assert meta_dates.moment(date, months) == dt.datetime(*wanted)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "told",
    ["", "yesterday", "05/06/2024 17:32", "Jul 26, 2024", "Jul 26, 2024 1:35:01pm in Bern", "5 likes, 17:32"],
)
def test_what_is_no_date_in_words_is_none(told: str) -> None:
    assert meta_dates.written(told) is None


@pytest.mark.parametrize("told", ["Jul 36, 2024 1:35pm", "Jul 26, 2024 13:35 pm", "Jul 26, 2024 7:75"])
def test_a_day_or_hour_that_is_none_costs_its_entry(told: str) -> None:
    updates = read(page(card("one"), card("two"), card("three", told)))
    assert [update.text for update in updates.items] == ["one", "two"]
    assert [s.reason for s in updates.skipped] == [
        "1 of 3 entries could not be read: damaged, or of a kind not known (no. 3)."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "<html><div>PRIVATE</div></html>",
        page(),
        page("<div><div>PRIVATE</div><div>no date</div></div>"),
        page(card("PRIVATE", "Xyz 26, 2024 1:35pm")),  # a month of no language
        page(card("PRIVATE", "05/06/2024 13:35")),  # day or month first: not told
        page(card("one"), *["<div><div>PRIVATE</div></div>"] * 2),  # most have no date
        page(card("PRIVATE")) + '<div role="main"></div>',
        page("<div>" * 5_000 + card("PRIVATE")),
    ],
)
def test_what_is_not_certain_is_refused_with_the_way_to_json(text: str) -> None:
    with pytest.raises(UnknownFormatError, match="HTML") as caught:
        read(text)
    assert "Format: JSON" in caught.value.hint
    assert "PRIVATE" not in f"{caught.value} {caught.value.hint}"


def test_a_page_that_is_cut_short_gives_its_whole_posts_and_says_so() -> None:
    whole = page(card("one"), card("two"))
    updates = read(whole[: whole.index("two")])
    assert [update.text for update in updates.items] == ["one"]
    assert "cut short" in updates.skipped[-1].reason


def test_the_words_are_those_of_the_last_block_and_no_date_of_a_change() -> None:
    words = "<div>{}</div><div>Ververst op Jul 27, 2024 1:35:01pm</div>"
    assert texts(*(card(words.format(n)) for n in "abc")) == ["a", "b", "c"]


def test_words_that_end_with_a_date_are_words() -> None:
    assert texts(card("Come on Jul 27, 2024 1:35:01pm"), card("two")) == [
        "Come on Jul 27, 2024 1:35:01pm",
        "two",
    ]


def test_lines_stay_lines_and_signs_stay_signs() -> None:
    assert texts(card("a &lt;b&gt; &amp;<br /> c<br />\nd <a href='x'>e</a>")) == ["a <b> &\nc\nd e"]


def test_a_mention_becomes_its_name() -> None:
    assert texts(card("Thanks &#064;[1000000001:2048:Lumen Bakery]!")) == ["Thanks Lumen Bakery!"]
    data = [{"timestamp": 1741081500, "data": [{"post": "Thanks @[1000000001:2048:Lumen Bakery]!"}]}]
    (bundle,) = facebook.gather([from_bytes(json.dumps(data).encode(), "posts/profile_posts_1.json")])
    assert facebook.parse(bundle, Options()).items[0].text == "Thanks Lumen Bakery!"


def test_an_at_sign_before_a_bracket_is_no_mention() -> None:
    assert texts(card("mail me @[home] or @[1:2]")) == ["mail me @[home] or @[1:2]"]


def test_what_another_person_wrote_stays_out_and_is_counted() -> None:
    updates = read(
        page(
            card("mine", title="Lumen Bakery shared a link."),
            card("mine too", title="Lumen Bakery updated their status."),
            card("PRIVATE", title="Marta Vega wrote on Lumen Bakery's timeline."),
            card("PRIVATE", title="Marta Vega was with others."),
        )
    )
    assert [update.text for update in updates.items] == ["mine", "mine too"]
    assert "2 entries that somebody else may have written left out." in [s.reason for s in updates.skipped]


def test_words_for_a_group_stay_out_and_are_counted_in_json_too() -> None:
    own = card("mine", title="Lumen Bakery shared a link.")
    updates = read(page(own, card("PRIVATE", title="Lumen Bakery posted in Bakers of Bern.")))
    assert [update.text for update in updates.items] == ["mine"]
    data = [
        {"timestamp": 1741081500, "data": [{"post": "PRIVATE"}], "title": "Lumen posted in Bakers of Bern."},
        {"timestamp": 1741081501, "data": [{"post": "mine"}], "title": "Lumen shared a link."},
    ]
    (bundle,) = facebook.gather([from_bytes(json.dumps(data).encode(), "posts/profile_posts_1.json")])
    read_ = facebook.parse(bundle, Options())
    assert [update.text for update in read_.items] == ["mine"]
    assert [s.reason for s in read_.skipped] == [
        "1 post in a group left out: it does not say who may read it."
    ]


def test_times_are_in_the_zone_given_else_in_that_of_the_day_of_the_download() -> None:
    head = "<div>Generated by Jo Falk on Friday 2 August 2024 at 11:40 UTC+02:00</div>"
    text = page(card("one", "Jul 26, 2024 1:35:01pm"), head=head)
    given = read(text, timezone="America/New_York")
    assert given.items[0].posted_at == dt.datetime(2024, 7, 26, 17, 35, 1, tzinfo=dt.UTC)
    assert not given.notices
    told = read(text, timezone=None)
    assert told.items[0].posted_at == dt.datetime(2024, 7, 26, 11, 35, 1, tzinfo=dt.UTC)
    assert "UTC+02:00" in told.notices[0].text


def test_where_a_download_holds_both_the_json_is_read() -> None:
    data = [{"timestamp": 1741081500, "data": [{"post": "from JSON"}]}]
    (bundle,) = facebook.gather(
        [
            from_bytes(json.dumps(data).encode(), "posts/profile_posts_1.json"),
            from_bytes(page(card("from HTML")).encode(), FACEBOOK),
        ]
    )
    assert [update.text for update in facebook.parse(bundle, Options()).items] == ["from JSON"]


def test_a_picture_without_words_is_a_post_and_its_place_is_told_no_word() -> None:
    body = (
        '<div><table><tr><td>Latitude</td><td>PRIVATE</td></tr></table><img src="media/posts/1.jpg" /></div>'
    )
    text = page(f"<div>{body}<div>Apr 05, 2026 5:31 am</div></div>")
    (update,) = read(text, "media/posts_1.html").items
    assert (update.text, tuple(update.media)) == ("", ("media/posts/1.jpg",))
