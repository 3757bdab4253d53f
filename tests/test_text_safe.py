"""Text and addresses of strangers, made safe to write."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from handover.columns.shown import clean
from handover.text.safe import for_terminal, one_line, plain, web
from handover.write.docx.text import _BREAK, _TAB, _legal, has_special, to_attribute, to_xml


@given(st.text())
def test_plain_text_can_be_written_to_any_file(text):
    found = plain(text)
    found.encode("utf-8")
    assert not any(unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t" for c in found)
    assert plain(found) == found


@given(st.text(st.characters(exclude_categories=("C", "Zl", "Zp"))))
def test_ordinary_text_is_left_alone(text):
    assert plain(text) == text


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\u2028", "\u2029", "\x85", "\x0b", "\x0c"])
def test_every_line_end_is_the_same(end):
    assert plain(f"a{end}b") == "a\nb"


@pytest.mark.parametrize(
    ("sign", "shown"), [("\x00", ""), ("\x7f", ""), ("\x81", ""), ("\ud800", "\ufffd"), ("\ufffe", "\ufffd")]
)
def test_every_output_shows_a_forbidden_character_alike(sign, shown):
    told = f"a{sign}b"
    assert plain(told) == clean(told) == to_xml(told) == to_attribute(told) == f"a{shown}b"


def spelt_out(text):
    """`to_xml` in so many steps."""
    if not has_special(text):
        return text
    text = _legal(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return text.replace("\n", _BREAK).replace("\t", _TAB)


@given(
    st.text(st.sampled_from('a é’\n\t\r\x00\x7f\u00a0\u200d\u2028\u202e\u2066\ud800\ufffe\U0001f600&<>"@:/'))
)
@example("see https://name:password@host.example/ & go")
@example("see https://name:password@host.example/\u00a0there")
@example("see https://name:password@host.example/\nthere")
@example("see https://name:password@host.example/ there")
def test_a_text_for_word_that_is_printable_is_made_as_all_are(text):
    assert to_xml(text) == spelt_out(text)


@given(st.text())
def test_one_line_is_one_line(text):
    assert len(one_line(text).splitlines()) <= 1
    assert one_line(text) == one_line(text).strip()


@pytest.mark.parametrize(
    "link",
    [
        "https://a.example",
        "http://a.example:8080/x?y=1&z=2#w",
        "HTTPS://A.example/%20",
        "https://bücher.example/ü",
        "https://[::1]/",
    ],
)
def test_web_addresses_are_kept_as_they_are(link):
    assert web(link) == link


@pytest.mark.parametrize(
    "link",
    [
        "",
        "a.example",
        "//a.example",
        "/x",
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "ftp://a.example",
        "mailto:a@a.example",
        "https://",
        "https:///x",
        'https://a.example/"x',
        "https://a.example/<b>",
        "https://a.example\\@b.example",
        "https://a.example/a b",
        "https://a.example:port/",
        "https://[::1",
        "https://a.example/\u202ex",
        " https://a.example",
    ],
)
def test_all_else_is_no_link(link):
    assert web(link) == ""


def test_no_output_shows_a_login_of_an_address():
    told = "See https://ines:Tide77@host.example/a and ftp://u:p@w@f.example, mail ines@host.example"
    assert plain(told) == "See https://host.example/a and ftp://f.example, mail ines@host.example"
    assert web("https://ines:Tide77@host.example/a") == "https://host.example/a"
    assert plain("https://host.example:8080/@ines https://medium.example/@ines:x@y") == (
        "https://host.example:8080/@ines https://medium.example/@ines:x@y"
    )


@given(st.text())
def test_no_line_commands_a_terminal_or_turns_it_about(text):
    shown = for_terminal(text)
    assert not [c for c in shown if unicodedata.category(c) == "Cc" or unicodedata.bidirectional(c) in TURNS]
    assert len(shown) == len(text) and (shown == text or not text.isprintable())


TURNS = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
