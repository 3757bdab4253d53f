"""What would hang feedparser is cut out before it sees it; what is harmless is left as it was."""

import re
from unittest.mock import patch

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from handover.errors import ParseError
from handover.read.feeds import guard
from handover.read.source import from_bytes


def checked(data):
    return guard.checked(from_bytes(data, "feed.xml"))


def item(inner):
    return f"<rss><channel><item>{inner}</item></channel></rss>".encode()


def test_a_common_feed_goes_through_as_it_is():
    data = item("<title>a</title><author>Ada</author>" + "<category>x</category>" * 50)
    assert checked(data) == (data, ())


def test_an_authors_field_is_shortened_with_a_mark():
    data, notices = checked(item(f"<author>{'ä' * 5_000}</author><title>t</title>"))
    assert len(data) < 1_300
    assert "ä […]</author><title>t</title>" in data.decode()
    assert "authors or dates longer" in notices[0].text


def test_a_marked_section_is_shortened_inside_its_marks():
    data, _ = checked(item(f"<pubDate><![CDATA[{'1' * 5_000}]]></pubDate>"))
    assert data.endswith(" […]]]></pubDate></item></channel></rss>".encode())


def test_a_shortened_field_never_ends_within_a_reference():
    data, _ = checked(item(f"<author>{'x' * 997}&amp;{'y' * 500}</author>"))
    assert data.decode().count("&") == data.decode().count("&amp;")


def test_surplus_fields_of_an_entry_go_and_the_next_entry_stays():
    many = "<category>c</category>" * 5_000
    data, notices = checked(item(f"<title>a</title>{many}</item><item><title>b</title>"))
    assert data.count(b"<category>") == guard.MAX_CHILDREN - 1
    assert b"<item><title>b</title>" in data
    assert "entries with more than 2,000 fields" in notices[0].text


def test_surplus_attributes_go_and_the_element_stays():
    attributes = " ".join(f'a{n}="x"' for n in range(1_000))
    data, notices = checked(item(f"<title {attributes}>a</title><enclosure {attributes}/>"))
    assert b"<title>a</title><enclosure/>" in data
    assert "attributes" in notices[0].text


def test_depth_is_refused():
    with pytest.raises(ParseError, match="deeper"):
        checked(item("<a>" * 500))


def test_unclosed_tags_of_many_entries_are_no_depth():
    entries = "<item><title>a</title><description>x <b>y <i>z</description></item>" * 500
    data, _ = checked(f"<rss><channel>{entries}</channel></rss>".encode())
    assert data.count(b"<item>") == 500


@pytest.mark.parametrize("reference", ["&#xD800;", "&#xdfff;", "&#0;", "&#x00;"])
def test_references_to_no_character_are_replaced(reference):
    data, _ = checked(item(f"<title>a{reference}b</title>"))
    assert "a\ufffdb" in data.decode()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le"])
def test_wide_encodings_come_out_as_utf_8(encoding):
    text = '<?xml version="1.0" encoding="UTF-16"?><rss><channel><title>Bröt</title></channel></rss>'
    data, _ = checked(text.encode(encoding))
    assert data.decode().lstrip("\ufeff") == "<rss><channel><title>Bröt</title></channel></rss>"


def test_more_bytes_than_the_limit_are_refused():
    with pytest.raises(ParseError, match="larger than"):
        guard.checked(from_bytes(b"x" * 2_000_000, "feed.xml"), 1_000_000)


@given(st.binary(max_size=300))
def test_no_bytes_break_the_guard(data):
    checked(b"<rss><item>" + data + b"</item>")


_PIECES = (
    *(
        b"<item>",
        b"</item>",
        b"<item>x</item>",
        b"<title>",
        b"</title>",
        b"<title>x</title>",
        b"<br>",
        b"<br>x</br>",
    ),
    *(b"<author>", b"</author>", b"<dc:date>", b"</dc:date>", b"<a b='c>d'>", b"</a>", b"<a/>", b"<b></b>"),
    *(b"<![CDATA[", b"]]>", b"]", b"<author><![CDATA[", b"]]></author>", b"<!--", b"-->", b"<?", b"?>"),
    *(b"x", b" ", b"1234567", "\u00e4\u00e4\u00e4\u00e4".encode(), b"&amp;", b">", b"<"),
)


def _scanned(data: bytes) -> tuple[bytes, dict[str, int]] | None:
    scan = guard._Scan(data=data, location="feed.xml")
    try:
        scan.run()
    except ParseError:
        return None
    return scan.repaired(), scan.found


@given(st.lists(st.sampled_from(_PIECES), max_size=30).map(b"".join))
@example(b"<a><b>" * 4)
@example(b"<item>" + b"<title>x</title>" * 5 + b"</item>")
@example(b"<author><![CDATA[12345678]]></author><author><![CDATA[")
@example(b"<author><![CDATA[123<b>45678]]></author>")
@example(b"<c><c><c><c><br>x</br><title>x</title>")
def test_elements_with_nothing_but_text_may_be_passed_over(data):
    never = re.compile(b"(?!)")
    with patch.multiple(guard, MAX_FIELD=8, MAX_CHILDREN=3, MAX_DEPTH=4, CUT=b"~"):
        quick = _scanned(data)
        with patch.multiple(guard, _LEAF=never, _PLAIN_LEAF=never):
            assert quick == _scanned(data)
