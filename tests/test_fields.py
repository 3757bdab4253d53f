"""Texts, addresses and times out of untrusted data."""

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from handover.read import fields
from handover.read.fields import address, clean, cut, moment, one_line, plain_text, plain_title, tree_of


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\nTwo"),
        ("H<b>e</b>llo", "Hello"),
        ("a<br>b<br/>c", "a\nb\nc"),
        ("<P>Old <B>sch</B>ool</P><P>of HTML", "Old school\nof HTML"),
        ("one <a href=\"x>y\" title='z'>link</a> within", "one link within"),
        ('a smile <img alt="x" src="y"> within', "a smile within"),
        ("<ul><li>one</li><li>two</li></ul>", "one\ntwo"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a\nb"),
        ("x<script>alert(1)</script>y<style>p{}</style>", "xy"),
        ("caf&eacute; &amp; t&#233;", "café & té"),
        ("&lt;b&gt; is a tag", "<b> is a tag"),
        ("5 < 6 and 7 > 3", "5 < 6 and 7 > 3"),
        ("no markup\tat   all ", "no markup at all"),
        ("a\x00b\x1fc\ud800", "abc"),
        (None, ""),
        ("<!-- only a comment -->", ""),
    ],
)
def test_html_becomes_what_a_reader_sees(html, text):
    assert plain_text(html) == text


def test_a_cut_text_carries_a_mark():
    assert plain_text("<p>" + "word " * 100 + "</p>", 30).endswith(" […]")
    assert len(plain_text("word " * 100, 30)) <= 30
    assert cut("short", 30) == "short"


def test_an_article_of_absurd_depth_is_still_read():
    assert plain_text("<div>" * 50_000 + "deep" + "</div>" * 50_000) == "deep"


@pytest.mark.parametrize("tag", ["b", "b style='<'", "nobr", "font color=red"])
def test_formatting_left_open_is_not_opened_anew_in_every_block(tag):
    opened = "".join(f"<{tag} data-n={n}>" for n in range(400))
    tree = tree_of(f"<p>{opened}" + "<div>x</div>" * 1_000)
    assert len(tree.css("*")) < 2_000
    assert tree.body.text().count("x") == 1_000


@given(st.text())
@example("\x1b\x85<")
def test_any_text_becomes_clean_text(text):
    found = plain_text(text)
    assert found == found.strip()
    assert all(sign == "\n" or sign.isprintable() or ord(sign) > 0x9F for sign in found)
    found.encode()


@given(st.text(st.sampled_from("ab  \n\n\r\t\x1c\x1e\x85\xa0\u2028\u200e\0\ud800é’"), max_size=12))
@example("a\r\nb\rc")
@example("a\x1c\x1db")
def test_text_that_needs_no_repair_is_what_repair_would_make_of_it(text):
    assert plain_text(text) == fields._of_lines(clean(text).split("\n"))


@given(st.text(st.one_of(st.characters(), st.characters(max_codepoint=255))))
def test_bytes_tell_what_is_printable_as_signs_do(text):
    for one in (text, "word " * 50 + text):
        assert fields._is_printable(one) == one.replace("\n", "").isprintable()


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Why I <b>like</b> bread", "Why I like bread"),
        ("Why I like <dialog>", "Why I like <dialog>"),
        ("Salt &amp; bread", "Salt & bread"),
        ("  two\n lines ", "two lines"),
        ("=HYPERLINK(1)", "=HYPERLINK(1)"),
        ("if a<b and c>d", "if a<b and c>d"),
        ("The <b> tag", "The <b> tag"),
        ('<span class="x">Rye</span><br/>', "Rye"),
    ],
)
def test_a_title_loses_its_formatting_and_nothing_else(title, text):
    assert plain_title(title) == text


@pytest.mark.parametrize(
    "value",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//kitchen.example/x",
        "/relative",
        "mailto:a@b.example",
        "http://",
        "http://[::1",
        "http://kitchen.example:99999/",
        "",
        None,
        7,
    ],
)
def test_what_is_no_web_address_is_none(value):
    assert address(value) == ""


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("https://kitchen.example/a?b=c#d", "https://kitchen.example/a?b=c#d"),
        (" HTTP://KITCHEN.example/Up ", "HTTP://KITCHEN.example/Up"),
        ("http://kitchen.example/ünï", "http://kitchen.example/ünï"),
        ("http://kitchen.example/a b", "http://kitchen.example/a%20b"),
        ("http://kitchen.example/\u202ecod.exe", "http://kitchen.example/%E2%80%AEcod.exe"),
        ("https://kitchen.example:8443/x", "https://kitchen.example:8443/x"),
    ],
)
def test_a_web_address_is_kept_as_it_is_spelt(value, kept):
    assert address(value) == kept


@pytest.mark.parametrize(
    ("value", "time"),
    [
        ("Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21"),
        ("Thu, 01 Jan 2004 19:48:21 +0130", "2004-01-01T18:18:21"),
        ("1 Jan 2004 19:48:21 EST", "2004-01-02T00:48:21"),
        ("2004-01-01T19:48:21Z", "2004-01-01T19:48:21"),
        ("2004-01-01T19:48:21.123456789-05:30", "2004-01-02T01:18:21"),
        ("2004-01-01", "2004-01-01T00:00:00"),
        ("mer, 16 nov 2022 10:00:00 +0100", "2022-11-16T09:00:00"),
        ("lun., 01 janv. 2024 10:00:00 +0100", "2024-01-01T09:00:00"),
        ("Mo, 01 Mär 2024 10:00:00 GMT", "2024-03-01T10:00:00"),
        (dt.datetime(2020, 1, 1, 12, tzinfo=dt.timezone(dt.timedelta(hours=2))), "2020-01-01T10:00:00"),
    ],
)
def test_a_date_becomes_utc(value, time):
    assert moment(value) == dt.datetime.fromisoformat(time).replace(tzinfo=dt.UTC)


@pytest.mark.parametrize(
    "value",
    [
        "",
        None,
        "yesterday",
        "01/02/2004",
        "2004-13-45",
        "Thu, 31 Feb 2004 00:00:00 GMT",
        "9999-12-31T23:59:59Z",
        "1969-12-31T23:59:59Z",
        "0",
        "12:" * 60_000,
        20_040_101,
    ],
)
def test_what_is_no_date_or_two_dates_is_none(value):
    assert moment(value) is None


_TWO = st.integers(0, 99).map("{:02}".format)
_ZONES = st.one_of(st.just("Z"), st.builds("{}{}:{}".format, st.sampled_from("+-"), _TWO, _TWO))
_DAYS = st.builds("{:04}-{:02}-{:02}".format, st.integers(0, 9999), st.integers(0, 13), st.integers(0, 32))


_PARTS = st.one_of(st.just(""), st.from_regex(r"\.[0-9]{1,10}", fullmatch=True))


@given(_DAYS, _TWO, _TWO, _TWO, _PARTS, _ZONES)
@example("2024-02-29", "24", "00", "00", "", "Z")
@example("2024-02-29", "23", "59", "60", "", "+14:00")
@example("2024-02-29", "23", "59", "59", ".999999999", "-08:00")
def test_the_common_form_of_a_date_is_read_as_any_other(day, hour, minute, second, part, zone):
    common, other = (f"{day}{sign}{hour}:{minute}:{second}{part}{zone}" for sign in "T ")
    assert moment(common) == moment(other)


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading_of_dates(text):
    found = moment(text)
    assert found is None or found.tzinfo is dt.UTC


def test_clean_text_keeps_what_is_written():
    assert clean("👩‍💻 naïve\nשלום") == "👩‍💻 naïve\nשלום"
    assert one_line(" a\n\tb ") == "a b"
