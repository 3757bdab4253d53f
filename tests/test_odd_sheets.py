"""Sheets with habits of their own: colours for states, texts in another tab, other alphabets, encodings."""

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Font, PatternFill

from handover import HandoverError, Updates, read_updates
from handover.read.updates.tables.files.old_encodings import old_encoding
from handover.read.updates.tables.header.roles import role_of
from handover.read.updates.tables.rows.cell_words import state_of
from handover.read.updates.tables.words_of_languages import HEADERS, STATES
from tests.test_read_updates_loose_sheets import parsed, said

GREEN, AMBER, RED, BLUE = "92D050", "FFC000", "FF0000", "0070C0"
HEADER = ["Date", "Channel", "Copy"]
ROWS = [
    ["2026-10-05", "Instagram", "Kiln opening day! The celadon came out well."],
    ["2026-10-09", "Facebook", "Two seats left in the Saturday wheel class."],
    ["2026-10-12", "Instagram", "Our seconds sale is on Saturday."],
    ["2026-10-16", "Facebook", "Last posting dates for Christmas."],
]
KEY = [(GREEN, "Posted"), (AMBER, "Scheduled"), (RED, "Still to write / not approved")]


def book(tmp_path: Path, tabs: dict[str, Sequence[Sequence[Any]]], paint: Any = None) -> Updates:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in tabs.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    if paint:
        paint(made)
    made.save(tmp_path / "plan.xlsx")
    return read_updates(tmp_path / "plan.xlsx", timezone="UTC")


def fill(cell: Any, colour: str) -> None:
    cell.fill = PatternFill("solid", fgColor=colour)


def paint_rows(sheet: Any, first: int, colours: Sequence[str]) -> None:
    for row, colour in enumerate(colours, first):
        for cell in sheet[row][:3] if colour else ():
            fill(cell, colour)


def states(updates: Updates) -> list[str]:
    return [one.state for one in updates.items]


def told(updates: Updates) -> str:
    return " ".join([*(one.text for one in updates.notices), *(one.reason for one in updates.skipped)])


# --- colours


@pytest.mark.parametrize("where", ["above", "beside", "in it", "on a tab", "below"])
def test_colours_are_states_where_a_legend_explains_them(tmp_path: Path, where: str) -> None:
    legend = [["", word] for _, word in KEY]
    rows: list[list[Any]] = [HEADER, *ROWS]
    if where == "above":
        rows = [*legend, *rows]
    elif where == "below":
        rows = [*rows, [], *legend]
    elif where == "beside":
        rows = [[*row, "", "", word] for row, (_, word) in zip(rows, KEY, strict=False)] + rows[3:]
    elif where == "in it":
        rows = [[word] for _, word in KEY] + rows
    tabs: dict[str, Any] = {"Plan": rows, **({"Key": legend} if where == "on a tab" else {})}

    def paint(made: Any) -> None:
        plan = made["Plan"]
        first = 5 if where in ("above", "in it") else 2
        paint_rows(plan, first, [GREEN, AMBER, RED, AMBER])
        for row, (colour, _) in enumerate(KEY, 1):
            at = {"beside": plan.cell(row, 5), "below": plan.cell(row + 6, 1)}.get(where, plan.cell(row, 1))
            fill(made["Key"].cell(row, 1) if where == "on a tab" else at, colour)

    updates = book(tmp_path, tabs, paint)
    assert states(updates) == ["published", "scheduled", "draft", "scheduled"]
    assert "read from the colours of their rows" in told(updates)


def test_colours_without_a_legend_are_told(tmp_path: Path) -> None:
    updates = book(
        tmp_path, {"Plan": [HEADER, *ROWS]}, lambda made: paint_rows(made["Plan"], 2, [GREEN, GREEN, RED, ""])
    )
    assert states(updates) == ["published"] * 4 and "no legend says what they mean" in told(updates)


@pytest.mark.parametrize(
    "colours", [[BLUE, "", BLUE, ""], [BLUE, RED, BLUE, RED], [GREEN] * 4, [RED, BLUE, RED, BLUE]]
)
def test_stripes_one_colour_and_those_of_networks_are_no_states(tmp_path: Path, colours: list[str]) -> None:
    updates = book(tmp_path, {"Plan": [HEADER, *ROWS]}, lambda made: paint_rows(made["Plan"], 2, colours))
    assert "legend" not in told(updates)


def test_a_column_of_states_goes_before_colours(tmp_path: Path) -> None:
    rows = [["", "Posted"], ["", "Scheduled"], [*HEADER, "Status"], *([*row, "draft"] for row in ROWS)]

    def paint(made: Any) -> None:
        paint_rows(made["Plan"], 4, [GREEN, AMBER, GREEN, GREEN])
        fill(made["Plan"]["A1"], GREEN)
        fill(made["Plan"]["A2"], AMBER)

    assert states(book(tmp_path, {"Plan": rows}, paint)) == ["draft"] * 4


def test_what_is_struck_through_was_not_posted(tmp_path: Path) -> None:
    def strike(made: Any, rows: Sequence[int]) -> None:
        for row in rows:
            for cell in made["Plan"][row]:
                cell.font = Font(strike=True)

    updates = book(tmp_path, {"Plan": [HEADER, *ROWS]}, lambda made: strike(made, [3]))
    assert states(updates) == ["published", "draft", "published", "published"]
    assert "1 update is struck through and taken as a draft" in told(updates)
    updates = book(tmp_path, {"Plan": [HEADER, *ROWS]}, lambda made: strike(made, [2, 3, 4]))
    assert states(updates) == ["published"] * 4 and "that was not used" in told(updates)


# --- texts in another tab

PLAN = [["Post #", "Go-live date", "Channel"], ["P01", "2026-08-03", "LinkedIn"],
        ["P02", "2026-08-05", "Facebook"], ["P01", "2026-08-12", "Facebook"]]  # fmt: skip
TEXTS = [["Post #", "Copy", "URL"], ["P01", "Forty volunteers, nine canoes.", "https://trust.example/clean"],
         ["P02", "Can you spare a Saturday?", ""]]  # fmt: skip


@pytest.mark.parametrize("order", [("Plan", "Texts"), ("Texts", "Plan")])
def test_texts_are_joined_to_a_plan_by_their_key(tmp_path: Path, order: Sequence[str]) -> None:
    tabs = {"Plan": PLAN, "Texts": TEXTS}
    updates = book(tmp_path, {name: tabs[name] for name in order})
    found = [(one.network, f"{one.posted_at:%m-%d}", one.text, one.links) for one in updates.items]
    link = ("https://trust.example/clean",)
    assert found == [
        ("linkedin", "08-03", "Forty volunteers, nine canoes.", link),
        ("facebook", "08-05", "Can you spare a Saturday?", ()),
        ("facebook", "08-12", "Forty volunteers, nine canoes.", link),
    ]
    assert "given the texts of the sheet 'Texts' by what stands under 'Post #'" in told(updates)


def test_texts_are_joined_by_their_title_too(tmp_path: Path) -> None:
    plan = [
        ["Post", "Date", "Network"],
        ["Spring clean", "2026-08-03", "X"],
        ["Reed beds", "2026-08-05", "X"],
    ]
    texts = [["Title", "Copy"], ["Reed beds", "Can you spare a Saturday?"], ["Spring clean", "Forty canoes."],
             ["Later", "Not planned yet."]]  # fmt: skip
    updates = book(tmp_path, {"Plan": plan, "Texts": texts})
    assert [one.text for one in updates.items] == ["Forty canoes.", "Can you spare a Saturday?"]
    assert [(one.line, one.reason) for one in updates.skipped] == [
        (4, "No row of the other sheet names its text.")
    ]


@pytest.mark.parametrize(
    "texts",
    [
        [["Post #", "Copy"], ["P01", "One text."], ["P01", "Another text."], ["P02", "A third."]],
        [["Post #", "Copy"], ["P01", "One text."], ["P03", "Another text."]],
    ],
)
def test_a_key_is_never_published_as_a_text(tmp_path: Path, texts: list[list[str]]) -> None:
    updates = book(tmp_path, {"Plan": PLAN, "Texts": texts})
    assert not any(one.text.startswith("P0") for one in updates.items)
    assert any(one.location.endswith("Plan") for one in updates.skipped)


# --- words and letters of other languages

MEANT = {"text", "media", "date", "weekday", "done", "state", "labels", "hashtags", "post", "time"}


@pytest.mark.parametrize(
    ("word", "field"),
    [
        (word.strip(), field)
        for told in HEADERS.values()
        for field, words in told.items()
        for word in words.split("|")
    ],
)  # fmt: skip
def test_every_word_for_a_column_is_known_in_any_case(word: str, field: str) -> None:
    for spelling in (word, word.capitalize(), word.upper()):
        role = role_of(spelling)
        assert role is not None, spelling
        # A few mean two things in two languages: the more cautious or the older one stands.
        assert role.field == field or {role.field, field} <= {
            "text",
            "media",
            "date",
            "weekday",
            "done",
            "state",
            "labels",
            "hashtags",
            "post",
            "time",
        }


@pytest.mark.parametrize(
    ("word", "state"), [(word.strip(), state) for state, words in STATES.items() for word in words.split("|")]
)
def test_every_word_for_a_state_is_known(word: str, state: str) -> None:
    assert state_of(word) == state_of(word.upper()) == state


SHEETS: dict[str, str] = tomllib.loads(
    (Path(__file__).parent / "data" / "odd_sheets.toml").read_text("utf-8")
)


@pytest.mark.parametrize("language", SHEETS)
def test_a_sheet_in_this_language_is_read(language: str) -> None:
    updates = parsed(SHEETS[language])
    found = [(one.network, f"{one.posted_at:%Y-%m-%d %H:%M}", one.state) for one in updates.items]
    assert found == [("instagram", "2026-04-01 10:00", "published"), ("x", "2026-04-08 18:00", "draft")]


ENCODED = [
    ("pl", "cp1250"), ("pl", "iso8859_2"), ("cs", "cp1250"), ("hu", "cp1250"), ("el", "cp1253"),
    ("tr", "cp1254"),
    ("ru", "cp1251"), ("uk", "cp1251"), ("ja", "cp932"), ("fi", "cp1252"), ("da", "cp1252"), ("ru", "koi8_r"),
    ("zh", "gb18030"), ("ko", "cp949"), ("da", "mac_roman"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "encoding"), ENCODED)
def test_the_encoding_is_that_of_words_and_letters(tmp_path: Path, language: str, encoding: str) -> None:
    path = tmp_path / "plan.csv"
    path.write_bytes(SHEETS[language].encode(encoding))
    updates = read_updates(path, timezone="UTC")
    assert [one.text for one in updates.items] == [one.text for one in parsed(SHEETS[language]).items]
    assert "encoding is not named and was taken to be" in told(updates)


@pytest.mark.parametrize(
    "text", ["Datum;Text\n1.1.2026;Škoda für alle\n", "Date;Texte\n1/1/2026;L’œuvre où l’été naît\n",
             "Fecha;Texto\n1/1/2026;¡Mañana! ¿Vienes? 2ª ed.\n",
             "Date,Copy\n1/1/2026,“Half price” – only £5\n"]
)  # fmt: skip
def test_western_texts_stay_western(text: str) -> None:
    assert text.encode("cp1252").decode(old_encoding(text.encode("cp1252"))) == text


@pytest.mark.parametrize(
    ("word", "network"),
    [("Фейсбук", "facebook"), ("Інстаграм", "instagram"), ("インスタグラム", "instagram"),
     ("페이스북", "facebook"),
     ("推特", "x"), ("ユーチューブ", "youtube")],
)  # fmt: skip
def test_networks_are_known_by_their_names_in_other_letters(word: str, network: str) -> None:
    assert [one.network for one in parsed(f"Date,Network,Text\n2026-03-01,{word},Kettle on.\n").items] == [
        network
    ]


# --- when, where, what


@pytest.mark.parametrize(
    "header",
    ["When,At,Where,What we said,Link", "Wann,Uhr,Wo,Was,Link", "Quand,Heure,Où,Quoi,Lien",
     "Quando,Ora,Dove,Cosa,Link",
     "Cuándo,A las,Dónde,Qué,Enlace"],
)  # fmt: skip
def test_when_where_and_what_are_read_where_an_hour_stands_beside_them(header: str) -> None:
    rows = (
        "2026-03-01,09:00,Facebook,The last tram leaves tonight.,https://trams.example/last\n"
        "2026-03-04,18:00,Instagram,Brass and teak and 1932.,\n"
        "2026-03-09,12:30,Facebook,Thank you all for it.,\n"
    )
    updates = parsed(f"{header}\n{rows}")
    assert [(one.network, f"{one.posted_at:%d %H:%M}") for one in updates.items] == [
        ("facebook", "01 09:00"), ("instagram", "04 18:00"), ("facebook", "09 12:30"),
    ]  # fmt: skip


def test_days_and_hours_as_a_spreadsheet_counts_them_are_read() -> None:
    updates = parsed("Date,Time,Network,Text\n46082,0.375,X,Nine o'clock\n46085,0.75,X,Six o'clock\n")
    assert [f"{one.posted_at:%Y-%m-%d %H:%M}" for one in updates.items] == [
        "2026-03-01 09:00", "2026-03-04 18:00",
    ]  # fmt: skip


# --- what else is said


def test_a_column_that_may_tell_states_is_named_with_its_words() -> None:
    rows = "".join(
        f"2026-0{n}-01,X,Words number {n},{word}\n" for n, word in enumerate(["Hecgo", "Hecgo", "Plov"], 1)
    )
    updates = parsed(f"Date,Network,Text,Zonj\n{rows}")
    assert "'Zonj' may tell the states of its updates, but its words are not known: 'Hecgo', 'Plov'." in said(
        updates
    )
    assert states(updates) == ["published"] * 3


@pytest.mark.parametrize("header", ["Owner", "Verantwortlich", "Format", "Campaign"])
def test_names_of_people_and_kinds_are_not_shown_as_states(header: str) -> None:
    rows = "".join(
        f"2026-0{n}-01,X,Words number {n},{word}\n" for n, word in enumerate(["Ilse", "Ilse", "Bo"], 1)
    )
    assert "Ilse" not in said(parsed(f"Date,Network,Text,{header}\n{rows}"))


def test_an_idea_without_a_date_takes_none_from_above() -> None:
    rows = "2026-03-01,X,One,published\n,Facebook,An idea,idea\n2026-03-09,X,Three,published\n"
    assert parsed(f"Date,Network,Text,Status\n{rows}").items[1].posted_at is None


def test_a_sheet_that_is_not_known_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "plan.csv").write_text("Hello\nthere\n", "utf-8")
    with pytest.raises(HandoverError) as refused:
        read_updates(tmp_path / "plan.csv")
    assert "Put them into a table with a header" in refused.value.hint
