"""What would hang feedparser is cut out before it sees it; what is harmless is left as it was."""

import pytest
from hypothesis import given
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
