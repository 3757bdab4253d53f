"""What spares a start its work gives what the long way gives."""

import re
import sys
from html.entities import html5
from typing import get_args
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from handover.check import patterns
from handover.check.lexicon import Listed
from handover.languages import all_languages
from handover.options import zones
from handover.read.feeds import guard
from handover.read.updates.tables.foreign import signs
from handover.read.updates.tables.header import roles
from handover.read.updates.tables.rows.cell_words import folded, listed
from handover.read.updates.tables.words_of_languages import HEADERS
from handover.text import comparing
from handover.write import words
from handover.write.xlsx import look


def normal_by_patterns(header: str) -> str:
    spaced = roles._BRACKETS.sub(" ", roles._CAMEL.sub(" ", header[: roles.ENOUGH]))
    return roles._NO_WORD.sub(" ", folded(spaced)).strip()


def test_the_headers_we_know_are_spelled_as_by_the_patterns() -> None:
    known = {
        word
        for table in (roles.ALIASES, roles.FIGURES, *HEADERS.values())
        for told in table.values()
        for word in listed(told)
    }
    assert len(known) > 1000
    assert not [word for word in known if roles.normal(word) != normal_by_patterns(word)]


@given(st.text(alphabet="ab9 _-()A\tßéı²", max_size=9) | st.text(max_size=9))
def test_any_header_is_spelled_as_by_the_patterns(header: str) -> None:
    assert roles.normal(header) == normal_by_patterns(header)


def test_a_zone_that_is_asked_for_by_itself_is_the_one_in_the_list() -> None:
    for name in available_timezones():
        for said in (name, name.lower(), f" {name} ", name.replace("_", " ")):
            known = zones._names().get(zones._key(said))
            expected = zones.dt.UTC if zones._key(said) in zones._UTC else ZoneInfo(known or "")
            assert zones.zone_of(said) == expected, said


@pytest.mark.parametrize(
    "name", ["", " ", "Nowhere", "Europe/Nowhere", "Europe/", "../etc", "Europe/Isle_Of_Man"]
)
def test_a_name_that_is_no_zone_is_none_however_it_is_asked_for(name: str) -> None:
    known = zones._names().get(zones._key(name))
    assert zones.zone_of(name) == (ZoneInfo(known) if known else None)


def test_a_usual_name_needs_no_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zones, "_names", None)
    assert zones.zone_of("Europe/Vienna") == ZoneInfo("Europe/Vienna")
    assert zones.zone_of("America/Sao_Paulo") == ZoneInfo("America/Sao_Paulo")
    assert zones.zone_of("") is None


@given(st.text(max_size=6))
def test_a_text_is_as_wide_as_a_terminal_shows_it(text: str) -> None:
    assert words._width(text) == cell_len(text)


def test_a_word_of_a_phrase_is_the_slot_that_its_parts_make() -> None:
    elements = {
        element
        for known in all_languages()
        for told in (known.time.near, known.time.news, known.time.doubt, known.time.keep, known.time.event)
        for element in told.replace(",", " ").split()
        if element[0] not in "[{^#."
    }
    assert len(elements) > 500
    for element in elements:
        assert patterns._plain_slot(element) == patterns._of_words(element.split("/"))


def place_by_its_slots(elements: list[str], classes: dict[str, patterns.Slot]) -> patterns.Slot:
    slots = []
    for element in elements:
        if element in patterns._GAPS:
            break
        if element[0] != "[":
            slots.append(patterns._slot(element.removeprefix("^"), classes))
            if slots[-1].number and element is not elements[0]:
                break
    return min(slots, key=lambda slot: slot.cost)


def test_a_phrase_is_looked_for_at_the_place_that_is_met_least() -> None:
    words = 0
    for known in all_languages():
        classes = patterns.classes_of(known.time.classes)
        classes |= {"weekday": patterns.Slot(frozenset("m")), "month": patterns.Slot(frozenset("j"))}
        for rule in get_args(Listed):
            for phrase in patterns.spelled(getattr(known.time, rule), rule, "", classes):
                assert phrase.rarest == place_by_its_slots(phrase._elements, classes)
                if phrase.word:
                    words += 1
                    assert (phrase.rarest.words, phrase.rarest.stems) == ({phrase.word}, ())
                    assert not phrase.rarest.number
    assert words > 3000


def test_an_entity_is_known_with_its_semicolon_or_without() -> None:
    known = {name.removesuffix(";") for name in html5}
    assert all(map(guard._is_known, known))
    assert not [name for name in ("", "nbs", "Amp", "ampp", "amp;;") if guard._is_known(name)]


def test_the_signs_of_a_header_are_those_of_its_words() -> None:
    for sign, told in (*signs.SIGNS.items(), *signs.LOG_SIGNS.items()):
        for word in listed(told):
            assert sign in signs._SIGN_OF[word] and sign in signs._SIGN_OF[word.replace(" ", "")]


def test_what_is_asked_first_of_a_script_without_spaces_leaves_none_out() -> None:
    every = "".join(map(chr, range(0x110000)))
    first = set(comparing._BEYOND.findall(every))
    assert first >= set(comparing._MAY_BE_UNSPACED.findall(every))
    assert not first.intersection(
        re.findall("[\u0000-\u0dff\u2000-\u2e7f\ufe0f\U0001f300-\U0001faff]", every)
    )


def test_wide_letters_are_those_of_east_asia_and_emoji() -> None:
    east = "\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60"
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    assert look._WIDE.findall(every) == re.findall(f"[{east}\U0001f000-\U0003ffff]", every)
