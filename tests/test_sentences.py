"""Where sentences end, on sixty tricky texts in six languages; "|" stands between their sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handover.languages import abbreviations, sentences
from handover.languages.sentences import sentence_ends, sentences_in, sentences_of

TEXTS = [
    ("en", "Dr. Hale roasts at dawn.|Mrs. Finch buys the beans."),
    ("en", "We opened in the U.S. in March.|It was cold."),
    ("en", "Tidewell Corp. sells tea.|Nobody else does."),
    ("en", "It costs $4.50 a cup.|Is that a lot?"),
    ("en", "“Why not?” she asked.|Nobody knew."),
    ("en", "Use oats, rye, etc. for the crust.|Bake it hot!"),
    ("en", "See Fig. 3 and p. 12 for more.|Then start."),
    ("en", "We met at 6 p.m. on Friday.|The bar was full."),
    ("en", "Version 2.0 is out...|What now?"),
    ("en", "He said “Stop!”|She did."),
    ("en", "J. R. Oak wrote it.|We read it."),
    ("en", "It weighs approx. 3 kg.|Lift with care."),
    ("de", "Die Tasse kostet evtl. inkl. Versand mehr.|Fragen Sie nach."),
    ("de", "Nach Abs. 3 gilt das nicht.|Wir prüfen es."),
    ("de", "Am 14. März öffnen wir.|Kommen Sie vorbei!"),
    ("de", "Das gilt z. B. für Tee.|Kaffee ist anders."),
    ("de", "Das gilt z.B. für Tee.|Kaffee ist anders."),
    ("de", "Der 2. Weltkrieg war vorbei.|Die Rösterei stand noch."),
    ("de", "„Wirklich?“, fragte sie.|Er nickte."),
    ("de", "Wir liefern ca. 30 Kilo.|Das reicht."),
    ("de", "Vgl. Kapitel 3 im Buch.|Dort steht alles."),
    ("de", "Frau Dr. Berg und Prof. Stein kamen.|Alle lachten."),
    ("de", "Die Müller GmbH & Co. KG zieht um.|Wir bleiben."),
    ("de", "Es war 1998.|Dann kam der Regen."),
    ("de", "Das Geschäft schließt um 18 Uhr.|Ist das früh?|Nein."),
    ("fr", "M. Dupont torréfie le matin.|Mme Roux achète."),
    ("fr", "« Pourquoi ? » demanda-t-elle.|Personne ne savait."),
    ("fr", "Le 1er mars, nous ouvrons.|Venez !"),
    ("fr", "Il pèse env. 3 kg.|C’est lourd."),
    ("fr", "Voir p. 12 et fig. 3.|Ensuite, commencez."),
    ("fr", "Le thé, le café, etc. sont en rayon.|Servez-vous."),
    ("fr", "Cela coûte 4,50 € la tasse.|Est-ce cher ?"),
    ("fr", "Av. J.-C. on buvait déjà.|On boit encore."),
    ("fr", "Quelle journée…|Nous rentrons."),
    ("fr", "St. Malo est loin.|La mer aussi."),
    ("es", "El Sr. López tuesta al alba.|La Sra. Ruiz compra."),
    ("es", "¿Por qué no?|¡Claro que sí!"),
    ("es", "Véase la pág. 12 del libro.|Luego empiece."),
    ("es", "Pesa aprox. 3 kg.|Cuidado."),
    ("es", "Vive en EE. UU. desde 2010.|Le gusta."),
    ("es", "Cuesta 4,50 € la taza.|¿Es mucho?"),
    ("es", "El Dr. Vega llegó tarde.|Nadie lo vio."),
    ("es", "Té, café, etc. están ahí.|Sírvase."),
    ("es", "“¿De verdad?”, preguntó.|Él asintió."),
    ("it", "Il sig. Rossi tosta all’alba.|La sig.ra Verdi compra."),
    ("it", "Vedi pag. 12 del libro.|Poi comincia."),
    ("it", "Pesa ca. 3 kg.|Attenzione!"),
    ("it", "Il dott. Neri arrivò tardi.|Nessuno lo vide."),
    ("it", "«Perché?» chiese lei.|Nessuno lo sapeva."),
    ("it", "Tè, caffè, ecc. sono lì.|Si serva."),
    ("it", "Costa 4,50 € a tazza.|È molto?"),
    ("it", "È vero... forse.|Vediamo."),
    ("pt", "O Sr. Silva torra ao amanhecer.|A Sra. Reis compra."),
    ("pt", "Veja a pág. 12 do livro.|Depois comece."),
    ("pt", "Pesa aprox. 3 kg.|Cuidado!"),
    ("pt", "O Dr. Melo chegou tarde.|Ninguém o viu."),
    ("pt", "Chá, café, etc. estão ali.|Sirva-se."),
    ("pt", "Custa R$ 4,50 a xícara.|É muito?"),
    ("pt", "“Sério?”, perguntou ela.|Ele assentiu."),
    ("pt", "A Av. Paulista é longa.|Vamos a pé."),
]

OPEN = ("Voir p. 12 et fig. 3.|Ensuite, commencez.",)  # "fig." is a fruit to other languages


@pytest.mark.parametrize(("language", "text"), [case for case in TEXTS if case[1] not in OPEN])
def test_a_sentence_ends_where_it_does_whether_or_not_its_language_is_known(language: str, text: str) -> None:
    for known in (language, ""):
        assert list(sentences_of(text.replace("|", " "), known)) == text.split("|")


def test_a_text_that_was_cut_has_no_sentence_at_its_end() -> None:
    assert list(sentences_of("Wir rösten selbst. Die Tasse kostet evtl. inkl.")) == ["Wir rösten selbst."]
    assert list(sentences_of("We roast. And then we")) == ["We roast."]
    assert list(sentence_ends("")) == []


def test_a_number_at_the_end_of_an_english_sentence_ends_it_and_a_german_one_is_an_ordinal() -> None:
    assert list(sentences_of("We have 3. They are new.", "en")) == ["We have 3.", "They are new."]
    assert list(sentences_of("Am 3. Tag war Ruhe.", "de")) == ["Am 3. Tag war Ruhe."]


def test_texts_without_spaces_end_at_their_own_marks() -> None:
    assert list(sentences_of("お茶です。「どうぞ。」飲みます！", "ja")) == [
        "お茶です。",
        "「どうぞ。」",
        "飲みます！",
    ]


@given(
    st.lists(
        st.sampled_from([*"ab Aé1_.!?…。！？\"'”’)]»(“\n-", "z. B.", "Dr.", "3. ", "etc.", "J. "]),
        max_size=14,
    )
)
def test_a_quick_look_at_the_marks_finds_the_ends_that_the_whole_rule_finds(parts: list[str]) -> None:
    text = "".join(parts)
    wide = [end for end in sentences.sentence_ends(text + "\n。", "de") if end <= len(text)]
    assert list(sentences.sentence_ends(text, "de")) == wide
    looked_at = text[: text.rfind(".") + 1]
    found = abbreviations._WORD.search(looked_at[-abbreviations.LONGEST - 2 :])
    slowly = found is not None and (
        found[1] in abbreviations.abbreviations() or abbreviations._INITIAL.search(found[1]) is not None
    )
    assert abbreviations.is_cut_short(looked_at) == slowly


@given(
    st.lists(
        st.sampled_from(
            [
                *"abÀ1_.!?…。\"'”)»(“é漢ǅ",
                ". ",
                ". A",
                "word. ",
                "Dr. ",
                "etc. ",
                "z. B. ",
                "3. ",
                "J. ",
                "No. 4",
            ]
        ),
        max_size=12,
    ).map("".join),
    st.sampled_from(["", "en", "de"]),
)
def test_plain_sentences_are_cut_as_by_the_whole_rule(text: str, language: str) -> None:
    line = " ".join(text.split())
    assert list(sentences_in([line, "", line], language)) == 2 * list(sentences_of(line, language))
    plain = "We roast. The Tern, no. 4? " + line
    assert list(sentences_in([plain], language)) == list(sentences_of(plain, language))
