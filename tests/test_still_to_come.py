"""What a sheet without a state dates after today was not published yet."""

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from handover import Details, Update, build_handover, read_updates
from handover.model import Client
from handover.read.still_to_come import still_to_come
from tests.test_model_moments import folder_of

TODAY = dt.date(2025, 6, 1)
SHEET = (
    "Date,Network,Text\n2025-05-31,x,Over\n2025-06-01,x,Today\n2025-06-02,x,Tomorrow\n,x,Some day\n"
    "2025-06-01 23:30,x,Late today\n"
)


def states(tmp_path: Path, text: str, zone: str = "America/Denver") -> dict[str, str]:
    (tmp_path / "plan.csv").write_text(text, "utf-8")
    updates = read_updates(tmp_path / "plan.csv", timezone=zone, today=TODAY)
    return {one.text: one.state for one in updates.items}


@pytest.mark.parametrize("zone", ["America/Denver", "Pacific/Auckland", "UTC"])
def test_a_day_to_come_is_scheduled(tmp_path: Path, zone: str) -> None:
    assert states(tmp_path, SHEET, zone) == {
        "Over": "published", "Today": "published", "Tomorrow": "scheduled", "Some day": "published",
        "Late today": "published",
    }  # fmt: skip


def test_one_notice_a_file_says_so(tmp_path: Path) -> None:
    (tmp_path / "plan.csv").write_text(SHEET + "2025-07-01,x,In July\n", "utf-8")
    updates = read_updates(tmp_path / "plan.csv", timezone="UTC", today=TODAY)
    (notice,) = [one for one in updates.notices if "after today" in one.text]
    assert (notice.text.split()[0], Path(notice.where).name) == ("2", "plan.csv")


def test_what_a_cell_or_an_address_says_stands(tmp_path: Path) -> None:
    text = "Date,Network,Text,Status\n2025-07-02,x,Draft,draft\n2025-05-02,x,Over,published\n"
    assert states(tmp_path, text) == {"Over": "published", "Draft": "draft"}
    text = "Date,Network,Text,Permalink\n2025-07-02,x,There,https://x.com/tern/status/1795000000000000000\n"
    assert states(tmp_path, text) == {"There": "published"}


def test_nothing_can_be_published_on_a_day_to_come_and_a_notice_names_the_row(tmp_path: Path) -> None:
    text = "Date,Network,Text,Status\n2025-05-02,x,Over,published\n2025-07-02,x,Said,published\n"
    assert states(tmp_path, text) == {"Over": "published", "Said": "scheduled"}
    updates = read_updates(tmp_path / "plan.csv", timezone="UTC", today=TODAY)
    (notice,) = [one for one in updates.notices if "called published" in one.text]
    assert "(row 3)" in notice.text and Path(notice.where).name == "plan.csv"


def test_rows_and_objects_given_in_python() -> None:
    rows = [{"date": "2025-07-01", "network": "x", "text": "Row"}]
    assert [one.state for one in read_updates(rows, today=TODAY).items] == ["scheduled"]
    update = Update(text="Object", network="x", posted_at=dt.datetime(2025, 7, 1, tzinfo=dt.UTC))
    assert [one.state for one in read_updates([update], today=TODAY).items] == ["published"]


def test_nothing_to_come_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "plan.csv").write_text(SHEET, "utf-8")
    read = read_updates(tmp_path / "plan.csv", timezone="UTC", today=dt.date(2025, 7, 1))
    assert still_to_come([read], dt.date(2025, 7, 1), dt.UTC)[0] is read


def test_it_is_published_once_its_day_is_over_beside_the_working_copy_too(tmp_path: Path) -> None:
    feed, plan = folder_of(tmp_path)
    for today, state in ((dt.date(2026, 3, 1), "scheduled"), (dt.date(2026, 4, 1), "published")):
        copies = sorted(tmp_path.glob("out/for-you/*-working-copy.xlsx"))
        made = build_handover(
            feed, [plan, *copies], out_dir=tmp_path / "out", today=today, minimum=0, language="en",
            timezone="UTC", details=Details(client=Client(name="Tarn")),
        )  # fmt: skip
        assert {one.state for one in made.updates.items} == {state}


def test_one_notice_names_every_row_of_what_is_called_published_too_early(tmp_path: Path) -> None:
    rows = "".join(f"2025-07-0{n},{network},Words {n},published\n" for n, network in
                   ((1, "x"), (2, "x / facebook"), (4, "x")))  # fmt: skip
    (tmp_path / "plan.csv").write_text(
        f"Date,Network,Text,Status\n2025-05-02,x,Over,published\n{rows}", "utf-8"
    )
    updates = read_updates(tmp_path / "plan.csv", timezone="UTC", today=TODAY)
    (notice,) = [one.text for one in updates.notices if "called published" in one.text]
    assert notice.startswith("4 updates") and "(rows 3-5)" in notice


def test_rows_of_several_tabs_are_named_with_their_tabs(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for name, day in (("July", 2), ("August", 3)):
        sheet = book.create_sheet(name)
        sheet.append(["Date", "Network", "Text", "Status"])
        sheet.append([f"2025-0{7 if name == 'July' else 8}-0{day}", "x", f"Words of {name}", "published"])
    del book["Sheet"]
    book.save(tmp_path / "plan.xlsx")
    updates = read_updates(tmp_path / "plan.xlsx", timezone="UTC", today=TODAY)
    (notice,) = [one.text for one in updates.notices if "called published" in one.text]
    assert "July: row 2; August: row 2" in notice
