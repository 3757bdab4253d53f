"""Texts as words that compare."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handover.languages.announcements import announces
from handover.text import comparing
from handover.text.comparing import figures, numbers, open_tags, size, split, squash, words


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Don’t trust IE9′s modes", ["dont", "trust", "ie9", "modes"]),
        ("L'IA &amp; l’été", ["l", "ia", "l", "ete"]),
        ("𝗕𝗼𝗹𝗱 𝓌ords ﬁnd", ["bold", "words", "find"]),
        ("Für GRÖSSERE Straßen", ["fur", "grossere", "strassen"]),
        ("カフェを紹介", ["カフ", "フェ", "ェを", "を紹", "紹介"]),
        ("Docker入門 2", ["docker", "入門", "2"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("see https://blog.example/a-b @me and @you@social.example", ["see", "and"]),
        ("-<sup>1</sup>/<b>12</b>", ["1", "12"]),
        ("", []),
    ],
)
def test_words_are_letters_of_one_form_in_every_script(text: str, told: list[str]) -> None:
    assert words(text) == told


def test_letters_punctuation_and_pictures_part_words_alike_beside_any_script() -> None:
    spans = (
        (0x80, 0x2FF),
        (0x370, 0x482),
        (0x48A, 0x52F),
        (0x1E00, 0x206F),
        (0x2190, 0x27BF),
        (0x1F300, 0x1FAFF),
    )
    alone = " ".join(f"a{chr(code)}b" for first, last in spans for code in range(first, last + 1))
    assert split(alone) == split(f"{alone} 春")[:-1]
    assert split("ёлка–ёж λόγος ✨straße✨") == ["ёлка", "ёж", "λόγος", "straße"]


def test_digits_roman_numbers_and_months_tell_a_series_apart() -> None:
    assert figures(words("Part 03 of III, v2, the 4th in März")) == {"3", "v2", "4", "month 3"}
    assert numbers(frozenset(words("The third part, Teil vier"))) == {"3", "4"}


def test_a_hashtag_is_written_apart_only_where_its_parts_are_the_known_words() -> None:
    known = {"paper", "toy", "powershell"}
    assert (
        open_tags("A #PaperToy in #PowerShell for #TeamWork", known)
        == "A Paper Toy in #PowerShell for #TeamWork"
    )


def test_separators_make_no_difference_to_squashed_text() -> None:
    assert squash("TS_Aware, pop-up!") == squash("tsaware popup")


def test_a_letter_of_an_unspaced_script_says_more_than_one_of_an_alphabet() -> None:
    assert size(words("照明の基本")) > size(["light"])


@pytest.mark.parametrize(
    "text",
    [
        "Blogged: lamps",
        "I’ve written about lamps",
        "Neuer Beitrag: Lampen",
        "Nouvel article sur les lampes",
        "ブログを更新しました",
        "发布了一篇新文章",
        "В блоге: лампы",
    ],
)
def test_announcements_are_known_in_many_languages(text: str) -> None:
    assert announces(text)


def test_plain_talk_announces_nothing() -> None:
    assert not announces("What a lovely lamp! https://blog.example/published")


WESTERN = [bytes([byte]).decode(code, "ignore") for byte in range(256) for code in comparing._CODES]
ODD = [
    "'s ",
    "’t ",
    "doesn't",
    "ß",
    "ẞ",
    "ſ",
    "ﬁ",
    "\u0301",
    "茶",
    "İ",
    "_'t",
    "@ann",
    "@a⅓b ",
    "🌱",
    "☕",
    "≮b>",
    " @ann_lee.b@social.example ",
    "& ",
    "&amp;",
    "https://a.example/b ",
]
SIGNS = st.lists(st.sampled_from([*WESTERN, *"aeiouAstré' ", *ODD]), max_size=14).map("".join)


@given(st.lists(SIGNS, max_size=3))
def test_words_are_told_sign_by_sign_as_they_are_by_rule(texts: list[str]) -> None:
    for text in texts:
        assert comparing.words(text) == comparing.split(comparing.bare(text))
    lines = [" ".join(text.split()) for text in texts]
    assert comparing.wordings(lines) == [comparing.wording(line) for line in lines]
    assert comparing.letters(lines) == ["".join(comparing.words(line)) for line in lines]


def test_every_sign_of_western_text_is_told_as_it_is_by_rule() -> None:
    for sign in WESTERN:
        for text in (f"a{sign}b {sign}s", f"@a{sign}b {sign}@c", f"@{sign} {sign}'s"):
            assert comparing.words(text) == comparing.split(comparing.bare(text))


def test_pictures_part_words_and_are_nothing_else() -> None:
    found = [sign for sign in map(chr, range(0x110000)) if comparing._PICTURES.match(sign)]
    assert "🌱" in found and len(found) > 2000
    for sign in found:
        assert comparing.split(comparing.fold(f"a{sign}b {sign}s")) == ["a", "b", "s"], hex(ord(sign))
        assert {*comparing.fold(sign)}.isdisjoint("&<>@_./-'"), hex(ord(sign))


def test_the_quick_look_for_unspaced_scripts_misses_none_of_their_signs() -> None:
    signs = (chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000)
    slow = comparing._IS_UNSPACED.search
    assert [hex(ord(sign)) for sign in signs if comparing.is_unspaced(sign) != (slow(sign) is not None)] == []
