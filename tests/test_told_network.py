"""`--network FILE=x`: the user's word where a file names no network, and the question where nobody has."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from handover import Updates, read_updates

SHEET = (
    "Date,Text,Channel\n2024-05-02,Tea is here,\n2024-05-03,Cups are here,LinkedIn\n2024-05-04,Hi,Reddit\n"
)


def read(tmp_path: Path, told: dict[str, str], name: str = "plan.csv", text: str = SHEET) -> Updates:
    (tmp_path / name).write_text(text, "utf-8")
    return read_updates(tmp_path / name, network=told, timezone="UTC")


@pytest.mark.parametrize("file", ["plan.csv", "PLAN.CSV", "{folder}/plan.csv"])
def test_only_rows_that_say_nothing_are_on_the_network_told(tmp_path: Path, file: str) -> None:
    found = read(tmp_path, {file.format(folder=tmp_path): "instagram"})
    assert [item.network for item in found.items] == ["instagram", "linkedin", "other"]
    plain = read(tmp_path, {})
    assert [a.id == b.id for a, b in zip(found.items, plain.items, strict=True)] == [False, True, True]


def test_the_user_s_word_goes_before_the_name_of_the_file_and_a_word_that_is_no_network(
    tmp_path: Path,
) -> None:
    sheet = "Date,Text,Channel\n2024-05-02,Tea is here,Tern & Tide\n2024-05-03,Cups are here,\n"
    found = read(tmp_path, {"facebook.csv": "threads"}, "facebook.csv", sheet)
    assert [(item.network, item.account) for item in found.items] == [
        ("threads", "Tern & Tide"),
        ("threads", ""),
    ]
    assert not [notice for notice in found.notices if "network" in notice.text]


def test_a_sheet_goes_before_its_file(tmp_path: Path) -> None:
    book = Workbook()
    for title in ("March", "April"):
        sheet = book.create_sheet(title)
        sheet.append(["Date", "Text"])
        sheet.append(["2024-05-02", f"Tea in {title}"])
    book.save(tmp_path / "plan.xlsx")
    told = {"plan.xlsx": "x", "plan.xlsx > april": "facebook"}
    found = read_updates(tmp_path / "plan.xlsx", network=told, timezone="UTC")
    assert [item.network for item in found.items] == ["x", "facebook"]


def test_what_stays_unknown_is_asked_for_once_in_every_format(tmp_path: Path) -> None:
    sheet = "Date,Text,Channel\n2024-05-02,Tea is here,\n2024-05-04,Hi,Reddit\n"
    for name, text in (("plan.csv", sheet), ("buffer.csv", "Text,Image URL,Tags,Posting Time\nTea,,,\n")):
        found = read(tmp_path, {}, name, text)
        (notice,) = (notice for notice in found.notices if "no network that is known" in notice.text)
        assert f"--network {name}=instagram" in notice.hint


def test_a_name_that_no_file_bears_is_told_with_the_nearest(tmp_path: Path) -> None:
    found = read(tmp_path, {"plam.csv": "x"})
    (notice,) = (notice for notice in found.notices if "plam.csv" in notice.text)
    assert notice.hint == 'Did you mean "plan.csv"?'


def test_rows_in_python_are_told_too() -> None:
    found = read_updates([{"text": "Tea"}, {"text": "Cups", "network": "fb"}], network={"rows": "threads"})
    assert [item.network for item in found.items] == ["threads", "facebook"]
