"""A text as it is printed keeps its words and loses what only a network needed."""

import sys
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handover.text.printed import _IN_A_ROW, _SPACER, _says_something, keys_of, printed, without_spacers
from handover.urls.shown import without_tracking

OWN = keys_of(["https://hof.example/blog/kuerbis/", "https://hof.example/?p=17"])
POST = "https://hof.example/blog/kuerbis?utm_source=facebook&utm_medium=social"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Eins\n.\n.\n.\nZwei", "Eins\n\nZwei"),
        ("Eins\n·\nZwei\n\u2800\nDrei\n\u200b\u200b\nVier", "Eins\n\nZwei\n\nDrei\n\nVier"),
        ("Eins\n-\n-\n-\nZwei\n___", "Eins\n\nZwei\n___"),
        ("Un\n•\n•\n#tag", "Un\n\n#tag"),
        ("Eins\n\n\n\n\nZwei", "Eins\n\nZwei"),
    ],
)
def test_lines_that_only_keep_others_apart_are_not_printed(text: str, shown: str) -> None:
    assert without_spacers(text) == shown
    assert printed(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Wait for it\n...\nNow",  # alone, three dots are a pause
        "First part\n***\nSecond part",
        "One\n—\nA saying",
        "- a\n- b\n- c",
        "🌻\n🌻\n🌻",
        "1.\n2.\n3.",
        "مرحبا\nأهلا",
        "A. B. C.",
        ".",
    ][:-1],
)
def test_lines_that_say_something_are_printed(text: str) -> None:
    assert printed(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"Neu im Blog.\n{POST}", "Neu im Blog."),
        (f"Neu im Blog: {POST}", "Neu im Blog"),
        (f"Mehr lesen 👉 {POST} #hof #kuerbis", "Mehr lesen #hof #kuerbis"),
        (f"Ein Satz. {POST} Noch einer.", "Ein Satz. Noch einer."),
        (f"Auf {POST} steht das Rezept.", "Auf hof.example steht das Rezept."),
        (f"Das Rezept ({POST}) ist da.", "Das Rezept (hof.example) ist da."),
        (f"Das Rezept ist da ({POST}).", "Das Rezept ist da."),
        ("Altes: www.hof.example/blog/kuerbis/", "Altes"),
        ("Altes: https://hof.example/?p=17&fbclid=x", "Altes"),
        (f"{POST}\nErst der Link, dann der Text.", "Erst der Link, dann der Text."),
    ],
)
def test_the_posts_own_address_is_not_printed_under_each_update(text: str, shown: str) -> None:
    assert printed(text, OWN) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Siehe https://hof.example/blog/spargel/",
        "Anmelden: https://hof.example/?p=18",
        "Per E-Mail: hallo@hof.example, und/oder 24/7",
        "https://other.example/blog/kuerbis/",
    ],
)
def test_other_addresses_stay(text: str) -> None:
    assert printed(text, OWN) == text


def test_a_text_that_is_its_address_keeps_it_without_tracking() -> None:
    assert printed(POST, OWN) == "https://hof.example/blog/kuerbis"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://a.example/x?utm_source=fb&id=3&fbclid=y#part", "https://a.example/x?id=3#part"),
        ("https://a.example/x?utm_source=fb&amp;utm_medium=post", "https://a.example/x"),
        ("https://a.example/x&utm_source=fb", "https://a.example/x"),
        ("https://a.example/x?id=3?utm_source=fb", "https://a.example/x?id=3"),
        ("https://a.example/x#utm_source=fb", "https://a.example/x"),
        ("https://a.example/R%20D?q=a?b&source=shop", "https://a.example/R%20D?q=a?b&source=shop"),
        ("https://a.example/AT&T/", "https://a.example/AT&T/"),
        ("https://a.example/x?", "https://a.example/x"),
        ("https://a.example/x?id=3&", "https://a.example/x?id=3&"),
    ],
)
def test_tracking_is_not_shown_and_all_else_is_as_given(address: str, shown: str) -> None:
    assert without_tracking(address) == shown


@given(st.text(alphabet="ab.\n·-/:#? \u2800https", max_size=80))
def test_printing_twice_is_printing_once_and_no_word_is_lost(text: str) -> None:
    once = printed(text)
    assert printed(once) == once
    assert [c for c in text if c.isalnum()] == [c for c in once if c.isalnum()]


def test_no_letter_or_digit_keeps_lines_apart_but_the_two_that_are_named() -> None:
    seen = [chr(n) for n in range(sys.maxunicode + 1) if _says_something(chr(n))]
    assert len(seen) > 100_000
    assert not any(_SPACER.fullmatch(sign) or _IN_A_ROW.fullmatch(sign) for sign in seen)
    assert [sign for sign in ("ᆞ", "\u3164", "", "  a", ".") if _says_something(sign)] == []


LINES = st.lists(st.sampled_from(("words ", "1. a", "Ä", "ᆞ", "\u3164", ".", "--", "", " ", "• a", "\u2800b")))


@given(LINES.map("\n".join))
def test_a_text_whose_lines_all_say_something_is_printed_as_if_each_sign_were_looked_at(text: str) -> None:
    shown = without_spacers(text)
    with patch("handover.text.printed._says_something", lambda line: False):
        assert without_spacers(text) == shown
