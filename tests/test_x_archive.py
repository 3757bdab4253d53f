"""X archives: what a tweet said, where it led, whose it was."""

import datetime as dt
import html
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handover.model import Origin, Update, Updates
from handover.read.source import from_bytes
from handover.read.updates import x_archive, x_tweet, x_written
from handover.read.updates.options import Options
from tests.extent import share

ID = 1896851868873654273


def tweet(text: str, number: int = ID, urls: tuple[tuple[str, str], ...] = (), **more: Any) -> dict[str, Any]:
    entities = {"urls": [{"url": short, "expanded_url": full} for short, full in urls]}
    when = "Tue Mar 04 09:15:02 +0000 2025"
    return {
        "tweet": {"id_str": str(number), "created_at": when, "full_text": text, "entities": entities, **more}
    }


def note(text: str, number: int, urls: tuple[tuple[str, str], ...] = ()) -> dict[str, Any]:
    core = {"text": text, "urls": [{"shortUrl": short, "expandedUrl": full} for short, full in urls]}
    return {"noteTweet": {"noteTweetId": str(number), "core": core}}


def read(*tweets: dict[str, Any], owner: str = "lumen", notes: tuple[dict[str, Any], ...] = ()) -> Updates:
    files = {"tweets": tweets, "note_tweet": notes}
    if owner:
        files["account"] = ({"account": {"username": owner, "accountId": "77"}},)
    sources = [
        from_bytes(f"window.YTD.{kind}.part0 = {json.dumps(items)}".encode(), f"data/{kind}.js")
        for kind, items in files.items()
    ]
    (bundle,) = x_archive.gather(sources)
    return x_archive.parse(bundle, Options())


def one(*args: Any, **more: Any) -> Update:
    (update,) = read(tweet(*args, **more)).items
    return update


def test_short_links_are_replaced_whole_and_by_text_not_by_place() -> None:
    urls = (
        ("https://t.co/abc", "https://blog.example/a?x=1&y=2"),
        ("https://t.co/abcdef", "https://blog.example/b"),
    )
    update = one("é 🍞 https://t.co/abcdef and https://t.co/abc &lt;3", urls=urls)
    assert update.text == "é 🍞 https://blog.example/b and https://blog.example/a?x=1&y=2 <3"
    assert set(update.links) == {full for _, full in urls}


def test_a_short_link_nobody_explains_stays_and_is_a_link() -> None:
    assert one("See https://t.co/unknown1").links == ("https://t.co/unknown1",)
    assert one("RT @a: See https://t.co/cut…").links == ()


def test_the_address_of_a_picture_leaves_the_text() -> None:
    media = [{"url": "https://t.co/pic", "media_url_https": "https://pbs.twimg.com/media/a.jpg"}]
    update = one("Look https://t.co/pic", extended_entities={"media": media})
    assert (update.text, update.media, update.links) == ("Look", ("https://pbs.twimg.com/media/a.jpg",), ())


@pytest.mark.parametrize(
    ("more", "kind"),
    [
        ({}, "original"),
        ({"in_reply_to_status_id_str": "5", "in_reply_to_user_id_str": "9"}, "reply"),
        ({"in_reply_to_status_id_str": "5", "in_reply_to_user_id_str": "77"}, "original"),
        ({"in_reply_to_user_id_str": "9"}, "reply"),  # words to one person, without a post they answer
        ({"retweeted_status": {"id_str": "5"}}, "repost"),
        ({"retweeted": False, "truncated": False}, "original"),
    ],
)
def test_kinds_are_told_by_what_is_answered(more: dict[str, Any], kind: str) -> None:
    assert one("Words", **more).kind == kind
    assert one("RT @a: Words", **more).kind == "repost"


def test_an_answer_to_a_post_of_the_archive_is_ones_own_thread_when_nobody_says_whose_it_is() -> None:
    thread = tweet("Second", ID + 5, in_reply_to_status_id_str=str(ID), in_reply_to_user_id_str="77")
    updates = read(
        tweet("First"), thread, tweet("@a No", ID + 9, in_reply_to_status_id_str="4"), owner=""
    ).items
    assert [u.kind for u in updates] == ["original", "original", "reply"]
    assert updates[0].permalink == f"https://x.com/i/status/{ID}"


LONG = "Ten flours, one oven, one weekend, and every loaf of them written down"


def test_a_long_post_goes_to_the_tweet_that_begins_with_it_and_follows_it() -> None:
    other = "Another thought of the very same second, quite as long as the first"
    notes = (
        note(
            f"{LONG} to the end https://t.co/n1",
            ID - (30 << 22),
            (("https://t.co/n1", "https://blog.example/f"),),
        ),
        note(f"{other} to the end", ID - (20 << 22)),
    )
    first, second = read(tweet(f"{LONG}…"), tweet(f"{other}…", ID + (5 << 22)), notes=notes).items
    assert first.text == f"{LONG} to the end https://blog.example/f"
    assert first.links == ("https://blog.example/f",)
    assert second.text == f"{other} to the end"


def test_a_long_post_in_a_thread_is_found_behind_the_name_it_answers() -> None:
    update = read(tweet(f"@lumen {LONG[:60]}…"), notes=(note(f"{LONG} to the end", ID - (20 << 22)),)).items[
        0
    ]
    assert update.text == f"{LONG} to the end"


@pytest.mark.parametrize("number", [ID + (30 << 22), ID - (20_000 << 22)])
def test_a_long_post_of_another_time_is_left_and_named_by_its_time_alone(number: int) -> None:
    updates = read(tweet(f"{LONG}…"), notes=(note(f"{LONG} to the end", number),))
    assert updates.items[0].text == f"{LONG}…"
    assert "belongs to no post" in updates.skipped[0].reason
    assert LONG[:10] not in updates.skipped[0].reason


@pytest.mark.parametrize(
    ("told", "meant"), [("a &amp; b", "a & b"), ("a & b &amp; c", "a & b &amp; c"), ("<p>", "<p>")]
)
def test_signs_of_a_long_post_are_resolved_only_where_all_are_escaped(told: str, meant: str) -> None:
    notes = (note(f"{LONG} {told}", ID - (20 << 22)),)
    assert read(tweet(f"{LONG}…"), notes=notes).items[0].text == f"{LONG} {meant}"


@pytest.mark.parametrize(
    "told",
    [
        "Tue Mar 04 09:15:02 +0000 2025",
        "2025-03-04 09:15:02 +0000",
        "Tue Mar 04 10:15:02 +0100 2025",
        "",
        "soon",
    ],
)
def test_the_time_is_exact_and_comes_from_the_id_where_it_is_not_told(told: str) -> None:
    update = one("Words", created_at=told)
    assert update.posted_at == dt.datetime(2025, 3, 4, 9, 15, 2, tzinfo=dt.UTC)


def test_a_tweet_met_in_two_parts_is_one() -> None:
    assert len(read(tweet("Once"), tweet("Once")).items) == 1


def test_a_file_named_by_the_archive_but_missing_is_told() -> None:
    manifest = {"dataTypes": {"tweets": {"files": [{"fileName": "data/tweets-part7.js"}]}}}
    sources = [
        from_bytes(b"window.YTD.tweets.part0 = []", "data/tweets.js"),
        from_bytes(f"window.__THAR_CONFIG = {json.dumps(manifest)}".encode(), "data/manifest.js"),
    ]
    (bundle,) = x_archive.gather(sources)
    assert "data/tweets-part7.js" in x_archive.parse(bundle, Options()).skipped[0].reason


@settings(max_examples=share(80), deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]), min_size=1, max_size=60))
def test_words_without_links_come_through_as_they_were_written(words: str) -> None:
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert one(escaped).text == words.strip()


# --- each shortcut beside the long way ---

PIECES = (
    *("https://t.co/abc", "http://t.co/abc", "https://t.co/abcdef", "bit.ly/x", "www.", "/", "x"),
    *(
        " ",
        "\n",
        "\u00a0",
        "\x07",
        ".",
        "(",
        ")",
        "…",
        "é",
        "🍞",
        "&amp;",
        "&lt;",
        "&amp;lt;",
        "&",
        "&copy",
        "&#39;",
    ),
)
WORDS = st.lists(st.sampled_from(PIECES), max_size=9).map("".join)
TARGETS = (
    *(
        "https://blog.example/a",
        "https://www.blog.example/b?c=d&e#f",
        "http://blog.example",
        "blog.example/a",
    ),
    *(
        "https://blog.example/a.",
        "https://blog.example/(a)",
        "https://blog.example/a b",
        "https://blog.example/é",
    ),
    *(f"https://x.com/lumen/status/{ID}", f"https://x.com/lumen/status/{ID}/photo/1", "", None),
)


@settings(max_examples=share(800), deadline=None)
@given(
    WORDS,
    st.lists(st.tuples(st.sampled_from(PIECES[:4]), st.sampled_from(TARGETS)), max_size=2),
    st.booleans(),
    st.sampled_from(["", "https://t.co/abc", "https://t.co/abcdef"]),
)
def test_a_tweet_that_ends_with_its_only_link_is_read_as_any_other(
    words: str, urls: list[tuple[str, str | None]], has_picture: bool, end: str
) -> None:
    media = [x_written.Media(url="https://t.co/abcdef", media_url_https="https://pbs.example/p.jpg")]
    told = x_written.Entities(
        urls=[x_written.Url(url=short, expanded_url=full) for short, full in urls],
        media=media if has_picture else None,
    )
    tweet = x_written.Tweet(id_str=str(ID), full_text=words + end, entities=told)
    owner, origin = x_tweet.Owner("77", "lumen"), Origin(file="tweets.js")
    short = x_tweet.to_update(tweet, owner, None, origin)
    shortcut, x_tweet._with_one_link = x_tweet._with_one_link, lambda tweet, text: None
    try:
        assert short == x_tweet.to_update(tweet, owner, None, origin)
    finally:
        x_tweet._with_one_link = shortcut


@settings(max_examples=share(400), deadline=None)
@given(WORDS, st.dictionaries(st.sampled_from(PIECES[:4]), st.sampled_from(["", "https://blog.example/a"])))
def test_short_links_are_put_in_full_as_one_pattern_would_do_it(words: str, targets: dict[str, str]) -> None:
    def full(found: re.Match[str]) -> str:
        target = targets.get(found[2])
        return found[0] if target is None else found[1] + target if target else ""

    text = re.sub(r"(\s?)(https?://t\.co/[A-Za-z0-9]+)", full, words)
    if targets.get("bit.ly/x"):
        text = text.replace("bit.ly/x", targets["bit.ly/x"])
    assert x_tweet._expanded(words, targets) == text.strip()


@settings(max_examples=share(400), deadline=None)
@given(WORDS)
def test_the_three_signs_of_x_are_resolved_as_all_are(words: str) -> None:
    assert x_tweet.unescaped(words) == html.unescape(words)


@settings(max_examples=share(200), deadline=None)
@given(st.datetimes(dt.datetime(1, 1, 1), dt.datetime(9999, 12, 31)), st.text("0123456789: +-W٣", max_size=3))
def test_a_time_of_the_usual_width_is_read_as_any_other(at: dt.datetime, put: str) -> None:
    told = f"{at:%a} {x_tweet._MONTH_NAMES[at.month - 1]} {at:%d %H:%M:%S} +0000 {at.year:04}"
    assert x_tweet._fixed(told) == at.replace(microsecond=0, tzinfo=dt.UTC)
    for place in range(4, 31):
        broken = told[:place] + put + told[place + len(put) :]
        assert _time(x_tweet._fixed, broken) == _time(x_tweet._part_by_part, broken)


def _time(read: Callable[[str], dt.datetime], told: str) -> dt.datetime | None:
    try:
        return read(told)
    except (ValueError, KeyError, IndexError):
        return None


def test_a_day_has_no_twenty_fifth_hour() -> None:
    assert _time(x_tweet._fixed, "Tue Mar 04 24:00:00 +0000 2025") is None
