"""The documents' languages: the right catalogue, the country's own dates."""

import datetime as dt

import pytest

from handover.write.words import languages, spoken, words

DAY = dt.date(2024, 1, 3)


def test_six_languages_ship_with_the_package():
    assert languages() == ("en", "de", "es", "fr", "it", "pt-BR")


@pytest.mark.parametrize(
    ("language", "tag", "day"),
    [
        ("en", "en", "January 3, 2024"),
        ("en-GB", "en-GB", "3 January 2024"),
        ("de", "de", "3. Januar 2024"),
        ("de-AT", "de-AT", "3. Jänner 2024"),
        ("de_CH", "de-CH", "3. Januar 2024"),
        ("fr", "fr", "3 janvier 2024"),
        ("es", "es", "3 de enero de 2024"),
        ("pt-BR", "pt-BR", "3 de janeiro de 2024"),
        ("it", "it", "3 gennaio 2024"),
    ],
)
def test_dates_follow_language_and_country(language, tag, day):
    assert (words(language).tag, words(language).date(DAY)) == (tag, day)


@pytest.mark.parametrize("language", ["pt", "pt-PT", "PT-br"])
def test_every_portuguese_reads_the_one_catalogue_there_is(language):
    assert words(language)("Copy") == "Copiar"


@pytest.mark.parametrize("language", ["", "nl", "zh-Hans", "xx-nonsense", "../../etc", "en_US.UTF-8", "-"])
def test_a_language_without_a_catalogue_is_english_in_words_and_dates(language):
    assert words(language)("Thank you") == "Thank you"
    assert "January" in words(language).date(DAY)


@pytest.mark.parametrize(
    ("language", "there"), [("de-AT", True), ("PT", True), ("en", True), ("nl", False), ("", False)]
)
def test_it_can_be_asked_whether_a_language_is_spoken(language, there):
    assert spoken(language) is there


def test_values_are_text_and_no_pattern():
    assert words("en")("Hello {name},", name="{0} {x!r}") == "Hello {0} {x!r},"


def test_a_month_begins_with_a_capital_in_headings_only():
    french = words("fr")
    month = french.month(dt.date(2026, 11, 3))
    assert (month, french.heading(month), french.heading("")) == ("novembre 2026", "Novembre 2026", "")


def test_numbers_lists_months_and_times_have_the_language_s_form():
    german = words("de")
    assert german.number(12345) == "12.345"
    assert german.list(["X", "Facebook", "LinkedIn"]) == "X, Facebook und LinkedIn"
    assert german.month(dt.date(2024, 3, 9)) == "März 2024"
    assert german.time(dt.datetime(2024, 3, 9, 17, 5, tzinfo=dt.UTC)) == "17:05"
