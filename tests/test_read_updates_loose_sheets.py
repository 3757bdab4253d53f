"""Sheets kept by hand in which cells are cut, point elsewhere, hold several updates, or went nowhere."""

import io

import openpyxl
import pytest

from handover.errors import HandoverError
from handover.model import Updates
from handover.read.source import from_bytes
from handover.read.updates import handkept
from handover.read.updates.options import Options
from handover.read.updates.tables.rows.pointers import points_at
from handover.read.updates.tables.rows.several import by_network, is_numbered


def parsed(data: str | bytes, name: str = "plan.csv") -> Updates:
    source = from_bytes(data.encode() if isinstance(data, str) else data, name)
    return handkept.parse(source, Options(timezone="UTC"))


def workbook(rows: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def said(updates: Updates) -> str:
    return " | ".join(notice.text for notice in updates.notices)


# --- rows longer than the header ----------------------------------------------------------------------


def test_commas_without_quotation_marks_are_put_back_into_text_and_date() -> None:
    updates = parsed(
        "Date,Network,Text,Link\n"
        "2025-03-04,Facebook,Steam, glue, and patience,https://birch.example/steam/\n"
        "March 5, 2025,X,Wheels, too,https://birch.example/wheels/\n"
        "2025-03-06,X,Plain,https://birch.example/plain/\n"
    )
    assert [update.text for update in updates.items] == ["Steam, glue, and patience", "Wheels, too", "Plain"]
    assert updates.items[0].links[0] == "https://birch.example/steam/"
    assert all(update.posted_at for update in updates.items)
    assert updates.notices == ()


def test_a_row_that_can_be_joined_in_no_way_is_named_and_not_read_wrongly() -> None:
    updates = parsed(
        "Date,Network,Text,Link\n2025-03-04,Facebook,Steam, glue,no address\n2025-03-05,X,Plain,\n"
    )
    assert [update.text for update in updates.items] == ["Plain"]
    assert [(one.line, "more cells" in one.reason) for one in updates.skipped] == [(2, True)]


def test_a_column_without_a_header_is_no_comma_and_is_named_by_its_letter() -> None:
    updates = parsed("Date,Network,Text\n2025-03-04,X,Steam,ask Ana for the picture\n2025-03-05,X,Plain\n")
    assert [update.text for update in updates.items] == ["Steam", "Plain"]
    assert "1 column was not used: D (1 cell)" in said(updates)


# --- what went into no update -------------------------------------------------------------------------


def test_unused_columns_of_prose_are_named_by_header_and_never_by_their_words() -> None:
    updates = parsed(
        "Date,Network,Text,Brief,Text,Nr\n"
        "2025-03-04,X,Steam,show the glue and the clamp,another try at it all,1\n"
    )
    assert "D ('Brief', 1 cell) and E ('Text', 1 cell)" in said(updates)
    assert "clamp" not in said(updates) and "Nr" not in said(updates)


def test_a_sheet_of_which_all_was_used_says_nothing() -> None:
    assert parsed("Date,Network,Text\n2025-03-04,X,Steam and glue and more\n").notices == ()


def test_a_remark_with_commas_is_listed_and_is_no_update() -> None:
    updates = parsed(
        "date,platform,text\n2025-03-04,x,Steam\n# Figures vary, are no promise, and may change.\n"
    )
    assert len(updates.items) == 1
    assert updates.skipped[0].line == 3
    assert parsed("date,platform,text\n2025-03-04,x,# Steam is hot\n").items[0].text == "# Steam is hot"


def test_a_header_without_rows_is_said() -> None:
    updates = parsed("Date,Platform,Caption,Status\n")
    assert updates.items == () and "no rows below it" in said(updates)


# --- cells that hold nothing, or point elsewhere ------------------------------------------------------


@pytest.mark.parametrize(
    "error", ["#NAME?", "#ERROR!", "#BEZUG!", "#NOM?", "#¡VALOR!", "#RIF!", "#SPILL!", "Err:508"]
)
def test_an_error_of_the_spreadsheet_program_is_no_text_and_the_reason_quotes_it(error: str) -> None:
    updates = parsed(f"Date,Network,Text\n2025-03-04,X,{error}\n2025-03-05,X,#SALE!\n")
    assert [update.text for update in updates.items] == ["#SALE!"]
    assert error in updates.skipped[0].reason and "'Text'" in updates.skipped[0].reason


def test_formulas_that_were_never_calculated_are_said() -> None:
    head: list[object] = ["Date", "Network", "Text"]
    data = workbook([head, ["2025-03-04", "X", "Steam"], ["2025-03-05", "X", '="Wheels "&B2']])
    updates = parsed(data, "plan.xlsx")
    assert "never calculated" in said(updates)
    linked = workbook([head, ["2025-03-04", "X", '=HYPERLINK("https://birch.example/","Birch")']])
    assert "never calculated" not in said(parsed(linked, "plan.xlsx"))


def test_cells_that_point_elsewhere_are_given_those_words_or_named() -> None:
    updates = parsed(
        "Date,Network,Text\n2025-03-04,Facebook,Steam bends ash\n2025-03-04,Instagram,same as above\n"
        "2025-03-04,LinkedIn,see FB\n2025-03-04,Threads,Dito\n2025-03-04,X,see Pinterest\n"
    )
    assert [update.text for update in updates.items] == ["Steam bends ash"] * 4
    assert "'same as above' in row 3" in said(updates)
    assert "'see Pinterest'" in updates.skipped[0].reason


@pytest.mark.parametrize(
    ("header", "done", "left"),
    [
        ("Wanneer,Kanaal,Onderwerp,Tekst,Gedaan?", "ja", "nog doen"),
        ("Quando,Canale,Argomento,Testo,Fatto", "sì", "da fare"),
        ("Wann,Kanal,Thema,Text,Erledigt?", "x", "offen"),
        ("Quand,Réseau,Sujet,Texte,Fait", "oui", ""),
    ],
)
def test_what_is_not_done_yet_is_not_published_in_other_languages_too(
    header: str, done: str, left: str
) -> None:
    rows = (
        f"2025-03-04,FB,Ash,Steam bends ash,{done}\n2025-03-05,IG,Oak,Oak resists,{left}\n"
        f"2025-03-06,LinkedIn,Oak,Oak lasts,{done}\n"
    )
    updates = parsed(f"{header}\n{rows}")
    assert [update.state for update in updates.items] == ["published", "scheduled", "published"]
    assert all(update.posted_at for update in updates.items)
    assert "not used" not in said(updates)


def test_in_a_wide_row_a_cell_points_at_the_column_of_that_network() -> None:
    updates = parsed(
        "Date,Blog post,LinkedIn,Facebook\n2025-03-04,Ash,see FB,Steam bends ash\n"
        "2025-03-05,Oak,Oak resists,Oak fb\n"
    )
    texts = [(update.network, update.text) for update in updates.items]
    assert ("linkedin", "Steam bends ash") in texts and ("linkedin", "Oak resists") in texts


@pytest.mark.parametrize(
    ("text", "target"),
    [
        *(
            (text, "facebook")
            for text in ("s. Facebook", "gleicher Text wie FB", "même texte que FB", "copy from FB")
        ),
        *(
            (text, "facebook")
            for text in ("= FB", "mismo texto que en FB", "zelfde tekst als FB", "uguale a FB")
        ),
        *((text, "above") for text in ("⬆️", "same ^", "as previous", "wie zuvor", "lo mismo que arriba")),
        *(
            (text, "changed")
            for text in ("same as FB but shorter", "wie FB, ohne Link", "Same as LI + hashtags")
        ),
        *(
            (text, "")
            for text in ("From above.", "As seen on Instagram", "Copy that!", "Like tea + honey", "FB copy")
        ),
    ],
)
def test_words_that_point_elsewhere_are_known_in_many_spellings(text: str, target: str) -> None:
    assert points_at(text) == target


@pytest.mark.parametrize(
    "text",
    [
        "Idem dito, net als toen",
        "See you at the fair",
        "Like bread, ash needs steam",
        "Same day, new glue",
        "see Birch",
    ],
)
def test_words_of_an_update_point_nowhere(text: str) -> None:
    assert points_at(text) == ""


# --- several updates in one cell ----------------------------------------------------------------------


def test_texts_for_several_networks_in_one_cell_are_several_updates() -> None:
    updates = parsed(
        "Date,Blog post,Caption\n"
        '2025-03-04,Ash,"Facebook: Steam first\nInstagram: Eighty degrees\nand more\nLI: Why"\n'
        '2025-03-05,Oak,"FB: Oak resists IG: So do we"\n'
    )
    assert [(update.network, update.text) for update in updates.items] == [
        ("facebook", "Steam first"),
        ("instagram", "Eighty degrees\nand more"),
        ("linkedin", "Why"),
        ("facebook", "Oak resists"),
        ("instagram", "So do we"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Find us here:\nFacebook: birchwood\nInstagram: birchwood",
        "Facebook: @birchwood\nInstagram: @birchwood",
        "Facebook: one name is no list",
        "Today: steam\nTomorrow: glue",
        "Facebook: first\nFacebook: again",
    ],
)
def test_a_text_that_only_names_networks_stays_whole(text: str) -> None:
    assert by_network(text) == ()


def test_numbered_texts_stay_whole_and_are_said() -> None:
    updates = parsed('Date,Network,Text\n2025-03-04,X,"1. Steam bends ash.\n2. Glue holds it."\n')
    assert len(updates.items) == 1 and "several updates" in said(updates)
    assert not is_numbered("Three tips:\n1. Steam\n2. Glue")


# --- which column is what -----------------------------------------------------------------------------


def test_stage_persona_and_keyword_are_neither_status_nor_text() -> None:
    updates = parsed(
        "Date,Channel,Title/Hook,Primary Keyword/Angle,Persona/Stage,Status\n"
        "2025-03-04,LinkedIn,Five checks for ash,ash checks,Maker/Awareness,Planned\n"
    )
    assert [(u.text, u.state) for u in updates.items] == [("Five checks for ash", "scheduled")]


def test_a_stage_alone_whose_words_are_states_is_the_state() -> None:
    updates = parsed("Date,Network,Text,Stage\n2025-03-04,X,Steam,Draft\n2025-03-05,X,Glue,Published\n")
    assert [update.state for update in updates.items] == ["draft", "published"]


def test_the_reason_names_the_column_that_decided() -> None:
    updates = parsed("Date,Network,Text,Status\n2025-03-04,X,Steam,Rejected\n2025-03-05,X,Glue,Published\n")
    assert updates.skipped[0].reason == "It is marked 'Rejected' under 'Status'."


def test_a_hook_line_and_a_networks_column_make_a_header() -> None:
    updates = parsed(
        "Week,Phase,Hook Line,X (Twitter),Status\n1,Order,It bends alone,Single tweet: no hands,Posted\n"
        "2,Bench,A hundred parts,Thread: unboxing,Planned\n"
    )
    assert [(u.network, u.text) for u in updates.items] == [
        ("x", "Single tweet: no hands"),
        ("x", "Thread: unboxing"),
    ]


def test_a_row_for_several_networks_whose_cell_holds_a_text_for_each_gives_each_its_own() -> None:
    updates = parsed('Date,Network,Text\n2025-03-04,"Facebook, Instagram","FB: Steam IG: Eighty"\n')
    assert [(u.network, u.text) for u in updates.items] == [("facebook", "Steam"), ("instagram", "Eighty")]
    updates = parsed('Date,Network,Text\n2025-03-04,X,"FB: Steam IG: Eighty"\n')
    assert [u.text for u in updates.items] == ["FB: Steam IG: Eighty"]


def test_a_header_that_stands_twice_is_no_sheet_without_rows() -> None:
    updates = parsed("Date,Network,Text\nDatum,Netzwerk,Text\n2025-03-04,X,Steam\n")
    assert len(updates.items) == 1 and updates.notices == ()


def test_cells_beyond_the_header_are_named_even_where_they_are_short() -> None:
    assert "not used: D (1 cell) and E (1 cell)" in said(
        parsed("Date,Network,Text\n2025-03-04,X,Steam,glue,more\n")
    )


def test_what_to_do_fits_what_was_left_out() -> None:
    updates = parsed("Date,Network,Text\n2025-03-04,X,Steam\nTotal,,1 row\n2025-03-05,Blog,Oak resists\n")
    hints = {skipped.reason: skipped.hint for skipped in updates.skipped}
    assert [bool(hint) for hint in hints.values()] == [True, False]
    assert "Nothing to do" in hints["It sums up other rows ('Total')."]


def test_dates_that_cannot_be_read_are_named_with_their_sheets() -> None:
    book = openpyxl.Workbook()
    for sheet, name in ((book.worksheets[0], "2024"), (book.create_sheet(), "2025")):
        sheet.title = name
        for row in (
            ["Date", "Network", "Text"],
            ["3 March", "X", f"Steam {name}"],
            ["then", "X", f"Oak {name}"],
        ):
            sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    unread = [n for n in parsed(stream.getvalue(), "plan.xlsx").notices if "could not be read" in n.text]
    assert [(n.text, n.where) for n in unread] == [
        ("1 date could not be read: 'then' in row 3.", f"plan.xlsx › {name}") for name in ("2024", "2025")
    ]


# --- columns known by what they hold ---------------------------------------------------------------


def test_without_a_header_the_states_are_known_by_their_words() -> None:
    text = "".join(
        f"2026-01-{n:02},Facebook,Paroles du jour numéro {n} #lire,{state}\n"
        for n, state in ((12, "publié"), (19, "publié"), (26, "à faire"))
    )
    found = handkept.parse(from_bytes(text.encode(), "plan.csv"), Options(timezone="UTC"))
    assert [one.state for one in found.items] == ["published", "published", "draft"]


def test_columns_called_by_their_language_are_a_text_each() -> None:
    text = (
        "Date,Channel,English,Cymraeg,Status\n2026-03-02,Facebook,Leftovers in the café today,Dewch draw"
        " heddiw bawb,Posted\n2026-03-09,X,The exhibition opens on Friday,Mae'r arddangosfa yn agor,Posted\n"
    )
    found = handkept.parse(from_bytes(text.encode(), "plan.csv"), Options(timezone="UTC"))
    told = [one.text for one in found.items]
    assert all(any(part in text for text in told) for part in ("Leftovers", "Dewch", "exhibition", "Mae'r"))


def test_paid_adverts_are_left_out() -> None:
    text = "Ad set,Headline,Primary text,Description,Daily budget\nCouples,Sleep,Two nights,From 190,12\n"
    with pytest.raises(HandoverError, match="advert"):
        handkept.parse(from_bytes(text.encode(), "plan.csv"), Options(timezone="UTC"))


def sheet_of(text: str) -> Updates:
    return handkept.parse(from_bytes(text.encode(), "plan.csv"), Options(timezone="UTC"))


def test_a_state_for_each_network_is_that_of_its_update_alone() -> None:
    text = (
        "Fecha,Copy,Estado FB,Estado IG\n2026-05-04,Las cerezas,Publicado,Publicado\n"
        "2026-05-11,Hoy horneamos,Publicado,Pendiente\n2026-05-12,Turrón de la casa,Programado,No va\n"
    )
    assert [(one.network, one.state) for one in sheet_of(text).items] == [
        ("facebook", "published"), ("instagram", "published"), ("facebook", "published"),
        ("instagram", "draft"), ("facebook", "scheduled"),
    ]  # fmt: skip


@pytest.mark.parametrize("word", ["[deleted]", "(gelöscht)"])
def test_a_text_that_only_says_it_is_gone_is_listed(word: str) -> None:
    found = sheet_of(f"Posted,Network,Post\n2026-02-03,X,The tuner comes\n2026-02-17,X,{word}\n")
    assert [one.text for one in found.items] == ["The tuner comes"]
    assert found.skipped[0].line == 3 and word in found.skipped[0].reason


def test_all_is_a_channel_where_the_others_are_networks() -> None:
    text = "Date,Where,Copy\n2026-03-04,All,The otters open\n2026-03-11,FB + IG,Feeding time at noon\n"
    assert [one.network for one in sheet_of(text).items] == ["facebook", "instagram"] * 2


def test_the_day_on_which_it_went_out_counts_more_than_the_plan() -> None:
    text = "Plan,Ist,Kanal,Text\n2026-01-12,2026-01-14,X,Der See trägt\n2026-01-19,,X,Aufguss um sieben\n"
    assert [one.posted_at.day for one in sheet_of(text).items if one.posted_at] == [14, 19]


@pytest.mark.parametrize("header", ["#", "Balises"])
def test_a_column_of_hashtags_is_known_by_its_cells(header: str) -> None:
    found = sheet_of(f"Date,Network,Text,{header}\n2026-03-02,X,Le pain,#pain #levain\n2026-03-05,X,Four,\n")
    assert [one.text for one in found.items] == ["Le pain\n\n#pain #levain", "Four"]


def test_a_hook_and_a_body_are_one_text() -> None:
    found = sheet_of("Date,Réseau,Accroche,Corps du texte\n2026-03-02,FB,Le pain est sorti.,Il est chaud.\n")
    assert [one.text for one in found.items] == ["Le pain est sorti.\n\nIl est chaud."]
