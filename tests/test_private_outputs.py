"""Private rows, planted in every kind of table, archive and folder beside real updates, reach no output."""

import datetime as dt
import io
import json
import logging
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handover import build_handover, read_updates
from handover.cli import cli
from handover.write import WRITERS
from tests.extent import share
from tests.old_excel import as_old_workbook
from tests.opened import opened
from tests.private_downloads import DOWNLOADS, SECRET
from tests.strangers import PLAN, Rows, as_text, as_workbook, rows_of, tables

FORMATS = tuple(name for name in WRITERS if name != "pdf")  # which LibreOffice makes of the document
TODAY = dt.date(2026, 11, 22)
BLOG = "https://blog.example"
POSTS = [
    {"id": str(n), "url": f"{BLOG}/{title.replace(' ', '-').lower()}", "title": title,
     "date_published": f"2026-01-0{n + 4}T09:00:00Z", "content_text": f"{title}. All about it."}
    for n, title in enumerate(("Rye for the office", "Spelt for the harbour", "A pot of light tea"))
]  # fmt: skip

# Headers of private tables in the languages of the house and what a cell below each holds.
COLUMNS: dict[str, str] = {
    "Date": "day", "Datum": "day", "Fecha": "day", "Data": "day", "Sent at": "day",
    "Platform": "network", "Kanal": "network", "Réseau": "network", "Canale": "network", "Canal": "network",
    "Customer": "person", "Kunde": "person", "Client name": "person", "Cliente": "person", "Sender": "person",
    "Absender": "person", "Expéditeur": "person", "Remitente": "person", "Mittente": "person",
    "Reviewer": "person", "Applicant": "person", "Bewerber": "person", "From": "person", "To": "person",
    "Vorname": "person", "Nachname": "person", "Prénom": "person", "Nom de famille": "person",
    "E-mail": "mail", "Email address": "mail", "Correo electrónico": "mail", "Courriel": "mail",
    "Phone": "phone", "Telefon": "phone", "Teléfono": "phone", "Telefono": "phone", "Telefone": "phone",
    "Instagram": "handle", "TikTok": "handle", "Handle": "handle",
    "Message": "prose", "Nachricht": "prose", "Mensaje": "prose", "Messaggio": "prose", "Mensagem": "prose",
    "Content": "prose", "Text": "prose", "Body": "prose", "Description": "prose", "Beschreibung": "prose",
    "Review": "prose", "Bewertungstext": "prose", "Our reply": "prose", "Antwort": "prose",
    "Réponse": "prose", "Rating": "mark", "Sterne": "mark", "Followers": "count", "Abonnés": "count",
    "Conversation ID": "count", "Ticket number": "count", "Order number": "count", "Comment text": "prose",
}  # fmt: skip
# Which of them make a table private together, each row of one table.
PRIVATE = [
    ("Conversation ID", "From", "To", "Date", "Content"),
    ("Date", "Sender", "Message"), ("Datum", "Absender", "Nachricht"), ("Fecha", "Remitente", "Mensaje"),
    ("Data", "Mittente", "Messaggio"), ("Date", "Expéditeur", "Text"), ("From", "To", "Date", "Body"),
    ("Date", "Platform", "Customer", "Message", "Our reply"),
    ("Datum", "Kunde", "Kanal", "Nachricht", "Antwort"),
    ("Fecha", "Cliente", "Canal", "Mensaje", "Teléfono"),
    ("Data", "Cliente", "Canale", "Messaggio", "E-mail"),
    ("Ticket number", "Customer", "Description"), ("Order number", "Customer", "E-mail", "Description"),
    ("Vorname", "Nachname", "E-mail", "Telefon", "Text"), ("Prénom", "Nom de famille", "Courriel", "Message"),
    ("E-mail", "Phone", "Content"), ("Email address", "Message"), ("Correo electrónico", "Teléfono", "Text"),
    ("Date", "Platform", "Reviewer", "Rating", "Review", "Our reply"), ("Datum", "Kunde", "Sterne", "Text"),
    ("Applicant", "E-mail", "Phone", "Message"), ("Bewerber", "Telefon", "Nachricht"),
    ("Instagram", "TikTok", "Followers", "E-mail"), ("Handle", "Platform", "Message", "Our reply"),
    ("Date", "Platform", "Sender", "Comment text"), ("Instagram", "Abonnés", "Courriel", "Description"),
]  # fmt: skip
STRANGERS = [name for name in tables("private") if name.endswith(".csv")]


def cell(kind: str, number: int, column: int) -> str:
    """A cell of this kind, with a word of its own wherever a person's word would stand."""
    word = f"{SECRET}{number}x{column}"
    match kind:
        case "day":
            return f"2026-01-{number + 5:02} 10:00"
        case "network":
            return ("Instagram", "Facebook", "LinkedIn")[number % 3]
        case "mail":
            return f"{word}@a.example"
        case "phone":
            return f"+49 40 55501{number}{column}"
        case "handle":
            return f"@{word}"
        case "mark":
            return str(number % 5 + 1)
        case "count":
            return str(1000 + number)
        case "person":
            return f"Ana {word.title()}"
    return f"I leave the office in May {word}, and nobody is to know before"


@st.composite
def private_tables(draw: st.DrawFn) -> list[list[str]]:
    """A private table of invented rows, or one of the strangers', its columns in any order."""
    if draw(st.booleans()):
        header = list(draw(st.sampled_from(PRIVATE)))
        count = draw(st.integers(2, 12))
        rows = [header, *([cell(COLUMNS[w], n, c) for c, w in enumerate(header)] for n in range(count))]
    else:
        rows = rows_of(tables("private")[draw(st.sampled_from(STRANGERS))][0].replace("quaxel", SECRET))
        rows = [row + [""] * (max(map(len, rows)) - len(row)) for row in rows]
    order = draw(st.permutations(range(len(rows[0]))))
    return [[row[index] for index in order] for row in rows]


def zipped(name: str, data: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return stream.getvalue()


KINDS: dict[str, tuple[str, Callable[[Rows], bytes]]] = {
    "csv": (".csv", lambda rows: as_text(rows).encode()),
    "semicolons of an old Excel": (".csv", lambda rows: as_text(rows, ";").encode("cp1252", "replace")),
    "tsv": (".tsv", lambda rows: as_text(rows, "\t").encode()),
    "text of Excel": (".txt", lambda rows: as_text(rows, "\t").encode("utf-16")),
    "xlsx": (".xlsx", lambda rows: as_workbook({"Sheet1": rows})),
    "xls": (".xls", as_old_workbook),
    "sheet beside a plan": (".xlsx", lambda rows: as_workbook({"Plan": PLAN, "Sheet2": rows})),
    "below a plan": (".csv", lambda rows: as_text((*PLAN, (), *rows)).encode()),
}
PLACES: dict[str, Callable[[str, bytes], tuple[str, bytes]]] = {
    "folder": lambda name, data: (name, data),
    "folder within": lambda name, data: (f"old/work/{name}", data),
    "zip": lambda name, data: ("download.zip", zipped(name, data)),
    "zip within a zip": lambda name, data: ("all.zip", zipped("parts/one.zip", zipped(f"a/{name}", data))),
}


class Log(logging.Handler):
    """What was logged."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.told.append(logging.Formatter().format(record))


def outputs(folder: Path, updates: Path) -> Iterator[tuple[str, bytes]]:
    """Everything a build and a check give: files of all formats, summary, messages, log."""
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Crumb", "home_page_url": BLOG}
    (folder / "feed.json").write_text(json.dumps({**feed, "items": POSTS}), "utf-8")
    log = Log()
    logger = logging.getLogger("handover")
    logger.addHandler(log)
    try:
        handover = build_handover(
            folder / "feed.json", updates, out_dir=folder / "out", formats=FORMATS, today=TODAY,
            whole_blog=False, timezone="UTC", language="en",
        )  # fmt: skip
        checked = CliRunner().invoke(
            cli, ["check", str(folder / "feed.json"), str(updates), "--no-whole-blog"]
        )
    finally:
        logger.removeHandler(log)
    assert {update.text for update in handover.updates.items} >= {PLAN[-1][2]}
    assert checked.exit_code in (0, 1), checked.output
    yield "the handover", repr(handover).encode()
    yield "the summary", str(handover).encode()
    yield "what check says", checked.output.encode()
    yield "the log", "\n".join(log.told).encode()
    yield from opened(folder / "out")


def leaks(pieces: Iterator[tuple[str, bytes]]) -> list[str]:
    return [where for where, data in pieces if SECRET.encode() in data.lower()]


@settings(max_examples=share(24), deadline=None, suppress_health_check=list(HealthCheck))
@given(private_tables(), st.sampled_from(sorted(KINDS)), st.sampled_from(sorted(PLACES)))
def test_private_rows_of_any_table_in_any_place_reach_no_output(
    rows: list[list[str]], kind: str, place: str
) -> None:
    ending, made = KINDS[kind]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        given_ = folder / "given"
        file, data = PLACES[place](f"table{ending}", made(rows))
        path = given_ / file
        path.parent.mkdir(parents=True)
        path.write_bytes(data)
        (given_ / "plan.csv").write_text(as_text(PLAN), "utf-8")
        assert leaks(outputs(folder, given_)) == []


@pytest.mark.parametrize(
    "rows",
    [
        (
            ("From", "Body", "To", "Date"),
            ("Ana Sorel", f"I leave in May {SECRET}", "Ben", "2026-01-05 10:00"),
        ),
        (
            ("Link", "Name", "Status", "Twitter"),
            ("https://x.com/quaxel1", "Ana Quaxel", "open", f"@{SECRET}"),
        ),
    ],
    ids=["who wrote to whom", "people with addresses that have digits"],
)
def test_a_private_table_below_a_plan_is_another_table_whatever_stands_under_the_date(
    tmp_path: Path, rows: list[tuple[str, ...]]
) -> None:
    header, row = rows
    (tmp_path / "plan.csv").write_text(as_text((*PLAN, (), header, row, row)), "utf-8")
    assert SECRET not in repr(read_updates(tmp_path / "plan.csv", timezone="UTC")).lower()


def test_the_search_finds_what_does_come_out(tmp_path: Path) -> None:
    (tmp_path / "given").mkdir()
    (tmp_path / "given" / "plan.csv").write_text(as_text((*PLAN, ("2026-01-07", "X", f"Open {SECRET}"))))
    found = leaks(outputs(tmp_path, tmp_path / "given"))
    assert len(found) > 6
    assert any(where.endswith(".html") for where in found)
    assert any("word/document.xml" in where for where in found)


# --- the private parts of the networks' own downloads -----------------------------------------------


@pytest.mark.parametrize("network", DOWNLOADS)
@pytest.mark.parametrize("packed", [False, True], ids=["unpacked", "packed"])
def test_the_private_parts_of_a_download_reach_no_output(network: str, packed: bool, tmp_path: Path) -> None:
    given_ = tmp_path / "given"
    files = DOWNLOADS[network]
    if packed:
        given_.mkdir()
        with zipfile.ZipFile(given_ / "download.zip", "w") as archive:
            for name, data in files.items():
                archive.writestr(name, data)
    else:
        for name, data in files.items():
            (given_ / name).parent.mkdir(parents=True, exist_ok=True)
            (given_ / name).write_text(data, "utf-8")
    (given_ / "plan.csv").write_text(as_text((PLAN[0], PLAN[2])), "utf-8")
    pieces = list(outputs(tmp_path, given_))
    assert "Rye for the office" in dict(pieces)["the handover"].decode()
    assert leaks(iter(pieces)) == []
