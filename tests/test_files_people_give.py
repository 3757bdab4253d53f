"""Files that people give: each is read, or refused in a sentence that says what to do."""

import io
import shutil
import struct
import zipfile
from pathlib import Path
from random import Random
from typing import Any

import pytest

from handover.errors import FetchError, HandoverError, ParseError
from handover.read import read_updates, web
from handover.read.fetch import Answer
from handover.read.google_sheet import is_google_sheet
from handover.read.source import from_bytes
from handover.read.updates.tables.files import calamine
from tests.small_books import write_ods, write_xlsb

PLAN = "Date,Network,Text\n2026-03-04,Facebook,Steam rises from the old kettle at noon.\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCKED = OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(600)


def refusal(path: Path) -> str:
    """What is said of a file that cannot be read."""
    with pytest.raises(HandoverError) as error:
        read_updates(path)
    return f"{error.value.message} {error.value.hint}"


@pytest.mark.parametrize(
    ("name", "data", "what", "todo"),
    [
        ("plan.xlsx", LOCKED, "protected by a password", "take the password off"),
        ("plan.xlsx", b"", "is empty", "Export it again"),
        ("plan.csv", b"\xef\xbb\xbf \r\n", "is empty", "Export it again"),
        ("plan.numbers", b"PK\x05\x06" + bytes(18), "Apple Numbers", "Export To > Excel"),
        ("plan.pages", b"x", "Apple Pages", "table"),
        ("plan.key", b"x", "presentation", "table"),
        ("plan.gsheet", b'{"doc_id": "1"}', "Google Sheet", "File > Download"),
        ("plan.url", b"[InternetShortcut]\nURL=https://tea.example/", "only a link", "download"),
        ("plan.webloc", b"<?xml version='1.0'?><plist/>", "only a link", "download"),
        (".plan.xlsx.icloud", b"bplist00", "iCloud", "Finder"),
        ("shot.heic", b"\x00\x00\x00\x18ftypheic", "picture", "the sheet"),
        ("shot.txt", b"\x89PNG\r\n\x1a\n", "picture", "the sheet"),
        ("plan.csv", b"%PDF-1.7\n", "PDF", "the sheet"),
        ("links.txt", b"https://tea.example/a\nhttps://tea.example/b\n", "only addresses", "Date, Network"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(
    name: str, data: bytes, what: str, todo: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(data)
    told = refusal(tmp_path / name)
    assert what in told and todo in told


def test_what_programs_leave_in_a_folder_is_passed_over_without_a_word(tmp_path: Path) -> None:
    (tmp_path / "plan.csv").write_text(PLAN)
    for name in ("~$plan.xlsx", "thumbs.db", "Desktop.ini", ".DS_Store", "handover.toml", "tea-logo.pdf"):
        (tmp_path / name).write_bytes(b"%PDF")
    found = read_updates(tmp_path)
    assert len(found.items) == 1 and not found.skipped and not found.notices


def test_a_file_that_still_lies_in_icloud_is_named_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "plan.csv").write_text(PLAN)
    (tmp_path / ".more.xlsx.icloud").write_bytes(b"bplist00")
    assert [".more.xlsx.icloud" in s.location for s in read_updates(tmp_path).skipped] == [True]


def test_a_header_alone_is_told_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "plan.csv").write_text("Date,Network,Text\n")
    (notice,) = read_updates(tmp_path / "plan.csv").notices
    assert "no rows below it" in notice.text and "one a row" in notice.hint


ROWS = [
    ["Date", "Network", "Text", "Live"],
    ["2026-03-04", "Facebook", "Steam rises from the old kettle at noon.", "Posted"],
]
ADDRESS = "https://www.facebook.com/tea/posts/123456789"


def test_a_sheet_of_libreoffice_is_read_with_the_address_behind_its_words(tmp_path: Path) -> None:
    write_ods(tmp_path / "plan.ods", [ROWS[0], [*ROWS[1][:3], ("Posted", ADDRESS)]])
    (update,) = read_updates(tmp_path / "plan.ods").items
    assert (update.text, update.network) == (ROWS[1][2], "facebook")
    assert update.permalink == ADDRESS


def test_a_binary_workbook_of_excel_is_read(tmp_path: Path) -> None:
    write_xlsb(tmp_path / "plan.xlsb", ROWS)
    (update,) = read_updates(tmp_path).items
    assert (update.text, update.network) == (ROWS[1][2], "facebook")
    assert update.posted_at is not None and update.posted_at.day == 4


def test_links_and_merged_cells_of_both_are_read(tmp_path: Path) -> None:
    """A post merged over the rows of its updates stands with each of them."""
    told = [["Post", *ROWS[0]], ["Steam and tea", *ROWS[1]], ["", "2026-03-05", "X", "More steam.", ""]]
    write_xlsb(tmp_path / "plan.xlsb", told, link=(1, 4, ADDRESS), merged=(1, 2, 0))
    cells = [told[0], [*told[1][:4], ("Posted", ADDRESS)], told[2]]
    write_ods(tmp_path / "plan.ods", cells, down=("Steam and tea", 2))
    for name in ("plan.xlsb", "plan.ods"):
        found = read_updates(tmp_path / name).items
        assert [(u.post, u.permalink) for u in found] == [
            ("Steam and tea", ADDRESS),
            ("Steam and tea", ""),
        ], name


def test_a_document_of_a_mac_that_is_a_folder_is_one_file(tmp_path: Path) -> None:
    for place in ("plan.numbers", "notes.pages"):
        (tmp_path / "client" / place / "Index").mkdir(parents=True)
        (tmp_path / "client" / place / "Index" / "Document.iwa").write_bytes(b"x")
        (tmp_path / "client" / place / "preview.jpg").write_bytes(b"x")
    (tmp_path / "client" / "plan.csv").write_text(PLAN)
    assert "File > Export To > Excel" in refusal(tmp_path / "client" / "plan.numbers")
    shutil.make_archive(str(tmp_path / "all"), "zip", tmp_path, "client")
    for given in (tmp_path / "client", tmp_path / "all.zip"):
        found = read_updates(given)
        assert len(found.items) == 1
        assert sorted(s.location.rpartition("/")[2].rpartition(" ")[2] for s in found.skipped) == [
            "notes.pages",
            "plan.numbers",
        ]


def test_a_document_of_word_is_no_damaged_workbook(tmp_path: Path) -> None:
    stream = "WordDocument".encode("utf-16-le")
    for name in ("plan.doc", "plan.xls"):
        (tmp_path / name).write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1_000) + stream)
        assert "is a document" in refusal(tmp_path / name)


def test_a_sheet_of_libreoffice_with_a_password_says_so(tmp_path: Path) -> None:
    write_ods(tmp_path / "plan.ods", ROWS, locked=True)
    assert "protected by a password" in refusal(tmp_path / "plan.ods")


SHEET = "https://docs.google.com/spreadsheets/d/1teaKettleSteam_42/edit?gid=0#gid=0"
SIGN_IN = "https://accounts.google.com/ServiceLogin?continue=x"


def answering(monkeypatch: pytest.MonkeyPatch, **answers: Any) -> list[str]:
    """Google answers every request so; returns what it was asked."""
    asked: list[str] = []

    def answer(_: object, __: str, address: str, **___: object) -> Answer:
        asked.append(address)
        return Answer(address=address, **answers)

    monkeypatch.setattr(web, "request", answer)
    return asked


@pytest.mark.parametrize("given", [SHEET, Path(SHEET), SHEET.replace("/d/", "/u/1/d/")])
def test_a_google_sheet_shared_by_link_is_read_and_its_address_told_nowhere(
    given: str | Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_xlsb(tmp_path / "plan.xlsb", ROWS)
    asked = answering(monkeypatch, status=200, body=(tmp_path / "plan.xlsb").read_bytes())
    found = read_updates(given)
    assert asked == ["https://docs.google.com/spreadsheets/d/1teaKettleSteam_42/export?format=xlsx"]
    assert [update.text for update in found.items] == [ROWS[1][2]]
    assert "Google Sheet" in repr(found) and "teaKettle" not in repr(found)


@pytest.mark.parametrize(
    "answer",
    [{"status": 302, "location": SIGN_IN}, {"status": 403}, {"status": 200, "body": b"<html>Sign in"}],
)
def test_a_google_sheet_that_is_not_shared_says_how_to_download_it(
    answer: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answering(monkeypatch, **answer)
    with pytest.raises(FetchError) as error:
        read_updates([SHEET])
    told = f"{error.value.message} {error.value.hint} {error.value.location}"
    assert "not shared by link" in told and "File > Download" in told and "teaKettle" not in told
    assert len(asked) == 1, "nobody signs in"


def test_a_google_sheet_that_does_not_come_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, status=404)
    with pytest.raises(FetchError, match=r"could not be fetched \(the server answered 404"):
        read_updates(SHEET)


def test_another_page_of_google_is_not_taken_for_a_sheet() -> None:
    assert not is_google_sheet("https://docs.google.com/document/d/1tea/edit")
    assert not is_google_sheet("https://tea.example/?to=https://docs.google.com/spreadsheets/d/1tea")


def hint_for(tmp_path: Path, table: str) -> str:
    (tmp_path / "plan.csv").write_text(table)
    with pytest.raises(HandoverError) as error:
        read_updates(tmp_path / "plan.csv", map={})
    return str(error.value.hint)


def test_a_map_is_suggested_for_a_column_of_prose_never_for_one_that_repeats_a_cell(tmp_path: Path) -> None:
    told = hint_for(
        tmp_path,
        "Go live,Blurb zz,Firm zz\n"
        "2026-03-04,Steam rises from it,Old Tea House of the Harbour and Sons\n"
        "2026-03-05,The kettle sings again,Old Tea House of the Harbour and Sons\n",
    )
    assert 'text="Blurb zz"' in told and 'text="Firm' not in told


def test_no_column_is_suggested_where_none_holds_prose(tmp_path: Path) -> None:
    told = hint_for(tmp_path, "Go live,Blurb zz,Code zz\n2026-03-04,kettle,A-12\n2026-03-05,steam,B-7\n")
    assert "Blurb zz" in told and "--map text=NAME" in told


# --- damaged .ods and .xlsb -------------------------------------------------------------------------


def _damaged(path: Path, seed: int) -> bytes:
    """The package with a few bytes of one part changed, or the part cut short."""
    random = Random(seed)
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    name = random.choice(sorted(parts))
    data = bytearray(parts[name])
    if random.random() < 0.3:
        del data[random.randrange(len(data)) :]
    for _ in range(random.randint(1, 4)):
        if data:
            data[random.randrange(len(data))] = random.randrange(256)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for part, whole in parts.items():
            package.writestr(part, bytes(data) if part == name else whole)
    return stream.getvalue()


@pytest.mark.parametrize("ending", ["ods", "xlsb"])
def test_whatever_is_damaged_the_workbook_is_read_or_refused_with_a_sentence(
    ending: str, tmp_path: Path
) -> None:
    path = tmp_path / f"plan.{ending}"
    (write_ods if ending == "ods" else write_xlsb)(path, [[str(cell) for cell in row] for row in ROWS])
    outcomes = set()
    for seed in range(200):
        try:
            calamine.read(from_bytes(_damaged(path, seed), path.name))
            outcomes.add("read")
        except ParseError as error:
            assert path.name in str(error)
            outcomes.add("panic" if calamine.is_panic(error.__cause__ or error) else "refused")
    assert {"read", "refused"} <= outcomes
    assert ending == "ods" or "panic" in outcomes


def test_a_stop_by_the_user_is_no_damage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(package: zipfile.ZipFile) -> None:
        raise KeyboardInterrupt

    write_ods(tmp_path / "plan.ods", ROWS)
    monkeypatch.setattr(calamine, "guard", stopped)
    with pytest.raises(KeyboardInterrupt):
        calamine.read(from_bytes((tmp_path / "plan.ods").read_bytes(), "plan.ods"))


def test_a_cell_far_out_in_a_binary_workbook_fills_no_memory(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsb"
    write_xlsb(path, [["Date", "Text"], ["2024-05-02", "Feed it twice"]])
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    row = b"\x00\x11" + struct.pack("<I", 0)
    assert row in parts["xl/worksheets/sheet1.bin"]
    far = parts["xl/worksheets/sheet1.bin"].replace(
        b"\x00\x11" + struct.pack("<I", 1), b"\x00\x11" + struct.pack("<I", 2**31)
    )
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, far if name.endswith("sheet1.bin") else data)
    with pytest.raises(ParseError, match="too large to be read: a sheet reaches to column"):
        calamine.read(from_bytes(path.read_bytes(), path.name))
