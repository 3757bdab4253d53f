"""Every file is read by the format it is of, and by no other."""

from pathlib import Path

import pytest

from handover.errors import UnknownFormatError
from handover.read import UPDATE_FORMATS, read_updates
from handover.read.search import ArchiveFormat
from handover.read.source import from_bytes, open_source

DATA = Path(__file__).parent / "data" / "updates"
FILES = sorted(
    path for path in DATA.rglob("*") if path.is_file() and not path.name.endswith(".expected.json")
)
TABLES = ("csv", "tsv", "txt", "xls", "xlsx", "ods", "xlsb")
# A sheet kept by hand can look like anything: it comes last and takes what no other format claims.
LAST = "sheet kept by hand"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(DATA).as_posix())
def test_no_two_formats_claim_one_file(path: Path) -> None:
    source = open_source(path)
    claims = [f.name for f in UPDATE_FORMATS if f.name != LAST and f.reader.accepts(source)]
    assert len(claims) <= 1


def test_a_sheet_kept_by_hand_is_tried_last() -> None:
    assert UPDATE_FORMATS[-1].name == LAST


@pytest.mark.parametrize(
    "path",
    [p for p in FILES if p.suffix[1:] not in TABLES],
    ids=lambda path: path.relative_to(DATA).as_posix(),
)
def test_what_is_no_table_is_not_taken_for_one(path: Path) -> None:
    tables = [f for f in UPDATE_FORMATS if not isinstance(f.reader, ArchiveFormat) and "CSV" in f.files]
    assert [f.name for f in tables if f.reader.accepts(open_source(path))] == []


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00" * 100,
        b"%PDF-1.7 Date,Text",
        b"<html><table>Date,Text</table>",
        b'{"text": "a"}',
        b"\xff\xfe",
        b"PK",
    ],
    ids=["empty", "zeros", "pdf", "html", "json", "mark alone", "pk"],
)
def test_what_is_no_sheet_is_claimed_by_no_table(data: bytes) -> None:
    source = from_bytes(data, "updates.csv")
    tables = [f for f in UPDATE_FORMATS if not isinstance(f.reader, ArchiveFormat)]
    assert [f.name for f in tables if f.reader.accepts(source)] == []


def test_an_overview_is_refused_with_the_export_to_take(tmp_path: Path) -> None:
    path = tmp_path / "account_overview_analytics.csv"
    path.write_text("Date,Impressions,Likes,Engagements,Bookmarks\n2025-03-04,1,2,3,4\n", "utf-8")
    with pytest.raises(UnknownFormatError) as caught:
        read_updates(path)
    assert "Content" in caught.value.hint
