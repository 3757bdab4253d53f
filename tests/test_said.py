"""Sentences born in one stage and worded in another."""

import copy
import datetime as dt
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handover.model import Blank, Joined, Quoted, Said, Unstopped, exchanged
from handover.model.said import in_english
from handover.write.words import words
from tests.brackets import Brackets


def test_a_sentence_is_its_english_as_a_string():
    said = Said(
        "{n} row of {file} on {day}",
        many="{n} rows of {file} on {day}",
        n=1200,
        file="a.csv",
        day=dt.date(2024, 3, 14),
    )
    assert said == "1,200 rows of a.csv on 14 March 2024"
    assert Said("{n} row", many="{n} rows", n=1) == "1 row"


def test_braces_in_a_users_words_are_words():
    assert Said("{a} ends", a="{b}") == "{b} ends"
    assert Said("100 % {sure}") == "100 % {sure}"


def test_a_sentence_is_worded_in_the_language_of_who_reads_it():
    said = Joined(Said("{n} post", many="{n} posts", n=1200), "her words", Said("Thank you"))
    assert words("de").said(said) == "1.200 Artikel her words Danke"
    assert words("de").said("her words") == "her words"


def test_a_sentence_within_a_sentence_is_worded_too():
    inner = Said("Copy")
    assert Brackets().said(Said("{what}: {more}", what=inner, more=(inner, "x"))) == "[[Copy]: [Copy] and x]"


def test_a_file_of_many_clients_carries_sentences_to_other_processes_whole():
    said = Said("{n} row", many="{n} rows", n=2)
    for copied in (pickle.loads(pickle.dumps(said)), copy.deepcopy(said)):
        assert (copied, copied.message, copied.many, copied.values) == (said, "{n} row", "{n} rows", {"n": 2})
    joined = pickle.loads(pickle.dumps(Joined(said, "x")))
    assert isinstance(joined, Joined) and joined.values["parts"] == (said, "x")


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (12345, "12,345"),
        ("12345", "12345"),
        (Quoted("Sea salt"), "'Sea salt'"),
        (("a", "b", "c"), "a, b and c"),
        ((), ""),
    ],
)
def test_each_kind_of_value_has_its_english(value, told):
    assert in_english(value) == told == words("en-GB").said(Said("{v}", v=value))


@pytest.mark.parametrize(
    ("language", "told"),
    [
        *(("en", "'Sea salt'"), ("de-AT", "„Sea salt“"), ("fr", "«\u00a0Sea salt\u00a0»")),
        *(("de-CH", "«Sea salt»"), ("de-LI", "«Sea salt»"), ("pt-PT", "«Sea salt»")),
        *(("es", "«Sea salt»"), ("it", "«Sea salt»"), ("pt-BR", "“Sea salt”"), ("nl", "'Sea salt'")),
    ],
)
def test_what_is_quoted_stands_in_the_quotes_of_the_language(language, told):
    assert words(language).said(Said("{v}", v=Quoted("Sea salt"))) == told


@given(st.text(), st.text())
def test_any_text_of_a_user_stands_in_the_sentence_as_it_is(a, b):
    assert Said("{a}|{b}", a=a, b=b) == f"{a}|{b}" == words("fr").said(Said("{a}|{b}", a=a, b=b))


def test_a_sentence_is_gone_on_from_without_its_full_stop_in_every_language():
    told = Said("{what} again", what=Unstopped(Said("It has no text.")))
    assert told == "It has no text again"
    assert words("de").said(Unstopped(Said("It has no text."))) == "Sie hat keinen Text"
    assert pickle.loads(pickle.dumps(told)).values["what"].values == told.values["what"].values


def test_a_place_is_exchanged_in_a_sentence_and_in_all_that_are_joined():
    said = Said("{place} has more than {n} rows.", place="a.csv", n=5)
    joined = exchanged(Joined(said, "a.csv"), "a.csv", Said("This file"))
    assert joined == "This file has more than 5 rows. a.csv"
    assert words("de").said(joined) == "Diese Datei hat mehr als 5 Zeilen. a.csv"
    assert exchanged("a.csv", "a.csv", "b") == "a.csv"


def test_space_below_a_title_is_as_wide_as_the_title_is_shown():
    title = Said("For you")
    line = Joined(Blank(title), "b.csv", by="  ")
    assert line == "         b.csv"
    for language in ("de", "fr", "pt-BR"):
        told = words(language)
        assert told.said(line) == " " * len(told("For you")) + "  b.csv"
    assert words("en").said(Blank("共有")) == " " * 4  # two columns of a terminal each
    assert isinstance(pickle.loads(pickle.dumps(line)).values["parts"][0], Blank)


def test_our_texts_are_written_as_the_country_writes_and_the_users_as_she_did():
    said = Said("there is no “{name}”", name="Straße „x“")
    assert words("de-CH").said(said) == "es gibt kein «Straße „x“»"
    assert words("de-AT").said(said) == "es gibt kein „Straße „x““"
    assert "ß" in words("de")("Warm regards,") and "ß" not in words("de-CH")("Warm regards,")
    assert words("de-CH").plural("{n} post", "{n} posts", 2) == "2 Artikel"
