"""The catalogues: every text of code and templates, in every language, with nothing lost on the way."""

import gettext
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from handover import languages
from handover.columns import SHEETS, WORDS
from handover.languages import catalogues
from handover.languages.catalogues import typeset
from handover.write.words import words

TEXTS = catalogues.messages()
LANGUAGES = {path.parent.name: path for path in languages.translated().values()}


def forms(message) -> tuple[str, ...]:
    return message.string if isinstance(message.string, tuple) else (message.string,)


def prose(catalogue: Catalog) -> list[str]:
    """What the catalogue says in its language, without names of values, of options and of fields."""
    told = [form for message in catalogue if message.id for form in forms(message)]
    return [re.sub(r"\{\w*\}|\[\[?\w+\]?\]|`[^`]*`|--[\w-]+", "", text) for text in told]


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.fixture(params=sorted(LANGUAGES))
def language(request) -> str:
    return request.param


@pytest.fixture
def elsewhere(tmp_path, monkeypatch) -> Iterator[Path]:
    """An empty folder of languages in the place of ours; nothing that is known of either is kept."""
    kept = (words, languages.language, languages.all_languages, languages._files)
    monkeypatch.setattr(languages, "FOLDER", tmp_path)
    for cache in kept:
        cache.cache_clear()
    yield tmp_path
    for cache in kept:
        cache.cache_clear()


@pytest.fixture
def catalogue(language) -> Catalog:
    return catalogues.read(LANGUAGES[language])


def test_texts_are_found_wherever_code_and_templates_have_them_translated():
    code = """
_("one"); self._("two {x}", x=1); book.words("three"); words(language)("four"); N_("fi" "ve")
_.plural("six", "sixes", n); other("seven"); _(eight); words(nine)
"""
    assert list(catalogues.in_code(code)) == ["one", "two {x}", "three", "four", "five", ("six", "sixes")]
    assert "Skip to the posts" in {m.id for m in TEXTS}  # stands in a template only


def test_every_text_of_code_and_templates_is_in_the_catalogue_and_no_other(catalogue):
    assert {m.id for m in catalogue} == {m.id for m in TEXTS}, "run: python -m handover.languages.catalogues"


def test_every_text_is_translated_in_every_plural_form(catalogue):
    assert [m.id for m in catalogue if m.id and not all(forms(m))] == []
    assert all(len(forms(m)) == catalogue.num_plurals for m in catalogue if m.pluralizable)
    assert [m.id for m in catalogue if m.id and m.fuzzy] == []


def test_no_translation_loses_or_invents_a_placeholder(catalogue):
    for message in catalogue:
        if message.id:
            wanted = placeholders(message.id[-1] if message.pluralizable else message.id)
            for n, form in enumerate(forms(message)):
                given = placeholders(form)
                assert given <= wanted, message.id
                only_many = wanted - placeholders(message.id[0]) | {"n"} if message.pluralizable else set()
                assert wanted - given <= (only_many if n == 0 else set()), message.id


def test_a_translation_begins_and_ends_as_its_text(catalogue):
    """The sign at the end, so that a sentence stays a sentence and a title a title."""
    for message in (m for m in catalogue if m.id):
        for form in forms(message):
            text = message.id[-1] if message.pluralizable else message.id
            assert form == form.strip()
            if text[-1:] in ".?" and text.count(" ") > 2:
                assert re.search(r"[.?:]$", form), (message.id, form)


def test_signs_are_set_as_the_language_sets_them(language, catalogue):
    assert [text for m in catalogue if m.id for text in forms(m) if typeset(text, language[:2]) != text] == []


@pytest.mark.parametrize(
    ("language", "typed", "set_"),
    [
        (
            "fr",
            "Lequel ? L'un : « l'{name} » ; 'x'",
            "Lequel\u00a0? L’un\u00a0: «\u00a0l’{name}\u00a0»\u00a0; 'x'",
        ),
        ("it", "un'altra : dell'{x}; {'a': 'b'}", "un’altra : dell’{x}; {'a': 'b'}"),
    ],
)
def test_signs_are_set_however_they_were_typed(language, typed, set_):
    assert typeset(typed, language) == set_


# What a text says to its reader in another form of address than the language's (`address` in words.toml).
FAMILIAR = {
    "de": r"\b(?:du|dich|dir|dein\w*)\b|(?:^|[.:;] |\boder )(?:gib|poste|schreib|wähle|öffne|lies|nimm)\b",
    "fr": r"\b(?:tu|toi|ta|tes)\b|(?:^|[.:;] |\bou )(?:donne|publie|écris|choisis|mets|ouvre)\b",
    "es": r"\b(?:tú|ti|tus?|contigo)\b|(?:^|[.:;] )(?:pon|haz|elige|escribe(?! más))\b",
    "it": r"\b(?:tu|tuo|tua|tuoi|tue|voi|vostr[oaie]|scrivete|mettete|scegliete|togliete|aprite)\b"
    r"|(?:^|[.:;] )(?:scrivi|scegli|metti)\b",
    "pt_BR": r"\b(?:tu|teus?|tuas?|contigo)\b",
}
# Words by which nothing is called here, because another is (see the head of words.toml).
NOT_OURS = {
    "de": r"\bClients?\b|Kundin|Arbeitskopie|Werkzeug(?!e >)|Aktualisierung",
    "es": r"\b[Aa]ctualizaci",
    "fr": r"mises? à jour",
    "it": r"\b[Ll]ibreri|\baggiornamenti",
    "pt_BR": r"\bpassagem\b|etiqueta|\boutrem\b|chama-lhe|\b[Aa]tualizaç",
}


def test_a_text_addresses_its_reader_as_all_of_its_language_do(language, catalogue):
    assert languages.language(language).address
    assert [text for text in prose(catalogue) if re.search(FAMILIAR[language], text, re.IGNORECASE)] == []


@pytest.mark.parametrize("language", sorted(NOT_OURS))
def test_a_thing_has_one_name_in_a_language(language):
    told = prose(catalogues.read(LANGUAGES[language]))
    assert [text for text in told if re.search(NOT_OURS[language], text)] == []


def test_the_compiled_catalogue_holds_what_the_source_holds(language, catalogue):
    with LANGUAGES[language].with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for message in catalogue:
        if message.pluralizable:
            assert {compiled.ngettext(*message.id, n) for n in (1, 2)} == set(message.string)
        elif message.id:
            assert compiled.gettext(message.id) == message.string


def test_a_language_that_is_only_a_source_file_is_read_too(elsewhere):
    folder = elsewhere / "nl"
    folder.mkdir(parents=True)
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    (folder / "handover.po").write_text(head + 'msgid "Thank you"\nmsgstr "Bedankt"\n')
    assert words("nl")("Thank you") == "Bedankt"


def test_a_new_language_is_begun_with_every_text_and_english_till_translated(elsewhere):
    catalogues.main(["nl"])
    begun = catalogues.read(elsewhere / "nl" / "handover.po")
    assert {m.id for m in begun} == {m.id for m in TEXTS}
    assert words("nl")("Thank you") == "Thank you"
    assert words("nl").plural("{n} post", "{n} posts", 2) == "2 posts"


def test_bringing_a_catalogue_up_to_date_keeps_what_is_translated(elsewhere):
    path = elsewhere / "de" / "handover.po"
    path.parent.mkdir(parents=True)
    path.write_bytes(LANGUAGES["de"].read_bytes())
    before = {m.id: m.string for m in catalogues.read(path)}
    catalogues.main()
    after = {m.id: m.string for m in catalogues.read(path) if m.id}
    assert "Copy" in after
    assert {text: before[text] for text in after if text in before} == {
        text: form for text, form in after.items() if text in before
    }


def test_the_command_for_one_language_leaves_the_others_as_they_are(elsewhere):
    other = elsewhere / "de" / "handover.po"
    other.parent.mkdir()
    other.write_bytes(b"# begun by hand\n")
    catalogues.main(["pt-BR"])
    assert (elsewhere / "pt_BR" / "handover.mo").is_file()
    assert other.read_bytes() == b"# begun by hand\n"
    assert not other.with_suffix(".mo").exists()


def test_sheets_and_columns_have_names_excel_takes_in_every_language(language):
    _ = words(language)
    titles = [_(sheet.title) for sheet in SHEETS]
    assert len({title.casefold() for title in titles}) == len(titles)
    assert all(len(title) <= 31 and not set(title) & set("[]:*?/\\'") for title in titles)
    for sheet in SHEETS:
        headers = [_(column.title).casefold() for column in sheet.columns]
        assert len(set(headers)) == len(headers), sheet.key


def test_a_text_names_a_sheet_or_column_as_the_workbook_does(language, catalogue):
    names = {sheet.title for sheet in SHEETS} | {column.title for sheet in SHEETS for column in sheet.columns}
    wrong = [
        (name, message.string)
        for message in catalogue
        if message.id and isinstance(message.id, str)
        for name in re.findall(r"(?:sheet|column) ([A-Z]\w+)", message.id)
        if name in names and words(language)(name).casefold() not in message.string.casefold()
    ]
    assert wrong == []


def test_words_a_person_may_type_differ_from_one_another_in_every_language(language):
    _ = words(language)
    for group, names in WORDS.items():
        assert len({_(name).casefold() for name in names.values()}) == len(names), group
