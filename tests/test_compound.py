"""The compound file around an .xls: found as it was written, and no damage leads round in circles."""

import struct
from pathlib import Path

import pytest
import xlrd
from hypothesis import given, settings
from hypothesis import strategies as st

from handover.errors import ParseError
from handover.read.source import from_bytes
from handover.read.updates.tables.files import xls
from handover.read.updates.tables.files.compound import workbook_of
from tests.old_excel import as_old_workbook

DATA = Path(__file__).parent / "data" / "updates"
SMALL = as_old_workbook([["Date", "Text"], ["2025-03-04", "Ash bends."]])
CHAINS = 512  # where the table of chains stands in it
FOLDER = 1024  # and the directory


def cells_of(book: xlrd.Book) -> list[list[object]]:
    return [sheet.row_values(row) for sheet in book.sheets() for row in range(sheet.nrows)]


@pytest.mark.parametrize("path", sorted(DATA.glob("*.xls")), ids=lambda path: path.name)
def test_the_records_are_those_that_xlrd_finds_in_a_sound_file(path: Path) -> None:
    data = path.read_bytes()
    ours, theirs = (xlrd.open_workbook(file_contents=file) for file in (workbook_of(data), data))
    cells = [
        [sheet.row_values(row) for sheet in b.sheets() for row in range(sheet.nrows)] for b in (ours, theirs)
    ]
    assert cells[0] == cells[1] and cells[0]


def test_what_is_no_compound_file_is_left_as_it_is() -> None:
    assert workbook_of(b"\x09\x08\x08\x00older") == b"\x09\x08\x08\x00older"


def test_a_small_workbook_lies_among_the_small_streams() -> None:
    records = workbook_of(SMALL)
    small = bytearray(SMALL)
    # The stream becomes the root's, and a table of chains of 64 bytes each goes into the sector after it.
    count = len(SMALL) // 512 - 1
    chains = struct.pack("<128I", *range(1, 64), 0xFFFFFFFE, *[0xFFFFFFFF] * 64)
    struct.pack_into("<I", small, 60, count)
    struct.pack_into("<I", small, CHAINS + 4 * count, 0xFFFFFFFE)
    struct.pack_into("<II", small, FOLDER + 116, 2, 4096)
    struct.pack_into("<II", small, FOLDER + 128 + 116, 0, 4000)
    assert workbook_of(bytes(small) + chains) == records[:4000]


def test_a_chain_that_goes_in_a_circle_is_refused_with_a_sentence() -> None:
    damaged = bytearray(SMALL)
    struct.pack_into("<I", damaged, CHAINS + 4 * 4, 2)
    with pytest.raises(ValueError, match="circle"):
        workbook_of(bytes(damaged))
    with pytest.raises(ParseError, match=r"damaged\.xls could not be read as an old Excel workbook"):
        xls.read(from_bytes(bytes(damaged), "damaged.xls"))


def test_a_directory_that_goes_in_a_circle_ends() -> None:
    damaged = bytearray(SMALL)
    struct.pack_into("<II", damaged, FOLDER + 128 + 68, 1, 1)
    assert workbook_of(bytes(damaged)) == workbook_of(SMALL)


def test_a_file_without_a_workbook_is_refused() -> None:
    with pytest.raises(ValueError, match="no workbook"):
        workbook_of(SMALL.replace("Workbook".encode("utf-16-le"), "Contents".encode("utf-16-le")))


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, len(SMALL) - 1), st.integers(0, 255)), min_size=1, max_size=20))
def test_damage_gives_no_more_than_the_file_holds_or_a_refusal(
    damage: list[tuple[int, int]],
) -> None:
    data = bytearray(SMALL)
    for at, value in damage:
        data[at] = value
    try:
        assert len(workbook_of(bytes(data))) <= len(data)
    except ValueError:
        return


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ParseError):
        xls.read(from_bytes(SMALL[:1600], "damaged.xls"))
    assert capfd.readouterr() == ("", "")
