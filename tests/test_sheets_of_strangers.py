"""Sheets as freelancers of several trades and languages keep them, and what each of them means."""

import io
import tomllib
from pathlib import Path

import openpyxl
import pytest

from handover.errors import HandoverError
from handover.read.source import from_bytes
from handover.read.updates import handkept
from handover.read.updates.options import Options
from tests.test_read_updates_loose_sheets import parsed, said

TOLD = tomllib.loads((Path(__file__).parent / "data" / "strangers.toml").read_text("utf-8"))
SHEETS: dict[str, tuple[str, list[str]]] = {
    one["name"]: (one["sheet"], one["wanted"]) for one in TOLD["sheets"]
}


@pytest.mark.parametrize("name", SHEETS)
def test_a_strangers_sheet_is_read_as_it_was_meant(name: str) -> None:
    sheet, wanted = SHEETS[name]
    updates = parsed(sheet)
    when = ["" if one.posted_at is None else f"{one.posted_at:%Y-%m-%d %H:%M}" for one in updates.items]
    told = [f"{one.network} {at} {one.text}" for one, at in zip(updates.items, when, strict=True)]
    assert [one[: len(start)] for one, start in zip(told, wanted, strict=True)] == wanted


def test_a_link_below_its_text_leads_from_the_update_above() -> None:
    updates = parsed(SHEETS["links in rows of their own"][0])
    assert [update.links for update in updates.items] == [("https://chair.example/1910/",), ()]


def test_a_list_of_addresses_stays_a_list() -> None:
    updates = parsed("Date,Post\n2025-05-05,https://chair.example/a/\n2025-05-06,https://chair.example/b/\n")
    assert len(updates.items) == 2


def test_the_address_of_a_program_is_no_permalink() -> None:
    assert parsed(SHEETS["a program's address where the update's should be"][0]).items[0].permalink == ""


def test_columns_known_by_their_content_are_told() -> None:
    told = said(parsed(SHEETS["a header of nobody's words"][0]))
    assert (
        "known by what stands in them: 'When' for Date, 'Where' for Network, 'What we post' for Text" in told
    )


@pytest.mark.parametrize(
    "sheet",
    [
        "Wann,Wo,Was\n5.5.2025,Facebook,Ilse beschwert sich sehr\n6.5.2025,X,Bo fragt nach dem Rezept\n",
        "5.5.2025,Facebook,Ilse says that the cake was dry\n6.5.2025,Instagram,Bo asks for the old recipe\n",
        "Day,Dish,Description,Price\nMonday,Soup,Carrot soup with ginger and bread,6.50\n",
        "Task,Due,Done,Notes\nWrite newsletter,05/05/2025,x,ask Ana for pictures first\n",
        "Date,Journalist,Message,Reply\n5/5/2025,Ilse,Hi Ilse!,Yes please\n6/5/2025,Bo,Hi Bo!,Not now\n",
        "Datum;Kunde;Leistung;Stunden;Betrag\n05.05.2025;Birch;Texte für Instagram geschrieben;3;180,00\n",
    ],
)
def test_days_networks_and_sentences_alone_are_no_updates(sheet: str) -> None:
    with pytest.raises(HandoverError):
        parsed(sheet)


def test_three_dates_weeks_apart_prove_no_order() -> None:
    source = from_bytes(b"Date,Network,Text\n1/2/2025,X,One\n3/4/2025,X,Two\n5/6/2025,X,Three\n", "plan.csv")
    updates = handkept.parse(source, Options(timezone="UTC"))
    assert "nothing in the file proves it" in said(updates)


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("Went live", "published"),
        ("Parked", "draft"),
        ("Client approved", "scheduled"),
        ("Not yet approved", "draft"),
        ("Drafts", "draft"),
        ("Sent for approval", "draft"),
        ("Done - needs review", "draft"),
        ("TBC", "draft"),
        ("zur Freigabe", "draft"),
        ("En attente", "draft"),
        ("Listo", "scheduled"),
        ("Hecho", "published"),
    ],
)
def test_a_state_in_other_words_is_known(word: str, state: str) -> None:
    (update,) = parsed(f"Status,Date,Network,Copy\n{word},5 May 2025,Facebook,The first swallow\n").items
    assert update.state == state


@pytest.mark.parametrize(
    "told", ["Steam for beginners", "Steam for beginners (https://www.notion.so/Steam-1?pvs=21)"]
)
def test_names_below_article_are_the_posts(told: str) -> None:
    (update,) = parsed(f"Article,Date,Network,Copy\n{told},5 May 2025,Facebook,The first swallow\n").items
    assert update.post == told


@pytest.mark.parametrize(
    "header", ["Freigabe Kunde", "Client approved?", "Validation client", "Freigegeben von Kunde"]
)
def test_what_the_client_has_not_approved_is_a_draft_and_the_rest_open(header: str) -> None:
    sheet = (
        f"Date,Network,Copy,{header}\n2025-05-05,Facebook,The first swallow,no\n2025-05-06,X,Two of them,ok\n"
    )
    assert [(one.state, one.assumed) for one in parsed(sheet).items] == [
        ("draft", False),
        ("scheduled", True),
    ]


def test_a_text_for_one_network_may_be_called_short_or_long() -> None:
    updates = parsed(
        "Blog post,Short copy (X),LinkedIn long copy\nAsh,Steam bends ash,Steam bends ash slowly\n"
    )
    assert [update.network for update in updates.items] == ["x", "linkedin"]


def test_a_pins_title_goes_with_the_pin_alone() -> None:
    told = (
        "Pin title,Pin description\nAsh,Steam bends ash\n",
        "Pin title,Pin description,FB copy\nAsh,Steam,Glue it\n",
    )
    texts = [[update.text for update in parsed(sheet).items] for sheet in told]
    assert texts == [["Ash\n\nSteam bends ash"], ["Steam", "Glue it"]]


def test_a_text_that_ends_in_the_word_for_a_state_is_a_text() -> None:
    updates = parsed("Date,X,Facebook\n2025-05-05,Only a draft,Only a sketch\n")
    assert [update.text for update in updates.items] == ["Only a draft", "Only a sketch"]


def test_a_row_that_names_a_few_columns_by_chance_is_no_second_header() -> None:
    sheet = "Week,Phase,Goal,TikTok / Reels,X,Hook Line,Status\n1,Concept & Order,Plan,Script #1,Why a robot,"
    sheet += "Why me,Live\n2,Bench,Test,Script #2,How it moves,It moves,Live\n"
    assert len(parsed(sheet).items) == 6


def two_tabs(posts: list[list[object]], updates: list[list[object]], name: str = "Blog posts") -> list[str]:
    """The word for its post of each update in a workbook of two tabs."""
    book = openpyxl.Workbook()
    book.create_sheet("Updates")
    for sheet, rows in zip(book.worksheets, (posts, updates), strict=True):
        for row in rows:
            sheet.append(row)
    book.worksheets[0].title = name
    stream = io.BytesIO()
    book.save(stream)
    return [one.post for one in parsed(stream.getvalue(), "content.xlsx").items]


POSTS: list[list[object]] = [
    ["No.", "Title", "URL"],
    [1, "Oil", "https://bike.example/oil/"],
    [2, "Bell", ""],
]


@pytest.mark.parametrize("word", ["Post no.", "Blog #", "Artikel-Nr.", "Post"])
def test_a_number_is_looked_up_in_the_tab_of_posts(word: str) -> None:
    updates: list[list[object]] = [[word, "Network", "Text"], [1, "FB", "A dry chain."], [2, "IG", "Ding!"]]
    assert two_tabs(POSTS, updates) == ["https://bike.example/oil/", "Bell"]


def test_a_number_that_two_posts_have_names_none() -> None:
    updates: list[list[object]] = [["Post no.", "Network", "Text"], [1, "FB", "A dry chain."]]
    assert two_tabs([*POSTS, [1, "Bell", "https://bike.example/bell/"]], updates) == [""]


def test_a_tab_of_customers_is_no_list_of_posts() -> None:
    updates: list[list[object]] = [["Post no.", "Network", "Text"], [1, "FB", "A dry chain."]]
    assert two_tabs([["No.", "Title", "Name"], [1, "Dr", "Ana"]], updates, "Customers") == [""]


@pytest.mark.parametrize(
    "headers",
    ["Tekst NL,Tekst FR", "Text DE,Text FR", "Text,Texte FR", "Tekst NL,Texte FR", "Copy (EN),Copy (FR)",
     "Text IT,Text SV", "Text (deutsch),Text (englisch)"],
)  # fmt: skip
def test_languages_beside_a_word_for_texts_are_no_days_of_the_week(headers: str) -> None:
    sheet = f"Date,Network,{headers}\n2026-01-12,facebook,Het ijs is open.,La glace tient.\n"
    updates = parsed(sheet)
    assert [(one.text, f"{one.posted_at:%a %d}") for one in updates.items] == [
        ("Het ijs is open.", "Mon 12"),
        ("La glace tient.", "Mon 12"),
    ]


@pytest.mark.parametrize(
    ("headers", "days"),
    [
        ("Friday - Facebook,Monday - LinkedIn", "16 12"),
        ("Facebook Mi,LinkedIn Fr", "14 16"),  # "Fr" beside another day
        ("Facebook FR,LinkedIn EN", "12 12"),
        ("Facebook FR,LinkedIn DE", "12 12"),
        ("Facebook Mar,LinkedIn Apr", "12 12"),  # months, as likely as not
    ],
)
def test_a_day_of_the_week_in_a_header_moves_a_date_only_where_it_can_be_nothing_else(
    headers: str, days: str
) -> None:
    try:
        updates = parsed(f"Week of,{headers}\n2026-01-12,The ice is open.,Skates for all.\n")
    except HandoverError:
        return  # not read, and so said
    assert " ".join(f"{one.posted_at:%d}" for one in updates.items) == days
