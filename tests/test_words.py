"""The documents' languages: the right catalogue, the country's own dates."""

import dataclasses
import datetime as dt
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from handover.languages import familiar, translated
from handover.languages.catalogues import in_code, messages, read
from handover.write import next_tool
from handover.write.letters import notes
from handover.write.view import template_context
from handover.write.words import addressed, languages, spoken, words
from tests.made import make_handover

DAY = dt.date(2024, 1, 3)


def test_six_languages_ship_with_the_package():
    assert languages() == ("en", "de", "es", "fr", "it", "pt-BR")


# How a day or a list is put together is CLDR's, which each babel brings anew: what stands in it is not.
@pytest.mark.parametrize(
    ("language", "tag", "parts"),
    [
        ("en", "en", "January 3 2024"),
        ("en-GB", "en-GB", "3 January 2024"),
        ("de", "de", "3 Januar 2024"),
        ("de-AT", "de-AT", "3 Jänner 2024"),
        ("de_CH", "de-CH", "3 Januar 2024"),
        ("fr", "fr", "3 janvier 2024"),
        ("es", "es", "3 enero 2024"),
        ("pt-BR", "pt-BR", "3 janeiro 2024"),
        ("it", "it", "3 gennaio 2024"),
    ],
)
def test_dates_follow_language_and_country(language, tag, parts):
    assert words(language).tag == tag
    assert re.fullmatch(r"\W*(\w{2}\W)?".join(parts.split()), words(language).date(DAY))


@pytest.mark.parametrize(
    ("language", "style", "begins"),
    [
        ("fr", "long", "1er mars"),
        ("fr", "medium", "1er mars"),
        ("fr-CA", "long", "1er mars"),
        ("pt-BR", "long", "1º de março"),
        ("pt", "medium", "1º de mar"),
        ("it", "long", "1 marzo"),
        ("es", "long", "1 de marzo"),
        ("de", "long", "1. März"),
        ("en-GB", "long", "1 March"),
        ("fr", "short", "01/03/20"),
    ],
)
def test_the_first_of_a_month_is_written_as_people_write_it(language, style, begins):
    assert words(language).date(dt.date(2011, 3, 1), style).startswith(begins)
    assert words(language).date(dt.date(2011, 3, 11), style).startswith("11")


def test_the_weekday_before_the_first_of_a_month_stays():
    assert words("fr").date(dt.date(2011, 3, 1), "full") == "mardi 1er mars 2011"


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
    assert (month[0], french.heading(month), french.heading("")) == ("n", "N" + month[1:], "")


def test_numbers_lists_months_and_times_have_the_language_s_form():
    german, english = words("de"), words("en")
    assert re.fullmatch(r"12\W345", german.number(12345)) and german.number(12345) != english.number(12345)
    assert re.fullmatch(r"X\W+Facebook\W+und LinkedIn", german.list(["X", "Facebook", "LinkedIn"]))
    assert re.fullmatch(r"März\W+2024", german.month(dt.date(2024, 3, 9)))
    moment = dt.datetime(2024, 3, 9, 17, 5, tzinfo=dt.UTC)
    assert "17" in german.time(moment) and german.time(moment) != english.time(moment)


@pytest.mark.parametrize(
    ("language", "separator"),
    [
        *(
            ("en", ","),
            ("en-GB", ","),
            ("en-ZA", ";"),
            ("de", ";"),
            ("de-AT", ";"),
            ("de-CH", ";"),
            ("fr-CA", ";"),
        ),
        *(
            ("es", ";"),
            ("es-MX", ","),
            ("es-AR", ";"),
            ("it-CH", ";"),
            ("pt-BR", ";"),
            ("pt-PT", ";"),
            ("nl", ","),
        ),
    ],
)  # in the language of the texts: English where there are none
def test_columns_are_parted_as_the_countrys_excel_parts_them(language, separator):
    assert words(language).list_separator == separator


# --- forms of address

FORMAL = {  # words of a language's formal texts that its familiar ones never hold
    "de": r"\b(?:Ihnen|Ihre?[mnrs]?)\b|\b(?:[a-zäöüß,]+) Sie\b",
    "fr": r"(?i)\b(?:vous|votre|vos)\b",
    "es": r"(?i)\b(?:usted|suyos?)\b",
    "it": r"(?i)\b(?:lei|suo|sua|suoi|sue)\b|\ble (?:serve|va|vanno|auguro|invio|viene|è)\b",
}


def test_four_languages_have_a_familiar_form():
    assert {tag for tag in languages() if familiar(tag.replace("-", "_"))} == set(FORMAL)
    assert words(addressed("pt-BR", "familiar"))("Your files") == words("pt-BR")("Your files")


@pytest.mark.parametrize("tag", FORMAL)
def test_a_familiar_text_says_the_same_in_the_other_form(tag):
    formal = read(translated()[tag])
    for message, text in familiar(tag).items():
        known = formal.get(message)
        assert known, message
        before = known.string if isinstance(known.string, tuple) else (known.string,)
        after = text if isinstance(text, list) else [text]
        assert len(before) == len(after) and set(before).isdisjoint(after), message
        assert [set(re.findall(r"{\w+}", t)) for t in before] == [set(re.findall(r"{\w+}", t)) for t in after]
        assert not [t for t in after if re.search(FORMAL[tag], t)], message
    assert set(familiar(tag)) <= {m.id if isinstance(m.id, str) else m.id[0] for m in messages() if m.id}


IMPERATIVES = {"de": r"\b\w+en Sie\b", "fr": r"(?i)\b(?!assez|chez)\w{3,}ez\b"}  # of those addressed formally


@pytest.mark.parametrize("tag", IMPERATIVES)
def test_a_friend_is_told_how_to_import_as_a_friend(tag):
    sources = (path.read_text("utf-8") for path in Path(next_tool.__file__).parent.glob("*.py"))
    said = [message for source in sources for message in in_code(source) if isinstance(message, str)]
    formal, friendly = read(translated()[tag]), familiar(tag)
    told = [message for message in said if re.search(IMPERATIVES[tag], formal[message].string)]
    assert len(told) > 4
    assert not [m for m in told if re.search(IMPERATIVES[tag], friendly.get(m, formal[m].string))]


@pytest.mark.parametrize("tag", ["de", "fr"])
def test_a_client_addressed_as_a_friend_is_so_in_document_and_letters(tag):
    told = {}
    for form in ("formal", "familiar"):
        handover = make_handover(rich=True, language=addressed(tag, form))
        told[form] = [*texts(template_context(handover)), *texts(notes(handover, "#1f6f6b"))]
    assert not [text for text in told["familiar"] if re.search(FORMAL[tag], text)]
    assert len([text for text in told["formal"] if re.search(FORMAL[tag], text)]) > 20
    assert len(told["formal"]) == len(told["familiar"])


def texts(value):
    """Every text in a value of dictionaries, lists and fields."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from texts(getattr(value, field.name))
    elif isinstance(value, Sequence):
        for inner in value:
            yield from texts(inner)


def test_the_form_of_address_changes_words_alone():
    known = words(addressed("de-AT", "familiar"))
    assert known.tag == "de-AT" and "Jänner" in known.date(DAY)
    assert known.plural(
        "A draft for {n} more update waits for you further on.",
        "Drafts for {n} more updates wait for you further on.",
        3,
    ).endswith("warten weiter hinten auf dich.")
    assert addressed("de", "formal") == addressed("de", "") == "de"


@pytest.mark.parametrize(("size", "shown"), [(1, "1 kB"), (9_600, "10 kB"), (1_249_000, "1.2 MB")])
def test_a_size_is_short(size, shown):
    assert words("en").size(size) == shown


def test_the_spanish_and_is_e_before_its_own_sound() -> None:
    said = words("es").list
    assert said(["Facebook", "Instagram"]) == "Facebook e Instagram"
    assert said(["X", "hilos"]) == "X e hilos"
    assert said(["X", "hielo"]) == "X y hielo" and said(["A", "B", "C"]) == "A, B y C"
