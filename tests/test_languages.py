"""What is known of each language, in one place: complete where it is to be, and named where it is not."""

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields

import pytest

from handover import languages
from handover.languages import Language, all_languages, language, leaning, leans, small_words, translated
from handover.languages.abbreviations import LONGEST, is_cut_short
from handover.languages.announcements import announces, foretells

TAGS = [known.tag for known in all_languages()]

SPEAKING = ("handover.po", "quotes", "list_separator", "address")
READING = (
    *("abbreviations", "continue_reading", "leaning", "small_words", "months", "weekdays"),
    *("announcements.said", "announcements.before", "announcements.ahead", "announcements.others"),
    *("time.near", "time.new", "time.news", "time.event", "time.occasion", "time.call", "time.ends"),
    *("time.keep", "time.doubt", "time.hint", "time.guide", "time.unfit", "time.note", "time.pointing"),
    *("time.anywhere", "time.only_here", "time.since", "time.weekday_keep", "time.months_too"),
    *("time.month_before", "time.each", "time.common", "time.seasons", "time.classes"),
)
NOT_SPOKEN = (*SPEAKING, "abbreviations", "leaning")
NO_TIME = tuple(name for name in READING if name.startswith("time."))
TOLD_APART = tuple(name for name in NO_TIME if name != "time.common")
NAMES_ONLY = (
    *NOT_SPOKEN,
    "continue_reading",
    "small_words",
    *("announcements.said", "announcements.before", "announcements.ahead", "announcements.others"),
    *TOLD_APART,
)
UNSPACED = (  # dates stand in figures: no names are needed
    *(
        *NOT_SPOKEN,
        "continue_reading",
        "small_words",
        "months",
        "weekdays",
    ),
    *("announcements.said", "announcements.before", "announcements.others", *NO_TIME),
)
LACKS: dict[str, tuple[str, ...]] = {
    "en": ("handover.po", "quotes", "address"),  # its texts are the messages; its quotes are Python's own
    "de": (),
    "fr": (),
    "es": (),
    "it": (),
    "pt": (),
    "nl": (*SPEAKING, "leaning"),
    "pl": NOT_SPOKEN,
    "sv": (*NOT_SPOKEN, "announcements.ahead"),
    "da": (*NOT_SPOKEN, "announcements.before", "announcements.ahead", *TOLD_APART),
    "nb": (*NOT_SPOKEN, "announcements.before", "announcements.ahead", *TOLD_APART),
    "ru": (*NOT_SPOKEN, "small_words", "announcements.ahead", *TOLD_APART),
    "ja": UNSPACED,
    "ko": UNSPACED,
    "zh": UNSPACED,
    **dict.fromkeys(("cs", "el", "fi", "hu", "id", "ro", "tr", "uk"), NAMES_ONLY),
    "vi": tuple(sorted({*NAMES_ONLY, "months"})),  # its months are numbers
}


def lacking(known: Language) -> Iterator[str]:
    if known.tag not in {tag.split("-")[0] for tag in translated()}:
        yield "handover.po"
    for name in (*SPEAKING[1:], *READING):
        value: object = known
        for part in name.split("."):
            value = getattr(value, part)
        if not value:
            yield name


def test_what_each_language_lacks_is_known() -> None:
    assert {known.tag: set(lacking(known)) for known in all_languages()} == {
        tag: set(names) for tag, names in LACKS.items()
    }


@pytest.mark.parametrize("tag", TAGS)
def test_the_months_and_days_of_a_language_are_all_there(tag: str) -> None:
    known = language(tag)
    assert set(known.months.values()) in (set(), set(range(1, 13)))
    assert set(known.weekdays.values()) in (set(), set(range(7)))


@pytest.mark.parametrize("tag", TAGS)
def test_the_words_of_a_language_are_written_as_they_are_compared(tag: str) -> None:
    known = language(tag)
    listed = [*known.months, *known.weekdays, *known.some_day, *known.continue_reading]
    assert [word for word in listed if word != " ".join(word.casefold().split()) or not word] == []
    assert known.quotes is None or len(known.quotes) == 2
    assert known.list_separator in ("", ",", ";")
    for field in fields(known.announcements):
        for line in getattr(known.announcements, field.name).splitlines():
            assert not line or re.compile(line).search("") is None, line  # an empty one would be everywhere


@pytest.mark.parametrize(
    ("tag", "found"),
    [("de-AT", "de"), ("DE", "de"), ("pt", "pt"), ("pt_BR", "pt"), (" pt-PT ", "pt"), ("zh-Hant", "zh")],
)
def test_a_language_is_found_whatever_its_country(tag: str, found: str) -> None:
    assert language(tag) == language(found) and language(tag).tag == found


@pytest.mark.parametrize("tag", ["xx", "", "../../etc", "catalogues", "-", "de/../fr"])
def test_of_a_language_that_is_not_there_nothing_is_known_and_no_file_is_looked_for(tag: str) -> None:
    assert not language(tag).months and language(tag).quotes is None


def test_a_field_that_is_none_is_an_error(tmp_path) -> None:
    (tmp_path / "words.toml").write_text("[time]\nnera = 'today'\n", encoding="utf-8")
    with pytest.raises(TypeError, match="nera"):
        languages._read("xx", tmp_path / "words.toml")


def test_what_a_language_says_of_posts_is_read_in_all_of_them() -> None:
    assert announces("Nytt innlegg: surdeig") and announces("블로그에 새 글") and announces("Nuovo articolo")
    assert not announces("Jeg leste om surdeig på bloggen")
    assert foretells("Wkrótce na blogu: zakwas", linked=True)
    assert {"the", "und", "dla", "och"} <= small_words()


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Tee von Acme Corp.",
            "Preis evtl.",
            "Preis evtl. inkl.",
            "nach § 7 Abs.",
            "das heißt z.B.",
            "z. B.",
        ),
        *("Made in the U.S.", "e.g.", "(ca.", "Vgl.", "von J.", "Brought by Mrs.", "il Sig.", "La Sra."),
        *("voir p.ex.", "la pág.", "Brewer’s No.", "“Dr.", "thee, enz."),
    ],
)
def test_a_full_stop_after_an_abbreviation_ends_no_sentence(text: str) -> None:
    assert is_cut_short(text)


@pytest.mark.parametrize(
    "text",
    [
        "We drink tea.",
        "He said no.",
        "ecosystem.",
        "in Olympic discorp.",
        "Read example.com.",
        "in 3D.",
        "Etc",
        ".",
    ],
)
def test_a_full_stop_after_any_other_word_does(text: str) -> None:
    assert not is_cut_short(text)


def test_the_longest_abbreviation_is_looked_at_whole() -> None:
    assert max(len(word) for known in all_languages() for word in known.abbreviations) <= LONGEST


def test_to_start_reads_no_language() -> None:
    code = "import sys, handover.cli, handover.languages as l; sys.exit(l._files.cache_info().currsize)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_beginning_that_points_back_is_known_in_any_language_and_a_word_that_only_begins_so_is_not() -> (
    None
):
    for text in ("This works.", "dieses Brot", "Donc, il faut", "ÉL dice", "Também", "E poi", "Ihre Idee"):
        assert leaning().match(text) and leans(text), text
    for text in (
        "Thistle tea",
        "Esel sind klug",
        "Doncaster",
        "Ibis",
        "Hermann",
        "Salt",
        "",
        "Es-dur".replace("-", "x"),
    ):
        assert not leaning().match(text) and not leans(text), text
    for word in (word for known in all_languages() for word in known.leaning):
        assert " " not in word  # so that the first word of a sentence tells
        for text in (word, word.upper(), word.capitalize(), word + "x", word.replace("i", "ı"), word[1:]):
            assert leans(text) == bool(leaning().match(text)), text
